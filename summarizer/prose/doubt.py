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

_FAR = log10(1.6)
_TENS = 0.01


def doubted(claim: Claim) -> Claim:
    """Return the claim, as a likely reading only where its figures are far from each other."""
    if claim.likely or not isinstance(claim, (Rate, Share, Average, Growth)):
        return claim
    sides = _sides(claim)
    if sides is None or min(sides) <= 0:
        return claim
    apart = abs(log10(sides[0] / sides[1]))
    far = apart > _FAR and abs(apart - round(apart)) > _TENS
    return replace(claim, likely=True) if far else claim


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
