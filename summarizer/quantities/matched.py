"""What a match of the grammar of figures stands for: from its groups to a :class:`~.quantity.Quantity`."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from ..errors import FigureError
from ..i18n import gettext as _
from ..patterns import lazy
from . import units
from .hedges import AFTER, BEFORE, Hedge
from .numerals import from_chinese, half_width
from .quantity import Quantity, step_of

_PLAIN_DIGITS = lazy(r"[0-9]+(?:\.[0-9]+)?")
_UNGROUP = str.maketrans("", "", ", \t\u00a0\u3000")


def place_of(found: re.Match[str], text: str) -> Quantity:
    """Return the place that a match of 第3 or 前十 stands for.

    Raises:
        FigureError: for place 0.
    """
    value = Fraction(half_width(found["arabic"])) if found["arabic"] else from_chinese(found["chinese"])
    hedge = Hedge.AT_MOST if found["kind"] == "前" else Hedge.NONE
    if not value:
        raise FigureError(_("there is no place 0"), written=text, hint=_("places are counted from 第1"))
    return Quantity(
        text, value, unit=units.unit(units.ORDINAL), hedge=hedge, chinese=bool(found["chinese"]), tied=bool(found["tied"])
    )


def quantity_of(found: re.Match[str], text: str) -> Quantity:
    """Return the figure that a match of the grammar stands for, written as ``text``.

    Raises:
        FigureError: for two numbers (12万3), two units (百分之5%), or more than two hedges.
    """
    arabic, scale, unit = found.group("arabic", "scale", "unit")
    size = len(arabic or "") + len(scale or "") + len(unit)
    if size == len(text) and arabic and _PLAIN_DIGITS.fullmatch(arabic):
        return _of_plain_digits(arabic, scale or "", unit, text)
    part = found.groupdict()
    value, ulp, decimals, factor = _number(part)
    name = unit.strip()
    if part["ge"]:
        name = (part["ge"] + name).replace("个年", "年").replace("个天", "天")
    if part["part"]:
        if name:
            raise FigureError(_("百分之 is a unit already"), written=text, hint=_("write 百分之五, or 5%"))
        name = units.PERCENT if part["part"] == "百分之" else units.PERMILLE
    first, second = _hedges(part, text)
    if part["sign"] in ("-", "－", "−"):
        value = -value
    return Quantity(
        text, value, ulp, step_of(value, ulp), decimals, factor, units.unit(name), first, second, _per(part), bool(part["chinese"])
    )


def _of_plain_digits(arabic: str, scale: str, unit: str, text: str) -> Quantity:
    """Return the figure of digits with a scale, a unit or neither, which most are, in whole numbers as far as that goes."""
    whole, _point, tail = arabic.partition(".")
    digits, decimals, factor = whole + tail, len(tail), units.SCALES[scale]
    value, rest = divmod(int(digits) * factor, 10**decimals)
    exact = Fraction(int(digits) * factor, 10**decimals) if rest else Fraction(value)
    zeros = len(digits) - len(digits.rstrip("0")) if value or rest else 0
    ulp = _ulp(factor, decimals)
    return Quantity(text, exact, ulp, _ulp(factor * 10**zeros, decimals) if zeros else ulp, decimals, factor, units.unit(unit.strip()))


def _number(part: dict[str, str | None]) -> tuple[Fraction, Fraction, int, int]:
    """Return value and unit of the last digit, both scaled, the decimals, and the scale."""
    scale = units.SCALES[part["scale"] or ""]
    if chinese := part["chinese"]:
        value = from_chinese(chinese)
        whole, _point, tail = chinese.partition("点")
        digits = tail.rstrip("万亿") if tail else ""
        word = chinese[len(chinese.rstrip("万亿")) :]
        scale *= units.SCALES[word]
        value *= scale // units.SCALES[word]
        ulp = Fraction(scale, 10 ** len(digits))
        decimals = len(digits)
    else:
        digits = part["arabic"] or ""
        if not (digits.isascii() and digits.isdigit()):
            digits = half_width(digits).translate(_UNGROUP)
        whole, _point, tail = digits.partition(".")
        decimals = len(tail)
        # One fraction from whole numbers: multiplying fractions costs five times as much, and every figure comes through here.
        value, ulp = Fraction(int(whole + tail) * scale, 10**decimals), _ulp(scale, decimals)
    if rest := part["rest"]:
        return _compound(value, ulp, Fraction(half_width(rest)), units.SCALES[part["rest_scale"] or ""], scale)
    return value, ulp, decimals, scale


@lru_cache(maxsize=256)
def _ulp(scale: int, decimals: int) -> Fraction:
    return Fraction(scale, 10**decimals)


def _compound(value: Fraction, ulp: Fraction, rest: Fraction, rest_scale: int, scale: int) -> tuple[Fraction, Fraction, int, int]:
    """Add the second number of 3亿4500万, a form that GB/T 15835 forbids and people write.

    12万3 is refused: 123000 in speech, 120003 by the letter.
    """
    if ulp != scale or scale <= rest_scale or rest * rest_scale >= scale or rest_scale * rest * 10 < scale * (rest_scale == 1):
        raise FigureError(_("two numbers"), hint=_("write one number with one scale: 3.45亿元"))
    return value + rest * rest_scale, Fraction(rest_scale), 0, rest_scale


def _hedges(part: dict[str, str | None], text: str) -> tuple[Hedge, Hedge]:
    if not (part["before"] or part["after"] or part["over1"] or part["over2"] or part["over3"]):
        return Hedge.NONE, Hedge.NONE
    found = []
    if before := part["before"]:
        found.append(BEFORE[before])
    over = [part[name] for name in ("over1", "over2", "over3") if part[name]]
    found += [Hedge.OVER_SOME] * len(over)
    if after := part["after"]:
        found.append(AFTER[after])
    if len(found) > 2:
        raise FigureError(_("too many hedges"), written=text, hint=_("one word is enough: 约300人"))
    return (*found, Hedge.NONE, Hedge.NONE)[0], (*found, Hedge.NONE, Hedge.NONE)[1]


def _per(part: dict[str, str | None]) -> str:
    """Return what the figure is a rate over, in one form: 每人每月 and /人·月 are the same."""
    if not (part["rate1"] or part["rate2"] or part["per"]):
        return ""
    bases: list[str] = []
    for name in ("rate1", "rate2"):
        rate = (part[name] or "").removesuffix("为").removeprefix("平均")
        if rate.endswith("均"):
            bases += reversed(rate[:-1])
        elif rate:
            bases += rate.split("每")[1:]
    bases += [base for base in re.split("[/／·每]", part["per"] or "") if base]
    return "·".join(bases)
