"""``share`` that one slip makes that of a figure before it: 签约218个，开工199个，占91.28%；投产118个，占51.43%.

Nothing but the numbers tells the whole here. So the slip must be one that chance does not explain: two digits of 51.43 % the other way
round make it that of 218 to the last digit, which one figure in a thousand does.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from . import words
from .joining import holds
from .parts import Pair, pair_of
from .roles import LEVELS, Role
from .shares import share_of, wholes_of
from .slips import mended
from .statements import Reading, Statement
from .wholes import PLAIN_SHARE, is_of_another

_TRIED = 4
_NEAR = 6
_MEANT = 0.1
"""The same where the whole stands right before the part, and the share names no other."""
_SURER = 10
"""How much surer a whole is that is called 总数 and is the nearest that there is room in."""
_SLIP = 0.02
"""How likely chance may explain a slip, over all wholes that are tried."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the shares that are the result of no claim yet."""
    for share in reading.of_role(Role.SHARE):
        if share.dimension == "ratio" and share.start not in results and not share.quantity.is_hedged:
            yield from _slipped(reading, share.index)


def _slipped(reading: Reading, index: int) -> Iterator[Claim]:
    share = reading.statements[index]
    pair = pair_of(reading, share)
    if pair is None or pair.part.quantity.is_hedged or not pair.part.quantity.value:
        return
    whole = _right_before(reading, pair)
    if whole is not None and min(_slips(pair, whole), default=2) < _MEANT:
        own = [s for s in wholes_of(reading, [pair]) if s.sentence == share.sentence and s is not whole]
        if any(holds(share_of(reading, pair, other)) for other in own):
            return
        yield share_of(reading, pair, whole, likely=True)
        return
    part, loose = pair.part.quantity.size()
    chance, tried = 0.0, 0
    for whole in wholes_of(reading, [pair]):
        if whole.sentence < pair.part.sentence - 1 or tried == _TRIED:
            return
        if whole.role is Role.TARGET or not whole.quantity.value or is_of_another(share, whole):
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


def _right_before(reading: Reading, pair: Pair) -> Statement | None:
    """Return the figure of the kind right before the part, where its share names nothing or everything: it may be less than the part."""
    part, share = pair.part, pair.share
    if share.index - part.index != 1 or not (PLAIN_SHARE.search(share.lead) or words.OF_ALL.search(share.lead)):
        return None
    for s in reading.before(part, _NEAR):
        if s.sentence != part.sentence:
            return None
        if s.like(part) and s.depth == part.depth:
            stands = s.role in LEVELS and s.role not in (Role.TARGET, Role.PRIOR)
            return s if stands and not s.quantity.is_hedged and not s.quantity.chinese else None
    return None


def _slips(pair: Pair, whole: Statement) -> Iterator[float]:
    """Yield for share, part and whole how likely chance makes one slip of it explain the two others."""
    (part, loose), (size, step) = pair.part.quantity.size(), whole.quantity.size()
    stated, digit = float(pair.share.quantity.value), float(pair.share.quantity.ulp)
    if not (part and size and stated) or pair.share.quantity.unit.name != "%":
        return
    one = 0.0 if pair.part.quantity.is_count else loose / 2 / part
    other = 0.0 if whole.quantity.is_count else step / 2 / size
    off = digit / 2 / stated
    yield mended(pair.share, part / size * 100 * (1 - one - other), part / size * 100 * (1 + one + other))
    yield mended(pair.part, size * stated / 100 * (1 - off - other), size * stated / 100 * (1 + off + other), lost=True)
    yield mended(whole, part / stated * 100 * (1 - off - one), part / stated * 100 * (1 + off + one), lost=True)
