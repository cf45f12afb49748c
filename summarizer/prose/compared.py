"""``growth`` and ``difference`` of what is compared in an order that no other relation reads.

The base in a bracket with its year (2022年为1102件), two dated figures and then the growth, the growth before its two figures, the net
change before the level that it led to, what came in beside 由A增至B. Where the words leave it open, it is accused only if one slip
of the pen makes all exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from ..claims.base import Claim
from ..claims.difference import Difference
from ..patterns import lazy
from ..quantities import Hedge
from . import words
from .choosing import of_roles, together
from .grown import growth_of, is_real
from .joining import holds, mends, operand, place
from .nearness import base
from .roles import Direction, Role
from .statements import Reading, Statement

_YEAR_ONLY = lazy(r"^[ ,(]*(?P<year>(?:19|20)[0-9]{2})年(?:同期|全年|度)?(?:的)?(?:仅)?(?:为|是|有)?[: ]*$")
_PRIOR_ONLY = lazy(r"^[ ,(]*(?:其中)?(?:(?:上|去|前)年(?:同期|度|全年)?|同期|常年值?|往年)(?:的)?(?:仅)?(?:为|是|有)?[: ]*$")
_DATED = lazy(r"(?P<year>(?:19|20)[0-9]{2})年[^,;。0-9]{0,16}$")
_PLAIN = lazy(
    r"^[ ,)]*(?:同比|环比|(?:比|较)(?:上年|去年|上年同期|去年同期))?(?:净)?(?:增长|下降|上升|增加|减少|降低|提高|增幅"
    r"|降幅|涨幅|跌幅|压减|上涨|回落|减幅)了?"
    r"(?:为|达|达到|约)?[ ]*$"
)
_SHORTER = lazy(
    r"^[ ,]*(?:累计|共|平均|实际|整体)?(?:(?:提高|调整)?幅度|精简|提速|压缩|压减|缩减|缩短|改善|节省|优化|压降|提效|提升|扩大|增长"
    r"|减少|下降|提高|增加)(?:率|了|比例|幅度)?(?:为|达|达到|近|约)?[ ]*$"
)
_FROM_LEAD = lazy(r"^[ ,]*(?:由|从)(?:(?:上|去)年)?(?:同期)?(?:的|原来的?)?$")
_NET = lazy(r"(?P<down>净减少?|净流出)|净(?:增加?|流入)")
_NEW = lazy("新增|增加|多增")
_MOVED = lazy(
    r"(?P<down>净减少?|减少|撤并|撤销|合并|关停|退出|裁减|精简|压减|取缔|注销|核减)|(?:净增加?|新增|新招|新聘|增加|扩招"
    r"|增设|新建|增补|新发展|吸纳|增配|招录|招聘)"
)
_AGAINST = lazy(r"^[ ,]*(?:(?P<below>低于|少于|小于)|(?:高于|超过|超出|好于|高出))[^,;。]{0,10}$")
_PACE = lazy("(?:序时|时间|均衡|时序)进度")
_TARGET_TAIL = lazy(r"^的?[^,;。0-9]{0,12}$")
_RATES = (Role.LEVEL, Role.NAMED_RATE, Role.SHARE, Role.RATE)
_LEVELS = (Role.LEVEL, Role.ACTUAL, Role.TO)
_NO_CHANGE = (Role.TARGET, Role.PRIOR, Role.FROM, Role.TO)


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the claims of changes that are the result of none yet."""
    for s in together(of_roles(reading, Role.GROWTH, Role.CHANGE, Role.FROM), reading.of_dimension("points")):
        if s.start in results or s.listed or s.respective:
            continue
        if s.role is Role.GROWTH and s.quantity.unit.name == "%":
            yield from _of_growth(reading, s)
        elif s.role is Role.CHANGE and s.index > 1:
            yield from _over_prior(reading, s)
        elif s.dimension == "points" and s.index > 1:
            yield from _beside_target(reading, s)
        if s.role is Role.FROM:
            yield from _moved_by(reading, s, results)


def _of_growth(reading: Reading, percent: Statement) -> Iterator[Claim]:
    """Yield the claims of a growth by what stands around it: most have one level right before them, and none of these."""
    before = reading.statements[max(0, percent.index - 2) : percent.index]
    behind = reading.statements[percent.index + 1 : percent.index + 3]
    alike = len(before) == 2 and before[0].like(before[1])
    if alike:
        yield from _based(reading, percent)
    if behind and behind[0].role is Role.FROM:
        yield from _before_two(reading, percent)
    if alike or (before and before[-1].role is Role.CHANGE):
        yield from _net_before(reading, percent)
    if len(before) == 2 and before[0].quantity.unit.name == "%" and before[0].segment == percent.segment:
        yield from _percent_of_percents(reading, percent)


