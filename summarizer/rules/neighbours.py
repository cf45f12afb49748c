"""The part of ``unit`` about figures whose neighbour is missing or wrong, told by words that few texts have.

348行政村, 信息260余。, 同比增加1个亿, 通知书6分, 较上年2.08减少, ，去年同期增6万亩, 分别增长9.91%, 增为7.95%.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from ..quantities.units import COUNTING_WORDS
from .base import Hit
from .gone import gone

_HAN = "\u4e00-\u9fff"
_FIGURE = rf"[0-9][0-9.,]{{0,9}}(?:[%％]|[余多]?[万亿]?[{_HAN}]{{1,2}})"
_WHOLE = r"(?<![0-9.,A-Za-z〔“／/])(?!20[0-9]{2})[0-9]{1,6}"
_AHEAD, _BACK = 24, 6


def _unit(text: str, start: int, end: int) -> Hit:
    message = _("a figure without its unit: {quote}").format(quote=text[start:end])
    return Hit("UNIT011", start, end, message, _("write the unit behind it"))


def _money(text: str, start: int, end: int) -> Hit:
    quote = text[start:end]
    return Hit("UNIT001", start, end, _("money without 元: {quote}").format(quote=quote), _("write {quote}元").format(quote=quote))


def _other(text: str, start: int, end: int) -> Hit:
    quote = text[start:end]
    message = _("{noun} is not measured in {unit}: {quote}").format(noun=quote.rstrip("约共0123456789余多分"), unit="分", quote=quote)
    return Hit("UNIT009", start, end, message, _("look up the unit"))


_TELL = Callable[[str, int, int], Hit]
_CHANGES = "增长|下降|提高|上升|增加|减少"
#: A sign, the pattern that stands around it, how many characters before the sign it may begin, and what is told then.
_KINDS: tuple[tuple[re.Pattern[str], re.Pattern[str], int, _TELL], ...] = (
    (lazy("村(?:(?<=[0-9]行政村)|(?<=[0-9]自然村))(?=[，。；、（）,;()])"), lazy(rf"{_WHOLE}[行自][政然]村"), 9, _unit),
    (lazy("镇(?<=[0-9]乡镇)(?=[，。；、（）,;()])"), lazy(f"{_WHOLE}乡镇"), 8, _unit),
    (lazy("余(?<=[0-9]余)(?=[，。；,;])"), lazy(rf"(?<=[{_HAN}])(?<!第)[0-9][0-9.,]{{0,9}}余"), 10, _unit),
    (lazy("亿(?<=[0-9]个亿)(?=[，。；、,;])"), lazy("(?<![0-9.])[0-9]{1,4}个亿"), 5, _money),
    (
        lazy("分(?<=[0-9]分)(?=[，。；,;])"),
        lazy("(?:通知书|告知书|建议书|书|材料|资料|合同|协议|报告|文件|简报|信息|问卷|传单|手册)[约共]?[0-9]{1,6}[余多]?分"),
        10,
        _other,
    ),
    (
        lazy("期(?:(?<=[，；。、,;]去年同期)|(?<=[，；。、,;]上年同期)|(?=的[增减][0-9])(?<=同期))"),
        lazy(rf"[去上]年同期(?:(?:增[长加]?|减少?|下降|上升|提高)了?{_FIGURE}(?=[，。；、,;])|的[增减](?=[0-9]))"),
        3,
        gone,
    ),
    (
        lazy(rf"别(?<=分别)(?=[{_HAN}]{{2,3}}[县区市镇乡][（(0-9])(?![为在占是由对将到从给向达于按与])"),
        lazy(rf"分别[{_HAN}]{{2,3}}[县区市镇乡]"),
        1,
        gone,
    ),
    (lazy("为(?<=[，；,;][增降减]为)(?=[0-9])"), lazy("[增降减]为[0-9.]{1,6}[%％]"), 1, gone),
    (
        lazy(rf"别(?<=分别)(?=同?比?(?:{_CHANGES}|达|为|占|完成)了?[0-9])"),
        lazy(
            rf"(?<![和与及、])分别(?:同比)?(?:{_CHANGES}|达到?|为|占|完成)了?{_FIGURE}(?=[，。；,;])"
            rf"(?![，；,;](?:{_FIGURE}|(?:{_CHANGES})[0-9]))"
        ),
        1,
        gone,
    ),
)
#: What is counted by a measure word, right behind a number.
_THINGS = (
    "项目(?![标录前])|企业|部门|单位|社区|群众|干部|职工|问题|隐患|提案|街道|家庭|幼儿园|泵站|床位|儿童|居民|用户|商户|卫生室"
    "|卫生院|学校|学生|教师|教职|农户|农民|党员|党支|工程|工作(?![日法制站室])|合作|合同|建议|建制|水库|水闸|村民(?!小组)"
    "|村庄|村委|车辆|公园|公厕|公办|民办|机构|机关|机井|老人|老年|场所|指标|断面(?!次)"
    "|自然村|行政村|续建|新建|国家"
)
#: Programmes have numbers of three digits for names, and what is in a place its number there: 929工程, 863项目; 向阳街道3社区.
_NAMED, _PLACE, _DIGITS = ("工程", "项目"), lazy(r"(?:街道|(?<![全各0-9])[镇乡团])\Z"), 2
_TOWNS = lazy("[0-9一二三四五六七八九十个][镇乡][、和]?\\Z")
_FIRSTS = "".join(dict.fromkeys(thing[0] for thing in _THINGS.split("|")))
_THING = tuple(
    lazy(rf"{first}(?<=[0-9].)(?:{'|'.join(thing[1:] for thing in _THINGS.split('|') if thing[0] == first)})") for first in _FIRSTS
)
#: What a number has behind it where it is whole: a measure word or a unit, what is counted without one, what goes on with the number.
_MEASURE_WORDS = "".join(sorted({word[0] for word in COUNTING_WORDS if "\u4e00" <= word[0] <= "\u9fff"}))
_UNITS = "年月日时分秒元亩吨米平立公千百万亿余多岁度角倍成克斤升天周季级号期毫厘兆吉连瓦伏美欧港英韩小星世纪标微摄工"
_WITHOUT = (
    "大市省国县区州社方治矿以强高的各地回丁甲乙丙东西南北开行村镇乡团校院厂局之型左右上下内外及或和与至到即一二三四五六七八九十"
    "不无增减提升降是为在者"
)
_PLACES = "学院厂矿路桥门井楼站馆营连"
_NEXT = lazy(rf"[0-9](?=[^\x00-\u4dff\ua000-\uffff{_MEASURE_WORDS}{_UNITS}{_WITHOUT}])(?=[{_HAN}]{{2}})(?!.[{_PLACES}]|两[月日年天])")
#: The whole number, behind a word that it is no name of; years and the numbers of telephones and programmes are names.
_NAMES = "(?:19|20)[0-9]{2}|110|119|12[02]|365|211|985|863|618"
_ALONE = lazy(
    rf"(?<=[{_HAN}，、；。,;])(?<![第年月日版表图附号比案段骤件型组区道线双解军学数值分率])(?!{_NAMES})[1-9][0-9]{{0,3}}\Z"
)
#: By how much it has changed, right behind a number of nothing: 较去年的10下降20%.
_CHANGED = tuple(lazy(rf"[0-9]{turn}(?=了?[0-9])") for turn in ("增加", "增长", "减少", "下降", "上升", "提高"))
_LEVEL = lazy(rf"(?<=[{_HAN}])(?<!PM)[0-9][0-9,]{{0,11}}(?:\.[0-9]{{1,4}})?\Z")
_PURE = lazy("指数|系数|比值|比率|评分|得分|率|比[为由从]|PMI|CPI|PPI")
#: A figure without its unit before a bracket that gives the same of another time with it: 入榨甘蔗1263.9万（上年同期1578.1万吨）.
_COMPARED = beginning(
    "（(", "(?<=[0-9万亿].)(?=(?:[上去前]年|上一年|同期|计划|目标|任务|年初|上期|[上去]季|全年))"
)  # fmt: skip
_LACKING = lazy(rf"(?<=[{_HAN}])(?<![第表图号版达年])[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?[万亿]?\Z")
_WITH_UNIT = lazy(
    rf".[{_HAN}]{{2,16}}?[0-9][0-9,]{{0,9}}(?:\.[0-9]{{1,4}})?(?P<scale>[万亿]?)"
    "(?P<unit>元|吨|亩|户|人次|件|公里|公顷|千瓦|立方米|平方米|公斤|头|只|台|辆|套|斤|担)(?=[）)，,；;])"
)
#: What counts itself with 万: 用户35万.
_COUNTS_ITSELF = lazy("[人口户民众客粉丝员次数]|学生|师生|企业|主体|对象|指数|率|比")
#: A measure with (次) behind it, and a figure that has only the bracket: 来信17件（次）, 来访20（次）.
_TIMES = beginning("（(", "(?<=[0-9件人批起].)次[）)]")
_NUMBER_BEFORE = lazy(
    rf"(?:(?<=[{_HAN}，])|(?<=[{_HAN}]、))(?<![第前年月日表图附件款道号编])(?!(?:19|20)[0-9]{{2}})(?!11[0-9]|12[02])(?!1\Z)[1-9][0-9]{{0,3}}\Z"
)


def _counts_itself(text: str, thing: re.Match[str], number: str) -> bool:
    """Whether a number right before a thing is part of its name, or streets are counted as towns are: 863项目, 8镇5乡2街道."""
    before = text[max(0, thing.start() - _BACK - 4) : thing.start() - len(number)]
    if thing.group() in _NAMED:
        return len(number) > _DIGITS
    if thing.group() == "街道":
        return _is_beside_towns(text, thing.start() - len(number))
    return thing.group() == "社区" and _PLACE.search(before) is not None


def _is_beside_towns(text: str, start: int) -> bool:
    return _TOWNS.search(text[max(0, start - _BACK) : start]) is not None


def neighbours(text: str) -> Iterator[Hit]:
    """Yield figures that lack a neighbour or have a wrong one."""
    for sign, pattern, back, tell in _KINDS:
        for match in in_order(text, (sign,)):
            at = match.start()
            found = pattern.search(text, max(0, at - back), at + _AHEAD)
            if found is not None and found.start() <= at < found.end():
                yield tell(text, *found.span())
    for thing in in_order(text, _THING):
        number = _NUMBER_BEFORE.search(text[max(0, thing.start() - _BACK) : thing.start()])
        if number and not _counts_itself(text, thing, number.group()):
            yield _unit(text, thing.start() - len(number.group()), thing.end())
    for end in _NEXT.finditer(text):  # numbers stand everywhere: no other way to them is shorter
        number = _ALONE.search(text[max(0, end.end() - _BACK) : end.end()])
        if number and not (text.startswith("街道", end.end()) and _is_beside_towns(text, end.end() - len(number.group()))):
            yield _unit(text, end.end() - len(number.group()), end.end() + 2)
    yield from _brackets(text)
    for turn in in_order(text, _CHANGED):
        at = turn.start() + 1
        before = text[max(0, at - _AHEAD) : at]
        if (number := _LEVEL.search(before)) and not _PURE.search(before):
            yield _unit(text, at - len(number.group()), at)


def _brackets(text: str) -> Iterator[Hit]:
    """Yield figures whose unit stands only in or behind a bracket."""
    for sign in in_order(text, _COMPARED):
        start = max(0, sign.start() - _AHEAD)
        number, behind = _LACKING.search(text[start : sign.start()]), _WITH_UNIT.match(text, sign.start())
        if number is None or behind is None or (number.group()[-1] in "万亿") != bool(behind["scale"]):
            continue
        if not _COUNTS_ITSELF.search(text[start : start + number.start()][-_BACK:]):
            tell = _money if behind["unit"] == "元" else _unit
            yield tell(text, start + number.start(), sign.start())
    times = list(in_order(text, _TIMES))
    bare = [sign for sign in times if text[sign.start() - 1].isdigit()]
    if len(bare) == 1 and len(times) > 2:
        digits = len(text[: bare[0].start()][-_BACK:]) - len(text[: bare[0].start()][-_BACK:].rstrip("0123456789"))
        yield _unit(text, bare[0].start() - digits, bare[0].end())
