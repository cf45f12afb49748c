"""Shares that reach 100 % by themselves: no figure beside them is the part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Claim
from ..claims.share import Shares
from .complements import names_all
from .joining import holds, operand, place
from .statements import Reading, Statement


def exhausting(reading: Reading, shares: list[Statement]) -> Iterator[Claim]:
    """Yield that the shares of one sentence reach 100 %: where they do, and where the last is that of 其他."""
    if len(shares) < 2 or any(s.quantity.is_hedged for s in shares):
        return
    for size in range(len(shares), 1, -1):
        claim = _reach(reading, shares[:size], exhaustive=None)
        if holds(claim):
            yield claim
            return
    if re.match(r"其[他它余]", shares[-1].subject):
        yield _reach(reading, shares, exhaustive=True)
    else:
        yield from _named_all(reading, shares)


def _named_all(reading: Reading, shares: list[Statement]) -> Iterator[Claim]:
    """Yield that the shares of the three industries, of 国有 and 非国有, reach 100 %."""
    for size in (2, 3):
        if names_all(tuple(s.subject for s in shares[:size])):
            yield _reach(reading, shares[:size], exhaustive=True)
            return


def _reach(reading: Reading, shares: list[Statement], *, exhaustive: bool | None) -> Shares:
    return Shares(tuple(operand(reading, s) for s in shares), None, exhaustive, place(reading, *shares))
