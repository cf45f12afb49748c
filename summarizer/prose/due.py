"""``difference`` from what is due by then: 为目标8000万元的65%，比均衡进度超收1200万元, which is beyond half of the target, by June.

Which months have passed, the paragraph or the heading may tell (1—9月, 上半年); where they do not, this only recognises.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from ..claims.base import Claim
from ..claims.difference import Difference
from ..claims.rate import Rate
from ..patterns import lazy
from . import words
from .choosing import led_by
from .joining import holds, operand, place
from .roles import Direction
from .statements import Reading, Statement

_YEAR, _CLAUSES = 12, 2
_TOLD = lazy("1月?[-—–~至到]+(?P<month>[0-9]{1,2})月|(?P<half>上半年|过半)|(?P<three>前三季度)")
_HEADING, _NEAR = 60, 3
_TELLING = 100
"""One of eleven months fits a figure of few digits by chance."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield by how much what was done is beyond the share of its target that the months so far have."""
    told_by = led_by(reading, "均衡", "序时", "时序", "时间进度")
    paced = [s for s in told_by if s.start not in results and s.is_amount and words.PACED.match(s.lead)]
    if not paced:
        return
    starts = reading.starts()
    rates = [c for c in reading.claims_found() if isinstance(c, Rate) and c.actual is not None and c.target is not None]
    for gap in paced:
        for rate in rates:
            done, aim = (starts.get(side.place.start) for side in (rate.actual, rate.target) if side is not None)
            stated = starts.get(rate.rate.place.start)
            if done is None or aim is None or stated is None or stated.segment != gap.segment or not done.like(gap):
                continue
            if 0 < gap.clause - stated.clause <= _CLAUSES and gap.quantity.shows(_TELLING):
                yield from _by_month(reading, done, aim, gap)


def _by_month(reading: Reading, done: Statement, aim: Statement, gap: Statement) -> Iterator[Claim]:
    """Yield the month that fits, or what the text says how many months have passed if it is about as much."""
    tried = {month: _due(reading, done, aim, gap, month) for month in range(1, _YEAR)}
    if sound := next(filter(holds, tried.values()), None):
        yield sound
        return
    months = _months(reading, gap)
    claim = tried.get(months.pop()) if len(months) == 1 else None
    if claim is not None:
        lies = abs(claim.a.quantity.size()[0] - claim.b.quantity.size()[0])
        if lies < _NEAR * gap.quantity.size()[0] < _NEAR * _NEAR * lies:
            yield claim


def _due(reading: Reading, done: Statement, aim: Statement, gap: Statement, month: int) -> Difference:
    found, quantity = words.PACED.match(gap.lead), aim.quantity
    text = f"{quantity.text}×{month}/{_YEAR}"
    part = replace(quantity, text=text, value=quantity.value * month / _YEAR, ulp=quantity.ulp * month / _YEAR)
    way: Direction = -1 if found and found["less"] else 1
    due = replace(operand(reading, aim), quantity=part)
    return Difference(operand(reading, done), due, operand(reading, gap), way, place(reading, done, aim, gap), True)


def _months(reading: Reading, gap: Statement) -> set[int]:
    """Return how many months the paragraph before a figure and behind it, or the heading, say that have passed."""
    plain = reading.ground.plain
    start, end = plain.rfind("\n", 0, gap.start) + 1, plain.find("\n", gap.end)
    stretches = ((0, _HEADING), (start, end if end > 0 else len(plain)))
    found = [match for stretch in stretches for match in _TOLD.finditer(plain, *stretch)]
    return {int(match["month"]) if match["month"] else 6 if match["half"] else 9 for match in found}
