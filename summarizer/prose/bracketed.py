"""``growth``, ``difference`` and ``rate`` from bare numbers in brackets: 下降16.2%（145/173）; 出生436人，比上年同期（429）多7人.

A number in a bracket behind what it is compared with has no unit of its own: it is counted as what stands before the comparison.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Set

from ..claims.base import Claim, Operand, stretch
from ..claims.growth import Growth
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import parse
from .differences import difference_of
from .grown import growth_of, may_grow
from .joining import operand
from .roles import PERCENTAGES, Direction, Role
from .statements import Reading, Statement

_QUOTIENT = lazy(r"\((?:(?<=%.)|(?<=百分点.))(?P<above>[0-9]{1,7}(?:\.[0-9]{1,4})?)/(?P<below>[0-9]{1,7}(?:\.[0-9]{1,4})?)\)")
_MOVED = lazy("^[)][ ]*(?:人数|件数|起数|总数|数)?(?:相比|比)?[, ]*(?:(?P<down>少|减少|下降|降低|净减|减)|多|增加|增长|上升|净增|增|提高)")
_COMPARES = lazy("(?:比|较|与|同)[^,;。0-9]{0,4}(?:[上去前]年|同期|上期|上月|年初)[^,;。0-9]{0,6}[(](?:为)?$")


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the claims whose operands stand without a unit in a bracket."""
    if "/" in reading.ground.plain:
        yield from _quotients(reading, results)
    for base in reading.of_role(Role.BASE):
        if base.depth and base.dimension == "number" and base.index:
            yield from _compared(reading, base, results)


def _quotients(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Read 较上月下降16.18%（145/173）, and 合格率95%（19/20）."""
    for found in _QUOTIENT.finditer(reading.ground.plain):
        end = found.start()
        n = bisect_left(reading.statements, end, key=_end)
        if n == len(reading.statements) or reading.statements[n].end != end or reading.statements[n].start in results:
            continue
        percent = reading.statements[n]
        above, below = (Operand(parse(found[name])) for name in ("above", "below"))
        if not below.value or not above.value or percent.dimension != "ratio":
            continue
        where = stretch(percent.start, found.end())
        if percent.role is Role.GROWTH and percent.direction:
            yield Growth(below, above, None, operand(reading, percent), None, percent.direction, place=where, likely=True)
        elif percent.role in PERCENTAGES and above.value <= below.value:
            yield Rate(operand(reading, percent), above, below, where, True)


def _compared(reading: Reading, base: Statement, results: Set[int]) -> Iterator[Claim]:
    """Read 出生436人，比去年同期（429）多7人, and 受理436件，比上年（429件）增长1.6%."""
    change = reading.statements[base.index + 1] if base.index + 1 < len(reading.statements) else None
    if change is None or change.start in results or change.clause != base.clause or not _COMPARES.search(base.lead):
        return
    found = _MOVED.match(change.lead)
    level = reading.statements[base.index - 1]
    if found is None or not level.is_level or not level.is_amount or level.segment != base.segment or level.depth != change.depth:
        return
    if base.clause - level.clause > 1:
        return
    before = base.in_unit(level.quantity.unit)
    way: Direction = -1 if found["down"] else 1
    if change.like(level):
        yield difference_of(reading, level, before, change, way, likely=True)
    elif change.dimension == "ratio" and may_grow(level, before):
        yield growth_of(reading, [change], before, level, (None, change, None), likely=True)


def _end(statement: Statement) -> int:
    return statement.end
