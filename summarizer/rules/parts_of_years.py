"""The part of ``date`` about what a stretch of time is called: 一季度（1—4月）, “十二五”以来（2016—2018年）, 2022年是“十四五”开局之年."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Severity
from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit

_DASH = "[-—–－~～至到]{1,2}"
_MONTHS = rf"[（(](?:20[0-9]{{2}}年)?(?P<from>[0-9]{{1,2}})月?{_DASH}(?P<to>[0-9]{{1,2}})月份?[）)]"
_PART = (
    *beginning("半", rf"(?<=[上下].)年度?(?:以来|期间)?{_MONTHS}"),
    *beginning("季", rf"(?<=[一二三四].)度(?:以来|期间)?{_MONTHS}"),
)  # fmt: skip
_PARTS = {
    "上半": (1, 6), "下半": (7, 12), "一季": (1, 3), "二季": (4, 6), "三季": (7, 9), "四季": (10, 12),
    "前三季": (1, 9), "前二季": (1, 6), "第一季": (1, 3), "第二季": (4, 6), "第三季": (7, 9), "第四季": (10, 12),
}  # fmt: skip
#: The first years of the five-year plans.
FIVE = {"二": 2011, "三": 2016, "四": 2021, "五": 2026}
_PLAN = beginning(
    "十",
    r"(?P<plan>[二三四五])五[”\"]?(?:"
    r"(?:时期|期间|规划)?(?P<since>实施以来|以来|前[两二三四]年|头[两二三]年|期?末|收官之年|开局之年)"
    rf"[（(](?P<first>20[0-9]{{2}})年?(?:{_DASH}(?P<last>20[0-9]{{2}})年?)?[）)]"
    r"|(?:规划|时期)?(?:的|全面)?(?P<year>开局|起步|收官)之?年)",
)
_IS = lazy(r"(?P<year>20[0-9]{2})年(?:既?是|作为|为)(?:全面)?(?:实施|推进|落实|贯彻)?[“\"]?\Z")
_REACH = 16
_FIVE_YEARS = 4


def parts_of_years(text: str) -> Iterator[Hit]:
    """Yield months that a half or a quarter has not, and years that a five-year plan has not."""
    for part in in_order(text, _PART):
        at = part.start()
        first, last = _PARTS.get(text[max(0, at - 2) : at + 1]) or _PARTS[text[at - 1 : at + 1]]
        begins, ends = int(part["from"]), int(part["to"])
        if begins < first or ends > last:
            quote, reason = text[at - 1 : part.end()], f"{first}—{last}月"
            yield _hit(at - 1, part.end(), _("there is no such date: {quote} ({reason})").format(quote=quote, reason=reason))
    for plan in in_order(text, _PLAN):
        first = FIVE[plan["plan"]]
        told = _IS.search(text, max(0, plan.start() - _REACH), plan.start()) if plan["year"] else None
        if told is not None:
            wrong = int(told["year"]) != (first + _FIVE_YEARS if plan["year"] == "收官" else first)
        else:
            wrong = plan["since"] is not None and not _fits(int(plan["first"]), int(plan["last"] or plan["first"]), first, plan["since"])
        if wrong:
            start = told.start() if told is not None else plan.start()
            quote = text[start : plan.end()]
            yield _hit(start, plan.end(), _("{quote}: those years are {first} to {last}").format(quote=quote, first=first, last=first + 4))


def _fits(begins: int, ends: int, first: int, since: str) -> bool:
    """Whether years can be those since a plan began, of its first years, or its last one; some go on beyond its end."""
    if since.endswith(("末", "收官之年")):
        return begins == first + _FIVE_YEARS
    if since == "开局之年":
        return begins == first
    return first <= begins <= first + _FIVE_YEARS and begins <= ends


def _hit(start: int, end: int, message: str) -> Hit:
    return Hit("DATE001", start, end, message, _("look the date up and write it anew"), Severity.WARNING)
