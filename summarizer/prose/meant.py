"""``share`` and ``rate`` of the whole that is meant, where none of the figures around gives the percentage.

What a part is of can be told in few ways: its share calls the whole by name; other figures were found to make up a total with the part;
the share beside it is of that whole; the name of the part holds that of the whole (质量类投诉 of 投诉); or one figure heads the paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import cast

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..claims.share import Share
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import add
from .called import called, is_of_name, plain_name
from .joining import holds, is_part
from .parts import Pair, in_row, pair_of
from .rates import rate_of
from .roles import LEVELS, Role
from .shares import share_of
from .statements import Reading, Statement
from .wholes import PLAIN_SHARE

_NAMED = lazy(r"占(?P<name>[^,;占]{2,20}?)(?:的(?:比重|比例|份额)?|(?:比重|比例|份额)的?)(?:约|达到|达|为|超过)*[: ]*$")
_SCOPE = lazy("^[ ]*(?:其中,?)?在(?:受理|上述|全部)?的?(?P<name>[㐀-鿿]{2,12}?)(?:当)?[中里],?")
_FAR = 5
"""How many times a quotient may be off that is taken for the one that was meant."""
_BACK = 24
_SENTENCES = 2
_CLAUSES = 8
_HEADS = (Role.LEVEL, Role.ACTUAL)
_STEM = lazy(r"(?P<stem>[㐀-鿿]{1,2})(?:率|比例)(?:约|已|仅|均|也)*(?:为|达到?|是)?[: ]*$")
_VITAL = frozenset(("出生", "死亡"))
_NAME, _BETWEEN = 24, 4
_WHOLE = 100


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each share that is the result of none yet, or only of a part beside its own, and whose whole can be told."""
    shares = [s for s in reading.of_role(Role.SHARE) if s.dimension == "ratio" and not s.quantity.is_hedged and s.quantity.value]
    known = _Known(reading)
    yield from _rates(reading, results, known)
    for share in shares:
        if share.start in results and not known.is_of_other_part(share):
            continue
        pair = pair_of(reading, share)
        if pair is None or pair.part.quantity.is_hedged or not pair.part.quantity.value:
            continue
        whole = _whole_of(reading, pair, known)
        if whole is not None and whole is not pair.part:
            for claim in _judged(reading, pair, whole):
                if holds(claim):
                    known.add(share, whole)
                yield claim


def _judged(reading: Reading, pair: Pair, whole: Statement) -> Iterator[Claim]:
    """Yield the claim that a part is of a whole, or that all of the list which it ends are (位居前三：甲783件、乙580件、丙562件，占77%)."""
    claim = share_of(reading, pair, whole, likely=True)
    row = [pair.part]
    for s in reading.before(pair.part, _CLAUSES):
        if s is whole or not s.like(pair.part) or not in_row(reading, s, row[-1]):
            break
        row.append(s)
    if len(row) > 1 and not pair.share.respective and not pair.share.listed:
        claim = replace(claim, part=Operand(add(s.quantity for s in row)))
    if claim.part is not None and _is_near(claim.part.quantity.size()[0], whole, pair.share):
        yield claim


class _Known:
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
        return found[0] if len({s.quantity.size()[0] for s in found}) == 1 and not self._has_share(found[0]) else None

    def _has_share(self, total: Statement) -> bool:
        """Whether a total is itself a part: 工业火灾229起，占总数57.8%。其中住宅98起，占总数24.7%."""
        behind = self._reading.statements[total.index + 1 : total.index + 2]
        return bool(behind) and behind[0].role is Role.SHARE and behind[0].clause - total.clause <= 1

    def is_part_of_total(self, figure: Statement) -> bool:
        """Whether a figure was found to make up a total with others."""
        return figure.start in self._totals

    def sibling(self, share: Statement, part: Statement) -> Statement | None:
        """Return the whole of the percentage nearest to a share, in its sentence or the one before."""
        near = [(s, w) for s, w in self._wholes if s.paragraph == share.paragraph and 0 <= share.sentence - s.sentence < _SENTENCES]
        near = [(s, w) for s, w in near if abs(share.clause - s.clause) <= _CLAUSES and w.like(part) and w.depth == part.depth]
        near = [(s, w) for s, w in near if w.quantity.size()[0] >= part.quantity.size()[0] and w is not part]
        return min(near, key=lambda known: abs(known[0].index - share.index))[1] if near else None


