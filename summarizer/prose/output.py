"""``sum`` of the three industries to the output of a place: their figures stand in sentences of their own, or are broken down again."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .choosing import of_subject
from .joining import operand, place
from .roles import PRESENT
from .statements import Reading, Statement

_NAMES = (("第一产业", "第二产业", "第三产业"), ("一产", "二产", "三产"))
_THREE = 3
_APART = 12
_BACK = 8
_SENTENCES = 3
_OUTPUT = lazy("生产总值|GDP")
_OTHER = lazy("投资|用电|就业|税|贷款|从业|利用外资|项目|法人|单位|劳动|人口|消费|工业")


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of the industries that no relation has found to be all of the output before them."""
    told: set[int] | None = None
    for names in _NAMES:
        for first in of_subject(reading, names[0]):
            parts = _industries(reading, first, names)
            head = _output(reading, parts) if parts else None
            if head is None:
                continue
            told = _told(reading) if told is None else told
            if head.start not in told:
                members = tuple(operand(reading, p) for p in parts)
                yield Sum(operand(reading, head), members, True, False, place(reading, head, *parts), True)


def _told(reading: Reading) -> set[int]:
    """Return where the totals begin of which a sum of three figures is known."""
    return {claim.total.place.start for claim in reading.claims_found() if isinstance(claim, Sum) and len(claim.parts) >= _THREE}


def _industries(reading: Reading, first: Statement, names: tuple[str, ...]) -> tuple[Statement, ...]:
    """Return the figures of the three in their order, from one paragraph; nothing where one is missing."""
    found = [first]
    if not _stands(first, names[0]):
        return ()
    for s in reading.statements[first.index + 1 : first.index + _APART]:
        name = names[len(found)]
        if s.paragraph != first.paragraph or s.sentence - first.sentence > _SENTENCES:
            break
        if s.like(first) and s.depth == first.depth and _stands(s, name):
            found.append(s)
            if len(found) == len(names):
                return tuple(found)
    return ()


def _stands(figure: Statement, name: str) -> bool:
    subject = figure.subject
    plain = figure.is_plain and figure.role in PRESENT and figure.is_amount
    return plain and subject.startswith(name) and not _OTHER.search(subject[len(name) :])


def _output(reading: Reading, parts: tuple[Statement, ...]) -> Statement | None:
    """Return the one figure of output that stands right before the industries, alone of its kind."""
    first = parts[0]
    before = [s for s in reading.before(first, _BACK) if s.like(first) and s.role in PRESENT and s.depth == first.depth]
    if not before or first.sentence - before[0].sentence > 1 or before[0].paragraph < first.paragraph - 1:
        return None
    head = before[0]
    return head if head.is_plain and _OUTPUT.search(head.subject) else None
