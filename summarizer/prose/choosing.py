"""Figures chosen by what is said of them, without a look at each: most relations ask for words that few figures have beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, chain
from operator import attrgetter
from typing import Literal

from .roles import Role
from .statements import Reading, Statement

Side = Literal["lead", "tail", "subject"]
"""Words of a statement."""
_index = attrgetter("index")


def of_roles(reading: Reading, *roles: Role) -> list[Statement]:
    """Return the statements of some roles, in the order of the text."""
    return sorted(chain.from_iterable(map(reading.of_role, roles)), key=_index)


def led_by(reading: Reading, *signs: str) -> list[Statement]:
    """Return the statements whose lead has one of some words, in the order of the text."""
    return _with(reading, "lead", signs)


def followed_by(reading: Reading, *signs: str) -> list[Statement]:
    """Return the statements whose tail has one of some words, in the order of the text."""
    return _with(reading, "tail", signs)


def of_subject(reading: Reading, *names: str) -> list[Statement]:
    """Return the statements whose subject has one of some words, in the order of the text."""
    return _with(reading, "subject", names)


def all_of(reading: Reading, side: Side) -> str:
    """Return all leads, tails or subjects as one text with a line for each: one search does for all."""
    return _joined(reading, side)[0]


def together(*chosen: Iterable[Statement]) -> list[Statement]:
    """Return statements that were chosen for different reasons, each once, in the order of the text."""
    return sorted(set().union(*chosen), key=_index)


def _with(reading: Reading, side: Side, signs: Iterable[str]) -> list[Statement]:
    text, ends = _joined(reading, side)
    found: set[int] = set()
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            number = bisect_right(ends, at)
            found.add(number)
            at = text.find(sign, ends[number])
    return list(map(reading.statements.__getitem__, sorted(found))) if found else []


def _joined(reading: Reading, side: Side) -> tuple[str, list[int]]:
    """Return all leads, tails or subjects as one text with a line for each, and where each line ends."""
    known: tuple[str, list[int]] | None = reading.memory.get(side)
    if known is None:
        lines = list(map(attrgetter(side), reading.statements))
        known = reading.memory[side] = "\n".join([*lines, ""]), list(accumulate([len(line) + 1 for line in lines]))
    return known
