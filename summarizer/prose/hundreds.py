"""``sum`` of shares to 100 % where their parts do not show it: 占51%，…占49%; 占27.6%，…占31.1%，…占41.3%.

One of the parts may be wrong, or the whole may stand elsewhere. What reaches 100 % to the last digit is recognised; nothing is accused.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .hundred import together
from .roles import Role
from .statements import Reading, Statement

_MOST = 9
_FEW, _NAME = 5, 6
_OPPOSED = lazy(
    "(?<![不未])(?P<one>合格|及格|达标|完好)率[^,;。]*[,、][^,;。0-9]{0,4}[不未](?P=one)率"
    "|[不未](?P<two>合格|及格|达标|完好)率[^,;。]*[,、][^,;。不未0-9]{0,4}(?P=two)率"
)
_FULL = 100
_BETWEEN = 5
"""Figures between two shares that may go together: the part of the next one, its growth, and the ages that name it."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of neighbouring shares that no other relation has added up."""
    shares, rates = reading.of_role(Role.SHARE), reading.of_role(Role.NAMED_RATE)
    if len(shares) < 2 and len(rates) < 2:
        return
    known = {part.place.start for claim in reading.claims_found() if isinstance(claim, Sum) for part in claim.parts}
    row: list[Statement] = []
    for s in (*shares, None):
        if s is not None and (s.quantity.unit.name != "%" or s.start in known):
            continue
        if s is None or (row and not _goes_on(row[-1], s)):
            yield from _of_row(reading, row)
            row = []
        if s is not None:
            row.append(s)
    yield from _rates(reading, known)


def _rates(reading: Reading, known: set[int]) -> Iterator[Claim]:
    """Read 合格率97.9%，不合格率2.1%, and 一孩率90.17%，两孩率9.62%，多孩率0.21%: rates side by side that leave nothing."""
    row: list[Statement] = []
    for s in (*reading.of_role(Role.NAMED_RATE), None):
        if s is not None and row and s.index == row[-1].index + 1 and s.segment == row[0].segment and s.depth == row[0].depth:
            row.append(s)
            continue
        plain = 1 < len(row) < _FEW and all(r.quantity.unit.name == "%" and not r.quantity.is_hedged for r in row)
        if plain and not known.intersection(r.start for r in row):
            if sum(r.quantity.value for r in row) == _FULL:
                yield together(reading, row)
            elif _OPPOSED.search(reading.between(row[0].start - _NAME, row[1].start)):
                yield replace(together(reading, row[:2]), likely=True)
        row = [s] if s is not None else []


def _goes_on(one: Statement, other: Statement) -> bool:
    near = other.index - one.index <= _BETWEEN and other.sentence - one.sentence <= 1 and other.paragraph == one.paragraph
    return near and one.depth == other.depth and not other.quantity.is_hedged and not one.quantity.is_hedged


def _of_row(reading: Reading, row: list[Statement]) -> Iterator[Claim]:
    """Yield the first stretches of a row that make 100 %, none of them in another."""
    start = 0
    while start < len(row) - 1:
        total, size = row[start].quantity.value, 1
        while total < _FULL and size < _MOST and start + size < len(row):
            total += row[start + size].quantity.value
            size += 1
        if total == _FULL and size > 1:
            yield together(reading, row[start : start + size])
            start += size
        else:
            start += 1
