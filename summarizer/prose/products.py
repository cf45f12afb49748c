"""``average`` where it is the factor: 每户补助A元，补助N户，发放T万元; 每人每月A元 over twelve months; 单价 × 数量.

What each one gets, how many they are and what it makes together stand in any order. Twelve months make a year, and 学期 comes twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from fractions import Fraction
from itertools import product

from ..claims.average import Average
from ..claims.base import Claim, Operand
from ..patterns import lazy
from ..quantities import SCALES, Unit, parse, unit
from . import words
from .averages import bases_of, converts
from .choosing import led_by, together, unplain
from .joining import holds, operand, place
from .roles import LEVELS, Role
from .slips import mended
from .statements import Reading, Statement

_EACH = lazy(
    r"(?:每(?P<scale>[百千万])?|单(?!位))(?P<unit>平方公里|平方米|立方米|公里|公顷|公斤|人次|场次|批次|床位?|[名个起件项户家所例人村场次台辆张亩位宗条吨座栋处组笔株头只套盏票间口眼艘斤尾羽吨份册部期卷队]|车次|班次|架次)"
    r"[^,;。:0-9]{0,8}$|(?P<price>单价|均价|平均价格?|收购价|亩租金|年租金|地租|亩产|单产|[一-鿿](?<![0-9平])均)[^,;。:0-9]{0,4}$"
)
_WORDS = lazy("[^0-9]*")
_SIGNS = ("每", "单", "均", "收购价", "租", "亩产")
"""A first look for what an each-figure is told by."""
_ANY = frozenset("*")
_BASES = {
    "单价": _ANY, "均价": _ANY, "收购价": _ANY, "平均价": _ANY, "平均价格": _ANY,
    "亩租金": frozenset(("亩",)), "年租金": frozenset(("亩",)), "地租": frozenset(("亩",)), "亩产": frozenset(("亩",)),
    "单产": frozenset(("亩",)),
    "月均": frozenset(("个月", "月")), "日均": frozenset(("天", "日")), "年均": frozenset(("年",)),
}  # fmt: skip
_DAY = lazy("日均")
_PRICED = lazy("[价单]")
_MONTHLY = lazy("每月|月均|月[人户]均|[人户]均每?月|月补|月标准|/月|·月|按月")
_TERMLY = lazy("学期")
_DAILY = lazy("每天|每日|/天|/日")
_TOTAL = lazy("共|合计|总|累计|应发|实发|花费|(?:发放|支付|兑付|补助|补贴|救助|资助|折)(?:资金|金额)?$|合$|^[ ,]*小?计$")
_OTHERS = (Role.CHANGE, Role.FROM, Role.BASE, Role.PRIOR)
"""What is not what each gets now: 亩产由上年的451公斤."""
_WHOLE_YEAR = lazy("全年|1[-—至]12月")
_TIME = frozenset(("年", "月", "日", "天", "小时"))
_AROUND, _BACK, _OFF = 4, 20, 3
_CROP = lazy("(?:其中|全[市县省区镇年])?(?P<name>[一-鿿]{2,4}?)(?:平均|每亩|的)?(?:单产|亩产)")
"""粮食单产, 小麦亩产: of what, the yield says."""
_BY = lazy("按照?[^,;。:]{0,8}$")
_NAME = 4
_CHANCE, _ALONE = 0.05, 0.2
"""How likely a product may fit by chance; more where no other figure can be meant."""
_SLIP, _ONE_OF_TWO = 0.3, 0.05
"""How likely chance may explain that a slip makes a product of three figures that stand side by side; a year's may be twelve times it."""
_MONTHS = 12
_TURNOVER = 1.3
"""How much the number of people may have changed within a year."""
_STANDARD = lazy("低保|保障标准|最低|差额|救助标准|平均工资|限额|以上|不低于")
"""A standard from which what somebody has of his own is taken away."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each figure for one that is the result of none yet, with how many they are and what it makes together."""
    rates = (s for s in unplain(reading) if s.quantity.per)
    for s in together(reading.of_role(Role.AVERAGE), rates, led_by(reading, *_SIGNS)):
        if not s.is_amount or s.start in results or s.quantity.is_hedged or s.listed or s.role in _OTHERS:
            continue
        if bases := over_units(s):
            yield from list(_product(reading, s, bases)) or _of_crop(reading, s)


