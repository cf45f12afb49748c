"""``repeat`` from prose: one fact that is said twice, in two units or to different digits.

Only figures that have the very same name are compared, and two that differ are mostly of two years or two scopes.
So a difference is told only where one slip (two digits swapped, a scale word, a point) turns the one into the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from ..claims.base import Claim, Outcome
from ..claims.repeat import Repeat
from ..patterns import lazy
from . import words
from .joining import operand, outcome, place
from .nearness import near
from .roles import Role
from .statements import Reading, Statement

_index = attrgetter("index")
_NAME = 4
"""Characters of the shortest name that is taken for the same thing in two places."""
_TELLING = 100
"""A figure below this many units of its last digit is the same as another by chance."""
_WINDOW = 6
"""Places at which one name is remembered."""
_FAR = 2
_DIGITS = 3
"""Fewer digits are the same in another order by chance."""
_REACH = 40
"""Characters before a figure that tell what its sentence is about."""
_BEHIND = 10
_CLOSE = 8
"""The same for a figure of two digits."""
TOLD = "repeats"
"""Where the figures begin that a claim here has compared, in the memory of the reading."""
_SAID = frozenset((Role.LEVEL, Role.ACTUAL, Role.TO, Role.NAMED_RATE, Role.RATE))
MAY_REPEAT = _SAID | {Role.TARGET, Role.PRIOR}
"""Roles of figures that may say a fact again."""
_TWICE = "digits that stand twice"
_SENTENCE_ENDS = "。;\n"
_CLAUSE_END = lazy("[,;。、()]")
_HAN = lazy(f"[一-鿿]{{{_NAME},}}")
_PERIOD = lazy(r"20[0-9]{2}年|上半年|[一二三四]季度|[0-9]{1,2}月|今年|去年|上年|本年|当年|明年|预计|安排|计划|预算(?!收入|支出)")
_MARKS = lazy("[的 “”]+")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of figures that stand twice under one name, and of those that a slip tells from an earlier one."""
    told: set[int] = set()
    for claim, first, second in _named_twice(reading):
        told.update((first, second))
        yield claim
    for claim, first, second in _slipped(reading):
        if not {first, second} & told:
            told.update((first, second))
            yield claim
    reading.memory[TOLD] = told


def _slipped(reading: Reading) -> Iterator[tuple[Claim, int, int]]:
    """Read 完成投资2.17亿元 and later 2.71亿元投资 in sentences about one thing: the same digits in another order, or at another scale."""
    around: dict[int, frozenset[str]] = {}
    known: dict[tuple[str, str, str], list[Statement]] = {}
    for s in same_digits(reading):
        if s.role not in _SAID:
            continue
        digits, nonzero = s.quantity.digits()
        if len(digits) < (2 if s.quantity.is_count else _DIGITS):
            continue
        places = known.setdefault((s.dimension, s.quantity.per, nonzero), [])
        for first in reversed(places):
            if first.sentence == s.sentence or first.quantity.size()[0] == s.quantity.size()[0] or not one_slip(first, s):
                continue
            for one in (first, s):
                if one.index not in around:
                    around[one.index] = _around(reading, one)
            if around[first.index].isdisjoint(around[s.index]) or _of_others(first.subject, s.subject):
                continue
            if same_words_of_time(reading, first, s):
                claim = Repeat(operand(reading, first), operand(reading, s), place(reading, first, s), True)
                if outcome(claim) is Outcome.FAILS:
                    yield claim, first.start, s.start
                    break
        places.append(s)
        del places[:-_WINDOW]


def _of_others(one: str, other: str) -> bool:
    """Whether two names end alike and begin otherwise: 隔离场所服务人员累计检测 and 交通运输从业人员累计检测."""
    same = 0
    while same < min(len(one), len(other)) and one[-1 - same] == other[-1 - same]:
        same += 1
    begins = [name[: len(name) - same] for name in (one, other)]
    if same < _FAR or min(map(len, begins)) < _FAR:
        return False
    return not any(begins[0][n : n + _FAR] in begins[1] for n in range(len(begins[0]) - 1))


