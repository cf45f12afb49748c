"""``difference`` from a mean that is told elsewhere by its name: 示范区单产526公斤，超全市平均单产98公斤，带动全市平均单产达428公斤."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..patterns import lazy
from .choosing import led_by
from .differences import difference_of
from .joining import holds
from .roles import CHANGES, Role
from .statements import Reading, Statement
from .words import table

_BEYOND = lazy(
    "^[ ,]*(?:也|均|且|还)?(?:(?P<above>超过?|超出|高于|高出|多于|快于)|(?P<below>低于|少于|慢于)|[比较])"
    "(?P<scope>全[国省市县区州镇乡]|面上|大田)(?:的)?(?P<name>[一-鿿]{0,10}?)(?P<way>[高低多少快慢])?出?$"
)
_SIGNS = table("超全 过全 出全 于全 比全 较全 面上 大田")
"""One of these is in each of these words."""
_NO_NAME = lazy("[我全本该][国省市县区州镇乡]|增速|增长|增幅|平均|水平|达到?|同比|完成|实现|累计|[为是]$")
_NAME = 6
_CHANGED = CHANGES | {Role.POINTS, Role.PACE, Role.SHARE}
_NEAR, _BACK, _AHEAD = 3, 8, 5


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what lies between a figure and the mean of all that stands near it under its name."""
    for gap in led_by(reading, *_SIGNS):
        found = _BEYOND.match(gap.lead)
        if found is None or not gap.index or gap.start in results or gap.quantity.is_hedged or gap.depth:
            continue
        if not (found["above"] or found["below"] or found["way"]):
            continue
        value = reading.statements[gap.index - 1]
        beside = value.segment == gap.segment and gap.clause - value.clause == 1 and not value.depth and _measures(value, gap)
        if not beside or value.role in _CHANGED - {Role.GROWTH}:
            continue
        way = -1 if found["below"] or (found["way"] or "高") in "低少慢" else 1
        around = (*reading.before(gap, _BACK), *reading.statements[gap.index + 1 : gap.index + _AHEAD])
        others = [s for s in around if s is not value and s.paragraph == gap.paragraph and _of_one_thing(reading, value, s)]
        means = [s for s in others if _is_mean(reading, s, gap, found["scope"], found["name"])]
        tried = [difference_of(reading, value, mean, gap, way, likely=True) for mean in means]
        if sound := next(filter(holds, tried), None):
            yield sound
        elif len(tried) == 1 and _may_mean(value, means[0], gap, way):
            yield tried[0]


def _measures(s: Statement, gap: Statement) -> bool:
    if gap.dimension == "points":
        return s.quantity.unit.name == "%"
    return s.like(gap) or s.dimension == gap.dimension == "mass"


def _is_mean(reading: Reading, s: Statement, gap: Statement, scope: str, name: str) -> bool:
    """Whether a figure has the name that another is said to lie above or below."""
    if not _measures(s, gap) or s.depth or s.quantity.is_hedged or _BEYOND.match(s.lead) or s.role in _CHANGED - {Role.GROWTH}:
        return False
    said = reading.between(reading.ground.clauses.starts[s.clause], s.start)
    noun = name.removesuffix("水平").removeprefix("平均")[-2:]
    return scope in said and (noun in said or "平均" in said)


def _of_one_thing(reading: Reading, value: Statement, mean: Statement) -> bool:
    """Whether a figure and a mean have part of their names in common, or stand side by side where the figure has none."""
    name = _NO_NAME.sub("", value.subject)[-_NAME:]
    said = reading.between(reading.ground.clauses.starts[mean.clause], mean.start)
    return any(name[n : n + 2] in said for n in range(len(name) - 1)) if len(name) > 1 else abs(mean.index - value.index) == 1


def _may_mean(value: Statement, mean: Statement, gap: Statement, way: int) -> bool:
    """Whether what lies between has the sign and about the size of what is said."""
    lies = way * (value.quantity.size()[0] - mean.quantity.size()[0])
    stated = gap.quantity.size()[0]
    return 0 < lies < _NEAR * stated < _NEAR * _NEAR * lies
