"""``rate`` from prose: 完成率, 为预算的, 占目标任务…的, X率 with the verb in its name.

A rate looks for its actual and for its target. The actual is the nearest level before it that is no target; the
target stands in the rate itself (占目标任务八十公里的), in the same segment, or in an earlier sentence that a later
one may rest on. Where none is given, some whole number must be able to stand there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from ..claims.base import Claim, Operand, Outcome
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import subtract
from . import words
from .joining import has_own_target, holds, is_part, may_divide, opens_series, operand, outcome, place
from .left_out import in_unit_of, is_unit_left_out
from .own_targets import explicit, is_of_money_behind_counts, named_target
from .parts import head_before, plan_of
from .roles import LEVELS, Role
from .statements import Reading, Statement

_CARRIED, _ROUNDED = 24, 100
"""How many statements back a target is looked for; a count of so many hundreds with no smaller digits may be a rounded one."""
_MOST_ACTUALS, _BESIDE, _OPEN, _TRIES = 2, 8, 0.01, 5
"""The last is how many targets are tried for one actual: more would fit by chance."""
_REACHED, _RATE_NAME = frozenset((Role.LEVEL, Role.ACTUAL, Role.PRIOR, Role.TO)), 3
_SO_FAR = ("累计", "已", "目前", "实际", "现已")
_OTHER_AMOUNT = lazy("投资(?![0-9]*[万亿千百]*元?以上)|资金|产值|产量|销售|收入|税收|支出|面积|里程|工程量|工作量|贷款|金额|款")
_OF_ALL = lazy("^[ ,]*(?:占|完成)(?:总|全部)?(?:任务|计划|目标)[总数量]*的$")
_SKIPPED = frozenset((Role.CHANGE, Role.GROWTH, Role.POINTS, Role.PACE, Role.RATE, Role.SHARE, Role.NAMED_RATE, Role.RANK, Role.AVERAGE))


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every completion rate."""
    for statement in reading.of_dimension("ratio"):
        alone = statement.role is Role.RATE and not statement.respective and not statement.listed
        if alone and not has_own_target(reading, statement) and not opens_series(reading, statement):
            doubted = words.ONE_WAY.search(statement.lead) or is_of_money_behind_counts(reading, statement)
            yield from filter(holds if doubted else None, _rate(reading, statement))
        elif planned := plan_of(reading, statement):
            yield rate_of(reading, statement, planned.part, planned.share)


def _rate(reading: Reading, rate: Statement) -> Iterator[Claim]:
    actual, target = explicit(reading, rate)
    if actual is not None and target is not None:
        yield from _of_explicit(reading, rate, actual, target)
        return
    actuals = list(_actuals(reading, rate))
    if (named := named_target(reading, rate, actuals[:1])) is not None:
        yield rate_of(reading, rate, actuals[0], named, likely=True)
        return
    if actuals and _is_rest(rate, actuals[0]):
        if not (len(actuals) > 1 and _verb_in_name(rate, actuals[1]) and not _is_rest(rate, actuals[1])):
            yield from _of_rest(reading, rate, actuals[0])
            return
        actuals = actuals[1:]  # 办结1746件，未办结116件
    if actuals:
        yield from _of_actuals(reading, rate, actuals)


def _of_actuals(reading: Reading, rate: Statement, actuals: list[Statement]) -> Iterator[Claim]:
    actual = _in_measure_of_target(reading, rate, actuals)
    near = _own_target(reading, rate, actual)
    if near is not None and _is_called(reading, rate, near) and is_clean(rate, actual, near) and words_agree(rate, near):
        yield rate_of(reading, rate, actual, near)
        return
    for tried in actuals:
        if found := first_that_holds(reading, rate, tried, _targets(reading, rate, tried)):
            yield found
            return
    near = near or next(_target_beside(reading, rate, actual), None)
    if near is not None and near.role is not Role.TARGET and not _alone_with(reading, rate, actual, near):
        return
    if near is not None:
        if words_agree(rate, near) and _plausible(reading, rate, actual, near):
            likely = not is_clean(rate, actual, near) or _one_of_several(reading, near)
            yield rate_of(reading, rate, actual, near, likely=likely)
    elif (carried := _carried_target(reading, rate, actual)) is not None and _plausible(reading, rate, actual, carried):
        if words_agree(rate, carried):
            yield rate_of(reading, rate, actual, carried, likely=True)
    elif _may_search(reading, rate, actual):
        yield _searched(reading, rate, actual)


