"""Parts that are more than their total: what nothing that is broken down can be, whether or not the list names all there is."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise, takewhile

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .breakdowns import Breakdown, Kind, alike_words, by_segment, parts_for
from .complements import complement_of, may_overlap
from .divisions import is_division
from .joining import is_part, is_part_here, operand, place
from .nearly import OVERLAPPING
from .nearness import base
from .others_of_total import NO_GRAIN, STANDS, runs_on
from .roles import PRESENT, Role
from .statements import Reading, Statement
from .unsaid import does
from .wholes import have_word

#: What a figure counts, said behind its measure word.
_NOUN = lazy("[\u4e00-\u9fff]{2,4}")
_NET = lazy("净|顺差|逆差|差额|结余|盈亏|利润|盈利|亏损|增收|节支|另有")
"""Totals that a part can exceed: what one adds, another takes away; and what is not of the total that a list is of."""
_STOCK = lazy("累计|存量|现有|历年|总(?=投资|面积|人)")
_PERIOD, _FOUND = lazy("季度|半年|月"), lazy("[检查]出|发现|不合格|违法")
_ATTRIBUTE = lazy("(?!其中|以上|以下|以内|左右|上下|人民币|等|多|余|和|及|与|的[0-9]|[、,;。(])[\u4e00-\u9fff]")
"""Behind a measured figure, what it describes: 33万千瓦机组, 1200米高的山, 28层楼."""
_SIZES = frozenset(("千瓦", "兆瓦", "千伏", "层", "马力", "米", "厘米", "毫米", "岁", "度", "级", "升", "小时", "分钟"))
"""What more often says how large a thing is than how much there is."""
_EACH = lazy("(?:[0-9一二两三四五六七八九十百千几数余多]|每|各)[ ]?[台栋座条个艘架辆处套幢孔口眼家户名项类种]$")
"""Before a figure, how many things have that size: 两台33万千瓦机组."""
_RESULT = lazy("[ ,]*(?:确保|保持|稳定在|实现|完成|达到|争取|力争|保障|保证)")
"""Before a figure behind a comma, what else was done or reached: no part of what stands before."""
_PROCESSED = lazy("[ ,]*(?:经(?:审[查核]|研究|初审)|(?:共|已|累计)?(?:立案|办结|办复|审结|采纳))")
"""Before a figure behind a part, what became of all: 提案187件，其中会后17件，经审查立案175件."""
_OF_EVERYTHING = lazy(";其中[^,;。0-9]{0,3}(?:全年|全[市省县区州]|总共|共计|累计)")
"""Behind a list, what is of all that was told before and not of its last."""
_AGAINST = lazy("[对与同向给](?<![针一反校面应相])$")
_RANGE = lazy("(?<=[0-9])[万亿]?元?(?:[—~～至到]|-){1,2}$")
_RANGE_SIGNS, _ENDING = 6, 4
"""Characters of the name of a total that what stands beside it has, too: 粮食种植面积, 烟叶种植面积."""
_SIZED = lazy(
    "(?:级|以上|以下|以内)?(?:的(?![0-9])|的?(?:大?项目|企业|工程|产业|订单|基金|客户)(?!资金|投资|贷款|经费|补[贴助]|专项))"
)
"""Behind a figure that says how large each of some things is: 50亿元项目."""
_SMALLER = lazy("子(?!女|弟)|[分小](?=[项类组])")
"""A smaller kind of thing, of which each has several: 子项目, 小项."""
_TIMES = frozenset(("年", "个月", "月", "天", "日", "周", "小时", "分钟", "届"))
"""What passes, and is no total of what passed meanwhile: 连续5年…，3年…，5年来."""
_OPPOSED = (("存款", "贷款"), ("贷款", "存款"), ("收入", "支出"), ("支出", "收入"), ("进口", "出口"), ("存栏", "出栏"), ("出栏", "存栏"))
"""Names of which one is no part of the other."""
_SOME, _LITTLE_MORE = 2, Fraction(11, 10)
_BESIDE, _FLOORS = frozenset(("ratio", "points")), frozenset(("number", "count:层"))
"""What the name of a part may have: 1—3层为大厅，面积5300平方米."""
_SIGHT, _PAGE, _NEAR = 4, 40, 12
"""Figures beside one among which its task stands, before a list a larger total, and before a total another one."""


def excess(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...]) -> Iterator[Claim]:
    """Yield that the parts are not more than the total; one part that is more is an error, all together may overlap."""
    by = breakdown.kind is Kind.BY
    called = len(head.subject) > 1 and all(head.subject[:2] in p.lead for p in parts)
    if by and (OVERLAPPING.search(breakdown.aspect) or not (breakdown.near or called or _is_first(reading, head))):
        return
    whole = breakdown.whole or _one_each(breakdown, parts) or breakdown.items[0].depth > head.depth or _of_its_name(head, parts)
    near = tuple(p for p in parts if p.segment == breakdown.items[0].segment) if breakdown.near and not whole else parts
    near = tuple(takewhile(lambda part: not (_opposed(head, part) or _is_no_grain(head, part)), near))
    other = _is_of_more(reading, breakdown, head, parts) or _of_later(breakdown, head)
    if other or not near or head.role is Role.BALANCE or _NET.search(head.lead) or _of_own(reading, breakdown):
        return
    if len(near) > 1 and breakdown.items[0].role is Role.GROWTH and len(breakdown.items[0].subject) > 2:
        return  # 零售总额13亿元；其中限额以上零售额增长23.6%，批发业销售额8亿元，零售业销售额11亿元
    near = _up_to_others(breakdown, near)
    passes = head.quantity.unit.name in _TIMES and (len(near) == 1 or breakdown.kind is not Kind.INCLUDING)
    if not near or _describes(reading, head) or passes:
        return
    single = next((p for p in near if base(p) > base(head)), None)
    if single is None:
        if len(near) == 1 or (_divides(reading, near) and (not runs_on(head, near) or is_division(head, near))):
            yield _within(reading, head, near, likely=len(near) > 1 or by)
    elif by and not breakdown.near and (len(near) == 1 or not _opens(reading, head)):
        return
    elif not (_is_none(reading, breakdown, head, near, single) or (_is_stock(head, single) and complement_of(head, near) is None)):
        named = _of_another(reading, head, single)
        if named is None:
            yield from _of_one(reading, breakdown, head, near, single)
        elif len(near) > 1 and sum(map(base, near)) > base(named) >= max(map(base, near)) and _divides(reading, near):
            yield _within(reading, named, near, likely=True)


def _is_of_more(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a list is of more than the figure before it: 另外，救助85万起、勤务14万起；其中全年共处置虚假警16万起, of all before.

    党员总数8956万名。…发展党员198万名。…党员队伍中，大专以上党员4328万名 is of the larger figure of the same name.
    """
    if breakdown.near:
        return _OF_EVERYTHING.match(reading.ground.plain, max(0, breakdown.start - 1)) is not None
    named = len(head.subject) >= _ENDING and reading.ground.plain.startswith(f"{head.subject}中", breakdown.start)
    own = head.subject if named else ""  # 民生支出中 is of no other 支出
    return breakdown.kind is Kind.WITHIN and any(base(p) > base(head) and _has_room(reading, p, own) for p in parts)


