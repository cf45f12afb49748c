"""``growth`` from prose: 比上年增加D，增长P%; 由A提高到B; 比上年同期A件上升D件; 分别增长P、Q; 同比增长P% of a count.

The base of a change is the nearest earlier level of its dimension that is no change itself, in no deeper bracket.
A change that names a subject of its own (其中…支出比上年增加) has no base before it. Where the nearest does not fit and
another does, that one was meant; where none fits, the change is accused only if nothing else could have been meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Claim
from ..claims.growth import Growth
from . import words
from .joining import holds, operand, place
from .statements import CHANGES, Direction, Reading, Role, Statement

_FEW = 16


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every group of changes, and of every series announced with 分别."""
    statements = reading.statements
    index = 0
    while index < len(statements):
        group = _group(statements, index)
        if not group:
            index += 1
            continue
        index = group[-1].index + 1
        if group[0].respective or any(s.listed for s in group):
            yield from _respective(reading, group)
        else:
            yield from _grown(reading, group)


def _group(statements: tuple[Statement, ...], index: int) -> list[Statement]:
    """Return the changes that stand together: 增加D，增长P%; a new subject begins a new group."""
    first = statements[index]
    if first.role not in CHANGES:
        return []
    group = [first]
    for statement in statements[index + 1 : index + _FEW]:
        if statement.role not in CHANGES or statement.segment != first.segment or statement.clause - group[-1].clause > 1:
            break
        if statement.subject and not statement.listed or statement.depth != first.depth:
            break
        if not statement.listed and not first.respective and any(s.role is statement.role for s in group):
            break
        group.append(statement)
    return group


def _grown(reading: Reading, group: list[Statement]) -> Iterator[Claim]:
    """Read one change, one percentage, or both, beside the level that they belong to."""
    change = next((s for s in group if s.role is Role.CHANGE), None)
    percent = next((s for s in group if s.role is Role.GROWTH), None)
    points = next((s for s in group if s.role is Role.POINTS), None)
    first = group[0]
    if moved := _moved(reading, first):
        yield _claim(reading, group, moved[0], moved[1], change, percent, points)
        return
    if based := _based(reading, first):
        yield from _from_base(reading, group, based, change, percent, points)
        return
    if change is not None and percent is not None:
        yield from _both(reading, group, change, percent)
    elif percent is not None and first.role is Role.GROWTH:
        yield from _alone(reading, percent)


def _moved(reading: Reading, first: Statement) -> tuple[Statement, Statement] | None:
    """Return A and B of 由A提高到B right before a change."""
    if first.index < 2 or first.subject:
        return None
    before, after = reading.statements[first.index - 2], reading.statements[first.index - 1]
    if before.role is not Role.FROM or after.role is not Role.TO or after.segment != first.segment or first.clause - after.clause > 1:
        return None
    return (before, after) if before.like(after) and before.depth == after.depth == first.depth else None


def _based(reading: Reading, first: Statement) -> Statement | None:
    """Return the base of 比上年同期A件上升D件."""
    if not first.index:
        return None
    base = reading.statements[first.index - 1]
    return base if base.role is Role.BASE and base.clause == first.clause else None


def _from_base(
    reading: Reading, group: list[Statement], base: Statement, change: Statement | None, percent: Statement | None, points: Statement | None
) -> Iterator[Claim]:
    levels = [level for level in _levels(reading, base, base) if level.clause >= base.clause - 1]
    if base.dimension == "ratio" or (not levels and (change is None or percent is None)):
        return  # percentages apart are a difference
    after = levels[0] if levels else None
    if percent is not None or (change is not None and after is not None):
        yield _claim(reading, group, base, after, change, percent, points)


