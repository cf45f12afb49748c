"""``count`` of what went up and what went down: 起数上升2%，死亡人数下降6%，受伤人数下降5%，呈“一升两降”.

``sum`` where the name alone tells them: 18类商品实现“5升13降”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Claim, Operand, stretch
from ..claims.count import Count
from ..claims.sum import Sum
from ..patterns import in_order, lazy
from ..quantities import from_chinese, parse
from .joining import operand
from .statements import Reading
from .words import BRACKETED

_SIGN = lazy("”(?<=[升降涨跌增减无平]”)")
_NAME = lazy(r"“(?:[一两二三四五六七八九十](?:升|降|涨|跌|增|减|无|持?平)){2,3}\Z")
_EACH = lazy("([一两二三四五六七八九十])(升|降|涨|跌|增|减|无|持?平)")
_LENGTH = 12
_IN_DIGITS = lazy("[0-9]{1,3}(?:升|降|涨|跌|增|减|持?平)(?:、?[0-9]{1,3}(?:升|降|涨|跌|增|减|持?平)){1,2}\\Z")
_OF_DIGITS = lazy("([0-9]{1,3})(?:升|降|涨|跌|增|减|持?平)")
_DIGIT_SIGNS = tuple(lazy(rf"{way}(?<=[0-9]{way})(?![、和]?[0-9])") for way in "升降涨跌增减平")
_BETWEEN = lazy(r"其中|[。;\n()0-9]|有|前|仅")
_LEAST_OF, _MOST_OF, _FAR = 0.6, 1.65, 40
_TURNS = {
    "升": lazy("上升|增长|增加|提高|升高|上涨"), "降": lazy("下降|减少|降低|回落|下滑|下跌"), "平": lazy("持平"),
    "无": lazy("(?<![一-鿿])无|未发生|零发生"),
}  # fmt: skip
_ALIKE = {"增": "升", "涨": "升", "减": "降", "跌": "降", "持平": "平"}
_BEHIND = lazy("”[一-鿿]{0,8}(?:,?即:?|,?其中[:,]?|:|\\()")
_FIGURE = lazy("[0-9][0-9.]*")
_CLAUSE = lazy("[,;]")
_STOPS = "。!?\n)"
_REACH = 400
_FEW = 2
"""A number that is off by more counts other things than those of its sentence."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each direction that such a name counts, and for each name in digits."""
    yield from _in_words(reading)
    yield from _in_digits(reading)


def _in_digits(reading: Reading) -> Iterator[Claim]:
    """Read 18类商品实现“5升13降”: what rose and what fell are all that there are."""
    plain = reading.ground.plain
    for sign in in_order(plain, _DIGIT_SIGNS):
        name = _IN_DIGITS.search(plain, max(0, sign.start() - _LENGTH), sign.end())
        heads = reading.within(max(0, sign.start() - _FAR), name.start()) if name else ()
        counted = [s for s in heads if s.quantity.unit.counting and s.is_plain and s.is_level and not s.depth]
        if name is None or not counted or plain[name.start() - 1].isdigit():
            continue
        head, numbers = counted[-1], [int(number) for number in _OF_DIGITS.findall(name.group())]
        if _BETWEEN.search(plain[head.end : name.start()]) or "持平" in plain[sign.end() : sign.end() + _LENGTH]:
            continue
        whole = head.quantity.size()[0]
        if _LEAST_OF * whole < sum(numbers) < _MOST_OF * whole:
            here = stretch(name.start(), sign.end())
            parts = tuple(Operand(parse(f"{number}{head.quantity.unit.name}"), place=here) for number in numbers)
            yield Sum(operand(reading, head), parts, True, False, stretch(head.start, sign.end()), True)


def _in_words(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each direction that a name in Chinese numerals counts."""
    plain = reading.ground.plain
    for sign in _SIGN.finditer(plain):
        name = _NAME.search(plain, max(0, sign.start() - _LENGTH - 1), sign.start())
        if name is None:
            continue
        behind = _BEHIND.match(plain, sign.start())
        start, end = _stretch(plain, name.start(), behind)
        turns = [(from_chinese(number), _ALIKE.get(way, way)) for number, way in _EACH.findall(name.group())]
        # What comes behind a ； may be of other things.
        ends = [*(n for n in range(start, end) if plain[n] == ";"), end]
        tried = [[_members(plain[start:n], way) for _number, way in turns] for n in ends]
        numbers = [number for number, _way in turns]
        found = next((members for members in tried if members == numbers), tried[-1])
        if len(ends) > 1 and sum(found) != sum(numbers):
            continue
        if not all(found) or any(abs(number - n) > _FEW for (number, _way), n in zip(turns, found, strict=True)):
            continue
        where = stretch(min(start, name.start()), max(end, sign.end()))
        for (number, _way), n in zip(turns, found, strict=True):
            stated = Operand(parse(f"{int(number)}个"), place=stretch(name.start(), sign.end()))
            yield Count(stated, n, (), (), False, where, True)


def _stretch(plain: str, at: int, behind: re.Match[str] | None) -> tuple[int, int]:
    """Return where the things are told: behind 即, else in the sentence before the name."""
    if behind is not None:
        last = min(len(plain), behind.end() + _REACH)
        return behind.end(), next((n for n in range(behind.end(), last) if plain[n] in _STOPS), behind.end())
    return max(plain.rfind(mark, max(0, at - _REACH), at) for mark in f"{_STOPS};") + 1, at


def _members(text: str, way: str) -> int:
    """Return how many things a text says went one way: one a clause, more where 、 divides their names before the verb."""
    number = 0
    for clause in _CLAUSE.split(BRACKETED.sub("", text)):
        turn = _TURNS[way].search(clause)
        if way == "无" and turn:
            number += len(_TURNS[way].findall(clause))
        elif turn:
            names = clause.count("、", 0, turn.start()) + 1
            figures = len(_FIGURE.findall(clause, turn.end()))
            number += names if figures in (0, names) else max(figures, 1)  # 电力、热力生产业增长5%: one name
    return number
