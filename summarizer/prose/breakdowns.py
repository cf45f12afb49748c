"""A figure that is broken down: what may be the total, and which figures of the list may be the parts.

A breakdown has *heads*, figures that may be the total, the likeliest first, and *items*, the figures of the list.
Which items are the parts depends on how the list is written; :func:`readings` yields the ways to read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby, pairwise
from operator import attrgetter

from ..patterns import lazy
from .nearness import may_reach
from .roles import LEVELS, Role
from .statements import Statement, first_column


class Kind(StrEnum):
    """By what a list is announced."""

    INCLUDING = "其中"
    CONTAINING = "含"
    BY = "分…看"
    BRACKET = "（）"
    COLON = "："
    WITHIN = "…中"


LISTS = frozenset((Kind.INCLUDING, Kind.BRACKET, Kind.COLON, Kind.BY))
"""Kinds of lists that may be all there is, and are no choice."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A list of figures and what it may be a list of.

    Args:
        start: where the list begins. heads: the nearest first. items: at the depth of the list, in order.
        near: how many of the heads stand in the sentence of the list; 0 where the list begins a sentence.
        inner: figures in brackets behind the items. aspect: the words of 分…看.
        whole: a colon says that all the sentence is the list: 其中：…. apart: the noun of the total stands between it and the list.
        parts: what :func:`parts_for` found, by the number of the total.
    """

    kind: Kind
    start: int
    heads: tuple[Statement, ...]
    items: tuple[Statement, ...]
    near: int
    inner: tuple[Statement, ...] = ()
    aspect: str = ""
    whole: bool = False
    apart: bool = False
    parts: dict[int, list[Statement]] = field(default_factory=dict, init=False, compare=False, repr=False)


_segment = attrgetter("segment")
_OTHER_WORD = lazy(r"\(([一-鿿])\)|(只)(?![一-鿿])|[小大分子](项)")
"""The second measure word of 头（只） and of 头只."""
_SECOND_BEGINS = frozenset("(只小大分子")
_ALIKE = {word: frozenset(words) for words in (tuple("个家所处座"), tuple("人名位"), ("件", "宗", "起", "件次")) for word in words}
_ALIKE["家"] |= {"户"}
_ALIKE["户"] = frozenset(("户", "家"))
_ALIKE["件"] |= {"条"}
"""Measure words that a list may mix: of institutions, people and cases. 户 goes with 户次, 批 with 批次; pieces of news count in 条."""
_OF_THINGS = frozenset("个家所处座项")
_GROUPS = frozenset("处个项座所")
"""Measure words of whatever is counted together: 水源29处，其中水井22眼、山泉7处."""
_BUILT = frozenset("个家所处座项眼口部台套栋幢条艘架辆支")
"""Measure words of what may be one of them."""
_MIXED = _BUILT | {""}
"""Measure words beside that of the total, and none, of what may be a part of it."""
_CASES = frozenset(("件", "起", "宗", "例"))
_STAGE = lazy("(?P<taken>新收|收案|受理|立案)|(?P<done>结案|[审办执查侦]结)")
"""What has been done with cases: of those taken in none is a part of those done with."""
_PAIRED = frozenset(("台套", "台件", "台架", "件套"))
"""Two measure words in one: 台套 counts 台 and 套."""
_AIMED = lazy("目标|任务|指标|年度|全年|当年|年初|完成|占|达|应|总计划")
"""Beside a target word, what tells that it is no name."""
_LONG_NAME = 4
"""Characters of a name that tells one column from another: 占地面积 from 建筑面积."""
_GENERAL = frozenset(("个", "人", "件"))


def group(role: Role) -> str:
    """Return which figures add up with each other: targets with targets, what was reached with what stands there."""
    return "target" if role is Role.TARGET else "level"


def readings(head: Statement, breakdown: Breakdown, parts: list[Statement]) -> Iterator[tuple[Statement, ...]]:
    """Yield the lists of parts that the items can be read as, for one total: the plainest first.

    Args:
        parts: as :func:`parts_for` gives them.
    """
    seen: set[tuple[Statement, ...]] = set()
    for candidate in _ways(head, breakdown, parts) if parts else (mixed_parts(head, breakdown),):
        if len(candidate) > 1 and candidate not in seen:
            seen.add(candidate)
            yield candidate


def _ways(head: Statement, breakdown: Breakdown, parts: list[Statement]) -> Iterator[tuple[Statement, ...]]:
    """Yield every way to read a list, also one that is the same as another; none of parts that all together are too few."""
    if len(parts) > 1 and may_reach(head, parts):
        yield from _ways_of_many(head, parts)
    yield from _inner_column(head, breakdown)
    yield mixed_parts(head, breakdown)

_OWED = ("负债", "总负债", "净资产", "所有者权益", "股东权益")
"""What stands beside assets, and is no part of them."""


def _ways_of_many(head: Statement, parts: list[Statement]) -> Iterator[tuple[Statement, ...]]:
    rows = by_segment(parts)
    if len(rows) > 1:
        yield tuple([row[0] for row in rows])
        yield tuple(rows[0])
        for n in range(len(rows) - 1, 1, -1):
            if len(rows[n - 1]) > 1:
                yield tuple([part for row in rows[:n] for part in row])  # up to where another subject begins
    yield tuple(parts)
    role = head.role
    yield tuple([p for p in parts if p.role is role])
    yield _first_of_clauses(parts)
    yield tuple([p for p in parts if p.subject.endswith(head.subject[-_LONG_NAME:])])
    yield from _columns(rows)
    for n in range(len(rows) - 1, 1, -1):
        yield tuple([row[0] for row in rows[:n]])
    for n in range(len(rows[0]) - 1, 1, -1):
        yield tuple(rows[0][:n])
    yield _with_noun(parts, head)


def parts_for(head: Statement, breakdown: Breakdown) -> list[Statement]:
    """Return the items that can be parts of ``head``: of its dimension, and targets only if it is one."""
    known = breakdown.parts.get(head.index)
    if known is None:
        known = breakdown.parts[head.index] = _parts(head, breakdown)
    return known


def _parts(head: Statement, breakdown: Breakdown) -> list[Statement]:
    measure, prior = head.measure, Role.PRIOR
    like = [item for item in breakdown.items if item.measure == measure and item.is_level and item.role is not prior]
    if head.quantity.unit.name in _CASES and (stage := stage_of(head)):
        like = [item for item in like if stage_of(item) in ("", stage)]
    if "资产" in head.subject and "负债" not in head.subject:
        like = [item for item in like if not item.subject.startswith(_OWED)]
    if breakdown.kind is Kind.BRACKET:
        like = list(first_column(like))
    return _of_role(head, like, breakdown) if like else like


def stage_of(figure: Statement) -> str:
    """Return whether cases were taken in or done with, by the name of the figure; nothing where it says neither."""
    found = _STAGE.search(figure.subject)
    return (found.lastgroup or "") if found else ""


def mixed_parts(head: Statement, breakdown: Breakdown, *, built: bool = True) -> tuple[Statement, ...]:
    """Return all items that count the same things in another measure word, in that of ``head``: 个 with 家, 头（只） with 只.

    Nothing where all items have the measure word of the head.

    Args:
        built: works in any measure word will do, 水源29处，其中水井22眼、山泉7处; one work may have several of them, too.
    """
    own = head.measure
    others = {item.quantity.unit.name for item in breakdown.items if item.measure != own}
    if others.isdisjoint(_MIXED) and others.isdisjoint(_measure_words(head)):
        return ()  # as in most lists
    if len(bare := bare_items(head, breakdown)) > 1:
        return bare
    words, noun = _measure_words(head), _noun_behind(head, breakdown) or head.subject[-2:]
    found = [
        item for item in breakdown.items
        if item.role in LEVELS and not item.quantity.per and (item.quantity.unit.name in words or _is_of_noun(item, noun))
    ]  # fmt: skip
    if built and (not found or (len(found) < len(breakdown.items) and head.quantity.unit.name in _GROUPS)):
        found = _built(breakdown) or found
    found = list(first_column(found))
    if head.quantity.unit.name not in _GENERAL and not other_word(head) and sum(item.like(head) for item in found) > 1:
        return ()  # 处 and 家 in one list count different things
    if len(found) < 2 or all(item.like(head) for item in found) or group(head.role) != group(found[0].role):
        return ()
    return tuple(item if item.like(head) else item.in_unit(head.quantity.unit) for item in found)


def _noun_behind(head: Statement, breakdown: Breakdown) -> str:
    """Return the noun behind a total that its items end with: 98个水利项目年度投资3亿元，其中新上项目57项、结转项目41项."""
    nouns = {item.subject[-2:] for item in breakdown.items if item.quantity.unit.name in _OF_THINGS}
    return noun if len(nouns) == 1 and (noun := nouns.pop()) in head.tail else ""


def _built(breakdown: Breakdown) -> list[Statement]:
    """Return the items of a list that counts nothing but works and machines, each in its own measure word: 雷达3部、站房1座."""
    items = [item for item in breakdown.items if item.quantity.unit.name in _BUILT and item.role in LEVELS and len(item.subject) > 1]
    return items if len(items) == len(breakdown.items) else []


def _is_of_noun(item: Statement, noun: str) -> bool:
    """Whether an item counts what its total counts, whatever the measure word: 重点项目136个，其中新建项目75项."""
    return len(noun) > 1 and item.quantity.unit.name in _OF_THINGS and len(item.subject) > len(noun) and item.subject.endswith(noun)


def bare_items(head: Statement, breakdown: Breakdown) -> tuple[Statement, ...]:
    """Return the items in the unit of the total, where all are whole numbers with a name and without one: 投诉580件，其中甲370、乙210."""
    if not head.quantity.unit.counting or head.quantity.decimals:
        return ()
    bare = [item for item in breakdown.items if item.figure.bare and not item.quantity.decimals and item.is_level]
    if not bare:
        return ()
    others = any(item.is_amount or item.dimension == "number" for item in breakdown.items if item not in bare)
    named = all(len(item.subject) > 1 and not item.tail.strip(" ()") for item in bare)
    return () if others or not named else tuple(item.in_unit(head.quantity.unit) for item in bare)


def other_word(head: Statement) -> str:
    """Return the second measure word of a figure that has two, 头（只）; nothing for most."""
    found = _OTHER_WORD.match(head.tail) if head.tail[:1] in _SECOND_BEGINS else None
    return "" if found is None else found[1] or found[2] or found[3]


def alike_words(word: str) -> frozenset[str]:
    """Return the measure words that one list may mix with another."""
    return _ALIKE.get(word, frozenset((word,)))


def _measure_words(head: Statement) -> frozenset[str]:
    own = head.quantity.unit.name
    if own in _PAIRED:
        return frozenset((own, *own))
    if other := other_word(head):
        return frozenset((own, other, f"{other}次"))
    return _ALIKE.get(own) or (frozenset((own, own[:-1])) if len(own) > 1 and own[-1] == "次" else frozenset((own, f"{own}次")))


def _of_role(head: Statement, like: list[Statement], breakdown: Breakdown) -> list[Statement]:
    aim = Role.TARGET
    if head.role is not aim:
        found = [item for item in like if item.role is not aim]
        if len(found) > 1 and len(found) < len(like):
            # 计划新开工项目175项 among 在建项目 and 预备项目: a name, and no target
            told = {item.segment for item in found}
            first = {item.segment: item for item in breakdown.items[::-1]}
            named = [item for item in like if item.role is aim and item.segment not in told and first[item.segment] is item]
            found = sorted((*found, *(named or _named_in_row(like))), key=lambda item: item.index)
        return found
    same = [item for item in like if item.role is aim]
    rivals = (h for h in breakdown.heads if h.like(head) and h.sentence == head.sentence and h.role is not Role.TARGET)
    return same if any(rivals) else like


def _named_in_row(like: list[Statement]) -> list[Statement]:
    """Return targets that are one of a row in which nothing is reached: 机构概况8条、规划计划1条、财政预算4条、其他14条."""
    if any(item.role is Role.ACTUAL or item.clause == before.clause for before, item in pairwise(like)):
        return []
    return [item for item in like if item.role is Role.TARGET and not _AIMED.search(item.lead) and not item.tail.startswith("的")]


def by_segment(parts: list[Statement]) -> list[list[Statement]]:
    """Return the parts, those between two ； together."""
    return [list(row) for _, row in groupby(parts, _segment)]


def _first_of_clauses(parts: list[Statement]) -> tuple[Statement, ...]:
    return tuple(p for n, p in enumerate(parts) if not n or parts[n - 1].clause != p.clause)


def _columns(rows: list[list[Statement]]) -> Iterator[tuple[Statement, ...]]:
    """Yield the second, third … figures of rows that are all of one length."""
    width = len(rows[0])
    if len(rows) > 1 and width > 1 and all(len(row) == width for row in rows):
        for n in range(1, width):
            yield tuple(row[n] for row in rows)


def _with_noun(parts: list[Statement], head: Statement) -> tuple[Statement, ...]:
    """Return the parts with the head's noun behind them: 重点项目40个 and then 15个续建项目, but not 已开工12个."""
    noun = head.subject[-2:]
    return tuple(p for p in parts if noun in p.tail[:8]) if len(noun) == 2 else ()


def _inner_column(head: Statement, breakdown: Breakdown) -> Iterator[tuple[Statement, ...]]:
    """Yield the figures in brackets that all have one word before them: 21个（新签13个）, 27个（新签18个）."""
    like = [s for s in breakdown.inner if s.like(head) and s.is_level]
    if len(like) > 1 and len({s.lead for s in like}) == 1:
        yield tuple(like)
