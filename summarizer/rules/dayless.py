"""The part of ``date`` about dates of which a sign was lost: 截至6月20，, 截至12底, 2023年1—10份, 公开日期：2024926."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Severity
from ..i18n import gettext as _
from ..patterns import beginning, in_order
from .base import Hit

_DASH = "[-—－–～~至到]"
#: Behind a month a day without 日, before what a day leads to.
_DAY = beginning(
    "月",
    r"(?<=[0-9].)(?:[12][0-9]|3[01]|[1-9])(?=，|,(?![0-9])|[前起止在于](?![0-9])|召开|举行|举办|[上下]午|凌晨|印发|正式)",
)
#: The end of a month, and months of a year, without 月.
_MONTH = (
    *beginning("底", "(?:(?<=[至止到于年][1-9].)|(?<=[至止到于年]1[0-2].))(?![薪价])"),
    *beginning("末", "(?:(?<=[至止到于年][1-9].)|(?<=[至止到于年]1[0-2].))(?=[，。、全我共本,])"),
    *beginning(
        "份",
        rf"(?:(?<=[年，。；\n,;][1-9]{_DASH}[1-9].)|(?<=[年，。；\n,;][1-9]{_DASH}1[0-2].)"
        "|(?<=20[0-9]{2}年[1-9].)|(?<=20[0-9]{2}年1[0-2].))",
    ),
)
#: A date of seven digits, of which nobody can say where its month ends.
_JOINED = beginning("：:", r"(?<=日期.)[ ]?(?P<day>20[0-9]{2}[1-9][0-9]{2})(?![0-9.年月])")
_REACH = 14


def dayless(text: str) -> Iterator[Hit]:
    """Yield days without 日, months without 月, and dates that are one number."""
    for match in in_order(text, _DAY):
        start = match.start() - len(re.findall("[0-9]*$", text[max(0, match.start() - 2) : match.start()])[0])
        yield _date(text, start, match.end(), _("日 is missing"))
    for match in in_order(text, _MONTH):
        start = match.start() - len(re.findall("[0-9]+[-—－–～~至到]?[0-9]*$", text[max(0, match.start() - 5) : match.start()])[0])
        yield _date(text, start, match.end(), _("月 is missing"))
    for match in in_order(text, _JOINED):
        yield _date(text, *match.span("day"), _("a sign between its parts is missing"))


def _date(text: str, start: int, end: int, reason: str) -> Hit:
    message = _("there is no such date: {quote} ({reason})").format(quote=text[start:end], reason=reason)
    return Hit("DATE001", start, end, message, _("look the date up and write it anew"), Severity.WARNING)
