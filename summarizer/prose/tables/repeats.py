"""``repeat`` between a text and its tables: a figure of prose that names a row, or a row with its column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...claims.base import Claim, Operand, Outcome
from ...claims.repeat import Repeat
from ...patterns import lazy
from ..joining import operand, outcome
from ..roles import Role as Said
from ..statements import Reading, Statement
from .heads import Role
from .table import Column, Row, Table

_NAME = 3
"""Characters of the shortest label that names one thing."""
_TELLING = 20
"""A figure below so many units of its last digit is the same as another by chance."""
_SAID = {
    Said.LEVEL: (Role.LEVEL, Role.ACTUAL, Role.AFTER, Role.TOTAL),
    Said.ACTUAL: (Role.ACTUAL, Role.LEVEL, Role.AFTER, Role.TOTAL),
    Said.TARGET: (Role.TARGET,),
    Said.PRIOR: (Role.BEFORE,),
    Said.RATE: (Role.RATE,),
}
_LOOSE = lazy(
    r"[的 “”\"‘’]|^(?:全年|累计|共|全县|全市|全区|本年度?|今年|其中|发放|落实|下达|拨付|筹集|投入)+"
    r"|(?:总额|金额|总数|数量|数|为|共|达到|达)$"
)
_OTHER_TIME = lazy(r"上半年|季度|[0-9]{1,2}月(?:底|末|份)?|去年|上年|明年|来年|拟|预计|将")


def claims(reading: Reading, tables: Sequence[Table]) -> Iterator[Claim]:
    """Yield that prose and table say the same; or that they do not, where only one cell can be meant."""
    named = _cells(tables)
    if not named:
        return
    for statement in reading.statements:
        if statement.role not in _SAID or statement.depth or len(statement.subject) < _NAME:
            continue
        places = named.get(_plain(statement.subject), ())
        if places and (claim := _same(reading, statement, places)):
            yield claim


def _plain(name: str) -> str:
    before = ""
    while before != name:
        before, name = name, _LOOSE.sub("", name)
    return name


def _cells(tables: Sequence[Table]) -> dict[str, list[tuple[Table, Row, Column]]]:
    """Return the cells under each name that they can be called by."""
    named: dict[str, list[tuple[Table, Row, Column]]] = {}
    for table in tables:
        for row in table.rows:
            if row.total or row.subtotal or not row.label:
                continue
            for column in table.columns:
                if table.filled(row, column):
                    stem = column.head.stem
                    for name in {_plain(row.label), _plain(row.label + stem), _plain(stem + row.label)}:
                        if len(name) >= _NAME:
                            named.setdefault(name, []).append((table, row, column))
    return named


def _same(reading: Reading, statement: Statement, places: Sequence[tuple[Table, Row, Column]]) -> Claim | None:
    """Compare a figure with the cells of its name, period and unit."""
    said_year = reading.year_of(statement)
    met: list[tuple[int, Operand, Column]] = []
    for table, row, column in places:
        cell = table.operand(row, column)
        if cell is not None and column.role in _SAID[statement.role] and cell.quantity.same_dimension(statement.quantity):
            met.append((column.year or table.year, cell, column))
    # What says no year is of the last one that the tables have.
    year = said_year or max((own for own, _, _ in met), default=0)
    met = [item for item in met if not item[0] or not year or item[0] == year]
    if not met or not statement.quantity.unit.name:
        return None
    said = operand(reading, statement)
    for _, cell, _ in met:
        claim = Repeat(cell, said, said.place)
        if outcome(claim) in (Outcome.HOLDS, Outcome.WITHIN):
            return claim
    own, cell, column = met[0]
    if len(met) > 1 or len({id(table) for table, _, _ in places}) > 1 or not _may_accuse(reading, statement, column):
        return None
    return Repeat(cell, said, said.place, not said_year or own != said_year)


def _may_accuse(reading: Reading, statement: Statement, column: Column) -> bool:
    """Whether nothing says that the figure is of another time, or only roughly the same."""
    quantity = statement.quantity
    if quantity.is_hedged or abs(quantity.value) < _TELLING * quantity.ulp:
        return False
    sentence = reading.between(max(0, statement.start - 60), statement.start)
    return not _OTHER_TIME.search(re.split("[。;\n]", sentence)[-1]) and not column.head.span


