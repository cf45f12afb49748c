"""``share`` in a row of things of which each has its whole: 火灾20万起，死亡900人。冬春火灾12万起、死亡600人，分别占全年的60%、67%."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.share import Share
from .joining import holds
from .known import lists_before
from .parts import Pair, pair_of
from .roles import LEVELS, Role
from .shares import share_of
from .statements import Reading, Statement

_BACK, _PARAGRAPHS, _ROW = 40, 1, 6


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the shares of rows of which not each is the result of a claim yet."""
    for first in reading.of_role(Role.SHARE):
        if first.dimension != "ratio" or first.listed or not first.respective:
            continue
        row = [first]
        for s in reading.statements[first.index + 1 : first.index + _ROW]:
            if not s.listed or s.role is not Role.SHARE:
                break
            row.append(s)
        if len(row) < 2 or all(s.start in results for s in row):
            continue
        pairs = [pair for pair in (pair_of(reading, s) for s in row) if pair is not None]
        if len(pairs) < len(row):
            yield from _of_list(reading, row)
        else:
            yield from (claim for claim in _of_wholes(reading, pairs) if claim.share.place.start not in results)


def _of_list(reading: Reading, row: list[Statement]) -> Iterator[Share]:
    """Read 国税20亿元；地税25亿元；财政5亿元。三部门分别占总量的40%、50%和10%: of the list before that adds up, and its total."""
    first = row[0]
    for total, parts in lists_before(reading, first, 1):
        if len(parts) == len(row):
            parts = [part if part.like(total) else part.in_unit(total.quantity.unit) for part in parts]  # 分别为735、148、97件
            found = [share_of(reading, Pair(part, s), total, likely=True) for part, s in zip(parts, row, strict=True)]
            yield from found if any(map(holds, found)) else ()
            return


def _of_wholes(reading: Reading, pairs: list[Pair]) -> list[Share]:
    """Return the claims of shares against the row of wholes before that fits best, if one share at least fits."""
    part = pairs[0].part
    near = [s for s in reading.before(part, _BACK) if part.paragraph - s.paragraph <= _PARAGRAPHS and s.sentence < part.sentence]
    near = [s for s in near if s.role in LEVELS and s.is_amount and s.depth == part.depth][::-1]
    best: list[Share] = []
    fits = 0
    for n in range(len(near) - len(pairs) + 1):
        wholes = near[n : n + len(pairs)]
        if wholes[0].sentence == wholes[-1].sentence and all(map(_may_be, pairs, wholes)):
            found = [share_of(reading, pair, whole, likely=True) for pair, whole in zip(pairs, wholes, strict=True)]
            if (sound := sum(map(holds, found))) and sound >= fits:
                best, fits = found, sound
    return best


def _may_be(pair: Pair, whole: Statement) -> bool:
    return whole.like(pair.part) and whole.quantity.size()[0] >= pair.part.quantity.size()[0] > 0
