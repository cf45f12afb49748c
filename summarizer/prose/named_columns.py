"""``sum`` of figures of one name, a row each: 校舍57.74万平方米，图书146.13万册。小学：校舍25.48万平方米，图书81.27万册。初中：….

The total stands before the rows, or behind them as 总数. Rows may be sentences or paragraphs, and have other figures between. Where two
names add up over the same rows, the others of the total's sentence or paragraph that all these rows have are meant to as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from itertools import islice, pairwise

from ..claims.base import Claim
from ..patterns import lazy
from .joining import holds
from .nearness import base, near_sum
from .searched import sum_of, telling
from .statements import Reading, Statement

_NAME = 2
"""Characters of a name at least; by so many of its last ones figures are sorted."""
_SURE = 3
"""Characters that names have in common at their ends, where neither is all of the other's."""
_ROWS = 12
_BEYOND = 1.1
"""How much more than a total rows make at most that may still be it."""
_FAR = 90
"""Figures from a total to the last of its rows."""
_NEARLY = 0.6
_ASIDE = lazy("其中|[比较]|上年|去年|同期|年[初末]|预算|计划|目标|任务|累计|余额|[月日季]")
_IN_ALL = lazy("(?:合计|总计|共计|总[数量额]|人数|总)+$")
_IN_ALL_ENDS = frozenset("计数量额总")

Found = tuple[Statement, tuple[Statement, ...]]
_Named = tuple[Statement, str, float]
"""A figure, its name, and how large it is."""
_Rows = tuple[int, tuple[int, ...]]


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums over rows that no other relation has as a total."""
    votes: dict[_Rows, list[Found]] = defaultdict(list)
    others: list[tuple[_Named, list[_Named]]] = []
    for group in _by_name(reading):
        for n, named in enumerate(group[:-_NAME]):
            following = group[n + 1 : n + 1 + _ROWS]
            fit = _fit(reading, named, following) if _may_begin(named, following[0]) else None
            if fit is None:
                others.append((named, following))
            elif rows := _rows_of(named[0], fit):
                votes[rows].append((named[0], fit))
    for rows, made in votes.items():
        several = len({head.start for head, _ in made}) > 1
        for head, parts in made:
            if head.start not in results and (several or telling(head)):
                yield sum_of(reading, head, parts, exhaustive=several or None, searched=not several, likely=True)
        if several:
            yield from _missed(reading, rows, made[0][0], others, results)


def _by_name(reading: Reading) -> Iterator[list[_Named]]:
    """Yield the figures that end with the same two characters and are of one measure, where three or more sentences have one."""
    groups: dict[tuple[str, str], list[tuple[Statement, str]]] = defaultdict(list)
    for s in reading.present():
        name = s.subject
        if name[-1:] in _IN_ALL_ENDS:
            name = _IN_ALL.sub("", name)
        if len(name) >= _NAME and s.quantity.is_plain:
            groups[s.measure, name[-_NAME:]].append((s, name))
    for group in groups.values():
        if len(group) > _NAME and len({s.sentence for s, _ in group}) > _NAME:
            yield [(s, name, s.quantity.size()[0]) for s, name in group]


def _may_begin(total: _Named, following: _Named) -> bool:
    """Whether the figure behind is smaller, or no row yet: a first look, since most figures are no totals."""
    return following[0].sentence == total[0].sentence or following[2] < total[2]


def _fit(reading: Reading, head: _Named, following: list[_Named]) -> tuple[Statement, ...] | None:
    """Return the first of the rows behind a total that make it."""
    total, _, whole = head
    most, made = whole * _BEYOND, 0.0
    row: list[Statement] = []
    for part, size in _own(head, following):
        row.append(part)
        made += size
        if made > most:
            return None
        if len(row) > 1 and _fits(reading, total, tuple(row)):
            return tuple(row)
    return None


def _own(head: _Named, following: list[_Named]) -> Iterator[tuple[Statement, float]]:
    """Yield the figures behind a total that are called as it is, smaller than it, and no figures of another time, and how large."""
    total, name, whole = head
    sentence, furthest, end = total.sentence, total.index + _FAR, name[-_SURE:]  # which is the name itself where that is shorter
    for s, called, size in following:
        if s.sentence == sentence:
            continue
        if size >= whole or s.index > furthest:
            return
        own = called.rpartition(":")[2] if ":" in called else called
        if (own.endswith(end) or name.endswith(own)) and not _ASIDE.search(s.lead):
            yield s, size


def _fits(reading: Reading, head: Statement, parts: tuple[Statement, ...]) -> bool:
    return near_sum(head, parts) and holds(sum_of(reading, head, parts, exhaustive=None))


def _rows_of(head: Statement, parts: tuple[Statement, ...]) -> _Rows | None:
    """Return where the rows stand: the total's paragraph and theirs, or its sentence and theirs; nothing where two share one."""
    if all(one.paragraph < other.paragraph for one, other in pairwise((head, *parts))):
        return -head.paragraph - 1, tuple(p.paragraph for p in parts)
    if all(one.sentence < other.sentence for one, other in pairwise(parts)) and parts[-1].paragraph == head.paragraph:
        return head.sentence, tuple(p.sentence for p in parts)
    return None


def _missed(
    reading: Reading, rows: _Rows, one: Statement, others: list[tuple[_Named, list[_Named]]], results: Set[int]
) -> Iterator[Claim]:
    """Yield the sums of names beside the totals that have one figure in each of the rows, and do not add up."""
    for named, following in others:
        head = named[0]
        beside = head.sentence == one.sentence or (rows[0] < 0 and head.paragraph == one.paragraph)
        if not beside or head.start in results:
            continue
        parts = tuple([part for part, _ in islice(_own(named, following), len(rows[1]))])
        if len(parts) != len(rows[1]) or _rows_of(head, parts) != rows:
            continue
        if _NEARLY < float(sum(map(base, parts)) / base(head)) < 1 / _NEARLY:
            yield sum_of(reading, head, parts, exhaustive=True, likely=True)
