"""Names with figures and how many they are, ``count``, and what they come to, ``sum``: 甲小区312户、乙小区218户等2个小区，惠及居民530户."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim, stretch
from ..claims.count import Count
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import counts
from .joining import holds, operand, place
from .nearness import base, near_sum
from .roles import LEVELS, PRESENT, Role
from .slips import CHANCE, slip_chance
from .statements import Reading, Statement

_BEHIND = lazy("[^,;。:、()0-9]{0,10}(?P<open>等)?(?:这|共计?|合计)?$|,(?:这|上述|以上)?(?:共计?|合计)?$")
_BETWEEN = lazy("[^,;。:()0-9]{0,10}(?:、|以?及|和)[^,;。:()0-9]{2,16}$")
_TOTAL = lazy("共|合计|总|累计|惠及|受益|涉及|覆盖|受惠|带动")
_NO_TOTAL = lazy("其中|另|占|比|较|人均|户均|平均|每|计划|目标|任务|同期|上年")
_ROLES = (Role.LEVEL, Role.ACTUAL)
_MOST = 30
_SEVERAL = 3
_LEAST_OF, _MOST_OF = 0.55, 1.8


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield how many names with figures there are before their number, and what their figures make where a total stands behind it."""
    told = {c.stated.place.start for c in reading.claims_found() if isinstance(c, Count)}
    for stated in counts(reading):
        if stated.role not in _ROLES or stated.index < 2 or not 1 < stated.quantity.value.numerator <= _MOST:
            continue
        before = reading.statements[stated.index - 1]
        if before.sentence != stated.sentence or before.depth or stated.depth or not before.is_amount or before.like(stated):
            continue
        sign = _BEHIND.match(reading.between(before.end, stated.start))
        if sign is None:
            continue
        row = _row(reading, before)
        if len(row) < 2:
            continue
        number, length = int(stated.quantity.value), len(row)
        apart = sign[0].startswith(",")
        total = _total(reading, stated, row[0])
        made = _sum(reading, total, row) if total is not None else None
        adds = made is not None and near_sum(total, row) and holds(made)  # type: ignore[arg-type]
        slip = abs(number - length) <= 2 and length >= _SEVERAL and not apart and not sign["open"]
        if stated.start not in told and (number == length or adds or slip):
            open_ = sign["open"] is not None and not adds
            yield Count(operand(reading, stated), length, (), (), open_, stretch(row[0].start, stated.end), True)
        if made is not None and total is not None and total.start not in results:
            near = _LEAST_OF < float(sum(map(base, row))) / float(base(total) or 1) < _MOST_OF or slip_chance(total, row) < CHANCE
            if adds or (near and number == length and _TOTAL.search(total.lead)):
                yield made


def _row(reading: Reading, last: Statement) -> tuple[Statement, ...]:
    """Return the figures of one measure, each with a name, that end with one."""
    row: list[Statement] = []
    for s in (last, *reading.so_far(last, _MOST)):
        if not s.like(last) or s.role not in PRESENT or s.depth or not s.quantity.is_plain:
            break
        if row and not _BETWEEN.match(reading.between(s.end, row[0].start)):
            break
        row.insert(0, s)
    return tuple(row)


def _total(reading: Reading, stated: Statement, first: Statement) -> Statement | None:
    """Return the figure of the kind of the names' that stands behind their number in its sentence."""
    for s in reading.statements[stated.index + 1 : stated.index + 3]:
        if s.sentence != stated.sentence or s.depth:
            break
        if s.like(first):
            plain = s.role in LEVELS and s.quantity.is_plain and not _NO_TOTAL.search(s.lead)
            return s if plain else None
    return None


def _sum(reading: Reading, total: Statement, row: tuple[Statement, ...]) -> Sum:
    return Sum(operand(reading, total), tuple(operand(reading, s) for s in row), True, False, place(reading, *row, total), True)
