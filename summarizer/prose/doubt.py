"""How far off a claim is, and what that says of its reading.

Slips are small, or by tens: two digits swapped, a scale word, a point. What is off by half and by no power of ten is mostly another
figure than the one that was meant, and is only likely to be wrong.
"""

from __future__ import annotations

from dataclasses import replace
from math import log10

from ..claims.average import Average
from ..claims.base import Claim, Operand
from ..claims.growth import Growth
from ..claims.rate import Rate
from ..claims.share import Share
from .joining import holds

_FAR = log10(1.6)
_TENS = 0.01
_ONE_DIGIT, _SLACK = 4, 5
"""A figure of one, two or three 万 or 亿 may be rounded, but not by a third."""


def doubted(claim: Claim) -> Claim:
    """Return the claim, as a likely reading only where its figures are far from each other."""
    if isinstance(claim, (Rate, Share)) and (sharper := _sharper(claim)):
        return sharper
    if claim.likely or not isinstance(claim, (Rate, Share, Average, Growth)):
        return claim
    sides = _sides(claim)
    if sides is None or min(sides) <= 0:
        return claim
    apart = abs(log10(sides[0] / sides[1]))
    far = apart > _FAR and abs(apart - round(apart)) > _TENS
    return replace(claim, likely=True) if far else claim


def _sharper(claim: Rate | Share) -> Claim | None:
    """Return the claim with a plan of one digit taken for what it says, where only half of that digit lets it hold: 占任务1万亩的142%."""
    below = claim.target if isinstance(claim, Rate) else claim.whole
    if below is None or below.exact or below.quantity.is_hedged or below.quantity.scale == 1:
        return None
    quantity = below.quantity
    if quantity.value < quantity.ulp or quantity.value >= _ONE_DIGIT * quantity.ulp or not holds(claim):
        return None
    near = replace(below, quantity=replace(quantity, ulp=quantity.ulp / _SLACK))
    told = replace(claim, target=near, likely=True) if isinstance(claim, Rate) else replace(claim, whole=near, likely=True)
    return None if holds(told) else told


def _sides(claim: Rate | Share | Average | Growth) -> tuple[float, float] | None:
    """Return what the operands give and what is stated."""
    if isinstance(claim, Rate):
        return _quotient(claim.actual, claim.target, claim.rate)
    if isinstance(claim, Share):
        return _quotient(claim.part, claim.whole, claim.share)
    if isinstance(claim, Average):
        return _quotient(claim.total, claim.number, claim.average, 1)
    if claim.percent is None or claim.percent.quantity.unit.name != "%" or claim.before is None or claim.after is None:
        return None
    before, after = _size(claim.before), _size(claim.after)
    return (abs(after - before) / before * 100, float(claim.percent.value)) if before > 0 else None


def _quotient(above: Operand | None, below: Operand | None, stated: Operand, times: int = 100) -> tuple[float, float] | None:
    if above is None or below is None or not below.value:
        return None
    if times == 1 and below.quantity.unit.dimension in ("area", "length", "mass"):
        return None  # an average over 亩 or 公里, whose factors are the judge's matter
    wanted = _size(stated) if times == 1 else float(stated.value) * (100 if stated.quantity.unit.dimension == "times" else 1)
    if stated.quantity.unit.dimension == "ratio":
        wanted *= float(stated.quantity.unit.factor)
    return _size(above) / _size(below) * times, wanted


def _size(operand: Operand) -> float:
    return operand.quantity.size()[0]