def _roles(claim: Share | Rate) -> tuple[Operand, Operand | None, Operand | None]:
    """Return the percentage of a claim, and of what figures it is."""
    return (claim.share, claim.part, claim.whole) if isinstance(claim, Share) else (claim.rate, claim.actual, claim.target)


def _whole_of(reading: Reading, pair: Pair, known: _Known) -> Statement | None:
    share, part = pair.share, pair.part
    name = _name_of(share)
    if not name and (scope := _scope_of(reading, part)) and (whole := called(reading, scope, part, share)):
        return whole
    if not name and (first := _goes_on(reading, share)) is not None:
        if first.role is Role.RATE:
            return None  # 甲占年度计划的99%；乙占94.5%
        name = _name_of(first)
    total = known.total_of(part)
    if plain_name(name):
        whole = called(reading, name, part, share)
        return total if whole is None and total is not None and is_of_name(reading, name, total) else whole
    return total or known.sibling(share, part) or _of_kind(reading, part) or _head(reading, part, known)


def _name_of(share: Statement) -> str:
    found = _NAMED.search(share.lead)
    return found["name"] if found and PLAIN_SHARE.search(share.lead) is None else ""


def _scope_of(reading: Reading, part: Statement) -> str:
    """Return what a sentence begins with that all its shares are of: 在少数民族人口中，彝族4590人，占64.8%."""
    clauses, first = reading.ground.clauses, part.clause
    while first and clauses[first - 1].sentence == part.sentence and part.clause - first < _CLAUSES:
        first -= 1
    found = _SCOPE.match(reading.between(clauses[first].start, part.start))
    return found["name"] if found else ""


def _goes_on(reading: Reading, share: Statement) -> Statement | None:
    """Return the percentage before in the sentence that says of what this one is, too: 甲占财政收入的75%，乙占25%."""
    before = (s for s in reading.so_far(share, _CLAUSES) if s.dimension == "ratio" and s.role in (Role.SHARE, Role.RATE) and "占" in s.lead)
    return next((s for s in before if s.role is Role.RATE or _name_of(s)), None)


def _larger(reading: Reading, part: Statement) -> list[Statement]:
    """Return the levels of the paragraph before a part that may be its whole, the nearest first."""
    near = [s for s in reading.before(part, _BACK) if s.paragraph == part.paragraph and s.like(part) and s.role in LEVELS]
    return [s for s in near if s.depth == part.depth and s.quantity.size()[0] >= part.quantity.size()[0] and not s.quantity.per]


def _of_kind(reading: Reading, part: Statement) -> Statement | None:
    """Return the one figure before whose name ends that of a part: 投诉12件 of 质量类投诉11件."""
    near = [s for s in _larger(reading, part) if len(s.subject) > 1 and len(part.subject) > len(s.subject)]
    near = [s for s in near if part.subject.endswith(s.subject) or (s.subject[-_KIND:] == part.subject[-_KIND:] and len(s.subject) > _KIND)]
    return near[0] if len({s.quantity.size()[0] for s in near}) == 1 else None


_KIND = 3


def _head(reading: Reading, part: Statement, known: _Known) -> Statement | None:
    """Return the one figure of the paragraph before a part that is no part of another, where a sentence between gives its parts."""
    near = [s for s in _larger(reading, part) if not known.is_part_of_total(s) and not is_part(reading, s)]
    if len(near) != 1 or not _is_head(near[0]) or is_part(reading, part):
        return None
    others = [s for s in reading.before(part, _BACK) if s.paragraph == part.paragraph and s.like(part) and s.role in LEVELS]
    return near[0] if others[-1] is near[0] else None


def _is_near(upper: float, whole: Statement, stated: Statement) -> bool:
    lower, percent = (s.quantity.size()[0] for s in (whole, stated))
    return lower > 0 and 1 / _FAR < upper / lower * 100 / percent < _FAR


