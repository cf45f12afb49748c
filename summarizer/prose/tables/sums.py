"""Totals of a table: 合计 and 小计 over rows, 合计 over columns, 其中 within the row before.

Which rows are the parts of a total is plain where nothing divides them. Where 其中, indents or numbering do, several readings are tried,
and one is taken only if the other totals of the table bear it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...claims.base import Claim, Operand, Outcome
from ...claims.share import Shares
from ...claims.sum import Sum
from ...quantities import unit
from ..joining import holds, outcome
from .heads import ADDITIVE, Role
from .table import Column, Row, Table

_LEAST = 2
_RUN = 3
"""Rows behind a 其中 that may go on with it."""
_MOST = 3000
"""Rows of the longest table whose totals are tried."""


def claims(table: Table) -> Iterator[Claim]:
    """Yield the sums that the table states."""
    if len(table.rows) > _MOST:
        return
    columns = [column for column in table.columns if column.role in ADDITIVE and not _is_rate(column)]
    sound: list[Row] = []
    for total, readings in _totals(table.rows):
        parts = _borne_out(table, columns, total, readings)
        if not parts and readings and all(row in sound for row in readings[0]):
            parts = readings[0]  # subtotals that hold themselves
        if parts:
            sound.append(total)
            yield from _down(table, columns, total, parts)
            yield from _hundred(table, total, parts)
    yield from _within(table, columns)
    yield from _across(table)


def _is_rate(column: Column) -> bool:
    return column.unit in ("%", "‰", "个百分点")


def _totals(rows: Sequence[Row]) -> Iterator[tuple[Row, list[list[Row]]]]:
    """Yield each total with the readings of what its parts may be, subtotals first."""
    totals = [n for n, row in enumerate(rows) if row.total and not row.part]
    subtotals = [n for n, row in enumerate(rows) if row.subtotal]
    yield from _subtotals(rows, subtotals, totals)
    if len(totals) == 1:
        at = totals[0]
        above, below = list(rows[:at]), list(rows[at + 1 :])
        plain_below = [row for row in below if not row.part]
        if above and not plain_below:
            yield rows[at], _readings(above)
        elif plain_below and not above:
            yield rows[at], _readings(below)
    elif len(totals) > 1:
        yield from _several(rows, totals)


def _several(rows: Sequence[Row], totals: Sequence[int]) -> Iterator[tuple[Row, list[list[Row]]]]:
    """Totals of stretches: each ends its own, unless the first row is one, when each begins its own."""
    if totals[0] == 0:
        ends = [*totals[1:], len(rows)]
        yield from ((rows[at], [[], *_readings(rows[at + 1 : end])]) for at, end in zip(totals, ends, strict=True))
    else:
        starts = [0, *(at + 1 for at in totals[:-1])]
        yield from ((rows[at], [[], *_readings(rows[start:at])]) for start, at in zip(starts, totals, strict=True))


def _subtotals(rows: Sequence[Row], subtotals: Sequence[int], totals: Sequence[int]) -> Iterator[tuple[Row, list[list[Row]]]]:
    """小计 stands behind its parts or before them; merged cells before the labels say which are meant."""
    for at in subtotals:
        row = rows[at]
        if row.group:
            parts = [other for other in rows if other.group == row.group and other is not row and not other.part]
            yield row, [parts]
            continue
        stops = sorted({-1, len(rows), *subtotals, *totals})
        before = list(rows[max(stop for stop in stops if stop < at) + 1 : at])
        behind = list(rows[at + 1 : min(stop for stop in stops if stop > at)])
        yield row, [[], *(_readings(before) if before else []), *(_readings(behind) if behind else [])]


def _readings(rows: Sequence[Row]) -> list[list[Row]]:
    """Return what the parts among the rows may be, each reading once; one where nothing divides the rows."""
    subtotals = [row for row in rows if row.subtotal]
    found = []
    if subtotals:
        groups = {row.group for row in subtotals}
        found.append([row for row in rows if row.subtotal or (row.group and row.group not in groups)])
        found.append([row for row in rows if not row.subtotal and not row.part])
        trailing = max(n for n, row in enumerate(rows) if row.subtotal)
        found.append([*subtotals, *(row for row in rows[trailing + 1 :] if not row.part)])
    else:
        found += [_outer(rows, key) for key in (_by_rank, _by_indent, _by_nothing)]
        found += [_without_runs(rows), *_after_parts(rows)]
    distinct: list[list[Row]] = []
    for parts in found:
        if len(parts) >= _LEAST and parts not in distinct:
            distinct.append(parts)
    return distinct


def _after_parts(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows without the first one, two or three behind each 其中: these may go on with it, and nothing may show it."""
    last: Row | None = None
    behind = [0] * len(rows)
    for n, row in enumerate(rows):
        if row.part:
            last = row
        elif last is not None and row.indent == last.indent and not row.rank:
            behind[n] = behind[n - 1] + 1 if n and not rows[n - 1].part else 1
        else:
            last = None
    for most in range(1, 1 + min(_RUN, max(behind, default=0))):
        yield [row for row, count in zip(rows, behind, strict=True) if not row.part and not 0 < count <= most]


def _by_rank(row: Row) -> int:
    return row.rank


def _by_indent(row: Row) -> int:
    return row.indent


def _by_nothing(row: Row) -> int:
    return 0


