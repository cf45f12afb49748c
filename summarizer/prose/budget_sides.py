"""``sum`` of one side of a budget: 收入A，上级补助收入B，债务转贷收入C，上年结转D，总收入T; 支出A，上解支出B，还本支出C，总支出T.

Both totals may stand behind both sides: 收入A，上级补助收入B。支出C，上解支出D。收入合计A＋B，支出合计C＋D.
"""

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
from .words import ENTRY

_TOTAL = lazy("(?:总收入|总支出|总财力|可用财力|(?:收入|支出|财力)(?:总计|合计|总量|总额|共计))(?:约?为|达到?)?[: ]*$")
_PLUS, _NEAR = lazy("[ ,]*加上?"), 4
_ASIDE = lazy("其中|包括|含|加上")
"""What opens a part of a part; a list behind 加上 is for ``totals``."""
_SPENT = lazy("^[ ,;、]*(?:财政)?(?:总支出|支出(?:总计|合计|总量|总额|共计)?)(?:约?为|达到?)?[: ]*$")
_GOES_OUT = lazy("支出|(?:上解|补助下级)(?!收入)[^,;。收]*$|(?:安排|补充|增设)[^,;。]{0,10}基金|调出|结转下年|年终结[转余]")
_BACK, _ENTRIES = 24, 2
_SAYS_HOW = frozenset((Role.CHANGE, Role.FROM, Role.OTHER))


def claims(reading: Reading, results: Set[int]) -> Iterator[Sum]:
    """Yield the claim of each side's total that stands behind the entries of its sentence."""
    for total in led_by(reading, "总", "合计", "共计", "财力"):
        if total.start in results or total.depth or not total.is_plain or not _TOTAL.search(total.lead):
            continue
        row = _row(reading, total)
        if row == ():
            yield from _behind_both(reading, total)
            continue
        if row is None or sum(1 for s in row if ENTRY.search(s.lead)) < _ENTRIES:
            continue
        claim = Sum(operand(reading, total), tuple(operand(reading, s) for s in row), True, False, place(reading, *row, total), True)
        if (near_sum(total, row) and holds(claim)) or one_slip(total, row):
            yield claim
        elif _is_whole(row):
            yield _with_sentence_before(reading, total, row) or claim


def _with_sentence_before(reading: Reading, total: Statement, row: tuple[Statement, ...]) -> Sum | None:
    """Return the sum with what the sentence before tells, where it holds: 收入331亿元，增长11%。加补助收入110亿元、…，收入总量490亿元."""
    before = (s for s in reading.before(row[0], _NEAR) if s.sentence == row[0].sentence - 1 and s.like(total) and not s.depth)
    first = next(before, None) if _PLUS.match(row[0].lead) else None
    if first is None or not near_sum(total, (first, *row)):
        return None
    parts = tuple(operand(reading, s) for s in (first, *row))
    claim = Sum(operand(reading, total), parts, True, False, place(reading, first, *row, total), True)
    return claim if holds(claim) else None


def _row(reading: Reading, total: Statement, *, paragraph: bool = False) -> tuple[Statement, ...] | None:
    """Return the amounts of the sentence up to the other side's total; none where a part of a part stands among them.

    Args:
        paragraph: those of the paragraph.
    """
    row: list[Statement] = []
    for s in reading.before(total, _BACK):
        if (s.paragraph != total.paragraph if paragraph else s.sentence != total.sentence) or _TOTAL.search(s.lead):
            break
        if s.depth or not s.is_amount or s.role in _SAYS_HOW:
            continue
        if not s.like(total) or not s.is_plain or _ASIDE.search(s.lead):
            return None
        row.append(s)
    return tuple(row[::-1])


def _behind_both(reading: Reading, total: Statement) -> Iterator[Sum]:
    """Yield the totals of both sides, where the first begins a sentence and the entries of its paragraph stand in those before."""
    behind = reading.statements[total.index + 1 : total.index + 2]
    second = next((s for s in behind if s.sentence == total.sentence and s.like(total) and _SPENT.match(s.lead)), None)
    if second is None or "收入" not in total.lead:
        return
    sides: tuple[list[Statement], list[Statement]] = [], []
    for s in _row(reading, total, paragraph=True) or ():
        sides[_GOES_OUT.search(s.lead) is not None].append(s)
    for whole, row in ((total, sides[0]), (second, sides[1])):
        if len(row) > 1 and all(ENTRY.search(s.lead) for s in row[1:]) and row[0].start < whole.start:
            parts = tuple(operand(reading, s) for s in row)
            yield Sum(operand(reading, whole), parts, True, False, place(reading, *row, whole), True)


def _is_whole(row: tuple[Statement, ...]) -> bool:
    """Whether every figure but the first is an entry of the side, so that the list is one."""
    return len(row) > _ENTRIES and all(ENTRY.search(s.lead) for s in row[1:])
