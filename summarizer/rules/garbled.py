"""The part of ``blank`` about what a copy left behind of a figure or a word: 20xx0头, **8.4%, 上升.%, 53?g/m3, 案?42起, 截止月底."""

from __future__ import annotations

from collections.abc import Iterator

from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit
from .gone import gone

_HAN = "\u4e00-\u9fff"
_UNIT = "[万亿元%％亩吨人户个件家项头只株名公里平米立]"
#: What stands behind a figure only.
_MEASURE = "[万亿][元人亩吨户平立]|[%％]|个百分点|公[里顷]|人次|[亩吨元人件户家处座次](?=[，。；、,;）)])"
#: A half-width question mark where a figure, or its first digit, was lost.
EATEN = (
    *beginning("?", rf"(?<=[{_HAN}].)[?]{{0,2}}[0-9]{{1,6}}(?:[.][0-9]{{1,2}})?(?:{_UNIT}|[条处起日座所台辆次份])"),
    *beginning("?", rf"(?<=[{_HAN}].)(?=[家件起处户座项][{_HAN}])(?!家[长人里]|件事|起来|处[理于])"),
)
#: Each with the look at what stands before it, and with the stretch that is told.
_SIGNS = (
    *beginning("xXＸｘ", rf"(?<=[0-9].)[xXＸｘ]{{1,3}}[0-9]{{1,4}}{_UNIT}"),
    *beginning("xXＸｘ", r"(?<=[0-9.].)[xXＸｘ]{2,6}(?=[，。；、）,;])"),
    *beginning("*＊", rf"(?<=[{_HAN}].)[*＊]{{1,5}}(?:[0-9][0-9.]{{0,6}}[%％万亿元]|”|(?=、[{_HAN}]{{1,6}}[*＊]))"),
    *beginning("*＊", "(?<=[位居列第全省市县区].)[*＊]{1,3}(?=[，。；、位名,;])"), *beginning("_＿", "(?<=“十.)”"),
    *beginning(".．", rf"(?<=[{_HAN}、].)[%％]"),
    *beginning("?？", r"(?:(?<=[0-9万].)[ ]?[gG]/|[?？]{1,5}[万亿](?:元|亩|吨|人|户|立方米|平方米|千瓦))"),
    *EATEN,
    *beginning("（(", rf"(?<=[{_HAN}].)[ ]{{0,6}}[)）](?={_MEASURE})"), *beginning("—－-", rf"(?<=[{_HAN}].)[—－-]{{0,2}}(?={_MEASURE})"),
    *beginning("/", "(?<=[\u4e00-\u9fff].)(?<![元吨斤亩米人户次克分件月年天日头株项煤]/)(?=[%％]|[万亿]元|个百分点)"),
    *beginning("版", f"权所有(?<=(?:com|net|org)版权所有)[!！]?(?=[{_HAN}])"),
    *beginning("“", "[*＊×]{1,4}”"),
    *beginning("m", r"(?<=[0-9万亿].)\?(?=[，。；、\s,;]|\Z)"),
    *beginning("截", "[止至](?:目前)?月[底末]"),
    *beginning("日", "(?<=[0-9]{5}.)"),
    *beginning("月", "(?<=[0-9].)[0-9]{1,2}(?=正式|召开|举行|开始|上午|下午|印发|启动|起[，至])"),
)
#: What makes a question of the clause before a half-width question mark, which is else a character that was lost.
_QUESTION = lazy(r"(?:[么何吗呢否谁几哪怎]|多少|是不是)[^，。；、\n]{0,20}\Z")
_FIGURE = lazy(r"[0-9][0-9.]*\Z")
_BEFORE = 8


def garbled(text: str) -> Iterator[Hit]:
    """Yield what is left of a figure or unit that a copy or a mask has eaten."""
    stars, counted = 0, 0
    for sign in in_order(text, _SIGNS):
        if text[sign.start()] in "*＊":
            before = text[counted : sign.start()]
            line = before.rfind("\n") + 1
            stars, counted = before.count("**", line) + (0 if line else stars), sign.start()
            if stars % 2:
                continue  # the end of bold type
        if text[sign.start()] == "?" and _QUESTION.search(text[max(0, sign.start() - 2 * _BEFORE) : sign.start()]):
            continue
        own = _FIGURE.search(text[max(0, sign.start() - _BEFORE) : sign.start()])
        start = sign.start() - (len(own.group()) if own else 0)
        yield gone(text, start, sign.end(), _("write the figure"))
