"""``sum`` and ``difference`` of the points that make a score: 得分91.5分：基础分46.0分（满分50分），业务分38.5分，加分8.0分，扣1.0分.

What is taken off is told by 扣 or 减分. Full marks in brackets are no points.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.difference import Difference
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import led_by
from .complements import may_overlap
from .joining import added, holds, mends, operand, place
from .nearness import base
from .slips import one_slip
from .statements import Reading, Statement

_TOTAL = lazy("(?:得分|总分|总得分|总成绩|综合分|得)(?:合计|共计|共|为|是|达)*[: ]*$")
_NO_TOTAL = lazy("平均|最高|最低|[比较]|第[一二三四五六七八九十]|上年|去年|提[高升]")
_OFF = lazy("(?:扣(?:除|减|分)?|减分项?|倒扣|减)(?:合计|共计|共|为|了)*[: ]*$")
_FULL = lazy("满分|总分|权重|分值|标准分")
_LED_IN = lazy("分?[^,;。0-9]{0,8}[,:(]*(?:其中|分别为|具体为)?[,:(]*[^,;。0-9]{1,16}$")
_MOST = 12


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of the points behind each score."""
    for total in led_by(reading, "得", "总分", "总成绩", "综合分") if reading.of_dimension("score") else ():
        score = total.dimension == "score" and total.is_plain and not total.depth and total.start not in results
        if score and _TOTAL.search(total.lead) and not _NO_TOTAL.search(total.lead) and "其中" not in total.lead:
            yield from _points(reading, total)


def _points(reading: Reading, total: Statement) -> Iterator[Claim]:
    """Yield that the points of the rest of its sentence make a score, or are likely to be meant to."""
    given: list[Statement] = []
    taken: list[Statement] = []
    statements = reading.statements[total.index + 1 : total.index + 1 + _MOST]
    for s in statements:
        if s.sentence != total.sentence:
            break
        if s.dimension != "score" or (s.depth and _FULL.search(s.lead)):
            continue
        if not s.is_plain or not s.subject or _FULL.search(s.lead) or _NO_TOTAL.search(s.lead):
            return
        (taken if _OFF.search(s.lead) else given).append(s)
    parts = sorted((*given, *taken), key=lambda s: s.index)
    inside = {s.bracket if s.depth else -1 for s in parts}
    if len(given) < 2 or len(inside) > 1 or max(map(base, given)) >= base(total) or parts[0].index != total.index + 1:
        return
    if not _LED_IN.fullmatch(reading.between(total.end, parts[0].start)):
        return
    where = place(reading, total, *parts)
    if taken:
        rest: Claim = Difference(added(reading, given), added(reading, taken), operand(reading, total), 1, where, True)
        if holds(rest) or base(total) - sum(map(base, given)) in (0, sum(map(base, taken))) or mends(rest):
            yield rest  # nothing was taken off, or it was added
        return
    claim = Sum(operand(reading, total), tuple(operand(reading, s) for s in given), True, False, where, True)
    if holds(claim) or (one_slip(total, given) and not may_overlap(reading, tuple(given))):
        yield claim
