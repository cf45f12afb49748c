"""The part of ``date`` about months and years of which a sign was lost: 16月 for 1—6月, 9—5月, 2022年和2022年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Severity
from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit, around

_DASH = "[-—–－~～至到]"
_NO_MONTH = beginning("月", r"(?<=[0-9].)(?:(?<=1[3-9].)|(?<=[2-9][0-9].)|(?<=11[0-2].))(?![龄租薪均子票卡饼球])")
#: What stands before a number of months, and before part of a number.
_LASTS = tuple("期时历约共第满每近达超逾差续保修长过限.．/-—–－~～至到")
_SPAN_SIGN = beginning("月", rf"(?:(?<={_DASH}[1-9].)|(?<={_DASH}1[0-2].))")
_SPAN = lazy(rf"(?<![0-9.．—-])(?<![上去前]年)(?P<from>[1-9]|1[0-2])月?份?{_DASH}{{1,2}}(?P<to>[0-9]{{1,2}})月\Z")
#: What lasts into the next year: 每年9月至5月供暖.
_SEASON = lazy("每年|火期|火险期|渔期|水期|[暖热]|冬|学年")
_AUTUMN, _SPRING, _DECEMBER = 10, 5, 12
_YEAR = 4
"""Digits of a year."""
#: One year beside itself, where two are meant.
_SAME = (*beginning("、与及", r"(?<=[0-9年].)20[0-9]{2}年"), *beginning("和", r"(?<=[0-9年]和)20[0-9]{2}年"))
_SAME_YEAR = lazy(r"(?<![0-9])(?P<year>20[0-9]{2})年?[、和与及](?P=year)年(?![上下第一二三四末底初前0-9])")


def months(text: str) -> Iterator[Hit]:
    """Yield months that no year has, spans of months that run backwards, and a year that stands beside itself."""
    for sign in in_order(text, _NO_MONTH):
        start = sign.start() - len(re.findall("[0-9]*$", text[max(0, sign.start() - 4) : sign.start()])[0])
        figure = text[start : sign.start()]
        before = text[max(0, start - 2) : start]
        if len(figure) < _YEAR and (not before.endswith(_LASTS) or before == "截至"):
            reason = _("a year has twelve months")
            if figure[0] == "1" and 1 < int(figure[1:]) <= _DECEMBER:
                hint = _("write {right}").format(right=f"1—{figure[1:]}月")
            else:
                hint = _("look the date up and write it anew")
            yield _date(start, sign.end(), _("there is no such date: {quote} ({reason})").format(quote=f"{figure}月", reason=reason), hint)
    for sign in in_order(text, _SPAN_SIGN):
        span = _SPAN.search(text[max(0, sign.start() - 9) : sign.end()])
        if span and _is_backwards(int(span["from"]), int(span["to"])) and not _SEASON.search(text, *around(text, sign.start(), 16, 12)):
            start = sign.end() - len(span.group())
            message = _("{quote}: the end comes before the beginning").format(quote=span.group())
            yield _date(start, sign.end(), message, _("look the date up and write it anew"))
    for sign in in_order(text, _SAME):
        if same := _SAME_YEAR.search(text, max(0, sign.start() - 5), sign.end() + 1):
            message = _("{quote}: one year stands twice where two are meant").format(quote=same.group())
            yield _date(*same.span(), message, _("look the date up and write it anew"))


def _is_backwards(first: int, last: int) -> bool:
    """Whether a span of months ends before it begins; what begins late in a year may end early in the next."""
    winter = first >= _AUTUMN and last <= _SPRING and (last > 1 or first > _AUTUMN)
    return last < first <= _DECEMBER and not winter


def _date(start: int, end: int, message: str, hint: str) -> Hit:
    return Hit("DATE001", start, end, message, hint, Severity.WARNING)
