"""``sum`` of lists that nothing announces: 现有职工214人，在职126人、退休88人; and the second and third list of one total.

Every list of figures of one kind is added up from the figure before it. What adds up holds, weakly; what one slip of the pen
makes add up, and no chance explains, is likely to be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import pairwise

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import Unit
from .complements import may_overlap
from .joining import holds, operand, place
from .slips import slip_chance
from .statements import Reading, Role, Statement
from .words import SIDE_EFFECT

_STANDS = frozenset((Role.LEVEL, Role.ACTUAL))
_SATELLITES = frozenset(("ratio", "points", "number", "age"))
"""What may stand between two members of a list: their shares and growth, and the ages that name them."""
_MIXED = {"名": "人", "位": "人", "家": "个", "所": "个", "处": "个", "宗": "件", "起": "件"}
_ROW = 24
_HEADS = 5
_LEAST = 20
"""A total of fewer units of its last digit is made by any small numbers."""
_CHANCE = 0.05
_FAR_CHANCE = 0.005
_FLOAT = 1e-9
_SLIP = 0.12
_SOME = 3
_APART = 5
_NEAR = 0.15
_MARKS = lazy("[、,;]")
_NO_PART = lazy("加上|累计|剩余|[比较]|增|减|占|另|人均|户均|达到|超过|不足")


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of lists behind a figure that no other relation has found to be theirs."""
    told = _told(reading)
    for chain in _chains(reading):
        yield from _Chain(reading, chain, told).claims()


def _told(reading: Reading) -> dict[int, set[int]]:
    """Return the totals that are known, by where they begin, with where their parts begin."""
    told: dict[int, set[int]] = {}
    for claim in reading.memory.get("sums", ()):  # type: ignore[attr-defined]
        if isinstance(claim, Sum) and claim.exhaustive is not False:
            told.setdefault(claim.total.place.start, set()).update(part.place.start for part in claim.parts)
    return told


def _kind(statement: Statement) -> str:
    dimension = statement.dimension
    name = dimension.partition(":")[2]
    return _MIXED.get(name, name) if name else dimension


def _chains(reading: Reading) -> Iterator[list[Statement]]:
    """Yield the figures of one kind in each paragraph that may be totals and parts, outside of brackets."""
    kinds: dict[str, list[Statement]] = {}
    paragraph = -1
    for s in reading.statements:
        if s.paragraph != paragraph:
            yield from (chain for chain in kinds.values() if len(chain) > 2)
            kinds, paragraph = {}, s.paragraph
        quantity = s.quantity
        if s.is_amount and s.role in _STANDS and not s.depth and not quantity.per and not quantity.is_hedged and not quantity.chinese:
            kinds.setdefault(_kind(s), []).append(s)
    yield from (chain for chain in kinds.values() if len(chain) > 2)


def _size(statement: Statement) -> tuple[float, float]:
    """Return how large a figure is, and what it may be off by; a count is exact."""
    size, digit = statement.quantity.size()
    return size, 0.0 if statement.quantity.is_count else digit


