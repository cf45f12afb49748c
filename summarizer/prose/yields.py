"""``average`` of a crop over its land, told in sentences apart: 粮食总产量13.2亿公斤；亩产为271公斤。…粮食播种面积486万亩.

Which total and which land are meant, the name of the crop tells: the two characters before 总产量, 播种面积, 单产. A mean that names none
is of the crop told of before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace
from fractions import Fraction
from itertools import product

from ..claims.average import Average
from ..claims.base import Claim
from ..patterns import lazy
from .choosing import led_by
from .joining import holds, operand, place
from .roles import LEVELS, Role
from .statements import Reading, Statement

_NAME = r"(?:(?P<crop>[一-鿿]{2}?)(?:作物|生产)?|^[ ,;]*)(?:的|预计|平均|实际)*"
_ENDS = "(?:约|仅|已|可|高?达到?了?|为|是)*[: ]*$"
_YIELD = lazy(f"{_NAME}(?P<per>亩产|单产|单位面积产量|(?:每)?公顷产量?)(?:量|水平)?{_ENDS}")
_TOTAL = lazy(f"{_NAME}(?:总产量?|(?<!面积)产量){_ENDS}")
_LAND = lazy(f"{_NAME}(?:(?:播种|种植|收获|栽培|栽种)?总?面积|播种|种植){_ENDS}")
_PER = {"亩产": "亩", "公顷产": "公顷", "公顷产量": "公顷", "每公顷产量": "公顷"}
_LOOSE = Fraction(1, 250)
_REST = lazy("其[他它余中]")
_OTHERS = frozenset((Role.PRIOR, Role.TARGET))
_AROUND, _PARAGRAPHS = 30, 2


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each yield that is the result of none yet."""
    for s in led_by(reading, "亩产", "单产", "面积产量", "公顷产"):
        found = _YIELD.search(s.lead) if s.start not in results and s.dimension == "mass" and not s.listed else None
        if found is not None and not s.quantity.is_hedged and s.role in (Role.AVERAGE, Role.LEVEL):
            crop = found["crop"] or _crop_before(reading, s)
            if crop:
                yield from _yield(reading, s, crop, s.quantity.per or _PER.get(found["per"], ""))


def _crop_before(reading: Reading, stated: Statement) -> str:
    """Return the crop that a total or its land right before names."""
    for s in reading.so_far(stated, _AROUND):
        if s.role in LEVELS and (found := (_TOTAL if s.dimension == "mass" else _LAND).search(s.lead)) and found["crop"]:
            return found["crop"]
    return ""


def _yield(reading: Reading, stated: Statement, crop: str, per: str) -> Iterator[Claim]:
    near = reading.statements[max(0, stated.index - _AROUND) : stated.index + _AROUND]
    near = tuple(s for s in near if not _REST.search(s.lead))
    near = tuple(s for s in near if abs(s.paragraph - stated.paragraph) <= _PARAGRAPHS and s.role in LEVELS and s.role not in _OTHERS)
    totals = [s for s in near if s.dimension == "mass" and not s.quantity.per and _is_of(_TOTAL.search(s.lead), crop)]
    lands = [s for s in near if s.dimension == "area" and _is_of(_LAND.search(s.lead), crop)]
    average = operand(reading, stated, per=False)
    average = replace(average, quantity=replace(average.quantity, per=per)) if per else average
    claim: Average | None = None
    for total, land in product(totals, lands):
        claim = Average(average, operand(reading, total), operand(reading, land), place(reading, total, land, stated), True)
        if holds(claim):
            yield claim
            return
    plain = len(totals) == len(lands) == 1 and not any(s.quantity.is_hedged for s in (*totals, *lands))
    if plain and claim is not None and not holds(_loose(claim)):
        yield claim


def _loose(claim: Average) -> Average:
    """Return the claim with a yield that was reckoned from other figures than those that are printed, before they were rounded."""
    quantity = claim.average.quantity
    return replace(claim, average=replace(claim.average, quantity=replace(quantity, ulp=max(quantity.ulp, quantity.value * _LOOSE))))


def _is_of(found: re.Match[str] | None, crop: str) -> bool:
    return found is not None and found["crop"] == crop
