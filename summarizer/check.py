"""Check a report: facts and declared checks become claims, rules look at the rest, findings come out."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .acknowledgements import acknowledge, acknowledgements, known_code
from .claims.base import EXPLANATIONS, Claim, Operand, Outcome, Place, Settings, Verdict
from .claims.declared import declared
from .claims.from_facts import from_facts
from .claims.range import Range
from .document import Document, FigureRef, Table, inlines_of
from .errors import SummarizerError
from .facts.factset import Fact, FactSet, node_at
from .facts.problems import Problems
from .facts.source import Mapping
from .findings import Anchor, Finding, Severity
from .records import record
from .resources import Resources
from .rules import OF_FACTS, RULES, Context, run


@record(frozen=True, slots=True)
class Judged:
    """A claim with its verdict, and the place it stands at."""

    claim: Claim
    verdict: Verdict
    place: Place


@record(frozen=True, slots=True)
class Uncovered:
    """A figure that takes part in no judged claim."""

    id: str
    text: str
    label: str
    place: Place


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """One report that was checked.

    Args:
        figures: written in it. figures_checked: those that take part in a judged claim that is not weak.
        error: why it could not be read; None if it could.
        notes: what a person should know of how it was read.
    """

    path: str
    figures: int = 0
    figures_checked: int = 0
    error: str | None = None
    uncovered: Sequence[Uncovered] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run found. Reporters read only this.

    Args:
        texts: the text of every file read, by path, for quoting.
    """

    sources: tuple[CheckedSource, ...] = ()
    findings: tuple[Finding, ...] = ()
    judged: tuple[Judged, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)


def check(contents: Sequence[Path], today: datetime.date | None = None, *, prose: bool = False) -> Report:
    """Check the reports in ``contents``; one that cannot be read does not stop the others.

    Args:
        today: for acknowledgements that end; the clock if left out.
        prose: read the finished text as well.
    """
    return joined(part for content in contents for part in _check_all(content, today or datetime.date.today(), prose))


def joined(reports: Iterable[Report]) -> Report:
    """Return several reports as one."""
    parts = list(reports)
    return Report(
        tuple(source for part in parts for source in part.sources),
        tuple(finding for part in parts for finding in part.findings),
        tuple(item for part in parts for item in part.judged),
        {path: text for part in parts for path, text in part.texts.items()},
    )


def in_brief(report: Report) -> Report:
    """Return a report without what only ``--claims`` and ``--uncovered`` show: of a claim the verdict is left, to be counted.

    The claims of a document are hundreds of objects, which a batch would keep, and send from one process to another.
    """
    kept: dict[tuple[Outcome, str, str], Judged] = {}
    judged: list[Judged] = []
    for item in report.judged:
        outcome, code, path = key = (item.verdict.outcome, item.verdict.code, item.place.path)
        if key not in kept:
            kept[key] = Judged(_LeftOut(), Verdict(outcome, code, ""), Place(path))
        judged.append(kept[key])
    sources = tuple(dataclasses.replace(source, uncovered=()) for source in report.sources)
    return Report(sources, report.findings, tuple(judged), report.texts)


class _LeftOut(Claim):
    """In place of a claim that nobody asked to see."""

    kind = ""

    def operands(self) -> tuple[Operand, ...]:
        """None."""
        return ()

    def judge(self, settings: Settings) -> Verdict:
        """It has been judged."""
        raise NotImplementedError


def _check_all(content: Path, today: datetime.date, prose: bool) -> Iterator[Report]:
    """Check a report, or every report of a folder of them."""
    from .facts import reports_in

    try:
        folders = reports_in(content)
    except SummarizerError as error:
        yield Report((CheckedSource(str(content), error=str(error)),))
        return
    for folder in folders:
        yield check_one(folder, today, prose)


def check_one(content: Path, today: datetime.date, prose: bool) -> Report:
    """Check one report; that it cannot be read is told in what is returned."""
    from .facts import load
    from .render import render

    try:
        facts = load(content)
        document = render(facts, Resources(content / "templates")).document
        return check_facts(facts, document, today, prose=prose)
    except SummarizerError as error:
        return Report((CheckedSource(str(content), error=str(error)),))


def check_facts(facts: FactSet, document: Document, today: datetime.date | None, *, prose: bool = False) -> Report:
    """Check a report that is loaded and rendered.

    Args:
        today: for acknowledgements that end; None lets all stand, as a build does.
        prose: read the finished text as well, as ``audit`` would; one fault stays one finding.

    Raises:
        SummarizerError: a declared check or an acknowledgement that cannot be read, a severity for an unknown code.
    """
    known = acknowledgements(facts)
    _known_codes(facts)
    settings = Settings(facts.report.rounding)
    judged = [_judge(claim, settings, facts) for claim in (*from_facts(facts), *declared(facts, settings))]
    anchors = _Anchors(document)
    findings = [anchors.placed(finding) for finding in findings_of(judged)]
    context = Context(facts=facts, document=document, today=today, settings=settings)
    findings += [anchors.placed(finding) for finding in run(context, OF_FACTS)]
    # An acknowledgement that fits nothing so far may speak of the prose.
    if prose or not all(any(item.fits(finding) for finding in findings) for item in known):
        findings = _with_prose(findings, context, document, facts)
    findings = in_order(acknowledge(_with_severity(findings, facts), known, today))
    source = _coverage(facts, judged)
    texts = {source.name: source.text for source in facts.sources.values()}
    return Report((source,), tuple(findings), tuple(judged), texts)


