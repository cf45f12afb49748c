"""``share`` alone in a bracket behind its part: 受理2046件，其中民事433件（21.16%）、刑事1217件（59.48%）.

No word says that it is a share. So it takes two that fit one whole before a third is accused, and one alone is only recognised.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from fractions import Fraction

from ..claims.base import Claim
from ..claims.share import Share
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import led_by
from .joining import holds, operand, place
from .nearness import base
from .parts import Pair, part_behind
from .roles import PERCENTAGES, Role
from .shares import judged_family, share_of
from .statements import Reading, Statement

_ALONE = lazy(r"^[ ]*\((?:约|即)?[ ]*$")
_FEW = 2
"""Shares of which one alone must fit; a longer family is judged only where its whole is known."""
_BACK = 24
_STEPS = 2
"""Units of its last digit that a share may be off where all were rounded, some of them to reach 100 %."""
_HUNDRED = 100
_NEAR = 6
_CLEAR, _APART = 15, 2.5
"""A percentage that is too large for most growth, and how many times off it may be and still be meant as a share."""
_PARTS = (Role.LEVEL, Role.ACTUAL)


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the shares of brackets that are the result of no claim yet."""
    for family in _families(reading, results):
        found = list(judged_family(reading, family))
        sound = [claim for claim in found if isinstance(claim, Share) and holds(claim)]
        if len(sound) > 1 or (sound and len(family) > _FEW):
            yield from (replace(claim, likely=True) if isinstance(claim, Share) else claim for claim in found if isinstance(claim, Share))
        else:
            yield from sound or (_alone(reading, family[0], accused="其中" in family[0].part.lead) if len(family) == 1 else ())
            yield from _all_of_one(reading, family)
    for share in reading.of_role(Role.SHARE):
        part = part_behind(reading, share) if share.start not in results and share.tail.startswith("(") else None
        if part is not None and part.depth > share.depth:
            yield from _alone(reading, Pair(part, share), accused=True)


def _alone(reading: Reading, pair: Pair, *, accused: bool) -> Iterator[Claim]:
    """Yield the share of the nearest figure that gives it; where the only figure before does not, it is likely to be wrong."""
    part, first = pair.part, pair.share if pair.share.index < pair.part.index else pair.part
    near = (s for s in reading.before(first, _NEAR) if s.paragraph == first.paragraph and s.depth == first.depth)
    before = [s for s in near if s.is_level and s.like(part)]
    wholes = [s for s in before if base(s) >= base(part) and not s.quantity.is_hedged]
    if found := next((claim for s in wholes if holds(claim := share_of(reading, pair, s))), None):
        yield found
    elif accused and len(wholes) == len(before) == 1 and first.sentence - wholes[0].sentence <= 1 and wholes[0].quantity.value:
        stated, computed = float(pair.share.quantity.value), float(base(part) / base(wholes[0])) * 100
        if stated >= _CLEAR and 1 / _APART < computed / stated < _APART:
            yield share_of(reading, pair, wholes[0], likely=True)


def _all_of_one(reading: Reading, family: list[Pair]) -> Iterator[Claim]:
    """Yield that parts whose shares are of one whole are those of the only figure before them that stands for itself.

    Where the shares reach 100 %, that is what they make; else each of them is wrong, and the first is told.
    """
    parts = tuple(pair.part for pair in family)
    before = [s for s in reading.before(parts[0], _BACK) if s.paragraph == parts[0].paragraph and s.like(parts[0])]
    heads = [s for s in before if s.is_level and not s.depth and not _has_share(reading, s)]
    if len(family) <= _FEW or len(heads) != 1 or base(heads[0]) < max(map(base, parts)) or heads[0].quantity.is_hedged:
        return
    whole = sum(map(base, parts), Fraction())
    if all(_is_share_of(whole, pair) for pair in family):
        operands = tuple(operand(reading, part) for part in parts)
        yield Sum(operand(reading, heads[0]), operands, True, False, place(reading, heads[0], *parts), True)
    elif sum(pair.share.quantity.value for pair in family) < _HUNDRED and all(_is_share_of(_implied(family), pair) for pair in family):
        yield share_of(reading, family[0], heads[0], likely=True)


def _implied(family: list[Pair]) -> Fraction:
    """Return the whole that the largest part and its share are of."""
    largest = max(family, key=lambda pair: pair.share.quantity.value)
    return base(largest.part) * 100 / largest.share.quantity.value


def _is_share_of(whole: Fraction, pair: Pair) -> bool:
    share = pair.share.quantity
    return abs(base(pair.part) * 100 - whole * share.value) <= whole * _STEPS * share.ulp


def _has_share(reading: Reading, part: Statement) -> bool:
    behind = reading.statements[part.index + 1]
    return behind.dimension == "ratio" and _ALONE.match(behind.lead) is not None


def _families(reading: Reading, results: Set[int]) -> Iterator[list[Pair]]:
    """Yield what has a percentage alone in a bracket behind it, by sentences and dimensions."""
    families: dict[tuple[int, str], list[Pair]] = {}
    for share in led_by(reading, "("):
        if share.dimension != "ratio" or share.role not in PERCENTAGES or share.start in results or not _ALONE.match(share.lead):
            continue
        part = reading.statements[share.index - 1] if share.index else None
        if part is not None and _is_part(part, share):
            families.setdefault((share.sentence, part.dimension), []).append(Pair(part, share))
    yield from families.values()


def _is_part(part: Statement, share: Statement) -> bool:
    beside = 0 <= share.bracket - part.end <= 1 and part.depth == share.depth - 1 and share.tail.lstrip().startswith(")")
    return beside and part.is_amount and part.role in _PARTS and not part.quantity.is_hedged and not part.quantity.per
