"""``sum`` of changes: 增收864万元…。分部门看，税务增收755万元；财政增收109万元; 减少3万元。其中甲5万元，减少1万元；乙30万元，减少2万元."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import in_order, lazy
from .joining import holds, operand, place
from .nearness import near_sum
from .roles import Role
from .statements import Reading, Statement

_SIGNS = (
    lazy("其中"), lazy("分(?<=[\n。;,]分)(?=[^,;。:、()0-9]{1,10}看?[,:])"), lazy("按(?<=[\n。;,]按)(?=[^,;。:、()0-9]{1,10}分?[,:])"),
)  # fmt: skip
_SINCE = lazy("(?:较|比|同)(?:上年|去年|上月|上季度?|年初|同期|前年)?(?:同[期月]|同?期?末)?|环比|同比")
_BACK, _FORTH = 12, 30
_SOME = 20
"""A change of fewer units of its last digit is made by others by chance."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield that the changes of the members of a list make the change of their total, where they do."""
    changes = [s for s in reading.of_role(Role.CHANGE) if s.is_amount and not s.depth and s.quantity.is_plain]
    if len(changes) < 3:
        return
    starts = [s.start for s in changes]
    done: set[int] = set()
    for sign in in_order(reading.ground.plain, _SIGNS):
        n = bisect_right(starts, sign.start())
        if n < len(starts) and n not in done:
            done.add(n)
            if claim := _of(reading, changes[max(0, n - _BACK) : n][::-1], changes[n : n + _FORTH], sign):
                yield claim


def _of(reading: Reading, before: list[Statement], behind: list[Statement], sign: re.Match[str]) -> Sum | None:
    """Return the sum of changes of one kind behind a sign, and of the nearest before it that they make."""
    first = behind[0]
    for head in before:
        if first.sentence - head.sentence > 2 or first.paragraph - head.paragraph > 1:
            break
        row: list[Statement] = []
        for s in behind:
            if s.sentence != first.sentence:
                break
            if s.like(head) and s.direction == head.direction and _since(s) in ("", _since(head), _since(row[0]) if row else _since(s)):
                row.append(s)
        if len(row) > 1 and head.quantity.shows(_SOME) and near_sum(head, row):
            claim = Sum(operand(reading, head), tuple(operand(reading, s) for s in row), True, False, place(reading, head, *row), True)
            if holds(claim):
                return claim
    return None


def _since(change: Statement) -> str:
    """Return what a change is compared with, as written."""
    found = _SINCE.search(change.lead)
    return found[0] if found else ""
