"""Rows of one shape that give a target, what was reached and the rate, or before, after and growth, without a word for each:
甲市150个、143个、95.33%，乙市71个、44个、61.97%.

What the columns are is found out from the rows: where most of them are so, all are.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.growth import Growth
from ..claims.rate import Rate
from .joining import holds, operand, place
from .statements import Reading, Statement

_LEAST = 3
"""Rows that are enough to see what the columns are."""
_MOST = 200
_NAME = 16


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each row of three figures, of which the last is a percentage that is no result yet."""
    run: list[tuple[Statement, ...]] = []
    for row in _rows(reading, results):
        if run and row[0].index != run[-1][-1].index + 1:
            yield from _run(reading, run)
            run = []
        if len(run) < _MOST:
            run.append(row)
    yield from _run(reading, run)


def _rows(reading: Reading, results: Set[int]) -> Iterator[tuple[Statement, ...]]:
    """Yield three figures that stand together: a name, two amounts of a kind and a percentage."""
    statements = reading.statements
    for percent in reading.of_dimension("ratio"):
        if percent.index < 2 or percent.start in results or percent.lead.strip(" 、,/()"):
            continue
        first, second = statements[percent.index - 2 : percent.index]
        if not first.is_amount or not second.like(first):
            continue
        bare = not second.lead.strip(" 、,/")
        if bare and first.lead.strip(" 、,:;") and first.segment == percent.segment and len(first.lead) <= _NAME + 2:
            yield first, second, percent


def _run(reading: Reading, run: list[tuple[Statement, ...]]) -> Iterator[Claim]:
    if len(run) < _LEAST:
        return
    for read in (_second_of_first, _first_of_second, _growth):
        found = [read(reading, row) for row in run]
        good = sum(holds(claim) for claim in found)
        if 2 * good > len(run) and good > 1:
            yield from found
            return


def _second_of_first(reading: Reading, row: tuple[Statement, ...]) -> Claim:
    target, actual, rate = row
    return Rate(operand(reading, rate), operand(reading, actual), operand(reading, target), place(reading, *row), True)


def _first_of_second(reading: Reading, row: tuple[Statement, ...]) -> Claim:
    actual, target, rate = row
    return Rate(operand(reading, rate), operand(reading, actual), operand(reading, target), place(reading, *row), True)


def _growth(reading: Reading, row: tuple[Statement, ...]) -> Claim:
    before, after, percent = (operand(reading, s) for s in row)
    return Growth(before, after, None, percent, None, 0, place=place(reading, *row), likely=True)
