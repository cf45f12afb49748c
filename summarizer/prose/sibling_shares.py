"""``share`` of the whole that another share of its name was found to be of: （一）来信…占信访总量的P%。（二）来访…占信访总量的Q%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import cast

from ..claims.base import Claim
from ..claims.share import Share
from .joining import holds
from .parts import pair_of
from .roles import Role
from .shares import share_of
from .statements import Reading, Statement
from .wholes import whole_name

_FAR = 8
"""Paragraphs between two shares of one name."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the shares that are the result of no claim yet, and call their whole as one does that fits."""
    open_shares = [s for s in reading.of_role(Role.SHARE) if s.dimension == "ratio" and s.start not in results]
    open_shares = [s for s in open_shares if not s.listed and not s.quantity.is_hedged and whole_name(s)]
    known = list(_known(reading)) if open_shares else []
    for share in open_shares:
        pair = pair_of(reading, share)
        if pair is None or pair.part.quantity.is_hedged:
            continue
        for sibling, whole in known:
            if abs(sibling.paragraph - share.paragraph) <= _FAR and whole_name(sibling) == whole_name(share) and whole.like(pair.part):
                if whole.quantity.size()[0] >= pair.part.quantity.size()[0]:
                    yield share_of(reading, pair, whole, likely=True)
                break


def _known(reading: Reading) -> Iterator[tuple[Statement, Statement]]:
    """Yield each share that fits, and its whole."""
    starts = {s.start: s for s in reading.statements}
    for claim in cast(Iterable[Claim], reading.memory.get("sums", ())):
        if isinstance(claim, Share) and claim.whole is not None and holds(claim):
            share, whole = (starts.get(operand.place.start) for operand in (claim.share, claim.whole))
            if share is not None and whole is not None:
                yield share, whole
