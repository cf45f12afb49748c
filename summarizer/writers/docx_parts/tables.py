"""Tables: a caption, a head row that repeats on every page, rows that do not break."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import replace
from itertools import pairwise

from ...document import Column, FigureRef, Table, Text, plain
from ...official import SIZES, twips
from ..columns import NOTHING, Shape
from ..marking import Piece
from ..widths import ems
from ..wording import column_head
from .elements import Element, el, measure, paragraph
from .inlines import Scribe
from .styles import CELL_MARGIN, SMALL


def table_elements(scribe: Scribe, table: Table, layout: Shape, rows: list[list[Piece]], *, landscape: bool = False) -> list[Element]:
    """Return caption, table and the small paragraph that keeps it from the next block.

    Rows shorter than the head are filled with empty cells. A unit that the head shows for the whole
    column is left out of the cells; the figure's control stays the whole figure's.
    """
    count = len(layout.columns)
    if not count:
        return []
    profile = scribe.profile
    whole = twips(profile.page_height) - twips(profile.top) - twips(profile.bottom) if landscape else measure(profile)
    size = layout.size(profile)
    kind = "Small" if size == SMALL else ""
    widths = _widths(layout, whole, SIZES[size])
    grid = el("tblGrid", None, *(el("gridCol", {"w": width}) for width in widths))
    made = el("tbl", None, _properties(scribe, table, sum(widths)), grid)
    heads = [[Piece(Text(name), name)] for name in (_head(*pair, SIZES[size]) for pair in zip(layout.columns, widths, strict=True))]
    if table.columns and not table.caption and not layout.cut[0]:
        heads[0] = rows[0]
    remaining = iter(rows[1:])
    made.append(_row(scribe, heads, widths, [[]] * count, f"TableHead{kind}", header=True))
    texts = [[layout.shown(plain(cell), place) for place, cell in enumerate(row)] for row in table.rows]
    fractions = [max((_after_units(row[place]) for row in texts if place < len(row)), default=0.0) for place in range(count)]
    for number, row in enumerate(texts, 1):
        total = table.total and number == len(texts)
        cells = [_without(next(remaining), layout.cut[place]) if place < len(row) else [] for place in range(count)]
        shown = [*row, *[""] * (count - len(row))]
        # A total is not alone on a page.
        keep = [el("keepNext")] if table.total and number == len(texts) - 1 else []
        aligned = [[*keep, *_alignment(*three, SIZES[size])] for three in zip(layout.columns, shown, fractions, strict=True)]
        made.append(_row(scribe, cells, widths, aligned, f"TableTotal{kind}" if total else f"TableText{kind}"))
    caption = [paragraph("Caption", scribe.pieces(rows[0]))] if table.caption else []
    return [*caption, made, paragraph("TableGap")]


def _head(column: Column, width: int, size: float) -> str:
    """Return a column's name with its unit, which stands on a line of its own where one line is too short for both."""
    head = column_head(column)
    if column.unit and ems(head) * size * 20 > width - 2 * CELL_MARGIN:
        return f"{column.head}\n{head.removeprefix(column.head)}"
    return head


def _without(cell: list[Piece], unit: str) -> list[Piece]:
    """Return the pieces of a cell without the unit at its end, unless an opinion stands on the unit alone."""
    last = cell[-1] if cell else None
    if not unit or last is None or not isinstance(last.inline, FigureRef) or len(last.text) <= len(unit):
        return cell
    return [*cell[:-1], replace(last, text=last.text.removesuffix(unit))]


def _alignment(column: Column, cell: str, fraction: float, size: float) -> list[Element]:
    """Return the properties that align a cell; one that says nothing stands in the middle.

    Decimal points are brought under each other by an indent from the right that makes up for the
    decimals a cell lacks: LibreOffice does not align at a decimal tab in a cell as Word does.
    """
    if cell in NOTHING:
        return [el("jc", {"val": "center"})]
    if column.align != "decimal":
        return [el("jc", {"val": column.align})]
    missing = fraction - _after_units(cell)
    return [el("ind", {"right": round(missing * size * 20)}), el("jc", {"val": "right"})]


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


def _widths(layout: Shape, whole: int, size: float) -> list[int]:
    """Share ``whole`` out by what the columns hold; the widths add up to it exactly."""
    shares = layout.shares(whole / (size * 20))
    edges = [round(whole * sum(shares[:number]) / sum(shares)) for number in range(len(shares) + 1)]
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