def _has_room(reading: Reading, part: Statement, name: str = "") -> bool:
    """Whether a figure of the pages before has room for a part and a word of its name, or the name that the whole is called by."""
    before = (s for s in reading.before(part, _PAGE) if s.like(part) and s.is_standing and base(s) >= base(part))
    return any((name or part.subject[-_SOME:]) in s.subject for s in before)


def _one_each(breakdown: Breakdown, parts: tuple[Statement, ...]) -> bool:
    """Whether a list has one figure between every two ；, and no other: 其中，甲项目16万元；乙项目10万元；丙项目2万元."""
    alone = len(parts) == sum(s.dimension not in _BESIDE for s in breakdown.items) == len({p.segment for p in parts})
    named = parts[:-1] if parts and parts[-1].subject.startswith("其") else parts
    return alone and len(parts) > _SOME and len({p.subject[-1:] for p in named}) == 1


def _of_its_name(head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether each row has a figure of just the total's name: 计划投资8亿元，其中甲类3项，计划投资5亿元；乙类4项，计划投资4亿元."""
    return len(parts) > 1 and len(head.subject) >= _ENDING and all(p.subject == head.subject for p in parts)


def beyond(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...]) -> Iterator[Claim]:
    """Yield that what a list goes on with behind a ； is not more than its total: 学校70所。其中：高中1所，职校1所；小学73所.

    In the sentence of the total only what has its name goes on: 在校生98392人，其中小学生97314人；普通中学在校生42097人.
    """
    rows = list(takewhile(lambda row: not _is_no_grain(head, row[0]), by_segment(parts_for(head, breakdown))))
    if not rows:
        return
    every = _of_one_shape(reading, breakdown, head, rows) or _all_but_all(reading, breakdown, head, rows) if breakdown.near else ()
    if every:
        yield _within(reading, head, every, likely=True)
        return
    if every := _division_on(reading, breakdown, head, rows):
        yield _within(reading, head, every, likely=True)
        return
    noun = head.subject[-2:]
    later = tuple(row[0] for row in rows[1:])
    if breakdown.kind is not Kind.INCLUDING or not later or head.role is Role.BALANCE or _NET.search(head.lead) or len(noun) < 2:
        return
    if breakdown.near and (len(rows[0]) < 2 or "其中" in reading.between(parts[0].start, later[-1].start)):
        return  # 原煤产量1657万吨，其中县属1094万吨；精煤产量947万吨，其中县属711万吨
    named = tuple(p for p in later if noun in p.subject)
    single = next((p for p in (named if breakdown.near else later) if base(p) > base(head)), None)
    if single is not None and not (_other_things(reading, head, single) or _is_stock(head, single)):
        yield _within(reading, head, (single,), likely=True)
    elif 2 * len(named) >= len(later) > 1 and named[0] is later[0] and len(parts) >= len(rows[0]):
        every = (*rows[0], *later)
        if any(_opposed(head, part) for part in later):
            return
        if sum(map(base, every)) > base(head) and _divides(reading, every) and _up_to_others(breakdown, every) == every:
            yield _within(reading, head, every, likely=True)


