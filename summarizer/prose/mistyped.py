"""``share`` that one slip makes that of a figure before it: 签约218个，开工199个，占91.28%；投产118个，占51.43%.

Nothing but the numbers tells the whole here. So the slip must be one that chance does not explain: two digits of 51.43 % the other way
round make it that of 218 to the last digit, which one figure in a thousand does.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from . import words
from .parts import Pair, pair_of
from .shares import is_of_another, share_of, wholes_of
from .slips import mended
from .statements import Reading, Role, Statement

_TRIED = 4
_SURER = 10
"""How much surer a whole is that is called 总数 and is the nearest that there is room in."""
_SLIP = 0.02
"""How likely chance may explain a slip, over all wholes that are tried."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the shares that are the result of no claim yet."""
    for share in reading.statements:
        if share.role is Role.SHARE and share.dimension == "ratio" and share.start not in results and not share.quantity.is_hedged:
            yield from _slipped(reading, share.index)


def _slipped(reading: Reading, index: int) -> Iterator[Claim]:
    share = reading.statements[index]
    pair = pair_of(reading, share)
    if pair is None or pair.part.quantity.is_hedged:
        return
    part, loose = pair.part.quantity.size()
    chance, tried = 0.0, 0
    for whole in wholes_of(reading, [pair]):
        if whole.sentence < pair.part.sentence - 1 or tried == _TRIED:
            return
        if whole.role is Role.TARGET or is_of_another(share, whole):
            continue
        size, step = whole.quantity.size()
        slack = (0.0 if pair.part.quantity.is_count else loose / 2 / part) + (0.0 if whole.quantity.is_count else step / 2 / size)
        wanted = part / size * 100
        found = mended(share, wanted * (1 - slack), wanted * (1 + slack))
        if words.OF_ALL.search(share.lead) and not tried:
            found = min(found, _in_part(pair, whole) / _SURER)
        tried += 1
        if found < 1 and chance + found < _SLIP:
            yield share_of(reading, pair, whole, likely=True)
            return
        chance += min(found, _SLIP / _TRIED)


def _in_part(pair: Pair, whole: Statement) -> float:
    """Return how likely chance makes a slip in the part explain its share."""
    share, (size, _) = pair.share.quantity, whole.quantity.size()
    stated, step = float(share.value * share.unit.factor), float(share.ulp * share.unit.factor)
    return mended(pair.part, size * (stated - step / 2) / 100, size * (stated + step / 2) / 100)
