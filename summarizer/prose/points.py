"""``difference`` of percentages: 比…高几个百分点, 高于全省平均（7%）2.8个百分点, 超序时进度5个百分点, 超目标任务5个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from ..claims.base import Claim, Operand
from ..claims.difference import Difference
from ..claims.growth import Growth
from ..patterns import lazy
from ..quantities import from_chinese, make_quantity, parse, unit
from . import words
from .choosing import led_by, of_roles, together
from .differences import difference_of, is_behind_pace
from .joining import holds, operand, place
from .namesakes import short_for
from .roles import PERCENTAGES, Direction, Role
from .statements import Reading, Statement

_WORDS = 60
"""Characters before a bracket that tell the direction."""
_TRIES = 4
_MORE_OF = lazy("(?:(?P<less>少)|多)(?:降|减|增|升|涨|下降|减少|增长|上升)了?$")
_THAN = lazy(
    r"(?:(?P<below>低于|慢于)|(?:高于|快于))(?:同期)?(?:(?P<scope>全[市县区州镇乡])(?:平均)?(?:增[长速幅]|经济)|[一-鿿]{0,6}(?:总体|整体|生产总值|GDP|经济(?=增)))[一-鿿]{0,6}$"
    r"|比(?:全部|[一-鿿]{0,6}(?:总体|整体|生产总值|GDP|经济(?=增)))[一-鿿]{0,4}(?:增[长速幅])?(?:水平)?(?:高|快|(?P<under>低|慢))出?$"
)
_OTHERS = lazy(
    "(?:(?P<below>低于|慢于|落后于?)|高于|快于|领先于?|[比较])(?P<name>全[市县区州镇乡省国部][一-鿿]{2,10}?)(?:平均)?(?:增[长速幅])?(?:水平)?"
    "(?:增?[高快]|(?P<under>增?[低慢]))?出?$"
)
"""低于全市规上工业增速: than what grew as well, under its name."""
_TWO = lazy(
    "(?:^[ ,;]*|(?P<own>[一-鿿]{2,12}?))(?:的?增[长速幅]|涨幅)?"
    "(?:(?P<below>低于|慢于|落后于?)|高于|快于|领先于?|比(?=[^,]*[高快低慢]))(?P<other>[一-鿿]{2,12}?)"
    "(?:的?增[长速幅]|涨幅)?(?:[高快]|(?P<under>[低慢]))?出?$"
)
"""商品零售增速快于餐饮收入: two that grew, each under its name."""
_ALL_BACK, _SENTENCES = 30, 2
_BACK = 1500
"""Characters before a pace in which its period is looked for."""
_TOLD = 50
_BY_MONTH = frozenset("短欠超")
"""What begins 短平均进度: of a year's twelve parts, where 低于平均进度 may be the mean of several districts."""
_PAGE = 40
"""Figures around a pace among which another one is looked for."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every figure that says how far two percentages lie apart."""
    beyond = (s for s in led_by(reading, "超") if s.dimension in ("ratio", "points"))
    listed = (s for s in reading.of_dimension("points") if s.role is Role.CHANGE and s.listed)  # 分别高4.6、3.7个百分点
    for statement in together(of_roles(reading, Role.PACE, Role.POINTS), beyond, listed):
        if statement.role is Role.PACE:
            yield from _pace(reading, statement)
        elif "超" in statement.lead and words.OVER_TARGET.search(statement.lead):
            yield from _over_target(reading, statement)
        elif statement.role is Role.POINTS:
            yield from _points(reading, statement)
        elif statement.listed:
            yield from _several(reading, statement)


