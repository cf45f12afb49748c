"""``difference`` of what there was and what was taken away: 编制58名，划出6名后，实有52名; 全县12560户，扣除迁出的310户，现有12250户."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.difference import Difference
from ..patterns import lazy
from .choosing import followed_by, led_by, together
from .joining import added, holds, is_part_here, operand, place
from .roles import PRESENT, Role
from .statements import Reading, Statement

_TAKEN = lazy("(?:划[转出]|剔除|扣除|减去|除去|扣减|抵减|调出|抽调|精简|核减|退回|上缴|收回)[^,;。0-9]{0,16}$")
_SURELY = lazy("^[ ,]*(?:再|其中)?(?:剔除|扣除|减去|除去)")
_AFTER = lazy("^[^,;。0-9]{0,8}后(?:[,;。]|$)")
_LEFT = lazy("^[ ,]*(?:后,?)?(?:实际|现|实有|仍|尚|还|剩余|剩|余下|余|净|可用|最终|共有|全[县市区镇乡]|为)[^,;。0-9]{0,10}$")
_NAMED = lazy("(?:扣除|剔除|除去|减去)(?P<name>[㐀-鿿]{2,6}?)(?:资金|款|金额|费用|部分)?后")
_BACK, _MOST, _FAR = 6, 3, 12
_NEARLY = 2
"""How many times what should be left may be what is told, or the other way round, where several figures make what there was."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what is left, right behind what was taken away."""
    taken = together(led_by(reading, "剔除", "扣除", "减去", "除去"), (s for s in followed_by(reading, "后") if _AFTER.match(s.tail)))
    for less in taken:
        left = next(iter(reading.statements[less.index + 1 : less.index + 2]), None)
        if left is None or left.start in results or not _TAKEN.search(less.lead) or not _is_left(less, left):
            continue
        if not (_AFTER.match(less.tail) or _SURELY.match(less.lead)):
            continue
        near = [s for s in reading.so_far(less, _BACK) if s.depth == less.depth and s.segment == less.segment and s.like(less)]
        had = [s for s in near if (s.role in PRESENT or s.role is Role.TARGET) and s.is_plain and not is_part_here(reading, s)]
        if had and len(had) == len(near) <= _MOST:
            yield from _claims(reading, had[::-1], less, left)
    yield from _named(reading, results)


def _named(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Read 使用补贴资金68万元，…农机销售总额215万元，扣除补贴后带动投入147万元: what is taken away is called by its name."""
    for left in led_by(reading, "扣除", "剔除", "除去", "减去"):
        found = _NAMED.search(left.lead)
        if found is None or left.start in results or not left.is_amount or not left.is_plain:
            continue
        near = [s for s in reading.so_far(left, _FAR) if s.like(left) and s.is_level and s.depth == left.depth and s.is_plain]
        less = [s for s in near[1:] if found["name"] in s.lead and s.quantity.value < near[0].quantity.value]
        if len(less) == 1 and near[0].segment == left.segment and left.clause - near[0].clause <= 2:
            parts = operand(reading, near[0]), operand(reading, less[0]), operand(reading, left)
            yield Difference(*parts, 1, place(reading, near[0], less[0], left), True)


def _is_left(less: Statement, left: Statement) -> bool:
    near = left.segment == less.segment and left.clause - less.clause <= 1 and left.depth == less.depth
    return near and left.like(less) and left.is_level and left.is_plain and less.is_plain and _LEFT.match(left.lead) is not None


def _claims(reading: Reading, had: list[Statement], less: Statement, left: Statement) -> Iterator[Claim]:
    """Yield that what is left is the last figure, or all of them, without what was taken away."""
    for whole in (had[-1:], had):
        where = place(reading, *whole, less, left)
        claim = Difference(added(reading, whole), operand(reading, less), operand(reading, left), 1, where, True)
        if len(had) == 1 or holds(claim):
            yield claim
            return
    rest, stated = sum(s.quantity.value for s in had) - less.quantity.value, left.quantity.value
    if 0 < rest < _NEARLY * stated and stated < _NEARLY * rest:
        yield claim
