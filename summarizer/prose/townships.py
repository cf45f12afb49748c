"""``sum`` of the townships, towns and streets of a county: 辖6镇1乡，共7个乡镇. Their measure word is mostly left out."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import unit
from .choosing import led_by
from .joining import operand, place
from .statements import Reading, Statement

_TOTAL = lazy("(?:^|(?<=[乡镇道处]))[ ,]*(?:总)?共(?:计|有|辖|管辖|下辖)?$")
_OF_ALL = lazy("(?:乡|镇|街道?){2,3}|乡\\(镇\\)|镇\\(街道?\\)|乡级行政区|乡镇级")
_KIND = lazy("^(?:民族|建制)?(?:乡|镇|街道?(?:办事处)?|办事处)(?:[、,和及]|以及)?$")
_COUNTED = unit("个")


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield that the numbers of each kind make that of all which follows them."""
    for total in led_by(reading, "共"):
        found = _TOTAL.search(total.lead)
        if total.start in results or not _is_number(total) or found is None or not _OF_ALL.match(total.tail):
            continue
        parts: list[Statement] = []
        end = total.start - len(found.group())
        for s in reading.before(total):
            if not _is_number(s) or not _KIND.match(reading.between(s.end, end)):
                break
            parts.insert(0, s.in_unit(_COUNTED))
            end = s.start
        if len(parts) > 1:
            every = tuple(operand(reading, part) for part in parts)
            yield Sum(operand(reading, total.in_unit(_COUNTED)), every, True, False, place(reading, *parts, total))


def _is_number(statement: Statement) -> bool:
    return statement.is_plain and statement.quantity.unit.name in ("", _COUNTED.name) and not statement.quantity.per
