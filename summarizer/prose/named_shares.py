"""``share`` of two figures by their names, sentences before: 城镇零售额157.7亿元。城镇占限上零售额的96.3%.

The part may also follow: 石油类占零售额的22.4%，实现36.7亿元. Only the part is known by its name; the whole is whatever fits, or the one
figure of the paragraph that has its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..patterns import lazy
from . import words
from .joining import holds, may_divide
from .parts import Pair, head_before
from .roles import LEVELS, Role
from .shares import share_of
from .statements import Reading, Statement
from .wholes import is_called

_SAID = lazy(
    r"^[ ,;:]*(?:其中,?)?(?P<part>[㐀-鿿]{2,12}?)占(?!比|用|地)(?P<whole>[㐀-鿿]{2,16}?)的?(?:比重|比例|份额)?(?:约|达到?|为)*[: ]*$"
)
_BEHIND = lazy("^[ ,]*(?:共|累计)?(?:实现|完成|达到?|为)[^,;。0-9]{0,10}$")
_MEASURE = lazy("(?<=..)[额数量]$")
"""提取额 is of what was called 提取 before."""
_THIS_YEARS = frozenset(("本年", "今年", "当年", "新增", "本年新增", "今年新增", "本期"))
_BACK, _TRIED = 24, 8
_FAR = 3
"""How many times a quotient may be off that is taken for the one that was meant."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the shares with a name for part and whole that are the result of no claim yet."""
    for share in reading.of_role(Role.SHARE):
        if share.dimension != "ratio" or share.start in results or share.listed or share.quantity.is_hedged:
            continue
        if found := _SAID.match(share.lead):
            yield from _named(reading, share, *(_MEASURE.sub("", found[name]) for name in ("part", "whole")))


def _named(reading: Reading, share: Statement, name: str, whole_name: str) -> Iterator[Claim]:
    near = [s for s in reading.before(share, _BACK) if s.paragraph == share.paragraph and s.role in LEVELS and not s.depth and s.is_amount]
    near = [s for s in near if s.quantity.value and not s.quantity.per and not s.quantity.is_hedged]
    behind = reading.statements[share.index + 1 : share.index + 2]
    follows = [s for s in behind if s.segment == share.segment and s.clause - share.clause == 1 and s.is_amount and _BEHIND.match(s.lead)]
    if name in _THIS_YEARS:  # 建成21个，累计86个，本年占累计的24.4%
        follows = [s for s in near if whole_name not in s.lead][:1]
    parts = follows or [s for s in near if s.subject.startswith(name) or s.subject.endswith(name)][:2]
    wholes = [(part, s) for part in parts for s in near if s is not part and s.like(part)]
    wholes = [(part, s) for part, s in wholes if s.quantity.size()[0] >= part.quantity.size()[0]][:_TRIED]
    telling = share.quantity.shows(100)
    for part, whole in wholes:
        called = is_called(whole, whole_name) or whole_name in whole.lead
        if (telling or called) and may_divide(part, whole, share, 100):
            claim = share_of(reading, Pair(part, share), whole)
            if holds(claim):
                yield claim
                return
    meant = [(part, s) for part, s in wholes if is_called(s, whole_name) or whole_name in s.lead]
    if words.OF_ALL.search(share.lead) and parts and (head := head_before(reading, share, parts[0])) is not None:
        meant = [(parts[0], head)]
    if len(parts) == len(meant) == 1 and _is_near(*meant[0], share):
        yield share_of(reading, Pair(parts[0], share), meant[0][1], likely=True)


def _is_near(part: Statement, whole: Statement, share: Statement) -> bool:
    apart = part.quantity.size()[0] / whole.quantity.size()[0] * 100 / share.quantity.size()[0]
    return 1 / _FAR < apart < _FAR