def _rates(reading: Reading, results: Set[int], known: _Known) -> Iterator[Claim]:
    """Yield the rates with a name of their own that are the result of no claim yet: of what stands in the bracket behind, of the figure
    before the part, or of what heads the paragraph."""
    for rate in (*reading.of_role(Role.NAMED_RATE), *reading.of_role(Role.RATE)):
        named = _STEM.search(rate.lead)
        if named is None or rate.start in results or rate.index < 1 or rate.listed or rate.respective or rate.quantity.is_hedged:
            continue
        part = _part_of(reading, rate)
        if part is None:
            continue
        if named["stem"] in _VITAL or not any(c in part.lead[-_NAME:] + part.tail.split(",")[0] for c in named["stem"]):
            continue
        if any(c in s.lead for s in reading.before(part, 1) for c in named["stem"] if c not in part.lead + part.tail):
            continue  # 调解211件，撤诉97件，调撤率70%: of both together
        whole = _bracketed(reading, rate, part) or known.sibling(rate, part) or _beside(reading, rate, part)
        whole = whole or _of_kind(reading, part) or _parent(reading, part) or _head(reading, part, known)
        if whole is not None and whole is not part and rate.quantity.value < _WHOLE and _is_near(part.quantity.size()[0], whole, rate):
            yield rate_of(reading, rate, part, whole, likely=True)


def _parent(reading: Reading, part: Statement) -> Statement | None:
    """Return the figure before 其中 where that opens the sentence of a part: 受理1862件。其中办结1746件，办结率93.8%."""
    clauses, first = reading.ground.clauses, part.clause
    if first and clauses[first - 1].sentence == part.sentence:
        return None
    before = reading.statements[part.index - 1] if part.index and reading.ground.plain.startswith("其中", clauses[first].start) else None
    fits = before is not None and before.sentence == part.sentence - 1 and before.paragraph == part.paragraph and before.depth == part.depth
    return before if fits and before is not None and before.like(part) and _is_head(before) and not _exceeds(part, before) else None


def _part_of(reading: Reading, rate: Statement) -> Statement | None:
    """Return the figure right before a rate, or the one whose parts stand between."""
    near = [s for s in reading.before(rate, _BETWEEN) if s.segment == rate.segment and s.depth <= rate.depth]
    part = next((s for s in near if not is_part(reading, s)), None) if near and is_part(reading, near[0]) else next(iter(near), None)
    if part is None and near:
        part = near[0]
    if part is None or not _may_be_part(part, rate):
        return None
    return part if part is near[0] or all(s.like(part) and s.clause > part.clause for s in near if s.index > part.index) else None


def _may_be_part(part: Statement, rate: Statement) -> bool:
    near = part.segment == rate.segment and rate.clause - part.clause <= 2 and part.depth == rate.depth
    exact = not part.quantity.is_hedged and not part.quantity.chinese and not part.quantity.per
    return near and exact and part.is_amount and part.role in _HEADS


def _bracketed(reading: Reading, rate: Statement, part: Statement) -> Statement | None:
    """Return the whole in the bracket behind rate or part: 参保62.05万人，参保率97.9%（常住人口63.4万人）."""
    for one in (rate, part):
        for inside in reading.statements[one.index + 1 : one.index + 2]:
            alone = inside.depth == rate.depth + 1 and 0 <= inside.bracket - one.end <= 1 and inside.tail.startswith(")")
            if alone and inside.like(part) and inside.role in LEVELS and not _exceeds(part, inside):
                return inside
    return None


def _beside(reading: Reading, rate: Statement, part: Statement) -> Statement | None:
    """Return the figure right before the part, where the three stand in clauses of their own: 停电18.6万户，恢复17.9万户，复电率96.2%."""
    if part.index < 1:
        return None
    whole = reading.statements[part.index - 1]
    opens = part.depth == whole.depth + 1 and 0 <= part.bracket - whole.end <= 1  # 应检1862人（体检1746人，体检率93.8%）
    row = whole.segment == part.segment and ((part.clause - whole.clause == 1 and whole.depth == part.depth) or opens)
    if not row or not whole.like(part) or not _is_head(whole) or whole.quantity.is_hedged or whole.quantity.per:
        return None
    other = reading.statements[whole.index - 1] if whole.index else None
    if other is not None and other.segment == whole.segment and other.like(whole):
        return None
    if _exceeds(part, whole):
        return None
    return whole


def _is_head(figure: Statement) -> bool:
    """Whether a figure is one that others are of: what there is, or 应检人员, of whom so many were seen."""
    return figure.role in _HEADS or (figure.role is Role.TARGET and "应" in figure.subject)


def _exceeds(one: Statement, other: Statement) -> bool:
    return one.quantity.size()[0] > other.quantity.size()[0]
