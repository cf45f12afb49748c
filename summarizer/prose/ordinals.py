"""``count`` of things that are told by their numbers: 已完成4件（第1、2、5、6项）, 编发简报6期（第13至18期）, 其余2件即第三、四项."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import pairwise

from ..claims.base import Claim, stretch
from ..claims.count import Count
from ..patterns import each, lazy
from ..quantities import BELOW_HUNDRED, from_chinese
from .joining import holds, operand
from .statements import Reading

_N = f"(?:[0-9]{{1,4}}|{BELOW_HUNDRED})"
_TO = "[-—–~至到]"
_OPENS = lazy(f"第(?<=[(即为是]第)(?={_N}(?:[项件号期次批个]?(?:、|和|及|{_TO})))")
"""Where such a list may begin."""
_LIST = lazy(
    f"第(?P<list>{_N}[项件号期次批个]?(?:(?:、|和|及|以及|{_TO})第?{_N}[项件号期次批个]?)+)(?P<noun>[一-鿿]{{0,6}})(?P<end>[),;。:]|$)"
)
_ITEM = lazy(f"(?P<to>{_TO})?第?(?P<number>{_N})")
_LEADS = lazy("(?P<noun>[一-鿿]{0,8}?),?(?:(?P<bracket>\\()|(?:分别)?[即为是])$")
_OPEN = ("等", "为主", "中")
_ANY, _NOUNS = ("项", "件", "号"), ("", "实事", "议案", "建议", "提案", "文件", "任务")
_BACK, _MOST = 16, 60


def claims(reading: Reading, _results: Set[int]) -> Iterator[Claim]:
    """Yield that as many numbers are listed as the figure right before them says, unless the list was counted already."""
    plain = reading.ground.plain
    for sign in each(plain, _OPENS):
        found = _LIST.match(plain, sign.start())
        near = reading.within(sign.start() - _BACK, sign.start()) if found else ()
        if found is None or not near or found["noun"].endswith(_OPEN):
            continue
        stated = near[-1]
        told = any(isinstance(claim, Count) and claim.stated.place.start == stated.start for claim in reading.claims_found())
        lead = _LEADS.fullmatch(plain, stated.end, sign.start())
        if lead is None or told or not (stated.quantity.is_count and stated.is_plain) or not 1 < stated.quantity.value <= _MOST:
            continue
        if lead["bracket"] and found["end"] != ")":
            continue  # （第1、2项，共三处）: something else is said as well
        numbers = _numbers(found["list"])
        if all(one < other for one, other in pairwise(numbers)):
            names = tuple(f"第{number}" for number in numbers)
            claim = Count(operand(reading, stated), len(names), names, place=stretch(stated.start, found.end("list")), likely=True)
            if holds(claim) or _counts_these(stated.quantity.unit.name, found["list"][-1], found["noun"]):
                yield claim


def _counts_these(stated: str, last: str, noun: str) -> bool:
    """Whether numbers are of the very things that are counted, and not of what these are part of: 5处（第1、2标段）, 8项（第一、二批）."""
    return noun in _NOUNS and (last in _ANY or last == stated)


def _numbers(text: str) -> list[int]:
    """Return the numbers of a list, those of 3至6 each."""
    numbers: list[int] = []
    for item in _ITEM.finditer(text):
        number = int(item["number"]) if item["number"].isdigit() else int(from_chinese(item["number"]))
        numbers += range(numbers[-1] + 1, number + 1) if item["to"] and numbers and number - numbers[-1] <= _MOST else [number]
    return numbers
