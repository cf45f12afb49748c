"""``share`` and ``rate`` of several figures at once: 三地合计占总量的56.5%; 发现甲86人、乙19人，检出率分别为P、Q."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

from ..claims.base import Claim, Operand
from ..claims.rate import Rate
from ..claims.share import Share
from ..patterns import lazy
from ..quantities import add, from_chinese
from .joining import holds, operand, place
from .known import of_claims
from .roles import LEVELS, Role
from .statements import Reading, Statement

_TOGETHER = lazy(
    r"(?P<number>[两二三四五六七八九十]|[2-9])[一-鿿]{0,4}?(?:合计|共计|共|总计|合并|累计|合)占"
    r"|(?P<both>两者|二者|两项)(?:合计|共|合)?占|^[ ,]*(?P<row>合计|共计|总计|累计|合并|一共|共|合)?占"
)
_SIGNS = lazy("[合共计者、和与及]|以上|累计")
_FIRST = lazy("前(?P<number>[两二三四五六七八九十])[项类位名个者大种][一-鿿]{0,4}?占")
_NAMED = lazy(
    r"^[ ,;]*(?:其中,?)?(?P<names>[㐀-鿿]{1,12}(?:[、和与及][㐀-鿿]{1,12}?)+?)"
    r"(?:[两二三四][项者类种地]|二者|三者)?(?:合计|共计|总计|合|共)?占"
)
_PLACES = lazy("(?:^|[,;])(?P<names>[^,;]{3,24}?)(?:分别|依次)?(?:位?居|列|排在?|占据)[^,;]{0,10}前(?P<number>[两三四五])[位名],$")
_UP_TO = lazy("^[ ,;]*(?:其中,?)?(?P<name>[㐀-鿿]{1,6}?)(?:级)?(?:及其?)?以上[㐀-鿿]{0,6}?占")
_AND = lazy("[、和与及]")
_ANNOUNCED = ("其中", "包括", ":", "分为")
_BACK = 40
_MOST_ROW = 41
_MOST = 8
_LEAD, _NAME = 40, 16
_RATES = frozenset((Role.NAMED_RATE, Role.SHARE, Role.RATE))


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield shares of figures added up, and rates that are given one after the other with one whole."""
    for s in reading.of_dimension("ratio"):
        if s.role not in _RATES or s.start in results or s.listed:
            continue
        if s.respective:
            yield from _series(reading, s)
        elif "占" in s.lead and _may_be_of_several(reading, s) and (parts := _parts(reading, s)):
            yield from _together(reading, s, parts)


def _may_be_of_several(reading: Reading, share: Statement) -> bool:
    """Whether a share may be of several figures by its words: a first look, since most are of one."""
    if _SIGNS.search(share.lead):
        return True
    before = reading.statements[share.index - 1] if share.index else None
    if before is None or not (before.quantity.chinese or before.dimension == "place"):
        return False
    return before.clause == share.clause or (before.clause == share.clause - 1 and before.dimension == "place")


def _parts(reading: Reading, share: Statement) -> list[Statement]:
    """Return the figures that a share is of together: by their number, their names, or from the first of a list up to one."""
    start = reading.ground.clauses.starts[share.clause]
    said = reading.between(max(start, share.start - _LEAD), share.start)
    near = [s for s in reading.before(share, _BACK) if s.depth == share.depth and s.is_amount and s.paragraph == share.paragraph]
    near = [s for s in near if not s.quantity.chinese and s.dimension != "place"]
    if not near:
        return []
    row = _list_before(reading, share, near)
    if share.lead.lstrip(" ,").startswith("占") and (parts := _named_before(reading, share, start, near)):
        return parts
    if found := _FIRST.search(said):
        return row[-int(from_chinese(found["number"])) :] if len(row) >= from_chinese(found["number"]) else []
    if (found := _UP_TO.match(said)) and row:
        top = next((n for n, s in enumerate(row[::-1]) if s.subject.startswith(found["name"])), 0)
        return row[-top - 1 :] if top else []
    if _NAMED.match(said) and (parts := _named(said, near)):
        return parts
    if found := _TOGETHER.search(said if near[0].end < start else share.lead):
        if not found["row"] and not found["both"] and not found["number"]:
            return []
        size = 2 if found["both"] else _number(found["number"]) if found["number"] else _row(reading, share)
        if size == _MOST_ROW and row and any(word in reading.between(row[-1].start - _NAME, row[-1].start) for word in _ANNOUNCED):
            size = len(row)
        parts = near[:size]
        plain = all(s.sentence == share.sentence and s.role in LEVELS and s.like(parts[0]) for s in parts)
        return parts if len(parts) == size and plain else []
    return []


def _named_before(reading: Reading, share: Statement, start: int, near: list[Statement]) -> list[Statement]:
    """Return the figures of the names in the clause before: 铁路、民航居客运量前两位，占总量的75.5%."""
    places = _PLACES.search(reading.between(max(0, start - _LEAD), start).rpartition("。")[2])
    parts = _named(f"{places['names']}占", near) if places else []
    return parts if places and len(parts) == from_chinese(places["number"]) else []


