"""Every figure of a text, without what only looks like one: dates, years, periods, numbers of documents and lists, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from string import ascii_letters

from ..patterns import lazy
from ..quantities import Match, match_at, scan
from .ground import Ground

FoundFigure = Match
"""A figure where it stands."""

_AFTER = 6
"""Characters behind a number that a period goes on with."""
_YEAR = lazy(r"(?:19|20)[0-9]{2}")
_FIRST_YEAR, _LAST_YEAR, _YEAR_DIGITS = 1900, 2099, 4
_DASH = "-—–─━~～至到"
_PERIOD_AFTER = lazy(rf"[{_DASH}]+ ?[0-9]{{1,4}}[年月日]")
_DATE_UNITS = frozenset(("年", "月", "日", "季度"))
#: What stands before a number that names something: documents (No.12), plans, floors, codes.
_NAME_BEFORE = ascii_letters + ".+/_&#@第〔["
_NAME_AFTER = lazy(r"[A-Za-z_+/]|号|热线|行动(?!计划)|工程(?=[,。、”])|条措施|·")
_NAME_AFTER_BEGINS = ascii_letters + "_+/号热行工条·"
_LIST_AFTER = lazy(r"[、.)](?![0-9])")
_LIST_AFTER_BEGINS = "、.)"
_UNIT_NAMES = ("级",)
_DOUBTFUL = frozenset(("", *_DATE_UNITS, *_UNIT_NAMES))
"""Units of what may be no figure."""
_DOUBTFUL_BEFORE = _NAME_BEFORE + "\n"
_CHINESE_LEAST = 2
_LONG_NUMBER = 9
_AIM_ENDS, _AIM_DIGITS = frozenset("标务划算数期均平年"), 3
"""What ends the name of a target, and digits of one in a bracket that has no unit."""
_GROUPED = lazy(" (?<=[0-9] )[0-9]{3}(?![0-9])")
_GROUPS_BEFORE = lazy("[㐀-鿿:](?<![图表注第附])([0-9]{1,3}(?:[ ][0-9]{3})*)$")
_LONGEST_GROUPS = 13
"""Characters of the groups before the last: 1 228 000 and what stands before."""
_QUOTED = lazy(r"《[^《》\n]{0,60}》")


def find_figures(ground: Ground) -> tuple[FoundFigure, ...]:
    """Return the figures of the text in their order."""
    plain = ground.plain
    found: list[FoundFigure] = []
    for figure in scan(plain):
        quantity, start = figure[0], figure[1]
        # Most are neither bare nor a date, and stand behind no Latin letter: nothing else lets a figure be anything else.
        doubtful = quantity.unit.name in _DOUBTFUL or quantity.chinese or (start and plain[start - 1] in _DOUBTFUL_BEFORE)
        if not (doubtful and _is_name(figure, plain)):
            found.append(figure)
    if blanks := {match.start() for match in _GROUPED.finditer(plain)}:
        found = _joined(found, blanks, plain)
    if "《" in plain and (titles := list(_QUOTED.finditer(plain))):
        in_title = _Inside(iter(titles))
        found = [figure for figure in found if not in_title(figure.start)]
    return tuple(found)


def _joined(found: list[FoundFigure], blanks: set[int], plain: str) -> list[FoundFigure]:
    """Join groups of three digits that yearbooks set apart by a blank: 货物周转量1 228.3亿吨公里; not 图1 300万元."""
    joined: list[FoundFigure] = []
    for figure in found:
        whole = _with_groups(figure, plain) if figure[1] - 1 in blanks and not figure.bare else None
        while whole and joined and joined[-1].end > whole.start:
            joined.pop()
        joined.append(whole or figure)
    return joined


def _with_groups(figure: FoundFigure, plain: str) -> FoundFigure | None:
    """Return a figure with the groups that stand before its own and the blank; None where there are none."""
    blank = figure.start - 1
    groups = _GROUPS_BEFORE.search(plain, max(0, blank - _LONGEST_GROUPS), blank)
    if groups is None:
        return None
    written = plain[groups.start(1) : figure.end]
    whole = match_at(written.replace(" ", ""))
    if whole is None or whole.bare or whole.quantity.unit != figure.quantity.unit:
        return None
    return Match(replace(whole.quantity, text=written), groups.start(1), figure.end)


class _Inside:
    """Whether offsets, asked for in rising order, lie inside one of the matches."""

    def __init__(self, matches: Iterator[re.Match[str]]) -> None:
        self._matches = matches
        self._current = next(matches, None)

    def __call__(self, offset: int) -> bool:
        while self._current is not None and self._current.end() <= offset:
            self._current = next(self._matches, None)
        return self._current is not None and self._current.start() <= offset


def _is_name(figure: FoundFigure, plain: str) -> bool:
    """Whether what was found is a date, a number in a list or a part of a name, and so no figure."""
    quantity, start, _end = figure
    unit = quantity.unit
    name = unit.name
    if name in _DATE_UNITS and _is_date(figure, plain):
        return True
    if quantity.chinese and not quantity.is_place:
        value = quantity.value
        if unit.dimension in ("months", "days") or value.numerator < _CHINESE_LEAST * value.denominator:
            return True
    if not name and quantity.scale == 1:
        return _bare_name(figure, plain)
    if name in _UNIT_NAMES and not quantity.is_place:
        return True  # 5A级, 三级: a grade, not an amount
    return _named_before(plain, start) and not quantity.is_place


def _named_before(plain: str, start: int) -> bool:
    """Whether a number goes on with a name; also from the line before, since a page breaks lines anywhere."""
    if start and plain[start - 1] == "\n":
        start -= 1
    return start > 0 and plain[start - 1] in _NAME_BEFORE


def _is_date(figure: FoundFigure, plain: str) -> bool:
    """Tell 2023年, 6月, 15日 and 1—9月 from 三年 and 30天."""
    quantity = figure.quantity
    if quantity.unit.name != "年":
        return True
    if quantity.decimals or quantity.scale > 1:
        return False
    return _FIRST_YEAR <= quantity.value.numerator <= _LAST_YEAR or plain[figure.start] == "0"


def _bare_name(figure: FoundFigure, plain: str) -> bool:
    quantity, start, end = figure
    size, last, next_ = end - start, plain[start - 1 : start], plain[end : end + 1]
    if _named_before(plain, start) or size > _LONG_NUMBER or (size == _YEAR_DIGITS and _YEAR.fullmatch(plain, start, end)):
        return True
    if not next_:
        return False
    if next_ in _NAME_AFTER_BEGINS and _NAME_AFTER.match(plain, end):
        return True
    if next_ in _DASH and _PERIOD_AFTER.match(plain, end, end + _AFTER):
        return True  # 1—9月: the first month of a period
    if last == "(" and next_ == ")" and quantity.decimals == 0:
        return plain[max(0, start - 2)] not in _AIM_ENDS or size < _AIM_DIGITS  # (1) numbers a heading, and not 占目标任务(8000)
    if next_ not in _LIST_AFTER_BEGINS or quantity.decimals or not _LIST_AFTER.match(plain, end):
        return False
    return last in "\n。;:!? " or not plain[max(0, start - 2) : start].strip()
