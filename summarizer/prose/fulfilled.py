"""``bound`` from words that say a target was reached: 超额完成5000人的目标, 圆满完成任务 beside target and actual."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Claim, Operand
from ..claims.bound import Bound, Relation
from ..patterns import lazy
from ..quantities import parse
from . import words
from .choosing import led_by
from .joining import operand, place
from .roles import PRESENT, Role
from .statements import Reading, Statement

_WAYS = words.table("超额 圆满 全面 如期 顺利 提前 按期 全部 按时 胜利 超量")
_REACHED = f"超额(?:提前)?|{'|'.join(_WAYS[1:])}"
_AIM = "任务|目标|计划|指标"
_SAID = lazy(rf"(?P<way>{_REACHED})(?:超额)?完成了?[^,;。0-9]{{0,16}}(?:{_AIM})")
_SAID_OF_FIGURE = lazy(rf"(?P<way>{_REACHED}|已|实际)?(?:超额)?完成了?[^,;。0-9]{{0,10}}$")
_OF_AIM = lazy(rf"^[ ]*的?[^,;。0-9]{{0,10}}(?:{_AIM})")
_SIGN = lazy(f"完成(?:{'|'.join(f'(?<={way}完成)' for way in _WAYS)})")
_BEFORE, _BEHIND = 6, 21
"""Characters before and behind a sign in which all of it stands."""
_NOT_SO = lazy("控制|不超|以内|下降|降低|减少|能耗|排放|未|尚|除|仍|基本|若|力争|确保|争取|将|拟|预计")
_RATE_OF_WORK = lazy(r"(?:完成|开工|完工|竣工|建成|达成|交付)率[^,;。0-9]{0,4}$")
_WHOLE = 100
_FAR = 3


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every 完成任务 that has figures beside it."""
    signs = [sign.start() for sign in _SIGN.finditer(reading.ground.plain)]
    for match in _said(reading.ground.plain, signs):
        near = _sentence(reading, match.start())
        if not near or _NOT_SO.search(_text(reading, match.start())):
            continue
        yield from _pair(reading, match["way"], near)
        yield from _rates(reading, match["way"], match.end(), near)
    for s in led_by(reading, "完成") if signs else ():
        if s.index and s.is_amount and (found := _SAID_OF_FIGURE.search(s.lead)) and _OF_AIM.match(s.tail):
            yield from _of_figure(reading, s, found["way"] or "")


def _said(plain: str, signs: list[int]) -> Iterator[re.Match[str]]:
    """Yield where a text says that a target was reached: round the signs of that, since few texts have any."""
    end = 0
    for sign in signs:
        if found := _SAID.search(plain, max(end, sign - _BEFORE), sign + _BEHIND):
            end = found.end()
            yield found


def _sentence(reading: Reading, offset: int) -> list[Statement]:
    """Return the figures of the sentence that stands at ``offset``."""
    clause = reading.ground.clause_at(offset)
    sentence = reading.ground.clauses.sentences[clause]
    low, high = 0, len(reading.statements)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if reading.statements[middle].sentence < sentence else (low, middle)
    found = []
    for s in reading.statements[low : low + 12]:
        if s.sentence != sentence:
            break
        found.append(s)
    return found


def _text(reading: Reading, offset: int) -> str:
    """Return the sentence at ``offset``, as far as it matters."""
    clauses, here = reading.ground.clauses, reading.ground.clause_at(offset)
    first = last = here
    while first and clauses.sentences[first - 1] == clauses.sentences[here] and here - first < _FAR:
        first -= 1
    while last + 1 < len(clauses) and clauses.sentences[last + 1] == clauses.sentences[here] and last - here < _FAR:
        last += 1
    return reading.between(clauses.starts[first], clauses[last].end)


def _pair(reading: Reading, way: str, near: list[Statement]) -> Iterator[Claim]:
    """Read 任务1200人，培训1136人，圆满完成任务: the only target of the sentence and the only figure of its unit beside it."""
    targets = [s for s in near if s.role is Role.TARGET]
    if len(targets) != 1:
        return
    target = targets[0]
    done = [s for s in near if s is not target and s.like(target) and s.depth == target.depth]
    if len(done) == 1 and done[0].role in PRESENT and abs(done[0].index - target.index) == 1 and not done[0].listed:
        yield _bound(reading, target, done[0], way)


def _of_figure(reading: Reading, target: Statement, way: str) -> Iterator[Claim]:
    """Read 新增就业4830人，超额完成5000人的年度目标任务, and 如期完成计划200套的建设任务，建成180套."""
    if not way or way in ("已", "实际") or _NOT_SO.search(_text(reading, target.start)):
        return
    before = reading.statements[target.index - 1]
    if before.like(target) and before.role in PRESENT and before.segment == target.segment and target.clause - before.clause == 1:
        yield _bound(reading, target, before, way)
        return
    if target.index + 1 < len(reading.statements):
        after = reading.statements[target.index + 1]
        own = after.like(target) and after.segment == target.segment and after.clause - target.clause == 1
        if own and after.role in (*PRESENT, Role.TARGET) and after.word != "的" and "其中" not in after.lead:
            yield _bound(reading, target, after, way)


def _bound(reading: Reading, target: Statement, done: Statement, way: str) -> Bound:
    relation: Relation = "above" if way.startswith("超") else "at-least"
    where = place(reading, target, done)
    return Bound(operand(reading, target), (operand(reading, done),), word=f"{way}完成", relation=relation, place=where, likely=True)


def _rates(reading: Reading, way: str, end: int, near: list[Statement]) -> Iterator[Claim]:
    """Read 全面完成目标任务，其中开工率92%: a rate below a hundred in the next clause."""
    clause = reading.ground.clause_at(end)
    rates = [s for s in near if s.start > end and s.role is Role.RATE and s.dimension == "ratio" and s.clause - clause == 1]
    if rates and _RATE_OF_WORK.search(rates[0].lead) and not rates[0].listed and not way.startswith("超"):
        limit = Operand(parse(f"{_WHOLE}%"), exact=True)
        where = place(reading, rates[0])
        yield Bound(limit, (operand(reading, rates[0]),), word=f"{way}完成", relation="at-least", place=where, likely=True)