def _outer(rows: Sequence[Row], key: object) -> list[Row]:
    """Return the rows of the outermost level, without those that begin with 其中."""
    plain = [row for row in rows if not row.part]
    levels = [key(row) for row in plain]  # type: ignore[operator]
    least = min(levels, default=0)
    if key is _by_rank and least == 0 and any(levels):
        return plain  # some are numbered, some not: the numbers say nothing of the others
    return [row for row, level in zip(plain, levels, strict=True) if level == least]


def _without_runs(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without 其中 and all that stand as deep behind it."""
    kept: list[Row] = []
    deep: int | None = None
    for row in rows:
        if row.part:
            deep = row.indent
        elif deep is not None and row.indent >= deep and row.indent > 0:
            continue
        else:
            deep = None
            kept.append(row)
    return kept


def _borne_out(table: Table, columns: Sequence[Column], total: Row, readings: Sequence[list[Row]]) -> list[Row]:
    """Return the parts of a total: the only reading, or the one that most columns bear out."""
    if len(readings) == 1:
        return readings[0]
    best: list[Row] = []
    most = 0
    for parts in readings:
        made = [claim for column in columns if (claim := _sum(table, column, total, parts))]
        good = sum(holds(claim) for claim in made)
        if good > most and 2 * good > len(made):
            best, most = parts, good
    return best


def _down(table: Table, columns: Sequence[Column], total: Row, parts: Sequence[Row]) -> Iterator[Claim]:
    made = [claim for column in columns if (claim := _sum(table, column, total, parts))]
    wrong = sum(outcome(claim) is Outcome.FAILS for claim in made)
    if wrong > 2 and 2 * wrong > len(made):
        return  # a total that misses most columns is one of something else
    yield from made


def _sum(table: Table, column: Column, total: Row, parts: Sequence[Row]) -> Sum | None:
    """Return the sum of a column; where a part is blank the rest need not be all."""
    whole = table.operand(total, column)
    cells = [table.operand(row, column) for row in parts]
    known = [operand for operand in cells if operand is not None]
    if whole is None or len(known) < _LEAST or not _alike([whole, *known]):
        return None
    return Sum(whole, tuple(known), True if len(known) == len(cells) else None, place=whole.place)


def _alike(operands: Sequence[Operand]) -> bool:
    first = operands[0].quantity
    plain = all(operand.quantity.same_dimension(first) and not operand.quantity.is_place for operand in operands)
    return plain and first.unit.dimension not in ("ratio", "points", "score", "age", "place", "temperature")


def _hundred(table: Table, total: Row, parts: Sequence[Row]) -> Iterator[Claim]:
    """Shares of the parts of a total reach what stands in its row, 100 %."""
    for column in table.columns:
        if column.role is not Role.SHARE:
            continue
        cells = [table.operand(row, column) for row in parts]
        whole = table.operand(total, column)
        known = [operand for operand in cells if operand is not None and operand.quantity.unit.dimension == "ratio"]
        if whole is not None and len(known) == len(cells) >= _LEAST and whole.quantity.unit.dimension == "ratio":
            hundred = whole.value * whole.quantity.unit.factor == 100 * unit("%").factor
            yield Shares(tuple(known), None if hundred else whole, True, place=whole.place)


def _within(table: Table, columns: Sequence[Column]) -> Iterator[Claim]:
    """A row that begins with 其中 is not more than the row that it is part of."""
    whole: Row | None = None
    for row in table.rows:
        if not row.part:
            whole = row if row.label else None
            continue
        if whole is None:
            continue
        for column in columns:
            part, all_ = table.operand(row, column), table.operand(whole, column)
            if column.role is Role.CHANGE or part is None or all_ is None or not _alike([all_, part]) or part.value < 0 or all_.value < 0:
                continue
            yield Sum(all_, (part,), False, place=part.place)


def _across(table: Table) -> Iterator[Claim]:
    """A column called 合计 adds up the others of its group, row by row, where most rows bear it out."""
    for column in table.columns:
        if column.role is not Role.TOTAL:
            continue
        parts = _siblings(table, column)
        if len(parts) < _LEAST:
            continue
        made = [claim for row in table.rows if (claim := _row_sum(table, row, column, parts))]
        good = sum(holds(claim) for claim in made)
        if good and 2 * good >= len(made):
            yield from made


def _siblings(table: Table, total: Column) -> list[Column]:
    """Return the columns that a total may add up: under its head, or all where there is only one row of heads."""
    same = [c for c in table.columns if c is not total and c.above[: len(total.above)] == total.above]
    if any(c.role is Role.TOTAL for c in same):
        at = table.columns.index(total)
        before = [c for c in table.columns[:at] if c in same]
        start = max((n for n, c in enumerate(before) if c.role is Role.TOTAL), default=-1)
        same = before[start + 1 :]
    return [c for c in same if c.role in ADDITIVE and c.role is not Role.CHANGE and not _is_rate(c) and c.role is not Role.PART]


def _row_sum(table: Table, row: Row, total: Column, parts: Sequence[Column]) -> Sum | None:
    whole = table.operand(row, total)
    cells = [table.operand(row, column) for column in parts]
    known = [operand for operand in cells if operand is not None]
    if whole is None or len(known) < _LEAST or not _alike([whole, *known]):
        return None
    return Sum(whole, tuple(known), True if len(known) == len(cells) else None, place=whole.place)
