"""Shares that reach 100 % by themselves: no figure beside them is the part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..claims.base import Claim, Operand
from ..claims.share import Shares
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import parse
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
    """Yield that the shares of the three industries, of 国有 and 非国有, of all ages, reach 100 %."""
    if all_ages(reading, shares):
        yield _reach(reading, shares, exhaustive=True)
        return
    for size in (2, 3):
        if names_all(tuple(s.subject for s in shares[:size])):
            yield _reach(reading, shares[:size], exhaustive=True)
            return


def together(reading: Reading, shares: Sequence[Statement]) -> Sum:
    """Return that shares are 100 % together."""
    return Sum(_ALL, tuple(operand(reading, s) for s in shares), True, False, place(reading, *shares))


def _reach(reading: Reading, shares: list[Statement], *, exhaustive: bool | None) -> Shares:
    return Shares(tuple(operand(reading, s) for s in shares), None, exhaustive, place(reading, *shares))


_ALL = Operand(parse("100%"), exact=True)
_LEAD = 24
_AGES = lazy("(?P<low>[0-9]{1,3})[-—–~至到](?P<high>[0-9]{1,3})(?:周?岁)|(?P<last>[0-9]{2,3})(?:周?岁)及?以上")


def all_ages(reading: Reading, figures: list[Statement]) -> bool:
    """Whether figures are those of classes of age without a gap: 0-14岁, 15-59岁, 60岁及以上."""
    found = [list(_AGES.finditer(reading.between(max(0, s.start - _LEAD), s.start))) for s in figures]
    if len(figures) < 2 or not all(found):
        return False
    classes = [matches[-1] for matches in found]
    gaps = [int(other["low"] or other["last"]) - int(one["high"] or -1) for one, other in pairwise(classes)]
    return classes[0]["low"] in ("0", "00") and classes[-1]["last"] is not None and all(gap == 1 for gap in gaps)
