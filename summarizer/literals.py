"""Which literal characters the matches of a pattern begin with: what a search for many patterns at once looks for.

As ``regex-syntax`` extracts them from a regular expression. They may be more than the pattern lets through, never fewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, NamedTuple

_MOST = 100
"""Strings of one pattern; a set of more characters than that rules out too little."""
_LONGEST = 3


class Literals(NamedTuple):
    """Strings one of which stands wherever a pattern matches.

    Args:
        strings: all of one length. before: how many of their characters stand before the match.
    """

    strings: frozenset[str]
    before: int


class _Begin(NamedTuple):
    """How a match may begin, and whether what follows in the pattern follows there."""

    text: str
    goes_on: bool


_NOTHING = frozenset([_Begin("", True)])
_ANYTHING = frozenset([_Begin("", False)])


def literals_of(parsed: Any) -> Literals | None:
    """Return the longest strings that each match of a parsed pattern begins with, with the character before if that is told.

    None where the pattern may begin with anything, or with too many characters, or minds no case.
    """
    if parsed.state.flags & re.IGNORECASE:
        return None
    begins = _of_row(parsed.data, _LONGEST)
    size = min(len(begin.text) for begin in begins)
    while size and len({begin.text[:size] for begin in begins}) > _MOST:
        size -= 1
    if not size:
        return None
    strings = {begin.text[:size] for begin in begins}
    lead = _before(parsed.data) if size < _LONGEST else None
    if lead and len(lead) * len(strings) <= _MOST:
        return Literals(frozenset(map("".join, product(lead, strings))), 1)
    return Literals(frozenset(strings), 0)


def _of_row(items: Iterable[tuple[Any, Any]], most: int) -> frozenset[_Begin]:
    """Return how items one behind the other may begin, up to so many characters."""
    begins = _NOTHING
    for kind, value in items:
        if not any(begin.goes_on for begin in begins):
            break
        longer = frozenset(_joined(begins, _of_item(kind.name, value, most), most))
        if len(longer) > _MOST * 2:
            return frozenset(_Begin(begin.text, False) for begin in begins)
        begins = longer
    return begins


def _joined(begins: Iterable[_Begin], more: frozenset[_Begin], most: int) -> Iterator[_Begin]:
    for begin in begins:
        if not begin.goes_on:
            yield begin
            continue
        for each in more:
            text = begin.text + each.text
            yield _Begin(text[:most], each.goes_on and len(text) < most)


def _of_item(name: str, value: Any, most: int) -> frozenset[_Begin]:
    if name == "LITERAL":
        return frozenset([_Begin(chr(value), True)])
    if name == "IN":
        characters = _of_set(value)
        return _ANYTHING if characters is None else frozenset(_Begin(character, True) for character in characters)
    if name == "ASSERT" and value[0] > 0:
        # What follows in the pattern begins at the same place: only one of the two can be told.
        ahead = _of_row(value[1].data, most)
        return frozenset(_Begin(begin.text, False) for begin in ahead) if all(begin.text for begin in ahead) else _NOTHING
    if name in ("ASSERT", "ASSERT_NOT", "AT"):
        return _NOTHING
    if name == "SUBPATTERN":
        _group, added, removed, inner = value
        return _ANYTHING if added or removed else _of_row(inner.data, most)
    if name == "BRANCH":
        return frozenset(begin for way in value[1] for begin in _of_row(way.data, most))
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, times, inner = value
        once = frozenset(_Begin(begin.text, begin.goes_on and times == 1) for begin in _of_row(inner.data, most))
        return once if least else once | _NOTHING
    return _ANYTHING


def _of_set(parts: Iterable[tuple[Any, Any]]) -> str | None:
    """Return the characters of a set; None where they are many, or told in another way."""
    found = ""
    for kind, value in parts:
        if kind.name == "LITERAL":
            found += chr(value)
        elif kind.name == "RANGE" and value[1] - value[0] < _MOST:
            found += "".join(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return found if len(found) <= _MOST else None


def _before(items: Iterable[tuple[Any, Any]]) -> str | None:
    """Return the characters one of which stands right before a match, as a lookbehind at its first character tells."""
    ahead = 0
    for kind, value in items:
        if kind.name == "ASSERT" and value[0] < 0:
            return _at(value[1].data, ahead)
        if kind.name == "LITERAL" or kind.name == "IN":
            ahead += 1
        elif kind.name not in ("ASSERT", "ASSERT_NOT", "AT"):
            return None
    return None


def _at(items: list[tuple[Any, Any]], last: int) -> str | None:
    """Return the characters of a lookbehind that stand so many before its end."""
    if len(items) == 1 and items[0][0].name == "BRANCH":
        ways = [_at(way.data, last) for way in items[0][1][1]]
        return None if None in ways else "".join(dict.fromkeys("".join(way or "" for way in ways)))
    if len(items) == 1 and items[0][0].name == "SUBPATTERN":
        return None if items[0][1][1] or items[0][1][2] else _at(items[0][1][3].data, last)
    if any(kind.name not in ("LITERAL", "IN", "ANY", "NOT_LITERAL") for kind, _value in items) or len(items) <= last:
        return None
    kind, value = items[-1 - last]
    return chr(value) if kind.name == "LITERAL" else _of_set(value) if kind.name == "IN" else None
