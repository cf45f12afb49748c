"""``date``: days that do not exist, years that do not fit, figures that are older than the report says."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import takewhile

from ..claims.base import Explanation, Place, explained
from ..document import Heading
from ..facts.factset import FactSet, node_at
from ..findings import Finding, Severity
from ..i18n import N_, enumerated
from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Context, Hit, apart, found, lines_with, matches_at, over
from .cut_years import cut_years
from .dayless import dayless
from .lengths_of_time import lengths_of_time
from .monthless import monthless
from .months import months
from .out_of_time import out_of_time
from .parts_of_years import FIVE, parts_of_years
from .places import scalar_place, scalars
from .stale import standing

_IMPOSSIBLE = lazy(
    r"""
    (?<![0-9.．])(?:(?P<year>[0-9]{4})[ ]?年)?[ ]?(?P<month>[0-9]{1,3})[ ]?月(?:份|[ ]?(?P<day>[0-9]{1,3})[ ]?(?:日|号(?![文楼线])))
    | (?<![0-9.．])[0-9]{4}年[ ]?(?P<far>[0-9]{1,3})月(?!龄|租|薪)
    | (?<![0-9.．])(?P<far_part>[0-9]{1,3})月(?:[上中下]旬|[初底末](?![中级]))
    | (?<![0-9A-Za-z./-])(?P<iso>(?:19|20)[0-9]{2})-(?P<iso_month>[0-9]{2})-(?P<iso_day>[23][0-9])(?![0-9A-Za-z./-])
    | 第(?P<quarter>[5-9五六七八九])季度
    | (?<![0-9.．])(?P<late>1[3-9]|[2-9][0-9])月(?=开工|竣工|完工|投产|召开|启动|举行)
    | (?<![0-9.．])(?P<joined>20[0-9]{2}(?:1[0-2]|0?[1-9])月)(?=[0-9]{1,2}日|[份初底末上中下])
    | (?<![0-9.．〇○])(?P<cut>20[0-9])[ ]?年(?=度|[0-9]{1,2}月|(?<=[从由到至比较].{4})的[0-9]|(?<=[比较].{4})[增减])
    | (?<![0-9.．〇○第近约历距前元满])(?P<short>20[12])年(?![历前来间之的余多内])
    | (?<![^较比至止。；\n（—])(?P<lone>20[0-9])年(?=[，全我本市县区省末底初工国第新完,]|财政|安排)
    | (?<=[较比至止。\n\u3000\ ])(?P<two>20)年(?=[末底度增减下提上同]|全[市县区省]|[0-9]{1,2}月|，[全我][市县区])
    | (?<![0-9.．])(?P<long>20[0-9]{3}(?:年(?=度|[0-9]{1,2}月|[全上下])|[0-9]年(?![前历]))|20[012][0-9]{2}年(?![前历]))
    """,
    re.X,
)
#: What shows one of them: a month that is none of the twelve or has a space before it, a day that not every month has, and the others.
_SIGN = (
    *beginning(
        "月", r"(?<=[0-9 ].)(?:(?<=[0-9] .)|(?<=[2-9][0-9].)|(?<=1[3-9].)|(?<=[0-9]{3}.)|(?<=00.)|(?<![0-9]0.)(?<=0.)"
        "|(?=[ ]?(?:29|[3-9][0-9]|[0-9]{3}|00?)[ ]?[日号]))",
    ),
    *beginning(
        "年",
        "(?:(?<=20[12].)(?<![0-9]20[12].)|(?<=20[012][0-9]{2}.)"
        "|(?:(?<=20[0-9].)|(?<=20[0-9] .)|(?<=20[0-9]{3}.))(?=[度0-9全上下，我本市县区省末底初工国第新完财安,的增减])|(?<=20[12][0-9]{3}.)"
        "|(?<=[较比至止。\n\u3000 ]20.)(?=[末底度增减下提上同]|全[市县区省]|[0-9]{1,2}月|，[全我][市县区]))",
    ),
    *beginning("-", "(?<=[0-9]{4}.)(?=[0-9]{2}-[23])"),
    *beginning("第", "(?=[5-9五六七八九]季度)"),
)  # fmt: skip
_LONGEST = 12
_LUNAR = lazy(r"(?:农历|阴历|旧历)[^，。；\n]{0,8}$")
_YEARS = lazy(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_SPAN = lazy(r"(?:19|20)[0-9]{2}年?\s*[-—–~～至到]{1,2}\s*(?:19|20)[0-9]{2}")
#: A five-year plan with its years in brackets; what runs on for longer is another plan.
_PLAN = lazy(
    r"[“\"]?十(?P<plan>[二三四五])五[”\"]?(?:时期|期间|规划期?|规划纲要|规划时期)?"
    r"[（(](?P<first>20[0-9]{2})年?[-—–－~～至]{1,2}(?P<last>20[0-9]{2})年?[）)]"
)
_PLANS = ("十二五", "十三五", "十四五")
_PLAN_SIGN = lazy("(?:“十|\"十|十)[二三四五]五")
_BACKWARDS = lazy(
    r"(?P<y1>20[0-9]{2})年(?P<m1>[0-9]{1,2})月(?:(?P<d1>[0-9]{1,2})日)?[-—–－~～至到]{1,2}"
    r"(?P<y2>20[0-9]{2})年(?P<m2>[0-9]{1,2})月(?:(?P<d2>[0-9]{1,2})日)?"
    r"|(?P<y3>20[0-9]{2})年(?P<m3>[0-9]{1,2})月(?:(?P<d3>[0-9]{1,2})日)?(?:开始|起|启动|开工|动工|进场)?[、，,]?(?:至|到|于)"
    r"(?P<y4>20[0-9]{2})年(?P<m4>[0-9]{1,2})月(?:(?P<d4>[0-9]{1,2})日)?"
    r"|(?P<y5>20[0-9]{2})年(?:(?P<m5>[0-9]{1,2})月)?(?:(?P<d5>[0-9]{1,2})日)?(?:正式)?(?:开工|动工|启动|立项|开建)(?:建设)?[，、,](?:预计|计划|于|至|已于){0,2}"
    r"(?P<y6>20[0-9]{2})年(?:(?P<m6>[0-9]{1,2})月)?(?:(?P<d6>[0-9]{1,2})日)?底?(?:竣工|完工|建成|投用|投产|通车)"
)
_BACKWARDS_SIGN = lazy("20[0-9]{2}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[-—–－~～至到开动启立起进正、]")
#: 5月20日至5月10日, and 5月20日至10日; what begins late in a year may end early in the next.
_DAYS = lazy(
    r"(?<![0-9年])(?P<m1>[0-9]{1,2})月(?P<d1>[0-9]{1,2})日?(?:起)?(?:持续|延续|开展|一直)?(?:[-—–－~～]{1,2}|至|到)"
    r"(?:(?P<m2>[0-9]{1,2})月)?(?P<d2>[0-9]{1,2})日"
)
#: The same behind a year, within one month: what ends a day before it began runs for a year.
_DAYS_OF_YEAR = lazy(
    r"20[0-9]{2}年(?P<month>[0-9]{1,2})月(?P<first>[0-9]{1,2})日?起?(?:[-—－–~～]{1,2}|至|到)(?P=month)月(?P<last>[0-9]{1,2})日"
)
_DAYS_SIGN = lazy(r"月[0-9]{1,2}日?(?:起)?(?:持续|延续|开展|一直)?[-—–－~～至到]")
_AUTUMN, _SPRING = 8, 6
#: 从2023年秋至2023年春.
_SEASONS_SIGN = beginning("秋冬夏", r"季?(?:学期)?[至到—-]20[0-9]{2}年[春夏秋冬]")
_SEASONS = lazy(r"(20[0-9]{2})年(?P<from>[春夏秋冬])季?(?:学期)?[至到—-](20[0-9]{2})年(?P<to>[春夏秋冬])")
_ORDER = "春夏秋冬"
#: A year compared with itself: 由2020年的3万元提高到2020年的5万元.
_SELF_SIGN = beginning("由从比较", "20[0-9]{2}年")
_FROM_ITSELF = lazy(r"[由从](20[0-9]{2})年(?!初|[0-9])[^。；\n]{0,24}?[到至]\1年(?!底|末|[0-9春夏秋冬])")
_THAN_ITSELF = lazy(
    r"(?<![比较0-9])(20[0-9]{2})年(?!初|[0-9])(?:[^。；\n]{0,70}(?<!年)(?<!年度))?(?:度)?"
    r"[比较]\1年(?!初|[0-9]|底|末|上半年|预算|计划|目标)"
)
#: 2021年，…；与2021年相比: the year that a sentence begins with.
_WITH_SIGN = beginning("与和同较比", "(?P<year>20[0-9]{2})年(?:度|同期)?(?:相比|同比|增长|下降|增加|减少|提高)")
_OF_SENTENCE = lazy(r"(?:^|[。\n])[ \t\u3000]*(?P<year>20[0-9]{2})年度?[，,]")
_LONG_SPAN, _THAN, _SENTENCE = 60, 80, 160
_WEEKDAY = lazy(
    r"(?P<year>20[0-9]{2})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日[ ]?[（(，,]?[ ]?(?:星期|周"
    r"|礼拜)(?P<name>[一二三四五六日天])(?!期)"
)
_WEEKDAY_SIGN = lazy(r"日[ ]?[（(，,]?[ ]?[星周礼]")
_CLOCK = lazy(r"(?<=[日午晚])(?:2[5-9]|[3-9][0-9])时(?![间期代速])|[0-9]{1,2}[-—–－~～至](?:1[3-9]|[2-9][0-9])月(?![均龄])")
_WEEK = "一二三四五六日"
_CLOCK_SIGN = (lazy("时(?<=[日午晚][2-9][0-9]时)"), lazy("月(?<=[0-9][-—–－~～至][1-9][0-9]月)"))
#: The title of a foreign text, and the headings of its parts.
_TITLE = lazy(r"^[^\n。，]{0,30}?(20[0-9]{2})年(?:度|重点|全年|上半年|终)?[^\n。，]{0,12}总结[^\n。]{0,30}$", re.M)
_PART = lazy(r"^[ \t\u3000]*(?:[一二三四]、|第[一二三四]部分)[^\n。，；,;]{0,40}$", re.M)
_ABOUT_YEAR = lazy("总结|回顾|完成情况|思路|计划|打算|安排")


#: One month in the title of a report, and in the first sentence that counts.
_MONTH_TITLE = lazy(
    r"[^\n。，；]{0,24}?(?<![0-9一二三四五六七八九十至到—–~～-])(?P<month>[一二三四五六七八九十]{1,2}|[0-9]{1,2})月份?(?:工作|运行|受理|办理)?"
    r"(?:情况)?的?(?:通报|报告|总结|小结|简报|分析|汇报)[^\n。，；]{0,8}\n"
)
_MONTH_TOLD = lazy(r"(?:^|\n)(?:20[0-9]{2}年)?(?P<month>[0-9]{1,2})月份?[，,](?=[^。\n]{0,12}(?:共|全|累计|我))")
_BEGINNING = 120
_MONTHS = dict(zip(("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"), map(str, range(1, 13)), strict=True))


_OTHERS = (months, monthless, dayless, cut_years, parts_of_years, out_of_time, lengths_of_time)


def dates(context: Context) -> Iterator[Finding]:
    """Yield impossible dates, years that do not fit, and figures that are too old or from after the report."""
    yield from over(context, lambda text: apart(text, impossible, misfit, *_OTHERS), wide=True)
    if context.facts is not None:
        yield from _years(context, context.facts)
    else:
        yield from over(context, heading_years, wide=True)
    yield from standing(context)


# Dates that do not exist


def impossible(text: str) -> Iterator[Hit]:
    """Yield dates that no calendar has."""
    for match in _about(text):
        if (reason := _reason(match)) and not _LUNAR.search(text[max(match.start() - 12, 0) : match.start()]):
            yield Hit(
                "DATE001",
                *match.span(),
                _("there is no such date: {quote} ({reason})").format(quote=match.group(), reason=reason),
                _("look the date up and write it anew"),
                Severity.WARNING if match["two"] or match["lone"] else None,  # 20年全市 may be twenty years
            )


def _about(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be no date, around each sign of it."""
    last = 0
    for sign in in_order(text, _SIGN):
        for match in _IMPOSSIBLE.finditer(text, max(last, sign.start() - _LONGEST), sign.end() + _LONGEST) if sign.start() >= last else ():
            if match.end() >= sign.end():
                yield match
                last = match.end()
                break


