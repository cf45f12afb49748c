"""``difference`` from a mean that is told beside: 示范区平均单产520公斤，超全市平均单产68公斤，…；全市62万亩小麦平均单产452公斤."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..patterns import lazy
from .choosing import led_by
from .differences import difference_of
from .joining import holds
from .roles import LEVELS, Direction, Role
from .statements import Reading, Statement

_SIGNS = ("超", "高于", "高出", "多于", "低于", "少于", "比", "较")
_OVER = lazy(
    "^[ ,、]*(?:也|均|都|分别)?(?:(?P<below>低于|少于)|超[过出]?|高于|高出|多于|[比较])"
    "(?P<scope>全(?:[国省市县区州乡镇]|自治区)|大田|面上|当地)(?:同期|同类)?(?:[^,;。0-9]{0,4}平均|户均|人均|亩均)(?P<name>[^,;。0-9平均]{2,8}?)(?:水平)?"
    "(?:[高多]出?|(?P<under>[低少]))?(?:了|约)?$"
)
_VALUES = LEVELS | {Role.AVERAGE, Role.ACTUAL}
_OTHER = lazy("最[高低大小]|上年|去年|目标|计划")
_BACK, _AHEAD, _NEAR = 8, 6, 24


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the claims of figures that are so much above a mean, or below, where the mean has its own figure in the sentences around."""
    for gap in led_by(reading, *_SIGNS):
        found = _OVER.match(gap.lead) if "全" in gap.lead or "均" in gap.lead else None
        if found is None or not gap.index or not gap.is_amount or gap.start in results or gap.quantity.is_hedged:
            continue
        stated = reading.statements[gap.index - 1]
        beside = stated.sentence == gap.sentence and gap.clause - stated.clause <= 1 and stated.depth == gap.depth
        if not beside or not _is_of(stated, found["name"]) or not stated.like(gap):
            continue
        way: Direction = -1 if found["below"] or found["under"] else 1
        means = list(_means(reading, stated, gap, found["scope"], found["name"]))
        means = [mean for mean in means if mean.sentence == gap.sentence] or means
        tried = [difference_of(reading, stated, mean, gap, way, likely=True) for mean in means]
        fits = next((claim for claim in tried if holds(claim)), None)
        level = 2 * gap.quantity.size()[0] > stated.quantity.size()[0]  # 高于全县人均收入16120元: the mean itself, more likely
        if fits is not None or (len(tried) == 1 and not level):
            yield fits or tried[0]


def _is_of(s: Statement, name: str) -> bool:
    return s.role in _VALUES and name[-2:] in s.lead and not s.quantity.is_hedged and not _OTHER.search(s.lead)


def _means(reading: Reading, stated: Statement, gap: Statement, scope: str, name: str) -> Iterator[Statement]:
    """Yield the figures of one name that the words right before say are of all."""
    around = (*reading.before(stated, _BACK), *reading.statements[gap.index + 1 : gap.index + 1 + _AHEAD])
    for s in around:
        near = s.paragraph == gap.paragraph and abs(s.sentence - gap.sentence) <= 1 and s.depth == gap.depth
        if near and s.like(gap) and _is_of(s, name):
            begin = reading.ground.clauses.starts[s.clause]
            words = reading.between(max(begin, s.start - _NEAR), s.start)
            if scope in words and not _OVER.match(s.lead):
                yield s
