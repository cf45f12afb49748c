"""``growth`` of what is told behind how it has changed: 比年初压减2871万元，降幅6.3%，余额降至4.27亿元."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..patterns import lazy
from .grown import growth_of, is_real
from .roles import Role
from .statements import Reading, Statement

_CAME_TO = lazy(
    "^[ ,]*(?:年末|年底|期末|月末|目前|现|全[市县区州镇乡])*[㐀-鿿]{0,6}?(?:余额|存量|总[量额数]|规模)?"
    "(?:达到?|[增升降减][至到]|为)了?[: ]*$"
)
_SAME = lazy("余额|存量|总[量额数]|规模|[增升降减][至到]|^[ ,]*达到?")
"""Words by which what it came to is known to be what has changed."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the growth by an amount and a percentage of the level right behind them."""
    for percent in reading.of_role(Role.GROWTH):
        around = reading.statements[max(0, percent.index - 1) : percent.index + 2]
        if len(around) < 3 or percent.dimension != "ratio" or percent.start in results:
            continue
        change, _, after = around
        if change.role is not Role.CHANGE or not change.is_amount or change.direction != percent.direction:
            continue
        if _is_row(change, percent, after) and not is_real(reading, after, percent):
            yield growth_of(reading, [change, percent], None, after, (change, percent, None), likely=True)


def _is_row(change: Statement, percent: Statement, after: Statement) -> bool:
    """Whether the three stand side by side, and the last says that it is what the change came to."""
    row = change.segment == percent.segment == after.segment and change.depth == percent.depth == after.depth
    near = percent.clause - change.clause == 1 == after.clause - percent.clause and not percent.subject and not after.listed
    told = _CAME_TO.match(after.lead) is not None and _SAME.search(after.lead) is not None
    return row and near and told and after.dimension == change.dimension
