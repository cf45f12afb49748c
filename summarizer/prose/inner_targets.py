"""``rate`` with its target in a bracket: 占目标任务（8000户）的94.3%, and 分别占目标（470亿元、106.5亿元）的121.3%、185%."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Claim
from ..patterns import lazy
from . import words
from .rates import rate_of
from .roles import LEVELS, Role
from .statements import Reading, Statement

_BEHIND = lazy(r"^[ ]*\)[ ]*的?(?:约|近)?[: ]*$")
_OF = lazy(r"(?:占|完成|为|达到?|实现|是)了?[^,;。()]{0,16}$")
_GOES_ON = ("完成", "占", "为")
_SAID = 24
_BACK = 4


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every rate right behind the bracket that holds its target."""
    for rate in reading.of_dimension("ratio"):
        if rate.index < 2 or ")" not in rate.lead or not _BEHIND.match(rate.lead):
            continue
        last = reading.statements[rate.index - 1]
        if last.depth != rate.depth + 1 or last.segment != rate.segment or last.bracket < 0:
            continue
        start = reading.ground.clauses[reading.ground.clause_at(last.bracket)].start
        said = reading.between(max(start, last.bracket - _SAID), last.bracket)
        if words.TARGET.search(said) and _OF.search(said):
            yield from _of_bracket(reading, rate, last)


def _of_sentence(reading: Reading, target: Statement) -> Iterator[Statement]:
    """Yield what was reached of another target before: 到位25亿元，完成市任务（42亿元）的59%；完成县任务（46亿元）的54%."""
    if reading.clause_text(target).lstrip().startswith(_GOES_ON):
        before = [s for s in reading.so_far(target) if s.like(target) and s.role in LEVELS and s.role is not Role.TARGET and not s.depth]
        yield from before[:1]


def _of_bracket(reading: Reading, first: Statement, last: Statement) -> Iterator[Claim]:
    """Yield a claim for each target in the bracket, with what was reached before it and the rate behind it."""
    targets = [s for s in reading.statements[max(0, last.index - _BACK * 2) : last.index + 1] if s.bracket == last.bracket]
    rates = [first]
    for s in reading.statements[first.index + 1 : first.index + len(targets)]:
        if s.dimension != "ratio" or s.segment != first.segment or s.lead.strip() not in words.JOINERS:
            break
        rates.append(s)
    actuals = [s for s in reading.before(targets[0], _BACK * 2) if s.segment == first.segment and s.depth == first.depth]
    actuals = [s for s in actuals if s.role in LEVELS and s.role is not Role.TARGET and s.is_amount][: len(targets)][::-1]
    if not actuals and len(targets) == 1:
        actuals = list(_of_sentence(reading, targets[0]))
    if len(actuals) != len(targets) or len(rates) != len(targets):
        return
    for actual, target, rate in zip(actuals, targets, rates, strict=True):
        if actual.like(target) or (target.dimension == "number" and target.figure.bare):
            near = len(targets) == 1 and target.index - actual.index == 1
            yield rate_of(reading, rate, actual, target, likely=not near)
