"""``sum`` of what money is for: 安排资金1265万元，用于补贴486万元、培训779万元; 一般债券2.5亿元…。一般债券用于公路1.4亿元，其他1.1亿元."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.sum import Sum
from ..patterns import lazy
from .complements import ends_with_rest, may_overlap
from .joining import holds, is_part_here, operand, place
from .nearness import base, near_sum
from .roles import PRESENT
from .slips import CHANCE, slip_chance
from .statements import Reading, Statement
from .words import BRACKETED

_SIGN = lazy("用于(?<![专不适可备应常]..)")
_BESIDE = lazy(",?(?P<how>分别|全部|统筹|主要|重点|具体|安排|一是|专项|集中)*(?:安排|支持)?$")
_NAMED = lazy("(?P<name>[一-鿿“”]{4,16}?)(?:中)?(?:(?P<how>主要|重点)|分别|全部|统筹|具体|安排)*$")
_CHOSEN = ("主要", "重点")
_BACK, _MOST, _SHORT = 24, 12, 40
_ASIDE = lazy("其中|包括|[内中]含|占|比|较|合计|共")
_CLOSED = lazy("[^0-9,;。、等]{0,12}(?:[。;)\n]|$|,(?!其[他它余]|另|还|以及|同时|剩|尚|并|[一-鿿]{1,16}[0-9]))")
_LEAST_OF, _MOST_OF = 0.6, 1.65


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield the sums of what a figure right before 用于, or one that has the name before it, is spent on."""
    ground = reading.ground
    for sign in _SIGN.finditer(ground.plain):
        row = _row(reading, sign.end())
        if len(row) < 2:
            continue
        begin = ground.clauses.starts[ground.clause_at(sign.start())]
        named = _NAMED.match(reading.between(begin, sign.start()).strip(" ,"))
        head, how = _beside(reading, sign.start(), row), ""
        if head is None and named is not None:
            head, how = _called(reading, row[0], named["name"]), named["how"] or ""
        if head is None or is_part_here(reading, row[0]):
            continue
        between = BRACKETED.sub("", reading.between(head.end, sign.start()))
        how = how or between if len(between) < _SHORT else how
        parts = tuple(operand(reading, s) for s in row)
        claim = Sum(operand(reading, head), parts, True, False, place(reading, head, *row), True)
        if near_sum(head, row):
            if holds(claim):
                yield claim
        elif _is_free(reading, head, row, results) and not any(word in how for word in _CHOSEN) and _is_meant(reading, head, row):
            yield claim


def _row(reading: Reading, start: int) -> tuple[Statement, ...]:
    """Return the amounts behind 用于 up to the end of the segment; nothing where other figures stand among them."""
    row: list[Statement] = []
    depth = reading.ground.bracket_at(start)[0]
    for s in reading.within(start, start + _SHORT * _MOST):
        if row and (s.segment != row[0].segment or s.depth < depth):
            break
        if s.depth > depth or s.dimension in ("ratio", "points"):
            continue
        if not row and s.start - start > _SHORT:
            return ()
        if row and not s.like(row[0]) and "," in reading.between(row[-1].end, s.start):
            break
        plain = s.role in PRESENT and s.dimension == "money" and s.quantity.is_plain and s.lead.strip(" ,、和及用于")
        if not plain or _ASIDE.search(s.lead):
            return ()
        row.append(s)
    return tuple(row)


def _beside(reading: Reading, sign: int, row: tuple[Statement, ...]) -> Statement | None:
    """Return the figure that nothing but a few words, and where it came from in a bracket, part from 用于."""
    before = reading.statements[max(0, row[0].index - _BACK) : row[0].index]
    head = next((s for s in reversed(before) if s.depth <= row[0].depth), None)
    if head is None or head.end > sign or head.sentence != row[0].sentence:
        return None
    if not _BESIDE.match(BRACKETED.sub("", reading.between(head.end, sign))):
        return None
    return head if head.is_level and head.like(row[0]) and head.quantity.is_plain else None


def _called(reading: Reading, first: Statement, name: str) -> Statement | None:
    """Return the figure before that has the name."""
    for s in reading.before(first, _BACK):
        if s.paragraph < first.paragraph - 1:
            break
        if s.like(first) and s.is_level and s.quantity.is_plain and s.subject.endswith(name):
            return s
    return None


def _is_free(reading: Reading, head: Statement, row: tuple[Statement, ...], results: Set[int]) -> bool:
    """Whether a figure is the total of no list yet, or only of the one in its bracket: 资金90万元（省级60万元，县级30万元），用于…."""
    if head.start not in results:
        return True
    own = [claim for claim in reading.claims_found() if isinstance(claim, Sum) and claim.total.place.start == head.start]
    inside = (s for s in reading.within(head.end, row[0].start) if s.depth > head.depth)
    bracket = {s.start for s in inside}
    return bool(own) and all(bracket.issuperset(part.place.start for part in claim.parts) for claim in own)


def _is_meant(reading: Reading, head: Statement, row: tuple[Statement, ...]) -> bool:
    made = sum(map(base, row))
    near = _LEAST_OF < float(made) / float(base(head) or 1) < _MOST_OF or slip_chance(head, row) < CHANCE
    if not near or may_overlap(reading, row):
        return False
    return ends_with_rest(row) or _CLOSED.match(reading.ground.plain, row[-1].end) is not None
