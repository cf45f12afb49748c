"""What tests of rules share: whether something is told of the right place."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.findings import Finding
from summarizer.rules import Context, run
from summarizer.rules.base import Hit


def touches(found: Iterable[Hit | Finding], text: str, quote: str) -> bool:
    """Whether anything that was found touches the place of the quote."""
    start = text.index(quote)
    return any(one.start < start + len(quote) and start < one.end for one in found)


def told(text: str, *kinds: str) -> list[Finding]:
    """What the rules of some kinds, or all of them, find that is more than a note."""
    return [found for found in run(Context(text=text, path="a.txt"), kinds) if found.severity != "info"]
