"""The geometry of a bar picture: true in scale from zero, every length in percent of the picture's width.

A bar ends where its figure is. What a figure leaves open (85%以上, 约81%) is hatched. Nothing is computed for show: a figure that
was not published has no bar. Only a bar beyond :data:`LARGEST` is cut, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from ...errors import FigureError
from ...quantities import Hedge, Quantity, parse

#: The longest scale in percent; a bar beyond it is cut, else one figure would press all others into nothing.
LARGEST = 500
_STEPS = (100, 120, 150, 200, 250, 300, 400, LARGEST)
#: Marks on the scale closer than this share of it would touch.
_APART = Fraction(14, 100)


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a bar reaches, in percent of the plan or target.

    Args:
        low: what is certain. high: what is possible; None without an upper end.
    """

    low: Fraction
    high: Fraction | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar to draw: ``solid`` and ``open`` are widths in percent of the picture; ``cut`` if it goes on beyond."""

    solid: str
    open: str
    cut: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the scale: its text, where it stands, and on which side its text ends."""

    text: str
    at: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Scale:
    """From zero to ``top`` percent."""

    top: int

    def at(self, percent: Fraction | int) -> str:
        """Return where a value stands, as an SVG length."""
        share = min(max(Fraction(percent) / self.top, Fraction(0)), Fraction(1)) * 100
        return f"{float(round(share, 3)):g}%"

    def bar(self, extent: Extent) -> Bar:
        """Return the bar that reaches so far."""
        top = Fraction(self.top)
        low = min(max(extent.low, Fraction(0)), top)
        high = top if extent.high is None else min(max(extent.high, low), top)
        return Bar(self.at(low), self.at(high - low), extent.low > top or (extent.high or 0) > top)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks under the picture: zero, the plan, the end."""
        made = [Mark("0", "0%", "start")]
        if self.top == 100:
            return (*made, Mark("50%", "50%", "middle"), Mark("100%", "100%", "end"))
        made.append(Mark("100%", self.at(100), "middle"))
        if Fraction(self.top - 100, self.top) > 2 * _APART:
            made.append(Mark(f"{self.top}%", "100%", "end"))
        return tuple(made)


def scale_for(extents: Iterable[Extent]) -> Scale:
    """Return the shortest scale that all bars fit on, or the longest there is."""
    ends = [end for extent in extents for end in (extent.low, extent.high) if end is not None]
    return Scale(next((step for step in _STEPS if step >= max(ends, default=Fraction(0))), LARGEST))


def rate_extent(text: str) -> Extent | None:
    """Return how far a published rate reaches; None for one that is no share."""
    rate = _quantity(text)
    if rate is None or rate.unit.dimension != "ratio":
        return None
    return _extent(rate, rate.unit.factor)


def ratio_extent(part: str, base: str) -> Extent | None:
    """Return how far ``part`` reaches on the way to ``base``; None where that cannot be said.

    Two measure words (个 and 处) count alike. A base that is hedged, or an upper bound (不超过), is no end of a bar.
    """
    done, whole = _quantity(part), _quantity(base)
    if done is None or whole is None or not whole.value or whole.hedge not in (Hedge.NONE, Hedge.AT_LEAST):
        return None
    if done.same_dimension(whole):
        return _extent(done, 100 * done.unit.factor / (whole.value * whole.unit.factor))
    if done.unit.counting and whole.unit.counting and done.per == whole.per:
        return _extent(done, 100 / whole.value)
    return None


def _extent(figure: Quantity, factor: Fraction) -> Extent:
    if figure.hedge is Hedge.NONE:
        return Extent(figure.value * factor, figure.value * factor)
    interval = figure.interval()
    low = Fraction(0) if interval.low is None else interval.low * factor
    return Extent(low, None if interval.high is None else interval.high * factor)


def _quantity(text: str) -> Quantity | None:
    try:
        made = parse(text) if text else None
    except FigureError:
        return None
    return None if made is None or made.is_blank or made.is_place else made
