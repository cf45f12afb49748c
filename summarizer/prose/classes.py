"""``sum`` of what several classes get, each its own rate: 甲类30户、乙类20户，补助11万元（甲类每户3000元、乙类每户1000元）.

Such a rate is of its class: what all get over all of them is neither the one nor the other, see :mod:`.refuted`.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from ..claims.base import Claim, Operand
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import led_by, together
from .joining import holds, operand, place
from .products import over_units, said_before
from .roles import CHANGES, PRESENT, Role
from .slips import CHANCE, mended
from .statements import Reading, Statement

_NAME = lazy(
    r"^[ ,;:(、]*(?:其中|标准|补[助贴]标准|分别|按照?|对|为|给|即|:)*(?P<name>[^,;:(、0-9]{1,12}?)"
    r"(?:的|平均|按)?(?:每|[一-鿿]均)[^,;:(、0-9]{0,8}$"
)
_NO_CLASS = lazy("[年月日天季周次]$|实际|预计|计划|目标|同期|[上去本今]年|总|全|累计")
"""What tells a time or a state of all of them, and no class."""
_COUNTED = lazy(r"^[ ,;:(、]*(?:其中|包括|为|对|[已共])*")
_NUMBER = lazy(r"[0-9][0-9.,]*[万亿]?[^0-9]*$")
_BACK, _TAIL, _LEAST, _WIDE = 12, 8, 2, 0.02
_MEAN, _NUMBERED = "均", frozenset(("类", "级", "档", "等"))


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield that the classes, each with its own rate, get together what the figure before or behind the rates says."""
    for row in class_rows(reading):
        counted = _counted(reading, row)
        if counted is None:
            continue
        totals = list(_totals(reading, row, counted))
        tried = [_sum(reading, row, counted, total) for total in totals]
        sound = next((claim for claim in tried if _is_narrow(claim) and holds(claim)), None)
        if sound is not None:
            yield sound
        elif len(totals) == 1 and _is_slip(tried[0], totals[0]) and not _is_explained(reading, totals[0]):
            yield tried[0]


def class_rows(reading: Reading) -> list[list[Statement]]:
    """Return the rows of rates that follow each other, of the same things and each with the name of its class."""
    known: list[list[Statement]] | None = reading.memory.get("class rows")
    if known is None:
        known = reading.memory["class rows"] = []
        row: list[Statement] = []
        for s in together(reading.of_role(Role.AVERAGE), led_by(reading, "每", "均")):
            if not s.is_amount or s.role in CHANGES or not _name(s):
                continue
            if row and not _goes_on(row, s):
                known.append(row)
                row = []
            row.append(s)
        known.append(row)
        known[:] = [row for row in known if len(row) >= _LEAST or (row and _opens(reading, row[0]))]
    return known


def class_rates(reading: Reading) -> frozenset[int]:
    """Return where the rates of classes begin."""
    known: frozenset[int] | None = reading.memory.get("class rates")
    if known is None:
        known = reading.memory["class rates"] = frozenset(rate.start for row in class_rows(reading) for rate in row)
    return known


def _goes_on(row: list[Statement], s: Statement) -> bool:
    """Whether a rate stands right behind others, and is of another class of the same things."""
    last = row[-1]
    beside = s.index == last.index + 1 and s.clause - last.clause <= 1 and s.segment == last.segment and s.depth == last.depth
    alike = s.dimension == last.dimension and s.quantity.per == last.quantity.per and over_units(s) == over_units(last)
    return beside and alike and len(row) < _BACK and _name(s) not in map(_name, row)


def _opens(reading: Reading, first: Statement) -> bool:
    """Whether the class behind is called by its number, which is read as a figure: 一类每人2000元、二类每人1000元."""
    behind = reading.statements[first.index + 1 : first.index + 2]
    return any(s.quantity.chinese and s.quantity.unit.name in _NUMBERED and s.clause - first.clause == 1 for s in behind)


