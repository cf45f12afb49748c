"""Figures chosen by what is said of them, without a look at each: most relations ask for words that few figures have beside them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
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


def counts(reading: Reading) -> list[Statement]:
    """Return the statements whose figure is a whole number of a measure word, see :attr:`.Quantity.is_count`."""
    known: list[Statement] | None = reading.memory.get("counts")
    if known is None:
        known = reading.memory["counts"] = [s for s in reading.statements if s.quantity.is_count]
    return known


def unplain(reading: Reading) -> list[Statement]:
    """Return the few statements whose figure has a hedge, is a rate over something, or is written in words, in the order of the text."""
    known: list[Statement] | None = reading.memory.get("unplain")
    if known is None:
        known = reading.memory["unplain"] = [s for s in reading.statements if not s.quantity.is_plain]
    return known


def hedged(reading: Reading) -> list[Statement]:
    """Return the statements whose figure a word makes less than exact, in the order of the text."""
    return [s for s in unplain(reading) if s.quantity.is_hedged]


def all_of(reading: Reading, side: Side) -> str:
    """Return all leads, tails or subjects as one text with a line for each: one search does for all."""
    known: str | None = reading.memory.get(side)
    if known is None:
        known = reading.memory[side] = "\n".join([*map(attrgetter(side), reading.statements), ""])
    return known


def together(*chosen: Iterable[Statement]) -> list[Statement]:
    """Return statements that were chosen for different reasons, each once, in the order of the text."""
    return sorted(set().union(*chosen), key=_index)


def _with(reading: Reading, side: Side, signs: Iterable[str]) -> list[Statement]:
    text = all_of(reading, side)
    found: set[int] = set()
    for sign in signs:
        if sign[0] not in text or sign[-1] not in text:
            continue  # most signs are in no text, and to find one character takes a tenth of the time of finding two
        at, line, number = text.find(sign), 0, 0
        while at >= 0:
            number += text.count("\n", line, at)  # few lines have a sign: to know where each begins would cost more
            found.add(number)
            line = text.index("\n", at)
            at = text.find(sign, line)
    return [reading.statements[n] for n in sorted(found)]
