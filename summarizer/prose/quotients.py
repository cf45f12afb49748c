"""``rate`` and ``share`` where no relation of words has found both operands: the figures around may still give the percentage.

A percentage that is still unread is tried against the figures of its sentence and of those before it. How many pairs are tried depends
on its digits: 46.3 % fits one pair in some hundreds by chance, 85 % one in fifty. It is accused only where nothing but one figure can be
the whole, and the part stands right before it or has its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from math import log10
from typing import NamedTuple

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..claims.share import Share
from ..patterns import lazy
from ..quantities import Hedge, Quantity, add, parse, subtract
from . import words
from .joining import holds, is_part, operand, place
from .known import is_of_thing, is_sibling
from .more_than_all import cannot_be
from .named_rates import part_alone
from .nearness import base
from .own_targets import is_of_money_behind_counts
from .parts import are_cases, halves, head_before, in_row, part_behind, says_another
from .rates import has_like_rate, words_agree
from .roles import LEVELS, Role
from .statements import Reading, Statement
from .wholes import have_word, is_called, opens, whole_name

_BACK = 24
"""Statements before a percentage among which its part and its whole are looked for."""
_PARTS = 4
_WHOLES = 10
_CHANCE = 0.1
"""How likely a pair may fit by chance: as many pairs are tried as their digits allow."""
_ROLES = frozenset((Role.RATE, Role.NAMED_RATE, Role.SHARE))
_WHOLES_ALONE = LEVELS - {Role.PRIOR}
_WHOLE_ROLES = LEVELS | {Role.AVERAGE}
_NO_STEM = frozenset("完成率达到总的了有为数人机")
"""Characters in the name of a rate that say nothing of its operands: 机插率 is not of what was 机收."""


class _Percentage(NamedTuple):
    """A percentage and its name: 核减 of 核减率."""

    reading: Reading
    stated: Statement
    stem: str

    def likeness(self, level: Statement) -> int:
        """Return how many characters of its name a level has: 审减 of 核减率, 参加培训 of 参训率; 户 and 人 of one clause alike."""
        start = self.reading.ground.clauses.starts[level.clause]
        around = self.reading.between(max(start, level.start - _NAME), level.start) + level.tail[:_NOUN].split(",")[0]
        return sum(c in around for c in self.stem[-_STEMS:] if c not in _NO_STEM) + 2 * (len(self.stem) > 1 and self.stem[-2:] in around)

    def names(self, level: Statement) -> bool:
        """Whether a level is called as the rate is, by the verb in its name: 审减 of 核减率, and not 离婚登记 of 登记合格率."""
        start = self.reading.ground.clauses.starts[level.clause]
        around = self.reading.between(max(start, level.start - _NAME), level.start) + level.tail[:_NOUN].split(",")[0]
        return any(c in around for c in self.stem[-2:] if c not in _NO_STEM)


_SAVED = frozenset(("节支", "节约", "节资", "节省", "资金节约", "综合节支", "平均节支", "资金节支", "采购节支"))
"""Rates of what was saved, of what was spent or of what might have been: 采购9.18亿元，节约0.64亿元，节支率6.5%."""
_STEMS, _NAME, _OTHER_MEASURE, _MONTHS_TRIED, _NOUN, _OF_OTHERS = 4, 24, 2, 3, 14, (words.OF_SEVERAL, words.ONE_WAY)
_NEAR, _TENS, _YEAR = 0.1, 0.004, 365
_PEOPLE = frozenset("人名位")
_PART_OF = lazy("(?P<name>[㐀-鿿]{2,8}?)占(?!用|地)")
_DAYS = lazy("优良|良好|达标|优(?:级|质)?天")
_PERIODS = (31, 59, 60, 90, 91, 120, 121, 151, 152, 181, 182, 212, 213, 243, 244, 273, 274, 304, 305, 334, 335, 365, 366)
"""Days from the beginning of a year to the end of each month."""
_HERE = lazy("现有|实有|在册|在岗")
_AMONG = lazy("[^,;。]{0,10}[,;]?其中")
_WITHIN = lazy("以?内|范围")
"""50米内换乘: a distance, and no part."""
_OVERALL = lazy("综合|总体|整体")
_STEM = lazy(r"(?P<stem>[㐀-鿿]{1,6})(?:率|比例|比率|比重|进度|面|度|系数)(?:[为达是到了高约已仅均有]|分别)*[: ]*$")


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each percentage that is the result of none yet.

    Args:
        results: where the figures begin that are.
    """
    for s in reading.of_dimension("ratio"):
        if s.role in _ROLES and s.start not in results and not s.listed and not s.respective:
            yield from _quotient(reading, _Percentage(reading, s, stem(s)))


