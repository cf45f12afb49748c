"""Many patterns that are looked for in one pass: where any of them may match is told by the literal characters of them all.

Most patterns ask for what no right text has. Each for itself would go through the text, to find nothing. A place that is told costs a
second look, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from .literals import Literals

FIRST = 16
"""A process that reads so many texts has many more to come, and gets back what it takes to parse all patterns anew."""
_MORE = 1.05
"""So many times as many patterns as before are worth being looked for together anew."""
_SAMPLE = 2000
"""Characters of each of these texts that tell how often a pattern may match."""
_APART, _APART_ANY = 800, 200
"""A pattern that may match once in fewer characters than these looks for itself; to find any of several it takes several times longer."""
_LONGEST = 1 << 18
"""Characters of a text that is not looked at in one pass, whose places would take too much memory."""
_FEW = 2000
"""Strings that are so few are found by one table that says for each byte what comes next; of more it grows beyond what is at hand."""
_NOWHERE: list[int] = []


class Sought(Protocol):
    """A pattern as it is looked for together with others."""

    first: str
    """The character that every match begins with; empty where there may be several."""
    prefilter: Prefilter | None
    """What it is looked for together with."""

    @property
    def literals(self) -> Literals | None:
        """What stands wherever it matches, as far as that can be told."""


class _Search(NamedTuple):
    """What finds the strings of all patterns, the patterns of each string with the characters before their matches, and none found."""

    automaton: Any
    owners: list[list[tuple[Sought, int]]]
    nowhere: dict[Sought, list[int]]


class Prefilter:
    """Patterns that are looked for together."""

    def __init__(self) -> None:
        self._sample: list[str] = []
        self._texts = self._of = 0
        self._next = FIRST
        self._known: dict[Sought, Literals | None] = {}
        self._search: _Search | None = None  # replaced as a whole: other threads may look at a text

    def add(self, pattern: Sought) -> None:
        """Take a pattern in."""
        self._known[pattern] = None

    def places(self, text: str) -> dict[Sought, list[int]]:
        """Return where the patterns may match that were looked for together, for each in the order of the text."""
        self._texts += 1
        if self._texts <= FIRST:
            self._sample.append(text[:_SAMPLE].encode(errors="replace").decode())
        if self._texts == self._next:
            self._next *= 2
            if len(self._known) > _MORE * self._of:
                self._build("".join(self._sample))
        if self._search is None or len(text) > _LONGEST:
            return {}
        try:
            return _found(text, self._search)
        except UnicodeEncodeError:  # half a character beyond the first plane stands in it
            return {}

    def _build(self, text: str) -> None:
        for pattern in list(self._known)[self._of :]:
            self._known[pattern] = pattern.literals
        self._of = len(self._known)
        found = _found(text, self._together(self._known))
        rare = [pattern for pattern in found if len(found[pattern]) * (_APART if pattern.first else _APART_ANY) < len(text)]
        self._search = self._together(rare)

    def _together(self, patterns: Iterable[Sought]) -> _Search:
        from ahocorasick_rs import AhoCorasick, Implementation  # a short command needs none

        nowhere: dict[Sought, list[int]] = {}
        owners: dict[str, list[tuple[Sought, int]]] = {}
        for pattern in patterns:
            if (literals := self._known[pattern]) is not None:
                nowhere[pattern] = _NOWHERE
                for string in literals.strings:
                    owners.setdefault(string, []).append((pattern, literals.before))
        made_as = Implementation.DFA if len(owners) <= _FEW else None
        return _Search(AhoCorasick(list(owners), store_patterns=False, implementation=made_as), list(owners.values()), nowhere)


def _found(text: str, search: _Search) -> dict[Sought, list[int]]:
    found, owners = dict(search.nowhere), search.owners
    for number, start, _end in search.automaton.find_matches_as_indexes(text, overlapping=True):
        for pattern, before in owners[number]:
            if places := found[pattern]:
                places.append(start + before)
            else:
                found[pattern] = [start + before]
    return found
