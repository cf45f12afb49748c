"""Prose as a rule reads it: stretches of text, each with the way back to the document and to the file.

A passage is a paragraph with its number and lead, a heading, a table's cell, a line of the frame (title,
addressee …), or a whole text that was read. Its offsets are mapped to the YAML scalar that the words came from.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ..claims.base import Place
from ..document import Document, FigureRef, Generated, Inline, Inlines, Name, Origin, Paragraph, Table, Text, inlines_of
from ..facts.factset import FactSet
from ..facts.source import Scalar, Source
from ..findings import Anchor
from ..patterns import lazy
from .places import Lines, fact_place, scalar_place, scalars, source_of

_HEADING = lazy(r"^#{1,6}[ \t]+")
_PIECE = lazy("[^\0]+")
_HABIT = 3
"""Half-width marks between Chinese characters that are a habit, and no slips."""
_LOOKED = 60
"""Commas and semicolons of a text that are looked at: most group the digits of numbers."""
_GAP = lazy(
    r" (?:(?<=[\u4e00-\u9fff，、：（] )(?=[0-9])"
    r"|(?<=[0-9%％] )(?<![。；！？ \n] [0-9] )(?<![。；！？ \n] [0-9]{2} )(?=[\u4e00-\u9fff%％，。；、：（）])|(?<=[%％] )(?=[0-9]))"
)
_BEFORE_MARK = lazy(r" (?<=[\u4e00-\u9fff] )(?=[，。；、,;])")
_NO_GAP = lazy(r"[0-9](?<=[\u4e00-\u9fff][0-9])")
_SOME_GAPS, _OFTEN = 5, 0.5
"""Blanks beside figures that are a habit: so many, and for each figure behind a word without one."""
_TO_WIDE = lazy(
    r"(?<![0-9]),|,(?![0-9 ])|(?<=[\u4e00-\u9fff”》）)%0-9]);|(?<![0-9A-Za-z]):(?!/)|(?<=[0-9]):(?=[\u4e00-\u9fff])|[()]"
)
_WIDE = dict(zip(",;:()", "，；：（）", strict=True))
_TEMPLATE = lazy(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}")


def _has_habit(text: str) -> bool:
    """Whether a text writes half-width marks between Chinese characters more than by a slip."""
    found = 0
    for mark in ",;":
        at = text.find(mark)
        for _ in range(_LOOKED):
            if at <= 0:
                break
            found += "\u4e00" <= text[at - 1] <= "\u9fff" and "\u4e00" <= text[at + 1 : at + 2] <= "\u9fff"
            if found >= _HABIT:
                return True
            at = text.find(mark, at + 1)
    return False


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of prose that is read as one.

    Args:
        start: where it begins in :attr:`Prose.text`.
        block: its number in the document; −1 for the frame and for a text of no document.
        base: where it begins in the block's plain text.
        inlines: what it is made of; empty for a text of no document.
        origins: where its words may have been written, in order; with the offset from which on.
    """

    text: str
    start: int = 0
    block: int = -1
    base: int = 0
    inlines: Inlines = ()
    origins: tuple[tuple[int, Origin], ...] = ()

    def parts(self, start: int, end: int) -> Iterator[tuple[Inline, int, int, int]]:
        """Yield the inlines that ``text[start:end]`` touches: inline, its offset, and the slice of it. Blank figures within count."""
        offset = 0
        for inline in self.inlines:
            stop = offset + len(inline.text)
            if (offset < end and start < stop) or (offset == stop and start <= offset <= end):
                yield inline, offset, max(start - offset, 0), min(end, stop) - offset
            offset = stop

    def anchor(self, start: int, end: int) -> tuple[Anchor | None, tuple[str, ...]]:
        """Return the place of ``text[start:end]`` in the document and the ids of the figures in it."""
        if self.block < 0:
            return None, ()
        figures = [inline for inline, *_rest in self.parts(start, end) if isinstance(inline, FigureRef)]
        ids = tuple(dict.fromkeys(figure.fact for figure in figures))
        return Anchor(self.block, tuple(figure.anchor for figure in figures), self.base + start, self.base + end), ids


