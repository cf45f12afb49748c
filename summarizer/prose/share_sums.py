"""``sum`` of percentages: 优良天数比例72.5%，其中优18.0%、良54.5%; 林地占28%、草地占18%，合计占46%; 拉动3.2个百分点，其中甲1.2个、乙2.0个.

Shares of one whole add up, and so do the points by which each part moves it. Other rates do not; theirs may only hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import from_chinese
from .complements import may_overlap
from .joining import operand, place
from .nearness import near_sum
from .roles import PERCENTAGES, Role
from .statements import Reading, Statement

_SHARE = lazy("占|比重|(?<!同)(?<!环)比例|优良")
_ADDS = lazy("占|比重|优良|拉动|贡献")
"""What is said of a percentage that is the sum of others."""
_BEHIND = lazy(r"(?:,[^,;。()]*百分点)?[^,;。()0-9%]{0,4}(?:[,。;:]*(?:其中|包括)|\()")
_MOVED = lazy(r"(?<!占)比(?![例重])|较|提高|上升|下降|回落|增长(?!的?贡献)|降低|高于|低于|涨|降幅|完成")
_CLOSES = lazy(
    r"^[ ,;]*(?:[一-鿿、和与]{2,40}?(?=[两二三四五六七八九](?:大|[项者类种地]合)))?(?P<number>[两二三四五六])?(?:者|项|类|地|个|种|家|大)?"
    r"[㐀-鿿]{0,4}?(?:合计|共计|总计|合共|加起来|共)"
    r"(?:为|占比?|占比重)?[^,;。()0-9]{0,8}$"
)
_GROUPS = (("优", "良"),)
"""Names that leave nothing out of what both are called together: 优良."""
_NAMES = lazy(
    "[ ]*((?:[一-鿿]{2,12}?[、和与]){1,5}?[一-鿿]{2,8}?)"
    "(?:是|仍|[居位]|[两二三四五六七八九](?:者|项|类|地|个|种|家|大)|,|合计|共计|成为)"
)
_MOST, _LEAST = 12, 2
_FAR = 2
_KINDS = frozenset(("ratio", "points"))


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what percentages make together, before their list or behind it."""
    plain = reading.ground.plain
    announced = "其中" in plain or "(" in plain or "包括" in plain
    for dimension in _KINDS:
        for s in reading.of_dimension(dimension):
            if s.role is Role.GROWTH or not _adds_up(s):
                continue
            if "计" in s.lead or "共" in s.lead or "加" in s.lead:
                yield from _closed(reading, s)
            elif announced and not s.listed:
                yield from _announced(reading, s, results)


def _adds_up(s: Statement) -> bool:
    """Whether a percentage stands for itself, or says by how many points something moves a whole."""
    if s.quantity.is_hedged or s.quantity.unit.name not in ("%", "个百分点"):
        return False
    return s.role in PERCENTAGES if s.dimension == "ratio" else s.role is Role.OTHER and _ADDS.search(s.lead) is not None


def _announced(reading: Reading, head: Statement, results: Set[int]) -> Iterator[Claim]:
    row: list[Statement] = []
    first: Statement | None = None
    for s in reading.statements[head.index + 1 : head.index + _MOST]:
        if s.sentence - head.sentence > 1 or s.paragraph != head.paragraph or (row and s.sentence != row[0].sentence):
            break
        if first is None and s.dimension == "points" != head.dimension:
            continue  # 比上年提高1.2个百分点
        if s.dimension != head.dimension or (row and s.bracket != row[0].bracket) or not _adds_up(s):
            break
        first = first or s
        row.append(s)
    if len(row) < _LEAST or not all(s.subject for s in row) or not _leads(reading, head, row[0]):
        return
    following = reading.statements[row[-1].index + 1 : row[-1].index + 2]
    closed = not following or following[0].segment != row[-1].segment or following[0].bracket != row[-1].bracket
    parts = tuple(row)
    meant = closed and head.start not in results and _must(head, parts) and not may_overlap(reading, parts)
    if meant or near_sum(head, parts):
        yield _sum(reading, head, parts)


def _leads(reading: Reading, head: Statement, first: Statement) -> bool:
    """Whether a list is announced right behind a percentage, but for how that has moved."""
    still = head.dimension == "points" or not _MOVED.search(head.lead)
    return still and _BEHIND.match(reading.between(head.end, first.start)) is not None


def _must(head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether parts are more than the share that they are of, or leave nothing out of it and are less."""
    if any(_MOVED.search(p.lead) for p in parts) or not _ADDS.search(head.lead):
        return False
    made, whole = sum(p.quantity.size()[0] for p in parts), head.quantity.size()[0]
    all_ = any(len(parts) == len(names) and all(n in p.subject for n, p in zip(names, parts, strict=True)) for names in _GROUPS)
    of_it = head.dimension == "points" or all(_SHARE.search(p.subject) or len(p.subject) < _MOST for p in parts)
    return of_it and (all_ or whole < made < _FAR * whole)


def _closed(reading: Reading, total: Statement) -> Iterator[Claim]:
    """Read 林地占28.3%、草地占17.8%、湿地占10.4%，三者合计56.5%."""
    found = _CLOSES.match(total.lead)
    if found is None and not (total.index and reading.statements[total.index - 1].quantity.chinese):
        return
    row: list[Statement] = []
    number = int(from_chinese(found["number"])) if found and found["number"] else 0
    for s in reading.so_far(total, _MOST):
        if s.clause == total.clause and s.quantity.chinese:
            number = int(s.quantity.value)
            continue
        if s.dimension != total.dimension:
            if row and s.depth <= row[0].depth and s.dimension in _KINDS:
                break
            continue
        if not _adds_up(s) or s.depth != total.depth or len(row) == number > 0 or "计" in s.lead:
            break
        row.insert(0, s)
    if not row and number:
        row = _named(reading, total, number)
    if len(row) < max(_LEAST, number) or any(_MOVED.search(s.lead) for s in (*row, total)):
        return
    parts = tuple(row)
    made, whole = sum(p.quantity.size()[0] for p in parts), total.quantity.size()[0]
    sure = number == len(row) or all("占" in s.lead or s.respective for s in row)
    if near_sum(total, parts) or (sure and whole / _FAR < made < _FAR * whole):
        yield _sum(reading, total, parts)


def _named(reading: Reading, total: Statement, number: int) -> list[Statement]:
    """Return the shares of the sentences before that go by the names of a list: 甲占41%，乙占34%。甲、乙居前列，两项合计占75%."""
    found = _NAMES.match(reading.between(reading.begin(total), total.start))
    names = [name.removesuffix("类") for name in re.split("[、和与]", found[1])] if found else []
    near = [s for s in reading.before(total, 2 * _MOST) if 0 < total.sentence - s.sentence <= _FAR and s.dimension == total.dimension]
    row: list[Statement] = []
    for name in names[-number:]:
        own = [s for s in near if _adds_up(s) and s.depth == total.depth and s.lead.strip(" ,;、").startswith(name)]
        if len(own) == 1:
            row.append(own[0])
    return row if len(row) == number == len(names) else []


def _sum(reading: Reading, total: Statement, parts: tuple[Statement, ...]) -> Sum:
    return Sum(operand(reading, total), tuple(operand(reading, p) for p in parts), True, False, place(reading, total, *parts), True)
