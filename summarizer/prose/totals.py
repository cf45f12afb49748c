"""A total behind its parts: A；加上B、C，总计T. 收入合计, 支出总计, 年末滚存结余."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import from_chinese
from .choosing import led_by
from .closed import closed, columns_before
from .joining import holds, is_part, operand, place
from .nearness import near_sum
from .roles import LEVELS, PRESENT, Role
from .statements import Reading, Statement
from .words import BRACKETED

_TOTAL = lazy(r"(?:合计|共计|总计|总共|合共)(?:为|达|达到|约|完成)?[: ]*$")
_GRAND = lazy(
    "(?:总收入|总支出|全口径(?:收入|支出)|(?:收入|支出)总量|(?:可用|总)财力|可用资金)(?:累计|预计|完成|实现)?(?:为|达|达到|约)?[: ]*$"
)
"""A total of money only behind 加上."""
_OF_ITEMS = lazy(
    "^[㐀-鿿]{0,6}?(?:合计|共计|总计|累计|(?<![公与中])共(?!同|享|建))"
    "[^占,;。:()0-9]{0,12}(?:[A-Za-z]{1,4}[0-9.]{0,3})?[^占,;。:()0-9]{0,6}[: ]*$"
)
_ITEMS = frozenset(("项", "者", "类", "笔", "块", "种", "个", "个月", "月", "年", "镇", "乡", "县", "区", "市", "家", "所", "处", "片"))
_SO_MANY = lazy(
    "(?:^|[,;。])(?:上述|以上|这)?(?P<number>[两二三四五六七八九])个?(?:镇|乡|县|区|市|街道|月|季度|年|单位|部门|村|园区|片)(?:合计|共计|总计|累计|共)[^占,;。:()0-9]{0,6}$"
)
_MOST_ITEMS = 9
_BARE_SUM = lazy(r"^[ ,]*(?:合计|共计|总计)(?:为|达|约)?[: ]*$")
_SUM_ALONE = lazy(r"^[ ,;]*(?:以上|上述|[两二三四五六七八九十][一-鿿]{1,3})?(?:合计|共计|总计|总共|合共)(?:为|达到?|约)?[: ]*$")
_ROLLED = lazy(r"滚存")
_PLUS = lazy(r"加上|再加|[,;]加")
_ONLY_PRIOR = lazy("[上去]年(?:同期)?(?:数|值|实绩)?(?:完成|实现)?(?:为|是|达)?[: ]*$")
_SENTENCES = 2
"""Sentences before the one before a total in which its first addend may stand."""
_GENERAL = frozenset("个家所处座")
"""Measure words that a list may mix."""
_PLUS_FIRST = lazy(r"[ ]*再?加上?")
_ASIDE = lazy(r"其中|包括|含")
_ROW = 12
_BACK = 24
"""Statements before a total among which its parts are looked for."""


def totals(reading: Reading) -> Iterator[Claim]:
    """Yield the claim of every figure that is called a total and has its parts before it."""
    for statement in led_by(reading, "计", "共", "滚", "总", "财力", "口径", "用资金"):
        if not statement.is_standing:
            continue
        if number := _number_before(reading, statement):
            yield from _counted(reading, statement, number)
        elif _is_total(reading, statement):
            yield from _total(reading, statement)


def _is_total(reading: Reading, statement: Statement) -> bool:
    """Whether a figure is called a total; 总收入 is one only behind 加上."""
    lead = statement.lead
    if _TOTAL.search(lead) or (statement.role is Role.BALANCE and _ROLLED.search(lead)):
        return True
    grand = ("总" in lead or "财力" in lead or "口径" in lead or "用资金" in lead) and _GRAND.search(lead) is not None
    return grand and _PLUS.search(reading.between(reading.begin(statement), statement.start)) is not None


def _total(reading: Reading, total: Statement) -> Iterator[Claim]:
    """Try the lists that can lie before a total; accuse only where 加上 or a row of 、 shows the list."""
    lists = _lists(reading, total)
    plainest: tuple[Statement, ...] = next(lists, ())
    run = _segment_of(reading, total)
    for parts in chain(filter(None, (run, plainest)), lists):
        if near_sum(total, parts) and holds(claim := _sum(reading, total, parts)):
            yield claim
            return
    if plainest and (first := _called_task(reading, total, plainest)):
        yield _sum(reading, total, (first, *plainest), likely=True)
        return
    if _SUM_ALONE.match(total.lead):
        if found := closed(reading, total):
            yield found
        if found or columns_before(reading, total):
            return
    if plainest and _PLUS.search(reading.between(plainest[-1].end, total.start)):
        return  # 收入A，加上调入资金和结转结余，收入总量为T: with what no figure tells
    if any(_is_other_side(part, total) for part in plainest):
        return  # 收入A，加上补助B，收入总量T，支出总量S: the other side of the account
    shown = plainest or run
    every = max(_with_other_words(reading, total, shown), _with_strays(reading, total, shown), key=len)
    if len(every) > len(shown):  # 企业三家、网点34个，共计37家
        yield from _of_several_words(reading, total, every)
    elif plainest and not _PLUS_FIRST.match(plainest[0].lead) and _shown(reading, total, plainest):
        yield _sum(reading, total, plainest, likely=True)
    elif run:
        yield _sum(reading, total, run, likely=True)


def _with_other_words(reading: Reading, total: Statement, parts: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return a list with what is counted in another measure word in it, in that of its total."""
    row = reading.so_far(total, _BACK)[::-1] if parts else ()
    counted = [s for s in row if s.quantity.is_count and s.role in PRESENT and s.depth == total.depth and s.quantity.unit.name in _GENERAL]
    return tuple(s if s.like(total) else s.in_unit(total.quantity.unit) for s in counted) if total.quantity.unit.name in _GENERAL else ()


