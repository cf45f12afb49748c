"""``average`` over the days of the period that the text covers: 一季度受理20693件，日均230件; 本周接听71184件，日均10169件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace

from ..claims.average import Average
from ..claims.base import Claim, Operand
from ..patterns import lazy
from ..quantities import from_chinese, parse
from .joining import holds, mends, operand, place
from .roles import Role
from .statements import Reading, Statement
from .words import OF_SOME_DAYS

_BACK = 160
"""Characters before a total in which its period is looked for."""
_TITLE = 80
_DAYS = ("日", "天")
_PERIOD = lazy(
    "(?P<first>1[0-2]|[1-9])月(?P<from>[0-9]{1,2})日?[-—–─━~至到]+(?:(?P<last>1[0-2]|[1-9])月)?(?P<until>[0-9]{1,2})日|(?P<week>(?:本|上|这|当)周|一周|周报|第[0-9]{1,2}周)|1[-—–─━~至到]+(?P<to>1[0-2]|[1-9])月|(?P<half>上半年)|前三季度|(?P<quarter>[一二三四1-4])季度"
    "|(?<![0-9至到—–-])(?P<month>1[0-2]|[1-9])月份|(?P<year>全年|(?<![上去])年度|(?:19|20)[0-9]{2}年(?![0-9]))"
)
_TO_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)
_WORKING = (0.65, 0.72)
"""Which part of all days are those on which an office works."""
_NEAR = 2
_A_DAY = lazy("(?:日均|平均每[天日])(?:受理|接收?|接待|办理|处理|出动|出警|访问|客流|发送|接听|处置)(?:量|约|达|为|达到)*$")
"""日均受理2217起: the verb stands between what the mean is over and the mean."""
_A_DAY_OF = lazy("(?:日均|平均每[天日])(?P<of>[㐀-鿿]{2,10}?)(?:量|约|达|为|达到)*$")
"""日均清运生活垃圾265吨: what the total before is called, too."""

_A_DAY_BEFORE = lazy("(?:日均|平均每[天日]|每[天日]平均)(?P<of>[㐀-鿿]{2,12})$")
_OVER = lazy("[ ,]*(?P<period>全年|上半年|前三季度|[一二三四]季度|(?:1[0-2]|[1-9])月份)(?:累计|总共|共计|共|总)*(?P<of>[㐀-鿿]{2})")
_AHEAD, _FAR = 6, 1.6
"""Figures behind a mean among which its total stands, and how many times it may be off that was meant to fit."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the claim of every mean over days that is the result of none yet."""
    for average in reading.of_role(Role.AVERAGE):
        daily = average.quantity.per in _DAYS or _A_DAY.search(average.lead) or _is_named(reading, average)
        if average.start in results or not average.quantity.value:
            continue
        found = list(_daily(reading, average)) if daily and average.index else []
        yield from found or _total_behind(reading, average)


def _is_named(reading: Reading, average: Statement) -> bool:
    """Whether a mean over days has the name of the total before it."""
    found = _A_DAY_OF.search(average.lead) if "日均" in average.lead or "平均每" in average.lead else None
    return found is not None and any(found["of"][-2:] in s.lead for s in reading.before(average, _NEAR))


def _daily(reading: Reading, average: Statement) -> Iterator[Claim]:
    depth = average.depth - (average.lead.startswith("(") and average.bracket - reading.statements[average.index - 1].end < 2)
    around = [s for s in reading.before(average, _NEAR) if s.segment == average.segment and s.depth == depth]
    near = [s for s in around if _is_total(s, average)]
    days = _days(reading, near[0]) if near else ()
    if not days:
        return
    total = near[0]
    tried = [_claim(reading, total, average, number) for number in days]
    if sound := next((claim for claim in tried if holds(claim)), None):
        yield sound
        return
    implied = float(total.quantity.size()[0] / average.quantity.size()[0])
    working = 7 not in days and _WORKING[0] < implied / days[0] < _WORKING[1]
    between = reading.statements[total.index + 1 : average.index]  # 同比增长6.2%
    beside = average.clause - total.clause < 2 + len(between) and all(s.dimension == "ratio" for s in between)
    if beside and not working and not total.quantity.is_hedged:
        yield replace(tried[0], likely=True)


def _total_behind(reading: Reading, average: Statement) -> Iterator[Claim]:
    """Yield 日均清运垃圾180吨（县城95吨，乡镇85吨），全年累计清运6.57万吨: the total stands behind, with its period and the same verb."""
    said = _A_DAY_BEFORE.search(average.lead)
    if said is None or average.quantity.is_hedged or OF_SOME_DAYS.search(average.lead):
        return
    following = reading.statements[average.index + 1 : average.index + 1 + _AHEAD]
    like = (s for s in following if s.segment == average.segment and s.depth == average.depth and _is_total(s, average))
    total = next(like, None)
    found = None if total is None else _OVER.match(total.lead)
    period = None if found is None else _PERIOD.search(found["period"])
    if total is None or found is None or period is None or found["of"] not in said["of"] or total.quantity.is_hedged:
        return
    days = _of_period(period)
    tried = [_claim(reading, total, average, number) for number in days]
    sound = next((claim for claim in tried if holds(claim)), None)
    near = 1 / _FAR < float(total.quantity.size()[0] / average.quantity.size()[0]) / days[0] < _FAR
    if sound is not None or (near and mends(tried[0])):
        yield sound or replace(tried[0], likely=True)


def _is_total(candidate: Statement, average: Statement) -> bool:
    same = candidate.dimension == average.dimension and not candidate.quantity.per
    return same and candidate.role in (Role.LEVEL, Role.ACTUAL) and candidate.quantity.size()[0] > average.quantity.size()[0]


def _claim(reading: Reading, total: Statement, average: Statement, days: int) -> Average:
    number = Operand(parse(f"{days}天"), exact=True)
    where = place(reading, total, average)
    return Average(operand(reading, average, per=False), operand(reading, total), number, where)


def _days(reading: Reading, total: Statement) -> tuple[int, ...]:
    """Return how many days the last period named before a total has, or the first one of the title."""
    if named := next((s for s in reading.so_far(total, _NEAR) if s.quantity.unit.name == "天" and s.quantity.value.denominator == 1), None):
        return (int(named.quantity.value),)  # 春节假期8天
    plain = reading.ground.plain
    found = list(_PERIOD.finditer(plain, max(0, total.start - _BACK), total.start))
    last = found[-1] if found else _PERIOD.search(plain, 0, min(_TITLE, total.start))
    return _of_period(last) if last is not None else ()


def _of_period(last: re.Match[str]) -> tuple[int, ...]:
    """Return how many days a period has; in a leap year as well."""
    if last["first"]:
        ends = (last["first"], last["from"]), (last["last"] or last["first"], last["until"])
        begun, ended = (_TO_MONTH[int(month) - 1] + int(day) for month, day in ends)
        return (ended - begun + 1,) if ended > begun else ()
    if last["week"]:
        return (7, 5)
    begin, end = 0, 12
    if last["to"]:
        end = int(last["to"])
    elif last["half"]:
        end = 6
    elif last["month"]:
        begin, end = int(last["month"]) - 1, int(last["month"])
    elif last["quarter"]:
        quarter = int(last["quarter"]) if last["quarter"].isdigit() else int(from_chinese(last["quarter"]))
        begin, end = 3 * quarter - 3, 3 * quarter
    elif not last["year"]:
        end = 9
    days = _TO_MONTH[end] - _TO_MONTH[begin]
    return (days, days + 1) if begin < 2 <= end else (days,)
