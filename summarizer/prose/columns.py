"""Rows of figures in two or three columns: 件 and 人, 起 and 人.

立案97件134人，上年同期为197件375人，分别下降50.8%、64.3%; 事故54起，死亡825人，同比减少11起、146人，分别下降16.9%和15.0%.
The columns stand in one order in each row, so that the figures of one column belong together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ..claims.base import Claim, Operand
from ..claims.count import Count
from ..patterns import lazy
from ..quantities import parse
from . import words
from .grown import growth_of
from .joining import place
from .roles import Role
from .statements import Reading, Statement

_MOST = 4
_BACK = 16
_AMOUNTS = (Role.LEVEL, Role.ACTUAL, Role.TO, Role.CHANGE, Role.PRIOR, Role.BASE)
_NAMED = lazy(r"(?<![、和])(?P<unit>[件人起宗户次例批])数(?:同比|环比)?[\u4e00-\u9fff]{2}了?$")
_ALIKE = {"人": ("人", "名"), "件": ("件", "宗"), "起": ("起", "宗"), "次": ("次", "人次")}
_PLAIN = lazy("^[, ]*(?:(?:与|和|同)?(?:上年|去年)?(?:同期)?(?:相比|比较)?,?)?(?:同比|比上年|较上年|比去年|较去年|上年)?(?:同期)?分别")


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the growth of each column."""
    statements = reading.statements
    for s in reading.of_role(Role.GROWTH):
        if s.dimension != "ratio" or s.start in results or s.quantity.is_hedged:
            continue
        if s.respective and not s.listed:
            row = _row(statements, s.index)
            if 2 <= len(row) <= _MOST:
                yield from _columns(reading, row)
                yield from _miscounted(reading, row)
        elif not s.listed and (named := _NAMED.search(s.lead)):
            yield from _of_name(reading, s, _ALIKE.get(named["unit"], (named["unit"],)))


def _row(statements: Sequence[Statement], n: int) -> list[Statement]:
    """Return the percentages of a list that was announced with 分别; each may have its verb: 下降8%、上升5%."""
    row = [statements[n]]
    for s in statements[n + 1 : n + _MOST + 1]:
        if s.role is not Role.GROWTH or s.segment != row[0].segment or s.clause - row[-1].clause > 1 or not (s.listed or not s.subject):
            break
        row.append(s)
    return row


def _columns(reading: Reading, row: list[Statement]) -> Iterator[Claim]:
    """Pair the last row of amounts before the percentages with the one before it."""
    size = len(row)
    before = [s for s in reading.before(row[0], _BACK) if s.sentence == row[0].sentence and s.depth == row[0].depth][::-1]
    before = [s for s in before if s.is_amount and s.dimension not in ("months", "days")]
    if len(before) < 2 * size:
        return
    upper, lower = before[-2 * size : -size], before[-size:]
    if any(s.role not in _AMOUNTS or s.quantity.is_hedged for s in (*upper, *lower)):
        return
    if any(not one.like(other) for one, other in zip(upper, lower, strict=True)) or row[0].index - lower[-1].index != 1:
        return
    kinds = [_kind(part) for part in (upper, lower)]
    for number, percent in enumerate(row):
        if kinds == ["level", "change"]:
            changes = (lower[number], percent, None)
            claim = growth_of(reading, [percent], None, upper[number], changes, likely=True)
        elif "prior" in kinds and kinds[0] != kinds[1] and "change" not in kinds:
            first, last = (upper, lower) if kinds[0] == "prior" else (lower, upper)
            claim = growth_of(reading, [percent], first[number], last[number], (None, percent, None), likely=True)
        else:
            return
        yield claim


def _kind(row: Sequence[Statement]) -> str:
    """Return what a row of amounts is by what stands before its first figure."""
    first = row[0]
    if first.role is Role.CHANGE:
        return "change" if all(s.role is Role.CHANGE or not s.subject for s in row) else ""
    return "prior" if first.role in (Role.PRIOR, Role.BASE) else "level"


def _of_name(reading: Reading, percent: Statement, units: tuple[str, ...]) -> Iterator[Claim]:
    """Read 审结420件650人，上年同期为700件1300人，件数下降40%、人数下降50%: the percentage names its column."""
    before = [s for s in reading.so_far(percent, _BACK) if s.quantity.unit.name in units]
    if len(before) != 2 or any(s.depth != percent.depth or s.quantity.is_hedged for s in before):
        return
    after, first = before[::-1]
    if _is_prior(reading, after) is not _is_prior(reading, first):
        if _is_prior(reading, after):
            first, after = after, first
        yield growth_of(reading, [percent], first, after, (None, percent, None), likely=True)


def _is_prior(reading: Reading, statement: Statement) -> bool:
    """Whether a figure is one of last year, also behind the one that is said to be: 上年同期为773件1350人."""
    while statement.index and statement.role is not Role.PRIOR and statement.lead.strip() in words.JOINERS:
        statement = reading.statements[statement.index - 1]
    return statement.role is Role.PRIOR


def _miscounted(reading: Reading, row: list[Statement]) -> Iterator[Claim]:
    """Read 事故37起、死亡30人、受伤15人，同比分别下降19.6%、9.1%: one percentage is missing."""
    levels: list[Statement] = []
    for s in reading.before(row[0], _BACK):
        if s.index != row[0].index - len(levels) - 1 or s.segment != row[0].segment or not s.quantity.is_count or not s.subject:
            break
        if levels and "," in reading.between(s.end, levels[-1].start):
            break
        levels.append(s)
    plain = _PLAIN.search(row[0].lead) is not None and all(s.listed for s in row[1:]) and row[0].depth == 0
    if plain and len(levels) == len(row) + 1 > 2 and row[0].clause - levels[0].clause == 1:
        stated = Operand(parse(f"{len(levels)}个"), place=place(reading, *levels))
        yield Count(stated, len(row), (), (), False, place(reading, *levels, *row), True)


