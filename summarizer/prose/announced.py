"""Where a text breaks a figure down: 其中, 包括, 分部门看, a colon, a list in a bracket, 已实施的项目中."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from ..patterns import in_order, lazy, places_of
from .aspects import BY, BY_LENGTH, BY_OF, BY_RULE, BY_SIGN, goes_on, next_aspect, of_same_total
from .breakdowns import Breakdown, Kind
from .choosing import followed_by
from .ground import Clause
from .others_of_total import is_own_rate, is_short_for, without_limits
from .roles import Role
from .statements import Reading, Statement

_start = attrgetter("start")
_HEADS_BACK = 28
"""Statements before a list among which its total is looked for."""
_SENTENCES_BACK = 4
"""Sentences that a list at the beginning of its own may rest on."""
_ITEMS = 48
_CROWD = 240
"""A sentence with more figures than this is a table that lost its lines, and no prose."""
_NOUN_GAP = 24
"""Characters between a total and its bracket, with its noun."""
_NOUN = lazy(r"[一-鿿0-9A-Za-z“”]{1,16}(?<!率)")
_NOUN_AND = lazy(r"([一-鿿0-9A-Za-z“”]{1,16}(?<![率中即])(?<!分别))?,?(?:分别[为是]?|分为|(?:具体(?:情况)?)?如下|具体[为是]|即)?")
"""What stands between 18台农机 and its list: the noun, and words that announce."""
_SATELLITES = 4
"""Figures between a total and a bracket that say how it grew and what share it is."""
_FIGURE = lazy(r"[0-9][^0-9,;。]{0,5},$")
"""共审计9项，一是…3项；二是…6项: what lists the figure right before it."""
_ENDS = frozenset("。;!?\n")
_TWO_WORDS = lazy(r"^(?:\([㐀-鿿]{1,2}\)次?|只)")
"""The second measure word of 头（只） and 头只, behind a figure."""
_BESIDE = frozenset((Role.CHANGE, Role.GROWTH, Role.SHARE, Role.RATE, Role.POINTS, Role.PRIOR, Role.BASE))
_MARKER = lazy(r"(?:其中|包[括含])(?<![不未]..)|含(?<=[(内]含)")
_WITHIN_SIGN = (lazy(r"中(?!小[学企微型]|[央心学医共国]|等[职专])(?<![,;。!?\n]其中)"),)
_NOT = ("不", "未")
_CONTENT = frozenset("量有率氧水盐糖税硫磷氮铁泥沙油金")
""",含 before these speaks of what a thing consists of."""
_WITHIN = lazy(r"[^,;。:、()0-9]{2,14}中,")
_OF = lazy(r"[^,;。:()0-9]{2,16}?中(?!小[学企微型]|[央心学医共国]|等[职专]|转站)(?=.)")
_AMONG = lazy(
    r"(?:的(?=[一-鿿]{1,6}中,))?(?:(?!的)[一-鿿]){0,6}?(?<![集其高初年期大])"
    r"中(?![小心学医央等国部华型标级专年期后共层外草药]|转站)(?=[一-鿿,]|$)"
    r"|[一-鿿、]{6,28}(?:项目|工作|任务|事项|案件|问题|建议|提案|企业|人员|党员|职工|干部|学生|农户)中$"
)
_AND = lazy("[一-鿿]{1,6}[、和及]")
_LIST_BRACKET = lazy(r"\((?!其中|含|包括|不|未|比|较|同[比期]|占|按|另|原|即|约|[上去]年|上期)")
_GOES_ON = lazy(
    "(?:执行|实施|推进|工作|建设|过程|期间|活动|行动|开展|检查|整治|处理|办理|审理|管理|发展|改革|竞赛|比赛|评选|考核|运行|当|心|其|手|年)$"
)
_WITHIN_LENGTH = 24
_COLON = (lazy(":"), lazy("分别[为是](?!:)"), lazy("即(?<=,即)(?![:将时日期使可墨])"))
_SUCH_AS = lazy("具体[为是](?!:)")
_ANNOUNCING = frozenset(
    ("分别为", "分别是", "分别", "分为", "如下", "具体为", "具体如下", "具体是", "具体安排", "资金安排", "主要为", "主要是", "即")
)
_KIND_OF_EACH = lazy("(?:人均)?(?:工资|经营|财产|转移|食品|衣着|居住)")
_PERIOD = lazy("季度|半年|月")
"""What names a part of a year."""
_NUMBERED = lazy(r"[ ]*\([一二三四五六七八九十]\)")
_NAME = 16
_LIKE_YEAR = lazy("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9年])")
"""A bare number that no figure was made of, since it may be a year."""
_WITH_INDUSTRY = lazy("^[ ,;]*(?:其中,?)?建筑业")
"""第二产业A，其中工业B；建筑业C: goes on with what the inner list is of."""
_STOP = lazy(
    r"^[ :]*(?:加上|加:|另|此外|全[市省县区州镇年]|(?:收入|支出)?(?:合计|总计|共计)|总(?:收入|支出|财力))|^[ :]*(?:出栏|存栏)[量达为约]*$"
)
"""What begins a clause that is no item of the list before it; a bare 出栏 is of what the 存栏 before the list is of."""


def breakdowns(reading: Reading) -> Iterator[Breakdown]:
    """Yield every announced breakdown, in the order of the text."""
    if len(reading.statements) < 2:
        return
    finder = _Finder(reading)
    marked = list(finder.marked())
    found = [*marked, *finder.by_aspect(marked), *finder.brackets(), *finder.colons(), *finder.within(), *finder.counted()]
    yield from sorted(found, key=lambda b: (b.start, b.kind))


def _marks(plain: str) -> list[tuple[int, int, Kind]]:
    """Return where 其中, 包括, （含, 内含 and ，一是 begin and end, and of what kind the list behind them is."""
    # To find one character takes a tenth of the time of finding two.
    contains = list(places_of(plain, "含"))
    including = [at for at in places_of(plain, "其") if plain.startswith("中", at + 1)]
    including += [at - 1 for at in places_of(plain, "括") if plain[at - 1 : at] == "包"]
    including += [at - 1 for at in contains if plain[at - 1 : at] == "包"]
    found = [(at, at + 2, Kind.INCLUDING) for at in including if plain[at - 1 : at] not in _NOT]
    found += [(at, at + 1, Kind.CONTAINING) for at in contains if plain[at - 1 : at] == "("]
    found += [(at - 1, at + 1, Kind.CONTAINING) for at in contains if plain[at - 1 : at] == "内"]
    found += [(at, at + 1, Kind.CONTAINING) for at in contains if plain[at - 1 : at] == "," and plain[at + 1 : at + 2] not in _CONTENT]
    first = (at for at in places_of(plain, "一是") if plain.startswith(",", at - 1))
    found += [(at, at + 2, Kind.INCLUDING) for at in first if _FIGURE.search(plain, at - 8, at)]
    return sorted(found)


def _announces(lead: str) -> bool:
    """Whether 其中 or the like stands before a figure."""
    return ("其中" in lead or "含" in lead or "包括" in lead) and _MARKER.search(lead) is not None


class _Finder:
    """Looks for the announcements of breakdowns in one text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._plain = reading.ground.plain
        self._statements = reading.statements
        self._starts = list(map(_start, reading.statements))
        self._crowded = _crowded(reading)
        aspects = ((clause, self._at(BY, clause) or self._at(BY_OF, clause)) for clause in self._clauses_with(BY_SIGN, BY_LENGTH))
        self._by = [(clause, found) for clause, found in aspects if found is not None and not BY_RULE.search(found.group())]
        self._aspects = [clause.start for clause, _ in self._by if self._plain[clause.start - 1] == ";"]

    def counted(self) -> Iterator[Breakdown]:
        """Yield 十五项中有九项…: the total stands right before 中."""
        for s in followed_by(self._reading, "中"):
            before = self._statements[s.index - 1 : s.index]
            two = before and before[0].like(s) and _AND.fullmatch(self._plain, before[0].end, s.start)  # 86个村、12个社区中: of both
            if s.is_level and s.is_amount and not two and _AMONG.match(s.tail):
                yield from self._breakdown(Kind.WITHIN, s.end, s.end + 1, s.index + 1, (s,))

    def marked(self) -> Iterator[Breakdown]:
        """Yield 其中, 包括 and （含."""
        marks = _marks(self._plain)
        for n, (start, end, kind) in enumerate(marks):
            first = bisect_left(self._starts, end)
            limit = marks[n + 1][1] if n + 1 < len(marks) else len(self._plain)
            if first < len(self._starts) and self._starts[first] < limit:
                yield from self._breakdown(kind, start, end, first)

    def by_aspect(self, marked: Sequence[Breakdown]) -> Iterator[Breakdown]:
        """Yield 分产业看, 按城乡分, 从构成看 at the beginning of a clause.

        Args:
            marked: the lists behind 其中, of which one may stand before in the sentence: 65件，其中市级19件、区级46件；按方式分，….
        """
        last: Breakdown | None = None
        ends = {one.items[-1].index: one for one in marked}
        for clause, match in self._by:
            for found in self._breakdown(Kind.BY, clause.start, match.end(), bisect_left(self._starts, match.end())):
                if divided := of_same_total(ends, found):
                    found = replace(found, heads=divided.heads, near=divided.near)
                if last is not None and goes_on(last, found):  # 按城乡分，甲、乙；按大小分，…: both of one total
                    found = replace(found, heads=last.heads, near=last.near)
                elif last is not None and next_aspect(last, found, match.group(), passed=self._passes(last, found)):
                    found = replace(found, heads=last.heads, near=0)
                elif last is not None and self._follows(last, found):  # 一、按甲分：…。二、按乙分：…
                    more = (h for h in found.heads if h not in last.items and h not in last.heads)
                    found = replace(found, heads=(*last.heads, *more))
                last = replace(found, aspect=match.group())
                yield last

    def _passes(self, one: Breakdown, other: Breakdown) -> bool:
        """Whether a paragraph begins with a list, and nothing but shares and growth stands between another and it."""
        if self._plain[other.start - 1 : other.start] != "\n" or other.items[0].paragraph - one.items[-1].paragraph != 1:
            return False
        between = self._statements[one.items[-1].index + 1 : other.items[0].index]
        return all(s.dimension in ("ratio", "points") or s.quantity.chinese for s in between)

    def _follows(self, one: Breakdown, other: Breakdown) -> bool:
        """Whether nothing but one list stands before another that begins a sentence as well."""
        before = self._statements[other.items[0].index - 1]
        return not other.near and not one.near and before.sentence == one.items[-1].sentence and before.paragraph < other.items[0].paragraph

    def within(self) -> Iterator[Breakdown]:
        """Yield 已实施的项目中，… at the beginning of a sentence, and 粮食中水稻…, where 粮食 was given before."""
        for clause in self._clauses_with(_WITHIN_SIGN, _WITHIN_LENGTH):
            if not self._begins_sentence(clause):
                if self._plain[clause.start - 1] == ";" and (match := self._at(_WITHIN, clause)):
                    yield from self._of_own_sentence(clause, match)
                continue
            match = self._at(_WITHIN, clause) or self._at(_OF, clause)
            if match is None:
                continue
            first = bisect_left(self._starts, match.end())
            name = match.group().rstrip(",")[:-1].strip().replace("的", "")
            for found in self._breakdown(Kind.WITHIN, clause.start, match.end(), first):
                named = tuple(h for h in found.heads if _named(h, name)) or tuple(h for h in found.heads if _begins(h, name))
                heads = named or (_called(found.heads, name) if match.group().endswith(",") else ())
                if heads:
                    yield replace(found, heads=heads, near=0)

    def _of_own_sentence(self, clause: Clause, match: re.Match[str]) -> Iterator[Breakdown]:
        """Yield 粮作53万亩，经作19万亩；经济作物中，…: the total stands before the ； under its name or a short one."""
        name, first = match.group().rstrip(",")[:-1].strip(), bisect_left(self._starts, match.end())
        before = self._statements[max(0, first - _HEADS_BACK) : first][::-1]
        own = (s for s in before if s.sentence == clause.sentence and s.is_level and s.is_amount and not s.depth)
        heads = tuple(s for s in own if _named(s, name) or is_short_for(s.subject, name))
        if heads:
            yield from self._breakdown(Kind.WITHIN, clause.start, match.end(), first, heads[:1])

    def _clauses_with(self, sign: Iterable[re.Pattern[str]], most: int) -> Iterator[Clause]:
        """Yield the clauses that have a sign among their first ``most`` characters."""
        ground, last = self._reading.ground, -1
        starts = ground.clauses.starts
        for match in in_order(self._plain, sign):
            number = ground.clause_at(match.start())
            if number != last and match.start() - starts[number] < most:
                last = number
                yield ground.clauses[number]

    def brackets(self) -> Iterator[Breakdown]:
        """Yield lists in a bracket right behind their total."""
        for match in _LIST_BRACKET.finditer(self._plain):
            if head := self._before_bracket(match.start()):
                first = bisect_left(self._starts, match.start())
                gap = _TWO_WORDS.sub("", self._plain[head[0].end : match.start()])
                for found in self._breakdown(Kind.BRACKET, match.start(), match.end(), first, tuple(head)):
                    if len(gap) <= 2:
                        yield found
                    elif _are_such(gap, found):
                        yield _behind_noun(found)

    def _before_bracket(self, bracket: int, *, part: bool = False) -> list[Statement]:
        """Return the figure right before a bracket, or with only its growth and share between: 120人，增长5%（…）. part: 其中 opens it."""
        n = bisect_left(self._starts, bracket) - 1
        last = self._statements[n]
        if n < 0 or bracket - last.end > _NOUN_GAP or not _ENDS.isdisjoint(gap := _TWO_WORDS.sub("", self._plain[last.end : bracket])):
            return []
        if len(gap) > 2 and not (self._begins_soon(n, bracket) and _NOUN.fullmatch(gap)):
            return []
        found: list[Statement] = []
        for s in self._statements[max(0, n - _SATELLITES) : n + 1][::-1]:
            if s.segment != last.segment or s.depth != last.depth:
                break
            if s.is_level and s.is_amount and s.role is not Role.PRIOR:
                if any(s.like(head) for head in found):
                    break
                found.append(s)  # 共2100户、补助2077万元（其中…户、…万元）: a total for each column
            elif found or s.role not in _BESIDE or ("率" in s.lead and not (part and is_own_rate(self._reading, s))):
                break  # 受理440件，结案率70%（…）: what was closed
        return found

    def _begins_soon(self, n: int, start: int) -> bool:
        """Whether a list has its first figure behind a name."""
        return n + 1 < len(self._starts) and self._starts[n + 1] - start < _NOUN_GAP

    def colons(self) -> Iterator[Breakdown]:
        """Yield lists behind a colon that stands right behind a figure (共8件，增加2件：…), and behind 分别为 if each is named."""
        for match in in_order(self._plain, (*_COLON, _SUCH_AS) if "具" in self._plain else _COLON):
            n = bisect_left(self._starts, match.start()) - 1
            if n < 0 or not (self._statements[n].is_amount or self._statements[n].role in _BESIDE):
                continue
            gap = _TWO_WORDS.sub("", self._plain[self._statements[n].end : match.start()])
            told = len(gap) <= 1 or (match.group() == ":" and gap.strip(" ,。") in _ANNOUNCING)
            noun = _NOUN_AND.fullmatch(gap) if not told and self._begins_soon(n, match.end()) else None
            if not told and not (noun and self._statements[n].is_amount):
                continue
            for found in self._breakdown(Kind.COLON, match.start(), match.end(), n + 1):
                named = all(item.subject or _PERIOD.search(item.lead) for item in found.items if item.is_level and item.is_amount)
                if noun and not (named and _are_such(noun[1] or "", found)):
                    continue
                if named or (match.group() == ":" and len(gap) <= 1):
                    yield found if noun is None else _behind_noun(found)

    def _breakdown(self, kind: Kind, start: int, end: int, first: int, given: tuple[Statement, ...] = ()) -> Iterator[Breakdown]:
        if first >= len(self._statements) or self._statements[first].sentence in self._crowded:
            return
        items, inner = self._items(end, first)
        if not items or (items[0].figure.bare and _LIKE_YEAR.search(self._plain, items[0].start, items[-1].end + _NAME)):
            return
        heads, near = (given, len(given)) if given else self._heads(kind, start, items[0])
        if heads:
            whole = ":" in self._plain[end - 1 : end + 1] or self._plain.startswith("一是", start)
            if _is_of_each(heads[0], items[0]):
                items = tuple(replace(s, role=Role.LEVEL) if s.role is Role.AVERAGE and "人均" in s.lead else s for s in items)
            yield Breakdown(kind, start, _with_unit(heads, items), items, near, inner, whole=whole)

    def _items(self, end: int, first: int) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
        """Collect what stands behind the announcement, up to the end of the sentence or of the bracket."""
        depth, bracket = self._reading.ground.bracket_at(end - 1)
        sentence = self._reading.ground.clauses.sentences[self._reading.ground.clause_at(end)]
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
            if items and (_STOP.match(s.lead) or (self._aspects and self._aspect_between(items[-1], s))):
                break
            if items and (_announces(s.lead) or (s.segment == skipped + 1 and _WITH_INDUSTRY.match(s.lead))):
                skipped = s.segment
            if s.segment != skipped:
                items.append(s)
        return tuple(items), tuple(inner)

    def _aspect_between(self, one: Statement, other: Statement) -> bool:
        return bisect_left(self._aspects, one.end) < bisect_left(self._aspects, other.start)

    def _numbered(self, statement: Statement) -> bool:
        """Whether the next sentence is the next numbered item of the list: 其中：（一）…。（二）…。"""
        return _NUMBERED.match(statement.lead) is not None

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
            if (s.is_level or _is_of_each(s, first)) and _measures(s) and not s.quantity.per:
                if s.sentence < first.sentence:
                    earlier.append(s)
                elif depth or not s.depth:
                    own.append(s)
        if depth:
            own = [s for s in own if s.bracket == bracket] or self._before_bracket(bracket, part=True)
            return tuple(own), len(own)
        if own and kind is not Kind.WITHIN:
            own = without_limits(own)
            return tuple(own), len(own)
        opens = kind is Kind.INCLUDING or (kind is Kind.BY and self._plain[start - 1 : start] == "\n")
        last = first.paragraph - (1 if opens else 0)
        return tuple([s for s in earlier if s.paragraph >= last and (not s.depth or kind is Kind.WITHIN)]), 0

    def _begins_sentence(self, clause: Clause) -> bool:
        return clause.start == 0 or self._plain[clause.start - 1] in "。!?\n"

    def _at(self, pattern: re.Pattern[str], clause: Clause) -> re.Match[str] | None:
        begin = clause.start
        while begin < clause.end and self._plain[begin] in " ":
            begin += 1
        return pattern.match(self._plain, begin, min(clause.end + 1, len(self._plain)))


