"""What was done, what is being done and what is not begun: together they are all that there is to do."""

from __future__ import annotations

from ..patterns import lazy
from .statements import Statement

_UNDONE = lazy("未|尚(?!有[^未]*$)|暂[未缓停]|待|停工|滞后|没有")
_DONE = lazy("(?<![未待])(?:完成|已|办结|整改|开工|竣工|建成|达标|销号|解决|落实|实现)")
_ON_TIME, _LATE = lazy("(?<!不)(?:正常|顺利|按期|按时|有序|达序时|达到序时)"), lazy("滞后|缓慢|逾期|未达(?:到)?序时")
_NOT = lazy("未([一-鿿]{2})")
_DOING = lazy("正在|在[建办]|推进|实施|进行|[办施整]中")


def are_states(parts: tuple[Statement, ...]) -> bool:
    """Whether some were done and others not, and what is between stands between: 完成的46项，正在实施的63项，尚未启动的3项."""
    said = [part.lead + part.tail[:6].partition(",")[0] for part in parts]
    if len(parts) == 2 and _ON_TIME.search(said[0]) and _LATE.search(said[1]):
        return True  # 13项推进正常，1项推进滞后
    if len(parts) not in (2, 3) or not _UNDONE.search(said[-1]) or _UNDONE.search(said[0]):
        return False
    if not (_DONE.search(said[0]) or _ON_TIME.search(said[0])):
        return False
    if len(parts) == 2:
        verb = _NOT.search(said[1])
        return verb is not None and verb[1] in said[0]  # 已办结216件，未办结22件
    return _DOING.search(said[1]) is not None and not _UNDONE.search(said[1])
