"""``difference`` of a fund over a year: 上年结余A，本年收入B（其中…），支出C，用于…，当年结余B−C，年末滚存结余A＋B−C.

What stands between may be divided, since lists that add up to their total are passed over, and the balance of the year alone may be
told as well. Where one sentence tells all four, each once, it is likely to be wrong if they do not fit; over several sentences only if
one slip of the pen makes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import Literal

from ..claims.base import Claim
from ..claims.difference import Difference
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import led_by
from .flows import IN, OPENING, OUT, side_of
from .joining import added, holds, mends, operand, place
from .roles import LEVELS, Role
from .statements import Reading, Statement

_CLOSING = lazy(
    "(?:年末|年底|期末|月末|[0-9]月底|滚存|累计)[^,;。:()0-9]{0,8}(?:余额|结余|结存|节余|结转|库存)"
    "(?:资金|基金|善款)?[总额]*[共已为达有是]*[: ]*$"
)
_OTHER_TIME = lazy("上年|去年|年初|期初|历年|[比较]")
_OWN = lazy("(?:当年|本年度?|本期|当期|年度)(?:收支)?(?:净?结余|节余|盈余)|收支(?:相抵后?)?(?:净?结余|节余|差额)")
"""What of a year's income was not spent: 当年结余."""
_IN = lazy("(?:收入|募集|捐赠|捐款|收缴|筹集|归集|征缴|提取|征收|拨入|划入|转入|注入)[^,;。0-9]{0,6}$")
_OUT = lazy("(?:支出|支付|使用|发放|列支|拨付|支取|报销|补偿|救助)[^,;。0-9]{0,6}$")
_BACK = 24
"""Figures before a balance among which the three others stand."""


@dataclass(slots=True)
class _Fund:
    """What is told of a fund before its balance."""

    opening: Statement | None = None
    own: Statement | None = None
    come: list[Statement] = field(default_factory=list)
    gone: list[Statement] = field(default_factory=list)


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield what each balance at the end of a time says of what came and went."""
    parts: dict[int, int] | None = None
    for closing in led_by(reading, "余", "结存", "结转", "库存"):
        if closing.start in results or closing.depth or not closing.is_plain or not closing.is_level or closing.role is Role.PRIOR:
            continue
        if not _CLOSING.search(closing.lead) or _OTHER_TIME.search(closing.lead):
            continue
        parts = _parts(reading) if parts is None else parts
        if (fund := _before(reading, closing, parts)) is not None and fund.come and fund.gone:
            yield from _claims(reading, fund, closing, results)


def _parts(reading: Reading) -> dict[int, int]:
    """Return where each part of a known total begins, with where its total does."""
    sums = (claim for claim in reading.claims_found() if isinstance(claim, Sum) and holds(claim))
    return {part.place.start: claim.total.place.start for claim in sums for part in claim.parts}


def _before(reading: Reading, closing: Statement, parts: dict[int, int]) -> _Fund | None:
    """Return what is told of the fund back to what it began with; nothing where a figure has no place in it."""
    fund = _Fund()
    for s in reading.before(closing, _BACK):
        if s.paragraph != closing.paragraph:
            return None
        if not s.like(closing) or s.role not in LEVELS or s.role is Role.TARGET or s.depth or _is_part(s, closing, parts):
            continue
        if not s.is_plain or "其中" in s.lead:
            return None
        if _OWN.search(s.lead):
            if fund.own is not None:
                return None
            fund.own = s
        elif (side := _side(s)) == OPENING:
            fund.opening = s
            return fund
        elif side is None:
            return None
        else:
            (fund.come if side == IN else fund.gone).append(s)
    return None


def _is_part(s: Statement, closing: Statement, parts: dict[int, int]) -> bool:
    """Whether a figure is part of another that stands before it, and not of the balance."""
    total = parts.get(s.start)
    return total is not None and total < s.start and total != closing.start


def _side(s: Statement) -> str | None:
    told = side_of(s)
    if told in (OPENING, IN, OUT):
        return told
    return None if told else IN if _IN.search(s.lead) else OUT if _OUT.search(s.lead) else None


def _claims(reading: Reading, fund: _Fund, closing: Statement, results: Set[int]) -> Iterator[Claim]:
    """Yield that a fund has what it had, with what came and without what went, if it has, or is likely to be meant to.

    Where the balance of the year does not fit either, only that is told: one figure that came or went makes both wrong.
    """
    come, gone, own = fund.come, fund.gone, fund.own
    had = come if fund.opening is None else [fund.opening, *come]
    claim = Difference(added(reading, had), added(reading, gone), operand(reading, closing), 1, place(reading, *had, *gone, closing), True)
    clear = len(come) == len(gone) == 1 and (had[0].sentence == closing.sentence or mends(claim))
    if not (holds(claim) or clear):
        return
    of_year = None
    if own is not None and len(come) == len(gone) == 1:
        direction: Literal[0, 1] = 0 if "差额" in own.lead else 1
        where = place(reading, *come, *gone, own)
        of_year = Difference(operand(reading, come[0]), operand(reading, gone[0]), operand(reading, own), direction, where, True)
    if of_year is not None and own is not None and own.start not in results:
        yield of_year
    if holds(claim) or of_year is None or holds(of_year):
        yield claim
