"""Which figures before a list are no totals of it, and where a list goes on to others of what its total is called.

粮食种植面积9亩，其中稻谷5亩；烟叶种植面积4亩: the last is no part.
"""

from __future__ import annotations

from ..patterns import lazy
from ..quantities import Hedge
from .statements import Reading, Statement

NO_GRAIN = lazy("油料|油菜|烟|菜|果|茶|棉|糖|药|瓜|花")
_ENDING = 4
_LIMIT = lazy("(?:控制在|[低少小]于|[不未没][^,0-9]{0,2}[超突][过破出]|限额|上限|红线)[^,;。0-9]{0,6}$")
_LIMIT_TAIL = lazy("[一-鿿]{0,4}(?:红线|以内|之内|限额|上限)")
"""What a figure is kept below."""
STANDS = lazy("^[ ,]*(?:现|目前|年末|期末|尚)[^,;。0-9]{0,6}$")
"""What there is behind what came and went: 累计接收812人，解除697人，现在册115人，其中…."""


def up_to_running(head: Statement, parts: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return a list up to the ； behind which what is called as its total is goes on: 事故251起。其中轻微241起，一般10起；死亡事故4起."""
    return parts[: _running(head, parts)]


def runs_on(head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a list goes on to what is called as its total is: 粮食种植面积9亩，其中稻谷5亩；烟叶种植面积4亩；油料种植面积3亩."""
    return _running(head, parts) < len(parts) or ("粮" in head.subject and any(NO_GRAIN.search(p.subject) for p in parts[1:]))


def _running(head: Statement, parts: tuple[Statement, ...]) -> int:
    """Return which part is the first that stands behind a ； and is called as the total is; how many there are if none."""
    own = head.subject[-_ENDING:]
    if len(own) < _ENDING or not parts or parts[0].subject.endswith(own):
        return len(parts)
    later = (n for n, p in enumerate(parts) if p.segment != parts[0].segment and p.subject.endswith(own) and p.subject != own)
    return next((n for n in later if not _begins(parts[n], head)), len(parts))


def _begins(part: Statement, head: Statement) -> bool:
    """Whether a part begins as its total does: 公务用车运行费决算 and 公务用车购置及运行费决算."""
    return part.subject[:2] in head.subject and not part.subject.startswith("全")


def without_limits(heads: list[Statement]) -> list[Statement]:
    """Leave out what others keep below: 用水总量5.6亿立方米，控制在6.1亿立方米以内，其中农业…."""
    limits = [h for h in heads if _LIMIT.search(h.lead) or _LIMIT_TAIL.match(h.tail) or h.quantity.hedge is Hedge.AT_MOST]
    kept = [h for h in heads if h not in limits]
    return kept if limits and all(any(h.like(limit) for h in kept) for limit in limits) else heads


def is_own_rate(reading: Reading, rate: Statement) -> bool:
    """Whether a rate has the name of what stands before it: 各类工程开工16170套，开工率110%（其中…）."""
    stem = rate.lead.partition("率")[0][-2:]
    return bool(rate.index) and len(stem) > 1 and stem in reading.statements[rate.index - 1].subject


def is_short_for(own: str, name: str) -> bool:
    """Whether a name is another's in fewer characters: 经作 and 经济作物."""
    rest = iter(name)
    return len(own) > 1 and all(character in rest for character in own)
