"""``growth`` from prose: 比上年增加D，增长P%; 由A提高到B; 比上年同期A件上升D件; 分别增长P、Q; 同比增长P% of a count.

The base of a change is the nearest earlier level of its dimension that is no change itself, in no deeper bracket.
A change that names a subject of its own (其中…支出比上年增加) has no base before it. Where the nearest does not fit and
another does, that one was meant; where none fits, the change is accused only if nothing else could have been meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..claims.base import Claim, Outcome
from ..claims.growth import Growth
from . import grown, turns, words
from .bases import behind_rate, is_opening, is_told, percent_before, starts_from
from .choosing import of_roles
from .grown import Changes, beside, come_to, compare_apart, far_apart, fitting, growth_of, is_real, levels_before, reached, respective, side
from .joining import holds, is_part, mends, outcome
from .namesakes import is_called, is_near_named, is_part_before, levels_of_sentence_before, name_before, of_its_name, short_for, with_name
from .parts import head_before
from .roles import CHANGES, LEVELS, Role
from .statements import Reading, Statement
from .swapped import over_itself

_FEW, _FEW_LEVELS, _TWO, _PAIR = 16, 3, 40, 2
_MAY_RISE, _MAY_GROW = frozenset((Role.NAMED_RATE, Role.RATE, Role.SHARE)), (LEVELS | {Role.AVERAGE}) - {Role.PRIOR}
_RATES = ("率", "满意度", "合格度", "知晓度", "覆盖面", "占比", "比重")
"""Ends of names of what rises by points."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every group of changes, and of every series announced with 分别."""
    read = -1
    for first in of_roles(reading, *CHANGES):
        if first.index <= read:
            continue
        group = _group(reading.statements, first)
        read = group[-1].index
        if group[0].respective or any(s.listed for s in group):
            yield from respective(reading, group)
        else:
            yield from _grown(reading, group)


def _group(statements: tuple[Statement, ...], first: Statement) -> list[Statement]:
    """Return the changes that stand together: 增加D，增长P%; a new subject begins a new group."""
    group = [first]
    for statement in statements[first.index + 1 : first.index + _FEW]:
        if statement.role not in CHANGES or statement.segment != first.segment or statement.clause - group[-1].clause > 1:
            break
        if statement.subject and not statement.listed and not _names_level(statements, statement, group):
            break
        if statement.depth != first.depth and not _in_bracket_behind(statement, group[-1]):
            break
        if words.is_yearly(statement.lead) and not statement.listed:
            break  # 净增34件，年均增长3.8%
        if statement.role is Role.CHANGE and words.BEYOND_PLAN.search(statement.lead):
            break  # 增长9.1%，较年初预算超收1.17亿元
        if not statement.listed and not first.respective and any(s.role is statement.role for s in group):
            break
        group.append(statement)
    return group


def _names_level(statements: tuple[Statement, ...], percent: Statement, group: list[Statement]) -> bool:
    """Whether a percentage behind an amount names again what changed: 举报A件，比上年增加D件，举报量增长P%."""
    first = group[0]
    if len(group) > 1 or first.role is not Role.CHANGE or percent.role is not Role.GROWTH or first.subject or not first.index:
        return False
    return short_for(percent.subject, statements[first.index - 1].subject)


def _in_bracket_behind(statement: Statement, change: Statement) -> bool:
    """Whether a change is said again in a bracket right behind: 增加D（增长P%）."""
    if {statement.role, change.role} != {Role.CHANGE, Role.GROWTH}:
        return False
    if statement.depth == change.depth - 1:
        return change.lead[:1] == "(" and change.tail.rstrip() == ")"  # 收入A（增长P%），增收D
    return statement.depth == change.depth + 1 and statement.lead[:1] == "("


