"""``sum`` of what there is and what is added to it: 现有床位1260张…。新增床位300张，床位达到1560张; 累计建成68个…。再建12个，达到80个."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import led_by
from .joining import holds, operand, place
from .nearness import base, near_sum
from .roles import PRESENT, Role
from .statements import Reading, Statement

_REACHES = lazy(
    "^[ ,]*(?:使|现|将)?(?P<name>[一-鿿]{0,12}?)(?:累计|总数|总量|总规模|规模)?(?:已|将)?(?:达到|达|增至|增加到|扩大到|提高到|增长到)[: ]*$"
)
_ADDS = lazy("新增|再建|新建|扩建|增设|增加|新改建|再增|续建")
_STOCK = lazy("现有|累计|已有|建成|拥有|共有|目前|全[市县区镇]")
_PLAIN = lazy("(?:其中|现有|已有|共有|拥有|全[省市县区州镇乡]|目前|累计|建成|已|有|年末|年底|计划|新增|再建|新建|扩建|增设|增加|再增)*")
_NAME = 3
_BACK, _PARAGRAPHS = 40, 3
_SOME = 20


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what is reached by adding to what the sentences before say that there is."""
    for to in led_by(reading, "达", "增至", "加到", "大到", "高到", "长到"):
        if to.start in results or not to.index or to.depth or not to.is_amount or not to.quantity.is_plain or to.role is Role.TARGET:
            continue
        reaches = _REACHES.match(to.lead)
        more = reading.statements[to.index - 1]
        added = more.sentence == to.sentence and more.like(to) and not more.depth and more.quantity.is_plain and _ADDS.search(more.lead)
        if reaches is None or not added:
            continue
        name = reaches["name"]
        stocks = [s for s in reading.before(more, _BACK) if _may_be(s, to, name or more.subject)]
        for stock in stocks:
            if near_sum(to, (stock, more)) and to.quantity.shows(_SOME):
                claim = _sum(reading, to, stock, more)
                if holds(claim):
                    yield claim
                    break
        else:
            own = [s for s in stocks if len(name) > _NAME and _is_called(s.subject, name)]
            if _is_called(more.subject, name) and len(own) == 1 and base(to) > base(own[0]) and own[0].sentence < more.sentence:
                yield _sum(reading, to, own[0], more)


def _is_called(subject: str, name: str) -> bool:
    """Whether a figure has a name, and no word before it that tells a kind: 公办养老床位."""
    return not subject or (subject.endswith(name) and _PLAIN.fullmatch(subject.removesuffix(name)) is not None)


def _may_be(s: Statement, to: Statement, name: str) -> bool:
    """Whether a figure is what there was, by its name or by a word for a stock."""
    plain = s.like(to) and s.role in PRESENT and not s.depth and s.quantity.is_plain and to.paragraph - s.paragraph < _PARAGRAPHS
    named = len(name) >= _NAME and s.subject[-_NAME:] == name[-_NAME:]
    return plain and s.sentence < to.sentence and (named or _STOCK.search(s.lead) is not None)


def _sum(reading: Reading, to: Statement, stock: Statement, more: Statement) -> Sum:
    parts = operand(reading, stock), operand(reading, more)
    return Sum(operand(reading, to), parts, True, False, place(reading, stock, more, to), True)