def _in_measure_of_target(reading: Reading, rate: Statement, done: list[Statement]) -> Statement:
    """Return what was reached, of two measures the one that a target is in: 任务80套，建成64套、5千平方米 or，资金9万元，完成任务的80%."""
    last = done[0]
    if len(done) < 2 or last.like(done[1]) or ("," in reading.between(done[1].end, last.start) and not words.MONEY_BESIDE.match(last.lead)):
        return last
    if any(s.like(last) and s.is_level for s in reading.so_far(done[1], _CARRIED)):
        return last
    target = _own_target(reading, rate, done[1])
    return done[1] if target is not None and target.role is Role.TARGET else last


def _is_rest(rate: Statement, actual: Statement) -> bool:
    return words.NOT_DONE.match(actual.lead) is not None and words.NOT_DONE.match(rate.lead) is None


def _of_rest(reading: Reading, rate: Statement, rest: Statement) -> Iterator[Claim]:
    """Read 受理1862件，未办结116件，办结率93.8%: what was done is the figure before without the one that was not."""
    whole = next((s for s in reading.before(rest, 1) if s.segment == rate.segment and s.like(rest) and s.is_level), None)
    if whole is None or whole.depth != rest.depth or whole.quantity.size()[0] <= rest.quantity.size()[0] or rest.quantity.is_hedged:
        return
    done = Operand(subtract(whole.quantity, rest.quantity))
    yield Rate(operand(reading, rate), done, operand(reading, whole), place(reading, whole, rest, rate), True)


def _of_explicit(reading: Reading, rate: Statement, actual: Statement, target: Statement) -> Iterator[Claim]:
    """Judge a rate that holds its target. Behind T，其中甲A、乙B it is of T, and only likely so."""
    claim = rate_of(reading, rate, actual, target)
    whole = head_before(reading, actual) if not holds(claim) and is_part(reading, actual) else None
    if whole is not None and holds(of_whole := rate_of(reading, rate, whole, target)):
        yield of_whole  # 扫描48651页。其中甲28121页、乙20530页，为计划45000页的108.1%
        return
    row = [s for s in reading.before(target) if s.segment == rate.segment and s.role in _REACHED and s.like(target) and not s.depth]
    heads = [s for s in row if not is_part(reading, s)]
    apart = len(heads) == len(row) or len(row) - len(heads) < 2 or not heads
    if apart or any(s.role is Role.RATE for s in reading.statements[heads[0].index : target.index]) or holds(claim):
        yield claim
    else:
        yield rate_of(reading, rate, heads[0], target, likely=True)


def _actuals(reading: Reading, rate: Statement) -> Iterator[Statement]:
    """Yield what may have been reached, the nearest first: amounts before the rate, past changes and other rates, in no deeper bracket."""
    named = words.COMPLETION.search(rate.lead.strip()) is not None
    found = 0
    for candidate in reading.before(rate):
        if candidate.segment != rate.segment or found == _MOST_ACTUALS:
            return
        if candidate.depth > rate.depth or candidate.role in _SKIPPED or not candidate.is_amount:
            continue
        if candidate.role in _REACHED:
            found += 1
            yield candidate
        elif candidate.role is not Role.TARGET or (named and not words.BARE_TARGET.match(candidate.lead)):
            return


def _targets(reading: Reading, rate: Statement, actual: Statement) -> Iterator[Statement]:
    """Yield what may be the target, the likeliest first."""
    own = _own_target(reading, rate, actual)
    if own is not None:
        yield own
    yield from _target_beside(reading, rate, actual)
    for candidate in reading.before(actual, _CARRIED):
        if candidate.measure != actual.measure or candidate is own or candidate.role not in LEVELS:
            continue
        if not _sides_agree(candidate, actual) or not candidate.quantity.value:
            continue
        named = candidate.role is Role.TARGET or "预算" in candidate.lead
        if named or _is_budget_after(reading, candidate) or _same_thing(candidate, actual) or _is_part_of_target(reading, candidate):
            yield candidate


def _is_part_of_target(reading: Reading, part: Statement) -> bool:
    """Whether a figure is the first part of a target: 任务30150套，其中实物建房29550套."""
    before = reading.statements[part.index - 1] if part.index else None
    if before is None or before.role is not Role.TARGET or "其中" not in part.lead:
        return False
    return before.like(part) and before.sentence == part.sentence