def misfit(text: str) -> Iterator[Hit]:
    """Yield spans of time that run backwards, hours and months that no day or year has, and plans with the years of another."""
    for match in matches_at(_PLAN_SIGN, _PLAN, text) if any(plan in text for plan in _PLANS) else ():
        first = FIVE[match["plan"]]
        if (int(match["first"]), int(match["last"])) != (first, first + 4) and int(match["last"]) - int(match["first"]) <= 5:
            message = _("{quote}: those years are {first} to {last}").format(quote=match.group(), first=first, last=first + 4)
            yield Hit("DATE001", *match.span(), message, _("look the date up and write it anew"))
    for match in matches_at(_BACKWARDS_SIGN, _BACKWARDS, text):
        if _runs_backwards(match):
            message = _("{quote}: the end comes before the beginning").format(quote=match.group())
            yield Hit("DATE001", *match.span(), message, _("look the date up and write it anew"))
    for sign in in_order(text, _SELF_SIGN):
        at = sign.start()
        itself = _FROM_ITSELF.match(text, at) or _THAN_ITSELF.search(text, max(0, at - _THAN), at + _LONG_SPAN)
        if itself is not None and (itself.start() == at or itself.end() == sign.end()):
            message = _("{quote}: the year is compared with itself").format(quote=itself.group())
            yield Hit("DATE001", at, itself.end(), message, _("look the date up and write it anew"), Severity.WARNING)
    for sign in in_order(text, _WITH_SIGN):
        start = max(0, text.rfind("。", 0, sign.start()), text.rfind("\n", 0, sign.start()))
        begins = _OF_SENTENCE.match(text, start)
        years = {*_YEARS.findall(text, start, sign.end())} if begins is not None and sign.start() - start < _SENTENCE else set()
        if years == {sign["year"]}:
            message = _("{quote}: the year is compared with itself").format(quote=f"{sign['year']}年…{sign.group()}")
            yield Hit("DATE001", *sign.span(), message, _("look the date up and write it anew"), Severity.WARNING)
    yield from _days(text)
    for line in lines_with(_CLOCK_SIGN, text):
        for match in _CLOCK.finditer(text, *line):
            reason = _("a day has 24 hours") if match.group().endswith("时") else _("a year has twelve months")
            message = _("there is no such date: {quote} ({reason})").format(quote=match.group(), reason=reason)
            yield Hit("DATE001", *match.span(), message, _("look the date up and write it anew"))


