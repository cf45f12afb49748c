"""Which total the grammar gives a list, and which of its figures are the parts as the marks show them; for ``sums``."""

from __future__ import annotations

from collections.abc import Iterator

from .breakdowns import Breakdown, Kind, by_segment, mixed_parts, other_word, parts_for
from .complements import ends_with_rest
from .joining import is_part
from .nearness import base
from .roles import Role
from .slips import one_slip
from .statements import Reading, Statement

_NAME = 2
_APART = 3
"""Figures from one member of a list to the next; with its growth and its share a member has three."""


def own_lists(
    reading: Reading, breakdown: Breakdown, heads: tuple[Statement, ...], rows: int
) -> Iterator[tuple[Statement, tuple[Statement, ...], bool]]:
    """Yield the totals that the grammar gives the list, with their parts, and whether it leaves no choice.

    The total is the nearest in the sentence of the list, or alone in the sentence before; two of one kind there stand
    in the order of the columns. With a sibling that adds up, one that stands alone in the sentences before will do.
    """
    if breakdown.near:
        for head in heads[:2]:  # 受理879件，结案700件，其中民事受理755件: of the second, where none can be of the first
            if parts := plain_list(head, breakdown):
                yield head, parts, True
                return
        return
    if breakdown.kind is not Kind.WITHIN:  # 税收中，… names its total, which may be a part itself
        heads = tuple(h for h in heads if not is_part(reading, h))
    last = max(h.sentence for h in breakdown.heads)
    own = [h for h in heads if h.sentence == last][::-1]
    if len(own) == 1:
        if parts := plain_list(own[0], breakdown):
            yield own[0], parts, breakdown.kind is not Kind.BY or breakdown.items[0].sentence - last < 2
    elif own:
        columns = list(_by_column(breakdown, own)) or list(_by_name(breakdown, own)) or list(_by_ending(breakdown, own, rows))
        columns = columns or list(_by_word(breakdown, own))
        yield from columns or list(_nearest_with_room(breakdown, own[-1], own[:-1])) or _beyond_all(breakdown, own)
    elif rows and len(heads) == 1:
        parts = plain_list(heads[0], breakdown)
        if len(parts) == rows:
            yield heads[0], parts, False
    elif breakdown.kind is Kind.BY and len(heads) == 1 and last - heads[0].sentence == 1:
        yield from _past_its_parts(breakdown, heads[0], last)


def _past_its_parts(breakdown: Breakdown, head: Statement, last: int) -> Iterator[tuple[Statement, tuple[Statement, ...], bool]]:
    """Yield the total of a list by an aspect behind the sentence of its other parts: 收入A。其中：税收B，非税C。按级次分：D；E."""
    parts = plain_list(head, breakdown)
    between = [base(h) for h in breakdown.heads if h.sentence == last and h.like(head) and h.role is not Role.TARGET]
    if len(parts) > 1 and between and max(between) < min(sum(map(base, parts)), base(head)):
        yield head, parts, False


def _nearest_with_room(
    breakdown: Breakdown, head: Statement, others: list[Statement]
) -> Iterator[tuple[Statement, tuple[Statement, ...], bool]]:
    """Yield the figure right before 。其中, where no other of its sentence has room for the parts either: 观测站1个，雨量站20个。其中…."""
    parts = plain_list(head, breakdown)
    if len(parts) > 1 and head.index == breakdown.items[0].index - 1 and all(base(s) < sum(map(base, parts)) for s in others):
        yield head, parts, False


def _beyond_all(breakdown: Breakdown, heads: list[Statement]) -> Iterator[tuple[Statement, tuple[Statement, ...], bool]]:
    """Yield the largest of several figures before 。其中 with the first part, where this is more than all of them together."""
    parts = parts_for(heads[0], breakdown)[:1]
    if parts and parts[0].index == breakdown.items[0].index and base(parts[0]) > sum(map(base, heads)):
        yield max(heads, key=base), tuple(parts), False


def _by_column(breakdown: Breakdown, heads: list[Statement]) -> Iterator[tuple[Statement, tuple[Statement, ...], bool]]:
    """Yield heads with the columns of the rows, where each row has as many figures of the kind as there are heads."""
    table = by_segment(parts_for(heads[0], breakdown))
    if len(table) > 1 and all(len(row) == len(heads) for row in table):
        for n, head in enumerate(heads):
            yield head, tuple(row[n] for row in table), True