def _target_beside(reading: Reading, rate: Statement, actual: Statement) -> Iterator[Statement]:
    """Yield a target in the bracket after the actual, or in the clause after the rate: 完成54户（任务60户），完成率90%."""
    following = reading.statements[actual.index + 1 : rate.index + 2][-_BESIDE:]
    for candidate in following:
        bracketed = candidate.depth == actual.depth + 1 and candidate.index < rate.index
        between = actual.index < candidate.index < rate.index and candidate.depth == rate.depth
        between = between and words.BARE_TARGET.match(candidate.lead) is not None
        behind = candidate.index == rate.index + 1 and candidate.depth == rate.depth + 1 and candidate.clause == rate.clause
        if candidate.role is not Role.TARGET or not (bracketed or between or behind or candidate.clause == rate.clause + 1):
            continue
        if "其中" in candidate.lead:
            continue  # 建成3609套，完成率93.76%，其中市本级任务2000套
        if candidate.segment == rate.segment and candidate.like(actual):
            yield candidate


def has_like_rate(reading: Reading, level: Statement, rate: Statement) -> bool:
    """Whether a figure has a rate of the same name behind it, and was reached itself: 拨付21亿元，拨付率81%，其中甲20亿元，拨付率83%."""
    name = rate.lead.strip(" ,")[-_RATE_NAME:]
    behind = reading.statements[level.index + 1 : level.index + 2] if "率" in name else ()
    return any(s is not rate and s.role is rate.role and s.lead.strip(" ,").endswith(name) for s in behind)


def _own_target(reading: Reading, rate: Statement, actual: Statement) -> Statement | None:
    """Return the target of the same segment, or the one that the whole sentence or the one before led up to."""
    near = [s for s in reading.before(actual) if s.segment == rate.segment and s.like(actual)]
    like = [s for s in near if s.depth <= rate.depth or (s.role is Role.TARGET and s.depth == rate.depth + 1)]
    targets = [s for s in like if s.role is Role.TARGET or _is_budget_after(reading, s)]
    if targets:
        return next((s for s in targets if words_agree(rate, s)), targets[0])
    levels = [s for s in like if s.role in (Role.LEVEL, Role.ACTUAL) and not has_like_rate(reading, s, rate)]
    alone = len({s.quantity.size()[0] for s in levels}) == 1  # 下达任务70户，开工70户，开工率100%，竣工63户，竣工率90%
    if levels and (alone or actual.index - levels[0].index == 1) and _verb_in_name(rate, actual):
        return levels[0]
    if len(levels) == 1 and is_clean(rate, actual, levels[0]):
        if actual.role is Role.ACTUAL and words.COMPLETION.search(rate.lead.strip()):
            return levels[0]  # 下达资金A，实际支出B，执行率P
        if actual.lead.lstrip(" ,").startswith(_SO_FAR) and _OF_ALL.match(rate.lead):
            return levels[0]  # 1250个村通公路，累计解决1235个，占总计划的98.8%
    return None


def _carried_target(reading: Reading, rate: Statement, actual: Statement) -> Statement | None:
    """Return the target of an earlier sentence that this rate must rest on, if it can be told.

    A target answers for one rate of each name: after 全年计划投资九亿元，完成八亿元，占计划的… comes 其中…占计划的…,
    and that is of other plans.
    """
    if "其中" in words.BRACKETED.sub("", reading.clause_text(actual)) or actual.depth:
        return None
    for candidate in reading.before(actual, _CARRIED):
        if candidate.paragraph < rate.paragraph - 1 or (candidate.role is Role.RATE and _same_name(candidate, rate, reading)):
            return None
        if not candidate.like(actual) or candidate.depth:
            continue
        if candidate.role is Role.TARGET or _is_budget_after(reading, candidate):
            if not _sides_agree(candidate, actual):
                continue
            if candidate.word == "的" and candidate.segment != actual.segment and candidate.depth == rate.depth:
                return None  # 甲支出90万元，完成预算100万元的90%；乙支出26万元，为调整预算的91%: of its own
            if _has_part(reading, candidate, actual) or _is_answered(reading, candidate, actual):
                return None
            beside = actual.index - candidate.index == 1 and len(candidate.subject) > 1 and candidate.subject[-2:] in actual.lead
            alone = actual.index - candidate.index == 1 and candidate.role is Role.TARGET  # 总任务12534户。↵已开工11362户，开工率90.7%
            near = beside or alone or candidate.paragraph == rate.paragraph or _is_budget_after(reading, candidate)
            return candidate if near and _scopes_agree(candidate, actual) else None
    return None


