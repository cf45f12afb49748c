"""``sum`` of what stands beside the parts of a total: their changes, last year's figures, their targets.

来信256件，比上年增加19件；来访119件，比上年减少8件 add up to the change of the total as they add up to the total. Where a list is known to
be all of its total, so is the list of what each of its parts has beside it; without the parts, 其中 before changes announces such a list:
支出比上年减少14万元，其中接待费减少8万元、车辆费减少6万元.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import pairwise

from ..claims.base import Claim
from ..claims.difference import Difference
from ..claims.sum import Sum
from ..patterns import places_of
from .complements import complement_of
from .divisions import is_division
from .joining import added, holds, operand, place
from .roles import Role
from .slips import slip_chance
from .statements import Reading, Statement

_KINDS = {Role.CHANGE: "change", Role.PRIOR: "prior", Role.BASE: "prior", Role.FROM: "prior"}
"""What may stand beside a total and beside each of its parts."""
_BESIDE = 6
"""Figures behind one that may belong to it."""
_MOST = 24
_CHANCE = 0.05
_SENTENCES, _SECTIONS = 4, 20
_ANNOUNCE = ("其中", "具体为", "具体是")
_THREE = ("公务接待", "公务用车")
"""Named together, with 因公出国 where there was any, they are all there is of 三公经费."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of what stands beside the parts of a total."""
    if not reading.of_role(Role.CHANGE) and not reading.of_role(Role.PRIOR) and not reading.of_role(Role.BASE):
        return
    told: set[int] = set()
    at = reading.starts()
    for claim in reading.claims_found():
        if isinstance(claim, Sum) and claim.exhaustive and not claim.searched and len(claim.parts) > 1:
            stands = [at.get(figure.place.start) for figure in claim.operands()]
            levels = [s for s in stands if s is not None and s.is_level]
            if len(levels) == len(stands) and holds(claim):
                yield from _beside(reading, levels, told)
    yield from _of_changes(reading, told)


def _beside(reading: Reading, stands: list[Statement], told: set[int]) -> Iterator[Claim]:
    """Yield the sums of the columns beside a total and its parts; ``stands`` is the total and then the parts."""
    starts = {s.index for s in stands}
    whole = _with(reading, stands[0], starts)
    columns = [_with(reading, s, starts) for s in stands[1:]] if whole else []
    for kind, total in whole.items():
        row = [column[kind] for column in columns if kind in column]
        if len(row) == len(stands) - 1 and not total.quantity.is_hedged and all(s.like(total) for s in row):
            claim = _signed(reading, total, row) if kind == "change" else _plain(reading, total, row)
            if claim is not None and total.start not in told:
                told.add(total.start)
                yield claim


def _with(reading: Reading, stand: Statement, stops: Set[int]) -> dict[str, Statement]:
    """Return the change and the figure of last year that stand behind a figure, before the next of the list."""
    found: dict[str, Statement] = {}
    for s in reading.statements[stand.index + 1 : stand.index + 1 + _BESIDE]:
        next_ = s.is_level and s.like(stand) and s.role is not Role.PRIOR and s.depth <= stand.depth
        if next_ or s.index in stops or s.sentence != stand.sentence:
            break
        kind = _KINDS.get(s.role)
        if kind is not None and s.like(stand) and s.depth >= stand.depth:
            found.setdefault(kind, s)
    return found


def _plain(reading: Reading, total: Statement, row: list[Statement]) -> Claim:
    return Sum(operand(reading, total), tuple(operand(reading, s) for s in row), True, False, place(reading, total, *row), True)


def _signed(reading: Reading, total: Statement, row: list[Statement]) -> Claim | None:
    """Return that what rose less what fell is the change of the total."""
    if not total.direction or any(not s.direction for s in row):
        return None
    along = [s for s in row if s.direction == total.direction]
    against = [s for s in row if s.direction != total.direction]
    if not along:
        return None
    if not against:
        return _plain(reading, total, row)
    parts = added(reading, along), added(reading, against), operand(reading, total)
    return Difference(*parts, 1, place(reading, total, *row), True)


# Changes without the parts that changed


def _of_changes(reading: Reading, told: Set[int]) -> Iterator[Claim]:
    """Read 比上年减少14万元，下降37%。其中：接待费减少8万元，下降26%；车辆费减少6万元，下降58%。: the changes behind 其中 or 具体为."""
    changes = [s for s in reading.of_role(Role.CHANGE) if s.is_amount and s.direction]
    if len(changes) <= 2:
        return
    plain = reading.ground.plain
    brackets = sorted({s.bracket for s in changes if s.depth and plain[s.bracket] == "("})
    for mark in (*places_of(plain, "其中", "具体"), *brackets):
        bracket = plain.startswith("(", mark)
        if not bracket and not plain.startswith(_ANNOUNCE, mark):
            continue
        n = next((n for n, s in enumerate(changes) if s.start > mark), len(changes))
        if not n or n > len(changes) - 2 or changes[n - 1].start in told:
            continue
        if bracket and (changes[n].bracket != mark or mark - changes[n - 1].end > 1):
            continue
        total, first = changes[n - 1], changes[n]
        apart = first.sentence - total.sentence
        if apart > 1 or first.paragraph - total.paragraph > 1 or reading.between(mark, first.start).count("。"):
            continue
        row = [s for s in changes[n : n + _MOST] if s.sentence == first.sentence and s.bracket == first.bracket]
        if not bracket and total.bracket not in (first.bracket, -1):
            continue
        named = all(len(s.subject) > 1 for s in row) and all(s.like(total) for s in row)
        claim = _signed(reading, total, row) if named and len(row) > 1 else None
        named = all(any(name in s.lead for s in row) for name in _THREE)
        halves = len(row) == 2 and complement_of(total, tuple(row)) is not None
        both_ways = len({s.direction for s in row}) > 1
        whole = halves or plain.startswith("具体", mark) or (both_ways and is_division(total, tuple(row), announced=True))
        if claim and (holds(claim) or named or whole or slip_chance(total, tuple(row)) < _CHANCE):
            told = told | {total.start}
            yield claim
    yield from _of_halves(reading, changes, told)


def _of_halves(reading: Reading, changes: list[Statement], told: Set[int]) -> Iterator[Claim]:
    """Read 十年共增加136247人。…城镇人口增加202518人，乡村人口减少66271人: two halves of what changed in a sentence before."""
    for one, other in pairwise(changes):
        if one.segment != other.segment or not one.like(other) or not one.subject or not other.subject or one.depth or other.depth:
            continue
        people = "人口" in one.subject and one.quantity.unit.name == "人"  # the sections of a census
        before = [s for s in changes if (people or s.paragraph == one.paragraph) and s.sentence < one.sentence and s.like(one)]
        alike = (s for s in before[::-1] if s.quantity.is_count == one.quantity.is_count and s.quantity.scale == one.quantity.scale)
        near = next(alike, None)  # 户均减少0.43人
        far = near is None or one.sentence - near.sentence > (_SECTIONS if people else _SENTENCES)
        if near is None or far or near.start in told or complement_of(near, (one, other)) is None:
            continue
        if claim := _signed(reading, near, [one, other]):
            yield claim
