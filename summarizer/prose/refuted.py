"""Sums that shares refute: T，其中甲A，占30%；乙B，占20%. Parts whose shares are right are not all of the total that they miss."""

from __future__ import annotations

from ..claims.base import Claim
from ..claims.share import Share
from ..claims.sum import Sum
from .joining import holds


def without_refuted(found: list[Claim]) -> list[Claim]:
    """Return the claims without the likely sums that miss a total of which each of their parts has a share that is right."""
    shared: dict[tuple[int, int], Share] = {}
    for claim in found:
        if isinstance(claim, Share) and claim.part is not None and claim.whole is not None:
            shared[claim.whole.place.start, claim.part.place.start] = claim
    return [claim for claim in found if not (isinstance(claim, Sum) and claim.likely and shared and _is_refuted(claim, shared))]


def _is_refuted(total: Sum, shared: dict[tuple[int, int], Share]) -> bool:
    own = [shared.get((total.total.place.start, part.place.start)) for part in total.parts]
    told = [share for share in own if share is not None]
    if len(told) < len(own) or holds(total) or not all(map(holds, told)):
        return False
    sizes = [share.share.quantity.size() for share in told]
    return abs(sum(size for size, _ in sizes) - 100) > sum(slack for _, slack in sizes)  # else they are all of it by their own words
