"""``count`` of those whose figures make a total, which their number leads to: 3个部门…，涉及金额2364万元，其中教育局1120万元、….

Where the figures of all that are named add up to the total, all are named.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim, stretch
from ..claims.count import Count
from ..claims.sum import Sum
from ..patterns import lazy
from .joining import holds, operand
from .statements import Reading, Statement

_KINDS = tuple((lazy(f"(?:{kind})"), lazy(f"(?:{ends})$")) for kind, ends in (
    ("(?:[市县区]直|责任|主管|预算|成员|被审计|行政|事业)?(?:部门|单位)", "局|委|办|院|中心|馆|部|厅|处|队|所|公司|站|会|校|署|街道|镇|乡"),
    (r"乡镇|镇街|镇乡|乡镇\(街道\)|乡镇街道", "镇|乡|街道|街办|办事处"), ("镇", "镇"), ("乡(?!镇)", "乡"), ("街道", "街道|街办|办事处"),
    (r"县区|县市|区县|县\(市、?区\)|市县|县", "县|区|市"), ("社区|村居|村", "社区|村"), ("企业|公司|国企", "公司|厂|企业|集团|合作社"),
    ("中小?学|学校|院校|学院", "校|小学|中学|学院|大学|小|中|幼儿园"), ("医院", "院"), ("小区|片区", "小区|片区|家属院|花园|里"),
))  # fmt: skip
_MEASURES = frozenset(("个", "家", "所", "户"))
_LONG, _MOST, _SLIP = 24, 30, 2
_SEVERAL = 3


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the counts of those whose figures add up to a total behind their number."""
    starts = reading.starts()
    told = {c.stated.place.start for c in reading.claims_found() if isinstance(c, Count)}
    for claim in list(reading.claims_found()):
        if not isinstance(claim, Sum) or not claim.exhaustive or len(claim.parts) < 2:
            continue
        if claim.parts[0].place.start < claim.total.place.start:
            continue
        total = starts.get(claim.total.place.start)
        parts = [starts.get(p.place.start) for p in claim.parts]
        named = [p for p in parts if p is not None]
        if total is None or len(named) < len(parts):
            continue
        stated = _number(reading, total, named)
        if stated is None or stated.start in told or not holds(claim):
            continue
        off = abs(int(stated.quantity.value) - len(named))
        if not off or (off <= _SLIP and len(named) >= _SEVERAL):
            told.add(stated.start)
            yield Count(operand(reading, stated), len(named), (), (), False, stretch(stated.start, named[-1].end), True)


def _number(reading: Reading, total: Statement, parts: list[Statement]) -> Statement | None:
    """Return the nearest number before a total in its sentence that counts what all parts are the names of."""
    names = [p.subject for p in parts]
    for s in reading.so_far(total, _LONG):
        if s.depth or not s.quantity.is_count or s.quantity.unit.name not in _MEASURES or s.like(total) or s.quantity.value > _MOST:
            continue
        for kind, ends in _KINDS:
            if kind.match(reading.ground.plain, s.end) and all(ends.search(name) for name in names):
                return s
    return None
