"""``repeat`` in other words: 成交额87.45亿元 and later 78.45亿元成交额; 8600万元（0.86亿元）; one level with two growths.

Two figures that differ by one slip of the pen are mostly one fact, if the words around them have something in common. What the words
must have in common depends on how many digits the figures have.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import lru_cache

from ..claims.base import Claim, Outcome
from ..claims.repeat import Repeat
from ..patterns import lazy
from . import words
from .choosing import followed_by, led_by
from .joining import operand, outcome, place
from .repeats import MAY_REPEAT, TOLD, one_slip, same_digits
from .roles import Role
from .statements import Reading, Statement

_WINDOW = 6
_TELLING = 3
_NOUN = lazy(r"^[ ]*(?:的)?(?P<noun>[㐀-鿿]{2,8})")
_OF_THEM = lazy(r"^[ ]*(?:的)?(?P<noun>[㐀-鿿]{2,8}?)(?:当)?[中里]")
_BACK = 24
_LEADS = lazy(r"(?:^|[,;。、 ]|在|对|为|将|把|的|这|上述|该|全部|以上|通过|涉及|按照|面向|依托|给|向|从|与|和|其中|所有)$")
_GENERIC = frozenset(
    words.table(
        "工作 全年 全县 全市 全省 全区 完成 建设 项目 实施 开展 推进 实现 累计 任务 以上 全部 达到 目标 新增 总额 收入 支出 投资 资金 面积"
        " 数量 单位 人员 情况 问题 同比 增长 下降 其中 一年 今年 年来 服务 管理 发放 重点 各类 共有 组织 活动 企业 农村 城镇 地区 群众 补助"
        " 补贴 办理 我县 我市 我局 年度 计划 度计 年计 总投 批复 概算 预算 工程 合计 总计 受益 涉及 惠及 其余 已完 建成 覆盖 资额 金额 总量"
    )
)
"""Pairs of characters that stand in too many sentences to tell what one is about."""
_PLAIN = lazy(r"^[ ,]*(?:同比|(?:比|较)(?:上年|去年)(?:同期)?)?(?:增长|下降|上升|减少|增加)了?[ ]*$")
_INSIDE = lazy(r"^[(][ ]*(?:约|即|合|折合|约合|合计|计|共)?$")
_FRONT = lazy("^(?:全[县市省区州镇]|[我本][县市局区]|实现|完成|共|累计|新的)+")
_REACH, _SENTENCE, _FAR = 18, 60, 8
_ITEM = lazy(r"[ ]*(?:[一二三四五六七八九十]+是|[(][一二三四五六七八九十0-9]+[)]|[0-9]{1,2}[.、])")
_TIME = lazy("1[-—–~至]12月|今年(?:以来)?|本年|当年|全年")
"""The year reported, however it is said."""
_OTHER_TIME = lazy("上半年|下半年|[一二三四]季度|[0-9]{1,2}月|去年|上年|明年|往年|预计|安排|计划|预算(?!收入|支出)|拟|目标|比|较|其中")
_END = lazy("[。\n]")
_YEARS = lazy("20[0-9]{2}年")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of figures that say again, in other words, what an earlier one said."""
    told = reading.memory.get(TOLD)
    known: Set[int] = told if isinstance(told, set) else frozenset()
    yield from (claim for claim, first, second in _slipped(reading) if not {first, second} & known)
    yield from (claim for claim, first, second in _mistyped(reading) if not {first, second} & known)
    yield from _grown_twice(reading)
    for s in led_by(reading, "("):
        if s.index and s.depth and s.is_amount and _INSIDE.match(s.lead):
            yield from _converted(reading, s)


def _slipped(reading: Reading) -> Iterator[tuple[Claim, int, int]]:
    places: dict[tuple[str, str, str], list[Statement]] = {}
    values: set[tuple[str, int, int]] = set()
    for s in same_digits(reading):
        quantity = s.quantity
        if not quantity.unit.name:
            continue
        digits, nonzero = quantity.digits()
        key = (s.dimension, quantity.value.numerator, quantity.value.denominator)
        if len(digits) > 1 and len(set(nonzero)) > 1 and key not in values:
            earlier = places.setdefault((s.dimension, quantity.per, nonzero), [])
            for first in reversed(earlier):
                if first.sentence == s.sentence or not (one_slip(first, s) or _same_digits(first, s)):
                    continue
                if _times_agree(reading, first, s):
                    claim = Repeat(operand(reading, first), operand(reading, s), place(reading, first, s), True)
                    if _about_one(reading, first, s, len(digits)) and outcome(claim) is Outcome.FAILS:
                        yield claim, first.start, s.start
                        break
            earlier.append(s)
            del earlier[:-_WINDOW]
        values.add(key)


