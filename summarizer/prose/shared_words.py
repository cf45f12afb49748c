"""``count`` of names that share the word they are counted by: “助困、助孤、助老”等“六助”; “五多”：外出务工增多，技能型务工增多，…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Claim
from ..patterns import beginning, in_order, lazy
from ..quantities import from_chinese
from .lists_of_names import Listed, count_of, end_of, split
from .statements import Reading

_NUMBER = "(?P<number>[两三四五六七八九十])"
#: “进村、进户”“五进”, “人员到位、责任到位”等三个到位.
_BEHIND = beginning(
    "”", rf"(?:等)?(?:的)?(?:“{_NUMBER}(?P<noun>[一-鿿]{{1,3}})”|(?P<bare>[两三四五六七八九十])(?:个|大)?(?P<plain>[一-鿿]{{1,2}}))"
)
_QUOTED = lazy("“(?P<list>[^“”\n]{2,80}、[^“”\n]{1,30})\\Z")
#: What a number in quotation marks, or one of such words, leads to with a colon.
_BEFORE = beginning(":", r"(?<=[一-鿿”]:)(?=[^,;。:\n]{2,30},)")
_HEAD = lazy(rf"“{_NUMBER}(?:个|大)?(?P<noun>[一-鿿]{{1,3}})”(?:[一-鿿]{{0,6}})?:?\Z")
_REACH, _HEAD_LENGTH = 112, 18
_FEW = 3
"""Names of which fewer have a word in common by chance."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the counts of names that all begin or all end as their number says."""
    plain = reading.ground.plain
    for behind in in_order(plain, _BEHIND):
        row = _QUOTED.search(plain, max(0, behind.start() - _REACH), behind.start())
        if row is not None:
            listed = split(row["list"], row.start("list"))
            noun, number = behind["noun"] or behind["plain"], behind["number"] or behind["bare"]
            if claim := _counted(listed, number, noun, behind.span(), (row.start(), behind.end())):
                yield claim
    for sign in in_order(plain, _BEFORE):
        head = _HEAD.search(plain, max(0, sign.start() - _HEAD_LENGTH), sign.end())
        end = end_of(plain, sign.end(), "。!?\n")
        if head is not None and end >= 0:
            text = plain[sign.end() : end]
            names = tuple(re.split("[,;、]", text))
            if claim := _counted(Listed(names, 0, False, sign.end(), end), head["number"], head["noun"], head.span(), (head.start(), end)):
                yield claim


def _counted(listed: Listed, number: str, noun: str, at: tuple[int, int], span: tuple[int, int]) -> Claim | None:
    """Return the count of a list all of whose names share a character of the noun; one that is off by more is no list of them."""
    stated = 2 if number == "两" else int(from_chinese(number))
    names = [name.strip("“” ") for name in listed.names]
    if abs(len(names) - stated) > 1 or len(names) < _FEW or not all(names):
        return None
    alike = all(name.endswith(noun[-1]) for name in names) or all(name.startswith(noun[0]) for name in names)
    return count_of(stated, Listed(listed.names, 0, False, listed.start, listed.end), at, span) if alike else None
