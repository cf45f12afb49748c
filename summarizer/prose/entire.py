"""``sum`` of lists that are all of their total by what their words say: 收到223件，立案205件，不予立案18件.

Or 共收到90条，甲收到50条，乙收到40条: each part has the verb of its total.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile
from operator import attrgetter

from ..claims.base import Claim
from ..claims.sum import Sum
from .choosing import led_by
from .complements import negates
from .divisions import is_division
from .joining import operand, place
from .nearness import base
from .statements import Reading, Statement

_index = attrgetter("index")
_NEARLY = 0.6
"""How much of their total parts make at least that repeat its verb, and it of them."""
_MOST = 40
_NOT = frozenset("不未非无尚仍")
"""What begins the name of what is not."""
_ANNOUNCE = ("其中", "包括", "加上", "合计", "总计")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the sums of such lists in one segment each."""
    standing = reading.standing()
    for s in led_by(reading, "共", *_NOT):
        said, is_not = "共" in s.lead, s.lead.lstrip(" ,、")[:1] in _NOT
        if not s.is_standing or not (said or is_not):
            continue
        n = bisect_left(standing, s.index, key=_index)
        if said:
            row = list(takewhile(lambda other, s=s: other.segment == s.segment, standing[n : n + _MOST]))  # type: ignore[misc]
            yield from _of_one_verb(reading, row, standing[n - 1] if n else None)
        if is_not and (n + 1 == len(standing) or standing[n + 1].segment != s.segment):
            row = [other for other in standing[max(0, n - _MOST) : n + 1] if other.segment == s.segment]
            yield from _to_what_is_not(reading, row)


def _to_what_is_not(reading: Reading, row: list[Statement]) -> Iterator[Claim]:
    """Read 收到提案223件，立案205件，并案6件，不予立案12件: from what is so to what is not, all that there is."""
    for n in range(len(row) - 3):
        head, parts = row[n], tuple(row[n + 1 :])
        plain = _behind(head, parts) and all(not p.listed and p.subject for p in parts) and not head.quantity.is_hedged
        if plain and negates(parts[0], parts[-1]) and base(head) > max(map(base, parts)) and not _announced(reading, head, parts):
            yield _all_of(reading, head, parts)
            return


def _of_one_verb(reading: Reading, row: list[Statement], before: Statement | None) -> Iterator[Claim]:
    """Read 共收到留言90条，部门收到50条，各县收到40条: a total, and with its verb all that it is made of."""
    head, verb = row[0], row[0].lead.rpartition("共")[2][:2]
    if len(verb) < 2 or head.quantity.is_hedged:
        return
    parts = tuple(takewhile(lambda s: s.lead.rstrip().endswith(verb), row[1:]))
    if len(parts) < 2 or not _behind(head, parts) or any(p.lead.strip(" ,") == verb for p in parts):
        return
    opens = before is None or before.sentence != head.sentence
    told = opens and len(parts) == len(row) - 1 and is_division(head, parts, announced=True)  # see lists
    if not told and _NEARLY < sum(map(base, parts)) / base(head) < 1 / _NEARLY and not _announced(reading, head, parts):
        yield _all_of(reading, head, parts)


def _behind(head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether figures of its kind stand right behind a total, with no other between."""
    return parts[-1].index - head.index == len(parts) and all(p.like(head) for p in parts) and base(head) > 0


def _announced(reading: Reading, head: Statement, parts: tuple[Statement, ...]) -> bool:
    between = reading.between(head.end, parts[-1].start)
    return any(word in between for word in _ANNOUNCE)


def _all_of(reading: Reading, head: Statement, parts: tuple[Statement, ...]) -> Sum:
    members = tuple(operand(reading, p) for p in parts)
    return Sum(operand(reading, head), members, True, False, place(reading, head, *parts), True)
