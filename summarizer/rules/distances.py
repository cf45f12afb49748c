"""The part of ``unit`` about distances from what is named beside them, which go by points, and about growths and levels in points.

高于全市平均水平1.4%; 增速比上月回落2.1%; 提高3个百分点，比2019年提高5%; 增速8.8个百分点; 完成目标数64.3个百分点.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit
from .points import by_points

_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,3})?"
_END = "(?=[，。；、）;)]|,(?![0-9]))"
_VERBS = "(?:提高|提升|上升|下降|降低|回落|上调|下调|升高)"
#: How far it is from another level, or how much a change has changed, which is so many points whatever stands before.
_FROM_LEVEL = (
    *beginning(
        "于", rf"(?<=[高低快慢]于)(?<!不[高低]于)[^，,。；、：0-9（(占]{{2,16}}(?<![的过至到])(?P<by>{_NUMBER}[%％]){_END}"
    ),
    *beginning("差", rf"(?<=相差)(?P<by>{_NUMBER}[%％]){_END}"),
    *beginning(
        "速幅",
        rf"(?<=[增降涨跌].)[^，。；、0-9]{{0,8}}?(?:收窄|扩大|回落|上调|下调|加快|放缓|提升|回升|提高|上升|下降|降低)"
        rf"了?(?P<by>(?:{_NUMBER}[、和]){{0,3}}{_NUMBER}[%％]){_END}",
    ),
)
#: By how much it moved since another time, behind how much it moved in points.
_SINCE_THEN = beginning(
    "点",
    rf"(?<=[0-9]个百分点)[，、；](?:[比较](?:20[0-9]{{2}}年|上年|去年|年初)(?:同期|末)?|[同环]比){_VERBS}了?"
    rf"(?P<by>{_NUMBER}[%％]){_END}",
)
#: A level or a growth in points, where nothing is said that it is compared with.
_IN_POINTS = (
    *beginning("速幅", rf"(?<=[增降涨跌].)(?:为|达到?|约)?(?P<by>{_NUMBER}个百分点){_END}"),
    *beginning("长", rf"(?<=(?:年均|累计)增.)(?P<by>{_NUMBER}个百分点){_END}"),
    *beginning("的", rf"(?<=[0-9万亿][元吨亩人户件].)(?P<by>{_NUMBER}个百分点){_END}"),
    *beginning("数", rf"(?<=[务划标].)(?P<by>{_NUMBER}个百分点){_END}"),
)
#: The percentage that is compared, not far before.
_COMPARED_ONE = lazy(rf"(?P<level>{_NUMBER})[%％][^0-9。；\n]{{0,10}}\Z")
_FAR = 30.0
"""Percent: so far apart hardly any two are."""
_COMPARED = lazy("[于比较高低快慢超差与由从]|拉动|贡献|率")
_CLAUSE = lazy("[，。；]")
_WINDOW = 34


def distances(text: str) -> Iterator[Hit]:
    """Yield distances in % and levels in points."""
    for match in in_order(text, _FROM_LEVEL):
        if text[match.start()] != "于" or not _is_level(text, match):
            yield by_points(text, *match.span("by"))
    for match in in_order(text, _SINCE_THEN):
        yield by_points(text, *match.span("by"))
    for match in in_order(text, _IN_POINTS):
        if not _COMPARED.search(_CLAUSE.split(text[max(0, match.start() - _WINDOW) : match.start()])[-1]):
            message = _("a share or a rate is so many %, not so many 个百分点: {quote}").format(quote=match.group())
            yield Hit("UNIT009", *match.span("by"), message, _("write % instead of 个百分点, or look up what grew"))


def _is_level(text: str, match: re.Match[str]) -> bool:
    """Whether a percentage is the other one itself, and not how far they are apart: 88.5%，高于年度目标85%."""
    one = _COMPARED_ONE.search(text[max(0, match.start() - _WINDOW) : match.start()])
    least = float(one["level"]) / 2 if one is not None else _FAR
    return match["by"][-2].isdigit() and float(match["by"][:-1].replace("和", "、").split("、")[-1]) >= least