def _with_strays(reading: Reading, total: Statement, parts: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return a list with what stands among it in a measure word that its total has not: 图解38篇、视频11个、文字74篇，共计123篇."""
    if not parts or not total.quantity.unit.counting:
        return ()
    row = (s for s in reading.statements[parts[0].index : total.index] if s.depth == total.depth and s.role in PRESENT)
    counted = [s for s in row if s.quantity.unit.counting and not s.quantity.chinese and (s in parts or s.subject)]
    return tuple(s if s.like(total) else s.in_unit(total.quantity.unit) for s in counted)


def _of_several_words(reading: Reading, total: Statement, every: tuple[Statement, ...]) -> Iterator[Claim]:
    """Yield a list of several measure words; accuse only where 、 parts all of it."""
    claim = _sum(reading, total, every, likely=True)
    gaps = (reading.between(one.end, other.start) for one, other in pairwise(every))
    if holds(claim) or all("、" in gap and "," not in gap for gap in gaps):
        yield claim


def _is_other_side(part: Statement, total: Statement) -> bool:
    """Whether a part is itself a total, and not what goes by the name of the total before more was added to it."""
    found = _GRAND.search(part.lead)
    return found is not None and found[0].strip("为达到约: ") not in total.lead


def _called_task(reading: Reading, total: Statement, parts: tuple[Statement, ...]) -> Statement | None:
    """Return the first part of a list whose name begins with 任务 or 计划 and is no target: 改革任务省级18项、市级28项，共计46项."""
    before = reading.statements[parts[0].index - 1] if parts[0].index else None
    if before is None or before.role is not Role.TARGET or before.segment != parts[0].segment or before.depth or not before.like(total):
        return None
    return before if reading.between(before.end, parts[0].start)[:1] in ("、", ",", ";") and near_sum(total, (before, *parts)) else None


def _number_before(reading: Reading, total: Statement) -> int:
    """Return the number of 两项合计, 三类补贴共计; 0 where none stands right before."""
    if found := _SO_MANY.search(total.lead):
        return int(from_chinese(found["number"]))
    before = reading.statements[total.index - 1] if total.index else None
    if before is None or before.clause != total.clause or not before.quantity.is_count or not _OF_ITEMS.match(total.lead):
        return 0
    return int(before.quantity.value) if before.quantity.unit.name in _ITEMS and 2 <= before.quantity.value <= _MOST_ITEMS else 0


def _counted(reading: Reading, total: Statement, number: int) -> Iterator[Claim]:
    """Read 生活补贴1265万元…；护理补贴1208万元…；两项合计2473万元: the last two figures of the kind."""
    near = [s for s in reading.so_far(total, _BACK) if s.like(total) and s.depth == total.depth and not s.quantity.chinese]
    if not near:  # 分别完成A、B和C，占计划的…。三项合计T
        near = [s for s in reading.before(total, _BACK) if s.like(total) and s.sentence == total.sentence - 1 and s.depth == total.depth]
        near = near if len(near) == number and near[-1].paragraph == total.paragraph else []
    parts = [s for s in near if s.role in PRESENT][:number][::-1]
    for row in chain((tuple(parts),), _lists(reading, total)):
        if 1 < len(row) <= number and near_sum(total, row) and holds(claim := _sum(reading, total, row)):
            yield claim
            return
    if len(parts) == number and number > 1 and not any(_ASIDE.search(s.lead) for s in parts[1:]):
        yield _sum(reading, total, tuple(parts), likely=True)


def _segment_of(reading: Reading, total: Statement) -> tuple[Statement, ...]:
    """Return the figures of a segment that ends with its 合计: …；封山育林2万亩，抚育3万亩，合计5万亩."""
    if total.role is Role.BALANCE or not _BARE_SUM.match(total.lead):
        return ()
    row = [s for s in reading.before(total, _ROW) if s.segment == total.segment][::-1]
    alone = len(row) > 1 and all(_may_add(s, total) and s.subject and s.role in PRESENT for s in row)
    first = row[0].index if row else 0
    fresh = first > 0 and reading.statements[first - 1].segment != total.segment
    return tuple(row) if alone and fresh and not any(_ASIDE.search(s.lead) for s in row) else ()


def _lists(reading: Reading, total: Statement) -> Iterator[tuple[Statement, ...]]:
    """Yield lists of addends, the plainest first: the whole sentence, then with the first addend of the sentence before."""
    addends = [s for s in reading.so_far(total, _BACK) if _may_add(s, total)][::-1]
    addends = _without_asides(reading, addends)
    if total.role is Role.BALANCE:
        addends = [s for s in addends if s.role is Role.BALANCE]
    if any(s.role is Role.BALANCE and s.direction < 0 for s in addends):
        return
    headless = bool(addends) and _PLUS_FIRST.match(addends[0].lead) is not None
    if len(addends) > 1 and not headless:
        yield tuple(addends)
    for before in () if total.role is Role.BALANCE or not addends else _first_before(reading, total):
        yield (before, *addends)
    for n in range(0 if headless else 1, len(addends) - 1):
        yield tuple(addends[n:])


def _may_add(part: Statement, total: Statement) -> bool:
    if part.measure != total.measure or part.role not in LEVELS or part.role is Role.TARGET or part.depth:
        return False
    if part.role is Role.PRIOR and _ONLY_PRIOR.search(part.lead):
        return False  # 收入9亿元，上年为8亿元，增长12.5%；加上补助2亿元
    lead = part.lead
    return not ("计" in lead or "共" in lead) or not _TOTAL.search(lead)


def _without_asides(reading: Reading, addends: list[Statement]) -> list[Statement]:
    """Leave out what a 其中 took out of the first addend, up to 加上."""
    kept: list[Statement] = []
    aside = False
    for addend in addends:
        gap = reading.between(kept[-1].end if kept else max(0, addend.start - 40), addend.start)
        gap = BRACKETED.sub("", gap) if "(" in gap else gap
        if "加" in gap and _PLUS.search(gap):
            aside = False
        elif kept and _ASIDE.search(gap):
            aside = True
        if not aside:
            kept.append(addend)
    return kept


def _first_before(reading: Reading, total: Statement) -> list[Statement]:
    """Return the first level of the sentence before, behind its last ； and at its beginning, then of others before it in the paragraph."""
    found: dict[int, Statement] = {}
    first = total.sentence - 1
    last = next((s for s in reading.before(total, 2 * _BACK) if s.sentence <= first), None)
    if last is not None and is_part(reading, last) and reading.between(reading.begin(last, _ROW), last.end).lstrip().startswith("其中"):
        first -= 1
    earlier: dict[int, Statement] = {}
    for s in reading.before(total, 2 * _BACK):
        if s.sentence < first - _SENTENCES or s.paragraph != total.paragraph:
            break
        if s.sentence <= first and _may_add(s, total):
            (found if s.sentence == first else earlier)[s.segment if s.sentence == first else s.sentence] = s
    heads = list(found.values())
    return [*(heads[:1] + heads[-1:] if len(heads) > 1 else heads), *earlier.values()]


def _shown(reading: Reading, total: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether the list is plain to see: announced by 加上 behind its first addend, or all that the sentence has of its kind."""
    if total.role is Role.BALANCE:
        return _PLUS.search(reading.between(parts[0].end, total.start)) is not None and len(parts) == 2
    if _PLUS.search(reading.between(parts[0].end, total.start)) or "总计" in total.lead:
        return True
    own = [s for s in reading.so_far(total, _BACK) if _may_add(s, total)]
    return len(own) == len(parts) < _BACK and parts[-1].index == total.index - 1


def _sum(reading: Reading, total: Statement, parts: tuple[Statement, ...], *, likely: bool = False) -> Sum:
    return Sum(operand(reading, total), tuple(operand(reading, p) for p in parts), True, False, place(reading, *parts, total), likely)
