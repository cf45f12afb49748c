"""Text in columns that stay straight with Chinese characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..reporters.excerpt import width


def pad(text: str, columns: int) -> str:
    """Return ``text`` with blanks up to ``columns``."""
    return text + " " * max(0, columns - width(text))


def table(rows: Sequence[Sequence[str]], limit: int = 44) -> Iterator[str]:
    """Yield ``rows`` as lines with straight columns; a column wider than ``limit`` does not push the rest."""
    count = max((len(row) for row in rows), default=0)
    widths = [min(limit, max((width(row[n]) for row in rows if n < len(row)), default=0)) for n in range(count)]
    for row in rows:
        yield "  ".join(pad(cell, widths[n]) for n, cell in enumerate(row)).rstrip()
