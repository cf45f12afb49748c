"""Figures chosen by what is said of them, without a look at each: most relations ask for words that few figures have beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import attrgetter
from typing import Literal, cast

from .roles import Role
from .statements import Reading, Statement

Side = Literal["lead", "tail", "subject"]
"""Words of a statement."""


def of_roles(reading: Reading, *roles: Role) -> list[Statement]:
    """Return the statements of some roles, in the order of the text."""
    return together(*(reading.of_role(role) for role in roles))


def led_by(reading: Reading, *signs: str) -> list[Statement]:
    """Return the statements whose lead has one of some words, in the order of the text."""
    return _with(reading, "lead", signs)


def followed_by(reading: Reading, *signs: str) -> list[Statement]:
    """Return the statements whose tail has one of some words, in the order of the text."""
    return _with(reading, "tail", signs)


def of_subject(reading: Reading, *names: str) -> list[Statement]:
    """Return the statements whose subject has one of some words, in the order of the text."""
    return _with(reading, "subject", names)


def named_before(reading: Reading, statement: Statement, ending: str, most: int) -> bool:
    """Whether the subject of one of the ``most`` statements before ends with some words."""
    text, ends = _joined(reading, "subject")
    first, last = statement.index - most, statement.index
    return last > 0 and text.find(f"{ending}\n", ends[first - 1] if first > 0 else 0, ends[last - 1]) >= 0


def all_of(reading: Reading, side: Side) -> str:
    """Return all leads, tails or subjects as one text with a line for each: one search does for all."""
    return _joined(reading, side)[0]


def together(*chosen: Iterable[Statement]) -> list[Statement]:
    """Return statements that were chosen for different reasons, each once, in the order of the text."""
    found = {statement.index: statement for statements in chosen for statement in statements}
    return [found[index] for index in sorted(found)]


def _with(reading: Reading, side: Side, signs: Iterable[str]) -> list[Statement]:
    text, ends = _joined(reading, side)
    found: set[int] = set()
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            number = bisect_right(ends, at)
            found.add(number)
            at = text.find(sign, ends[number])
    return [reading.statements[number] for number in sorted(found)]


def _joined(reading: Reading, side: Side) -> tuple[str, list[int]]:
    """Return all leads, tails or subjects as one text with a line for each, and where each line ends."""
    known = reading.memory.get(side)
    if known is None:
        words = attrgetter(side)
        lines = [words(s) + "\n" for s in reading.statements]
        known = reading.memory[side] = "".join(lines), list(accumulate(map(len, lines)))
    return cast("tuple[str, list[int]]", known)
