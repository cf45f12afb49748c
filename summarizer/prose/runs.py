"""``sum`` of lists that nothing announces: 现有职工214人，在职126人、退休88人; and the second and third list of one total.

Every list of figures of one kind is added up from the figure before it. What adds up holds, weakly; what one slip of the pen
makes add up, and no chance explains, is likely to be wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import pairwise

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import Unit
from .complements import may_overlap
from .divisions import is_division
from .joining import added, holds, is_part, is_part_here, operand, place
from .roles import Role
from .slips import slip_chance
from .statements import Reading, Statement
from .words import SIDE_EFFECT

_STANDS = frozenset((Role.LEVEL, Role.ACTUAL, Role.TARGET))
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
_SLIP, _COMMA_SLIP, _LOST = 0.12, 0.03, 0.2
"""How likely chance may explain that one slip makes a list its total; commas divide more than lists."""
_NONE: Set[int] = frozenset()
_SOME = 3
_APART = 5
_NEAR = 0.15
_TENFOLD = 12
"""How many times their total parts may be where a digit was lost."""
_SENTENCES = 3
"""Sentences that a list may stand behind a total of which another list is known."""
_BY = lazy("[:]|[分按][^,;。:、()0-9]{1,10},")
_MARKS = lazy("[、,;]")
_AND = frozenset(("和", "及", "以及", "与"))
_NO_PART = lazy("年[初末]|期[初末]|上年|去年|净|加上|累计|剩余|[比较]|增(?!值税)|减|占|另|人均|户均|达到|超过|不足")
_CARRIED = lazy("[ ,]*(?:另有|另外?|还有|连同|加上?)?[上去前]年(?:度|底|末)?(?:结转|遗留|未结|未办结|转入|结存|旧存)")


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of lists behind a figure that no other relation has found to be theirs."""
    told = _Told(reading.claims_found())
    for chain in _chains(reading):
        yield from _Chain(reading, chain, told, results).claims()


class _Told:
    """The totals that are known and their parts, by where they begin."""

    def __init__(self, found: Iterable[Claim]) -> None:
        self._parts: dict[int, set[int]] = {}
        self._totals: dict[int, set[int]] = {}
        for claim in found:
            if isinstance(claim, Sum) and claim.exhaustive is not False:
                self.add(claim)

    def add(self, claim: Sum) -> None:
        """Remember a sum."""
        total = claim.total.place.start
        parts = [part.place.start for part in claim.parts]
        self._parts.setdefault(total, set()).update(parts)
        for part in parts:
            self._totals.setdefault(part, set()).add(total)

    def parts_of(self, total: Statement) -> Set[int]:
        """Return where the parts of a total begin; nothing where none are known."""
        return self._parts.get(total.start, _NONE)

    def are_siblings(self, one: Statement, other: Statement) -> bool:
        """Whether both are parts of one total: then neither is the total of the other."""
        totals = self._totals.get(one.start)
        return totals is not None and not totals.isdisjoint(self._totals.get(other.start, ()))


@lru_cache(maxsize=512)
def _kind(dimension: str) -> str:
    name = dimension.partition(":")[2]
    return _MIXED.get(name, name) if name else dimension


def _chains(reading: Reading) -> list[list[Statement]]:
    """Return the figures of one kind in each paragraph that may be totals and parts, outside of brackets."""
    chains: dict[tuple[int, str], list[Statement]] = defaultdict(list)
    for s in reading.standing():
        if s.role in _STANDS and s.quantity.is_plain:
            chains[s.paragraph, _kind(s.dimension)].append(s)
    return [chain for chain in chains.values() if len(chain) > 2]


