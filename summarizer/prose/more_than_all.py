"""A part that is more than its whole beside a rate below 100 %: 受理286件，办结2711件，办结率94.8%; or a rate that says so."""

from __future__ import annotations

from ..patterns import lazy
from .roles import Role
from .slips import mended
from .statements import Statement

_ALL = 100
_CHANCE = 0.1
"""How likely chance may explain that one slip brings a figure to what the others allow."""
_EVER = lazy("检查|巡查|走访|出动|累计|历年|往年|上年|去年|陈|旧|积存|新增|新收|尚|未")
"""What tells that one figure may be of another time than the other, or that it says where things were looked for."""
_VERB = 4
"""Characters of 解决, 已经解决, 办结完成."""
_OF_ANOTHER_TIME = frozenset((Role.FROM, Role.TO, Role.PRIOR))


def cannot_be(part: Statement, whole: Statement, stated: Statement, stem: str) -> bool:
    """Whether a part is more than its whole, and one slip explains it or the rate has its name right behind.

    Args:
        stem: the name of the rate, 办结 of 办结率.
    """
    (upper, _), (lower, _), (percent, step) = (s.quantity.size() for s in (part, whole, stated))
    if stated.quantity.value > _ALL:
        return 0 < upper < lower and _is_tenfold(100 * upper / lower, percent, step)
    if upper <= lower or not 0 < stated.quantity.value <= _ALL or stated.quantity.is_hedged:
        return False
    low, high = (percent - step / 2) / 100, (percent + step / 2) / 100
    if low * upper <= lower <= high * upper:
        return False  # 发回2件，结案93件，发回率2.15%: the part stands first
    if _in_one_run(part, whole, stated, stem):
        return True
    return min(mended(part, lower * low, lower * high, lost=True), mended(whole, upper / high, upper / low, lost=True)) < _CHANCE


def _is_tenfold(percent: float, stated: float, step: float) -> bool:
    """Whether a rate is ten times what it should be, or has a digit too many: 立案13起，结案12起，结案率923%."""
    return abs(10 * percent - stated) <= 10 * step


def _in_one_run(part: Statement, whole: Statement, stated: Statement, stem: str) -> bool:
    """Whether whole, part and rate stand in clauses side by side, and the rate has the name of the part."""
    side_by_side = part.index == whole.index + 1 and part.clause == whole.clause + 1 and stated.clause == part.clause + 1
    said = part.lead.strip(" ,")  # 整改隐患838处 are of other things than 检查场所213处
    named = len(stem) > 1 and stem[-2:] in said and len(said) <= _VERB and _EVER.search(said + whole.lead) is None
    return side_by_side and named and whole.role not in _OF_ANOTHER_TIME
