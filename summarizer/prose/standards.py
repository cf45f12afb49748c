"""``sum`` of who pays how much of what is for one: 每人每年640元，其中中央512元/人、省级89.6元/人."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import led_by
from .joining import holds, operand, place
from .nearness import base
from .statements import Reading, Statement

_FIRST = lazy("^[ ,;(:]*(?:其中|包括|含)[ ,:]*")
_PAYER = lazy("(?:中央|国家|省|市|州|区|县|旗|地方|各级|个人|财政|上级|本级|单位|集体)[一-鿿]{0,6}$")
_FOR_ONE = lazy("每[人户亩头床月年]|[人户亩年]均")
_LEAST, _MOST = 2, 12


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield that what each payer gives is what the figure before 其中 says all give."""
    for first in led_by(reading, "其中", "包括", "含"):
        whole = reading.statements[first.index - 1] if first.index and _FIRST.match(first.lead) else None
        if whole is None or not _is_standard(whole) or whole.start in results or whole.dimension != first.dimension:
            continue
        if whole.depth > first.depth or first.clause - whole.clause > 1:
            continue
        parts = [first, *_following(reading, first)]
        claim = _sum(reading, whole, parts)
        if len(parts) >= _LEAST and (holds(claim) or _all_pay(whole, parts)):
            yield claim


def _following(reading: Reading, first: Statement) -> Iterator[Statement]:
    """Yield what goes on with the list: each in its place behind the one before."""
    for s in reading.statements[first.index + 1 : first.index + _MOST]:
        if s.dimension != first.dimension or s.segment != first.segment or s.depth != first.depth or s.quantity.is_hedged:
            return
        yield s


def _is_standard(whole: Statement) -> bool:
    """Whether a figure is for one: 610元/人, 每人每年补助670元."""
    return not whole.quantity.is_hedged and (whole.quantity.per != "" or _FOR_ONE.search(whole.lead) is not None)


def _all_pay(whole: Statement, parts: list[Statement]) -> bool:
    """Whether each part has a payer for its name, and the parts are more than the whole or most of it: then they are all there are."""
    named = all(_PAYER.search(_FIRST.sub("", part.lead)) for part in parts)
    return named and (len(parts) > _LEAST or sum(map(base, parts)) > base(whole))


def _sum(reading: Reading, whole: Statement, parts: list[Statement]) -> Sum:
    every = tuple(operand(reading, part, per=False) for part in parts)
    return Sum(operand(reading, whole, per=False), every, True, False, place(reading, whole, *parts), likely=True)
