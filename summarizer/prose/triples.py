"""``rate`` where two figures and a percentage stand in a row, and no other relation has read them.

全市1243个村，建成站点1029个，覆盖率88.2%; 参检率92.6%，应检1260人，实检1212人. What divides by what the words do not say. So the row is
accused only if one slip of the pen makes it exact, or if the second figure has the verb of the rate.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import add, subtract
from .joining import holds, mends, operand, place
from .statements import LEVELS, Reading, Role, Statement

_NAME = lazy(r"(?P<stem>[㐀-鿿]{1,6})(?:率|比例|比率|比)(?:约|已|仅|均|达到|达|为|是)*[: ]*$")
_NO_PAIR = lazy(r"增长率|增速|增幅|同比|完成率|计划|任务|目标|城乡|收入比|占|正常率|平均|人均")
_ROLES = (Role.NAMED_RATE, Role.RATE, Role.LEVEL, Role.SHARE)
_MAY_BE = LEVELS | {Role.CHANGE}
_TELLING = 3
_HUNDRED = 100


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each percentage beside two figures that is the result of none yet."""
    for s in reading.statements:
        if s.quantity.unit.name not in ("%", "‰") or s.role not in _ROLES or s.start in results or s.listed or s.respective:
            continue
        name = _NAME.search(s.lead)
        if name is None or _NO_PAIR.search(s.lead) or s.quantity.is_hedged:
            continue
        for first, second in _rows(reading, s):
            if found := _row(reading, s, first, second, name["stem"]):
                yield found
                break


def _rows(reading: Reading, stated: Statement) -> Iterator[tuple[Statement, Statement]]:
    """Yield the two figures right before a percentage, and the two right behind one that begins its segment."""
    before = reading.statements[max(0, stated.index - 2) : stated.index]
    if len(before) == 2 and _in_row(before[0], before[1], stated) and stated.clause - before[1].clause <= 1:
        yield before[0], before[1]
    behind = reading.statements[stated.index + 1 : stated.index + 3]
    opens = not stated.index or reading.statements[stated.index - 1].segment != stated.segment
    if len(behind) == 2 and opens and _in_row(behind[0], behind[1], stated) and behind[0].clause - stated.clause <= 1:
        yield behind[0], behind[1]


def _in_row(first: Statement, second: Statement, stated: Statement) -> bool:
    alike = first.like(second) or (first.quantity.is_count and second.quantity.is_count)
    roles = first.role in _MAY_BE and second.role in _MAY_BE and first.is_amount and second.is_amount
    near = first.segment == second.segment == stated.segment and first.depth == second.depth == stated.depth
    plain = not any(s.quantity.is_hedged or s.quantity.chinese or s.quantity.per or not s.quantity.value for s in (first, second))
    return alike and roles and near and plain and second.clause - first.clause <= 1 and "其中" not in second.lead


def _row(reading: Reading, stated: Statement, first: Statement, second: Statement, stem: str) -> Claim | None:
    if not first.like(second):
        return None
    one, two = operand(reading, first), operand(reading, second)
    where = place(reading, first, second, stated)
    ways: list[tuple[Operand, Operand]] = [(two, one), (one, two)]
    ways.append((two, Operand(add((first.quantity, second.quantity)))))
    if first.quantity.value * first.quantity.unit.factor > second.quantity.value * second.quantity.unit.factor:
        ways.append((Operand(subtract(first.quantity, second.quantity)), one))
    rate = operand(reading, stated)
    digits = sum(c.isdigit() for c in stated.quantity.text)
    for above, below in ways:
        claim = Rate(rate, above, below, where, True)
        if digits >= _TELLING and holds(claim):
            return claim
    for above, below in ways[:2]:
        exceeds = above.value * above.quantity.unit.factor > below.value * below.quantity.unit.factor
        if exceeds != (stated.quantity.value > _HUNDRED):
            continue
        claim = Rate(rate, above, below, where, True)
        if (digits >= _TELLING and mends(claim)) or (above is two and _has_verb(second, stem) and first.role is not Role.CHANGE):
            return claim
    return None


def _has_verb(second: Statement, stem: str) -> bool:
    """Whether a figure is called by the verb of the rate: 投产7个，投产率."""
    return len(stem) > 1 and stem[-2:] in second.lead[-8:]