class _Chain:
    """The figures of one kind in a paragraph."""

    def __init__(self, reading: Reading, chain: list[Statement], told: _Told, results: Set[int]) -> None:
        self._reading = reading
        self._chain = chain
        self._told = told
        self._results = results
        self._sizes = [s.quantity.size() for s in chain]

    def claims(self) -> Iterator[Claim]:
        chain, sizes, plain = self._chain, self._sizes, self._reading.ground.plain
        for start in range(1, len(chain) - 1):
            first = chain[start]
            if chain[start + 1].sentence != first.sentence:
                continue  # a list has two figures, and ends with its sentence
            before = chain[start - 1]
            for n in range(start - 1, max(-1, start - 1 - _HEADS), -1):
                if n == start - 2 and first.segment == before.segment and not _BY.search(plain, before.end, first.start):
                    break  # only a list that is led in may have others between itself and its total
                head = chain[n]
                apart = first.sentence - head.sentence
                if apart > _SENTENCES:
                    break
                size, digit = sizes[n]
                if size < _LEAST * digit:
                    continue
                parts = self._told.parts_of(head)
                if apart > 1 and not parts:
                    continue
                if first.start in parts or self._told.are_siblings(head, first):
                    break
                if claim := self._list(n, start, known=bool(parts)):
                    self._told.add(claim)
                    yield claim
                    break

    def _list(self, n: int, start: int, *, known: bool) -> Sum | None:
        """Return the list from ``start`` on that makes the figure ``n``, or would but for a slip."""
        chain, sizes, sentence = self._chain, self._sizes, self._chain[start].sentence
        whole, digit = sizes[n]
        slack = 0.0 if chain[n].quantity.is_count else digit
        total = 0.0
        row: list[int] = []
        beside = n == start - 1 and chain[start].index - chain[n].index <= 2
        limit = whole * (_TENFOLD if beside or known else 1 + _NEAR)
        for end in range(start, min(len(chain), start + _ROW)):
            part = chain[end]
            if part.sentence != sentence:
                break
            if row:
                if part.start in self._told.parts_of(last := chain[row[-1]]):
                    continue  # a part of the part before
                if part.index != last.index + 1 and not self._goes_on(last, part):
                    break
            size, digit = sizes[end]
            row.append(end)
            total += size
            if not part.quantity.is_count:
                slack += digit
            if total > limit + slack:
                return None
            if len(row) > 1 and abs(total - whole) <= slack + _FLOAT * whole and (claim := self._holding(n, row, slack)):
                return claim
        if len(row) < 2:
            return None
        if start - n > 1 and (carried := self._carried(n, row)):
            return self._of_both(n, row, carried)
        if not (beside or known):
            return None
        near = abs(total - whole) <= _NEAR * whole and max([sizes[m][0] for m in row]) < whole
        return self._slipped(n, row, known=known, near=near)

    def _goes_on(self, first: Statement, second: Statement) -> bool:
        """Whether nothing but shares, growth, ages, brackets and its own parts stands behind a member before the next one."""
        own = self._told.parts_of(first)
        between = [s for s in self._reading.statements[first.index + 1 : second.index] if s.start not in own]
        return len(between) < _APART and all(s.depth or s.dimension in _SATELLITES or s.quantity.chinese for s in between)

    def _holding(self, n: int, row: list[int], slack: float) -> Sum | None:
        whole, digit = self._chain[n].quantity.size()
        closed = row[-1] + 1 == len(self._chain) or self._chain[row[-1] + 1].segment != self._chain[row[-1]].segment
        near = n == row[0] - 1 and closed
        if max(slack, digit) / whole > (_CHANCE if near else _FAR_CHANCE):
            return None
        claim = self._sum(n, row, certain=False)
        return claim if holds(claim) else None

    def _slipped(self, n: int, row: list[int], *, known: bool, near: bool) -> Sum | None:
        """Return a list that is its total's by all it looks like, and adds up but for one slip.

        Args:
            known: another list makes the total. near: the list makes nearly the total.
        """
        head, parts = self._chain[n], tuple([self._chain[m] for m in row])
        if not near and parts[-1].segment != (parts[0] if known else head).segment:
            return None
        if (not known and head.start in self._results) or any(part.start in self._results for part in parts):
            return None  # they have their place in another equation
        if "主要" in self._reading.between(head.end, parts[0].start):
            return None  # 本年支出2400万元，主要用于：教育1200万元；卫生600万元
        if parts[0].lead.lstrip(" ,").startswith("部分"):
            return None  # 已解决23处，部分整改4处，正在整改18处: states of what stands before
        sizes = [self._sizes[m][0] for m in row]
        if len(row) > 2 and abs(sizes[0] - sum(sizes[1:])) < _FLOAT * sizes[0]:
            return None  # the first is what the others make together
        if any(abs(size - sum(sizes)) < _FLOAT * size for size, _ in self._sizes[max(0, row[0] - _HEADS) : row[0]]):
            return None  # 承办84件，已办结78件；满意70件，基本满意8件: they make the one between
        if head.segment != parts[0].segment and head.sentence == parts[0].sentence and is_part(self._reading, head):
            return None  # 其中甲78万吨；乙41万吨；丙36万吨: all are parts of one total
        if {Role.TARGET, Role.ACTUAL} <= {part.role for part in parts}:
            return None  # 总投资1600万元，今年计划投资900万元，已完成650万元
        marks = self._marks(head, parts)
        division = bool(marks) and is_division(head, parts)
        if not marks or (not division and not (near and all(part.role is Role.LEVEL for part in parts[1:]))):
            return None
        if (not division and len(parts) < (2 if known else _SOME)) or may_overlap(self._reading, parts):
            return None
        chance = slip_chance(head, parts, lost=division)
        if near and chance <= 1 and (self._is_whole_segment(parts) if known else self._is_whole_sentence(head, parts)):
            return self._sum(n, row, certain=True)
        allowed = (1 if near else _LOST) if division else _SLIP if marks == "、" else _COMMA_SLIP
        return self._sum(n, row, certain=True) if chance <= allowed else None

    def _is_whole_segment(self, parts: tuple[Statement, ...]) -> bool:
        """Whether a list of three or more is all that its segment says, but for shares and growth: …；甲90人，乙40人，丙12人。"""
        statements, first, last = self._reading.statements, parts[0], parts[-1]
        beside = (*statements[max(0, first.index - _ROW) : first.index], *statements[last.index + 1 : last.index + _SOME])
        whole = all(s.segment != first.segment or s.dimension in _SATELLITES or s.quantity.chinese for s in beside)
        return whole and len(parts) >= _SOME and all(part.role is Role.LEVEL for part in parts)

    def _is_whole_sentence(self, head: Statement, parts: tuple[Statement, ...], carried: int = 0) -> bool:
        """Whether a sentence says nothing but a list of three or more, right behind its total: 住房642套。甲195套，乙205套，丙242套.

        Args:
            carried: how many figures of another time stand beside the total.
        """
        statements, first, last = self._reading.statements, parts[0], parts[-1]
        own = [s for s in statements[max(0, first.index - _ROW) : last.index + _ROW] if s.sentence == first.sentence and s not in parts]
        before = [s for s in statements[max(0, first.index - _ROW) : first.index] if s.sentence == head.sentence and s.like(head)]
        before = [s for s in before if not s.depth]
        alone = first.sentence - head.sentence == 1 and len(before) == 1 + carried and all(s.dimension in _SATELLITES for s in own)
        return alone and len(parts) >= _SOME and all(part.role is Role.LEVEL for part in parts)

    def _marks(self, head: Statement, row: tuple[Statement, ...]) -> str:
        """Return the mark between figures that stand in one shape, each with its name, up to the end of a segment; else nothing."""
        plain = self._reading.ground.plain
        named = all(len(s.lead.strip(" ,、;:和")) > 1 or s.lead.startswith("-") or not s.lead or self._is_class(s) for s in row[1:])
        if not named or any(_NO_PART.search(s.lead) or SIDE_EFFECT.search(s.lead) for s in row) or is_part_here(self._reading, row[0]):
            return ""
        marks = {"".join(_MARKS.findall(plain, one.end, other.start))[-1:] or other.lead.strip(" ") for one, other in pairwise(row)}
        marks = marks - _AND or marks
        following = self._reading.statements[row[-1].index + 1 : row[-1].index + 2]
        closed = not following or following[0].segment != row[-1].segment or following[0].dimension in _SATELLITES
        return marks.pop() if len(marks) == 1 and closed and head.segment <= row[0].segment else ""

    def _is_class(self, part: Statement) -> bool:
        """Whether 分别, a number in words or an age names a figure: 二类的90件, 18—34岁的40人."""
        if part.respective:
            return True
        before = self._reading.statements[part.index - 1]
        return before.clause == part.clause and (before.quantity.chinese or before.dimension == "age")

    def _of_both(self, n: int, row: list[int], carried: list[Statement]) -> Sum | None:
        """Return that a list makes its total with what was left of another time; it is wrong where its sentence says nothing else."""
        claim, head, parts = self._sum(n, row, certain=True), self._chain[n], tuple([self._chain[m] for m in row])
        whole, made = float(claim.total.quantity.value), float(sum(part.quantity.value for part in parts))
        near = abs(made - whole) <= _NEAR * whole and made != head.quantity.value  # 办理结果为…: perhaps of this year's alone
        own = near and self._marks(head, parts) and self._is_whole_sentence(head, parts, len(carried))
        return claim if holds(claim) or (own and self._results.isdisjoint(part.start for part in parts)) else None

    def _carried(self, n: int, row: list[int]) -> list[Statement]:
        """Return what is left of another time beside a total: 收到85件，另有上年结转3件。办理结果为…: a list is of both."""
        return [s for s in self._chain[n + 1 : row[0]] if _CARRIED.match(s.lead)]

    def _sum(self, n: int, row: list[int], *, certain: bool) -> Sum:
        head, members = self._chain[n], [self._chain[m] for m in row]
        unit: Unit = head.quantity.unit
        parts = tuple(operand(self._reading, s if s.like(head) else s.in_unit(unit)) for s in members)
        where = place(self._reading, head, *members)
        total = added(self._reading, [head, *(self._carried(n, row) if certain else ())])
        return Sum(total, parts, True if certain else None, not certain, where, certain)
