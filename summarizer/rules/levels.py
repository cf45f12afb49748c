"""The part of ``unit`` about levels in % and how far they are from others, which is so many 个百分点; and about % that was lost.

上等烟64.8%，同比提高1.5%; 同比增长34%，比全省平均高出19.8%; 比全省的36%低18.7%; 办结率同比上升13.9%; 分别增长9.7、15.3%; 开工率为106.9，.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit, around
from .decimals import paused_at
from .endings import Endings
from .points import by_points
from .scale import NO_RATE, is_by_hundred

_HAN = "\u4e00-\u9fff"
_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,3})?"
_END = "(?=[，。；、）;)]|,(?![0-9]))"
_VERBS = "(?:提高|提升|上升|下降|降低|回落|上调|下调|升高)"
_SINCE = "(?:同比|环比|[比较](?:上年|去年|上月|年初|上季)(?:同期|末|度)?|与(?:上年|去年)(?:同期|末)?相比[，,]?)"
#: A level and, in the next clause, how far it is from another one.
_NEXT = beginning(
    "%％",
    rf"(?<=[0-9].)(?:（[^（）\n]{{1,12}}）)?[，,、（(](?=[同环比较超与])(?:(?P<moved>{_SINCE}{_VERBS})|(?:[比较][^，。；、0-9%％]{{2,12}}?(?:高出?|低)"
    rf"|(?P<beyond>超(?:出|过)?[{_HAN}]{{0,6}}目标)|超(?:出|过)?[{_HAN}]{{0,6}}进度|与[{_HAN}]{{2,10}}差距[{_HAN}]{{0,6}}?))了?(?:不足|近|约)?(?P<by>{_NUMBER}[%％]){_END}",
)
#: What is so many % by itself: a noun before it, and no verb that says what is done.
_LEVEL = lazy(rf"(?:\A|[，。；：、（,;:])[{_HAN}“”]{{2,10}}?(?<![长降少加升高低跌涨快慢减增幅了达为到占超成产扣约的])[0-9.]{{1,6}}\Z")
_WHOLE = lazy(r"(?<![0-9])[1-9][0-9]{2,}(?:\.[0-9]+)?\Z")
_BEFORE = lazy(rf"{_NUMBER}\Z")
_DONE = lazy("完成|预算|计划|任务|目标|指标|增[长幅]|降幅|[收支]入|占")
#: The same where the other level stands right before it.
_OTHER = beginning("%％", rf"(?<=[0-9].)[）)]?(?:高出?|低|[多少][升降增]|{_VERBS})了?{_NUMBER}[%％]{_END}")
_THAN = lazy(rf"[比较][^，。；、0-9％%（]{{0,14}}（?{_NUMBER}\Z")
#: How far something is beyond a pace that is a share of the year itself, whatever stands before: a title has the distance alone.
_PACE = beginning("度", rf"(?<=进.)(?:要求|目标)?(?P<by>{_NUMBER}[%％])(?=[，。；、）;)\n]|,(?![0-9])|\Z)")
_BEYOND_PACE = lazy("(?:超(?:出|过)?|[快高低慢]于|落后于?|滞后于?|领先)(?:全年|年度|计划)?(?:序时|时序|均衡|时间|平均)进\\Z")
#: Rates that are shares; a rate of deaths may fall by so many % of itself.
_RATE = beginning("率度", rf"{_SINCE}?{_VERBS}了?(?P<by>{_NUMBER}[%％]){_END}")
_THEN = lazy(rf"[，,、](?:达到?|升至|降至|至|为){_NUMBER}[%％]")
_SHARES = lazy(
    "(?:采纳|完成|合格|达标|覆盖|普及|入学|升学|上线|就业|参保|参合|签约|办结|结案|回复|整改|利用|入户|处理|收缴|绿化|镇化|通过|及格|优秀|优良"
    "|巩固|入园|建档|接种|械化|安置|达成|兑现|调解|执结|缴存|归集|入住|开工|竣工|满意|化解|处置|普惠|报告|收费|收视|检测|开机|成活|保存|公开|入库|推广|到位|破案)\\Z"
)
#: A rate or a share in what no rate is in.
_AMOUNT = beginning("率重",
rf"(?<![汇利费负载亡生病育产出].)(?<=[{_HAN}].)(?:为|达到?|约|占)?[0-9][0-9,.]*(?:[万亿]?[元人亩户件吨家]|[万亿]个){_END}")
#: How many there are, with their names in a bracket and no measure word.
_COUNT = beginning("（(", rf"(?<=[0-9].)(?:(?<=[有共计][0-9].)|(?<=[有共计][0-9]{{2}}.))(?=[{_HAN}])(?![一二三四五六七八九十]|单位|含)")
#: Of two changes of one kind, one in points and one in %; what ends with one of these is an amount: 报销比例提高5个百分点，起付线降低50%.
_AMOUNTS = "线价额量费本耗资入出值数用金款"
_MIXED = beginning(
    "点", rf"(?<=[0-9]个百分点)[，、；](?![同环其比较])[{_HAN}]{{2,10}}?(?<![{_AMOUNTS}]){_VERBS}了?(?P<by>{_NUMBER}[%％]){_END}"
)
_BY_POINTS = lazy(f"{_VERBS}了?{_NUMBER}个百分\\Z")
#: What follows a percentage of a list that has lost its sign, and what stands before it.
_ROW, _ITEM = lazy(rf"、{_NUMBER}[%％]"), lazy(rf"(?:(?<=\.[0-9])|(?<=\.[0-9]{{2}}))、[{_HAN}]{{1,8}}{_NUMBER}[%％]")
_BARE = lazy(rf"(?<![0-9.])(?P<before>[{_HAN}、和])(?P<figure>{_NUMBER})\Z")
_ENDS = Endings("0123456789")
#: A number of what its name says, with no measure word, before an item of the list that has one: 支部12、党员36名.
_WITH_UNIT = lazy(rf"、[{_HAN}]{{2,8}}[0-9][0-9,.]*[万亿]?(?:[个家项户件处名所起座条台辆套场人次份亩吨元]|公里|平方米)(?=[，。；、）,;])")
_COUNTED = lazy(
    rf"(?:[，。；：\n（]|\A)(?![{_HAN}]{{0,9}}[第号版率比线话码数分名件表图道值龄]\d)[{_HAN}]{{3,10}}(?P<count>[1-9][0-9,]{{0,6}})\Z"
)
_YEAR = lazy("(?:19|20)[0-9]{2}")
#: How much something has changed, or how high a rate is, with no sign at all.
_IS = (
    "(?:均|都|已|为|达到?了?|约|提[高升][到至]|上升[到至]|下降[到至]|[升降][到至]|稳定在|保持在|控制在|仅为?|首次|突破|超过?|在){0,3}[ ]?"
)
_CHANGE = lazy(
    r"(?:(?:(?<![0-9])(?:增长|下降|上升|提高|降低|回落|收窄|提升|[同环]比增加|[同环]比减少|[快慢高]|增[幅速]|降幅)"
    r"[了约达为到]{0,2}[ ]?)(?P<by>[0-9]{1,3}\.[0-9]{1,3})"
    rf"|(?:(?<![汇频功倍积比净盈转费心])率|占比|比重|比例|满意度|占(?![地用线道位])[^，。；：、0-9]{{1,12}}|(?:任务|计划|目标|预算|指标)的){_IS}"
    r"(?<!第)(?P<level>[0-9]{1,3}(?:\.[0-9]{1,3})?))\Z"
)
#: What may stand between a figure and the end of its clause.
_ABOUT = beginning("左以", r"(?<=[0-9].)[右上内](?=[，。；）,;])")
_NO_PERCENTAGE = lazy(
    "性别|指数|系数|评分|得分|[为均总]分|比值|倍|排名|[0-9]下降为|PM|浓度|气温|水位|价格|汇|死亡率|出生率|增长率|发病率|患病率|[万亿]吨"
)
#: A list that goes on with figures may have its unit at its end.
_UNIT_AHEAD, _FIGURE = lazy("、[^，。；]{0,9}[0-9]|（(?:[%％‰元]|单位|百分|个)"), lazy(r"[0-9.]+\Z")
_CLAUSE = lazy("[，。；]")
#: What rises and falls by bare numbers, in the sentence.
_INDEX = lazy(r"(?:指数|系数|[得评均总]分|分值|比值|比率|性别比|密度|容积率|PMI|CPI|PPI)[^。；\n]*\Z")
_SIGNED, _WINDOW, _FAR, _MANY = 2, 34, 60, 4
_YEAR_MONTHS, _QUARTER, _EXACT_PACE, _WHOLE_PACE = 12, 3, 0.05, 0.5


def levels(text: str) -> Iterator[Hit]:
    """Yield distances between levels in %, and percentages without their sign."""
    for match in in_order(text, _NEXT):
        before = text[max(0, match.start() - 20) : match.start()]
        level = _LEVEL.search(before)
        if match["beyond"] is not None and (_WHOLE.search(before) or _is_target(before, match["by"])):
            continue  # 103%，超目标3%: so much of the target; 88.5%，超过目标85%: the target itself
        if match["moved"] is None or (level is not None and not _DONE.search(level.group())):
            yield by_points(text, *match.span("by"))
    for match in in_order(text, _OTHER):
        if _THAN.search(text[max(0, match.start() - _WINDOW) : match.start()]):
            yield by_points(text, match.start() + 1, match.end())
    for match in in_order(text, _RATE):
        if _SHARES.search(text[max(0, match.start() - 2) : match.start()]) or _THEN.match(text, match.end()):
            yield by_points(text, *match.span("by"))
    yield from _others(text)
    for match in in_order(text, _MIXED):
        if _BY_POINTS.search(text[max(0, match.start() - 14) : match.start()]):
            yield by_points(text, *match.span("by"))
    signed = text.count("%") + text.count("％") >= _SIGNED
    ends = [*_ENDS.places(text), *(about.start() for about in in_order(text, _ABOUT))]
    unsigned = [hit for at in ends if (hit := _unsigned(text, at, signed)) is not None] if "%" in text or "％" in text else []
    uncounted = [hit for at in ends if text[at] == "、" and (hit := _uncounted(text, at)) is not None]
    for hits in (unsigned, uncounted):
        yield from hits if len(hits) <= _MANY else ()


def _is_target(before: str, percentage: str) -> bool:
    """Whether a percentage is the target that another one is beyond, and not how far it is beyond it."""
    level = _BEFORE.search(before)
    return level is not None and 2 * float(percentage[:-1]) >= float(level.group())


def _is_pace(percentage: float) -> bool:
    """Whether so many months of a year are so many %: 超序时进度50% may name the pace itself."""
    months = round(percentage * _YEAR_MONTHS / 100)
    about = _WHOLE_PACE if percentage.is_integer() else _EXACT_PACE
    return months >= _QUARTER and abs(percentage - months * 100 / _YEAR_MONTHS) < about


def _uncounted(text: str, at: int) -> Hit | None:
    """Return the number before a 、 if it has no measure word and the next item has."""
    number = _COUNTED.search(text[max(0, at - _WINDOW) : at]) if _WITH_UNIT.match(text, at) else None
    if number is None or _YEAR.fullmatch(number["count"]):
        return None
    message = _("a figure without its unit: {quote}").format(quote=text[around(text, at, len(number["count"]) + 4, 0)[0] : at])
    return Hit("UNIT011", at - len(number["count"]), at, message, _("write the unit behind it"))


def _others(text: str) -> Iterator[Hit]:
    """Yield distances from a pace, rates in the unit of an amount, and numbers of what a bracket names that have no measure word."""
    for match in in_order(text, _PACE):
        if _BEYOND_PACE.search(text[max(0, match.start() - 10) : match.start()]) and not _is_pace(float(match["by"][:-1])):
            yield by_points(text, *match.span("by"))
    for match in in_order(text, _AMOUNT):
        if match.group()[0] == "率" or text[match.start() - 1] == "比":
            noun, unit = text[around(text, match.start(), 2, 0)[0] : match.start() + 1], match.group()[-1]
            message = _("{noun} is not measured in {unit}: {quote}").format(noun=noun, unit=unit, quote=match.group())
            yield Hit("UNIT009", *match.span(), message, _("look up the unit"))
    for match in in_order(text, _COUNT):
        start = match.start() - 2 if text[match.start() - 2].isdecimal() else match.start() - 1
        message = _("a figure without its unit: {quote}").format(quote=text[start - 1 : match.start()])
        yield Hit("UNIT011", start, match.start(), message, _("write the unit behind it"))


def _unsigned(text: str, at: int, signed: bool) -> Hit | None:
    """Return the percentage without its sign before a mark: one of a list, or a change or a rate where others have the sign."""
    window = text[max(0, at - _WINDOW) : at]
    if text[at] == "、" and (_ITEM.match(text, at) or (_ROW.match(text, at) and paused_at(text, at) is None)):
        bare = _BARE.search(window)
        first = bare is not None and (bare["before"] not in "第、和" or window[: bare.start()].endswith(("%", "％")))
        match = bare if first else None
    else:
        match = _CHANGE.search(window) if signed and text[at] in "，。；）、左以（" and not _UNIT_AHEAD.match(text, at) else None
    if match is None:
        return None
    clause = _CLAUSE.split(window)[-1]
    if _NO_PERCENTAGE.search(clause) or NO_RATE.search(clause):
        return None
    start = at - len(_FIGURE.findall(window)[0])
    if is_by_hundred(text, start) or (match.groupdict().get("by") and _INDEX.search(text[max(0, at - _FAR) : at])):
        return None
    return _lost(text, start, at)


def _lost(text: str, start: int, end: int) -> Hit:
    message = _("a percentage without %: {quote}").format(quote=text[around(text, start, 6, 0)[0] : end])
    return Hit("UNIT005", start, end, message, _("the others have it: write {quote}%").format(quote=text[start:end]))
