"""``average`` where the sentence does not hold both total and number: 案均, 每个项目, 每千常住人口, 年均.

What an average is of and over stands in its words: 人均产值 is of 产值 over people, 每千人口拥有床位 is of 床位 over thousands
of people. Total and number are looked for by that, first beside the average and then in its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, product

from ..claims.average import Average
from ..claims.base import Claim, Operand
from ..patterns import lazy
from ..quantities import SCALES, from_chinese, parse
from ..quantities.units import COUNTING_WORDS
from . import words
from .averages import bases_of
from .joining import holds, operand, place
from .quotients import width
from .roles import CHANGES, LEVELS, Role
from .statements import Reading, Statement

_BACK = 24
_TRIES = 24
_CHANCE = 0.1
_EACH = lazy(
    r"每一?(?P<scale>[百千万]?)"
    r"(?P<unit>平方公里|平方米|立方米|公里|公顷|公斤|人次|[名个起件项户家所例人村场次台辆张亩位宗批条吨座栋处组笔株头只套])?"
    r"(?P<noun>[㐀-鿿]{0,10}?)(?:(?:拥有|对应|占有|有)(?P<of>[㐀-鿿]{0,8}))?$"
)
_OF = lazy(r"均(?P<of>[㐀-鿿]{2,8}?)(?:约|高?达到?了?|为|是|近|超过)*[: ]*$")
_GROUP = lazy("老|儿童|妇女|婴|职工|学生")
_TIME = lazy(r"[月日周天]均|均[月日](?!常)|每[月日周天年]|月平均|日平均|同比|比上年")
_YEARLY = lazy(r"年均(?!增|递|下|提|降|上|复)")
_YEARS = lazy(
    r"(?P<han>[二三四五六七八九十])年(?:间|来|共|累|时间)|近(?P<near>[二三四五六七八九十])年"
    r"|(?P<plan>[“\"]十[一二三四]五[”\"]?(?:时期|期间|以来))"
)
_PLAN_YEARS = 5
_PER_TIME = lazy(
    r"^[ ,(]*(?:日均|周均|月均|季均|平均每(?:[天日周月]|个?季度?)|每(?:[天日周月]|个?季度?)平均"
    r"|(?P<mean>月人?平?均|[人户]均每?月(?:平?均)?))(?P<of>[㐀-鿿]*)"
)
_A_YEAR = lazy(r"年(?:度|人|户)?均|年[^,;。]{0,24}(?:人均|户均|平均)|人均全?年|户均全?年")
"""What is told of a year and of each: 年人均收入, 全年人均工资."""
_OF_MEAN = lazy("人均|户均|平均")
_DAYS = ("365天", "366天")
_MONTHS = ("12个月",)
_QUARTERS, _WEEKS = ("4个季度",), ("52周", "53周")
_YEARLIKE = 0.06
"""Part of a year by which total and mean may be apart and still be of a year: eleven months are further off."""
_YEARS_MOST = 2
"""A total of more days than a year has is no part of one; of much more it is one of several years."""
_NAME = 24
_COMMON = 3
"""Characters that the words of a total and of the sentence of its average have in common."""


_ALL_PEOPLE = lazy("总人口|(?:常住|户籍)人口|人口(?:总?数)?[为约达]*$|总人数")
_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class _Mean:
    """An average, with what its words say.

    Args:
        bases: measure words of its number. times: 1000 for 每千人. of: the name of its total. noun: that of its number.
    """

    stated: Statement
    bases: frozenset[str]
    times: int = 1
    of: str = ""
    noun: str = ""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each average that is the result of none yet."""
    for s in reading.of_role(Role.AVERAGE):
        if s.start in results or s.dimension in ("ratio", "number") or s.listed:
            continue
        if _YEARLY.search(s.lead) or s.quantity.per == "年":
            yield from _per_year(reading, s)
        elif found := _PER_TIME.search(s.lead) or _PER_TIME.search(s.quantity.text):
            yield from _per_time(reading, s, found)
        elif not _TIME.search(s.lead) and _per_one(s) and (mean := _mean(s)).bases:
            yield from _average(reading, mean)


def _per_one(stated: Statement) -> bool:
    """Whether an average is over one thing: 每人每年4000元 is, in a text about a year, 每人每月650元 is not."""
    bases = stated.quantity.per.split("·")
    return len(bases) == 1 or (len(bases) == 2 and bases[1] == "年")


def _mean(stated: Statement) -> _Mean:
    lead = stated.lead.rstrip(" :约达为是")
    bases = frozenset((stated.quantity.per.split("·")[0],)) if stated.quantity.per else frozenset(bases_of(stated))
    times, noun, of = 1, "", ""
    if each := _EACH.search(lead):
        times, noun, of = SCALES[each["scale"]], each["noun"], each["of"] or ""
        first = each["noun"][:1]
        bases = bases or frozenset((each["unit"] or (first if first in COUNTING_WORDS else "人"),))
    elif named := _OF.search(stated.lead):
        of = named["of"]
    return _Mean(stated, words.PEOPLE if bases & words.PEOPLE else bases, times, of, noun)


