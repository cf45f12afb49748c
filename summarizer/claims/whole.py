"""Where an operand is missing and must be a whole number: can any stand there?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..quantities import Interval
from .base import Operand, Outcome


def widened(operand: Operand) -> Interval:
    """Return what a figure allows whose last digit is off by no more than one: cut off instead of rounded, or mistyped."""
    quantity = operand.quantity
    return Interval.around(quantity.value, quantity.ulp)


def fitting(missing: Interval, wide: Callable[[], Interval]) -> tuple[Outcome, int]:
    """Ask whether a whole number can stand where an operand is missing.

    Args:
        missing: what the other operands leave for it.
        wide: the same, if the last digit of what is stated were off by one.

    Returns:
        ``CANNOT_TELL`` where the interval is as wide as 1 (then some number always fits: no power),
        ``WITHIN`` or ``OFF`` and the number, or ``FAILS``.
    """
    width = missing.width
    if width is None or width >= 1:
        return Outcome.CANNOT_TELL, 0
    if whole := missing.integers():
        return Outcome.WITHIN, whole[0]
    if whole := wide().integers():
        return Outcome.OFF, whole[0]
    return Outcome.FAILS, 0


def pairs(share: Interval, count: int, *, part: bool, most: int = 2) -> Iterator[str]:
    """Yield the nearest whole pairs part/whole that do give a share, with one of them near ``count``.

    Args:
        share: as a fraction of 1; bounded, and above 0.
        part: ``count`` is the part, else the whole.
    """
    wanted, found = 1 / share if part else share, 0
    low, high = wanted.low, wanted.high
    if low is None or high is None:
        return
    # In whole numbers first: nearly all n have nothing between the ends.
    (low_above, low_below), (high_above, high_below) = low.as_integer_ratio(), high.as_integer_ratio()
    for distance in range(1, max(count, 10) + 1):
        for n in (count - distance, count + distance):
            if n <= 0 or -(-n * low_above // low_below) > n * high_above // high_below:
                continue
            other = (wanted * n).integers()
            if other and other[0] > 0:
                yield f"{n}/{other[0]}" if part else f"{other[0]}/{n}"
                found += 1
        if found >= most:
            return
