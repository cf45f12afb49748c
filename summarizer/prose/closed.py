"""A row of figures that its total closes: 省级12个、市级20个，共32个; 新签对3214对、补领486件，合计3700件; 甲、乙、丙三镇累计T.

The total may stand in a sentence of its own behind the row (三项合计T), and count by another measure word than its parts.
"""

from __future__ import annotations

from enum import Enum
from itertools import pairwise

from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import from_chinese
from .complements import may_overlap
from .divisions import is_division
from .flows import is_left_of
from .joining import holds, operand, place
from .nearness import base, near_sum
from .roles import CHANGES, PRESENT, Role
from .statements import Reading, Statement, first_column

_BARE = lazy(
    r"^[ ,;]*(?:以上|上述|城乡|(?P<of>[两二三四五六七八九十][一-鿿]{1,3}))?"
    r"(?:合计|共计|总计|总共|合共|一?共|计|(?P<so_far>累计))(?:有|为|达到?|约)?[: ]*$"
)
_NO_NOUN = lazy(r"^[ ]*(?:\([㐀-鿿]{1,3}\))?[ ]*(?:[,;。!?、()]|$)")
_NAMED = lazy(r"(?<![公与中])共(?!同|享|建|有制|产)|合计|总计")
_LOOSE = lazy(r"累计|总数|总量|总额|总面积|总人数")
_STOCK = lazy(r"共有|现有|目前|已有|存量|历年|加上|另|其中|包括|含|剩余|(?<!新)增(?!值|加值)|减|比|占|以来")
_ASIDE = lazy("加上|其中|包括|含|剩余|(?:比|较)[^,]*[增减]|占|以上[^,]{0,4}合计|合计|共计|总计")
_SPAN = lazy(r"[ ]*(?:1月?[-—–~至到]+[0-9]{1,2}月|全年|四个季度)")
"""What a total covers whose parts are months or quarters of the sentence before."""
_ADDED = lazy("新|增(?!值|加值)")
"""What is added to a stock that the total may be of."""
_BESIDE = CHANGES | {Role.SHARE, Role.RATE, Role.NAMED_RATE, Role.RANK}
_SEXES = ("男", "女")
_DONE_TO = frozenset("对为给向将把")
_NAMED_BEHIND = lazy("[ ]*的?(?![一-鿿]{0,10}[中里]$)[一-鿿]{2}")
"""What a figure is of, said behind it: 对2人给予处分, 13人适配辅助器具."""
_ROW = 14
_SOME = 3
_NEAR, _FAR = 1.5, 4.0
"""How far a row may be from a total that has a noun of its own: two figures, and more than two."""
_TENFOLD = 12
_TELLING = 100


class _Call(Enum):
    """How a figure is called a total."""

    BARE = "共"
    NAMED = "共受理"
    LOOSE = "累计"


def closed(reading: Reading, total: Statement) -> Sum | None:
    """Return that the row right before a figure that is called a total makes it; nothing where no row of its kind is there."""
    call = _call(reading, total)
    if call is None or total.quantity.is_hedged or total.quantity.per:
        return None
    columns = columns_before(reading, total) if call is _Call.BARE or _BARE.match(total.lead) else []
    for parts in columns:
        if near_sum(total, parts) and holds(claim := _sum(reading, total, parts)):
            return claim
    if len(columns) == 1 and all(map(_is_named, columns[0])) and _is_meant(reading, call, total, columns[0]):
        return _sum(reading, total, columns[0])
    if len(columns) > 1:
        return None
    row, fresh = _row(reading, total, call)
    row = list(first_column(row))
    if own := _of_one_verb(row, total):
        row, fresh = own, True
    for start in range(len(row) - 1):
        parts = _alike(row[start:], total)
        if start and call is _Call.LOOSE and not total.quantity.shows(_TELLING):
            break
        if near_sum(total, parts) and holds(claim := _sum(reading, total, parts)):
            return claim
    parts = _alike(row, total)
    fresh = fresh or (call is _Call.BARE and _is_run(reading, row))
    if len(row) < 2 or not fresh or not all(_is_named(part) for part in row):
        return None
    return _sum(reading, total, parts) if _is_meant(reading, call, total, parts) else None


