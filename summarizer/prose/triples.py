"""``rate`` where two figures and a percentage stand in a row, and no other relation has read them.

全市1243个村，建成站点1029个，覆盖率88.2%; 参检率92.6%，应检1260人，实检1212人. What divides by what the words do not say. So the row is
accused only if one slip of the pen makes it exact, or if the second figure has the verb of the rate.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import add, subtract
from . import words
from .joining import holds, is_part, mends, operand, place
from .nearness import base
from .own_targets import is_of_money_behind_counts
from .parts import halves
from .roles import LEVELS, Role
from .statements import Reading, Statement

_NAME = lazy(r"(?P<stem>[㐀-鿿]{1,6})(?:率|比例|比率|比|密度|覆盖面|(?<=进度))(?:约|已|仅|均|高?达到?了?|为|是)*[: ]*$")
_NO_PAIR = lazy(r"增长率|增速|增幅|同比|完成率|计划|任务|目标|城乡|收入比|占|正常率|平均|人均")
_ROLES = frozenset((Role.NAMED_RATE, Role.RATE, Role.LEVEL, Role.SHARE))
_BETWEEN = frozenset((Role.GROWTH, Role.POINTS, Role.RANK))
_MAY_BE = LEVELS | {Role.CHANGE}
_OF_OTHERS = lazy(
    "城镇化|整改|覆盖|普及|入学|失业|发生|机械化|绿化|参与|参保|抚养|老龄|贡献"
    "|满意|知晓|增长|巩固|准确|及时|好评|支持|信任|安全|就业|死亡|出生|中签|递增"
)
"""Rates that are mostly of other figures than the two before them."""
_TO_EACH_OTHER = lazy("[㐀-鿿]{2}比(?:为|达到?|是)?[: ]*$")
"""存贷比, 团青比: of what its two characters name."""
_LEFT_OUT = lazy("剔除|扣除|除去|不含")
_NEAR = 1.6
_TELLING, _LONG = 3, 4
_HUNDRED = 100
_SAYS_NOTHING = frozenset("率比例占完达到总的了有为数人全机")
_PROGRESS = frozenset(("进度", "完成", "投资进度", "支付进度", "支出进度"))
_RATE_OF_ALL = lazy("应|全部|共|总|全[县市省区]|建制村|行政村|常住|户籍|原有|现有|在册|任务|目标|计划|任务数")


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each percentage beside two figures that is the result of none yet."""
    for s in reading.of_dimension("ratio"):
        if s.role not in _ROLES or s.quantity.unit.name not in ("%", "‰") or s.start in results or s.listed or s.respective:
            continue
        if s.quantity.is_hedged or s.quantity.size()[0] <= 0:
            continue
        name = _NAME.search(s.lead)
        if found := _bracketed(reading, s, name["stem"] if name else ""):
            yield found
            continue
        if name is None or _NO_PAIR.search(s.lead) or words.ONE_WAY.search(s.lead) or is_of_money_behind_counts(reading, s):
            continue
        for first, second in _rows(reading, s):
            if s.lead.startswith("率", name.end("stem")) and halves(name["stem"], first, second):
                continue  # 调解120件，撤诉97件，调撤率: of both together
            if found := _row(reading, s, first, second, name["stem"]):
                yield found
                break


def _bracketed(reading: Reading, stated: Statement, stem: str) -> Claim | None:
    """Read 回收率89.8%（应回收1492吨）, of which the part stands before, and 回收率100%（应收52亿元，实收52亿元）."""
    inside: list[Statement] = []
    for s in reading.statements[stated.index + 1 : stated.index + 4]:
        if s.depth != stated.depth + 1 or s.segment != stated.segment or s.bracket < stated.end or s.bracket - stated.end > 1:
            break
        inside.append(s)
    if len(inside) == 2 and _alike(*inside):
        found = _of(reading, stated, inside[1], inside[0]) or _of(reading, stated, inside[0], inside[1], only_sound=True)
        return None if found is not None and not holds(found) and _degrees(*inside) else found
    if len(inside) != 1 or inside[0].quantity.is_hedged or not inside[0].quantity.value or not inside[0].is_amount:
        return None
    whole = inside[0]
    due = whole.lead.lstrip(" (").startswith("应")
    head = next((s for s in reading.before(stated, 2) if s.like(whole) and s.is_level), None)
    if stem and not due and head is not None and stem[-2:] in whole.lead:
        return _of(reading, stated, whole, head) if head.segment == stated.segment and head.depth == stated.depth else None
    if _RATE_OF_ALL.search(whole.lead) is None and whole.role is not Role.TARGET and not stem and stated.role is not Role.RATE:
        return None
    near = [s for s in reading.before(stated, 4) if s.segment == stated.segment and s.depth == stated.depth and s.like(whole)]
    parts = [s for s in near if s.role in _MAY_BE and s.role is not Role.TARGET and not s.quantity.chinese]
    sound = next((claim for part in parts if (claim := _of(reading, stated, part, whole, only_sound=True))), None)
    heads = [s for s in parts if "其中" not in reading.between(s.start - 12, s.start) and not s.listed]
    return sound or (_of(reading, stated, heads[0], whole) if heads and len(parts) < 3 else None)


def _degrees(one: Statement, other: Statement) -> bool:
    """Whether two figures are of a thing and of nearly that, which a rate takes together: 满意144件，基本满意2件."""
    return "基本" in other.lead or "较" in other.lead or (one.subject != "" and other.subject.endswith(one.subject))


