"""Lists behind 其中 that are meant to be all of their total: one slip makes them whole, and chance or a choice does not explain it."""

from __future__ import annotations

from itertools import pairwise

from ..patterns import lazy
from .breakdowns import LISTS, Breakdown
from .complements import complement_of, may_overlap
from .divisions import is_division
from .nearness import base
from .roles import Role
from .slips import one_slip, slip_chance
from .statements import Reading, Statement

BRACKETS = lazy(r"\([^()]*\)")
_FEW = 40
"""A total of fewer lacks a part by chance."""
_FEWER = 10
"""The same for lists of three and more."""
_MOST = 0.85
"""What a list names at least of a total that it is taken to be all of."""
_CLOSED = lazy(r"[\u4e00-\u9fff]{0,8}(?<!等)(?:,(?:占|同?比|增|下降|减少)[^,;。()\n]{0,16}){0,2}(?:[。;)\n]|$)")
"""Behind the last figure of a list that ends there."""
_CHANCE, _LOST, _TELLING = 0.05, 0.1, 0.012
"""How likely chance may explain that one slip makes two parts a total, and that a digit too few or too many does."""
_LAST_DIGITS = 10
_NEARLY_HUNDRED = 99
_NO_PARTS = frozenset(("ratio", "points", "number"))


def nearly_all(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a list that closes its sentence lacks so little of its total that one slip makes it whole: 48家，其中国有9家、民营37家。"""
    if len(parts) < 2 or breakdown.kind not in LISTS or head.quantity.is_hedged:
        return False
    if not head.quantity.shows(_FEW if len(parts) == 2 else _FEWER):
        return False
    between = reading.statements[parts[0].index : parts[-1].index]
    if not _CLOSED.match(reading.ground.plain, parts[-1].end) or sum(not _beside(s) for s in between) != len(parts) - 1:
        return False
    whole, digit = head.quantity.size()
    gap = whole - sum([part.quantity.size()[0] for part in parts])
    marks = ["," in BRACKETS.sub("", reading.between(one.end, other.start)) for one, other in pairwise(parts)]
    if True in marks[1:] and not marks[0]:
        return False  # a comma behind the 、 of a list may begin another
    if may_overlap(reading, parts) or _shares_short(reading, parts):
        return False
    if len(between) > len(parts) - 1 and -digit < gap < 2 * _LAST_DIGITS * digit and _lacks_little(head, parts):
        return False  # what is left out of a list with shares and growth may be as little as that
    chance = slip_chance(head, parts, lost=True)
    if chance < _TELLING or (chance < _LOST and is_division(head, parts)):
        return True
    if not 0 < gap <= (1 - _MOST) * whole or not one_slip(head, parts):
        return False
    if len(parts) == 2 and "," in reading.between(parts[0].end, parts[1].start) and complement_of(head, parts) is None:
        return chance < _CHANCE  # 审结720件，其中调解430件，判决260件: others may have been left out
    # Two of many things done need not be all of them: 培训140人次，其中消防90人次、急救45人次.
    return len(parts) > 2 or is_division(head, parts) or slip_chance(head, parts) < _CHANCE


def _lacks_little(head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a list lacks less of its total than ten units of the last digit."""
    return 0 < base(head) - sum(map(base, parts)) < _LAST_DIGITS * head.quantity.ulp * head.quantity.unit.factor


def _shares_short(reading: Reading, parts: tuple[Statement, ...]) -> bool:
    """Whether each part has its share behind it and these leave some over: 来信300件，占75%，来访60件，占15%."""
    shares = shares_of(reading, parts)
    return shares is not None and shares < _NEARLY_HUNDRED


def shares_of(reading: Reading, parts: tuple[Statement, ...]) -> float | None:
    """Return what the shares right behind the parts come to, in percent; None where one has none."""
    statements = reading.statements
    following = [statements[p.index + 1] for p in parts if p.index + 1 < len(statements)]
    if len(following) < len(parts) or any(s.role is not Role.SHARE or s.dimension != "ratio" for s in following):
        return None
    return sum(s.quantity.size()[0] for s in following)


def _beside(statement: Statement) -> bool:
    """Whether a figure may stand among parts and be none: a share, a growth, 二类村."""
    return statement.dimension in _NO_PARTS or statement.quantity.chinese
