"""A share and the figure that is the share: right before it, by its name, or in a row announced with 分别."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from ..patterns import lazy
from ..quantities import Hedge
from . import words
from .joining import is_part
from .nearness import base
from .roles import LEVELS, PRESENT, Role
from .statements import Reading, Statement

_MEASURED = lazy(
    "^[ ,;]*(?:但|而|其中|且)?(?:(?P<dead>死?亡人?数?|死亡人数)|(?P<hurt>受?伤人?数?)|(?P<money>金额|损失|资金)"
    "|(?P<unit>[人件户]次(?=数?占)|[起件人户宗批家例](?=[数次]))[数次]?数?)占"
)
"""起数占总数的, 亡人数占: of which of the figures before, the measure says."""
_PART_NAME = lazy(r"^[ ,;]*(?P<name>[\u4e00-\u9fff]{2,10}?)占(?!用|地)")
_TOGETHER = lazy(r"(?:共|合计|总计|合并|一共|两者|二者|三者|两项|三项)占")
_OF_THESE = lazy(r"[^,;。]{0,8}[中里]$")
"""326万人次游客中，过夜游客占35.2%: the figure is the whole, and the part is not given."""
_OF_NAMED = lazy("(?P<name>(?!约|仅|分别|合计|共|均|已|同比|所|其)[一-鿿“”]{3,14})占比?[达为约到仅]*$")
_TAIL = 8
_LONG = 4
_SHORT = 2
_OF_PLAN = frozenset(("占", "占比", "占比为", "达到", "达", "为", "是"))
_WHOSE = lazy(r"^[ ,;:、]*(?:其中,?)?[一-鿿]{2,14}?占(?!用|地)")
_THAT_IS = frozenset(("共", "为", "达", "达到", "共有", "有", "计", "共计", "合计", "即"))
_COUNTED = lazy("占[^,;。0-9]{0,12}?(?P<unit>[件起户宗家个场项人名批次](?=数)|[人批件户场车]次)数?的?(?:比重|比例)?(?:为|达)?$")
_FAR, _SENTENCES = 24, 3
_NEARLY = 12
"""By which part of itself a share of a known whole may be off, computed from an older total or with slips."""
_PASSED = 2
"""Rows of changes between a row of parts and that of their shares: by how many, and by how much."""
_TIMES, _DASHES = frozenset(("秒", "分", "分钟", "小时", "天", "日")), tuple("-—–~～至到")
_CASES = frozenset(("件", "起", "宗", "例", "条"))
"""What cases and clues of them may be counted in, one word beside another."""
_ROW = 6
"""Shares of the longest row, and one more."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A share and the figure that is the share."""

    part: Statement
    share: Statement


def pair_of(reading: Reading, share: Statement) -> Pair | None:
    """Find the part: the nearest level before the share in its segment, past changes, rates and brackets, or the one it names."""
    in_row = share.respective or share.listed or any(s.listed for s in reading.statements[share.index + 1 : share.index + 2])
    if in_row and (row := _row_of(reading, share)) is not None:
        return row
    if measure_said(share):
        return None
    if (counted := _COUNTED.search(share.lead)) is not None and (part := _in_unit(reading, share, counted["unit"])) is not None:
        return Pair(part, share)
    if (follows := part_behind(reading, share)) is not None:
        return Pair(follows, share)
    if (name := _PART_NAME.match(share.lead)) is not None and (named := _named_part(reading, share, name["name"])):
        return Pair(named, share)
    for s in reading.before(share, 10):
        if s.segment != share.segment or s.role is Role.SHARE:
            return None
        if s.depth > share.depth or not s.is_amount or s.role not in LEVELS or s.quantity.per:
            continue
        if s.role is Role.TARGET and not _is_planned_part(s, share):
            continue
        if _TOGETHER.search(share.lead) or _ends_class(reading, s, share):
            return None
        if s.depth == share.depth or (share.bracket - s.end <= 1 and s.depth == share.depth - 1):
            return None if share.clause - s.clause == 1 and _OF_THESE.match(s.tail) else Pair(s, share)
        return None
    return None


def _ends_class(reading: Reading, bound: Statement, share: Statement) -> bool:
    """Whether a figure is the bound of a class of times: 5-10分钟占11%, 30分钟以上占8%."""
    if bound.clause != share.clause or bound.quantity.unit.name not in _TIMES:
        return False
    return reading.between(bound.start - 1, bound.start) in _DASHES or bound.quantity.hedge in (Hedge.AT_LEAST, Hedge.AT_MOST)


