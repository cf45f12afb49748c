"""``difference`` and ``sum`` of what comes and goes where the result stands first or the stock stands apart.

净增19家（新增27家、退出8家）; 年末在册860人（年初840人，新增50人，减少30人）; 去年底有640家。今年新增60家，退出20家，目前有680家;
在原有60座的基础上，新增12座，达到72座.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import followed_by, led_by
from .flows import CLOSING, IN, NET, OPENING, OUT, net_of, side_of, stock_of
from .joining import operand, place
from .roles import PRESENT, Role
from .statements import Reading, Statement

_LEADS = lazy(r"^[ ,:(]*(?:其中)?[,: ]*")
_MOST, _BRACKET = 6, 8
_NAME = 14
_SIGNS = lazy("净(?:增|减|流入|流出|[迁调转收投]入)")
_GROUND = lazy(r"^[㐀-鿿]{0,12}的?(?:基础|基数)上")
_REACHES = lazy(r"^[ ,]*(?:使|现)?[㐀-鿿]{0,6}?(?:累计|总数|总量|规模)?(?:已)?(?:达到?|增至|增加到|扩大到|提高到)[: ]*$")


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the equations whose result stands before what came and went, and those whose stock stands apart."""
    for net in led_by(reading, "净"):
        if _is_free(net, results) and _SIGNS.search(net.lead[-_NAME:]):
            yield from _net_first(reading, net)
    for first in led_by(reading, "年初", "期初", "月初", "末", "原有") if "(" in reading.ground.plain else ():
        if first.depth and first.index:
            closing = reading.statements[first.index - 1]
            if _is_free(closing, results) and closing.role in PRESENT and (row := _in_bracket(reading, closing)):
                yield from _closing_first(reading, closing, row)
    for closing in led_by(reading, "目前"):
        if _is_free(closing, results) and closing.role in PRESENT and not closing.depth and side_of(closing) == CLOSING:
            yield from _stock_before(reading, closing)
    for had in followed_by(reading, "基础", "基数"):
        following = reading.statements[had.index + 2 : had.index + 3]
        if following and _is_free(following[0], results):
            yield from _on_ground(reading, following[0])


def _is_free(s: Statement, results: Set[int]) -> bool:
    return s.is_amount and s.start not in results and s.is_plain


def _net_first(reading: Reading, net: Statement) -> Iterator[Claim]:
    """Read 净增19家（新增27家、退出8家） and 净增19家，其中新增27家、退出8家."""
    following = reading.statements[net.index + 1 : net.index + 4]
    if len(following) < 2:
        return
    come, gone, *more = following
    if not (come.like(net) and gone.like(net)) or gone.segment != net.segment or come.bracket != gone.bracket:
        return
    if come.depth not in (net.depth, net.depth + 1) or come.start - net.end > _NAME:
        return
    if any(s.like(net) and s.bracket == gone.bracket and s.segment == net.segment for s in more):
        return
    told = side_of(come), _gone(gone)
    if told == (OUT, IN):
        come, gone = gone, come
    elif told[0] in (OUT, NET, OPENING, CLOSING) or told[1] != OUT:
        return
    yield net_of(reading, come, gone, net)


def _gone(s: Statement) -> str | None:
    """Return the side of a figure, 减少8家 taken for what went."""
    return OUT if s.role is Role.CHANGE and s.direction < 0 else side_of(s)


def _in_bracket(reading: Reading, closing: Statement) -> list[Statement]:
    """Return the figures in the bracket right behind one, if all are like it and the first is what there was before."""
    following = reading.statements[closing.index + 1 : closing.index + 2]
    if not following or following[0].depth != closing.depth + 1 or following[0].bracket - closing.end > _BRACKET:
        return []
    row: list[Statement] = []
    for s in reading.statements[closing.index + 1 : closing.index + 1 + _MOST]:
        if s.bracket != following[0].bracket:
            break
        row.append(s)
    fits = len(row) > 2 and all(s.like(closing) and s.is_plain for s in row)
    return row if fits and side_of(row[0]) == OPENING else []


def _closing_first(reading: Reading, closing: Statement, row: Sequence[Statement]) -> Iterator[Claim]:
    told = [_gone(s) for s in row[1:]]
    come = [s for s, side in zip(row[1:], told, strict=True) if side == IN]
    gone = [s for s, side in zip(row[1:], told, strict=True) if side == OUT]
    if len(come) + len(gone) == len(row) - 1:
        yield from stock_of(reading, row[0], (come, gone), closing)


def _stock_before(reading: Reading, closing: Statement) -> Iterator[Claim]:
    """Read 去年底有640家。今年新增60家，退出20家，目前有680家."""
    own = [s for s in reading.so_far(closing, _MOST) if s.like(closing) and not s.depth][::-1]
    before = next((s for s in reading.before(closing, 2 * _MOST) if s.sentence == closing.sentence - 1 and s.like(closing)), None)
    if not own or len(own) > 2 or before is None or before.paragraph != closing.paragraph or side_of(before) != OPENING:
        return
    told = [_gone(s) for s in own]
    if IN in told and all(side in (IN, OUT) for side in told) and len(set(told)) == len(told):
        come = [s for s, side in zip(own, told, strict=True) if side == IN]
        yield from stock_of(reading, before, (come, [s for s in own if s not in come]), closing)


def _on_ground(reading: Reading, now: Statement) -> Iterator[Claim]:
    """Read 在原有60座的基础上，新增12座，达到72座."""
    had, more = reading.statements[now.index - 2 : now.index]
    if not (had.like(now) and more.like(now)) or had.segment != now.segment or had.depth != now.depth or not _REACHES.search(now.lead):
        return
    if _GROUND.match(had.tail) and "原" in had.lead and (side_of(more) == IN or more.direction > 0):
        where = place(reading, had, more, now)
        yield Sum(operand(reading, now), (operand(reading, had), operand(reading, more)), True, False, where, True)