def stem(stated: Statement) -> str:
    """Return the name of a rate without what makes it one, 核减 of 核减率; nothing where it has none."""
    found = _STEM.search(stated.lead.strip())
    return found["stem"] if found else ""


def _quotient(reading: Reading, percentage: _Percentage) -> Iterator[Claim]:
    """Yield the first pair that gives the percentage, or else the only pair that could be meant."""
    if found := _first_pair(reading, percentage):
        yield found
    elif days := _of_year(reading, percentage):
        yield days
    elif any(p.search(percentage.stated.lead) for p in _OF_OTHERS) or is_of_money_behind_counts(reading, percentage.stated):
        return
    elif (pair := _meant(reading, percentage) or _other_measure(percentage)) and pair[0] is not pair[1]:
        part, whole = pair
        of = operand(reading, whole)
        if not whole.like(part):
            of = replace(of, quantity=replace(whole.quantity, unit=part.quantity.unit))
        yield _claim(reading, percentage, part, whole, operand(reading, part), of, likely=True)
    else:
        yield from part_alone(reading, percentage.stated)


def _first_pair(reading: Reading, percentage: _Percentage) -> Rate | Share | None:
    """Return the first pair that gives the percentage, among so few that none does by chance."""
    chance = 0.0
    for part in _parts(reading, percentage):
        for whole in _wholes(reading, percentage, part):
            for above, below in _ways(percentage, part, whole):
                chance += width(percentage.stated, part, whole)
                if chance > _CHANCE:
                    return None
                if not _worth(above, below, percentage.stated.quantity):
                    continue
                operands = _operand(reading, part, above), _operand(reading, whole, below)
                if holds(claim := _claim(reading, percentage, part, whole, *operands)):
                    return claim
    return None


def _of_year(reading: Reading, percentage: _Percentage) -> Rate | Share | None:
    """Read 全年优良天数331天，优良率90.7%: the whole is the year, or as many of its months as are over."""
    stated = percentage.stated
    part = next((s for s in reading.before(stated, 4) if s.depth == stated.depth), None)
    if part is None or part.quantity.unit.name != "天" or part.segment != stated.segment or not _DAYS.search(part.lead):
        return None
    if not stated.quantity.value or "监测" in reading.statements[part.index - 1].lead:  # 监测334天，优良302天: of these
        return None
    wanted = part.quantity.size()[0] / stated.quantity.size()[0] * 100
    near = sorted(_PERIODS, key=lambda days: abs(days - wanted))[:_MONTHS_TRIED]
    tried = [_claim(reading, percentage, part, part, operand(reading, part), Operand(parse(f"{days}天"), exact=True)) for days in near]
    sound = next((claim for claim in tried if holds(claim)), None)
    if sound is None and not stated.quantity.is_hedged and not part.quantity.is_hedged:
        clause = reading.ground.clauses[part.clause]
        whole_year = "全年" in reading.between(max(0, clause.start - _NAME), clause.end)
        of_year = _claim(reading, percentage, part, part, operand(reading, part), Operand(parse(f"{_YEAR}天"), exact=True))
        return replace(of_year if whole_year else tried[0], likely=True)
    return sound