def _average(reading: Reading, mean: _Mean) -> Iterator[Claim]:
    """Yield the first total and number that give the average, or else the only two that could be meant."""
    totals, numbers = list(_totals(reading, mean)), list(_numbers(reading, mean))
    numbers = [s for s in numbers if s.tail.startswith("计算")] or numbers  # 按年平均人口38.94万人计算
    chance = 0.0
    for total, number in islice(product(totals, numbers), _TRIES):
        chance += width(mean.stated, total, number)
        if chance > _CHANCE and chance > 2 * width(mean.stated, total, number):
            break
        if holds(claim := _claim(reading, mean, total, number)):
            yield claim
            return
    whole, count = _meant_total(reading, mean, totals), _meant_number(mean, numbers)
    if count is not None and count.quantity.unit.name == "人次" and words.OF_RESIDENTS.search(mean.stated.lead):
        return
    if words.STANDARD.search(mean.stated.lead):
        return
    if whole is not None and count is not None and whole is not count and not whole.quantity.chinese and not count.quantity.chinese:
        yield _claim(reading, mean, whole, count, likely=True)


def _totals(reading: Reading, mean: _Mean) -> Iterator[Statement]:
    """Yield what may be the total: levels of its dimension before the average, and the one right behind."""
    stated = mean.stated
    behind = reading.statements[stated.index + 1 : stated.index + 2]
    yield from (s for s in behind if s.segment == stated.segment and words.WHOLE_YIELD.search(s.lead) and _may_be_total(s, stated))
    near = [s for s in reading.before(mean.stated, _BACK) if s.paragraph == mean.stated.paragraph]
    yield from (s for s in near if _may_be_total(s, mean.stated))


def _may_be_total(level: Statement, average: Statement) -> bool:
    if level.role not in LEVELS or level.role is Role.TARGET or level.quantity.per:
        return False
    one, other = level.quantity.unit.name, average.quantity.unit.name
    people = (one in words.PEOPLE and other in words.PEOPLE) or (one == "人次" and other == "次")
    return people or level.dimension == average.dimension


def _numbers(reading: Reading, mean: _Mean) -> Iterator[Statement]:
    """Yield what may be the number: counts of the words of the average, in the bracket behind it, then before it."""
    stated = mean.stated
    behind = reading.statements[stated.index + 1 : stated.index + 2]
    yield from (s for s in behind if s.depth == stated.depth + 1 and s.clause == stated.clause and _may_be_number(s, mean))
    yield from (s for s in reading.before(stated, _BACK) if s.paragraph == stated.paragraph and _may_be_number(s, mean))


def _may_be_number(level: Statement, mean: _Mean) -> bool:
    mean_number = "人数" in level.lead or level.tail.startswith("计算")
    stands = level.role in LEVELS or (level.role is Role.AVERAGE and mean_number)
    name = level.quantity.unit.name
    based = name in mean.bases or (len(name) > 1 and name[:-1] in mean.bases and name.endswith("次"))
    return stands and level.role is not Role.TARGET and based and not level.quantity.per


def _meant_total(reading: Reading, mean: _Mean, totals: list[Statement]) -> Statement | None:
    """Return the total right before the average, or the nearest of the name that the average has for it."""
    stated = mean.stated
    if totals and totals[0].index > stated.index:
        return totals[0]
    if mean.noun and not mean.of and (named := [s for s in totals if len(s.subject) > 1 and mean.noun.endswith(s.subject[-2:])]):
        return named[0]
    named = [s for s in totals if mean.of and (s.subject.endswith(mean.of) or mean.of in s.lead[-_NAME:])]
    if named:
        return None if named[0].listed else named[0]
    own = [s for s in totals if s.segment == stated.segment and s.depth == stated.depth]
    if own:
        return own[0] if len(own) == 1 and (stated.clause - own[0].clause <= 2 or len(totals) == 1) else None
    said = reading.between(reading.begin(stated, _BACK), stated.start)
    near = [s for s in totals if stated.sentence - s.sentence <= 1 and _share_words(s.subject, said)]
    return near[0] if len(near) == 1 else None


def _share_words(one: str, other: str) -> bool:
    return any(one[n : n + _COMMON] in other for n in range(len(one) - _COMMON + 1))


def _meant_number(mean: _Mean, numbers: list[Statement]) -> Statement | None:
    """Return the number in the bracket behind, the one of the segment, or the first of the sentence."""
    stated = mean.stated
    if numbers and numbers[0].index > stated.index:
        return numbers[0]
    if mean.noun and (named := [s for s in numbers if mean.noun in s.lead[-_NAME:] + s.tail[:_NAME]]):
        return named[0]
    if mean.times > 1 and _GROUP.search(mean.noun):
        return None  # 床位3860张，入住1620人，每千名老人拥有床位32.6张
    own = [s for s in numbers if s.segment == stated.segment and s.depth == stated.depth]
    if own:
        return own[0] if len(own) == 1 else None
    heads = [s for s in numbers if s.sentence == stated.sentence and s.role is not Role.PRIOR and not s.depth]
    if not heads and mean.times > 1 and mean.bases & words.PEOPLE:
        people = [s for s in numbers if _ALL_PEOPLE.search(s.lead) and stated.sentence - s.sentence <= _SENTENCES and not s.depth]
        heads = people if len(people) == 1 else []  # 总人口36000人。…床位108张，每千人拥有床位3张
    return heads[-1] if heads else None


