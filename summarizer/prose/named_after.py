"""``rate`` with the whole name of the figure before it: 应结案960件，结案900件，…按期结案720件，按期结案率75%.

How a thing was done makes such a rate one of what was due or of what was done, so that all of these are tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..patterns import lazy
from .choosing import of_roles
from .joining import holds
from .rates import rate_of
from .roles import LEVELS, Role
from .statements import Reading, Statement

_STATED = lazy("(?<=率)(?:约|已|仅|为|达到?|是)*[: ]*$")
_BACK, _LEAST, _ALL = 10, 4, 100


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the rates of a sentence that is clear of what they may be, and that are the result of no claim."""
    for rate in of_roles(reading, Role.RATE, Role.NAMED_RATE):
        part = reading.statements[rate.index - 1]
        if not rate.index or rate.start in results or rate.listed or rate.quantity.value > _ALL or rate.clause - part.clause != 1:
            continue
        name = _STATED.sub("", rate.lead.strip(" ,"))
        if len(name) <= _LEAST or name != f"{part.subject}率" or not part.is_plain or part.depth != rate.depth or part.role not in LEVELS:
            continue
        near = [s for s in reading.so_far(part, _BACK) if s.like(part) and s.role in LEVELS and s.depth == part.depth]
        wholes = [s for s in near if s.quantity.size()[0] >= part.quantity.size()[0] and s.role is not Role.PRIOR]
        tried = [rate_of(reading, rate, part, whole, likely=True) for whole in wholes]
        if sound := next((claim for claim in tried if holds(claim)), None):
            yield sound
        elif due := _due(wholes, part):
            yield rate_of(reading, rate, part, due, likely=True)


def _due(wholes: list[Statement], part: Statement) -> Statement | None:
    """Return the figure of what was to be done, or else that of what was done, by the verb of the part."""
    verb = part.subject[-2:]
    named = [s for s in wholes if s.subject.endswith(verb)]
    return next((s for s in named if s.role is Role.TARGET), named[0] if named else None)
