"""``rate`` with its target in a bracket: 占目标任务（8000户）的94.3%, and 分别占目标（470亿元、106.5亿元）的121.3%、185%.

And with what was reached behind it: 任务500户，完成任务的90%，达450户.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Claim
from ..patterns import lazy
from . import words
from .behind import following
from .choosing import led_by, together
from .rates import rate_of, words_agree
from .roles import LEVELS, PRESENT, Role
from .statements import Reading, Statement

_BEHIND = lazy(r"^[ ]*\)[ ]*的?(?:约|近)?[: ]*$")
_OF = lazy(r"(?:占|完成|为|达到?|实现|是)了?[^,;。()]{0,16}$")
_GOES_ON = ("完成", "占", "为")
_THAT_IS = frozenset(("共", "达", "达到", "即", "为", "共计", "合计", "完成", "已完成", "实际完成"))
_SAID = 24
_BACK = 4


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every rate behind the bracket that holds its target, or between its target and what was reached."""
    for rate in together(reading.of_role(Role.RATE), led_by(reading, ")")):
        if rate.dimension != "ratio":
            continue
        if rate.role is Role.RATE and rate.index:
            yield from _of_reached(reading, rate)
        if rate.index < 2 or ")" not in rate.lead or not _BEHIND.match(rate.lead):
            continue
        last = reading.statements[rate.index - 1]
        if last.depth != rate.depth + 1 or last.segment != rate.segment or last.bracket < 0:
            continue
        start = reading.ground.clauses.starts[reading.ground.clause_at(last.bracket)]
        said = reading.between(max(start, last.bracket - _SAID), last.bracket)
        if words.TARGET.search(said) and _OF.search(said):
            yield from _of_bracket(reading, rate, last)


def _of_reached(reading: Reading, rate: Statement) -> Iterator[Claim]:
    """Read 年度任务五百户，完成年度任务的90%，达四百五十户."""
    target, done = reading.statements[rate.index - 1], following(reading, rate)
    if done is None or target.role is not Role.TARGET or target.word == "的" or target.segment != rate.segment or not done.like(target):
        return
    reached = done.depth == rate.depth == target.depth and done.role in PRESENT and done.lead.strip(" ,约") in _THAT_IS
    earlier = any(s.segment == rate.segment and s.like(target) and s.is_level for s in reading.before(target, _BACK))
    if reached and not earlier and words_agree(rate, target):
        yield rate_of(reading, rate, done, target, likely=True)


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