def _points(reading: Reading, points: Statement) -> Iterator[Claim]:
    """Read 失业率3.1%，比目标4%低0.9个百分点, and 增长9.8%，高于全省平均（7%）2.8个百分点."""
    if not points.index or words.is_yearly(points.lead):
        return
    yield from _several(reading, points)
    base = reading.statements[points.index - 1]
    if base.role is Role.GROWTH and (found := _than(reading, points, base)) is not None:
        yield from found
        return
    direction: Direction = points.direction
    more = _MORE_OF.match(points.lead.strip())  # 能耗下降4.2%，比目标3.5%多降0.7个百分点
    if more:
        direction = -1 if more["less"] else 1
    if base.dimension != "ratio" or base.segment != points.segment:
        return
    if base.depth == points.depth + 1 and reading.between(base.end, points.start).startswith(")"):
        before = reading.statements[base.index - 1]
        if base.index and before.depth == base.depth and before.clause >= base.clause - 1 and _is_several(reading, before, points):
            return  # 比全省（5%）、全国（6%）分别高4个百分点和3个百分点
        if not direction:
            direction = _direction_before(reading, base)
        bracketed = direction != 0 and base.clause == points.clause
    else:
        bracketed = False
    above = base.depth == points.depth and base.clause == points.clause and not direction
    if above:
        direction = direction_in(base.lead)
    bracketed = bracketed or (above and direction != 0)
    prior = base.depth == points.depth and points.clause - base.clause <= 1 and _is_prior(base, points)
    if not direction or not (bracketed or prior or (base.role is Role.BASE and base.clause == points.clause)):
        return
    stated = _nearest(reading, base, (*PERCENTAGES, Role.GROWTH), points.depth)
    if stated is not None:
        fall = more is None and stated.role is Role.GROWTH and stated.direction < 0
        if not fall or points.lead.rstrip("了").endswith("收窄"):
            yield difference_of(reading, stated, base, points, direction, likely=bracketed or prior or base.clause - stated.clause > 1)


def _is_prior(base: Statement, points: Statement) -> bool:
    """Whether a figure is an earlier one; not in 比去年同期增长7.1%，进度比全省平均高出3.8个百分点."""
    return words.PRIOR.search(base.lead) is not None and not (base.role is Role.GROWTH and words.ELSEWHERE.search(points.lead))


def _than(reading: Reading, points: Statement, own: Statement) -> list[Claim] | None:
    """Return how far one growth lies from that of all, or of what is named, ``None`` where neither is said."""
    if than := _THAN.search(points.lead):
        return list(_than_all(reading, points, own, than))
    named = _than_named(reading, points, own) or _than_other(reading, points)
    return None if named is None else [named]


def _than_other(reading: Reading, points: Statement) -> Claim | None:
    """Read 商品零售38亿元，增长5.8%，餐饮收入3亿元，增长4.8%，商品零售增速快于餐饮收入1个百分点."""
    names = _TWO.search(points.lead)
    if names is None:
        return None
    near = [s for s in reading.before(points, _ALL_BACK) if s.paragraph == points.paragraph and points.sentence - s.sentence <= _SENTENCES]
    grown = [s for s in near if s.role is Role.GROWTH and s.dimension == "ratio" and not s.depth and s.index]
    own = [s for s in grown if _is_of(reading, s, names["own"])] if names["own"] else grown[:1]
    pair = [own, [s for s in grown if _is_of(reading, s, names["other"])]]
    if len(pair[0]) != 1 or len(pair[1]) != 1 or pair[0] == pair[1] or any(s.direction < 0 for (s,) in pair):
        return None
    way: Direction = -1 if names["below"] or names["under"] else 1
    return difference_of(reading, pair[0][0], pair[1][0], points, way, likely=True)


def _is_of(reading: Reading, percent: Statement, name: str) -> bool:
    """Whether growth is of what has a name: its own, or that of the level right before it."""
    level = reading.statements[percent.index - 1]
    of_level = (level.is_level or level.role is Role.AVERAGE) and percent.clause - level.clause <= 1
    own = percent.subject or (level.subject if of_level else "")
    return name in own or (len(name) >= _TRIES and short_for(name, own))