def _grown(reading: Reading, group: list[Statement]) -> Iterator[Claim]:
    """Read one change, one percentage, or both, beside the level that they belong to."""
    first = group[0]
    by_role = {s.role: s for s in reversed(group)}
    change, percent, points = by_role.get(Role.CHANGE), by_role.get(Role.GROWTH), by_role.get(Role.POINTS)
    if change and points and change.is_amount and words.PLAIN_GROWTH.search(points.lead) and not behind_rate(reading, change):
        yield growth_of(reading, [points], None, change, (None, None, points), likely=True)  # 多22万人次，上升38个百分点
    if words.is_yearly(first.lead):
        return  # of several years, see :mod:`.yearly`
    if words.OF_MOVED.match(first.subject) and (moved := _moved(reading, first)):
        yield from _from_to(reading, group, moved, (change, percent, points))
    elif based := _based(reading, first):
        yield from _from_base(reading, group, based, (change, percent, points))
    elif change is not None and percent is not None:
        yield from _both(reading, group, change, percent)
    elif percent is not None and first.role is Role.GROWTH:
        yield from _alone(reading, percent)
        yield from _reaching(reading, percent)
        yield from _rate_by_percent(reading, percent)
        if points is not None:
            yield from _points_of_amount(reading, points, percent)
    elif change is not None:
        yield from _changed(reading, change)
        yield from _said_twice(reading, change)
        yield from come_to(reading, change)
    elif points is not None:
        yield from _points_of_amount(reading, points)


def _from_to(reading: Reading, group: list[Statement], moved: tuple[Statement, Statement], changes: Changes) -> Iterator[Claim]:
    """Read 由A提高到B，增长P%. A yearly rate after it (同比) is of another base, unless it fits or one slip would make it fit."""
    claim = growth_of(reading, group, *moved, changes)
    if holds(claim) or not words.LAST_YEAR.search(group[0].lead) or words.PRIOR.search(moved[0].lead):
        yield claim
        yield from _amount_of(claim)
    elif mends(claim):
        yield replace(claim, likely=True)


def _changed(reading: Reading, change: Statement) -> Iterator[Claim]:
    """Read 上年同期A件，增加D件: a change without a percentage beside a named base."""
    level = next(levels_before(reading, change, change), None)
    if level is not None and level.segment == change.segment and not change.subject and level.role is not Role.PRIOR:
        found = list(beside(reading, level, change, None))
        yield from found or _between_two(reading, change)


def _between_two(reading: Reading, change: Statement) -> Iterator[Claim]:
    """Read 清理2.84万株，为2022年4.06万株的70%，减少1.22万株: the only two levels of the segment, if they are that far apart."""
    levels = [s for s in levels_before(reading, change, change) if s.segment == change.segment and s.depth == change.depth]
    if len(levels) == 2 and change.direction and levels[0].role is not Role.TARGET is not levels[1].role:
        for after, before in (levels, levels[::-1]):
            if holds(claim := growth_of(reading, [change], before, after, (change, None, None))):
                yield claim
                return


def _said_twice(reading: Reading, change: Statement) -> Iterator[Claim]:
    """Read 增加2亿元，增加三千万元，增长13%: one verb with two amounts, of which the percentage can fit one only."""
    following = reading.statements[change.index + 1 : change.index + 3]
    if len(following) < 2 or change.subject or words.COMPARED.search(change.lead):
        return
    again, percent = following
    if again.role is not Role.CHANGE or percent.role is not Role.GROWTH or percent.segment != change.segment or not again.like(change):
        return
    if again.lead.strip() != change.lead.strip() or again.clause != change.clause + 1 or percent.clause != again.clause + 1:
        return
    level = next(levels_before(reading, change, change), None)
    if level is not None and holds(growth_of(reading, [again], None, level, (again, percent, None))):
        yield growth_of(reading, [change], None, level, (change, percent, None), likely=True)


def _points_of_amount(reading: Reading, points: Statement, percent: Statement | None = None) -> Iterator[Claim]:
    """Read 收入八十亿元，同比增长5个百分点: an amount that grows by points, where % is meant.

    Args:
        percent: a growth between the two, 同比增长3%，较2019年同期增长5个百分点.
    """
    last = points if percent is None else percent
    if not last.index or points.subject or (percent is not None and (percent.quantity.unit.name != "%" or "率" in percent.lead)):
        return
    if not (words.PLAIN_GROWTH if percent is None else words.GROWTH_SINCE).search(points.lead):
        return
    level = reading.statements[last.index - 1]
    adjacent = level.segment == points.segment and last.clause - level.clause <= 1 and level.depth == points.depth
    if level.quantity.unit.name == "天":
        return  # 优良天数增加12天、上升3.3个百分点: the rate of such days
    if adjacent and level.role in (Role.LEVEL, Role.ACTUAL) and level.is_amount and not words.RATE_LIKE.search(reading.clause_text(level)):
        yield growth_of(reading, [points], None, level, (None, None, points), likely=True)


