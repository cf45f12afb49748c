"""What shares refute: T，其中甲A，占30%；乙B，占20%. Parts whose shares are right are not all of the total that they miss.

And what has a share of its own beside a part is no whole of that part, but of what both are.
"""

from __future__ import annotations

from ..claims.base import Claim
from ..claims.share import Share
from ..claims.sum import Sum
from .joining import holds
from .known import share_behind
from .statements import Reading

_MARKS = " ,;、("
_Shares = dict[tuple[int, int], Share]


def without_refuted(reading: Reading, found: list[Claim]) -> list[Claim]:
    """Return the claims without the likely sums that miss a total of which each part has a right share, and shares of a sibling."""
    shared: dict[tuple[int, int], Share] = {}
    for claim in found:
        if isinstance(claim, Share) and claim.part is not None and claim.whole is not None:
            shared[claim.whole.place.start, claim.part.place.start] = claim
    return [claim for claim in found if not (getattr(claim, "likely", False) and shared and _is_refuted(reading, claim, shared))]


def _is_refuted(reading: Reading, claim: Claim, shared: _Shares) -> bool:
    return _is_more(claim, shared) if isinstance(claim, Sum) else isinstance(claim, Share) and _is_sibling(reading, claim)


def _is_sibling(reading: Reading, claim: Share) -> bool:
    """Whether a share that does not fit is one of a figure that stands in its row: 甲30件，占25%；乙12件，占10%."""
    if claim.whole is None or claim.part is None or holds(claim):
        return False
    start, end = sorted((claim.whole.place.start, claim.share.place.start))
    places = reading.starts()
    whole = places.get(claim.whole.place.start)
    between = reading.between(start, end)
    behind = share_behind(reading, whole) if whole is not None and "其中" not in between and "。" not in between else None
    share = places.get(claim.share.place.start)
    return behind is not None and share is not None and behind is not share and behind.lead.strip(_MARKS) == share.lead.strip(_MARKS)


def _is_more(total: Sum, shared: _Shares) -> bool:
    own = [shared.get((total.total.place.start, part.place.start)) for part in total.parts]
    told = [share for share in own if share is not None]
    if len(told) < len(own) or holds(total) or not all(map(holds, told)):
        return False
    sizes = [share.share.quantity.size() for share in told]
    return abs(sum(size for size, _ in sizes) - 100) > sum(slack for _, slack in sizes)  # else they are all of it by their own words