def _alike(one: Statement, other: Statement) -> bool:
    plain = not any(s.quantity.is_hedged or s.quantity.chinese or not s.quantity.value or not s.is_amount for s in (one, other))
    return plain and one.like(other)


def _of(reading: Reading, stated: Statement, part: Statement, whole: Statement, *, only_sound: bool = False) -> Claim | None:
    """Return that a part is so much of a whole, if it is, or if it may be meant."""
    claim = Rate(operand(reading, stated), operand(reading, part), operand(reading, whole), place(reading, part, whole, stated), True)
    if holds(claim):
        return claim
    exceeds = base(part) > base(whole)
    return None if only_sound or exceeds != (stated.quantity.value > _HUNDRED) else claim


def _rows(reading: Reading, stated: Statement) -> Iterator[tuple[Statement, Statement]]:
    """Yield the two figures right before a percentage, and the two right behind one that begins its segment."""
    near = reading.statements[max(0, stated.index - 4) : stated.index]
    before = [s for s in near if s.role not in _BETWEEN][-2:]
    beside = len(before) == 2 and before[1].index == stated.index - 1 and stated.clause - before[1].clause <= 1
    if beside and _in_row(before[0], before[1], stated):
        yield before[0], before[1]
    behind = reading.statements[stated.index + 1 : stated.index + 3]
    opens = not stated.index or reading.statements[stated.index - 1].segment != stated.segment
    opens = opens and len(behind) == 2 and behind[1].role is not Role.TARGET
    if opens and _in_row(behind[0], behind[1], stated) and behind[0].clause - stated.clause <= 1:
        yield behind[0], behind[1]


def _in_row(first: Statement, second: Statement, stated: Statement) -> bool:
    near = first.segment == second.segment == stated.segment and first.depth == second.depth == stated.depth
    if not near or not first.like(second) or not first.is_amount or second.clause - first.clause > second.index - first.index:
        return False
    if not all(s.role in _MAY_BE and s.is_plain and s.quantity.value for s in (first, second)) or _LEFT_OUT.search(second.lead):
        return False
    return not any(s.tail.startswith(("内", "以内", "范围")) for s in (first, second))


def _row(reading: Reading, stated: Statement, first: Statement, second: Statement, stem: str) -> Claim | None:
    one, two = operand(reading, first), operand(reading, second)
    where = place(reading, first, second, stated)
    ways: list[tuple[Operand, Operand]] = [(two, one), (one, two)]
    ways.append((two, Operand(add((first.quantity, second.quantity)))))
    if base(first) > base(second):
        ways.append((Operand(subtract(first.quantity, second.quantity)), one))
    rate = operand(reading, stated)
    digits = sum(c.isdigit() for c in stated.quantity.text)
    for above, below in ways:
        claim = Rate(rate, above, below, where, True)
        if digits >= _TELLING and holds(claim):
            return claim
    if "、" in reading.between(first.end, second.start) and not _has_verb(second, stem) and is_part(reading, second):
        return None  # 签约130人，其中老人81人、儿童49人，签约率45%
    called = _has_verb(second, stem) and not _split(first, second, stem)
    called = called or _among(reading, first, second) or (first.role is Role.TARGET and stem in _PROGRESS)
    called = called or (_close(first, second, stated, stem) and stem[-2:] not in first.lead)
    called = called and not _TO_EACH_OTHER.search(stated.lead)
    for above, below in ways[:2]:
        exceeds = above.value * above.quantity.unit.factor > below.value * below.quantity.unit.factor
        if exceeds != (stated.quantity.value > _HUNDRED):
            continue
        claim = Rate(rate, above, below, where, True)
        if (digits >= _TELLING and mends(claim)) or (above is two and first.role is not Role.CHANGE and called):
            return claim
    return None


def _close(first: Statement, second: Statement, stated: Statement, stem: str) -> bool:
    """Whether whole, part and rate stand in clauses of their own, and the rate is not far from theirs: 住房800套，售出500套，去化率70%."""
    if second.role is Role.CHANGE or first.role is Role.CHANGE or _OF_OTHERS.search(stem) or stated.quantity.unit.name != "%":
        return False
    row = stated.clause - second.clause == 1 == second.clause - first.clause and first.index + 1 == second.index == stated.index - 1
    counts = first.quantity.unit == second.quantity.unit and stated.quantity.decimals > 0 and first.quantity.unit.counting
    whole, part = first.quantity.size()[0], second.quantity.size()[0]
    return row and counts and whole > part and 1 / _NEAR < part / whole * 100 / float(stated.quantity.value) < _NEAR


def _has_verb(second: Statement, stem: str) -> bool:
    """Whether a figure is called by the verb of the rate: 投产7个，投产率."""
    around = second.lead[-8:] + second.tail[:6]
    return len(stem) > 1 and (stem[-2:] in around or (len(stem) < _LONG and any(c in around for c in stem[-2:] if c not in _SAYS_NOTHING)))


def _split(first: Statement, second: Statement, stem: str) -> bool:
    """Whether each figure has one character of the name: 调解211件，撤诉97件，调撤率 is of both together."""
    ends = stem[-2:]
    return tuple(c in first.lead[-8:] for c in ends) == (True, False) and tuple(c in second.lead[-8:] for c in ends) == (False, True)


def _among(reading: Reading, first: Statement, second: Statement) -> bool:
    """Whether the first figure is all of which the second is a part: 217个村中214个."""
    between = reading.between(first.end, second.start).rstrip(" 有,")
    return second.clause - first.clause <= 1 and between.endswith(("中", "里", "内")) and "," not in between
