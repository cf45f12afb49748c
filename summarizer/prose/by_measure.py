"""``growth`` of a count that is called by its measure word: 集体访21批286人次，批次下降47.83%; 事故32起，死亡2人，事故起数上升22.22%.

Several may be told at once, each by its name or in the order of the counts: 起数、亡人、伤人分别下降10%、20%、25%. No figure gives what was
before; it must be a whole number.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.growth import Growth
from ..patterns import lazy
from .complements import names_before
from .grown import growth_of
from .joining import is_part
from .roles import Role
from .statements import Reading, Statement

_MEASURE = lazy("(?:[批次人件起户宗例项家数]|死亡|受伤)$")
_SIGNS = frozenset("批次人件起户宗例项家数亡伤")
"""One of these is in each name of a measure: a first look, since most growths have none."""
_TURN = lazy("(?:同比|环比)?(?:上升|下降|增长|增加|减少|提高)[了约达]?$")
_SAID = lazy("^[^、]{0,40}(?:同期|上年|去年|年|相比|比|同比|较)(?=[^比较]{2,12}$)")
"""What stands before the name of what changed: 与上年同期相比，起数."""
_NUMBER = lazy("(?:[批件起户宗例项家]|人次?|次)?数量?$")
"""What a name has behind it where it comes again: 死亡人数, after 死亡2人."""
_MEASURES = lazy("[两三四五六]?项?(?:主要)?(?:指标|数据)(?:同比|环比|比上年)?(?:分别)?$")
"""四项指标分别下降: of all that the sentence counts."""
_LAST = lazy("上(?:周|月(?![末底])|季度?)")
"""What was before itself: 成交930套；上周成交1325套；成交套数下跌29.81%."""
_LEVELS = (Role.LEVEL, Role.ACTUAL)
_BACK, _FAR, _SENTENCES, _ROW = 8, 12, 2, 6


def claims(reading: Reading, results: Set[int]) -> Iterator[Growth]:
    """Yield a claim for each growth that is the result of none yet and names a measure word: some whole number must have been before."""
    for percent in reading.of_role(Role.GROWTH):
        if percent.start in results or percent.dimension != "ratio" or percent.listed or percent.quantity.is_hedged:
            continue
        if percent.respective:
            yield from _several(reading, percent)
            continue
        if _SIGNS.isdisjoint(percent.lead):
            continue
        said = percent.subject or _TURN.sub("", percent.lead)
        level = _of_measure(reading, percent, said) if _MEASURE.search(said) else None
        if level is not None:
            yield growth_of(reading, [percent], None, level, (None, percent, None), likely=True)


def _several(reading: Reading, first: Statement) -> Iterator[Growth]:
    """Read 事故45起，死亡12人，受伤25人。起数、亡人、伤人分别下降10%、20%、16.7%."""
    row = [first]
    for s in reading.statements[first.index + 1 : first.index + _ROW]:
        if s.role is not Role.GROWTH or s.sentence != first.sentence or s.dimension != "ratio" or not (s.listed or not s.subject):
            break
        row.append(s)
    if len(row) < 2 or any(s.quantity.is_hedged for s in row) or not any(s.quantity.is_count for s in reading.before(first, _FAR)):
        return
    names = [_SAID.sub("", name.strip()) for name in names_before(reading, first)]
    levels: list[Statement | None]
    if len(names) == len(row) and all(len(name) > 1 for name in names):
        levels = [_of_measure(reading, first, name) if _MEASURE.search(name) else None for name in names]
    else:
        levels = [*_counts_before(reading, first, len(row))]
    for percent, level in zip(row, levels, strict=False):
        if level is not None:
            yield growth_of(reading, [percent], None, level, (None, percent, None), likely=True)


def _counts_before(reading: Reading, first: Statement, count: int) -> list[Statement]:
    """Return the counts that stand before in the sentence, or that the one before consists of, one for each percentage.

    What was lost in money behind them has none, or its own: 45起、死亡12人、损失317万元，同比分别下降10%、20%.
    """
    if first.subject and not _MEASURES.match(first.subject):
        return []
    near = [s for s in reading.before(first, _FAR) if s.paragraph == first.paragraph and first.sentence - s.sentence < _SENTENCES][::-1]
    near = [s for s in near if s.is_level and s.is_amount and s.depth == first.depth and not s.quantity.chinese]
    near = [s for s in near if s.sentence == first.sentence] or near
    counted = [s for s in near if s.quantity.is_count and s.is_plain and s.role in _LEVELS]
    alone = counted == near[: len(counted)] and len({s.segment for s in near}) == 1 and count in (len(near), len(counted))
    return counted[:count] if alone and len(near) - len(counted) < _SENTENCES else []


def _of_measure(reading: Reading, percent: Statement, said: str) -> Statement | None:
    """Return the only count before that has the measure word, if it is no part and no change: of its row, or of the sentences before."""
    row = _row(reading, percent)
    named = [s for s in row if _has(s, said)] or _named_before(reading, percent, said, own=bool(row))
    if len(named) > 1 and len(heads := [s for s in named if not is_part(reading, s)]) == 1:
        named = heads
    if len(named) != 1 or named[0].role not in _LEVELS or not named[0].quantity.is_count or named[0].depth != percent.depth:
        return None
    return None if named[0].listed or named[0].quantity.is_hedged or _LAST.search(named[0].lead) else named[0]


def _has(level: Statement, said: str) -> bool:
    """Whether a count is of the measure that a name ends with; of the dead and the hurt those only who are called so."""
    word = level.quantity.unit.name
    dead, hurt = "亡" in said, "伤" in said
    around = level.lead + level.tail[:2]
    if (dead and "亡" not in around) or (hurt and not dead and "伤" not in around):
        return False
    return said.endswith((word, f"{word}数", f"{word}次")) or ((dead or hurt) and word in ("人", "名"))


def _row(reading: Reading, percent: Statement) -> list[Statement]:
    """Return the counts of the sentence right before growth, which may have other growth behind it: 初访57批173人次，批次上升14%、人次."""
    row: list[Statement] = []
    for s in reading.so_far(percent, _BACK):
        if s.quantity.unit.counting and s.role is not Role.CHANGE:
            row.append(s)
        elif row:
            break
    return row


def _named_before(reading: Reading, percent: Statement, said: str, *, own: bool) -> list[Statement]:
    """Return the counts of the sentences before that have the name: 死亡2人，受伤1人。…，受伤人数上升100%.

    Args:
        own: the sentence of the growth has counts of its own, so that only the very name will do.
    """
    name = _NUMBER.sub("", said)
    near = [s for s in reading.before(percent, _FAR) if s.paragraph == percent.paragraph and percent.sentence - s.sentence <= _SENTENCES]
    near = [s for s in near if s.quantity.unit.counting and s.sentence < percent.sentence and not s.depth]
    if own:
        return [s for s in near if len(name) > 1 and s.subject == name]
    last = max((s.sentence for s in near if _has(s, said)), default=-1)
    return [s for s in near if s.sentence == last and _has(s, said)]
