"""``sum`` of what a figure is said to be made of: 财力1867万元，由收入111万元、补助1756万元构成; 由甲3人、乙2人组成，共5人."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import in_order, lazy
from .joining import holds, operand, place
from .nearness import base
from .roles import LEVELS
from .slips import CHANCE, slip_chance
from .statements import Reading, Statement

_SIGNS = (lazy("构成(?![犯比一-鿿]*罪)"), lazy("组成(?!部分|员)"))
_LONGEST = 200
_MOST = 12
_BEHIND = lazy("[^0-9,;。:()]{0,8}$")
_OPEN = lazy("等|主要")
_SAYS_HOW = frozenset(("ratio", "points"))
_TOTAL = lazy("^[ ,;]*[^,;0-9]{0,6}(?:共|合计|总)[^,;。0-9]{0,4}$")
_APART = 3
"""How many times a whole its parts are at most, and it them."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of all lists between 由 and 构成 or 组成."""
    plain = reading.ground.plain
    for sign in in_order(plain, _SIGNS):
        begin = max(plain.rfind(mark, max(0, sign.start() - _LONGEST), sign.start()) for mark in "。;!?\n") + 1
        start = plain.rfind("由", begin, sign.start())
        listed = [s for s in reading.within(start, sign.start()) if not s.quantity.chinese] if start >= begin else []
        if len(listed) > 1 and (claim := _of(reading, start, sign.start(), sign.end(), listed)):
            yield claim


def _of(reading: Reading, start: int, stop: int, end: int, listed: list[Statement]) -> Sum | None:
    """Return the sum of a list and the figure before it, or behind it."""
    first = listed[0]
    own = [s for s in listed if s.depth == first.depth and s.dimension not in _SAYS_HOW]
    plain = all(s.like(first) and s.role in LEVELS and s.quantity.is_plain and s.lead.strip(" ,、和及") for s in own)
    behind = _BEHIND.match(reading.between(own[-1].end, stop))
    if len(own) < 2 or len(own) > _MOST or not plain or behind is None:
        return None
    before = reading.statements[first.index - 1 : first.index]
    following = reading.statements[own[-1].index + 1 : own[-1].index + 3]
    heads = [s for s in before if s.end <= start and s.sentence == first.sentence and s.depth == first.depth]
    heads += [s for s in following if s.start >= end and s.sentence == first.sentence and _TOTAL.search(s.lead)]
    head = next((s for s in heads if s.like(first) and s.is_level and s.quantity.is_plain), None)
    if head is None:
        return None
    parts = tuple(operand(reading, s) for s in own)
    claim = Sum(operand(reading, head), parts, True, False, place(reading, head, *own), True)
    opens = _OPEN.search(behind[0]) or _OPEN.search(reading.between(head.end, own[0].start)[:8])
    made = sum(map(base, own))
    told = not opens and (base(head) <= _APART * made <= _APART**2 * base(head) or slip_chance(head, tuple(own)) < CHANCE)
    return claim if told or holds(claim) else None