def _than_named(reading: Reading, points: Statement, own: Statement) -> Claim | None:
    """Read 规上工业增加值增长6.5%。…高耗能行业增长4.4%，低于全市规上工业增速2.1个百分点: the first behind that name if none fits."""
    than = _OTHERS.search(points.lead)
    if than is None or own.direction < 0:
        return None
    way: Direction = -1 if than["below"] or than["under"] else 1
    found: list[Claim] = []
    for s in reading.before(own, _ALL_BACK):
        near = s.role is Role.GROWTH and s.paragraph == own.paragraph and s.sentence < own.sentence and not s.depth and s.direction > 0
        if near and than["name"] in reading.between(max(0, s.start - _WORDS), s.start).rpartition("。")[2]:
            found.append(difference_of(reading, own, s, points, way, likely=True))
    return next((claim for claim in found if holds(claim)), found[-1] if found else None)


def _than_all(reading: Reading, points: Statement, grown: Statement, than: re.Match[str]) -> Iterator[Claim]:
    """Read 民营企业增长9%，比外贸总体高6个百分点: the growth of all stands earlier in the paragraph, its first if none fits."""
    if grown.clause + 1 < points.clause or grown.depth != points.depth or grown.direction < 0:
        return
    earlier = [s for s in reading.before(grown, _ALL_BACK) if s.paragraph == grown.paragraph and s.role is Role.GROWTH and not s.depth]
    if not earlier:
        return
    way: Direction = -1 if than["below"] or than["under"] else 1
    found = [difference_of(reading, grown, all_, points, way, likely=True) for all_ in earlier if all_.direction > 0]
    fits = next((claim for claim in found if holds(claim)), None)
    first = earlier[-1]
    start = reading.ground.clauses.starts[first.clause]
    scope = than["scope"]
    if fits is not None:
        yield fits
    elif first.direction > 0 and (scope is None or scope in reading.between(max(0, start - _WORDS), first.start)):
        yield found[-1]


def _several(reading: Reading, points: Statement) -> Iterator[Claim]:
    """Read 增长9.8%，分别高于全国（5.2%）、全省（6.1%）4.6个、3.7个百分点, and 比全国（5.2%）、全省（6.1%）分别高4.6个、3.7个百分点."""
    if not points.listed and points.lead.strip(" 、和") != "":
        return
    row = [points]
    for s in reading.before(points, _TRIES):
        if s.depth != points.depth or s.segment != points.segment or s.quantity.unit.name not in ("", "个", points.quantity.unit.name):
            break
        row.insert(0, s)
    first, count = row[0].index, len(row)
    bases = reading.statements[max(0, first - count) : first]
    inside = len({s.depth for s in bases}) == 1 and all(s.dimension == "ratio" and s.segment == points.segment for s in bases)
    if count < 2 or len(bases) != count or not inside:
        return
    begin = bases[0].bracket if bases[0].depth == points.depth + 1 else bases[0].start
    before = reading.between(max(0, begin - _WORDS), begin)
    found = words.SEVERAL_ABOVE_BEHIND.match(reading.between(bases[-1].end, row[0].start)) if words.COMPARED_OPEN.search(before) else None
    if found and "分别" not in found[0] + before:
        return
    if found is None and bases[0].depth == points.depth + 1:
        found = words.SEVERAL_ABOVE.search(before)
    stated = _nearest(reading, bases[0], (*PERCENTAGES, Role.GROWTH), points.depth)
    if found is None or stated is None:
        return
    each = [stated] * count
    if bases[0].depth == points.depth + 1 and bases[0].bracket == bases[-1].bracket:  # 分别比上周（81%、80%）提高6个、4个百分点: of two
        each = [s for s in reading.before(bases[0], 2 * count) if s.role in PERCENTAGES and s.segment == points.segment][:count][::-1]
    for own, base, value in zip(each, bases, row, strict=False):
        gap = replace(operand(reading, value), quantity=replace(value.quantity, unit=unit("个百分点")))
        where = place(reading, own, base, value)
        yield Difference(operand(reading, own), operand(reading, base), gap, -1 if found["below"] else 1, where, True)


