"""``growth`` over several years: 是1978年62元的122.75倍，年均增长13.13%; 2019年至2022年为A、B、C、D，增长三倍.

A yearly mean, compounded over the years, must give the growth of all of them. What grew stands right before the mean, as it is for other
relations: between two levels, by an amount, by so many %, to so many times. How many years there were, the text tells: by the two years,
by the end of a five-year plan, as 五年间. Often only one of them stands beside the figures, and the other in the sentence, the paragraph,
or the heading; what was found so far away accuses only where a year more or less would not help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from ..claims.average import Average
from ..claims.base import Claim, Operand
from ..claims.growth import Growth
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import BELOW_HUNDRED, Quantity, format_number, from_chinese, parse, unit
from .choosing import led_by
from .grown import growth_of, is_real
from .joining import holds, operand, place
from .roles import LEVELS, Role
from .statements import Reading, Statement
from .turns import FROM_LEAD
from .words import OVER_YEARS, TIMES_OF, is_yearly

_ENDS = LEVELS | {Role.FROM, Role.AVERAGE}
_MOST = 60
_PARAGRAPH = 300
_HEADING = 60
_FEW, _ROW = 4, 12
_PLANS = {name: 1985 + 5 * n for n, name in enumerate(("六五", "七五", "八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五"))}
"""The last year of each five-year plan."""
_TIME = (
    "(?:(?P<year>(?:19|20)[0-9]{2})年"
    "|[“\"]?(?P<plan>六五|七五|八五|九五|十[一二三四]?五)[”\"]?(?:计划|规划|时期|期)?(?:期?末|末年|收官之年))"
)
_SINCE = lazy(f"(?:[比较是为与同由从自在]|相当于|相比)(?:第[一-七]次[^0-9,;。]{{0,12}})?{_TIME}")
"""比2015年, 是“十五”末的: from when on something grew."""
_UNTIL = lazy(f"(?<![比较]){_TIME}")
_SO_MANY = lazy(
    f"(?<![0-9一二三四五六七八九十第])(?P<years>两|{BELOW_HUNDRED}|[0-9]{{1,2}})年(?:来|间|内|里|共|净|平均|累计|总|合计|增)"
)
_TOLD = lazy(
    f"(?<![0-9第一二三四五六七八九十])(?P<years>两|(?!一年){BELOW_HUNDRED}|[1-9][0-9]?)年(?:来|间)|(?<![第一二三四五六七八九十])(?P<bare>[三四五])年,"
    "|(?P<plan>[“\"]十[一二三四]?五[”\"]?(?:时期|期间|以来))"
)
_PLAN = 5
_SPAN = lazy("(?P<first>(?:19|20)[0-9]{2})年?(?:到|至|[-—–─~━]+)(?P<last>(?:19|20)[0-9]{2})年")
_LAST_YEAR = lazy("同比|环比|[比较](?:上|去)|上年|去年|月")
_WHOLE = lazy("累计|[0-9一二两三四五六七八九十]年(?:来|间|内|共|总)?|“十")
"""What makes a percentage one of several years."""


_EACH = lazy("(?:[0-9一二两三四五六七八九十]{0,3}年)?(?:来|间|期间)?(?:年?平均|年|每年)*$")
"""What a yearly mean may be said to be of and be one of the figure before: 两年平均."""


class _Ends(NamedTuple):
    """What grew, and the figure that says so: of before, after and change two are given."""

    before: Operand | None
    after: Operand | None
    change: Operand | None
    level: Statement
    last: Statement


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the claims of every yearly mean, and of what a row of years grew by."""
    for mean in led_by(reading, "年均", "平均", "复合", "逐年", "年递"):
        rate = mean.role is Role.GROWTH and mean.quantity.unit.name == "%"
        amount = (mean.role is Role.CHANGE and mean.is_amount) or (mean.role is Role.POINTS and mean.direction)
        plain = (rate or amount) and mean.index and not mean.listed
        if plain and is_yearly(mean.lead) and mean.start not in results:
            yield from _mean(reading, mean)
    for growth in reading.of_role(Role.GROWTH):
        if growth.index < 2 or growth.listed or growth.start in results:
            continue
        last = reading.statements[growth.index - 1]
        dated = last.is_amount and "年" in last.lead and "年" in reading.statements[last.index - 1].lead
        if not (dated or last.listed) or not OVER_YEARS.match(growth.subject):
            continue
        yield from _of_row(reading, growth) if last.listed else _of_two(reading, growth, last)