def measure_said(share: Statement) -> str:
    """Return by which measure a share says of which figure it is: a unit, 亡, 伤 or ``money``; empty where it says none."""
    found = _MEASURED.match(share.lead) if share.lead.find("占") > 1 else None
    if found is None:
        return ""
    return found["unit"] or ("亡" if found["dead"] else "伤" if found["hurt"] else "money")


def _in_unit(reading: Reading, share: Statement, unit: str) -> Statement | None:
    """Return the first of two measures before a share where its words name that one: 22件、61人，占案件件数的17%."""
    for s in reading.statements[max(0, share.index - 2) : max(0, share.index - 1)]:
        near = s.segment == share.segment and s.depth == share.depth and s.is_amount and s.role in LEVELS
        other = reading.statements[s.index + 1]
        counts = s.quantity.unit.name in (unit, unit.removesuffix("次"))
        if near and counts and other.is_amount and not other.like(s) and other.segment == s.segment:
            return s
    return None


def plan_of(reading: Reading, percentage: Statement) -> Pair | None:
    """Return what was done and its plan in 计划八亿元，完成六亿元，占75%: a rate by what stands before it, whatever its own word is.

    The plan stands where a pair has its share.
    """
    if percentage.index < 2 or percentage.role not in (Role.SHARE, Role.LEVEL) or percentage.lead.strip(" ,:约") not in _OF_PLAN:
        return None
    plan, done = reading.statements[percentage.index - 2 : percentage.index]
    near = plan.segment == done.segment == percentage.segment and plan.depth == done.depth == percentage.depth
    close = percentage.clause - done.clause == 1 == done.clause - plan.clause
    told = plan.role is Role.TARGET and plan.word != "的" and done.role is Role.ACTUAL and done.like(plan)
    return Pair(done, plan) if near and close and told else None


def head_before(reading: Reading, part: Statement, like: Statement | None = None) -> Statement | None:
    """Return the one figure that the sentences before lead off with, past those that begin with 其中: T。其中A、B。C，占总数的P%."""
    clauses, plain = reading.ground.clauses, reading.ground.plain
    levels = [s for s in reading.before(part, _FAR) if s.paragraph == part.paragraph and s.depth == part.depth]
    for back in range(1, _SENTENCES + 1):
        own = [s for s in levels if s.sentence == part.sentence - back]
        if not own:
            continue
        first = own[-1].clause
        while first and clauses.sentences[first - 1] == own[-1].sentence:
            first -= 1
        if plain.startswith("其中", clauses.starts[first]):
            continue
        heads = [s for s in own if s.role in PRESENT and s.like(like or part) and not is_part(reading, s)]
        return heads[0] if len(heads) == 1 else None
    return None


def _is_planned_part(planned: Statement, share: Statement) -> bool:
    """Whether what is planned is itself a part of more: 基本支出预算八百万元，占93%; 计划投资五亿元，占总投资的四成."""
    near = share.index - planned.index == 1 == share.clause - planned.clause and share.depth == planned.depth
    return near and planned.word != "的" and share.lead.lstrip(" ,").startswith("占") and not planned.listed


def part_behind(reading: Reading, share: Statement) -> Statement | None:
    """Find the part behind a share that says whose it is: 投诉占比59%，共1217件; 投诉占59%（1217件）."""
    if share.index + 1 == len(reading.statements) or not _WHOSE.search(share.lead):
        return None
    part = reading.statements[share.index + 1]
    if part.segment != share.segment or not part.is_amount or part.role not in PRESENT or part.quantity.per:
        return None
    if part.depth == share.depth + 1:
        alone = 0 <= part.bracket - share.end <= 1 and part.tail.lstrip().startswith(")") and part.lead.strip(" (约共计为即") == ""
        return part if alone else None
    plain = part.depth == share.depth and part.clause - share.clause == 1 and part.lead.strip(" ,约") in _THAT_IS
    return part if plain else None


def _row_of(reading: Reading, share: Statement) -> Pair | None:
    """Find the part in a row: 贫困户144户、贫困人口578人，分别占农户及农业人口的19.5%和20.6%. Nothing where there is no such row."""
    first = share.index
    while first and share.index - first < _ROW and reading.statements[first].listed:
        first -= 1
    size = 1
    for s in reading.statements[first + 1 : first + _ROW]:
        if not s.listed or s.role is not Role.SHARE:
            break
        size += 1
    last = _before_changes(reading, first, size) if share.respective else first
    parts = [s for s in reading.statements[max(0, last - size) : last] if s.segment == share.segment and s.is_amount and s.role in LEVELS]
    if not size > max(1, share.index - first) or len(parts) < size or any(s.depth != share.depth or s.quantity.per for s in parts):
        return None
    told = share.respective or parts[0].respective
    if not told and any("," in reading.between(one.end, other.start) for one, other in pairwise(parts)):
        return None
    return Pair(parts[share.index - first], share)