def _name(rate: Statement) -> str:
    """Return the name of the class that a rate is of; none where it has none."""
    found = _NAME.match(said_before(rate))
    return found["name"] if found and not _NO_CLASS.search(found["name"]) else ""


def _counted(reading: Reading, row: list[Statement]) -> list[Statement] | None:
    """Return how many each class has, by its name."""
    units = over_units(row[0])
    near = [s for s in reading.before(row[0], _BACK) if s.paragraph == row[0].paragraph and row[0].sentence - s.sentence < _LEAST]
    near = [s for s in near if s.quantity.unit.name in units and s.role in PRESENT and s.is_plain and s.quantity.value > 0]
    found: list[Statement] = []
    for rate in row:
        name = _name(rate)
        own = [s for s in near if _words(s) == name] or [s for s in near if name in s.lead + s.tail[:_TAIL] or _ends(s, name)]
        own = [s for s in own if s not in found]
        if not own:
            return None
        found.append(own[0])
    return found


def _words(count: Statement) -> str:
    return _COUNTED.sub("", count.lead)


def _ends(count: Statement, name: str) -> bool:
    """Whether a count is named by the beginning of the class: D级12户, D级危房每户3万元."""
    words = _words(count)
    return len(words) >= _LEAST and name.startswith(words)


def _totals(reading: Reading, row: list[Statement], counted: list[Statement]) -> Iterator[Statement]:
    """Yield what may be all that they get: the nearest amount before the rates, and the one right behind."""
    first, last = row[0], row[-1]
    size = first.quantity.size()[0]
    near = [*reading.statements[last.index + 1 : last.index + 2], *reading.before(first, _LEAST)]
    for s in near:
        amount = s.dimension == first.dimension and s.is_standing and s.role in PRESENT and s.is_plain and not s.quantity.per
        if amount and s.sentence == first.sentence and s not in counted and s.quantity.size()[0] > size:
            yield s


def _sum(reading: Reading, row: list[Statement], counted: list[Statement], total: Statement) -> Sum:
    parts = tuple(_product(reading, rate, count) for rate, count in zip(row, counted, strict=True))
    return Sum(operand(reading, total), parts, True, False, place(reading, *counted, total, *row), likely=True)


def _product(reading: Reading, rate: Statement, count: Statement) -> Operand:
    """Return what one class gets; a standard is exact, a mean was rounded."""
    many, one = count.quantity.value, rate.quantity
    number = _NUMBER.search(one.text)
    text = f"{count.quantity.text}×{number[0] if number else one.text}"
    quantity = replace(one, text=text, value=one.value * many, ulp=one.ulp * many, step=one.step * many, per="")
    return Operand(quantity, place=place(reading, count, rate), exact=_MEAN not in said_before(rate))


def _is_narrow(claim: Sum) -> bool:
    """Whether the products and the total are so exact that they do not fit by chance."""
    loose = sum(part.quantity.size()[1] for part in claim.parts if not part.exact)
    whole, digit = claim.total.quantity.size()
    return loose + digit <= _WIDE * whole or sum(part.value for part in claim.parts) == claim.total.value


def _is_explained(reading: Reading, total: Statement) -> bool:
    """Whether other figures give the total rightly."""
    known: dict[int, list[Claim]] | None = reading.memory.get("claims by operand")
    if known is None:
        known = reading.memory["claims by operand"] = {}
        for claim in reading.claims_found():
            for one in claim.operands():
                known.setdefault(one.place.start, []).append(claim)
    return any(map(holds, known.get(total.start, ())))


def _is_slip(claim: Sum, total: Statement) -> bool:
    """Whether one slip in the total explains why it is not what standards make, and no other figure is so near."""
    made = sum(part.quantity.size()[0] for part in claim.parts)
    return all(part.exact for part in claim.parts) and mended(total, made, made) < CHANCE
