"""``rate`` in multiples: 是上年的2.5倍, 是目标数三百张的1.5倍, 由A增加到B，翻了一番."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import parse
from . import words
from .behind import following
from .joining import holds, operand, place
from .roles import Role
from .statements import Reading, Statement

_COMPARED = lazy("^[ ,]*(?:比|较)(?:(?:上|去)年|(?:19|20)[0-9]{2}年|“?[六七八九十][一二三四]?五”?末)")
_OF_TIME = lazy(
    "^[ ,]*(?:已经?)?(?:是|为|达到?|相当于|约为)"
    "(?:[上去前]一?年|(?:19|20)[0-9]{2}年|[“\"]?[六七八九十][一二三四]?五[”\"]?|改革开放|建[国县市区]|解放|同期)[^,;。()0-9]{0,12}[(]?$"
)
"""是1978年, 相当于改革开放初期: what leads from a figure to what it is a multiple of."""
_ONCE = lazy("[原当](?:来|时|初|年)|过去")
_REACHED = frozenset((Role.LEVEL, Role.ACTUAL, Role.TO))


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every multiple of a figure that is given."""
    for statement in reading.of_dimension("times"):
        if words.TIMES_OF.search(statement.lead) and not words.OTHER_WHOLE.search(statement.lead):
            yield from _multiple(reading, statement)
        elif words.ENLARGED.search(statement.lead):
            yield from _enlarged(reading, statement)
    yield from _doubled(reading)


def _multiple(reading: Reading, multiple: Statement) -> Iterator[Claim]:
    """Read 由A增加到B，是上年的k倍; B，是上年（A）的k倍; 上年A，今年B，是上年的k倍."""
    if multiple.respective:
        return  # 去年销售4万亿元，利润282亿元，分别是2012年的3.4倍和1.1倍
    before = reading.so_far(multiple, 6)
    if (dated := _dated(reading, multiple)) is not None:
        yield dated
        return
    level = next((s for s in before if s.role in _REACHED and s.is_amount and s.depth <= multiple.depth), None)
    if level is None or level.segment != multiple.segment:
        return
    base = next((s for s in before if s is not level and s.like(level) and _may_be_base(s, level, multiple)), None)
    if base is None and (after := following(reading, multiple)) is not None and words.BASE_BEHIND.match(after.lead) and after.like(level):
        base = after
    base = base or _dated_before(reading, level, multiple)
    if base is not None and base.quantity.value:
        where = place(reading, base, level, multiple)
        claim = Rate(operand(reading, multiple), operand(reading, level), operand(reading, base), where, True)
        inside = base.index == multiple.index - 1 and base.clause == multiple.clause  # 为总任务1654亩的6.5倍
        if holds(claim) or inside or abs(level.index - base.index) == 1 or base.index - level.index == 2:
            yield claim


def _dated(reading: Reading, multiple: Statement) -> Claim | None:
    """Return the claim of A，是1978年B的k倍: the base stands between its time and 的, whatever A is, a level or a mean."""
    base = reading.statements[multiple.index - 1] if multiple.index > 1 else None
    if base is None or base.clause != multiple.clause or multiple.lead.strip() != ("的" if base.depth == multiple.depth else ")的"):
        return None
    if not base.is_amount or not base.quantity.value or _OF_TIME.match(base.lead) is None:
        return None
    level = reading.statements[base.index - 1]
    near = level.segment == base.segment and base.clause - level.clause == 1 and level.depth == multiple.depth
    if not near or not level.like(base) or not (level.role in _REACHED or level.role is Role.AVERAGE):
        return None
    where = place(reading, level, base, multiple)
    return Rate(operand(reading, multiple), operand(reading, level), operand(reading, base), where, True)


def _dated_before(reading: Reading, level: Statement, multiple: Statement) -> Statement | None:
    """Return A of 2010年A，2020年B，是2010年的k倍: right before the level, of the year that the multiple names, or before."""
    base = reading.statements[level.index - 1] if level.index else None
    if base is None or base.segment != level.segment or base.depth != level.depth or level.clause - base.clause > 1 or not base.like(level):
        return None
    years = [found[1] for s in (base, level) if (found := words.ANY_YEAR.search(s.lead))]
    named = len(years) == 2 and years[0] < years[1] and (f"{years[0]}年" in multiple.lead or _ONCE.search(multiple.lead) is not None)
    return base if named and level.index == multiple.index - 1 and (base.is_level or base.role is Role.AVERAGE) else None


def _enlarged(reading: Reading, multiple: Statement) -> Iterator[Claim]:
    """Read 发放消费券1000万元，带动销售8000万元，放大8倍."""
    near = [s for s in reading.before(multiple, 2) if s.segment == multiple.segment and s.role in _REACHED and s.depth == multiple.depth]
    if len(near) == 2 and near[0].like(near[1]) and near[1].quantity.value:
        parts = operand(reading, multiple), operand(reading, near[0]), operand(reading, near[1])
        yield Rate(*parts, place(reading, *near, multiple), True)


def _may_be_base(candidate: Statement, level: Statement, multiple: Statement) -> bool:
    """Whether a figure is what a multiple is of: the level before the change, last year's, the plan, or one in brackets before 的."""
    if words.TARGET.search(multiple.lead) or multiple.role is Role.RATE:
        return candidate.role is Role.TARGET
    if candidate.depth > multiple.depth:
        return candidate.clause == multiple.clause and candidate.index == multiple.index - 1
    return candidate.role is Role.PRIOR or (candidate.role is Role.FROM and level.role is Role.TO and candidate.index == level.index - 1)


def _doubled(reading: Reading) -> Iterator[Claim]:
    """Read 由A增加到B，翻了一番: B is twice A, 翻两番 four times."""
    plain = reading.ground.plain
    for match in words.DOUBLED.finditer(plain) if "翻" in plain else ():
        n = bisect_left(reading.statements, match.start(), key=_start)
        if n < 2:
            continue
        before, after = reading.statements[n - 2], reading.statements[n - 1]
        if after.segment != reading.ground.clauses.segments[reading.ground.clause_at(match.start())] or after.depth != before.depth:
            continue
        if after.role in (Role.BASE, Role.PRIOR, Role.OTHER, Role.LEVEL) and before.is_level and _COMPARED.search(after.lead):
            before, after = after, before  # 登记1927人，比去年的1412人翻了一番
        elif before.role is not Role.FROM or after.role is not Role.TO:
            continue
        if before.like(after) and before.quantity.value:
            times = Operand(parse("2倍" if match["one"] else "4倍"))
            yield Rate(times, operand(reading, after), operand(reading, before), place(reading, before, after), True)


def _start(statement: Statement) -> int:
    return statement.start
