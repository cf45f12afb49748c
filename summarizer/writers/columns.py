"""How a table is laid out on paper, alike in every format: units, alignment, portrait or landscape."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..document import Column, FigureRef, Inlines, Table, plain
from ..official import SIZES, Profile
from .widths import ems
from .wording import column_head

#: A figure as a cell shows it: 约4116万元 is 约4116 and 万元. What hedges behind the unit stays with its figure.
_SHOWN = re.compile(r"(\D{0,2}?[-+－＋]?\d[\d,]*(?:\.\d+)?)([^\d\s.,，。()（）余多以约近超]{1,5})")
_FIGURE = re.compile(r"\D{0,3}\d[\d,.]*\D{0,5}")
#: Cells that say that there is nothing to say.
NOTHING = frozenset(("", "—", "－", "-", "/", "无"))
#: A column is as wide as its longest cell wants to be within these bounds, in 字.
NARROWEST, WIDEST = 2.0, 16.0
#: Cell margins, and what engines differ in; and the margins alone.
PADDING, _MARGIN = 1.0, 0.95
#: In a crowded table words turn in columns this narrow; its figures are never broken.
_TURNED = 4.0


@dataclass(frozen=True, slots=True)
class Shape:
    """The layout of a table.

    Args:
        columns: as they are set: with the unit that was taken out of the cells, and their alignment.
        cut: for each column, the unit that its cells end with and that the head shows instead.
        wanted: for each column, its natural width in 字 of 小四, with cell margins.
        needed: for each column, what it cannot do without: its figures whole, its words turned.
    """

    columns: tuple[Column, ...]
    cut: tuple[str, ...]
    wanted: tuple[float, ...]
    needed: tuple[float, ...]

    def wide(self, profile: Profile) -> bool:
        """Whether it is too wide for an upright page."""
        return sum(self.needed) > _room(profile.page_width - profile.left - profile.right)

    def size(self, profile: Profile) -> str:
        """Return the size of its text: 小四, or 五号 where even a page on its side is too narrow for that."""
        return "五号" if sum(self.needed) > _room(profile.page_height - profile.top - profile.bottom) else "小四"

    def shares(self, room: float) -> tuple[float, ...]:
        """Return the columns' widths for ``room`` in 字: each what it needs, and its part of what is left of the rest it wants."""
        needed, wanted = sum(self.needed), sum(self.wanted)
        part = min(max((room - needed) / (wanted - needed), 0.0), 1.0) if wanted > needed else 0.0
        widths = [need + part * (want - need) for want, need in zip(self.wanted, self.needed, strict=True)]
        return tuple(width * room / sum(widths) for width in widths)

    def shown(self, cell: str, place: int) -> str:
        """Return the text of a cell without the unit that its head shows."""
        return cell.removesuffix(self.cut[place]) if self.cut[place] else cell


def _room(mm: float) -> float:
    """Return how many 字 of 小四 go into a width."""
    return mm * 72 / 25.4 / SIZES["小四"]


def shape(table: Table) -> Shape:
    """Return how ``table`` is laid out; rows longer than the head widen it."""
    count = max([len(table.columns), *(len(row) for row in table.rows)])
    given = table.columns + (Column(""),) * (count - len(table.columns))
    cut = tuple(_shared_unit(column, _cells(table, number)) for number, column in enumerate(given))
    columns = tuple(replace(column, unit=unit, align="decimal") if unit else column for column, unit in zip(given, cut, strict=True))
    made = Shape(columns, cut, (), ())
    texts = [[made.shown(plain(cell), number) for cell in _cells(table, number)] for number in range(count)]
    wanted = tuple(_wanted(column, cells) for column, cells in zip(columns, texts, strict=True))
    needed = tuple(_needed(column, cells) for column, cells in zip(columns, texts, strict=True))
    return replace(made, wanted=wanted, needed=needed)


def _cells(table: Table, number: int) -> list[Inlines]:
    return [row[number] for row in table.rows if number < len(row)]


def _shared_unit(column: Column, cells: list[Inlines]) -> str:
    """Return the unit with its scale that every figure of a column ends with; empty if they differ or there is but one."""
    figures = [cell for cell in cells if plain(cell).strip() not in NOTHING]
    if column.unit or column.align not in ("right", "decimal") or len(figures) < 2:
        return ""
    units = set()
    for cell in figures:
        match = _SHOWN.fullmatch(plain(cell)) if len(cell) == 1 and isinstance(cell[0], FigureRef) else None
        units.add(match[2] if match else "")
    return units.pop() if len(units) == 1 else ""


def _heads(column: Column, limit: float) -> list[float]:
    """Return the widths of a head's lines: its name, in two if it is wider than ``limit``, and its unit."""
    name = ems(column.head)
    return [name if name <= limit else name / 2, ems(column.unit) + 2 if column.unit else 0.0]


def _wanted(column: Column, cells: list[str]) -> float:
    whole = ems(column_head(column))
    longest = max([*([whole] if whole <= 2 * _TURNED else _heads(column, 2 * _TURNED)), *map(ems, cells)])
    return min(max(longest, NARROWEST), WIDEST) + PADDING


def _needed(column: Column, cells: list[str]) -> float:
    shortest = [ems(cell) if _FIGURE.fullmatch(cell) else min(ems(cell), _TURNED) for cell in cells]
    return min(max([*_heads(column, _TURNED), *shortest, NARROWEST]), WIDEST) + _MARGIN