def _by_name(breakdown: Breakdown, heads: list[Statement]) -> Iterator[tuple[Statement, tuple[Statement, ...], bool]]:
    """Yield heads that have names of their own with the figures of these names, one of each row: 死亡5人，伤8人。其中甲死亡1人，伤2人."""
    found = [(head, [p for p in parts_for(head, breakdown) if p.subject.endswith(head.subject[-_NAME:])]) for head in heads]
    if len({head.subject[-_NAME:] for head in heads}) == len(heads) and all(parts and head.subject for head, parts in found):
        for head, parts in found:
            yield head, tuple(row[0] for row in by_segment(parts)), False


def _by_ending(breakdown: Breakdown, heads: list[Statement], rows: int) -> Iterator[tuple[Statement, tuple[Statement, ...], bool]]:
    """Yield the one head that is called as all parts are: 总产值69亿元，增加值37亿元。其中农业产值7亿元；林业产值1亿元；渔业产值61亿元."""
    parts = plain_list(heads[0], breakdown)
    called = {p.subject[-_NAME:] for p in parts}
    named = [head for head in heads if head.subject[-_NAME:] in called and len(head.subject) >= _NAME]
    plain = breakdown.kind is Kind.INCLUDING and parts and (parts[0].index == breakdown.items[0].index or len(parts) == rows)
    if plain and len(parts) > _NAME and len(called) == len(named) == 1:
        yield named[0], parts, False


def _by_word(breakdown: Breakdown, heads: list[Statement]) -> Iterator[tuple[Statement, tuple[Statement, ...], bool]]:
    """Yield the one head that has a word all parts have: 购进总额147亿元，销售总额162亿元。分层级看，直属企业销售额…；县级社销售额…."""
    parts = plain_list(heads[0], breakdown)
    names = [head.subject for head in heads]
    words = [{name[n : n + _NAME] for n in range(len(name) - 1)} for name in names]
    own = [found.difference(*(other for other in words if other is not found)) for found in words]
    named = [head for head, found in zip(heads, own, strict=True) if parts and any(all(word in p.lead for p in parts) for word in found)]
    if len(named) == 1 and len(parts) > 1 and parts[0].index == breakdown.items[0].index:
        yield named[0], parts, False


def plain_list(head: Statement, breakdown: Breakdown) -> tuple[Statement, ...]:
    """Return the parts as the marks show them.

    They are one run before the first ；, or one from each segment where each has one. Where the list stands in the
    sentence of its total, what follows a ； may be another subject.
    """
    parts = parts_for(head, breakdown)
    mixed = mixed_parts(head, breakdown, built=False)
    if not parts and any(h.like(p) for h in breakdown.heads for p in breakdown.items[:1]):
        return ()  # 隐患638处，涉及22个单位。其中：甲98处
    if len(mixed) > len(parts) and mixed[-1].segment == breakdown.items[-1].segment and one_slip(head, mixed):
        return tuple(_run(list(mixed), breakdown))
    opens = len(mixed) > len(parts) and mixed[0].index == breakdown.items[0].index
    if len(mixed) > len(parts) and (not parts or other_word(head) or (opens and sum(map(base, mixed)) > base(head))):
        parts = list(mixed)
    if not parts:
        return ()
    rows = by_segment(parts)
    if len(rows[0]) > 1 and len(rows) > 1 and all(len(p.subject) > 1 and p.subject[-2:] in head.subject for p in parts):
        return tuple(_run(parts, breakdown))  # 调解90件。其中司法所调解30件，居委会调解20件，均成功；调委会调解40件
    if len(rows[0]) > 1:
        return tuple(_run(_up_to_rest(rows[0]), breakdown))
    return tuple(row[0] for row in rows)


def _up_to_rest(row: list[Statement]) -> list[Statement]:
    """Return a list up to its 其他: what follows is no part any more."""
    ends = next((n for n in range(2, len(row)) if ends_with_rest(tuple(row[:n]))), len(row))
    return row[:ends]


def _run(row: list[Statement], breakdown: Breakdown) -> Iterator[Statement]:
    """Yield the members of a list until other figures stand between two of them, those in brackets left out."""
    for n, part in enumerate(row):
        if n:
            last = row[n - 1].index
            if part.index - last > _APART:
                bracketed = sum(last < s.index < part.index for s in breakdown.inner)
                bracketed += sum(last < s.index < part.index and s.dimension == "ratio" for s in breakdown.items)
                if part.index - last - bracketed > _APART:
                    return
        yield part