def _are_such(noun: str, breakdown: Breakdown) -> bool:
    """Whether a list right behind a figure and its noun counts these things, and names no others: 8个镇（甲村3个村民组…）."""
    own = [item for item in breakdown.items if item.like(breakdown.heads[0])]
    nouns = [found.group() for item in own if (found := _NOUN.match(item.tail))]
    return bool(own) and own[0] is breakdown.items[0] and all(set(other) & set(noun) for other in nouns)


def _behind_noun(breakdown: Breakdown) -> Breakdown:
    """Return a list behind its total and the noun; 任务 in that noun makes no target of its first part: 22项改革任务（甲镇8项、…）."""
    first, *others = breakdown.items
    if first.role is Role.TARGET and not any(s.role is Role.TARGET for s in (breakdown.heads[0], *others)):
        first = replace(first, role=Role.LEVEL)
    return replace(breakdown, apart=True, items=(first, *others))


def _is_of_each(total: Statement, first: Statement) -> bool:
    """Whether a figure is what people have or spend a head, and the list behind it says of what kinds: 人均可支配收入, 其中工资性收入."""
    return total.role is Role.AVERAGE and "人均" in total.lead and _KIND_OF_EACH.match(first.subject) is not None


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
    begins = own.startswith(name) and not own.startswith(f"{name}中")  # 乡干部中女干部7人 is one of them
    return bool(own) and (own.endswith(name) or begins or name.endswith(own))


def _called(heads: tuple[Statement, ...], name: str) -> tuple[Statement, ...]:
    """Return the heads, unless the name is that of a time or of something that goes on: 年度预算执行中, 建设过程中."""
    return () if _GOES_ON.search(name) else tuple(h for h in heads if not h.depth)


def _begins(head: Statement, name: str) -> bool:
    """Whether a name begins with what a figure is called by: 经审查立案205件…不予立案12件。立案提案中."""
    own = head.subject
    return len(own) > 1 and name.startswith(own[-2:]) and own[0] not in "不未非"


def _crowded(reading: Reading) -> frozenset[int]:
    """Return the sentences with more figures than prose has."""
    if len(reading.statements) <= _CROWD:
        return frozenset()
    return frozenset([n for n, count in Counter(reading.sentences()).items() if count > _CROWD])
