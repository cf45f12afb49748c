"""Which item of one row belongs to which of another, both in their order: sentences, paragraphs, rows of tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

#: What an item is, and its text: only items of one kind belong together.
Item = tuple[Hashable, str]
#: An index of the first row with one of the second; None where an item stands alone.
Pair = tuple[int | None, int | None]

_Pairs = list[tuple[int, int]]

#: Texts less alike than this do not belong together.
LEAST = 0.4
#: A gap of more pairs than this is not searched for what is alike.
_MOST = 60_000
#: One of more pairs than this is not even searched for what is the same, but at its ends.
_HUGE = 4_000_000
#: Characters behind this one add nothing to the weight of an item.
_LONG = 60
_DIGITS = re.compile(r"\d[\d,.]*")


def align(before: Sequence[Item], after: Sequence[Item]) -> list[Pair]:
    """Return all items of both rows in order, paired where they belong together.

    Between two pairs what stands alone in ``before`` comes first.
    """
    pairs = _between(before, after, _anchors(before, after), _close)
    return list(_filled(pairs, len(before), len(after)))


_Pairing = Callable[[Sequence[Item], Sequence[Item]], _Pairs]


def _between(before: Sequence[Item], after: Sequence[Item], anchors: _Pairs, pairing: _Pairing) -> _Pairs:
    """Return ``anchors`` with the pairs that ``pairing`` finds between them."""
    pairs: _Pairs = []
    at, to = 0, 0
    for one, other in [*anchors, (len(before), len(after))]:
        pairs += [(at + a, to + b) for a, b in pairing(before[at:one], after[to:other])]
        pairs += [(one, other)] if one < len(before) else []
        at, to = one + 1, other + 1
    return pairs


def likeness(one: str, other: str) -> float:
    """Return how much two texts have in common, from 0 to 1, whatever their figures are."""
    if one == other:
        return 1.0
    mine, its = _bag(one), _bag(other)
    total = mine.total() + its.total()
    return 2 * (mine & its).total() / total if total else 1.0


@lru_cache(maxsize=4096)
def _bag(text: str) -> Counter[str]:
    """Neighbouring characters in twos; a single one alone."""
    masked = _DIGITS.sub("0", text)
    return Counter(a + b for a, b in pairwise(masked)) if len(masked) > 1 else Counter(masked)


def _filled(pairs: _Pairs, before: int, after: int) -> Iterator[Pair]:
    """Yield ``pairs`` with what stands alone between them."""
    at, to = 0, 0
    for one, other in [*pairs, (before, after)]:
        yield from ((n, None) for n in range(at, one))
        yield from ((None, n) for n in range(to, other))
        if one < before:
            yield one, other
        at, to = one + 1, other + 1


def _anchors(before: Sequence[Item], after: Sequence[Item]) -> _Pairs:
    """Items that are the same and stand in either row once: as many as keep their order."""
    mine, its = _once(before), _once(after)
    shared = [(place, its[item]) for item, place in mine.items() if item in its]
    lowest: list[int] = []  # for each length, the lowest end of a rising row of it
    ends: list[int] = []
    back: list[int] = []
    for number, (_own, place) in enumerate(shared):
        length = bisect_left(lowest, place)
        back.append(ends[length - 1] if length else -1)
        lowest[length : length + 1] = [place]
        ends[length : length + 1] = [number]
    chosen: _Pairs = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chosen.append(shared[number])
        number = back[number]
    return chosen[::-1]


def _once(items: Sequence[Item]) -> dict[Item, int]:
    counts = Counter(items)
    return {item: place for place, item in enumerate(items) if counts[item] == 1}


def _close(before: Sequence[Item], after: Sequence[Item]) -> _Pairs:
    """Pair what lies between two anchors; where that is much, what is the same first."""
    if len(before) * len(after) <= _MOST:
        return _alike(before, after)
    short = min(len(before), len(after))
    head = next((n for n in range(short) if before[n] != after[n]), short)
    tail = next((n for n in range(short - head) if before[-1 - n] != after[-1 - n]), short - head)
    mine, its = before[head : len(before) - tail], after[head : len(after) - tail]
    same = [(n, n) for n in range(head)]
    if len(mine) * len(its) <= _HUGE:
        blocks = SequenceMatcher(None, mine, its, autojunk=False).get_matching_blocks()
        same += [(head + block.a + n, head + block.b + n) for block in blocks for n in range(block.size)]
    same += [(len(before) - tail + n, len(after) - tail + n) for n in range(tail)]
    return _between(before, after, same, _alike)


def _alike(before: Sequence[Item], after: Sequence[Item]) -> _Pairs:
    """Return the pairs that are most alike in all, in their order; none where there is too much to look at."""
    if len(before) * len(after) > _MOST:
        return []
    return _best([[_worth(one, other) for other in after] for one in before])


def _worth(one: Item, other: Item) -> float:
    """What a pair gains; 0 where the two do not belong together."""
    if one[0] != other[0]:
        return 0.0
    weight = 1 + min(len(one[1]) + len(other[1]), 2 * _LONG) / _LONG
    found = likeness(one[1], other[1])
    # What is the same is never given up for two pairs that are merely alike.
    return found * weight * (2 if found == 1 else 1) if found >= LEAST else 0.0


def _best(worth: list[list[float]]) -> _Pairs:
    """Return the pairs, rising in both numbers, that are worth most together."""
    columns = len(worth[0]) if worth else 0
    sums = [[0.0] * (columns + 1) for _ in range(len(worth) + 1)]
    for a in range(len(worth) - 1, -1, -1):
        row, below = sums[a], sums[a + 1]
        for b in range(columns - 1, -1, -1):
            row[b] = max(below[b], row[b + 1], worth[a][b] + below[b + 1] if worth[a][b] else 0.0)
    pairs: _Pairs = []
    a, b = 0, 0
    while a < len(worth) and b < columns:
        if worth[a][b] and sums[a][b] == worth[a][b] + sums[a + 1][b + 1]:
            pairs.append((a, b))
            a, b = a + 1, b + 1
        elif sums[a][b] == sums[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs
