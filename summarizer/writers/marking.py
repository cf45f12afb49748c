"""Which findings stand where in a draft, for every format: at a figure, on some words, on a block.

A place in a block is a :data:`Point`: row, inline, character. The rows are those of :func:`rows`: first
the block's number (a table's caption), then :func:`summarizer.document.inlines_of`. A writer lays out
the :class:`Piece` of each row; without findings a piece is an inline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..document import Block, Document, FigureRef, Inline, Inlines, Table, Text, inlines_of, plain
from ..findings import Anchor, Finding
from .base import Job
from .wording import BLANK, VERDICTS, column_head

Point = tuple[int, int, int]
#: The block number of the title.
TITLE = -1
#: A block that is quoted whole is cut after this many characters.
_QUOTED = 30
_RANKS = ("acknowledged", "info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Opinion:
    """A finding as a draft lists it.

    Args:
        number: from 1, in reading order; the same in every format.
        quote: the words of the document that it is about; those of the file read if it has no place.
    """

    number: int
    finding: Finding
    quote: str = ""

    @property
    def kind(self) -> str:
        """The severity, or ``acknowledged``."""
        return "acknowledged" if self.finding.acknowledged else str(self.finding.severity)

    @property
    def verdict(self) -> str:
        """What is asked of the reader; an acknowledged finding keeps its severity in brackets."""
        word = VERDICTS[self.kind]
        return f"{word}（{VERDICTS[self.finding.severity]}）" if self.finding.acknowledged else word

    @property
    def code(self) -> str:
        """The stable code with its name."""
        return f"{self.finding.code} {self.finding.name}".strip()

    @property
    def details(self) -> tuple[tuple[str, str], ...]:
        """Label and text of what stands behind the message."""
        finding = self.finding
        listed = (("确认理由", finding.acknowledged), ("演算", finding.working), ("建议", finding.hint), ("代码", self.code))
        return tuple((label, text) for label, text in listed if text.strip())


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where an opinion stands in a block; ``end`` is behind the last character."""

    number: int
    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Marking:
    """The opinions of a draft and their places.

    Args:
        opinions: in reading order.
        marks: by block, every figure and stretch concerned.
        ranges: by block, one stretch for each opinion, inside one paragraph or cell.
        title: numbers of the opinions about the whole document.
    """

    opinions: tuple[Opinion, ...]
    marks: Mapping[int, tuple[Stretch, ...]]
    ranges: Mapping[int, tuple[Stretch, ...]]
    title: tuple[int, ...]

    def worst(self, numbers: Iterable[int]) -> str:
        """Return the gravest kind among the opinions of these numbers."""
        return max((self.opinions[number - 1].kind for number in numbers), key=_RANKS.index)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an inline that the same opinions stand on; mostly the whole inline.

    Args:
        first, last: whether the inline begins and ends here.
        inside: numbers of the opinions on these characters.
        opens, closes: those that begin before and end behind them.
    """

    inline: Inline
    text: str
    first: bool = True
    last: bool = True
    inside: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()


def marking(document: Document, job: Job) -> Marking | None:
    """Return the findings of ``job`` by their places; nothing for a final file or without findings.

    An anchor's figures win over its characters; with neither, or where they are not in the block, the
    whole block is meant. A finding without a place stands on the title.
    """
    if not job.draft or not job.findings:
        return None
    blocks = list(document.blocks())
    placed = [(finding, _places(finding, blocks)) for finding in dict.fromkeys(job.findings)]
    placed.sort(key=lambda pair: _order(pair[1]))
    marks: dict[int, list[Stretch]] = {}
    ranges: dict[int, list[Stretch]] = {}
    for number, (_finding, places) in enumerate(placed, 1):
        for block, stretches in places[:1]:
            ranges.setdefault(block, []).append(_hull(number, stretches, blocks[block]))
        found = dict.fromkeys((block, replace(stretch, number=number)) for block, stretches in places for stretch in stretches)
        for block, stretch in found:
            marks.setdefault(block, []).append(stretch)
    return Marking(
        tuple(Opinion(number, finding, _quote(finding, places, blocks)) for number, (finding, places) in enumerate(placed, 1)),
        {block: tuple(stretches) for block, stretches in marks.items()},
        {block: tuple(stretches) for block, stretches in ranges.items()},
        tuple(number for number, (_finding, places) in enumerate(placed, 1) if not places),
    )


def rows(block: Block) -> list[Inlines]:
    """Return the rows of ``block``: its number or a table's caption (else first head), then its inlines."""
    if isinstance(block, Table):
        head = block.caption or (column_head(block.columns[0]) if block.columns else "")
    else:
        head = block.number
    return [(Text(head),) if head else (), *inlines_of(block)]