def _is_answered(reading: Reading, target: Statement, actual: Statement) -> bool:
    """Whether a target has what was reached of it right behind, and what stands sentences later has no word of its name."""
    after = reading.statements[target.index + 1]
    if after is actual or after.role is not Role.ACTUAL or after.segment != target.segment or not after.like(target):
        return False
    name, said = target.subject, actual.lead + actual.tail[:8]
    return len(name) > 1 and not any(name[n : n + 2] in said for n in range(len(name) - 1))


def _has_part(reading: Reading, target: Statement, actual: Statement) -> bool:
    """Whether a part of the target has the name of what was done: 任务2.5万亩，其中山下绿化0.8万亩。山下绿化完成0.84万亩."""
    parts = reading.statements[target.index + 1 : target.index + _CARRIED]
    own = [s for s in parts if s.sentence == target.sentence and s.index < actual.index and s.like(target)]
    return any(len(s.subject) > 1 and actual.subject.startswith(s.subject) for s in own)


def _same_name(earlier: Statement, rate: Statement, reading: Reading) -> bool:
    """Whether an earlier rate has used the target up: it has the same name, and is not of 收入 where this is of 支出."""
    if earlier.word != rate.word:
        return False
    actual, own = next(_actuals(reading, earlier), None), next(_actuals(reading, rate), None)
    return actual is None or own is None or _sides_agree(actual, own)


def _scopes_agree(one: Statement, other: Statement) -> bool:
    """Whether neither is of 全市 where the other is of 市本级."""
    scopes = [next((scope for scope in words.SCOPES if scope in s.subject), "") for s in (one, other)]
    return not (scopes[0] and scopes[1]) or scopes[0] == scopes[1]


def words_agree(rate: Statement, target: Statement) -> bool:
    """Whether a rate can be one of this target by its words: 占年度计划的 is not of 总投资, 为调整预算的 not of 年初预算."""
    said, named = rate.lead, target.lead + target.tail[:8]
    if not words.TARGET.search(said):
        return True
    if words.WHOLE_COST.search(named) and not words.WHOLE_COST.search(said):
        return False
    if words.WHOLE_YEAR.search(said) and words.PART_YEAR.search(named) and not words.WHOLE_YEAR.search(named):
        return False
    if ("年初" in said and "调整" in named) or ("调整" in said and "年初" in named):
        return False
    alike = (words.BUDGET.search(said) is None) == (words.BUDGET.search(named) is None)
    return alike or target.role is not Role.TARGET or "决算" in named or "年初安排" in named or "批准" in named


def _one_of_several(reading: Reading, target: Statement) -> bool:
    """Whether a target that no word calls so has others beside it: 新收九件，旧存三件，审结八件，结案率."""
    if target.role is Role.TARGET:
        return False
    return any(s.segment == target.segment and s.is_level and s.like(target) for s in reading.before(target, 3))


def _plausible(reading: Reading, rate: Statement, actual: Statement, target: Statement) -> bool:
    """Whether a target that an earlier rate has rested on, or that no word calls a target, may be this one's.

    Not if the rate is above 100 % and the figures are below, or the other way round.
    """
    used = target.role is not Role.TARGET or any(s.role is Role.RATE for s in reading.statements[target.index : rate.index])
    return not used or (rate.quantity.value > 100) == (actual.quantity.value > target.quantity.value)


def _verb_in_name(rate: Statement, actual: Statement) -> bool:
    """Whether the actual has the verb of the rate's name, or one for the same act: 已开工八十项，开工率; 办结九件，结案率."""
    if not words.COMPLETION.search(rate.lead.strip()):
        return False
    text, verb = actual.lead + actual.tail, rate.word[-2:]
    return verb in text or (verb in words.CLOSING and any(other in text for other in words.CLOSING))


def _is_budget_after(reading: Reading, candidate: Statement) -> bool:
    """Whether 由A调整为B, or 预算A，调整为B, made a new budget of B."""
    if candidate.role is not Role.TO or not candidate.index or not words.REVISED.search(candidate.lead):
        return False
    if words.TARGET.search(candidate.lead):
        return True  # 支出预算调整为79.4亿元
    before = reading.statements[candidate.index - 1]
    return before.role in (Role.FROM, Role.TARGET) and before.like(candidate) and words.TARGET.search(before.lead) is not None


def _same_thing(candidate: Statement, actual: Statement) -> bool:
    """Whether an earlier level is of the very thing that was carried out: the figure approved, then the figure reached."""
    return bool(candidate.subject) and candidate.subject == actual.subject


