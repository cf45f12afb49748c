"""The part of ``unit`` about figures that end a clause with no unit at all: 清运垃圾26.4，整治村庄12个."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import in_order, lazy
from .base import Hit, around
from .endings import Endings
from .scale import is_by_hundred

#: What is said of a figure behind a 、.
_SAID = "、(?:增长|下降|同比|增加|减少|高于|低于|快于|死亡|受伤|居[全世]|位居|[排达][0-9全西中东]|占[0-9全])"
_BARE = lazy(
    r"(?P<before>[一-鿿][^，。；、,;\n（）()]{0,15}?)(?:(?<=[一-鿿])|(?<=[一-鿿] ))"
    r"(?P<figure>(?<![0-9.,，])[0-9][0-9,]{0,11}(?:\.[0-9]{1,4})?(?P<scale>[万亿]?))"
    rf"(?=[，。；](?![0-9]{{1,2}}[%％])|[,;](?![ ]?[.0-9])|{_SAID})"
)
_PLANNED = tuple(
    lazy(
        rf"{word}数?（?(?P<figure>[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?[万亿]?)(?=的[0-9.]{{1,8}}[%％]|）的?[0-9.]{{1,8}}[%％])"
    )
    for word in ("计划", "任务", "目标", "指标", "预算")
)
_ENDS = Endings("0123456789万亿")
_SIGN = lazy(rf"[，。；](?![0-9]{{1,2}}[%％])|[,;](?![ ]?[.0-9])|{_SAID}")
#: What is a bare number by nature, or names something.
_NATURAL = lazy(
    r"占[用地]|比|系数|指数|值为|得分|评分|积分|成绩|分数|总分|均分|编号|代码|热线|电话|平台|邮编|缩小|扩大|倍|率|排名|位次|次数|条款|《|“|PM|密度|浓度|龄|秒|纬|东经|西经|温|波"
    r"|频|评价|最[高低]|寿命|拥有量|传真|浊度|余氯|[A-Za-z]|(?:占|奖|号|版|第|前|级|年|星|度|位|型|图|表|附件|图片|[0-9][一-鿿])$"
)
#: With 万 or 亿 people and firms count themselves (惠及农户1.2万), and so does what exceeds a round number.
_SPOKEN = lazy(
    "人口|人才|用户|网民|人数|人次|游客|粉|书|会员|户|浏览|点击|阅读|播放|下载|访问|主体|突破|逾|超|企业|对象|群众|惠及|居民|职工"
    "|学生|人员|党员|老人|农民"
)
_OTHER_FIGURE = lazy("[0-9][一-鿿]{1,2}$")
#: What is so many more or fewer than it was, and places that are counted: nothing that is a bare number by nature.
_SURE = lazy(
    "(?:高于|低于|快于|慢于|高出)[一-鿿]{2,10}$|超(?:序时|时序|均衡|时间)进度$|(?:同比|环比|[比较][一-鿿]{2,7}?)(?:增加|减少|净增|净减|增收|减收|多|少|提高|上升|下降|增长)了?$"
    "|(?:泊|床|车|学|展|铺|单|托|岗|机|点)位$|实用新型$|(?:受|重|轻)伤$|死亡$"
)
#: 占比97.5, and 同比增长13: a percentage without its sign.
_PERCENTAGE = lazy("(?:占比?|同比(?:增长|下降)|[比较]上年(?:增长|下降))[为达到约]{0,2}$")
#: 师生比14.5:1，较上年下降0.3.
_RATIO = lazy(r"[0-9][:：][0-9][0-9.]*[，,]")
_AGAIN = lazy(r"[一-鿿][0-9.]{1,8}[万亿]，[一-鿿]{0,8}(?:净增|增加|减少|净减)\Z")
#: The second of two figures, of which the first has its unit: 减少3起、35，.
_SECOND = lazy(r"[0-9][万亿]?(?:[起件户个家项人名次场亩吨元处座条]|公里|平方米)[、和](?P<figure>[0-9]{1,6}(?:\.[0-9]{1,2})?)\Z")
_DECLARED = lazy("单位[:：](?![ ]?[%％])")
_HUNDRED = 100
_SERVICE = lazy(r"11[0-9]|12[02]|123\d\d|96\d{3,4}|95\d{3}|100\d{2}")
_YEAR = lazy(r"(?:19|20)\d\d")
_LONG, _BACK = 9, 34
#: A text with more of them is written so, or lost its signs in another way.
_MANY, _MANY_SURE = 4, 20


def bare(text: str) -> Iterator[Hit]:
    """Yield figures that a mark follows where their unit should stand."""
    hits, sure_hits = list[Hit](), list[Hit]()
    for at in _ENDS.places(text):
        near = _BARE.finditer(text, *around(text, at - 1, _BACK, 4)) if _SIGN.match(text, at) else ()
        match = next((match for match in near if match.end() >= at - 1), None)
        if match is None:
            second = _SECOND.search(text[max(0, at - _BACK) : at]) if text[at] in "，。；,;" and _SIGN.match(text, at) else None
            if second is not None and not _YEAR.fullmatch(second["figure"]):
                hits.append(_without(second.group(), at - len(second["figure"]), at))
            continue
        before, figure = match["before"].rstrip(" "), match["figure"]
        digits = figure.replace(",", "").rstrip("万亿")
        if is_by_hundred(text, match.start("figure")) or _is_complete(text, match.start("figure"), digits):
            continue
        if _PERCENTAGE.search(before) and not match["scale"] and float(digits) <= _HUNDRED:
            message = _("a percentage without %: {quote}").format(quote=before[-6:] + figure)
            sure_hits.append(Hit("UNIT005", *match.span("figure"), message, _("write the unit behind it")))
            continue
        counted = _OTHER_FIGURE.search(before) is not None  # 信贷1044户4386万: what was counted is told already
        sure = _SURE.search(before) is not None
        if (_NATURAL.search(before[-6:]) and not sure and not (counted and match["scale"])) or len(digits) > _LONG:
            continue
        if match["scale"] and not counted and _SPOKEN.search(before):
            continue
        if match["scale"] and is_again(text, match.start("figure")):
            continue
        if (_SERVICE.fullmatch(digits) and not sure) or _YEAR.fullmatch(digits):
            continue
        hits.append(_without(before[-6:] + figure, *match.span("figure")))
    hits += [_without(match.group(), *match.span("figure")) for match in in_order(text, _PLANNED)]
    hits = _undeclared(text, hits)
    if len(sure_hits) <= _MANY_SURE:
        yield from sure_hits
    if len(hits) + len(sure_hits) <= _MANY:
        yield from hits


def _is_complete(text: str, at: int, digits: str) -> bool:
    """Whether a figure needs no unit: 断流天数为0, and by how much a ratio has changed."""
    return (digits == "0" and text[at - 1 : at] in ("为", "是", "有")) or _RATIO.search(text, max(0, at - _BACK), at) is not None


def _undeclared(text: str, hits: list[Hit]) -> list[Hit]:
    """Leave out what has its unit told for all figures in its line, or the one before: 进度（单位：亩）：东村任务820，完成795."""
    if not in_order(text, (_DECLARED,)):
        return hits
    lines = (text.rfind("\n", 0, max(0, text.rfind("\n", 0, hit.start))) + 1 for hit in hits)
    return [hit for hit, line in zip(hits, lines, strict=True) if not _DECLARED.search(text, line, hit.start)]


def _without(quote: str, start: int, end: int) -> Hit:
    return Hit("UNIT011", start, end, _("a figure without its unit: {quote}").format(quote=quote), _("write the unit behind it"))


def is_again(text: str, start: int) -> bool:
    """Whether a change is written as what changed is, in the clause before: 总量达到9151万，较年底净增1495万."""
    return _AGAIN.search(text[max(0, start - _BACK) : start]) is not None


explained(
    Explanation(
        "UNIT011",
        "no-unit",
        "unit",
        Severity.WARNING,
        N_("A figure has its unit or its % behind it, at the end of a clause and before what it counts: 26.4吨, 348个行政村."),
        N_("清运垃圾26.4 may be tons or truckloads; who sums up the reports of all offices has to ask."),
        "出动车辆38台，清运垃圾26.4，整治村庄12个。",
        "出动车辆38台，清运垃圾26.4吨，整治村庄12个。",
        N_("Write the unit behind it."),
    ),
)
