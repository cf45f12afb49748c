"""By what a figure is broken down: 分产业看, 按城乡分, 从构成看, 三、分部门看：; and lists of one total by one aspect after the other."""

from __future__ import annotations

from collections.abc import Mapping

from ..patterns import lazy
from .breakdowns import Breakdown

BY = lazy(
    r"(?:\([一二三四五六七八九十]\))?(?:按|分(?!别|配|解|享|管|布|清|担|批|期|步))[^,;。:、()0-9]{1,10}(?:[0-9]{1,2}[大个]?[类种])?[,:]"
    r"|(?:\([一二三四五六七八九十]\))?从[^,;。:、()0-9]{1,8}看[,:]"
)
"""What announces an aspect at the beginning of a clause."""
BY_RULE = lazy(
    "(?:习惯|规定|要求|标准|计划|程序|部署|原则|安排|精神|规划|政策|时|照|办法|约定|口径|比例|进度|价格?|计算|测算|核算"
    "|目标|任务|协议|合同|通知|决定|意见)[,:]$"
)
"""By which rule something was done, and no aspect: 按规定，按可比价计算."""
# Each begins with one character, for which a search runs over a text many times faster than for any of a few.
BY_SIGN = tuple(
    map(lazy, (
        "按(?<![^,;。!?\n、 )]按)", "分(?<![^,;。!?\n、 )]分)(?!别|配|解|享|管|布|清|担|批|期|步)", "从(?<![^,;。!?\n、 )]从)", "分:",
    ))
)
"""Where one may be announced."""
BY_LENGTH = 14
"""Characters of a clause in which its sign stands."""
BY_OF = lazy(
    r"(?:[一二三四五六七八九十]{1,2}、|[0-9]{1,2}[.、]|\([一二三四五六七八九十0-9]{1,2}\))[ ]*"
    r"(?:(?:按|分(?!别|配|解|享|管|布|清|担|批|期|步))[^,;。:、()0-9]{1,10}:|从[^,;。:、()0-9]{1,8}看[,:])|[一-鿿]{2,8}?按[^,;。:、()0-9]{1,8}分:"
)
"""The same behind the number of a paragraph, or behind what is divided: 三、分部门看：, 地方收入按部门分：."""


def goes_on(one: Breakdown, other: Breakdown) -> bool:
    """Whether one list stands in the sentence of another, behind it, and both are of things like its total."""
    beside = one.items[0].sentence == other.items[0].sentence and one.items[0].depth == other.items[0].depth
    return beside and any(item.like(head) for item in other.items for head in one.heads)


def next_aspect(one: Breakdown, other: Breakdown, aspect: str, *, passed: bool = False) -> bool:
    """Whether a list begins the sentence behind another, of the same total by another aspect: 从甲看，…。从乙看，….

    Args:
        passed: nothing but shares and growth stands between the lists, in sentences of their own.
    """
    if not one.heads:
        return False
    head, item = one.heads[0], other.items[0]
    follows = not other.near and (item.sentence - one.items[-1].sentence == 1 or passed)
    alike = item.like(head) and one.items[0].like(head) and not one.near
    names = (s.subject.rpartition(":")[2] for s in one.items)
    return follows and alike and not any(name and name[:2] in aspect for name in names)  # 从二产内部看 is of a part


def of_same_total(lists: Mapping[int, Breakdown], other: Breakdown) -> Breakdown | None:
    """Return the list whose last figure stands right before an aspect in its sentence: both are of one total, and not of that figure.

    Args:
        lists: by the numbers of their last figures.
    """
    one = lists.get(other.items[0].index - 1) if other.near else None
    if one is None or one.start > other.start or not one.heads or one.items[0].depth != other.items[0].depth:
        return None
    return one if one.items[-1].like(other.items[0]) else None
