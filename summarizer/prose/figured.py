"""``count`` of what has a figure each: 甲66万起，乙30万起，丙51万起，这三类…; 8大行业中，甲、乙、丙分别增长…，丁、戊分别下降…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from ..claims.base import Claim
from ..patterns import each, lazy
from .joining import is_part
from .lists_of_names import LONGEST, Listed, count_of, number_in
from .roles import PRESENT, Role
from .statements import Reading

_NUMBER = "(?P<chinese>[二两三四五六七八九十])|(?P<arabic>1[0-9]|[3-9])"
_THESE = lazy(f"这(?<=,这)(?:{_NUMBER})(?:大?[类项者种]|个|地|市|县|区|省|家)(?![0-9月季年多余])")
_AMONG = lazy("中(?<=[业类块域县区市州镇]中)")
_SO_MANY = lazy(
    f"(?<![0-9.第前])(?:{_NUMBER})(?:大|个)(?:主要|重点|主导|支柱)?(?:行业|产业|门类|板块|领域|县市?区?|区县|市州|乡镇)(?:大类)?中\\Z"
)
_HEAD = 14
_SATELLITES = frozenset(("ratio", "points"))
_ROW = 12
_SURE = 5
"""Members from which on one that is missing is told."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the counts of figures that are summed up behind, or divided into those that rose and those that fell."""
    plain = reading.ground.plain
    for found in each(plain, _THESE):
        yield from _these(reading, found)
    for sign in each(plain, _AMONG):
        if among := _SO_MANY.search(plain, max(0, sign.start() - _HEAD), sign.end()):
            yield from _both_ways(reading, among)


def _sentence(reading: Reading, found: re.Match[str]) -> int:
    return reading.ground.clauses.sentences[reading.ground.clause_at(found.start())]


def _these(reading: Reading, found: re.Match[str]) -> Iterator[Claim]:
    """Read 甲66万起，乙30万起，丙51万起，这三类: each clause before has one figure of one measure."""
    sentence, near = _sentence(reading, found), reading.within(found.start() - LONGEST, found.start())
    before = [s for s in near if s.sentence == sentence and s.dimension not in _SATELLITES and not s.depth][::-1]
    if not before:
        return
    last = before[0]
    row = list(takewhile(lambda s: s.like(last) and s.role in PRESENT and s.subject, before))
    number = number_in(found)
    first = row[-1] if row else last
    alone = len(row) == len(before) or is_part(reading, first)
    if len(row) == number or (alone and len(row) > 2 and abs(len(row) - number) == 1):
        listed = Listed(("",) * len(row), 0, False, first.start, last.end)
        yield count_of(number, listed, found.span(), (first.start, found.end()))


def _both_ways(reading: Reading, found: re.Match[str]) -> Iterator[Claim]:
    """Read 8大行业中，甲、乙、丙、丁分别增长A、B、C、D，戊、己、庚分别下降E、F、G."""
    sentence, near = _sentence(reading, found), reading.within(found.end(), found.end() + LONGEST)
    following = [s for s in near if s.sentence == sentence]
    row = list(takewhile(lambda s: s.role is Role.GROWTH and s.dimension == "ratio" and not s.depth, following))
    number = number_in(found)
    plain = len(row) == len(following) <= _ROW and {s.direction for s in row} == {1, -1} and any(s.respective for s in row)
    if plain and (len(row) == number or (len(row) >= _SURE and abs(len(row) - number) == 1)):
        listed = Listed(("",) * len(row), 0, False, row[0].start, row[-1].end)
        yield count_of(number, listed, found.span(), (found.start(), row[-1].end))
