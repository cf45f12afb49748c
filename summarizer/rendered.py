"""Audit the rendered document: the claims that its prose makes, with the facts behind its figures.

What facts cannot say is judged here: 六项 and five listed, 其中 beyond its total, a rate that a sentence gives for
two figures no shape ties together. What the facts say too is one finding, theirs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .claims.base import Claim, Outcome, Place, Settings, Verdict
from .claims.declared import declared
from .claims.from_facts import from_facts
from .document import Document, FigureRef, Table
from .facts.factset import FactSet
from .findings import Anchor, Finding
from .prose import read_claims
from .readers.base import BlockSpan, Cell
from .rules.base import found
from .rules.passages import Passage, Prose
from .writers.wording import column_head

#: A report's own check is about the same fault whatever the prose calls it.
_OWN_CHECK = "CHECK001"
_TOLD = (Outcome.HOLDS, Outcome.WITHIN, Outcome.OFF, Outcome.FAILS)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the document in its text.

    Args:
        start, end: in the text. block: its number in the document.
    """

    start: int
    end: int
    block: int
    ref: FigureRef


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of the prose, judged.

    Args:
        figures: those of the document among its operands. whole: whether these are all operands.
    """

    claim: Claim
    verdict: Verdict
    figures: tuple[Figure, ...]
    whole: bool

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts or formulas behind its figures."""
        return tuple(dict.fromkeys(figure.ref.fact for figure in self.figures))


@dataclass(frozen=True, slots=True)
class Pair:
    """One claim as the facts make it and as the prose does: same kind, same figures."""

    facts: Claim
    by_facts: Verdict
    prose: Claim
    by_prose: Verdict

    @property
    def differ(self) -> bool:
        """Whether both decide, and not alike."""
        one, other = self.by_facts.outcome, self.by_prose.outcome
        return one in _TOLD and other in _TOLD and one is not other


class Rendered:
    """The text of a document, a line for each paragraph and each row of a table, and where its figures stand.

    Args:
        document: as rendered from ``facts``.
    """

    def __init__(self, document: Document, facts: FactSet) -> None:
        self.facts = facts
        self.document = document
        self._prose = Prose(facts, document, "", "")
        self._passages: list[tuple[int, Passage]] = []
        self.figures: list[Figure] = []
        self.blocks: list[BlockSpan] = []
        lines: list[str] = []
        at = 0
        for line, cell in self._lines():
            for number, passage in enumerate(line):
                at += bool(number)
                self._put(at, passage)
                end = at + len(passage.text)
                here = replace(cell, column=number) if cell else None
                self.blocks.append(BlockSpan(at, end, "table-cell" if cell else "paragraph", cell=here))
                at = end
            lines.append("\t".join(passage.text for passage in line))
            at += 1
        self.text = "".join(f"{line}\n" for line in lines)

    def _lines(self) -> Iterator[tuple[list[Passage], Cell | None]]:
        """Yield the passages of each line, and which row of which table it is."""
        paragraphs = {passage.block: passage for passage in self._prose.passages}
        for number, block in enumerate(self.document.blocks()):
            if not isinstance(block, Table):
                if number in paragraphs:
                    yield [paragraphs[number]], None
                continue
            yield [Passage(column_head(column)) for column in block.columns], Cell(number, 0, head=True)
            base = 0
            origins = ((0, block.origin),) if block.origin else ()
            for count, row in enumerate(block.rows, 1):
                line = []
                for cell in row:
                    line.append(Passage("".join(inline.text for inline in cell), 0, number, base, cell, origins))
                    base += len(line[-1].text)
                yield line, Cell(number, count)

    def _put(self, start: int, passage: Passage) -> None:
        self._passages.append((start, passage))
        at = start
        for inline in passage.inlines:
            end = at + len(inline.text)
            if isinstance(inline, FigureRef) and end > at:
                self.figures.append(Figure(at, end, passage.block, inline))
            at = end

    def told(self, settings: Settings) -> Iterator[Told]:
        """Yield every claim of the text, judged."""
        claims, _figures = read_claims(self.text, self.blocks)
        for claim in claims:
            behind = [self._figure(operand.place) for operand in claim.operands()]
            figures = tuple(dict.fromkeys(figure for figure in behind if figure))
            yield Told(claim, claim.verdict(settings), figures, bool(behind) and None not in behind)

    def _figure(self, place: Place) -> Figure | None:
        """The figure of the document that a figure of the text is."""
        number = bisect_right(self.figures, place.start, key=lambda figure: figure.end)
        figure = self.figures[number] if number < len(self.figures) else None
        return figure if figure and place.end > place.start and figure.start < place.end else None

    def finding(self, told: Told) -> Finding:
        """Return what a person sees of a claim that fails, with its places in file and document."""
        verdict, claim = told.verdict, told.claim
        start, passage = self._passages[max(bisect_right(self._passages, claim.place.start, key=lambda pair: pair[0]) - 1, 0)]
        low = min(claim.place.start - start, len(passage.text))
        high = min(claim.place.end - start, len(passage.text))
        return found(
            verdict.code,
            verdict.message,
            self._prose.place(passage, low, high),
            hint=verdict.hint,
            working=verdict.working,
            severity=verdict.severity,
            facts=[fact for fact in told.facts if fact in self.facts.facts],
            anchors=_anchors(told, passage, low, high),
        )


