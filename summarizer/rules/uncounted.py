"""The part of ``blank`` about measure words that lost their number where a verb or an average stands before them, or their parts behind.

比上年末增加人, 缩短个月, 户均元, 超序时进度个百分点, 示范场家（国家级3家、省级16家）, 金寨县（%）、霍山县（15.3%）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .awaited import WORD
from .base import Hit
from .endings import Endings

_HAN = "\u4e00-\u9fff"
_VERBS = ("增加", "减少", "净增", "净减", "新增", "提高", "下降", "上升", "增至", "降至", "达到", "缩短", "延长", "提前")
_UNITS = "人元户件起家个处条名亩吨天例辆次所座台只头"
_ENDS = Endings(_UNITS)
#: Looked back from a mark.
_CHANGED = lazy(rf"(?=[，。；（])(?<=[{_UNITS}])(?:{'|'.join(f'(?<={verb}[{_UNITS}])' for verb in _VERBS)})(?<![人]口.)")
_AVERAGE = lazy("(?=[，。；])(?<=[户人亩件例次床]均元)")
_NUMBER = "一二三四五六七八九十百千万亿零〇两几半多余数每整单双满各某这那哪首近上超过破约逾达成第"
_POINTS = lazy(rf"个(?=百分点)(?<=[{_HAN}]个)(?<![{_NUMBER}以按用个若干]个)")
_MONTHS = lazy("个(?=月[，。；])(?<=(?:缩短|延长|提前|推迟|增加|减少|[短长后前]至|达到|约为)个)")
_PERCENT = beginning("%％", "(?<=(?:上涨|增加|减少|回落|提升).)(?=[，。；、和（])|(?<=(?:增长|下降|提高|上升|降低).)(?=和)")
_OF_LIST = beginning("（(", "(?=[%％][）)])")
_SHARES = lazy(r"[（(][0-9.]{1,6}[%％][）)][、，和]?")
_REACH = 30


def uncounted(text: str) -> Iterator[Hit]:
    """Yield measure words and % whose number is missing."""
    for at in _ENDS.places(text):
        if text[at - 2] not in _NUMBER and (_CHANGED.match(text, at) or _AVERAGE.match(text, at) or _has_parts(text, at)):
            yield _gone(text, max(0, at - 3), at)
    for match in in_order(text, (_POINTS, _MONTHS)):
        end = match.start() + (4 if text.startswith("百", match.end()) else 2)
        yield _gone(text, max(0, match.start() - 2), end)
    for match in in_order(text, _PERCENT):
        yield _gone(text, match.start() - 2, match.end())
    for match in in_order(text, _OF_LIST):
        around = text[max(0, match.start() - _REACH) : match.start()], text[match.end() : match.end() + _REACH]
        if any(map(_SHARES.search, around)):
            yield _gone(text, match.start(), match.end() + 2)


def _has_parts(text: str, at: int) -> bool:
    """Whether a bracket follows that tells how many of them are what."""
    if text[at] not in "（(" or WORD.search(text[at - 2 : at]):
        return False
    inside = text[at + 1 : at + _REACH].partition("）")[0]
    return re.match(rf"[^0-9，。；、（]{{0,10}}[0-9]{{1,6}}{text[at - 1]}(?:[，、；）]|$)", inside) is not None


def _gone(text: str, start: int, end: int) -> Hit:
    message = _("something was lost here: {quote}").format(quote=text[start:end])
    return Hit("BLANK003", start, end, message, _("write what belongs here"))
