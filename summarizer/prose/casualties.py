"""``sum`` of accidents and whom they hurt: 事故46起，死亡9人，受伤51人。其中国道28起、亡5人、伤32人，县道18起、亡4人、伤19人.

A row begins with a number of accidents; what it tells beside that is known by its last character, so that 亡 is 死亡. Where one column
adds up over all rows, the others that each row has are meant to as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import led_by
from .joining import holds, operand, place
from .roles import PRESENT
from .statements import Reading, Statement

_DEAD = lazy("(?:死|亡|死亡)(?:人数)?(?:约|共|为)?[: ]*$")
_KEY = lazy("(?P<key>[亡死伤损失踪])(?:人[员数])*(?:约|共|为|达)?[: ]*$")
_CASES = frozenset(("起", "宗", "次"))
_NO_ROW = lazy("同比|[比较]|上年|去年|同期|减少|增加|上升|下降|另|合计|共计")
_MOST, _LEAST = 24, 20
"""Figures from a total to the last of its rows, and a number that a column hardly makes by chance."""

_Row = dict[str, Statement]


def claims(reading: Reading, _results: Set[int]) -> Iterator[Claim]:
    """Yield the sums over the rows behind each number of accidents with its dead."""
    end = -1
    for dead in led_by(reading, "亡", "死"):
        cases = reading.statements[dead.index - 1] if dead.index else dead
        if dead.index <= end or not _DEAD.search(dead.lead) or not _is_case(cases) or cases.segment != dead.segment:
            continue
        rows = _rows(reading, cases)
        if len(rows) > 2:
            end = max(s.index for s in rows[-1].values())
            yield from _sums(reading, rows)


def _is_case(s: Statement) -> bool:
    return s.quantity.unit.name in _CASES and s.role in PRESENT and s.is_plain and not s.depth and not _NO_ROW.search(s.lead)


def _rows(reading: Reading, first: Statement) -> list[_Row]:
    """Return the total's row and those behind it: each begins with a number of accidents, and names what else it tells."""
    rows: list[_Row] = []
    for s in reading.statements[first.index : first.index + _MOST]:
        if s.paragraph != first.paragraph or s.sentence - first.sentence > 1:
            break
        if s.like(first):
            if not _is_case(s) or not s.subject:
                break
            rows.append({"": s})
        elif (found := _KEY.search(s.lead)) and s.role in PRESENT and s.is_plain and not s.depth:
            key = found["key"].replace("死", "亡")
            if key in rows[-1] or s.segment != rows[-1][""].segment:
                break
            rows[-1][key] = s
        elif rows[1:]:
            break
    return rows


def _sums(reading: Reading, rows: Sequence[_Row]) -> Iterator[Claim]:
    """Yield the columns that every row has, where just one of them does not add up."""
    head, *parts = rows
    keys = [key for key in head if all(key in row and row[key].like(head[key]) for row in parts)]
    made = [_sum(reading, head[key], [row[key] for row in parts]) for key in keys]
    good = [claim for claim in made if holds(claim)]
    sure = any(claim.total.quantity.shows(_LEAST) for claim in good) and len(made) - len(good) < 2
    sums = (claim for claim in reading.claims_found() if isinstance(claim, Sum) and (claim.exhaustive or not holds(claim)))
    told = {claim.total.place.start for claim in sums}
    if sure:
        yield from (claim for claim in made if claim.total.place.start not in told)


def _sum(reading: Reading, total: Statement, parts: Sequence[Statement]) -> Sum:
    return Sum(operand(reading, total), tuple(operand(reading, s) for s in parts), True, False, place(reading, total, *parts), True)
