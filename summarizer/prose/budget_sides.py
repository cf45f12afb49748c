"""``sum`` of one side of a budget: 收入A，上级补助收入B，债务转贷收入C，上年结转D，总收入T; 支出A，上解支出B，还本支出C，总支出T."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import led_by
from .joining import holds, operand, place
from .nearness import near_sum
from .roles import Role
from .slips import one_slip
from .statements import Reading, Statement

_TOTAL = lazy("(?:总收入|总支出|总财力|可用财力|(?:收入|支出|财力)(?:总计|合计|总量|总额|共计))(?:约?为|达到?)?[: ]*$")
_ENTRY = lazy(
    "补助|转移支付|返还|转贷|债券|上年结[转余]|结[转余]收入|调入|调节基金|上解|调出|还本|结转|结余|补助下级|待偿债|置换|增设|接受|援助"
)
"""What stands on a side beside its own revenue or expenditure."""
_ASIDE = lazy("其中|包括|含|加上")
"""What opens a part of a part; a list behind 加上 is for ``totals``."""
_BACK, _ENTRIES = 24, 2
_SAYS_HOW = frozenset((Role.CHANGE, Role.FROM, Role.OTHER))


def claims(reading: Reading, results: Set[int]) -> Iterator[Sum]:
    """Yield the claim of each side's total that stands behind the entries of its sentence."""
    for total in led_by(reading, "总", "合计", "共计", "财力"):
        if total.start in results or total.depth or not total.is_plain or not _TOTAL.search(total.lead):
            continue
        row = _row(reading, total)
        if row is None or sum(1 for s in row if _ENTRY.search(s.lead)) < _ENTRIES:
            continue
        claim = Sum(operand(reading, total), tuple(operand(reading, s) for s in row), True, False, place(reading, *row, total), True)
        if (near_sum(total, row) and holds(claim)) or one_slip(total, row) or _is_whole(row):
            yield claim


def _row(reading: Reading, total: Statement) -> tuple[Statement, ...] | None:
    """Return the amounts of the sentence up to the other side's total; none where a part of a part stands among them."""
    row: list[Statement] = []
    for s in reading.before(total, _BACK):
        if s.sentence != total.sentence or _TOTAL.search(s.lead):
            break
        if s.depth or not s.is_amount or s.role in _SAYS_HOW:
            continue
        if not s.like(total) or not s.is_plain or _ASIDE.search(s.lead):
            return None
        row.append(s)
    return tuple(row[::-1])


def _is_whole(row: tuple[Statement, ...]) -> bool:
    """Whether every figure but the first is an entry of the side, so that the list is one."""
    return len(row) > _ENTRIES and all(_ENTRY.search(s.lead) for s in row[1:])
