"""``rate`` and ``share`` by name: each place, or each task, stands in a list of what was to be done and in one of what was done.

签约：甲县34个、乙县32个。开工：甲县32个、乙县22个。开工率分别为：甲县94.1%、乙县68.8%; 年内帮扶8500人。已帮扶7300人，占任务的85.9%.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..patterns import lazy
from .joining import holds
from .namesakes import short_for
from .rates import rate_of
from .roles import LEVELS, PERCENTAGES, Role
from .statements import Reading, Statement

_NAME = lazy(r"^[ ,;:、(]*(?:[^:]{0,20}:)?(?P<name>[㐀-鿿]{2,8}?)(?:(?:完成|为|占)[^,;。()]{0,10}的|为|达到?)?[: ]*$")
_OF_TASK = lazy("^[ ,]*(?:占|完成|为)(?:全年|年度|年)?(?:目标|任务|计划)+[数量]?的$")
_BACK = 60
_FAR = 2
"""How many times a quotient may be off that is taken for the one that was meant."""
_LEAST, _WHOLE = 2, 100
_LONG = 4


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the rates of named things that are the result of no claim yet."""
    row: list[Claim] = []
    last: Statement | None = None
    for s in reading.of_dimension("ratio"):
        if s.role not in PERCENTAGES or s.start in results or s.quantity.is_hedged or not s.quantity.value:
            continue
        if s.role is Role.RATE and _OF_TASK.match(s.lead):
            yield from _of_task(reading, s)
        elif (found := _NAME.match(s.lead)) and (claim := _of_name(reading, s, found["name"])):
            if last is not None and (last.index != s.index - 1 or last.sentence != s.sentence):
                yield from _row(row)
                row = []
            row.append(claim)
            last = s
    yield from _row(row)


def _row(claims: list[Claim]) -> Iterator[Claim]:
    """Yield the claims of a row in which two at least hold, or half of them."""
    sound = sum(holds(claim) for claim in claims)
    if sound >= _LEAST and sound * 2 >= len(claims):
        yield from claims


def _of_name(reading: Reading, rate: Statement, name: str) -> Claim | None:
    """Return the claim that of the two figures of a name before, the nearer is so much of the other."""
    if reading.ground.plain.count(name) <= _LEAST:
        return None  # once in each list, and beside the rate
    near = [s for s in reading.before(rate, _BACK) if s.paragraph == rate.paragraph and s.role in LEVELS and s.is_amount]
    near = [s for s in near if s.subject.endswith(name) and s.quantity.value and not s.quantity.per]
    if len(near) != 2 or not near[0].like(near[1]) or near[0].segment == near[1].segment:
        return None
    return rate_of(reading, rate, near[0], near[1], likely=True)


def _of_task(reading: Reading, rate: Statement) -> Iterator[Claim]:
    """Read 年内扶助残疾人8500人。截至目前，扶助残疾人7300人，占任务的85.9%: the task is the one figure of that name before."""
    done = reading.statements[rate.index - 1] if rate.index else None
    if done is None or done.role not in LEVELS or rate.clause - done.clause != 1 or len(done.subject) < _LONG or done.quantity.is_hedged:
        return
    before = [s for s in reading.before(done, _BACK) if s.paragraph == rate.paragraph and s.sentence < rate.sentence and s.like(done)]
    before = [s for s in before if s.role in LEVELS and s.role is not Role.ACTUAL and s.quantity.value]
    same = [s for s in before if s.subject.endswith(done.subject[-_LONG * 2 :])]
    named = same or [s for s in before if short_for(done.subject, s.subject) or short_for(s.subject, done.subject)]
    if len(named) == 1 and _is_near(done, named[0], rate):
        yield rate_of(reading, rate, done, named[0], likely=True)


def _is_near(done: Statement, task: Statement, rate: Statement) -> bool:
    one, other = done.quantity.size()[0], task.quantity.size()[0]
    return (one > other) == (rate.quantity.value > _WHOLE) and 1 / _FAR < one / other * _WHOLE / rate.quantity.size()[0] < _FAR
