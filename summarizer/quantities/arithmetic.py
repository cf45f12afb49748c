"""Exact arithmetic with figures, whose results are figures of their own.

A result carries no hedge, unless an operand did: then it is 约. Its text shows the scale and unit that the
operands share, or else the largest scale that shows the value exactly and shortly. Nothing is rounded
unless a number of decimals is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from ..errors import FigureError
from ..i18n import gettext as _
from . import units
from .hedges import Hedge
from .quantity import Quantity, Rounding, compose, decimals_needed, format_number, round_to, step_of
from .units import SCALE_WORDS, SCALES, Unit, convert_factor

_COMMON_SCALES = ("", "万", "亿")
_SHORT = 2


def format_quantity(value: Fraction, unit: str, scale: str = "", decimals: int = 0, rounding: Rounding = "nearest") -> str:
    """Return ``value``, given in ``unit`` without scale, as text: 1195000000, 元, 亿, 2 is 11.95亿元."""
    return compose(format_number(value / SCALES[scale], decimals, rounding), scale, unit)


def make_quantity(
    value: Fraction, unit: Unit, scale: str = "", decimals: int | None = None, *, about: bool = False, per: str = "",
    rounding: Rounding = "nearest",
) -> Quantity:  # fmt: skip
    """Return a figure with generated text.

    Args:
        value: in ``unit`` without scale.
        decimals: rounds the value to so many; ``None`` shows it exactly.
        about: some operand was hedged.

    Raises:
        FigureError: if no number of decimals shows the value and none was given.
    """
    factor = SCALES[scale]
    shown = decimals if decimals is not None else decimals_needed(value / factor)
    if shown is None:
        raise FigureError(
            _("{value} {unit} has no exact decimal form").format(value=value, unit=scale + unit.name),
            hint=_("say how many decimals to round to"),
        )
    value = round_to(value / factor, shown, rounding) * factor
    ulp = Fraction(factor, 10**shown)
    hedge = Hedge.ABOUT if about else Hedge.NONE
    text = compose(format_number(value / factor, shown), scale, unit.name, hedge, per)
    return Quantity(text, value, ulp, step_of(value, ulp), shown, factor, unit, hedge, per=per)


def add(quantities: Iterable[Quantity]) -> Quantity:
    """Return the exact sum.

    Raises:
        FigureError: for no operands, a blank, a place, different dimensions or rates over different bases.
    """
    operands = tuple(quantities)
    _require(operands)
    return _combine(operands, [1] * len(operands))


def subtract(minuend: Quantity, subtrahend: Quantity) -> Quantity:
    """Return the exact difference. Two percentages differ by 个百分点.

    Raises:
        FigureError: as :func:`add`.
    """
    operands = (minuend, subtrahend)
    _require(operands)
    difference = _combine(operands, [1, -1])
    if difference.unit.dimension != "ratio":
        return difference
    return make_quantity(
        difference.value * convert_factor(difference.unit, units.unit(units.PERCENT)),
        units.unit(units.POINTS), about=difference.is_hedged, per=difference.per,
    )  # fmt: skip


def ratio(part: Quantity, whole: Quantity, decimals: int = 2, rounding: Rounding = "nearest") -> Quantity:
    """Return part/whole in %, rounded half up to ``decimals`` or cut off.

    Raises:
        FigureError: as :func:`add`, and where ``whole`` is zero.
    """
    operands = (part, whole)
    _require(operands)
    if not whole.value:
        raise FigureError(_("a share of zero has no value"), written=whole.text, hint=_("leave the rate out"))
    value = 100 * part.value * convert_factor(part.unit, whole.unit) / whole.value
    return make_quantity(value, units.unit(units.PERCENT), decimals=decimals, about=_about(operands), rounding=rounding)


def scale_by(quantity: Quantity, factor: Fraction | int, decimals: int | None = None) -> Quantity:
    """Return ``quantity`` times ``factor`` in its own scale and unit, exact unless ``decimals`` is given.

    Raises:
        FigureError: for a blank or a place, or where no number of decimals shows the product.
    """
    _require((quantity,))
    name = SCALE_WORDS.get(quantity.scale, "")
    value = quantity.value * factor
    if decimals is None and (needed := decimals_needed(value / quantity.scale)) is not None:
        decimals = max(needed, quantity.decimals)
    return make_quantity(value, quantity.unit, name, decimals, about=quantity.is_hedged, per=quantity.per)


def _combine(operands: tuple[Quantity, ...], signs: list[int]) -> Quantity:
    """Sum up in the first operand's unit that shows the result exactly."""
    for target in dict.fromkeys(operand.unit for operand in operands):
        value = sum((sign * q.value * convert_factor(q.unit, target) for q, sign in zip(operands, signs, strict=True)), Fraction(0))
        if decimals_needed(value) is not None:
            break
    scales = {operand.scale for operand in operands}
    shared = len(scales) == 1 and len({operand.unit for operand in operands}) == 1
    name = SCALE_WORDS.get(scales.pop(), "") if shared else _largest_scale(value, operands)
    needed = decimals_needed(value / SCALES[name])
    # Digits that all operands show stay: 1.50 + 2.50 is 4.00.
    decimals = max(needed, min(q.decimals for q in operands)) if shared and needed is not None else needed
    return make_quantity(value, target, name, decimals, about=_about(operands), per=operands[0].per)


def _largest_scale(value: Fraction, operands: tuple[Quantity, ...]) -> str:
    short = max(_SHORT, *(operand.decimals for operand in operands))
    for name in reversed(_COMMON_SCALES):
        scaled = value / SCALES[name]
        needed = decimals_needed(scaled)
        if SCALES[name] <= max(operand.scale for operand in operands) and abs(scaled) >= 1 and needed is not None and needed <= short:
            return name
    return ""


def _about(operands: tuple[Quantity, ...]) -> bool:
    return any(operand.is_hedged for operand in operands)


def _require(operands: tuple[Quantity, ...]) -> None:
    if not operands:
        raise FigureError(_("nothing to add up"), hint=_("give at least one figure"))
    for operand in operands:
        if operand.is_blank or operand.is_place:
            hint = _("give a figure with a unit")
            raise FigureError(_("a blank or a place takes no part in arithmetic"), written=operand.text, hint=hint)
        if operand.same_dimension(operands[0]):
            continue
        try:
            convert_factor(operand.unit, operands[0].unit)
        except FigureError as error:
            raise FigureError(error.message, written=f"{operands[0].text}, {operand.text}", hint=error.hint) from None
        raise FigureError(
            _("rates over different bases"), written=f"{operands[0].text}, {operand.text}", hint=_("bring both to the same base first")
        )