def _call(reading: Reading, total: Statement) -> _Call | None:
    lead = total.lead
    if not lead and total.index and _NO_NOUN.match(total.tail):  # 合计64户、108人
        before = reading.statements[total.index - 1]
        beside = before.segment == total.segment and not before.like(total) and before.depth == total.depth
        return _Call.BARE if beside and before.lead and _call(reading, before) is _Call.BARE else None
    if "共" not in lead and "计" not in lead and "总" not in lead:
        return None
    bare = _BARE.match(lead)
    if bare and _NO_NOUN.match(total.tail):
        before = reading.statements[total.index - 1]
        counted = bare["of"] or (before.clause == total.clause and before.quantity.chinese)  # 两项累计
        return _Call.BARE if counted or not bare["so_far"] else _Call.LOOSE
    if _STOCK.search(lead):
        return None
    if _NAMED.search(lead):
        return _Call.NAMED
    return _Call.LOOSE if _LOOSE.search(lead) else None


def _row(reading: Reading, total: Statement, call: _Call) -> tuple[list[Statement], bool]:
    """Return the figures right before a total that may be its parts, and whether they are all of their segment or sentence."""
    row: list[Statement] = []
    sentence = total.sentence
    for s in reading.before(total, _ROW):
        if s.clause == total.clause and s.quantity.chinese:
            continue  # 两项合计
        if s.sentence != sentence:
            if row or sentence != total.sentence or total.sentence - s.sentence != 1 or not (call is _Call.BARE or _SPAN.match(total.lead)):
                return row, True
            sentence = s.sentence
        if row and s.segment != row[0].segment and len({p.segment for p in row}) < len(row):
            return row, True  # several figures of the segment before are a row of their own
        if s.depth > total.depth or _says_how(s):
            continue
        if not (s.like(total) or (call is not _Call.LOOSE and s.quantity.unit.counting and total.quantity.unit.counting)):
            return row, False
        if s.role not in PRESENT or not s.is_plain or _ASIDE.search(s.lead) or _NAMED.search(s.lead):
            return row, False
        if call is _Call.LOOSE and _LOOSE.search(s.lead) and s.subject[-2:] == total.subject[-2:]:
            return row, False  # 甲镇进出口总额A，乙镇进出口总额B，丙镇进出口总额C: each has its own
        row.insert(0, s)
    return row, len(reading.before(total, _ROW)) < _ROW


def _is_run(reading: Reading, row: list[Statement]) -> bool:
    """Whether 、 parts all figures of a row and a comma the first from what stands before: 储备1200吨，确定企业3家、网点34个，共计37家."""
    gaps = [reading.between(one.end, other.start) for one, other in pairwise(row)]
    before = reading.statements[row[0].index - 1] if row and row[0].index else None
    apart = before is not None and "," in reading.between(before.end, row[0].start)
    return apart and len(row) >= _SOME and all("、" in gap and "," not in gap for gap in gaps)


def _of_one_verb(row: list[Statement], total: Statement) -> list[Statement]:
    """Return the last of a row, where one word stands before each and what is done with them behind: 制度13个，对1人处分，对2人谈话."""
    own: list[Statement] = []
    for s in row[::-1]:
        word = s.lead.rpartition("、")[2].strip(" ,;")
        if not s.like(total) or word not in _DONE_TO or not _NAMED_BEHIND.match(s.tail) or (own and word != own[0].lead[-1]):
            break
        own.insert(0, s)
    return own if len(own) > 1 else []