def _mean(reading: Reading, mean: Statement) -> Iterator[Claim]:
    ends = _ends(reading, mean) if _EACH.match(mean.subject) else None
    if ends is None or (mean.role is not Role.GROWTH and not _gives_amount(ends, mean)):
        return
    for years, _ in _years(reading, ends, mean):
        if 1 < years <= _MOST and holds(claim := _over(reading, ends, mean, years)):
            yield claim
            return
    years, sure = next(_years(reading, ends, mean), (0, False))
    of_rates = ends.last.role is Role.GROWTH and ends.after is not None and ends.after.quantity.unit.dimension == "times"
    told = 1 < years <= _MOST and (of_rates or not is_real(reading, ends.level, mean))
    if told and (sure or not _otherwise(reading, ends, mean, years)):
        yield _over(reading, ends, mean, years)


def _gives_amount(ends: _Ends, mean: Statement) -> bool:
    """Whether there are two amounts of what a yearly amount is of, or what they changed by."""
    if ends.change is not None and ends.before is ends.after is None:
        return ends.change.quantity.unit.dimension == mean.dimension
    dimension = "ratio" if mean.role is Role.POINTS else mean.dimension
    return ends.before is not None and ends.after is not None and ends.after.quantity.unit.dimension == dimension


def _over(reading: Reading, ends: _Ends, mean: Statement, years: int) -> Growth | Average:
    stated, way = operand(reading, mean, per=False), mean.direction or 1
    where = place(reading, ends.level, ends.last, mean)
    if ends.change is not None and ends.before is ends.after is None:
        return Average(stated, ends.change, Operand(parse(f"{years}年"), exact=True), where, True)
    if mean.is_amount:
        return Growth(ends.before, ends.after, replace(stated, quantity=_summed(mean, years)), None, None, way, place=where, likely=True)
    if mean.role is Role.POINTS:
        points = replace(stated, quantity=_summed(mean, years))
        return Growth(ends.before, ends.after, None, None, points, way, place=where, likely=True)
    whole = replace(stated, quantity=_compounded(mean, years))
    return Growth(ends.before, ends.after, ends.change, whole, None, way, place=where, likely=True)


def _otherwise(reading: Reading, ends: _Ends, mean: Statement, years: int) -> bool:
    """Whether a year more or less would make it right, or that the growth was divided by the years."""
    if any(holds(_over(reading, ends, mean, more)) for more in (years - 1, years + 1) if more > 1):
        return True
    claim = _over(reading, ends, mean, years)
    simple = replace(operand(reading, mean), quantity=_summed(mean, years))
    return isinstance(claim, Growth) and claim.percent is not None and holds(replace(claim, percent=simple))


def _ends(reading: Reading, mean: Statement) -> _Ends | None:
    """Return what grew, from the figure before the mean: an amount, a percentage or a multiple that says by how much."""
    last = reading.statements[mean.index - 1]
    if is_yearly(last.lead) and last.index and last.segment == mean.segment and last.clause == mean.clause - 1:
        last = reading.statements[last.index - 1]  # 由A增加到B，年均增加D，年均增长P%
    inside = mean.depth == last.depth + 1 and mean.lead[:1] == "("
    if last.segment != mean.segment or last.listed or mean.clause - last.clause > mean.index - last.index:
        return None
    if not inside and last.depth != mean.depth:
        return None
    if (last.is_amount and last.role is not Role.CHANGE) or (mean.role is Role.POINTS and last.role is Role.TO):
        return _two_levels(reading, last)
    told = reading.between(reading.ground.clauses.starts[last.clause], last.start)
    if last.role not in (Role.CHANGE, Role.GROWTH, Role.LEVEL, mean.role) or _LAST_YEAR.search(told):
        return None
    before = [s for s in reading.before(last, _FEW) if s.segment == last.segment and s.depth == last.depth]
    level = next((s for s in reversed(before) if s.role in LEVELS or s.role is Role.AVERAGE), last)
    for claim in reading.claims_found():
        if isinstance(claim, Rate) and claim.rate.place.start == last.start and claim.rate.quantity.unit.dimension == "times":
            return _Ends(claim.target, claim.actual, None, level, last)
        given = claim.percent or claim.change if isinstance(claim, Growth) else None
        if isinstance(claim, Growth) and given is not None and given.place.start == last.start and claim.points is None:
            sides = [side for side in (claim.before, claim.after, claim.change) if side is not None]
            if len(sides) > 1:
                return _Ends(claim.before, claim.after, None if claim.before and claim.after else claim.change, level, last)
    if last.role is Role.POINTS or (mean.is_amount and last.like(mean)):
        return _Ends(None, None, operand(reading, last), level, last)
    if last.role is Role.CHANGE:
        near = level is not last and level.clause >= last.clause - 1 and (level.like(last) or level.role is Role.AVERAGE)
        return _Ends(None, operand(reading, level, per=False), operand(reading, last), level, last) if near else None
    return _by_rate(reading, last, level, told)


