"""Lines of pages → paragraphs over pages, without page numbers and running heads; tables → rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from .base import BlockSpan, Cell, Kind, PageAnchor
from .outline import heading_level
from .pdf_layout import Char, Grid, Line, Page, grids, lines

_PAGE_NUMBER = re.compile(r"[-—–－_•·.\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*(?:共|总)?\s*\d{1,4}\s*页?)?[-—–－_•·.\s]*")
_TOKEN = re.compile(r"[0-9A-Za-z.,%％‰+\-~/:]*[，。；：、！？）》”’％]*")
_DIGITS = re.compile(r"\d+")
_WESTERN = re.compile(r"[A-Za-z]")
#: Page numbers and running heads stand within that share of the height.
_MARGIN = 0.14
_TITLE_SIZE = 1.2
_LONGEST_TITLE = 60
_FEW = 8
#: Sizes of type that differ by less are the same.
_SAME = 0.05
_SENTENCE_END = ("。", "！", "？", "：", "”", "）")
#: The step from the body to a head or foot, in steps from line to line.
_APART = 1.25
#: From line to line a body steps on by no more than that many characters' widths.
_WIDEST_STEP = 2.2
#: Columns of a table that goes on over a page may be off by that many points.
_EDGE = 4.0


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """A line or a table of a page, in the order of reading."""

    page: int
    number: int
    y: float
    line: Line | None = None
    rows: tuple[_Row, ...] = ()
    edges: tuple[float, ...] = ()


@dataclass(slots=True)
class _Output:
    text: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[BlockSpan] = field(default_factory=list)
    anchors: list[PageAnchor] = field(default_factory=list)
    tables: int = 0

    def put(self, text: str, item: _Item | None = None) -> None:
        if item and text:
            self.anchors.append(PageAnchor(self.length, self.length + len(text), item.page, item.number))
        self.text.append(text)
        self.length += len(text)

    def block(self, start: int, kind: Kind, page: int, cell: Cell | None = None) -> None:
        self.blocks.append(BlockSpan(start, self.length, kind, page=page, cell=cell))


def assemble(pages: Sequence[Page]) -> tuple[str, list[BlockSpan], tuple[PageAnchor, ...]]:
    """Return text, blocks and anchors of the pages."""
    items = [_items(page) for page in pages]
    kept = _without_margins(items, pages)
    output = _Output()
    body = [item.line for item in kept if item.line and len(item.line.text) > 10] or [item.line for item in kept if item.line]
    em = median(line.em for line in body) if body else 1.0
    left = Counter(round(line.x0) for line in body).most_common(1)[0][0] if body else 0
    ends = sorted(line.x1 for line in body)
    right = ends[int(len(ends) * 0.95) if len(ends) < 40 else int(len(ends) * 0.98) - 1] if ends else 0.0
    _Paragraphs(output, em, float(left), right, few=len(body) < _FEW).write(kept)
    return "".join(output.text), output.blocks, tuple(output.anchors)


def _items(page: Page) -> list[_Item]:
    rest = page.chars
    found: list[tuple[float, Line | None, Grid | None, list[Char]]] = []
    for grid in grids(page.segments):
        inside = [char for char in rest if grid.holds(char)]
        if inside:
            rest = [char for char in rest if not grid.holds(char)]
            found.append((grid.tops[0], None, grid, inside))
    found.extend((line.y, line, None, []) for line in lines(rest))
    found.sort(key=lambda item: -item[0])
    return [
        _Item(page.number, number, y, line, _rows(grid, inside) if grid else (), grid.lefts if grid else ())
        for number, (y, line, grid, inside) in enumerate(found, 1)
    ]


def _rows(grid: Grid, chars: list[Char]) -> tuple[_Row, ...]:
    cells: dict[tuple[int, int], list[Char]] = {}
    for char in chars:
        cells.setdefault(grid.cell(char), []).append(char)
    rows: list[_Row] = []
    columns = len(grid.lefts) - 1
    for row in sorted({row for row, _column in cells}):
        texts = ((c, _join([line.text.replace("\t", " ") for line in lines(cells.get((row, c), []))])) for c in range(columns))
        rows.append(_Row(tuple(texts)))
    return tuple(rows)


def _join(parts: Sequence[str]) -> str:
    text = ""
    for part in parts:
        text += _seam(text, part) + part
    return text


def _seam(before: str, after: str) -> str:
    """Return what stands between two lines of a paragraph: a blank only between words of letters."""
    return " " if before and _WESTERN.match(before[-1]) and _WESTERN.match(after[:1]) else ""


def _outer(page: list[_Item], height: float) -> list[_Item]:
    """Return what may be head or foot of a page: one or two lines in its margin, apart from the body."""
    steps = [above.y - below.y for above, below in pairwise(page) if above.line and below.line]
    em = median(item.line.em for item in page if item.line) if any(item.line for item in page) else 0.0
    apart = _APART * min(median(steps) if steps else 0.0, _WIDEST_STEP * em)
    found: list[_Item] = []
    for side in (page, page[::-1]):
        margin = [item for item in side[:2] if item.line and not height * _MARGIN < item.y < height * (1 - _MARGIN)]
        for count in range(len(margin), 0, -1):
            inner = side[count] if count < len(side) else None
            if inner is None or inner.line is None or abs(inner.y - margin[count - 1].y) > apart:
                found.extend(margin[:count])
                break
        else:
            found.extend(item for item in margin[:1] if item.line and _PAGE_NUMBER.fullmatch(item.line.text))
    return found


def _without_margins(items: list[list[_Item]], pages: Sequence[Page]) -> list[_Item]:
    """Leave out page numbers, and heads and feet that come back on half of the pages."""

    repeated = Counter(
        text
        for page, sheet in zip(items, pages, strict=True)
        for text in {_DIGITS.sub("0", item.line.text) for item in _outer(page, sheet.height) if item.line}
    )
    kept: list[_Item] = []
    for page, sheet in zip(items, pages, strict=True):
        dropped = {
            item.number
            for item in _outer(page, sheet.height)
            if item.line
            and (
                _PAGE_NUMBER.fullmatch(item.line.text) or (len(pages) > 2 and repeated[_DIGITS.sub("0", item.line.text)] * 2 >= len(pages))
            )
        }
        kept.extend(item for item in page if item.number not in dropped)
    return kept


def _alike(edges: Sequence[float], others: Sequence[float]) -> bool:
    return len(edges) == len(others) and all(abs(a - b) < _EDGE for a, b in zip(edges, others, strict=True))


class _Paragraphs:
    """Join lines that run on.

    Args:
        em: width of a Chinese character of the body.
        left, right: edges of the body.
        few: whether there are too few lines to know the edges; then the end of a sentence ends a paragraph.
    """

    def __init__(self, output: _Output, em: float, left: float, right: float, few: bool) -> None:
        self.output = output
        self.em = em
        self.left = left
        self.right = right
        self.few = few
        self.start = -1
        self.kind: Kind = "paragraph"
        self.page = 0
        self.last: _Item | None = None
        self.first = True
        self.table: tuple[tuple[float, ...], int, int, str] | None = None

    def write(self, items: Sequence[_Item]) -> None:
        """Write all items."""
        index = 0
        while index < len(items):
            item = items[index]
            if item.line is None:
                self._close()
                self._ruled(item)
            elif rows := self._tabbed(items[index:]):
                self._close()
                self._rows(rows)
                index += len(rows) - 1
            else:
                self._line(item, item.line)
            index += 1
        self._close()

    def _line(self, item: _Item, line: Line) -> None:
        self.table = None
        if self.last is None or self.last.line is None or not self._runs_on(self.last, self.last.line, item, line):
            self._close()
            self.start, self.page, self.first = self.output.length, item.page, True
            self.kind = "title" if self._is_title(item, line) else "paragraph"
            self.output.put(line.text, item)
        else:
            self.output.put(_seam(self.last.line.text, line.text))
            self.output.put(line.text, item)
            self.first = False
        self.last = item

    def _is_title(self, item: _Item, line: Line) -> bool:
        large = item.page == 1 and line.em > _TITLE_SIZE * self.em and len(line.text) < _LONGEST_TITLE
        return large and not heading_level(line.text)

    def _runs_on(self, before: _Item, above: Line, item: _Item, line: Line) -> bool:
        """Whether a line goes on with the paragraph of the one above it."""
        em = line.em
        if self.kind == "title":
            return self._is_title(item, line) and abs(above.em - em) < _SAME * em and before.y - item.y < 2.2 * em
        if abs(above.em - em) > 0.12 * em or "\t" in above.text or "\t" in line.text:
            return False
        token = _TOKEN.match(line.text)
        width = sum(0.55 if sign.isascii() else 1.0 for sign in (token.group() if token else "")) * em
        if self.right - above.x1 > 1.3 * em + width:
            return False
        if self.few and above.text.endswith(_SENTENCE_END):
            return False
        if line.x0 > self.left + 1.2 * em and (self.first or abs(line.x0 - above.x0) > 0.5 * em):
            return False
        return before.page != item.page or before.y - item.y < 2.6 * em

    def _close(self) -> None:
        if self.start >= 0:
            self.output.block(self.start, self.kind, self.page)
            self.output.put("\n")
        self.start, self.last = -1, None

    def _tabbed(self, items: Sequence[_Item]) -> list[_Item]:
        """Return the lines at the start that look like rows of a table without rules: at least two, with as many cells."""
        found: list[_Item] = []
        for item in items:
            if item.line is None or "\t" not in item.line.text:
                break
            if found and found[0].line and item.line.text.count("\t") != found[0].line.text.count("\t"):
                break
            found.append(item)
        return found if len(found) > 1 else []

    def _rows(self, items: Sequence[_Item]) -> None:
        for number, item in enumerate(items):
            if item.line is not None:
                self._row(item, _Row(tuple(enumerate(item.line.text.split("\t")))), self.output.tables, number)
        self.output.tables += 1
        self.table = None

    def _ruled(self, item: _Item) -> None:
        """Write a table; one that goes on from the page before keeps its number, and its head is not repeated."""
        rows = item.rows
        head = "\t".join(text for _column, text in rows[0].cells)
        index, number = self.output.tables, 0
        if self.table and _alike(self.table[0], item.edges):
            index, number = self.table[1], self.table[2]
            if head == self.table[3]:
                rows = rows[1:]
            head = self.table[3]
        else:
            self.output.tables += 1
        for row in rows:
            self._row(item, row, index, number)
            number += 1
        self.table = (item.edges, index, number, head)

    def _row(self, item: _Item, row: _Row, table: int, number: int) -> None:
        start, at = self.output.length, len(self.output.blocks)
        for position, (column, text) in enumerate(row.cells):
            if position:
                self.output.put("\t")
            begin = self.output.length
            self.output.put(text, item)
            self.output.block(begin, "table-cell", item.page, Cell(table, number, column))
        self.output.blocks.insert(at, BlockSpan(start, self.output.length, "table-row", page=item.page, cell=Cell(table, number)))
        self.output.put("\n")
