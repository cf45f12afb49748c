"""Targets that leave their unit, or all but their digits, to what was done of them: 完成60亿元，占全年80亿目标任务的75%."""

from __future__ import annotations

from dataclasses import replace

from ..quantities import Quantity
from .statements import Statement

_FAR = 8
"""A target without unit is within so many times of its actual."""


def is_unit_left_out(target: Statement, actual: Statement) -> bool:
    """Whether a target has a scale and leaves its unit to the actual (全年80亿目标任务), or counts in another word (1200名, 任务1000户)."""
    quantity = target.quantity
    if quantity.is_count and actual.quantity.is_count:
        return quantity.unit != actual.quantity.unit and target.index - actual.index == 1
    return not quantity.unit.name and (quantity.scale > 1 or _all_left_out(target, actual)) and actual.is_amount and not actual.quantity.per


def _all_left_out(target: Statement, actual: Statement) -> bool:
    """Whether a target has neither scale nor unit, and stands right behind its actual: 18亿元，占计划数15的120%."""
    own, stated = actual.quantity.value / actual.quantity.scale, target.quantity.value
    return target.index - actual.index == 1 == target.clause - actual.clause and own < _FAR * stated < _FAR * _FAR * own


def in_unit_of(actual: Statement, quantity: Quantity) -> Quantity:
    """Return a target with the unit of its actual, and with its scale where it has none of its own."""
    times = 1 if quantity.scale > 1 or quantity.unit.name else actual.quantity.scale
    value, ulp, step = (part * times for part in (quantity.value, quantity.ulp, quantity.step))
    return replace(quantity, value=value, ulp=ulp, step=step, scale=quantity.scale * times, unit=actual.quantity.unit)
