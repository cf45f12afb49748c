"""Sentences that hold their own faults: {right>wrong}."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FAULT = re.compile(r"\{([^{}>]*)>([^{}>]*)\}")


def marked(line: str) -> str:
    """Return a line as it is right."""
    return _FAULT.sub(lambda match: match[1], line)


def faulty(line: str) -> Iterator[tuple[str, int, int]]:
    """Yield the line with one of its faults in turn, and where that stands."""
    for fault in _FAULT.finditer(line):
        place = fault.start()
        text = _FAULT.sub(lambda match, place=place: match[2] if match.start() == place else match[1], line)  # type: ignore[misc]
        start = len(marked(line[:place]))
        yield text, start, start + len(fault[2])
