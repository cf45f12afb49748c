"""``sum`` of each column of rows that a row of totals closes: 东河任务26宗，完成25宗；西山任务14宗，完成12宗。合计任务40宗，完成37宗."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..patterns import lazy
from .choosing import led_by
from .joining import holds
from .roles import LEVELS
from .searched import sum_of
from .statements import Reading, Statement

_TOTAL = lazy("^[ ,;:]*[^,;。0-9其]{0,6}?(?:[合总共]计|累计共?|(?<![公与中])共)[^,;。0-9]{0,8}$")
_WORD = 2
"""Characters at the end of what leads to a figure, by which its column is known."""
_LEAST, _MOST = 3, 40
"""Rows. With two, figures add up by chance."""
_NEARLY = 0.6

Row = dict[tuple[str, str], Statement]


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of all columns, where one of them at least adds up."""
    for total in led_by(reading, "计", "共"):
        if total.depth or not _TOTAL.match(total.lead):
            continue
        totals = _row(reading, total.index)
        if len(totals) < 2 or next(iter(totals.values())) is not total:
            continue
        rows = list(_rows(reading, totals, total.index))
        if len(rows) < _LEAST:
            continue
        columns = [(head, tuple(row[key] for row in rows)) for key, head in totals.items()]
        found = [(head, sum_of(reading, head, parts, exhaustive=True, likely=True)) for head, parts in columns]
        if any(holds(claim) for _head, claim in found):
            own = (claim for head, claim in found if head.start not in results)
            yield from (claim for claim in own if holds(claim) or _NEARLY < _made(claim) < 1 / _NEARLY)


def _row(reading: Reading, first: int) -> Row:
    """Return the amounts of a segment by the word before each and their measure, from a figure on that begins it; none if it does not."""
    statements = reading.statements
    segment = statements[first].segment
    if first and statements[first - 1].segment == segment:
        return {}
    row: Row = {}
    for index in range(first, len(statements)):
        s = statements[index]
        if s.segment != segment:
            break
        if (s.is_amount or s.dimension == "number") and not s.depth and s.role in LEVELS and s.quantity.is_plain:
            row.setdefault((s.lead.strip(" ,:")[-_WORD:], s.measure), s)
    return row


def _rows(reading: Reading, totals: Row, end: int) -> Iterator[Row]:
    """Yield the rows before a row of totals that have all its columns, the last first."""
    statements = reading.statements
    for _ in range(_MOST):
        if not end or statements[end - 1].paragraph != statements[end].paragraph:
            return
        first = end - 1
        while first and statements[first - 1].segment == statements[first].segment:
            first -= 1
        row = _row(reading, first)
        if list(row)[: len(totals)] != list(totals):
            return
        yield row
        end = first


def _made(claim: Claim) -> float:
    """Return how much of a total its parts make."""
    total, *parts = claim.operands()
    return float(sum(p.quantity.value for p in parts) / (total.quantity.value or 1))
