"""What every reading of a change needs: the levels that may have changed, a base beside them, and changes announced with 分别."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..claims.base import Claim, Operand
from ..claims.count import Count
from ..claims.growth import Growth
from ..patterns import lazy
from ..quantities import parse
from . import turns, words
from .bases import dated_base, is_opening, is_told, prior_beside
from .joining import holds, operand, place
from .nearness import base, may_fit
from .roles import CHANGES, Direction, Role
from .statements import Reading, Statement

_FEW = 16
_FAR_APART = 20
_ENDS = lazy("[ ]*$")
_EXCEEDS = lazy("(?:超过?|多于|高于)(?:了|出)?(?:上|去)年(?:同期|同月)?(?:的)?$")

_INCLUDED = lazy(r"^[ (]*(?:不含|含|不包括|包括|扣除|剔除|其中)")
"""受理321件（不含上年旧存28件）: what is counted in or not, and no base."""
Changes = tuple[Statement | None, Statement | None, Statement | None]
"""Amount, percentage and points by which something changed."""

_SAME_BASIS = "同口径"
_JOINS, _COMPARES = lazy("[、和与及]"), lazy("同比|环比|[比较](?:上年|去年|上期)(?:同期)?|年均|平均|^数?均")
_PAIR = 2


def levels_before(reading: Reading, first: Statement, like: Statement) -> Iterator[Statement]:
    """Yield the levels before a change that it may belong to, the nearest first."""
    for candidate in reading.before(first, _FEW):
        if candidate.sentence != first.sentence:
            return
        if may_grow(candidate, like) and candidate.depth <= first.depth:
            yield candidate


def may_grow(level: Statement, change: Statement) -> bool:
    """Whether a change may be one of a level: a mean may change by an amount that is no mean by its words."""
    if level.role is Role.AVERAGE:
        if change.role is Role.CHANGE and change.quantity.value > level.quantity.value:
            return False
        return level.dimension == change.dimension and change.quantity.per in ("", level.quantity.per)
    return level.is_level and level.like(change)


def beside(reading: Reading, level: Statement, change: Statement | None, percent: Statement | None) -> Iterator[Claim]:
    """Read a change or percentage whose base is named 上年同期 near by, or dated elsewhere."""
    last = percent or change
    assert last is not None
    before = prior_beside(reading, level, last)
    dated = before is None
    before = before or dated_base(reading, level, last)
    if before is None or before is level:
        return
    claim = growth_of(reading, [last], before, level, (change, percent, None))
    exceeded = _EXCEEDS.search(before.lead) is not None and change is None
    if holds(claim):
        yield claim
    elif exceeded and holds(more := growth_of(reading, [before, last], None, level, (before, percent, None))):
        yield more  # 超去年同期589万人次: by so many
    elif not is_real(reading, level, last) and not (dated and far_apart(before, level)) and not _INCLUDED.match(before.lead):
        near = not dated and last.index - level.index <= 2 and level.depth == last.depth == before.depth
        yield replace(claim, likely=not near)


def far_apart(one: Statement, other: Statement) -> bool:
    """Whether two figures are so far apart that they are of different things: of one court, of all courts."""
    sizes = sorted(base(s) for s in (one, other))
    return sizes[0] * _FAR_APART < sizes[1]


def is_real(reading: Reading, level: Statement, percent: Statement) -> bool:
    """Whether the rate is over another base than the amounts: 可比价, 同口径, and what always is (GDP, 增加值)."""
    clauses, first = reading.ground.clauses, level.clause
    while first and clauses.segments[first - 1] == level.segment and level.clause - first < 2:
        first -= 1
    said = reading.between(clauses.starts[first], percent.end + 12)
    if _SAME_BASIS in level.lead:
        said = said.replace(_SAME_BASIS, "", 1)  # 同口径完成3亿元，增长14.6%，增收0.4亿元: all three are on the one basis
    return words.REAL.search(said) is not None


def respective(reading: Reading, group: list[Statement]) -> Iterator[Claim]:
    """Read 分别增长P、Q: as many levels before as there are percentages, in their order."""
    changes = [s for s in group if s.role is Role.CHANGE]
    percents = [s for s in group if s.role is Role.GROWTH]
    count = len(percents)
    if count == 1 and not changes:
        yield from _one_for_two(reading, percents[0])
    if count < 2 or (changes and len(changes) != count):
        return
    levels = _first_of(_levels_of(reading, group[0], count), changes, count)
    if len(levels) == 2 * count and not changes:
        yield from _with_priors(reading, levels, percents)
        return
    if len(levels) != count:
        if not changes:
            yield from _miscounted(reading, levels, percents)
        return
    if not changes and _is_of_others(reading, levels, group[0]):
        return
    priors = _priors_of(reading, levels, group)
    if not changes and not priors and levels[0].segment != group[0].segment:
        return
    for number, percent in enumerate(percents):
        change = changes[number] if changes else None
        level, prior = levels[number], priors[number] if priors else None
        if prior is None and change is None and (based := list(beside(reading, level, None, percent))):
            yield from based
            continue
        if prior is None and not (level.quantity.is_count if change is None else change.like(level)):
            continue
        yield growth_of(reading, [percent], prior, level, (change, percent, None), likely=True)


def _is_of_others(reading: Reading, levels: list[Statement], first: Statement) -> bool:
    """Whether names before 分别 are of other things than the figures before them: 绿色工厂20家，高技术制造业、装备制造业产值分别增长."""
    said = reading.between(levels[-1].end, first.start).rpartition("分别")[0]
    names = [_COMPARES.sub("", name) for name in _JOINS.split(re.split("[,;]", said)[-1])]
    if len(names) < _PAIR or not all(len(name) >= _PAIR for name in names):
        return False
    own = "".join(level.subject + level.tail for level in levels)
    return not any(name[:_PAIR] in own or name[-_PAIR:] in own for name in names)


def _levels_of(reading: Reading, first: Statement, count: int) -> list[Statement]:
    """Return the levels that changes announced with 分别 belong to: of their segment, or else the row that ends the sentence before."""
    before = reading.before(first, _FEW)[::-1]
    near = [s for s in before if s.is_level and s.depth == first.depth and not s.tail.startswith(("指标", "数据"))]
    own = [s for s in near if s.segment == first.segment]
    if own and own[0].role is Role.PRIOR and len(own) == count:  # 34场119人；去年同期22场99人，同比分别上升
        ahead = [s for s in near if s.index < own[0].index and s.sentence == first.sentence]
        own = [*ahead[-count:], *own]
    row = [s for s in near if s.sentence == first.sentence - 1 and s.paragraph == first.paragraph]
    return own or (row if len(row) == count or (len(row) > count and first.role is Role.CHANGE) else [])


def _first_of(levels: list[Statement], changes: list[Statement], count: int) -> list[Statement]:
    """Return the levels up to a last one that no change is told of: 56起、死亡30人、损失818万元，分别减少32起、11人."""
    if len(levels) <= count or not changes:
        return levels
    named = levels[:count]
    alone = all(change.like(level) for change, level in zip(changes, named, strict=True)) and levels[count].dimension != named[-1].dimension
    return named if alone else levels


def _priors_of(reading: Reading, levels: list[Statement], group: list[Statement]) -> list[Statement]:
    """Return what each level was before, in its order: in a bracket before or behind the changes, or each as 由A增加到B."""
    count, statements = len(levels), reading.statements
    starts = [statements[level.index - 1] if level.index else level for level in levels]
    if all(s.role is Role.FROM for s in starts):
        return starts
    for row in (statements[max(0, group[0].index - count) : group[0].index], statements[group[-1].index + 1 : group[-1].index + 1 + count]):
        inside = len(row) == count and all(s.depth == group[0].depth + 1 and s.bracket == row[0].bracket for s in row)
        if inside and all(one.like(other) and one.quantity.value for one, other in zip(row, levels, strict=True)):
            said = reading.between(max(0, row[0].bracket - _FAR_APART), row[0].start)
            if words.PRIOR.search(said) or words.LAST_YEAR.search(said):
                return list(row)
    return []


def _with_priors(reading: Reading, levels: list[Statement], percents: list[Statement]) -> Iterator[Claim]:
    """Read 95件134人，上年同期为200件377人，同比分别下降P、Q: those of last year in the order of those of this."""
    half = len(percents)
    now, before = levels[:half], levels[half:]
    if now[0].role is Role.PRIOR:
        now, before = before, now
    if before[0].role is Role.PRIOR and all(one.like(other) and other.quantity.value for one, other in zip(now, before, strict=True)):
        for after, prior, percent in zip(now, before, percents, strict=True):
            yield growth_of(reading, [percent], prior, after, (None, percent, None), likely=True)


def _miscounted(reading: Reading, levels: list[Statement], percents: list[Statement]) -> Iterator[Claim]:
    """Read 参保人数分别达到A、B、C，同比分别增长P、Q: one percentage is missing, or there is one too many."""
    row = [s for s in levels if s.clause >= levels[-1].clause - len(levels) + 1] if levels else []
    announced = len(row) == len(levels) > 1 and row[0].respective and all(s.listed for s in row[1:])
    plain = announced and all(s.listed for s in percents[1:]) and percents[0].index == row[-1].index + 1
    if plain and not percents[0].subject:
        stated = Operand(parse(f"{len(row)}个"), place=place(reading, *row))
        yield Count(stated, len(percents), (), (), False, place(reading, *row, *percents), True)


def _one_for_two(reading: Reading, percent: Statement) -> Iterator[Claim]:
    """Read 受理A件，审结B件，同比分别上升P%。: two rose, and one percentage is told."""
    row = [s for s in reading.so_far(percent, _FEW) if s.segment == percent.segment][::-1]
    following = reading.statements[percent.index + 1 : percent.index + 2]
    alone = not following or following[0].segment != percent.segment or following[0].is_level
    two = len(row) == 2 and all(s.is_level and s.is_amount and s.subject and not s.depth and not s.listed for s in row)
    if two and alone and not percent.subject and not percent.depth and _ENDS.match(percent.tail) and percent.clause - row[1].clause == 1:
        stated = Operand(parse("2个"), place=place(reading, *row))
        yield Count(stated, 1, (), (), False, place(reading, *row, percent), True)


def growth_of(
    reading: Reading, group: list[Statement], before: Statement | None, after: Statement | None, changes: Changes, *, likely: bool = False
) -> Growth:
    """Return the claim of a change between two levels, of which either may be missing."""
    roles = (before, after, *changes)
    stands = [s for s in roles if s is not None]
    per = len({s.quantity.per for s in (before, after, changes[0]) if s is not None}) < 2
    first, last, amount, percent, points = (operand(reading, s, per=per) if s is not None else None for s in roles)
    direction: Direction = next((s.direction for s in group if s.direction), 1)
    return Growth(first, last, amount, percent, points, direction, place=place(reading, *stands), likely=likely)


def side(level: Statement) -> tuple[Statement | None, Statement | None]:
    """Return a level as what was before, or as what came after: that of 上年末 is the base itself."""
    return (level, None) if is_opening(level) else (None, level)


def sides(level: Statement) -> Iterator[tuple[Statement | None, Statement | None]]:
    """Yield a level as what it is by its words, and where 去年 is only the time that is told of, as the base, too."""
    yield side(level)
    if is_told(level):
        yield level, None


def fitting(reading: Reading, group: list[Statement], level: Statement, changes: Changes) -> Growth | None:
    """Return the claim that an amount and a percentage are the growth of a level, if it holds."""
    change, percent, _ = changes
    if change is None or percent is None:
        return None
    ways = (growth_of(reading, group, *ends, changes) for ends in sides(level) if is_told(level) or may_fit(level, change, percent))
    return next((claim for claim in ways if holds(claim)), None)


def compare_apart(one: Statement, other: Statement, level: Statement) -> bool:
    """Whether two changes compare with different things: 比上月增加D，同比增长P%."""
    found = [{name for name, pattern in words.COMPARISONS.items() if pattern.search(s.lead)} for s in (one, other)]
    if "begin" in found[0] | found[1] and "year" in found[0] | found[1] and words.STOCK.search(level.lead):
        return False  # a balance at the beginning of this year is that at the end of the last
    place = next((s for s in (one, other) if words.ELSEWHERE.search(s.lead)), None)
    if place is not None:
        rest, of_time = (other, found[1]) if place is one else (one, found[0])
        if not words.ELSEWHERE.search(rest.lead) and (of_time or rest.start < place.start):
            return True  # 同比增长10.7%，较全省人均花费低174元
    return bool(found[0] and found[1] and not found[0] & found[1])


def reached(reading: Reading, change: Statement, like: Statement | None = None) -> Statement | None:
    """Return what a change comes to where that is named right behind it: 增长5%，达到A."""
    after = reading.statements[change.index + 1] if change.index + 1 < len(reading.statements) else None
    if after is None or after.segment != change.segment or after.clause - change.clause > 1 or not after.is_amount or after.listed:
        return None
    near = after.depth == change.depth and turns.REACHED.match(after.lead) is not None
    return after if near and (like is None or after.like(like)) else None


def come_to(reading: Reading, change: Statement) -> Iterator[Claim]:
    """Read 增加D，达到A，增长P%: what a change comes to stands between it and its percentage."""
    after = reached(reading, change, change)
    percent = reading.statements[after.index + 1] if after is not None and after.index + 1 < len(reading.statements) else None
    if after is None or percent is None or percent.role is not Role.GROWTH or percent.subject or percent.listed:
        return
    near = percent.segment == after.segment and percent.clause - after.clause == 1 and percent.depth == after.depth
    if near and percent.direction == change.direction and not words.is_yearly(percent.lead) and not compare_apart(change, percent, after):
        yield growth_of(reading, [percent], None, after, (change, percent, None), likely=True)


def has_own_change(reading: Reading, level: Statement, change: Statement) -> bool:
    """Whether a level of another segment has a change of its own: 甲72万元，减少2万元；乙66万元，增加6万元，增长10%."""
    behind = reading.statements[level.index + 1 : level.index + 2]
    return level.segment != change.segment and any(s.role in CHANGES and s.clause - level.clause == 1 for s in behind)
