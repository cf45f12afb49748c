"""The part of ``date`` about days told in the wrong order: 截至11月8日…预计9月底前完工, 2025年将…力争2024年6月底前, 2021年比2023年增加."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Severity
from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit, around

_LEADS = r"[于在到至]{0,2}(?:全部|陆续)?(?=[0-9]{1,4}[年月])"
#: What is still to come, and its date.
_PLANNED = (
    *beginning("预", f"计{_LEADS}"), *beginning("力", f"争{_LEADS}"), *beginning("确", f"保{_LEADS}"), *beginning("争", f"取{_LEADS}"),
    *beginning("计", f"划{_LEADS}"), *beginning("有", f"望{_LEADS}"), *beginning("拟", _LEADS), *beginning("将", "于(?=[0-9]{1,4}[年月])"),
)  # fmt: skip
_SURE = ("预计", "力争", "有望", "拟", "将于")
"""What was planned may have been done by then; what is expected was not."""
_DAY = lazy(
    "(?:(?P<year>20[0-9]{2})年)?(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日|[底末份]|[上中下]旬)?)?[底末]?(?:之前|以前|前)?"
    "(?![^，。；、\n]{0,16}的)(?=(?P<does>[一-鿿]{2}))"
)
_AS_OF = lazy("截[至止]到?(?:(?P<year>20[0-9]{2})年)?(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日|[底末份])?")
_OTHER_YEAR = lazy("明年|次年|下年|来年|翌年|去年|上年|原")
#: The year that a plan is for: 2025年，我局将.
_PLAN_OF = lazy(
    "(?:(?<=[。；：:、\n 　（])|^)(?P<year>20[0-9]{2})年[，,]?(?:我[局县市区镇乡委办院校处]|全[县市区镇乡局]|[县市区镇乡局])?[一-鿿]{0,4}?"
    "(?:将|计划|拟|重点抓|重点推|重点做)", re.M,
)  # fmt: skip
_LATER, _DECEMBER = 3, 12
"""Months by which a date without its year comes before another one of the year: more may lead into the next year."""
_BACK, _WHOLE = 200, 32
#: A day without its month, with its hour, at the beginning of a clause.
_HOUR = beginning("时", r"(?:(?<=日[0-9]时)|(?<=日[0-9]{2}时))(?![0-9分]{0,3}[-—–－~～至到]|[间期代])")
_NEXT = lazy(r"[，；,;](?P<day>[0-9]{1,2})日(?P<hour>[0-9]{1,2})\Z")
_HOURS = lazy(r"(?<![0-9])(?P<day>[0-9]{1,2})日(?:[凌早晨上中下午晚]{1,2})?(?P<hour>[0-9]{1,2})时")
_COMPARED = lazy("比|较|此前|其中|之前|自|从|截[至止]|计划|原定")
_MONTH_END = 27
#: 2021年比2024年增长: what grew since is compared with what was before.
_THAN = beginning("比较", "(?P<year>20[0-9]{2})年(?:同期|度|末|底)?(?:增[长加]?|减少?|下降|提高|上升|多|少|净增)(?=[了约]?[0-9])")
_OWN = lazy(r"(?:^|[。；，、\n 　（(])(?P<year>20[0-9]{2})年(?:度|末|底|全年)?[^。；，、\n0-9]{0,16}\Z")
_ARRIVAL = beginning("报", "到(?![率处])")
_ARRIVES = lazy(r"(?:(?P<month>[0-9]{1,2})月)?(?P<day>[0-9]{1,2})日[^，。；\n0-9]{0,8}(?:[0-9:：]{1,5}[时点]?[^，。；\n0-9]{0,6})?\Z")
_OPENS = lazy(r"(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日[^。；\n]{0,40}?(?:召开|举行|举办|开幕|开班|开赛|开课)")
_SEVERAL = lazy("第[一二三四0-9]|分[两二三四0-9]+[期批]|延期|改[期为]|次年")


def out_of_time(text: str) -> Iterator[Hit]:
    """Yield plans for days that are over, arrivals after the opening, and hours that run backwards."""
    for sign in in_order(text, _PLANNED):
        if day := _DAY.match(text, sign.end()):
            yield from _planned(text, sign, day)
    for sign in in_order(text, _HOUR):
        yield from _backwards(text, sign.start())
    for sign in in_order(text, _ARRIVAL):
        yield from _too_late(text, sign)
    for sign in in_order(text, _THAN):
        own = _OWN.search(text, around(text, sign.start(), _WHOLE, 0)[0], sign.start())
        if own is not None and own["year"] < sign["year"]:
            yield _hit(own.start("year"), sign.end(), text[own.start("year") : sign.end()])


def _planned(text: str, sign: re.Match[str], day: re.Match[str]) -> Iterator[Hit]:
    start, _end = around(text, sign.start(), _BACK, 0)
    before = text[start : sign.start()]
    said = _last(_AS_OF, before)
    if said is not None and sign.group().startswith(_SURE) and _is_over(said, day):
        between = before[said.end() :]
        if not _OTHER_YEAR.search(between) and ("。" not in between or (said["year"] and day["year"])):
            yield _hit(sign.start(), day.end(), f"{said.group()}…{text[sign.start() : day.end()]}")
            return
    plan = _last(_PLAN_OF, before) if day["year"] else None
    if plan is not None and plan["year"] > day["year"] and not _OTHER_YEAR.search(before[-2:]):
        yield _hit(sign.start(), day.end(), f"{plan.group()}…{text[sign.start() : day.end()]}")


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last match in a short stretch."""
    return max(pattern.finditer(text), key=re.Match.start, default=None)


