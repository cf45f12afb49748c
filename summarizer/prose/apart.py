"""``difference`` from prose: the percentages that points lie between, wherever in the sentence they stand.

目标92%，实际96%，高出4个百分点; 上年的92%，今年的96%; 提高4个百分点，由92%提高到96%. One of the two says by its words that it
is what the other is compared with: 上年, 2021年, 全省平均, 目标.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace

from ..claims.base import Claim
from ..patterns import lazy
from ..quantities import Hedge
from . import turns, words
from .differences import difference_of
from .joining import holds
from .namesakes import short_for
from .points import direction_in
from .roles import PERCENTAGES, Direction, Role
from .statements import Reading, Statement

_BACK, _AHEAD, _CLAUSES = 5, 3, 2
_ROLES = PERCENTAGES | {Role.GROWTH, Role.FROM, Role.BASE, Role.PRIOR, Role.TARGET, Role.ACTUAL}
_COMPARED = lazy(
    "(?:(?:高|低|快|慢|多|少)[于出]|超过|超出|[比较])(?:全部|整体|总体)?(?P<name>(?![上去前]年|同期|上期|年初)[^,;。()0-9]{2,16}?)"
    "(?:平均)?(?:增速|增幅|增长率|增长|水平|平均)*(?:高|低|快|慢)?[出于]?$"
)
"""高于全省增速: what is compared with, by its name."""
_OF_FALLS = lazy("[降跌]幅[^,;。]*\\((?:同比)?(?:下降|下跌|回落|减少)[0-9.]+%\\)(?:扩大|收窄|缩小)了?$")
"""下降2%，降幅较上年（下降5%）扩大3个百分点: it has narrowed."""
_NAME, _FAR, _COMPARED_OFTEN = 2, 12, 8
_STATED = PERCENTAGES | {Role.GROWTH}
_STARTS = (Role.FROM, Role.BASE, Role.PRIOR)
_COMPARED_WITH = lazy(
    "(?P<year>同比|[上去前往]年|上一?年度|同期|上期|上届|上月|年初|[一二三四]季度|上半年|(?:19|20)[0-9]{2}年)"
    "|(?P<other>(?<![居列排入])全国|全省|全市|全县|全区|全州|平均|[省市]定|目标|任务|计划|预期|标准|要求)"
)
_THAN_BEHIND = lazy("(?P<year>(?!))|的[一-鿿]{0,6}?(?P<other>目标|任务|计划|预期|标准|要求)")
"""比4.0%的控制目标低: the word stands behind the figure."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the claims of points that are the result of no other claim."""
    for points in reading.of_role(Role.POINTS):
        if points.start in results or points.listed or words.is_yearly(points.lead):
            continue
        if points.quantity.text[0] == "超":  # not more than so many points, but so many more
            points = replace(points, figure=points.figure._replace(quantity=replace(points.quantity, hedge=Hedge.NONE)), direction=1)
        if direction := direction_in(points.lead) or points.direction:
            yield from _between(reading, points, direction)


def _between(reading: Reading, points: Statement, direction: Direction) -> Iterator[Claim]:
    near = list(_near(reading, points))
    own = near[0] if near and all(s.index > points.index for s in near[1:]) else None
    if own is not None and (stated := _compared_before(reading, own, points)) is not None:
        yield difference_of(reading, signed(stated), own, points, direction, likely=True)
        return
    bases = [s for s in near if s.role in _STARTS or _told(s)]
    for base in bases:
        for stated in near:
            if stated is not base and (claim := _fitting(reading, stated, base, points, direction)):
                yield claim
                return
    if len(near) == 2 and bases and not points.depth:
        base, stated = near if _is_base(reading, near[0], near[1], points) else near[::-1]
        if stated.role is Role.GROWTH and base.quantity.value < 0:
            stated = signed(stated)  # 下降8.7%，较一季度（-10.8%）回升2.1个百分点
        alike = stated.role is not Role.GROWTH or stated.direction > 0 or base.quantity.value < 0 or "幅" in points.lead
        if alike and _is_base(reading, base, stated, points):
            yield difference_of(reading, stated, base, points, direction, likely=True)
            return
    if found := _COMPARED.search(points.lead):
        yield from _with_named(reading, points, direction, found["name"])


def _told(s: Statement) -> re.Match[str] | None:
    """Return the word that says what a percentage is compared with."""
    return _COMPARED_WITH.search(s.lead) or (_THAN_BEHIND.match(s.tail) if s.lead.endswith(("比", "较")) else None)


def _compared_before(reading: Reading, base: Statement, points: Statement) -> Statement | None:
    """Return what was compared already: 增速−0.8%，较上半年（0.5%）回落1.3个百分点，较上年同期（−4.6%）回升3.8个百分点."""
    if base.depth != points.depth + 1 or base.clause != points.clause or base.index + 1 != points.index or not _told(base):
        return None
    for s in reading.so_far(base, _COMPARED_OFTEN):
        if s.segment != points.segment:
            return None
        if s.role is not Role.POINTS and s.depth != base.depth:
            fall = s.role is Role.GROWTH and s.direction < 0 and s.quantity.text[0] != "-"  # 下降5%，降幅较上年（8%）收窄3个百分点
            return s if s.role in _STATED and not fall and _may_stand(s, points) else None
    return None


