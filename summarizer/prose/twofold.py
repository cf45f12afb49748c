"""``sum`` of rows that count in two measures at once: 贫困户203户804人，一般户178户745人，低保户20户54人，五保户5户5人.

Households and people, cases and persons stand side by side in each row, so that one column that adds up says what the rows are of,
and the other has to add up as well. Nothing need announce the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .joining import holds, is_part, operand, place
from .nearness import near_sum
from .roles import LEVELS, PRESENT, Role
from .slips import CHANCE, slip_chance
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
_BEFORE = 9
"""Figures before rows among which their totals stand."""
_IN_ALL = lazy("[ ,;、]*(?:以上)?[^,;、。0-9]{0,4}(?:合计|总计|共计|共)(?:有|为|达)?$")
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
    yield from _totals_apart(reading, [row for row in rows if row[0].start not in taken])


def _totals_apart(reading: Reading, rows: Sequence[Row]) -> Iterator[Claim]:
    """Yield the sums of rows whose two totals stand apart: 下达资金310万元，改造泵站26座：甲镇9座110万元，乙镇12座140万元，丙镇5座60万元.

    One column adds up and tells that the rows are all; the other is accused if one slip makes it its total, the only one there is.
    """
    n = 0
    while n < len(rows) - 1:
        first = rows[n]
        group = [first, *_following(reading, first, rows[n + 1 : n + 1 + _MOST])]
        n += len(group)
        if len(group) < 2 or not all(row[0].subject for row in group[:-1]) or first[0].depth:
            continue
        if len(group) > 2 and _IN_ALL.match(group[-1][0].lead):
            yield from _closed(reading, group[:-1], group[-1])
            continue
        if not group[-1][0].subject:
            continue
        before = [s for s in reading.before(first[0], _BEFORE) if s.paragraph == first[0].paragraph and first[0].sentence - s.sentence < 2]
        before = [s for s in before if s.role in PRESENT and not s.depth and s.is_plain and not is_part(reading, s)]
        columns = [(tuple(row[k] for row in group), [s for s in before if s.like(first[k])]) for k in (0, 1)]
        near = [[_sum(reading, s, parts) for s in heads if near_sum(s, parts)] for parts, heads in columns]
        made = [next(filter(holds, tried), None) for tried in near]
        told = [claim for claim in reading.claims_found() if isinstance(claim, Sum) and not (claim.exhaustive is False and holds(claim))]
        yield from (claim for claim in made if claim is not None and not _is_told(told, claim))
        for found, other, (parts, heads) in zip(made, made[::-1], columns, strict=True):
            if found is None and other is not None and len(heads) == 1 and _is_slip(other, heads[0], parts) and _ends(reading, parts[-1]):
                yield from (claim for claim in (_sum(reading, heads[0], parts),) if not _is_told(told, claim))


def _closed(reading: Reading, rows: Sequence[Row], totals: Row) -> Iterator[Claim]:
    """Yield 小学42所、9860人，初中15所、5140人，共计57所、15000人: both columns, where one of them adds up."""
    made = [_sum(reading, totals[k], tuple(row[k] for row in rows)) for k in (0, 1)]
    told = [claim for claim in reading.claims_found() if isinstance(claim, Sum) and not (claim.exhaustive is False and holds(claim))]
    if any(map(holds, made)):
        yield from (claim for claim in made if not _is_told(told, claim))


def _ends(reading: Reading, last: Statement) -> bool:
    """Whether a sentence has nothing behind its rows that may be part of their total as well: 另有设备120万元."""
    more = (s for s in reading.statements[last.index + 1 : last.index + _BEFORE] if s.sentence == last.sentence)
    return not last.tail.startswith("等") and not any(s.like(last) and s.is_level for s in more)


def _is_slip(other: Sum, head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether one slip makes a column its total; a small number that the other column makes may be made by chance."""
    chance = slip_chance(head, parts, lost=True)
    return chance <= 1 if other.total.quantity.shows(_TELLING) else len(parts) > 2 and chance < CHANCE


def _is_told(told: Sequence[Sum], column: Sum) -> bool:
    """Whether another relation has judged parts of a total already."""
    own = {part.place.start for part in column.parts}
    like = (claim for claim in told if claim.total.place.start == column.total.place.start)
    return any(not own.isdisjoint(part.place.start for part in claim.parts) for claim in like)


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