def _runs_backwards(match: re.Match[str]) -> bool:
    """Whether the second date of a span comes before the first; what is not told of both is not compared."""
    span = match.groupdict()
    for one, other in ((1, 2), (3, 4), (5, 6)):
        if span[f"y{one}"]:
            parts = [(span[f"{part}{one}"], span[f"{part}{other}"]) for part in "ymd"]
            whole = list(takewhile(all, parts))
            return [int(first) for first, _last in whole] > [int(last) for _first, last in whole]
    return False


def _days(text: str) -> Iterator[Hit]:
    """Yield days that run backwards, and days of the week that the calendar has not."""
    for line in lines_with(_DAYS_SIGN, text):
        for match in _DAYS.finditer(text, *line):
            first, last = int(match["m1"]), int(match["m2"] or match["m1"])
            over_new_year = first >= _AUTUMN and last <= _SPRING
            if (first, int(match["d1"])) > (last, int(match["d2"])) and not over_new_year:
                message = _("{quote}: the end comes before the beginning").format(quote=match.group())
                yield Hit("DATE001", *match.span(), message, _("look the date up and write it anew"))
        for match in _DAYS_OF_YEAR.finditer(text, *line):
            if int(match["first"]) > int(match["last"]) + 1:
                message = _("{quote}: the end comes before the beginning").format(quote=match.group())
                yield Hit("DATE001", *match.span(), message, _("look the date up and write it anew"))
    for sign in in_order(text, _SEASONS_SIGN):
        span = _SEASONS.match(text, max(0, sign.start() - 5))
        if span is not None and (span[1], _ORDER.index(span["from"])) > (span[3], _ORDER.index(span["to"])):
            message = _("{quote}: the end comes before the beginning").format(quote=span.group())
            yield Hit("DATE001", *span.span(), message, _("look the date up and write it anew"))
    for line in lines_with(_WEEKDAY_SIGN, text):
        for match in _WEEKDAY.finditer(text, *line):
            try:
                day = date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                continue  # told as a day that does not exist
            if (name := _WEEK[day.weekday()]) != match["name"].replace("天", "日"):
                message = _("{quote}: that day is a 星期{name}").format(quote=match.group(), name=name)
                yield Hit("DATE001", *match.span(), message, _("look the date up and write it anew"))


