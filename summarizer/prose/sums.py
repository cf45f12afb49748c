"""``sum`` from prose: a total and its parts (其中, 包括, brackets, 分…看), and the parts and their total (加上, 合计)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from ..claims.base import Claim, Outcome
from ..claims.sum import Sum
from ..patterns import lazy
from .announced import breakdowns
from .breakdowns import Breakdown, Kind, by_segment, group, parts_for, readings
from .closings import closings
from .complements import complement_of, ends_with_rest, may_overlap
from .excess import beyond, excess
from .flows import OPENING, OUT, side_of
from .joining import holds, is_part, operand, outcome, place
from .lists import unannounced
from .nearly import by_another_aspect, must_add_up, nearly_all
from .nearness import base, near_sum
from .others_of_total import up_to_running
from .own_lists import own_lists, plain_list
from .roles import Role
from .statements import Reading, Statement
from .totals import totals
from .words import BRACKETED, SIDE_EFFECT

_CLEAR = 1000
"""A total of so many units of its last digit that a slip of the scale word makes exact is not exact by chance."""
_SCALES = (10**4, 10**8)
_FLOAT = 1e-6
_ANY_MARK = lazy("[^、,;]")
_SOME = 100
_ROWS, _SOME_ROWS = 3, 25
_LOSS = lazy("亏损|净减少?|净流出|负增长")
"""What a part takes away from its total."""
_BESIDES = lazy("[ ,;]*(?:另|此外|还)")
"""What begins a part that stands apart from the list: 另有监测设备120万元."""
_GOOD, _POOR = lazy("满意|赞成|同意|合格|称职|达标"), lazy("不(?:太|够|很)?(?:满意|同意|合格|称职|达标)|反对|弃权")
_NEAR = 12
"""Statements before a list among which another total is looked for before one is called wrong."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of all totals and their parts."""
    seen = _Seen(set(), [])
    for breakdown in breakdowns(reading):
        for claim in _breakdown(reading, breakdown, seen):
            yield claim
            if isinstance(claim, Sum) and claim.exhaustive and len(claim.parts) >= _ROWS:
                seen.lists.append(claim)
    yield from unannounced(reading)
    found = list(totals(reading))
    yield from found
    yield from closings(reading, {claim.total.place.start for claim in found if isinstance(claim, Sum)})


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the lists before were found to be.

    Args:
        divided: where totals begin that one aspect divides. lists: those of three and more that are all of their total.
    """

    divided: set[int]
    lists: list[Sum]


def _breakdown(reading: Reading, breakdown: Breakdown, seen: _Seen) -> Iterator[Claim]:
    """Read each dimension of a breakdown: 户, 人 and 元 are three totals with three lists of parts."""
    tried = [(heads, *_fitting(reading, breakdown, heads)) for heads in _by_kind(breakdown.heads)]
    rows = max((len(claim.parts) for _, fitting, _ in tried for claim in fitting if _tells(claim, rows=True)), default=0)
    fitted: list[Sum] = []
    missed: list[tuple[tuple[Statement, ...], set[int]]] = []
    for heads, fitting, answered in tried:
        if fitting and _stop_before(breakdown, heads, fitting, rows):
            fitting, answered = [], set()
        fitted += fitting
        if not fitting or (not breakdown.near and len(answered) < len(heads)):
            missed.append((heads, answered))
    yield from fitted
    if rows and sum(_falls_short(breakdown, *one) for one in missed) > 1:
        return  # 6059起，死亡365人，伤2924人。其中交通4846起…、火灾1189起…、工伤18起…: six others, in which one died and nobody was hurt
    taken = {part.place.start for claim in fitted for part in claim.parts}
    for heads, answered in missed:
        made = frozenset(base(head) for head in heads if head.index in answered)
        yield from _accuse(reading, breakdown, heads, _Known(frozenset(answered), made, rows, frozenset(taken), seen))
    if breakdown.kind is Kind.BY:
        seen.divided.update(claim.total.place.start for claim in fitted)


def _names(reading: Reading, claim: Sum) -> tuple[str, ...]:
    """Return the names of the parts of a list that have one."""
    starts = reading.starts()
    return tuple(found.subject for part in claim.parts if (found := starts.get(part.place.start)) and len(found.subject) > 1)


def _stop_before(breakdown: Breakdown, heads: tuple[Statement, ...], fitting: list[Sum], rows: int) -> bool:
    """Whether a column adds up before its last row, where another one adds up over all."""
    table = by_segment(parts_for(heads[0], breakdown)) if len(fitting[0].parts) < rows else []
    return len(table) == rows and len(fitting) == 1 and len({len(row) for row in table}) == 1


def _falls_short(breakdown: Breakdown, heads: tuple[Statement, ...], answered: set[int]) -> bool:
    """Whether a list leaves some of a total to what it does not name."""
    head = next((h for h in heads if h.index not in answered), heads[0])
    called = tuple(p for p in parts_for(head, breakdown) if p.subject.endswith(head.subject[-2:]))
    parts = called or plain_list(head, breakdown)
    return len(parts) > 1 and sum(map(base, parts)) < base(head)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a list from those of its dimensions that add up.

    Args:
        answered: the heads that another list of parts belongs to. made: how much these are; 受理26件，审结26件 is one total, told twice.
        taken: where parts begin that belong to a total.
        rows: how many parts a dimension has that does add up; 0 for none. seen: what the lists before were.
    """

    answered: frozenset[int]
    made: frozenset[Fraction]
    rows: int
    taken: frozenset[int]
    seen: _Seen


