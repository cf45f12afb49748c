"""Figures of one measure in a paragraph: those that end with the noun of the first make it together."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..claims.base import Claim
from ..patterns import lazy
from .divisions import is_division
from .nearness import base
from .searched import common_ending, fit, is_announced, sum_of, telling
from .slips import slip_chance
from .statements import Reading, Statement

_NAME = 4
"""Characters of the noun."""
_MOST = 16
"""Figures of one measure beyond which they are no row."""
_SOME_PARTS, _FOUR = 3, 4
_NEARLY = 0.6
_SLIP = 0.02
"""How likely chance may be to make four figures of one noun look like a slip in their sum."""
_ASIDE = lazy("其中|占|比|较|同比|上年|去年|同期|计划|预算|目标|第?[一二三四1-4]季度|[0-9]月")


def of_one_measure(reading: Reading) -> Iterator[Claim]:
    """Read 保费收入135.6亿元，增长11%。总资产…。产险业务…，保费收入41.3亿元；寿险业务…，保费收入79.4亿元；…: each has the total's noun."""
    measures: dict[tuple[int, str, str], list[Statement]] = {}
    last: tuple[Statement, list[Statement]] | None = None
    for s in reading.present():
        if s.quantity.is_hedged or s.quantity.per:
            continue
        if s.respective and last is not None and s.segment == last[0].segment and s.like(last[0]) and not s.subject[_NAME:]:
            last[1].append(s)
        elif len(s.subject) >= _NAME:
            row = measures.setdefault((s.paragraph, s.dimension, s.subject[-_NAME:]), [])
            row.append(s)
            last = s, row
    for row in measures.values():
        if _SOME_PARTS < len(row) <= _MOST and (claim := _made_by_rest(reading, row)):
            yield claim


def _made_by_rest(reading: Reading, row: list[Statement]) -> Claim | None:
    """Return that some figures of one measure, side by side, make the first of them; or all but for a slip where there are four."""
    head = row[0]
    apart = head.segment != row[1].segment and not is_announced(reading, row)
    if not apart or not telling(head) or any(_ASIDE.search(s.lead) for s in row[1:]):
        return None
    for start in range(1, len(row) - _SOME_PARTS + 1):
        for end in range(len(row), start + _SOME_PARTS - 1, -1):
            if claim := fit(reading, head, tuple(row[start:end])):
                return claim
    parts = tuple(row[1:])
    near = _NEARLY * base(head) < sum(map(base, parts)) < base(head) / Fraction(_NEARLY)
    if len(parts) > _SOME_PARTS and near and slip_chance(head, parts) < _SLIP:
        return sum_of(reading, head, parts, exhaustive=True, likely=True)
    return _divided_alike(reading, row) if len(parts) > _SOME_PARTS else None


def _divided_alike(reading: Reading, row: list[Statement]) -> Claim | None:
    """Return that the last four of a row, named alike by the words of one division, are meant to be the first: 产险业务…, 寿险业务…"""
    head, before, parts = row[0], row[1:-_FOUR], tuple(row[-_FOUR:])
    ending = common_ending([s.subject for s in parts])
    near = _NEARLY * base(head) < sum(map(base, parts)) < base(head) / Fraction(_NEARLY)
    if not near or any(s.subject.endswith(ending) for s in before) or not is_division(head, parts):
        return None
    return sum_of(reading, head, parts, exhaustive=True, likely=True)
