"""``share`` and ``sum`` of what moves an economy: 第二产业贡献率70.4%，拉动增长2.6个百分点, of a growth of 3.6% that was told before.

A contribution is the share of the growth that the points are; those of the three industries reach 100 %, and their points the growth.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from ..claims.base import Claim, Operand
from ..claims.share import Share
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import unit
from .choosing import led_by
from .hundred import together
from .joining import holds, operand, place
from .nearness import near_sum
from .roles import Role
from .statements import Reading, Statement

_ECONOMY = lazy("生产总值|GDP|国民经济|经济总量")
_OF_ECONOMY, _BARE = lazy("生产总值|GDP|经济"), lazy("^[ ,;]*(?:分别)?拉动(?:了)?(?:增长|增速)?[: ]*$")
_PERCENT = unit("%")
_BACK, _THREE, _OWN = 40, 3, 6
_INDUSTRIES = ("一", "二", "三")


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what contributions and points say of each other and of the growth of the economy."""
    points = [s for s in led_by(reading, "拉动") if s.dimension == "points" and not s.quantity.is_hedged]
    rates = [s for s in led_by(reading, "贡献") if s.quantity.unit.name == "%" and not s.quantity.is_hedged and s.role is Role.OTHER]
    yield from _of_hundred(reading, rates)
    growth = _growth(reading, (points or rates)[0]) if points or rates else None
    if growth is None:
        return
    for s in points:
        rate = next((r for r in rates if s.index - r.index == 1 and r.segment == s.segment), None)
        if rate is not None and _is_of_economy(rate, s) and not (rate.listed or s.listed or rate.respective):
            where = place(reading, growth, rate, s)
            yield Share(operand(reading, rate), _percent(operand(reading, s)), operand(reading, growth), where, True)
    yield from _of_growth(reading, growth, rates, points)


def _is_of_economy(rate: Statement, points: Statement) -> bool:
    """Whether a contribution and its points are of the economy, and not of one industry."""
    return _OF_ECONOMY.search(points.lead) is not None or (
        _BARE.match(points.lead) is not None and _OF_ECONOMY.search(rate.lead) is not None
    )


def _of_growth(reading: Reading, growth: Statement, rates: list[Statement], points: list[Statement]) -> Iterator[Claim]:
    """Yield that the points of the three industries are the growth, if they are."""
    starts = {s.index for s in points}
    behind = [[reading.statements[r.index + 1] for r in row if r.index + 1 in starts] for row in _threes(reading, rates)]
    first = (s for s in led_by(reading, "拉动") if s.respective and s.dimension == "number")
    bare = [_in_points(reading, s) for s in first if _OF_ECONOMY.search(s.lead)]
    listed = [list(reading.statements[s.index : s.index + _THREE]) for s in points if s.respective and _OF_ECONOMY.search(s.lead)]
    for row in (*behind, *listed, *bare):
        alike = len(row) == _THREE and all(s.dimension == "points" and not s.quantity.is_hedged for s in row)
        if alike and near_sum(growth, row):
            parts = tuple(_percent(operand(reading, s)) for s in row)
            claim = Sum(operand(reading, growth), parts, True, False, place(reading, growth, *row), True)
            yield from [claim] if holds(claim) else []


def _in_points(reading: Reading, first: Statement) -> list[Statement]:
    """Return the row of which only the last has its unit: 分别拉动GDP增长0.3、2.7和0.9个百分点."""
    row = reading.statements[first.index : first.index + _THREE]
    told = row[-1].dimension == "points" and all(s.listed and s.dimension in ("number", "points") for s in row[1:])
    return [s.in_unit(row[-1].quantity.unit) for s in row] if told else []


def _of_hundred(reading: Reading, rates: list[Statement]) -> Iterator[Claim]:
    """Yield that the contributions of the three industries are all there is; of other parts, where they are."""
    for row in _threes(reading, rates):
        yield replace(together(reading, row), likely=True)


def _threes(reading: Reading, figures: list[Statement]) -> Iterator[list[Statement]]:
    """Yield the figures of the three industries, which follow each other in their order."""
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        row = [first, second, third]
        heads = [reading.between(reading.begin(s, _OWN), s.start).rpartition(";")[2] for s in row]
        named = all(f"第{n}产业" in head or f"{n}产" in head for n, head in zip(_INDUSTRIES, heads, strict=True))
        near = third.sentence - first.sentence < _THREE and third.paragraph == first.paragraph
        if named and near:
            yield row


def _growth(reading: Reading, figure: Statement) -> Statement | None:
    """Return the growth of the whole economy that was told last before a figure."""
    for s in reading.before(figure, _BACK):
        if s.role is Role.GROWTH and s.quantity.unit.name == "%" and not s.depth and "人均" not in s.lead:
            level = reading.statements[s.index - 1] if s.index and reading.statements[s.index - 1].segment == s.segment else None
            told = level is not None and level.is_amount and not level.quantity.per and "人均" not in level.lead
            if _ECONOMY.search(s.lead) or (level is not None and told and _ECONOMY.search(level.subject)):
                return s
    return None


def _percent(points: Operand) -> Operand:
    """Return points of a growth as a part of it."""
    return replace(points, quantity=replace(points.quantity, unit=_PERCENT))
