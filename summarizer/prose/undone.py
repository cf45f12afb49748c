"""``difference`` of what was to be done and what was done, with other figures between: 学校80所，…已开工65所。共有15个项目未开工.

The verb says which figure was done; what was to be done is the one figure in its unit before. Or each of the two has a list of its
own: 受理14件，其中…；已答复13件，其中…，另有1件正在办理.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from ..claims.base import Claim, Operand
from ..claims.difference import Difference
from ..patterns import lazy
from . import words
from .choosing import followed_by, led_by, together
from .joining import holds, is_part, is_part_here, operand, place
from .nearness import base, near_sum
from .rates import rate_of
from .roles import LEVELS, Role
from .statements import Reading, Statement

_HAS = lazy("^[ ,]*(?:目前|现|全[县市区州镇乡省])*(?:仍|还|尚|另|共|只|仅)*有?$")
_NOT_YET = lazy("(?P<what>^[㐀-鿿]{0,8}?)(?:尚|还|仍)?(?:未(?!来)|没有)(?P<verb>[㐀-鿿]{2})[㐀-鿿]{0,2}(?:[,;。]|$)")
_OTHERS = ("另有", "还有", "尚有", "仍有", "其余", "剩余", "余下", "结转", "尚未", "未")
_OTHER = lazy("^[ ,]*(?:另|还|尚|仍|其余|剩余|余下|结转|未)(?!其中)")
_STATE = lazy("^[ ]*(?:正在|尚在|仍在|尚未|还未|未|待)")
_FAR = 16
_BACK, _NEAR, _GAP = 12, 3, 2
_RATES = frozenset((Role.RATE, Role.NAMED_RATE))
_COUNTED = frozenset(("个", "项", "处", "所", "座", "条", "家", "户", "村"))
"""What a project may be counted in beside the measure word of its kind: 学校133所, 32个项目."""


def claims(reading: Reading, _results: Set[int]) -> Iterator[Claim]:
    """Yield what is still to be done in a sentence that begins with it; a list may add up to it as well."""
    known = {claim.difference.place.start for claim in reading.claims_found() if isinstance(claim, Difference)}
    for left in followed_by(reading, "未", "没有"):
        if left.start in known or not left.quantity.is_count or not left.is_plain or not _HAS.match(left.lead):
            continue
        if (claim := of_verb(reading, left)) is not None:
            yield claim
    for left in together(led_by(reading, *_OTHERS), (s for s in followed_by(reading, "正在", "尚在", "仍在") if s.index)):
        if left.start not in known and left.is_plain and left.is_amount and left.is_level and not left.depth:
            yield from filter(None, (of_heads(reading, left),))


def of_verb(reading: Reading, left: Statement) -> Claim | None:
    """Return that so many are left for which just that was not done which a figure before says was done."""
    found = _NOT_YET.search(left.tail)
    done = _done(reading, left, found) if found else None
    whole = _whole(reading, left, done) if done else None
    if done is None or whole is None or whole.quantity.value <= done.quantity.value:
        return None
    gap = whole.quantity.value - done.quantity.value
    near = gap < _NEAR * left.quantity.value and left.quantity.value < _NEAR * gap
    return _claim(reading, whole, done, left) if near else None


def of_heads(reading: Reading, left: Statement) -> Claim | None:
    """Read 受理14件，其中甲3件、乙11件；已答复13件，其中公开6件、不公开7件，另有1件正在办理: the head of each list is meant."""
    if not _OTHER.match(left.lead) or not (words.LEFT.search(left.lead) or _STATE.match(left.tail) or "结转" in left.lead):
        return None
    near = [s for s in reading.so_far(left, _FAR) if s.like(left) and s.is_level and not s.depth][::-1]
    heads = [s for n, s in enumerate(near) if not n or s.segment != near[n - 1].segment]
    if len(heads) != 2 or len(near) == 2 or any(is_part_here(reading, s) for s in heads) or heads[1].role is not Role.ACTUAL:
        return None
    first, done = heads
    own = [s for s in near if s.segment == done.segment and s is not done]
    told = is_part(reading, near[1]) and (not own or (is_part_here(reading, own[0]) and near_sum(done, own)))
    if not told or left.segment != done.segment or not first.quantity.value > done.quantity.value > left.quantity.value:
        return None
    tried = (first, *(s for s in near[1:] if s.segment == first.segment))
    found = [_claim(reading, s, done, left) for s in tried]  # 收到23件，其中受理20件；审结17件，另有3件正在审理
    return next((claim for claim in found if holds(claim)), found[0])


def left_of_part(reading: Reading, left: Statement, earlier: list[Statement]) -> list[Claim]:
    """Return that so many are left of what a rate or a division says was meant: 合法168个、违法47个，整改41个，整改率87.2%，剩余6个.

    Args:
        earlier: the figures of the kind before it in the sentence, the last first.
    """
    done, *others = earlier
    wholes = [s for s in others if s.quantity.value > done.quantity.value]
    rates = [s for s in reading.statements[done.index + 1 : left.index] if s.role in _RATES and s.depth == left.depth]
    if not wholes or not words.LEFT.search(left.lead) or not (done.role is Role.ACTUAL or done.lead.lstrip(" ,").startswith("已")):
        return []
    if rates:
        meant = [s for s in wholes if holds(rate_of(reading, rates[0], done, s))]
    else:
        *parts, first = others
        divided = len(parts) > 1 and wholes == others and base(first) == sum(map(base, parts))
        meant = others[:1] if divided else []
    if len(meant) != 1 or left.clause - done.clause > _GAP or any(s.is_amount for s in reading.statements[done.index + 1 : left.index]):
        return []
    return [_claim(reading, meant[0], done, left)]


def _done(reading: Reading, left: Statement, found: re.Match[str]) -> Statement | None:
    """Return the nearest figure before whose words say that just this was done: 已开工101所."""
    verb = found["verb"]
    for s in reading.before(left, _BACK):
        if s.paragraph != left.paragraph or left.sentence - s.sentence > _GAP:
            return None
        said = s.lead + s.tail
        if verb in said and s.quantity.is_count and s.is_plain and not s.depth:
            alike = s.role is Role.ACTUAL and not s.respective and f"未{verb}" not in said and f"没有{verb}" not in said
            return s if alike and _counts_alike(s, left) and not is_part_here(reading, s) else None
    return None


def _counts_alike(s: Statement, left: Statement) -> bool:
    return s.like(left) or (left.quantity.unit.name in ("个", "项") and s.quantity.unit.name in _COUNTED)


def _whole(reading: Reading, left: Statement, done: Statement) -> Statement | None:
    """Return the one figure in the unit of what was done that its sentence or the one before has, parts left out."""
    near = [s for s in reading.before(done, _BACK) if s.paragraph == done.paragraph and done.sentence - s.sentence <= 1]
    alike = [s for s in near if s.like(done) and s.role in LEVELS and not s.depth and s.is_plain and not is_part_here(reading, s)]
    later = [s for s in reading.statements[done.index + 1 : left.index] if s.like(done) and s.is_level and not is_part_here(reading, s)]
    later = [s for s in later if s.role is not Role.ACTUAL or s.quantity.value > done.quantity.value]  # 已开工15所，已竣工8所
    return alike[0] if len(alike) == 1 and not later else None


def _claim(reading: Reading, whole: Statement, done: Statement, left: Statement) -> Claim:
    stated = operand(reading, left if left.like(done) else left.in_unit(done.quantity.unit))
    all_, some = operand(reading, whole), operand(reading, done)
    return Difference(all_, some, Operand(stated.quantity, place=operand(reading, left).place), 1, place(reading, whole, done, left), True)
