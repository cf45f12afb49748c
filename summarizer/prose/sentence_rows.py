"""``sum`` over sentences behind 。其中: 完成投资3亿元，占年度投资5亿元的61%。其中，甲工程完成1.2亿元，占任务2亿元的60%。乙工程完成….

Each sentence has its own figure of what the total is of. What adds up is recognised; what does not is told only where another column of
the same sentences adds up.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import places_of
from .joining import holds, is_part_here, operand, place
from .nearness import near_sum
from .roles import Role
from .statements import Reading, Statement

_SIGN = "。其中"
_MOST, _BACK, _SOME, _LONG = 12, 10, 2, 60
_LEAST_OF, _MOST_OF = 0.6, 1.65


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of the columns of such sentences that no other relation has as a total."""
    for at in places_of(reading.ground.plain, _SIGN):
        behind = reading.within(at, at + _LONG)
        if not behind or not behind[0].index:
            continue
        first = behind[0]
        heads = [s for s in reading.before(first, _BACK) if s.sentence == first.sentence - 1 and s.start < at and _stands(s)]
        heads = [s for s in heads if s.paragraph == first.paragraph and not is_part_here(reading, s)]
        rows = _rows(reading, first) if heads else []
        made = [claim for head in heads if (claim := _column(reading, head, rows)) is not None]
        sound = [claim for claim in made if holds(claim)]
        yield from (claim for claim in (made if sound else ()) if claim.total.place.start not in results)


def _rows(reading: Reading, first: Statement) -> list[list[Statement]]:
    """Return the amounts of the sentences up to the end of the paragraph, each apart."""
    rows: list[list[Statement]] = []
    for s in reading.statements[first.index : first.index + _LONG]:
        if s.paragraph != first.paragraph or len(rows) > _MOST:
            break
        if not rows or s.sentence != rows[-1][0].sentence:
            rows.append([s])
        else:
            rows[-1].append(s)
    return [[s for s in row if _stands(s)] for row in rows]


def _stands(s: Statement) -> bool:
    return s.is_level and s.is_amount and not s.depth and s.is_plain


def _is_whole(s: Statement) -> bool:
    """Whether a figure is what a rate behind it is of: 占年度投资5亿元的61%."""
    return s.role is Role.TARGET or s.tail.startswith("的")


def _column(reading: Reading, head: Statement, rows: list[list[Statement]]) -> Sum | None:
    """Return the sum of the one figure of each sentence that may be a part of a total, if they come near it."""
    parts: list[Statement] = []
    for row in rows:
        own = [s for s in row if s.like(head) and _is_whole(s) == _is_whole(head)]
        if len(own) != 1:
            break
        parts.append(own[0])
    if len(parts) < _SOME or not head.quantity.value:
        return None
    made = sum(p.quantity.size()[0] for p in parts) / head.quantity.size()[0]
    whole = near_sum(head, parts) or (len(parts) == len(rows) and _LEAST_OF < made < _MOST_OF)
    members = tuple(operand(reading, p) for p in parts)
    return Sum(operand(reading, head), members, True, False, place(reading, head, *parts), True) if whole else None
