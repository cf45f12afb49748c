"""The part of ``unit`` about figures that lost what they count, told by the words before them: 罚款36.8, 发放86户2150万, 占25.80."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, each, in_order, lazy
from .bare import is_again
from .base import Hit
from .endings import Endings
from .scale import NO_RATE

_HAN = "\u4e00-\u9fff"
_NUMBER = r"(?<![0-9.．,])[0-9][0-9,]{0,11}(?:\.[0-9]{1,4})?"
_BETWEEN = "(?:额|款|约|近|超|达到?|为|共|共计|累计|完成|实现|合计|到位|下达|突破|计|了){0,3}"
_MONEY = (
    "[款费金额息租税债]|投资|结余|结转|增收|增支|减收|减支|上解|亏损|投入|收入|支出|补助|补贴|利润|产值|预算|造价|余额|损失|成本|收益|营收|工资|进出口|出口|进口"
)
_SIZE = "面积|里程|土方|石方|方量|库容|蓄水量|供水量|用水量|发电量|用电量|货运量|吞吐量|总产|总产量|单产"
#: A mark behind a figure; 、 leads to another one, which may have the unit of both.
_ENDS = Endings("0123456789万亿")
_ENDED = lazy(
    r"(?![（(\n]).(?:(?:(?<=[，。；）)])|(?<=[,;])(?![ ]?[0-9]))(?:(?<=[0-9].)|(?<=[0-9][万亿].)|(?<=[0-9][余多][万亿].))"
    rf"|(?<=[0-9][万亿]、)(?=[{_HAN}]{{2,14}}[0-9][0-9.,]*[万亿]元|增长|下降|占|完成|20[0-9]{{2}}年)"
    rf"|(?:(?<=\.[0-9]、)|(?<=\.[0-9]{{2}}、)|(?<=\.[0-9]{{3}}、))(?=[{_HAN}]{{2,14}}[0-9.]{{1,7}}[%％]))"
)
_WINDOW, _SENTENCE = 32, 100
#: What a place or an office takes in, spends or owes; and what shows that a person does.
_YUAN = lazy("元(?<=[0-9]元)(?=[，。；、的（(]|[,;](?![0-9]))")
_SMALL = lazy(
    r"(?:收入|支出|增加值|总值|产值|[税额]|进口|出口|余额|结余|投资|资金|债券|利润|经费|预算|投入|结转|存款|贷款|基金)(?:累计|已|共|约|近)?"
    r"(?:完成|安排|执行|达到?|超过?|为|突破|实现|下达|到位|合计){0,3}[ ]?"
    r"(?P<figure>(?<![0-9.,])(?:[0-9]{1,4}(?:\.[0-9]{1,4})?|[0-9]{5}|[0-9]{1,2},[0-9]{3})元)\Z"
)
#: What was planned in 元, before what was completed in 万元.
_PLANNED = lazy(r"(?:计划|任务|目标)[一-鿿]{0,8}(?P<figure>(?<![0-9.,])[0-9]{3,6}元)\Z")
_DONE = lazy(r"，(?:实际|已|累计|目前|截至目前){0,2}完成[一-鿿]{0,5}[0-9]{3,6}(?:\.[0-9]{1,2})?万元")
#: No coin is so small: 205.1026元. Prices are for something each.
_MILLS = lazy(r"[0-9][0-9,]*[0-9]\.[0-9]{3,6}元\Z")
#: Land of which there is less than one 亩.
_LAND = lazy(r"亩(?:(?<=[^0-9.]0\.[0-9]{3}亩)|(?<=[^0-9.]0\.[0-9]{4}亩))(?=[，。；])")
_WORKED = lazy(r"(?:造林|绿化|退耕|整治|修复|治理|抚育|播种|种植|栽植)(?:面积)?(?:约|共|达到?|完成)?(?P<figure>0\.[0-9]{3,4}亩)\Z")
_PERSONAL = lazy(
    "[均每单件户人次斤吨只头位老他她我仅才奖捐价票罚补]|(?<!万)亩|农民|居民|纯收入|可支配|(?<!高)标准|工资|低保|月|起步|最低|房租|学费|慰问|个人|村民|家庭|职工|租金"
)
_OF_ONE = lazy("[人户亩月年]均|每[人户亩月年]|可支配")
_FIGURE = lazy(rf"[{_HAN}][ ]?[0-9][0-9,.]{{0,14}}[余多]?[万亿]?\Z")
_WITHOUT = (
    ("UNIT001", lazy(rf"(?:{_MONEY}){_BETWEEN}(?P<figure>{_NUMBER})\Z")),
    ("UNIT011", lazy(rf"(?:{_SIZE}){_BETWEEN}(?P<figure>{_NUMBER}[余多]?[万亿]?)\Z")),
    ("UNIT011", lazy(rf"[0-9][户家笔件项宗批个人](?P<figure>{_NUMBER}[余多]?[万亿])\Z")),
    ("UNIT011", lazy(rf"[{_HAN}](?P<figure>{_NUMBER}[余多]?[万亿])\Z")),
    ("UNIT011", lazy(r"[0-9][户家笔件项宗批](?P<figure>[1-9][0-9]{0,5}(?:\.[0-9]{1,4})?)\Z")),
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
_THINGS = lazy(
    "[人口户民众客粉丝字书册数量次家者员工生兵师点医患证卡树苗猪牛羊鸡车船A-Za-z]|播放|阅读|访问|浏览|下载|关注|订阅|对象|企业|单位|主体|惠及|受益|覆盖"
)
_NEAR = 6
_IS_MONEY = lazy(f"(?:{_MONEY}){_BETWEEN}$")
_YEAR = lazy("(?:19|20)[0-9]{2}")
_SIGNED = 2
"""A text with so many % writes its percentages with the sign."""
_ITEM_UNIT = r"[万亿]?(?:元|亩|吨|人|户)|[件个家起处座项名条台辆所间张期宗只头册例]|公里|[%％]"
#: An item without a unit behind one with it, or at the beginning of a list; and what stands behind it.
_ITEM = lazy(
    rf"(?:[0-9](?P<unit>{_ITEM_UNIT})[、，；]|[（(：]|其中[，：]?)(?![{_HAN}]{{0,6}}(?:率|第|排名|编号))[{_HAN}]{{0,9}}(?P<figure>[0-9][0-9,]*(?:\.[0-9]{{1,4}})?[万亿]?)\Z"
)
_NEXT_ITEMS = lazy(
    rf"[、，；][{_HAN}]{{0,9}}[0-9][0-9,.]*(?P<unit>{_ITEM_UNIT})(?:(?P<second>[、，；][{_HAN}]{{1,9}}[0-9][0-9,.]*(?P=unit))(?=[、，；。）)])|(?=[、，；。）)]))"
)
_REACH = 40
_BRACKET_END, _BRACKET = lazy("）(?<=[0-9]）)"), 160
_LAST = lazy(rf"[；;，、,][{_HAN}]{{2,8}}(?P<figure>[0-9][0-9,]*(?:\.[0-9]{{1,4}})?)\Z")
_SIBLING = lazy(rf"[0-9]([{_HAN}]{{1,3}})(?=[；;，、,])")
#: In a list of places, some with their measure word and some without: 10家书店、2网吧.
_SHOPS = lazy(
    rf"、(?<=[0-9]家[{_HAN}]{{2}}、)[0-9]{{1,3}}(?=网吧|KTV|书店|饭店|酒店|超市|药店|诊所|茶楼|宾馆|旅馆|浴室|歌厅|工厂|学校|医院)"
)
#: 66万平方米（小学24万、中学42万）: the parts of a figure in its bracket are in its unit.
_PARTS = lazy(
    rf"[0-9][余多]?(?P<scale>[万亿])[{_HAN}]{{1,4}}[（(](?:[{_HAN}]{{1,12}}[0-9][0-9.,]*(?P=scale)、)+[{_HAN}]{{1,12}}[0-9][0-9.,]*(?P=scale)\Z"
)
_CLAUSE = lazy("[，。；、：,;:（(\n]")
#: From a figure without a unit to one that has it; of small ones people say 从3增加到5个.
_TO = beginning(
    "增提升上回扩下降减压缩跃",
    r"(?<=[0-9万亿].)(?:[加高长升大降低少小短缩])?[到至为](?:20[0-9]{2}年的)?[约近]?[ ]?[0-9][0-9.,]*"
    r"[ ]?(?P<unit>[%％]|[万亿]?(?:元|亩|吨|人|户|个|家|所|座|件|张|公里|平方米|公顷|千瓦))",
)
_FROM = lazy(
    r"[由从][^，。；、0-9]{0,12}(?:20[0-9]{2}年[^，。；、0-9]{0,6})?(?<![0-9.])[ ]?"
    r"(?P<figure>[0-9][0-9,]*(?:\.[0-9]{1,4}[万亿]?|[万亿]|(?<=[0-9]{3})))\Z"
)


def unitless(text: str) -> Iterator[Hit]:
    """Yield figures without a unit or a sign, and amounts of so many 元 that only a person has."""
    yield from _small(text)
    yield from _last_item(text)
    for shop in each(text, _SHOPS):
        message = _("a figure without its unit: {quote}").format(quote=shop.group()[1:])
        yield Hit("UNIT011", shop.start() + 1, shop.end(), message, _("write the unit behind it"))
    for to in in_order(text, _TO):
        start = max(0, to.start() - _REACH)
        came = _FROM.search(text[start : to.start()])
        if came is not None and not _YEAR.fullmatch(came["figure"]):
            yield _without("UNIT005" if to["unit"] in "%％" else "UNIT001" if to["unit"][-1] == "元" else "UNIT011", start, came)
    signed = text.count("%") + text.count("％") >= _SIGNED
    for at in _ENDS.places(text):
        if not _ENDED.match(text, at):
            if text[at] in "、，；" and (alone := _among_others(text, at)):
                yield alone
            continue
        start = max(0, at - _WINDOW)
        window = text[start:at]
        for code, pattern in _WITHOUT if _FIGURE.search(window) else ():
            match = pattern.search(window)
            if match and (signed or code != "UNIT005" or "的" in match.group()) and _counts(match, window):
                if code == "UNIT011" and (is_again(text, start + match.start("figure")) or _PARTS.search(text[max(0, at - _BRACKET) : at])):
                    break
                money = code == "UNIT011" and _IS_MONEY.search(window[: match.start("figure")])
                yield _without("UNIT001" if money else code, start, match)
                break


def _sentence_before(text: str, end: int) -> str:
    """Return what its sentence says before a figure: 人均收入25600元，其中工资15200元、经营6400元、财产1000元."""
    return re.split("[。；\n]", text[max(0, end - _SENTENCE) : end])[-1]


def _among_others(text: str, at: int) -> Hit | None:
    """Return the figure before a mark if those before and behind it in its list, or two behind it, have one unit and it has none."""
    ahead = _NEXT_ITEMS.match(text, at)
    if ahead is None:
        return None
    start = max(0, at - _REACH)
    match = _ITEM.search(text[start:at])
    if match is None or _YEAR.fullmatch(match["figure"]) or (match["unit"] != ahead["unit"] if match["unit"] else not ahead["second"]):
        return None
    return _without("UNIT005" if ahead["unit"] in "%％" else "UNIT011", start, match)


def _last_item(text: str) -> Iterator[Hit]:
    """Yield the last figure of a bracket, where it alone lacks the unit of the others."""
    for sign in each(text, _BRACKET_END):
        inside = text[max(0, sign.start() - _BRACKET) : sign.start()].rpartition("（")[2]
        match = _LAST.search(inside)
        units = _SIBLING.findall(inside) if match else []
        if match and len(units) > 1 and len(set(units)) == 1 and not _YEAR.fullmatch(match["figure"]):
            yield _without("UNIT011", sign.start() - len(inside), match)


def _small(text: str) -> Iterator[Hit]:
    for sign in each(text, _YUAN):
        window = text[max(0, sign.end() - _WINDOW) : sign.end()]
        if "." in window[-8:-4] and (mills := _MILLS.search(window)):
            yield _scaleless(mills.group(), sign.end())
            continue
        if _DONE.match(text, sign.end()) and (planned := _PLANNED.search(window)):
            yield _scaleless(planned["figure"], sign.end())
            continue
        match = _SMALL.search(window)
        own = _PERSONAL.search(re.split("[。；\n]", window)[-1]) or _OF_ONE.search(_sentence_before(text, sign.end()))
        if match and match["figure"].strip("0.元 ") and not own:
            yield _scaleless(match["figure"], sign.end())
    for sign in each(text, _LAND):
        window = text[max(0, sign.end() - _WINDOW) : sign.end()]
        if (worked := _WORKED.search(window)) and not _PERSONAL.search(re.split("[。；，\n]", window[: worked.start()])[-1]):
            yield _scaleless(worked["figure"], sign.end())


def _scaleless(quote: str, end: int) -> Hit:
    message = _("{quote} can hardly be: a scale word (万, 亿) is missing or too many").format(quote=quote)
    return Hit("UNIT010", end - len(quote), end, message, _("look up the figure with its unit"))


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
    return Hit(code, *span, _("a figure without its unit: {quote}").format(quote=match.group()), _("write the unit behind it"))


explained(
    Explanation(
        "UNIT005",
        "lost-percent-sign",
        "unit",
        Severity.WARNING,
        N_("A share, a rate or a growth has its %; of several in one paragraph each has it."),
        N_("A share of 76.23 without its sign is a number of something else."),
        "其中城区占41.5%，东片占35.2，西片占23.3%。",
        "其中城区占41.5%，东片占35.2%，西片占23.3%。",
        N_("Write the sign."),
    ),
)
