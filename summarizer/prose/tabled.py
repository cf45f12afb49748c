"""``sum`` of the columns of rows that tell the same of each: 改造177座，甲镇80座、涉及35个村，乙镇97座、涉及37个村.

Each row has a name of its own, and what stands beside its first figure has one name in all rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from operator import attrgetter, eq

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .complements import may_overlap
from .joining import is_part_here, operand, place
from .nearness import base, near_sum
from .slips import one_slip, slip_chance
from .statements import Reading, Statement

_WIDTHS = (2, 3)
_MOST = 24
_CALLED = lazy("(?<![公与中])共(?!同|享|建|有制|产)|合计|总计")
_NO_PART = lazy("年[初末]|期[初末]|上年|去年|净|加上|累计|剩余|[比较]|增(?!值税)|减|占|另|人均|户均|达到|超过|不足|其中|合计|共计")
_STOCK = lazy("共有|现有|目前|累计|已")
"""What calls a figure all there is, more than what a list adds to it."""
_CHANCE, _ODDS = 0.012, 0.1
"""How likely chance may explain that a slip makes a column its total: always, and of three rows or more."""
_SOME = 3
_LEAST = 20
"""A total of fewer units of its last digit is made by any small numbers."""
_FAR = 3.0
_place_and_measure = attrgetter("sentence", "measure")
_BACK = 3
"""Figures before the rows among which their total is looked for."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of columns of rows whose total stands before them or behind."""
    figures, end = reading.present(), 0
    for n, width in _beginnings(figures):
        if n >= end and (rows := _rows(figures, n, width)):
            yield from _sums(reading, figures, n, rows, results)
            end = n + len(rows) * width


def _beginnings(figures: list[Statement]) -> list[tuple[int, int]]:
    """Return where two figures stand of which two behind them in the sentence have the measures, and how far: only they begin rows."""
    measures = list(map(_place_and_measure, figures))
    found: list[tuple[int, int]] = []
    for width in _WIDTHS:
        again = bytes(map(eq, measures, measures[width:]))  # searched as bytes, many times faster than by a loop
        n = again.find(b"\1\1")
        while n >= 0:
            found.append((n, width))
            n = again.find(b"\1\1", n + 1)
    return sorted(found)


def _rows(figures: list[Statement], n: int, width: int) -> list[tuple[Statement, ...]]:
    """Return the rows of one shape that begin with a figure; none where there is only one."""
    if n + 2 * width > len(figures):
        return []
    first, near, second, following = figures[n], figures[n + 1], figures[n + width], figures[n + width + 1]
    if near.segment != first.segment or following.segment != second.segment or _name(near) != _name(following):
        return []  # most are no rows, and nothing more is asked of them
    beside = tuple(figures[n + 1 : n + width])
    if any(not _name(s) for s in (first, *beside)) or any(s.segment != first.segment for s in beside):
        return []
    rows = [(first, *beside)]
    names = {_name(first)}
    for start in range(n + width, len(figures) - width + 1, width):
        row = tuple(figures[start : start + width])
        own, others = row[0], row[1:]
        if own.sentence != first.sentence or not own.like(first) or not _name(own) or _name(own) in names or len(rows) == _MOST:
            break
        if any(_name(s) != _name(t) or not s.like(t) or s.segment != own.segment for s, t in zip(others, beside, strict=True)):
            break
        names.add(_name(own))
        rows.append(row)
    plain = len(rows) > 1 and not names & set(map(_name, beside))
    return rows if plain and all(s.quantity.is_plain for row in rows for s in row) else []


def _name(s: Statement) -> str:
    """Return what a figure is called, or the verb that leads to it."""
    return s.subject or s.lead.strip(" ,、;:")


def _sums(
    reading: Reading, figures: list[Statement], n: int, rows: list[tuple[Statement, ...]], results: Set[int]
) -> Iterator[Claim]:
    parts = tuple(row[0] for row in rows)
    if any(_NO_PART.search(s.lead) for s in parts[1:]) or is_part_here(reading, parts[-1]) or may_overlap(reading, parts):
        return
    end = n + len(rows) * len(rows[0])
    behind = next((s for s in figures[end : end + 1] if s.like(parts[0]) and s.sentence == parts[0].sentence), None)
    if behind is not None and behind.start not in results and _CALLED.search(behind.lead) and not behind.quantity.is_hedged:
        following = figures[end + 1 : end + 2]
        if following and _name(following[0]) == _name(rows[0][1]):
            return  # another row
        made = float(sum(map(base, parts)) / (base(behind) or 1))
        stock = _STOCK.search(behind.lead) is not None and not one_slip(behind, parts)
        if near_sum(behind, parts) or (1 / _FAR < made < _FAR and not stock):
            yield _sum(reading, behind, parts)
        return
    before = (s for s in figures[max(0, n - _BACK) : n][::-1] if s.like(parts[0]) and parts[0].sentence - s.sentence < 2)
    head = next((s for s in before if s.paragraph == parts[0].paragraph), None)
    if head is None or head.start in results or _NO_PART.search(head.lead) or not head.quantity.shows(_LEAST):
        return
    beside = figures[figures.index(head, max(0, n - _BACK)) + 1]
    if max(map(base, parts)) >= base(head) or (_name(beside) == _name(rows[0][1]) and not near_sum(beside, [row[1] for row in rows])):
        return  # 甲镇80座，涉及35个村；…: another row
    if near_sum(head, parts) or slip_chance(head, parts) < (_ODDS if len(parts) >= _SOME else _CHANCE):
        yield _sum(reading, head, parts)


def _sum(reading: Reading, total: Statement, parts: Sequence[Statement]) -> Sum:
    return Sum(operand(reading, total), tuple(operand(reading, s) for s in parts), True, False, place(reading, total, *parts), True)
