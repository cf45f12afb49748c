"""One slip of the pen: a digit mistyped, or two neighbouring ones swapped, that would make figures fit."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from .statements import Statement

_WINDOW = Fraction(3, 10)
"""How far from the total a list may be that is looked at, both ways together."""


def one_slip(total: Statement, parts: Iterable[Statement]) -> bool:
    """Whether one digit of one figure, put right, makes the parts the total; or two neighbouring digits the other way round."""
    return slip_chance(total, tuple(parts)) < 2


def slip_chance(total: Statement, parts: tuple[Statement, ...]) -> float:
    """Return how likely a slip would make any parts near the total add up to it by chance; 2 where none does.

    Of the sums near a total of 9455, one in two hundred is two swapped digits away; of those near 48, one in two.
    """
    sizes = [_base(part) for part in parts]
    gap = _base(total) - sum(sizes, Fraction(0))
    if not gap:
        return 2
    found = [_mends(part, gap) for part, size in zip(parts, sizes, strict=True) if _near(size, gap)]
    if _near(_base(total), -gap):
        found.append(_mends(total, -gap))
    if not any(found):
        return 2
    least = min(figure.quantity.ulp * figure.quantity.unit.factor for figure in (total, *parts))
    steps = max(1.0, float(_base(total) / least * _WINDOW))
    swaps = sum(len(str(_digits(figure))) - 1 for figure in (total, *parts))
    return min(1.0, (swaps if "swap" in found else swaps + 18 * len(str(int(steps)))) / steps)


def _near(size: Fraction, by: Fraction) -> bool:
    """Whether a figure may keep its number of digits: a cheap look that spares most the costly one."""
    was, will = float(size), float(size + by)
    return 0 < will < 10 * was and was < 10 * will


def _base(statement: Statement) -> Fraction:
    return statement.quantity.value * statement.quantity.unit.factor


def _digits(statement: Statement) -> int:
    return int(statement.quantity.value / statement.quantity.ulp)


def _mends(statement: Statement, by: Fraction) -> str:
    """Return how the figure grows by ``by``: one of its digits is another (``digit``), two side by side change places (``swap``), or not."""
    quantity = statement.quantity
    steps = by / (quantity.ulp * quantity.unit.factor)
    digits = quantity.value / quantity.ulp
    if steps.denominator != 1 or digits.denominator != 1 or quantity.is_hedged:
        return ""
    wanted, written = int(digits + steps), str(int(digits))
    other = str(wanted)
    if wanted <= 0 or len(other) != len(written):
        return ""
    apart = [n for n, (one, two) in enumerate(zip(written, other, strict=True)) if one != two]
    if len(apart) == 1:
        return "digit"
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and written[apart[0]] == other[apart[1]] and written[apart[1]] == other[apart[0]]
    return "swap" if swapped else ""
