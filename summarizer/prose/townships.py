"""``sum`` of the townships, towns and streets of a county: 辖6镇1乡，共7个乡镇. Their measure word is mostly left out.

They are a closed list, which may also stand behind the number of all, and be written in words: 12个乡镇（9镇3乡）, 辖八镇五乡2个街道办事处.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from ..claims.base import Claim, Operand, stretch
from ..claims.sum import Sum
from ..patterns import beginning, in_order, lazy
from ..quantities import BELOW_HUNDRED, from_chinese, parse, unit
from .choosing import led_by
from .joining import holds, operand, place
from .statements import Reading, Statement

_TOTAL = lazy("(?:^|(?<=[乡镇道处]))[ ,]*(?:总)?共(?:计|有|辖|管辖|下辖)?$")
_OF_ALL = lazy("(?:乡|镇|街道?){2,3}|乡\\(镇\\)|镇\\(街道?\\)|乡级行政区|乡镇级")
_KIND = lazy("^(?:民族|建制)?(?:乡|镇|街道?(?:办事处)?|办事处)(?:[、,和及]|以及)?$")
_COUNTED = unit("个")
_NUMBER = f"(?<![0-9.第一二两三四五六七八九十百千])(?:[0-9]{{1,3}}|两|{BELOW_HUNDRED})"
_NAME = "(?:(?:建制)?镇|(?:少数)?(?:民族)?乡|街道(?:办事处)?|办事处)(?![镇村级])"
_SIGNS = beginning("镇乡", "(?<=[0-9一二两三四五六七八九十个].)(?!镇)")
_ITEM = lazy(f"(?P<number>{_NUMBER})个?(?P<kind>{_NAME})")
_ROW = lazy(f"{_NUMBER}个?{_NAME}(?:[、和,及]?{_NUMBER}个?{_NAME}){{1,3}}")
_NOUN = "乡级|乡镇(?:级|街|办|\\([街道办、]{1,8}\\))?|镇街|镇乡|镇\\(街道?\\)"
_WHOLE = f"(?<![0-9一二两三四五六七八九十百千])(?P<total>[0-9]{{1,3}}|两|{BELOW_HUNDRED})个(?P<noun>{_NOUN})(?![场农林园管])"
_BEHIND = lazy(f"[,、(]?(?:合计|总计|共计|共有|共|计)?(?:辖|有)?{_WHOLE}")
_BEFORE = lazy(f"(?<![0-9.第十百千]){_WHOLE}(?:行政(?:区划|区|单位))?(?:[,(:]|,?其中[,:]?|,?(?:分别为|包括|即|有))+\\Z")
_ENDS = ("", ")", "。", ";", ",", "\n")
_BACK, _ROW_BACK, _REACH = 34, 16, 64


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield that the numbers of each kind make that of all."""
    found = list(_before_total(reading, results))
    yield from found
    yield from _in_words(reading, {claim.total.place.start for claim in found})


def _before_total(reading: Reading, results: Set[int]) -> Iterator[Sum]:
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


def _in_words(reading: Reading, told: Set[int]) -> Iterator[Sum]:
    """Yield the sums of rows of towns and townships right beside the number of all."""
    plain = reading.ground.plain
    end = 0
    for sign in in_order(plain, _SIGNS):
        if sign.start() < end:
            continue
        row = _ROW.search(plain, max(end, sign.start() - _ROW_BACK), sign.start() + _REACH)
        if row is None or row.start() > sign.start():
            continue
        end = row.end()
        before = _BEFORE.search(plain[max(0, row.start() - _BACK) : row.start()]) if plain[end : end + 1] in _ENDS else None
        whole, shift = (before, max(0, row.start() - _BACK)) if before else (_BEHIND.match(plain, end), 0)
        claim = None if whole is None else _claim(whole, shift, row)
        if claim is not None and claim.total.place.start not in told and not _is_known(reading, claim.total.place.start):
            yield claim


def _is_known(reading: Reading, total: int) -> bool:
    """Whether another relation has judged the total that begins there."""
    sums = (claim for claim in reading.claims_found() if isinstance(claim, Sum) and claim.total.place.start == total)
    return any(claim.exhaustive or not holds(claim) for claim in sums)


def _claim(whole: re.Match[str], shift: int, row: re.Match[str]) -> Sum | None:
    """Return the sum; it only has to hold where streets are among the whole and not in the row, or the other way round."""
    items = list(_ITEM.finditer(row[0]))
    parts = tuple(_operand(item["number"], row.start() + item.start("number")) for item in items)
    total = _operand(whole["total"], shift + whole.start("total"))
    first, last = sorted((total.place, parts[0].place), key=lambda place: place.start)
    where = stretch(first.start, max(row.end(), shift + whole.end(), last.end))
    claim = Sum(total, parts, True, False, where, True)
    streets = any(item["kind"].startswith(("街", "办")) for item in items)
    level, named = "级" in whole["noun"], "街" in whole["noun"] or "办" in whole["noun"]
    return claim if holds(claim) or level or streets == named else None


def _operand(number: str, start: int) -> Operand:
    value = int(number) if number.isdigit() else int(from_chinese(number))
    return Operand(parse(f"{value}个"), place=stretch(start, start + len(number)))