def _reason(match: re.Match[str]) -> str:
    part = match.groupdict()
    if part["joined"]:
        return _("年 is missing")
    if part["cut"] or part["long"] or part["short"] or part["two"] or part["lone"]:
        return _("a year has four digits")
    if part["quarter"]:
        return _("a year has four quarters")
    month = int(part["month"] or part["far"] or part["far_part"] or part["late"] or part["iso_month"])
    if not 1 <= month <= 12:
        return "" if part["iso"] else _("a year has twelve months")
    if day := part["day"] or part["iso_day"]:
        year = int(part["year"] or part["iso"] or 2000)
        length = monthrange(year, month)[1] if year else 31
        return "" if 1 <= int(day) <= length else _("that month has {n} days").format(n=length)
    return ""


# Years


def _years(context: Context, facts: FactSet) -> Iterator[Finding]:
    report = facts.report
    fitting = (report.year, report.year + 1)
    if report.date is not None and report.date.year not in (None, *fitting):
        late = (report.date.year or 0) > report.year
        message = _("the report on {year} is dated {date}").format(year=report.year, date=report.date.display)
        yield found(
            "DATE003", message, _value_place(facts, "report.date|成文日期"), hint=_years_hint(), severity=Severity.WARNING if late else None
        )
    named = {int(year) for year in _YEARS.findall("".join(report.title))}
    if named and report.year not in named and not _SPAN.search("".join(report.title)):
        message = _("the title names {years}, the report is on {year}").format(years=enumerated(map(str, sorted(named))), year=report.year)
        yield found("DATE003", message, _value_place(facts, "report.title|标题"), hint=_years_hint())
    if context.document is not None:
        headings = {number for number, block in enumerate(context.document.body) if isinstance(block, Heading) and block.level == 1}
        passages = [passage for passage in context.prose.passages if passage.block in headings]
        yield from over(context, lambda text: _heading_year(text, fitting), passages=passages)