def _anchors(told: Told, passage: Passage, low: int, high: int) -> Iterator[Anchor]:
    """The block that the claim stands in first: its figures, or its words where not all figures of it are references."""
    if passage.block >= 0:
        here = tuple(figure.ref.anchor for figure in told.figures if figure.block == passage.block)
        yield Anchor(passage.block, here if told.whole else (), passage.base + low, passage.base + high)
    for block in dict.fromkeys(figure.block for figure in told.figures if figure.block != passage.block):
        yield Anchor(block, tuple(figure.ref.anchor for figure in told.figures if figure.block == block))


def audit_document(document: Document, facts: FactSet, settings: Settings | None = None) -> tuple[Finding, ...]:
    """Return what the prose of a rendered document says that does not hold.

    The rules of :mod:`summarizer.rules` are not run: ``check_facts`` runs them over the same document.

    Args:
        settings: how its figures are shortened; those of the report if left out.
    """
    rendered = Rendered(document, facts)
    told = rendered.told(settings or Settings(facts.report.rounding))
    return tuple(rendered.finding(item) for item in told if item.verdict.outcome in (Outcome.OFF, Outcome.FAILS))


def merge(facts_findings: Iterable[Finding], prose_findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings of both, one for each fault: the prose's own only where the facts do not tell the same.

    Two tell the same if they are of one kind, or that of the facts is a check that the report itself declares, and
    the facts of one are among those of the other; or if they have one code and the same words.
    """
    merged = list(facts_findings)
    known = len(merged)
    for finding in prose_findings:
        if not any(_covers(one, finding) for one in merged[:known]) and not any(_same_words(one, finding) for one in merged):
            merged.append(finding)
    return merged


def _covers(one: Finding, other: Finding) -> bool:
    if one.kind != other.kind and one.code != _OWN_CHECK:
        return False
    mine, its = set(one.facts), set(other.facts)
    return bool(mine and its) and (its <= mine or mine <= its)


def _same_words(one: Finding, other: Finding) -> bool:
    if (one.code, one.path, one.start, one.end) == (other.code, other.path, other.start, other.end) and other.end:
        return True
    return bool(other.anchors) and one.code == other.code and other.anchors[0] in one.anchors


def pairs(document: Document, facts: FactSet, settings: Settings | None = None) -> tuple[Pair, ...]:
    """Return the claims that facts and prose both make, of one kind and over the same figures."""
    settings = settings or Settings(facts.report.rounding)
    told: dict[tuple[str, frozenset[str]], list[Told]] = {}
    for item in Rendered(document, facts).told(settings):
        if item.whole:
            told.setdefault((item.claim.kind, frozenset(item.facts)), []).append(item)
    claims = [*from_facts(facts), *declared(facts, settings)]
    return tuple(
        Pair(claim, claim.judge(settings), item.claim, item.verdict)
        for claim in claims
        for item in told.get((claim.kind, frozenset(operand.fact for operand in claim.operands())), ())
    )
