"""A figure: its exact value, the digits shown, unit, hedge, and the text as written."""

from __future__ import annotations

from dataclasses import field
from fractions import Fraction
from typing import Literal

from ..errors import FigureError
from ..i18n import gettext as _
from ..patterns import lazy
from ..records import record
from .hedges import Hedge
from .interval import Interval
from .units import BARE, ORDINAL, SCALES, Unit, convert_factor, split_scale

Rounding = Literal["nearest", "truncate"]

_ABOUT = Fraction(1, 20)
_NO_DIGIT = lazy("[^0-9]+")


@record(frozen=True, slots=True)
class Quantity:
    """A figure as a person wrote it. Two are equal only if everything written is: 12.50 is not 12.5.

    Args:
        text: as written, unchanged. Empty for a figure published as a blank.
        value: exact, in ``unit`` with the scale applied: 11.95亿元 is 1195000000 (元), 85% is 85 (%).
        ulp: one unit of the last digit shown, scaled: 1000000 for 11.95亿元.
        step: one unit of the last digit shown that is not zero, scaled: 1000 for 16000.
        decimals: digits shown after the point.
        scale: the factor written: 1, 10000 (万), 100000000 (亿) …
        unit: what is counted or measured.
        hedge: what the words around the number say.
        also: a second hedge (约…左右), which language forbids and people write.
        per: what it is a rate over: ``年``, ``人``, ``亩``, ``人·月``; empty for none.
        chinese: the number is written in Chinese numerals.
        tied: a place that is shared (并列).
    """

    text: str
    value: Fraction
    ulp: Fraction = Fraction(1)
    step: Fraction = Fraction(1)
    decimals: int = 0
    scale: int = 1
    unit: Unit = BARE
    hedge: Hedge = Hedge.NONE
    also: Hedge = Hedge.NONE
    per: str = ""
    chinese: bool = False
    tied: bool = False
    # Asked for hundreds of times as often as a figure is read.
    is_count: bool = field(init=False, repr=False, compare=False)
    """Whether it is a whole number of a measure word, written without scale or hedge: exact by itself."""
    is_hedged: bool = field(init=False, repr=False, compare=False)
    """Whether a word makes it less than exact."""
    is_plain: bool = field(init=False, repr=False, compare=False)
    """Whether digits give it, and neither a hedge nor what it is a rate over."""
    measure: str = field(init=False, repr=False, compare=False)
    """Dimension and what it is a rate over: figures of one measure can be compared and added."""
    _known: dict[tuple[Rounding, bool], Interval] = field(default_factory=dict, init=False, repr=False, compare=False)
    _digits: int | None = field(default=None, init=False, repr=False, compare=False)
    _signs: tuple[str, str] | None = field(default=None, init=False, repr=False, compare=False)
    _size: tuple[float, float] | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        plain = self.hedge is Hedge.NONE
        object.__setattr__(self, "is_hedged", not plain)
        object.__setattr__(self, "is_plain", plain and not (self.per or self.chinese))
        object.__setattr__(self, "measure", f"{self.unit.dimension}/{self.per}" if self.per else self.unit.dimension)
        object.__setattr__(self, "is_count", plain and self.unit.counting and self.scale == 1 and self.ulp == 1 and not self.per)

    @classmethod
    def blank(cls) -> Quantity:
        """Return a figure that was published as a blank. Its interval is every number."""
        return cls("", Fraction(0))

    def in_unit(self, unit: Unit) -> Quantity:
        """Return the same number with another unit behind it; ``dataclasses.replace`` would cost ten times as much."""
        return Quantity(
            self.text, self.value, self.ulp, self.step, self.decimals, self.scale, unit, self.hedge, self.also,
            self.per, self.chinese, self.tied,
        )  # fmt: skip

    def __str__(self) -> str:
        return self.text

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written."""
        return not self.text

    @property
    def is_place(self) -> bool:
        """Whether it is an ordinal: a place in a ranking."""
        return self.unit.name == ORDINAL

    def shows(self, units: int) -> bool:
        """Return whether the value is at least so many units of the last digit shown."""
        known = self._digits
        if known is None:
            value, ulp = self.value, self.ulp  # in whole numbers: fractions cost ten times as much
            known = abs(value.numerator) * ulp.denominator // (ulp.numerator * value.denominator)
            object.__setattr__(self, "_digits", known)
        return known >= units

    def digits(self) -> tuple[str, str]:
        """Return the digits of the figure as written, and those that are not zero in rising order."""
        known = self._signs
        if known is None:
            digits = _NO_DIGIT.sub("", self.text)
            known = digits, "".join(sorted(digits.replace("0", "")))
            object.__setattr__(self, "_signs", known)
        return known

    def size(self) -> tuple[float, float]:
        """Return value and last digit in the base unit of the dimension, roughly: for a first look before anything is judged."""
        known = self._size
        if known is None:
            value, ulp, factor = self.value, self.ulp, self.unit.factor
            scale = factor.numerator / factor.denominator  # three times as fast as float() of a fraction
            known = value.numerator / value.denominator * scale, ulp.numerator / ulp.denominator * scale
            object.__setattr__(self, "_size", known)
        return known

    def interval(self, rounding: Rounding = "nearest", exact: bool = False) -> Interval:
        """Return all values that the figure as written allows, in the unit with the scale applied.

        Args:
            rounding: how the report shortens digits: to the nearest, or by cutting them off.
            exact: the figure is a stated target. A hedge on it still counts: 60张以上 is [60, ∞).
        """
        # A figure takes part in many claims, most of them tried in vain.
        known = self._known.get((rounding, exact))
        if known is None:
            known = self._known[rounding, exact] = self._allowed(rounding, exact)
        return known

    def _allowed(self, rounding: Rounding, exact: bool) -> Interval:
        if self.is_blank:
            return Interval.whole()
        interval = self._hedged(self.hedge, rounding, exact)
        return interval if self.also is Hedge.NONE else interval.hull(self._hedged(self.also, rounding, exact))

    def _hedged(self, hedge: Hedge, rounding: Rounding, exact: bool) -> Interval:
        x, half = self.value, self.ulp / 2
        sign = -1 if x < 0 else 1
        match hedge:
            case Hedge.NONE:
                return self._plain(rounding, exact)
            case Hedge.ABOUT:
                return Interval.around(x, max(abs(x) * _ABOUT, half))
            case Hedge.OVER_SOME:
                return Interval(x, x + self.step, low_open=True) if sign > 0 else Interval(x - self.step, x, high_open=True)
            case Hedge.NEAR:
                return Interval(x - self.step, x, high_open=True) if sign > 0 else Interval(x, x + self.step, low_open=True)
            case Hedge.ABOVE:
                return Interval(x, None, low_open=True)
            case Hedge.AT_LEAST:
                return Interval(x, None)
            case Hedge.BELOW:
                return Interval(None, x, high_open=True)
            case Hedge.AT_MOST:
                return Interval(None, x)

    def _plain(self, rounding: Rounding, exact: bool) -> Interval:
        x = self.value
        if exact or self.is_count or self.is_place:
            return Interval.point(x)
        if rounding == "nearest":
            return Interval.around(x, self.ulp / 2)
        return Interval(x, x + self.ulp, high_open=True) if x >= 0 else Interval(x - self.ulp, x, low_open=True)

    def same_dimension(self, other: Quantity) -> bool:
        """Whether both can be compared and added: one dimension, and rates over the same base."""
        return self.measure == other.measure

    def convert(self, written: str, decimals: int | None = None) -> Quantity:
        """Return the same amount in a scale and unit such as ``亿元``.

        The value stays exact, and so does the interval: 1.50亿元 is still known to a hundredth of 亿 as
        15000万元. Where no number of decimals shows it exactly (亩 in 平方米) two are shown.

        Args:
            decimals: round the figure itself to so many, half up; its interval is then that of the new text.

        Raises:
            FigureError: if the unit is of another dimension, or the figure is a blank or a place.
        """
        if self.is_blank or self.is_place:
            raise FigureError(_("a blank or a place cannot be converted"), written=self.text, hint=_("convert a figure with a unit"))
        name, target = split_scale(written)
        try:
            factor = convert_factor(self.unit, target)
        except FigureError as error:
            raise FigureError(error.message, written=self.text, hint=error.hint) from None
        scale, value = SCALES[name], self.value * factor
        shown = decimals if decimals is not None else decimals_needed(value / scale)
        ulp, step = self.ulp * factor, self.step * factor
        if decimals is not None:
            value = round_to(value / scale, decimals) * scale
            ulp = Fraction(scale, 10**decimals)
            step = step_of(value, ulp)
        shown = 2 if shown is None else shown
        text = compose(format_number(value / scale, shown), name, target.name, self.hedge, self.per)
        return Quantity(text, value, ulp, step, shown, scale, target, self.hedge, self.also, self.per)


def step_of(value: Fraction, ulp: Fraction) -> Fraction:
    """Return one unit of the last digit of ``value`` that is not zero, where ``ulp`` is one of the last digit."""
    digits, zeros = abs(value.numerator) * ulp.denominator // (value.denominator * ulp.numerator), 0
    while digits and digits % 10 == 0:
        digits //= 10
        zeros += 1
    return ulp * 10**zeros if zeros else ulp


def decimals_needed(value: Fraction) -> int | None:
    """Return how many decimals show ``value`` exactly, ``None`` where no number of them does."""
    denominator, places = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while denominator % prime == 0:
            denominator //= prime
            power += 1
        places = max(places, power)
    return places if denominator == 1 else None


def round_to(value: Fraction, decimals: int, rounding: Rounding = "nearest") -> Fraction:
    """Round half up, away from zero (四舍五入), or cut off towards zero."""
    shifted = abs(value) * 10**decimals
    whole = int(shifted + Fraction(1, 2)) if rounding == "nearest" else int(shifted)
    return Fraction(whole if value >= 0 else -whole, 10**decimals)


def format_number(value: Fraction, decimals: int, rounding: Rounding = "nearest") -> str:
    """Return ``value`` in digits with exactly so many decimals, rounded."""
    # In whole numbers: fractions cost ten times as much.
    units, of = abs(value.numerator) * 10**decimals, value.denominator
    whole = (2 * units + of) // (2 * of) if rounding == "nearest" else units // of
    digits = str(whole).rjust(decimals + 1, "0")
    sign = "-" if whole and value < 0 else ""
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}" if decimals else f"{sign}{digits}"


def compose(number: str, scale: str, unit_name: str, hedge: Hedge = Hedge.NONE, per: str = "") -> str:
    """Return a figure as text: 约4116万元, 356万余元, 1200元/亩."""
    tail = f"/{per}" if per else ""
    if hedge is Hedge.OVER_SOME:
        return f"{number}{scale}{hedge.value}{unit_name}{tail}"
    return f"{hedge.value}{number}{scale}{unit_name}{tail}"
