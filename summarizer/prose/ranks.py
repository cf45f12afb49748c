"""``rank`` from prose: a place among so many, 在全市十一个县区中排名第三."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Claim
from ..claims.rank import Rank
from ..patterns import lazy
from . import words
from .joining import operand, place
from .roles import Role
from .statements import Reading, Statement

_SCOPE = lazy(r"全[市省县区州国](?:[^,;。0-9]{0,4})$")
"""在全市10个县区排第二: the scope without 中."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for every place in a ranking that stands in a sentence."""
    for statement in reading.of_role(Role.RANK):
        of = _among(reading, statement)
        stands = (statement,) if of is None else (of, statement)
        yield Rank(operand(reading, statement), None if of is None else operand(reading, of), place=place(reading, *stands))


def _among(reading: Reading, standing: Statement) -> Statement | None:
    """Return how many take part, if the words right before the place say so: 全市十一个县区中."""
    if not standing.index:
        return None
    of = reading.statements[standing.index - 1]
    if of.segment != standing.segment or standing.clause - of.clause > 1 or of.quantity.unit.name not in ("个", "家", "支", "所", ""):
        return None
    between = reading.between(of.end, standing.start)
    within = "中" in between or "里" in between or _SCOPE.search(of.lead)
    return of if words.AMONG_TAIL.match(of.tail) and within else None
