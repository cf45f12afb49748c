"""The part of ``unit`` about % and 个百分点 taken for each other where one figure shows it: 占12个百分点, 占比提高2.6%."""

from __future__ import annotations

from collections.abc import Iterator

from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit

_HAN = "\u4e00-\u9fff"
_IS = "(?:为|达到?|约|均为|控制在|保持在|在)?"
_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,3})?"
#: What is so much of a whole or so high a rate, before a figure in points.
_LEVEL = lazy(
    rf"(?P<all>(?:占(?:比|[^，。；、：,;0-9\n]{{0,14}}?)|(?:任务|计划|目标|预算|进度|总[{_HAN}]{{1,3}})数?的|[{_HAN}]率|比重|满意度){_IS}"
    rf"{_NUMBER}个百分点)\Z"
)
_LEVEL_SIGN = lazy("点(?<=[0-9]个百分点)")
#: What moves a level; it moves by points.
_TURN = lazy("[升降增减高低快慢长落超拉差]|提高|贡献|扩大|收窄|变化|波动")
_TURNS = "升降增减高低快慢长落超拉差"
_VERBS = "(?:提高|下降|提升|上升|降低|回落|减少|增加|增长|升|降)了?"
_SINCE = "(?:与(?:上年|去年)(?:同期|末)?(?:相比|比较|比))?"
#: A share that moves, and a rate that moved by so much in the clause behind it, both with %.
_MOVED = lazy(
    rf"(?P<all>(?:(?:占比|比重)[^，。；、,;0-9\n]{{0,6}}?{_VERBS}"
    rf"|(?:[{_HAN}]率|占比|比重|比例|满意度){_IS}{_NUMBER}[%％][，,、]{_SINCE}{_VERBS}){_NUMBER}[%％])\Z"
)
#: A rate of progress that is behind or before another one.
_PROGRESS = beginning("快慢", rf"(?<=进度.)了?{_NUMBER}[%％](?=[，。；、）])")
_MOVED_SIGN = beginning("%％", "(?<=[0-9].)(?=[，。；、,;）)])")
_MOVED_BEFORE = lazy("[升降增减高低落长少加]了?[0-9.]{1,6}[%％]$")
_WINDOW = 40


def points(text: str) -> Iterator[Hit]:
    """Yield levels in 个百分点 and changes of levels in %."""
    for sign in _LEVEL_SIGN.finditer(text):
        if text[max(0, sign.end() - 12) : sign.start() - 3].rstrip("0123456789.")[-1:] in _TURNS:
            continue
        match = _LEVEL.search(text[max(0, sign.end() - _WINDOW) : sign.end()])
        if match and not _TURN.search(match["all"]):
            quote = match["all"]
            message = _("a share or a rate is so many %, not so many 个百分点: {quote}").format(quote=quote)
            yield Hit("UNIT009", sign.end() - len(quote), sign.end(), message, _("write % instead of 个百分点, or look up what grew"))
    for ahead in in_order(text, _PROGRESS):
        quote = text[ahead.start() - 2 : ahead.end()]
        message = _("a share or a rate moves by 个百分点, not by %: {quote}").format(quote=quote)
        yield Hit("UNIT009", ahead.start() - 2, ahead.end(), message, _("write 个百分点 instead of %, or say what grew"))
    for sign in in_order(text, _MOVED_SIGN):
        if not _MOVED_BEFORE.search(text[max(0, sign.end() - 9) : sign.end()]):
            continue
        if match := _MOVED.search(text[max(0, sign.end() - _WINDOW) : sign.end()]):
            quote = match["all"]
            message = _("a share or a rate moves by 个百分点, not by %: {quote}").format(quote=quote)
            yield Hit("UNIT009", sign.end() - len(quote), sign.end(), message, _("write 个百分点 instead of %, or say what grew"))
