"""The part of ``unit`` about the unit of a neighbour: 事故4起、死亡2起, 增速快于全市1.6元, 平均办理天数12%, 每月480元（折合每月40元）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Severity
from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit

#: Who was hurt, counted as the accidents are that stand before; behind 其中 they may be accidents with dead.
_VICTIMS = (
    *beginning("死", r"亡(?<=起[、，,]..)(?P<figure>[0-9]{1,4}起)(?=[，。；、,;])"),
    *beginning("受", r"伤(?<=[起人][、，,]..)(?P<figure>[0-9]{1,4}起)(?=[，。；、,;])"),
    *beginning("失", r"踪(?<=[起人][、，,]..)(?P<figure>[0-9]{1,4}起)(?=[，。；、,;])"),
)  # fmt: skip
_AMOUNT = r"(?P<figure>[0-9][0-9.]{0,8}[万亿]?(?:元|人|户|亩|吨|件|天|公里))(?=[，。；、（(,;])"
#: What grows faster or has a higher share than another, by so many points.
_FASTER = beginning(
    "率速幅比重",
    r"(?<=[长成格盖意学结案良病业增占比].)(?:仍|还|均|分别)?"
    r"(?:(?:[快慢高低]于|高出|超过|领先)[^，。；、：（(0-9\n]{0,12}|[比较][^，。；、：（(0-9\n]{1,14}[快慢高低]了?"
    "|(?:同比|环比|[比较](?:上年|去年)(?:同期)?)?(?:提高|提升|上升|下降|降低|回落)了?)" + _AMOUNT,
)
_SHARES = (
    "增速", "增幅", "占比", "比重", "增长率", "完成率", "合格率", "覆盖率", "满意率", "入学率", "办结率", "结案率", "优良率", "失业率",
)  # fmt: skip
#: How long something takes on average.
_LASTS = (
    *beginning("数", r"(?<=天.)(?:约?为|达到?|仅|约)?(?P<figure>[0-9][0-9.]{0,5}[%％])"),
    *beginning("长", r"(?<=时.)(?:约?为|达到?|仅|约)?(?P<figure>[0-9][0-9.]{0,5}[%％])"),
    *beginning("期", r"(?:(?<=周.)|(?<=工.))(?:约?为|达到?|仅|约)?(?P<figure>[0-9][0-9.]{0,5}[%％])"),
    *beginning("龄", r"(?<=年.)(?:约?为|达到?|仅|约)?(?P<figure>[0-9][0-9.]{0,5}[%％])"),
)  # fmt: skip
_MEAN = lazy("平均[^，。；、：0-9\n]{0,10}\\Z")
_MEAN_REACH = 16
#: What is said to be so much a month, and is worked out for a month behind it.
_WORKED_OUT = beginning("折", r"[合算](?:成|为|计)?(?:每人|人均)?(?P<time>每月|每年)(?=[ ]?[0-9])")
_FOR_EACH = r"{time}[ ]?(?:由?[ ]?[0-9.,]+[ ]?元(?:提高|增加|调整|提标)[到至为])?[ ]?[0-9][0-9.,]*[ ]?元[（(，,]\Z"
_PER = {"每月": lazy(_FOR_EACH.format(time="每月")), "每年": lazy(_FOR_EACH.format(time="每年"))}
_SENTENCE = lazy("[。；;\n]")
_REACH = 40


def unlike(text: str) -> Iterator[Hit]:
    """Yield figures in the unit of what stands beside them."""
    for match in in_order(text, _VICTIMS):
        if "其中" not in _SENTENCE.split(text[max(0, match.start() - _REACH) : match.start()])[-1]:
            yield _other(match, text[match.start() : match.start() + 2], match.start())
    for match in in_order(text, _FASTER):
        noun = next((noun for noun in _SHARES if text.endswith(noun, 0, match.start() + 1)), "")
        if noun:
            yield _other(match, noun, match.start() + 1 - len(noun))
    for match in in_order(text, _LASTS):
        if _MEAN.search(text[max(0, match.start() - _MEAN_REACH) : match.start() + 1]):
            yield _other(match, text[match.start() - 1 : match.start() + 1], match.start() - 1)
    for match in in_order(text, _WORKED_OUT):
        start = max(0, match.start() - _REACH)
        own = _PER[match["time"]].search(text[start : match.start()])
        if own is not None:
            message = _("the period is said twice: {quote}").format(quote=text[start + own.start() : match.end()])
            yield Hit("UNIT003", start + own.start(), match.end(), message, _("look up the unit"), Severity.WARNING)


def _other(match: re.Match[str], noun: str, start: int) -> Hit:
    unit, quote = match["figure"].lstrip("0123456789."), match.string[start : match.end("figure")]
    message = _("{noun} is not measured in {unit}: {quote}").format(noun=noun, unit=unit, quote=quote)
    return Hit("UNIT009", *match.span("figure"), message, _("look up the unit"), Severity.WARNING)
