"""The claims that tables make, and those that a text and its tables make together.

What a column is stands in its head, what a row is in its label. Only what these say for certain is claimed; a blank cell is no zero.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...claims.base import Claim
from ..statements import Reading
from . import quotients, repeats, sums
from .grid import tables_of


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of all tables of the text, and of the text about their cells."""
    tables = tables_of(reading.ground, reading.blocks)
    for table in tables:
        yield from sums.claims(table)
        yield from quotients.claims(table)
    yield from repeats.claims(reading, tables)
