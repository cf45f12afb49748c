"""Tables: a caption, a head row that repeats on every page, rows that do not break."""

from __future__ import annotations

import re
from copy import copy
from itertools import pairwise

from ...document import Column, Table, Text, plain
from ...official import SIZES
from ..marking import Piece
from ..wording import column_head
from .elements import Element, el, ems, measure, paragraph
from .inlines import Scribe

#: A column is as wide as its longest cell wants to be within these bounds, in 字 of 小四.
_NARROWEST, _WIDEST = 4.0, 16.0
#: A head up to this width is wanted in one line.
_HEAD = 8.0
#: Cell margins, and what engines differ in.
_PADDING = 1.5


def table_elements(scribe: Scribe, table: Table, rows: list[list[Piece]]) -> list[Element]:
    """Return caption, table and the small paragraph that keeps it from the next block.

    Rows shorter than the head are filled with empty cells; longer ones widen the grid.
    """
    count = max([len(table.columns), *(len(row) for row in table.rows)])
    if not count:
        return []
    columns = table.columns + (Column(""),) * (count - len(table.columns))
    widths = _widths(scribe, columns, table)
    grid = el("tblGrid", None, *(el("gridCol", {"w": width}) for width in widths))
    made = el("tbl", None, _properties(scribe, table, sum(widths)), grid)
    heads = [[Piece(Text(name), name)] for name in map(column_head, columns)]
    if table.columns and not table.caption:
        heads[0] = rows[0]
    remaining = iter(rows[1:])
    # The head stays with the first row, so that it never ends a page alone.
    made.append(_row(scribe, heads, widths, [[el("keepNext"), el("jc", {"val": "center"})]] * count, "TableHead", header=True))
    fractions = [max((_after_units(cell) for cell in _cells(table, number)), default=0.0) for number in range(count)]
    for number, row in enumerate(table.rows, 1):
        style = "TableTotal" if table.total and number == len(table.rows) else "TableText"
        texts = [*map(plain, row), *[""] * (count - len(row))]
        cells = [next(remaining) if place < len(row) else [] for place in range(count)]
        aligned = [_alignment(column, text, fraction) for column, text, fraction in zip(columns, texts, fractions, strict=True)]
        made.append(_row(scribe, cells, widths, aligned, style))
    caption = [paragraph("Caption", scribe.pieces(rows[0]))] if table.caption else []
    return [*caption, made, paragraph("TableGap")]


def _cells(table: Table, number: int) -> list[str]:
    """Return the texts of one column."""
    return [plain(row[number]) for row in table.rows if number < len(row)]


def _alignment(column: Column, cell: str, fraction: float) -> list[Element]:
    """Return the properties that align a cell.

    Decimal points are brought under each other by an indent from the right that makes up for the
    decimals a cell lacks: LibreOffice does not align at a decimal tab in a cell as Word does.
    """
    if column.align != "decimal":
        return [el("jc", {"val": column.align})]
    missing = fraction - _after_units(cell)
    return [el("ind", {"right": round(missing * SIZES["小四"] * 20)}), el("jc", {"val": "right"})]


def _after_units(cell: str) -> float:
    """Return the width in 字 of what stands to the right of the units digit: point, decimals, a unit."""
    found = re.search(r"\d[\d,]*", cell)
    return sum(0.25 if c == "." else ems(c) for c in cell[found.end() :]) if found else 0.0


def _properties(scribe: Scribe, table: Table, width: int) -> Element:
    look = {
        "val": "0460" if table.total else "0420",
        "firstRow": 1,
        "lastRow": int(table.total),
        "firstColumn": 0,
        "lastColumn": 0,
        "noHBand": 0,
        "noVBand": 1,
    }
    made = el(
        "tblPr",
        None,
        el("tblStyle", {"val": "OfficialTable"}),
        el("tblW", {"w": width, "type": "dxa"}),
        el("jc", {"val": "center"}),
        el("tblLayout", {"type": "fixed"}),
        el("tblLook", look),
    )
    if table.caption:
        made.append(el("tblCaption", {"val": scribe.clean(table.caption)}))
    return made


def _widths(scribe: Scribe, columns: tuple[Column, ...], table: Table) -> list[int]:
    """Share the 版心 out by what the columns hold; the widths add up to it exactly."""
    wanted = []
    for number, column in enumerate(columns):
        head = ems(column_head(column))
        longest = max([head if head <= _HEAD else head / 2, *(ems(cell) for cell in _cells(table, number))])
        wanted.append(min(max(longest, _NARROWEST), _WIDEST) + _PADDING)
    whole = measure(scribe.profile)
    # Too much in all: the widest give way first, so that names and figures stay on one line.
    room, cap = whole / (SIZES["小四"] * 20), max(wanted)
    while cap > _NARROWEST and sum(min(width, cap) for width in wanted) > room:
        cap -= 0.25
    wanted = [min(width, cap) for width in wanted]
    total = sum(wanted)
    edges = [round(whole * sum(wanted[:number]) / total) for number in range(len(wanted) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _row(
    scribe: Scribe, cells: list[list[Piece]], widths: list[int], aligned: list[list[Element]], style: str, *, header: bool = False
) -> Element:
    row_properties = el("trPr", None, el("cantSplit"), el("trHeight", {"val": scribe.profile.pitch_twips, "hRule": "atLeast"}))
    if header:
        row_properties.append(el("tblHeader"))
    row = el("tr", None, row_properties)
    for content, width, properties in zip(cells, widths, aligned, strict=True):
        cell = el("tcPr", None, el("tcW", {"w": width, "type": "dxa"}), el("vAlign", {"val": "center"}))
        row.append(el("tc", None, cell, paragraph(style, scribe.pieces(content), *(copy(p) for p in properties))))
    return row
