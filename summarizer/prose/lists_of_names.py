"""A list of names as it is written: what stands between the 、, and how many that may be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..claims.base import Operand, stretch
from ..claims.count import Count
from ..patterns import lazy
from ..quantities import from_chinese, parse
from .words import BRACKETED

LONGEST = 400
"""Characters of a list that is read."""
OPEN = "等"
WITH_FIGURE = lazy(r"[一-鿿A-Za-z]{2,14}[0-9][0-9,]*(?:\.[0-9]+)?[一-鿿%]{1,5}(?:\([^()]*\))?")
"""A name and its figure: 甲街道58起."""
_QUOTED = lazy(r"“[^“”]*”")
_BESIDE = lazy("”[ ]*“")
_SHORTEST = 2
_AND = lazy(r"(?<=[^共饱温总缓])和(?!谐|平|美|合|睦)|以?及(?!时|其|格)|与(?!会)")
_AS_WELL = lazy("以及(?![时其格])(?=.)")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as it is written.

    Args:
        names: between the 、, and on both sides of a last 和 where what it joins is as long as the others.
        spare: how many more there may be where a name with 和 is two.
        open: it ends with 等.
        joined: two of the names stand beside a 和 that could belong to one.
    """

    names: tuple[str, ...]
    spare: int
    open: bool
    start: int
    end: int
    joined: bool = False

    def length_near(self, stated: int) -> int:
        """Return the length that is nearest to what is stated."""
        least, most = len(self.names), len(self.names) + self.spare
        return min(max(stated, least), most)


def split(text: str, offset: int) -> Listed:
    """Read a list of names: what stands between the 、, with brackets and what is quoted kept whole."""
    masked = text.rstrip()
    open_ = masked.endswith(OPEN)
    if open_:
        masked = masked[: -len(OPEN)]
    if "(" in masked:
        masked = BRACKETED.sub(lambda m: "\x00" * len(m.group()), masked)
    together = 0
    if "“" in masked:
        masked = _QUOTED.sub(lambda m: "\x01" * len(m.group()), masked)
        together = len(_BESIDE.findall(text))  # “甲”“乙” stand beside each other without 、.
    if "," in masked:
        masked = masked.replace(",", "、")
    names = tuple([part for part in masked.split("、") if part and not part.isspace()])
    # 和 joins the last name to the others; in those before it belongs to a name.
    joint = _AND.search(names[-1]) if names else None
    if joint is not None and joint.group() != "以及" and (last := _AS_WELL.search(names[-1], joint.end() + 1)):
        both = names[-1][: last.start()], names[-1][last.end() :]  # 细菌性和阿米巴性痢疾以及淋病: 和 may be of a name, 以及 is not
        return Listed((*names[:-1], *both), together + 1, open_, offset, offset + len(text), joined=True)
    if joint is not None and (pair := _pair(names, joint)):
        return Listed((*names[:-1], *pair), together, open_, offset, offset + len(text), joined=True)
    return Listed(names, (joint is not None) + together, open_, offset, offset + len(text))


def _pair(names: tuple[str, ...], joint: re.Match[str]) -> tuple[str, ...]:
    """Return both names of the last member: the first of them ends as others do, or neither does and both are as long as they are.

    Nothing is returned where 和 may be of a name: 教育局、人力资源和社会保障局.
    """
    pair = names[-1][: joint.start()], names[-1][joint.end() :]
    if len(names) == 1:
        return pair if pair[0][-1:] == pair[1][-1:] and min(map(len, pair)) >= _SHORTEST else ()
    others = names[1:-1] or names[:-1]  # the first of a list in front of its number begins with a verb, perhaps
    if min(map(len, pair)) < _SHORTEST or _AND.search(pair[1]):
        return ()
    ends, sizes = {name[-1] for name in others}, [len(name) for name in others]
    even = all(min(sizes) <= len(name) <= max(sizes) for name in pair)
    if pair[0][-1] in ends:
        return pair if even or len(others) > 1 or pair[1][-1] in ends else ()
    return pair if even and pair[1][-1] not in ends else ()


def grouped(names: tuple[str, ...]) -> bool:
    """Whether 和 within a row divides groups of names: 甲园、乙园和丙、丁、戊园 may be two gardens."""
    for n, name in enumerate(names[:-1]):
        joint = _AND.search(name)
        if joint is None or not joint.start():
            continue
        sizes = [len(other) for m, other in enumerate(names) if m != n]
        ends = {other.rstrip()[-1:] for m, other in enumerate(names) if m != n}
        if len(ends) < len(sizes) // 2 and name.rstrip()[-1:] in ends and name[joint.start() - 1] not in ends:
            continue  # 办公室、财务股、调解和普法股、…: all are offices, and 调解 is none
        if name[joint.start() - 1] == names[-1].rstrip()[-1:]:
            return True
        if all(min(sizes) <= size <= max(sizes) for size in (joint.start(), len(name) - joint.end())):
            return True
    return False


def uneven(listed: Listed, of: tuple[str, ...] | None = None) -> bool:
    """Whether one name is so much longer than the others that the mark in it may not divide names.

    Args:
        of: the names to look at. The first of a list in front of its number holds the verb too, and tells nothing.
    """
    sizes = sorted(len(name) for name in (listed.names if of is None else of))
    return bool(sizes) and sizes[-1] > 4 * max(2, sizes[(len(sizes) - 1) // 2])


def number_in(match: re.Match[str]) -> int:
    """Return the number that a pattern found in its group ``chinese`` or ``arabic``."""
    return int(from_chinese(match["chinese"])) if match["chinese"] else int(match["arabic"])


def end_of(plain: str, start: int, marks: str) -> int:
    """Return where a list ends; −1 if it goes on for longer than any list."""
    last = start + LONGEST
    ends = [at for mark in marks if (at := plain.find(mark, start, last)) >= 0]
    return min(ends) if ends else len(plain) if len(plain) <= last else -1


def count_of(number: int, listed: Listed, at: tuple[int, int], span: tuple[int, int]) -> Count:
    """Return the likely claim that a list is as long as a number says.

    Args:
        at: where the number stands. span: where number and list stand.
    """
    stated = Operand(parse(f"{number}个"), place=stretch(*at))
    return Count(stated, listed.length_near(number), (), (), listed.open, stretch(*span), True)
