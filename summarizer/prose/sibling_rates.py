"""``rate`` of the whole that the rate before it in the sentence is of: 参考900人，及格810人，及格率90%；优秀270人，优秀率30%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import cast

from ..claims.base import Claim
from ..claims.rate import Rate
from ..patterns import lazy
from .joining import holds
from .rates import rate_of
from .roles import Role
from .statements import Reading, Statement

_STEM = lazy(r"(?P<stem>[㐀-鿿]{2})率(?:约|已|仅|均|也)*(?:为|达到?|是)?[: ]*$")
_PARTS = (Role.LEVEL, Role.ACTUAL)
_OWN = 3
"""Clauses between a rate and the one that it goes on with."""
_FAR = 3
_WHOLE = 100


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the rates with a name that are the result of no claim yet, right behind a figure of that name."""
    known: list[tuple[Statement, Statement]] | None = None
    for rate in (*reading.of_role(Role.NAMED_RATE), *reading.of_role(Role.RATE)):
        if rate.start in results or rate.index < 2 or rate.listed or rate.respective or rate.quantity.is_hedged:
            continue
        found = _STEM.search(rate.lead)
        part = reading.statements[rate.index - 1]
        if found is None or not _stands(part, rate) or not any(c in part.lead + part.tail for c in found["stem"]):
            continue
        known = list(_known(reading)) if known is None else known
        sibling = next(((s, whole) for s, whole in known if s.sentence == rate.sentence and 0 < rate.clause - s.clause <= _OWN), None)
        if sibling is not None and _fits(part, sibling[1], rate):
            yield rate_of(reading, rate, part, sibling[1], likely=True)


def _stands(part: Statement, rate: Statement) -> bool:
    near = part.segment == rate.segment and rate.clause - part.clause == 1 and part.depth == rate.depth
    return near and part.is_amount and part.role in _PARTS and not part.quantity.is_hedged


def _fits(part: Statement, whole: Statement, rate: Statement) -> bool:
    """Whether a part may be of a whole, and is not so far from its rate that another was meant."""
    if not part.like(whole) or not whole.quantity.value or not rate.quantity.value or whole.quantity.size()[0] < part.quantity.size()[0]:
        return False
    apart = part.quantity.size()[0] / whole.quantity.size()[0] * 100 / rate.quantity.size()[0]
    return rate.quantity.value <= _WHOLE and 1 / _FAR < apart < _FAR


def _known(reading: Reading) -> Iterator[tuple[Statement, Statement]]:
    """Yield each rate that fits, and its whole."""
    starts = {s.start: s for s in reading.statements}
    for claim in cast(Iterable[Claim], reading.memory.get("sums", ())):
        if isinstance(claim, Rate) and claim.target is not None and holds(claim):
            rate, whole = (starts.get(operand.place.start) for operand in (claim.rate, claim.target))
            if rate is not None and whole is not None:
                yield rate, whole
