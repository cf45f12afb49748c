"""Where stretches of a text are followed by themselves: a text is compared with itself, moved by their length, all at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from ..memos import of_text
from ..patterns import lazy
from .stretches import units

_RUN = lazy(r"(.)\1*", 16)  # re.DOTALL


class Doubling:
    """A text prepared for the comparison.

    Of each character only the lower byte is compared at first: that halves the work, and what is alike by chance is looked at again.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower = int.from_bytes(units(text)[::2], "little")

    def of(self, size: int) -> Iterator[int]:
        """Yield where ``size`` characters stand that stand once more right behind them; of a run of one character only its beginning."""
        text, alike = self._text, bytes(size)
        apart = self._moved(size)
        at = apart.find(alike)
        while 0 <= at <= len(text) - 2 * size:
            words = text[at : at + size]
            if text.startswith(words, at + size):
                yield at
            if text[at] == text[at + 1]:
                run = _RUN.match(text, at) if text.startswith(text[at], at + 2) else None  # most runs are of two
                at = max(at, (run.end() if run is not None else at + 2) - size)
            at = apart.find(alike, at + 1)

    @cached_property
    def pairs(self) -> list[int]:
        """Where a character stands twice; of a run of it only its beginning."""
        text, apart = self._text, self._moved(1)
        found: list[int] = []
        at, last = apart.find(0), len(text) - 2
        while 0 <= at <= last:
            if text[at] == text[at + 1] and (at == 0 or text[at - 1] != text[at]):
                found.append(at)
            at = apart.find(0, at + 1)
        return found

    def _moved(self, size: int) -> bytes:
        """Return a byte for each character, which is zero where the one so many further may be the same."""
        return (self._lower ^ (self._lower >> (8 * size))).to_bytes(len(self._text), "little")


@of_text
def doubling(text: str) -> Doubling:
    """Return a text prepared for the comparison; rules one after the other look at the same."""
    return Doubling(text)