def _tells(claim: Sum, *, rows: bool = False) -> bool:
    """Whether a total has so many digits that it does not fit by chance; in ``rows`` that are three it does not soon."""
    return claim.total.quantity.shows(_SOME_ROWS if rows and len(claim.parts) >= _ROWS else _SOME)


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
        fit = next((claim for parts in ways if (claim := _free_fit(reading, head, parts, used, every))), None)
        if fit is not None and breakdown.near and head.segment < heads[0].segment and outcome(fit) is not Outcome.HOLDS:
            continue  # what fits nearly by chance: 抢收小麦30万亩；抢种秋作物27.5万亩，其中…
        if fit is not None:
            found.append(fit)
            answered.add(head.index)
    return found, answered


def _candidates(reading: Reading, breakdown: Breakdown, heads: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return the heads worth trying: in its own sentence a list is of the figure before it, or of the one before that."""
    if not breakdown.near:
        return heads
    if is_part(reading, heads[0]):
        return heads[:1]
    named = (h for h in heads[2:] if h.segment != heads[0].segment and _calls(breakdown, h))
    return (*heads[:2], *(h for h in heads[2:] if h.segment == heads[0].segment and h.quantity.shows(_CLEAR)), *named)


def _calls(breakdown: Breakdown, head: Statement) -> bool:
    """Whether all parts are called as a total behind a ； is: 派单601件；按时结案597件，…，其中热线派单532件，网上派单69件."""
    parts = parts_for(head, breakdown)
    return len(head.subject) > 1 and len(parts) > 1 and all(p.subject.endswith(head.subject) for p in parts)


def _free_fit(reading: Reading, head: Statement, parts: tuple[Statement, ...], used: set[int], every: list[Statement]) -> Sum | None:
    """Return the sum if it holds; some of the items alone must make the total to the digit if it has few digits."""
    if not near_sum(head, parts) or (used and not used.isdisjoint([p.index for p in parts])):
        return None
    if len(parts) < len(every) and (_goes_on(reading, head, parts) or _stops_short(parts, every)):
        return None
    claim = _sum(reading, head, parts)
    if not holds(claim) or (len(parts) < len(every) and not _tells(claim) and sum(map(base, parts)) != base(head)):
        return None
    used.update(p.index for p in parts)
    return claim


def _stops_short(parts: tuple[Statement, ...], every: list[Statement]) -> bool:
    """Whether a list goes on to a 其他, so that what stands before it is not all."""
    return ends_with_rest(tuple(every)) and every[-1].segment == parts[-1].segment and every[-1] is not parts[-1]


def _goes_on(reading: Reading, head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a list goes on behind what makes its total: with a member named alike, or by the mark between all that were not exact."""
    following = reading.statements[parts[-1].index + 1 : parts[-1].index + 2]
    if not following or following[0].index - parts[0].index != len(parts) or not following[0].like(head):
        return False
    marks = {_ANY_MARK.sub("", reading.between(one.end, other.start)) for one, other in pairwise((*parts, following[0]))}
    if len(marks) > 1 or complement_of(head, parts) is not None:
        return False
    if _GOOD.search(parts[0].lead) and _POOR.search(following[0].lead):
        return True  # 收回80张，其中满意65张、基本满意15张、不满意2张: who is not content has voted as well
    if not _tells_of(head) and _alike((*parts, following[0])):
        return True  # 6项，其中甲类3项，乙类3项，丙类3项: by chance of the first two
    if marks != {"、"}:
        return not _is_sum(head, parts)
    return not _is_sum(head, parts) or not _tells_of(head)


def _alike(row: tuple[Statement, ...]) -> bool:
    """Whether all names of a row end alike, and none begins as another does."""
    return all(len(s.subject) > 1 for s in row) and len({s.subject[-1] for s in row}) == 1 and len({s.subject for s in row}) == len(row)


def _tells_of(head: Statement) -> bool:
    return head.quantity.shows(_SOME)


def _accuse(reading: Reading, breakdown: Breakdown, heads: tuple[Statement, ...], known: _Known) -> Iterator[Claim]:
    """Judge a list that adds up to nothing: what must add up, and what must not be more than its total."""
    for head, listed, certain in own_lists(reading, breakdown, heads, known.rows):
        parts = _up_to_end(head, _of_one_mark(reading, head, listed), known.rows)
        if parts and _moves(breakdown, head, parts):
            continue
        if breakdown.near and not _stands_before(reading, breakdown, head, parts):
            continue
        if breakdown.kind in (Kind.BY, Kind.WITHIN) and len(parts) > 2 and _is_sum(parts[0], parts[1:]):
            continue  # the first is what the others make together
        if head.index in known.answered or base(head) in known.made or not known.taken.isdisjoint(p.start for p in parts):
            continue
        if every := _as_before(reading, breakdown, head, known.seen):
            yield _sum(reading, head, every, likely=True)
            continue
        must = must_add_up(reading, breakdown, head, parts, known.rows)
        if len(parts) > 1 and (must is not None or _slip(head, parts)):
            other = _elsewhere(reading, breakdown, head, parts) or _with_strays(reading, breakdown, head, parts)
            yield other or _sum(reading, head, parts, likely=must is False or not certain)
        elif nearly_all(reading, breakdown, head, parts):
            yield _elsewhere(reading, breakdown, head, parts) or _sum(reading, head, parts, likely=True)
        elif breakdown.kind in (Kind.INCLUDING, Kind.CONTAINING, Kind.WITHIN, Kind.BY):
            found = list(excess(reading, breakdown, head, parts))
            yield from found
            if all(map(holds, found)):
                yield from beyond(reading, breakdown, head, parts)


def _as_before(reading: Reading, breakdown: Breakdown, head: Statement, seen: _Seen) -> tuple[Statement, ...]:
    """Return the parts of a list that must be all, since those of another aspect were, or of the same names: 产量…其中…，产值…其中…."""
    by = head.start in seen.divided
    if not by and not seen.lists:
        return ()
    every = tuple(parts_for(head, breakdown))
    if by and by_another_aspect(reading, breakdown, head, every):
        return every
    if len(every) < _ROWS or every[-1].segment - every[0].segment not in (0, len(every) - 1):
        return ()
    names = tuple(part.subject for part in every)
    alike = any(len(claim.parts) == len(every) and _names(reading, claim) == names for claim in seen.lists)
    return every if alike and not may_overlap(reading, every) else ()


def _moves(breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether a list tells what came and went, and what the figure before it came from."""
    if any(_LOSS.search(p.lead) for p in parts) and not _LOSS.search(head.lead):
        return True
    if head.role is Role.TO and all("新增" in p.lead for p in parts):
        return True  # 由47件增加到96件，其中城区新增15件、乡镇新增34件
    opens = side_of(parts[0]) == OPENING and side_of(head) != OPENING
    return opens and _takes_away(breakdown)  # 年末860人（年初840人，新增50人，减少30人）


def _up_to_end(head: Statement, parts: tuple[Statement, ...], rows: int) -> tuple[Statement, ...]:
    """Return a list up to where what is called as its total goes on, unless it ends with the rest or has as many rows as others have."""
    whole = not parts or ends_with_rest(parts) or len(parts) == rows
    return parts if whole else up_to_running(head, parts)


def _takes_away(breakdown: Breakdown) -> bool:
    """Whether some of a list went, or changed."""
    return any(s.role is Role.CHANGE or side_of(s) == OUT for s in breakdown.items)


def _is_sum(one: Statement, others: tuple[Statement, ...]) -> bool:
    """Whether a figure is to the digit what others make together."""
    return near_sum(one, others) and base(one) == sum(map(base, others))


def _stands_before(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...]) -> bool:
    """Whether no ； parts a list from its total, but one that 其中 itself stands behind, and the list begins where it is announced."""
    clause = reading.ground.clauses[reading.ground.clause_at(breakdown.start)]
    first = breakdown.items[0]
    begins = breakdown.heads[0].segment < first.segment and not reading.between(clause.start, breakdown.start).strip(" (")
    return first.segment - head.segment <= begins and (not parts or parts[0].segment == first.segment)


def _elsewhere(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...]) -> Sum | None:
    """Return the sum with another figure before the list as its total, if it holds: then the list is of that one.

    Where the total is the only one of its kind in the sentence of the list, its parts are not another's as soon as they are more.
    """
    if breakdown.near and len(parts) > 1 and sum(map(base, parts)) > base(head) and sum(h.like(head) for h in breakdown.heads) == 1:
        return None
    for other in reading.before(parts[0], _NEAR):
        own = other.index != head.index and other.is_level and other.like(head) and not other.depth and not other.quantity.is_hedged
        if own and near_sum(other, parts):
            claim = _sum(reading, other, parts)
            if _tells(claim) and holds(claim):
                return claim
    return None


def _with_strays(reading: Reading, breakdown: Breakdown, head: Statement, parts: tuple[Statement, ...]) -> Sum | None:
    """Return the sum with what counts by another word, where just that is missing: 信息98条，其中动态60条、征集16期、其他22条."""
    gap = base(head) - sum(map(base, parts))
    others = [s for s in breakdown.items if s.like(head) and s not in parts and s.index < parts[-1].index]
    behind = reading.statements[parts[-1].index + 1 : parts[-1].index + _ROWS]
    others += [s for s in behind if s.sentence == head.sentence and s.like(head) and s.is_level and _BESIDES.match(s.lead)]
    for more in (others, *([s] for s in others)):
        if more and near_sum(head, (*parts, *more)):
            named = _sum(reading, head, tuple(sorted((*parts, *more), key=lambda part: part.index)))
            if holds(named):
                return named  # 特快116.52万元 is a name, and nothing faster; so is 目标考核76条
    own_words = {head.dimension, *(s.dimension for s in breakdown.items if any(s.index == p.index for p in parts))}
    strays = [s for s in breakdown.items if s.is_level and s.quantity.unit.counting and s.dimension not in own_words and s.subject]
    own = next((found for found in (strays, *([s] for s in strays)) if found and sum(map(base, found)) == gap), None)
    if own is None or not head.quantity.unit.counting:
        return None
    every = sorted((*parts, *(s.in_unit(head.quantity.unit) for s in own)), key=lambda s: s.index)
    return _sum(reading, head, tuple(every))


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


def _of_one_mark(reading: Reading, head: Statement, parts: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return a list up to where a comma follows its 、: 其中硕士52名、本科80名，交流轮岗96名 has two parts.

    What is called as the total is goes on with the list: 造林900亩，其中油茶500亩、毛竹300亩，火烧迹地造林100亩.
    """
    listed = False
    for n, (one, other) in enumerate(pairwise(parts), 1):
        gap = BRACKETED.sub("", reading.between(one.end, other.start))
        called = len(other.subject) > 1 and (other.subject[-2:] in head.subject or _share_noun(parts[: n + 1]))
        if "," in gap and one.segment == other.segment and (SIDE_EFFECT.match(other.subject) or (listed and not called)):
            return parts[:n]
        listed = listed or ("、" in gap and "," not in gap)
    return parts


def _share_noun(row: tuple[Statement, ...]) -> bool:
    """Whether all of a row end with one noun: 世界冠军5人、亚洲冠军1人，全国冠军19人."""
    return len({part.subject[-2:] for part in row}) == 1


def _sum(reading: Reading, head: Statement, parts: tuple[Statement, ...], *, likely: bool = False) -> Sum:
    return Sum(operand(reading, head), tuple(operand(reading, p) for p in parts), True, False, place(reading, head, *parts), likely)
