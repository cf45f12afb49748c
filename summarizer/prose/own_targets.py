"""Which figure is the target of a rate that says so: 占目标任务八十公里的136.9%, 为实物建房任务的110.4%."""

from __future__ import annotations

from collections.abc import Sequence

from ..patterns import lazy
from .behind import following
from .joining import is_part_here
from .left_out import is_unit_left_out
from .roles import LEVELS, PERCENTAGES, Role
from .statements import Reading, Statement

_OF_MORE = lazy("[^,;。的]{0,6}(?:扩面|扩种|扩容|新增|净增|增量|增收)[^,;。的]{0,4}(?:任务|目标|计划)")
_NAMED = lazy("(?:为|占|完成)(?P<name>[㐀-鿿]{2,8}?)(?:目标任务|任务|目标|计划)[数量]?的$")
_GENERAL = ("年", "目标", "任务", "计划", "下达", "总", "全", "考核", "省", "市", "县", "区", "预期", "既定", "建设", "规划", "原", "上级")
"""What begins the name of a target that is no name of its own."""
_CARRIED = 24
_OF_MONEY = lazy("(?P<verb>支出|拨付|兑付|支付)(?:率|进度|比例)|(?:资金|投资|预算)[一-鿿]{2,4}(?:率|进度|比例)")
"""Rates of money by their names: 支出进度, 资金到位率."""


def is_of_money_behind_counts(reading: Reading, rate: Statement) -> bool:
    """Whether a rate of money stands behind things that were done: 实施项目60个，完工48个，支出进度91%."""
    found = _OF_MONEY.search(rate.lead)
    before = next((s for s in reading.before(rate, 4) if s.is_amount and s.is_level), None) if found else None
    if found is None or before is None or not before.quantity.is_count:
        return False
    return not found["verb"] or found["verb"] not in before.lead + before.tail  # 已支付72户，支付率90%


def named_target(reading: Reading, rate: Statement, actuals: Sequence[Statement]) -> Statement | None:
    """Return the one part of a target that a rate calls by its name: 任务301套，其中实物建房295套、补贴6户。…为实物建房任务的110.4%."""
    found = _NAMED.search(rate.lead)
    if found is None or not actuals or found["name"].startswith(_GENERAL):
        return None
    (actual,) = actuals
    before = reading.before(actual, _CARRIED)
    named = [s for s in before if s.subject == found["name"] and s.like(actual) and s.role in LEVELS and s.paragraph == rate.paragraph]
    heads = [s for s in before if named and s.role is Role.TARGET and s.sentence == named[-1].sentence and s.index < named[-1].index]
    return named[0] if len(named) == 1 and heads and is_part_here(reading, named[0]) and named[0].quantity.value else None


def _grown(reading: Reading, target: Statement) -> Statement | None:
    """Return the change right before a target, past what it is in per cent."""
    for s in reading.before(target, 2):
        if s.segment != target.segment or s.role is not Role.GROWTH:
            return s if s.role is Role.CHANGE and s.like(target) and s.direction > 0 else None
    return None


def explicit(reading: Reading, rate: Statement) -> tuple[Statement | None, Statement | None]:
    """Return actual and target of 占目标任务八十公里的136.9%: the target is in the words of the rate."""
    if not rate.index:
        return None, None
    target = reading.statements[rate.index - 1]
    if target.role is not Role.TARGET or target.word != "的" or target.clause != rate.clause:
        return None, None
    grown = _grown(reading, target)
    if grown is not None and _OF_MORE.match(target.tail):
        return grown, target  # 播种面积54万亩，比上年增加1.02万亩，增长1.9%，为省下达1万亩扩面任务的102%
    if grown is None or not (grown.role is Role.CHANGE and grown.subject and grown.like(target) and target.clause - grown.clause == 1):
        grown = None
    elif "均" in grown.lead:
        return grown, target  # 户均增收2460元，完成目标2000元的123%
    for candidate in reading.before(target):
        if candidate.segment != target.segment:
            break
        if candidate.role not in _of_target(target) or candidate.role is Role.TARGET or candidate.depth > rate.depth:
            continue
        if candidate.like(target) or is_unit_left_out(target, candidate):
            return candidate, target
    if grown is not None:
        return grown, target  # 参保人员净增6.7万人，完成全年目标7万人的96%
    done = following(reading, rate)
    if done is not None and done.role is Role.ACTUAL and done.like(target) and done.clause == rate.clause + 1:
        return done, target
    return None, None


def _of_target(target: Statement) -> frozenset[Role]:
    """Return the roles of what reaches a target: 集中供养率41%，完成42%目标任务的, 人均补差180元，完成148元目标任务的."""
    return PERCENTAGES | LEVELS if target.dimension == "ratio" else LEVELS | {Role.AVERAGE}
