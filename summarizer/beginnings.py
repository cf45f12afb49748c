"""With which characters the matches of a pattern can begin.

A search that knows them passes over all others many times faster than by trying the pattern at each. ``re`` finds them out only where a
pattern begins with a character, a set, or alternatives that each begin with a character: not behind a lookbehind, nor in a repetition.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_WIDE = 512
"""Sets of more characters rule out too little to be asked."""

Set = list[tuple[Any, Any]]
"""Characters and ranges, as ``re`` writes them."""


def first_characters(parsed: Any) -> Set | None:
    """Return the characters that matches of a parsed pattern can begin with, or more; None where they are too many or cannot be told."""
    found, may_be_empty = _of_row(parsed.data)
    if found is None or may_be_empty:
        return None
    found = list(dict.fromkeys(found))
    size = sum(1 if kind.name == "LITERAL" else value[1] - value[0] + 1 for kind, value in found)
    return found if size <= _WIDE else None


def _of_row(items: Iterable[tuple[Any, Any]]) -> tuple[Set | None, bool]:
    """Return the first characters of items one behind the other, and whether they may match nothing at all."""
    found: Set = []
    for kind, value in items:
        if kind.name == "LITERAL":
            found.append((kind, value))
            return found, False
        own, may_be_empty = _of_item(kind.name, value)
        if own is None:
            return None, False
        found += own
        if not may_be_empty:
            return found, False
    return found, True


def _of_item(name: str, value: Any) -> tuple[Set | None, bool]:
    if name == "ASSERT" and value[0] > 0:
        own, may_be_empty = _of_row(value[1].data)
        return ([], True) if own is None or may_be_empty else (own, False)
    if name in ("ASSERT", "ASSERT_NOT", "AT"):
        return [], True  # what stands around only narrows
    if name == "IN":
        return (value if all(part.name in ("LITERAL", "RANGE") for part, _ in value) else None), False
    if name == "SUBPATTERN":
        _group, added, removed, inner = value
        return (None, False) if added or removed else _of_row(inner.data)
    if name == "BRANCH":
        return _of_any(value[1])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _most, inner = value
        own, may_be_empty = _of_row(inner.data)
        return own, may_be_empty or not least
    return None, False


def _of_any(ways: Iterable[Any]) -> tuple[Set | None, bool]:
    """Return the same of alternatives."""
    found: Set = []
    may_be_empty = False
    for way in ways:
        own, empty = _of_row(way.data)
        if own is None:
            return None, False
        found += own
        may_be_empty |= empty
    return found, may_be_empty
