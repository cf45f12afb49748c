"""The body of a Word file as a row of lines and grids, each line with its words and how they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from docx.oxml.ns import qn
from lxml.etree import tostring

from ...writers.docx_parts.elements import Element
from ..align import Item
from ..words import Kind, Token, comparable, words

_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n"}
_GAP = "TableGap"


@dataclass(frozen=True, slots=True)
class Ink(Token):
    """A token as it is written.

    Args:
        dress: the properties of its run.
        element: of a figure its content control, of what is no text the whole; None for words.
        marks: where the bookmark around a figure begins and ends.
    """

    dress: Element | None = None
    element: Element | None = None
    marks: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph.

    Args:
        section: the properties of the section that ends with it, as they are written; empty for none.
    """

    element: Element
    style: str
    section: bytes
    tokens: tuple[Ink, ...]

    @property
    def item(self) -> Item:
        """Only paragraphs of one style belong together."""
        return (self.style, self.section), comparable(self.tokens)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a paragraph in each cell."""

    element: Element
    cells: tuple[Line, ...]

    @property
    def item(self) -> Item:
        """Only rows of one style belong together: heads, totals and the rest."""
        return tuple(cell.style for cell in self.cells), "\t".join(comparable(cell.tokens) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, with the small paragraph that keeps it from what follows.

    Args:
        columns: how many; 0 for a table with merged cells, which changes as a whole.
    """

    element: Element
    rows: tuple[Row, ...]
    columns: int
    gap: Line | None = None

    @property
    def item(self) -> Item:
        """Only tables with as many columns belong together."""
        text = "\n".join(row.item[1] for row in self.rows)
        whole = tostring(self.element) if not self.columns else b""
        return ("table", self.columns, self.gap.section if self.gap else b"", whole), text


Flow: TypeAlias = "list[Line | Grid]"


def flow(elements: Iterable[Element], kinds: Mapping[Element, Kind]) -> Flow:
    """Return ``elements`` of a body as lines and grids.

    Args:
        kinds: of runs that hold a name or a generated number.
    """
    made: Flow = []
    for element in elements:
        if element.tag == qn("w:tbl"):
            made.append(_grid(element, kinds))
            continue
        line = _line(element, kinds)
        if line.style == _GAP and made and isinstance(made[-1], Grid) and made[-1].gap is None:
            made[-1] = Grid(made[-1].element, made[-1].rows, made[-1].columns, line)
        else:
            made.append(line)
    return made


def _grid(table: Element, kinds: Mapping[Element, Kind]) -> Grid:
    rows = []
    plain = next(table.iter(qn("w:vMerge"), qn("w:gridSpan")), None) is None
    for row in table.iterchildren(qn("w:tr")):
        cells = [[_line(p, kinds) for p in cell.iterchildren(qn("w:p"))] for cell in row.iterchildren(qn("w:tc"))]
        plain = plain and all(len(lines) == 1 for lines in cells)
        rows.append(Row(row, tuple(line for lines in cells for line in lines)))
    columns = len(rows[0].cells) if plain and rows else 0
    return Grid(table, tuple(rows), columns if all(len(row.cells) == columns for row in rows) else 0)


def _line(paragraph: Element, kinds: Mapping[Element, Kind]) -> Line:
    properties = paragraph.find(qn("w:pPr"))
    style = properties.find(qn("w:pStyle")) if properties is not None else None
    section = properties.find(qn("w:sectPr")) if properties is not None else None
    return Line(
        paragraph,
        str(style.get(qn("w:val"))) if style is not None else "",
        tostring(section) if section is not None else b"",
        tuple(_inks(paragraph, kinds)),
    )


def _inks(paragraph: Element, kinds: Mapping[Element, Kind]) -> Iterator[Ink]:
    opened: Element | None = None
    children = [child for child in paragraph if child.tag != qn("w:pPr")]
    for number, child in enumerate(children):
        if child.tag == qn("w:r"):
            yield from _words(child, kinds.get(child, "word"))
        elif child.tag == qn("w:sdt"):
            following = children[number + 1] if number + 1 < len(children) else None
            closed = following if opened is not None and following is not None and following.tag == qn("w:bookmarkEnd") else None
            yield _figure(child, (opened, closed) if opened is not None and closed is not None else ())
            opened = None
        elif child.tag == qn("w:bookmarkStart"):
            opened = child
        elif child.tag != qn("w:bookmarkEnd"):
            yield _other(child)


def _words(run: Element, kind: Kind) -> Iterator[Ink]:
    dress = run.find(qn("w:rPr"))
    for child in run:
        if child.tag == qn("w:t"):
            text = child.text or ""
            for token in words(text) if kind == "word" else (Token(text, kind),):
                yield Ink(token.text, token.kind, dress=dress)
        elif child.tag in _BREAKS:
            yield Ink(_BREAKS[child.tag], dress=dress)
        elif child.tag != qn("w:rPr"):
            yield _other(child, dress)


def _figure(control: Element, marks: tuple[Element, ...]) -> Ink:
    tag = next(control.iter(qn("w:tag")), None)
    fact = str(tag.get(qn("w:val"))) if tag is not None else ""
    text = "".join(t.text or "" for t in control.iter(qn("w:t")))
    return Ink(text, "figure", fact, element=control, marks=marks)


def _other(element: Element, dress: Element | None = None) -> Ink:
    """What is no text is the same where it is written the same."""
    return Ink("", "other", tostring(element).decode(), dress=dress, element=element)