def _same_digits(first: Statement, second: Statement) -> bool:
    """Whether two figures have the same digits in another order, and the words name the earlier one: 4712.6万元, 4217.6万元抚恤补助."""
    one, two = first.quantity, second.quantity
    alike = one.scale == two.scale and one.decimals == two.decimals and len(one.digits()[0]) == len(two.digits()[0])
    return alike and len(two.digits()[0]) > _TELLING and _NOUN.match(second.tail) is not None


def _mistyped(reading: Reading) -> Iterator[tuple[Claim, int, int]]:
    """Read 立案236件 and later 在立案的238件提案中: what is spoken of was counted before, and one digit is another."""
    for second in followed_by(reading, "中", "里"):
        quantity = second.quantity
        if second.role not in MAY_REPEAT or quantity.chinese or quantity.is_hedged or not quantity.unit.name:
            continue
        if (noun := _OF_THEM.match(second.tail)) is None or not _LEADS.search(second.lead):
            continue
        digits, nonzero = quantity.digits()
        if len(digits) >= _TELLING and len(set(nonzero)) > 1 and not _is_known(reading, second):
            yield from _one_digit_off(reading, second, noun["noun"])


def _is_known(reading: Reading, statement: Statement) -> bool:
    """Whether an earlier figure is the very same amount."""
    same = (s for s in same_digits(reading) if s.index < statement.index and s.dimension == statement.dimension and s.quantity.unit.name)
    return any(s.quantity.value == statement.quantity.value for s in same)


def _one_digit_off(reading: Reading, second: Statement, noun: str) -> Iterator[tuple[Claim, int, int]]:
    digits = second.quantity.digits()[0]
    for first in reading.before(second, _BACK):
        other = first.quantity.digits()[0]
        alike = first.like(second) and first.quantity.unit == second.quantity.unit and first.role in MAY_REPEAT
        if not alike or len(other) != len(digits):
            continue
        apart = sum(a != b for a, b in zip(digits, other, strict=True))
        around = first.lead[-_REACH:] + first.tail[:8] + second.lead[-_REACH:]
        if apart == 1 and first.sentence != second.sentence and any(pair in around for pair in telling_pairs(noun)):
            yield Repeat(operand(reading, first), operand(reading, second), place(reading, first, second), True), first.start, second.start
            return


def _about_one(reading: Reading, first: Statement, second: Statement, digits: int) -> bool:
    """Whether the words say that two figures are of one thing."""
    noun = _NOUN.match(second.tail)
    around = first.lead[-_REACH:] + first.tail[:8]
    if noun and _LEADS.search(second.lead) and any(pair in around for pair in telling_pairs(noun["noun"][:6])):
        return digits >= _TELLING or any(noun["noun"][n : n + 3] in around for n in range(len(noun["noun"]) - 2))
    if digits < _TELLING:
        beside = _neighbours_agree(reading, first, second)
        return _same_end(first, second) or (beside and bool(telling_pairs(second.subject) & telling_pairs(first.subject)))
    names = _name(first), _name(second)
    if _items(reading, first, second):
        return False
    named = Role.TARGET not in (first.role, second.role)
    if named and ((names[0] == names[1] and telling_pairs(names[0])) or _within(*names) or _within(*names[::-1])):
        return True
    before = reading.between(max(0, second.start - _REACH), second.start)
    said = telling_pairs(_END.split(before)[-1]) | (telling_pairs(noun["noun"][:4]) if noun else set())
    decimals = second.quantity.decimals > 0 or digits > _TELLING or second.tail.startswith(("中", "里"))
    return decimals and bool(_LEADS.search(second.lead)) and bool(said & telling_pairs(around))


def _items(reading: Reading, first: Statement, second: Statement) -> bool:
    """Whether both stand in numbered items, each of which tells the same of another thing."""
    return all(_ITEM.match(reading.ground.plain, reading.begin(s, _FAR)) for s in (first, second))


