"""``share`` with its whole inside: 民生支出80亿元，占支出100亿元的80%; 清理2.8万株，为上年4万株的70%."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from ..claims.base import Claim
from ..claims.share import Share
from ..patterns import lazy
from ..quantities import from_chinese
from . import words
from .joining import added, holds, operand, place
from .parts import Pair
from .roles import Role
from .shares import share_of
from .statements import Reading, Statement

_OF_FIGURE = lazy(
    r"^[ ,]*(?:仅|只|约|已|累计|共)*(?:为|是|达到?|相当于|等于|完成了?)"
    r"[^,;。0-9(]{0,8}(?:(?:19|20)[0-9]{2}年)?(?:的|同期|全年|底)?[(]?[: ]*$"
)
"""为2022年四万株的70%, 完成总概算一亿元的91%."""
_SEVERAL = lazy("^[ ,]*(?:其中|这|以上|上述|前)?(?P<number>[两二三四五六七八九十])(?!级|次)[^,;。()0-9]{0,14}占")
_OF_INCREASE = lazy("(?:增量|增加额|新增额|净增额)占[^,;。0-9]{0,16}$")
_MOST = 12


def claims(reading: Reading) -> Iterator[Claim]:
    """Read 民生支出80亿元，占支出100亿元的80%: the whole stands inside of the share."""
    for share in reading.of_dimension("ratio"):
        if share.index < 2 or not (share.lead == "" or ("的" in share.lead and words.EXPLICIT_WHOLE.match(share.lead))):
            continue
        whole = reading.statements[share.index - 1]
        said = ("占" in whole.lead and share.lead != "") or _OF_FIGURE.match(whole.lead) is not None
        if whole.clause != share.clause or not said or not whole.is_amount or whole.role not in (Role.LEVEL, Role.ACTUAL, Role.PRIOR):
            continue
        if several := _SEVERAL.match(_said(reading, whole)):
            yield from _of_several(reading, share, whole, int(from_chinese(several["number"])))
            continue
        if row := _in_order(reading, share, whole):
            yield from row
            continue
        if _OF_INCREASE.search(whole.lead):
            yield from _of_increase(reading, share, whole)
            continue
        part = next((s for s in reading.before(whole, 4) if s.segment == share.segment and s.like(whole) and s.is_level), None)
        if part is not None and part.role is not Role.TARGET and not part.quantity.per:
            claim = share_of(reading, Pair(part, share), whole, likely=part.index != whole.index - 1 or part.depth != whole.depth)
            if holds(claim) or "共占" not in whole.lead or whole.clause - part.clause < 2:
                yield claim  # 7个行业下降，航空运输未发生事故，共占12个行业的66.7%: of eight


def _in_order(reading: Reading, first: Statement, whole: Statement) -> list[Share]:
    """Read 甲202家、乙170家，占总数304家的66.4%和55.9%: as many figures before the whole as shares behind it, each in its place."""
    behind = reading.statements[first.index + 1 : first.index + _MOST]
    shares = [first, *takewhile(lambda s: s.listed and s.dimension == first.dimension, behind)]
    parts = [s for s in reading.before(whole, _MOST) if s.segment == whole.segment and s.like(whole) and s.is_level][: len(shares)][::-1]
    if not 1 < len(shares) == len(parts):
        return []
    return [share_of(reading, Pair(part, share), whole, likely=True) for part, share in zip(parts, shares, strict=True)]


def _of_increase(reading: Reading, share: Statement, whole: Statement) -> Iterator[Claim]:
    """Read 余额163亿元，较年初增加18亿元，增量占全部增量（21亿元）的86%: of what something has changed by, as it is told first."""
    near = [s for s in reading.before(whole, _MOST) if s.segment == whole.segment and s.role is Role.CHANGE and s.like(whole)]
    tried = [share_of(reading, Pair(part, share), whole, likely=True) for part in near[::-1]]
    if tried:
        yield next(filter(holds, tried), tried[0])


def _said(reading: Reading, whole: Statement) -> str:
    """Return what stands before the whole in its clause, with a number in words that is a figure of its own: 三个县占全市100亿元."""
    return reading.between(reading.ground.clauses.starts[whole.clause], whole.start)


def _of_several(reading: Reading, share: Statement, whole: Statement, number: int) -> Iterator[Claim]:
    """Read 甲县80亿元、乙县60亿元和丙县40亿元，三县占全市400亿元的45%."""
    before = [s for s in reading.before(whole, _MOST) if s.segment == share.segment and not s.quantity.chinese and not s.depth]
    parts = before[:number][::-1]
    if len(parts) == number > 1 and all(s.like(whole) and s.role in (Role.LEVEL, Role.ACTUAL) for s in parts):
        together = added(reading, parts)
        yield Share(operand(reading, share), together, operand(reading, whole), place(reading, *parts, whole, share), True)
