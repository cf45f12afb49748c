"""Patterns that begin with one character, of which texts have many: one search tells where any of them may match.

Most of them ask for what no right text has. Each for itself would look at every 、 of the text, to find nothing; together they look
once. That a place is told for another one of them costs a second look, and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

_EVERY = 16
"""A process that reads so many texts has many more to come, and gets back what it takes to compile a search for all."""
_RARELY, _MOST, _APART = 4, 32, 200
"""A pattern that matches as often in one text looks for itself; so do all in a text with more places, or one in so few characters."""
OF_GROUPS = re.compile(r"\(\?P=|\(\?\(|\\[1-9]")
"""What cannot stand beside other patterns in one: it speaks of a group by its name or number."""
_NAME = re.compile(r"\(\?P<\w+>")


class Alike:
    """The patterns that begin with one character.

    Args:
        begins: the character as a pattern has it.
        compiled: how patterns are compiled.
    """

    def __init__(self, begins: str, compiled: Callable[[str], re.Pattern[str]]) -> None:
        self._begins = begins
        self._compiled = compiled
        self._known: dict[str, re.Pattern[str]] = {}
        self._joined: tuple[list[str], re.Pattern[str]] | None = None
        self._texts = self._of = 0

    def add(self, rest: str, pattern: re.Pattern[str]) -> None:
        """Take one in, which has ``rest`` behind the character."""
        self._known[rest] = pattern

    def places(self, text: str) -> dict[str, list[int]]:
        """Return where any of the patterns that were looked for together may match, for each by what it has behind the character."""
        self._texts += 1
        if self._texts % _EVERY == 0 and len(self._known) > self._of:
            self._join(text)
        if self._joined is None:
            return {}
        rests, anywhere = self._joined
        most = _MOST + len(text) // _APART
        places = [match.start() for match in islice(anywhere.finditer(text), most + 1)]
        return dict.fromkeys(rests, places) if len(places) <= most else {}

    def _join(self, text: str) -> None:
        self._of = len(self._known)
        rests = [rest for rest, pattern in self._known.items() if len(list(islice(pattern.finditer(text), _RARELY))) < _RARELY]
        if len(rests) > 1:
            every = "|".join(_NAME.sub("(?:", rest) for rest in rests)
            self._joined = rests, self._compiled(f"{self._begins}(?={every})")
