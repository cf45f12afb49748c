"""``range`` from prose: 6—9岁. A low end above the high one is mostly two numbers that ran together."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Claim, Operand, stretch
from ..claims.bound import Bound
from ..claims.range import Range
from ..errors import FigureError
from ..patterns import beginning, in_order, lazy
from ..quantities import parse, parse_date
from .joining import operand, place
from .statements import Reading

_RANGE = lazy(
    r"(?P<low>[0-9](?<![0-9.,A-Za-z/—~-].)[0-9]{0,6}(?:\.[0-9]{1,4})?)(?:周?岁|%|℃)?(?:-|—|——|–|~|～|至)(?P<high>[0-9]{1,4}(?:\.[0-9]{1,4})?)(?P<unit>周?岁|%|℃)"
)
"""Ranges of what is written from low to high and of nothing else."""
_DASH = "-—–~～至"
_HIGH = (
    *beginning("%℃岁", f"(?:{'|'.join(f'(?<=[{_DASH}][0-9.]{{{digits}}}.)' for digits in range(1, 10))})"),
    lazy(f"周岁(?:{'|'.join(f'(?<=[{_DASH}][0-9.]{{{digits}}}周岁)' for digits in range(1, 10))})"),
)
"""The unit of a figure right behind a dash: few texts have any."""
_LONGEST = 32
"""Characters of the longest range."""
_WITHIN = ("之间", "区间", "范围")
_MEMBER = lazy("(?:[0-9一二三四五六七八九十]月份?|[一二三四]季度|最[高低])[^,;。0-9]{0,6}(?:[为达至到]|有|是)[ ]*$")
"""What was reached in one of the months that a range is of: 8月份回落至7.5%."""
_BEHIND = 60
_DATES = lazy(
    r"(?P<low>20[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?)(?:-|—|——|–|~|～|至|到)(?P<high>20[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?)"
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of ranges of age, percentage, temperature and time."""
    yield from _periods(reading)
    plain = reading.ground.plain
    for sign in in_order(plain, _HIGH):
        for match in _RANGE.finditer(plain, max(0, sign.end() - _LONGEST), sign.end()):
            if match.end() == sign.end():
                where = stretch(*match.span())
                low, high = (parse(match[name] + match["unit"]) for name in ("low", "high"))
                ends = Operand(low, place=where), Operand(high, place=where)
                yield Range(*ends, place=where, likely=True)
                if plain.startswith(_WITHIN, match.end()):
                    yield from _members(reading, *ends)


def _members(reading: Reading, low: Operand, high: Operand) -> Iterator[Claim]:
    """Read 各月增速在8.8%-10.6%之间，8月份回落至7.5%: what one month reached lies in the range of all."""
    clauses, end = reading.ground.clauses, low.place.end
    own = clauses.sentences[reading.ground.clause_at(end)]
    for s in reading.within(end, end + _BEHIND):
        if s.sentence == own and s.quantity.unit == low.quantity.unit and _MEMBER.search(reading.between(s.start - len(s.lead), s.start)):
            below = s.quantity.value < low.value
            value, where = operand(reading, s), place(reading, s)
            yield Bound(low if below else high, (value,), "之间", "at-least" if below else "at-most", where, likely=True)


def _periods(reading: Reading) -> Iterator[Claim]:
    """Read 2023年5月至2024年11月: what ends before it begins has a wrong year in it."""
    for match in _DATES.finditer(reading.ground.plain):
        where = stretch(*match.span())
        try:
            low, high = parse_date(match["low"]), parse_date(match["high"])
        except FigureError:
            continue  # 13月: the rule for dates tells
        yield Range.of_dates(low, high, place=where)