def _parts(reading: Reading, percentage: _Percentage) -> Iterator[Statement]:
    """Yield what may be the part: levels before the percentage, those of its name first, and one of its name right behind."""
    stated = percentage.stated
    near = [s for s in reading.so_far(stated, _BACK) if _stands(s, stated)][:_PARTS]
    named = [s for s in near if percentage.names(s)]
    yield from named
    yield from _behind(reading, percentage)
    yield from (s for s in near if s not in named)


def _stands(level: Statement, percentage: Statement) -> bool:
    if not level.is_amount or not level.is_level or level.role is Role.TARGET or level.quantity.per:
        return False
    beside = level.depth == percentage.depth or (level.depth == percentage.depth - 1 and 0 <= percentage.bracket - level.end <= 1)
    return beside and not _WITHIN.match(level.tail)


def _wholes(reading: Reading, percentage: _Percentage, part: Statement) -> Iterator[Statement]:
    """Yield what may be the whole: before the part, then beside it, then in the sentences before, totals before their parts."""
    stated, measure, paragraph = percentage.stated, part.measure, part.paragraph
    before = [s for s in reading.before(part, _BACK) if s.measure == measure and s.paragraph == paragraph and _may_be_whole(s, part)]
    own = [s for s in before if s.sentence == part.sentence]
    after = [s for s in reading.statements[part.index + 1 : stated.index + 3] if _may_be_whole(s, part) and _goes_on(part, s)]
    earlier = [s for s in before if s.sentence < part.sentence]
    yield from own[:_WHOLES]
    yield from after
    yield from sorted(earlier, key=lambda s: is_part(reading, s))[:_WHOLES]


def _may_be_whole(whole: Statement, part: Statement) -> bool:
    return whole.measure == part.measure and whole.role in _WHOLE_ROLES and bool(whole.quantity.value)


