"""``repeat`` from prose: one fact that is said twice, in two units or to different digits.

Only figures that have the very same name are compared, and two that differ are mostly of two years or two scopes.
So a difference is told only where one slip (two digits swapped, a scale word, a point) turns the one into the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Claim, Outcome
from ..claims.repeat import Repeat
from ..patterns import lazy
from . import words
from .joining import operand, outcome, place
from .nearness import near
from .statements import Reading, Role, Statement

_NAME = 4
"""Characters of the shortest name that is taken for the same thing in two places."""
_TELLING = 100
"""A figure below this many units of its last digit is the same as another by chance."""
_WINDOW = 6
"""Places at which one name is remembered."""
_FAR = 2
_PERIOD = lazy(r"20[0-9]{2}年|上半年|[一二三四]季度|[0-9]{1,2}月|今年|去年|上年|本年|当年|明年|预计|安排|计划|预算(?!收入|支出)")
_NO_NAME = lazy("[的 “”]|^(?:全年|累计|共)")
_GENERIC = lazy(r"^(?:收入|支出|其他|总投资|投资|面积|资金|合计|总计|项目|金额|产量|产值)$")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of figures that stand twice under one name."""
    known: dict[tuple[str, str, str], list[Statement]] = {}
    for s in reading.statements:
        name = _name(s)
        if not name:
            continue
        places = known.setdefault((name, s.dimension, s.quantity.per), [])
        found = _nearest_same(reading, places, s)
        if found is not None:
            yield found
        places.append(s)
        del places[:-_WINDOW]


def _name(statement: Statement) -> str:
    """Return what a figure is of, if that can be the name of one thing."""
    if statement.depth or statement.listed or not statement.is_amount or statement.role not in (Role.LEVEL, Role.ACTUAL):
        return ""
    name = statement.subject
    if len(name) < _NAME or not _telling(statement):
        return ""
    name = _NO_NAME.sub("", name)
    return "" if len(name) < _NAME or _GENERIC.match(name) else name


def _telling(statement: Statement) -> bool:
    quantity = statement.quantity
    value, ulp = quantity.value, quantity.ulp
    return abs(value.numerator) * ulp.denominator >= _TELLING * ulp.numerator * value.denominator and not quantity.is_hedged


def _nearest_same(reading: Reading, places: list[Statement], second: Statement) -> Claim | None:
    """Return that the figure is the same as one before under its name; else that a slip divides it from the last one."""
    for first in reversed(places):
        if first.sentence == second.sentence or not near(first, second):
            continue
        claim = Repeat(operand(reading, first), operand(reading, second), place(reading, first, second))
        if outcome(claim) in (Outcome.HOLDS, Outcome.WITHIN):
            return claim
    if places and places[-1].sentence != second.sentence and _one_slip(places[-1], second) and _same_period(reading, places[-1], second):
        claim = Repeat(operand(reading, places[-1]), operand(reading, second), place(reading, places[-1], second), True)
        if outcome(claim) is Outcome.FAILS:
            return claim
    return None


def _same_period(reading: Reading, first: Statement, second: Statement) -> bool:
    """Whether nothing says that the two are of different years, or one of them planned."""
    told = [frozenset(_PERIOD.findall(_sentence_so_far(reading, s))) for s in (first, second)]
    scopes = [next((scope for scope in words.SCOPES if scope in s.subject), "") for s in (first, second)]
    return told[0] == told[1] and scopes[0] == scopes[1] and second.paragraph - first.paragraph <= _FAR


def _sentence_so_far(reading: Reading, statement: Statement) -> str:
    return reading.between(max(0, statement.start - 60), statement.end)


def _one_slip(first: Statement, second: Statement) -> bool:
    """Whether one figure is the other with two neighbouring digits swapped, or with the point or the scale word gone wrong."""
    one, two = (re.sub("[^0-9]", "", s.quantity.text) for s in (first, second))
    if len(one) != len(two):
        return False
    apart = [n for n, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    if not apart:
        return first.quantity.unit == second.quantity.unit
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == two[apart[1]] and one[apart[1]] == two[apart[0]]
    return swapped and first.quantity.scale == second.quantity.scale and first.quantity.decimals == second.quantity.decimals