def columns_before(reading: Reading, total: Statement) -> list[tuple[Statement, ...]]:
    """Return the columns of the rows before a total in a sentence of its own: 甲镇310亩、20户；乙镇120亩、8户。合计430亩.

    A row stands between two ；, or has a sentence of its own where the total says how many there are (三镇合计).
    """
    number = _number(reading, total)
    before = [s for s in reading.before(total, _ROW * _SOME) if s.paragraph == total.paragraph and not s.quantity.chinese]
    rows: list[list[Statement]] = []
    others = False
    last = before[0].sentence if before else 0
    for s in before:
        if last - s.sentence > max(0, number - 1) or total.sentence - last > 1 or len(rows) > (number or _ROW):
            break
        if s.depth or _says_how(s):
            continue
        if not s.like(total):
            others = True
        elif s.role not in PRESENT or not s.is_plain or _ASIDE.search(s.lead) or _NAMED.search(s.lead):
            return []
        elif rows and rows[0][0].segment == s.segment:
            rows[0].insert(0, s)
        else:
            rows.insert(0, [s])
    rows = rows[-number:] if number else rows
    even = len(rows) >= max(2, number) and len({len(row) for row in rows}) == 1
    apart = number and len({row[0].sentence for row in rows}) == len(rows)
    columns = list(zip(*rows, strict=True)) if even else []
    named = len(columns) > 1 and any(len({s.subject for s in column}) == 1 for column in columns)
    return columns if others or apart or named else []


def _number(reading: Reading, total: Statement) -> int:
    """Return how many things a total says that it is of: 三项合计; 0 where it does not say."""
    before = reading.statements[total.index - 1] if total.index else None
    if before is not None and before.clause == total.clause and before.quantity.chinese:
        return int(before.quantity.value)
    found = _BARE.match(total.lead)
    return int(from_chinese(found["of"][0])) if found and found["of"] else 0


def _says_how(statement: Statement) -> bool:
    """Whether a figure says how the one before it grew, or what share it is."""
    return statement.role in _BESIDE or statement.dimension in ("ratio", "points", "age")


def _is_named(part: Statement) -> bool:
    name = part.lead.strip(" ,、;:")
    return len(name) > 1 or name in _SEXES or part.listed or part.respective or _NAMED_BEHIND.match(part.tail) is not None


def _alike(row: list[Statement], total: Statement) -> tuple[Statement, ...]:
    return tuple(part if part.like(total) else part.in_unit(total.quantity.unit) for part in row)


def _is_meant(reading: Reading, call: _Call, total: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a row that does not make its total is meant to."""
    whole, made = total.quantity.size()[0], sum(part.quantity.size()[0] for part in parts)
    if made <= 0 or whole <= 0 or may_overlap(reading, parts) or parts[-1].tail.startswith("等"):
        return False
    if is_left_of(total, parts):
        return False  # 今年新增7家，关停4家，目前共有51家
    if len(parts) > 2 and base(parts[0]) == sum(map(base, parts[1:])):
        return False
    apart = max(whole / made, made / whole)
    if call is _Call.BARE:
        return apart < _TENFOLD
    between = reading.statements[parts[-1].index + 1 : total.index]
    if any(not _says_how(s) or _NAMED.search(s.lead) for s in between):
        return False
    if between and (parts[-1].sentence != total.sentence or ":" in reading.between(parts[-1].end, total.start)):
        return False
    if call is _Call.NAMED:
        return apart < (_FAR if len(parts) >= _SOME else _NEAR)
    shared = {part.subject[-2:] for part in parts}
    rows = _BARE.match(total.lead) is not None and len(parts) >= _SOME and len({part.segment for part in parts}) == len(parts)
    alike = len(shared) == 1 and (len(parts) >= _SOME or shared.pop() in total.lead)
    gaps = [reading.between(one.end, other.start) for one, other in pairwise(parts)]
    listed = len(parts) >= _SOME and all("、" in gap and "," not in gap for gap in gaps)
    whole = alike or listed or rows or is_division(total, parts, announced=True)
    return whole and apart < _NEAR and not any(_ADDED.search(part.lead) for part in parts)


def _sum(reading: Reading, total: Statement, parts: tuple[Statement, ...]) -> Sum:
    return Sum(operand(reading, total), tuple(operand(reading, p) for p in parts), True, False, place(reading, *parts, total), True)
