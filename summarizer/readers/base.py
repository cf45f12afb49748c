"""What every reader returns: a text, what its stretches are, and the way back into the file.

``Reading.text`` is what everything later is judged on. Offsets are counted in characters (code points) of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from ..patterns import lazy

Kind = Literal[
    "title", "heading", "paragraph", "list", "table-row", "table-cell", "footnote", "text-box", "contents", "metadata", "caption"
]

_LINE_END = lazy("\r\n|\r|\n")
_REFERENCE = lazy("[\\[〔［⁽][⁰¹²³⁴-⁹]{1,3}[\\]〕］⁾]")
_SUPERSCRIPT = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table.

    Args:
        table: the tables of a document are numbered from 0.
        row: counted from 0.
        column: column of the grid, counted from 0 (-1 for a row as a whole).
        span: columns covered.
        head: whether it stands in a heading row that the file marks as one.
    """

    table: int
    row: int
    column: int = -1
    span: int = 1
    head: bool = False


@dataclass(slots=True, unsafe_hash=True)
class BlockSpan:
    """A stretch of the text with one function; blank space around it is left out. Nothing changes one; to freeze it would cost thrice.

    A ``table-row`` covers its ``table-cell`` spans; all other spans lie one after the other. An empty cell has
    ``start == end``.

    Args:
        start, end: ``text[start:end]``; never holds the newline that ends the paragraph.
        kind: its function. ``contents`` is a table of contents, ``metadata`` a head of `key: value` lines.
        level: of a heading or list item, counted from 1; 0 where there is none.
        generated: characters at the start that do not stand in the file (automatic numbering).
        page: in a PDF, counted from 1; else 0.
        cell: where it stands in a table.
        guessed: whether the kind was concluded from the wording (``一、`` at the start) and not said by the file.
    """

    start: int
    end: int
    kind: Kind = "paragraph"
    level: int = 0
    generated: int = 0
    page: int = 0
    cell: Cell | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """``text[start:end]`` is one uninterrupted stretch of the file."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RunAnchor(Anchor):
    """Characters of a DOCX, counted in the XML as it was before reading.

    Args:
        part: name in the package, such as ``word/document.xml``.
        paragraph: index of the ``w:p`` among all of the part (``root.iter(w:p)``).
        run: index of the ``w:r`` among all of the part (``root.iter(w:r)``).
        child: index of the element (``w:t``, ``w:tab`` …) among the children of the run.
        offset: where in the text of that ``w:t`` the stretch begins.
    """

    part: str = ""
    paragraph: int = 0
    run: int = 0
    child: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class PageAnchor(Anchor):
    """A line of a PDF page.

    Args:
        page: counted from 1.
        line: lines of the page, counted from 1 from the top (in a ruled table, those of a cell count as one).
    """

    page: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class ElementAnchor(Anchor):
    """A block of an HTML page.

    Args:
        path: XPath of the element that holds it, as lxml parses the page.
    """

    path: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that was read.

    Args:
        path: as the user would name it.
        format: ``txt``, ``md``, ``docx``, ``pdf``, ``html``, ``doc`` or ``wps``: what it is, whatever its name says.
        text: paragraphs ended by a newline. Of a ``.txt`` or ``.md``: the file's own characters, with its own line
            ends; where a byte-order mark stands at the start it is no part of the text, so offsets count from
            the character behind it.
        blocks: in the order of the text.
        anchors: in the order of the text, without overlap; what no anchor covers was made by the reader (a newline,
            a tab between cells, an automatic number). Empty for ``.txt`` and ``.md``, whose text is the file.
        line_starts: offsets at which lines begin.
        note: what a person should know, such as that it was read as GB 18030; lines, or empty.
        metadata: what the page or file says of itself, such as 索引号; keys are Chinese labels or ``title``.
    """

    path: str
    format: str
    text: str
    blocks: tuple[BlockSpan, ...] = ()
    anchors: tuple[Anchor, ...] = field(default=(), repr=False)
    line_starts: tuple[int, ...] = field(default=(0,), repr=False)
    note: str = ""
    metadata: dict[str, str] = field(default_factory=dict)

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, both counted from 1, of a character offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def block_at(self, offset: int) -> BlockSpan | None:
        """Return the smallest block that covers a character."""
        found = None
        for block in self.blocks[: bisect_right(self.blocks, offset, key=lambda b: b.start)][-64:]:
            if block.start <= offset < block.end:
                found = block
        return found

    def stretches(self, start: int, end: int) -> Iterator[tuple[Anchor, int, int]]:
        """Yield what ``text[start:end]`` is made of in the file.

        Each item is an anchor and the part of its characters that is meant, counted from the anchor's start:
        ``(anchor, 2, 5)`` are its third to fifth character.
        """
        first = max(bisect_right(self.anchors, start, key=lambda a: a.start) - 1, 0)
        for anchor in self.anchors[first:]:
            if anchor.start >= end:
                return
            if anchor.end > start:
                yield anchor, max(start, anchor.start) - anchor.start, min(end, anchor.end) - anchor.start


@dataclass(frozen=True, slots=True)
class Content:
    """What a format's reader hands back; the registry makes a :class:`Reading` of it."""

    text: str
    blocks: tuple[BlockSpan, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    notes: tuple[str, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)


def line_starts(text: str) -> tuple[int, ...]:
    r"""Return the offsets at which lines begin; lines end with ``\n``, ``\r\n`` or ``\r``."""
    if "\r" in text:
        return (0, *(m.end() for m in _LINE_END.finditer(text)))
    starts = [0]
    found = text.find("\n")
    while found >= 0:
        starts.append(found + 1)
        found = text.find("\n", found + 1)
    return tuple(starts)


def superscript(text: str) -> str:
    """Return raised digits as raised characters: 10⁴ is not 104. The length stays."""
    return text.translate(_SUPERSCRIPT)


def without_references(text: str) -> str:
    """Return the text without raised numbers in brackets: they refer to a note and are no part of the sentence."""
    return _REFERENCE.sub("", text)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return ``start`` and ``end`` without the blank space around ``text[start:end]``."""
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return (start, start) if left == len(part) else (start + left, start + len(part.rstrip()))
