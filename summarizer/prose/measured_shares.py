"""``share`` that names by its measure of which figure it is: 火灾167起、亡68人，起数占总数的30%，亡人数占72%."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import islice

from ..claims.base import Claim
from .joining import holds, is_part
from .parts import Pair, measure_said
from .roles import LEVELS, Role
from .shares import share_of
from .statements import Reading, Statement

_BACK, _PARAGRAPHS, _TRIED = 40, 1, 4


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each such share that is the result of none yet."""
    for share in reading.of_role(Role.SHARE):
        if share.dimension != "ratio" or share.start in results or share.listed or not (measure := measure_said(share)):
            continue
        own = [s for s in reading.so_far(share, _BACK) if s.segment == share.segment and s.depth == share.depth and _is_in(s, measure)]
        part = own[0] if own else None
        if part is None or part.quantity.is_hedged:
            continue
        wholes = list(islice(_wholes(reading, part, measure), _TRIED))
        found = [share_of(reading, Pair(part, share), whole, likely=True) for whole in wholes]
        sound = next((claim for claim in found if holds(claim)), None)
        if sound is not None:
            yield sound
        elif found and len({s.sentence for s in wholes}) == 1 and not is_part(reading, wholes[0]):
            yield found[0]


def _wholes(reading: Reading, part: Statement, measure: str) -> Iterator[Statement]:
    """Yield the figures before a part that count in its measure and have room for it, the nearest first."""
    for s in reading.before(part, _BACK):
        if part.paragraph - s.paragraph > _PARAGRAPHS:
            return
        roomy = s.like(part) and s.quantity.size()[0] >= part.quantity.size()[0] > 0
        if roomy and _is_in(s, measure) and s.depth == part.depth:
            yield s


def _is_in(figure: Statement, measure: str) -> bool:
    """Whether a figure is of a measure: 亡 and 伤 stand beside it, others are its unit."""
    if figure.role not in LEVELS or figure.role is Role.TARGET or not figure.is_amount:
        return False
    if measure in ("亡", "伤"):
        return measure in figure.lead or measure in figure.tail[:3]
    return figure.dimension == measure if measure == "money" else figure.quantity.unit.name in (measure, measure + "次")