def _fitting(reading: Reading, stated: Statement, base: Statement, points: Statement, direction: Direction) -> Claim | None:
    """Return the claim that two percentages are so far apart, if they are: as they are written, or with a fall below zero."""
    narrower = (base.quantity.value - stated.quantity.value) * direction == points.quantity.value
    if narrower and stated.role is Role.GROWTH and stated.direction < 0 and _tells_of_falls(reading, base, points):
        return difference_of(reading, stated, base, points, direction, likely=True)
    for one, other in ((stated, base), (signed(stated), signed(base))):
        apart = (one.quantity.value - other.quantity.value) * direction
        if apart == points.quantity.value and holds(claim := difference_of(reading, one, other, points, direction)):
            return claim
    return None


def _tells_of_falls(reading: Reading, base: Statement, points: Statement) -> bool:
    """Whether the clause says by how much a fall is more or less than another."""
    return _OF_FALLS.search(reading.between(reading.ground.clauses.starts[base.clause], points.start)) is not None


def signed(s: Statement) -> Statement:
    """Return a growth with its sign: 下降4.5% is −4.5%."""
    if s.role is not Role.GROWTH or s.direction > 0:
        return s
    quantity = s.quantity
    text = f"-{quantity.text.lstrip('-')}"
    return replace(s, figure=s.figure._replace(quantity=replace(quantity, text=text, value=-quantity.value)))


def _with_named(reading: Reading, points: Statement, direction: Direction, name: str) -> Iterator[Claim]:
    """Read 工业增长1.3%。…制造业增长3.4%，高于工业增速2.1个百分点: the base has its name in a clause or sentence before."""
    stated = next((s for s in reading.before(points, _BACK) if s.segment == points.segment and _may_stand(s, points)), None)
    if stated is None or len(name) < _NAME or _COMPARED_WITH.fullmatch(name):
        return  # 高于全国平均: of what is told nowhere
    earlier = [s for s in reading.before(stated, _FAR) if s.paragraph == points.paragraph and _may_stand(s, stated)]
    named = [s for s in earlier if s.role is stated.role and short_for(name, s.subject) and not s.depth]
    for base in named:
        if claim := _fitting(reading, stated, base, points, direction):
            yield claim
            return
    if len(named) == 1 and not points.depth:
        yield difference_of(reading, signed(stated), signed(named[0]), points, direction, likely=True)


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
        if any(after.role is Role.POINTS and after.clause == s.clause for after in reading.statements[s.index + 1 : s.index + 2]):
            break  # 提高2.5个百分点，距目标（95%）还差1.2个百分点: it has points of its own
        name = s.subject.rstrip("由从") if s.role is Role.FROM else ""
        if len(name) >= _NAME and len(points.subject) >= _NAME and not short_for(name, points.subject):
            break  # 城镇化率提升5.3个百分点，毕业生留省率从67.6%提高到70%
        behind = s.role in (Role.FROM, Role.TO) or s.depth > points.depth or turns.REACHED.match(s.lead) or words.BASE_BEHIND.match(s.lead)
        if behind and _may_stand(s, points):
            yield s


def _may_stand(s: Statement, points: Statement) -> bool:
    return s.role in _ROLES and s.quantity.unit.name == "%" and abs(s.depth - points.depth) <= 1 and not s.listed


def _is_base(reading: Reading, one: Statement, other: Statement, points: Statement) -> bool:
    """Whether of two percentages the one is what the other is compared with, and what points behind them compare with."""
    if one.role is Role.FROM or other.role is Role.FROM:
        elsewhere = _COMPARED_WITH.search(points.lead)  # 从14.7%降至13%，优于全国1个百分点
        return one.role is Role.FROM and other.role is Role.TO and (elsewhere is None or elsewhere["other"] is None)
    if one.role is Role.GROWTH and other.role in (Role.SHARE, Role.NAMED_RATE, Role.RATE):
        return False  # 同比增长32.6%，占铁路的68.4%，较上年提高5.2个百分点; 下降21.3%，不捕率39.2%，同比增加10.8个百分点
    if "占" in one.lead and "占" not in other.lead:
        return False  # 增长8%，占全省的6.5%，较全省增速高1.9个百分点
    told, own, others = _told(one), _COMPARED_WITH.search(points.lead), _told(other)
    if told is None or (own is None and "比" in points.lead.replace("同比", "")):
        return False
    if own is not None and (own.lastgroup != told.lastgroup or (others is not None and own[0] == others[0])):
        return False
    if others is None:
        return True
    return reading.year_of(other) > reading.year_of(one) > 0 if told["year"] else own is not None and own[0] == told[0]
