"""The part of ``unit`` about figures that end a clause with no unit at all: 清运垃圾26.4，整治村庄12个."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import lazy
from .base import Hit, lines_with

_BARE = lazy(
    r"(?P<before>[一-鿿][^，。；、,;\n（）()]{0,15}?)(?<=[一-鿿])(?P<figure>(?<![0-9.,，])[0-9][0-9,]{0,11}(?:\.[0-9]{1,4})?(?P<scale>[万亿]?))(?=[，。；])"
)
#: A target inside of its rate: 占计划数32.26的100.2%.
_OF_TARGET = lazy(
    r"[占为完成](?:年度?|全年|年初)?(?:计划|任务|目标|预算|指标)(?:任务)?数?(?P<figure>[0-9]{1,8}(?:\.[0-9]{1,4})?)的[0-9.]{1,7}[%％]"
)
_SIGN = lazy(r"[一-鿿][0-9][0-9,.]{0,14}[万亿]?[，。；]")
#: What is a bare number by nature, or names something.
_NATURAL = re.compile(
    r"占|比|系数|指数|值为|得分|评分|积分|成绩|分数|总分|均分|编号|代码|热线|电话|平台|号|版|第|前|邮编|级|年|星|缩小|扩大|倍|率|度|排|位|次数|型|条款"
    r"|《|“|PM|密度|浓度|龄|秒|纬|东经|西经|温|波|频|评价|最[高低]|[A-Za-z]"
)
#: With 万 or 亿 people and firms count themselves (惠及农户1.2万); what is weighed and measured does not.
_WEIGHED = re.compile("面积|产量|总产|用量|里程|蔬菜|水果|粮|油|肉|肥|[用排产供]量|规模|药|煤|茶|蛋|奶")
_SERVICE = re.compile(r"11[0-9]|12[02]|123\d\d|96\d{3,4}|95\d{3}|100\d{2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG = 9
#: A text with more of them is written so, or lost its signs in another way.
_MANY = 4


def bare(text: str) -> Iterator[Hit]:
    """Yield figures that a mark follows where their unit should stand."""
    hits: list[Hit] = []
    for line in lines_with(_SIGN, text):
        for match in _BARE.finditer(text, *line):
            before, figure = match["before"], match["figure"]
            digits = figure.replace(",", "").rstrip("万亿")
            if _NATURAL.search(before[-6:]) or len(digits) > _LONG or (match["scale"] and not _WEIGHED.search(before[-6:])):
                continue
            if _SERVICE.fullmatch(digits) or _YEAR.fullmatch(digits):
                continue
            message = _("a figure without its unit: {quote}").format(quote=before[-6:] + figure)
            hits.append(Hit("UNIT011", *match.span("figure"), message, _("write the unit behind it")))
    for match in _OF_TARGET.finditer(text):
        message = _("a figure without its unit: {quote}").format(quote=match.group())
        hits.append(Hit("UNIT011", *match.span("figure"), message, _("write the unit behind it")))
    if len(hits) <= _MANY:
        yield from hits


explained(
    Explanation(
        "UNIT011",
        "no-unit",
        "unit",
        Severity.WARNING,
        N_("A figure at the end of a clause has its unit or its % behind it."),
        N_("清运垃圾26.4 may be tons or truckloads; who sums up the reports of all offices has to ask."),
        "出动车辆38台，清运垃圾26.4，整治村庄12个。",
        "出动车辆38台，清运垃圾26.4吨，整治村庄12个。",
        N_("Write the unit behind it."),
    ),
)
