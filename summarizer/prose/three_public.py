"""``sum`` of 三公经费 over sentences or lines: 三公经费T。因公出国费A。公务用车购置费B；运行维护费C。公务接待费D; and of their changes.

Together the three are all there is; that of cars may be told in two parts, or as one figure that these divide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from ..claims.base import Claim
from ..claims.difference import Difference
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import led_by
from .joining import added, holds, operand, place
from .nearness import near_sum
from .roles import Role
from .statements import Reading, Statement

_KINDS = (
    ("abroad", lazy("出国")),
    ("guests", lazy("公务接待|接待费")),
    ("cars", lazy("购置(?:费|经费)?[及和与、](?:公务用车)?运行")),
    ("bought", lazy("(?:用车|车辆)购置|公车购置")),
    ("run", lazy("(?:用车|车辆|公车)运行")),
)
_MOST, _SENTENCES = 24, 12
_BEHIND, _NEAR = 8, 3
_TOTALS = frozenset((Role.LEVEL, Role.ACTUAL, Role.TARGET))


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the total of each account of 三公经费, and what its change consists of."""
    totals, cars = led_by(reading, "三公", "3公"), led_by(reading, "购置及", "购置和", "购置与", "购置、")
    if not totals and not cars:
        return
    sums = (claim for claim in reading.claims_found() if isinstance(claim, Sum) and claim.exhaustive is not False)
    known = {claim.total.place.start for claim in sums if len(claim.parts) > 1}
    for total in totals:
        if total.depth or not total.is_plain or total.role not in _TOTALS or total.dimension != "money":
            continue
        if total.start not in known and (row := _row(reading, total, _TOTALS)):
            total = _spent(reading, total, row)
            if total.start in known:
                continue
            parts = tuple(operand(reading, s) for s in row)
            yield Sum(operand(reading, total), parts, True, False, place(reading, total, *row), True)
        for change in reading.statements[total.index + 1 : total.index + _MOST]:
            if change.role is Role.CHANGE and not change.subject and change.like(total) and change.start not in known:
                if change.sentence - total.sentence < _SENTENCES and (row := _row(reading, change, frozenset((Role.CHANGE,)))):
                    yield from _moved(reading, change, row)
                break
    yield from _of_cars(reading, cars, known)


def _spent(reading: Reading, total: Statement, row: list[Statement]) -> Statement:
    """Return what was spent behind a budget where its parts are what was spent: 预算11万元，支出决算3万元，其中：接待费决算1万元."""
    behind = reading.statements[total.index + 1]
    spent = "决算" in behind.lead and behind.like(total) and behind.is_level and behind.segment == total.segment
    return behind if spent and any("决算" in s.lead for s in row) and "决算" not in total.lead else total


def _of_cars(reading: Reading, cars: Iterable[Statement], known: Set[int]) -> Iterator[Claim]:
    """Read 公务用车购置及运行维护费5万元。其中：公务用车购置费1万元。公务用车运行维护费4万元: the parts stand in sentences of their own."""
    names = dict(_KINDS)
    for total in cars:
        if total.start in known or not names["cars"].search(total.lead) or total.depth or not total.is_plain or total.role not in _TOTALS:
            continue
        behind = reading.statements[total.index + 1 : total.index + _BEHIND]
        behind = tuple(s for s in behind if s.sentence - total.sentence <= _NEAR and s.paragraph == total.paragraph)
        row = [s for s in behind if s.like(total) and s.role is total.role and s.is_plain and s.depth == total.depth][:2]
        told = len(row) == 2 and all(names[kind].search(s.lead) for kind, s in zip(("bought", "run"), row, strict=True))
        if told and row[0].sentence < row[1].sentence and not names["cars"].search(row[0].lead + row[1].lead):
            parts = tuple(operand(reading, s) for s in row)
            yield Sum(operand(reading, total), parts, True, False, place(reading, total, *row), True)


def _row(reading: Reading, total: Statement, roles: Set[Role]) -> list[Statement]:
    """Return the first figure of each kind behind a total, in one account; nothing where a kind is missing."""
    found: dict[str, Statement] = {}
    name = ""
    for s in reading.statements[total.index + 1 : total.index + _MOST]:
        name = next((kind for kind, words in _KINDS if words.search(s.lead)), name)
        if s.sentence - total.sentence > _SENTENCES or "三公" in s.lead:
            break
        if name and s.role in roles and s.like(total) and s.is_plain and s.depth == total.depth:
            if name in found:
                break
            found[name] = s
            name = ""
    cars = [found["cars"]] if "cars" in found else [found[kind] for kind in ("bought", "run") if kind in found]
    whole = "cars" in found or len(cars) > 1
    named = [found[kind] for kind in ("abroad", "guests") if kind in found]
    return sorted((*named, *cars), key=lambda s: s.index) if whole and len(named) > 1 else []


def _moved(reading: Reading, total: Statement, row: list[Statement]) -> Iterator[Claim]:
    """Yield that what rose less what fell is the change of all, if it is."""
    along = [s for s in row if s.direction == total.direction]
    against = [s for s in row if s.direction != total.direction]
    if total.direction and along:
        where = place(reading, total, *row)
        if against:
            claim: Claim = Difference(added(reading, along), added(reading, against), operand(reading, total), 1, where, True)
        else:
            claim = Sum(operand(reading, total), tuple(operand(reading, s) for s in along), True, False, where, True)
        if against or near_sum(total, along):
            yield from [claim] if holds(claim) else []
