"""The part of ``punctuation`` about seams: figures that run into each other, and words that were left over or lost beside one.

投资和规模分别为121.3%185%, 135.8万元41.4万元, 64.78%.2、, 2004年10月?2005年7月, 共检查商户共80户, 同比11.4%, （交通工具）13%、服装（9%）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..i18n import gettext as _
from ..memos import of_text
from ..patterns import beginning, each, in_order, lazy
from .base import Hit, around, line_of
from .garbled import EATEN
from .gone import gone
from .odd import percent, point

_HAN = "\u4e00-\u9fff"
_NUMBER = r"[0-9]{1,9}(?:[.,][0-9]{1,4})?"
#: A figure right behind the sign or the unit of another one.
_TOUCHING = (
    *beginning("%％", r"(?<=[0-9].)(?=[0-9])"), *beginning("元", r"(?<=[0-9][万亿].)(?=[0-9][0-9.,]{0,9}(?:[万亿]?元|[%％]))"),
    *beginning("点", r"(?<=[0-9]个百分点)(?=[0-9])"),
)  # fmt: skip
_FIRST = lazy(rf"(?<![0-9A-Za-z.,/=&_%-])(?<=[{_HAN}，。；、：（“”）％ ])(?<![至到])[-+－−]?(?:{_NUMBER}(?:[%％]|[万亿]元|个百分点))+\Z")
_SECOND = lazy(rf"{_NUMBER}(?:[%％]|(?![万亿]?[美欧]?元)[{_HAN}]|[-—－~～][0-9])")
_AMOUNT = lazy(rf"{_NUMBER}(?:[%％]|[万亿]?元)")
#: A price, and what else has one right behind it: 均价4764元/㎡非住宅5370元/㎡.
_PRICED = beginning("㎡吨斤亩", rf"(?<=[0-9]元/.)(?=[{_HAN}]{{2,8}}[0-9])(?![的以左增减下上提降回比较至到同环和与]|均价)")
_BACK, _AHEAD = 40, 14
#: A line with more of them is the remains of a table, or an address.
_MANY = 4
_MOST = 1000
#: A percentage that ends its clause, and a word right behind it that goes on with none.
_ENDED = percent(
    rf"(?<=[0-9].)(?=[{_HAN}][{_HAN}、0-9])(?!的|以[上下内]|左右|全(?![国省市县区州][一-鿿])|[上下](?![涨一年])|[和与及至到或由之]|[为达][历近最全到至0-9]|主要"
    r"|比(?!全|去年|上年|年初|同期|目标|计划|预算|时[间序]|20)|提前|(?:提高|提升|上升|下降|降低|升高?|降|增加|增长?|减少?|扩大|[回拉]升|回落"
    r"|缩小|超过?|高出?|低|[多少])(?:了?[0-9]|[至到为])|收窄|调整|扩[大到]|回[升落]|目标|任务|计划|要求|预期|标准|比例|水平|门槛|这|不|多[^孩]|等|时)",
)
_CLAUSE_OF = lazy(
    r"(?:占[^，。；、%％0-9\n]{0,14}|[0-9万亿][一-鿿]{1,3}的|(?:[提升]高?|上升|提升|[降减]低?|下降|增加)[到至]"
    r"|(?:任务|计划|目标|指标|总[数量额])数?的|完成(?:年初|年度|全年|年|调整)?(?:任务|计划|目标)数?|预算数?的?"
    r"|[增加上提]?[长加升高涨]|增|[下减]?[降少低跌]|率(?:为|达到?|约)?|幅|比重(?:为|达)?|[0-9][%％][、和])"
    r"(?:了|约|近|超)?[0-9][0-9.]{0,8}[%％]\Z"
)
#: A half-width point behind a word or % before the next step or sentence, and ? in the place of a dash.
_POINT = point(
    rf"(?:(?<=[%％].)(?=[0-9]{{1,2}}、[{_HAN}])"
    rf"|(?<=[{_HAN}%％）].)(?<![一二三四五六七八九十].)(?=(?![万亿][元亩吨人立公平])[{_HAN}]{{2}}|（[{_HAN}]{{2}}|20[0-9]{{2}}年"
    r"|(?P<last>[ \t\u3000]*(?:\n|\Z))))",
)
_FEW = 2
"""So many at the ends of paragraphs are slips, in a text that ends sentences otherwise."""
_ASKED = beginning("?？", r"(?<=[0-9年月日%％].)(?=[0-9])")
#: ? between words that ask nothing.
_LOST_MARK = (
    *beginning("?？", rf"(?<=[{_HAN}0-9%％”）》].)(?=[{_HAN}“《0-9])"),
    *beginning("?？", rf"(?<=[{_HAN}0-9%％”）》].)[?？]{{1,2}}(?=[{_HAN}“《])(?![万亿元个项家名处座户件亩人])"),
)
_QUESTION = lazy("[吗呢么谁何哪几怎否吧问答]|多少|还是|有没有|[是能可]不[是能可]|什么")
_ASKED_RANGE = lazy(r"(?:[0-9][年月日]|[0-9])[?？][0-9.]{1,6}(?:年|月|日|[%％]|[万亿]|元|个|人|亩|吨|岁|公里)")
#: 共 before the verb and once more before the figure.
_ALL = lazy(
    rf"共(?<=[，。；、：\n月年县市区来间]共)(?![同享建青产和性治商识鸣筹赢用计]|有产权)(?=[{_HAN}])[^，。；、：,;0-9（）()\n共]{{2,10}}共计?(?=[0-9])"
)
_YEARS = lazy("年年(?<=[今本]年年)(?![底初末终内均报度中月年])")
#: 兴邱县县人民政府, but 各县县人民政府 are those of all.
_COUNTY = lazy("县县(?<=[\u4e00-\u9fff]{2}县县)(?<![各全]县县)(?=人民政府)")
#: A comparison whose direction was lost.
_NO_TURN = (
    *beginning("同环", rf"比约?{_NUMBER}(?:[%％‰]|[万亿]?[{_HAN}]{{1,2}}|个百分点)(?=[，。；,;）])"),
    *beginning(
        "比较",
        rf"(?:(?:(?:上年|去年)(?:同期|末)?|年初|上月)约?{_NUMBER}(?:[%％‰]|个百分点|个千分点|倍)(?=[，。；,;）])(?![，,](?:提高|上升|下降|增[加长]|减少|[高低多少升降]))"
        rf"|(?:上年|去年)(?:同期|末)?(?:[0-9]+\.[0-9]+[万亿]?(?:[{_HAN}]{{1,3}}|‰)|[0-9]+[万亿][{_HAN}]{{1,2}})(?=[，。；]))",
    ),
    *beginning("均", rf"(?<=[，、；]年.){_NUMBER}(?:[%％]|个百分点)(?=[，。；])"),
    *beginning("径", rf"(?<=同口.){_NUMBER}[%％](?=[，。；）])"),
    *beginning("相", rf"(?<=[年期末].)比[，,]?约?{_NUMBER}(?:[%％‰]|个百分点|倍|[万亿]?[{_HAN}]{{1,2}})(?=[，。；,;）（])"),
)
#: A comparison of what stands before it, as if it were the next of a list.
_COMPARED = lazy("、与(?<=[0-9万亿][元人起件次户家个宗%％吨亩]、与)(?=(?:去年|上年)(?:同期)?相比)")
#: A name in the bracket of its share, among others whose share is.
_TURNED = lazy(rf"、（(?P<name>[{_HAN}]{{2,8}})）{_NUMBER}[%％](?=[、，。；])")
_ITSELF = lazy(rf"[{_HAN}]（[^（）\n]{{0,12}}?{_NUMBER}[%％]）\Z")


def seams(text: str) -> Iterator[Hit]:
    """Yield places where a mark or a word between two figures was lost, or something was left over."""
    yield from _touching(text)
    for sign in in_order(text, _ENDED)[:_MOST]:
        if found := _CLAUSE_OF.search(text[max(0, sign.end() - _BACK) : sign.end()]):
            behind = text[sign.end() : around(text, sign.end(), 0, 4)[1]]
            message = _("no mark before {number}: {quote}").format(number=behind, quote=found.group() + behind)
            yield Hit("PUNCT005", sign.end() - len(found.group()), sign.end() + 2, message, _("end the clause before it"))
    for sign in in_order(text, _PRICED):
        quote = text[around(text, sign.end(), 7, 0)[0] : sign.end() + 2]
        message = _("no mark before {number}: {quote}").format(number=quote[-2:], quote=quote)
        yield Hit("PUNCT005", sign.end() - 3, sign.end() + 2, message, _("end the clause before it"))
    yield from _other_signs(text)
    for match in in_order(text, (_ALL, _YEARS, _COUNTY)):
        message = _("a word stands twice: {quote}").format(quote=match.group())
        yield Hit("PUNCT011", *match.span(), message, _("keep one of the two"))
    for match in in_order(text, _NO_TURN):
        yield gone(text, *match.span(), _("say whether it rose or fell"))
    for match in each(text, _COMPARED):
        quote = text[max(0, match.start() - 4) : match.end() + 6]
        message = _("{mark} where {right} belongs: {quote}").format(mark="、", right="，", quote=quote)
        yield Hit("PUNCT012", match.start() - 2, match.end() + 2, message, _("write {right}").format(right="，"))
    for match in each(text, _TURNED):
        if _ITSELF.search(text[max(0, match.start() - _BACK) : match.start()]):
            message = _("the bracket stands around the name, not around its share: {quote}").format(quote=match.group()[1:])
            yield Hit("PUNCT012", match.start() + 1, match.end(), message, _("write the name before the bracket"))


def _other_signs(text: str) -> Iterator[Hit]:
    """Yield points and question marks where other marks belong."""
    points = list(each(text, _POINT))
    if any(point["last"] is not None for point in points) and (text.count("。") <= _FEW or len(points) > _FEW):
        points = [point for point in points if point["last"] is None]
    for match in points:
        quote = text[max(0, match.start() - 6) : match.end() + 3]
        message = _("{mark} where {right} belongs: {quote}").format(mark=".", right="。", quote=quote)
        yield Hit("PUNCT012", match.start(), match.end(), message, _("write {right}").format(right="。"))
    for match in in_order(text, _ASKED):
        if found := _ASKED_RANGE.search(text, max(0, match.start() - 2), match.end() + 10):
            message = _("{mark} where {right} belongs: {quote}").format(mark=match.group(), right="—", quote=found.group())
            yield Hit("PUNCT012", *found.span(), message, _("write {right}").format(right="—"))
    for at in lost_marks(text):
        start, end = around(text, at, 4, 5)
        message = _("a sign without meaning was left behind: {quote}").format(quote=text[start:end])
        yield Hit("PUNCT015", at, at + 1, message, _("write the mark that belongs here"))


@of_text
def lost_marks(text: str) -> frozenset[int]:
    """Return where question marks stand behind what asks nothing, but for those in the place of a figure, which ``blank`` tells."""
    marks = in_order(text, _LOST_MARK)
    eaten = {sign.start() for sign in in_order(text, EATEN)} if marks else set()
    return frozenset(
        mark.start()
        for mark in marks
        if mark.start() not in eaten
        and not _QUESTION.search(re.split("[。；\n?？]", text[max(0, mark.start() - _BACK) : mark.start()])[-1])
    )


def _touching(text: str) -> Iterator[Hit]:
    """Yield figures with no mark between them, none in a line that has many."""
    line_end, line = -1, list[Hit]()
    for sign in in_order(text, _TOUCHING):
        if sign.start() >= line_end:
            yield from line if len(line) <= _MANY else ()
            line = []
            line_end = line_of(text, sign.start(), sign.end())[1]
        start = max(0, sign.end() - _BACK)
        first = _FIRST.search(text[start : sign.end()])
        follows = _AMOUNT if sign.group() == "元" else _SECOND
        second = follows.match(text, sign.end(), sign.end() + _AHEAD)
        if first and second and len(line) <= _MANY:
            quote = text[start + first.start() : second.end()]
            message = _("no mark before {number}: {quote}").format(number=text[sign.end() : second.end()], quote=quote)
            hint = _("end the sentence before it; the two figures run into each other")
            line.append(Hit("PUNCT005", start + first.start(), second.end(), message, hint))
    yield from line if len(line) <= _MANY else ()
