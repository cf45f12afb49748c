"""``growth`` of what is counted in two measures: 审结60件90人，去年同期80件120人，件数、人数均下降25%."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import pairwise, takewhile

from ..claims.base import Claim
from ..patterns import lazy
from .choosing import led_by
from .grown import growth_of
from .roles import LEVELS, Role
from .statements import Reading, Statement

_OPENS = lazy(
    "(?:[上去前]一?年(?:同期|同月)?|上(?:月|周|季度?|期)|同期|(?:19|20)[0-9]{2}年(?:同期)?)的?(?:分别|仅|只)*[为是有]?[: ]*$"
)
_JOINS = frozenset(("", "、", ",", "和", "/"))
_ROLES = LEVELS | {Role.BASE, Role.OTHER}
_FOLLOWING, _MEASURES = 8, 3


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the growth of each measure of a row whose row of the year before stands beside it."""
    for first in led_by(reading, "年", "同期", "上月", "上周", "上季", "上期"):
        if not first.is_amount or first.role not in _ROLES or _OPENS.search(first.lead) is None:
            continue
        before = _row_from(reading, first)
        now = reading.statements[first.index - len(before) : first.index] if len(before) <= first.index else ()
        if len(before) > 1 and len(now) == len(before) and _are_alike(reading, now, before):
            yield from _grown(reading, now, before, results)


def _row_from(reading: Reading, first: Statement) -> list[Statement]:
    """Return the figures that stand right behind each other from one on, each in a measure of its own."""
    row = [first]
    for s in reading.statements[first.index + 1 : first.index + _MEASURES]:
        joined = reading.between(row[-1].end, s.start).strip() in _JOINS
        if not joined or not s.is_amount or s.role not in _ROLES or any(s.dimension == other.dimension for other in row):
            break
        row.append(s)
    return row


def _are_alike(reading: Reading, now: tuple[Statement, ...], before: list[Statement]) -> bool:
    """Whether two rows give the same measures in the same order, of which the first is this year's."""
    near = before[0].paragraph == now[0].paragraph and before[0].sentence - now[0].sentence <= 1
    alike = all(one.like(other) and other.quantity.value and one.role in LEVELS for one, other in zip(now, before, strict=True))
    joined = all(reading.between(one.end, other.start).strip() in _JOINS for one, other in pairwise(now))
    return near and alike and joined and not _OPENS.search(now[0].lead)


def _grown(reading: Reading, now: tuple[Statement, ...], before: list[Statement], results: Set[int]) -> Iterator[Claim]:
    last = before[-1]
    following = reading.statements[last.index + 1 : last.index + 1 + _FOLLOWING]
    moved = list(takewhile(lambda s: s.sentence == last.sentence and s.role in (Role.GROWTH, Role.CHANGE), following))
    percents = [s for s in moved if s.role is Role.GROWTH]
    told = [_measure(percent, now) for percent in percents]
    if -1 in told or len(set(told)) < len(told):
        if len(percents) != len(now):
            return
        told = list(range(len(percents)))
    for n, percent in zip(told, percents, strict=True):
        if percent.start not in results:
            change = next((s for s in moved if s.role is Role.CHANGE and s.like(now[n]) and s.direction == percent.direction), None)
            yield growth_of(reading, [percent], before[n], now[n], (change, percent, None), likely=True)


def _measure(percent: Statement, now: tuple[Statement, ...]) -> int:
    """Return of which measure a percentage is by its words, 件数, 人数; −1 where they do not tell."""
    called = [n for n, s in enumerate(now) if f"{s.quantity.unit.name}数" in percent.lead]
    return called[0] if len(called) == 1 else -1