def _with_prose(findings: list[Finding], context: Context, document: Document, facts: FactSet) -> list[Finding]:
    from .rendered import audit_document, merge

    told = [*audit_document(document, facts, context.settings), *run(context, [kind for kind in RULES if kind not in OF_FACTS])]
    return list(merge(findings, told))


def _judge(claim: Claim, settings: Settings, facts: FactSet) -> Judged:
    place = claim.place
    source = facts.sources.get(place.path.rsplit("/", 1)[-1])
    if source is not None and not place.quote:
        place = dataclasses.replace(place, quote=source.text[place.start : place.end])
    return Judged(claim, claim.judge(settings), place)


def findings_of(judged: Iterable[Judged]) -> Iterator[Finding]:
    """Yield a finding for each claim that does not hold."""
    for item in judged:
        verdict, place = item.verdict, item.place
        if verdict.outcome not in (Outcome.OFF, Outcome.FAILS):
            continue
        page = EXPLANATIONS[verdict.code]
        facts = _facts_of(item.claim)
        yield Finding(
            verdict.code,
            page.name,
            item.claim.kind,
            verdict.severity,
            verdict.message,
            verdict.working,
            verdict.hint,
            place.path,
            place.line,
            place.column,
            place.start,
            place.end,
            place.quote,
            facts,
        )


def _facts_of(claim: Claim) -> tuple[str, ...]:
    """The ids of the facts in a claim, with the one that it is placed at in front."""
    if isinstance(claim, Range) and claim.facts:  # dates are no operands
        return claim.facts[::-1]
    operands = sorted(claim.operands(), key=lambda operand: operand.place.start != claim.place.start)
    return tuple(dict.fromkeys(operand.fact for operand in operands if operand.fact))


def _known_codes(facts: FactSet) -> None:
    """Refuse a severity for a code that does not exist: it would change nothing, and nobody would notice."""
    problems = Problems()
    node = node_at(facts, "report.severity|级别")
    for written, _value in node if isinstance(node, Mapping) else ():
        known_code(written.text, written.where, problems)
    problems.raise_any()


def _with_severity(findings: Iterable[Finding], facts: FactSet) -> Iterator[Finding]:
    """Apply the severities that the report sets."""
    own = facts.report.severity
    for finding in findings:
        wanted = own.get(finding.code)
        if wanted != "off":
            yield dataclasses.replace(finding, severity=Severity(wanted)) if wanted else finding


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return ``findings`` in the order of their places."""
    return sorted(findings, key=lambda finding: (finding.path, finding.start, finding.line, finding.code))


def _coverage(facts: FactSet, judged: Iterable[Judged]) -> CheckedSource:
    figures = [fact for fact in facts.facts.values() if fact.quantity is not None and not fact.derivation]
    checked = {
        operand.fact
        for item in judged
        if item.verdict.outcome is not Outcome.CANNOT_TELL and item.verdict.strength == "strong"
        for operand in item.claim.operands()
    }
    left = tuple(Uncovered(fact.id, fact.text, fact.label, _place(fact)) for fact in figures if fact.id not in checked)
    return CheckedSource(facts.folder, len(figures), len(figures) - len(left), None, left, tuple(facts.notes))


def _place(fact: Fact) -> Place:
    return Place(fact.where.path, fact.where.line, fact.where.column, fact.start, fact.end, fact.text)


class _Anchors:
    """Where facts stand in the document, so that a finding can be marked there."""

    def __init__(self, document: Document) -> None:
        self.uses: dict[str, list[tuple[int, str]]] = {}
        self.figures: list[dict[str, list[str]]] = []
        tables = set()
        for number, block in enumerate(document.blocks()):
            here: dict[str, list[str]] = {}
            for content in inlines_of(block):
                for inline in content:
                    if isinstance(inline, FigureRef):
                        here.setdefault(inline.fact, []).append(inline.anchor)
                        self.uses.setdefault(inline.fact, []).append((number, inline.anchor))
            self.figures.append(here)
            if isinstance(block, Table):
                tables.add(number)
        self.tables = tables

    def placed(self, finding: Finding) -> Finding:
        """Return ``finding`` with its anchors: the sentences where its first fact stands, tables last."""
        if finding.anchors or not finding.facts:
            return finding
        first = next((fact for fact in finding.facts if fact in self.uses), None)
        if first is None:
            return finding
        blocks = sorted({number for number, _anchor in self.uses[first]}, key=lambda number: (number in self.tables, number))
        anchors = tuple(Anchor(number, self._near(number, first, finding.facts)) for number in blocks)
        return dataclasses.replace(finding, anchors=anchors)

    def _near(self, number: int, first: str, facts: tuple[str, ...]) -> tuple[str, ...]:
        here = self.figures[number]
        if number in self.tables:
            return tuple(here[first])
        return tuple(anchor for fact in (first, *facts) for anchor in here.get(fact, ()))
