"""Regular expressions that are compiled when they are first used: a short command pays only for those it needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator


class LazyPattern:
    """Behaves like a compiled pattern."""

    __slots__ = ("_compiled", "_flags", "_source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        return self._compiled

    def finditer(self, text: str, start: int = 0, end: int = 1 << 62) -> Iterator[re.Match[str]]:
        """As :meth:`re.Pattern.finditer`."""
        return self.compiled.finditer(text, start, min(end, len(text)))

    def search(self, text: str, start: int = 0, end: int = 1 << 62) -> re.Match[str] | None:
        """As :meth:`re.Pattern.search`."""
        return self.compiled.search(text, start, min(end, len(text)))

    def match(self, text: str, start: int = 0, end: int = 1 << 62) -> re.Match[str] | None:
        """As :meth:`re.Pattern.match`."""
        return self.compiled.match(text, start, min(end, len(text)))

    def fullmatch(self, text: str, start: int = 0, end: int = 1 << 62) -> re.Match[str] | None:
        """As :meth:`re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text, start, min(end, len(text)))

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As :meth:`re.Pattern.sub`."""
        return self.compiled.sub(new, text)

    def findall(self, text: str) -> list[str]:
        """As :meth:`re.Pattern.findall`."""
        return self.compiled.findall(text)

    def split(self, text: str) -> list[str]:
        """As :meth:`re.Pattern.split`."""
        return self.compiled.split(text)


Pattern = re.Pattern[str] | LazyPattern


def lazy(source: str, flags: int = 0) -> LazyPattern:
    """Return a pattern that is compiled when it is first used."""
    return LazyPattern(source, flags)
