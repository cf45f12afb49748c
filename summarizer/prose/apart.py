"""``difference`` from prose: the percentages that points lie between, wherever in the sentence they stand.

目标92%，实际96%，高出4个百分点; 上年的92%，今年的96%; 提高4个百分点，由92%提高到96%. One of the two says by its words that it
is what the other is compared with: 上年, 2021年, 全省平均, 目标.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from ..claims.base import Claim
from ..patterns import lazy
from ..quantities import Hedge
from . import words
from .differences import difference_of, direction_in
from .joining import holds
from .roles import PERCENTAGES, Direction, Role
from .statements import Reading, Statement

_BACK, _AHEAD, _CLAUSES = 5, 3, 2
_ROLES = PERCENTAGES | {Role.GROWTH, Role.FROM, Role.BASE, Role.PRIOR, Role.TARGET, Role.ACTUAL}
_STARTS = (Role.FROM, Role.BASE, Role.PRIOR)
_COMPARED_WITH = lazy(
    "(?P<year>同比|[上去前往]年|上一?年度|同期|上期|上届|年初|(?:19|20)[0-9]{2}年)"
    "|(?P<other>全国|全省|全市|全县|全区|全州|平均|[省市]定|目标|任务|计划|预期|标准|要求)"
)


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the claims of points that are the result of no other claim."""
    for points in reading.of_role(Role.POINTS):
        if points.start in results or points.listed:
            continue
        if points.quantity.text[0] == "超":  # not more than so many points, but so many more
            points = replace(points, figure=points.figure._replace(quantity=replace(points.quantity, hedge=Hedge.NONE)), direction=1)
        if direction := points.direction or direction_in(points.lead):
            yield from _between(reading, points, direction)


def _between(reading: Reading, points: Statement, direction: Direction) -> Iterator[Claim]:
    near = list(_near(reading, points))
    bases = [s for s in near if s.role in _STARTS or _COMPARED_WITH.search(s.lead)]
    for base in bases:
        for stated in near:
            apart = (stated.quantity.value - base.quantity.value) * direction
            if apart == points.quantity.value and holds(claim := difference_of(reading, stated, base, points, direction)):
                yield claim
                return
    if len(near) == 2 and bases and not points.depth:
        base, stated = near if _is_base(reading, near[0], near[1], points) else near[::-1]
        if _is_base(reading, base, stated, points) and (stated.role is not Role.GROWTH or stated.direction > 0):
            yield difference_of(reading, stated, base, points, direction, likely=True)


def _near(reading: Reading, points: Statement) -> Iterator[Statement]:
    """Yield the percentages around points in their segment, back to the points before and ahead to those behind."""
    for s in reading.before(points, _BACK):
        if s.segment != points.segment or s.role is Role.POINTS:
            break
        if _may_stand(s, points):
            yield s
    for s in reading.statements[points.index + 1 : points.index + 1 + _AHEAD]:
        if s.segment != points.segment or s.role is Role.POINTS or s.clause - points.clause > _CLAUSES:
            break
        behind = s.role in (Role.FROM, Role.TO) or s.depth > points.depth or words.REACHED.match(s.lead) or words.BASE_BEHIND.match(s.lead)
        if behind and _may_stand(s, points):
            yield s


def _may_stand(s: Statement, points: Statement) -> bool:
    return s.role in _ROLES and s.quantity.unit.name == "%" and abs(s.depth - points.depth) <= 1 and not s.listed


def _is_base(reading: Reading, one: Statement, other: Statement, points: Statement) -> bool:
    """Whether of two percentages the one is what the other is compared with, and what points behind them compare with."""
    if one.role is Role.FROM or other.role is Role.FROM:
        return one.role is Role.FROM and other.role is Role.TO
    told, own, others = (_COMPARED_WITH.search(s.lead) for s in (one, points, other))
    if told is None or (own is None and "比" in points.lead.replace("同比", "")):
        return False
    if own is not None and (own.lastgroup != told.lastgroup or (others is not None and own[0] == others[0])):
        return False
    if others is None:
        return True
    return reading.year_of(other) > reading.year_of(one) > 0 if told["year"] else own is not None and own[0] == told[0]