def _per_year(reading: Reading, average: Statement) -> Iterator[Claim]:
    """Read 五年累计投入486亿元，年均97.2亿元."""
    total = next((s for s in reading.before(average, 2) if s.segment == average.segment and _may_be_total(s, average)), None)
    if total is None or average.clause - total.clause > 1 or average.quantity.per not in ("", "年"):
        return
    clause = reading.ground.clauses[total.clause]
    found = _YEARS.search(reading.between(reading.ground.clauses.starts[max(0, total.clause - 1)], clause.end))
    if found is None:
        return
    years = _PLAN_YEARS if found["plan"] else int(from_chinese(found["han"] or found["near"]))
    number = Operand(parse(f"{years}年"), exact=True)
    yield Average(operand(reading, average, per=False), operand(reading, total), number, place(reading, total, average), True)


def _per_time(reading: Reading, average: Statement, word: re.Match[str]) -> Iterator[Claim]:
    """Read 全年客运量1562万人次，日均4.28万人次, and 月均 over twelve months, of 年人均收入20958元 too."""
    near = (s for s in reading.before(average, 2) if s.segment == average.segment)
    total = next((s for s in near if _may_be_year(s, average, word)), None)
    if total is None or not _stands_beside(reading, average, total):
        return
    stated, whole = operand(reading, average, per=False), operand(reading, total, per=False)
    where = place(reading, total, average)
    behind = reading.statements[average.index + 1 : average.index + 2]
    open_ = [s for s in behind if s.depth == average.depth + 1 and s.clause == average.clause and s.quantity.unit.name == "天"]
    if open_:
        yield Average(stated, whole, operand(reading, open_[0]), place(reading, total, average, open_[0]), True)
        return
    if any("工作日" in s.lead and s.quantity.unit.name == "天" for s in reading.so_far(average, 4)):
        return  # （实际工作日250天）: of these
    lengths = _QUARTERS if "季" in word[0] else _WEEKS if "周" in word[0] else _DAYS if "日" in word[0] or "天" in word[0] else _MONTHS
    tried = [Average(stated, whole, Operand(parse(text), exact=True), where, True) for text in lengths]
    sound = next((claim for claim in tried if holds(claim)), None)
    clause = reading.ground.clauses[total.clause]
    whole_year = total.role is Role.AVERAGE or "全年" in reading.between(clause.start, clause.end)
    apart = total.quantity.size()[0] / average.quantity.size()[0] / float(parse(lengths[0]).value) if average.quantity.value else 0.0
    if sound is None and _is_of_other(total, word["of"]):
        return
    if sound is not None or whole_year or abs(apart - 1) < _YEARLIKE or 1 < apart < _YEARS_MOST:
        yield sound or tried[0]


def _may_be_year(level: Statement, average: Statement, word: re.Match[str]) -> bool:
    """Whether a figure may be a year's total of which a mean over time is; a mean of a year only where both are of the same."""
    if level.role is not Role.AVERAGE:
        return word["mean"] is None and _may_be_total(level, average)
    if level.dimension != average.dimension or level.quantity.per not in ("", "年", "人", "人·年") or not _A_YEAR.search(level.lead):
        return False
    of = _OF_MEAN.sub("", word["of"]).rstrip("约为达到是")
    return of in level.lead and "其中" not in average.lead


def _is_of_other(total: Statement, of: str) -> bool:
    """Whether a mean over time has a noun that its total lacks: 全年开展活动48场，平均每月举办讲座3场."""
    noun = of.rstrip("约为达到是")
    return len(noun) > _COMMON and noun[-2:] not in total.lead + total.tail[:_NAME]


def _stands_beside(reading: Reading, average: Statement, total: Statement) -> bool:
    """Whether a mean over time stands right behind its total or that one's growth, in no other bracket or in one of its own."""
    grown = sum(s.dimension == "ratio" and s.role in CHANGES for s in reading.statements[total.index + 1 : average.index])
    beside = average.clause - total.clause <= 1 + grown
    return beside and (total.depth == average.depth or (total.depth == average.depth - 1 and 0 <= average.bracket - total.end <= 1))


def _claim(reading: Reading, mean: _Mean, total: Statement, number: Statement, *, likely: bool = False) -> Claim:
    whole = operand(reading, total)
    if total.dimension != mean.stated.dimension:
        whole = replace(whole, quantity=replace(total.quantity, unit=mean.stated.quantity.unit))
    if mean.times > 1:
        own, times = total.quantity, Fraction(mean.times)
        text = f"{own.text}×{mean.times}"
        whole = replace(whole, quantity=replace(own, text=text, value=own.value * times, ulp=own.ulp * times, step=own.step * times))
    stands = [s for s in (total, number, mean.stated) if s.sentence == mean.stated.sentence]
    return Average(operand(reading, mean.stated, per=False), whole, operand(reading, number), place(reading, *stands), likely)
