"""``share`` of a plan that no figure gives: 已启动272个村，占计划的81%；完成10个村，占3%；未启动52个村，占计划的16% are all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..patterns import lazy
from .own_wholes import of_their_sum
from .parts import Pair
from .roles import LEVELS, Role
from .statements import Reading, Statement

_OF_PLAN = lazy("^[ ,]*(?:分别)?占(?:总|全部|年度|全年)?(?:计划|任务|目标)(?:任务|总?数|总量)?的$")
_ROW = 6


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the shares of each sentence whose parts together are what they are of."""
    families: dict[tuple[int, str, int], list[Pair]] = defaultdict(list)
    for first in reading.of_role(Role.RATE):
        if "占" in first.lead and first.start not in results and not first.listed and _OF_PLAN.match(first.lead):
            for pair in _pairs(reading, first):
                families[pair.part.sentence, pair.part.dimension, pair.share.index - pair.part.index].append(pair)
    for family in families.values():
        yield from of_their_sum(reading, family)


def _pairs(reading: Reading, first: Statement) -> list[Pair]:
    """Return the figures right before a row of shares, each with its own: 272个村、20506户，分别占计划的81.4%、80.2%."""
    row = [first]
    for s in reading.statements[first.index + 1 : first.index + _ROW]:
        if not s.listed or s.dimension != "ratio":
            break
        row.append(s)
    parts = reading.statements[max(0, first.index - len(row)) : first.index]
    own = len(parts) == len(row) and all(p.role in LEVELS and p.is_amount and p.segment == first.segment and not p.depth for p in parts)
    return [Pair(part, share) for part, share in zip(parts, row, strict=True)] if own else []
