"""``share`` of a number that is told nowhere, and must be whole all the same: 女职工14人，占总数的17.13%.

Also of what is planned: 开工67所，占规划总数的57.67%.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim, Outcome
from ..claims.share import Share
from ..patterns import lazy
from .joining import operand, outcome, place
from .parts import in_row, pair_of
from .roles import Role
from .statements import Reading, Statement

_OF_ALL = lazy("^[ ,]*(?:占|完成)(?:规划|总|全部)[^,;。0-9]{0,4}?[数量]的?(?:比重|比例)?(?:约|达到?|为|是)*[: ]*$")
_JUDGED = (Outcome.FAILS, Outcome.WITHIN)
_BACK = 12


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the shares of a count in all that there is, where the text does not say how many that are."""
    for share in reading.of_role(Role.SHARE):
        if share.dimension != "ratio" or share.start in results or not share.quantity.decimals or not _OF_ALL.match(share.lead):
            continue
        pair = pair_of(reading, share)
        if pair is None or not pair.part.quantity.is_count or pair.part.quantity.is_hedged or _is_together(reading, pair.part):
            continue
        if not any(_may_be_whole(pair.part, s) for s in reading.before(pair.part, _BACK)):
            claim = Share(operand(reading, share), operand(reading, pair.part), None, place(reading, pair.part, share), True)
            if outcome(claim) in _JUDGED:
                yield claim


def _may_be_whole(part: Statement, other: Statement) -> bool:
    """Whether another figure may be what the part is of; what does not fit it is the matter of ``shares``."""
    return other.paragraph == part.paragraph and other.like(part) and other.quantity.value > part.quantity.value


def _is_together(reading: Reading, part: Statement) -> bool:
    """Whether the share may be that of a row: 甲783件、乙580件，占总量的43.1%."""
    before = reading.statements[part.index - 1] if part.index else None
    return before is not None and before.like(part) and in_row(reading, before, part)