def _rate_by_percent(reading: Reading, percent: Statement) -> Iterator[Claim]:
    """Read 合格率97.2%，比上年提升0.8%: a rate that is said to have risen by %, where 个百分点 are meant."""
    rate = reading.statements[percent.index - 1] if percent.index else None
    if rate is None or rate.role not in _MAY_RISE or not rate.dimension == percent.dimension == "ratio":
        return
    if rate.role is Role.RATE and rate.index and reading.statements[rate.index - 1].is_level:
        return  # 收入2.8亿元，预算完成率100.5%，同比增长4.1%: what has grown is the amount
    near = rate.segment == percent.segment and percent.clause - rate.clause == 1 and rate.depth == percent.depth and not percent.listed
    called = rate.lead.strip().rstrip("为达到是约").endswith(_RATES) and rate.quantity.unit == percent.quantity.unit
    if near and called and words.RATE_MOVES.match(percent.lead):
        yield growth_of(reading, [percent], None, rate, (None, percent, None), likely=True)


def _moved(reading: Reading, first: Statement) -> tuple[Statement, Statement] | None:
    """Return A and B of 由A提高到B right before a change."""
    if first.index < 2 or reading.statements[first.index - 1].role is not Role.TO:
        return None
    before, after = reading.statements[first.index - 2], reading.statements[first.index - 1]
    starts = before.role is Role.FROM or (before.is_level and not before.tail and turns.FROM_LEAD.search(before.lead) is not None)
    near = before.clause + 1 >= after.clause >= first.clause - 1 and after.segment == first.segment
    if not starts or not near:
        return None
    inside = before.bracket == after.bracket and before.lead[:1] == "(" and first.depth == after.depth - 1  # 增加D（由A增加到B），增长P%
    behind = first.depth == after.depth + 1 and 0 <= first.bracket - after.end <= 1  # 由A增加到B（增长P%）
    same = before.dimension == after.dimension and before.depth == after.depth
    return (before, after) if same and (after.depth == first.depth or inside or behind) else None


def _based(reading: Reading, first: Statement) -> Statement | None:
    """Return the base of 比上年同期A件上升D件."""
    if not first.index:
        return None
    base = reading.statements[first.index - 1]
    if base.clause == first.clause and base.figure.bare and base.lead[-1:] == "(" and words.BASE_LEAD.search(base.lead[:-1]):
        return base.in_unit(first.quantity.unit) if first.is_amount else None  # 比去年同期（429）多7人
    if base.clause == first.clause - 1:
        return base if starts_from(reading, base, first) else None
    return base if base.role is Role.BASE and base.clause == first.clause else None


def _from_base(reading: Reading, group: list[Statement], base: Statement, changes: Changes) -> Iterator[Claim]:
    change, percent, _points = changes
    manifold = percent is not None and percent.dimension == "times"  # 25415元，比1978年的301元增长83倍
    levels = [s for s in levels_before(reading, base, base) if s.role is not Role.AVERAGE or manifold or not far_apart(s, base)]
    levels = [s for s in levels if not _is_whole_of_share(reading, s)] or levels
    near = [level for level in levels if level.clause >= base.clause - 1]
    if not levels and (kin := next((s for s in reading.so_far(base, _FEW_LEVELS) if s.is_level and s.is_kin(base)), None)):
        base, levels = base.in_unit(kin.quantity.unit), [kin]
        near = levels
    if not levels and (gone := reached(reading, group[-1], base) or _named_before(reading, base)):
        levels = near = [gone]
    percent = percent or percent_before(reading, base)
    if base.dimension == "ratio" or (not levels and (change is None or percent is None)):
        return  # percentages apart are a difference
    if not near and levels and (found := _from_base_far(reading, group, base, levels, (change, percent, None))):
        yield found
        return
    own = [s for s in levels[:_FEW_LEVELS] if s.segment == base.segment]
    after = next((s for s in own if holds(growth_of(reading, group, base, s, (change, percent, None)))), near[0] if near else None)
    if percent is None and (change is None or after is None):
        return
    claim = growth_of(reading, group, base, after, (change, percent, None))
    if not holds(claim):
        for level in levels:
            if level.segment == base.segment and holds(other := growth_of(reading, group, base, level, (change, percent, None))):
                yield other
                return
    if after is not None and change is not None and percent is not None and not holds(claim):
        alone = growth_of(reading, group, base, None, (change, percent, None))
        if holds(alone) and base.index - after.index > 1:
            claim = alone  # what stands further before is of something else
    real = percent is not None and change is not None and after is not None and not holds(claim) and is_real(reading, after, percent)
    if not real:  # 生产总值较五年前增加4000亿元，增长33%: the amount only
        yield replace(claim, likely=base.subject != "" and not words.COMPARED_ONLY.match(base.lead))
    yield from _amount_of(claim)


