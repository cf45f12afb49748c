"""``share`` alone in a bracket behind its part: 受理2046件，其中民事433件（21.16%）、刑事1217件（59.48%）.

No word says that it is a share. So it takes two that fit one whole before a third is accused, and one alone is only recognised.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from ..claims.base import Claim
from ..claims.share import Share
from ..patterns import lazy
from .choosing import led_by
from .joining import holds
from .parts import Pair
from .roles import PERCENTAGES, Role
from .shares import judged_family
from .statements import Reading, Statement

_ALONE = lazy(r"^[ ]*\((?:约|即)?[ ]*$")
_PARTS = (Role.LEVEL, Role.ACTUAL)


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the shares of brackets that are the result of no claim yet."""
    for family in _families(reading, results):
        found = list(judged_family(reading, family))
        sound = [claim for claim in found if isinstance(claim, Share) and holds(claim)]
        if len(sound) > 1:
            yield from (replace(claim, likely=True) if isinstance(claim, Share) else claim for claim in found if isinstance(claim, Share))
        else:
            yield from sound


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