def _is_over(said: re.Match[str], day: re.Match[str]) -> bool:
    """Whether a day that is to come lies before the one up to which a text tells; a month without its year at most so far."""
    if not day["month"]:
        return False
    if said["year"] and day["year"]:
        if said["year"] != day["year"]:
            return said["year"] > day["year"]
    elif day["year"]:
        return False
    months = int(said["month"]) - int(day["month"])
    if not months:
        return bool(said["day"] and day["day"]) and int(said["day"]) > int(day["day"])
    return 0 < months <= (_DECEMBER if day["year"] else _LATER)


def _backwards(text: str, at: int) -> Iterator[Hit]:
    """Read 3月9日8时启动响应，11日6时提升，10日9时终止: what comes behind is later."""
    start, _end = around(text, at, _BACK, 0)
    start = max(start, text.rfind("。", start, at) + 1)
    own = _NEXT.search(text, max(start, at - 8), at)
    last = _last(_HOURS, text[start : own.start()]) if own is not None else None
    if own is None or last is None or int(last["day"]) > _MONTH_END or _COMPARED.search(text, start + max(0, last.start() - 2), at):
        return
    if (int(own["day"]), int(own["hour"])) < (int(last["day"]), int(last["hour"])):
        yield _hit(own.start() + 1, at + 1, f"{last.group()}…{text[own.start() + 1 : at + 1]}")


def _too_late(text: str, sign: re.Match[str]) -> Iterator[Hit]:
    """Read 会议于5月8日召开，…于5月18日报到: who comes then is too late."""
    at = sign.start()
    start, _end = around(text, at, _BACK, 0)
    start = max(start, text.rfind("。", start, at) + 1)
    day = _ARRIVES.search(text, max(start, at - 30), at)
    opens = _OPENS.search(text, start, day.start()) if day is not None else None
    if day is None or opens is None or _SEVERAL.search(text, start, at):
        return
    if (int(day["month"] or opens["month"]), int(day["day"])) > (int(opens["month"]), int(opens["day"])):
        yield _hit(day.start(), sign.end(), f"{opens['month']}月{opens['day']}日…{text[day.start() : sign.end()]}")


def _hit(start: int, end: int, quote: str) -> Hit:
    message = _("{quote}: the end comes before the beginning").format(quote=quote)
    return Hit("DATE001", start, end, message, _("look the date up and write it anew"), Severity.WARNING)
