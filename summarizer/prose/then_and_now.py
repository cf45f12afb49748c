"""``growth`` of two figures of one thing at two times: 上年同期进口12.5亿美元，今年进口13.75亿美元，同比增长10%.

So 7月186件，8月152件，环比下降18.3%, but no 同比 there, which is of another year.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..patterns import lazy
from .choosing import of_roles
from .gaps import follows, is_of_year_before
from .grown import growth_of, is_real
from .joining import is_part_here
from .roles import LEVELS, Role
from .statements import Reading, Statement

_PLAIN = lazy(
    "^[ ,]*(?:同比|环比|[比较与](?:上年|去年|上月|上期|年初)(?:同期|末|底)?(?:相比)?,?)?"
    "(?:增长|上升|下降|增加|减少|提高|降低|增幅|降幅|增|降)(?:率)?(?:了|约|达|为)*[: ]*$"
)
_TIMES = 5
"""How many times one figure may be the other."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the growth from one to the other of the two figures right before a percentage that no relation has read."""
    for percent in of_roles(reading, Role.GROWTH):
        pair = reading.statements[max(0, percent.index - 2) : percent.index]
        if len(pair) < 2 or pair[0].measure != pair[1].measure or percent.start in results or percent.quantity.unit.name != "%":
            continue
        if percent.listed or percent.respective or not all(_may_be(s, percent) for s in pair) or not _PLAIN.match(percent.lead):
            continue
        old, new = pair if follows(*pair) else pair[::-1]
        near = percent.clause - pair[1].clause <= 1 and pair[1].clause - pair[0].clause <= 1
        if not near or not follows(old, new) or not _is_of_one(old, new) or is_of_year_before(percent.lead, new):
            continue
        if not is_part_here(reading, pair[0]) and not is_real(reading, new, percent):
            yield growth_of(reading, [percent], old, new, (None, percent, None), likely=True)


def _may_be(s: Statement, percent: Statement) -> bool:
    plain = s.is_plain and s.is_amount and s.segment == percent.segment and s.depth == percent.depth
    return plain and (s.role in LEVELS or s.role is Role.AVERAGE) and s.role is not Role.TARGET and s.quantity.value > 0


def _is_of_one(old: Statement, new: Statement) -> bool:
    """Whether two figures have a word in common, or one has none, and lie no many times apart."""
    one, other = old.subject, new.subject
    alike = len(one) < 2 or len(other) < 2 or any(one[n : n + 2] in other for n in range(len(one) - 1))
    return alike and 1 / _TIMES < old.quantity.size()[0] / new.quantity.size()[0] < _TIMES
