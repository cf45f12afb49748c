"""``rate`` in lists: 目标分别为A、B，完成C、D，完成率分别为P、Q; 分别完成目标A的P、B的Q.

And a percentage alone in a bracket behind target and actual.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..claims.base import Claim
from . import words
from .choosing import led_by, together
from .joining import has_own_target, holds, opens_series
from .rates import rate_of
from .roles import PRESENT, Role
from .statements import Reading, Statement

_CARRIED = 24
"""How many statements are looked through for members of a list."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of rates that stand in series or in brackets."""
    for statement in together(reading.of_role(Role.RATE), led_by(reading, "(")):
        if statement.dimension != "ratio":
            continue
        own = statement.role is Role.RATE and not statement.listed
        if own and (statement.respective or opens_series(reading, statement)):
            yield from _series(reading, statement)
        elif own and has_own_target(reading, statement):
            yield from _of_own_targets(reading, statement)
        elif not own and _alone_in_bracket(statement):
            yield from _bracketed(reading, statement)


def _series(reading: Reading, first: Statement) -> Iterator[Claim]:
    """Read 目标分别为A、B，完成C、D，完成率分别为P、Q: as many targets, actuals and rates, in one order.

    The targets may stand in the sentence before: 计划开工A套、建成B套。已开工C套，建成D套，分别完成计划的P和Q.
    """
    rates = reading.row(first, _CARRIED)
    count = len(rates)
    near = reading.statements[max(0, first.index - 2 * count) : first.index]
    targets, actuals = near[:count], near[count:]
    if count < 2 or len(actuals) != count:
        return
    if not _in_order(first, targets, actuals):
        yield from _of_plan(reading, rates, actuals)
        return
    found = [rate_of(reading, rate, actual, target, likely=True) for rate, actual, target in zip(rates, actuals, targets, strict=True)]
    named = all(s.listed for s in (*targets[1:], *actuals[1:])) and not actuals[0].listed
    if named or targets[0].sentence < first.sentence or any(holds(claim) for claim in found):
        yield from found


def _of_one_target(reading: Reading, target: Statement, rates: list[Statement]) -> Iterator[Claim]:
    """Read 筛查甲5150人、乙5050人，分别完成目标5000人的103%和101%: all are of one target."""
    count = len(rates)
    row = [s for s in reading.so_far(target, count + 1) if s.segment == target.segment and s.depth == target.depth]
    actuals = row[:count][::-1]
    alike = len(actuals) == count and all(s.like(target) and s.is_level and s.role is not Role.TARGET for s in actuals)
    if alike and actuals[-1].index == target.index - 1 and actuals[-1].index - actuals[0].index == count - 1:
        for rate, actual in zip(rates, actuals, strict=True):
            yield rate_of(reading, rate, actual, target, likely=len(row) > count)


def _of_own_targets(reading: Reading, first: Statement) -> Iterator[Claim]:
    """Read 就业6216人、再就业2035人，分别完成目标6000人的103.6%、2000人的101.8%: each rate has its target before it."""
    target = reading.statements[first.index - 1]
    if len(rates := reading.row(first, _CARRIED)) > 1 and all(rate.dimension == "ratio" for rate in rates):
        yield from _of_one_target(reading, target, rates)
        return
    pairs = [(target, first)]
    for n in range(first.index + 1, first.index + _CARRIED, 2):
        pair = reading.statements[n : n + 2]
        if len(pair) < 2 or pair[0].segment != first.segment or pair[0].lead.strip() or not pair[0].like(target) or pair[1].lead != "的":
            break
        pairs.append((pair[0], pair[1]))
    before = [s for s in reading.so_far(target, _CARRIED) if s.like(target) and s.depth == target.depth and s.segment == target.segment]
    actuals = before[: len(pairs)][::-1]
    if 1 < len(pairs) == len(actuals) and all(s.role in PRESENT and not s.quantity.is_hedged for s in actuals):
        for (own, rate), actual in zip(pairs, actuals, strict=True):
            yield rate_of(reading, rate, actual, own, likely=len(before) > len(pairs))


def _of_plan(reading: Reading, rates: list[Statement], actuals: tuple[Statement, ...]) -> Iterator[Claim]:
    """Read 计划整治河道5公里、加固水库6座。…已整治河道7公里、加固水库6座，分别为计划的140%、100%: the plan is sentences before.

    Its figures stand in one order with what was done, and what was done has their names, in part at least.
    """
    first, count = rates[0], len(rates)
    if "计划" not in first.lead and "任务" not in first.lead and "目标" not in first.lead:
        return
    if any(not s.is_level or s.depth != first.depth or s.sentence != first.sentence for s in actuals):
        return
    before = reading.before(actuals[0], _CARRIED)[::-1]
    before = tuple(s for s in before if actuals[0].paragraph - s.paragraph <= 1 and s.sentence < first.sentence)
    for n in range(len(before) - count, -1, -1):
        targets = before[n : n + count]
        if all(s.is_level and s.like(done) and _alike(s, done) for s, done in zip(targets, actuals, strict=True)):
            for rate, done, target in zip(rates, actuals, targets, strict=True):
                yield rate_of(reading, rate, done, target, likely=True)
            return


def _alike(one: Statement, other: Statement) -> bool:
    """Whether two figures have a name in common: 除险加固水库 and 水库除险加固."""
    name = other.subject
    return any(name[n : n + 2] in one.subject for n in range(len(name) - 1))


def _in_order(first: Statement, targets: tuple[Statement, ...], actuals: tuple[Statement, ...]) -> bool:
    """Whether the figures before a series are its targets and what was reached, one of the one for each of the other."""
    every = (*targets, *actuals)
    if targets[0].role is not Role.TARGET or any(not s.is_level or s.depth != first.depth for s in every):
        return False
    if any(s.sentence != first.sentence or s.role is Role.TARGET for s in actuals) or targets[0].paragraph != first.paragraph:
        return False
    near = all(s.sentence == targets[0].sentence and first.sentence - s.sentence <= 1 for s in targets)
    return near and all(target.like(actual) for target, actual in zip(targets, actuals, strict=True))


def _alone_in_bracket(statement: Statement) -> bool:
    """Whether a percentage is all that a bracket holds: 目标8000人完成9000人（112.5%）."""
    return (
        statement.role in (Role.LEVEL, Role.RATE, Role.SHARE)
        and statement.lead.strip() == "("
        and statement.tail.strip().startswith(")")
    )


def _bracketed(reading: Reading, rate: Statement) -> Iterator[Claim]:
    """Read a rate in a bracket: the two figures before it, of which the first is the target."""
    earlier = [s for s in reading.before(rate, 2) if s.segment == rate.segment and s.depth == rate.depth - 1]
    if len(earlier) < 2:
        return
    actual, target = earlier
    if not actual.like(target) or target.clause < actual.clause - 1 or actual.role is not Role.ACTUAL:
        return
    if target.role is Role.TARGET:
        yield rate_of(reading, rate, actual, target)
        return
    claim = rate_of(reading, rate, actual, target)
    if holds(claim) or _family_has_targets(reading, rate):
        yield claim
    elif target.clause == actual.clause and actual.quantity.value <= target.quantity.value and words.DONE_OF.search(actual.lead):
        yield replace(claim, likely=True)  # 十五个村已完成八个（53%）


def _family_has_targets(reading: Reading, rate: Statement) -> bool:
    """Whether an earlier rate of the sentence named its target: later members of such a list leave the word out."""
    return any(s.role is Role.TARGET for s in reading.before(rate, _CARRIED) if s.sentence == rate.sentence)