def _division_on(reading: Reading, breakdown: Breakdown, head: Statement, rows: list[list[Statement]]) -> tuple[Statement, ...]:
    """Return the parts of a division that goes on behind a ；, if they are more than their total: 其中，高中3所，职校1所；小学24所."""
    row = tuple(part for row in rows for part in row)
    plain = all(item.like(head) or item.dimension in _BESIDE for item in breakdown.items) and all(p.subject for p in row)
    if breakdown.near or len(rows) < 2 or not plain or head.role is Role.BALANCE or _NET.search(head.lead):
        return ()
    roomy = max(map(base, row)) <= base(head) < sum(map(base, row))
    divides = roomy and is_division(head, row, announced=True) and _divides(reading, row) and not any(_is_stock(head, p) for p in row)
    return row if divides and "其中" not in reading.between(row[0].start, row[-1].start) else ()


def _of_one_shape(
    reading: Reading, breakdown: Breakdown, head: Statement, rows: list[list[Statement]]
) -> tuple[Statement, ...]:
    """Return the rows of a list, where each is a name and a figure and all are more than their total: 其中甲50个；乙40个；丙30个."""
    row = tuple(row[0] for row in rows)
    plain = all(item.like(head) or item.dimension in _BESIDE or item.dimension in _FLOORS for item in breakdown.items)
    if len(row) < 2 or not plain or any(len(row) > 1 for row in rows) or not all(p.subject or _PERIOD.search(p.lead) for p in row):
        return ()
    one_attribute = len({p.subject for p in row}) == 1 and row[0].subject in head.subject  # 总面积…，其中甲楼，面积…；乙楼，面积…
    if (len(row) == 2 or does(row) or runs_on(head, row)) and not is_division(head, row) and not one_attribute:
        return ()
    roomy = max(map(base, row)) <= base(head) < sum(map(base, row)) and head.role is not Role.BALANCE and not _NET.search(head.lead)
    if not roomy or "其中" in reading.between(row[0].start, row[-1].start) or not _divides(reading, row):
        return ()
    return () if any(_other_things(reading, head, part) or _is_stock(head, part) for part in row) else row


