"""``facts.json``: every fact of the report for machines, with its source and its uses."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from ..document import Document, figures_of
from ..facts.exact import exact
from ..facts.factset import Fact
from .base import Job, Output

FACTS_VERSION = 1
#: Who reported a figure, on what paper it rests and in which file it stands is known inside only.
_INTERNAL = ("section", "basis", "evidence", "status", "source")


def write(document: Document, job: Job) -> Output:
    """Write the facts behind ``document``; for the public those that it shows, without what a bureau keeps to itself."""
    uses = Counter(ref.fact for _block, ref in figures_of(document))
    kept = () if job.facts is None else [fact for fact in job.facts.facts.values() if uses[fact.id] or not job.public]
    facts = [describe(fact, uses[fact.id], public=job.public) for fact in kept]
    computed = [{"id": ref.fact, "text": ref.text, "value": ref.value, "unit": ref.unit} for ref in _computed(document, job)]
    content = {"version": FACTS_VERSION, "report": document.id, "title": document.title_text, "facts": facts, "computed": computed}
    return Output((json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())


def _computed(document: Document, job: Job) -> list[Any]:
    known = job.facts.facts if job.facts is not None else {}
    found = {ref.fact: ref for _block, ref in figures_of(document) if ref.fact not in known}
    return [found[key] for key in sorted(found)]


def describe(fact: Fact, uses: int = 0, *, public: bool = False) -> dict[str, Any]:
    """Return ``fact`` as JSON values; what is not known is left out, and for the public what is nobody's business."""
    value, unit = exact(fact)
    provenance = fact.provenance
    row: dict[str, Any] = {
        "id": fact.id,
        "label": fact.label,
        "text": fact.text,
        "value": value,
        "unit": unit,
        "hedge": fact.quantity.hedge.name.lower() if fact.quantity is not None and fact.quantity.is_hedged else "",
        "as_of": provenance.as_of.iso if provenance.as_of else "",
        "section": provenance.section,
        "basis": provenance.basis,
        "evidence": provenance.evidence,
        "status": provenance.status,
        "derived": fact.derivation.formula if fact.derivation else "",
        "source": f"{fact.where.path.rsplit('/', 1)[-1]}:{fact.where.line}",
        "uses": uses,
    }
    hidden = _INTERNAL if public else ()
    return {key: item for key, item in row.items() if key not in hidden and (item not in ("", None) or key in ("text", "value"))}