def pieces(block: Block, stretches: Sequence[Stretch] = ()) -> list[list[Piece]]:
    """Return the rows of ``block`` cut where ``stretches`` begin and end."""
    if not stretches:
        return [[Piece(inline, inline.text) for inline in row] for row in rows(block)]
    return [[piece for i, inline in enumerate(row) for piece in _cut(inline, r, i, stretches)] for r, row in enumerate(rows(block))]


def _cut(inline: Inline, row: int, place: int, stretches: Sequence[Stretch]) -> Iterator[Piece]:
    length = len(inline.text)
    points = [point for stretch in stretches for point in (stretch.start, stretch.end)]
    cuts = sorted({0, length, *(char for r, i, char in points if (r, i) == (row, place))})
    for start, end in zip(cuts, cuts[1:] or cuts, strict=False):
        here, there = (row, place, start), (row, place, end)
        over = [stretch for stretch in stretches if stretch.start <= here and there <= stretch.end]
        yield Piece(
            inline,
            inline.text[start:end],
            start == 0,
            end == length,
            tuple(dict.fromkeys(stretch.number for stretch in over)),
            tuple(stretch.number for stretch in over if stretch.start == here),
            tuple(stretch.number for stretch in over if stretch.end == there),
        )


# Places. Each function works on stretches of no opinion yet, number 0.


_Places = list[tuple[int, list[Stretch]]]


def _places(finding: Finding, blocks: Sequence[Block]) -> _Places:
    """Return block and stretches for each anchor of ``finding`` that means something in the document."""
    found = [(anchor.block, _stretches(anchor, blocks[anchor.block])) for anchor in finding.anchors if 0 <= anchor.block < len(blocks)]
    return [(block, stretches) for block, stretches in found if stretches]


def _stretches(anchor: Anchor, block: Block) -> list[Stretch]:
    found = rows(block)
    figures = [
        Stretch(0, (r, i, 0), (r, i, len(inline.text)))
        for r, row in enumerate(found)
        for i, inline in enumerate(row)
        if isinstance(inline, FigureRef) and inline.anchor and inline.anchor in anchor.figures
    ]
    return figures or list(_words(anchor, block, found)) or _whole(block, found)


def _words(anchor: Anchor, block: Block, found: list[Inlines]) -> Iterator[Stretch]:
    """Yield where the characters of ``anchor`` stand; in a table, apart for each cell."""
    table = isinstance(block, Table)
    at, spans = 0, []
    for r, row in enumerate(found):
        if table and not r:
            continue  # A caption is no part of a table's text.
        for i, inline in enumerate(row):
            start, end = max(anchor.start - at, 0), min(anchor.end - at, len(inline.text))
            if start < end:
                spans.append(((r, i, start), (r, i, end)))
            at += len(inline.text)
    cells = dict.fromkeys(start[0] for start, _end in spans) if table else [None]
    for cell in cells:
        inside = [span for span in spans if cell is None or span[0][0] == cell]
        if inside:
            yield Stretch(0, inside[0][0], inside[-1][1])


def _whole(block: Block, found: list[Inlines]) -> list[Stretch]:
    """Return the whole block; of a table, its caption."""
    used = found[:1] if isinstance(block, Table) else found
    ends = [(r, i, len(inline.text)) for r, row in enumerate(used) for i, inline in enumerate(row)]
    return [Stretch(0, (*ends[0][:2], 0), ends[-1])] if ends else []


def _hull(number: int, stretches: list[Stretch], block: Block) -> Stretch:
    """Return one stretch from the first to the last; in a table, within the first cell."""
    row = stretches[0].start[0]
    inside = [stretch for stretch in stretches if stretch.start[0] == row or not isinstance(block, Table)]
    return Stretch(number, inside[0].start, inside[-1].end)


def _order(places: _Places) -> tuple[int, Point]:
    return (places[0][0], places[0][1][0].start) if places else (TITLE, (0, 0, 0))


def _quote(finding: Finding, places: _Places, blocks: Sequence[Block]) -> str:
    if not places:
        return finding.quote
    number, stretches = places[0]
    parts = ["".join(piece.text for row in pieces(blocks[number], [one]) for piece in row if piece.inside) for one in stretches]
    quote = "、".join(part or BLANK for part in parts)
    whole = plain(tuple(inline for row in rows(blocks[number]) for inline in row))
    return f"{quote[:_QUOTED]}…" if quote == whole and len(quote) > _QUOTED else quote
