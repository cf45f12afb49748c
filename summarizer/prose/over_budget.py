"""``rate`` of a budget or a task that is told by what is beyond it: 收入完成1350万元，为预算的108%，比预算超收100万元; 超任务数260户."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim, Operand
from ..claims.difference import Difference
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import add, subtract
from . import words
from .differences import difference_of
from .joining import holds, operand, place
from .rates import rate_of
from .roles import PRESENT, Role
from .statements import Reading, Statement

_BEYOND = lazy(
    "^[ ,]*(?:[比较](?P<of>年初|年度|全年|当年|调整)?(?:收入|支出)?(?:预算|计划|目标|任务)数?)?"
    "(?:(?P<less>短收|短支|少收|减收|减支)|超收|超支|多收)了?$"
    "|^[ ,]*[比较](?P<than>年初|年度|全年|当年|调整)?(?:收入|支出)?(?:预算|计划)数?(?:(?P<fewer>减少|少|短少|下降)|增加|超出|超|多)了?$"
)
_YEARLY = lazy("^[ ,]*(?:少收|减收|减支|多收)了?$")
"""What may be less or more than last year as well as than the budget."""
_STEM = 2
_BACK, _CLAUSES = 6, 3
"""Figures and clauses before what came in beyond a budget in which the rate stands, and before that in which the actual does."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the rates whose budget is what was reached less what is beyond it."""
    for beyond in reading.of_role(Role.CHANGE):
        if beyond.word == "超":
            yield from _beyond_all(reading, beyond, results)
            yield from _beyond_told(reading, beyond, results)
            continue
        yield from _with_base(reading, beyond, results)
        told = _BEYOND.match(beyond.lead) if ("收" in beyond.lead or "预算" in beyond.lead or "计划" in beyond.lead) else None
        if told is None or beyond.quantity.is_hedged or not beyond.is_amount:
            continue
        if _YEARLY.match(beyond.lead) and _grows(reading, beyond):
            continue  # 完成5.9亿元，为预算的79.3%，减收0.6亿元，下降9%: against last year
        near = [s for s in reading.so_far(beyond, _BACK) if s.segment == beyond.segment and s.depth == beyond.depth]
        rate = next((s for s in near if s.role is Role.RATE), None)
        if rate is None or rate.start in results or rate.respective or beyond.clause - rate.clause > _CLAUSES:
            continue
        if ("调整" in rate.lead) != ("调整" in (told["of"] or told["than"] or rate.lead)):
            continue
        if (done := _done(near, rate, beyond)) is not None:
            less = told["less"] or told["fewer"]
            yield _claim(reading, done, rate, beyond, -1 if less else 1)


def _beyond_all(reading: Reading, beyond: Statement, results: Set[int]) -> Iterator[Claim]:
    """Read 开工45087户，开工率102.9%，超任务数1271户, and 支出1741.8万元；完成年初预算的103.3%，决算数大于预算数55.9万元."""
    of_budget = words.BEYOND_BUDGET.match(beyond.lead) is not None
    near = [s for s in reading.so_far(beyond, _BACK) if (of_budget or s.segment == beyond.segment) and s.depth == beyond.depth]
    rate = near[0] if near else None
    if rate is None or rate.role not in (Role.RATE, Role.NAMED_RATE) or rate.respective:
        return
    if beyond.quantity.is_hedged or beyond.start in results:
        return
    if rate.start in results:
        yield from _of_known(reading, rate, beyond)
        return
    if ("预算" in rate.lead) != of_budget or ("调整" in rate.lead) > ("调整" in beyond.lead) or beyond.clause - rate.clause > 1:
        return
    done = _done(near, rate, beyond)
    if done is not None and (rate.role is Role.RATE or rate.lead.lstrip(" ,")[:_STEM] in done.lead):
        yield _claim(reading, done, rate, beyond, beyond.direction)


def _beyond_told(reading: Reading, beyond: Statement, results: Set[int]) -> Iterator[Claim]:
    """Read 建成21万平方米，超出目标16万平方米5万平方米: the target stands between, and nothing between it and what is beyond."""
    if not beyond.listed or beyond.lead.strip() or beyond.index < 2 or beyond.start in results:
        return
    done, target = reading.statements[beyond.index - 2 : beyond.index]
    near = done.segment == beyond.segment and done.depth == target.depth == beyond.depth and target.clause - done.clause == 1
    if near and target.word == "超" and done.is_level and done.like(target) and target.like(beyond) and target.end == beyond.start:
        yield difference_of(reading, done, target, beyond, 1, likely=True)


def _with_base(reading: Reading, change: Statement, results: Set[int]) -> Iterator[Claim]:
    """Read 建成24个，比目标20个多4个，完成率120%: the rate is of the target that what was done is compared with."""
    rate = reading.statements[change.index + 1] if 1 < change.index + 1 < len(reading.statements) else None
    if rate is None or rate.role is not Role.RATE or rate.start in results or change.index < 2 or rate.clause - change.clause != 1:
        return
    done, target = reading.statements[change.index - 2 : change.index]
    near = done.segment == rate.segment and done.depth == target.depth == rate.depth and target.clause - done.clause == 1
    if near and target.role is Role.BASE and words.TARGET.search(target.lead) and done.role in PRESENT and done.like(target):
        yield rate_of(reading, rate, done, target, likely=True)


def _of_known(reading: Reading, rate: Statement, beyond: Statement) -> Iterator[Claim]:
    """Yield what is beyond the task that a rate was found to be of."""
    for claim in reading.claims_found():
        if isinstance(claim, Rate) and claim.rate.place.start == rate.start and claim.actual is not None and claim.target is not None:
            alike = claim.actual.quantity.same_dimension(beyond.quantity) and claim.target.quantity.same_dimension(beyond.quantity)
            if alike and rate.clause == beyond.clause - 1 and holds(claim):
                where = place(reading, *reading.within(claim.actual.place.start, claim.actual.place.start + 1), rate, beyond)
                yield Difference(claim.actual, claim.target, operand(reading, beyond), 1 if beyond.direction > 0 else -1, where, True)
                return


def _grows(reading: Reading, beyond: Statement) -> bool:
    """Whether a rate of growth stands right before or behind a figure."""
    beside = (*reading.statements[max(0, beyond.index - 1) : beyond.index], *reading.statements[beyond.index + 1 : beyond.index + 2])
    return any(s.role is Role.GROWTH and s.segment == beyond.segment and abs(s.clause - beyond.clause) <= 1 for s in beside)


def _done(near: list[Statement], rate: Statement, beyond: Statement) -> Statement | None:
    """Return what was reached, the nearest before the rate; nothing where the budget itself is given."""
    before = [s for s in near if s.index < rate.index and s.like(beyond)]
    if any(s.role is Role.TARGET for s in before) or rate.quantity.unit.name != "%":
        return None
    done = next((s for s in before if s.role in PRESENT), None)
    if done is None or rate.clause - done.clause > _CLAUSES or done.quantity.is_hedged:
        return None
    return done if beyond.quantity.value < done.quantity.value else None


def _claim(reading: Reading, done: Statement, rate: Statement, beyond: Statement, way: int) -> Rate:
    quantity = subtract(done.quantity, beyond.quantity) if way > 0 else add((done.quantity, beyond.quantity))
    budget = Operand(quantity, place=place(reading, done, beyond))
    return Rate(operand(reading, rate), operand(reading, done), budget, place(reading, done, rate, beyond), True)
