"""``difference`` of percentages from one base that is told nowhere: each of a row is so many points above it, or below.

甲县增长9.2%，高于全市平均1.7个百分点；乙县增长8.4%，高于全市平均0.9个百分点；丙县增长6.9%，低于全市平均0.6个百分点: all of them
give 7.5%. One that gives another base than two others agree on is likely to be wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from ..claims.base import Claim, Operand
from ..claims.difference import Difference
from ..patterns import lazy
from ..quantities import make_quantity, unit
from .apart import signed
from .joining import operand, place
from .roles import PERCENTAGES, Direction, Role
from .statements import Reading, Statement

_COMPARED = lazy(
    "(?:(?P<below>低于|慢于|落后于?)|高于|快于|[高快多]出|超出|超过|领先于?|优于|[比较])(?P<name>全(?:[国省市县区州旗盟镇乡校系]|自治区)[^,;。()0-9]{0,12}?)"
    "(?:要?(?:[高快]|(?P<under>[低慢])))?出?了?$"
)
_PLAIN = lazy("整体|总体|平均|水平|同期|增[速幅]|增长率|的|数|值")
"""What is said of a base in some rows and left out in others."""
_OTHER = lazy("上年|去年|[上前]期|目标|计划|任务|预期|序时|年初")
_PLACES = "国省市县区州旗盟镇乡村部校院"
_PLACE = lazy(f"^.*?(?:[{_PLACES}]|街道)+(?:地区|城区)?(?=(?:(?!街道)[^{_PLACES}])*$)")
_MOVED = lazy("(?:同比|环比|比上年|较上年|分别|实际)*(?:增长|下降|上升|减少|回落|增加|增[速幅]|降幅)?(?:为|了|达到?|约)*$")
"""What stands between a measure and its growth: of one measure some grow and others fall."""
_AGREED, _ODD = 2, 2
"""How many must give one base, and by more than how many units of the last digit another one is off."""
_ROW = 14
"""Figures from one of a row to the next at most."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """A percentage and the points that it lies from its base: called by a name, of one measure.

    Args:
        subject: the words before the percentage in its clause. of: what they leave without places, and whether it is growth.
        base: what percentage and points come to.
    """

    stated: Statement
    points: Statement
    direction: Direction
    name: str
    subject: str
    of: tuple[str, bool]
    base: Fraction


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the claims of points from a base that others of their row are compared with, too."""
    every = [gap for points in reading.of_role(Role.POINTS) if (gap := _gap(reading, points)) is not None]
    agreed: dict[str, set[Fraction]] = {}
    told: set[int] = set()
    for row in _rows(every):
        base, count = Counter(gap.base for gap in row).most_common(1)[0]
        if count < max(_AGREED, len(row) - 1) or len(row) - count > 1:
            continue
        agreed.setdefault(row[0].name, set()).add(base)
        for gap in row:
            told.add(gap.points.start)
            if gap.points.start not in results and (gap.base == base or abs(gap.base - base) > _ODD * gap.points.quantity.ulp):
                yield _difference(reading, gap, base)
    for gap in every:
        bases = agreed.get(gap.name, set())
        if len(bases) == 1 and gap.points.start not in told | results and (gap.base in bases or _is_swapped(gap, *bases)):
            yield _difference(reading, gap, *bases)


def _gap(reading: Reading, points: Statement) -> _Gap | None:
    found = _COMPARED.search(points.lead)
    if found is None or not points.index or points.listed or points.quantity.is_hedged or _OTHER.search(points.lead):
        return None
    stated = reading.statements[points.index - 1]
    near = stated.segment == points.segment and points.clause - stated.clause <= 1 and stated.depth == points.depth
    if not near or stated.quantity.unit.name != "%" or stated.role not in (*PERCENTAGES, Role.GROWTH) or stated.quantity.is_hedged:
        return None
    direction: Direction = -1 if found["below"] or found["under"] else 1
    grown = stated.role is Role.GROWTH
    value = -stated.quantity.value if grown and stated.direction < 0 else stated.quantity.value
    subject = reading.between(reading.ground.clauses.starts[stated.clause], stated.start)
    base = Fraction(value - direction * points.quantity.value)
    measure = _MOVED.sub("", _PLACE.sub("", subject), count=1), grown
    return _Gap(stated, points, direction, _PLAIN.sub("", found["name"]), subject, measure, base)


def _rows(every: list[_Gap]) -> Iterator[list[_Gap]]:
    """Yield the gaps of one measure from one base that follow each other in a paragraph, each of something else."""
    row: list[_Gap] = []
    for gap in every:
        before = row[-1] if row else None
        if before is not None and not (
            gap.of == before.of and gap.name == before.name and gap.stated.paragraph == before.stated.paragraph
            and gap.stated.index - before.points.index <= _ROW and gap.stated.clause > before.points.clause
        ):  # fmt: skip
            yield from _row(row)
            row = []
        row.append(gap)
    yield from _row(row)


def _row(row: list[_Gap]) -> Iterator[list[_Gap]]:
    """Yield a row of two or more places."""
    names = {gap.subject for gap in row}
    if len(row) >= _AGREED and len(names) == len(row) and all(_PLACE.match(gap.subject) for gap in row):
        yield row


def _is_swapped(gap: _Gap, base: Fraction) -> bool:
    """Whether two digits of the points that changed places make them fit: 8.6 for 6.8."""
    meant = abs(gap.stated.quantity.value - base)
    text = gap.points.quantity.text
    digits = [n for n, character in enumerate(text) if character.isdigit()]
    for one, other in pairwise(digits):
        written = list(text)
        written[one], written[other] = written[other], written[one]
        number = "".join(written).split("个")[0].strip()
        if number.replace(".", "", 1).isdigit() and Fraction(number) == meant:
            return True
    return False


def _difference(reading: Reading, gap: _Gap, base: Fraction) -> Difference:
    quantity = make_quantity(base, unit("%"), decimals=gap.stated.quantity.decimals)
    where = place(reading, gap.stated, gap.points)
    own = operand(reading, signed(gap.stated))
    return Difference(own, Operand(quantity, exact=True), operand(reading, gap.points), gap.direction, where, True)
