"""The part of ``unit`` about what cannot be worth it: an income of 2亿元 for each person, a yield of four tons on one 亩.

A lost or added 万 makes a figure ten thousand times too small or too large, and two figures side by side show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, each, in_order, lazy, places_of
from .base import Hit, around
from .odd import point

_SCALES = {"": 1.0, "百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12}
_NUMBER = r"(?<![0-9.,])(?P<{n}>[0-9][0-9,，]{{0,11}}(?:\.[0-9]{{1,4}})?)[余多]?(?P<{n}s>万亿|千万|百万|亿|万|千|百)?"
_GAP = r"[^，。；、,;0-9\n]"


def _number(name: str) -> str:
    return _NUMBER.format(n=name)


_PERSON_YEAR = lazy(rf"人均(?:可支配|纯|年)?收入{_GAP}{{0,8}}{_number('a')}元")
_HOUSEHOLD = lazy(rf"户均{_GAP}{{0,4}}(?:增收|收入|补助|补偿|受益){_GAP}{{0,4}}{_number('a')}元")
_EACH = lazy(
    rf"每(?:人|户|名|位|例)(?:每年|每月|每次)?{_GAP}{{0,6}}(?:补助|补贴|奖励|救助|资助|发放|补偿"
    rf"|慰问)?{_GAP}{{0,4}}{_number('a')}元(?![/／]亩)"
)
_EACH_MONTH = lazy(
    rf"每(?:[人户]每?月|月(?!约?需|共|总|应|发放|兑[付现]|支[付出]|拨付)){_GAP}{{0,4}}{_number('a')}元|{_number('b')}元[/／](?:人[·.]?)?月"
)
#: Money in plain 元 with so few digits is what one person pays, not what is invested.
_SMALL = lazy(
    r"(?:投资|到位资金|资金|金额|基金支出|基金收入|总额|产值|总值|税收|营业收入|财政收入|旅游收入|预算收入|总收入|预算支出|贷款|存款|成交额|销售额|交易额|零售额|债券|余额|专项补助|进出口)"
    rf"(?:合计|累计|共计|已|达到?|约|近|逾|超过?|为|共|计|完成|实现|到位|下达|拨付|增长到){{0,3}}(?P<figure>{_number('a')}元)(?=[，。；、,;）)（(]|$)"
)
_NOT_SMALL = lazy(r"每|均|单价|(?<!高)标准|[/／]|户|票|门槛|起步|最[高低]")
_PLAIN_MOST, _FEW_MU = 1000, 100
_DECIMAL = point(r"[0-9]{1,4}[元亩]")
_MONTH, _MOST_A_MONTH = 0.01, 100_000
_ENERGY = lazy(
    rf"(?:全社会|工业|全县|全市|全年|总){_GAP}{{0,8}}(?:用电量|发电量|售电量"
    rf"|供电量){_GAP}{{0,4}}(?P<figure>{_number('a')}千瓦时)|(?:发电量|售电量|上网电量|工业用电量"
    rf"|全社会用电量){_GAP}{{0,4}}(?P<figure2>{_number('b')}千瓦时)"
)
_LAND = lazy(
    r"(?:高标准农田|耕地保有量|保有量|永久基本农田|基本农田|营造林|造林|退耕还林|种植面积|播种面积|森林面积|耕地面积|林地面积|草原|面积稳定在|流转土地|土地流转)"
    rf"(?:合计|累计|共计|已|达到?|约|为|共|计|完成|新增){{0,3}}(?P<figure>{_number('a')}亩)(?=[，。；、,;）)（(]|$)"
)
_WHOLE_LAND = lazy(rf"全[县市省]{_GAP}{{0,6}}(?:面积|耕地|林地|播种|种植){_GAP}{{0,4}}(?P<figure>{_number('a')}亩)(?=[，。；、,;）)（(]|$)")
_PEOPLE = r"(?:人次?|名|户|位|人（次）)"
_PAY = r"(?:津贴|补贴|补助|补偿|救助金|慰问金|资金|保险金|养老金|低保金|抚恤金|优待金|奖励|奖补|助学金|工资|薪酬|待遇|供养金|生活费)"
_PAID = lazy(
    rf"(?:(?<!补)发放|拨付|支付|兑付|支出|兑现|追回|追讨|(?<!追)讨回|清欠|补发|落实)[^，。；、,;0-9\n]{{0,16}}{_PAY}{_GAP}{{0,6}}(?P<figure>{_number('a')}元)"
    rf"[，,、](?:共|累计)?(?:惠及|救助|涉及|覆盖|资助|慰问|受益|帮助|为){_GAP}{{0,14}}{_number('b')}{_PEOPLE}"
)
_PAID_TO = lazy(
    rf"(?:(?<!补)发放|拨付|支付|兑付|救助|资助|慰问|补助){_GAP}{{0,16}}(?:[0-9]{{1,7}}户)?{_number('b')}{_PEOPLE}[，,、](?:发放|共|计|共计|累计|资金|金额|支出|支付){{0,3}}[^，。；、,;0-9\n均每]{{0,10}}?(?P<figure>{_number('a')}元)"
    r"(?=[，。；、,;）)（(]|$)"
)
_TOURISM = lazy(
    rf"(?:游客|旅客|接待){_GAP}{{0,6}}(?P<figure>{_number('b')}人次)[，,、]{_GAP}{{0,10}}(?:旅游|综合|门票|营业)(?:总"
    rf"|综合)?收入{_GAP}{{0,4}}{_number('a')}元"
)
_CROP = lazy(
    rf"(?:面积|种植|播种|栽植)[^，。；、,;0-9\n]{{0,10}}(?P<figure>{_number('b')}亩)[，,、]{_GAP}{{0,6}}(?:总产量?|产量|产){_GAP}{{0,4}}{_number('a')}吨"
)
_BY_LOAN = lazy(rf"{_number('b')}笔[、，,](?:共计?|金额|计|累计|发放|贷款){{0,2}}(?P<figure>{_number('a')}元)(?=[，。；、,;）)（(]|$)")
_PER_PIECE = lazy(rf"(?:(?<!户)次均|例均|生均|师均|床均|件均){_GAP}{{0,10}}{_number('a')}元")
_MU_MONEY = lazy(rf"亩均{_GAP}{{0,8}}{_number('a')}元")
_WATER = lazy(rf"人均{_GAP}{{0,6}}{_number('a')}立方米")
_PER_HEAD = lazy(rf"人均{_GAP}{{0,14}}{_number('a')}元")
_PER_MU = lazy(rf"亩产{_GAP}{{0,4}}{_number('a')}吨")
#: Words at which a pattern begins, the pattern, and least and most of the amount, or of the quotient of two.
_BEGINS: tuple[tuple[tuple[str, ...], re.Pattern[str], float, float], ...] = (
    (("人均",), _PERSON_YEAR, 1000, 500_000), (("户均",), _HOUSEHOLD, 1, 10_000_000),
    (("每月", "每人", "每户"), _EACH_MONTH, 0.01, 100_000),
    (("每人", "每户", "每名", "每位", "每例"), _EACH, 0.01, 10_000_000),
    (("次均", "例均", "生均", "师均", "床均", "件均"), _PER_PIECE, 1, 1_000_000), (("亩产",), _PER_MU, 0.01, 30),
    (("亩均",), _MU_MONEY, 0.1, 5e7), (("人均",), _WATER, 0.001, 10_000), (("人均",), _PER_HEAD, 0, 1e7),
)  # fmt: skip
#: What stands between two figures, the pattern of both, and least and most of their quotient.
_PAIRS: tuple[tuple[tuple[re.Pattern[str], ...], re.Pattern[str], float, float], ...] = (
    (beginning("元", "[，,、](?:共|累计)?(?:惠及|救助|涉及|覆盖|资助|慰问|受益|帮助|为)"), _PAID, 2, 5_000_000),
    (
        beginning("，,、", r"(?<=[人名户位次）].)(?:发放|共|计|共计|累计|资金|金额|支出|支付){0,3}[^，。；、,;0-9\n均每]{0,10}[0-9]"),
        _PAID_TO, 2, 5_000_000,
    ),
    (beginning("，,、", rf"(?<=人次.){_GAP}{{0,10}}(?:旅游|综合|门票|营业)"), _TOURISM, 1, 100_000),
    (beginning("，,、", f"(?<=亩.){_GAP}{{0,7}}产"), _CROP, 0.001, 30),
)  # fmt: skip
_BY_WORD = {
    word: [(pattern, least, most) for words, pattern, least, most in _BEGINS if word in words]
    for words, *_rest in _BEGINS
    for word in words
}
_WORDS = lazy("|".join(sorted(_BY_WORD)))
_MONTHLY = (*beginning("/", "(?<=元.)[月人]"), *beginning("／", "(?<=元.)月"))
_VAST = lazy(rf"(?P<figure>{_number('a')}平方公里)")
_PROVINCE = lazy("全省|全国|自治区|我国|国土|海域|流域|省政府|各省|草原|高原")
#: More people, households, … than all the country has.
_MANY_SIGN = (*beginning("亿", "(?=[人户家头辆件])(?!人民|人公里)"), *beginning("万", "(?<=[0-9]{6}.)(?=[人户家])(?!人公里)"))
_MANY = lazy(rf"(?P<figure>{_number('a')}(?:人次?|户|家|头|辆|件))")
_MOST = (0, 1.5e9)
#: What is counted more than once for each: 客运量109.2亿人; 手机用户17亿户.
_NO_HEADS = lazy("客|发送|运送|运输|公路|铁路|全球|世界|用户|手机|业务量|观看|浏览")
_LOAN = (100, 1e10)
#: A year that was put in the place of other years all over a text, within a number of things: 202357处, 12023处.
_THINGS = "(?:万?元|[处个户人件家台起亩吨项名条座万]|公[里顷]|平方)"
_YEAR = lazy(rf"202[2-4](?:(?<![0-9.,].{{4}})[0-9]{{1,2}}|(?<=[^0-9.,][1-9].{{4}}))(?={_THINGS})")
_OFTEN = 2
_BACK = 40


def worth(text: str) -> Iterator[Hit]:
    """Yield figures that a lost or added scale word made impossible."""
    found = [
        (match, least, most)
        for word in each(text, _WORDS)
        for pattern, least, most in _BY_WORD[word.group()]
        if (match := pattern.match(text, word.start()))
    ]
    for signs, pattern, least, most in _PAIRS:
        if in_order(text, signs):
            found += [(match, least, most) for match in pattern.finditer(text)]
    for match, least, most in sorted(found, key=lambda told: told[0].start()):
        yield from _judged(match, least, most)
    for sign in in_order(text, _MONTHLY):
        if match := _EACH_MONTH.search(text, *around(text, sign.start() - 1, _BACK, 8)):
            yield from _judged(match, _MONTH, _MOST_A_MONTH)
    for at in places_of(text, "笔"):
        if match := _BY_LOAN.search(text, *around(text, at, 20, _BACK)):
            yield from _judged(match, *_LOAN)
    for sign in in_order(text, _MANY_SIGN):
        match = _MANY.search(text, *around(text, sign.start(), 16, 3))
        if match and not match["figure"].endswith(("人次", "件")) and not _NO_HEADS.search(text, *around(text, sign.start(), 24, 0)):
            yield from _judged(match, *_MOST)
    for year in each(text, _YEAR):
        if text.count(year.group()[:4]) > _OFTEN:
            yield _hit(year, year.start() - (text[year.start() - 1].isdecimal()), year.end())
    yield from _small(text)
    yield from _vast(text)


def _judged(match: re.Match[str], least: float, most: float) -> Iterator[Hit]:
    named = match.groupdict()
    if named.get("figure") is None or "b" not in named:
        name = "a" if match["a"] else "b"
        if not least <= _value(match, name) <= most:
            yield _hit(match, match.start(name), match.end())
    elif (by := _value(match, "b")) and not least <= _value(match, "a") / by <= most:
        yield _hit(match, match.start(), match.end())


def _small(text: str) -> Iterator[Hit]:
    """Yield amounts and areas of a whole county that are as small as one person's."""
    for sign in each(text, _DECIMAL):
        start, end = around(text, sign.start(), _BACK, len(sign.group()) + 1)
        found = (_SMALL if sign.group().endswith("元") else _LAND).search(text, start, end)
        if found is None or found["as"] or "." not in found["a"]:
            continue
        clause = re.split("[，。；、,;：:]", text[max(start, found.start() - 24) : found.start("figure")])[-1]
        most = _PLAIN_MOST if sign.group().endswith("元") else _FEW_MU
        if _value(found, "a") < most and not _NOT_SMALL.search(clause) and (most == _PLAIN_MOST or "万亩" in text):
            yield _hit(found, *found.span("figure"))
    for at in places_of(text, "千瓦时", "亩"):
        start, end = around(text, at, _BACK, 4)
        found = (_ENERGY if text[at] == "千" else _WHOLE_LAND).search(text, start, end)
        if found is None:
            continue
        name = "a" if found["a"] else "b"
        if _value(found, name) < _PLAIN_MOST and not found[f"{name}s"] and not _NOT_SMALL.search(found.group()):
            yield _hit(found, *found.span("figure" if name == "a" else "figure2"))


