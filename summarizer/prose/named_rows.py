"""``count`` of things that each have a row behind a colon: 7家景区游客增长：甲景区16万人次，增长8%；乙景区13万人次，增长10%；…."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim, stretch
from ..claims.count import Count
from ..patterns import lazy, places_of
from .joining import operand
from .statements import Reading, Statement

_UNITS = frozenset(("家", "个", "项", "所", "座", "处", "类", "种", "条", "户", "名"))
_LEAST, _MOST, _OFF, _GAP, _ROW = 3, 20, 2, 60, 80
_SEVERAL = lazy("[、和与及]|分别|其他|其余|等|合计|共计?|其中|全[市县区省]")
"""In what names a row: more than one thing, or none of those that are counted."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each number right before a colon behind which ； divides rows of one shape."""
    plain = reading.ground.plain
    told: set[int] | None = None
    for at in places_of(plain, ":"):
        before = reading.within(at - _GAP, at)
        stated = before[-1] if before else None
        if stated is None or stated.quantity.unit.name not in _UNITS or not _LEAST <= stated.quantity.value <= _MOST or stated.depth:
            continue
        if not stated.quantity.is_count or any(mark in plain[stated.end : at] for mark in "。;:"):
            continue
        rows = _rows(reading, stated, at)
        if len(rows) < _LEAST or abs(len(rows) - int(stated.quantity.value)) > _OFF:
            continue
        if told is None:
            told = {claim.stated.place.start for claim in reading.claims_found() if isinstance(claim, Count)}
        if stated.start not in told:
            where = stretch(stated.start, rows[-1].end)
            yield Count(operand(reading, stated), len(rows), (), (), False, where, True)


def _rows(reading: Reading, stated: Statement, at: int) -> list[Statement]:
    """Return the first figure of each row, if all rows name one thing and give figures of the same kinds."""
    segments: list[list[Statement]] = []
    for s in reading.statements[stated.index + 1 : stated.index + _ROW]:
        if s.sentence != stated.sentence or s.start < at:
            break
        if not segments or segments[-1][0].segment != s.segment:
            segments.append([])
        segments[-1].append(s)
    firsts = [segment[0] for segment in segments]
    if len(firsts) < _LEAST or any(s.depth or not s.is_level or not s.like(firsts[0]) for s in firsts):
        return []
    names = [reading.between(max(at + 1, s.start - len(s.lead)), s.start).rpartition(":")[2] for s in firsts]
    shapes = {tuple(s.dimension for s in segment) for segment in segments}
    plain = len(shapes) == 1 and all(len(name.strip(" ,;")) > 1 and not _SEVERAL.search(name) for name in names)
    whole = firsts[-1].segment - firsts[0].segment == len(firsts) - 1
    return firsts if plain and whole and len(set(names)) == len(names) else []
