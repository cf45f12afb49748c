"""What a look through a finished file gets and gives."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from ...errors import ReadError
from ...i18n import gettext as _

_QUOTED = 30


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that work has left in a file.

    Args:
        kind: ``tracked``, ``comment``, ``hidden``, ``author``, ``tool``, ``draft``, ``active``, ``outside`` or ``broken``.
        text: one sentence in the user's language.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a file may say of itself.

    Args:
        names: who may stand as its author: the publishing body. title: the document's.
        day: its own date, ISO, the only one that it may carry; empty for none.
    """

    names: tuple[str, ...]
    title: str
    day: str = ""


class Traces(ABC):
    """Looks through the bytes of one finished file.

    Args:
        data: the file as it would be downloaded. allowed: what it may say of itself.
    """

    def __init__(self, data: bytes, allowed: Allowed) -> None:
        self.data = data
        self.allowed = allowed

    def found(self) -> tuple[Trace, ...]:
        """Return all traces, each once; a file that cannot be read is one."""
        try:
            return tuple(dict.fromkeys(self._look()))
        except ReadError as error:
            return (Trace("broken", error.message),)

    @abstractmethod
    def _look(self) -> Iterator[Trace]:
        """Yield what is found."""

    def _author(self, where: str, name: str) -> Iterator[Trace]:
        if name.strip() and name.strip() not in self.allowed.names:
            yield Trace("author", _("{where} names {name}").format(where=where, name=quoted(name)))

    def _day(self, where: str, day: str) -> Iterator[Trace]:
        if day and day != self.allowed.day:
            yield Trace("tool", _("{where} says {day}").format(where=where, day=day))


def quoted(text: str) -> str:
    """Return the beginning of ``text`` in quotes."""
    text = " ".join(text.split())
    return f"“{text[:_QUOTED]}{'…' if len(text) > _QUOTED else ''}”"
