"""``difference`` of what banks took in and gave out: 现金收入A，现金支出B，净投放B−A; 存贷款差额A−B beside 存款余额A and 贷款余额B."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..patterns import lazy
from .choosing import led_by
from .differences import difference_of
from .joining import is_part_here
from .statements import Reading, Statement

_CASH = lazy("(?:净?(?P<out>投放)|净?回笼)(?:货币|现金)?(?:约?为|达)?[: ]*$|货币净?(?:(?P<more>投放)|回笼)(?:约?为|达)?[: ]*$")
_APART = lazy("存贷款?(?:差额?|差额余额)(?:约?为|达)?[: ]*$")
_BACK, _AHEAD = 4, 8


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what lies between cash taken in and paid out, and between deposits and loans."""
    for s in led_by(reading, "投放", "回笼", "存贷"):
        if s.start in results or not s.is_amount or s.quantity.is_hedged or s.depth:
            continue
        if cash := _CASH.search(s.lead):
            near = [t for t in reading.before(s, _BACK) if t.segment == s.segment and t.like(s)]
            come, gone = _one(near, "现金收入"), _one(near, "现金支出")
            if come is not None and gone is not None:
                yield difference_of(reading, gone, come, s, 1 if cash["out"] or cash["more"] else -1, likely=True)
        elif _APART.search(s.lead):
            around = reading.statements[max(0, s.index - _AHEAD) : s.index + _AHEAD]
            near = [t for t in around if t.paragraph == s.paragraph and t.like(s) and t.is_level and not is_part_here(reading, t)]
            held, lent = _one(near, "存款余额"), _one(near, "贷款余额")
            if held is not None and lent is not None and held.quantity.value > lent.quantity.value:
                yield difference_of(reading, held, lent, s, 1, likely=True)


def _one(figures: list[Statement], name: str) -> Statement | None:
    """Return the only figure by a name."""
    found = [s for s in figures if name in s.lead]
    return found[0] if len(found) == 1 else None
