"""A quick look before a claim is made: whether numbers are near enough for it to hold at all.

Most lists that are tried add up to nothing near the total. In floating point that costs a hundredth of judging them;
what passes is judged exactly.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from .bases import is_opening
from .statements import Statement

_SLACK = 1e-9


def base(statement: Statement) -> Fraction:
    """Return the exact value in the base unit of its dimension."""
    value, factor = statement.quantity.value, statement.quantity.unit.factor
    return value if factor.numerator == factor.denominator else value * factor  # to multiply fractions costs ten times as much as to look


def near_sum(total: Statement, parts: Iterable[Statement]) -> bool:
    """Whether the parts may make the total: always where a figure is hedged."""
    whole, tolerance = total.quantity.size()
    gap = whole
    for part in parts:
        quantity = part.quantity
        if quantity.is_hedged:
            return True
        value, step = quantity.size()
        gap -= value
        tolerance += step
    return abs(gap) <= tolerance + _SLACK * abs(whole) or total.quantity.is_hedged


def may_reach(total: Statement, parts: Iterable[Statement]) -> bool:
    """Whether some of the parts may make the total: not where all of them come to less, as most of what 其中 takes out does."""
    whole, tolerance = total.quantity.size()
    gap = whole - tolerance - 2 * _SLACK * abs(whole)
    for part in parts:
        quantity = part.quantity
        value, step = quantity.size()
        gap -= value + step if value > 0 else step
        if gap <= 0 or quantity.is_hedged:
            return True
    return total.quantity.is_hedged


def near(one: Statement, other: Statement) -> bool:
    """Whether two figures may be the same."""
    first, second = one.quantity, other.quantity
    if first.is_hedged or second.is_hedged:
        return True
    (size, loose), (same, step) = first.size(), second.size()
    return abs(size - same) <= loose + step + _SLACK * abs(size)


def may_fit(level: Statement, change: Statement, percent: Statement) -> bool:
    """Whether a level may be what grew, or grew from: floats, never stricter than the exact judge."""
    stands = (level.quantity, change.quantity, percent.quantity)
    if any(q.is_hedged for q in stands) or percent.quantity.unit.name != "%":
        return True
    (now, loose), (moved, slack), (rate, step) = (quantity.size() for quantity in stands)
    base = now if is_opening(level) else now - change.direction * moved
    low, high = base - loose - slack, base + loose + slack
    if low <= 0:
        return True
    return (moved - slack) / high * 100 <= rate + step and (moved + slack) / low * 100 >= rate - step
