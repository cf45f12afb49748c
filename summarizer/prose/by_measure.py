"""``growth`` of a count that is called by its measure word: 集体访21批286人次，批次下降47.83%; 事故32起，死亡2人，事故起数上升22.22%."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.growth import Growth
from ..patterns import lazy
from .grown import growth_of
from .roles import Role
from .statements import Reading, Statement

_MEASURE = lazy("[批次人件起户宗例项家数]$")
_TURN = lazy("(?:同比|环比)?(?:上升|下降|增长|增加|减少|提高)[了约达]?$")
_LEVELS = (Role.LEVEL, Role.ACTUAL)
_BACK, _FAR, _SENTENCES = 8, 12, 2
_NUMBER = lazy("(?:[批件起户宗例项家]|人次?|次)?数量?$")
"""What a name has behind it where it comes again: 死亡人数, after 死亡2人."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Growth]:
    """Yield a claim for each growth that is the result of none yet and names a measure word: some whole number must have been before."""
    for percent in reading.of_role(Role.GROWTH):
        if percent.start in results or percent.dimension != "ratio" or percent.listed or percent.respective or percent.quantity.is_hedged:
            continue
        said = percent.subject or _TURN.sub("", percent.lead)
        level = _of_measure(reading, percent, said) if _MEASURE.search(said) else None
        if level is not None:
            yield growth_of(reading, [percent], None, level, (None, percent, None), likely=True)


def _of_measure(reading: Reading, percent: Statement, said: str) -> Statement | None:
    """Return the only count before that has the measure word, if it is no part and no change: of its row, or of the sentences before."""
    row = _row(reading, percent)
    named = [s for s in row if said.endswith((s.quantity.unit.name, f"{s.quantity.unit.name}数", f"{s.quantity.unit.name}次"))]
    if not row:
        named = _named_before(reading, percent, _NUMBER.sub("", said))
    if len(named) != 1 or named[0].role not in _LEVELS or not named[0].quantity.is_count or named[0].depth != percent.depth:
        return None
    return None if named[0].listed or named[0].quantity.is_hedged else named[0]


def _row(reading: Reading, percent: Statement) -> list[Statement]:
    """Return the counts of the sentence right before growth, which may have other growth behind it: 初访57批173人次，批次上升14%、人次."""
    row: list[Statement] = []
    for s in reading.so_far(percent, _BACK):
        if s.quantity.unit.counting and s.role is not Role.CHANGE:
            row.append(s)
        elif row:
            break
    return row


def _named_before(reading: Reading, percent: Statement, name: str) -> list[Statement]:
    """Return the counts of the sentences before that have the very name: 死亡2人，受伤1人。…，受伤人数上升100%."""
    near = [s for s in reading.before(percent, _FAR) if s.paragraph == percent.paragraph and percent.sentence - s.sentence <= _SENTENCES]
    return [s for s in near if s.quantity.unit.counting and len(name) > 1 and s.subject == name]
