"""What all relations need to join statements: operands, the place of a claim, and trying a reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from ..claims.base import Claim, Operand, Outcome, Place, Settings, stretch
from ..claims.repair import slip_mends
from ..patterns import lazy
from ..quantities import add
from .roles import Role
from .statements import Reading, Statement
from .words import BRACKETED, TARGET

_start = attrgetter("start")
_TRIAL = Settings(repairs=False)
_REPAIRED = Settings()
_STATED = (Role.TARGET, Role.BASE)
_BESIDES = lazy("另|不[含计包]|未[含计包]|除")
_FLOAT = 1e-6
_CLAUSES = 30
"""Clauses that are looked through for the beginning of a sentence."""
_QUOTE = 400
"""Characters of the longest quote that is widened over sentences to hold all operands."""


def operand(reading: Reading, statement: Statement, *, per: bool = True) -> Operand:
    """Return the figure of ``statement`` as the operand of a claim.

    A target that is written without a scale is meant exactly: 目标4% is no 4.3 %.

    Args:
        per: keep what it is a rate over; 每人每月650元 and the 702元 that it was raised to are compared without.
    """
    found = statement.operand
    if found is None:
        exact = statement.role in _STATED and statement.quantity.scale == 1 and TARGET.search(statement.lead) is not None
        found = Operand(statement.quantity, "", "", stretch(statement.start, statement.end), exact)
        statement.operand = found
    return found if per or not found.quantity.per else replace(found, quantity=replace(found.quantity, per=""))


def added(reading: Reading, stands: Sequence[Statement]) -> Operand:
    """Return figures added up as one operand."""
    return Operand(add(s.quantity for s in stands), place=place(reading, *stands)) if len(stands) > 1 else operand(reading, stands[0])


def place(reading: Reading, *statements: Statement) -> Place:
    """Return where the statements stand: over all of them, or over those of the last one's sentence where they are far apart."""
    starts = list(map(_start, statements))
    begin, last = min(starts), statements[starts.index(max(starts))]
    if last.end - begin > _QUOTE:
        begin = min(s.start for s in statements if s.sentence == last.sentence)
    return stretch(begin, last.end)


_PARTS = lazy("其中|(?<!不)(?:包括|包含|含)")


def is_part(reading: Reading, statement: Statement) -> bool:
    """Whether 其中 stands before the figure in its sentence: then it is a part of another, and no total."""
    before = reading.ground.plain[reading.begin(statement, _CLAUSES) : statement.start]
    return "其中" in before or (("含" in before or "包" in before) and _PARTS.search(before) is not None)


def is_part_here(reading: Reading, statement: Statement) -> bool:
    """Whether 其中 stands before the figure between two ；, outside of brackets that are closed."""
    clauses = reading.ground.clauses
    first = statement.clause
    while first and clauses.segments[first - 1] == statement.segment and statement.clause - first < _CLAUSES:
        first -= 1
    if _PARTS.search(reading.ground.plain, clauses.starts[first], statement.start) is None:
        return False
    return _PARTS.search(BRACKETED.sub("", reading.between(clauses.starts[first], statement.start))) is not None


def is_inside(statement: Statement, other: Statement) -> bool:
    """Whether a bracket, in which ``other`` does not stand, says of what a figure consists: 收入6亿元（个人2亿元、财政4亿元）."""
    return statement.depth > other.depth and _BESIDES.search(statement.lead) is None


def may_divide(above: Statement, below: Statement, result: Statement, times: int = 1) -> bool:
    """Whether a quotient is near enough to be worth judging: floats, many times faster than the exact judge, and never too strict."""
    stands = (above.quantity, below.quantity, result.quantity)
    if any(q.is_hedged for q in stands) or not (below.quantity.value and result.quantity.value and above.quantity.value):
        return True
    (upper, one), (lower, two), (stated, three) = (q.size() for q in stands)
    slack = one / abs(upper) + two / abs(lower) + three / abs(stated)
    return abs(upper / lower * times / stated - 1) <= slack / max(0.1, 1 - slack) + _FLOAT if slack < 1 else True


def holds(claim: Claim) -> bool:
    """Whether the claim stands up as it is read."""
    return claim.verdict(_TRIAL).outcome in (Outcome.HOLDS, Outcome.WITHIN)


def mends(claim: Claim) -> bool:
    """Whether one slip of the pen, put right, makes the claim exact: two digits swapped, a digit, a scale word, the point, 增 for 减."""
    return slip_mends(claim, _REPAIRED)


def outcome(claim: Claim) -> Outcome:
    """Return how the claim stands, without looking for repairs."""
    return claim.verdict(_TRIAL).outcome


def opens_series(reading: Reading, rate: Statement) -> bool:
    """Whether a rate begins a list of rates behind a list of what was reached: 分别完成A、B和C，占年计划的P、Q和R."""
    beside = reading.statements[max(0, rate.index - 1) : rate.index + 2]
    if len(beside) < 3 or rate.listed or rate.dimension != "ratio":
        return False
    done, _, other = beside
    return done.listed and done.is_level and other.listed and other.dimension == "ratio" and other.clause - rate.clause < 2


def has_own_target(reading: Reading, rate: Statement) -> bool:
    """Whether a rate stands in a series of targets and rates, each behind the other: 分别完成目标6000人的103.6%、2000人的101.8%."""
    target = reading.statements[rate.index - 1] if rate.index else rate
    return target.role is Role.TARGET and target.respective and target.word == "的" and target.clause == rate.clause