def _two_levels(reading: Reading, last: Statement) -> _Ends | None:
    """Return A and B of 由2015年的A增加到2020年的B, of 2015年A，2020年B, and of 2020年B，2015年为A."""
    first = reading.statements[last.index - 1] if last.index else last
    near = first.segment == last.segment and first.depth == last.depth and last.clause - first.clause <= 1
    if not near or not first.like(last) or first.role not in _ENDS or last.role not in _ENDS or not first.quantity.value:
        return None
    ends = (first, last)
    if not (last.role is Role.TO and (first.role is Role.FROM or FROM_LEAD.search(first.lead))):
        years = [_year(found) for s in ends if (found := _UNTIL.search(s.lead))]
        if len(years) < 2 or years[0] == years[1]:
            return None
        ends = ends if years[0] < years[1] else (last, first)
    return _Ends(operand(reading, ends[0]), operand(reading, ends[1]), None, first, last)


def _year(found: re.Match[str]) -> int:
    return int(found["year"]) if found["year"] else _PLANS[found["plan"]]


def _by_rate(reading: Reading, last: Statement, level: Statement, told: str) -> _Ends | None:
    """Read 是“十五”末的4.65倍，年均增长36%, and 比2019年增长13.5%，两年平均增长6.5%: from one to so many times as much."""
    quantity = last.quantity
    if quantity.is_hedged or not (_SINCE.search(told) or _WHOLE.search(told)):
        return None
    if last.dimension == "times" and last.role is Role.LEVEL:
        times = quantity if TIMES_OF.search(last.lead) else None
    elif last.role is Role.GROWTH and quantity.unit.name in ("%", "倍"):
        times = _times(quantity, last.direction or 1)
    else:
        times = None
    if times is None:
        return None
    return _Ends(Operand(parse("1倍"), exact=True), replace(operand(reading, last), quantity=times), None, level, last)


def _times(quantity: Quantity, direction: int) -> Quantity:
    """Return as how many times as much as before a growth leaves it."""
    whole = 100 if quantity.unit.name == "%" else 1
    value, ulp = 1 + direction * quantity.value / whole, quantity.ulp / whole
    text = f"{quantity.text}（{format_number(value, quantity.decimals + 2)}倍）"
    return replace(quantity, text=text, value=value, ulp=ulp, step=ulp, decimals=quantity.decimals, unit=unit("倍"))


def _years(reading: Reading, ends: _Ends, mean: Statement) -> Iterator[tuple[int, bool]]:
    """Yield over how many years the mean may be, the likeliest first, and whether the sentence says so."""
    level, plain = ends.level, reading.ground.plain
    own, begin = reading.ground.clauses.starts[min(level.clause, ends.last.clause)], reading.begin(level)
    told = [found for s in (level, ends.last) if (found := _UNTIL.search(s.lead))]
    if len(told) == 2 and level is not ends.last and ends.before is not None and ends.after is not None:
        yield abs(_year(told[1]) - _year(told[0])), True
    for found in [*_SO_MANY.finditer(plain, own, mean.start)][::-1]:
        yield _count(found["years"]), True
    if span := _SPAN.search(plain, begin, own + _HEADING):
        yield int(span["last"]) - int(span["first"]), True
    since = [*_SINCE.finditer(plain, begin, mean.start)]
    if since:
        first = _year(since[-1])
        for number, last in enumerate(_last_years(reading, level, first)):
            yield last - first, not number
        if since[-1]["plan"]:
            yield _PLAN, False
    elif not told and (count := _years_told(reading, level)):
        yield count, False


