"""``sum`` written as an equation: 收入总量900万元＝本级500万元＋上级400万元; a＋b＝T."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import places_of
from .joining import operand, place
from .statements import Reading, Statement

_MOST = 20


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the sums that signs write out, with the total on either side."""
    for at in places_of(reading.ground.plain, "="):
        clause = reading.ground.clauses[reading.ground.clause_at(at)]
        own = reading.within(clause.start, clause.end)
        left, right = [s for s in own if s.end <= at], [s for s in own if s.start > at]
        for total, parts in ((left, right), (right, left)):
            if len(total) == 1 and 1 < len(parts) <= _MOST and _added(reading, parts) and all(_alike(total[0], p) for p in parts):
                members = [p if p.like(total[0]) else p.in_unit(total[0].quantity.unit) for p in parts]
                where = place(reading, total[0], *parts)
                yield Sum(operand(reading, total[0]), tuple(operand(reading, p) for p in members), True, False, where)
                break


def _alike(one: Statement, other: Statement) -> bool:
    return one.like(other) or (one.quantity.unit.counting and other.quantity.unit.counting)


def _added(reading: Reading, parts: list[Statement]) -> bool:
    """Whether a plus stands between each two figures, and no other sign."""
    gaps = [reading.between(one.end, other.start) for one, other in pairwise(parts)]
    return all(gap.count("+") == 1 and not any(sign in gap for sign in "-−–×*=") for gap in gaps)
