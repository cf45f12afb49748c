"""``enumeration`` of batches, periods and classes with their figures: 第一批6个、第二批9个、第三批4个; 一季度3亿元，二季度4亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Claim, stretch
from ..claims.enumeration import ROW_NOUNS, Enumeration
from ..patterns import in_order, lazy
from ..quantities import BELOW_HUNDRED, from_chinese
from .statements import Reading

_HAN = "[一二三四五六七八九十]"
_SIGNS = tuple(lazy(rf"{noun}(?<={_HAN}{noun})") for noun in ROW_NOUNS)
_BACK = 4
#: A number at the beginning of a clause, the first one of 第 also further on, and its first figure.
_MEMBER = lazy(
    rf"(?:(?<=[,;:、。(\n])|\A|(?=第一))(?:其中)?[ ]*(?P<text>(?P<nth>第?)(?P<number>{BELOW_HUNDRED})(?P<noun>{'|'.join(ROW_NOUNS)}))"
    r"(?P<words>[^,;:、。()0-9\n]{0,10})(?P<figure>[0-9][0-9.,]*)(?P<unit>[万亿]?[^0-9,;:、。()\n]{0,3})"
)
_AHEAD, _LEAST = 40, 3
_STOPS = "。!?\n"


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each row of at least three in one sentence that are in order, or of which one has the number of its neighbour."""
    row: list[re.Match[str]] = []
    for member in _members(reading.ground.plain):
        if row and not _goes_on(reading, row[-1], member):
            yield from _claim(row)
            row = []
        row.append(member)
    yield from _claim(row)


def _members(plain: str) -> Iterator[re.Match[str]]:
    for sign in in_order(plain, _SIGNS):
        for start in range(max(0, sign.start() - _BACK), sign.start()):
            member = _MEMBER.match(plain, start, sign.end() + _AHEAD)
            if member is not None and member.end("text") == sign.end():
                yield member
                break


def _goes_on(reading: Reading, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two numbers are of one noun, written in one way, and stand in one sentence."""
    alike = one["noun"] == other["noun"] and one["nth"] == other["nth"]
    between = reading.between(one.end(), other.start()) if alike else _STOPS
    return not any(stop in between for stop in _STOPS)


def _claim(row: list[re.Match[str]]) -> Iterator[Claim]:
    numbers = [int(from_chinese(member["number"])) for member in row]
    wrong = [at for at, number in enumerate(numbers) if number != at + 1]
    if len(row) < _LEAST or len(wrong) > 1 or (wrong and not _is_twice(row, numbers, wrong[0])):
        return
    at = wrong[0] if wrong else len(row) - 1
    first = row[max(0, at - 1)] if wrong else row[0]
    yield Enumeration(tuple(member["text"] for member in row), stretch(first.start("text"), row[at].end("text")), True)


def _is_twice(row: list[re.Match[str]], numbers: list[int], at: int) -> bool:
    """Whether a number is that of a neighbour of which the same is said, with another figure: 第一批6个，第二批9个，第二批4个."""
    beside = [n for n in (at - 1, at + 1) if 0 <= n < len(row) and numbers[n] == numbers[at]]
    said = ("words", "unit")
    return any(row[n].group(*said) == row[at].group(*said) and row[n]["figure"] != row[at]["figure"] for n in beside)
