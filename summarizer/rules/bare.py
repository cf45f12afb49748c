"""The part of ``unit`` about figures that do not say what they count, and about amounts in a unit that cannot be theirs.

罚款36.8, 完成260万, 占25.80; 到位资金3.25元; 客运量增长6.4个百分点.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import lazy
from .base import Hit
from .scale import NO_RATE

_HAN = "\u4e00-\u9fff"
_NUMBER = r"(?<![0-9.．,])[0-9][0-9,]{0,11}(?:\.[0-9]{1,4})?"
_BETWEEN = "(?:额|款|约|近|超|达到?|为|共|共计|累计|完成|实现|合计|到位|下达|突破|计|了){0,3}"
_MONEY = "[款费金额息租税债]|投资|收入|支出|补助|补贴|利润|产值|预算|造价|余额|损失|成本|收益|营收|工资|进出口|出口|进口"
_SIZE = "面积|里程|土方|石方|方量|库容|蓄水量|供水量|用水量|发电量|用电量|货运量|吞吐量|总产|总产量|单产"
#: A figure before a mark; 、 leads to another one, which may have the unit of both.
_ENDED = lazy(r"[0-9](?:[余多]?[万亿])?(?=[，。；）)]|[,;](?![ ]?[0-9]))")
_WINDOW = 32
_WITHOUT = (
    ("UNIT001", lazy(rf"(?:{_MONEY}){_BETWEEN}(?P<figure>{_NUMBER})\Z")),
    ("UNIT009", lazy(rf"(?:{_SIZE}){_BETWEEN}(?P<figure>{_NUMBER}[余多]?[万亿]?)\Z")),
    ("UNIT009", lazy(rf"[0-9][户家笔件项宗批个人](?P<figure>{_NUMBER}[余多]?[万亿])\Z")),
    ("UNIT009", lazy(rf"[{_HAN}](?P<figure>{_NUMBER}[余多]?[万亿])\Z")),
    ("UNIT005", lazy(rf"(?:任务|计划|目标|预算|总[{_HAN}]{{1,3}})数?的(?P<figure>[1-9][0-9]{{0,2}}(?:\.[0-9]{{1,3}})?)\Z")),
    ("UNIT005", lazy(r"占(?![地用])(?:比|[^，。；：、,;0-9\n]{0,12}?)[为达到约]{0,2}(?P<figure>[0-9]{1,3}\.[0-9]{1,3})\Z")),
    (
        "UNIT005",
        lazy(
            rf"(?:(?P<rate>[{_HAN}]{{2,6}}率)|满意度|占比|比重|同比(?:增长|下降)|增幅|降幅)(?:为|达到?|约|均为|均达)?"
            r"(?P<figure>(?<![0-9.])[1-9][0-9]?|100)\Z"
        ),
    ),
)
#: What 万 alone may count, where its clause has named it: 人口, 户数, 册数, 播放.
_THINGS = re.compile(
    "[人口户民众客粉丝字书册数量次家者员工生兵师点医患证卡树苗猪牛羊鸡车船A-Za-z]|播放|阅读|访问|浏览|下载|关注|订阅|对象|企业|单位|主体|惠及|受益|覆盖"
)
_NEAR = 6
_IS_MONEY = lazy(f"(?:{_MONEY}){_BETWEEN}$")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_SIGNED = 2
"""A text with so many % writes its percentages with the sign."""
_CLAUSE = re.compile("[，。；、：,;:（(\n]")
#: An amount of 元 that nobody reports, behind money that a place or an office has.
_SMALL = lazy(
    r"(?:资金|投资额?|产值|税收|支出|预算|余额|成交额|销售额|交易额|总额|债券|财政收入|总收入|罚没款?)"
    rf"{_BETWEEN}(?P<figure>(?<![0-9.])(?:[0-9]{{1,3}}\.[0-9]{{1,4}}|[0-9]{{1,2}})元)\Z"
)
_SMALL_SIGN = lazy("元(?<=[0-9]元)(?=[，。；、）)]|[,;])")
_EACH = re.compile("[均每单折价票费奖人户亩件次月日天仅才]|标准|成本|最[高低]|(?:提高|降低|增加|减少|上涨)")
#: What grows by %, said to grow by points; what a share or a rate of it does is another matter.
_POINTS = lazy(
    r"(?P<what>[量额值]|(?<![指系倍])数|人次|收入|支出|投资|面积)(?:同比|环比|[比较](?:上年|去年|上月)(?:同期)?|[比较](?:19|20)[0-9]{2}年(?:同期)?)?"
    r"(?:增长|下降|增加|减少)了?[0-9]{1,4}(?:\.[0-9]{1,3})?个百分点\Z"
)
_POINTS_SIGN = lazy("点(?<=[0-9]个百分点)")
_OF_RATE = re.compile("[拉带推]动|贡献|影响|增速|增幅|降幅|[率占]|比[重例]|[高低快慢]于|分别|指数|价值")


def bare(text: str) -> Iterator[Hit]:
    """Yield figures without a unit, and those whose unit cannot be meant."""
    yield from _unitless(text)
    for sign in _SMALL_SIGN.finditer(text):
        start = max(0, sign.end() - _WINDOW)
        if (match := _SMALL.search(text[start : sign.end()])) and not _EACH.search(_clause(text, start + match.start("figure"))):
            message = _("{quote} is no amount for a report; was 万 or 亿 lost?").format(quote=match["figure"])
            yield Hit("UNIT007", start + match.start("figure"), sign.end(), message, _("compare it with its source"))
    for sign in _POINTS_SIGN.finditer(text):
        start = max(0, sign.end() - _WINDOW)
        match = _POINTS.search(text[start : sign.end()])
        if match and not _OF_RATE.search(_clause(text, start + match.start("what")) + match["what"]):
            message = _("an amount grows by %, not by points: {quote}").format(quote=match.group())
            yield Hit("UNIT010", start + match.start(), sign.end(), message, _("write % instead of 个百分点, or say what grew"))


def _unitless(text: str) -> Iterator[Hit]:
    signed = text.count("%") + text.count("％") >= _SIGNED
    for sign in _ENDED.finditer(text):
        start = max(0, sign.end() - _WINDOW)
        window = text[start : sign.end()]
        for code, pattern in _WITHOUT:
            match = pattern.search(window)
            if match and (signed or code != "UNIT005" or "的" in match.group()) and _counts(match, window):
                money = code == "UNIT009" and _IS_MONEY.search(window[: match.start("figure")])
                yield _without("UNIT001" if money else code, start, match)
                break


def _counts(match: re.Match[str], window: str) -> bool:
    """Whether the figure is no year, no member of a list that ends with the unit, and no rate or number of things that has none."""
    rate = match.groupdict().get("rate")
    if match["figure"][-1] in "万亿" and match.end("figure") - match.start() == len(match["figure"]) + 1:
        clause = _CLAUSE.split(window[: match.start("figure")])[-1]
        return _IS_MONEY.search(clause[-_NEAR:]) is not None or not _THINGS.search(clause)
    return not (_YEAR.fullmatch(match["figure"]) or "分别" in window or (rate and NO_RATE.search(rate)))


def _without(code: str, start: int, match: re.Match[str]) -> Hit:
    quote = match["figure"]
    span = start + match.start("figure"), start + match.end("figure")
    if code == "UNIT005":
        message = _("a percentage without %: {quote}").format(quote=match.group())
        return Hit(code, *span, message, _("the others have it: write {quote}%").format(quote=quote))
    if code == "UNIT001":
        return Hit(code, *span, _("money without 元: {quote}").format(quote=match.group()), _("write 元, 万元 or 亿元 after it"))
    return Hit(code, *span, _("a figure without a unit: {quote}").format(quote=match.group()), _("write what it counts"))


def _clause(text: str, end: int) -> str:
    """Return the clause up to ``end``."""
    return _CLAUSE.split(text[max(0, end - _WINDOW) : end])[-1]


explained(
    Explanation(
        "UNIT005",
        "lost-percent-sign",
        "unit",
        Severity.WARNING,
        N_("Of several shares in one paragraph a single one has no %."),
        N_("A share of 76.23 without its sign is a number of something else."),
        "其中城区占41.5%，东片占35.2，西片占23.3%。",
        "其中城区占41.5%，东片占35.2%，西片占23.3%。",
        N_("Write the sign."),
    ),
    Explanation(
        "UNIT009",
        "figure-without-unit",
        "unit",
        Severity.WARNING,
        N_("A figure behind an area, a volume, or a verb such as 完成 and 发放 says what it counts; 万 and 亿 alone are no units."),
        N_("完成260万 may be yuan, cubic metres or people; whoever copies it has to guess."),
        "清理河道，完成土方28.6万。",
        "清理河道，完成土方28.6万立方米。",
        N_("Write the unit."),
    ),
    Explanation(
        "UNIT010",
        "points-of-an-amount",
        "unit",
        Severity.WARNING,
        N_("What is counted or measured grows by %; only percentages and rates move by 个百分点."),
        N_("A number of visits has no points to gain; the reader looks for a rate that is not there."),
        "全年借阅量比上年增长6.2个百分点。",
        "全年借阅量比上年增长6.2%。",
        N_("Write %, or say which rate it is that rose."),
    ),
)
