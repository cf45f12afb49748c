"""``bound`` beside one figure: 高于94%的目标, 控制在2.5%以内, 超额完成目标 before a rate, and 均在90%以上 before its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Claim, Operand
from ..claims.bound import Bound, Relation
from ..patterns import lazy
from ..quantities import Hedge, parse
from . import words
from .choosing import hedged, led_by, together
from .joining import operand, place
from .roles import PERCENTAGES, Role
from .statements import Reading, Statement

_WORDS: dict[str, Relation] = {
    "不高于": "at-most", "不低于": "at-least", "达到": "at-least", "达": "at-least", "高于": "above", "超过": "above", "优于": "above",
    "大于": "above", "低于": "below", "小于": "below", "少于": "below",
}  # fmt: skip
_HEDGED: dict[Hedge, Relation] = {
    Hedge.ABOVE: "above", Hedge.AT_LEAST: "at-least", Hedge.BELOW: "below", Hedge.AT_MOST: "at-most",
}  # fmt: skip
_KEEPS = lazy(rf"^[ ,]*(?:均|都|已|也)*(?P<word>{words.any_of(_WORDS)})(?!序时)[^,;。()0-9]{{0,10}}$")
_OF_PRIOR = lazy(r"^(?:的)?(?:水平)?[ ]*$")
_LAST = lazy(r"(?:上|去)年(?:同期)?(?:的)?[ ]*$")
_OF_TARGET = lazy(r"的[^,;。()0-9]{0,6}(?:目标|要求|标准|任务|指标|控制线|底线|红线|上限|下限)")
_HELD = lazy(r"^[ ,]*(?:均|都|继续|一直|始终|全部)?(?:严格|有效|成功)?(?:控制|保持|稳定)在$")
_HELD_BELOW = lazy(r"^[^,;。()0-9]{0,8}(?:以内|之内|以下)")
_THEN = lazy(r"^[ ,]*(?:实际|目前|现)?(?:为|是)$")
_LESS_IS_BETTER = lazy(r"浓度|能耗|电耗|水耗|失业|死亡率|发病率|投诉率|赤字率|负债率")
_BETTER = ("优于", "好于")
_PLAIN_BOUND = lazy(r"(?P<word>高于|超过|不低于|低于|不高于|达到)$")
_DONE = lazy(r"超额完成[^,;。0-9]{0,10}(?:任务|目标|计划|指标)[^,;。0-9]{0,3},[ ]*$")
_LIMITS = (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.ABOVE)
_VALUES = (*PERCENTAGES, Role.ACTUAL, Role.AVERAGE)
_SIGNS = ("于", "达", "过", "在")
"""Characters of which every word of a bound has one."""
_ROW = 8
_HUNDRED = 100


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of bounds that one figure or a list behind them must keep."""
    statements = reading.statements
    vague = hedged(reading)
    behind = (statements[s.index + 1] for s in vague if s.index + 1 < len(statements))
    for s in together(reading.of_role(Role.RATE), led_by(reading, *_SIGNS, *words.ALL_SIGNS), vague, behind):
        before = statements[s.index - 1] if s.index else None
        percentage = s.dimension == "ratio"
        if percentage and s.quantity.is_hedged and s.quantity.hedge in _LIMITS and words.ALL.search(s.lead):
            yield from _all_behind(reading, s)
        elif before is not None and s.clause - before.clause == 1 and s.segment == before.segment and s.depth == before.depth:
            if before.like(s) and _may_keep(s):
                yield from _kept(reading, before, s)
            if before.quantity.is_hedged and before.quantity.hedge is Hedge.AT_MOST:
                yield from _held_first(reading, before, s)
            if percentage and words.ALL.search(s.lead):
                yield from _all_listed(reading, s)
        if percentage and s.role is Role.RATE and s.quantity.value < _HUNDRED:
            yield from _done(reading, s)


def _may_keep(limit: Statement) -> bool:
    """Whether words of a bound stand before a figure, or a hedge is all that does: a first look, since most have none."""
    lead = limit.lead
    return "于" in lead or "达" in lead or "过" in lead or "在" in lead or (limit.quantity.is_hedged and not lead.strip(" ,"))


