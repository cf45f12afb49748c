"""Numbered paragraphs: the first figures of 1、… 2、… make a figure of the paragraph before them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from ..claims.base import Claim
from ..patterns import lazy
from .complements import complement_of
from .joining import holds
from .nearness import near_sum
from .roles import Role
from .searched import sum_of, telling
from .statements import Reading, Statement

_paragraph = attrgetter("paragraph")
_ROWS = 40
_NUMBERED = lazy(r"[ ]*(?:[0-9]{1,2}[、.]|——|\([一二三四五六七八九十0-9]+\))")


def numbered(reading: Reading) -> Iterator[Claim]:
    """Read paragraphs 1、… 2、… or ——… : the first figures make a figure of the paragraph before them."""
    firsts = _first_of_paragraphs(reading)
    n = 0
    while n < len(firsts):
        run = [firsts[n]]
        while n + len(run) < len(firsts) and _goes_on(run[-1], firsts[n + len(run)]) and len(run) < _ROWS:
            run.append(firsts[n + len(run)])
        if len(run) > 1:
            yield from _paragraphs(reading, tuple(run))
        n += len(run)


def _first_of_paragraphs(reading: Reading) -> list[Statement]:
    """Return the first level of every numbered paragraph."""
    plain = reading.ground.plain
    firsts = [next(paragraph) for _, paragraph in groupby(reading.standing(), _paragraph)]
    return [s for s in firsts if _NUMBERED.match(plain, plain.rfind("\n", 0, s.start) + 1)]


def _goes_on(one: Statement, other: Statement) -> bool:
    """Whether the second numbered paragraph follows the first, with nothing between but what belongs to it."""
    return other.paragraph == one.paragraph + 1 and other.like(one)


def _paragraphs(reading: Reading, parts: tuple[Statement, ...]) -> Iterator[Claim]:
    heads = [
        s for s in reading.before(parts[0], 16)
        if s.paragraph >= parts[0].paragraph - 3 and s.role in (Role.LEVEL, Role.ACTUAL, Role.TO) and s.like(parts[0]) and not s.depth
    ]  # fmt: skip
    for head in heads:
        if not near_sum(head, parts) or complement_of(head, parts) is not None:
            continue
        if holds(claim := sum_of(reading, head, parts, exhaustive=None, searched=not telling(head))):
            yield claim
            return
