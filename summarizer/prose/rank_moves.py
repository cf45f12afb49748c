"""``difference`` and ``bound`` of places: 由第8位上升到第5位，前移3位; 第15位，较上年第18位前进3位."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..claims.base import Claim, Operand
from ..claims.bound import Bound, Relation
from ..claims.difference import Difference
from ..patterns import lazy
from ..quantities import Unit
from .joining import operand, place
from .statements import Reading, Role, Statement

_UP, _DOWN = "上升|提升|前移|跃升|跃居|前进|晋升|提高|升|进位|进", "下降|下滑|后移|后退|退步|降低|降|退|跌|滑落"
_TO = lazy(rf"^(?:名|位)?[,的]?[^,;。0-9]{{0,6}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:至|到|为)?[^,;。0-9]{{0,8}}$")
_PRIOR = lazy(r"(?:较|比)(?:上|去|前)年(?:同期|度)?(?:的)?(?:全[市省国县])?$")
_BY = lazy(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?:约)?$")
_UNITS = frozenset(("位", "名", "个"))
_PLACES = Unit("位", "count:位", counting=True)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of two places between which something moved."""
    for second in reading.statements[1:]:
        first = reading.statements[second.index - 1]
        if first.role is not Role.RANK or second.role is not Role.RANK or first.segment != second.segment or first.depth != second.depth:
            continue
        if first.quantity.is_hedged or second.quantity.is_hedged:
            continue
        yield from _moved(reading, first, second)


def _moved(reading: Reading, first: Statement, second: Statement) -> Iterator[Claim]:
    """Judge two neighbouring places, of which the first is the earlier or the later one."""
    moved = _TO.match(reading.between(first.end, second.start))
    if moved and ("由" in first.lead or "从" in first.lead):
        before, after = first, second
        relation: Relation = "at-most" if moved["up"] else "at-least"
        where = place(reading, first, second)
        word = moved["up"] or moved["down"]
        yield Bound(_place(reading, before), (_place(reading, after),), word=word, relation=relation, place=where, likely=True)
    elif _PRIOR.search(second.lead.strip()):
        before, after = second, first
    else:
        return
    beside = (*reading.statements[second.index + 1 : second.index + 2], *reading.before(first, 1))
    for change in beside:
        yield from _by(reading, before, after, change)


def _by(reading: Reading, before: Statement, after: Statement, change: Statement) -> Iterator[Claim]:
    found = _BY.search(change.lead.strip())
    if found is None or change.quantity.unit.name not in _UNITS or change.segment != after.segment or not change.quantity.is_count:
        return
    if change.quantity.unit.name == "个" and not change.tail.startswith(("位次", "名次", "位")):
        return
    by = operand(reading, change)
    by = replace(by, quantity=replace(by.quantity, unit=_PLACES))
    where = place(reading, before, after, change)
    yield Difference(_place(reading, before), _place(reading, after), by, 1 if found["up"] else -1, where, True)


def _place(reading: Reading, standing: Statement) -> Operand:
    """Return a place as a number of places, so that two can be subtracted."""
    own = operand(reading, standing)
    return replace(own, quantity=replace(own.quantity, unit=_PLACES))