def _named_before(reading: Reading, base: Statement) -> Statement | None:
    """Return the figure of the sentence before that has the name before a comparison: 有效警情90起，…。有效警情较上周的80起上升12.5%."""
    name = words.COMPARES.split(base.lead)[0].strip(" ,、;")
    if len(name) < _PAIR:
        return None
    near = [s for s in reading.before(base, _FEW) if s.paragraph == base.paragraph and s.sentence == base.sentence - 1 and s.like(base)]
    named = [s for s in near if s.is_level and not s.depth and s.subject.endswith(name)]
    return named[0] if len(named) == 1 else None


def _reaching(reading: Reading, percent: Statement) -> Iterator[Claim]:
    """Read 同比增长P%，达到A，净增D, and 同比增长P%，达到A（上年同期B）."""
    after = reached(reading, percent)
    if after is None or percent.listed or words.is_yearly(percent.lead):
        return
    last = reading.statements[after.index + 1] if after.index + 1 < len(reading.statements) else None
    if last is None or last.segment != percent.segment or last.clause - after.clause > 1 or not last.like(after):
        return
    if last.role is Role.CHANGE and not last.subject and last.direction == percent.direction:
        yield growth_of(reading, [percent], None, after, (last, percent, None), likely=not words.LAST_YEAR.search(percent.lead))
    elif last.role is Role.PRIOR and words.LAST_YEAR.search(percent.lead):
        yield growth_of(reading, [percent], last, after, (None, percent, None), likely=True)


def _is_whole_of_share(reading: Reading, level: Statement) -> bool:
    """Whether a level is only what a share is of: 完成3.47亿立方米，占计划5.26亿立方米的66%，比去年同期…."""
    after = reading.statements[level.index + 1 : level.index + 2]
    return bool(after) and after[0].dimension == "ratio" and after[0].clause == level.clause and level.tail.strip() == "的"


def _amount_of(claim: Growth) -> Iterator[Claim]:
    """Yield that before, after and change fit each other, where it is the percentage beside them that does not."""
    given = claim.before is not None and claim.after is not None and claim.change is not None
    if given and claim.percent is not None and not holds(claim) and holds(alone := replace(claim, percent=None)):
        yield alone


def _from_base_far(reading: Reading, group: list[Statement], base: Statement, levels: list[Statement], changes: Changes) -> Claim | None:
    """Read 查处案件93起，办结88起，办结率94.6%，较上年同期的107起下降13.1%: of which of the levels, the base does not say."""
    own = [level for level in levels if level.segment == base.segment and level.depth == base.depth]
    for level in own:
        if holds(claim := growth_of(reading, group, base, level, changes)):
            return claim
    if not own or group[0].index != base.index + 1:
        return None
    name = words.COMPARES.split(base.lead)[0].strip(" ,、;")  # 税收22.5亿元，亩均18.6万元，税收较上年20亿元增长12.5%
    called = [level for level in own if name and short_for(name, level.subject)]
    if len(called) != 1 or is_real(reading, called[0], group[0]):
        called = own[-1:] if words.COMPARED_ONLY.match(base.lead) and changes[0] is None else []
    return growth_of(reading, group, base, called[0], changes, likely=True) if called else None


