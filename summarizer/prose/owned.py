"""``difference`` of what is owned and what is owed: 资产总额62.4亿元，…负债总额41.3亿元，净资产21.1亿元.

The three names say what belongs together, whatever stands between: growth, shares of each, the rate of debts.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.difference import Difference
from ..patterns import lazy
from .choosing import led_by
from .joining import is_part_here, operand, place
from .roles import PRESENT
from .statements import Reading, Statement

_TOTAL = "(?:总额|总计|合计|总量|总值|总规模|规模|余额)?(?:约|共|已|分别)?(?:为|达到?|有)?[: ]*$"
_OWN = lazy(f"(?<!归母)(?<!公司)(?<!国家)(?<!国有)(?<!应占)(?<!归属)(?:净资产|(?:所有者|股东)权益){_TOTAL}")
_OWED = lazy(f"负债{_TOTAL}")
_OWNED = lazy(f"(?:总资产|账面资产|资产总[额计量值]|资产合计|资产总规模|^[ ,]*(?:[㐀-鿿]{{0,10}}(?<![净定动形性良]))?资产){_TOTAL}")
_BACK = 12


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what is left of each sum of assets after the debts beside it."""
    for own in led_by(reading, "净资产", "权益"):
        if own.start in results or not _may_be(own) or not _OWN.search(own.lead):
            continue
        near = [s for s in reading.before(own, _BACK) if s.paragraph == own.paragraph and s.depth == own.depth and _may_be(s)]
        behind = [s for s in reading.statements[own.index + 1 : own.index + 3] if s.segment == own.segment and _may_be(s)]
        owed = next((s for s in (*near, *behind) if _OWED.search(s.lead)), None)
        owned = next((s for s in near if _OWNED.search(s.lead)), None)
        if owed is None or owned is None or own.sentence - owed.sentence > 1 or abs(owed.sentence - owned.sentence) > 1:
            continue
        if any(_OWN.search(s.lead) for s in near if s.index > min(owned.index, owed.index)) or is_part_here(reading, owned):
            continue
        parts = operand(reading, owned), operand(reading, owed), operand(reading, own)
        yield Difference(*parts, 0, place(reading, owned, owed, own), True)


def _may_be(s: Statement) -> bool:
    return s.dimension == "money" and s.role in PRESENT and s.is_plain
