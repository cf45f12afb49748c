"""``average`` from prose: a total, a number and 人均, 每亩, 单产 beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from ..claims.average import Average
from ..claims.base import Claim
from ..patterns import lazy
from ..quantities import Unit, unit
from . import words
from .joining import holds, is_part, may_divide, operand, place
from .roles import LEVELS, Role
from .statements import Reading, Statement

_TRIES = 3
"""How many totals and numbers are tried: more would fit by chance."""
_FAR = 12
_NOUN = 3
_LAND = frozenset(("平方公里", "公顷", "亩", "平方米"))
_MOVED = {"travel": ("人次", "人"), "freight": ("吨",)}
"""What a 周转量 is measured in, and what was moved."""
_SIZE = lazy("平均(?:每个|单个|单体)?(?:项目)?(?P<name>投资|金额|面积|产值|贷款|标的|规模)[^,;。0-9]{0,4}$")
_WHOLE = lazy("(?:总|计划总|累计|合计|共计?)(?P<name>投资|金额|面积|产值|贷款|标的|规模)[^,;。0-9]{0,3}$")
_NOUN_MEAN = lazy("(?P<noun>小区|单位|站点|网点|台套|机构|担)均(?=约?[: ]*$)")
_PERIOD = lazy(r"(?P<first>[1-9])月?[-—–─━~至到]+(?P<to>1[0-2]|[1-9])月|(?P<half>[上下]半年)|(?P<quarter>[一二三四]季度)")
_PER_HEAD = lazy("|".join(words.PER_HEAD))


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every average."""
    for statement in reading.of_role(Role.AVERAGE):
        if "运距" in statement.lead and statement.quantity.unit.name == "公里":
            yield from _distance(reading, statement)
        elif statement.dimension not in ("ratio", "number"):
            yield from _average(reading, statement)


def _distance(reading: Reading, average: Statement) -> Iterator[Claim]:
    """Read 客运量210万人次，周转量1.26亿人公里，平均运距60公里: what was moved how far, over what was moved."""
    before = reading.before(average, 4)
    moved = next((s for s in before if s.dimension in _MOVED and s.is_level), None)
    number = moved and next((s for s in before if s.is_level and s.quantity.unit.name in _MOVED[moved.dimension]), None)
    if moved and number and moved.segment == number.segment == average.segment:
        where = place(reading, number, moved, average)
        total = operand(reading, moved.in_unit(average.quantity.unit))
        yield Average(operand(reading, average, per=False), total, operand(reading, number), where, True)


def _average(reading: Reading, average: Statement) -> Iterator[Claim]:
    """Try the figures of the sentence as total and number; accuse only where there is one of each."""
    earlier = [s for s in reading.so_far(average, 8) if s.role in LEVELS and s.is_amount]
    totals = [s for s in earlier if s.dimension == average.dimension and not s.quantity.per]
    numbers = [s for s in earlier if s.dimension != average.dimension and _may_divide(s, average)]
    totals = list(_behind(reading, average)) or totals
    numbers = sorted(numbers, key=lambda s: is_part(reading, s)) or list(_number_behind(reading, average))
    far = [s for s in reading.before(average, _FAR) if s.paragraph == average.paragraph and s.role in LEVELS and s.is_amount]
    others = totals or [s for s in far if s.dimension == average.dimension and not s.quantity.per]
    counts = numbers or [s for s in far if s.dimension != average.dimension and bases_of(average) and _may_divide(s, average)]
    for total, number in product(others[:_TRIES], counts[:_TRIES]):
        if claim := _holding(reading, total, number, average):
            yield claim
            return
    if totals and totals[0].quantity.size()[0] < 2 * average.quantity.size()[0]:
        return  # 22名同学获得4000元的奖学金，65位同学获得每人2500元
    if any(s.role is Role.AVERAGE and s.tail.startswith("计算") for s in reading.so_far(average, _TRIES)):
        return  # 按年平均人口38万人计算: another number, see :mod:`.means`
    if totals and numbers and _certain(average, totals[0], numbers[0], alone=len(totals) == len(numbers) == 1):
        yield _claim(reading, totals[0], numbers[0], average, likely=True)


def _holding(reading: Reading, total: Statement, number: Statement, average: Statement) -> Claim | None:
    """Return the average if it holds: of a month also as the twelfth part of a year's total."""
    per = average.quantity.per
    times = int(unit(per).factor) if per in _LAND else 1
    if may_divide(total, number, average, times) and holds(claim := _claim(reading, total, number, average)):
        return claim
    if words.MONTHLY.search(average.lead + average.quantity.text):  # 月人均 of 月人均75元 belongs to the figure
        for months in {12, *_months(reading, total, average)}:
            whole = total.quantity
            month = replace(whole, text=f"{whole.text}÷{months}", value=whole.value / months, ulp=whole.ulp / months)
            monthly = replace(_claim(reading, total, number, average), average=operand(reading, average, per=False))
            if monthly.total is not None and holds(claim := replace(monthly, total=replace(monthly.total, quantity=month))):
                return claim
    return None


