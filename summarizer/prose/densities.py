"""``average`` of people over land: 面积82.14平方公里，总人口57496人，人口密度为每平方公里700人.

The three may stand in sentences far apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import product

from ..claims.average import Average
from ..claims.base import Claim
from ..patterns import lazy
from .joining import holds, operand, place
from .roles import LEVELS, Role
from .statements import Reading, Statement

_BACK = 60
_PEOPLE = ("人", "口", "名")
_LAND = ("平方公里", "平方千米")
_EACH = lazy(
    r"(?:人口密度|平均|密度)[^,;。0-9]{0,4}每(?P<unit>平方公里|平方千米)[^,;。0-9]{0,6}$"
    r"|每(?P<short>平方公里|平方千米)(?:约|为|有|达)?$"
)
_DENSITY = lazy(r"人口密度(?:约|为|达到?|是)*$")
_BEHIND = lazy("^每(?P<unit>平方公里|平方千米)")
_AREA = lazy(
    r"(?:(?:[乡镇县市区旗州省场]|街道|辖|土地|国土|区划|行政|[区地域]域|总|^|[,。;: ])(?:区域)?(?:总?面积|区域|区)"
    r"|辖区|幅员(?:面积)?|辖境|全境|地域|街道|^面积)"
    r"[约为达共有]*$"
)
_NO_AREA = lazy("耕|林|水|建成|绿|建筑|园|山|城区|种|播|占|规划|湖|草|湿|保护|开发|农|用|果|茶")
_OF_ALL = lazy(
    "总人口|(?:常住|户籍)人口|(?:末|辖区|全[乡镇县市区旗州省街]|街道)[^,;。]{0,4}有?$|共有?$|^有$|年末"
    "|人口(?:总?数量?)?[为达约]*$|总人数"
)
_NO_PEOPLE = lazy("其中|流动|城镇|农业|男|女|外来|暂住|少数|[0-9]岁|族|劳动|乡村|就业|增|非|贫|在册|出生|死亡|回|汉")
_FEW = 3


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each density of people that is the result of none yet."""
    if not any(land in reading.ground.plain for land in _LAND):
        return
    for s in reading.statements:
        if s.quantity.unit.name in _PEOPLE and s.start not in results and (unit := _unit(s)):
            yield from _density(reading, s, unit)


def _unit(s: Statement) -> str:
    """Return over which measure of land a figure is a density of people; empty where it is none."""
    if s.quantity.per in _LAND:
        return s.quantity.per
    if s.quantity.per or s.role not in (Role.AVERAGE, Role.LEVEL, Role.TO):
        return ""
    if found := _EACH.search(s.lead):
        return found["unit"] or found["short"]
    if _DENSITY.search(s.lead):
        behind = _BEHIND.match(s.tail)
        return behind["unit"] if behind else _LAND[0]
    return ""


def _is_all(reading: Reading, people: Statement) -> bool:
    """Whether a number is of all who live there: by its words, or beside the households, 12000户36000人."""
    if _OF_ALL.search(people.lead):
        return True
    beside = reading.statements[people.index - 1 : people.index] if people.index and people.lead.strip(" ,、") in ("", "共") else ()
    return any(s.quantity.unit.name == "户" and s.segment == people.segment and not _NO_PEOPLE.search(s.lead) for s in beside)


def _density(reading: Reading, stated: Statement, unit: str) -> Iterator[Claim]:
    """Yield the area and the number that give it; or the only area and the first number of all people, which must be meant."""
    near = [s for s in reading.before(stated, _BACK) if s.paragraph == stated.paragraph and s.role in LEVELS and not s.depth][::-1]
    areas = [s for s in near if s.dimension == "area" and _AREA.search(s.lead) and not _NO_AREA.search(s.lead[-6:])]
    people = [s for s in near if s.quantity.unit.name in _PEOPLE and _is_all(reading, s) and not _NO_PEOPLE.search(s.lead)]
    average = operand(reading, stated, per=False)
    average = replace(average, quantity=replace(average.quantity, per=unit))
    for area, number in product(areas[:_FEW], people[:_FEW]):
        claim = Average(average, operand(reading, number), operand(reading, area), place(reading, area, number, stated))
        if holds(claim):
            yield claim
            return
    if len(areas) == 1 and people and not stated.quantity.is_hedged:
        number = people[0]
        yield Average(average, operand(reading, number), operand(reading, areas[0]), place(reading, areas[0], number, stated), True)
