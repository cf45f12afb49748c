"""A quick look before a claim is made: whether numbers are near enough for it to hold at all.

Most lists that are tried add up to nothing near the total. In floating point that costs a hundredth of judging them;
what passes is judged exactly.
"""

from __future__ import annotations

from collections.abc import Iterable

from .bases import is_opening
from .statements import Statement

_SLACK = 1e-9


def near_sum(total: Statement, parts: Iterable[Statement]) -> bool:
    """Whether the parts may make the total: always where a figure is hedged."""
    gap, tolerance = _size(total)
    for part in parts:
        if part.quantity.is_hedged:
            return True
        value, step = _size(part)
        gap -= value
        tolerance += step
    return total.quantity.is_hedged or abs(gap) <= tolerance + _SLACK * abs(_size(total)[0])


def near(one: Statement, other: Statement) -> bool:
    """Whether two figures may be the same."""
    return near_sum(one, (other,))


def may_fit(level: Statement, change: Statement, percent: Statement) -> bool:
    """Whether a level may be what grew, or grew from: floats, never stricter than the exact judge."""
    stands = (level.quantity, change.quantity, percent.quantity)
    if any(q.is_hedged for q in stands) or percent.quantity.unit.name != "%":
        return True
    (now, loose), (moved, slack), (rate, step) = (_size(s) for s in (level, change, percent))
    base = now if is_opening(level) else now - change.direction * moved
    low, high = base - loose - slack, base + loose + slack
    if low <= 0:
        return True
    return (moved - slack) / high * 100 <= rate + step and (moved + slack) / low * 100 >= rate - step


def _size(statement: Statement) -> tuple[float, float]:
    """Return value and last digit in the base unit of the dimension."""
    quantity = statement.quantity
    value, ulp, factor = quantity.value, quantity.ulp, quantity.unit.factor
    scale = factor.numerator / factor.denominator  # three times as fast as float() of a fraction
    return value.numerator / value.denominator * scale, ulp.numerator / ulp.denominator * scale
