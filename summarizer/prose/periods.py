"""``count`` of what is given for each month or year of a stretch: 3—5月分别为9%、8%、7% are three."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from ..claims.base import Claim, Operand, stretch
from ..claims.count import Count
from ..patterns import each, lazy
from ..quantities import from_chinese, parse
from . import words
from .statements import Reading, Statement

_DASH = "[-—–─━~～至到]+"
_STRETCHES = (
    lazy(rf"(?<![0-9年.])(?P<first>[1-9]|1[0-2])月?{_DASH}(?P<last>[1-9]|1[0-2])月份?(?P<what>[^,;。:()0-9]{{0,12}}?)(?:分别|依次)(?:为|是|达到?)?"),
    lazy(rf"(?P<first>20[0-9]{{2}})年?{_DASH}(?P<last>20[0-9]{{2}})年(?P<what>[^,;。:()0-9]{{0,12}}?)(?:分别|依次)(?:为|是|达到?)?"),
)
_SO_MANY_YEARS = lazy("连续(?P<number>[两二三四五六七八九十2-9])年")
_THAT_LONG = lazy(rf"(?<![0-9.])20[0-9]{{2}}年?度?(?:{_DASH}20[0-9]{{2}}年?度?|(?:[、和]20[0-9]{{2}}年?度?){{1,6}}),?(?:已|均|都)?\Z")
_PLAN = lazy(rf"\((?<=[一-鿿]\()(?P<first>20[0-9]{{2}})年?{_DASH}(?P<last>20[0-9]{{2}})年?\)")
_PLANNED = lazy(
    r"(?:(?P<number>[三四五六七八九十])年(?:总?(?:发展)?规划|(?:行动)?计划|(?:行动|工作|整治)?方案|(?:攻坚)?行动|攻坚战)"
    r"|(?:[近前头这]|最近|过去)(?P<past>[两二三四五六七八九十])年(?:来|间|以来)?)\Z"
)
_SEVERAL = lazy("[、和与及]")
"""Names of several things, which 分别 speaks of: 收入、支出1—3月分别为."""
_LEAST, _MOST, _BEFORE, _SHORT, _PAIR = 3, 12, 60, 12, 2
_OFF = 2
"""So many figures more or fewer may be a slip; twice as many are of two things."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield that a row behind 分别 is as long as the stretch of time before it, and that a stretch has as many years as it says."""
    plain = reading.ground.plain
    yield from _years(plain)
    if "分别" not in plain and "依次" not in plain:
        return
    for pattern in _STRETCHES:
        for found in each(plain, pattern):
            size = int(found["last"]) - int(found["first"]) + 1
            row = _row(reading, found) if _LEAST <= size <= _MOST else []
            if len(row) == size > 0 or (len(row) > 1 and abs(len(row) - size) <= _OFF and len(row) % size):
                stated = Operand(parse(f"{size}个"), place=stretch(found.start(), found.start("what")))
                yield Count(stated, len(row), (), (), False, stretch(found.start(), row[-1].end), True)


def _years(plain: str) -> Iterator[Claim]:
    """Read 2010至2012连续三年, 五年规划（2014—2018年） and 2016、2017、2018年连续三年: the first to the last year, both counted."""
    for sign in _SO_MANY_YEARS.finditer(plain):
        found = _THAT_LONG.search(plain, max(0, sign.start() - _BEFORE), sign.start())
        if found is not None:
            years = [int(year) for year in re.findall("20[0-9]{2}", found.group())]
            size = years[-1] - years[0] + 1 if len(years) == _PAIR and "、" not in found.group() else len(years)
            yield from _so_long(sign["number"], size, (found.start(), sign.end()))
    for span in each(plain, _PLAN):
        plan = _PLANNED.search(plain, max(0, span.start() - _SHORT), span.start())
        if plan is not None:
            yield from _so_long(plan["number"] or plan["past"], int(span["last"]) - int(span["first"]) + 1, (plan.start(), span.end()))


def _so_long(written: str, size: int, span: tuple[int, int]) -> Iterator[Claim]:
    """Yield that so many years are told; one fewer may be those that passed between the first and the last."""
    number = int(written) if written.isascii() else int(from_chinese(written))
    if 1 < size <= _MOST and -_OFF <= number - size <= _OFF and number != size - 1:
        yield Count(Operand(parse(f"{number}年"), place=stretch(*span)), size, (), (), False, stretch(*span), True)


def _row(reading: Reading, found: re.Match[str]) -> list[Statement]:
    """Return the figures that 分别 leads to, where nothing before says that it speaks of several things."""
    clause = reading.ground.clauses[reading.ground.clause_at(found.start())]
    before = reading.between(max(clause.start, found.start() - _BEFORE), found.start())
    if _SEVERAL.search(before + found["what"]):
        return []
    n = bisect_left(reading.statements, found.end(), key=attrgetter("start"))
    row: list[Statement] = []
    for s in reading.statements[n : n + 2 * _MOST]:
        if row and not (s.sentence == row[-1].sentence and (s.listed or _ends_row(s, row[-1]))):
            break
        if not row and s.start - found.end() > 1:
            break
        row.append(s)
    following = reading.statements[row[-1].index + 1 : row[-1].index + 2] if row else ()
    return [] if any(s.like(row[0]) and s.segment == row[0].segment for s in following) else row  # 收结案分别为75件、23件,13件、13件


def _ends_row(last: Statement, before: Statement) -> bool:
    """Whether a figure gives the unit of a row of bare numbers that it ends: 11.6、12.7、14亿元."""
    return before.dimension == "number" and last.is_amount and last.lead.strip() in words.JOINERS
