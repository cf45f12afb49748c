"""The part of ``unit`` about rates: those in ‰ that move by points of %, and those of which a point, % or 率 was lost.

人口自然增长率4.2‰，下降0.3个百分点; 婴儿死亡率下降2.5个百分点; 贫困发生率3458，; 办结为98.4%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Severity
from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit

_MOVED = (
    r"(?:同比|环比|[比较](?:上年|去年|年初|20[0-9]{2}年)(?:同期|末)?)?[，,]?(?:提高|提升|上升|下降|降低|回落|增加|减少|升高)了?"
    r"(?P<by>[0-9]{1,2}(?:\.[0-9]{1,3})?个?百分点)"
)
_PER_MILLE = (
    *beginning("率", rf"(?<=(?:儿死亡|童死亡|然增长|口出生|口死亡)率){_MOVED}"),
    *beginning("‰", rf"[，,、（(]?{_MOVED}"),
)  # fmt: skip
#: A rate that is a share of all, and more than all.
_BEYOND = beginning(
    "率",
    "(?<=(?:发生|覆盖|合格|达标|普及|入学|升学|就业|参保|参合|签约|办结|整改|利用|绿化|通过|及格|优秀|优良|巩固|接种|安置|调解|入住|满意|化解|成活|完好)率)"
    r"(?:为|到|达到?|约)?(?P<figure>[1-9][0-9]{2,4})(?=[，。；、]|,(?![0-9]{3}(?![0-9])))",
)
#: What has a rate, and no 率 behind it.
_NAMELESS = beginning(
    "为达",
    r"(?=到?[0-9.]{1,6}[%％])(?<=(?:结案|覆盖|办结|审结|合格|优良|入住|调解|破案|接种|参保|满意|准确|达标|利用|纠错|普及|升学|入学|化解|巩固|签约|绿化|成活).)",
)
_ALL = 100
#: How many of all are born or die in a year, and how much of the woods burns, is so many ‰; of mothers so many of 100,000 die.
_BIRTHS = beginning(
    "率",
    r"(?<![畜猪牛羊禽犊羔鸡鸭][出死][生亡].)(?:(?<=出生.)|(?<=自然增长.)|(?<=(?<!年)自增.)|(?<=粗死亡.)|(?P<fires>(?<=火灾受害.))|(?P<death>(?<=死亡.)))"
    r"(?:分别)?(?:为|是|达到?|约|由|控制在|稳定在|保持在|下降到|降至|仅为?){0,2}"
    r"[ ]?-?(?P<figure>[0-9]{1,2}(?:\.[0-9]{1,3})?[%％])",
)
#: A level with %, and by how many 个千分点 it moved.
_LEVEL = beginning("%％", rf"(?<=[0-9].)[，,]?{_MOVED.replace('百分点', '千分点')}")
_OF_THE_YOUNG = lazy("(?:婴儿|婴幼儿|新生儿|儿童|孕产妇|产妇)死亡\\Z")
_PER_THOUSAND = lazy("(?:出生|死亡|增长)率[^，。；]{0,8}[0-9.]+‰")
_NEAR, _MOST_BORN = 60, 2.5
#: A change whose point is another sign, and that has no % at all: 增长14﹒5。
_ODD_POINT = beginning("﹒˙•∙‧・．·", r"(?<=[0-9].)[0-9]{1,3}(?=[，。；])")
_CHANGED = lazy("(?:增长|下降|上升|提高|降低|增幅|降幅)[了约为达]?[0-9]{1,3}\\Z")


#: What grows or is a part of something with ‰, which only rates of people, deaths and fires, salt and the like have.
_CHANGED_BY_MILLE = beginning("‰", "(?<=[0-9].)(?=[，。；、（）,;)])")
_GROWN_BY = lazy(
    r"(?:(?:增长|下降|上涨|上升)了?|占比[为达]?|[%％][、和]|(?:收入|支出|产值|增加值|投资|总额|产量|利润|税收)(?:增长|下降)了?"
    r"|占(?:全|总|比|同期)[^，。；、0-9]{0,10}|完成(?:年初|年度|全年|年|调整)?(?:预算|计划|任务|目标)的[ ]?)[0-9]{1,3}(?:\.[0-9]{1,2})?\Z"
)
_IN_MILLE = lazy("出生|死亡|人口|自然增长|发病|患病|火灾|盐度|含盐|受害|病死|率[^，。；]{0,6}[0-9.]+‰")


def rates(text: str) -> Iterator[Hit]:
    """Yield movements of rates in ‰ by points of %, and rates without % that are more than all there is."""
    for match in in_order(text, _PER_MILLE):
        message = _("a rate in ‰ moves by 个千分点: {quote}").format(quote=match["by"])
        yield Hit("UNIT009", *match.span("by"), message, _("write 个千分点, or look the figure up"), Severity.WARNING)
    for match in in_order(text, _BEYOND):
        if int(match["figure"]) > _ALL:
            message = _("a percentage without %: {quote}").format(quote=text[match.start() - 2 : match.end()])
            yield Hit("UNIT005", *match.span("figure"), message, _("look up where its point stands, and write %"))
    yield from _births(text)
    for sign in in_order(text, _CHANGED_BY_MILLE):
        before = text[max(0, sign.start() - _NEAR) : sign.start()]
        grown = _GROWN_BY.search(before)
        if grown is not None and not _IN_MILLE.search(before + text[sign.end() : sign.end() + _NEAR]):
            noun, quote = grown.group().rstrip("0123456789. "), f"{grown.group()}‰"
            message = _("{noun} is not measured in {unit}: {quote}").format(noun=noun, unit="‰", quote=quote)
            yield Hit("UNIT009", sign.end() - len(quote), sign.end(), message, _("look up the unit"), Severity.WARNING)
    for match in in_order(text, _LEVEL):
        start = match.start() - len(re.findall("[0-9.]*$", text[max(0, match.start() - 8) : match.start()])[0])
        yield _of_thousand(text, start, match.start() + 1)
    for point in in_order(text, _ODD_POINT):
        if changed := _CHANGED.search(text[max(0, point.start() - 8) : point.start()]):
            start = point.start() - len(changed.group())
            message = _("a percentage without %: {quote}").format(quote=text[start : point.end()])
            yield Hit("UNIT005", start + 2, point.end(), message, _("look up where its point stands, and write %"))
    for match in in_order(text, _NAMELESS):
        word = text[match.start() - 2 : match.start()]
        message = _("{right} is meant, but {quote} is written").format(right=f"{word}率", quote=word)
        yield Hit("UNIT009", match.start() - 2, match.start(), message, _("write {right}").format(right=f"{word}率"), Severity.WARNING)


def _births(text: str) -> Iterator[Hit]:
    """Yield rates of births, deaths and growth with % that are higher than any people's, or stand beside one in ‰."""
    for match in in_order(text, _BIRTHS):
        before, behind = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
        of_people = match["death"] is None or "出生率" in before + behind or "自然增长率" in before + behind or _OF_THE_YOUNG.search(before)
        if of_people and (match["fires"] is not None or float(match["figure"][:-1]) > _MOST_BORN or _PER_THOUSAND.search(before + behind)):
            yield _of_thousand(text, *match.span("figure"))


def _of_thousand(text: str, start: int, end: int) -> Hit:
    message = _("a rate in ‰ is written with %: {quote}").format(quote=text[max(0, start - 4) : end])
    return Hit("UNIT009", start, end, message, _("write ‰, or look the figure up"), Severity.WARNING)