def _all_but_all(
    reading: Reading, breakdown: Breakdown, head: Statement, rows: list[list[Statement]]
) -> tuple[Statement, ...]:
    """Return a long list of names over many ； that comes near its total and is more: 144家，其中甲类6家、乙类32家；丙类24家；丁类….

    That what goes on behind a ； is of something else would hardly bring it so near.
    """
    row = tuple(part for part_row in rows for part in part_row)
    plain = all(item.like(head) and item.role in PRESENT for item in breakdown.items) and all(len(p.subject) > _SOME for p in row)
    if not plain or len(rows) <= _ENDING or breakdown.kind is not Kind.INCLUDING or not _divides(reading, row) or does(row):
        return ()
    made = sum(map(base, row))
    near = base(head) < made <= _LITTLE_MORE * base(head) and max(map(base, row)) < base(head)
    return row if near and "其中" not in reading.between(row[0].start, row[-1].start) and not _NET.search(head.lead) else ()


def _of_one(
    reading: Reading, breakdown: Breakdown, head: Statement, near: tuple[Statement, ...], single: Statement
) -> Iterator[Claim]:
    """Yield that one part is not more than its total; or that all are not more than the figure beside it that has room for each of them."""
    stands = STANDS.search(head.lead) is not None
    rivals = [] if stands or is_part(reading, head) else [r for r in _rivals(breakdown, head) if not _calls(single, head, r)]
    roomy = [rival for rival in rivals if base(rival) >= base(single)]
    if roomy and head.index == breakdown.items[0].index - 1 and len(near) > 1 and is_division(head, near):
        yield _within(reading, head, near, likely=True)  # 林地99万亩，耕地6万亩，其中水浇地3万亩，旱地7万亩
    elif not roomy and (listed := [r for r in rivals if "、" in reading.between(r.end, head.start)]) and not does((*listed, head)):
        if base(single) > base(head) + sum(map(base, listed)):
            yield _within(reading, head, (single,), likely=True)  # 建议86件、提案112件，其中A类136件: of both
    elif not roomy:
        plain = single is near[0] or "," not in reading.between(near[0].end, single.start)
        others = (h for h in breakdown.heads if h is not head)  # 不合格347批次。其中，市局完成4068批次: of another
        other = any(h is breakdown.heads[0] or _holds(h, head, single) for h in others) or not have_word(single, head)
        other &= not breakdown.near
        likely = stands or single.segment != breakdown.items[0].segment or not plain or other or not _is_clear(reading, breakdown, single)
        of_all = other and _FOUND.search(head.lead) is not None and any(_holds(h, head, single) for h in reading.before(head, _NEAR))
        if not of_all:
            yield _within(reading, head, (single,), likely=likely)
    elif len(near) > 1:
        largest = max(roomy, key=base)
        if sum(map(base, near)) > base(largest) >= max(map(base, near)) and _divides(reading, near):
            yield _within(reading, largest, near, likely=True)


def _is_clear(reading: Reading, breakdown: Breakdown, single: Statement) -> bool:
    """Whether 其中 or （含 stands right before what is more than its total, or before others of its kind in one run."""
    said = breakdown.kind is Kind.CONTAINING or reading.ground.plain.startswith("其中", breakdown.start)
    run = (s for s in breakdown.items if s.index < single.index)
    return said and all(s.like(single) or s.dimension in _BESIDE for s in run)


def _describes(reading: Reading, head: Statement) -> bool:
    """Whether a figure says how large each of some things is: 两台33万千瓦机组, 500万元的企业22家, but not 2300万元的贷款."""
    if head.quantity.unit.counting:
        return False
    if _SIZED.match(head.tail) and ("的" not in head.tail or _is_counted(reading, head)):
        return True
    if head.dimension == "money" or head.subject or _ATTRIBUTE.match(head.tail) is None:
        return False
    return head.quantity.unit.name in _SIZES or _EACH.search(reading.between(max(0, head.start - _RANGE_SIGNS), head.start)) is not None


def _is_counted(reading: Reading, head: Statement) -> bool:
    """Whether the next figure stands in the clause of one, and counts."""
    following = reading.statements[head.index + 1 : head.index + 2]
    return bool(following) and following[0].clause == head.clause and following[0].quantity.unit.counting


