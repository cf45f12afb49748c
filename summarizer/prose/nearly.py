"""Lists that are meant to be all of their total: words or names say so, or one slip makes them whole and no chance explains it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from ..patterns import lazy
from .breakdowns import LISTS, Breakdown, Kind
from .complements import complement_of, ends_with_rest, may_overlap, narrowed, own_means_close, rest_is_name
from .divisions import is_division
from .hundred import all_ages
from .nearness import base
from .roles import Role
from .seasons import fill
from .slips import one_slip, scale_slip, slip_chance
from .statements import Reading, Statement
from .states import are_states
from .words import BRACKETED, OF_SEVERAL

SELECTED = lazy("主要(?!负责)|重点|代表性?|部分|突出|典型")
"""What announces a list that need not be all: 主要支出项目完成情况：."""
_HUNDRED, _ROUNDED = 100, 0.06
"""Shares that reach so much, and by how much each may be off, say that nothing is left out."""
_FULL = lazy("城乡|级次|层级|收入级|[区县市]县|县[市区]|部门|构成|所在地|经营地|轻重工业|隶属")
"""Aspects that leave nothing out: everything is in a town or in the country."""
OVERLAPPING = lazy("经济类型|所有制|控股|登记注册|规模|隶属|性质")
"""Aspects whose classes lie in each other: 国有控股 and 股份制."""
_FEW = 40
"""A total of fewer lacks a part by chance."""
_FEWER = 10
"""The same for lists of three and more."""
_NEARLY = 0.5
"""What a list behind its total and a noun makes of it at least."""
_MOST = 0.85
"""What a list names at least of a total that it is taken to be all of."""
_CLOSED = lazy(
    r"[\u4e00-\u9fff]{0,8}(?<!等)(?:\([^()\n]{0,24}\))?(?:,(?:[\u4e00-\u9fff]{0,6}占|同?比|增|下降|减少)[^,;。()\n]{0,16}){0,2}"
    r"(?:,(?!其[他它余]|另|还|以及|同时|剩|尚)[^0-9;。()\n]{2,60})?(?:[。;)\n]|$)"
)
"""Behind the last figure of a list that ends there."""
_MORE = lazy(r"[\u4e00-\u9fff]{0,8}(?:等|[、和及]|,(?:其[他它余]|另|还|以及))")
"""Behind the last figure of a list that names what it leaves out."""
_REST = lazy("[,;](?:剩下|其余|剩余|余下|其它|其他)(?:的|[一-鿿]{0,4}占)")
"""剩下占六成的: what follows is all that was not named."""
_CHANCE, _LOST, _TELLING = 0.05, 0.1, 0.012
"""How likely chance may explain that one slip makes two parts a total, and that a digit too few or too many does."""
_SHARE = 12
_FAR = Fraction(21, 20)
"""How many times its total a list makes at least whose classes lie in each other."""
_THREE = 3
_LITTLE = 0.05
"""What a division leaves of its total that it is likely to be meant as all of."""
_LAST_DIGITS = 10
_NEARLY_HUNDRED = 99
_TENS = 10
_SCALES = (10, 100, 10**4, 10**8)
_NO_PARTS = frozenset(("ratio", "points", "number"))


def must_add_up(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...], rows: int) -> bool | None:
    """Whether the parts are all there is: ``True`` for certain, ``False`` for likely, ``None`` where they need not be."""
    if breakdown.apart:
        made = float(sum(base(p) for p in parts) / (base(head) or 1))
        return False if _NEARLY < made < 1 / _NEARLY and not may_overlap(reading, parts) and not shares_short(reading, parts) else None
    if breakdown.kind is Kind.BRACKET:
        return None if may_overlap(reading, parts) else _fills_bracket(head, parts)
    if _is_choice(reading, breakdown, head, parts):
        return None
    if OF_SEVERAL.search(reading.between(parts[-1].end, parts[-1].end + _SHARE)):
        return None  # 警情393起：火灾174起、救援104起，两项合占70.7%
    if breakdown.kind is Kind.BY and OVERLAPPING.search(breakdown.aspect) and sum(map(base, parts)) > _FAR * base(head):
        return None  # 从经济类型看，国有控股36亿元，股份制154亿元，…，其他经济类型: the first is of the second
    return _by_end(reading, breakdown, head, parts, rows)


def _by_end(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...], rows: int) -> bool | None:
    """Whether a list is all there is by how it ends, by its shares, or by the names of its parts."""
    if len(parts) == rows and not ends_with_rest(parts):
        # What is left out may have none of what the other column counts.
        return sum(map(base, parts)) > base(head) or complement_of(head, _names_of(reading, parts)) is not None
    if ends_with_rest(parts):
        return len(parts) == rows or not rest_is_name(parts)
    shares = shares_of(reading, parts)
    if shares is not None and shares < _NEARLY_HUNDRED:
        return None  # 噪声类占31%，油烟类占22%: the shares say that there is more
    rest = _REST.search(reading.between(parts[-2:][0].end, parts[-1].start)) is not None
    reached = shares is not None and abs(shares - _HUNDRED) < _ROUNDED * len(parts) and len(parts) > 1
    closed = rest or own_means_close(head, parts)
    if closed or reached or fill(head, parts) or _of_all_ages(reading, breakdown, parts):
        return False
    if (known := complement_of(head, _names_of(reading, parts))) is not None:
        return known
    by = breakdown.kind is Kind.BY and not OVERLAPPING.search(breakdown.aspect) and not any(narrowed(p) for p in parts)
    by = by and "其中" not in reading.between(breakdown.start, parts[-1].end)  # what is broken down again has no end to see
    by = by and (breakdown.near > 0 or all(p.quantity.size()[0] < head.quantity.size()[0] for p in parts))
    if by and (_FULL.search(breakdown.aspect) or ("产业" not in breakdown.aspect and is_division(head, parts, announced=True))):
        return False
    if breakdown.kind is Kind.WITHIN and are_states(parts) and _CLOSED.match(reading.ground.plain, parts[-1].end):
        return False if _NEARLY < float(sum(map(base, parts)) / (base(head) or 1)) < 1 / _NEARLY else None
    if breakdown.kind is Kind.WITHIN and len(parts) > 2 and _CLOSED.match(reading.ground.plain, parts[-1].end):
        alike = len({p.subject[-2:] for p in parts}) == 1
        return False if is_division(head, parts, announced=alike) else None
    return False if breakdown.kind is Kind.COLON else None


def _of_all_ages(reading: Reading, breakdown: Breakdown, parts: tuple[Statement, ...]) -> bool:
    """Whether the parts are classes of age that leave none out."""
    return "岁" in reading.between(breakdown.start, parts[0].start) and all_ages(reading, parts)


def by_another_aspect(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a list is all of a total that was divided before: 按形式分类…。按内容分类…。"""
    if breakdown.kind is not Kind.BY or len(parts) < _THREE or may_overlap(reading, parts):
        return False
    if OVERLAPPING.search(breakdown.aspect) or SELECTED.search(breakdown.aspect):
        return False
    made = sum(p.quantity.size()[0] for p in parts) / (head.quantity.size()[0] or 1)
    return _MOST < made < 1 / _MOST and _CLOSED.match(reading.ground.plain, parts[-1].end) is not None


