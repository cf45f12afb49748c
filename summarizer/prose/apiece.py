"""``average`` where 各 tells what each one gets: 192家书屋各补充图书60册，合计11520册."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.average import Average
from ..claims.base import Claim
from ..patterns import lazy
from .choosing import led_by
from .joining import operand, place
from .roles import LEVELS
from .statements import Reading, Statement

_EACH = lazy("^(?P<noun>[一-鿿]{0,10}?)各(?![类级项种地县乡镇村区市州省部族界国方自])[一-鿿]{1,8}$")
_TOTAL = lazy("^[ ,]*(?:共计?|合计|总计|累计|一共|总共)[一-鿿]{0,6}$")


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what so many get, each so much, beside what that is together."""
    for each in led_by(reading, "各"):
        if not each.index or each.index + 1 == len(reading.statements) or not each.is_plain or not _EACH.match(each.lead):
            continue
        number, total = reading.statements[each.index - 1], reading.statements[each.index + 1]
        counted = number.clause == each.clause and number.quantity.is_count and number.role in LEVELS and number.depth == each.depth
        if counted and _is_total(each, total) and total.start not in results:
            where = place(reading, number, each, total)
            yield Average(operand(reading, each), operand(reading, total), operand(reading, number), where, True)


def _is_total(each: Statement, total: Statement) -> bool:
    """Whether a figure right behind what each one gets is what all get."""
    near = total.segment == each.segment and total.clause - each.clause <= 1 and total.depth == each.depth
    return near and total.like(each) and total.is_plain and _TOTAL.match(total.lead) is not None