def _before_changes(reading: Reading, first: int, size: int) -> int:
    """Return where the row before a row ends, past rows of as many changes: 分别是A、B户，分别增长P、Q，分别占R、S."""
    for _ in range(_PASSED):
        row = reading.statements[max(0, first - size) : first]
        told = len(row) == size > 1 and not row[0].listed and all(s.listed for s in row[1:])
        if not told or any(s.role in LEVELS for s in row):
            break
        first -= size
    return first


def _named_part(reading: Reading, share: Statement, name: str) -> Statement | None:
    """Find the part by the name before 占: 税收二亿元，非税收入一亿元，税收占财政收入的."""
    name = words.FRONT.sub("", name)
    for s in reading.before(share, 10):
        if s.segment != share.segment or s.role is Role.SHARE:
            return None
        named = s.is_amount and s.role in LEVELS and s.role is not Role.TARGET and not s.quantity.per
        if not named or len(name) < _SHORT or s.depth > share.depth + 1:
            continue
        if (s.subject.startswith(name) and s.depth <= share.depth) or _is_short_for(reading, s, name):
            return s
    return None


def _is_short_for(reading: Reading, part: Statement, name: str) -> bool:
    """Whether a part leaves out the noun of its whole that its share has: 用水总量5.6亿立方米，其中农业3.5、工业0.9，农业用水占62%."""
    noun = name[len(part.subject) :]
    if len(part.subject) < _SHORT or not 0 < len(noun) <= _SHORT or not name.startswith(part.subject):
        return False
    return any(noun in s.lead and s.like(part) and not is_part(reading, s) for s in reading.so_far(part))


def in_row(reading: Reading, one: Statement, other: Statement) -> bool:
    """Whether two figures stand in one list, with 、 between them and no comma: 甲783件、乙580件."""
    between = reading.between(one.end, other.start)
    return one.segment == other.segment and "、" in between and "," not in between


def halves(stem: str, first: Statement, second: Statement) -> bool:
    """Whether two figures have a character each of the name of a rate: 调解211件，撤诉97件，调撤率 is of both together."""
    ends, rows = stem[-2:], sorted((first, second), key=lambda s: s.index)
    return len(ends) == 2 and [tuple(c in s.lead + s.tail for c in ends) for s in rows] == [(True, False), (False, True)]


def all_near(family: list[Pair], whole: Statement) -> bool:
    """Whether all shares of a longer family but one are nearly those of a whole: another one would be far off."""
    shares = [(base(pair.part) * 100 / base(whole), pair.share.quantity.value) for pair in family]
    near = sum(abs(made - stated) <= stated / _NEARLY for made, stated in shares)
    return len(family) > 2 and near >= len(family) - 1


def reach_all(family: list[Pair]) -> bool:
    """Whether the shares reach 100 %, and so are of one whole."""
    shares = [pair.share.quantity for pair in family]
    apart = abs(sum((share.value for share in shares), Fraction(-100)))
    return apart <= max(share.ulp for share in shares) and not any(share.is_hedged for share in shares)


def says_another(part: Statement, share: Statement, whole: Statement) -> bool:
    """Whether a share says whose it is, and not its part's: 幼儿园36所，其中公办园18所，公办园在园幼儿占比62%."""
    found = _OF_NAMED.match(share.lead.lstrip(" ,"))
    if found is None or part.index > share.index:
        return False
    name, called = found["name"], part.lead + part.tail[:_TAIL]
    if len(name) >= _LONG and name[:2] in called and sum(c in called for c in name) >= len(name) - 1:
        return False  # 个人缴纳2397万元，个人缴费占21%
    return name[-2:] not in called and not (name[:2] in called and whole.subject.endswith(name[-2:]))


def are_cases(whole: Statement, part: Statement, stated: Statement) -> bool:
    """Whether a bare 占 says how many cases of those right before were dealt with: 线索52起，已查结44件，占84.6%."""
    units = {whole.quantity.unit.name, part.quantity.unit.name}
    return units <= _CASES and part.role is Role.ACTUAL and stated.lead.strip(" ,") in ("占", "占比", "占比为")