def _based(reading: Reading, percent: Statement) -> Iterator[Claim]:
    """Read 1286件（2022年为1102件），增长P%, and 2022年1102件，2023年1286件，增长P%."""
    near = reading.statements[percent.index - 2 : percent.index]
    first, second = near
    if any(s.segment != percent.segment or s.role not in (Role.LEVEL, Role.ACTUAL, Role.PRIOR) for s in near):
        return
    if not _PLAIN.match(percent.lead):
        return
    if percent.clause - second.clause > 1 or not first.quantity.value or not second.quantity.value or not first.is_amount:
        return
    inside = second.depth == first.depth + 1 and percent.depth == first.depth
    if inside and (_YEAR_ONLY.match(second.lead) or _PRIOR_ONLY.match(second.lead)):
        yield from _grown(reading, percent, second, first)
    elif first.depth == second.depth == percent.depth and second.clause - first.clause <= 1:
        years = [int(found["year"]) if (found := _DATED.search(s.lead)) else 0 for s in near]
        if all(years) and years[1] - years[0] == 1:
            yield from _grown(reading, percent, first, second)
        elif (all(years) and years[0] - years[1] == 1) or (_PRIOR_ONLY.match(second.lead) and second.role is Role.PRIOR):
            yield from _grown(reading, percent, second, first)


def _before_two(reading: Reading, percent: Statement) -> Iterator[Claim]:
    """Read 同比下降17.5%，由286件降至241件."""
    behind = reading.statements[percent.index + 1 : percent.index + 3]
    if len(behind) < 2 or behind[0].role is not Role.FROM or behind[1].role is not Role.TO or not behind[0].like(behind[1]):
        return
    near = behind[1].segment == percent.segment and behind[0].clause - percent.clause <= 1 and behind[0].depth == percent.depth
    if near and behind[0].is_amount and (not behind[0].subject or _FROM_LEAD.match(behind[0].lead)):
        yield from _grown(reading, percent, *behind)


def _net_before(reading: Reading, percent: Statement) -> Iterator[Claim]:
    """Read 净增单位312家，实缴单位达4186家，增长P%; 较上年增加184万元，增长P%，全年支出1286万元."""
    before = reading.statements[max(0, percent.index - 2) : percent.index]
    if len(before) == 2 and before[1].role in _LEVELS and before[1].like(before[0]) and before[0].segment == percent.segment:
        net = _NET.search(before[0].lead)
        found = net or _NEW.search(before[0].lead)
        near = percent.clause - before[1].clause <= 1 and before[1].clause - before[0].clause <= 1 and before[0].depth == percent.depth
        if found and near and before[0].is_amount and _PLAIN.match(percent.lead) and before[0].quantity.value < before[1].quantity.value:
            change = replace(before[0], direction=-1 if net and net["down"] else 1)
            yield from _judged(growth_of(reading, [change, percent], None, before[1], (change, percent, None)), sure=net is not None)
            return
    behind = reading.statements[percent.index + 1 : percent.index + 2]
    if before and behind and before[-1].role is Role.CHANGE and not before[-1].subject and behind[0].role in _LEVELS:
        change, level = before[-1], behind[0]
        first = not any(s.sentence == change.sentence for s in reading.before(change, 1))
        near = level.like(change) and level.sentence == percent.sentence and level.clause - percent.clause <= 1 and not level.depth
        if first and near and not is_real(reading, change, percent):
            yield from _judged(growth_of(reading, [change, percent], None, level, (change, percent, None)), sure=False)


def _percent_of_percents(reading: Reading, percent: Statement) -> Iterator[Claim]:
    """Read 满意度96.8%，较上年95.2%提高1.6%, where 个百分点 are meant; and 占比64.2%（371.5亿元），较上年提高1.3%."""
    rate, base = reading.statements[percent.index - 2 : percent.index]
    if rate.depth != percent.depth or rate.role not in _RATES:
        return
    if base.role is Role.BASE and base.clause == percent.clause and base.quantity.unit.name == "%" and base.depth == rate.depth:
        if base.clause - rate.clause == 1:
            yield _difference(reading, rate, base, percent, percent.direction)
        return
    shown = base.depth == rate.depth + 1 and rate.role in (Role.SHARE, Role.NAMED_RATE) and percent.clause - base.clause == 1
    if shown and words.RATE_MOVES.match(percent.lead):
        yield growth_of(reading, [percent], None, rate, (None, percent, None), likely=True)


def _over_prior(reading: Reading, change: Statement) -> Iterator[Claim]:
    """Read 全年支出1286万元，上年同期为1102万元，同比多支148万元."""
    level, prior = reading.statements[change.index - 2 : change.index]
    near = change.clause - prior.clause <= 1 and prior.clause - level.clause <= 1 and level.segment == change.segment
    alike = level.like(prior) and change.like(prior) and level.depth == change.depth and not change.subject
    if near and alike and prior.role is Role.PRIOR and level.role in _LEVELS and change.direction:
        yield _difference(reading, level, prior, change, change.direction)


