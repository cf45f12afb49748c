"""Exact intervals: what a figure as written allows."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from ..records import record

# One end: (-1 | 0 | 1, value, open). The first place is not 0 where the end is infinite.
_End = tuple[int, Fraction, bool]
Number = Fraction | int
_ONE = Fraction(1)


@record(frozen=True, slots=True)
class Interval:
    """All numbers between two ends; never empty.

    Args:
        low: the lower end, ``None`` for minus infinity.
        high: the upper end, ``None`` for infinity.
        low_open: the lower end itself is outside. Always true where it is infinite.
        high_open: the upper end itself is outside. Always true where it is infinite.

    Raises:
        ValueError: if nothing would lie inside.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        low, high = self.low, self.high
        if low is None:
            object.__setattr__(self, "low_open", True)
        elif type(low) is not Fraction:  # what is one already is not made anew: each interval comes through here
            object.__setattr__(self, "low", Fraction(low))
        if high is None:
            object.__setattr__(self, "high_open", True)
        elif type(high) is not Fraction:
            object.__setattr__(self, "high", Fraction(high))
        if low is not None and high is not None and (low > high or (low == high and (self.low_open or self.high_open))):
            raise ValueError(f"nothing lies in {self}")

    @classmethod
    def between(cls, low: Fraction | None, high: Fraction | None, low_open: bool, high_open: bool) -> Interval:
        """Return an interval whose ends are known to be in order, and open where infinite: made of such by arithmetic."""
        made = object.__new__(cls)
        put = object.__setattr__
        put(made, "low", low)
        put(made, "high", high)
        put(made, "low_open", low_open)
        put(made, "high_open", high_open)
        return made

    @classmethod
    def point(cls, value: Number) -> Interval:
        """Return the interval that holds ``value`` alone."""
        return cls(value, value)  # type: ignore[arg-type]

    @classmethod
    def whole(cls) -> Interval:
        """Return the interval of all numbers."""
        return cls(None, None)

    @classmethod
    def around(cls, value: Number, reach: Number) -> Interval:
        """Return [value − reach, value + reach]."""
        return cls(value - reach, value + reach)  # type: ignore[arg-type]

    @property
    def is_point(self) -> bool:
        """Whether one number alone lies inside."""
        return self.low is not None and self.low == self.high

    @property
    def width(self) -> Fraction | None:
        """The distance of the ends; ``None`` where an end is infinite."""
        return None if self.low is None or self.high is None else self.high - self.low

    def contains(self, value: Number | Interval) -> bool:
        """Whether a number, or the whole of another interval, lies inside."""
        if isinstance(value, Interval):
            return _not_after(_low(self), _low(value), lower=True) and _not_after(_high(value), _high(self), lower=False)
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        return above and (self.high is None or value < self.high or (value == self.high and not self.high_open))

    __contains__ = contains

    def intersection(self, other: Interval) -> Interval | None:
        """Return what both hold, ``None`` for nothing."""
        low = max(_low(self), _low(other), key=_lower_order)
        high = min(_high(self), _high(other), key=_upper_order)
        if low[:2] > high[:2] or (low[:2] == high[:2] and (low[2] or high[2])):
            return None
        return _make(low, high)

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return self.intersection(other) is not None

    def hull(self, other: Interval) -> Interval:
        """Return the narrowest interval that holds both."""
        return _make(min(_low(self), _low(other), key=_lower_order), max(_high(self), _high(other), key=_upper_order))

    def integers(self) -> range | None:
        """Return the whole numbers inside; ``None`` where an end is infinite."""
        if self.low is None or self.high is None:
            return None
        first, last = ceil(self.low), floor(self.high)
        first += self.low_open and first == self.low
        last -= self.high_open and last == self.high
        return range(first, last + 1)

    def scale(self, factor: Number) -> Interval:
        """Return every number times ``factor``."""
        if factor == 1:  # amounts in one unit, and what has grown: fractions are multiplied dearly
            return self
        if not factor:
            return Interval.point(0)
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor > 0:
            return Interval.between(low, high, self.low_open, self.high_open)
        return Interval.between(high, low, self.high_open, self.low_open)

    def __neg__(self) -> Interval:
        return Interval.between(
            None if self.high is None else -self.high, None if self.low is None else -self.low, self.high_open, self.low_open
        )

    def __add__(self, other: Interval | Number) -> Interval:
        if not isinstance(other, Interval):
            low, high = self.low, self.high
            return Interval.between(
                None if low is None else low + other, None if high is None else high + other, self.low_open, self.high_open
            )
        return Interval.between(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    __radd__ = __add__

    def __sub__(self, other: Interval | Number) -> Interval:
        return self + -other

    def __rsub__(self, other: Number) -> Interval:
        return -self + other

    def __mul__(self, other: Interval | Number) -> Interval:
        if not isinstance(other, Interval):
            return self.scale(other)
        products = list(_products(self, other))
        return _make(min(products, key=_lower_order), max(products, key=_upper_order))

    __rmul__ = __mul__

    def __truediv__(self, other: Interval | Number) -> Interval:
        """Divide; a divisor that may be zero leaves the quotient unbounded on both sides."""
        if not isinstance(other, Interval):
            return self.scale(_ONE / other) if other else Interval.whole()
        if other.contains(0):
            return Interval.whole()
        return self * other._reciprocal()

    def __rtruediv__(self, other: Number) -> Interval:
        return Interval.whole() if self.contains(0) else self._reciprocal().scale(other)

    def _reciprocal(self) -> Interval:
        """1/x for an interval without zero: an infinite end turns into an open zero, an open zero into infinity."""
        low = Fraction(0) if self.high is None else None if self.high == 0 else 1 / self.high
        high = Fraction(0) if self.low is None else None if self.low == 0 else 1 / self.low
        return Interval.between(low, high, self.high_open or low is None, self.low_open or high is None)

    def __str__(self) -> str:
        low = "(-∞" if self.low is None else f"{'(' if self.low_open else '['}{self.low}"
        high = "∞)" if self.high is None else f"{self.high}{')' if self.high_open else ']'}"
        return f"{low}, {high}"


def _low(interval: Interval) -> _End:
    return (-1, Fraction(0), True) if interval.low is None else (0, interval.low, interval.low_open)


def _high(interval: Interval) -> _End:
    return (1, Fraction(0), True) if interval.high is None else (0, interval.high, interval.high_open)


def _lower_order(end: _End) -> _End:
    return end  # of two equal lower ends the open one begins later


def _upper_order(end: _End) -> _End:
    return end[0], end[1], not end[2]  # of two equal upper ends the open one stops earlier


def _not_after(one: _End, other: _End, *, lower: bool) -> bool:
    order = _lower_order if lower else _upper_order
    return order(one) <= order(other)


def _make(low: _End, high: _End) -> Interval:
    return Interval.between(None if low[0] else low[1], None if high[0] else high[1], low[2], high[2])


def _products(one: Interval, other: Interval) -> Iterator[_End]:
    for a in (_low(one), _high(one)):
        for b in (_low(other), _high(other)):
            if (not a[0] and a[1] == 0) or (not b[0] and b[1] == 0):
                # A closed zero reaches the product 0 whatever the other end is; an open one only nears it.
                closed = any(not end[0] and end[1] == 0 and not end[2] for end in (a, b))
                yield 0, Fraction(0), not closed
            elif a[0] or b[0]:
                yield _sign(a) * _sign(b), Fraction(0), True
            else:
                yield 0, a[1] * b[1], a[2] or b[2]


def _sign(end: _End) -> int:
    return end[0] or (1 if end[1] > 0 else -1)
