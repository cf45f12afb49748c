"""``sum`` from prose: a total and its parts (其中, 包括, brackets, 分…看), and the parts and their total (加上, 合计)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .announced import breakdowns
from .breakdowns import Breakdown, Kind, by_segment, group, mixed_parts, parts_for, readings
from .closings import closings
from .complements import ends_with_rest, may_overlap
from .joining import holds, is_part, operand, place
from .lists import unannounced
from .nearly import BRACKETS, OVERLAPPING, must_add_up, nearly_all
from .nearness import base, near_sum
from .roles import Role
from .slips import one_slip
from .statements import Reading, Statement
from .totals import totals
from .words import SIDE_EFFECT

_CLEAR = 1000
"""A total of so many units of its last digit that a slip of the scale word makes exact is not exact by chance."""
_SCALES = (10**4, 10**8)
_FLOAT = 1e-6
#: What a figure counts, said behind its measure word.
_NOUN = lazy("[\u4e00-\u9fff]{2,4}")
_SOME = 100
_NET = lazy("净|顺差|逆差|差额|结余|盈亏|利润|盈利|亏损|增收|节支")
"""Totals that a part can exceed: what one adds, another takes away."""
_LOSS = lazy("亏损|净减少?|净流出|负增长")
"""What a part takes away from its total."""
_STOCK = lazy("累计|存量|现有|历年|总(?=投资|面积|人)")
_NEAR = 12
"""Statements before a list among which another total is looked for before one is called wrong."""
_APART = 3
"""Figures from one member of a list to the next; with its growth and its share a member has three."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of all totals and their parts."""
    for breakdown in breakdowns(reading):
        yield from _breakdown(reading, breakdown)
    yield from unannounced(reading)
    found = list(totals(reading))
    yield from found
    yield from closings(reading, {claim.total.place.start for claim in found if isinstance(claim, Sum)})


def _breakdown(reading: Reading, breakdown: Breakdown) -> Iterator[Claim]:
    """Read each dimension of a breakdown: 户, 人 and 元 are three totals with three lists of parts."""
    fitted: list[Sum] = []
    missed: list[tuple[tuple[Statement, ...], set[int]]] = []
    for heads in _by_kind(breakdown.heads):
        fitting, answered = _fitting(reading, breakdown, heads)
        fitted += fitting
        if not fitting or (not breakdown.near and len(answered) < len(heads)):
            missed.append((heads, answered))
    yield from fitted
    rows = max((len(claim.parts) for claim in fitted if _tells(claim)), default=0)
    taken = {part.place.start for claim in fitted for part in claim.parts}
    for heads, answered in missed:
        yield from _accuse(reading, breakdown, heads, _Known(frozenset(answered), rows, frozenset(taken)))


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a list from those of its dimensions that add up.

    Args:
        answered: the heads that another list of parts belongs to. taken: where parts begin that belong to a total.
        rows: how many parts a dimension has that does add up; 0 for none.
    """

    answered: frozenset[int]
    rows: int
    taken: frozenset[int]


def _tells(claim: Sum) -> bool:
    """Whether a total has so many digits that it does not fit by chance."""
    return claim.total.value >= _SOME * claim.total.quantity.ulp


def _by_kind(heads: tuple[Statement, ...]) -> list[tuple[Statement, ...]]:
    """Return the heads apart by dimension, and targets apart from what was reached."""
    found: dict[tuple[str, str], list[Statement]] = {}
    for head in heads:
        found.setdefault((head.dimension, group(head.role)), []).append(head)
    return [tuple(heads) for heads in found.values()]


def _fitting(reading: Reading, breakdown: Breakdown, heads: tuple[Statement, ...]) -> tuple[list[Sum], set[int]]:
    """Return the totals that a reading of the list adds up to, and which heads they are; a list of parts has one total only."""
    used: set[int] = set()
    answered: set[int] = set()
    found: list[Sum] = []
    for head in _candidates(reading, breakdown, heads):
        every = parts_for(head, breakdown)
        ways = readings(head, breakdown, every)
        fit = next((claim for parts in ways if (claim := _free_fit(reading, head, parts, used, len(every)))), None)
        if fit is not None:
            found.append(fit)
            answered.add(head.index)
    return found, answered


def _candidates(reading: Reading, breakdown: Breakdown, heads: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return the heads worth trying: in its own sentence a list is of the figure before it, or of the one before that."""
    if not breakdown.near:
        return heads
    return heads[:1] if is_part(reading, heads[0]) else heads[:2]