class _Chain:
    """The figures of one kind in a paragraph."""

    def __init__(self, reading: Reading, chain: list[Statement], told: dict[int, set[int]]) -> None:
        self._reading = reading
        self._chain = chain
        self._told = told
        self._sizes = [_size(s) for s in chain]

    def claims(self) -> Iterator[Claim]:
        chain = self._chain
        for start in range(1, len(chain) - 1):
            first = chain[start]
            fresh = first.segment != chain[start - 1].segment
            for n in range(start - 1, max(-1, start - 1 - (_HEADS if fresh else 1)), -1):
                head = chain[n]
                if first.sentence - head.sentence > 1 or self._sizes[n][0] < _LEAST * head.quantity.size()[1]:
                    continue
                parts = self._told.get(head.start, ())
                if first.start in parts or self._are_siblings(head, first):
                    break
                if claim := self._list(n, start, known=bool(parts)):
                    self._told.setdefault(head.start, set()).update(part.place.start for part in claim.parts)
                    yield claim
                    break

    def _are_siblings(self, one: Statement, other: Statement) -> bool:
        """Whether both are parts of one total: then neither is the total of the other."""
        return any(one.start in parts and other.start in parts for parts in self._told.values()) if self._told else False

    def _list(self, n: int, start: int, *, known: bool) -> Sum | None:
        """Return the list from ``start`` on that makes the figure ``n``, or would but for a slip."""
        whole, slack = self._sizes[n]
        total, row = 0.0, list[int]()
        for end in range(start, min(len(self._chain), start + _ROW)):
            if row and self._chain[end].start in self._told.get(self._chain[row[-1]].start, ()):
                continue  # a part of the part before
            if self._chain[end].sentence != self._chain[start].sentence or (row and not self._goes_on(row[-1], end)):
                break
            size, step = self._sizes[end]
            row.append(end)
            total, slack = total + size, slack + step
            if size >= whole or total > whole * (1 + _NEAR) + slack:
                return None
            if len(row) > 1 and abs(total - whole) <= slack + _FLOAT * whole and (claim := self._holding(n, row, slack)):
                return claim
        if abs(total - whole) > _NEAR * whole or len(row) < 2:
            return None
        return self._slipped(n, row, known=known)

    def _goes_on(self, one: int, other: int) -> bool:
        """Whether nothing but shares, growth, ages, brackets and its own parts stands behind a member before the next one."""
        first, second = self._chain[one], self._chain[other]
        own = self._told.get(first.start, ())
        between = [s for s in self._reading.statements[first.index + 1 : second.index] if s.start not in own]
        return len(between) < _APART and all(s.depth or s.dimension in _SATELLITES for s in between)

    def _holding(self, n: int, row: list[int], slack: float) -> Sum | None:
        whole, digit = self._chain[n].quantity.size()
        closed = row[-1] + 1 == len(self._chain) or self._chain[row[-1] + 1].segment != self._chain[row[-1]].segment
        near = n == row[0] - 1 and closed
        if max(slack, digit) / whole > (_CHANCE if near else _FAR_CHANCE):
            return None
        claim = self._sum(n, row, certain=False)
        return claim if holds(claim) else None

    def _slipped(self, n: int, row: list[int], *, known: bool) -> Sum | None:
        """Return a list that is its total's by all it looks like, and adds up but for one slip."""
        head, parts = self._chain[n], tuple(self._chain[m] for m in row)
        beside = n == row[0] - 1 and parts[0].index - head.index <= 2
        if not (beside or known) or len(row) < (2 if known else _SOME) or not self._is_list(head, parts, known=known):
            return None
        if may_overlap(self._reading, parts) or slip_chance(head, parts) > _SLIP:
            return None
        return self._sum(n, row, certain=True)

    def _is_list(self, head: Statement, row: tuple[Statement, ...], *, known: bool) -> bool:
        """Whether the figures stand in one shape, each with its name, up to the end of a segment."""
        plain = self._reading.ground.plain
        named = all(len(s.lead.strip(" ,、;:和")) > 1 or s.lead.startswith("-") or not s.lead for s in row[1:])
        told_off = any(_NO_PART.search(s.lead) or SIDE_EFFECT.search(s.lead) or s.role is not Role.LEVEL for s in row[1:])
        if not named or told_off or _NO_PART.search(row[0].lead) or SIDE_EFFECT.search(row[0].lead):
            return False
        marks = {"".join(_MARKS.findall(plain, one.end, other.start))[-1:] for one, other in pairwise(row)}
        runs = marks <= {"、"} or (known and len(marks) == 1)
        following = self._reading.statements[row[-1].index + 1 : row[-1].index + 2]
        closed = not following or following[0].segment != row[-1].segment or following[0].dimension in _SATELLITES
        return runs and closed and head.segment <= row[0].segment

    def _sum(self, n: int, row: list[int], *, certain: bool) -> Sum:
        head, members = self._chain[n], [self._chain[m] for m in row]
        unit: Unit = head.quantity.unit
        parts = tuple(operand(self._reading, s if s.like(head) else s.in_unit(unit)) for s in members)
        where = place(self._reading, head, *members)
        return Sum(operand(self._reading, head), parts, True if certain else None, not certain, where, certain)
