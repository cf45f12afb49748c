"""From the operands to a result, and from the result to the arithmetic in words. Both come from one object."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from ..i18n import Wording
from ..i18n import later as _
from ..quantities import SCALES, Interval, Quantity, Unit, convert_factor, format_number
from .base import Operand, Outcome, Settings, Text, Verdict, agrees, by_intervals

_SCALE_NAMES = {factor: name for name, factor in SCALES.items()}
_APART = {"%": "个百分点", "‰": "个千分点"}
_ONE, _HUNDRED = Fraction(1), Fraction(100)
_SHORT = 6
"""An exact result with more decimals than these is shown rounded."""


def number(value: Fraction, decimals: int = 2, scale: int = 1) -> str:
    """Return ``value``/``scale`` in digits: exact if it is short, else rounded, but so that rounding it to ``decimals`` is the same."""
    # In whole numbers: fractions cost ten times as much, and every working comes through here.
    units, of = abs(value.numerator), value.denominator * scale
    sign = "-" if value < 0 else ""
    if units % of == 0:
        return f"{sign}{units // of}"
    places = _SHORT
    if units * 10**places % of:
        places = max(4, decimals + 2)
        rounded = _half_up(units * 10**decimals, of)
        while places < decimals + 12 and _half_up(_half_up(units * 10**places, of), 10 ** (places - decimals)) != rounded:
            places += 1
    digits = str(_half_up(units * 10**places, of)).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".")
    return f"{sign}{text}" if text != "0" else text


def _half_up(units: int, of: int) -> int:
    return (2 * units + of) // (2 * of)


def amount(value: Fraction, like: Quantity, decimals: int | None = None) -> str:
    """Return ``value``, in the unit of ``like``, in its scale too: 1000000 beside 4800万元 is 100万元.

    Args:
        decimals: show so many, rounded; without it, what is needed to see the value.
    """
    digits = number(value, like.decimals, like.scale) if decimals is None else format_number(value / like.scale, decimals)
    text = f"{digits}{_SCALE_NAMES.get(like.scale, '')}{like.unit.name}"
    return f"{text}/{like.per}" if like.per else text


def gap(value: Fraction, like: Quantity) -> str:
    """Return a distance between two figures such as ``like``: percentages are 个百分点 apart."""
    text = amount(value, like)
    return f"{text[: -len(like.unit.name)]}{_APART[like.unit.name]}" if like.unit.name in _APART and not like.per else text


def named(operand: Operand) -> str:
    """Return the figure behind its label, if it has one: 总投资4800万元."""
    return f"{operand.label}{operand}"


def first_mixed(operands: Iterable[Operand]) -> tuple[Operand, Operand] | None:
    """Return the first of some operands, and the first that cannot be compared with it or added; None where all can."""
    first, *others = operands
    measure = first.quantity.measure
    for operand in others:
        if operand.quantity.measure != measure:
            return first, operand
    return None


def value_in(operand: Operand, unit: Unit) -> Fraction:
    """Return the value of ``operand`` in another unit of its dimension."""
    quantity = operand.quantity
    own = quantity.unit
    return quantity.value if own is unit or own.factor == unit.factor else quantity.value * convert_factor(own, unit)


def interval_in(operand: Operand, unit: Unit, settings: Settings) -> Interval:
    """Return what ``operand`` allows in another unit of its dimension."""
    own, interval = operand.quantity.unit, operand.interval(settings)
    return interval if own is unit or own.factor == unit.factor else interval * convert_factor(own, unit)


def over(above: Interval, below: Interval, times: Fraction = _ONE) -> Interval:
    """Return ``above`` ÷ ``below`` × ``times``; ``times`` is positive.

    Figures are mostly positive, and then two divisions do what the general rule needs a dozen for.
    """
    low, high, first, last = above.low, above.high, below.low, below.high
    if low is None or high is None or first is None or last is None or low.numerator <= 0 or first.numerator <= 0:
        return above / below * times
    least, most = divided(low, last, times), divided(high, first, times)
    return Interval.between(least, most, above.low_open or below.high_open, above.high_open or below.low_open)


def divided(above: Fraction, below: Fraction, times: Fraction = _ONE) -> Fraction:
    """Return ``above`` ÷ ``below`` × ``times``, shortened once."""
    (one, of_one), (two, of_two), (many, of_many) = above.as_integer_ratio(), below.as_integer_ratio(), times.as_integer_ratio()
    return Fraction(one * of_two * many, of_one * two * of_many)


def total(values: Iterable[Fraction]) -> Fraction:
    """Return the sum, shortened once and not at each step as ``sum`` does."""
    above, below = 0, 1
    for value in values:
        units, of = value.as_integer_ratio()
        if of == below:
            above += units
        else:
            above, below = above * of + units * below, below * of
    return Fraction(above) if below == 1 else Fraction(above, below)


def added(intervals: Iterable[Interval]) -> Interval:
    """Return what a sum may be. One interval is made of all, not one for each."""
    items = tuple(intervals)
    lows = [item.low for item in items if item.low is not None]
    highs = [item.high for item in items if item.high is not None]
    low = None if len(lows) < len(items) else total(lows)
    high = None if len(highs) < len(items) else total(highs)
    return Interval.between(low, high, any(item.low_open for item in items), any(item.high_open for item in items))


def to_whole(quantity: Quantity) -> Fraction | None:
    """Return how many of the figure's units make the whole: 100 for %, 1000 for ‰, 10 for 成, 1 for 倍; None for anything else."""
    unit = quantity.unit
    if quantity.per:
        return None
    if unit.name == "%":
        return _HUNDRED
    if unit.dimension == "ratio":
        return Fraction(100) / unit.factor
    return Fraction(1) if unit.dimension == "times" else None


