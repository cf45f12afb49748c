"""``rate`` that stands before its two figures, or between them: 定检率99.2%，应检1206台，已检1196台; 上线186人，上线率64.1%，参考290人."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import pairwise

from ..claims.rate import Rate
from ..patterns import lazy
from . import words
from .heads import exceeds, is_near
from .rates import rate_of
from .roles import PRESENT, Role
from .statements import Reading, Statement

_ALL = lazy("[应需拟]|总[数量]|[共全总]|参[考评加检]|常住|户籍|在册|在校|登记|现有|(?:计划|任务|目标)数?[为是]?$")
"""Words before the figure of all that a rate is of."""
_BEHIND = 3
_WHOLE = 100


def claims(reading: Reading, results: Set[int]) -> Iterator[Rate]:
    """Yield a claim for each rate that is the result of none yet, and whose whole stands behind it in its sentence."""
    for rate in (*reading.of_role(Role.NAMED_RATE), *reading.of_role(Role.RATE)):
        if rate.start in results or rate.listed or rate.respective or rate.quantity.is_hedged or rate.quantity.value > _WHOLE:
            continue
        name = words.RATE_NAME.search(rate.lead.strip())
        pair = _pair(reading, rate, name["stem"]) if name else None
        if pair is not None and not exceeds(*pair) and is_near(pair[0].quantity.size()[0], pair[1], rate):
            yield rate_of(reading, rate, *pair, likely=True)


def _pair(reading: Reading, rate: Statement, stem: str) -> tuple[Statement, Statement] | None:
    """Return the part and the whole: the part has a character of the rate's name, the whole a word for all."""
    behind = list(_behind(reading, rate))
    before = reading.statements[rate.index - 1] if rate.index else None
    if before is not None and behind and before.clause == rate.clause - 1 and before.segment == rate.segment and _may_be(before, rate):
        return (before, behind[0]) if before.like(behind[0]) and _is_part(before, stem) and _is_whole(reading, behind[0]) else None
    for one, other in pairwise(behind):
        if one.like(other) and other.clause - one.clause <= 1:
            whole, part = (one, other) if exceeds(one, other) else (other, one)
            return (part, whole) if _is_part(part, stem) and (_is_whole(reading, whole) or _is_named(whole, rate)) else None
    return None


def _behind(reading: Reading, rate: Statement) -> Iterator[Statement]:
    """Yield the figures right behind a rate, up to the next percentage."""
    last = rate
    for statement in reading.statements[rate.index + 1 : rate.index + 1 + _BEHIND]:
        if statement.dimension == "ratio" or statement.segment != rate.segment or statement.clause - last.clause > 1:
            return
        if _may_be(statement, rate):
            yield statement
        last = statement


def _may_be(figure: Statement, rate: Statement) -> bool:
    amount = figure.is_amount and figure.is_plain and not figure.quantity.chinese and not figure.quantity.per
    return amount and figure.depth == rate.depth and (figure.role in PRESENT or figure.role is Role.TARGET)


def _is_part(figure: Statement, stem: str) -> bool:
    return any(character in figure.lead for character in stem)


def _is_whole(reading: Reading, figure: Statement) -> bool:
    return _ALL.search(reading.between(reading.ground.clauses.starts[figure.clause], figure.start)) is not None  # 共发八类案件67起


def _is_named(whole: Statement, rate: Statement) -> bool:
    """Whether a rate says what it is of: 初中毕业生升学率95.1%，初中毕业生4260人，升入高中4053人."""
    return len(whole.subject) > 1 and whole.subject in rate.lead
