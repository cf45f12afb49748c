"""``sum`` of one column of rows that tell two things of each: 甲48起，涉及金额132万元，乙62起，涉及金额47万元，总金额179万元."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import led_by
from .complements import may_overlap
from .joining import holds, operand, place
from .nearness import base, near_sum
from .roles import LEVELS, PRESENT
from .slips import CHANCE, slip_chance
from .statements import Reading, Statement

_CALLED = lazy("(?<![公与中])共(?!同|享|建|有制|产)|[合总共]计|总(?=金额|投[资入]|数|量|额|面积|人数|里程|产)|累计")
_SURE = lazy("(?<![公与中])共(?!同|享|建|有制|产)|[合总共]计|总(?:金额|投资|额|投入)")
_NO_TOTAL = lazy("其中|包括|含|加上|剩余|占|比|较")
_OF_ALL = lazy("[ ,;]*(?:全[年省市县区州镇乡部]|[今本]年|年内|截至|目前|各类|各级|历年)")
"""What begins a total of more than the row: 全年罚没款总额."""
_NO_PART = lazy("其中|包括|含|合计|共|总|累计|占|比|较|剩|余|完成(?=[^,]{0,4}$)")
_MOST = 24
_LEAST_OF, _MOST_OF = 0.55, 1.8


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of every other figure before what is called a total."""
    for total in led_by(reading, "共", "计", "总"):
        if total.start in results or total.index < 4 or not total.is_amount or total.role not in LEVELS or not total.quantity.is_plain:
            continue
        if not any(s.like(total) for s in reading.statements[total.index - 2 : total.index]):
            continue
        if not _CALLED.search(total.lead) or _NO_TOTAL.search(total.lead):
            continue
        parts, whole = _column(reading, total)
        if len(parts) < 2:
            continue
        claim = Sum(operand(reading, total), tuple(operand(reading, p) for p in parts), True, False, place(reading, *parts, total), True)
        if near_sum(total, parts):
            if holds(claim):
                yield claim
        elif whole and _is_meant(reading, total, parts):
            yield claim


def _column(reading: Reading, total: Statement) -> tuple[tuple[Statement, ...], bool]:
    """Return the figures of the total's kind in the rows of two before it, and whether these are all of their sentence or bracket."""
    row: list[Statement] = []
    before = [s for s in reading.so_far(total, _MOST) if s.depth == total.depth and s.bracket == total.bracket]
    before = [s for s in before if s.dimension not in ("ratio", "points") and not (s.quantity.chinese and s.clause == total.clause)]
    whole = not len(before) % 2 and len(reading.so_far(total, _MOST)) < _MOST
    second = 0 if before and before[0].like(total) else 1
    for n in range(0, len(before) - 1, 2):
        own, other = before[n + second], before[n + 1 - second]
        paired = own.like(total) and not other.like(total) and other.like(before[1 - second]) and own.segment == other.segment
        plain = all(s.role in PRESENT and s.quantity.is_plain and not _NO_PART.search(s.lead) for s in (own, other))
        if not paired or not plain:
            return tuple(row), False
        row.insert(0, own)
    return tuple(row), whole


def _is_meant(reading: Reading, total: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a column comes near a total that it does not make, and counts what the total does."""
    made = float(sum(map(base, parts))) / float(base(total) or 1)
    noun = {p.subject[-2:] for p in parts}
    named = _SURE.search(total.lead) is not None or (len(noun) == 1 and noun.pop() in total.lead)
    near = _LEAST_OF < made < _MOST_OF or slip_chance(total, parts) < CHANCE
    return named and near and not _OF_ALL.match(total.lead) and not may_overlap(reading, parts)
