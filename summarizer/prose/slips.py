"""One slip of the pen: a digit mistyped, or two neighbouring ones swapped, that would make figures fit."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from .statements import Statement


def one_slip(total: Statement, parts: Iterable[Statement]) -> bool:
    """Whether one digit of one figure, put right, makes the parts the total; or two neighbouring digits the other way round."""
    members = tuple(parts)
    sizes = [_base(part) for part in members]
    gap = _base(total) - sum(sizes, Fraction(0))
    if not gap:
        return False
    return any(_near(size, gap) and _mends(part, gap) for part, size in zip(members, sizes, strict=True)) or (
        _near(_base(total), -gap) and _mends(total, -gap)
    )


def _near(size: Fraction, by: Fraction) -> bool:
    """Whether a figure may keep its number of digits: a cheap look that spares most the costly one."""
    was, will = float(size), float(size + by)
    return 0 < will < 10 * was and was < 10 * will


def _base(statement: Statement) -> Fraction:
    return statement.quantity.value * statement.quantity.unit.factor


def _mends(statement: Statement, by: Fraction) -> bool:
    """Whether the figure grows by ``by`` when one of its digits is another, or two that stand side by side change places."""
    quantity = statement.quantity
    steps = by / (quantity.ulp * quantity.unit.factor)
    digits = quantity.value / quantity.ulp
    if steps.denominator != 1 or digits.denominator != 1 or quantity.is_hedged:
        return False
    wanted, written = int(digits + steps), str(int(digits))
    other = str(wanted)
    if wanted <= 0 or len(other) != len(written):
        return False
    apart = [n for n, (one, two) in enumerate(zip(written, other, strict=True)) if one != two]
    if len(apart) == 1:
        return True
    return len(apart) == 2 and apart[1] == apart[0] + 1 and written[apart[0]] == other[apart[1]] and written[apart[1]] == other[apart[0]]