def _is_none(reading: Reading, breakdown: Breakdown, head: Statement, near: tuple[Statement, ...], single: Statement) -> bool:
    """Whether a figure is no part: what else was reached (其中A1.2万亩，确保27万亩以上), what a part was set against (对6人)."""
    aside = reading.ground.plain.startswith("、", breakdown.start - 1) and "," in reading.between(near[0].end, single.start)
    if aside or _RANGE.search(reading.between(max(0, single.start - _RANGE_SIGNS), single.start)):
        return True  # 148万亩、其中绿化43万亩，修复草原517万亩; 到位资金8.9亿元，其中1—10亿元项目4个
    if not single.quantity.unit.counting and _SIZED.match(single.tail):
        return True  # 资金28亿元，其中50亿元项目1个
    among = breakdown.kind is Kind.WITHIN and breakdown.near > 0 and "中," not in reading.between(head.end, near[0].start)
    beyond = single is not near[0] and (among or _RESULT.match(single.lead) is not None)
    return beyond or _AGAINST.search(single.lead) is not None or _other_things(reading, head, single)


def _up_to_others(breakdown: Breakdown, near: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return the parts before the list counts in another measure word: 大牲畜40202头，其中牛28510头；马2708匹；猪32029头."""
    if not near or not near[0].quantity.unit.counting:
        return near
    own = {p.index for p in near}
    counted = (s for s in breakdown.items if s.is_level and s.quantity.unit.counting and not s.quantity.chinese)
    words = alike_words(near[0].quantity.unit.name)
    others = (s for s in counted if s.index not in own and not s.like(near[0]) and s.quantity.unit.name not in words)
    apart = (s.index for s in others if not any(h.like(s) for h in breakdown.heads))  # 737户2809人，其中10户15人
    end = min(next(apart, near[-1].index + 1), next((s.index for s in near[1:] if _PROCESSED.match(s.lead)), near[-1].index + 1))
    return near if _pairs(near) else tuple(s for s in near if s.index < end)


def _pairs(near: tuple[Statement, ...]) -> bool:
    """Whether the parts have a second figure each: 10户15人、8户12人."""
    return len(near) > 1 and all(p.index + 1 < s.index for p, s in pairwise(near))


def _holds(other: Statement, head: Statement, part: Statement) -> bool:
    return other.like(head) and other.is_standing and base(other) >= base(part)


def _of_later(breakdown: Breakdown, head: Statement) -> bool:
    """Whether a ； stands between the total and a list in a sentence of its own, and the list is of what follows it."""
    if breakdown.near or breakdown.kind is Kind.WITHIN or head.segment == breakdown.heads[0].segment:
        return False
    return breakdown.kind is not Kind.BY or any(h.like(head) for h in breakdown.heads if h.segment != head.segment)


def _of_own(reading: Reading, breakdown: Breakdown) -> bool:
    """Whether a list names what it is of, and no total before it is: 全长15公里。实施工程，包括…，全长44公里; 其中超额的有10项：…."""
    first = breakdown.items[0]
    if not breakdown.near and first.tail.startswith(":") and first.quantity.unit.counting:
        return True
    before = reading.between(max(0, breakdown.start - _NEAR), breakdown.start).rstrip("主要共还其中,")
    return not breakdown.near and reading.ground.plain.startswith("包", breakdown.start) and before[-1:] not in ("。", ";", "\n", "")


def _divides(reading: Reading, parts: tuple[Statement, ...]) -> bool:
    """Whether nothing says that the parts lie in each other, as in B类9项完成6项."""
    pairs = pairwise(parts)
    if any(other.role is Role.ACTUAL and (one.clause == other.clause or one.role is Role.TARGET) for one, other in pairs):
        return False  # 计划开工140项，已开工118项
    return not (may_overlap(reading, parts) or _stages(reading, parts) or _aims_exceed(reading, parts))


def _aims_exceed(reading: Reading, parts: tuple[Statement, ...]) -> bool:
    """Whether the tasks of two parts are more than the task of their total as well, so that both parts are of all in their own way.

    到位120亿元，完成任务132亿元的90%。其中，省外60亿元，完成任务65亿元的91%；产业项目87亿元，完成任务69亿元的126%.
    """
    if len(parts) != _SOME or not parts[0].index:
        return False
    aims = [_aim_behind(reading, part) for part in parts]
    total = next((s for s in reading.before(parts[0], _SIGHT) if s.role is Role.TARGET and s.like(parts[0])), None)
    own = [aim for aim in aims if aim is not None]
    return total is not None and len(own) == _SOME and sum(map(base, own)) > base(total)


def _aim_behind(reading: Reading, part: Statement) -> Statement | None:
    """Return the task that stands behind a figure, before the next of its kind."""
    for s in reading.statements[part.index + 1 : part.index + _SIGHT]:
        if s.like(part):
            return s if s.role is Role.TARGET and s.segment == part.segment else None
    return None


def _is_stock(head: Statement, part: Statement) -> bool:
    """Whether the part is a stock, of which the total is what one year adds."""
    return _STOCK.search(part.lead) is not None and not _STOCK.search(head.lead)


def _calls(part: Statement, head: Statement, rival: Statement) -> bool:
    """Whether a part has the name of the total and not that of another figure: 受理389件，结案381件，其中调解结案268件."""
    name = part.subject[-2:]
    return len(name) > 1 and head.subject.endswith(name) and not rival.subject.endswith(name)


def _opens(reading: Reading, head: Statement) -> bool:
    """Whether no other figure of its kind is before the total in its paragraph."""
    return not any(s.like(head) and s.is_level and s.paragraph == head.paragraph for s in reading.before(head, 2 * _NEAR))


def _is_first(reading: Reading, head: Statement) -> bool:
    """Whether no other figure that stands for itself is before the total in its sentence."""
    return not any(s.is_level and s.is_amount and not s.depth for s in reading.so_far(head, _NEAR))


def _stages(reading: Reading, parts: tuple[Statement, ...]) -> bool:
    """Whether each part has a rate of its own: 已注册71个，注册率82%，已开工48个，开工率55% are of one whole, one inside the other."""
    pairs = [(p, s) for p in parts for s in reading.statements[p.index + 1 : p.index + 2]]
    rates = (s.role is Role.RATE and ("率" in s.lead or p.role is Role.TARGET) for p, s in pairs)
    done = sum(p.lead.lstrip(" ,").startswith("已") for p in parts)  # 已立项74个，已开工76个
    inside = reading.statements[parts[0].index + 1 : parts[-1].index]
    due = any(s.lead.lstrip(" ,").startswith("应") for s in inside)  # 立案800件，应办结790件，办结780件
    return due or done > 1 or sum(s.role is Role.NAMED_RATE for _, s in pairs) + sum(rates) > 1


def _other_things(reading: Reading, head: Statement, part: Statement) -> bool:
    """Whether both count by the same measure word, but different things: 两个项目，包含近50个指标, or 69个子项目; 存款余额 and 贷款余额."""
    if _opposed(head, part):
        return True
    smaller = _SMALLER.match(part.tail) or _SMALLER.match(part.subject)
    if smaller and part.quantity.unit.counting and not _SMALLER.match(head.tail):
        return True
    one, other = (_NOUN.match(reading.ground.plain, statement.end) for statement in (head, part))
    return bool(head.quantity.unit.counting and one and other and not set(one.group()) & set(other.group()))


def _is_no_grain(head: Statement, part: Statement) -> bool:
    """Whether a list of grain has come to what is none."""
    return "粮" in head.subject and "油" not in head.subject and NO_GRAIN.search(part.subject) is not None


def _opposed(head: Statement, part: Statement) -> bool:
    """Whether the names of two figures exclude each other: 存款余额 and 贷款余额."""
    return any(one in head.subject and other in part.subject and one not in part.subject for one, other in _OPPOSED)


def _of_another(reading: Reading, head: Statement, part: Statement) -> Statement | None:
    """Return a figure before the total that has the name of the part: 在校生9909人，毕业3000人（其中技校在校生3964人，毕业1519人）."""
    name = part.subject[-2:]
    if len(name) < 2 or head.subject.endswith(name):
        return None
    near = (s for s in reading.so_far(head, _NEAR) if s.like(head) and (s.segment == head.segment or not is_part_here(reading, s)))
    return next((s for s in near if s.subject.endswith(name)), None)


def _rivals(breakdown: Breakdown, head: Statement) -> list[Statement]:
    """Return the other figures of the sentence that might be the total as well: none in another unit, 平方公里 before a list in 亩."""
    own = (h for h in breakdown.heads[: breakdown.near] if h is not head and h.like(head) and h.segment == head.segment)
    return [h for h in own if h.quantity.unit is head.quantity.unit or breakdown.items[0].quantity.unit is not head.quantity.unit]


def _within(reading: Reading, head: Statement, parts: tuple[Statement, ...], *, likely: bool) -> Sum:
    return Sum(operand(reading, head), tuple(operand(reading, p) for p in parts), False, False, place(reading, head, *parts), likely)
