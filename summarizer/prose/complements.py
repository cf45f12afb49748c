"""Words that together name all of a whole: 税收 and 非税, 城镇 and 农村, 第一、第二、第三产业, and 其他 at the end of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .statements import LEVELS, Reading, Statement

COMPLEMENTS: tuple[tuple[tuple[str, ...], bool], ...] = (
    (("税收", "非税"), True),
    (("第一产业", "第二产业", "第三产业"), True),
    (("出口", "进口"), True),
    (("城镇", "乡村"), True),
    (("城镇", "农村"), True),
    (("城市", "农村"), True),
    (("一般债务", "专项债务"), True),
    (("一般债券", "专项债券"), True),
    (("市本级", "县"), True),
    (("本级", "乡镇"), False),
    (("一般性转移支付", "专项转移支付"), False),
    (("国税", "地税"), False),
    (("新增债券", "置换债券"), False),
    (("男", "女"), True),
    (("公办", "民办"), False),
    (("新建", "续建"), False),
)
"""Names that divide a whole between them, and whether that is certain. 国税 and 地税 leave out what other offices take in."""

_APART = 24
"""Figures between the two halves of a complement: each may be broken down in its turn."""
_NARROWED = re.compile(r"\([^()]*(?:以上|以下|不含|不包括|除)")
_OUTPUT = re.compile("生产总值|GDP|增加值")
_REST = re.compile(r"^其[他它余]|等其[他它]")


def complement_of(head: Statement, parts: tuple[Statement, ...]) -> bool | None:
    """Whether the parts are the members of a complement, one each: ``True`` certain, ``False`` likely, ``None`` not."""
    if any(_NARROWED.search(part.lead) for part in parts):
        return None  # 城镇（限额以上）: a part that was narrowed down
    for names, certain in COMPLEMENTS:
        if names[0] == "第一产业" and not _OUTPUT.search(head.subject):
            continue  # households use power too, and belong to no industry
        if len(parts) == len(names) and _one_each(names, parts) and not any(name in head.subject for name in names):
            return certain
    return None


def _one_each(names: tuple[str, ...], parts: tuple[Statement, ...]) -> bool:
    left = list(names)
    for part in parts:
        # 非税收入 holds 税收 too: the longest name that fits counts.
        found = max((name for name in left if name in part.subject), key=lambda name: ("非" in name, len(name)), default=None)
        if found is None or (found == "税收" and "非税" in part.subject):
            return False
        left.remove(found)
    return not left


def ends_with_rest(parts: tuple[Statement, ...]) -> bool:
    """Whether the last part is 其他: then the list is all there is."""
    return len(parts) > 1 and _REST.search(parts[-1].subject) is not None


def complement_pairs(reading: Reading) -> Iterator[tuple[Statement, Statement]]:
    """Yield two figures of one complement that stand in different sentences, each first in its segment or nearly so."""
    waiting: dict[str, Statement] = {}
    partner = {names[1]: names[0] for names, _ in COMPLEMENTS if len(names) == 2}
    for s in reading.statements:
        if s.depth or s.role not in LEVELS or not s.subject:
            continue
        for second, first in partner.items():
            if second in s.subject:
                one = waiting.get(first)
                if one is not None and one.sentence != s.sentence and s.index - one.index <= _APART and one.like(s):
                    yield one, s
            elif first in s.subject:
                waiting[first] = s