def _of_crop(reading: Reading, each: Statement) -> Iterator[Claim]:
    """Read 粮食总产量332万吨。…粮食播种面积502千公顷，粮食单产441公斤/亩: the total stands sentences before under the same name."""
    crop = _CROP.match(each.lead.lstrip(" ,;"))
    if crop is None:
        return
    near = [s for s in reading.before(each, _BACK) if s.paragraph == each.paragraph and s.role in LEVELS and not s.depth]
    near = [s for s in near if crop["name"] in s.subject and s.is_plain and s.role is not Role.PRIOR]
    areas = [s for s in near if s.dimension == "area" and s.sentence == each.sentence and "面积" in s.lead]
    totals = [s for s in near if s.dimension == each.dimension and "产" in s.lead and s.sentence < each.sentence]
    if len(areas) == len(totals) == 1 and totals[0].quantity.value and areas[0].quantity.value:
        claim, _ = _claim(each, areas[0], totals[0], Fraction(1), reading)
        made = each.quantity.size()[0] * areas[0].quantity.size()[0] * _factor(each, areas[0]) / totals[0].quantity.size()[0]
        if holds(claim) or 1 / _OFF < made < _OFF:
            yield claim


def said_before(each: Statement) -> str:
    """Return the words before the number: 户均 of 户均500万元 belongs to the figure."""
    return each.lead + _WORDS.match(each.quantity.text)[0]  # type: ignore[index]  # which may be none


def over_units(each: Statement) -> frozenset[str]:
    """Return the measure words that a figure may be for one of, ``*`` for any; none where it is for none."""
    if each.quantity.per:
        named = each.quantity.per.split("·")
        own = next((base for base in named if base not in _TIME), "")
        if named == ["月"] and "每月" in each.quantity.text:
            return words.PEOPLE  # 特困人员41人，每月300元，全年14.8万元
        return _alike(frozenset((own,))) if own else _BASES.get(f"{named[0]}均", frozenset())
    said = said_before(each)
    found = _EACH.search(said)
    if found is None:
        return _alike(frozenset(bases_of(each))) if each.role is Role.AVERAGE else frozenset()
    if found["unit"]:
        return _alike(frozenset((found["unit"],)))
    if (known := _BASES.get(found["price"])) is not None:
        return known
    at = found.start("price")
    word = said[max(0, at - 1) : at + 2]
    word = word if word in words.PER_HEAD else said[at : at + 2]  # 户次均
    return _alike(frozenset(words.PER_HEAD.get(word, (word[0],))))


def _alike(bases: frozenset[str]) -> frozenset[str]:
    if bases & words.PEOPLE:
        return words.PEOPLE
    if "床" in bases or "床位" in bases:
        return bases | {"张"}
    return bases | {"家", "个"} if "户" in bases else bases


def _product(reading: Reading, each: Statement, bases: frozenset[str]) -> Iterator[Claim]:
    near = reading.statements[max(0, each.index - _AROUND) : each.index + _AROUND + 1]
    near = tuple(s for s in near if s is not each and s.sentence == each.sentence and s.role in LEVELS and not s.quantity.per)
    depth = each.depth - (each.lead[:1] == "(")  # 商户35家（户均2万元）
    near = tuple(s for s in near if s.role is not Role.PRIOR and s.depth == depth and not s.quantity.is_hedged)
    size = each.quantity.size()[0]
    near = _of_segment(each, near) or near
    totals = [s for s in near if s.dimension == each.dimension and s.quantity.size()[0] > size]
    ways = _times(each)
    scaled = not ways or ways[0] < 1
    numbers = [s for s in near if _may_be_number(s, bases) and (scaled or s.dimension != each.dimension)]
    allowed = _CHANCE if len(numbers) > 1 or len(totals) > 1 else _ALONE
    chance = 0.0
    for number, total, times in product(numbers, totals, ways):
        if number is total or (times == 1 < len(ways) and _is_of_year(reading, total)):
            continue
        claim, gap = _claim(each, number, total, times, reading)
        chance += gap
        if chance > allowed:
            break
        if holds(claim):
            yield claim
            return
    if words.OF_RESIDENTS.search(said_before(each)):
        numbers = [s for s in numbers if s.quantity.unit.name != "人次"]
    if len(numbers) == len(totals) == 1 and not _STANDARD.search(reading.clause_text(each)):
        yield from _wrong(reading, each, numbers[0], totals[0])
    elif numbers and totals and not _STANDARD.search(reading.clause_text(each)):
        rows = [(n, t) for n in numbers for t in totals if n is not t and _in_row(reading, each, n, t) and _TOTAL.search(t.lead)]
        if len(rows) == 1:
            yield from _wrong(reading, each, *rows[0])
    elif not numbers and totals and _DAY.search(said_before(each)):
        yield from _of_year(reading, each, totals)