def _both(reading: Reading, group: list[Statement], change: Statement, percent: Statement) -> Iterator[Claim]:
    """Read 比上年增加D，增长P%, of which the level stands before."""
    if group[0].subject and not _names_level(reading, group[0]):
        return
    levels = list(_levels(reading, group[0], change))
    if not levels:
        return
    for level in levels:
        claim = _claim(reading, group, None, level, change, percent, None)
        if holds(claim):
            yield claim
            return
    if _is_real(reading, levels[0], percent):
        return
    likely = not _clean(reading, levels[0], group[0], percent)
    yield _claim(reading, group, None, levels[0], change, percent, None, likely=likely)


def _alone(reading: Reading, percent: Statement) -> Iterator[Claim]:
    """Read a count that grew by a percentage without a base: some whole number must have been there before."""
    if not percent.index or percent.subject or percent.dimension != "ratio":
        return
    level = reading.statements[percent.index - 1]
    if level.role not in (Role.LEVEL, Role.ACTUAL) or not level.quantity.is_count or level.depth != percent.depth or level.listed:
        return
    if level.segment != percent.segment or percent.clause - level.clause > 1 or _is_real(reading, level, percent):
        return
    if not _rounded(level):
        yield _claim(reading, [percent], None, level, None, percent, None)


def _rounded(level: Statement) -> bool:
    """Whether a count looks rounded, so that it is no count to the unit."""
    return level.quantity.value >= 1000 and level.quantity.value % 100 == 0


def _levels(reading: Reading, first: Statement, like: Statement) -> Iterator[Statement]:
    """Yield the levels before a change that it may belong to, the nearest first."""
    for candidate in reading.before(first, _FEW):
        if candidate.sentence != first.sentence:
            return
        if candidate.is_level and candidate.like(like) and candidate.depth <= first.depth:
            yield candidate


def _names_level(reading: Reading, first: Statement) -> bool:
    """Whether the subject of a change is that of the level before it, said again."""
    level = next(_levels(reading, first, first), None)
    return level is not None and bool(first.subject) and first.subject in level.subject


def _is_real(reading: Reading, level: Statement, percent: Statement) -> bool:
    """Whether the rate is over another base than the amounts: 可比价, 同口径, and what always is (GDP, 增加值)."""
    return words.REAL.search(reading.between(max(0, level.start - 40), percent.end + 12)) is not None


def _clean(reading: Reading, level: Statement, first: Statement, percent: Statement) -> bool:
    """Whether level, change and percentage follow each other with nothing between that could be meant instead."""
    if level.segment != first.segment or level.depth != first.depth or level.listed:
        return False
    between = reading.statements[level.index + 1 : first.index]
    return all(s.role in (Role.RATE, Role.RANK) or s.depth > level.depth for s in between) and first.clause - level.clause <= 2 + len(between)


def _respective(reading: Reading, group: list[Statement]) -> Iterator[Claim]:
    """Read 分别增长P、Q: as many levels before as there are percentages, in their order."""
    changes = [s for s in group if s.role is Role.CHANGE]
    percents = [s for s in group if s.role is Role.GROWTH]
    count = len(percents)
    if count < 2 or (changes and len(changes) != count):
        return
    levels = [s for s in reading.before(group[0], _FEW) if s.segment == group[0].segment and s.is_level and s.depth == group[0].depth][::-1]
    if len(levels) != count:
        return
    for number, percent in enumerate(percents):
        change = changes[number] if changes else None
        level = levels[number]
        if change is None and not level.quantity.is_count or (change is not None and not change.like(level)):
            continue
        yield _claim(reading, [percent], None, level, change, percent, None, likely=True)


def _claim(
    reading: Reading, group: list[Statement], before: Statement | None, after: Statement | None, change: Statement | None,
    percent: Statement | None, points: Statement | None, *, likely: bool = False,
) -> Growth:  # fmt: skip
    stands = [s for s in (before, after, change, percent, points) if s is not None]
    parts = [operand(reading, s) if s is not None else None for s in (before, after, change, percent, points)]
    direction: Direction = next((s.direction for s in group if s.direction), 1)
    return Growth(*parts, direction=direction, place=place(reading, *stands), likely=likely)