def _title_month(text: str) -> Iterator[Hit]:
    """Yield the month of a title that the first sentences are not about: 二月情况通报…3月，共办理…."""
    title = _MONTH_TITLE.match(text)
    body = _MONTH_TOLD.search(text, title.end() - 1, title.end() + _BEGINNING) if title is not None else None
    named = _MONTHS.get(title["month"], title["month"]) if title is not None else ""
    if title is not None and body is not None and named != body["month"]:
        message = _("the heading names {year}, the report is on {fitting}").format(year=f"{title['month']}月", fitting=f"{body['month']}月")
        hint = _("look the date up and write it anew")
        yield Hit("DATE003", title.start("month"), title.end("month") + 1, message, hint, Severity.WARNING)


def heading_years(text: str) -> Iterator[Hit]:
    """Yield years in the headings of a text's parts that fit neither its title nor the year after, and a month of the title."""
    yield from _title_month(text)
    title = _TITLE.search(text, 0, 800) if text.find("总结", 0, 800) >= 0 else None
    years = [int(year) for year in _YEARS.findall(title.group())] if title is not None else []
    if title is None or not years:
        return  # 20222022年工作总结 names no year
    fitting = (min(years), max(*years, min(years) + 1))
    for part in _PART.finditer(text, title.end()):
        for hit in _heading_year(part.group(), fitting):
            yield replace(hit, start=hit.start + part.start(), end=hit.end + part.start(), severity=Severity.WARNING)


def _heading_year(text: str, fitting: tuple[int, int]) -> Iterator[Hit]:
    years = list(_YEARS.finditer(text)) if _ABOUT_YEAR.search(text) else []
    if len(years) == 1 and not fitting[0] <= int(years[0][1]) <= fitting[1]:
        message = _("the heading names {year}, the report is on {fitting}").format(year=years[0][1], fitting=fitting[0])
        yield Hit("DATE003", *years[0].span(1), message, _years_hint())


def _years_hint() -> str:
    return _("was it taken over from an earlier report? Write the year that is meant")


def _value_place(facts: FactSet, path: str) -> Place:
    """Where a value of report.yaml is written; of a list, its first item."""
    node = node_at(facts, path)
    first = next(scalars(node), None) if node is not None else None
    return scalar_place(facts, first) if first else Place(facts.report.where.path)


explained(
    Explanation(
        "DATE001",
        "impossible-date",
        "date",
        Severity.ERROR,
        N_(
            "A date or time that no calendar or clock has: month 13, 30 February, the fifth quarter, a year of three or five digits, "
            "8时75分; a span that ends before it begins, a year compared with itself, a day of another week."
        ),
        N_("A digit was lost or doubled; the deadline or the event cannot be found by it."),
        "整改工作于6月31日前完成。",
        "整改工作于6月30日前完成。",
        N_("Look the date up and write it anew."),
    ),
    Explanation(
        "DATE003",
        "years-do-not-fit",
        "date",
        Severity.ERROR,
        N_(
            "The year reported, the years in the title and in the headings of the parts, and the year of the document's "
            "date fit together: the date lies in the year reported or in the next."
        ),
        N_("Last year's text with a new date is the mistake most often punished."),
        "标题：2022年工作总结；年度：2023",
        "标题：2023年工作总结；年度：2023",
        N_("Correct `year`, `title`, `date` or the heading in report.yaml."),
    ),
)
