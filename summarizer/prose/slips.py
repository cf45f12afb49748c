"""One slip of the pen: a digit mistyped, or two neighbouring ones swapped, that would make figures fit."""

from __future__ import annotations

from collections.abc import Iterable
from math import lcm

from .statements import Statement

CHANCE = 0.05
"""How likely a slip may explain a gap by chance, where it is taken to be one."""
_LOOSE = 2
"""Units of the last digit by which a sum that was rounded is looked at around a slip."""
_SCALES, _THOUSANDS = (1e4, 1e8), (1e3,)
_OF_THOUSANDS = frozenset(("length", "mass", "power"))
"""What is measured in units of which one is a thousand of another: 米 and 公里, 公斤 and 吨."""
_TOLD = 25
"""Units of the last digit that what a scale word explains must have: less fits by chance."""
_CLEAR, _EXACT = 100, 1e-6
_WINDOW = 0.3
"""How far from the total a list may be that is looked at, both ways together."""


def one_slip(total: Statement, parts: Iterable[Statement]) -> bool:
    """Whether one digit of one figure, put right, makes the parts the total; or two neighbouring digits the other way round."""
    return slip_chance(total, tuple(parts)) < 2


def slip_chance(total: Statement, parts: tuple[Statement, ...], *, lost: bool = False) -> float:
    """Return how likely a slip would make any parts near the total add up to it by chance; 2 where none does.

    Of the sums near a total of 9455, one in two hundred is two swapped digits away; of those near 48, one in two.

    Args:
        lost: a digit too few or too many is looked for as well.
    """
    figures = _in_steps((total, *parts))
    if figures is None:
        return 2
    sizes = [digits * step for digits, step in figures]
    gap = sizes[0] - sum(sizes[1:])
    if not gap:
        return 2
    # Figures that were rounded may miss their total by as much even where no slip was made.
    loose = 0 if any(figure.quantity.is_count for figure in (total, *parts)) else min(len(parts) // 2, _LOOSE)
    found = _kinds(figures, gap, lost=lost)
    range_ = max(1.0, float(max(sizes)))
    digits = sum(len(str(digits)) for digits, _ in figures)
    swaps = (digits - len(figures)) / max(1.0, range_ * _WINDOW)
    if "swap" in found:
        return min(1.0, swaps)
    if lost and any("swap" in _kinds(figures, gap + shift, lost=False) for shift in range(-loose, loose + 1) if shift):
        return min(1.0, swaps * (2 * loose + 1))
    if "digit" in found:
        steps = max(1.0, range_ * _WINDOW)
        return min(1.0, (digits - len(figures) + 18 * len(str(int(steps)))) / steps)
    return min(1.0, 10 * digits / range_) if lost and "lost" in found else 2


def scale_slip(total: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether 万 or 亿 too many or too few, 公 of 公里 or the unit of another makes the parts the total, up to what was rounded.

    10亿人 of 8万人 and 2万人; 3.74亿元 of 2861万元 and 3.45万元; 30公顷 of 18公顷 and 12亩.
    """
    whole, step = total.quantity.size()
    sizes = [part.quantity.size() for part in parts]
    made, slack = sum(size for size, _ in sizes), sum(own for _, own in sizes)
    scales = (*_THOUSANDS, *_SCALES) if total.dimension in _OF_THOUSANDS else _SCALES
    if any(_meets(whole / factor, made, step / factor + slack) for factor in scales):
        return True
    gap = whole - made
    fine = whole * _EXACT if whole >= _CLEAR * step else 0.0  # what fits to the digit does not do so by chance
    return any(
        size > 0 and (_meets(gap, size * (factor - 1), step + slack + own * factor) or _meets(gap, size * (factor - 1), fine))
        for part, (size, own) in zip(parts, sizes, strict=True) for factor in (*scales, _of_unit(total, part))
    )  # fmt: skip


def _of_unit(total: Statement, part: Statement) -> float:
    """Return how many times as much a part would be in the unit of its total."""
    one, other = total.quantity.unit.factor, part.quantity.unit.factor
    return 1.0 if one == other else float(one / other)


def _meets(one: float, other: float, steps: float) -> bool:
    """Whether two sizes are as near as rounding allows, and so large beside it that chance does not bring them there."""
    return abs(one - other) <= steps / 2 and _TOLD * steps < other


def _in_steps(figures: tuple[Statement, ...]) -> list[tuple[int, int]] | None:
    """Return the digits of figures as whole numbers, and how many of the smallest last digit each is; None where these are no whole."""
    # In whole numbers: fractions cost ten times as much.
    steps: list[tuple[int, int]] = []
    written: list[int] = []
    for figure in figures:
        quantity = figure.quantity
        value, ulp, factor = quantity.value, quantity.ulp, quantity.unit.factor
        if quantity.is_hedged or ulp.numerator <= 0:
            return None
        digits, rest = divmod(value.numerator * ulp.denominator, value.denominator * ulp.numerator)
        if rest:
            return None
        written.append(digits)
        steps.append((ulp.numerator * factor.numerator, ulp.denominator * factor.denominator))
    common = lcm(*[below for _, below in steps])
    sizes = [above * (common // below) for above, below in steps]
    least = min(sizes)
    return None if any(size % least for size in sizes) else [(digits, size // least) for digits, size in zip(written, sizes, strict=True)]


def _kinds(figures: list[tuple[int, int]], gap: int, *, lost: bool) -> set[str]:
    """Return by what slips a gap is closed: of a part that grows by it, or of the total, the first of the figures, that shrinks."""
    return {_mends(digits, step, gap if n else -gap, lost=lost) for n, (digits, step) in enumerate(figures)}


def _mends(digits: int, step: int, by: int, *, lost: bool) -> str:
    """Return by what slip a figure grows by ``by``: one digit is another (``digit``), two side by side change places (``swap``), one is
    too few or too many (``lost``); nothing for none."""
    if by % step:
        return ""
    wanted = digits + by // step
    if not 0 < wanted < 11 * digits or digits > 11 * wanted:
        return ""
    written, other = str(digits), str(wanted)
    if len(other) != len(written):
        longer, shorter = (other, written) if len(other) > len(written) else (written, other)
        return "lost" if lost and any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer))) else ""
    apart = [n for n, (one, two) in enumerate(zip(written, other, strict=True)) if one != two]
    if len(apart) == 1:
        return "digit"
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and written[apart[0]] == other[apart[1]] and written[apart[1]] == other[apart[0]]
    return "swap" if swapped else ""


def mended(written: Statement, low: float, high: float, *, lost: bool = False) -> float:
    """Return how likely one slip in a figure would bring it between two values by chance; 2 where none does.

    Args:
        low, high: in the base unit of its dimension. What else explains the figures allows these.
        lost: a digit too few or too many is looked for as well.
    """
    quantity = written.quantity
    size, ulp = quantity.size()
    if quantity.is_hedged or ulp <= 0 or size <= 0 or high < low or low <= 0:
        return 2
    width = min(1.0, (high - low + ulp) / size)
    digits = str(int(quantity.value / quantity.ulp))
    half = ulp / 2
    if any(low - half <= int(other) * ulp <= high + half for other in _swapped(digits)):
        return width * len(digits)
    if any(low - half <= size * factor <= high + half for factor in (10, 0.1, 1e4, 1e-4)):
        return width * 4
    if any(low - half <= int(other) * ulp <= high + half for other in _retyped(digits)):
        return width * 9 * len(digits)
    if lost and any(low - half <= int(other) * ulp <= high + half for other in _lost(digits)):
        return width * 10 * (len(digits) + 1)
    return 2


def _swapped(digits: str) -> list[str]:
    return [digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :] for n in range(len(digits) - 1) if digits[n] != digits[n + 1]]


def _retyped(digits: str) -> list[str]:
    return [digits[:n] + other + digits[n + 1 :] for n in range(len(digits)) for other in "0123456789" if other != digits[n]]


def _lost(digits: str) -> list[str]:
    shorter = [digits[:n] + digits[n + 1 :] for n in range(len(digits))] if len(digits) > 1 else []
    return shorter + [digits[:n] + other + digits[n:] for n in range(len(digits) + 1) for other in "0123456789"]