def _kept(reading: Reading, value: Statement, limit: Statement) -> Iterator[Claim]:
    """Read 优良率92%，高于省定90%的目标, and 涨幅2.3%，控制在2.5%以内."""
    if value.listed or value.respective:
        return
    if value.role not in _VALUES and not (value.role is Role.GROWTH and value.direction > 0):
        return
    found = _KEEPS.match(limit.lead)
    relation: Relation | None = None
    if found and (_OF_TARGET.match(limit.tail) or (_LAST.search(limit.lead) and _OF_PRIOR.match(limit.tail))):
        relation = _WORDS[found["word"]]
        if found["word"] in _BETTER and _LESS_IS_BETTER.search(reading.clause_text(value)):
            relation = "below"
    elif (_HELD.match(limit.lead) and _HELD_BELOW.match(limit.tail)) or (_HELD.match(limit.lead) and limit.quantity.hedge is Hedge.AT_MOST):
        relation = "at-most"
    elif not limit.lead.strip(" ,") and limit.quantity.hedge in _HEDGED and _OF_TARGET.match(limit.tail):
        relation = _HEDGED[limit.quantity.hedge]
    if relation is not None:
        word = found["word"] if found else limit.quantity.text
        values = [value, *_others(reading, value)] if "均" in limit.lead or "都" in limit.lead else [value]
        where = place(reading, *values, limit)
        kept = tuple(operand(reading, s) for s in values[::-1])
        yield Bound(operand(reading, limit), kept, word=word, relation=relation, place=where, likely=True)


def _others(reading: Reading, value: Statement) -> list[Statement]:
    """Return the values right before one that are kept with it: 处置率32.4%，闲置土地处置率41.7%，均高于省定30%的要求."""
    found: list[Statement] = []
    last = value
    for s in reading.before(value, _ROW):
        near = s.segment == value.segment and last.clause - s.clause == 1
        if not near or s.role is not value.role or not s.like(value) or s.quantity.is_hedged:
            break
        found.append(s)
        last = s
    return found


def _held_first(reading: Reading, limit: Statement, value: Statement) -> Iterator[Claim]:
    """Read 失业率控制在4%以内，为4.2%."""
    held = limit.lead.rstrip().endswith("控制在") and _THEN.match(value.lead)
    if held and limit.like(value) and not value.listed:
        where = place(reading, limit, value)
        yield Bound(operand(reading, limit), (operand(reading, value),), word="控制在", relation="at-most", place=where, likely=True)


def _all_listed(reading: Reading, limit: Statement) -> Iterator[Claim]:
    """Read 分别增长8.2%、9.1%、7.6%，均高于8%: the list right before the bound."""
    if limit.quantity.is_hedged or limit.tail.strip():
        return
    found = _PLAIN_BOUND.search(limit.lead.strip())
    if found is None:
        return
    values: list[Statement] = []
    for s in reading.before(limit, _ROW):
        if s.segment != limit.segment or s.dimension != "ratio" or s.clause < limit.clause - 2 - len(values) or s.direction < 0:
            break
        values.append(s)
    if len(values) > 1 and all(s.listed for s in values[:-1]):
        rows = tuple(operand(reading, s) for s in values[::-1])
        where = place(reading, *values, limit)
        yield Bound(operand(reading, limit), rows, word=found["word"], relation=_WORDS[found["word"]], place=where, likely=True)


def _done(reading: Reading, rate: Statement) -> Iterator[Claim]:
    """Read 超额完成全年目标，完成率96%."""
    start = reading.ground.clauses.starts[rate.clause]
    before = reading.statements[rate.index - 1] if rate.index else None
    if _DONE.search(reading.between(max(0, start - 40), start)) and (before is None or before.clause < rate.clause - 1):
        yield Bound(Operand(parse("100%")), (operand(reading, rate),), word="超额完成", place=place(reading, rate), likely=True)


def _all_behind(reading: Reading, limit: Statement) -> Iterator[Claim]:
    """Read 完成率均在90%以上，其中道路86.5%、管网95%: the percentages right behind the bound, up to another figure."""
    values: list[Statement] = []
    roles = {*PERCENTAGES, Role.GROWTH} if "增" in reading.clause_text(limit) else set(PERCENTAGES)
    for s in reading.statements[limit.index + 1 : limit.index + _ROW]:
        if s.sentence != limit.sentence or s.segment != limit.segment or s.dimension != "ratio" or s.role not in roles or s.direction < 0:
            break
        values.append(s)
    gap = reading.between(limit.end, values[0].start) if values else ""
    if values and re.match(r"[ ]*(?:,其中|:|\()", gap):
        rows = tuple(operand(reading, s) for s in values)
        yield Bound(operand(reading, limit), rows, word=limit.quantity.text, place=place(reading, limit, *values), likely=True)
