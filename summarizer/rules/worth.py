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
from ..patterns import lazy
from .base import Hit, lines_with

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
_EACH_MONTH = lazy(rf"每(?:人|户)?(?:每)?月{_GAP}{{0,4}}{_number('a')}元|{_number('b')}元[/／](?:人[·.]?)?月")
#: Money in plain 元 with so few digits is what one person pays, not what is invested.
_SMALL = lazy(
    r"(?:投资|到位资金|资金|金额|基金支出|基金收入|总额|产值|总值|税收|营业收入|财政收入|旅游收入|预算收入|总收入|预算支出|贷款|存款|成交额|销售额|交易额|零售额|债券|余额|专项补助|进出口)"
    rf"(?:合计|累计|共计|已|达到?|约|近|逾|超过?|为|共|计|完成|实现|到位|下达|拨付|增长到){{0,3}}(?P<figure>{_number('a')}元)(?=[，。；、,;）)（(]|$)"
)
_NOT_SMALL = re.compile(r"每|均|单价|标准|[/／]|户|票|门槛|起步|最[高低]")
_PLAIN_MOST = 1000
_ENERGY = lazy(
    rf"(?:全社会|工业|全县|全市|全年|总){_GAP}{{0,8}}(?:用电量|发电量|售电量"
    rf"|供电量){_GAP}{{0,4}}(?P<figure>{_number('a')}千瓦时)|(?:发电量|售电量|上网电量|工业用电量"
    rf"|全社会用电量){_GAP}{{0,4}}(?P<figure2>{_number('b')}千瓦时)"
)
_LAND = lazy(
    r"(?:高标准农田|营造林|造林|退耕还林|种植面积|播种面积|森林面积|耕地面积|林地面积|草原|面积稳定在|流转土地|土地流转)"
    rf"(?:合计|累计|共计|已|达到?|约|为|共|计|完成|新增){{0,3}}(?P<figure>{_number('a')}亩)(?=[，。；、,;）)（(]|$)"
)
_WHOLE_LAND = lazy(rf"全[县市省]{_GAP}{{0,6}}(?:面积|耕地|林地|播种|种植){_GAP}{{0,4}}(?P<figure>{_number('a')}亩)(?=[，。；、,;）)（(]|$)")
_PEOPLE = r"(?:人次?|名|户|位|人（次）)"
_PAY = r"(?:津贴|补贴|补助|补偿|救助金|慰问金|资金|保险金|养老金|低保金|抚恤金|优待金|奖励|奖补|助学金|工资|薪酬|待遇|供养金|生活费)"
_PAID = lazy(
    rf"(?:发放|拨付|支付|兑付|支出|兑现|追回|补发|落实)[^，。；、,;0-9\n]{{0,16}}{_PAY}{_GAP}{{0,6}}(?P<figure>{_number('a')}元)"
    rf"[，,、](?:共|累计)?(?:惠及|救助|涉及|覆盖|资助|慰问|受益|帮助|为){_GAP}{{0,14}}{_number('b')}{_PEOPLE}"
)
_PAID_TO = lazy(
    rf"(?:发放|拨付|支付|兑付|救助|资助|慰问|补助){_GAP}{{0,16}}{_number('b')}{_PEOPLE}[，,、](?:发放|共|计|共计|累计|资金|金额|支出|支付){{0,3}}{_GAP}{{0,10}}?(?P<figure>{_number('a')}元)"
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
_PER_PIECE = lazy(rf"(?:次均|例均|生均|师均|床均|件均){_GAP}{{0,10}}{_number('a')}元")
_PER_MU = lazy(rf"亩产{_GAP}{{0,4}}{_number('a')}吨")
_SIGN = lazy("[0-9万亿余多][元亩千人名户位吨]")
#: Pattern, least and most of the quotient or the amount.
_ALONE: tuple[tuple[re.Pattern[str], float, float], ...] = (
    (_PERSON_YEAR, 1000, 500_000), (_HOUSEHOLD, 1, 10_000_000), (_EACH, 0.01, 10_000_000), (_EACH_MONTH, 0.01, 100_000),
    (_PER_PIECE, 1, 1_000_000), (_PER_MU, 0.01, 30),
)  # fmt: skip
_BY: tuple[tuple[re.Pattern[str], float, float], ...] = (
    (_PAID, 2, 5_000_000), (_PAID_TO, 2, 5_000_000), (_TOURISM, 1, 100_000), (_CROP, 0.001, 30), (_BY_LOAN, 100, 1e10),
)  # fmt: skip


def worth(text: str) -> Iterator[Hit]:
    """Yield figures that a lost or added scale word made impossible."""
    for line in lines_with(_SIGN, text):
        for pattern, least, most in _ALONE:
            for match in pattern.finditer(text, *line):
                name = "a" if match["a"] else "b"
                if not least <= _value(match, name) <= most:
                    yield _hit(match, match.start(name), match.end())
        for pattern, least, most in _BY:
            for match in pattern.finditer(text, *line):
                by = _value(match, "b")
                if by and not least <= _value(match, "a") / by <= most:
                    yield _hit(match, match.start(), match.end())
        yield from _small(text, *line)


def _small(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield amounts and areas of a whole county that are as small as one person's."""
    for match in _SMALL.finditer(text, start, end):
        clause = re.split("[，。；、,;：:]", text[max(start, match.start() - 24) : match.start("figure")])[-1]
        if _value(match, "a") < _PLAIN_MOST and not match["as"] and "." in match["a"] and not _NOT_SMALL.search(clause):
            yield _hit(match, *match.span("figure"))
    for match in _ENERGY.finditer(text, start, end):
        name = "a" if match["a"] else "b"
        if _value(match, name) < _PLAIN_MOST and not _NOT_SMALL.search(match.group()):
            yield _hit(match, *match.span("figure" if name == "a" else "figure2"))
    for match in _LAND.finditer(text, start, end):
        if _value(match, "a") < 100 and "." in match["a"] and not match["as"] and "万亩" in text:
            yield _hit(match, *match.span("figure"))
    for match in _WHOLE_LAND.finditer(text, start, end):
        if _value(match, "a") < _PLAIN_MOST and not match["as"]:
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
