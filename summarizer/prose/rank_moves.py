"""``rank`` of two places: 由第8位上升到第5位，前移3位; 第15位，较上年第18位前进3位."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Claim
from ..claims.rank import RankMove
from ..patterns import lazy
from .choosing import of_roles
from .joining import operand, place
from .roles import Role
from .statements import Reading, Statement

_UP, _DOWN = "上升|提升|前移|跃升|跃居|前进|晋升|提高|升|进位|进", "下降|下滑|后移|后退|退后|退步|降低|降|退|跌|滑落"
_TO = lazy(rf"^(?:名|位)?[,的]?[^,;。0-9]{{0,6}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:至|到|为)?[^,;。0-9]{{0,8}}$")
_PRIOR = lazy(
    r"(?:较|比)(?:(?:上|去|前)(?:年|届|季度|月)|年初|[一二三]季度|上半年|前三季度|20[0-9]{2}年|[0-9]{1,2}月)(?:同期|度|[末底份])?(?:的)?"
    r"(?:全[市省国县])?[(]?$"
    r"|^[( ,]*(?:(?:上|去|前)(?:年|届)|上(?:季度|月|半年))(?:同期|度)?(?:为|是|排名?|位?列|居)?$"
)
_YEAR = lazy("(20[0-9]{2})年[^,;。0-9]{0,8}$")
_REACHED = lazy("[至到居列]为?$|^[ ,]*(?:现|目前|今年)?(?:位|排|上升|提升)?[名居列至到]")
_BY = lazy(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?:约)?$")
_UNITS = frozenset(("位", "名", "个"))


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of two places between which something moved."""
    places = (s for s in of_roles(reading, Role.RANK, Role.OTHER) if s.role is Role.RANK or s.word == "位次")
    open_: Statement | None = None
    for second in places:
        first = open_
        if first is None or not second.depth:
            open_ = second
        if first is None or first.segment != second.segment or not 0 <= second.depth - first.depth <= 1:
            continue
        between = reading.statements[first.index + 1 : second.index]
        # 第4位，比一季度（第9位）前移5位，比上半年（第6位）前移2位
        if second.depth > first.depth and any(s.role is Role.RANK for s in between):
            between = tuple(s for s in between if s.depth == first.depth and not _is_number_of_places(s))
        if len(between) > 1 or not all(_BY.search(s.lead.strip()) and _is_number_of_places(s) for s in between):
            continue
        if not first.quantity.is_hedged and not second.quantity.is_hedged:
            yield from _moved(reading, first, second, between)


def _moved(reading: Reading, first: Statement, second: Statement, between: tuple[Statement, ...]) -> Iterator[Claim]:
    """Judge two neighbouring places, of which the first is the earlier or the later one."""
    moved = _TO.match(reading.between(first.end, second.start))
    if moved and ("由" in first.lead or "从" in first.lead):
        yield _claim(reading, first, second, None, up=moved["up"] is not None)
        before, after = first, second
    elif _PRIOR.search(second.lead.strip()):
        before, after = second, first
    elif _comes_first(first, second):
        before, after = first, second
    else:
        return
    last = max(first.index, second.index)
    for change in (*between, *reading.statements[last + 1 : last + 2], *reading.before(first, 1)):
        found = _BY.search(change.lead.strip())
        if found is not None and _is_number_of_places(change) and change.segment == after.segment:
            yield _claim(reading, before, after, change, up=found["up"] is not None)


def _comes_first(first: Statement, second: Statement) -> bool:
    """Whether the first of two places is the earlier: 较上年第12位提升7位，居第5位; 由第12位提升7位至第5位; 2022年第12位，2023年第5位."""
    years = [_YEAR.search(s.lead) for s in (first, second)]
    if years[0] and years[1]:
        return int(years[1][1]) - int(years[0][1]) == 1
    between = second.index - first.index == 2 and _REACHED.search(second.lead) is not None
    return between and ("由" in first.lead or "从" in first.lead or _PRIOR.search(first.lead.strip()) is not None)


def _is_number_of_places(change: Statement) -> bool:
    unit = change.quantity.unit.name
    return change.quantity.is_count and unit in _UNITS and (unit != "个" or change.tail.startswith(("位次", "名次", "位")))


def _claim(reading: Reading, before: Statement, after: Statement, by: Statement | None, *, up: bool) -> RankMove:
    stands = (before, after) if by is None else (before, after, by)
    places = operand(reading, before), operand(reading, after), None if by is None else operand(reading, by)
    return RankMove(*places, 1 if up else -1, place(reading, *stands), True)
