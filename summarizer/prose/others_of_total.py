"""Where a list goes on, behind a ；, to others of what its total is called: 粮食种植面积9亩，其中稻谷5亩；烟叶种植面积4亩."""

from __future__ import annotations

from ..patterns import lazy
from .statements import Statement

NO_GRAIN = lazy("油料|油菜|烟|菜|果|茶|棉|糖|药|瓜|花")
_ENDING = 4


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
