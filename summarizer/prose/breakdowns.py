"""Where a text breaks a figure down: 其中, 包括, 分部门看, a list in a bracket, and what may be the total and the parts.

A breakdown has *heads*, figures that may be the total, the likeliest first, and *items*, the figures of the list.
Which items are the parts depends on how the list is written; :func:`readings` yields the ways to read it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ..patterns import in_order, lazy, places_of
from .ground import Clause
from .roles import LEVELS, Role
from .statements import Reading, Statement

_HEADS_BACK = 28
"""Statements before a list among which its total is looked for."""
_SENTENCES_BACK = 4
"""Sentences that a list at the beginning of its own may rest on."""
_ITEMS = 48
_CROWD = 240
"""A sentence with more figures than this is a table that lost its lines, and no prose."""


_SATELLITES = 4
"""Figures between a total and a bracket that say how it grew and what share it is."""
_ENDS = frozenset("。;!?\n")
_BESIDE = frozenset((Role.CHANGE, Role.GROWTH, Role.SHARE, Role.RATE, Role.POINTS, Role.PRIOR, Role.BASE))


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
        whole: a colon says that all the sentence is the list: 其中：….
    """

    kind: Kind
    start: int
    heads: tuple[Statement, ...]
    items: tuple[Statement, ...]
    near: int
    inner: tuple[Statement, ...] = ()
    aspect: str = ""
    whole: bool = False


_MARKER = lazy(r"(?:其中|包[括含])(?<![不未]..)|含(?<=[(内]含)")
_BY = lazy(r"(?:按|分(?!别|配|解|享|管|布|清|担|批|期|步))[^,;。:、()0-9]{1,10}[,:]|从[^,;。:、()0-9]{1,8}看[,:]")
# Each begins with one character, for which a search runs over a text many times faster than for any of a few.
_BY_SIGN = tuple(
    map(lazy, ("按(?<![^,;。!?\n、 ]按)", "分(?<![^,;。!?\n、 ]分)(?!别|配|解|享|管|布|清|担|批|期|步)", "从(?<![^,;。!?\n、 ]从)"))
)
_WITHIN_SIGN = (lazy(r"中(?!小[学企微型]|[央心学医共国]|等[职专])(?<![,;。!?\n]其中)"),)
_NOT = ("不", "未")
_WITHIN = lazy(r"[^,;。:、()0-9]{2,14}中,")
_OF = lazy(r"[^,;。:()0-9]{2,16}?中(?!小[学企微型]|[央心学医共国]|等[职专])(?=.)")
_AMONG = lazy(r"[一-鿿]{0,6}?(?<![集其高初年期])中(?![小心学医央等国部华型标级专年期后共层外草药])(?=[一-鿿,]|$)")
_LIST_BRACKET = lazy(r"\((?!其中|含|包括|不|未|比|较|同[比期]|占|按|另|原|即|约|[上去]年|上期)")
_WITHIN_LENGTH = 24
_OTHER_WORD = lazy(r"\(([一-鿿])\)")
_ALIKE = {word: frozenset(words) for words in ("个家所处座", "人名位", "件宗起") for word in words}
"""Measure words that a list may mix: of institutions, people and cases. 户 goes with 户次, 批 with 批次."""
_GENERAL = frozenset(("个", "人", "件"))
_COLON = (lazy(":"), lazy("分别[为是](?!:)"))
_ANNOUNCING = frozenset(("分别为", "分别是", "分别", "分为", "如下", "具体为", "具体如下", "具体是", "主要为", "主要是", "即"))
_STOP = lazy(r"^[ :]*(?:加上|加:|另|此外|全[市省县区州镇年]|(?:收入|支出)?(?:合计|总计|共计))|^[ :]*(?:出栏|存栏)[量达为约]*$")
"""What begins a clause that is no item of the list before it; a bare 出栏 is of what the 存栏 before the list is of."""


def breakdowns(reading: Reading) -> Iterator[Breakdown]:
    """Yield every announced breakdown, in the order of the text."""
    if len(reading.statements) < 2:
        return
    finder = _Finder(reading)
    found = [*finder.marked(), *finder.by_aspect(), *finder.brackets(), *finder.colons(), *finder.within(), *finder.counted()]
    yield from sorted(found, key=lambda b: (b.start, b.kind))


