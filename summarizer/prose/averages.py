"""``average`` from prose: a total, a number and 人均, 每亩, 单产 beside them."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.average import Average
from ..claims.base import Claim
from . import words
from .joining import holds, operand, place
from .statements import LEVELS, Reading, Role, Statement


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every average."""
    for statement in reading.statements:
        if statement.role is Role.AVERAGE and statement.quantity.unit.dimension not in ("ratio", "number"):
            yield from _average(reading, statement)


def _average(reading: Reading, average: Statement) -> Iterator[Claim]:
    """Try the figures of the sentence as total and number; accuse only where there is one of each."""
    earlier = [s for s in reading.before(average, 8) if s.sentence == average.sentence and s.role in LEVELS and s.is_amount]
    totals = [s for s in earlier if s.dimension == average.dimension and not s.quantity.per]
    numbers = [s for s in earlier if s.dimension != average.dimension and _may_divide(s, average)]
    for total in totals:
        for number in numbers:
            claim = _claim(reading, total, number, average)
            if holds(claim):
                yield claim
                return
    if len(totals) == 1 and len(numbers) == 1 and _certain(average, totals[0], numbers[0]):
        yield _claim(reading, totals[0], numbers[0], average, likely=True)


def _may_divide(number: Statement, average: Statement) -> bool:
    """Whether the average may be over this number: 人均 over people, 亩产 over area."""
    if words.YIELD.search(average.lead):
        return number.dimension == "area"
    over = average.quantity.per
    if not over:
        return number.quantity.unit.counting
    return over == number.quantity.unit.name or (over in "人名口位" and number.quantity.unit.name in ("人", "名", "口", "位"))


def _certain(average: Statement, total: Statement, number: Statement) -> bool:
    """Whether total, number and average follow each other and name nothing else: a mean of one month is none of the year."""
    if average.quantity.per in ("月", "年", "日", "天") or "月" in average.lead or "·" in average.quantity.per:
        return False
    return average.segment == total.segment == number.segment and average.index - min(total.index, number.index) == 2


def _claim(reading: Reading, total: Statement, number: Statement, average: Statement, *, likely: bool = False) -> Average:
    return Average(
        operand(reading, average), operand(reading, total), operand(reading, number), place(reading, total, number, average), likely
    )