def _sides_agree(one: Statement, other: Statement) -> bool:
    """Whether neither is 收入 where the other is 支出."""
    side = _side(one)
    return not side or _side(other) in ("", side)


def _side(statement: Statement) -> str:
    return next((side for side in words.SIDES if side in statement.subject), "")


def first_that_holds(reading: Reading, rate: Statement, actual: Statement, targets: Iterable[Statement]) -> Claim | None:
    """Return the claim against the first target that the rate fits, of the few that are tried."""
    for target in islice(targets, _TRIES):
        if may_divide(actual, target, rate, 100) and not _is_open(actual, target, rate):
            claim = rate_of(reading, rate, actual, target)
            if holds(claim):
                return claim
    return None


def _is_open(actual: Statement, target: Statement, rate: Statement) -> bool:
    """Whether a target that is only the least, 60万人以上, fits because of that alone: what was reached is no such percentage of it."""
    if not target.quantity.is_hedged or rate.quantity.is_hedged or actual.quantity.is_hedged or target.segment == rate.segment:
        return False
    if not (target.quantity.value and rate.quantity.value):
        return True
    return abs(actual.quantity.size()[0] / target.quantity.size()[0] * 100 / rate.quantity.size()[0] - 1) > _OPEN


def _alone_with(reading: Reading, rate: Statement, actual: Statement, near: Statement) -> bool:
    """Whether a figure that no word calls the target is meant: not behind 其中, where another figure fits, or beside another plan."""
    after = reading.statements[near.index + 1]
    if "其中" in reading.between(actual.end, rate.start) or (after.role is Role.RATE and words.TARGET.search(after.lead) is not None):
        return False
    before = [s for s in reading.before(actual, _CARRIED) if s.paragraph == rate.paragraph and s is not near]
    others = [s for s in before if s.is_level and s.like(actual)]
    return not any(may_divide(actual, s, rate, 100) and holds(rate_of(reading, rate, actual, s)) for s in others if s.quantity.value)


def _is_called(reading: Reading, rate: Statement, near: Statement) -> bool:
    """Whether the text calls a figure the target: by its own words, or 由A调整为B and then 为调整预算的."""
    return near.role is Role.TARGET or (words.REVISED.search(rate.lead) is not None and _is_budget_after(reading, near))


def is_clean(rate: Statement, actual: Statement, target: Statement) -> bool:
    """Whether nothing stands between that could have been meant: target, actual and rate follow each other in one segment."""
    return target.segment == rate.segment and rate.index - target.index == 2 and target.depth == actual.depth == rate.depth


def _may_search(reading: Reading, rate: Statement, actual: Statement) -> bool:
    """Whether the actual is a count that the rate must fit to the unit: exact, next to the rate, and no target is about."""
    quantity = actual.quantity
    if not quantity.is_count or rate.index - actual.index != 1 or rate.clause - actual.clause > 1 or actual.depth != rate.depth:
        return False
    verb = rate.word if "完成" not in rate.word and not words.TARGET.search(rate.lead) else ""
    if verb and not any(c in actual.lead + actual.tail for c in verb):
        return False  # 起诉14件，化解率82.7%: of something else
    if _OTHER_AMOUNT.search(reading.between(actual.end, rate.start)):
        return False  # 4个项目完成投资占年度计划的45.2%
    if words.SIDE_EFFECT.search(actual.lead) or any(s.is_amount and s.segment == rate.segment for s in reading.before(actual, 4)):
        return False
    return not (quantity.value >= 10 * _ROUNDED and quantity.value % _ROUNDED == 0)


def _searched(reading: Reading, rate: Statement, count: Statement) -> Rate:
    """Return the claim that a whole number fits beside a count: as its target, or, where the count may be that, as what was reached."""
    claim, wrong = rate_of(reading, rate, count, None), (Outcome.FAILS, Outcome.OFF)
    turned = replace(claim, actual=None, target=claim.actual) if outcome(claim) in wrong else claim
    return turned if outcome(turned) not in wrong else claim


def rate_of(reading: Reading, rate: Statement, actual: Statement, target: Statement | None, *, likely: bool = False) -> Rate:
    """Return the claim that an actual is so much of a target, or of some whole number."""
    stands = (actual, rate) if target is None else (target, actual, rate)
    wanted = None if target is None else operand(reading, target)
    if target is not None and wanted is not None and is_unit_left_out(target, actual):
        wanted = replace(wanted, quantity=in_unit_of(actual, target.quantity))
    return Rate(operand(reading, rate), operand(reading, actual), wanted, place(reading, *stands), likely)