def _vast(text: str) -> Iterator[Hit]:
    """Yield an area as large as a province in a text that speaks of none, nor of another so large."""
    for at in places_of(text, "万平方公里") if text.count("万平方公里") == 1 else ():
        match = _VAST.search(text, *around(text, at, _BACK, 6))
        if match is not None and not _PROVINCE.search(text):
            yield _hit(match, *match.span("figure"))


def _value(match: re.Match[str], name: str) -> float:
    return float(match[name].replace(",", "").replace("，", "")) * _SCALES[match[f"{name}s"] or ""]


def _hit(match: re.Match[str], start: int, end: int) -> Hit:
    quote = match.string[start:end]
    return Hit("UNIT010", start, end, _(
        "{quote} can hardly be: a scale word (万, 亿) is missing or too many"
    ).format(quote=quote), _("look up the figure with its unit"))


explained(
    Explanation(
        "UNIT010",
        "out-of-all-proportion",
        "unit",
        Severity.WARNING,
        N_(
            "Money, land and energy are of a size that can be: an income for each person, a payment for each of those paid, "
            "a yield for each 亩, an investment that is more than a few 元."
        ),
        N_("With 万 or 亿 lost or added the figure is ten thousand times off, and whoever copies it does not notice."),
        "招商引资实际到位资金1.26元。",
        "招商引资实际到位资金1.26亿元。",
        N_("Look up the figure with its unit."),
    ),
)