def _is_several(reading: Reading, base: Statement, points: Statement) -> bool:
    """Whether 分别 stands before or behind figures compared with, so that each has a gap of its own."""
    begin = max(reading.ground.clauses.starts[base.clause], base.start - _WORDS)
    return "分别" in reading.between(begin, points.start)


def _direction_before(reading: Reading, base: Statement) -> Direction:
    """Return what the words before a bracket say: 高于全省平均（ is 1, 低于 −1, nothing 0."""
    start = reading.ground.clauses.starts[base.clause]
    return direction_in(reading.between(max(start, base.bracket - _WORDS), base.bracket))


def direction_in(text: str) -> Direction:
    """Return whether words say that one lies above another, 高于 (1), or below, 低于 (−1); 0 for neither."""
    found = words.ABOVE_OR_BELOW.search(text)
    return 0 if found is None else -1 if found["below"] else 1


def _over_target(reading: Reading, over: Statement) -> Iterator[Claim]:
    """Read 完成率105%，超目标任务5个百分点: the rate less 100 %."""
    rate = _nearest(reading, over, (Role.RATE,))
    for behind in reading.statements[over.index + 1 : over.index + 2]:
        if behind.dimension in ("ratio", "points") and (behind.depth > over.depth or not behind.lead.strip()):
            return  # 超过目标4个百分点（目标92%）, 超出目标92%4个百分点: the target is given
    if rate is not None and over.index - rate.index == 1:
        stated = operand(reading, over)
        stated = replace(stated, quantity=replace(over.quantity, unit=unit("个百分点")))
        yield Difference(operand(reading, rate), Operand(parse("100%"), exact=True), stated, 1, place(reading, rate, over), True)


def _nearest(reading: Reading, statement: Statement, roles: Iterable[Role], depth: int | None = None) -> Statement | None:
    depth = statement.depth if depth is None else depth
    for candidate in reading.before(statement, 6):
        if candidate.segment != statement.segment:
            return None
        if candidate.role in roles and candidate.dimension == "ratio" and candidate.depth == depth:
            return candidate
    return None


def _pace(reading: Reading, pace: Statement) -> Iterator[Claim]:
    """Read 完成年度计划的80%，超序时进度5个百分点: the rate less the part of the year that is over."""
    rate = _nearest(reading, pace, (Role.RATE,))
    named = rate is not None
    rate = rate or _nearest(reading, pace, PERCENTAGES)
    before = reading.statements[pace.index - 1] if pace.index else None
    if rate is not None and before is not None and before.segment == pace.segment and before.lead.endswith(("序时进度", "序时进度为")):
        operands = operand(reading, rate), operand(reading, before), operand(reading, pace)
        yield Difference(*operands, pace.direction, place(reading, rate, pace), likely=True)
        return
    behind = reading.statements[pace.index + 1] if pace.index + 1 < len(reading.statements) else None
    if behind is not None and behind.depth > pace.depth and behind.dimension == "ratio" and "进度" in behind.lead:
        return  # 高于序时进度5个百分点（序时进度为92%）: the pace is given
    months, here = _months(reading, pace)
    if rate is None and pace.quantity.unit.name == "%":
        yield from _in_percent(reading, pace)
    if rate is None or not months:
        return
    due = replace(make_quantity(Fraction(100 * months, 12), unit("%"), decimals=2), value=Fraction(100 * months, 12))
    stated = operand(reading, pace)
    # Ahead by 12% of a year's work is meant as percentage points, and hardly ever written so.
    stated = replace(stated, quantity=replace(pace.quantity, unit=unit("个百分点")))
    far, where = not named or not here or rate.clause + 1 < pace.clause, place(reading, rate, pace)
    if not named and rate.clause + 1 < pace.clause:
        return
    mean = "平均" in pace.word and pace.word[0] not in _BY_MONTH  # may be that of all districts
    claim = Difference(operand(reading, rate), Operand(due, exact=True), stated, pace.direction, where, likely=far or "平均" in pace.word)
    told = not mean or any(abs(other - due.value) <= rate.quantity.ulp for other in _paces_around(reading, rate, pace))
    if holds(claim) or (told and not _is_told_twice(reading, rate, pace)):
        yield claim
    yield from _short_of_pace(reading, rate, pace, months)


