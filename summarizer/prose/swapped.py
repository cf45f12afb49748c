"""``growth`` with the percentage of the wrong base: of what there is now, where that of what there was is meant."""

from __future__ import annotations

from ..claims.growth import Growth
from .grown import Changes, growth_of
from .joining import holds
from .statements import Reading, Statement


def over_itself(reading: Reading, group: list[Statement], level: Statement, changes: Changes) -> Growth | None:
    """Return the claim of a change whose percentage is, to its digits, that of what there is now and not of what there was."""
    change, percent, _ = changes
    if change is None or percent is None or not percent.quantity.decimals or not change.like(level) or not level.quantity.value:
        return None
    made, (stated, step) = change.quantity.value * 100 / level.quantity.value, percent.quantity.size()
    claim = growth_of(reading, group, None, level, changes, likely=True)
    return claim if abs(float(made) - stated) <= step and not holds(claim) else None
