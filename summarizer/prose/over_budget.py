"""``rate`` of a budget that is told by what came in beyond it: 收入完成1350万元，为预算的108%，比预算超收100万元."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import add, subtract
from .joining import operand, place
from .roles import PRESENT, Role
from .statements import Reading, Statement

_BEYOND = lazy(
    "^[ ,]*(?:[比较](?P<of>年初|年度|全年|当年|调整)?(?:收入|支出)?(?:预算|计划|目标|任务)数?)?"
    "(?:(?P<less>短收|短支|少收|减收|减支)|超收|超支|多收)了?$"
    "|^[ ,]*[比较](?P<than>年初|年度|全年|当年|调整)?(?:收入|支出)?(?:预算|计划)数?(?:(?P<fewer>减少|少|短少|下降)|增加|超出|超|多)了?$"
)
_YEARLY = lazy("^[ ,]*(?:少收|减收|减支|多收)了?$")
"""What may be less or more than last year as well as than the budget."""
_BACK, _CLAUSES = 6, 3
"""Figures and clauses before what came in beyond a budget in which the rate stands, and before that in which the actual does."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the rates whose budget is what was reached less what is beyond it."""
    for beyond in reading.of_role(Role.CHANGE):
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


def _grows(reading: Reading, beyond: Statement) -> bool:
    """Whether a rate of growth stands right behind a figure."""
    behind = reading.statements[beyond.index + 1 : beyond.index + 2]
    return bool(behind) and behind[0].role is Role.GROWTH and behind[0].clause - beyond.clause <= 1


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
