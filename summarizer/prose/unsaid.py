"""``sum`` of a list that no word announces, right behind its total: 受理900件，咨询500件、求助300件、投诉100件; 编制9辆，实有7辆，空编2辆.

Lists that add up are recognised elsewhere. One that does not is likely to be wrong where nothing else is said in its stretch, the
figures have names that may divide one thing, and they come near the total. What was done and what is still to do may have money and
other measures between them: 问题48项，资金236万元，已整改39项，整改到位资金207万元，正在整改9项.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import pairwise

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import led_by
from .complements import complement_of, ends_with_rest, may_overlap
from .divisions import is_division
from .joining import holds, is_part_here, operand, place
from .nearness import base, near_sum
from .roles import PRESENT
from .statements import Reading, Statement
from .words import BRACKETED, LEFT, OF_SEVERAL, SIDE_EFFECT

_BESIDE = frozenset(("ratio", "points", "age"))
_MOST = 16
_LEAST_OF, _MOST_OF = 0.6, 1.65
"""What share of its total a list that is meant to be all of it makes at least and at most."""
_RATHER = 0.7
"""The same for names that nothing is known of."""
_SHARE = 12
_MARKS = lazy("[、,;]")
_BEHIND = lazy("[,:]|—")
_SAID = lazy("其中|包括|含|分别|加上|占|共|合计|总计|累计")
_NO_PART = lazy(
    "年[初末]|期[初末]|上年|去年|净|余额|结余|新增|[比较]|增(?!值|加值)|减|另|人均|户均|达到|超过|不足|计划|任务|目标|预算|总[计额量]"
)
_STAGE = lazy(
    r"开工|竣工|完工|投产|办结|审结|整改|到位|支付|拨付|合格|优秀|达标|通过|录取|中标|发放|兑现|实施|完成|验收|参加|成交|签约|上岗|就业|受理|立案|起诉|移送"
    r"|刑拘|逮捕|抓获|破获|查处|处罚|结案|惠及|服务(?!业|[区站])|涉及"
)
"""Steps that one thing goes through: what is done is also begun."""
_REST = lazy(
    r"(?:[未没空余欠差剩]|其余|结转|尚|正在|在[建办施审]$|[整推实办修][改进施理缮]中$|收尾|滞后|待|列入|退[回出]|[转移]交办?理?$|转办$|派遣$)[^,0-9]{0,8}$"
)
_PROGRESS = lazy("(?:开工|竣工|完工|投产|办结|审结|结案|整改|销号)[^,]{0,4}$")
"""What is one of the states itself: 开工88个，竣工35个，正在开展前期工作12个."""
_GRADED = lazy("[一二三四五]星级?|[1-5]?A{1,5}级?|[国省市]家?级")
_ALL = lazy("总|共|各类|各级|全部")


_V = "消除|脱贫|整改|办结|办理|解决|销号|化解|处置|处理|落实|清退|归还|追回|答复|验收|审结|结案|支付|拨付|兑付|清欠|偿还"
_DONE = lazy(
    rf"(?:已经?|全部|完成|实际|累计)?(?:{_V})(?:到位|完成|完毕|销号)?(?:的|了)?(?:资金|金额|问题|事项|隐患|风险)?(?:有|共|为|的)?[: ]*$"
)
_TO_DO = lazy(
    rf"(?P<part>部分)?(?(part)|(?:正在|尚未|暂未|还未|未|仍在|尚在|待|持续|限[期时]))[^,;0-9]{{0,4}}?(?:{_V})(?:到位|完成|完毕)?(?:的|中)?"
    r"(?:资金|金额|问题|事项|隐患|风险)?(?:有|共|为|的)?[: ]*$"
)
_NO_HEAD = lazy("其中|占|比|较|同比|另|剩余|上年|去年|[往历]年|新增|(?:已|未|正在)[^,]{0,8}$")
_OTHER_TIME = lazy("[今去上往历]年|上半年|本[月季]|季度|[0-9]月(?![底末]|[0-9])")
"""What is told between of another time than the whole."""
_LED_IN = lazy("(?:结果|结论|处理|分布|去向|构成)(?:情况)?(?:分别)?(?:为|是|如下)?:(?!共|总)")
"""What leads in a list before its first member."""
_TO_DO_SIGNS = ("部分", "正在", "未", "仍在", "尚在", "待", "持续", "限期", "限时")
_AFAR, _LONG = 8, 32
"""Figures among which a whole, what was done of it and what is still to do stand, with others between."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the lists that come near the figure that they are of and do not make it, and what was done and is to do of a whole."""
    yield from _beside(reading, results)
    yield from _states(reading, results)