def _months(reading: Reading, total: Statement, average: Statement) -> Iterator[int]:
    """Yield how many months the words before a total say that it covers: 上半年发放低保金51万元，月人均75元."""
    said = reading.between(reading.begin(average), total.start)
    found = list(_PERIOD.finditer(said))
    if found:
        last = found[-1]
        first, to = (int(last[n] or 0) for n in ("first", "to"))
        yield 6 if last["half"] else 3 if last["quarter"] else max(1, to - first + 1)


def _may_divide(number: Statement, average: Statement) -> bool:
    """Whether the average may be over this number: 人均 over people, 亩产 over area, and 平均 over any count."""
    name = number.quantity.unit.name
    if per := average.quantity.per.replace("·月", "").replace("月·", ""):
        return per == name or (per in words.PER_HEAD["人均"] and name in words.PER_HEAD["人均"])
    if bases := bases_of(average):
        return name in bases or (number.quantity.is_count and _named_by(bases, number.lead.rstrip(" 约共达有")))
    return "平均" in average.lead and number.quantity.unit.counting


def _named_by(bases: tuple[str, ...], lead: str) -> bool:
    """Whether what was counted has the word of the average in its name: 充电站12座，站均; 站点12个，平均每站."""
    return any(base in lead[-_NOUN:] for base in bases)


def bases_of(average: Statement) -> tuple[str, ...]:
    """Return the measure words of what an average is over; none where its words do not say."""
    if "每" in average.lead and "家庭户" in average.lead:
        return ("户",)
    if each := words.EACH.search(average.lead):
        if each["unit"] == "案":
            return words.PER_HEAD["案均"]
        return words.PER_HEAD["人均"] if each["unit"] in words.PER_HEAD["人均"] else (each["unit"],)
    told = _PER_HEAD.search(average.lead) is not None  # one search for forty words; which it is, is asked where there is one
    known = next((bases for word, bases in words.PER_HEAD.items() if word in average.lead), ()) if told else ()
    if (noun := _NOUN_MEAN.search(average.lead)) is not None:
        return (noun["noun"], noun["noun"][-1])
    return known or ((mean["unit"],) if (mean := words.MEAN_OF.search(average.lead)) else ())


def converts(bases: Iterable[str], own: Unit) -> bool:
    """Whether what was measured converts to what an average is over: 公顷 to 亩, but not 平方公里, since fields are not all of the land."""
    alike = any(base in words.MEASURES and unit(base).dimension == own.dimension for base in bases)
    return alike and (own.name != "平方公里" or "亩" not in bases)


def _certain(average: Statement, total: Statement, number: Statement, *, alone: bool) -> bool:
    """Whether total, number and average follow each other and name nothing else: a mean of one month is none of the year.

    Args:
        alone: the sentence has no other total and no other number.
    """
    if not average.quantity.per and not bases_of(average):
        return _is_size(average, total, number)
    monthly = "月" in average.lead and number.quantity.unit.name != "人次"
    if average.quantity.per in ("月", "年", "日", "天") or monthly or "·" in average.quantity.per:
        return False
    if number.quantity.unit.name == "人次" and words.OF_RESIDENTS.search(average.lead):
        return False
    stands = (average.index, total.index, number.index)
    if average.segment == total.segment == number.segment and max(stands) - min(stands) == 2:
        return True
    named = len(total.subject) > 1 and total.subject[:2] in average.subject
    if number.quantity.unit.name == "人次" and number.segment != total.segment:
        return False  # 国内游客32.5亿人次。…图书110亿册，人均图书拥有量7.76册
    return alone and named and average.segment - min(total.segment, number.segment) <= 2


def _is_size(average: Statement, total: Statement, number: Statement) -> bool:
    """Whether a mean is of what was counted right before: 项目77个，总投资139.4亿元，平均投资规模1.8亿元."""
    size, whole = _SIZE.search(average.lead), _WHOLE.search(total.lead)
    if size is None or whole is None or size["name"][:2] != whole["name"][:2]:
        return False
    order = average.index == total.index + 1 == number.index + 2
    return order and number.segment == average.segment and number.depth == total.depth == average.depth


def _behind(reading: Reading, average: Statement) -> Iterator[Statement]:
    """Yield the total that follows: 面积80万亩，单产400公斤，总产32万吨; 人均200元，380人，共计7.6万元."""
    behind = reading.statements[average.index + 1 : average.index + 3]
    if len(behind) == 2 and behind[0].dimension != average.dimension and _may_divide(behind[0], average):
        behind = behind[1:]
    for total in behind[:1]:
        same = total.segment == average.segment and total.depth == average.depth and total.dimension == average.dimension
        if same and total.role in LEVELS and not total.quantity.per and words.WHOLE_YIELD.search(total.lead):
            yield total


def _claim(reading: Reading, total: Statement, number: Statement, average: Statement, *, likely: bool = False) -> Average:
    per = average.quantity.per not in words.PER_HEAD["人均"]
    where = place(reading, total, number, average)
    return Average(operand(reading, average, per=per), operand(reading, total), operand(reading, number), where, likely)


def _number_behind(reading: Reading, average: Statement) -> Iterator[Statement]:
    """Yield the number that follows: 分红400万元，户均2000元，惠及2000户."""
    if average.index + 1 < len(reading.statements):
        number = reading.statements[average.index + 1]
        same = number.segment == average.segment and number.depth == average.depth and number.role in LEVELS
        if same and number.is_amount and number.dimension != average.dimension and _may_divide(number, average):
            yield number
