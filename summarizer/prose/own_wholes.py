"""``share`` of what the parts of a family are together, or can all be of, where no figure gives it.

来信六件，占43%；来访三件，占21%；来电五件，占36%.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from ..claims.base import Operand, Outcome
from ..claims.share import Share
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import SCALE_WORDS, add, format_number
from .hundred import near_all
from .joining import holds, is_part, operand, outcome, place
from .known import has_share
from .nearness import base
from .parts import Pair
from .roles import CHANGES, PRESENT, Role
from .statements import Reading, Statement
from .wholes import PLAIN_SHARE
from .words import OF_ALL

_SOME = 3
"""Parts of a family of which one may have a share that is wrong."""
_FITTING = 4
"""Of how many shares of lines one may be wrong."""
_LONGEST, _LONGER = 40, 4
_NEARLY, _TRIED = 0.08, 6
"""By which part of itself each share of a family may miss the total that is meant, and how many figures are tried as it."""
_BACK = 12
"""Figures among which the total may stand that a family adds up to."""
_SEEN = lazy("。[ \n]*(?:其中|[从按就][^,;。0-9]{1,10}(?:[看分来]|分析|划分|统计),|[^,;。0-9]{1,8}中,)")
"""What a sentence begins with that divides the total of the one before."""


def of_their_sum(reading: Reading, family: list[Pair]) -> list[Share]:
    """Return the shares of a family as those of its parts together, if all fit, or all but one of three, or of two with decimals."""
    if not 1 < len(family) <= _LONGEST or any(pair.part.quantity.is_hedged or pair.part.quantity.per for pair in family):
        return []
    step = family[0].share.index - family[0].part.index
    if not all(_is_in_row(reading, pair.share) or _follows(reading, pair) for pair in family):
        step = 1
    alike = all(pair.share.index - pair.part.index == step and pair.part.depth == family[0].part.depth for pair in family)
    closed = all(not _has_level_between(reading, one, other) for one, other in pairwise(family))
    if not alike or not closed:
        return []
    whole = sum(base(pair.part) for pair in family)
    near = sum(abs(base(p.part) * 100 / whole - p.share.quantity.size()[0]) <= 1 for p in family) if whole else 0
    if near >= _needed(family):
        together = Operand(add(pair.part.quantity for pair in family))
        found = [_share_of(reading, pair, together) for pair in family]
        if sum(map(holds, found)) >= _needed(family) or (near == len(family) >= _SOME and _is_told(reading, family, Fraction(whole))):
            return found
    return _first_of_two(reading, family) or _of_common(reading, family)


def _is_told(reading: Reading, family: list[Pair], whole: Fraction) -> bool:
    """Whether the text has said before what the parts are together, all of which have a share: each may be that of an old total."""
    if abs(sum(pair.share.quantity.size()[0] for pair in family) - 100) > 1:
        return False
    first = family[0].part
    before = (s for s in reading.before(first, _BACK) if s.paragraph == first.paragraph and s.like(first) and s.role in PRESENT)
    return any(base(s) == whole for s in before)


def _follows(reading: Reading, pair: Pair) -> bool:
    """Whether only what a part has changed by stands between it and its share."""
    return all(s.role in CHANGES for s in reading.statements[pair.part.index + 1 : pair.share.index])


def has_share_before(reading: Reading, first: Pair) -> bool:
    """Whether a family is not all that its sentence gives shares of."""
    return any(s.role is Role.SHARE and s.sentence == first.part.sentence for s in reading.before(first.part, _TRIED))


def of_lines(reading: Reading, shares: list[Statement]) -> Iterator[Share]:
    """Yield the shares of numbered lines, each with its figure and all in the same words, as those of their figures together."""
    row: list[Pair] = []
    for share in (*shares, None):
        part = reading.statements[share.index - 1] if share is not None and share.index else None
        fits = share is not None and part is not None and part.segment == share.segment and part.is_standing and "占" in share.lead
        last = row[-1].share if row else None
        if share is not None and part is not None and fits and (last is None or _is_next_line(last, share)):
            row.append(Pair(part, share))
            continue
        if len(row) >= _SOME:
            yield from _of_line_before(reading, row) or of_their_sum(reading, row)
        row = [Pair(part, share)] if share is not None and part is not None and fits else []


def _of_line_before(reading: Reading, row: list[Pair]) -> list[Share]:
    """Return the shares of a list of lines as those of the figure right before it, if all but a few are: 用于以下方面:."""
    first = row[0].part
    head = reading.statements[first.index - 1] if first.index else None
    if head is None or not head.is_standing or not head.like(first) or first.paragraph - head.paragraph != 1 or head.role not in PRESENT:
        return []
    found = [_share_of(reading, pair, operand(reading, head)) for pair in row]
    missed = sum(outcome(claim) is Outcome.FAILS for claim in found)
    return found if missed < _SOME and _FITTING * missed < len(found) and sum(map(holds, found)) >= _SOME else []


def _is_next_line(last: Statement, share: Statement) -> bool:
    return share.paragraph - last.paragraph == 1 and share.lead.strip() == last.lead.strip()


def beside_total(reading: Reading, family: list[Pair], head: Statement | None) -> Iterator[Sum]:
    """Yield that parts whose shares reach 100 % are the total right before them: 共12人，男六人，占60%；女四人，占40%."""
    if head is None or not near_all([pair.share for pair in family]) or head.depth > family[0].part.depth or head.role not in PRESENT:
        return
    first = family[0].part
    between = reading.between(head.end, first.start)
    if head.sentence == first.sentence or (first.sentence - head.sentence == 1 and _SEEN.search(between)):
        parts = tuple(pair.part for pair in family)
        members = tuple(operand(reading, part) for part in parts)
        total = Sum(operand(reading, head), members, True, False, place(reading, head, *parts), True)
        if "其中" in between or not has_share(reading, head) or holds(total):
            yield total  # else a part itself: 举报20件，占21%。从方式看，来信17件，占30%


def missing_all(reading: Reading, family: list[Pair], wholes: Iterable[Statement]) -> Iterator[Share]:
    """Yield the share that is furthest off in a family that misses the one total near to it.

    立案71件。办理情况公布如下。办结20件，占29.8%；在办37件，占55.2%；难办7件，占9.8%: one warning for the family.
    """
    if len(family) < _SOME or any(pair.part.quantity.is_hedged or not pair.share.quantity.value for pair in family):
        return
    if not all(PLAIN_SHARE.search(pair.share.lead) or OF_ALL.search(pair.share.lead) for pair in family):
        return
    first = family[0].part
    near = [s for s in wholes if s.paragraph == first.paragraph and s.depth == first.depth and s.role in PRESENT]
    near = [s for s in near if not is_part(reading, s) and not has_share(reading, s)]
    for whole in near[:_TRIED]:
        offs = [base(pair.part) * 100 / base(whole) / pair.share.quantity.size()[0] - 1 for pair in family]
        if sum(base(pair.part) for pair in family) <= base(whole) and all(abs(off) < _NEARLY for off in offs):
            worst = max(range(len(offs)), key=lambda n: abs(offs[n]))
            every = place(reading, *(s for pair in family for s in (pair.part, pair.share)))
            yield replace(_share_of(reading, family[worst], operand(reading, whole)), place=every)
            return


def _is_in_row(reading: Reading, share: Statement) -> bool:
    """Whether a share is one of a row, of which each is of the figure in its place: 39万起、645人，占总数的59%和49%."""
    return share.respective or share.listed or any(s.listed for s in reading.statements[share.index + 1 : share.index + 2])


def _needed(family: list[Pair]) -> int:
    exact = all(pair.share.quantity.decimals for pair in family)
    return len(family) - (len(family) >= _SOME or exact)


def _first_of_two(reading: Reading, family: list[Pair]) -> list[Share]:
    """Return the shares of a sentence with two families, each of which reaches 100 %: 男九人，占60%，女六人，占40%；城镇…."""
    for size in range(2, len(family) - 1):
        if near_all([pair.share for pair in family[:size]]) and near_all([pair.share for pair in family[size:]]):
            return of_their_sum(reading, family[:size]) + of_their_sum(reading, family[size:])
    return []


def _of_common(reading: Reading, family: list[Pair]) -> list[Share]:
    """Return the shares of a longer family as those of the one whole that all of them, or all but one, can be of."""
    if len(family) < _LONGER or any(not pair.share.quantity.value or pair.part.quantity.value < 0 for pair in family):
        return []
    rooms = [_room(pair) for pair in family]
    low, high = max(
        ((low, min(high for start, high in rooms if start <= low <= high)) for low, _ in rooms),
        key=lambda room: sum(start <= room[0] <= end for start, end in rooms),
    )
    agree = sum(start <= low <= end for start, end in rooms)
    if agree < len(family) - 1 or low < max(pair.part.quantity.value for pair in family):
        return []
    quantity = family[0].part.quantity
    middle = (low + high) / 2
    text = f"约{format_number(middle / quantity.scale, quantity.decimals)}{SCALE_WORDS.get(quantity.scale, '')}{quantity.unit.name}"
    whole = Operand(replace(quantity, text=text, value=middle, ulp=high - low, step=high - low))
    return [_share_of(reading, pair, whole) for pair in family]


def _room(pair: Pair) -> tuple[Fraction, Fraction]:
    """Return between what a part may be such a share of something."""
    part, share, half = pair.part.quantity.value * 100, pair.share.quantity.value, pair.share.quantity.ulp / 2
    return part / (share + half), part / max(share - half, half / 2)


def _has_level_between(reading: Reading, one: Pair, other: Pair) -> bool:
    between = reading.statements[one.share.index + 1 : other.part.index]
    return any(s.like(other.part) and s.is_level and s.depth <= other.part.depth for s in between)


def _share_of(reading: Reading, pair: Pair, whole: Operand) -> Share:
    return Share(operand(reading, pair.share), operand(reading, pair.part), whole, place(reading, pair.part, pair.share), True)
