"""What the columns of a table say of each other, row by row: rates, growths, shares, averages, differences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from ...claims.average import Average
from ...claims.base import Claim, Operand, Outcome
from ...claims.difference import Difference
from ...claims.growth import Growth
from ...claims.rate import Rate
from ...claims.share import Share
from ...patterns import lazy
from ..joining import holds, outcome
from .heads import Role
from .table import Column, Row, Table

_FEW = 2
"""Rows that are too few to see from most of them whether the columns are read rightly."""
_AMOUNTS = (Role.LEVEL, Role.ACTUAL, Role.BEFORE, Role.AFTER)
_REAL_ROW = lazy("生产总值|GDP|增加值|[一二三]产业|可比价")

Maker = Callable[[Row], Claim | None]


def claims(table: Table) -> Iterator[Claim]:
    """Yield the claims of each column that is a result of others, and of each row where it is the labels that say so."""
    yield from _by_column(table)
    if any(row.head.role in _MAKERS for row in table.rows) and not any(column.role in _MAKERS for column in table.columns):
        yield from _by_column(table.turned())


def _by_column(table: Table) -> Iterator[Claim]:
    for column in table.columns:
        for maker in _MAKERS.get(column.role, ()):
            made = maker(table, column)
            if made is not None:
                yield from _trusted([claim for row in table.rows if (claim := made(row))])


def _trusted(found: list[Claim]) -> list[Claim]:
    """Return the claims, or none where most of many fail: then the columns are something else."""
    wrong = sum(outcome(claim) is Outcome.FAILS for claim in found)
    return found if len(found) <= _FEW or 2 * wrong <= len(found) else []


def _near(table: Table, column: Column, roles: Sequence[Role]) -> list[Column]:
    """Return the columns of some roles that go with a column: of its group, under its head, else of the table."""
    of_role = [c for c in table.columns if c.role in roles and c is not column]
    grouped = [c for c in of_role if c.group == column.group] or [c for c in of_role if column.above and c.above == column.above]
    if grouped:
        return grouped
    return of_role if not any(c.above for c in table.columns) else []


def _latest(found: Sequence[Column]) -> list[Column]:
    """Return the columns of the last year, all of them if they give none."""
    last = max((c.year for c in found), default=0)
    return [c for c in found if c.year == last and c.unit != "%"]


def _one(found: Sequence[Column], column: Column) -> Column | None:
    """Return the only column, or the nearest before where there are several and it stands next."""
    if len(found) == 1:
        return found[0]
    near = [c for c in found if 0 < column.number - c.number <= _FEW]
    return near[0] if len(near) == 1 else None


def _rate(table: Table, column: Column) -> Maker | None:
    target = _one(_near(table, column, (Role.TARGET,)), column)
    actual = _one(_near(table, column, (Role.ACTUAL,)), column) or _one(_latest(_near(table, column, (Role.LEVEL, Role.AFTER))), column)
    if target is None or actual is None or (target.year and actual.year and target.year != actual.year):
        return None

    def make(row: Row) -> Claim | None:
        rate, above, below = table.operand(row, column), table.operand(row, actual), table.operand(row, target)
        if rate is None or not _percent(rate) or (below is not None and not below.value):
            return None
        if below is None or above is None:  # then some whole number must fit
            known = above or below
            return None if known is None or not known.quantity.is_count else Rate(rate, above, below, rate.place)
        return Rate(rate, above, replace(below, exact=below.quantity.scale == 1), rate.place)

    return make


def _percent(operand: Operand) -> bool:
    return operand.quantity.unit.dimension == "ratio"


def _before_after(table: Table, column: Column) -> tuple[Column, Column] | None:
    """Return the two columns that a change lies between, if the heads leave no doubt."""
    amounts = [c for c in _near(table, column, _AMOUNTS) if c.unit != "%" and not c.head.span] or []
    before = [c for c in amounts if c.role is Role.BEFORE]
    later = [c for c in amounts if c.role is not Role.BEFORE]
    if len(before) == 1:
        after = [c for c in later if c.role is Role.AFTER] or [c for c in later if c.role is Role.ACTUAL] or later
        return (before[0], after[0]) if len(after) == 1 else None
    if before:
        return None
    dated = sorted((c for c in amounts if c.year), key=lambda c: c.year)
    years = [c.year for c in dated]
    if len(dated) < _FEW or len(set(years)) != len(years) or years[-1] - years[-2] != 1:
        return None
    if len(dated) > _FEW and "比" not in column.head.text:
        return None
    if column.year and column.year != years[-1]:
        return None
    return dated[-2], dated[-1]


def _growth(table: Table, column: Column) -> Maker | None:
    if table.real or column.head.real or (pair := _before_after(table, column)) is None:
        return None
    before, after = pair

    def make(row: Row) -> Claim | None:
        stated, first, second = table.operand(row, column), table.operand(row, before), table.operand(row, after)
        if stated is None or first is None or second is None or _REAL_ROW.search(row.label):
            return None
        return _grown(column, first, second, stated)

    return make


def _grown(column: Column, before: Operand, after: Operand, stated: Operand) -> Claim | None:
    direction: Literal[-1, 1] = -1 if column.head.falls and stated.value >= 0 else 1
    if _percent(before):
        if stated.quantity.unit.dimension != "points":
            return None
        return Growth(before, after, points=stated, direction=direction, place=stated.place)
    if not before.quantity.same_dimension(after.quantity) or before.value < 0 or after.value < 0:
        return None
    if column.role is Role.GROWTH:
        if not _percent(stated):
            return None
        return Growth(before, after, percent=stated, direction=direction, place=stated.place)
    if not before.quantity.same_dimension(stated.quantity):
        return None
    return Growth(before, after, change=stated, direction=direction, place=stated.place)


def _share(table: Table, column: Column) -> Maker | None:
    """A share is of the total in the same column as its amount: the only one, or the one that most rows bear out."""
    totals = [row for row in table.rows if row.total and not row.part]
    amounts = [c for c in _near(table, column, (Role.LEVEL, Role.ACTUAL, Role.AFTER)) if c.unit != "%"]
    if len(totals) != 1 or not amounts:
        return None
    makers = [_share_of(table, column, part, totals[0]) for part in amounts]
    return makers[0] if len(makers) == 1 else next((maker for maker in makers if _bears_out(table, maker)), None)


def _bears_out(table: Table, maker: Maker) -> bool:
    """Whether more than half of several rows are as they are read."""
    made = [claim for row in table.rows if not row.total and (claim := maker(row))]
    return len(made) > 1 and 2 * sum(holds(claim) for claim in made) > len(made)


def _share_of(table: Table, column: Column, part: Column, total: Row) -> Maker:
    def make(row: Row) -> Claim | None:
        share, amount, whole = table.operand(row, column), table.operand(row, part), table.operand(total, part)
        if share is None or amount is None or whole is None or not whole.value or not _percent(share):
            return None
        return Share(share, amount, whole, share.place) if amount.quantity.same_dimension(whole.quantity) else None

    return make


def _average(table: Table, column: Column) -> Maker | None:
    """人均 is the only amount of money over the only number of people."""
    who = "户" if column.head.text.startswith("户均") else "人"
    numbers = [c for c in table.columns if c.unit.endswith(who) or (not c.unit and f"{who}数" in c.head.text)]
    own = column.unit.lstrip("千百十万亿") or "元"
    money = [c for c in table.columns if c.unit.endswith(own) and c is not column and c not in numbers and c.role in _AMOUNTS]
    if len(numbers) != 1 or len(money) != 1 or not column.unit:
        return None

    def make(row: Row) -> Claim | None:
        average, total, number = table.operand(row, column), table.operand(row, money[0]), table.operand(row, numbers[0])
        if average is None or total is None or number is None or not number.value:
            return None
        return Average(average, total, number, average.place)

    return make


def _gap(table: Table, column: Column) -> Maker | None:
    """差额 lies between what was planned and what was done, or between the only two amounts."""
    pair = [c for c in _near(table, column, (Role.TARGET, *_AMOUNTS)) if c.unit != "%"]
    if len(pair) != _FEW:
        return None

    def make(row: Row) -> Claim | None:
        stated, a, b = table.operand(row, column), table.operand(row, pair[0]), table.operand(row, pair[1])
        if stated is None or a is None or b is None or not a.quantity.same_dimension(b.quantity):
            return None
        return Difference(*((a, b) if (a.value >= b.value) is (stated.value >= 0) else (b, a)), stated, 1, stated.place)

    return make


_MAKERS: dict[Role, tuple[Callable[[Table, Column], Maker | None], ...]] = {
    Role.RATE: (_rate,),
    Role.GROWTH: (_growth,),
    Role.CHANGE: (_growth,),
    Role.SHARE: (_share,),
    Role.AVERAGE: (_average,),
    Role.GAP: (_gap,),
}
