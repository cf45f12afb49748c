"""``sum`` of two figures whose names leave nothing out, sentences behind their total: 收入8.6亿元…。其中地方级5亿元。税收…；非税…。"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from .choosing import all_of, of_subject
from .complements import COMPLEMENTS, complement_of
from .joining import holds, is_part, operand, place
from .nearness import base, near_sum
from .roles import PRESENT
from .slips import CHANCE, slip_chance
from .statements import Reading, Statement

_SECONDS = {names[1]: names[0] for names, certain in COMPLEMENTS if certain and len(names) == 2 and min(map(len, names)) > 1}
_APART, _BACK = 20, 60
"""Figures between the halves, which may be broken down themselves, and before them among which their total is looked for."""
_PARAGRAPHS, _SENTENCES = 4, 3
_HUNDRED = 100
_LEAST_OF, _MOST_OF = 0.6, 1.65


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of halves that no other relation has added up."""
    subjects = all_of(reading, "subject")
    seconds = [name for name, other in _SECONDS.items() if name[0] in subjects and name in subjects and other in subjects]
    if not seconds:
        return
    sums = [claim for claim in reading.claims_found() if isinstance(claim, Sum) and claim.exhaustive]
    known = {part.place.start for claim in sums for part in claim.parts}
    totals = {claim.total.place.start for claim in sums}
    for second in of_subject(reading, *seconds):
        if second.start in known or not second.is_standing or second.role not in PRESENT or not second.quantity.is_plain:
            continue
        pair = next((pair for name in seconds if name in second.subject and (pair := _pair(reading, second, _SECONDS[name]))), None)
        if pair is not None and pair[0].start not in known:
            yield from _of(reading, pair, totals)


def _pair(reading: Reading, second: Statement, name: str) -> tuple[Statement, Statement] | None:
    """Return a figure and the one before it that has the other name."""
    for s in reading.before(second, _APART):
        if second.sentence - s.sentence > _SENTENCES or s.paragraph != second.paragraph:
            break
        if s.like(second) and name in s.subject and s.is_standing and s.role in PRESENT:
            return (s, second) if s.quantity.is_plain else None
    return None


def _of(reading: Reading, pair: tuple[Statement, Statement], totals: Set[int]) -> Iterator[Claim]:
    first = pair[0]
    heads = [
        s for s in reading.before(first, _BACK)
        if s.is_standing and s.role in PRESENT and s.quantity.is_plain and s.like(first) and first.paragraph - s.paragraph < _PARAGRAPHS
    ]  # fmt: skip
    heads = [s for s in heads if complement_of(s, pair) is not None]
    for head in heads:
        claim = _sum(reading, head, pair)
        if near_sum(head, pair) and head.quantity.shows(_HUNDRED) and holds(claim):
            yield claim
            return
    own = [s for s in heads if s.paragraph == first.paragraph and first.sentence - s.sentence <= _SENTENCES]
    if not own or first.sentence == own[-1].sentence or own[-1].start in totals:
        return
    head = own[-1]
    made = float(sum(map(base, pair))) / float(base(head) or 1)
    opens = not any(s.is_standing and s.paragraph == head.paragraph for s in reading.before(head, _BACK)) and not is_part(reading, head)
    # Another figure between may be what the halves are of: 总收入8亿元，其中地方收入5亿元。税收3亿元，非税2亿元.
    others = [s for s in own[:-1] if _LEAST_OF < float(sum(map(base, pair))) / float(base(s) or 1) < _MOST_OF]
    if opens and first.subject[:2] in ("税收", "城镇") and (not others or slip_chance(head, pair) < CHANCE) and _LEAST_OF < made < _MOST_OF:
        yield _sum(reading, head, pair)


def _sum(reading: Reading, head: Statement, pair: tuple[Statement, Statement]) -> Sum:
    return Sum(operand(reading, head), tuple(operand(reading, s) for s in pair), True, False, place(reading, head, *pair), True)
