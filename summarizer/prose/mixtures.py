"""``growth`` of a total by the growth of all its parts: 零售额50亿元，增长8%。其中，城镇30亿元，增长9%；乡村20亿元，增长6.5%."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from fractions import Fraction

from ..claims.base import Claim, Operand
from ..claims.growth import Growth
from ..claims.sum import Sum
from ..claims.working import total as in_all
from ..quantities import SCALE_WORDS, Quantity, format_number
from . import words
from .grown import is_real
from .joining import holds, operand, place
from .nearness import near_sum
from .roles import Role
from .statements import Reading, Statement

_MOST, _SOME, _CLEAR = 6, 100, 1000
"""Parts of a total; and units of the last digit that it has, so that rounding does not hide all."""
_BESIDE = 3
_ROOM, _EDGE = Fraction(6, 10), Fraction(2, 10)
"""Points by which a total may differ from its parts, and lie beyond the least and the largest of their growths, where each was
compared on a basis of its own. (In published bulletins it differs by 0.15 at the most, 0.4 at constant prices, and lies between.)"""
_WIDE, _INDUSTRIES = Fraction(1), 3
"""The first of these for output by its three industries, at constant prices. (Industry alone differs by more.)"""
_FEW = Fraction(1, 10)
"""What of its growth that may be."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the growth of each total whose parts, all with their growth, were found to make it up."""
    seen: set[int] = set()
    for claim in reading.claims_found():
        if not isinstance(claim, Sum) or claim.total.place.start in seen or claim.exhaustive is False or not 1 < len(claim.parts) <= _MOST:
            continue
        if claim.searched and not claim.total.quantity.shows(_CLEAR):
            continue
        grown = list(_grown(reading, claim))
        if len(grown) <= len(claim.parts) or len({percent.start for _, percent in grown}) < len(grown):
            continue
        if near_sum(grown[0][0], [part for part, _ in grown[1:]]) and holds(claim):
            seen.add(claim.total.place.start)
            yield from _mixed(reading, grown)


def _grown(reading: Reading, claim: Sum) -> Iterator[tuple[Statement, Statement]]:
    """Yield total and parts, each with its growth, up to the first that has none."""
    starts = reading.starts()
    for figure in claim.operands():
        level = starts.get(figure.place.start)
        if level is None:
            continue
        percent = _growth_behind(reading, level)
        if percent is None:
            return
        yield level, percent


def _growth_behind(reading: Reading, level: Statement) -> Statement | None:
    """Return the percentage by which a figure has grown in a year, right behind it or behind its amount."""
    for s in reading.statements[level.index + 1 : level.index + _BESIDE]:
        near = s.segment == level.segment and s.clause - level.clause < _BESIDE and 0 <= s.depth - level.depth < 2
        if not near or s.listed or s.respective or s.role not in (Role.CHANGE, Role.GROWTH):
            return None
        if s.role is Role.GROWTH:
            plain = s.quantity.unit.name == "%" and not s.quantity.is_hedged and not s.subject and not words.is_yearly(s.lead)
            return s if plain and s.quantity.size()[0] < _SOME and "环比" not in s.lead else None
    return None


def _mixed(reading: Reading, grown: list[tuple[Statement, Statement]]) -> Iterator[Claim]:
    (total, stated), parts = grown[0], grown[1:]
    if not total.quantity.shows(_SOME) or total.quantity.is_hedged or not stated.direction or _compare_apart(grown):
        return
    before = _before(parts)
    claim = Growth(
        Operand(before, place=place(reading, *(s for s, _ in parts))), operand(reading, total), None, operand(reading, stated), None,
        stated.direction, place=place(reading, *(s for pair in grown for s in pair)), likely=True,
    )  # fmt: skip
    if holds(claim):
        yield claim
        return
    made = (total.quantity.value / before.value - 1) * 100
    apart = abs(made - stated.quantity.value * stated.direction)
    rates = [percent.quantity.value * percent.direction for _, percent in parts]
    outside = not min(rates) - _EDGE <= stated.quantity.value * stated.direction <= max(rates) + _EDGE
    real = is_real(reading, total, stated)
    output = len(parts) == _INDUSTRIES and ("生产总值" in total.subject or "GDP" in total.subject)
    room = _WIDE if real else _ROOM
    if outside or (apart > room and apart > _FEW * abs(made) and (output or not real)):
        yield claim


def _compare_apart(grown: list[tuple[Statement, Statement]]) -> bool:
    """Whether the growth is not of one kind: 比年初 beside 同比."""
    return len({"年初" in percent.lead or "末" in percent.lead for _, percent in grown}) > 1


def _before(parts: list[tuple[Statement, Statement]]) -> Quantity:
    """Return what parts were together a year ago by their growth, as wide as its rounding makes it."""
    first = parts[0][0].quantity
    values: list[Fraction] = []
    widths: list[Fraction] = []
    for part, percent in parts:
        size, digit, rate, points = part.quantity.value, part.quantity.ulp, percent.quantity.value, percent.quantity.ulp
        # In whole numbers, of which ``now`` to ``then`` is the growth: fractions would cost several times as much.
        then = 100 * rate.denominator
        now = then + rate.numerator * percent.direction
        values.append(Fraction(size.numerator * then, size.denominator * now))
        loose = digit.numerator * now * size.denominator * points.denominator
        loose += size.numerator * points.numerator * rate.denominator * digit.denominator
        widths.append(Fraction(loose * then, digit.denominator * size.denominator * points.denominator * now * now))
    value, width = in_all(values), in_all(widths)
    shown = format_number(value / first.scale, first.decimals)
    return replace(first, text=f"{shown}{SCALE_WORDS.get(first.scale, '')}{first.unit.name}", value=value, ulp=width, step=width)

