"""One after the other, in this process."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from .base import Item, Result, Work


class Inline:
    """Does everything here."""

    def run(self, work: Work[Item, Result], items: Sequence[Item]) -> Generator[tuple[int, Result], None, None]:
        """Yield number and result of each item in turn, those of a group when all of it is done."""
        yield from enumerate(result for group in work.groups(items, len(items)) for result in work.do_together(group))
