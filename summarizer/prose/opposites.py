"""``rate`` of what is so, or is not so, among both: 起诉480人，不起诉120人，起诉率80%; 批捕60人，不捕40人，批捕率60%，不捕率40%."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import add, subtract
from .joining import holds, operand, place
from .rates import rate_of
from .roles import PRESENT
from .statements import Reading, Statement

_NOT = lazy("(?:^|[,、:() ]|其中)(?:决定|审查后)?(?:不(?:予|批准)?|未被?)(?P<name>[㐀-鿿]{1,4}?)(?:的|件数|人数)?[: ]*$")
_RATE = lazy(
    "(?:^|[,:() ]|其中)(?P<not>[不未])?(?:批准?)?(?P<name>[㐀-鿿]{1,4})率(?:[(]按[^()]{1,4}[)])?"
    "(?:约|分别|已|仅|则)*(?:为|高?达到?|是)?[: ]*$"
)
_AGAINST = (("赞成", "反对"), ("同意", "反对"), ("支持", "反对"))
"""Words of which one is not said of what the other is."""
_LOST = lazy("(?:线损|漏损|产销差|输配损耗|管网损耗)率?(?:仅|约|控制在)*(?:为|达到?|是)?[: ]*$")
_SUPPLIED, _SOLD = lazy("供[水电气热]|购[电气水]"), lazy("售[水电气热]|用[水电气]|销售")
_NEARLY = 0.05
_BACK, _FAR = 5, 6


def of_opposites(reading: Reading, rate: Statement) -> Claim | None:
    """Return a rate as one of what is so and what is not together, or of a figure before both where that fits."""
    named = _RATE.search(rate.lead)
    if named is None:
        return None
    near = [s for s in reading.before(rate, _BACK) if s.is_amount and s.sentence == rate.sentence and s.depth == rate.depth]
    for rest, other in pairwise(near):
        pair = next(_pairs(reading, rest, other, named["name"]), None) or next(_pairs(reading, other, rest, named["name"]), None)
        if pair is None:
            continue
        so, not_so = pair
        part = not_so if named["not"] or any(named["name"] == against for _, against in _AGAINST) else so
        both = Operand(add((so.quantity, not_so.quantity)))
        first, last = sorted(pair, key=lambda s: s.index)
        claim = Rate(operand(reading, rate), operand(reading, part), both, place(reading, first, last, rate), True)
        before = [s for s in reading.so_far(first, _FAR) if s.like(part) and s.is_level and s.quantity.value >= both.value]
        tried = (claim, *(rate_of(reading, rate, part, s, likely=True) for s in before))
        fits = next((one for one in tried if holds(one)), None)
        exact = so.quantity.is_count and not_so.quantity.is_count  # of 12.5万人 and 11.5万人 others may be left out
        return fits or (claim if exact and not before and not _is_nearly(part, both, rate) else None)
    return None


def _is_nearly(part: Statement, both: Operand, rate: Statement) -> bool:
    """Whether a rate is only a little off, as where some are counted that the two figures leave out: 附条件不起诉."""
    made, stated = 100 * float(part.quantity.value / both.value), float(rate.quantity.value)
    apart = abs(made - stated)
    return 2 * float(rate.quantity.ulp) < apart < _NEARLY * stated


def of_losses(reading: Reading, rate: Statement) -> Claim | None:
    """Read 供电量26.5亿千瓦时，售电量25.2亿千瓦时，线损率4.9%: what was lost on the way."""
    pair = reading.statements[max(0, rate.index - 2) : rate.index]
    if len(pair) < 2 or not _LOST.search(rate.lead) or not pair[0].like(pair[1]) or pair[0].segment != rate.segment:
        return None
    come, gone = pair
    plain = all(s.is_plain and s.role in PRESENT and s.depth == rate.depth and s.is_amount for s in pair)
    told = _SUPPLIED.search(come.lead) is not None and _SOLD.search(gone.lead) is not None and rate.clause - come.clause == 2
    if not plain or not told or come.quantity.value <= gone.quantity.value:
        return None
    lost = Operand(subtract(come.quantity, gone.quantity))
    return Rate(operand(reading, rate), lost, operand(reading, come), place(reading, come, gone, rate), True)


def _pairs(reading: Reading, so: Statement, not_so: Statement, name: str) -> Iterator[tuple[Statement, Statement]]:
    """Yield two figures if the second is of what is not so, and a rate is called after what both are of."""
    if not (so.like(not_so) and so.role in PRESENT and not_so.role in PRESENT and so.is_plain and not_so.is_plain):
        return
    said = _said(reading, so)
    found = _NOT.search(not_so.lead)
    if found is not None and (found["name"] in said or (found["name"] == "起诉" and "公诉" in said)) and not _NOT.search(so.lead):
        stem = found["name"]
        if name.endswith(stem) or stem.startswith(name) or stem.endswith(name):
            yield so, not_so
    elif any(one in said and other in not_so.lead and name in (one, other) for one, other in _AGAINST):
        yield so, not_so


def _said(reading: Reading, s: Statement) -> str:
    """Return the words of a figure, or those of the one it stands right behind: 起诉373件507人."""
    before = reading.statements[s.index - 1] if s.index and not s.lead.strip() else None
    return s.lead if before is None or s.start - before.end > 1 else before.lead
