"""``sum`` of the shares that the two halves of one whole have of it, apart: 基本支出…，占总支出的84.06%，…。项目支出…，占总支出的19.62%."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .complements import names_all
from .hundred import near_all, together
from .known import of_claims
from .roles import LEVELS, Role
from .statements import Reading, Statement

_OF = lazy("占(?P<whole>[一-鿿]{3,16})的?(?:比[重例])?[为达]?$")
_FAR, _PARAGRAPHS, _BESIDE = 24, 2, 3
_FULL, _MOST = 100, 130


def claims(reading: Reading, _results: Set[int]) -> Iterator[Claim]:
    """Yield that the shares of two halves make 100 %, where both name the same whole and other figures stand between."""
    last: dict[str, tuple[Statement, str]] = {}
    for share in reading.of_role(Role.SHARE):
        found = _OF.search(share.lead)
        part = _part(reading, share) if found and share.quantity.unit.name == "%" and not share.depth else None
        if found is None or part is None:
            continue
        before = last.get(found["whole"])
        last[found["whole"]] = (share, part.subject)
        if before is None or not _near(before[0], share) or {before[0].start, share.start} & of_claims(reading, "added up", _added_up):
            continue
        halves = (before[1], part.subject)
        shares = [before[0], share]
        made = sum(s.quantity.size()[0] for s in shares)
        sure = made <= _FULL  # what may have a third part beside it can still not be more than all
        whole = names_all(halves, sure=sure) or names_all(halves[::-1], sure=sure)
        if whole and _FULL / 2 < made < _MOST and not any(s.quantity.is_hedged for s in shares):
            yield together(reading, shares) if near_all(shares) else replace(together(reading, shares), likely=True)


def _added_up(found: list[Claim]) -> set[int]:
    """Return where the figures begin that other relations have added up."""
    return {part.place.start for claim in found if isinstance(claim, Sum) for part in claim.parts}


def _near(one: Statement, other: Statement) -> bool:
    return other.index - one.index <= _FAR and other.paragraph - one.paragraph <= _PARAGRAPHS


def _part(reading: Reading, share: Statement) -> Statement | None:
    """Return the figure right before a share, in its segment, with what it grew by between at most."""
    near = (s for s in reading.so_far(share, _BESIDE) if s.segment == share.segment and s.is_amount)
    return next((s for s in near if s.role in LEVELS or s.role is Role.TARGET), None)