def _both(reading: Reading, group: list[Statement], change: Statement, percent: Statement) -> Iterator[Claim]:
    """Read 比上年增加D，增长P%, of which the level stands before."""
    group = with_name(reading, group)
    levels = list(levels_before(reading, group[0], change))
    own = bool(group[0].subject)
    if own:
        levels = [level for level in levels if is_near_named(group[0].subject, level)]
    if not levels and (name := group[0].subject or name_before(reading, group[0])):
        yield from of_its_name(reading, [replace(group[0], subject=name), *group[1:]], change, percent)
        return
    far = [] if levels else list(levels_of_sentence_before(reading, group[0], change))
    if levels and is_part(reading, levels[0]) and (whole := head_before(reading, levels[0])) is not None:
        far = [whole]  # 完成21.43万亩。其中甲10.58万亩、…丙0.73万亩，比上年增加0.82万亩，增长4%
    for level in (*levels, *far):
        if levels and level is not levels[0] and grown.has_own_change(reading, level, group[0]):
            continue
        if fit := fitting(reading, group, level, (change, percent, None)):
            yield fit
            return
    if not levels and len(heads := [level for level in far if not is_part(reading, level)]) == 1:
        levels = heads
    called = own and levels and is_called(group[0], levels[0])
    called = called and (levels[0].subject == group[0].subject or not is_part_before(reading, levels[0]))
    if called and not is_real(reading, levels[0], percent):
        yield growth_of(reading, group, *side(levels[0]), (change, percent, None), likely=True)
    if levels and not own and "同口径" in group[0].lead and (swapped := over_itself(reading, group, levels[0], (change, percent, None))):
        yield swapped
        return
    if not levels or own or is_real(reading, levels[0], percent) or compare_apart(change, percent, levels[0]):
        return
    level = _meant(reading, group, levels, change, percent)
    same = level.quantity.value == change.quantity.value and level.quantity.unit == change.quantity.unit
    if same and change.direction > 0 and not is_opening(level):
        return  # the base is lost in rounding: 增加6.6亿元 to 6.6亿元
    likely = not _clean(reading, level, group[0]) or is_told(level)
    yield growth_of(reading, group, *side(level), (change, percent, None), likely=likely)


def _meant(reading: Reading, group: list[Statement], levels: list[Statement], change: Statement, percent: Statement) -> Statement:
    """Return the level that a change was meant for where none fits: one that is off by a digit, or the total before 其中."""
    for level in levels:
        if outcome(growth_of(reading, group, *side(level), (change, percent, None))) is Outcome.OFF:
            return level
    if is_part(reading, levels[0]) and levels[0].clause > 0:
        return next((level for level in levels if not is_part(reading, level)), levels[0])
    return levels[0]


def _alone(reading: Reading, percent: Statement) -> Iterator[Claim]:
    """Read a count that grew by a percentage without a base: some whole number must have been there before."""
    if not percent.index or percent.subject or percent.dimension != "ratio":
        return
    near = [s for s in reading.before(percent, 3) if s.segment == percent.segment and s.is_amount and s.role in _MAY_GROW]
    for level in near[:2]:
        if level.depth <= percent.depth and (found := list(beside(reading, level, None, percent))):
            yield from found
            return
    level = reading.statements[percent.index - 1]
    if level.respective and level.listed and (claim := _of_two_years(reading, level, percent)):
        yield claim
        return
    if level.role not in (Role.LEVEL, Role.ACTUAL) or not level.quantity.is_count or level.depth != percent.depth or level.listed:
        return
    if level.segment != percent.segment or percent.clause - level.clause > 1 or is_real(reading, level, percent):
        return
    if words.OF_EACH.search(reading.between(level.end, percent.start)):
        return  # 9个地区调整了标准，平均增幅10.7%
    before = reading.statements[level.index - 1] if level.index else None
    if before is not None and before.is_amount and before.segment == level.segment and (before.clause == level.clause or before.is_level):
        return  # 发放86笔12亿元，增长…: of which of the two?
    if not _rounded(level):
        yield growth_of(reading, [percent], None, level, (None, percent, None))


def _of_two_years(reading: Reading, last: Statement, percent: Statement) -> Claim | None:
    """Read 2021年、2022年受理分别为A件、B件，增长P%."""
    first = reading.statements[last.index - 1]
    told = words.TWO_YEARS.search(reading.between(max(0, first.start - _TWO), first.start))
    pair = told and first.like(last) and not first.listed and percent.clause - last.clause <= 1 and first.quantity.value
    if not told or not pair or is_real(reading, last, percent) or abs(int(told[1]) - int(told[2])) != 1:
        return None
    before, after = (first, last) if told[1] < told[2] else (last, first)
    return growth_of(reading, [percent], before, after, (None, percent, None), likely=True)


def _rounded(level: Statement) -> bool:
    """Whether a count looks rounded, so that it is no count to the unit."""
    return level.quantity.value >= 1000 and level.quantity.value % 100 == 0


def _clean(reading: Reading, level: Statement, first: Statement) -> bool:
    """Whether level, change and percentage follow each other with nothing between that could be meant instead."""
    if level.segment != first.segment or level.depth != first.depth or level.listed:
        return False
    between = reading.statements[level.index + 1 : first.index]
    if first.clause - level.clause > 2 + len(between):
        return False
    return all(s.role in (Role.RATE, Role.RANK) or s.depth > level.depth for s in between)
