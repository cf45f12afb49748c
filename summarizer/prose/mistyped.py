"""``share`` that one slip makes that of a figure before it: 签约218个，开工199个，占91.28%；投产118个，占51.43%.

Nothing but the numbers tells the whole here. So the slip must be one that chance does not explain: two digits of 51.43 % the other way
round make it that of 218 to the last digit, which one figure in a thousand does.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from .parts import pair_of
from .shares import is_of_another, share_of, wholes_of
from .slips import mended
from .statements import Reading, Role

_TRIED = 4
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
        tried += 1
        if found < 1 and chance + found < _SLIP:
            yield share_of(reading, pair, whole, likely=True)
            return
        chance += min(found, _SLIP / _TRIED)
