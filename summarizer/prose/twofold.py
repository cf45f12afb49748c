"""``sum`` of rows that count in two measures at once: 贫困户203户804人，一般户178户745人，低保户20户54人，五保户5户5人.

Households and people, cases and persons stand side by side in each row, so that one column that adds up says what the rows are of,
and the other has to add up as well. Nothing need announce the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from .joining import holds, is_part, operand, place
from .nearness import near_sum
from .roles import LEVELS, Role
from .statements import Reading, Statement

_MARKS, _VERBS = ("", ",", "、", "("), ("", "涉及", "涉案", "共", "计", "惠及")
_JOINED = frozenset(("和", "/", *(f"{mark}{verb}" for mark in _MARKS for verb in _VERBS)))
"""What stands between the two figures of a row."""
_MOST = 16
"""Rows of one list."""
_GAP = 3
"""Figures between two rows: how one grew, or what share it is."""
_TELLING = 20
"""A total of so many units is not made by chance."""
_NEARLY = 0.4
"""How much of its total the column that does not add up makes at least, and how little of it the total is at most."""
_NO_ROWS = frozenset((Role.PRIOR, Role.BASE, Role.FROM))

Row = tuple[Statement, Statement]
Column = tuple[Statement, tuple[Statement, ...]]


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of both columns of rows that follow their total."""
    rows = _rows(reading)
    taken: set[int] = set()
    sums = [claim for claim in reading.claims_found() if isinstance(claim, Sum)] if len(rows) > 2 else []
    for n in range(len(rows) - 2):
        head = rows[n]
        if head[0].start in taken:
            continue
        following = list(_following(reading, head, rows[n + 1 : n + 1 + _MOST]))
        if len(following) < 2 or (_is_beside(following[0][0], head[0]) and is_part(reading, head[0])):
            continue  # 其中，甲84万平方米9863套；乙72万平方米14484套；丙…: rows beside each other
        if any({head[0].start, following[0][0].start} <= {part.place.start for part in claim.parts} for claim in sums):
            continue  # parts of one total
        columns = _columns(reading, head, following)
        for total, parts in columns:
            taken.update(part.start for part in parts)
            if total.start not in results:
                yield _sum(reading, total, parts)


def _is_beside(first: Statement, head: Statement) -> bool:
    """Whether rows behind a ； or a full stop need not be of the row before it, since no 其中 leads to them."""
    return first.segment != head.segment and not (first.sentence != head.sentence and first.lead.startswith("其中"))


def _rows(reading: Reading) -> list[Row]:
    """Return the pairs of figures of two measures with nothing to name between them."""
    found: list[Row] = []
    statements = reading.statements
    for s in [s for s in statements if s.lead in _JOINED and s.index]:
        first = statements[s.index - 1]
        both = s.is_amount and first.is_amount and s.is_level and first.is_level and s.dimension != first.dimension
        if both and s.segment == first.segment and s.is_plain and first.is_plain and (not found or found[-1][1] is not first):
            found.append((first, s))
    return found


def _following(reading: Reading, head: Row, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows of the same measures that follow, with no other amount of them between; what was last year is passed over."""
    last = head[1]
    for row in rows:
        if row[0].sentence - last.sentence > 1 or row[0].paragraph != head[0].paragraph or row[0].index - last.index > _GAP + 1:
            return
        if row[0].role in _NO_ROWS:
            last = row[1]
            continue
        between = reading.statements[last.index + 1 : row[0].index]
        alike = all(one.like(other) and one.role in LEVELS for one, other in zip(row, head, strict=True))
        if not alike or any(s.is_amount and s.is_level for s in between) or not head[0].depth <= row[0].depth <= head[0].depth + 1:
            return
        yield row
        last = row[1]


def _columns(reading: Reading, head: Row, rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return both columns with their totals, as far down as both add up, or one does and the other nearly; none where none does."""
    nearly: tuple[Column, ...] = ()
    for size in range(2, len(rows) + 1):
        columns = tuple((total, tuple(row[n] for row in rows[:size])) for n, total in enumerate(head))
        fits = [near_sum(total, parts) and holds(_sum(reading, total, parts)) for total, parts in columns]
        if all(fits):
            return columns if any(total.quantity.shows(_TELLING) for total in head) else ()
        if any(fits) and not nearly and _is_clear(columns[fits.index(True)], columns[fits.index(False)]):
            nearly = columns
    return nearly


def _is_clear(fit: Column, other: Column) -> bool:
    """Whether a column that adds up is no chance, and the other comes near enough to its total to be meant to."""
    total, parts = other
    made = sum(part.quantity.size()[0] for part in parts) / (total.quantity.size()[0] or 1.0)
    return fit[0].quantity.shows(_TELLING) and _NEARLY < made < 1 / _NEARLY


def _sum(reading: Reading, total: Statement, parts: tuple[Statement, ...]) -> Sum:
    members = tuple(operand(reading, part) for part in parts)
    return Sum(operand(reading, total), members, True, False, place(reading, total, *parts), True)