def _times_agree(reading: Reading, first: Statement, second: Statement) -> bool:
    """Whether both are of one time and one scope, as far as their sentences say; what names no time goes on with what was said."""
    texts = [_TIME.sub("", _END.split(reading.between(max(0, s.start - _SENTENCE), s.end))[-1]) for s in (first, second)]
    told = [frozenset(_OTHER_TIME.findall(text)) for text in texts]
    years = [frozenset(_YEARS.findall(text)) for text in texts]
    scopes = [next((scope for scope in words.SCOPES if scope in s.lead), "") for s in (first, second)]
    return told[0] == told[1] and (years[0] == years[1] or not (years[0] and years[1])) and (scopes[0] == scopes[1] or not all(scopes))


@lru_cache(maxsize=1024)
def telling_pairs(text: str) -> frozenset[str]:
    """Return all pairs of characters of a text that tell something; the words around one figure are asked for several times."""
    pairs = {text[n : n + 2] for n in range(len(text) - 1) if "㐀" <= text[n] <= "鿿" and "㐀" <= text[n + 1] <= "鿿"}
    return frozenset(pairs - _GENERIC)


def _name(statement: Statement) -> str:
    """Return what a figure is of, without whose it is and what was done: 税收 for 全县实现税收."""
    return _FRONT.sub("", statement.subject.rsplit(":", 1)[-1])


def _within(short: str, full: str) -> bool:
    """Whether one name is the other with characters left out: 新增就业 in 新增城镇就业."""
    rest = iter(full)
    return 4 <= len(short) < len(full) <= len(short) + 6 and all(character in rest for character in short)


def _same_end(first: Statement, second: Statement) -> bool:
    """Whether the four characters right before both figures are the same: 农村公路."""
    ends = [words.BACK.sub("", s.lead)[-4:] for s in (first, second)]
    return len(ends[0]) == 4 and ends[0] == ends[1] and bool(telling_pairs(ends[0])) and not first.depth and not second.depth


def _neighbours_agree(reading: Reading, first: Statement, second: Statement) -> bool:
    """Whether the figures beside both are the same: 立案86件，处分92人, and later 立案68件，处分92人."""
    for step in (-1, 1):
        one, two = first.index + step, second.index + step
        if 0 <= one < len(reading.statements) and 0 <= two < len(reading.statements):
            a, b = reading.statements[one], reading.statements[two]
            near = a.sentence == first.sentence and b.sentence == second.sentence
            if near and a.dimension == b.dimension and a.quantity.value == b.quantity.value >= 10:
                return True
    return False


def _grown_twice(reading: Reading) -> Iterator[Claim]:
    """Read 税收12.6亿元，增长8.3% and later 税收收入12.6亿元，增长3.8%: one level that grew by two percentages."""
    known: dict[tuple[str, int, int], tuple[Statement, Statement]] = {}
    for percent in reading.of_role(Role.GROWTH):
        if not percent.index or percent.quantity.unit.name != "%" or not _PLAIN.match(percent.lead):
            continue
        level = reading.statements[percent.index - 1]
        near = level.segment == percent.segment and percent.clause - level.clause == 1 and level.depth == percent.depth
        if not near or not level.is_level or not level.is_amount or len(level.quantity.digits()[0]) < _TELLING:
            continue
        key = (level.dimension, level.quantity.value.numerator, level.quantity.value.denominator)
        if (earlier := known.get(key)) is None:
            known[key] = level, percent
            continue
        first, before = earlier
        common = telling_pairs(first.subject) & telling_pairs(level.subject)
        related = bool(common) or not level.subject or first.subject[:2] == level.subject[:2]
        if related and first.sentence != level.sentence and before.direction == percent.direction:
            yield Repeat(operand(reading, before), operand(reading, percent), place(reading, before, percent), True)


def _converted(reading: Reading, inside: Statement) -> Iterator[Claim]:
    """Read 8600万元（0.86亿元）: the same amount at another scale, alone in a bracket."""
    outside = reading.statements[inside.index - 1]
    alone = inside.tail.strip().startswith(")") and outside.depth == inside.depth - 1 and outside.end + 1 >= inside.bracket
    if not alone or not outside.like(inside) or inside.bracket < outside.end or inside.quantity.is_count:
        return
    same_digits = outside.quantity.digits()[0].strip("0") == inside.quantity.digits()[0].strip("0")
    written = (outside.quantity.scale, outside.quantity.unit) != (inside.quantity.scale, inside.quantity.unit)
    claim = Repeat(operand(reading, outside), operand(reading, inside), place(reading, outside, inside), True)
    if same_digits or outside.quantity.unit != inside.quantity.unit or (written and outcome(claim) in (Outcome.HOLDS, Outcome.WITHIN)):
        yield claim