def _states(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what was done and what is still to do of a whole, whatever stands between them."""
    seen: set[int] = set()
    for rest in led_by(reading, *_TO_DO_SIGNS):
        if rest.start in seen or not _is_state(rest, _TO_DO):
            continue
        before = [s for s in reading.statements[max(0, rest.index - _LONG) : rest.index] if s.depth == rest.depth]
        behind = [s for s in reading.statements[rest.index : rest.index + _LONG] if s.depth == rest.depth]
        near = (*before[-_AFAR:], *behind[:_AFAR])  # what stands in brackets is passed over
        alike = [s for s in near if s.like(rest) and s.paragraph == rest.paragraph and s.is_level]
        at = next(n for n, s in enumerate(alike) if s.start == rest.start)
        first = last = at
        while first and alike[first - 1].sentence == rest.sentence and _is_any_state(alike[first - 1]):
            first -= 1
        while last + 1 < len(alike) and alike[last + 1].sentence == rest.sentence and _is_any_state(alike[last + 1]):
            last += 1
        row = tuple(alike[first : last + 1])
        seen.update(s.start for s in row)
        head = alike[first - 1] if first else None
        if head is not None and len(row) > 1 and not all(_TO_DO.search(s.lead) for s in row) and _is_whole(head, row):
            parts = tuple(operand(reading, s) for s in row)
            claim = Sum(operand(reading, head), parts, True, False, place(reading, head, *row), True)
            if holds(claim) or (not results & {s.start for s in (head, *row)} and _may_mean(reading, head, row)):
                yield claim


def _is_state(s: Statement, pattern: re.Pattern[str]) -> bool:
    return s.is_level and s.role in PRESENT and s.quantity.is_plain and not s.depth and pattern.search(s.lead) is not None


def _is_any_state(s: Statement) -> bool:
    return _is_state(s, _DONE) or _is_state(s, _TO_DO)


def _is_whole(head: Statement, row: tuple[Statement, ...]) -> bool:
    """Whether a figure may be all of what was done and is to do."""
    plain = head.role in PRESENT and head.quantity.is_plain and not head.depth and not _NO_HEAD.search(head.lead)
    return plain and row[0].sentence - head.sentence <= 1


def _may_mean(reading: Reading, head: Statement, row: tuple[Statement, ...]) -> bool:
    """Whether what was done and is to do comes near the whole that it does not make, and nothing else may be part of it."""
    made, whole = sum(s.quantity.size()[0] for s in row), head.quantity.size()[0]
    said = _SAID.search(BRACKETED.sub("", reading.between(head.end, row[-1].start)))
    if said or is_part_here(reading, head) or not (head.sentence == row[0].sentence or _is_alone(reading, head, row)):
        return False
    partly = any("部分" in s.lead for s in row) and len(row) == 2  # what was not begun may be left out
    return (whole if partly else _LEAST_OF * whole) < made < _MOST_OF * whole


def _is_alone(reading: Reading, head: Statement, row: tuple[Statement, ...]) -> bool:
    """Whether the sentences of a whole and of its states have no other figure like it: 反映问题86个。目前，已整改79个，正在整改7个。"""
    if _OTHER_TIME.search(reading.between(head.end, row[-1].start)):
        return False
    every = (*reading.sentence(head.sentence), *reading.sentence(row[0].sentence))
    return sum(s.like(head) and s.is_level and not s.depth for s in every) == len(row) + 1


def _beside(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the lists right behind a figure that come near it and do not make it."""
    statements, starts, plain = reading.statements, reading.ground.clauses.starts, reading.ground.plain
    last = len(statements) - 1
    for head in reading.present():
        n = head.index + 1
        if n >= last or statements[n + 1].segment != head.segment or head.start in results or not head.quantity.is_plain:
            continue  # a list has two figures
        first = statements[n]
        if plain.startswith("、", starts[head.clause + 1] - 1) and not reading.between(head.end, first.start).startswith("—"):
            continue
        if first.dimension != head.dimension and first.dimension not in _BESIDE and not first.is_kin(head):
            continue
        if "用于" in head.lead or (":" in head.lead and _LED_IN.search(head.lead)):
            continue  # 债券用于公路1.4亿元，水利0.8亿元: the first of what it is spent on; 结果为：采纳52件，解释18件、留作参考7件
        row = _row(reading, head)
        if len(row) > 1 and (_is_meant(reading, head, row) or _is_of_kin(reading, head, row)):
            parts = tuple(operand(reading, s) for s in row)
            claim = Sum(operand(reading, head), parts, True, False, place(reading, head, *row), True)
            if len(row) > 2 or row[-1].start not in results or holds(claim):  # else it is told as what is left of the two
                yield claim


def _is_of_kin(reading: Reading, head: Statement, row: tuple[Statement, ...]) -> bool:
    """Whether a division in another word for the same, 人次 for 人, makes its total: other relations add up only what is alike."""
    return not reading.statements[row[0].index].like(head) and near_sum(head, row) and is_division(head, row)


def _row(reading: Reading, head: Statement) -> tuple[Statement, ...]:
    """Return the figures of one kind behind a figure, up to the end of its segment or a comma behind them before other figures."""
    row: list[Statement] = []
    segment, measure, unit = head.segment, head.measure, head.quantity.unit
    for s in reading.statements[head.index + 1 : head.index + 1 + _MOST]:
        if s.segment != segment:
            break
        if s.depth or s.dimension in _BESIDE:
            continue
        if s.quantity.unit is not unit and s.is_kin(head):
            s = s.in_unit(unit)
        if s.measure != measure or s.role not in PRESENT or not s.quantity.is_plain:
            return tuple(row) if row and s.dimension != head.dimension and "," in reading.between(row[-1].end, s.start) else ()
        row.append(s)
    return tuple(row)


def _is_meant(reading: Reading, head: Statement, row: tuple[Statement, ...]) -> bool:
    """Whether a list is meant to be all of the figure before it, and is not."""
    made, whole = sum(s.quantity.size()[0] for s in row), head.quantity.size()[0]
    if not _LEAST_OF * whole < made < _MOST_OF * whole or (near_sum(head, row) and not _counts_apart(head, row)):
        return False
    if _DONE.search(head.lead) and any(_TO_DO.search(s.lead) for s in row):
        return False  # 已解决23处，部分整改4处，正在整改18处: three states of what stands before
    text = BRACKETED.sub("", reading.between(head.end, row[-1].start))
    if head.lead.endswith("的有") and row[0].lead.endswith("的有"):
        return False  # 完成的有31项，正在实施的有44项，尚未下达的有2项: one of the states itself
    states = len(row) == 2 and _leaves(row) and not _PROGRESS.search(head.lead)
    if _SAID.search(text) or not (states or _BEHIND.search(reading.between(head.end, row[0].start).partition("、")[0])):
        return False
    if made < whole and all(_GRADED.search(s.lead) for s in row):
        return False  # 公厕18座，三星级2座，二星级10座: most things have no grade
    before = reading.so_far(head)
    if any(s.like(head) and s.is_level and s.segment == head.segment for s in before) or is_part_here(reading, head):
        return False
    if head.subject and is_division(head, (head, *row), announced=True):
        return False  # 已完工23公里，在建10公里，未开工14公里
    marks = {"".join(_MARKS.findall(BRACKETED.sub("", reading.between(one.end, other.start))))[-1:] for one, other in pairwise(row)}
    if len(marks) > 1 or may_overlap(reading, row) or OF_SEVERAL.search(reading.between(row[-1].end, row[-1].end + _SHARE)):
        return False
    mark = marks.pop()
    if states and mark in (",", "、"):
        return True
    if complement_of(head, row) is not None:
        return not any(_NO_PART.search(lead) for lead in (head.lead.replace("总", ""), *(s.lead for s in row)))
    roomy = mark != "," or max(s.quantity.size()[0] for s in row) <= whole
    return roomy and not _may_be_others(head, row) and _divides(head, row, mark)


def _counts_apart(head: Statement, row: tuple[Statement, ...]) -> bool:
    """Whether whole numbers of a division, which nobody rounds, are more than their total: 46件，继续有效31件，修改6件，废止11件."""
    counted = all(s.quantity.is_count and s.is_plain for s in (head, *row))
    return counted and sum(map(base, row)) > base(head) and len(row) > 2 and is_division(head, row)


def _may_be_others(head: Statement, row: tuple[Statement, ...]) -> bool:
    """Whether names say that figures are no parts, or that the first is one of them: 金牌9枚，银牌8枚、铜牌6枚."""
    ends = {s.subject[-1:] for s in row}
    siblings = head.subject[-1:] in ends and len(ends) == 1 and not _ALL.search(head.lead) and not is_division(head, row)
    return siblings or any(_NO_PART.search(s.lead) or not s.lead.strip(" ,、:和") for s in row)


def _divides(head: Statement, row: tuple[Statement, ...], mark: str) -> bool:
    """Whether a list names what one thing divides into: by words that are known to, or with 、 and no verb that goes for all."""
    if is_division(head, row) or (ends_with_rest(row) and not does(row)):
        return True
    names = [len(s.subject) for s in row]
    if does(row) or not (names[0] <= max(names[1:]) or "等" in row[0].subject):
        return False  # a verb before the first may stand before all
    return mark == "、" or (len(row) > 2 and _follows(head, row))


def _follows(head: Statement, row: tuple[Statement, ...]) -> bool:
    """Whether nothing but the list stands right behind a figure that it comes near, and that is no state of things itself."""
    near = _RATHER < sum(s.quantity.size()[0] for s in row) / head.quantity.size()[0] < 1 / _RATHER
    return near and row[-1].index - head.index == len(row) and not (does((head,)) or head.lead.lstrip(" ,").startswith("已"))


def does(row: tuple[Statement, ...]) -> bool:
    """Whether a name says what is done with one thing after another, and not what there is."""
    return any(_STAGE.search(s.lead) or SIDE_EFFECT.search(s.lead) for s in row)


def _leaves(row: tuple[Statement, ...]) -> bool:
    """Whether the second of two figures is what the first leaves: 实有119辆，空编8辆; 已办2349件，正在办理568件."""
    rest = row[1].lead
    return (LEFT.search(rest) or _REST.search(rest) or _REST.search(row[1].tail)) is not None
