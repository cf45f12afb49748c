"""``share`` and ``rate`` of several figures at once: 三地合计占总量的56.5%; 发现甲86人、乙19人，检出率分别为P、Q."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..claims.share import Share
from ..patterns import lazy
from ..quantities import add, from_chinese
from .joining import holds, operand, place
from .roles import LEVELS, Role
from .statements import Reading, Statement

_TOGETHER = lazy(
    r"(?P<number>[两二三四五六七八九十]|[2-9])[一-鿿]{0,4}?(?:合计|共计|共|总计|合并|累计|合)占|(?P<both>两者|二者|两项)(?:合计|共|合)?占"
    r"|^[ ,]*(?P<row>合计|共计|总计|累计|合并|一共|共)占"
)
_BACK = 40
_MOST_ROW = 41
_MOST = 8
_SERIES = 12
_RATES = frozenset((Role.NAMED_RATE, Role.SHARE, Role.RATE))


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield shares of figures added up, and rates that are given one after the other with one whole."""
    for s in reading.of_dimension("ratio"):
        if s.role not in _RATES or s.start in results or s.listed:
            continue
        if (found := _TOGETHER.search(s.lead)) and found["row"]:
            yield from _together(reading, s, _row(reading, s))
        elif found:
            number = 2 if found["both"] else int(from_chinese(found["number"]) if not found["number"].isdigit() else found["number"])
            yield from _together(reading, s, number)
        elif s.respective:
            yield from _series(reading, s)


def _row(reading: Reading, share: Statement) -> int:
    """Return how many figures stand in the row right before a share, with 、 and no comma between them."""
    size, behind = 0, share
    for s in reading.so_far(share, _BACK):
        if s.depth > share.depth:
            continue
        if not s.is_amount or s.depth < share.depth or (size and "," in reading.between(s.end, behind.start)):
            break
        size, behind = size + 1, s
    return size if size > 1 else _MOST_ROW


def _together(reading: Reading, share: Statement, number: int) -> Iterator[Claim]:
    """Read 甲29161件、乙26014件、丙19718件，三地合计占总量的56.5%: the last three figures outside brackets are the parts."""
    near = [s for s in reading.before(share, _BACK) if s.depth == share.depth and s.is_amount and s.paragraph == share.paragraph]
    parts = near[:number]
    if len(parts) < number or any(s.sentence != share.sentence or s.role not in LEVELS or not s.like(parts[0]) for s in parts):
        return
    part = Operand(add(s.quantity for s in parts), place=place(reading, *parts))
    wholes = [s for s in near[number:] if s.like(parts[0]) and s.role in LEVELS and s.quantity.value > part.value]
    for whole in wholes[:_MOST]:
        if holds(claim := Share(operand(reading, share), part, operand(reading, whole), place(reading, *parts, share))):
            yield claim
            return
    heads = {s.sentence: s for s in wholes}
    if len(heads) == 1 or (wholes and wholes[-1].quantity.value > 2 * wholes[0].quantity.value):
        whole = wholes[-1]
        yield Share(operand(reading, share), part, operand(reading, whole), place(reading, *parts, share), True)


def _series(reading: Reading, first: Statement) -> Iterator[Claim]:
    """Read 筛查12000人，发现甲86人、乙19人，检出率分别为7.17‰、1.58‰: parts in the order of the rates, and their whole before them."""
    rates = [first]
    for s in reading.statements[first.index + 1 : first.index + _SERIES]:
        if not s.listed or s.segment != first.segment:
            break
        rates.append(s)
    count = len(rates)
    near = [s for s in reading.before(first, count + 4) if not s.quantity.chinese][count::-1]
    if count < 2 or len(near) != count + 1:
        return
    whole, parts = near[0], near[1:]
    alike = all(s.like(whole) and s.role in LEVELS and s.segment == first.segment for s in near)
    if not alike or any(s.role is Role.TARGET or s.depth != first.depth or s.quantity.value > whole.quantity.value for s in parts):
        return
    for part, rate in zip(parts, rates, strict=True):
        yield Rate(operand(reading, rate), operand(reading, part), operand(reading, whole), place(reading, whole, part, rate), True)