class Reckoning(NamedTuple):
    """What the operands give, beside what is stated; both in the unit of what is stated.

    Args:
        formula: writes the operands down, with signs between them.
        point: the result of the operands as written.
        computed: all results that their intervals allow; None where the point alone decided.
    """

    formula: Callable[[], str]
    point: Fraction
    stated: Operand
    outcome: Outcome
    computed: Interval | None = None

    def result(self) -> str:
        """The result in the unit and scale of what is stated."""
        return amount(self.point, self.stated.quantity)

    def rounded(self) -> str:
        """The result with as many decimals as what is stated shows."""
        return amount(self.point, self.stated.quantity, self.stated.quantity.decimals)

    def working(self) -> Wording:
        """Return the arithmetic as a clerk would redo it."""
        words: dict[str, object] = {"formula": self.formula, "result": self.result, "stated": self.stated}
        if self.outcome is Outcome.HOLDS:
            return _("{formula} = {result}; stated {stated}").format(**words)
        if self.outcome is Outcome.CANNOT_TELL:
            return _("{formula} = {result} is open to one side; {stated} may fit or not").format(**words)
        quantity, computed = self.stated.quantity, self.computed
        words["gap"] = lambda: gap(abs(self.point - quantity.value), quantity)
        if computed is None or computed.is_point:
            return self._plain().format(**words)
        low, high = computed.low, computed.high
        if low is None or high is None:
            end = low if low is not None else high if high is not None else self.point
            return self._open(computed).format(**words | {"result": lambda: amount(end, quantity)})
        return self._rounded().format(low=lambda: amount(low, quantity), high=lambda: amount(high, quantity), **words)

    def _plain(self) -> Wording:
        if self.outcome is Outcome.WITHIN:
            return _("{formula} = {result}; stated {stated}: within its rounding")
        if self.stated.quantity.is_hedged:
            return _("{formula} = {result}; stated {stated}, which does not fit")
        if self.point > self.stated.value:
            return _("{formula} = {result}; stated {stated}: {gap} short")
        return _("{formula} = {result}; stated {stated}: {gap} too much")

    def _open(self, computed: Interval) -> Wording:
        if computed.low is not None:
            return _("{formula} gives at least {result}; stated {stated}, which does not fit")
        return _("{formula} gives at most {result}; stated {stated}, which does not fit")

    def _rounded(self) -> Wording:
        if self.outcome is Outcome.WITHIN:
            return _("{formula} = {result}, with rounding {low} to {high}; stated {stated}: within rounding")
        if self.stated.quantity.is_hedged:
            return _("{formula} = {result}, with rounding {low} to {high}; stated {stated}, which does not fit")
        if self.point > self.stated.value:
            return _("{formula} = {result}, with rounding {low} to {high}; stated {stated}: {gap} short")
        return _("{formula} = {result}, with rounding {low} to {high}; stated {stated}: {gap} too much")

    def stands(self, code: str, strength: Literal["strong", "weak"] = "strong") -> Verdict:
        """Return the verdict on a claim that stands up, or that nothing can be told of."""
        return Verdict(self.outcome, code, self.working, strength=strength)


def reckon(formula: Callable[[], str], point: Fraction, computed: Callable[[], Interval], stated: Operand, settings: Settings) -> Reckoning:
    """Compare a result, in the unit of ``stated``, with what is stated.

    Args:
        formula: asked only where the verdict is read.
        computed: all results that the operands' intervals allow. Asked only where the result as written is not what is stated.
    """
    if agrees(stated, point, settings):
        return Reckoning(formula, point, stated, Outcome.HOLDS)
    if settings.exactly and not stated.quantity.is_hedged:
        return Reckoning(formula, point, stated, Outcome.FAILS)
    interval = computed()
    return Reckoning(formula, point, stated, by_intervals(stated, interval, point, settings), interval)


@dataclass(frozen=True, slots=True)
class Quotient:
    """One figure divided by another of its dimension.

    Args:
        times: how many units of the result make the whole: 100 for %.
    """

    above: Operand
    below: Operand
    times: Fraction

    def obstacle(self) -> Text:
        """Return why the division says nothing; empty where it does."""
        if not self.above.quantity.same_dimension(self.below.quantity):
            return _("{a} and {b} are of different kinds").format(a=self.above, b=self.below)
        return "" if self.below.value else _("{b} cannot divide").format(b=self.below)

    def reckon(self, stated: Operand, settings: Settings) -> Reckoning:
        """Divide, and compare with what is stated."""
        unit = self.below.quantity.unit
        point = divided(value_in(self.above, unit), self.below.value, self.times)
        return reckon(lambda: f"{self.above} ÷ {self.below}", point, lambda: self.interval(settings), stated, settings)

    def interval(self, settings: Settings) -> Interval:
        """All quotients that the figures allow."""
        above = interval_in(self.above, self.below.quantity.unit, settings)
        return over(above, self.below.interval(settings), self.times)
