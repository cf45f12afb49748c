"""``sum`` of medals: 获得39金、59银、68铜，奖牌总数166枚; 奖牌166枚（39金59银68铜）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from ..claims.base import Claim, Operand, stretch
from ..claims.sum import Sum
from ..patterns import in_order, lazy
from ..quantities import parse
from .statements import Reading

_GOLD = lazy("(?<![0-9.])(?P<number>[0-9]{1,4})金[、, ]?$")
_SILVER = lazy("(?P<silver>[0-9]+)银[、, ]?(?P<bronze>[0-9]+)铜")
_BEHIND = lazy("(?:,|，|的)?(?:奖牌(?:总数|总计|共计)?|(?:总计|合计|共计?|共获)奖?牌?|总数)(?:为|达到?|共)?(?P<total>[0-9]{1,4})枚")
_BEFORE = lazy("(?:奖牌|获奖)(?:总数)?(?:为|达到?|共)?(?P<total>[0-9]{1,4})枚(?:奖牌)?(?:[,:(]|,?其中:?)$")
_SIGN = lazy("银(?<=[0-9]银)[、, ]?[0-9]+铜")
_LENGTH, _GAP = 6, 18


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield that gold, silver and bronze are all medals of which the number is told beside them."""
    plain = reading.ground.plain
    for found in _SILVER.finditer(plain) if in_order(plain, (_SIGN,)) else ():
        gold = _GOLD.search(plain, max(0, found.start() - _LENGTH), found.start())
        total = gold and (_BEHIND.match(plain, found.end()) or _BEFORE.search(plain, max(0, gold.start() - _GAP), gold.start()))
        if gold and total and total.start("total") not in results:
            parts = _medals(gold, "number"), _medals(found, "silver"), _medals(found, "bronze")
            span = stretch(min(gold.start(), total.start("total")), max(found.end(), total.end()))
            yield Sum(_medals(total, "total"), parts, True, False, span, True)


def _medals(found: re.Match[str], name: str) -> Operand:
    return Operand(parse(f"{found[name]}枚"), place=stretch(*found.span(name)))
