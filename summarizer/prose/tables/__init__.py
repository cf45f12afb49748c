"""The claims that tables make, and those that a text and its tables make together.

What a column is stands in its head, what a row is in its label. Only what these say for certain is claimed; a blank cell is no zero.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...claims.base import Claim, Outcome, Place
from ...claims.share import Share, Shares
from ..joining import outcome
from ..statements import Reading
from . import quotients, repeats, sums
from .grid import tables_of


def _places(claim: Shares) -> set[Place]:
    return {operand.place for operand in claim.operands()}


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of all tables of the text, and of the text about their cells."""
    tables = tables_of(reading.ground, reading.blocks)
    for table in tables:
        found = list(quotients.claims(table))
        wrong = {claim.share.place for claim in found if isinstance(claim, Share) and outcome(claim) is Outcome.FAILS}
        yield from found
        # A share that is wrong by itself is one fault, and not another in the hundred that it belongs to.
        yield from (claim for claim in sums.claims(table) if not (isinstance(claim, Shares) and _places(claim) & wrong))
    yield from repeats.claims(reading, tables)
