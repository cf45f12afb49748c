"""``share`` and ``rate`` of the whole that is meant, where none of the figures around gives the percentage.

What a part is of can be told in few ways: its share calls the whole by name; other figures were found to make up a total with the part;
the share beside it is of that whole; or the name of the part holds that of the whole (质量类投诉 of 投诉).
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import cast

from ..claims.base import Claim
from ..claims.rate import Rate
from ..claims.share import Share
from ..claims.sum import Sum
from ..patterns import lazy
from .called import called, is_of_name, plain_name
from .joining import holds, operand, place
from .parts import Pair, pair_of
from .rates import rate_of
from .roles import LEVELS, Role
from .shares import share_of
from .statements import Reading, Statement
from .wholes import PLAIN_SHARE

_NAMED = lazy(r"占(?P<name>[^,;占]{2,20}?)(?:的(?:比重|比例|份额)?|比重|比例|份额)(?:约|达到|达|为|超过)*[: ]*$")
_FAR = 5
_SENTENCES = 2
_CLAUSES = 8


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each share that is the result of none yet, and whose whole can be told."""
    open_ = [s for s in reading.of_role(Role.SHARE) if s.dimension == "ratio" and s.start not in results]
    open_ = [s for s in open_ if not s.quantity.is_hedged and s.quantity.value]
    if not open_:
        return
    known = _Known(reading)
    for share in open_:
        pair = pair_of(reading, share)
        if pair is None or pair.part.quantity.is_hedged or not pair.part.quantity.value:
            continue
        whole = _whole_of(reading, pair, known)
        if whole is not None and _is_near(pair.part, whole, share):
            yield share_of(reading, pair, whole, likely=True)


class _Known:
    """What the claims so far say of figures: the totals that parts make up, and the wholes that percentages are of."""

    def __init__(self, reading: Reading) -> None:
        at = {s.start: s for s in reading.statements}
        self.totals: dict[int, list[Statement]] = {}
        self.wholes: list[tuple[Statement, Statement]] = []
        for claim in cast(list[Claim], reading.memory["sums"]):
            if isinstance(claim, Sum):
                if (total := at.get(claim.total.place.start)) is not None and not claim.searched and holds(claim):
                    for part in claim.parts:
                        self.totals.setdefault(part.place.start, []).append(total)
            elif isinstance(claim, (Share, Rate)):
                result, of = (claim.share, claim.whole) if isinstance(claim, Share) else (claim.rate, claim.target)
                if of is not None and holds(claim):
                    stated, whole = at.get(result.place.start), at.get(of.place.start)
                    if stated is not None and whole is not None:
                        self.wholes.append((stated, whole))

    def total_of(self, part: Statement) -> Statement | None:
        found = [s for s in self.totals.get(part.start, ()) if s.like(part)]
        return found[0] if len({s.quantity.size()[0] for s in found}) == 1 else None

    def sibling(self, share: Statement, part: Statement) -> Statement | None:
        near = [(s, w) for s, w in self.wholes if s.paragraph == share.paragraph and 0 < share.sentence - s.sentence + 1 <= _SENTENCES]
        near = [(s, w) for s, w in near if abs(share.clause - s.clause) <= _CLAUSES and w.like(part) and w.depth == part.depth]
        near = [(s, w) for s, w in near if w.quantity.size()[0] >= part.quantity.size()[0] and w is not part]
        return min(near, key=lambda known: abs(known[0].index - share.index))[1] if near else None


def _whole_of(reading: Reading, pair: Pair, known: _Known) -> Statement | None:
    share, part = pair.share, pair.part
    found = _NAMED.search(share.lead)
    name = found["name"] if found and PLAIN_SHARE.search(share.lead) is None else ""
    total = known.total_of(part)
    if plain_name(name):
        whole = called(reading, name, part, share)
        if whole is None and total is not None and is_of_name(reading, name, total):
            return total
        return whole
    return total or known.sibling(share, part) or _of_kind(reading, part)


def _of_kind(reading: Reading, part: Statement) -> Statement | None:
    """Return the one figure before whose name ends that of a part: 投诉12件 of 质量类投诉11件."""
    near = [s for s in reading.before(part, 12) if s.paragraph == part.paragraph and s.like(part) and s.role in LEVELS and s.depth == part.depth]
    near = [s for s in near if s.quantity.size()[0] >= part.quantity.size()[0]]
    near = [s for s in near if len(s.subject) > 1 and len(part.subject) > len(s.subject) and part.subject.endswith(s.subject[-4:])]
    return near[0] if len({s.quantity.size()[0] for s in near}) == 1 else None


def _is_near(part: Statement, whole: Statement, stated: Statement) -> bool:
    upper, lower, percent = (s.quantity.size()[0] for s in (part, whole, stated))
    return lower > 0 and 1 / _FAR < upper / lower * 100 / percent < _FAR
