"""``bound`` in words of passing: 由560元提高到600元, 收案突破5万件, 净亏损1593万元，未突破下达的1643万元, and 均高于30% of a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..claims.base import Claim, Operand, stretch
from ..claims.bound import Bound, Relation
from ..patterns import lazy
from ..quantities import Hedge, parse
from .choosing import hedged, led_by
from .joining import operand, place
from .roles import Role
from .statements import Reading, Statement

_UP = lazy("(?:提高|提升|增加|增长|上升|上涨|扩大|扩展|增|升)(?:到|至)(?:了|目前的|现在的)?$")
_DOWN = lazy("(?:下降|降低|减少|缩短|缩小|收窄|压减|压缩|回落|下调|精简|降|减)(?:到|至)(?:了|目前的|现在的)?$")
_FROM = lazy("[由从][^,;。]*$")
_TO_ONE = lazy(
    "[由从][^,;。0-9]{0,10}(?P<from>[0-9]+(?:\\.[0-9]+)?)[:∶]1[^,;。0-9]{0,4}"
    "(?:(?P<down>缩小|下降|降低|收窄|降|缩减)|(?P<up>扩大|上升|提高|升|增加))(?:到|至|为)了?(?P<to>[0-9]+(?:\\.[0-9]+)?)[:∶]1(?![0-9.])"
)
"""由2.25:1缩小到2.20:1."""
_WITHIN = lazy("(?:未|没有|不)(?:突破|超过?)[^,;。0-9]{0,8}$")
_WILL = lazy("将|力争|确保|争取|预计|目标|计划|任务|努力")
_NOT = lazy("未|没有|不曾|有望|力争|能否")
_ADVERB = lazy("(?:首次|率先|历史性|一举|成功|已|均|再次|连续|也)+$")
_VALUES = (Role.LEVEL, Role.ACTUAL, Role.BALANCE)
_BACK = 6
_REACHED = lazy("^[ ,]*(?:达到?|为|实现|完成)$")
_BEHIND = lazy("^[ ]*(?:大关|关口)?[,]?$")
_FAR = 1.5
"""How many times a figure may be off that is still taken for the one that passed a mark."""
_SHARED = 2


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of figures that rose or fell from one to another, and of marks that were passed."""
    for to in reading.of_role(Role.TO):
        yield from _moved(reading, to)
    if ":1" in reading.ground.plain:
        yield from _ratios(reading)
    for mark in led_by(reading, "突破", "未超", "不超"):
        if mark.is_amount and _WITHIN.search(mark.lead.strip()):
            yield from _within(reading, mark)
    if "突" in reading.ground.plain:
        for mark in hedged(reading):
            if mark.quantity.text.startswith("突破") and mark.is_amount:
                yield from _passed(reading, mark)


def _moved(reading: Reading, to: Statement) -> Iterator[Claim]:
    """Read 由560元提高到600元: what rose is more than it was."""
    start = reading.statements[to.index - 1] if to.index else None
    if start is None or start.role is not Role.FROM or not start.like(to) or start.clause != to.clause or to.depth != start.depth:
        return
    if to.listed or start.listed or to.respective or to.quantity.is_hedged or start.quantity.is_hedged or not _FROM.search(start.lead):
        return
    lead = to.lead.rstrip()
    relation: Relation | None = "above" if _UP.search(lead) else "below" if _DOWN.search(lead) else None
    if relation is not None:
        where = place(reading, start, to)
        yield Bound(operand(reading, start), (operand(reading, to),), word=lead[-4:], relation=relation, place=where, likely=True)


def _ratios(reading: Reading) -> Iterator[Claim]:
    """Read 城乡收入比由2.25:1缩小到2.20:1."""
    for found in _TO_ONE.finditer(reading.ground.plain):
        first, last = (
            Operand(parse(f"{found[name]}倍"), place=stretch(*found.span(name))) for name in ("from", "to")
        )
        relation: Relation = "above" if found["up"] else "below"
        yield Bound(first, (last,), word=found["up"] or found["down"], relation=relation, place=stretch(*found.span()), likely=True)


def _within(reading: Reading, mark: Statement) -> Iterator[Claim]:
    """Read 亏损1593万元，未突破下达的1643万元."""
    before = reading.statements[mark.index - 1] if mark.index else None
    if before is not None and before.segment == mark.segment and mark.clause - before.clause == 1 and _may_be(before, mark):
        yield _bound(reading, mark, before, "at-most")


def _passed(reading: Reading, mark: Statement) -> Iterator[Claim]:
    """Read 受理案件50101件，收案首次突破5万件, and 突破1亿元大关，达1.1亿元: what passed a mark stands before it or right behind."""
    if _WILL.search(reading.clause_text(mark)) or _NOT.search(mark.lead):
        return
    reached = [
        s for s in reading.statements[mark.index + 1 : mark.index + 2]
        if s.segment == mark.segment and s.clause - mark.clause == 1 and _REACHED.match(s.lead) and _BEHIND.match(mark.tail)
    ]  # fmt: skip
    near = [s for s in reading.so_far(mark, _BACK) if s.like(mark) and s.role in _VALUES]
    reached = reached or [s for s in near if len(near) == 1 or _shares_word(s, mark)][:1]
    yield from (_bound(reading, mark, s, "at-least") for s in reached if _may_be(s, mark))


def _may_be(value: Statement, mark: Statement) -> bool:
    near = value.like(mark) and value.role in _VALUES and value.depth == mark.depth and not value.quantity.is_hedged
    return near and bool(mark.quantity.value) and 1 / _FAR < value.quantity.size()[0] / mark.quantity.size()[0] < _FAR


def _shares_word(value: Statement, mark: Statement) -> bool:
    """Whether what passed a mark has a character of the name of a figure, or no name of its own."""
    name = _ADVERB.sub("", mark.lead.strip(" ,"))
    return not name or any(c in value.subject for c in name[:_SHARED])


def _bound(reading: Reading, mark: Statement, value: Statement, relation: Relation) -> Bound:
    limit = operand(reading, mark)
    limit = replace(limit, quantity=replace(limit.quantity, hedge=Hedge.NONE), exact=True)
    word = "突破" if relation == "at-least" else "未突破"
    return Bound(limit, (operand(reading, value),), word=word, relation=relation, place=place(reading, value, mark), likely=True)
