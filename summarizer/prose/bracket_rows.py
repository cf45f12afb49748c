"""``sum`` of figures that stand in the brackets of names: 资金700万元，用于甲园（300万元）、乙园（250万元）、丙园（150万元）."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .complements import may_overlap
from .joining import operand, place
from .nearness import base, near_sum
from .roles import PRESENT, Role
from .slips import one_slip, slip_chance
from .statements import Reading, Statement

_NAME = lazy(r"[)]?[、,;和及]?(?:以及|其中|包括)?[,:]?[^,;。:()\n0-9]{2,30}\(")
_FIRST = lazy(r"[^。;()\n0-9]{2,60}\(")
_SOME = lazy("其中|包括|含|如|等|居前|前列|主要|较多|集中")
_CLOSED = lazy(r"[^()\n]{0,2}?\)(?!等)[^,;。、()\n]{0,16}(?:[,;。\n]|$)")
_LEAST, _MOST = 0.6, 1.65
"""What share of its total a list that is meant to be all of it makes at least and at most."""
_CHANCE = 0.05
_ROWS, _SEVERAL = 30, 3
_BACK = 2


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what the figures in the brackets of a list of names make of the figure before it."""
    statements = reading.statements
    done = -1
    for s in statements:
        if not s.depth or s.index <= done or not s.index or statements[s.index - 1].depth >= s.depth or not s.is_amount:
            continue
        row = _row(reading, s)
        if len(row) < 2:
            continue
        done = row[-1].index
        before = (h for h in reading.before(s, _BACK) if h.depth == s.depth - 1 and h.like(s) and h.sentence == s.sentence)
        head = next((h for h in before if h.role in PRESENT and h.is_plain), None)
        if head is None or head.start in results or not _FIRST.fullmatch(reading.between(_end(reading, head, s), s.bracket + 1)):
            continue
        if near_sum(head, row) or _is_meant(reading, head, row):
            where = place(reading, head, *row)
            yield Sum(operand(reading, head), tuple(operand(reading, p) for p in row), True, False, where, True)


def _end(reading: Reading, head: Statement, first: Statement) -> int:
    """Return where the last figure before the first bracket ends: 30座、900万元，其中甲（…）."""
    return max(s.end for s in reading.statements[head.index : first.index])


def _row(reading: Reading, first: Statement) -> tuple[Statement, ...]:
    """Return the figures, one in the bracket of each name, from the first on."""
    row = [first]
    for s in reading.statements[first.index + 1 : first.index + _ROWS]:
        last = row[-1]
        if s.bracket == last.bracket and not s.is_amount:
            continue  # （300万元，占12%）
        between = reading.between(last.end, s.bracket + 1)
        between = between[between.find(")") :]
        if s.depth != first.depth or s.bracket == last.bracket or s.sentence != first.sentence or not s.like(first):
            break
        if not _NAME.fullmatch(between) or s.start - s.bracket > 2:
            break
        row.append(s)
    plain = first.start - first.bracket <= 2 and all(s.is_plain and s.role in PRESENT for s in row)
    return tuple(row) if plain else ()


def _is_meant(reading: Reading, head: Statement, row: tuple[Statement, ...]) -> bool:
    """Whether a list that does not make its total is meant to."""
    made = float(sum(map(base, row)) / (base(head) or 1))
    if may_overlap(reading, row) or not _CLOSED.match(reading.ground.plain, row[-1].end) or head.role is Role.TARGET:
        return False
    if _SOME.search(reading.between(head.end, row[0].start)):
        return made > 1 or slip_chance(head, row) < _CHANCE
    return len(row) >= _SEVERAL and (_LEAST < made < 1 or (made < _MOST and one_slip(head, row)))
