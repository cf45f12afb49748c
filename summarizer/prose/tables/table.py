"""A table that was understood: its columns of figures, its rows, and the figure where they cross with its unit."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...claims.base import Operand, Place, stretch
from ..ground import Ground
from .cells import Cell, figure
from .heads import Head, Role, count_unit

_LABEL = 24


@dataclass(slots=True, eq=False)
class Row:
    """A row of the body.

    Args:
        label: what it is, without numbering, 其中 and unit. head: its label read as a head.
        unit: of its figures, from its label or a column of units. group: label of the merged cells before it.
        indent: blanks before the label. rank: of its numbering (一、 is 1, （一） 2); 0 for none.
        part: it begins with 其中. total, subtotal: 合计, 小计.
    """

    label: str
    head: Head
    cells: dict[int, Cell]
    unit: str = ""
    group: str = ""
    indent: int = 0
    rank: int = 0
    part: bool = False
    total: bool = False
    subtotal: bool = False


@dataclass(slots=True, eq=False)
class Column:
    """A column of figures.

    Args:
        role: of its own head, or of the one above it. above: the heads above its own.
        group: columns that belong together have one: those under one head, or those of one name under several.
    """

    number: int
    head: Head
    role: Role
    year: int
    above: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    unit: str = ""
    name: str = ""


@dataclass(slots=True, eq=False)
class Table:
    """A table.

    Args:
        unit: that the caption gives for amounts. year: of the caption, 0 for none.
        real: a note says that rates are not of the amounts shown.
    """

    ground: Ground
    columns: list[Column]
    rows: list[Row]
    unit: str = ""
    year: int = 0
    real: bool = False
    _known: dict[tuple[int, int], Operand | None] = field(default_factory=dict, repr=False)

    def operand(self, row: Row, column: Column) -> Operand | None:
        """Return the figure where row and column cross; None for a blank and for what is no figure."""
        cell = row.cells.get(column.number)
        if cell is None:
            return None
        key = (cell.row, cell.column)
        if key not in self._known:
            quantity = figure(cell.text, self.unit_of(row, column))
            self._known[key] = None if quantity is None else Operand(quantity, _label(row, column), place=self.place(cell))
        return self._known[key]

    def turned(self) -> Table:
        """Return the table with its labels as heads and its heads as labels."""
        columns = [
            Column(n, row.head, row.head.role, row.head.year, unit=row.unit, name=row.label)
            for n, row in enumerate(self.rows)
            if row.head.role is not Role.OTHER or row.unit
        ]
        rows = [
            Row(column.name, column.head, cells, column.unit)
            for column in self.columns
            if (cells := {n: row.cells[column.number] for n, row in enumerate(self.rows) if column.number in row.cells})
        ]
        return Table(self.ground, columns, rows, self.unit, self.year, self.real)

    def unit_of(self, row: Row, column: Column) -> str:
        """Return the unit of a bare number: of the column, the row, or the caption; empty where none says."""
        if column.unit:
            return column.unit
        if column.role in (Role.RATE, Role.SHARE, Role.GROWTH):
            return "%"
        if row.unit:
            return row.unit
        return count_unit(column.name) or count_unit(row.label) or self.unit

    def place(self, cell: Cell) -> Place:
        """Return where a cell stands."""
        return stretch(cell.start, cell.end)

    def filled(self, row: Row, column: Column) -> bool:
        """Whether something stands in a cell, a dash too."""
        cell = row.cells.get(column.number)
        return cell is not None and bool(cell.text)


def _label(row: Row, column: Column) -> str:
    name = column.name.rstrip("%")
    label = row.label if row.label == name else f"{row.label}{name}"
    return label if len(label) <= _LABEL else row.label[:_LABEL]
