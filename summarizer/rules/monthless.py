"""The part of ``date`` about days whose 月 or 年 was lost, and times that no clock shows: 于94日, 726日，, 20075月, 8时75分, 2022.2.30."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from ..findings import Severity
from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit
from .odd import point

_DAY = beginning("日", "(?<=[0-9]{2}.)(?![内元均产供薪处用租龄志照本报后]|以[内上后]|[、，]?[0-9]{1,2}日内)")
#: Month and day in one number, behind what leads to a date or in the year before it.
_JOINED = lazy(
    r"(?:(?P<year>20[0-9]{2}年)|[于自从]|(?P<until>截[至止])|(?<=[0-9]日)[至到—-]|(?P<begins>\A|[。；：（(\n;:])[ \u3000]*"
    r"|(?:[，、]|(?<![0-9]),)[ ]*"
    r"|(?P<word>[\u4e00-\u9fff])"
    r"(?<![约近第共满达余超逾期历时每均过需用长为到至计有]))"
    r"(?P<figure>(?:(?!31日)[3-9][1-9]|[1-9][12][0-9]|[1-9]3[01]|1[0-2][1-9]|1[0-2][0-3][0-9]))日\Z"
)
#: What shows that a day is meant, and no length of time; where a sentence begins, anything else that no length of time is followed by.
_MEANT = lazy("[，,起至前到晚]|[、和][0-9]{1,2}月|[0-9]{1,2}[时:：]|上午|下午|凌晨|召开|举[行办]|[正开全]|印发|发布|出台")
_WITHIN = lazy("起|[上下]午|凌晨|[0-9]{1,2}[时:：]|召开|举[行办]")
_LENGTH = lazy("[的之间为是以和、。；]|左右|工期|无|不|未|连续|攻坚|行动|会战|誓师")
_MONTH = beginning("月", "(?<=[0-9]{5}.)(?![饼嫂租薪票卡均子龄球])")
_YEAR_MONTH = lazy(r"(?<![0-9.,])(?:19|20)[0-9]{2}(?:1[0-2]|0?[1-9])月\Z")
_MINUTE = (
    *beginning("时", "(?<=[0-9].)[6-9][0-9]分(?!钟|[之贝])"),
    *beginning(":：", r"(?<=[日午晚晨 ][0-9].)[6-9][0-9](?![0-9:：.%])"),
    *beginning(":：", r"(?<=[日午晚晨][0-9]{2}.)[6-9][0-9](?![0-9:：.%])"),
    *beginning(":：", r"(?:(?<=[日午晚晨 ]2[5-9].)|(?<=[日午晚晨 ][3-9][0-9].))[0-5][0-9](?=[，。至—-]|,(?![0-9]))"),
    *beginning("时", r"(?:(?<=上午1[3-9].)|(?<=凌晨1[0-9].))(?![间期])"),
    *beginning("时", "(?:(?<=(?<![0-9时])2[5-9].)|(?<=(?<![0-9时])[3-9][0-9].))[0-5]?[0-9]分"),
)  # fmt: skip
_DAY_OF_YEAR = r"(?<=(?<![0-9./-])(?:20)[0-9]{2}.)(?P<month>[0-9]{1,2})[./](?P<day>[0-9]{1,2})(?![0-9./-])"
_DOTTED = (point(_DAY_OF_YEAR), *beginning("/", _DAY_OF_YEAR))
_REACH, _DECEMBER, _FIRST = 12, 12, 10


def monthless(text: str) -> Iterator[Hit]:
    """Yield days with their month in one number, and times and dates that do not exist."""
    for figure, end in _days(text):
        right = "{}月{}日".format(*map(int, _apart(figure)))
        reason = _("month and day are written as one number")
        yield _date(text, end - len(figure) - 1, end, reason, _("write {right}").format(right=right))
    for sign in in_order(text, _MONTH):
        if joined := _YEAR_MONTH.search(text[max(0, sign.start() - _REACH) : sign.end()]):
            yield _date(text, sign.end() - len(joined.group()), sign.end(), _("年 is missing"), _("look the date up and write it anew"))
    for sign in in_order(text, _MINUTE):
        start = sign.start() - len(re.findall("[0-9]*$", text[max(0, sign.start() - 2) : sign.start()])[0])
        yield _date(text, start, sign.end(), _("a day has 24 hours, an hour 60 minutes"), _("look the time up and write it anew"))
    for sign in in_order(text, _DOTTED):
        number, year = int(sign["month"]), int(text[sign.start() - 4 : sign.start()])
        beyond = 1 <= number <= _DECEMBER and monthrange(year, number)[1] < int(sign["day"]) < 32
        if beyond or (sign.group()[0] == "/" and number > _DECEMBER):
            reason = _("that month has {n} days").format(n=monthrange(year, number)[1]) if beyond else _("a year has twelve months")
            yield _date(text, sign.start() - 4, sign.end(), reason, _("look the date up and write it anew"))


def _days(text: str) -> Iterator[tuple[str, int]]:
    """Yield the numbers that are month and day, with their ends; behind a comma any if another one is certain."""
    found = [
        (day, sign.end())
        for sign in in_order(text, _DAY)
        if (day := _JOINED.search(text[max(0, sign.start() - _REACH) : sign.end()])) and _is_day(day["figure"])
    ]
    meant = [_is_meant(text, end, day) for day, end in found]
    certain = any(meant)
    for (day, end), sure in zip(found, meant, strict=True):
        if sure or (certain and day["word"] is None and not _LENGTH.match(text, end)):
            yield day["figure"], end


def _is_meant(text: str, end: int, day: re.Match[str]) -> bool:
    """Whether what ends here is a day, and no length of time."""
    if day["word"] is not None:
        return _WITHIN.match(text, end) is not None
    if day["begins"] is not None and not _LENGTH.match(text, end):
        return True
    return day["year"] is not None or day["until"] is not None or _MEANT.match(text, end) is not None


def _is_day(figure: str) -> bool:
    """Whether a number is month and day one behind the other."""
    month, day = _apart(figure)
    return int(day) >= (_FIRST if len(figure) == 3 else 1) and int(day) <= monthrange(2000, int(month))[1]


def _apart(figure: str) -> tuple[str, str]:
    """Return the month and the day of which a number is made."""
    return (figure[:-2], figure[-2:]) if len(figure) > 2 else (figure[0], figure[1])


def _date(text: str, start: int, end: int, reason: str, hint: str) -> Hit:
    message = _("there is no such date: {quote} ({reason})").format(quote=text[start:end], reason=reason)
    return Hit("DATE001", start, end, message, hint, Severity.WARNING)
