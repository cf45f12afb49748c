"""What the claims found so far say of figures, for those that ask later which whole is meant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import TypeVar

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..claims.share import Share
from ..claims.sum import Sum
from .joining import holds
from .roles import CHANGES, Role
from .statements import Reading, Statement

Told = TypeVar("Told")

_SENTENCES = 2
"""Sentences, the own one with it, from which a percentage takes the whole of another."""
_CLAUSES, _BACK = 8, 40
_MEMORY, _LISTS = "known", "lists"
_FEW = 8
"""Lists before a figure that it may speak of."""
_BESIDE, _VERB = 4, 2


def has_share(reading: Reading, total: Statement) -> bool:
    """Whether a total is itself a part: 工业火灾229起，占总数57.8%。其中住宅98起，占总数24.7%."""
    behind = reading.statements[total.index + 1 : total.index + 2]
    return bool(behind) and behind[0].role is Role.SHARE and behind[0].clause - total.clause <= 1


def is_sibling(reading: Reading, total: Statement, part: Statement) -> bool:
    """Whether what may be a total has its own share, in a sentence before that of the part: 甲类94件，占53.7%。乙类36件，占20.6%."""
    behind = reading.statements[total.index + 1 : total.index + 2]
    own = bool(behind) and total.sentence == behind[0].sentence < part.sentence and has_share(reading, total)
    return own and "中" not in reading.between(total.end, part.start)


def is_of_thing(reading: Reading, rate: Statement, level: Statement) -> bool:
    """Whether the clause of a figure has the thing that a rate names before its verb: 公路养护支出9万元…；人才经费支出进度45% has none."""
    thing = rate.subject.removesuffix("率").removesuffix("进度")[:-_VERB]
    return thing[:_VERB] in reading.between(reading.ground.clauses.starts[level.clause], level.start)


def share_behind(reading: Reading, level: Statement) -> Statement | None:
    """Return the share that a figure has, right behind it or behind its growth."""
    for s in reading.statements[level.index + 1 : level.index + _BESIDE]:
        if s.role is Role.SHARE or s.role not in CHANGES:
            return s if s.role is Role.SHARE else None
    return None


def known_of(reading: Reading) -> Known:
    """Return what is known of a text, found out once."""
    found = reading.memory.get(_MEMORY)
    if not isinstance(found, Known):
        found = reading.memory[_MEMORY] = Known(reading)
    return found


def of_claims(reading: Reading, name: str, tell: Callable[[list[Claim]], Told]) -> Told:
    """Return what all claims tell that were found so far, worked out once while no more are found: a text may have thousands."""
    found = reading.claims_found()
    known = reading.memory.get(name)
    if known is None or known[0] != len(found):
        known = reading.memory[name] = len(found), tell(found)
    told: Told = known[1]
    return told


def lists_before(reading: Reading, figure: Statement, sentences: int) -> Iterator[tuple[Statement, list[Statement]]]:
    """Yield the totals, each with its parts, of the few lists that add up in the sentences right before a figure, the nearest first."""
    lists = reading.memory.get(_LISTS)
    if lists is None:
        sums = [c for c in reading.claims_found() if isinstance(c, Sum) and c.exhaustive and not c.searched and len(c.parts) > 1]
        lists = reading.memory[_LISTS] = sorted(sums, key=lambda claim: claim.place.end)
    end = bisect_right(lists, figure.start, key=lambda claim: claim.place.end)
    starts = reading.starts() if end else {}
    for claim in lists[max(0, end - _FEW) : end][::-1]:
        last = starts.get(claim.parts[-1].place.start)
        if last is None or last.paragraph != figure.paragraph or not 0 < figure.sentence - last.sentence <= sentences:
            continue
        total, parts = starts.get(claim.total.place.start), [starts[p.place.start] for p in claim.parts if p.place.start in starts]
        if total is not None and figure.paragraph - total.paragraph < 2 and len(parts) == len(claim.parts) and holds(claim):
            yield total, parts


def of_other_parts(reading: Reading) -> set[int]:
    """Return where shares begin that were found to be of what stands beside their part in one total.

    27% written as 37% is what the one part is of the other.
    """
    claims = reading.claims_found()
    rows: dict[int, list[Sum]] = {}
    for claim in claims:
        if isinstance(claim, Sum) and not claim.searched:
            for one in claim.parts:
                rows.setdefault(one.place.start, []).append(claim)
    found: set[int] = set()
    for claim in claims:
        if isinstance(claim, Share) and claim.part is not None and claim.whole is not None and claim.whole.place.start in rows:
            whole = claim.whole.place.start
            beside = [total for total in rows.get(claim.part.place.start, ()) if any(one.place.start == whole for one in total.parts)]
            if any(map(holds, beside)) and holds(claim):
                found.add(claim.share.place.start)
    return found


class Known:
    """What the claims so far say of figures: the totals that parts make up, and the wholes that percentages are of.

    Claims are judged once they are asked for, since few of them are.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._at = reading.starts()
        self._sums: dict[int, list[Sum]] = {}
        self._made: dict[int, list[Sum]] = {}
        self._ratios: dict[int, Share | Rate] = {}
        self._wholes: dict[int, Statement | None] = {}
        for claim in reading.claims_found():
            if isinstance(claim, Sum) and not claim.searched:
                self._made.setdefault(claim.total.place.start, []).append(claim)
                for one in claim.parts:
                    self._sums.setdefault(one.place.start, []).append(claim)
            elif isinstance(claim, (Share, Rate)):
                result, part, of = _roles(claim)
                if of is not None and part is not None:
                    self._ratios[result.place.start] = claim

    def add(self, share: Statement, whole: Statement) -> None:
        """Note that a share was found to be of a whole."""
        self._wholes[share.start] = whole

    def _totals(self, part: Statement) -> list[Statement]:
        """Return the totals that a part makes up with others."""
        found = [self._at.get(claim.total.place.start) for claim in self._sums.get(part.start, ()) if holds(claim)]
        return [total for total in found if total is not None]

    def _whole(self, stated: Statement) -> Statement | None:
        """Return what a percentage was found to be of."""
        if stated.start not in self._wholes:
            claim = self._ratios.get(stated.start)
            of = None if claim is None or not holds(claim) else _roles(claim)[2]
            self._wholes[stated.start] = None if of is None else self._at.get(of.place.start)
        return self._wholes[stated.start]

    def total_of(self, part: Statement) -> Statement | None:
        """Return the one total that a part makes up with others."""
        found = [s for s in self._totals(part) if s.like(part)]
        return found[0] if len({s.quantity.size()[0] for s in found}) == 1 and not has_share(self._reading, found[0]) else None

    def is_total(self, figure: Statement) -> bool:
        """Whether others were found to make up a figure."""
        return any(map(holds, self._made.get(figure.start, ())))

    def is_part_of_total(self, figure: Statement) -> bool:
        """Whether a figure was found to make up a total with others."""
        return bool(self._totals(figure))

    def _near(self, share: Statement, part: Statement, back: int) -> Iterator[tuple[Statement, Statement]]:
        """Yield the percentages around a share in its paragraph, the nearest first, with what they are of, if a part may be of that."""
        around = [*self._reading.before(share, back), *self._reading.statements[share.index + 1 : share.index + 1 + _CLAUSES]]
        for s in sorted(around, key=lambda s: abs(s.index - share.index)):
            whole = self._whole(s) if s.dimension == "ratio" and s.paragraph == share.paragraph else None
            if whole is None or whole is part or not whole.like(part):
                continue
            if whole.quantity.size()[0] >= part.quantity.size()[0]:
                yield s, whole

    def of_name(self, name: str, share: Statement, part: Statement) -> Statement | None:
        """Return the whole of the share before in the paragraph that calls it by the same name."""
        near = self._near(share, part, _BACK)
        return next((whole for s, whole in near if s.index < share.index and name in s.lead), None)

    def sibling(self, share: Statement, part: Statement) -> Statement | None:
        """Return the whole of the percentage nearest to a share, in its sentence or the one before."""
        for s, whole in self._near(share, part, 2 * _CLAUSES):
            near = 0 <= share.sentence - s.sentence < _SENTENCES and abs(share.clause - s.clause) <= _CLAUSES
            if near and whole.depth == part.depth:
                return whole
        return None


def _roles(claim: Share | Rate) -> tuple[Operand, Operand | None, Operand | None]:
    """Return the percentage of a claim, and of what figures it is."""
    return (claim.share, claim.part, claim.whole) if isinstance(claim, Share) else (claim.rate, claim.actual, claim.target)
