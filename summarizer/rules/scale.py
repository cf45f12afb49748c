"""The part of ``unit`` about a scale word or a sign that was lost or doubled: 29.45头 for 万头, 580元 among 万元, 98.5 for 98.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, each, in_order, lazy
from .base import Hit, around, lines_with, matches_at
from .decimals import paused_at
from .doubling import doubling
from .odd import point

_END = r"(?=[，。；、,;）)\n]|$)"
_WHOLE = "人次?|户次?|头[只匹]?|只|家|名|件|所|辆|株|册|宗|起|羽|尾|份|座|处|个(?![、和][0-9.]+个)|项|台|套|条"
_PART = lazy(rf"(?<![0-9.．,，／/:：])(?:[1-9][0-9]{{0,8}}|0(?=\.[1-9]))\.[0-9]{{1,4}}(?P<unit>{_WHOLE})(?:[（(][一-鿿][）)])?{_END}")
_PART_SIGN = point(r"[0-9]{1,4}[人户头只家名件所辆株册宗起羽尾份座处个项台套条](?![百千月])")
#: Where things need not be whole: averages, rates, equivalents.
_SHARED = lazy("[均每率]|比(?!上年|去年|年初|同期|20)|(?<![0-9余多])万人|万人口?拥有|密度|折|当量|标准|系数|人日")
_FAR = 40
_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,4})?"
_ITEM = r"[一-鿿]{1,12}?"
_UNIT = "元|千瓦时|立方米|平方米|亩|吨|公顷"
_UNITS = _UNIT.split("|")
#: Three items of one list, two of them with 万 or 亿 and one without.
_SERIES = lazy(
    rf"{_NUMBER}[万亿](?P<a>{_UNIT})[、，,和]{_ITEM}{_NUMBER}[万亿](?P=a)[、，,和]{_ITEM}(?P<last>{_NUMBER})(?P=a){_END}"
    rf"|{_NUMBER}[万亿](?P<b>{_UNIT})[、，,]{_ITEM}(?P<middle>{_NUMBER})(?P=b)[、，,和]{_ITEM}{_NUMBER}[万亿](?P=b){_END}"
    rf"|(?<![0-9.]){_ITEM}(?P<first>{_NUMBER})(?P<c>{_UNIT})[、，,]{_ITEM}{_NUMBER}[万亿](?P=c)[、，,和]{_ITEM}{_NUMBER}[万亿](?P=c){_END}"
)
#: An area or a mass with a decimal point and without 万, where all others of its sentence have it: 机耕52.6亩，机收41.4万亩.
_LARGE = "亩|吨|公顷|平方米|立方米|千瓦时|千瓦|平方公里|㎡"
_SMALL_SIGN = point(rf"(?<=[0-9].)[0-9]{{1,4}}(?P<unit>{_LARGE})(?![/／产均次公])")
_LESS = lazy("[均每单/／]|[增减][加少]了?\\Z|[增减]\\Z|相当|折|亩产")
_SERIES_SIGN = tuple(lazy(rf"{unit}(?<=[0-9]{unit})[、，,和。；;）)]") for unit in _UNITS)
#: What a person earns in a year is no million: 元 was meant.
_HEAD = lazy(
    r"人均[^，。；,;0-9\n]{0,12}(?:收入|支出|消费|补助|工资)[^，。；,;0-9\n]{0,6}(?P<figure>[0-9][0-9,]{2,8}(?:\.[0-9]{1,2})?万元)"
)
_HEAD_SIGN = lazy("人均")
_EACH = lazy("[均每价]|标准|单|提高|降低|最[高低]|增加|减少|达到|上涨|下调|票|费用|罚款|工资")
_AREAS = lazy(
    rf"(?<![0-9.])[0-9.]{{1,10}}万?(?P<one>亩|公顷)[、]{_ITEM}[0-9.]{{1,10}}万?(?P<two>亩|公顷)[、和]{_ITEM}[0-9.]{{1,10}}万?(?P<three>亩|公顷){_END}"
)
_AREAS_SIGN = lazy("、(?<=[亩顷]、)(?:(?<=[0-9]亩、)|(?<=[0-9]万亩、)|(?<=[0-9]公顷、)|(?<=[0-9]万公顷、))")
_SAME = frozenset("人个起名处张座条项只支期间家宗场次所头辆台套株批例位篇户件%％日月万亿")
_COUNTED = lazy("(?:(?<=[0-9])|(?<=[0-9][万亿])).")
#: Words that begin with a measure word: 5个个体户, 12家家电.
_OTHER_WORD = lazy(
    "[人户件例台套场次头份]均|个[体人性别案]|家[庭电政具居禽长属]|人[口员才民大社士类工数]|户[籍主口型外]|件[数次]|项目|名[师优牌特校医录单称额]"
    "|批[发复准次]|次[日年月数]|期[末间满初货刊]|场[所地馆次]|所[属在有长谓得需]|条[件例款文]|处[理置罚于级长室分]|座[谈位]|间[接隙]|月[初底末]|宗[地教旨]|位[于置居列]"
    "|万元|亿元|支[部队出付持援撑]|起[步草点重诉来码降伏飞]|头[寸部盔条号]|张[贴家江村店]|台[风湾账州商胞]|只[有是能需要]|例[如行外会]"
)
_BEHIND_NUMBER = "(?:(?<=[0-9].)|(?<=[0-9][万亿].))"
#: By their first character, what may stand behind that.
_SECOND = {
    "元": "元|吨|户|[%％]|亩|人次?|万", "%": "[%％]|个百分点|元", "％": "[%％]|个百分点|元", "万": "万元?", "亿": "亿元|万元",
    "个": "个百分点|百分点个?百分点", "户": "户|元|次户", "件": "件|元|次件", "亩": "亩|吨|元", "公": "里公里|顷公顷|里元",
    "人": "元|次人|次户|名", "名": "人",
    "吨": "吨|亩|元", "平": "方米元", "场": "次场", "次": "人", "m": "[2²]平方米", "㎡": "平方米", "k": "m公里|g公斤",
}  # fmt: skip
_TWICE = (
    *(lazy(f"{first}{_BEHIND_NUMBER}(?:{second})(?=[，。；、,;）)（]|$)") for first, second in _SECOND.items()),
    #: The same with units of two characters, wherever they stand.
    *(lazy(f"{unit}{unit}(?<=[0-9]{unit}{unit})") for unit in ("万元", "亿元", "人次")),
    lazy("点[%％](?<=百分点.)"),
)
_BARE = lazy(
    r"(?:(?:增长|下降|增幅|降幅|涨幅|增速)(?:了|为|达到?|约)?|(?P<rate>[一-鿿]{2,6}率)(?:为|达到?|约|提高到|保持在|仅为?)?)[ ]?"
    rf"(?P<figure>[0-9]{{1,3}}\.[0-9]{{1,3}}){_END}"
)
#: A rate without its sign needs no others beside it; 以上 shows that a percentage was meant.
_BARE_RATE = lazy(
    r"(?P<rate>[一-鿿]{2,6}率)(?:均|都|已|为|达到?了?|约|提高到了?|上升到了?|稳定在|保持在|控制在|仅为?|在)*[ ]?"
    r"(?P<figure>[0-9]{2,3}(?:\.[0-9]{1,3})?|[0-9]\.[0-9]{1,3})(?:以[上下内])?(?=[，。；、,;）)]|$)"
)
_BARE_RATE_SIGN = lazy(
    r"率(?:均|都|已|为|达到?了?|约|提高到了?|上升到了?|稳定在|保持在|控制在|仅为?"
    r"|在)*[ ]?(?:[0-9]{2,3}(?:\.[0-9]{1,3})?|[0-9]\.[0-9]{1,3})[以，。；、,;）)\n]"
)
_BEFORE_RATE = "[长降幅速率为达到约在仅]"
_BARE_SIGN = point(
    rf"(?=[0-9]{{1,3}}[，。；,;])(?:{'|'.join(f'(?<={_BEFORE_RATE}{gap}[0-9]{{{n}}}.)' for gap in ('', ' ') for n in (1, 2, 3))})"
)
NO_RATE = lazy(
    "容积率|(?<!天)数的?比率|[动求权]比率|绿地率|生育率|汇率|更替率|倍率|赔率|曲率|频率|(?<!成)功率|净率|盈率|周转率|心率|费率|死亡率"
)
"""Rates that are no percentages, or need not be."""
_MEMBER = lazy(
    r"(?:[、和](?P<figure>[0-9]{1,3}\.[0-9]{1,3})(?=[、和][0-9.]{1,7}[%％])"
    r"|、[0-9.]{1,7}[%％][、和](?P<last>[0-9]{1,3}\.[0-9]{1,3})(?=[，。；,;]))"
)
_APART = lazy(
    r"分别(?:为|增长|下降|提高|上升|达到?)(?:[0-9.]{1,7}[%％][、和](?P<second>[0-9]{1,3}\.[0-9]{1,3})(?=[，。；,;])"
    r"|(?P<first>[0-9]{1,3}(?:\.[0-9]{1,3})?)、[0-9.]{1,7}[%％]、[0-9.]{1,7}[%％])"
)
_MEMBER_SIGN = beginning("、和", "(?<=[0-9.][%％].)(?=[0-9.])")
#: 分别下降了8和12: a list that has no sign at all.
_ALL_BARE = lazy(
    r"分别(?:同比)?(?:增长|下降|上升|提高|降低|回落)了?"
    r"(?P<list>[0-9]{1,3}(?:\.[0-9]{1,3})?(?:[、和][0-9]{1,3}(?:\.[0-9]{1,3})?){1,5})(?=[，。；]|[,;](?![0-9]))"
)
#: 下降10.7和15.5%: the first of two has lost its sign.
_PAIR = (lazy(r"和(?=[0-9])(?:(?<=\.[0-9]和)|(?<=\.[0-9]{2}和))[0-9]{1,3}(?:\.[0-9]{1,2})?[%％]"),)
_FIRST_OF_PAIR = lazy(r"(?<![0-9.])(?P<first>[0-9]{1,3}\.[0-9]{1,2})和[0-9]{1,3}(?:\.[0-9]{1,2})?[%％]")
_SHARE = tuple(
    lazy(rf"{share}(?:均|已|为|是|达到?了?|约){{1,2}}[ ]?(?P<figure>[0-9]{{1,3}}(?:\.[0-9]{{1,3}})?)(?=[，。；]|[,;](?![0-9]))")
    for share in ("比例", "占比", "比重")
)
#: What has no unit: men to a hundred women, coefficients.
_BY_HUNDRED = lazy("性别比[^。；;\n]{0,60}\\Z|(?:系数|指数)[^。；;\n]{0,32}\\Z|以[一-鿿0-9]{2,8}为\\Z")
#: A level that has no % by nature, before what it has changed by: 综合指数4.12，同比下降; 平均气温16.8度，较常年偏高; 死亡率2.31‰，下降.
_LEVEL = lazy(
    r"[一-鿿](?:(?<![率比重幅速长降占的])|(?<=[倍亡生长频积]率))(?:[均]?[为达是约在]到?)?(?<![0-9])[0-9]{1,3}(?:\.[0-9]{1,3})?(?:[‰度℃分]|/10万)?[，（,(]"
    r"[一-鿿]{0,9}?(?:[增减][加少长]|上升|下降|提[高升]|降低|上涨|下跌|回[升落]|偏[高低多少]|[高低])了?\Z"
)
_HUNDRED, _SENTENCE = 100, 90
_NEAR, _LEVEL_BACK = 72, 30
_SIGNED = 2
"""A text with so many % writes its percentages with the sign."""


def scales(text: str) -> Iterator[Hit]:
    """Yield figures whose scale word or sign is missing or doubled."""
    for find in (_parts, _series, _areas, _doubled, _unsigned, _pairs):
        yield from find(text)


def _parts(text: str) -> Iterator[Hit]:
    """Things that come whole only, and stand with a decimal point."""
    for line in lines_with(_PART_SIGN, text):
        for match in _PART.finditer(text, *line):
            before = re.split("[。；;\n]", text[max(0, match.start() - _FAR) : match.start()])[-1]
            if not _SHARED.search(before):
                message = _("{quote} is no whole number; was 万 lost?").format(quote=match.group())
                yield Hit("UNIT006", *match.span(), message, _("write 万{unit}, or the whole number").format(unit=match["unit"]))


def _series(text: str) -> Iterator[Hit]:
    """An amount in 元 in a list whose others are in 万元; of other units only what has a decimal point, for a small one may stand there."""
    told: set[int] = set()
    for line in lines_with(_SERIES_SIGN, text):
        for match in _SERIES.finditer(text, *line) if _has_scaled(text, *line) else ():
            name = next(name for name in ("last", "middle", "first") if match[name])
            unit = match["a"] or match["b"] or match["c"]
            before = text[max(0, match.start(name) - _FAR) : match.start(name)]
            if _EACH.search(re.split("[、，,。；和;0-9]", before)[-1]) or ("." not in match[name] and unit != "元"):
                continue
            message = _("{quote} stands without 万 between amounts that have it").format(quote=match[name] + unit)
            told.add(match.end(name))
            yield Hit("UNIT007", match.start(name), match.end(name) + len(unit), message, _("was 万 lost?"))
    yield from _alone(text, told)
    for match in matches_at(_HEAD_SIGN, _HEAD, text):
        message = _("{quote} for each person; was 元 meant?").format(quote=match["figure"])
        yield Hit("UNIT007", *match.span("figure"), message, _("write 元 without 万"))


def _has_scaled(text: str, start: int, end: int) -> bool:
    """Whether two amounts of one unit have a scale in a line, as any such list has."""
    return any(text.count(f"万{unit}", start, end) + text.count(f"亿{unit}", start, end) > 1 for unit in _UNITS)


def _alone(text: str, told: Set[int]) -> Iterator[Hit]:
    """Yield what has no 万 where every other figure of its unit in the sentence has it."""
    for sign in each(text, _SMALL_SIGN):
        low, high = around(text, sign.start(), _SENTENCE, _SENTENCE)
        before, behind = text[low : sign.start()].rsplit("。", 1)[-1], text[sign.end() : high].split("。")[0]
        start = len(before.rstrip("0123456789,"))
        clause = re.split("[，、；,;：:（(]", before[:start])[-1]
        scales = re.findall(rf"[0-9]([万亿]?){sign['unit']}", before[:start] + "。" + behind)
        if sign.start("unit") not in told and scales and all(scales) and not _LESS.search(clause):
            quote = before[start:] + sign.group()
            message = _("{quote} stands without 万 between amounts that have it").format(quote=quote)
            yield Hit("UNIT007", sign.end() - len(quote), sign.end(), message, _("was 万 lost?"))


def _areas(text: str) -> Iterator[Hit]:
    """亩 and 公顷 in one list."""
    for line in lines_with(_AREAS_SIGN, text):
        for match in _AREAS.finditer(text, *line):
            if len({match["one"], match["two"], match["three"]}) > 1:
                message = _("one list in 亩 and in 公顷: {quote}").format(quote=match.group())
                yield Hit("UNIT002", *match.span(), message, _("count all in one unit"))


def _doubled(text: str) -> Iterator[Hit]:
    for at in doubling(text).pairs:
        if text[at] in _SAME and _COUNTED.match(text, at) and not _OTHER_WORD.match(text, at + 1):
            message = _("a unit or scale stands twice: {quote}").format(quote=text[at : at + 2])
            yield Hit("UNIT008", at, at + 2, message, _("keep one of the two"))
    for match in in_order(text, _TWICE):
        message = _("a unit or scale stands twice: {quote}").format(quote=match.group())
        yield Hit("UNIT008", *match.span(), message, _("keep one of the two"))


def _unsigned(text: str) -> Iterator[Hit]:
    """A growth or a rate with a decimal point and no % behind it."""
    told: set[int] = set()
    for match in each(text, _BARE_RATE_SIGN):
        found = _BARE_RATE.search(text, max(0, match.start() - 6, text.rfind("\n", 0, match.start()) + 1), match.end() + 2)
        if found is None or float(found["figure"]) > _HUNDRED or (text[match.end() - 1] == "、" and paused_at(text, found.end())):
            continue
        if _of_births(text, found) or not NO_RATE.search(found["rate"]):
            told.add(found.start("figure"))
            yield _lost_sign(found, "figure")
    for match in each(text, _ALL_BARE):
        yield _lost_sign(match, "list")
    if text.count("%") + text.count("％") < _SIGNED:
        return
    for line in lines_with(_BARE_SIGN, text):
        for match in _BARE.finditer(text, *line):
            start = match.start("figure")
            if start not in told and not (match["rate"] and NO_RATE.search(match["rate"])) and not is_by_hundred(text, start):
                yield _lost_sign(match, "figure")
    for match in matches_at(_MEMBER_SIGN, _MEMBER, text):
        yield _lost_sign(match, "figure" if match["figure"] else "last")
    for share in in_order(text, _SHARE):
        yield _lost_sign(share, "figure")
    for apart in each(text, _APART):
        yield _lost_sign(apart, "second" if apart["second"] else "first")


def is_by_hundred(text: str, start: int) -> bool:
    """Whether a figure says how many there are to a hundred others, or by how much a bare level changed: 性别比由106.75下降为104.80."""
    before = text[max(0, start - _NEAR) : start]
    return _BY_HUNDRED.search(before) is not None or _LEVEL.search(before[-_LEVEL_BACK:]) is not None


def _pairs(text: str) -> Iterator[Hit]:
    """The first of two percentages that has lost its sign."""
    for pair in in_order(text, _PAIR):
        if first := _FIRST_OF_PAIR.search(text, max(0, pair.start() - 8), pair.end()):
            yield _lost_sign(first, "first")


def _of_births(text: str, match: re.Match[str]) -> bool:
    """Whether it is the rate of deaths beside that of births; that of accidents need not be a percentage."""
    return match["rate"].endswith("死亡率") and "出生率" in text[max(0, match.start() - _FAR) : match.start()]


def _lost_sign(match: re.Match[str], name: str) -> Hit:
    message = _("a percentage without %: {quote}").format(quote=match.group())
    return Hit("UNIT005", *match.span(name), message, _("the others have it: write {quote}%").format(quote=match[name]))


explained(
    Explanation(
        "UNIT006",
        "part-of-a-thing",
        "unit",
        Severity.WARNING,
        N_("People, households, animals and cases are counted whole: a figure with a decimal point has 万 behind it, or is an average."),
        N_("29.45头 among 万头 is ten thousand times too small, and the sum of the list no longer fits."),
        "全年出栏肉牛29.45头，增长6%。",
        "全年出栏肉牛29.45万头，增长6%。",
        N_("Write 万, or the whole number."),
    ),
    Explanation(
        "UNIT007",
        "lost-scale",
        "unit",
        Severity.WARNING,
        N_("One amount of a list stands in 元 while the others stand in 万元 or 亿元; or a person is said to have millions."),
        N_("The usual slip is a lost 万: the amount is read as ten thousand times too small."),
        "安排教室1200万元、宿舍860万元、食堂580元。",
        "安排教室1200万元、宿舍860万元、食堂580万元。",
        N_("Write 万元, or keep the small amount out of the list."),
    ),
    Explanation(
        "UNIT008",
        "unit-twice",
        "unit",
        Severity.WARNING,
        N_("A unit, a scale or a % stands twice behind one figure."),
        N_("Whoever copies the figure into a table copies the slip, too."),
        "全年到位资金320万万元。",
        "全年到位资金320万元。",
        N_("Keep one of the two."),
    ),
)
