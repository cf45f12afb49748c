"""What the claims found so far say of figures: the totals that parts make up, and the wholes that percentages are of."""

from __future__ import annotations

from typing import cast

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..claims.share import Share
from ..claims.sum import Sum
from .joining import holds
from .roles import Role
from .statements import Reading, Statement

_SENTENCES = 2
"""Sentences, the own one with it, from which a percentage takes the whole of another."""
_CLAUSES = 8
_MEMORY = "known"


def has_share(reading: Reading, total: Statement) -> bool:
    """Whether a total is itself a part: 工业火灾229起，占总数57.8%。其中住宅98起，占总数24.7%."""
    behind = reading.statements[total.index + 1 : total.index + 2]
    return bool(behind) and behind[0].role is Role.SHARE and behind[0].clause - total.clause <= 1


def known_of(reading: Reading) -> Known:
    """Return what is known of a text, found out once."""
    found = reading.memory.get(_MEMORY)
    if not isinstance(found, Known):
        found = reading.memory[_MEMORY] = Known(reading)
    return found


class Known:
    """What the claims so far say of figures: the totals that parts make up, and the wholes that percentages are of."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        at = {s.start: s for s in reading.statements}
        self._totals: dict[int, list[Statement]] = {}
        self._wholes: list[tuple[Statement, Statement]] = []
        self._parts: dict[int, tuple[int, int]] = {}
        self._rows: list[set[int]] = []
        for claim in cast(list[Claim], reading.memory["sums"]):
            if isinstance(claim, Sum):
                if (total := at.get(claim.total.place.start)) is not None and not claim.searched and holds(claim):
                    self._rows.append({one.place.start for one in claim.parts})
                    for one in claim.parts:
                        self._totals.setdefault(one.place.start, []).append(total)
            elif isinstance(claim, (Share, Rate)):
                result, part, of = _roles(claim)
                if of is not None and part is not None and holds(claim):
                    stated, whole = at.get(result.place.start), at.get(of.place.start)
                    if stated is not None and whole is not None:
                        self._wholes.append((stated, whole))
                        self._parts[stated.start] = part.place.start, whole.start

    def add(self, share: Statement, whole: Statement) -> None:
        """Note that a share was found to be of a whole."""
        self._wholes.append((share, whole))

    def is_of_other_part(self, share: Statement) -> bool:
        """Whether a share was found to be of what stands beside its part in one total: 27% for 37% is what the one part is of the other."""
        part, whole = self._parts.get(share.start, (-1, -1))
        return any(part in row and whole in row for row in self._rows)

    def total_of(self, part: Statement) -> Statement | None:
        """Return the one total that a part makes up with others."""
        found = [s for s in self._totals.get(part.start, ()) if s.like(part)]
        return found[0] if len({s.quantity.size()[0] for s in found}) == 1 and not has_share(self._reading, found[0]) else None

    def is_total(self, figure: Statement) -> bool:
        """Whether others were found to make up a figure."""
        return any(total is figure for totals in self._totals.values() for total in totals)

    def is_part_of_total(self, figure: Statement) -> bool:
        """Whether a figure was found to make up a total with others."""
        return figure.start in self._totals

    def of_name(self, name: str, share: Statement, part: Statement) -> Statement | None:
        """Return the whole of the share before in the paragraph that calls it by the same name."""
        near = [(s, w) for s, w in self._wholes if s.paragraph == share.paragraph and s.index < share.index and w.like(part)]
        return next((w for s, w in near[::-1] if name in s.lead and w.quantity.size()[0] >= part.quantity.size()[0]), None)

    def sibling(self, share: Statement, part: Statement) -> Statement | None:
        """Return the whole of the percentage nearest to a share, in its sentence or the one before."""
        near = [(s, w) for s, w in self._wholes if s.paragraph == share.paragraph and 0 <= share.sentence - s.sentence < _SENTENCES]
        near = [(s, w) for s, w in near if abs(share.clause - s.clause) <= _CLAUSES and w.like(part) and w.depth == part.depth]
        near = [(s, w) for s, w in near if w.quantity.size()[0] >= part.quantity.size()[0] and w is not part]
        return min(near, key=lambda known: abs(known[0].index - share.index))[1] if near else None


def _roles(claim: Share | Rate) -> tuple[Operand, Operand | None, Operand | None]:
    """Return the percentage of a claim, and of what figures it is."""
    return (claim.share, claim.part, claim.whole) if isinstance(claim, Share) else (claim.rate, claim.actual, claim.target)