def _is_of_year(reading: Reading, total: Statement) -> bool:
    """Whether a total is told to be of all months, so that what is paid each month is no part of it only once."""
    return _WHOLE_YEAR.search(reading.clause_text(total)) is not None


def _of_segment(each: Statement, near: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return the figures between the same two ；, if a number and a total are among them."""
    own = tuple(s for s in near if s.segment == each.segment)
    return own if {s.dimension == each.dimension for s in own} == {True, False} else ()


def _in_row(reading: Reading, each: Statement, number: Statement, total: Statement) -> bool:
    """Whether the three figures stand side by side, with no other amount between them."""
    stands = sorted(s.index for s in (each, number, total))
    between = reading.statements[stands[0] + 1 : stands[-1]]
    others = [s for s in between if s.index != stands[1] and s.is_amount and s.role is not Role.CHANGE and not _is_twin(each, number, s)]
    return not others and len(between) <= _AROUND and each.segment == number.segment == total.segment


def _is_twin(each: Statement, number: Statement, other: Statement) -> bool:
    """Whether a figure is another mean or number beside: 救助6.12万户次、8.54万人次，户次均1006元、人次均721元，支出6154万元."""
    if each.role is not Role.AVERAGE:
        return False
    if other.role is Role.AVERAGE:
        apart = other.quantity.per != each.quantity.per or over_units(other) != over_units(each)
        return apart and other.dimension == each.dimension and abs(other.clause - each.clause) == 1
    return other.quantity.unit.counting and other.dimension != number.dimension and abs(other.index - number.index) == 1


def _may_be_number(number: Statement, bases: frozenset[str]) -> bool:
    own = number.quantity.unit
    if bases == _ANY:
        return own.counting or own.name in words.MEASURES
    if "村" in bases and own.name == "个" and number.tail.startswith(("村", "行政村", "自然村")):
        return True
    return _measure(own) in bases or converts(bases, own)


def _of_year(reading: Reading, each: Statement, totals: list[Statement]) -> Iterator[Claim]:
    """Read 日均客流2.4万人次，全年876万人次: the total of the year is right behind."""
    total = next((s for s in totals if s.index == each.index + 1 and "全年" in s.lead), None)
    if total is not None and not words.OF_SOME_DAYS.search(reading.clause_text(each)):
        stated, whole, where = operand(reading, each, per=False), operand(reading, total), place(reading, each, total)
        tried = [Average(stated, whole, Operand(parse(f"{days}天"), exact=True), where, True) for days in (365, 366)]
        yield next((claim for claim in tried if holds(claim)), tried[0])


def _wrong(reading: Reading, each: Statement, number: Statement, total: Statement) -> Iterator[Claim]:
    """Yield the product of the only two figures it can be of, where one slip explains it, or the total is called one."""
    if not _in_row(reading, each, number, total):
        return
    if not (each.quantity.value and number.quantity.value and total.quantity.value):
        return
    quotient = each.index > max(number.index, total.index) and number.quantity.unit.counting and each.dimension != number.dimension
    called = quotient or _TOTAL.search(total.lead) is not None or (each.role is Role.AVERAGE and "均" in said_before(each))
    called = called or _of_one_thing(each, number, total)
    for times in _times(each):
        claim, _ = _claim(each, number, total, times, reading)
        far = times == _MONTHS and "全年" in total.lead and _far_off(each, number, total)
        slip = min(_slips(each, number, total, times))
        if far or slip < (_SLIP if len(_times(each)) == 1 else _ONE_OF_TWO) or (called and times == 1 and len(_times(each)) == 1):
            yield claim
            return


def _far_off(each: Statement, number: Statement, total: Statement) -> bool:
    """Whether twelve months make so much more or less that people who came and went in the year do not explain it."""
    ratio = each.quantity.size()[0] * number.quantity.size()[0] * _MONTHS / total.quantity.size()[0]
    return not 1 / _TURNOVER < ratio < _TURNOVER


def _of_one_thing(each: Statement, number: Statement, total: Statement) -> bool:
    """Whether a total has a word in common with what it is made of: 补助40户，每户3万元，补助资金120万元; or is paid 按每户3万元标准."""
    if each.index < total.index and _BY.search(each.lead) and each.tail.lstrip("的").startswith("标准"):
        return True
    said = f"{each.lead}|{number.lead}"
    name = total.subject[-_NAME:]
    return each.index < total.index and any(name[n : n + 2] in said for n in range(len(name) - 1))


def _slips(each: Statement, number: Statement, total: Statement, times: Fraction) -> Iterator[float]:
    """Yield for each of the three figures how likely chance makes one slip of it explain the others."""
    (one, loose), (many, step), (whole, slack) = (s.quantity.size() for s in (each, number, total))
    factor = _factor(each, number) * float(times)
    sure = 0.0 if number.quantity.is_count else step / 2 / many
    wide = loose / 2 / one if "均" in said_before(each) else 0.0  # a standard is exact
    yield mended(total, one * many * factor * (1 - sure - wide), one * many * factor * (1 + sure + wide))
    wanted, apart = whole / many / factor, sure + slack / 2 / whole
    yield mended(each, wanted * (1 - apart), wanted * (1 + apart))
    wanted, apart = whole / one / factor, wide + slack / 2 / whole
    yield mended(number, wanted * (1 - apart), wanted * (1 + apart))


def _factor(each: Statement, number: Statement) -> float:
    """Return how many of what the figure is for one of are in the base unit of the number: 元/公斤 over 吨."""
    own = number.quantity.unit
    if own.counting:
        return 1.0
    name = each.quantity.per.split("·")[0]
    return 1 / float(unit(name).factor if name in words.MEASURES else own.factor)


def _times(each: Statement) -> tuple[Fraction, ...]:
    text = each.lead + each.quantity.text + each.quantity.per
    found = _EACH.search(said_before(each))
    if found and found["price"] in ("月均", "日均", "年均"):
        return (Fraction(1),)
    if found and found["scale"]:
        return (Fraction(1, SCALES[found["scale"]]),)
    if _MONTHLY.search(text) or "月" in each.quantity.per:
        return (Fraction(_MONTHS), Fraction(1))
    if _TERMLY.search(text):
        return (Fraction(1), Fraction(2))
    return () if _DAILY.search(text) else (Fraction(1),)


def _measure(own: Unit) -> str:
    """Return a measure word without its variant: 台 of 台（套）."""
    return own.name.partition("（")[0].partition("(")[0] or own.name


def _claim(each: Statement, number: Statement, total: Statement, times: Fraction, reading: Reading) -> tuple[Average, float]:
    """Return the claim, and how wide the interval is that it may hit by chance."""
    whole = operand(reading, total)
    if times != 1:
        own = total.quantity
        whole = replace(whole, quantity=replace(own, text=f"{own.text}÷{times}", value=own.value / times, ulp=own.ulp / times))
    one = operand(reading, each)
    per = each.quantity.per
    if per not in words.MEASURES:
        one = operand(reading, each, per=False)
    if "均" not in said_before(each) and not each.quantity.decimals and _PRICED.search(each.lead) is None:
        one = replace(one, exact=True)  # a standard is no mean that was rounded
    loose = (number, total) if one.exact else (each, number, total)
    measured = sum(s.quantity.size()[1] / s.quantity.size()[0] for s in loose if s.quantity.size()[0])
    return Average(one, whole, operand(reading, number), place(reading, each, number, total), True), measured