def same_digits(reading: Reading) -> list[Statement]:
    """Return the figures that have the digits of another of their dimension, in any order and without zeros: few have."""
    known: list[Statement] | None = reading.memory.get(_TWICE)
    if known is None:
        places: dict[tuple[str, str], list[Statement]] = {}
        for s in reading.statements:
            quantity = s.quantity
            if s.role in MAY_REPEAT and not (quantity.is_hedged or quantity.chinese):
                places.setdefault((s.dimension, quantity.digits()[1]), []).append(s)
        known = [s for alike in places.values() if len(alike) > 1 for s in alike]
        known.sort(key=_index)
        reading.memory[_TWICE] = known
    return known


def _around(reading: Reading, statement: Statement) -> frozenset[str]:
    """Return all that is four characters long in the sentence before a figure and behind it: 老旧小区, 旧小区改, 小区改造."""
    reach = _REACH if len(statement.quantity.digits()[0]) >= _DIGITS else _CLOSE
    plain, end = reading.ground.plain, statement.start
    start = max(0, end - reach, *(plain.rfind(mark, max(0, end - reach), end) + 1 for mark in _SENTENCE_ENDS))
    before = plain[start:end]
    behind = _CLAUSE_END.split(statement.tail, maxsplit=1)[0][:_BEHIND]
    runs = _HAN.findall(f"{before}|{behind}")
    return frozenset(run[n : n + _NAME] for run in runs for n in range(len(run) - _NAME + 1))


def same_words_of_time(reading: Reading, first: Statement, second: Statement) -> bool:
    """Whether both sentences speak of one year and one scope."""
    told = [frozenset(_PERIOD.findall(_sentence_so_far(reading, s))) for s in (first, second)]
    scopes = [next((scope for scope in words.SCOPES if scope in s.lead), "") for s in (first, second)]
    return told[0] == told[1] and (scopes[0] == scopes[1] or not all(scopes))


def _named_twice(reading: Reading) -> Iterator[tuple[Claim, int, int]]:
    called: dict[tuple[str, str, str], list[Statement]] = {}
    for s in reading.present():
        if len(s.subject) >= _NAME and not s.listed and len(name := _name(s.subject)) >= _NAME:
            called.setdefault((name, s.dimension, s.quantity.per), []).append(s)
    found = [pair for alike in called.values() if len(alike) > 1 for pair in _of_one_name(reading, alike)]
    yield from sorted(found, key=lambda pair: pair[2])


def _of_one_name(reading: Reading, alike: list[Statement]) -> Iterator[tuple[Claim, int, int]]:
    places: list[Statement] = []
    for s in alike:
        if _telling(s):
            found = _nearest_same(reading, places, s)
            if found is not None:
                yield found, found.first.place.start, s.start
            places.append(s)
            del places[:-_WINDOW]


def _name(subject: str) -> str:
    """Return what a figure is of, without what the name is the same with and without."""
    name = subject[1:] if subject[0] == "共" else subject[2:] if subject.startswith(("全年", "累计")) else subject
    return name if name.isalnum() and "的" not in name else _MARKS.sub("", name)


def _telling(statement: Statement) -> bool:
    return not statement.quantity.is_hedged and statement.quantity.shows(_TELLING)


def _nearest_same(reading: Reading, places: list[Statement], second: Statement) -> Repeat | None:
    """Return that the figure is the same as one before under its name; else that a slip divides it from the last one."""
    for first in reversed(places):
        if first.sentence == second.sentence or not near(first, second):
            continue
        claim = Repeat(operand(reading, first), operand(reading, second), place(reading, first, second))
        if outcome(claim) in (Outcome.HOLDS, Outcome.WITHIN):
            return claim
    if places and places[-1].sentence != second.sentence and one_slip(places[-1], second) and _same_period(reading, places[-1], second):
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


def one_slip(first: Statement, second: Statement) -> bool:
    """Whether one figure is the other with two neighbouring digits swapped, or with the point or the scale word gone wrong."""
    one, two = (s.quantity.digits()[0] for s in (first, second))
    if len(one) != len(two):
        same = one.strip("0") == two.strip("0") and len(one.strip("0")) >= _DIGITS
        return same and first.quantity.unit == second.quantity.unit
    apart = [n for n, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    if not apart:
        return first.quantity.unit == second.quantity.unit
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == two[apart[1]] and one[apart[1]] == two[apart[0]]
    return swapped and first.quantity.scale == second.quantity.scale and first.quantity.decimals == second.quantity.decimals