def _ways(percentage: _Percentage, part: Statement, whole: Statement) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield part and whole, part of part and rest, and whole less part: 化解57件，尚余9件，化解率; 不合格9批次，合格率."""
    above, below = part.quantity, whole.quantity
    yield above, below
    if words.LEFT.search(whole.lead) or _is_rest_of(part, whole):
        yield above, add((above, below))
    if percentage.stem in _SAVED or percentage.stem.startswith("不"):
        yield above, add((above, below))
    said = part.lead[-_NAME:]
    net = percentage.stem.endswith("负债") and "净资产" in said  # 资产总额88亿元，净资产39亿元，资产负债率55.7%
    if ("不" in said or "未" in said or net) and below.value > above.value:
        yield subtract(below, above), below


def _goes_on(part: Statement, level: Statement) -> bool:
    """Whether a level stands in the sentence of a part, or says in the next what is not so: 起诉65人，起诉率84%。不起诉12人."""
    return level.sentence == part.sentence or (level.sentence - part.sentence == 1 and _is_rest_of(part, level))


def _is_rest_of(part: Statement, whole: Statement) -> bool:
    """Whether a figure says what is not so beside what is: 已开工33个，未开工17个."""
    name = words.NOT_DONE_NAME.search(whole.lead)
    said = name is not None and (name["name"] in part.lead or part.subject.endswith(whole.subject[-2:]))  # 不批准和不予决定逮捕
    return said and part.clause != whole.clause


def _operand(reading: Reading, figure: Statement, quantity: Quantity) -> Operand:
    """Return a figure as an operand, or what it makes with another."""
    return operand(reading, figure) if figure.quantity is quantity else Operand(quantity)


def width(*statements: Statement) -> float:
    """Return how much of a decade the digits of figures leave open."""
    sizes = (s.quantity.size() for s in statements if not s.quantity.is_count)
    return sum(step / abs(value) for value, step in sizes if value) or 1.0


def _worth(above: Quantity, below: Quantity, stated: Quantity) -> bool:
    """Whether a quotient is worth judging exactly."""
    if above.is_hedged or below.is_hedged or stated.is_hedged or not below.value or not stated.value:
        return True
    return abs(above.size()[0] / below.size()[0] * 100 / stated.size()[0] - 1) < _NEAR


def _meant(reading: Reading, percentage: _Percentage) -> tuple[Statement, Statement] | None:
    """Return part and whole that must be meant, if that can be told: by the name of the whole, or because no other figure is there."""
    stated = percentage.stated
    part = None if stated.quantity.hedge not in (Hedge.NONE, Hedge.ABOUT) else _meant_part(reading, percentage)
    if part is None or words.NOT_DONE_NAME.search(part.lead):
        return None
    if stated.quantity.value == 100 and percentage.likeness(part) < _STEMS - 1:
        return None  # 登记合格率100%: of all there are
    whole = _named_whole(reading, percentage, part) if stated.role is Role.SHARE else _lone_whole(reading, part, stated)
    alone = stated.role is not Role.SHARE and percentage.names(part)
    if whole is not None and not alone and whole.index < part.index and in_row(reading, whole, part):
        return None  # 甲700册、乙517册，占总量的31%; 签约，其中老人81人、儿童49人，签约率45%
    if whole is None or whole is part or _is_share_itself(reading, whole, stated) or is_sibling(reading, whole, part):
        return None
    if not _may_be_of(stated, whole) or says_another(part, stated, whole) or ("满意" in percentage.stem and "满意" not in part.lead):
        return None
    if _OVERALL.search(stated.lead) and "其中" in reading.between(whole.end, part.start):
        return None  # 参保286万人，其中职工62万人、居民224万人，综合参保率96.8%
    if whole.quantity.is_hedged or whole.quantity.chinese or not whole.quantity.value:
        return None
    fits = (base(part) > base(whole)) == (stated.quantity.value > 100) and _plausible(part, whole, stated)
    return (part, whole) if fits or cannot_be(part, whole, stated, stem(stated)) else None


def _may_be_of(stated: Statement, whole: Statement) -> bool:
    """Whether a percentage can be one of a figure by its words: 占年度计划的 is of a plan."""
    if whole.role is Role.TARGET:
        return words_agree(stated, whole)
    named = stated.role is not Role.RATE or stem(stated) != ""
    return named and words.TARGET.search(stated.lead) is None


def _is_share_itself(reading: Reading, whole: Statement, stated: Statement) -> bool:
    """Whether a figure is followed by a rate of a plan that is not printed: 整合36亿元，为计划数的101%，支出34亿元，支出进度95%."""
    after = reading.statements[whole.index + 1 : whole.index + 2]
    return has_like_rate(reading, whole, stated) or any(s.role is Role.RATE and words.TARGET.search(s.lead) for s in after)


def _plausible(part: Statement, whole: Statement, stated: Statement, times: float = 5) -> bool:
    """Whether a quotient is near enough to what is stated to be meant by it, or off by tens."""
    upper, lower, percent = (s.quantity.size()[0] for s in (part, whole, stated))
    if min(upper, lower, percent) <= 0:
        return False
    apart = abs(log10(upper / lower * 100 / percent))
    return apart < log10(times) or (apart > _TENS and abs(apart - round(apart)) < _TENS)


def _meant_part(reading: Reading, percentage: _Percentage) -> Statement | None:
    """Return the level right before a share, and for a rate one that has its name, near before it or right behind."""
    stated = percentage.stated
    sentence = [s for s in reading.before(stated, _PARTS + 2) if s.sentence == stated.sentence and _stands(s, stated)]
    near = [s for s in sentence if s.segment == stated.segment][:_PARTS]
    beside = [s for s in near[:1] if stated.clause - s.clause <= 1 and s.index >= stated.index - 2]
    if stated.role is Role.SHARE and (follows := part_behind(reading, stated)) is not None:
        near = [follows]
    elif stated.role is Role.SHARE:
        near = _of_name(percentage, sentence) or [s for s in beside if "其中" not in reading.between(s.end, stated.start)]
    else:
        near = [s for s in near if not percentage.stem or f"新{percentage.stem[-2:]}" not in s.lead]
        behind = [s for s in sentence if not near and percentage.likeness(s) > 1 and is_of_thing(reading, stated, s)]
        named = [s for s in near if percentage.names(s)] or behind
        if len(named) > 1 and named[0].index == stated.index - 1 and halves(percentage.stem, *named[:2]):
            return None
        near = [s for s in near if not words.LEFT.search(s.lead)]
        last = [s for s in near[:1] if stated.clause - s.clause <= 2 and (s.role is Role.ACTUAL or _HERE.search(s.lead))]
        last = [s for s in last if all(t.is_amount for t in reading.statements[s.index + 1 : stated.index])]
        near = sorted(named, key=percentage.likeness, reverse=True) or list(_behind(reading, percentage)) or last
        near = [s for s in near if "其中" not in reading.between(s.end, stated.start)]
    return next((s for s in near if not s.quantity.chinese and not s.quantity.is_hedged), None)


def _of_name(percentage: _Percentage, near: list[Statement]) -> list[Statement]:
    """Return the part that the share names: 企业24318户，个体53986户，企业占比30.5%."""
    found = _PART_OF.match(words.FRONT.sub("", percentage.stated.lead.lstrip(" ,;")))
    return [] if found is None else [s for s in near if s.subject.endswith(found["name"])]


def _behind(reading: Reading, percentage: _Percentage) -> Iterator[Statement]:
    """Yield the part that follows its rate: 销售率为97.2%，实现销售产值401亿元."""
    stated = percentage.stated
    behind = reading.statements[stated.index + 1] if stated.index + 1 < len(reading.statements) else None
    for among in reading.statements[stated.index + 2 : stated.index + 3]:
        if "其中" in among.lead and among.segment == stated.segment and _stands(among, stated) and percentage.names(among):
            yield among  # 优良天数比例92.8%，有效监测304天，其中优良282天
    if behind is None or behind.segment != stated.segment or behind.clause - stated.clause > 1 or not _stands(behind, stated):
        return
    if percentage.names(behind) or behind.lead.strip(" ,(") == "即":
        yield behind


def _named_whole(reading: Reading, percentage: _Percentage, part: Statement) -> Statement | None:
    """Return the whole that a share calls by its name, the nearest of that name; or for a bare 占 the lone figure of the sentence."""
    name = whole_name(percentage.stated)
    if not name:
        shares = (s for s in reading.before(part, _BACK) if s.role is Role.SHARE and s is not percentage.stated)
        known = any(s.sentence == part.sentence for s in shares)
        return None if known else _lone_whole(reading, part, percentage.stated)
    before = [s for s in reading.before(part, _BACK) if s.paragraph == part.paragraph and s.like(part) and not s.depth]
    behind = reading.statements[percentage.stated.index + 1 : percentage.stated.index + 2]
    before += [s for s in behind if s.segment == part.segment and s.like(part)]
    called = [s for s in before if s.role in _WHOLE_ROLES and base(part) <= base(s) and is_called(s, name)]
    return next((s for s in called if not is_part(reading, s)), next(iter(called), None))


def _lone_whole(reading: Reading, part: Statement, stated: Statement) -> Statement | None:
    """Return the one figure that stands beside the part in its segment, or at the head of its sentence or of the one before."""
    before = [s for s in reading.before(stated, _BACK) if s.sentence >= part.sentence - 1 and s.paragraph == part.paragraph]
    levels = [s for s in before if s.role in _WHOLES_ALONE and s is not part and s.like(part) and s.depth == part.depth]
    nearest = next((s for s in levels if s.index < part.index), None)
    if nearest is not None and _AMONG.match(reading.between(nearest.end, part.start)):
        return nearest
    own = [s for s in levels if s.segment == part.segment]
    first = [s for s in own if s.index < part.index]
    beside = first if len(first) == 1 else own
    if len(beside) == 1 and abs(beside[0].index - part.index) <= 2:
        return beside[0]
    if len(first) > 1 and stated.role is not Role.SHARE and (not is_part(reading, part) or opens(reading, first[-1], part)):
        return first[-1] if all(base(first[-1]) > base(s) for s in (*first[:-1], part)) else None
    heads = [s for s in levels if s.sentence == part.sentence and not is_part(reading, s) and s.index < part.index]
    if stated.role is not Role.SHARE:
        heads = [s for s in heads if s.role is not Role.ACTUAL] or heads
    if len(heads) == 1 and all(s is heads[0] or is_part(reading, s) for s in own):
        return heads[0]
    if heads or own or is_part(reading, part):
        return None
    behind = reading.statements[stated.index + 1 : stated.index + 2]
    if behind and _is_whole_behind(behind[0], part, stated):
        return behind[0]
    earlier = [s for s in levels if s.sentence == part.sentence - 1]
    if len(earlier) == 1 and not is_part(reading, earlier[0]):
        return earlier[0]
    head = head_before(reading, part) if stated.role is not Role.SHARE else None
    said = stated.lead.strip()
    return head if head is not None and (have_word(head, part) or (bool(part.subject) and said.startswith(part.subject))) else None


def _is_whole_behind(whole: Statement, part: Statement, stated: Statement) -> bool:
    """Whether the whole follows its rate: 适配1135人，适配率99.6%，应适配1139人; 利用面积2万亩，利用率98%，总面积2.04万亩."""
    near = whole.segment == stated.segment and whole.clause - stated.clause == 1 and whole.depth == stated.depth
    return near and whole.like(part) and (whole.role is Role.TARGET or "总" in whole.lead or whole.subject.startswith("应"))


def _other_measure(percentage: _Percentage) -> tuple[Statement, Statement] | None:
    """Return part and whole of 退役军人10842人，发证10317张，发证率: three figures in a row, of which two count in words of their own."""
    reading, stated = percentage.reading, percentage.stated
    whole, part = reading.statements[stated.index - 2 : stated.index] if stated.index > 1 else (stated, stated)
    if not whole.quantity.is_count or not part.quantity.is_count or whole.like(part):
        return None
    named = are_cases(whole, part, stated) if stated.role is Role.SHARE else percentage.stem and percentage.names(part)
    after = {whole.quantity.unit.name, part.quantity.unit.name} <= _PEOPLE and part.sentence - whole.sentence == 1
    after = after and part.paragraph == whole.paragraph  # 共有居民2000人。已为1600名居民建立档案，建档率
    row = part.segment == stated.segment and whole.depth == part.depth == stated.depth and (after or whole.segment == part.segment)
    if not row or whole.quantity.chinese or part.quantity.chinese or whole.role not in LEVELS or not _stands(part, stated) or not named:
        return None
    close = stated.clause - part.clause == 1 and (after or part.clause - whole.clause == 1)
    fits = (part.quantity.value > whole.quantity.value) == (stated.quantity.value > 100)
    clear = close and fits and not stated.quantity.is_hedged and _plausible(part, whole, stated, _OTHER_MEASURE)
    return (part, whole) if clear else None


def _claim(
    reading: Reading, percentage: _Percentage, part: Statement, whole: Statement, above: Operand, below: Operand, *, likely: bool = False
) -> Rate | Share:
    stated = operand(reading, percentage.stated)
    stands = (s for s in (part, whole, percentage.stated) if s.sentence == percentage.stated.sentence)
    where = place(reading, *stands)
    if percentage.stated.role is Role.SHARE:
        return Share(stated, above, below, where, likely)
    return Rate(stated, above, below, where, likely)
