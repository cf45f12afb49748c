"""Which figures go out: those that the document shows, without what a bureau keeps to itself."""

from __future__ import annotations

from ..document import Document, figures_of
from ..facts.exact import exact
from ..facts.factset import Entry, Fact, FactSet
from .model import PublishedFact


def published_facts(facts: FactSet, document: Document) -> tuple[PublishedFact, ...]:
    """Return the figures of ``document`` as they are published, in the order of the YAML; those computed in it last.

    A fact that the document does not show stays inside. So do provenance, section, basis, evidence and file names; the date
    a figure stands at is public.
    """
    shown = {ref.fact: ref for _block, ref in figures_of(document)}
    entries = {entry.id: entry for entry in facts.walk()}
    made = [_published(fact, entries[fact.entry]) for fact in facts.facts.values() if fact.id in shown]
    computed = [ref for fact_id, ref in shown.items() if fact_id not in facts.facts]
    return (*made, *(PublishedFact(ref.fact, "", "", "", "", "free", ref.text, ref.value, ref.unit, derived=ref.fact) for ref in computed))


def _published(fact: Fact, entry: Entry) -> PublishedFact:
    value, unit = exact(fact)
    as_of = fact.provenance.as_of
    return PublishedFact(
        id=fact.id,
        label=fact.label,
        key=fact.key,
        entry=entry.id,
        entry_name=f"{entry.owner}{entry.name}",
        shape="free" if fact.shape == "none" else fact.shape,
        text=fact.text,
        value=value,
        unit=unit,
        as_of=as_of.display if as_of else "",
        derived=fact.derivation.formula if fact.derivation else "",
    )
