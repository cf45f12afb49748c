"""``rate`` and ``count`` of places where water is measured: 国考断面8个，优良水质比例87.5%; 6个断面中，甲断面和乙断面为Ⅰ类，丙断面为Ⅱ类….

Of what so many sections are the rate, no second figure says: some whole number of them must give it. Where each is named with its class,
the names are counted, and those up to class Ⅲ are what is called good.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from ..claims.base import Claim, Operand, stretch
from ..claims.count import Count
from ..claims.rate import Rate
from ..patterns import lazy
from ..quantities import parse
from .choosing import followed_by, led_by, together
from .joining import operand, place
from .statements import Reading, Statement

_SITE = lazy("[一-鿿]{0,12}?(?P<noun>断面|点位|监测点|水源地|水功能区|水体|湖库)")
_LEAD_SITE = lazy("(?P<noun>断面|点位|监测点|水源地|水功能区)(?:共|有|为|数|共有|总数)*$")
_RATE = lazy(
    "(?:优良|达标|优质|合格|达到或[好优]于Ⅲ类|[好优]于Ⅲ类|Ⅰ(?:类)?[-—~至到]+Ⅲ类|劣[ⅤV]类)"
    "[^,;。:0-9]{0,12}?(?:率|比例|占比|比重)(?:约|仅|已|均|高?达到?了?|为|是|稳定在|保持)*[: ]*$"
)
_GOOD, _BAD = lazy("优良|[好优]于|Ⅲ"), lazy("劣")
_CLASS = lazy("(?:均?为|属于?|达到?|是|均?达)(?:地表水)?(?P<class>劣?[ⅠⅡⅢⅣⅤ]|优|良|达标)")
_AMONG = lazy("[一-鿿]{0,16}(?P<noun>断面|点位|监测点|水源地)中,")
_MOST, _FEW = 400, 2
_BACK = 6


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the claims of every number of such places with a rate near by, and of those that are named class by class."""
    for sites in together(followed_by(reading, "断面", "点位", "监测点", "水源地", "水功能区"), led_by(reading, "断面", "点位", "监测点")):
        if not sites.quantity.is_count or not 1 < sites.quantity.value <= _MOST or not _is_of_sites(sites):
            continue
        claim, good = _named(reading, sites)
        if claim is not None:
            yield claim
        for rate in reading.statements[sites.index + 1 : sites.index + _BACK]:
            if rate.is_amount or rate.sentence - sites.sentence > (1 if good else 0):
                break
            found = _RATE.search(rate.lead) if rate.start not in results and rate.quantity.unit.name == "%" else None
            if found is not None and not rate.quantity.is_hedged and rate.quantity.value:
                known = good if _GOOD.search(found.group()) and not _BAD.search(found.group()) else None
                yield Rate(operand(reading, rate), known, operand(reading, sites), place(reading, sites, rate), True)


def _is_of_sites(sites: Statement) -> bool:
    return _SITE.match(sites.tail) is not None or (sites.quantity.unit.name == "个" and _LEAD_SITE.search(sites.lead) is not None)


def _named(reading: Reading, sites: Statement) -> tuple[Claim | None, Operand | None]:
    """Read 6个断面中，甲断面和乙断面为Ⅰ类，丙断面为Ⅱ类: return the count, and how many of them are good where all are named."""
    plain = reading.ground.plain
    among = _AMONG.match(plain, sites.end)
    end = plain.find("。", sites.end, sites.end + _MOST)
    if among is None or end < 0:
        return None, None
    noun, good, bad = among["noun"], 0, 0
    name = re.compile(f"[一-鿿A-Za-z0-9]{{1,14}}?{noun}(?=[、和与及均为属达是])")
    for clause in plain[among.end() : end].replace(";", ",").split(","):
        found = _CLASS.search(clause)
        named = len(name.findall(clause[: found.end()])) if found else 0
        if named and found:
            good, bad = (good + named, bad) if found["class"][0] not in "劣ⅣⅤ" else (good, bad + named)
    if good + bad < _FEW or abs(good + bad - sites.quantity.value) > _FEW:
        return None, None
    claim = Count(operand(reading, sites), good + bad, (), (), False, stretch(sites.start, end), True)
    return claim, Operand(parse(f"{good}个"), place=stretch(among.end(), end)) if good + bad == sites.quantity.value else None
