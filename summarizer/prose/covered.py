"""``rate`` of what covers so many of all there are: 新建卫生室187个，覆盖全县245个行政村的76.3%; 惠及320个社区的85%."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..patterns import lazy
from .choosing import led_by
from .joining import holds, is_part_here
from .rates import rate_of
from .roles import LEVELS, Role
from .statements import Reading, Statement

_OF_ALL = lazy("^[一-鿿]{0,8}的$")
_COVERS = lazy("(?:覆盖|涉及|惠及|遍布|辐射|遍及|延伸到?)(?:了|到)?(?:全[市县区省州镇乡]|辖区)?(?:内)?$")
_BACK, _LIMIT = 6, 100
_NEAR = 1.65
"""How far off what is stated may be: a centre covers more villages than one."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what share of all of a kind is covered by so many."""
    for whole in led_by(reading, "覆盖", "涉及", "惠及", "遍布", "辐射", "遍及", "延伸"):
        rate = reading.statements[whole.index + 1] if whole.index + 1 < len(reading.statements) else whole
        told = rate.clause == whole.clause and rate.quantity.unit.name == "%" and _OF_ALL.match(reading.between(whole.end, rate.start))
        if not told or not whole.quantity.is_count or rate.start in results or not _COVERS.search(whole.lead):
            continue
        if rate.quantity.value > _LIMIT or not rate.quantity.value:
            continue
        near = [s for s in reading.so_far(whole, _BACK) if s.segment == whole.segment and s.depth == whole.depth and _may_cover(s, whole)]
        tried = [rate_of(reading, rate, s, whole, likely=True) for s in near if s.quantity.value <= whole.quantity.value]
        if sound := next(filter(holds, tried), None):
            yield sound
        elif len(near) == len(tried) == 1 and whole.clause - near[0].clause == 1 and not is_part_here(reading, near[0]):
            made = float(near[0].quantity.value / whole.quantity.value * _LIMIT / rate.quantity.value)
            if 1 / _NEAR < made < _NEAR:
                yield tried[0]


def _may_cover(s: Statement, whole: Statement) -> bool:
    """Whether a figure counts what stands in the places that are covered."""
    return s.quantity.is_count and s.role in LEVELS and s.role is not Role.PRIOR and s.quantity.unit.counting and s.like(whole)
