"""``average`` of deaths over what they happened with: 生产原煤8600万吨，死亡18人，百万吨死亡率0.209; 死亡37人，万车死亡率1.49."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import product

from ..claims.average import Average
from ..claims.base import Claim, Operand
from ..patterns import lazy
from ..quantities import format_number, unit
from ..quantities.units import BARE
from .choosing import led_by
from .joining import holds, is_part, operand, place
from .roles import LEVELS, Role
from .statements import Reading, Statement

_RATE = lazy(
    "(?P<of>[一-鿿]*?)(?P<over>百万吨|万车|亿元(?:GDP|(?:国内|地区)?生产总值))[一-鿿]{0,8}死亡率"
    "(?:约|仅|降|控制|下|在|高?达到?了?|为|是|至|到)*[: ]*$"
)
_OVER = {"百万吨": ("mass", 10**12), "万车": ("count:辆", 10**4), "亿元": ("money", 10**8)}
"""What is divided by, and how many of its base units make one."""
_BACK, _SENTENCES, _NAME = 24, 3, 3
_DEATHS = lazy("死亡(?:人数)?(?:约|仅|共|为|了|达)*$")
_CALLED = {"mass": lazy("煤|矿"), "count:辆": lazy("车"), "money": lazy("生产总值|GDP")}
"""What the base is called."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each such rate that is the result of none yet."""
    for rate in led_by(reading, "死亡率"):
        found = _RATE.search(rate.lead) if rate.start not in results and rate.dimension in ("number", "count:人") else None
        if found is not None and rate.quantity.value and not rate.quantity.is_hedged and rate.role in LEVELS:
            yield from _rate(reading, rate, found["over"], found["of"])


def _rate(reading: Reading, rate: Statement, over: str, of: str) -> Iterator[Claim]:
    dimension, one = _OVER["亿元" if over.startswith("亿元") else over]
    before = [s for s in reading.before(rate, _BACK) if s.paragraph == rate.paragraph and s.role in LEVELS and s.role is not Role.PRIOR]
    behind = [s for s in reading.statements[rate.index + 1 : rate.index + 2] if s.depth == rate.depth + 1 and s.bracket - rate.end < 2]
    bases = [s for s in (*behind, *before) if s.dimension == dimension and s.quantity.value and not s.quantity.per]
    bases = [s for s in bases if _CALLED[dimension].search(s.lead)]
    deaths = [s for s in before if s.quantity.unit.name == "人" and rate.sentence - s.sentence <= _SENTENCES and _is_deaths(s)]
    tried = [(_claim(reading, rate, d, b, one), b) for d, b in product(deaths, bases)]
    if right := next((claim for claim, _ in tried if holds(claim)), None):
        yield right
    elif deaths and (meant := _meant(reading, bases, of, behind)):
        yield _claim(reading, rate, deaths[0], meant, one)


def _is_deaths(s: Statement) -> bool:
    return _DEATHS.search(s.lead) is not None or s.tail.startswith("死亡")


def _meant(reading: Reading, bases: list[Statement], of: str, behind: list[Statement]) -> Statement | None:
    """Return the base in the bracket behind, the one whose name the rate has, or the largest that is no part."""
    if named := [s for s in bases if len(of) >= _NAME and of in s.lead]:
        return named[0]
    whole = [s for s in bases if s in behind] or [s for s in bases if not is_part(reading, s) and not s.quantity.is_hedged]
    return max(whole, key=lambda s: s.quantity.value, default=None)


def _claim(reading: Reading, rate: Statement, deaths: Statement, base: Statement, one: int) -> Average:
    quantity = base.quantity
    scale = quantity.unit.factor / one
    mass = f"{quantity.text}（{format_number(quantity.value * scale, quantity.decimals + 2)}百万吨）"
    text = mass if quantity.unit.dimension == "mass" else quantity.text
    number = replace(quantity, text=text, value=quantity.value * scale, ulp=quantity.ulp * scale, unit=BARE)
    stated = operand(reading, rate, per=False)
    average = replace(stated, quantity=replace(stated.quantity, unit=replace(unit("人"), counting=False)))
    many = Operand(number, place=operand(reading, base).place)
    return Average(average, operand(reading, deaths), many, place(reading, deaths, base, rate), True)
