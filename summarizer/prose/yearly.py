"""Yearly means of growth: over how many years, and what they come to."""

from __future__ import annotations

from dataclasses import replace

from ..quantities import Quantity, format_number, from_chinese
from . import words
from .statements import Reading, Statement

_PARAGRAPH = 300


def years_told(reading: Reading, first: Statement) -> int:
    """Return the number of years that the paragraph is about: 五年来, “十三五”时期; 0 for none."""
    start = reading.ground.plain.rfind("\n", 0, first.start) + 1
    found = words.SO_MANY_YEARS.search(reading.ground.plain, max(start, first.start - _PARAGRAPH), first.start)
    return 0 if found is None else 5 if found["plan"] else int(from_chinese(found["years"]))


def compounded(mean: Statement, years: int) -> Quantity:
    """Return the growth over all years that a yearly mean amounts to, as wide as its rounding makes it."""
    quantity = mean.quantity
    low, high = (((1 + (quantity.value + side * quantity.ulp / 2) / 100) ** years - 1) * 100 for side in (-1, 1))
    text = f"{quantity.text}（{years}年合计{format_number((low + high) / 2, quantity.decimals)}%）"
    return replace(quantity, text=text, value=(low + high) / 2, ulp=high - low)
