"""The part of ``date`` about how long a stretch of days lasts, and in which month a holiday lies.

5月6日至9日，为期7天; 公示期5月6日至5月10日（8个工作日）; 国庆期间（4月1日至7日）; 上半年…，其中三季度.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..findings import Severity
from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit, around

_DASH = "(?:[-—–－~～]{1,2}|起?至|起?到)"
_DAYS = (
    rf"(?P<m1>[0-9]{{1,2}})月(?P<d1>[0-9]{{1,2}})日?{_DASH}(?:(?:20[0-9]{{2}}年)?(?P<m2>[0-9]{{1,2}})月)?(?P<d2>[0-9]{{1,2}})日止?"
)
#: So many days, right behind the stretch or right before it.
_LASTS = (
    *beginning("天", "(?<=[0-9].)(?=[，。；、）,;)（(\n])"),
    *beginning("工", "作日(?<=[0-9]个工作日)(?=[，。；、）,;)（(\n])"),
)  # fmt: skip
_BEHIND = lazy(
    rf"{_DAYS}[，（(]?(?:为期|共计?|历时|会期|时间|期限|公示期|工期|一共)?(?:为|共)?(?P<number>[0-9]{{1,2}})(?P<unit>天|个工作日)\Z"
)
_BEFORE = lazy(rf"(?:会期|为期|公示期|展期|赛期)(?:为|共)?(?P<number>[0-9]{{1,2}})(?P<unit>天|个工作日)[，（(](?:自|从|即|于)?{_DAYS}")
_REACH, _AHEAD = 48, 28
_LONGEST = 62
"""Days of the longest stretch whose length anybody counts in days."""
#: The months in which a holiday may lie.
_HOLIDAYS = {
    "国庆": (9, 10), "五一": (4, 5), "元旦": (12, 1), "清明": (3, 4), "端午": (5, 6), "中秋": (9, 10), "春节": (1, 2), "劳动节": (4, 5),
}  # fmt: skip
_HOLIDAY = lazy(
    rf"(?P<name>{'|'.join(_HOLIDAYS)})[”\"]?(?:节|小?长?假期?|黄金周)?(?:期间|假期)?[（(](?:20[0-9]{{2}}年)?(?P<month>[0-9]{{1,2}})月[0-9]{{1,2}}日"
)
_HOLIDAY_SIGN = (
    *beginning("间期假节周", r"[（(](?:20[0-9]{2}年)?[0-9]{1,2}月[0-9]"),
    *beginning("一庆旦明午秋", r"[”\"]?[（(](?:20[0-9]{2}年)?[0-9]{1,2}月[0-9]"),
)  # fmt: skip
#: A stretch of a year, and what is told of a part of it.
_AMONG = beginning(
    "其", r"中[：:，,]?(?:(?P<quarter>[一二三四])季度|(?P<half>[上下]半年)|(?P<month>1?[0-9])月份?(?!龄|[日至—-]|[0-9]{1,2}日))"
)
_STRETCH = lazy(
    r"(?:^|(?<=[。，；：\n\u3000 （(年]))(?:(?P<from>1?[0-9])月?[-—–－~～至到]{1,2}(?P<to>1?[0-9])月"
    r"|(?P<name>前三季度|前[二两]季度|上半年|下半年|[一二三四]季度))(?![^，。；\n]{0,2}末|[、和与及至到—-])"
)
_NAMES = {
    "前三季度": (1, 9), "前二季度": (1, 6), "前两季度": (1, 6), "上半年": (1, 6), "下半年": (7, 12),
    "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12),
}  # fmt: skip
_ELSEWHEN = lazy("季度|半年|[0-9]月|去年|上年|同期|计划|预计|明年|全年|[0-9]{4}年|截[至止]")
_FEW, _SENTENCE = 4, 120


def lengths_of_time(text: str) -> Iterator[Hit]:
    """Yield stretches of days that last longer or shorter, holidays in another month, parts of a stretch that lie behind its end."""
    for sign in in_order(text, _LASTS):
        start, end = around(text, sign.start(), _REACH, _AHEAD)
        told = _BEHIND.search(text, start, sign.end()) or _before(text, start, end, sign)
        days = _days(told) if told is not None else 0
        if told is not None and days and not _lasts(days, told):
            yield _hit(text, told.start(), told.end(), f"{days}天")
    for sign in in_order(text, _HOLIDAY_SIGN):
        holiday = _HOLIDAY.search(text, max(0, sign.start() - 8), sign.end() + _FEW)
        if holiday is not None and holiday.start() <= sign.start() and int(holiday["month"]) not in _HOLIDAYS[holiday["name"]]:
            yield _hit(text, holiday.start(), holiday.end(), "、".join(f"{month}月" for month in _HOLIDAYS[holiday["name"]]))
    for part in in_order(text, _AMONG):
        start, _end = around(text, part.start(), _SENTENCE, 0)
        start = max(start, text.rfind("。", start, part.start()))
        stretches = list(_STRETCH.finditer(text, start, part.start()))
        if len(stretches) == 1 and not _ELSEWHEN.search(text, stretches[0].end(), part.start()) and _is_outside(part, stretches[0]):
            yield _hit(text, part.start(), part.end(), stretches[0].group())


def _before(text: str, start: int, end: int, sign: re.Match[str]) -> re.Match[str] | None:
    """Return the stretch behind its length, if this is the length."""
    told = _BEFORE.search(text, start, end)
    return told if told is not None and told.end("unit") == sign.end() else None


def _days(told: re.Match[str]) -> int:
    """Return how many days a stretch has, the last one counted; 0 where it is none, or longer than what is counted in days."""
    try:
        first = date(2023, int(told["m1"]), int(told["d1"]))
        last = date(2023, int(told["m2"] or told["m1"]), int(told["d2"]))
    except ValueError:
        return 0
    days = (last - first).days + 1
    return days if 1 < days < _LONGEST else 0


def _lasts(days: int, told: re.Match[str]) -> bool:
    """Whether so many days are what is said, or would be without the last; of working days there may be fewer."""
    number = int(told["number"])
    leap = told["m1"] != (told["m2"] or told["m1"])  # 29 February may lie between
    return number <= days + leap and (told["unit"] != "天" or number >= days - 1)


def _is_outside(part: re.Match[str], stretch: re.Match[str]) -> bool:
    """Whether a month, a quarter or a half lies outside of a stretch of the year."""
    first, last = _NAMES[stretch["name"]] if stretch["name"] else (int(stretch["from"]), int(stretch["to"]))
    if part["month"]:
        begins = ends = int(part["month"])
    else:
        begins, ends = _NAMES[part["half"] or f"{part['quarter']}季度"]
    return first <= last and ends <= 12 and (begins > last or ends < first)


def _hit(text: str, start: int, end: int, reason: str) -> Hit:
    message = _("there is no such date: {quote} ({reason})").format(quote=text[start:end], reason=reason)
    return Hit("DATE001", start, end, message, _("look the date up and write it anew"), Severity.WARNING)
