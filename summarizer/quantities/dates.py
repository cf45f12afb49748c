"""Dates and periods as people write them: 2024-07-31, 2024年7月份, 三季度, 年底.

A date keeps its text and has a Chinese form to display. Where its year is known it spans whole days from
``first`` to ``last``; 7月 alone does not.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from ..errors import FigureError, Position
from ..i18n import gettext as _
from ..patterns import lazy
from .numerals import from_chinese, half_width

_DAYS = {"初": (1, 10), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (21, 31), "末": (21, 31)}
_MONTHS = {"初": (1, 3), "底": (12, 12), "末": (12, 12), "内": (1, 12), "": (1, 12)}


@dataclass(frozen=True, slots=True)
class DateText:
    """A date or a period as written.

    Args:
        text: as written, unchanged.
        display: its Chinese form: 2024年7月31日 for 2024-07-31; as written where that is Chinese.
        year: ``None`` where it is not written.
        month: 1 to 12.
        day: 1 to 31.
        quarter: 1 to 4.
        half: 1 or 2 (上半年, 下半年).
        part: what stands after the year or month: 上旬, 底, 末, 初, 内; else empty.
        cumulative: it reaches from the start of the year: 前三季度, 1—7月.
    """

    text: str
    display: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    part: str = ""
    cumulative: bool = False

    def __str__(self) -> str:
        return self.display

    @property
    def first(self) -> date | None:
        """The first day, ``None`` where the year is not written."""
        return None if self.year is None else self._span(self.year)[0]

    @property
    def last(self) -> date | None:
        """The last day, ``None`` where the year is not written."""
        return None if self.year is None else self._span(self.year)[1]

    @property
    def iso(self) -> str:
        """``2024``, ``2024-07`` or ``2024-07-31``; empty where it is none of these."""
        if self.year is None or self.quarter or self.half or self.part or self.cumulative:
            return ""
        places = [f"{self.year:04}", *(f"{place:02}" for place in (self.month, self.day) if place)]
        return "-".join(places)

    def in_year(self, year: int) -> DateText:
        """Return the same date with the year it lacked; one with a year comes back unchanged.

        Raises:
            FigureError: if that year has no such day (2月29日).
        """
        if self.year is not None:
            return self
        return _checked(replace(self, year=year), None)

    def _span(self, year: int) -> tuple[date, date]:
        if self.month is None:
            low, high = self._months()
            return date(year, 1 if self.cumulative else low, 1), date(year, high, monthrange(year, high)[1])
        length = monthrange(year, self.month)[1]
        low, high = (self.day, self.day) if self.day else _DAYS.get(self.part, (1, length))
        return date(year, 1 if self.cumulative else self.month, 1 if self.cumulative else low), date(year, self.month, min(high, length))

    def _months(self) -> tuple[int, int]:
        if self.quarter:
            return self.quarter * 3 if self.part else self.quarter * 3 - 2, self.quarter * 3
        if self.half:
            return self.half * 6 - 5, self.half * 6
        return _MONTHS[self.part]


_N = "[0-9一二三四五六七八九十]"
_YEAR = "(?P<year>[0-9]{4}|[〇○零一二三四五六七八九]{4})年"
_ISO = lazy(r"(?P<year>\d{4})(?:(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?)?", re.A)
_SHAPES = tuple(
    lazy(shape)
    for shape in (
        rf"(?:{_YEAR})?(?P<month>{_N}{{1,3}})月(?P<day>{_N}{{1,3}})[日号]",
        rf"(?:{_YEAR})?(?P<from>1|一)(?:月份?)?[-—–~～至到]{{1,2}}(?P<month>{_N}{{1,3}})月份?",
        rf"(?:{_YEAR})?(?P<month>{_N}{{1,3}})月份?(?P<part>[上中下]旬|[初底末])?",
        rf"(?:{_YEAR})?(?P<front>前)?第?(?P<quarter>[1-4一二三四])个?季度(?P<part>[底末])?",
        rf"(?:{_YEAR})?(?P<half>[上下])半年",
        rf"{_YEAR}度?(?P<part>[初底末内])?",
        r"(?P<part>年[初底末内])|(?P<all>全年)",
    )
)


def parse_date(text: str, where: Position | None = None) -> DateText:
    """Read a date or a period. The text is kept as it is; blanks around it are allowed.

    Raises:
        FigureError: if it is no date of a known form, or an impossible one (13月, 2月30日).
    """
    plain = half_width(text.strip())[:24]
    if found := _ISO.fullmatch(plain):
        return _checked(_from_iso(found, text), where)
    for shape in _SHAPES:
        if found := shape.fullmatch(plain.replace(" ", "")):
            return _checked(_from_chinese(found.groupdict(), text), where)
    hint = _("write 2024-07-31, 2024-07, 2024, 2024年7月, 7月31日, 三季度, 上半年 or 年底")
    raise FigureError(_("this is not a date"), where=where, written=text[:40], hint=hint)


def _from_iso(found: re.Match[str], text: str) -> DateText:
    year, month, day = (int(found[name]) if found[name] else None for name in ("year", "month", "day"))
    display = f"{year}年" + (f"{month}月" if month is not None else "") + (f"{day}日" if day is not None else "")
    return DateText(text, display, year, month, day)


def _from_chinese(part: dict[str, str | None], text: str) -> DateText:
    half = {"上": 1, "下": 2}.get(part.get("half") or "")
    return DateText(
        text,
        text.strip(),
        _number(part, "year"),
        _number(part, "month"),
        _number(part, "day"),
        _number(part, "quarter"),
        half,
        (part.get("part") or "").removeprefix("年"),
        bool(part.get("from") or part.get("front")),
    )


def _number(part: dict[str, str | None], name: str) -> int | None:
    written = part.get(name)
    if not written:
        return None
    if written.isdigit():
        return int(written)
    try:
        return int(from_chinese(written))
    except FigureError:
        return 0  # refused below as impossible


def _checked(found: DateText, where: Position | None) -> DateText:
    message = hint = ""
    if found.year is not None and found.year < 1000:
        message, hint = _("an impossible year"), _("write the year with four digits")
    elif found.month is not None and not 1 <= found.month <= 12:
        message, hint = _("an impossible month"), _("months go from 1 to 12")
    elif found.day is not None and found.month is not None:
        # Without a year, 2月29日 may exist.
        length = monthrange(found.year or 2000, found.month)[1]
        if not 1 <= found.day <= length:
            message = _("an impossible day")
            hint = _("that month has {days} days").format(days=length)
    if message:
        raise FigureError(message, where=where, written=found.text, hint=hint)
    return found
