"""The part of ``unit`` about % and 个百分点 taken for each other where one figure shows it: 占12个百分点, 占比提高2.6%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..i18n import gettext as _
from ..patterns import beginning, each, in_order, lazy
from .base import Hit
from .gone import gone
from .odd import comma

_HAN = "\u4e00-\u9fff"
_IS = "(?:(?:首次|已|均)?(?:为|达到?|约|均为|控制在|保持在|稳定在|在|突破|超过?(?=[2-9][0-9])))?[ ]?"
_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,3})?"
#: What is so much of a whole or so high a rate, before a figure in points.
_LEVEL = lazy(
    rf"(?P<all>(?:占(?:比|[^，。；、：,;0-9\n]{{0,14}}?)|(?:任务|计划|目标|预算|进度|总[{_HAN}]{{1,3}})数?的|[{_HAN}]率|比重|比例|满意度){_IS}"
    rf"{_NUMBER}个百分点)\Z"
)
_LEVEL_SIGN = lazy("点(?<=[0-9]个百分点)")
#: What moves a level; it moves by points.
_TURN = lazy("[升降增减高低快慢长落超拉差调]|提高|贡献|扩大|收窄|变化|波动")
_TURNS = "升降增减高低快慢长落超拉差加少调"
_VERBS = "(?:提高|下降|提升|上升|降低|回落|上调|下调|减少|增加|增长|升|降)了?"
_SINCE = "(?:与(?:上年|去年)(?:同期|末)?(?:相比|比较|比)|同比|环比|[比较](?:上年|去年|年初|上月)(?:同期|末|底)?)?"
#: A share that moves, and a rate that moved by so much in the clause behind it, both with %.
_MOVED = lazy(
    rf"(?P<all>(?:(?:占比|比重)[^，。；、,;0-9\n]{{0,6}}?{_VERBS}"
    rf"|(?:[{_HAN}]率(?:\[[0-9]{{1,2}}\])?|占比|比重|比例|满意度){_IS}{_NUMBER}[%％][，,、（(]{_SINCE}[，,]?{_VERBS}"
    rf"|占[^，。；、：,;0-9\n]{{0,14}}{_NUMBER}[%％][，,、（(]{_SINCE}[，,]?(?:提高|提升|回落)了?"
    rf"|[到至]{_NUMBER}[%％][，,、（(](?:提高|上升|提升|降低|回落|下降|升高?|降)了?){_NUMBER}[%％])\Z"
)
#: One of these stands in each of them.
_LEVEL_WORD = lazy("率|占|比[重例]|满意度|[到至][0-9]")
#: What something has come to is a level; but how far apart two are may come to so many points, and how fast something grows.
_COME_TO = lazy(rf"(?P<all>(?:提高|提升|上升|增加|下降|降低|回升|升|降|达)[到至]{_NUMBER}个百分点)\Z")
_NO_COME = lazy("[差距幅速]|收窄|扩大|缩小|领先|高于|低于|拉动|贡献|基点|利率")
#: An amount grows by %, too, where it is not told: 居民收入增长5个百分点. What is pulled or pushed by something grows by points.
_GROWN = lazy(
    r"(?P<all>(?:收入|支出|产值|增加值|总值|总额|零售额|销售额|投资|产量|面积|利润|税收|余额|存款|贷款|人数|数量|户数|价格|费用)"
    rf"(?:同比|环比|年均|平均|实际|同口径|[比较](?:上年|去年)(?:同期)?)?(?:增长|下降|减少|增加)了?{_NUMBER}个百分点)\Z"
)
_PULLED = lazy("[拉带推驱促]动|贡献|影响|促进|支撑|拉[升低]|[增降]幅|增速|占|比[重例]|率|指数|快于|慢于|预期|目标|年初|上调|下调|进度|分别")
#: A change of a change, and what pulls another thing, in a text that has others of the kind in points.
_AGAIN = lazy(
    rf"(?:{_NUMBER}个百分点[，、][比较与][^，。；、0-9]{{2,12}}?(?:提高|提升|回升|回落|下降|收窄|扩大|加快|[高低])了?"
    rf"|[增降跌涨]幅(?:[比较][^，。；、0-9]{{2,10}}|同比|环比)?(?:收窄|扩大|回落)了?|增速(?:[比较][^，。；、0-9]{{2,10}})?(?:提高|回落|加快|回升|放缓)了?)"
    rf"(?P<by>{_NUMBER}[%％])\Z"
)
#: What stands before the percentage of such a change.
_AGAIN_ENDS = "高升落降窄大快低缓了"
_PULLS = lazy(rf"拉动[^，。；、0-9]{{2,14}}?(?:增长|上升|下降|提高)?了?(?P<by>{_NUMBER}[%％])\Z")
_PULLS_BY_POINTS = lazy(rf"拉动[^，。；、0-9]{{2,14}}{_NUMBER}个百分点")
#: A level in % and by how much it is above another one: 96.4%，高于全市平均水平1.8%; 76%，超出目标（60%）16%.
_OTHER = rf"[{_HAN}]{{2,10}}(?<![率速幅])(?:[（(](?P<other>{_NUMBER})[%％][）)])?(?P<by>{_NUMBER})[%％](?=[，。；,;])"
_ABOVE = (*beginning("于", f"(?<=[高低快慢]于){_OTHER}"), *beginning("出过", f"(?<=[超高低]出|超过){_OTHER}"))
_ABOVE_BEFORE = lazy(f"(?P<level>{_NUMBER})[%％](?:（[^（）]{{1,12}}）)?[，、,](?:同比)?[超高低快慢]\\Z")
#: A rate of progress that is behind or before another one.
_PROGRESS = beginning("快慢", rf"(?<=进度.)了?{_NUMBER}[%％](?=[，。；、）,;])")
_MOVED_SIGN = beginning("%％", "(?<=[0-9].)(?=[，。；、,;）)])")
#: An amount that moves by points: 860户，同比增长9个百分点; 较上年36亿元下降3个百分点.
_CHANGES = "(?:增长|下降|增加|减少|上升|提高|回落|降低)了?"
_AMOUNT = lazy(
    r"(?P<all>(?<![0-9.,])(?:[0-9][0-9.,]*|[*＊×]{1,4})[余多]?[ ]?[百千万亿]{0,2}(?:元|美元|吨|亩|人次?|户|头|只|件|千瓦时"
    r"|立方米|平方米|公里|公顷|辆|台|羽|株|箱|[家起宗条]|标箱|艘次|架次)"
    rf"(?:[，,、（(](?:与[^，。；、（0-9]{{2,10}}相比[，,]?|同比|环比|[比较](?:上年|去年|年初|上月|上季)(?:同期|末|底|度)?)?{_CHANGES}"
    rf"|[，,、]超(?:计划|任务|目标)|{_CHANGES})[ ]?{_NUMBER}个百分点)\Z"
)
#: One list in both: 分别占0.6%和0.7个百分点.
_BOTH = lazy(rf"(?P<all>{_NUMBER}[%％][、和]{_NUMBER}个百分点)\Z")
_BOTH_BEHIND = lazy(rf"[、和]{_NUMBER}[%％]")
#: A clause that consists of a percentage; behind a verb that needs it the comma is the slip.
_PERCENTAGE = (
    r"(?<![0-9].)(?<!增长.)(?<!下降.)(?<!上升.)(?<!提高.)(?<!达到.)(?<!相比.)(?<![占为].)"
    r"[0-9][0-9.]{0,6}(?:[%％]|个百分点)(?=[，。；,;])"
)
_LONE = (*beginning("，", _PERCENTAGE), comma(_PERCENTAGE))
_MOVED_BEFORE = lazy("[升降增减高低落长少加调]了?[0-9.]{1,6}[%％]$")
_APART = lazy("分别|依次")
"""Percentages of several things may stand in a row: 分别增长3%，4%，5%."""
#: How far an amount has come, and then by how much it has grown: 收入2.8亿元，预算完成率100.5%，同比增长4.1%.
_OF_AMOUNT = lazy(
    rf"(?:[元吨人户件亩个家]|公里)[，,][{_HAN}]{{0,6}}(?:完成|执行)率(?:为|达到?)?{_NUMBER}[%％][，,](?:同比|[比较][上去]年)?增长[0-9.]+[%％]\Z"
)
_WINDOW, _SENTENCE = 40, 80
_TINY = 1e-6


def points(text: str) -> Iterator[Hit]:
    """Yield levels in 个百分点, changes of levels in %, and clauses that consist of either."""
    for sign in each(text, _LEVEL_SIGN):
        yield from _in_points(text, sign.start() - 3, sign.end())
    moved = in_order(text, _MOVED_SIGN)
    yield from _changes_of_changes(text, moved)
    for ahead in in_order(text, _PROGRESS):
        yield by_points(text, ahead.start() - 2, ahead.end())
    for above in in_order(text, _ABOVE):
        level = _ABOVE_BEFORE.search(text[max(0, above.start() - 26) : above.start()])
        if level is not None and _is_distance(float(level["level"]), above):
            yield by_points(text, above.start() - 1, above.end())
    for lone in in_order(text, _LONE):
        if _APART.search(re.split("[。；\n]", text[max(0, lone.start() - _SENTENCE) : lone.start()])[-1]):
            continue
        yield gone(text, *lone.span(), _("say what is so much, or whether it rose or fell"))
    for sign in moved:
        end = sign.end()
        window = text[max(0, end - _WINDOW) : end]
        if _MOVED_BEFORE.search(window, len(window) - 9) is None or not _LEVEL_WORD.search(window):
            continue
        if (match := _MOVED.search(window)) and not _OF_AMOUNT.search(window):
            yield by_points(text, end - len(match["all"]), end)


def _is_distance(level: float, above: re.Match[str]) -> bool:
    """Whether the last percentage is how far two are apart; in 88.5%，高于目标85% it is the other one."""
    if above["other"] is not None:
        return abs(abs(level - float(above["other"])) - float(above["by"])) < _TINY
    return 2 * float(above["by"]) < level


def _changes_of_changes(text: str, signs: Iterable[re.Match[str]]) -> Iterator[Hit]:
    """Yield by how many % the pace of something has changed, and what pulls another thing by %."""
    if "个百分点" not in text:
        return
    pulled = _PULLS_BY_POINTS.search(text) is not None
    for sign in signs:
        window = text[max(0, sign.end() - _WINDOW) : sign.end()]
        match = _AGAIN.search(window) if _before(text, sign.start()) in _AGAIN_ENDS else None
        if match is None and pulled:
            match = _PULLS.search(window)
        if match is not None:
            yield by_points(text, sign.end() - len(match["by"]), sign.end())


def _in_points(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield what is wrong with a figure in 个百分点, which stand from ``start`` to ``end``."""
    before, window = _before(text, start), text[max(0, end - _WINDOW) : end]
    if before in "、和" and (both := _BOTH.search(window)):
        yield _mixed(text, end - len(both["all"]), end)
    elif behind := _BOTH_BEHIND.match(text, end):
        yield _mixed(text, start, behind.end())
    elif before in "到至":
        if (come := _COME_TO.search(window)) and not _NO_COME.search(re.split("[。；]", text[max(0, end - _SENTENCE) : end])[-1]):
            yield _level(come["all"], end)
    elif before in _TURNS:
        grown = _GROWN.search(window)
        if grown is not None and _PULLED.search(re.split("[。；，]", text[max(0, end - _SENTENCE) : end])[-1]):
            grown = None
        if amount := _AMOUNT.search(window) or grown:
            message = _("an amount grows by %, not by 个百分点: {quote}").format(quote=amount["all"])
            hint = _("write % instead of 个百分点, or look up what grew")
            yield Hit("UNIT009", end - len(amount["all"]), end, message, hint)
    elif (level := _LEVEL.search(window)) and not _TURN.search((quote := level["all"]).replace("超过", "")):
        yield _level(quote, end)


def _level(quote: str, end: int) -> Hit:
    message = _("a share or a rate is so many %, not so many 个百分点: {quote}").format(quote=quote)
    return Hit("UNIT009", end - len(quote), end, message, _("write % instead of 个百分点, or look up what grew"))


def _before(text: str, at: int) -> str:
    """Return the character before the number that ends at ``at``; a space where there is none."""
    return text[max(0, at - 10) : at].rstrip("0123456789.").rstrip(" ")[-1:] or " "


def by_points(text: str, start: int, end: int) -> Hit:
    """Return that something moves by points and is written with %."""
    message = _("a share or a rate moves by 个百分点, not by %: {quote}").format(quote=text[start:end])
    return Hit("UNIT009", start, end, message, _("write 个百分点 instead of %, or say what grew"))


def _mixed(text: str, start: int, end: int) -> Hit:
    message = _("one list in % and in 个百分点: {quote}").format(quote=text[start:end])
    return Hit("UNIT009", start, end, message, _("write all in % or all in 个百分点"))