def _free_fit(reading: Reading, head: Statement, parts: tuple[Statement, ...], used: set[int], every: int) -> Sum | None:
    """Return the sum if it holds; some of the items alone must make the total to the digit if it has few digits."""
    if not near_sum(head, parts) or (used and not used.isdisjoint([p.index for p in parts])):
        return None
    if len(parts) < every and _goes_on(reading, head, parts):
        return None
    claim = _sum(reading, head, parts)
    if not holds(claim) or (len(parts) < every and not _tells(claim) and sum(map(base, parts)) != base(head)):
        return None
    used.update(p.index for p in parts)
    return claim


def _goes_on(reading: Reading, head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a list that makes a small total goes on behind a 、 with a member named alike: 农村支部5个、机关支部2个、学校支部1个."""
    following = reading.statements[parts[-1].index + 1 : parts[-1].index + 2]
    if _tells_of(head) or not following or following[0].index - parts[0].index != len(parts) or not following[0].like(head):
        return False
    gap = reading.between(parts[-1].end, following[0].start)
    return "、" in gap and "," not in gap and len({s.subject[-1:] for s in (*parts, following[0])}) == 1


def _tells_of(head: Statement) -> bool:
    return head.quantity.shows(_SOME)


def _accuse(reading: Reading, breakdown: Breakdown, heads: tuple[Statement, ...], known: _Known) -> Iterator[Claim]:
    """Judge a list that adds up to nothing: what must add up, and what must not be more than its total."""
    for head, listed, certain in _own_lists(reading, breakdown, heads, known.rows):
        parts = _of_one_mark(reading, head, listed)
        if any(_LOSS.search(p.lead) for p in parts) and not _LOSS.search(head.lead):
            continue
        if breakdown.near and not _stands_before(reading, breakdown, head, parts):
            continue
        if breakdown.kind in (Kind.BY, Kind.WITHIN) and len(parts) > 2 and _is_sum(parts[0], parts[1:]):
            continue  # the first is what the others make together
        if head.index in known.answered or not known.taken.isdisjoint(p.start for p in parts):
            continue
        must = must_add_up(reading, breakdown, head, parts, known.rows)
        if len(parts) > 1 and (must is not None or _slip(head, parts)):
            yield _elsewhere(reading, head, parts) or _sum(reading, head, parts, likely=must is False or not certain)
        elif nearly_all(reading, breakdown, head, parts):
            yield _elsewhere(reading, head, parts) or _sum(reading, head, parts, likely=True)
        elif breakdown.kind in (Kind.INCLUDING, Kind.CONTAINING, Kind.WITHIN, Kind.BY):
            yield from _room(reading, breakdown, head, parts)


def _is_sum(one: Statement, others: tuple[Statement, ...]) -> bool:
    """Whether a figure is to the digit what others make together."""
    return near_sum(one, others) and base(one) == sum(map(base, others))


def _stands_before(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether no ； parts a list from its total, but one that 其中 itself stands behind, and the list begins where it is announced."""
    clause = reading.ground.clauses[reading.ground.clause_at(breakdown.start)]
    begins = not reading.between(clause.start, breakdown.start).strip(" (")
    first = breakdown.items[0]
    return first.segment - head.segment <= begins and (not parts or parts[0].segment == first.segment)


def _elsewhere(reading: Reading, head: Statement, parts: tuple[Statement, ...]) -> Sum | None:
    """Return the sum with another figure before the list as its total, if it holds: then the list is of that one."""
    for other in reading.before(parts[0], _NEAR):
        own = other.index != head.index and other.is_level and other.like(head) and not other.depth and not other.quantity.is_hedged
        if own and near_sum(other, parts):
            claim = _sum(reading, other, parts)
            if _tells(claim) and holds(claim):
                return claim
    return None


def _own_lists(
    reading: Reading, breakdown: Breakdown, heads: tuple[Statement, ...], rows: int
) -> Iterator[tuple[Statement, tuple[Statement, ...], bool]]:
    """Yield the totals that the grammar gives the list, with their parts, and whether it leaves no choice.

    The total is the nearest in the sentence of the list, or alone in the sentence before; two of one kind there stand
    in the order of the columns. With a sibling that adds up, one that stands alone in the sentences before will do.
    """
    if breakdown.near:
        if parts := plain_list(heads[0], breakdown):
            yield heads[0], parts, True
        return
    if breakdown.kind is not Kind.WITHIN:  # 税收中，… names its total, which may be a part itself
        heads = tuple(h for h in heads if not is_part(reading, h))
    last = max(h.sentence for h in breakdown.heads)
    own = [h for h in heads if h.sentence == last][::-1]
    if len(own) == 1:
        if parts := plain_list(own[0], breakdown):
            yield own[0], parts, True
    elif own:
        columns = list(_by_column(breakdown, own)) or list(_nearest_with_room(breakdown, own[-1], own[:-1]))
        yield from columns or _beyond_all(breakdown, own)
    elif rows and len(heads) == 1:
        parts = plain_list(heads[0], breakdown)
        if len(parts) == rows:
            yield heads[0], parts, False


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


def plain_list(head: Statement, breakdown: Breakdown) -> tuple[Statement, ...]:
    """Return the parts as the marks show them.

    They are one run before the first ；, or one from each segment where each has one. Where the list stands in the
    sentence of its total, what follows a ； may be another subject.
    """
    parts = parts_for(head, breakdown)
    mixed = mixed_parts(head, breakdown)
    if len(mixed) > len(parts) and mixed[-1].segment == breakdown.items[-1].segment and one_slip(head, mixed):
        return tuple(_run(list(mixed), breakdown))
    if not parts:
        return tuple(_run(list(mixed), breakdown))
    rows = by_segment(parts)
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


def _slip(head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether one scale word, put in or left out, makes all exact: 8754元 among figures of 万元."""
    if not head.quantity.shows(_CLEAR):
        return False
    sizes = [p.quantity.size()[0] for p in parts]
    gap = head.quantity.size()[0] - sum(sizes)
    roughly = [n for n, size in enumerate(sizes) for factor in _SCALES if abs(gap - size * (factor - 1)) <= _FLOAT * abs(gap)]
    if not roughly:
        return False
    values = [base(p) for p in parts]
    exactly = base(head) - sum(values)
    return any(exactly == values[n] * (factor - 1) for n in roughly for factor in _SCALES)


def _room(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...]) -> Iterator[Claim]:
    """Yield that the parts are not more than the total; one part that is more is an error, all together may overlap."""
    first = breakdown.items[0].segment
    if breakdown.kind is Kind.BY and (OVERLAPPING.search(breakdown.aspect) or not (breakdown.near or _is_first(reading, head))):
        return
    near = tuple(p for p in parts if p.segment == first) if breakdown.near and not breakdown.whole else parts
    if not breakdown.near and breakdown.kind is not Kind.WITHIN and head.segment != breakdown.heads[0].segment:
        return  # a ； stands between, and the list is of what follows it
    if not near or head.role is Role.BALANCE or _NET.search(head.lead):
        return
    single = next((p for p in near if base(p) > base(head)), None)
    if single is None:
        if len(near) == 1 or not (may_overlap(reading, near) or _stages(reading, near)):
            yield _within(reading, head, near, likely=len(near) > 1 or breakdown.kind is Kind.BY)
    elif (breakdown.kind is Kind.BY and not breakdown.near) or _other_things(reading, head, single) or _of_another(reading, head, single):
        return
    elif _one_total(reading, breakdown, head, single) and not (_STOCK.search(single.lead) and not _STOCK.search(head.lead)):
        plain = single is near[0] or "," not in reading.between(near[0].end, single.start)
        roomy = not breakdown.near and any(h.like(head) and base(h) >= base(single) for h in breakdown.heads)
        likely = single.segment != first or not plain or roomy or breakdown.kind is Kind.BY
        yield _within(reading, head, (single,), likely=likely)


def _is_first(reading: Reading, head: Statement) -> bool:
    """Whether no other figure that stands for itself is before the total in its sentence."""
    return not any(s.is_level and s.is_amount and not s.depth for s in reading.so_far(head, _NEAR))


def _of_one_mark(reading: Reading, head: Statement, parts: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return a list up to where a comma follows its 、: 其中硕士52名、本科80名，交流轮岗96名 has two parts.

    What is called as the total is goes on with the list: 造林900亩，其中油茶500亩、毛竹300亩，火烧迹地造林100亩.
    """
    listed = False
    for n, (one, other) in enumerate(pairwise(parts), 1):
        gap = BRACKETS.sub("", reading.between(one.end, other.start))
        called = len(other.subject) > 1 and other.subject[-2:] in head.subject
        if "," in gap and one.segment == other.segment and (SIDE_EFFECT.search(other.lead) or (listed and not called)):
            return parts[:n]
        listed = listed or ("、" in gap and "," not in gap)
    return parts


def _stages(reading: Reading, parts: tuple[Statement, ...]) -> bool:
    """Whether each part has a rate of its own: 已注册71个，注册率82%，已开工48个，开工率55% are of one whole, one inside the other."""
    following = [reading.statements[p.index + 1 : p.index + 2] for p in parts]
    return sum(bool(after) and after[0].role in (Role.NAMED_RATE, Role.RATE) for after in following) > 1


def _other_things(reading: Reading, head: Statement, part: Statement) -> bool:
    """Whether both count by the same measure word, but different things: 两个项目，包含近50个指标."""
    one, other = (_NOUN.match(reading.ground.plain, statement.end) for statement in (head, part))
    return bool(head.quantity.unit.counting and one and other and not set(one.group()) & set(other.group()))


def _of_another(reading: Reading, head: Statement, part: Statement) -> bool:
    """Whether a figure before the total has the name of the part: 在校生9909人，毕业3000人（其中技校在校生3964人，毕业1519人）."""
    name = part.subject[-2:]
    near = (s for s in reading.so_far(head, _NEAR) if s.like(head))
    return len(name) > 1 and not head.subject.endswith(name) and any(s.subject.endswith(name) for s in near)


def _one_total(reading: Reading, breakdown: Breakdown, head: Statement, part: Statement) -> bool:
    """Whether no other figure of the sentence has room for the part: 上年八百万元，今年七百万元，其中… is of one of the two."""
    return is_part(reading, head) or all(base(rival) < base(part) for rival in _rivals(breakdown, head))


def _within(reading: Reading, head: Statement, parts: tuple[Statement, ...], *, likely: bool) -> Sum:
    return Sum(operand(reading, head), tuple(operand(reading, p) for p in parts), False, False, place(reading, head, *parts), likely)


def _rivals(breakdown: Breakdown, head: Statement) -> list[Statement]:
    """Return the other figures of the sentence that might be the total as well."""
    return [h for h in breakdown.heads[: breakdown.near] if h.like(head) and h.segment == head.segment]


def _sum(reading: Reading, head: Statement, parts: tuple[Statement, ...], *, likely: bool = False) -> Sum:
    return Sum(operand(reading, head), tuple(operand(reading, p) for p in parts), True, False, place(reading, head, *parts), likely)
