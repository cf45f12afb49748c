"""What the page tells of each figure: where it was written, what is known of it, where it stands, what was judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..check import Judged, Report
from ..claims.base import Outcome
from ..document import Document
from ..facts.factset import Fact, FactSet
from ..i18n import gettext as _
from ..listing import Use, known, uses
from ..reporters.base import OUTCOME_WORDS, judged_facts


@dataclass(frozen=True, slots=True)
class Judgement:
    """A claim that a figure takes part in. ``kind`` is the verdict as a class, ``word`` as a person reads it."""

    kind: str
    word: str
    code: str
    working: str


@dataclass(frozen=True, slots=True)
class FigureCard:
    """A figure as the page lists it.

    Args:
        text: as displayed; empty for one published blank.
        place: file and line, as seen from the report's folder; empty for a figure computed in a template.
        written: that line.
        state: ``wrong`` (a claim that it takes part in does not hold), ``checked``,
            ``open`` (no claim that counts uses it), or ``derived`` (nobody wrote it).
        known: label and value of its provenance.
        operands: facts it was computed from, with their texts. feeds: facts that are computed from it.
    """

    id: str
    text: str
    label: str
    state: str
    place: str = ""
    written: str = ""
    formula: str = ""
    known: tuple[tuple[str, str], ...] = ()
    operands: tuple[tuple[str, str, str], ...] = ()
    feeds: tuple[tuple[str, str, str], ...] = ()
    judged: tuple[Judgement, ...] = ()
    uses: tuple[Use, ...] = ()

    @property
    def words(self) -> str:
        """What a search looks through."""
        return " ".join((self.label, self.text, self.id, self.place)).lower()


def figure_cards(facts: FactSet, derived: dict[str, Fact], document: Document, report: Report) -> Iterator[FigureCard]:
    """Yield a card for every figure, those computed in templates last.

    Args:
        derived: figures that templates computed, by their formula.
    """
    standing: dict[str, list[Use]] = defaultdict(list)
    for use in uses(document):
        for id in dict.fromkeys((use.fact, *use.fact.split())):
            standing[id].append(use)
    judged: dict[str, list[Judged]] = defaultdict(list)
    for item in report.judged:
        for id in judged_facts(item):
            judged[id].append(item)
    unchecked = {figure.id for source in report.sources for figure in source.uncovered}
    everything = {**facts.facts, **derived}
    feeds: dict[str, list[str]] = defaultdict(list)
    for fact in everything.values():
        for operand in fact.derivation.operands if fact.derivation else ():
            feeds[operand].append(fact.id)
    for fact in everything.values():
        derivation = fact.derivation
        judgements = tuple(_judgements(judged[fact.id]))
        place, written = ("", "") if derivation else _source(fact, facts)
        yield FigureCard(
            fact.id,
            fact.text,
            fact.label,
            _state(fact, judgements, unchecked),
            place,
            written,
            derivation.formula if derivation else "",
            tuple(known(fact)),
            tuple(_named(everything, derivation.operands if derivation else ())),
            tuple(_named(everything, feeds[fact.id])),
            judgements,
            tuple(standing[fact.id]),
        )


def _state(fact: Fact, judgements: Iterable[Judgement], unchecked: set[str]) -> str:
    if any(one.kind in (Outcome.FAILS, Outcome.OFF) for one in judgements):
        return "wrong"
    if fact.derivation:
        return "derived"
    return "open" if fact.id in unchecked or fact.quantity is None else "checked"


def _source(fact: Fact, facts: FactSet) -> tuple[str, str]:
    name = fact.where.path.rsplit("/", 1)[-1]
    source = facts.sources.get(name)
    lines = source.text.split("\n") if source else []
    return f"{name}:{fact.where.line}", lines[fact.where.line - 1].strip()[:160] if 0 < fact.where.line <= len(lines) else ""


def _named(everything: dict[str, Fact], ids: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for id in dict.fromkeys(ids):
        if id in everything:
            yield id, everything[id].label, everything[id].text


def _judgements(judged: list[Judged]) -> Iterator[Judgement]:
    for item in judged:
        outcome = item.verdict.outcome
        if outcome is not Outcome.CANNOT_TELL:
            weak = f" ({_('weak')})" if item.verdict.strength == "weak" else ""
            yield Judgement(outcome.value, _(OUTCOME_WORDS[outcome]) + weak, item.verdict.code, item.verdict.working)