def _beside_target(reading: Reading, points: Statement) -> Iterator[Claim]:
    """Read 登记失业率2.6%，低于3.5%的控制目标0.9个百分点."""
    value, other = reading.statements[points.index - 2 : points.index]
    if points.role is Role.PACE:
        yield from _over_pace(reading, value, other, points)
        return
    found = _AGAINST.match(other.quantity.text if other.quantity.is_hedged else other.lead)
    if found is None or other.clause != points.clause or other.quantity.unit.name != "%" or not value.like(other) or points.listed:
        return
    near = value.segment == points.segment and other.clause - value.clause == 1 and value.depth == points.depth == other.depth
    if near and _TARGET_TAIL.match(reading.between(other.end, points.start)) and value.role is not Role.GROWTH:
        where = place(reading, value, other, points)
        limit = replace(operand(reading, other), quantity=replace(other.quantity, hedge=Hedge.NONE))
        yield Difference(operand(reading, value), limit, operand(reading, points), -1 if found["below"] else 1, where, True)


def _over_pace(reading: Reading, first: Statement, second: Statement, points: Statement) -> Iterator[Claim]:
    """Read 序时进度为75%，实际完成78.3%，超序时进度3.3个百分点."""
    row = first.segment == second.segment == points.segment and first.quantity.unit.name == second.quantity.unit.name == "%"
    if row and (_PACE.search(first.lead) is None) != (_PACE.search(second.lead) is None):
        pace, done = (first, second) if _PACE.search(first.lead) else (second, first)
        yield _difference(reading, done, pace, points, points.direction)


def _moved_by(reading: Reading, first: Statement, results: Set[int]) -> Iterator[Claim]:
    """Read 新招消防员40名，队员总数由186名增至226名; 由17个合并为14个，减少3个; 由9个减至5个，精简44.4%."""
    after = reading.statements[first.index + 1 : first.index + 4]
    if not after or after[0].role is not Role.TO or after[0].dimension != first.dimension or after[0].depth != first.depth:
        return
    last = after[0]
    beside = [*reading.before(first, 1), *after[1:]]
    for change in beside:
        gap = first.clause - change.clause if change.index < first.index else change.clause - last.clause
        if change.segment != first.segment or gap > 2 or change.depth != first.depth or change.start in results or change.listed:
            continue
        if words.is_yearly(change.lead):
            continue
        verbs = list(_MOVED.finditer(change.lead)) if change.like(first) and gap < 2 and change.role not in _NO_CHANGE else []
        if verbs and "其中" not in change.lead and "主要" not in change.lead:  # 由47件增加到96件，其中城区新增15件
            yield from _by_amount(reading, first, last, change, -1 if verbs[-1]["down"] else 1)
        elif change.index > last.index and change.quantity.unit.name == "%" and _shortens(change):
            up = last.quantity.value > first.quantity.value
            percent = replace(change, role=Role.GROWTH, direction=1 if up else -1)
            yield from _judged(growth_of(reading, [percent], first, last, (None, percent, None)), sure=first.is_amount)


def _shortens(percent: Statement) -> bool:
    """Whether a percentage says by how much, with a verb that no list of changes has: 精简44.4%."""
    return percent.role is not Role.GROWTH and percent.role not in _NO_CHANGE and _SHORTER.match(percent.lead) is not None


def _by_amount(reading: Reading, first: Statement, last: Statement, change: Statement, way: int) -> Iterator[Claim]:
    rises = base(last) > base(first)
    if rises != (way > 0):
        return
    claim = _difference(reading, last, first, change, 1 if way > 0 else -1)
    plain = change.role is Role.CHANGE and _FROM_LEAD.match(first.lead) is not None  # 减少3家，由9家减至6家
    if holds(claim) or plain or change.index > last.index or _NET.search(change.lead) or mends(claim):
        yield claim


def _difference(reading: Reading, one: Statement, other: Statement, stated: Statement, direction: Direction) -> Difference:
    first, second, difference = (operand(reading, s, per=False) for s in (one, other, stated))
    return Difference(first, second, difference, direction, place(reading, one, other, stated), True)


def _grown(reading: Reading, percent: Statement, before: Statement, after: Statement) -> Iterator[Claim]:
    if not is_real(reading, before, percent):
        yield from _judged(growth_of(reading, [percent], before, after, (None, percent, None)), sure=True)


def _judged(claim: Claim, *, sure: bool) -> Iterator[Claim]:
    """Yield what holds, what the words leave no doubt about, and what one slip would mend."""
    if holds(claim):
        yield claim
    elif sure or mends(claim):
        yield replace(claim, likely=True)  # type: ignore[type-var]
