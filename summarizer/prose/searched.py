"""A sum that is looked for where no word announces one: it holds weakly unless its total has many digits."""

from __future__ import annotations

from ..claims.sum import Sum
from .complements import ends_with_rest
from .joining import holds, operand, place
from .nearness import near_sum
from .statements import Reading, Statement

_DIGITS = 1000
"""A total below this many units of its last digit fits some numbers by chance."""


def sum_of(
    reading: Reading, head: Statement, parts: tuple[Statement, ...], *,
    exhaustive: bool | None, searched: bool = False, likely: bool = False,
) -> Sum:  # fmt: skip
    """Return that parts make a total; see :class:`Sum` for what ``exhaustive``, ``searched`` and ``likely`` mean."""
    members = tuple(operand(reading, p) for p in parts)
    return Sum(operand(reading, head), members, exhaustive, searched, place(reading, head, *parts), likely)


def fit(reading: Reading, head: Statement, parts: tuple[Statement, ...]) -> Sum | None:
    """Return the sum if it holds and says something."""
    if len(parts) < 2 or not parts[0].like(head) or not all(p.like(head) for p in parts) or not near_sum(head, parts):
        return None
    claim = sum_of(reading, head, parts, exhaustive=None, searched=not ends_with_rest(parts))
    return claim if holds(claim) else None


def telling(head: Statement) -> bool:
    """Whether a total has so many digits that parts do not fit it by chance."""
    return not head.quantity.is_hedged and head.quantity.shows(_DIGITS)


def announces(text: str) -> bool:
    """Whether a word stands in a text that leads in the parts of a total."""
    return "其中" in text or "包括" in text or "加上" in text or "合计" in text or "总计" in text


def common_ending(names: list[str]) -> str:
    """Return the characters that all names end with."""
    shortest = min(len(name) for name in names)
    for size in range(shortest, 0, -1):
        if len({name[-size:] for name in names}) == 1:
            return names[0][-size:]
    return ""


def is_announced(reading: Reading, row: list[Statement]) -> bool:
    """Whether 其中 or the like stands in the row: then another relation reads it."""
    return announces(reading.between(max(0, row[0].start - 40), row[-1].start))
