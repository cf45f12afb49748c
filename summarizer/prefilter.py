"""Many patterns that are looked for in one pass: where any of them may match is told by the literal characters of them all.

Most patterns ask for what no right text has. Each for itself would go through the text, to find nothing. A place that is told costs a
second look, and changes nothing.
"""

from __future__ import annotations

from typing import Any

from .literals import Literals

_FIRST = 16
"""A process that reads so many texts has many more to come, and gets back what it takes to parse all patterns anew."""
_SAMPLE = 5000
"""Characters of each of these texts that tell how often a pattern may match."""
_APART, _APART_ANY = 800, 200
"""A pattern that may match once in fewer characters than these looks for itself; to find any of several it takes several times longer."""
_LONGEST = 1 << 18
"""Characters of a text that is not looked at in one pass, whose places would take too much memory."""
_NOWHERE: list[int] = []


class Prefilter:
    """Patterns that are looked for together."""

    def __init__(self) -> None:
        self._sample: list[str] = []
        self._texts = self._of = 0
        self._next = _FIRST
        self._known: dict[Any, Literals | None] = {}
        self._automaton: Any = None
        self._owners: list[list[tuple[Any, int]]] = []
        self._nowhere: dict[Any, list[int]] = {}

    def add(self, pattern: Any) -> None:
        """Take a pattern in, whose ``literals`` say what stands where it matches."""
        self._known[pattern] = None

    def places(self, text: str) -> dict[Any, list[int]]:
        """Return where the patterns may match that were looked for together, for each in the order of the text."""
        self._texts += 1
        if self._texts <= _FIRST:
            self._sample.append(text[:_SAMPLE])
        if self._texts == self._next:
            self._next *= 2
            if len(self._known) > self._of:
                self._build("".join(self._sample))
        return self._found(text) if self._automaton is not None and len(text) <= _LONGEST else {}

    def _found(self, text: str) -> dict[Any, list[int]]:
        found = dict(self._nowhere)
        for number, start, _end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for pattern, before in self._owners[number]:
                if places := found[pattern]:
                    places.append(start + before)
                else:
                    found[pattern] = [start + before]
        return found

    def _build(self, text: str) -> None:
        for pattern in list(self._known)[self._of :]:
            self._known[pattern] = pattern.literals
        self._of = len(self._known)
        self._together({pattern: literals for pattern, literals in self._known.items() if literals is not None})
        rare = [
            pattern
            for pattern, places in self._found(text).items()
            if len(places) * (_APART if pattern.first else _APART_ANY) < len(text)
        ]
        self._together({pattern: literals for pattern in rare if (literals := self._known[pattern]) is not None})

    def _together(self, wanted: dict[Any, Literals]) -> None:
        from ahocorasick_rs import AhoCorasick  # a short command needs none

        owners: dict[str, list[tuple[Any, int]]] = {}
        for pattern, literals in wanted.items():
            for string in literals.strings:
                owners.setdefault(string, []).append((pattern, literals.before))
        self._owners = list(owners.values())
        self._automaton = AhoCorasick(list(owners), store_patterns=False)
        self._nowhere = dict.fromkeys(wanted, _NOWHERE)