def _number(written: str) -> int:
    return int(written) if written.isdigit() else int(from_chinese(written))


def _named(said: str, near: list[Statement]) -> list[Statement]:
    """Return the figures of the names before 占, one for each: 民生保障与土地征拆合计占比."""
    found = _NAMED.match(said)
    names = _AND.split(found["names"]) if found else []
    parts = [next((s for s in near if s.subject and (s.subject.startswith(name) or s.subject.endswith(name))), None) for name in names]
    known = [s for s in parts if s is not None and s.role in LEVELS and parts[0] is not None and s.like(parts[0])]
    distinct = len({s.index for s in known}) == len(names)
    return sorted(known, key=lambda s: -s.index) if len(known) == len(names) and distinct else []


def _list_before(reading: Reading, share: Statement, near: list[Statement]) -> list[Statement]:
    """Return the figures of one kind in the sentence of a share or the one before, without their total, the last first."""
    row = [s for s in near if s.sentence == near[0].sentence and share.sentence - s.sentence < 2 and s.like(near[0]) and s.role in LEVELS]
    announced = len(row) > 1 and any(word in reading.between(row[-1].end, row[-2].start) for word in _ANNOUNCED)
    return row[:-1] if announced else row


def _row(reading: Reading, share: Statement) -> int:
    """Return how many figures stand in the row right before a share, with 、 and no comma between them; more than any row for one."""
    size, behind = 0, share
    for s in reading.so_far(share, _BACK):
        if s.depth > share.depth or s.quantity.chinese:
            continue
        gap = reading.between(s.end, behind.start)
        if not s.is_amount or s.depth < share.depth or (size and ("," in gap or ":" in gap)):
            break
        size, behind = size + 1, s
    return size if size > 1 else _MOST_ROW


def _together(reading: Reading, share: Statement, parts: list[Statement]) -> Iterator[Claim]:
    """Read 甲29161件、乙26014件、丙19718件，三地合计占总量的56.5%: of a figure that stands before the parts."""
    part = Operand(add(s.quantity for s in parts), place=place(reading, *parts))
    first = parts[-1]
    before = [s for s in reading.before(first, _BACK) if s.depth == first.depth and s.is_amount and s.paragraph == first.paragraph]
    wholes = [s for s in before if s.like(first) and s.role in LEVELS and not s.quantity.chinese and s.quantity.value >= part.value]
    for whole in wholes[:_MOST]:
        if holds(claim := Share(operand(reading, share), part, operand(reading, whole), place(reading, whole, *parts, share))):
            yield claim
            return
    if (own := _of_siblings(reading, parts)) is not None:
        yield Share(operand(reading, share), part, own, place(reading, *parts, share), True)
        return
    heads = {s.sentence: s for s in wholes}
    if len(heads) == 1 or (wholes and wholes[-1].quantity.value > 2 * wholes[0].quantity.value):
        whole = wholes[-1]
        yield Share(operand(reading, share), part, operand(reading, whole), place(reading, whole, *parts, share), True)


def _sound_parts(found: list[Claim]) -> dict[int, list[Share]]:
    """Return the right shares by where their parts begin."""
    shares: dict[int, list[Share]] = defaultdict(list)
    for claim in found:
        if isinstance(claim, Share) and claim.part is not None and holds(claim):
            shares[claim.part.place.start].append(claim)
    return shares


def _of_siblings(reading: Reading, parts: list[Statement]) -> Operand | None:
    """Return what each of the parts has a right share of by itself: 来信17件，占30%；来访20件，占35%；…。来信、来访占总量的65%."""
    known = of_claims(reading, "sound parts", _sound_parts)
    own = [share for s in parts for share in known.get(s.start, ())]
    wholes = {c.whole.value: c.whole for c in own if c.whole is not None}
    return next(iter(wholes.values())) if len(own) == len(parts) and len(wholes) == 1 else None


def _series(reading: Reading, first: Statement) -> Iterator[Claim]:
    """Read 筛查12000人，发现甲86人、乙19人，检出率分别为7.17‰、1.58‰: parts in the order of the rates, and their whole before them."""
    rates = reading.row(first)
    count = len(rates)
    near = [s for s in reading.before(first, count + 4) if not s.quantity.chinese][count::-1]
    if count < 2 or len(near) != count + 1:
        return
    whole, parts = near[0], near[1:]
    alike = all(s.like(whole) and s.role in LEVELS and s.segment == first.segment for s in near)
    if not alike or any(s.role is Role.TARGET or s.depth != first.depth or s.quantity.value > whole.quantity.value for s in parts):
        return
    for part, rate in zip(parts, rates, strict=True):
        yield Rate(operand(reading, rate), operand(reading, part), operand(reading, whole), place(reading, whole, part, rate), True)
