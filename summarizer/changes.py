"""What changed from one state of a report to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that is not what it was.

    Args:
        fact: the fact's id. label: in Chinese, as a reader knows it.
        before, after: as displayed; None where the fact did not exist, empty where it was published blank.
    """

    fact: str
    label: str
    before: str | None
    after: str | None


def figures_changed(
    before: Mapping[str, tuple[str, str]], after: Mapping[str, tuple[str, str]]
) -> tuple[FigureChange, ...]:
    """Return which figures differ, in the order of ``after``, those that are gone last.

    Args:
        before, after: id → (label, text as displayed).
    """
    changed = [
        FigureChange(fact, label, before[fact][1] if fact in before else None, text)
        for fact, (label, text) in after.items()
        if fact not in before or before[fact][1] != text
    ]
    gone = [FigureChange(fact, label, text, None) for fact, (label, text) in before.items() if fact not in after]
    return (*changed, *gone)
