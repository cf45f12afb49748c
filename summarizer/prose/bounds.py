"""``bound`` from prose: 均在85%以上, 超额完成 and 持平 beside figures that they are said of."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Claim, Operand
from ..claims.bound import Bound
from ..quantities import Hedge, parse
from . import words
from .choosing import followed_by, hedged, together
from .joining import operand, place
from .roles import Role
from .statements import Reading, Statement

_HEDGES = (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.ABOVE, Hedge.BELOW)
_ROW, _ALL = 12, 100
_PERCENT_ROLES = (Role.RATE, Role.NAMED_RATE, Role.LEVEL)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every bound that has figures beside it."""
    roles = reading.of_role(Role.RATE), reading.of_role(Role.PRIOR)
    for statement in together(hedged(reading), *roles, followed_by(reading, "持平")):
        if statement.dimension == "ratio" and statement.quantity.hedge in _HEDGES and words.ALL.search(statement.lead):
            yield from _all_within(reading, statement)
        elif statement.role is Role.RATE:
            yield from _fulfilled(reading, statement)
        elif statement.role is Role.PRIOR or (statement.role is Role.LEVEL and _level_here(statement)):
            yield from _level_with(reading, statement)


def _all_within(reading: Reading, limit: Statement) -> Iterator[Claim]:
    """Read 分别为91%、88%，均在85%以上: the percentages right before the bound."""
    values: list[Statement] = []
    for candidate in reading.before(limit):
        if candidate.segment != limit.segment or candidate.dimension != "ratio" or candidate.role not in _PERCENT_ROLES:
            break
        values.append(candidate)
    if len(values) > 1 and values[0].clause >= limit.clause - 1:
        yield Bound(
            operand(reading, limit), tuple(operand(reading, s) for s in values[::-1]), word=limit.quantity.text,
            place=place(reading, *values, limit), likely=True,
        )  # fmt: skip


def _fulfilled(reading: Reading, rate: Statement) -> Iterator[Claim]:
    """Read 超额完成年度计划的104%, and 完成率104%，超额完成年度任务."""
    if rate.listed or rate.respective:
        return
    clauses, plain = reading.ground.clauses, reading.ground.plain
    own = rate.lead
    following = ""
    if rate.clause + 1 < len(clauses) and clauses.segments[rate.clause + 1] == rate.segment:
        clause = clauses[rate.clause + 1]
        following = plain[clause.start : min(clause.end, clause.start + 24)]
    later = "%" not in following and words.FULFILLED.match(following) is not None and words.TARGET.search(following) is not None
    if "超额完成" in own or later:
        if not later and rate.quantity.value < _ALL and not own.rstrip(" :约").endswith(("的", "率", "率为", "率达")):
            return  # 超任务完成253万元，超额完成49.1%: by how much
        limit, certain = Operand(parse("100%")), own.strip().startswith("超额完成")
        rates = [rate]
        if later and words.ALL.search(following):
            rates = [s for s in reading.before(rate, _ROW)[::-1] if s.role is Role.RATE and s.sentence == rate.sentence] + rates
        values = tuple(operand(reading, s) for s in rates)
        yield Bound(limit, values, word="超额完成", place=place(reading, *rates), likely=not certain)


def _level_here(statement: Statement) -> bool:
    """Whether a figure is last year's, with which another is level: 与上年25件持平."""
    return statement.tail.startswith("持平") and words.LAST_YEARS.search(statement.lead) is not None


def _level_with(reading: Reading, prior: Statement) -> Iterator[Claim]:
    """Read 今年25件，去年25件，持平, and 25件，与去年25件持平."""
    clauses, plain = reading.ground.clauses, reading.ground.plain
    last = prior.clause + 1
    if not prior.index:
        return
    current = reading.statements[prior.index - 1]
    if not current.is_level or not current.like(prior) or current.segment != prior.segment or current.depth != prior.depth:
        return
    behind = last < len(clauses) and clauses.segments[last] == prior.segment
    if _level_here(prior) or (behind and words.LEVEL_WITH.search(plain, clauses.starts[last], clauses[last].end)):
        yield Bound(operand(reading, prior), (operand(reading, current),), word="持平", place=place(reading, current, prior), likely=True)
