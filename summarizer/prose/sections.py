"""``sum`` over sentences of one shape: 共发生事故14起、死亡4人。道路交通：事故9起、死亡4人。消防：事故5起，无死亡.

Each sentence names its section before a colon and gives the same figures; the sentence before the first gives their totals. Where one
column adds up to its total, or nearly all do, the others are meant to.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import pairwise

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import led_by
from .joining import holds, operand, place
from .nearness import near_sum
from .statements import Reading, Statement

_HEAD = lazy(
    r"^[ ]*(?:\([一二三四五六七八九十0-9]+\)|[0-9]{1,2}[.、]|[一二三四五六七八九十][、是])?[ ]*[一-鿿A-Za-z]{2,12}:"
)
_MOST = 12
_SOME = 2
_APART = 2
"""Ends of sentences from one section to the next: a full stop and the end of a line."""
_LONG = 16
"""Figures of a sentence before and behind one that are looked at."""


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of each column of such sentences that no other relation has as a total."""
    firsts = [s for s in led_by(reading, ":") if s.is_standing and _HEAD.match(s.lead)]
    firsts = [s for s in firsts if not s.index or reading.statements[s.index - 1].sentence != s.sentence]
    run: list[Statement] = []
    for s in firsts:
        if run and not (s.sentence - run[-1].sentence <= _APART and s.paragraph - run[-1].paragraph <= 1):
            yield from _sections(reading, run, results)
            run = []
        run.append(s)
    yield from _sections(reading, run, results)


def _sections(reading: Reading, firsts: list[Statement], results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of the columns behind one run of sections."""
    if not _SOME <= len(firsts) <= _MOST or not firsts[0].index:
        return
    last = reading.statements[firsts[0].index - 1]
    heads = _levels(reading, last)
    rows = [_levels(reading, s) for s in firsts]
    if firsts[0].sentence - last.sentence > _APART or len(heads) < _SOME:
        return
    made = [claim for head in heads if head.start not in results and (claim := _column(reading, head, rows))]
    good = sum(holds(claim) for claim in made)
    if good and 2 * good >= len(made):
        yield from made


def _levels(reading: Reading, one: Statement) -> list[Statement]:
    """Return the amounts that stand for themselves in the sentence of a figure."""
    near = reading.statements[max(0, one.index - _LONG) : one.index + _LONG]
    own = [s for s in near if s.sentence == one.sentence and s.is_level and s.is_amount]
    return [s for s in own if s.subject and not s.depth and not s.quantity.is_hedged]


def _column(reading: Reading, head: Statement, rows: list[list[Statement]]) -> Claim | None:
    """Return the sum of the figures that have the name of a total, one of each section that has any."""
    found = [next((s for s in row if s.like(head) and _is_called(head, s)), None) for row in rows]
    parts = tuple(s for s in found if s is not None)
    if len(parts) < _SOME or (len(parts) < len(rows) and not near_sum(head, parts)):
        return None
    if any(one.paragraph > other.paragraph for one, other in pairwise(parts)):
        return None
    members = tuple(operand(reading, s) for s in parts)
    return Sum(operand(reading, head), members, True, False, place(reading, head, *parts), True)


def _is_called(head: Statement, part: Statement) -> bool:
    """Whether a figure is called as its total: 道路交通:事故 and 各类安全事故, 直接经济损失 and 经济损失."""
    own, name = part.subject.rpartition(":")[2], head.subject
    return len(own) > 1 and len(name) > 1 and (own.endswith(name) or name.endswith(own))