def _marks(plain: str) -> list[tuple[int, int, Kind]]:
    """Return where 其中, 包括, （含 and 内含 begin and end, and of what kind the list behind them is."""
    including = [at for word in ("其中", "包括", "包含") for at in places_of(plain, word) if plain[at - 1 : at] not in _NOT]
    found = [(at, at + 2, Kind.INCLUDING) for at in including]
    found += [(at + 1, at + 2, Kind.CONTAINING) for at in places_of(plain, "(含")]
    found += [(at, at + 2, Kind.CONTAINING) for at in places_of(plain, "内含")]
    return sorted(found)


def _announces(lead: str) -> bool:
    """Whether 其中 or the like stands before a figure."""
    return ("其中" in lead or "含" in lead or "包括" in lead) and _MARKER.search(lead) is not None


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
    """Yield every way to read a list, also one that is the same as another."""
    if len(parts) > 1:
        yield from _ways_of_many(head, parts)
    yield from _inner_column(head, breakdown)
    yield mixed_parts(head, breakdown)


def _ways_of_many(head: Statement, parts: list[Statement]) -> Iterator[tuple[Statement, ...]]:
    rows = by_segment(parts)
    if len(rows) > 1:
        yield tuple([row[0] for row in rows])
        yield tuple(rows[0])
    yield tuple(parts)
    role = head.role
    yield tuple([p for p in parts if p.role is role])
    yield _first_of_clauses(parts)
    yield from _columns(rows)
    for n in range(len(rows) - 1, 1, -1):
        yield tuple([row[0] for row in rows[:n]])
    for n in range(len(rows[0]) - 1, 1, -1):
        yield tuple(rows[0][:n])
    yield _with_noun(parts, head)


def parts_for(head: Statement, breakdown: Breakdown) -> list[Statement]:
    """Return the items that can be parts of ``head``: of its dimension, and targets only if it is one."""
    dimension, per, prior = head.dimension, head.quantity.per, Role.PRIOR
    like = [
        item for item in breakdown.items
        if item.is_level and item.dimension == dimension and item.quantity.per == per and item.role is not prior
    ]  # fmt: skip
    return _of_role(head, like, breakdown) if like else like


def mixed_parts(head: Statement, breakdown: Breakdown) -> tuple[Statement, ...]:
    """Return all items that count the same things in another measure word, in that of ``head``: 个 with 家, 头（只） with 只.

    Nothing where all items have the measure word of the head.
    """
    words = _measure_words(head)
    found = [item for item in breakdown.items if item.role in LEVELS and item.quantity.unit.name in words and not item.quantity.per]
    if head.quantity.unit.name not in _GENERAL and sum(item.like(head) for item in found) > 1:
        return ()  # 处 and 家 in one list count different things
    if len(found) < 2 or all(item.like(head) for item in found) or group(head.role) != group(found[0].role):
        return ()
    return tuple(item if item.like(head) else item.in_unit(head.quantity.unit) for item in found)


def _measure_words(head: Statement) -> frozenset[str]:
    own = head.quantity.unit.name
    if head.tail[:1] == "(" and (other := _OTHER_WORD.match(head.tail)):
        return frozenset((own, other[1]))
    return _ALIKE.get(own) or (frozenset((own, own[:-1])) if len(own) > 1 and own[-1] == "次" else frozenset((own, f"{own}次")))


def _of_role(head: Statement, like: list[Statement], breakdown: Breakdown) -> list[Statement]:
    aim = Role.TARGET
    if head.role is not aim:
        return [item for item in like if item.role is not aim]
    same = [item for item in like if item.role is aim]
    rivals = (h for h in breakdown.heads if h.like(head) and h.sentence == head.sentence and h.role is not Role.TARGET)
    return same if any(rivals) else like


def by_segment(parts: list[Statement]) -> list[list[Statement]]:
    """Return the parts, those between two ； together."""
    rows: list[list[Statement]] = []
    for part in parts:
        if rows and rows[-1][0].segment == part.segment:
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


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


