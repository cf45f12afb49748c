"""``difference`` of a budget that was revised: 批准的预算为A，根据实际调整为B，较年初预算减少D; 预算A，调整后的预算为B，增加D.

And the ``sum`` of what made the change: 调增D，主要是调增甲a、乙b.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .differences import difference_of
from .joining import holds, operand, place
from .nearness import near_sum
from .roles import Role
from .statements import Reading, Statement

_THAN_BUDGET = lazy(
    "^[ ,(]*(?:(?:[比较]|与)(?:年初|原|当初|初始)?[㐀-鿿]{0,8}?(?:预算|计划)数?(?:相比)?,?)?(?:共|净|相应)?"
    "(?:(?P<less>减收|减支|减少|调减|核减|少|下降)|增收|增支|增加|调增|追加|多|增长)了?$"
)
_REVISED = lazy("(?:调整|变更|变动|修订|调增|调减)[^,;。0-9]{0,16}(?:为|到|至)?[: ]*$")
_BUDGET = lazy("预算|计划|批准")
_MOVED = lazy("(?:调增|调减|追加|核减|增加|减少|新增)了?$")
_BECAUSE = lazy("^[ ,(]*(?:主要是|主要为|主要因|其中:?,?|包括:?|即|分别是|原因是)")
_MOST = 8


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what a revised budget is above or below the first one, and what a revision consists of."""
    for change in reading.of_role(Role.CHANGE):
        if not change.index or not change.is_plain or not change.is_amount:
            continue
        found = _THAN_BUDGET.match(change.lead)
        if found and change.start not in results and (pair := _revision(reading, change)):
            yield difference_of(reading, *pair, change, -1 if found["less"] else 1, likely=True)
        if _MOVED.search(change.lead) and (listed := _reasons(reading, change)):
            yield listed


def _revision(reading: Reading, change: Statement) -> tuple[Statement, Statement] | None:
    """Return the revised budget right before a change, and the first budget before it in the sentence."""
    new, *earlier = [s for s in reading.before(change, _MOST) if s.sentence == change.sentence and s.like(change)] or [change]
    if new is change or not earlier or not _REVISED.search(new.lead) or change.clause - new.clause > 1 or new.depth != change.depth:
        return None
    old = earlier[0]
    told = old.role in (Role.TARGET, Role.FROM) or (old.is_level and _BUDGET.search(old.lead) is not None)
    return (new, old) if told and old.depth == new.depth and not old.quantity.is_hedged else None


def _reasons(reading: Reading, change: Statement) -> Sum | None:
    """Return the sum of what a change is said to consist of, if it is all."""
    row: list[Statement] = []
    for s in reading.statements[change.index + 1 : change.index + 1 + _MOST]:
        if s.sentence != change.sentence or not s.like(change) or s.depth - change.depth not in (0, 1) or not s.is_plain:
            break
        if not row and not _BECAUSE.match(s.lead):
            return None
        if not s.subject:
            break
        row.append(s)
    if len(row) < 2 or not near_sum(change, row):
        return None
    claim = Sum(operand(reading, change), tuple(operand(reading, s) for s in row), False, False, place(reading, change, *row), True)
    return claim if holds(claim) else None
