"""What the open pages show: parts made of fragments, and the difference from one state to the next."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any

from ..changes import FigureChange, figures_changed


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of HTML that is replaced as a whole, under a key that follows from it: the same piece, the same key."""

    key: str
    html: str


Part = tuple[Fragment, ...]


def part(pieces: Iterable[str]) -> Part:
    """Return a part of ``pieces``, each under a key of its own."""
    seen: dict[str, int] = {}
    made = []
    for piece in pieces:
        stem = blake2b(piece.encode(), digest_size=8).hexdigest()
        seen[stem] = number = seen.get(stem, 0) + 1
        made.append(Fragment(stem if number == 1 else f"{stem}-{number}", piece))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class State:
    """Everything that a page shows at one moment.

    Args:
        number: counted up with every state.
        parts: by name, as the page calls them.
        figures: fact → label and text as displayed.
        title: of the report.
        paper: tells one look of the paper from another.
    """

    number: int = 0
    parts: Mapping[str, Part] = field(default_factory=dict)
    figures: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    title: str = ""
    paper: str = ""


class Board:
    """The latest state, for everybody who waits for it. It is used from one event loop only."""

    def __init__(self) -> None:
        self.state = State()
        self._news = asyncio.Condition()

    async def put(self, parts: Mapping[str, Part], **others: Any) -> None:
        """Replace some parts, and what else a state has; those who wait wake up if that changes anything."""
        old = self.state
        new = replace(old, parts={**old.parts, **parts}, **others)
        if new != old:
            async with self._news:
                self.state = replace(new, number=old.number + 1)
                self._news.notify_all()

    async def later(self, number: int) -> State:
        """Wait for a state other than number ``number``."""
        async with self._news:
            await self._news.wait_for(lambda: self.state.number != number)
            return self.state


def changes(old: State | None, new: State) -> tuple[FigureChange, ...]:
    """Return the figures that changed; none for a page that had nothing to compare with."""
    return figures_changed(old.figures, new.figures) if old is not None and old.figures and new.figures else ()


def patch(old: State | None, new: State) -> dict[str, Any]:
    """Return what turns a page that shows ``old`` into one that shows ``new``, as JSON values.

    Each part that differs comes with the order of its keys and the HTML of those that are new.
    """
    before = old.parts if old is not None else {}
    differing = {name: fragments for name, fragments in new.parts.items() if fragments != before.get(name)}
    made: dict[str, Any] = {"number": new.number, "title": new.title, "paper": new.paper, "parts": {}}
    for name, fragments in differing.items():
        known = {fragment.key for fragment in before.get(name, ())}
        made["parts"][name] = {
            "order": [fragment.key for fragment in fragments],
            "html": {fragment.key: fragment.html for fragment in fragments if fragment.key not in known},
        }
    return made