class Prose:
    """All prose of a context."""

    def __init__(self, facts: FactSet | None, document: Document | None, text: str, path: str) -> None:
        self._facts = facts
        self._document = document
        self._text = text
        self._lines = Lines(text, path)
        self._loose: dict[str, _Loose] = {}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """In reading order; those of the frame last."""
        if self._document is None:
            return (Passage(self._text),) if self._text else ()
        found: list[Passage] = []
        start = 0
        for number, base, inlines, origins in _stretches(self._document):
            if text := "".join([inline.text for inline in inlines]):
                found.append(Passage(text, start, number, base, inlines, origins))
                start += len(text) + 1
            elif inlines:
                found.append(Passage("", start, number, base, inlines, origins))
                start += 1
        return tuple(found)

    @cached_property
    def text(self) -> str:
        """All passages, one to a line; a text of no document as it was read."""
        return "\n".join([passage.text for passage in self.passages])

    @cached_property
    def gaps(self) -> tuple[int, ...]:
        """Where the text has a blank before a mark, or beside a figure if that is its habit, as where it comes from the web: 增长 5.2 %."""
        if self._document is not None or " " not in self.text:
            return ()
        before_marks = tuple(match.start() for match in _BEFORE_MARK.finditer(self.text))
        if self.text.count(" ") < _SOME_GAPS:
            return before_marks
        found = tuple(match.end() - 1 for match in _GAP.finditer(self.text))
        habit = len(found) >= _SOME_GAPS and len(found) >= len(_NO_GAP.findall(self.text)) * _OFTEN
        return tuple(sorted({*before_marks, *found})) if habit else before_marks

    @cached_property
    def close(self) -> str:
        """The text without such blanks: few patterns expect them."""
        if not self.gaps:
            return self.text
        return "".join([self.text[start + 1 : end] for start, end in pairwise((-1, *self.gaps, len(self.text)))])

    def open(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of :attr:`close` stands in the text."""
        if not self.gaps:
            return start, end
        start += bisect_right(self._before_gaps, start)
        return start, max(start, end + bisect_left(self._before_gaps, end))

    @cached_property
    def _before_gaps(self) -> list[int]:
        """Where the blanks stood in what is left."""
        return [gap - n for n, gap in enumerate(self.gaps)]

    @cached_property
    def wide(self) -> str:
        """:attr:`close` with its half-width marks in full width, where it has the habit of writing such: most patterns know full ones."""
        text = self.close
        habit = _has_habit(text)
        return _TO_WIDE.sub(lambda match: _WIDE[match.group()], text) if habit else text

    def passage_at(self, start: int, end: int) -> Passage | None:
        """Return the passage that ``text[start:end]`` stands in; ``None`` if it crosses the border of two."""
        passage = self.passages[bisect_right(self.passages, start, key=_start) - 1]
        return passage if end <= passage.start + len(passage.text) else None

    def figure_anchors(self) -> dict[str, tuple[Anchor, ...]]:
        """Return where each fact stands in the document, one anchor for each block."""
        found: dict[str, dict[int, list[tuple[str, int, int]]]] = {}
        for passage in self.passages:
            offset = passage.base
            for inline in passage.inlines:
                stop = offset + len(inline.text)
                if isinstance(inline, FigureRef):
                    found.setdefault(inline.fact, {}).setdefault(passage.block, []).append((inline.anchor, offset, stop))
                offset = stop
        return {
            fact: tuple(Anchor(block, tuple(name for name, _a, _b in rows), rows[0][1], rows[-1][2]) for block, rows in blocks.items())
            for fact, blocks in found.items()
        }

    def place(self, passage: Passage, start: int, end: int) -> Place:
        """Return where ``passage.text[start:end]`` is written: exactly, else the line it came from."""
        if self._document is None:
            return self._lines.place(start, end)
        if self._facts is None:
            return Place()
        parts = list(passage.parts(start, end))
        if any(isinstance(inline, Name) for inline, *_rest in parts) and (place := self._named(self._facts, passage, start, end)):
            return place
        typed = [self._typed(passage, inline, offset, low, high) for inline, offset, low, high in parts if isinstance(inline, Text)]
        figures = (self._figure(self._facts, inline) for inline, *_rest in parts if isinstance(inline, FigureRef))
        return self._joined([place for place in typed if place]) or next(filter(None, figures), None) or self._line(passage)

    def _joined(self, spans: list[Place]) -> Place | None:
        """One place over several, if they stand in one file."""
        spans = [span for span in spans if span.path == spans[0].path]
        source = source_of(self._facts, spans[0].path) if spans and self._facts else None
        if source is None:
            return None
        low, high = min(span.start for span in spans), max(span.end for span in spans)
        where = source.place(low)
        return Place(source.name, where.line, where.column, low, high, source.text[low:high])

    def _typed(self, passage: Passage, inline: Inline, offset: int, low: int, high: int) -> Place | None:
        """Where characters of typed prose stand in their YAML scalar."""
        nearest = [origin for start, origin in reversed(passage.origins) if start <= offset]
        rest = [origin for start, origin in passage.origins if start > offset]
        for origin in dict.fromkeys((*nearest, *rest)):
            scalar = self._prose_scalars.get(origin.key) if origin.kind == "yaml" else None
            source = source_of(self._facts, origin.path) if scalar and self._facts else None
            if scalar is None or source is None:
                continue
            loose = self._loose.get(origin.key)
            if loose is None:
                loose = self._loose[origin.key] = _Loose(source, scalar)
            start = next(begin for begin, known in passage.origins if known == origin)
            nth = sum(earlier.text == inline.text for earlier, at, *_rest in passage.parts(start, offset) if at < offset)
            if span := loose.find(inline.text, source.offset(origin.line), nth, low, high):
                where = source.place(span[0])
                return Place(source.name, where.line, where.column, *span, source.text[span[0] : span[1]])
        return None

    def _figure(self, facts: FactSet, figure: FigureRef) -> Place | None:
        """Where a figure that was put in is written."""
        fact = facts.facts.get(figure.fact)
        place = fact_place(facts, fact) if fact else None
        return place if place and place.end else None

    def _named(self, facts: FactSet, passage: Passage, start: int, end: int) -> Place | None:
        """Where a name is written that ``text[start:end]`` lies in. Marks in a name are text of their own, so its parts do not tell."""
        for scalar in self._values:
            size = len(scalar.text)
            if size >= end - start and (at := passage.text.find(scalar.text, max(end - size, 0), start + size)) >= 0:
                return scalar_place(facts, scalar, start - at, end - at)
        return None

    def _line(self, passage: Passage) -> Place:
        """The line of the file that the passage came from, as a whole."""
        origin = next((origin for _start, origin in passage.origins if origin.kind == "yaml"), None)
        source = source_of(self._facts, origin.path) if origin and self._facts else None
        if origin is None or source is None:
            first = next((origin for _start, origin in passage.origins), None)
            return Place(first.path, first.line) if first else Place(self._facts.report.where.path if self._facts else "")
        start = source.offset(origin.line, origin.column)
        end = source.text.find("\n", start)
        end = len(source.text) if end < 0 else end
        return Place(source.name, origin.line, origin.column, start, end, source.text[start:end])

    @cached_property
    def _prose_scalars(self) -> dict[str, Scalar]:
        if self._facts is None:
            return {}
        found = {f"{entry.id}.{key}": scalar for entry in self._facts.walk() for key, scalar in entry.prose.items()}
        report = self._facts.report
        found |= {f"report.{key}": scalar for key, scalar in (("opening", report.opening), ("closing", report.closing)) if scalar}
        return found

    @cached_property
    def _values(self) -> list[Scalar]:
        """Values of one line, in file order."""
        sources = self._facts.sources.values() if self._facts else ()
        return [scalar for source in sources for scalar in scalars(source.root) if scalar.style != "|" and scalar.text]


class _Loose:
    """The typed words of a prose scalar in pieces: between template parts and paragraphs; line breaks and indentation gone."""

    def __init__(self, source: Source, scalar: Scalar) -> None:
        start = source.offset(scalar.first_line)
        region = _TEMPLATE.sub(lambda match: "\0" * len(match.group()), source.text[start : scalar.end])
        parts: list[str] = []
        self._at: list[int] = []
        for line in region.splitlines(keepends=True):
            words = _HEADING.sub("\0", line.strip()) or "\0"
            low = start + len(line.rstrip()) - len(words) if line.strip() else start
            parts.append(words)
            self._at.extend(range(low, low + len(words)))
            start += len(line)
        self._text = "".join(parts)

    def find(self, text: str, begin: int, nth: int, low: int, high: int) -> tuple[int, int] | None:
        """Return where ``text[low:high]`` stands in the file, ``text`` being the ``nth`` such piece typed at or after ``begin``."""
        first = bisect_left(self._at, begin)
        pieces = [match.start() for match in _PIECE.finditer(self._text, first) if match.group().strip() == text.strip()]
        if pieces:
            start = pieces[min(nth, len(pieces) - 1)] + low - len(text) + len(text.lstrip())
        elif (start := self._text.find(text, first)) >= 0:
            start += low
        elif (start := self._text.find(text[low:high], first)) < 0:
            return None
        stop = start + high - low
        return (self._at[start], self._at[stop - 1] + 1) if 0 <= start < stop <= len(self._at) else None


def _start(passage: Passage) -> int:
    return passage.start


def _stretches(document: Document) -> Iterator[tuple[int, int, Inlines, tuple[tuple[int, Origin], ...]]]:
    """Block, offset in it, inlines, origins of every stretch."""
    for number, block in enumerate(document.blocks()):
        spans = block.spans if isinstance(block, Paragraph) else ()
        origins = tuple([(span.start, span.origin) for span in spans]) or (((0, block.origin),) if block.origin else ())
        if isinstance(block, Table):
            base = 0
            for cell in inlines_of(block):
                yield number, base, cell, origins
                base += sum([len(inline.text) for inline in cell])
        else:
            lead = block.lead if isinstance(block, Paragraph) else ()
            yield number, 0, (*((Generated(block.number),) if block.number else ()), *lead, *block.content), origins
    for text in _frame(document):
        if text:
            yield -1, 0, (Name(text),), ()


def _frame(document: Document) -> Iterator[str]:
    """The words around the body, as somebody wrote them."""
    yield from document.title
    yield document.addressee
    yield document.note
    for block in document.blocks():
        if isinstance(block, Table):
            yield from (block.caption, *(column.head for column in block.columns))
    if document.signature:
        yield from document.signature.names
    for attachment in document.attachments:
        yield attachment.title
    if head := document.letterhead:
        yield from (*head.issuers, head.document_number, *head.signatories)
    if imprint := document.imprint_block:
        yield from (*imprint.copies_to, imprint.printed_by)
