"""``difference`` of all and what is excepted by name: 14个市州，除甲市外，其余13个市州; 全部20项中，除3项外，其余17项."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from ..claims.base import Claim, Operand, stretch
from ..claims.difference import Difference
from ..patterns import in_order, lazy
from ..quantities import parse
from .joining import operand, place
from .roles import LEVELS
from .statements import Reading, Statement

_REST = (lazy("其(?=[余他它])"), lazy("剩(?=[余下])"), lazy("余下"))
_EXCEPT = lazy("除(?:了)?(?P<names>[^,;。()0-9]{2,40}?)(?P<number>[0-9]{1,3}[个家项户名所座条件])?(?:之)?外,?(?:的)?$")
_AND = lazy("[、和及与]")
_MORE = lazy("等$|[省市县区镇乡]直|部分|个别|少数")
_BACK, _LENGTH, _SENTENCES = 8, 60, 1


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each number of the others that follows what is excepted."""
    plain = reading.ground.plain
    if "除" not in plain:
        return
    for sign in in_order(plain, _REST):
        found = _EXCEPT.search(plain, max(0, sign.start() - _LENGTH), sign.start())
        rest = next(iter(reading.within(sign.end(), sign.end() + 4)), None) if found else None
        if found is None or rest is None or rest.start in results or not rest.quantity.is_count or rest.quantity.is_hedged:
            continue
        whole = next((s for s in reading.before(rest, _BACK) if _may_be_all(s, rest, found)), None)
        less = _excepted(found, rest)
        if whole is not None and less is not None:
            yield Difference(operand(reading, whole), less, operand(reading, rest), 1, place(reading, whole, rest), True)


def _may_be_all(whole: Statement, rest: Statement, found: re.Match[str]) -> bool:
    near = rest.sentence - whole.sentence <= _SENTENCES and rest.paragraph == whole.paragraph and whole.start < found.start()
    alike = near and whole.like(rest) and whole.role in LEVELS and whole.depth == rest.depth
    return alike and (whole.sentence == rest.sentence or whole.quantity.value > rest.quantity.value)


def _excepted(found: re.Match[str], rest: Statement) -> Operand | None:
    """Return how many are excepted, by their number or their names."""
    if found["number"]:
        return Operand(parse(found["number"]), place=stretch(*found.span("number")))
    if _MORE.search(found["names"]):
        return None
    return Operand(parse(f"{len(_AND.split(found['names']))}{rest.quantity.unit.name}"), place=stretch(*found.span("names")))
