"""What lies between two levels, told by its own verb: 由29个减至9个，化解20个; 新招40名，总数由186名增至226名."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import Literal

from ..claims.base import Claim
from ..claims.growth import Growth
from ..patterns import lazy
from .choosing import of_roles
from .joining import holds, operand, place
from .roles import CHANGES, LEVELS, Role
from .slips import slip_chance
from .statements import Reading, Statement
from .words import is_yearly

_LESS = lazy(
    r"(?:化解|减少?|下降|压减|压缩|压降|削减|消化|退出|关停|关闭|消除|整合|撤并|撤销|清理|清零|整治|拆除|缩短|缩减|淘汰|注销|取缔|归并|精简|脱贫|脱困|核减|少|掉|调[低减]|降低)"
    r"了?(?:[一-鿿]{0,6})[: ]*$"
)
_MORE = lazy(
    r"(?:新[增招建购设开改添装评创认引聘]|净?增加?|扩建|扩充|扩大|引进|增设|购置|补充|招聘|录用|增配|添置|发展|吸纳|提高|提升|多|涨|调[高增])"
    r"了?(?:[一-鿿]{0,10})[: ]*$"
)
_REACHED = lazy("^[ ,]*(?:总?(?:数|量|额)?(?:达到?|增至|升至|降至|减至|为|共)|已?达到?)[: ]*$")
_SLIP, _KIN_SLIP = 0.2, 0.8
"""How likely chance may explain a slip; names with a character in common, 消防员 and 队员, are likely of one thing."""
_ROLES = (LEVELS | CHANGES) - {Role.TO}
"""What 由C增至D leads to is no change, but where another pair of levels ends: 甲由A增至B，乙由C增至D."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the change beside each pair of levels 由A到B that is the result of no claim yet."""
    for after in of_roles(reading, Role.CHANGE, Role.TO):
        if not after.index:
            continue
        if after.role is Role.CHANGE and (claim := _from_base(reading, after, results)):
            yield claim
        before = reading.statements[after.index - 1]
        if before.role is not Role.FROM or after.role is not Role.TO or not before.like(after) or not before.is_amount:
            continue
        if claim := _behind(reading, before, after, results) or _ahead(reading, before, after, results):
            yield claim


def _from_base(reading: Reading, change: Statement, results: Set[int]) -> Growth | None:
    """Read 比去年的73起增加61起，达到134起: base and change stand together, and what they make is right behind."""
    near = reading.statements[max(0, change.index - 1) : change.index + 2]
    if len(near) < 3 or not change.direction or change.start in results or near[2].start in results:
        return None
    base, _, after = near
    alike = base.like(change) and after.like(change) and base.depth == after.depth == change.depth and change.is_amount
    if not alike or base.role is not Role.BASE or after.clause - base.clause > 1 or after.segment != base.segment:
        return None
    if after.role not in LEVELS or not _REACHED.match(after.lead):
        return None
    parts = operand(reading, base), operand(reading, after), operand(reading, change)
    return replace(Growth(*parts, place=place(reading, *near), likely=True), direction=change.direction)


def _way(before: Statement, after: Statement) -> Literal[-1, 1]:
    return -1 if after.quantity.size()[0] < before.quantity.size()[0] else 1


def _says(change: Statement, way: int) -> bool:
    """Whether the verb before a figure goes the way of the levels."""
    return (_LESS if way < 0 else _MORE).search(change.lead.rstrip()) is not None


def _behind(reading: Reading, before: Statement, after: Statement, results: Set[int]) -> Growth | None:
    """Read 由29个减至9个，化解20个: there is no other figure it can be of."""
    for change in reading.statements[after.index + 1 : after.index + 2]:
        near = change.segment == after.segment and change.clause - after.clause <= 1 and change.depth == after.depth
        near = near and "其中" not in change.lead and "主要" not in change.lead and not is_yearly(change.lead)
        if near and change.like(after) and change.start not in results and change.role in _ROLES and _says(change, _way(before, after)):
            return _growth(reading, before, after, change)
    return None


def _ahead(reading: Reading, before: Statement, after: Statement, results: Set[int]) -> Growth | None:
    """Read 新招40名，总数由186名增至226名: more may have come and gone, so that only a slip is told."""
    change = reading.statements[before.index - 1] if before.index else None
    if change is None or change.segment != before.segment or before.clause - change.clause > 1 or not change.like(after):
        return None
    inside = before.lead[:1] == "(" and change.depth == after.depth - 1
    if change.role not in _ROLES or change.start in results or not (change.depth == after.depth or inside):
        return None
    claim = _growth(reading, before, after, change)
    if "总" in before.lead and "新增" in change.lead and claim.direction > 0:
        return claim
    if not _says(change, _way(before, after)):
        return claim if "新" in change.lead and claim.direction > 0 and holds(claim) else None
    larger, smaller = (after, before) if claim.direction > 0 else (before, after)
    kin = bool(set(change.subject[1:]) & set(before.subject))
    return claim if holds(claim) or slip_chance(larger, (smaller, change)) < (_KIN_SLIP if kin else _SLIP) else None


def _growth(reading: Reading, before: Statement, after: Statement, change: Statement) -> Growth:
    parts = operand(reading, before), operand(reading, after), operand(reading, change)
    where = place(reading, before, after, change)
    return replace(Growth(*parts, place=where, likely=True), direction=_way(before, after))