def _in_percent(reading: Reading, pace: Statement) -> Iterator[Claim]:
    """Read 超序时进度24.9% in a heading, where the text has 24.9个百分点: a rate that is told to be so many per cent higher."""
    for other in reading.of_dimension("points"):
        if other.role is Role.PACE and other.quantity.value == pace.quantity.value and other.direction == pace.direction:
            rate = _nearest(reading, other, (Role.RATE,))
            if rate is not None and rate.quantity.unit.name == "%" and pace.quantity.shows(_TOLD):
                stated, own = operand(reading, rate), operand(reading, pace)
                yield Growth(None, stated, None, own, None, pace.direction, place=place(reading, pace), likely=True)
            return


def _short_of_pace(reading: Reading, rate: Statement, pace: Statement, months: int) -> Iterator[Claim]:
    """Read 完成27733万元，占预算67885万元的40.9%，短平均进度34.1个百分点，短收23181万元: so much less than is due by then."""
    row = (*reading.statements[max(0, rate.index - 2) : rate.index], *reading.statements[pace.index + 1 : pace.index + 2])
    if len(row) < 3 or pace.index != rate.index + 1 or not is_behind_pace(reading, row[2]):
        return
    done, target, short = row
    if target.role is Role.TARGET and target.word == "的" and done.is_level and done.like(target) and short.like(target):
        whole = target.quantity
        part = Fraction(months, 12)
        due = replace(whole, text=f"{whole.text}×{months}/12", value=whole.value * part, ulp=whole.ulp * part)
        operands = Operand(due, exact=True), operand(reading, done), operand(reading, short)
        yield Difference(*operands, -pace.direction, place(reading, done, target, short), True)


def _is_told_twice(reading: Reading, rate: Statement, pace: Statement) -> bool:
    """Whether two rates are told as so far from one pace, another than the year's: 54.4%，高4.4个百分点；29.7%，低20.3个百分点."""
    meant = rate.quantity.value - pace.direction * pace.quantity.value
    return any(abs(other - meant) <= rate.quantity.ulp for other in _paces_around(reading, rate, pace))


def _paces_around(reading: Reading, rate: Statement, pace: Statement) -> Iterator[Fraction]:
    """Yield what pace the other rates of a page are told to be ahead of, or behind."""
    for other in reading.of_dimension(pace.dimension):
        if other is pace or abs(other.index - pace.index) > _PAGE or words.PACE.search(other.lead) is None or not other.direction:
            continue
        beside = _nearest(reading, other, (Role.RATE,)) or _nearest(reading, other, PERCENTAGES)
        if beside is not None and beside is not rate:
            yield beside.quantity.value - other.direction * other.quantity.value


def _months(reading: Reading, pace: Statement) -> tuple[int, bool]:
    """Return how many months of the year the text before says that it covers, and whether its own sentence does; 0 if none does."""
    found = list(words.MONTHS.finditer(reading.ground.plain, max(0, pace.start - _BACK), pace.start))
    if not found:
        return 0, False
    last = found[-1]
    if last["first"] and "四季度" in reading.between(last.end(), pace.start):
        return 0, False  # 一季度22亿元、…四季度36亿元: what each brought
    return _told(last), reading.ground.clauses.sentences[reading.ground.clause_at(last.start())] == pace.sentence


def _told(last: re.Match[str]) -> int:
    if number := last["to"] or last["end"]:
        return int(number)
    if last["half"]:
        return 6
    if quarters := last["quarters"] or last["ended"]:
        return 3 * int(from_chinese(quarters))
    if last["first"]:
        return 3
    months = last["months"]
    return int(months) if months.isdigit() else int(from_chinese(months))