def _fills_bracket(head: Statement, parts: tuple[Statement, ...]) -> bool | None:
    """Whether a list in a bracket must make its total: it may be more for certain, but what is less may be a choice (``False``).

    Where several parts are more than the total, these may be others to compare with: 我县15个（甲县27个，乙县26个，丙县9个）; not so if
    a scale word or a zero makes them fit, and hardly if one digit does.
    """
    made = sum(map(base, parts))
    if sum(base(p) >= base(head) for p in parts) < 2:
        return made > base(head)
    if head.quantity.shows(_HUNDRED) and any(made == factor * base(head) or base(head) == factor * made for factor in _SCALES):
        return True
    return False if slip_chance(head, parts, lost=True) < _LOST else None


def _is_choice(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether words say that a list behind a colon names what matters only: 主要支出项目完成情况：."""
    return breakdown.kind is Kind.COLON and SELECTED.search(reading.between(head.end, parts[0].start)) is not None


def _names_of(reading: Reading, parts: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return the figures that have the names of parts: in 初访57批173人次 the one before the second column."""
    if all(p.subject for p in parts) or not parts[0].index:
        return parts
    before = tuple(reading.statements[p.index - 1] for p in parts)
    return before if all(not p.subject and b.clause == p.clause for p, b in zip(parts, before, strict=True)) else parts


def nearly_all(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a list that closes its sentence lacks so little of its total that one slip makes it whole: 48家，其中国有9家、民营37家。"""
    if len(parts) < 2 or breakdown.kind not in LISTS or head.quantity.is_hedged:
        return False
    if not head.quantity.shows(_FEW if len(parts) == 2 else _FEWER) or _leaves_services(head, parts):
        return False
    if scale_slip(head, parts) and not may_overlap(reading, parts):
        return True
    between = reading.statements[parts[0].index : parts[-1].index]
    closed = _in_rows(reading, parts) or _is_closed(reading, parts, between)
    if _is_choice(reading, breakdown, head, parts) or not (closed or _goes_over(reading, head, parts, between)):
        return False
    whole, digit = head.quantity.size()
    gap = whole - sum([part.quantity.size()[0] for part in parts])
    marks = ["," in BRACKETED.sub("", reading.between(one.end, other.start)) for one, other in pairwise(parts)]
    if True in marks[1:] and not marks[0]:
        return False  # a comma behind the 、 of a list may begin another
    if may_overlap(reading, parts) or shares_short(reading, parts):
        return False
    if len(between) > len(parts) - 1 and -digit < gap < 2 * _LAST_DIGITS * digit and _lacks_little(head, parts):
        return False  # what is left out of a list with shares and growth may be as little as that
    chance = slip_chance(head, parts, lost=True)
    if chance < (_CHANCE if len(parts) > 2 else _TELLING) or _is_tenfold(head, parts):
        return True
    return closed and _lacks_by_slip(reading, head, parts, chance)


def _leaves_services(head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether 农林牧渔业总产值 is divided without the services, which are a small part of it."""
    named = any("服务" in part.subject or "活动" in part.subject for part in parts)
    return "农林牧渔" in head.subject and not named and sum(map(base, parts)) < base(head)


def _lacks_by_slip(reading: Reading, head: Statement, parts: tuple[Statement, ...], chance: float) -> bool:
    """Whether a list that ends its sentence lacks little of its total, or is a division of it, and one slip explains what it lacks."""
    whole = head.quantity.size()[0]
    gap = whole - sum([part.quantity.size()[0] for part in parts])
    little = 0 < gap < _LITTLE * whole and "肉类" not in head.subject and (len(parts) > 2 or complement_of(head, parts) is not None)
    if (chance < _LOST or little) and is_division(head, parts):
        return True
    if not 0 < gap <= (1 - _MOST) * whole or not one_slip(head, parts):
        return False
    if len(parts) == 2 and "," in reading.between(parts[0].end, parts[1].start) and complement_of(head, parts) is None:
        return chance < _CHANCE  # 审结720件，其中调解430件，判决260件: others may have been left out
    # Two of many things done need not be all of them: 培训140人次，其中消防90人次、急救45人次.
    return len(parts) > 2 or is_division(head, parts) or slip_chance(head, parts) < _CHANCE


def _is_tenfold(head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a total has a zero too many, and so many digits that its parts are no tenth of it by chance."""
    telling = head.quantity.shows(_HUNDRED if len(parts) > 2 or complement_of(head, parts) is not None else _HUNDRED * _TENS)
    return telling and base(head) == _TENS * sum(map(base, parts))


def _is_closed(reading: Reading, parts: tuple[Statement, ...], between: Sequence[Statement]) -> bool:
    """Whether a list ends its sentence, and nothing but shares and growth stands among its parts."""
    return _CLOSED.match(reading.ground.plain, parts[-1].end) is not None and sum(not _beside(s) for s in between) == len(parts) - 1


def _goes_over(reading: Reading, head: Statement, parts: tuple[Statement, ...], between: Sequence[Statement]) -> bool:
    """Whether the sentence goes on behind a list with other things than its total counts: 签约93086人，其中…，签约率45.1%."""
    rest = reading.statements[parts[-1].index + 1 : parts[-1].index + _SHARE]
    here = [s for s in rest if s.sentence == parts[0].sentence and s.depth == parts[0].depth]
    listed = len(between) == len(parts) - 1  # a list with shares and growth may leave out a little
    more = _MORE.match(reading.ground.plain, parts[-1].end) is not None
    return listed and not more and not any(s.like(head) for s in here)


def _in_rows(reading: Reading, parts: tuple[Statement, ...]) -> bool:
    """Whether each part stands between two ； with other figures, all of them alike: 甲84亩90套；乙72亩140套；丙12亩20套."""
    rows: dict[int, list[str]] = {}
    for s in reading.statements[parts[0].index : parts[-1].index + _SHARE]:
        if s.sentence != parts[0].sentence:
            break
        if s.depth == parts[0].depth and not _beside(s):
            rows.setdefault(s.segment, []).append(s.dimension)
    shapes = list(rows.values())[1:]  # the first row begins with its part
    alike = len(rows) == len(parts) == len({p.segment for p in parts}) and len(parts) > 2
    return alike and len(shapes[0]) > 1 and all(shape == shapes[0] for shape in shapes)


def _lacks_little(head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a list lacks less of its total than ten units of the last digit."""
    return 0 < base(head) - sum(map(base, parts)) < _LAST_DIGITS * head.quantity.ulp * head.quantity.unit.factor


def shares_short(reading: Reading, parts: tuple[Statement, ...]) -> bool:
    """Whether each part has its share behind it and these leave some over: 来信300件，占75%，来访60件，占15%."""
    shares = shares_of(reading, parts)
    return shares is not None and shares < _NEARLY_HUNDRED


def shares_of(reading: Reading, parts: tuple[Statement, ...]) -> float | None:
    """Return what the shares right behind the parts come to, in percent; None where one has none."""
    statements = reading.statements
    following = [statements[p.index + 1] for p in parts if p.index + 1 < len(statements)]
    if len(following) < len(parts) or any(s.dimension != "ratio" for s in following):
        return None
    if not all(s.role is Role.SHARE or (s.role is Role.LEVEL and s.depth > p.depth) for s, p in zip(following, parts, strict=True)):
        return None
    return sum(s.quantity.size()[0] for s in following)


def _beside(statement: Statement) -> bool:
    """Whether a figure may stand among parts and be none: a share, a growth, 二类村."""
    return statement.dimension in _NO_PARTS or statement.quantity.chinese