def _last_years(reading: Reading, level: Statement, first: int) -> Iterator[int]:
    """Yield the years that a level may be of: that of its sentence, of the paragraph before, of the heading."""
    plain = reading.ground.plain
    start = plain.rfind("\n", 0, level.start) + 1
    for begin, end in ((reading.begin(level), level.start), (max(start, level.start - _PARAGRAPH), level.start), (0, _HEADING)):
        years = [year for found in _UNTIL.finditer(plain, begin, end) if (year := _year(found)) > first]
        if years:
            yield years[-1]


def _years_told(reading: Reading, first: Statement) -> int:
    """Return the number of years that the paragraph is about: 五年来, 40年间, “十三五”时期; 0 for none."""
    start = reading.ground.plain.rfind("\n", 0, first.start) + 1
    found = _TOLD.search(reading.ground.plain, max(start, first.start - _PARAGRAPH), first.start)
    return 0 if found is None else _PLAN if found["plan"] else _count(found["years"] or found["bare"])


def _count(written: str) -> int:
    return int(written) if written.isdigit() else int(from_chinese(written))


def _compounded(mean: Statement, years: int) -> Quantity:
    """Return the growth over all years that a yearly mean amounts to, as wide as its rounding makes it."""
    quantity, way = mean.quantity, -1 if mean.direction < 0 else 1
    sides = [((1 + way * (quantity.value + side * quantity.ulp / 2) / 100) ** years - 1) * 100 * way for side in (-1, 1)]
    low, high = min(sides), max(sides)
    text = f"{quantity.text}（{years}年合计{format_number((low + high) / 2, quantity.decimals)}%）"
    return replace(quantity, text=text, value=(low + high) / 2, ulp=Fraction(high - low))


def _summed(mean: Statement, years: int) -> Quantity:
    """Return what so much each year comes to over all years."""
    quantity = mean.quantity
    total = quantity.value * years
    text = f"{quantity.text}（{years}年合计{format_number(total / quantity.unit.factor / quantity.scale, quantity.decimals)}）"
    return replace(quantity, text=text, value=total, ulp=quantity.ulp * years, per="")


def _of_two(reading: Reading, growth: Statement, last: Statement) -> Iterator[Claim]:
    """Read 2010年收入A，2020年收入B，增长四倍: both say of which year they are."""
    near = last.segment == growth.segment and growth.clause - last.clause <= 1 and last.depth == growth.depth and not last.listed
    ends = _two_levels(reading, last) if near and not is_yearly(growth.lead) and not _LAST_YEAR.search(growth.lead) else None
    if ends is None or is_real(reading, ends.level, growth) or ends.level.role in (Role.TARGET, Role.FROM):
        return
    yield Growth(ends.before, ends.after, None, operand(reading, growth), direction=growth.direction or 1,
                 place=place(reading, ends.level, last, growth), likely=True)  # fmt: skip


def _of_row(reading: Reading, growth: Statement) -> Iterator[Claim]:
    """Read 从2019年到2022年，收入为A、B、C、D，增长三倍: from the first of a row to the last, one for each year."""
    last = reading.statements[growth.index - 1]
    first = last
    while first.listed and first.index and last.index - first.index < _ROW:
        first = reading.statements[first.index - 1]
    count = last.index - first.index
    if first.listed or growth.subject or growth.segment != last.segment or growth.clause - last.clause > 1 or growth.depth != last.depth:
        return
    span = _SPAN.search(reading.ground.plain, reading.begin(first), first.start)
    if span is None or int(span["last"]) - int(span["first"]) != count or not first.is_level or not first.like(last):
        return
    if _LAST_YEAR.search(growth.lead) or is_real(reading, first, growth) or not first.quantity.value:
        return
    if not is_yearly(growth.lead):
        yield replace(growth_of(reading, [growth], first, last, (None, growth, None)), likely=True)
    elif count > 1 and growth.quantity.unit.name == "%":
        yield _over(reading, _Ends(operand(reading, first), operand(reading, last), None, first, last), growth, count)