class _Finder:
    """Looks for the announcements of breakdowns in one text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._plain = reading.ground.plain
        self._statements = reading.statements
        self._starts = [s.start for s in reading.statements]
        self._crowded = _crowded(reading)

    def counted(self) -> Iterator[Breakdown]:
        """Yield 十五项中有九项…: the total stands right before 中."""
        for n, s in enumerate(self._statements[:-1]):
            if s.is_level and s.is_amount and "中" in s.tail and _AMONG.match(s.tail):
                yield from self._breakdown(Kind.WITHIN, s.end, s.end + 1, n + 1, (s,))

    def marked(self) -> Iterator[Breakdown]:
        """Yield 其中, 包括 and （含."""
        marks = _marks(self._plain)
        for n, (start, end, kind) in enumerate(marks):
            first = bisect_left(self._starts, end)
            limit = marks[n + 1][1] if n + 1 < len(marks) else len(self._plain)
            if first < len(self._starts) and self._starts[first] < limit:
                yield from self._breakdown(kind, start, end, first)

    def by_aspect(self) -> Iterator[Breakdown]:
        """Yield 分产业看, 按城乡分, 从构成看 at the beginning of a clause."""
        for clause in self._clauses_with(_BY_SIGN, 2):
            if match := self._at(_BY, clause):
                for found in self._breakdown(Kind.BY, clause.start, match.end(), bisect_left(self._starts, match.end())):
                    yield replace(found, aspect=match.group())

    def within(self) -> Iterator[Breakdown]:
        """Yield 已实施的项目中，… at the beginning of a sentence, and 粮食中水稻…, where 粮食 was given before."""
        for clause in self._clauses_with(_WITHIN_SIGN, _WITHIN_LENGTH):
            if not self._begins_sentence(clause):
                continue
            match = self._at(_WITHIN, clause) or self._at(_OF, clause)
            if match is None:
                continue
            first = bisect_left(self._starts, match.end())
            name = match.group().rstrip(",")[:-1].strip().replace("的", "")
            for found in self._breakdown(Kind.WITHIN, clause.start, match.end(), first):
                named = tuple(h for h in found.heads if _named(h, name))
                heads = named or (found.heads if match.group().endswith(",") else ())
                if heads:
                    yield replace(found, heads=heads, near=0)

    def _clauses_with(self, sign: Iterable[re.Pattern[str]], most: int) -> Iterator[Clause]:
        """Yield the clauses that have a sign among their first ``most`` characters."""
        ground = self._reading.ground
        last = -1
        for match in in_order(self._plain, sign):
            number = ground.clause_at(match.start())
            clause = ground.clauses[number]
            if number != last and match.start() - clause.start < most:
                last = number
                yield clause

    def brackets(self) -> Iterator[Breakdown]:
        """Yield lists in a bracket right behind their total."""
        for match in _LIST_BRACKET.finditer(self._plain):
            if head := self._before_bracket(match.start()):
                first = bisect_left(self._starts, match.start())
                yield from self._breakdown(Kind.BRACKET, match.start(), match.end(), first, tuple(head))

    def _before_bracket(self, bracket: int) -> list[Statement]:
        """Return the figure that stands right before a bracket, or has only its growth and share between: 120人，增长5%（…）."""
        n = bisect_left(self._starts, bracket) - 1
        if n < 0 or bracket - self._statements[n].end > 2 or not _ENDS.isdisjoint(self._plain[self._statements[n].end : bracket]):
            return []
        last = self._statements[n]
        found: list[Statement] = []
        for s in self._statements[max(0, n - _SATELLITES) : n + 1][::-1]:
            if s.segment != last.segment or s.depth != last.depth:
                break
            if s.is_level and s.is_amount and s.role is not Role.PRIOR:
                if any(s.like(head) for head in found):
                    break
                found.append(s)  # 共2100户、补助2077万元（其中…户、…万元）: a total for each column
            elif found or s.role not in _BESIDE or "率" in s.lead:
                break  # 受理440件，结案率70%（…）: what was closed
        return found

    def colons(self) -> Iterator[Breakdown]:
        """Yield lists behind a colon that stands right behind a figure (共8件，增加2件：…), and behind 分别为 if each has its name."""
        for match in in_order(self._plain, _COLON):
            n = bisect_left(self._starts, match.start()) - 1
            if n < 0 or not (self._statements[n].is_amount or self._statements[n].role in _BESIDE):
                continue
            gap = self._plain[self._statements[n].end : match.start()]
            if len(gap) > 1 and (match.group() != ":" or gap.strip(" ,") not in _ANNOUNCING):
                continue
            for found in self._breakdown(Kind.COLON, match.start(), match.end(), n + 1):
                if (match.group() == ":" and len(gap) <= 1) or all(item.subject for item in found.items):
                    yield found

    def _breakdown(self, kind: Kind, start: int, end: int, first: int, given: tuple[Statement, ...] = ()) -> Iterator[Breakdown]:
        if first >= len(self._statements) or self._statements[first].sentence in self._crowded:
            return
        items, inner = self._items(end, first)
        if not items:
            return
        heads, near = (given, len(given)) if given else self._heads(kind, start, items[0])
        if heads:
            yield Breakdown(kind, start, _with_unit(heads, items), items, near, inner, whole=":" in self._plain[end - 1 : end + 1])

    def _items(self, end: int, first: int) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
        """Collect what stands behind the announcement, up to the end of the sentence or of the bracket."""
        depth, bracket = self._reading.ground.bracket_at(end - 1)
        clause = self._reading.ground.clauses[self._reading.ground.clause_at(end)]
        sentence = clause.sentence
        items: list[Statement] = []
        inner: list[Statement] = []
        skipped = -1
        for s in self._statements[first : first + _ITEMS]:
            if s.depth < depth or (s.depth == depth and s.bracket != bracket):
                break
            if s.sentence != sentence:
                if not self._numbered(s):
                    break
                sentence = s.sentence
            if s.depth > depth:
                inner.append(s)
                continue
            if items and _STOP.match(s.lead):
                break
            if items and _announces(s.lead):
                skipped = s.segment
            if s.segment != skipped:
                items.append(s)
        return tuple(items), tuple(inner)

    def _numbered(self, statement: Statement) -> bool:
        """Whether the next sentence is the next numbered item of the list: 其中：（一）…。（二）…。"""
        return re.match(r"[ ]*\([一二三四五六七八九十]\)", statement.lead) is not None

    def _heads(self, kind: Kind, start: int, first: Statement) -> tuple[tuple[Statement, ...], int]:
        """Collect what may be the total: levels before the list, in its sentence, else in the sentences before."""
        depth, bracket = self._reading.ground.bracket_at(max(0, start - 1))
        n = bisect_left(self._starts, start)
        least = first.sentence if depth else first.sentence - _SENTENCES_BACK
        own: list[Statement] = []
        earlier: list[Statement] = []
        for s in self._statements[max(0, n - _HEADS_BACK) : n][::-1]:
            if s.sentence < least or (own and s.sentence < first.sentence and kind is not Kind.WITHIN):
                break
            if s.is_level and _measures(s) and not s.quantity.per:
                if s.sentence < first.sentence:
                    earlier.append(s)
                elif depth or not s.depth:
                    own.append(s)
        if depth:
            own = [s for s in own if s.bracket == bracket] or self._before_bracket(bracket)
            return tuple(own), len(own)
        if own and kind is not Kind.WITHIN:
            return tuple(own), len(own)
        last = first.paragraph - (1 if kind is Kind.INCLUDING else 0)
        return tuple([s for s in earlier if not s.depth and s.paragraph >= last]), 0

    def _begins_sentence(self, clause: Clause) -> bool:
        return clause.start == 0 or self._plain[clause.start - 1] in "。!?\n"

    def _at(self, pattern: re.Pattern[str], clause: Clause) -> re.Match[str] | None:
        begin = clause.start
        while begin < clause.end and self._plain[begin] in " ":
            begin += 1
        return pattern.match(self._plain, begin, min(clause.end + 1, len(self._plain)))


def _measures(statement: Statement) -> bool:
    """Whether a figure is an amount; 总收入六十九亿 with its 元 left out is one too."""
    return statement.is_amount or (statement.quantity.scale > 1 and not statement.quantity.unit.name)


def _with_unit(heads: tuple[Statement, ...], items: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Give heads that have a scale and no unit the unit of money, where the list is of money."""
    money = next((item.quantity.unit for item in items if item.dimension == "money"), None)
    if money is None or all(head.is_amount for head in heads):
        return tuple(head for head in heads if head.is_amount)
    return tuple(head if head.is_amount else head.in_unit(money) for head in heads)


def _named(head: Statement, name: str) -> bool:
    own = head.subject.replace("的", "")
    return bool(own) and (own.endswith(name) or own.startswith(name) or name.endswith(own))


def _crowded(reading: Reading) -> frozenset[int]:
    """Return the sentences with more figures than prose has."""
    if len(reading.statements) <= _CROWD:
        return frozenset()
    counts = Counter(s.sentence for s in reading.statements)
    return frozenset(n for n, count in counts.items() if count > _CROWD)
