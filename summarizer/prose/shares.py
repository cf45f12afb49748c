"""``share`` from prose: 占, 占比, 比重. The whole of a share is decided by its family.

Neighbouring shares of one sentence are mostly shares of one whole. So every level before them is tried as the whole
of all of them, and the one that fits most is it; a share that then does not fit is wrong. A share that stands alone
has its whole from its words (占全部项目的), or from 其中 right behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..claims.base import Claim, Operand, Outcome, Place
from ..claims.share import Share, Shares
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import add
from . import words
from .complements import ends_with_rest
from .hundred import exhausting, together
from .joining import holds, is_part, may_divide, operand, outcome, place
from .known import has_share
from .own_wholes import beside_total, has_share_before, missing_all, of_their_sum
from .parts import Pair, all_near, head_before, in_row, pair_of, plan_of, reach_all, says_another
from .roles import LEVELS, Role
from .statements import Reading, Statement
from .wholes import PLAIN_SHARE, is_of_another, names

_BACK = 48
"""Statements before a family among which its whole is looked for."""
_PARAGRAPHS = 3
_FLOAT = 1 - 1e-9
_FAR = 300
"""Characters within which the quote of a share reaches back to a whole in a sentence before."""
_PRECISE = 1000
"""A share with so many units of its last digit (12.34 %) does not fit a whole by chance."""
_CROWD = 120
_PAIR = 2
_ROW = 6
"""Clauses before a share in which the parts may stand that it is of together."""
_WORD = 2
_NEXT_LINE = lazy(r"[^,;。\n]{0,10}[。:;]?\n[ ]*其中")
_PART_MARK = lazy(r"其中|(?<=[0-9项个家户人件所条名])中|\A[项个家户人件所条名][^,;。、()0-9]{1,6}(?<!其)中,")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every family of shares."""
    known: tuple[Pair, Statement] | None = None
    for shares in _families(reading):
        pairs = [pair for pair in (pair_of(reading, share) for share in shares) if pair is not None]
        if not pairs:
            yield from exhausting(reading, shares)
        for alike in _alike(pairs):
            for family in _by_whole(reading, alike):
                found = list(judged_family(reading, family)) or list(_going_on(reading, family, known))
                sound = sum(map(holds, found))
                own = of_their_sum(reading, family) if sound < len(family) - 1 else []
                fitting = sum(map(holds, own))
                if fitting > sound and (len(family) > _PAIR or not found or fitting == len(own)):
                    found = [*own, *beside_total(reading, family, next(wholes_of(reading, family[:1]), None))]
                yield from found or missing_all(reading, family, wholes_of(reading, family))
                known = _whole_of(reading, family, found) or known


def _families(reading: Reading) -> Iterator[list[Statement]]:
    """Yield the shares of each sentence, apart from those of 其中 behind a ； of their own."""
    family: list[Statement] = []
    for s in reading.of_role(Role.SHARE):
        if s.dimension != "ratio" or plan_of(reading, s):
            continue
        if family and family[-1].sentence != s.sentence:
            yield family
            family = []
        if len(family) < _CROWD:
            family.append(s)
    if family:
        yield family


def _whole_of(reading: Reading, family: list[Pair], found: list[Claim]) -> tuple[Pair, Statement] | None:
    """Return the last pair of a family and the whole that its shares were found to be of."""
    whole = next((claim.whole for claim in found if isinstance(claim, Share)), None)
    if whole is None:
        return None
    stated = next((s for s in wholes_of(reading, family) if s.start == whole.place.start), None)
    return None if stated is None else (family[-1], stated)


def _going_on(reading: Reading, family: list[Pair], known: tuple[Pair, Statement] | None) -> Iterator[Claim]:
    """Read 来信九件占75%，来访二件占17%。网上一件占8%: a sentence goes on with the family of the one before."""
    if known is None or family[0].part.sentence - known[0].part.sentence > 2 or family[0].part.index - known[1].index > _BACK:
        return
    last, whole = known
    if has_share(reading, whole) and words.OF_ALL.search(family[0].share.lead):
        return
    earlier = [s for s in reading.statements[whole.index + 1 : family[0].part.index] if s.sentence == last.part.sentence]
    parts = (*(s for s in earlier if s.role in LEVELS and s.like(whole) and not s.depth), *(pair.part for pair in family))
    if len(parts) > 2 and last.part.sentence == family[0].part.sentence - 1 and holds(total := _sum(reading, whole, parts)):
        yield total
    for pair in family:
        part = pair.part
        near = part.paragraph == last.part.paragraph and 0 < part.sentence - last.part.sentence <= 1
        near = near or (PLAIN_SHARE.search(pair.share.lead) is not None and _is_next_line(reading, last.part, part))
        fits = near and part.like(whole) and part.quantity.value <= whole.quantity.value
        if fits and not is_of_another(pair.share, whole) and not _PART_MARK.search(part.lead):
            yield share_of(reading, pair, whole, likely=True)


def _is_next_line(reading: Reading, one: Statement, other: Statement) -> bool:
    """Whether both open their lines, one right below the other."""
    plain, clauses = reading.ground.plain, reading.ground.clauses
    opens = all(plain[clauses.starts[s.clause] - 1 : clauses.starts[s.clause]] == "\n" for s in (one, other))
    return opens and other.paragraph - one.paragraph == 1


def _alike(pairs: list[Pair]) -> list[list[Pair]]:
    """Return the pairs apart by the dimension of their parts."""
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(pair.part.dimension, []).append(pair)
    return list(found.values())


def _by_whole(reading: Reading, pairs: list[Pair]) -> list[list[Pair]]:
    """Return the pairs of one sentence apart where 其中 gives them wholes of their own: 收入A，其中B，占P；支出C，其中D，占Q."""
    groups: list[tuple[int, list[Pair]]] = []
    for pair in pairs:
        own = next((whole.index for whole in wholes_of(reading, [pair]) if _grammatical(reading, pair, whole)), -1)
        if groups and own in (-1, groups[-1][0]):
            groups[-1][1].append(pair)
        else:
            groups.append((own, [pair]))
    named = groups[0][0] >= 0 or PLAIN_SHARE.search(groups[0][1][0].share.lead) is None
    return [family for _, family in groups] if len({own for own, _ in groups}) > 1 and named else [pairs]


def judged_family(reading: Reading, family: list[Pair]) -> Iterator[Claim]:
    """Decide the whole of a family, and judge each share against it."""
    best: list[Share] = []
    whole: Statement | None = None
    for candidate in wholes_of(reading, family):
        near = [pair for pair in family if may_divide(pair.part, candidate, pair.share, 100)]
        if len(near) <= len(best):
            continue
        fitting = [claim for pair in near if holds(claim := share_of(reading, pair, candidate))]
        if len(fitting) > len(best):
            best, whole = fitting, candidate
            if len(fitting) == len(family):
                break
    if whole is not None and len(family) > 1 and _decided(reading, family, whole, len(best)):
        yield from _judged(reading, family, whole, len(best))
    elif whole is not None and _believable(reading, family, whole, best):
        yield from best
        yield from _beside_named(reading, family, whole, best)
    else:
        yield from _alone(reading, family)


def _beside_named(reading: Reading, family: list[Pair], whole: Statement, best: list[Share]) -> Iterator[Share]:
    """Yield the plain shares behind the one that names its whole: 电气231起，占火灾总数的30.2%，用火不慎186起，占24.3%."""
    told = {claim.share.place.start for claim in best}
    first = family[0]
    if first.share.start not in told:
        return
    named = names(first.share, whole) or words.OF_ALL.search(first.share.lead)
    if not named and (not first.share.quantity.shows(_CROWD) or head_before(reading, first.part) is not whole):
        return
    for pair in family[1:]:
        plain = PLAIN_SHARE.search(pair.share.lead) is not None and pair.share.segment == first.share.segment
        if plain and pair.share.start not in told and not pair.part.quantity.is_hedged and not _PART_MARK.search(pair.part.lead):
            yield share_of(reading, pair, whole, likely=True)


def wholes_of(reading: Reading, family: list[Pair]) -> Iterator[Statement]:
    """Yield the levels before a family that may be its whole, the nearest first; of three parts one may be more by a slip."""
    first = family[0].part
    parts = {pair.part.index for pair in family}
    largest = sorted(pair.part.quantity.size()[0] for pair in family)[-2 if len(family) > _PAIR else -1] * _FLOAT
    for s in reading.before(first, _BACK):
        if s.paragraph < first.paragraph - _PARAGRAPHS:
            return
        if s.measure != first.measure or s.index in parts or s.role not in LEVELS or s.depth > first.depth:
            continue
        if s.quantity.size()[0] >= largest:
            yield s


def _decided(reading: Reading, family: list[Pair], whole: Statement, fits: int) -> bool:
    """Whether a family has found its whole: half of its shares fit, two at least, or its parts together are the whole."""
    if len(family) <= 2 * fits and (fits > 1 or _grammatical(reading, family[0], whole)):
        return True
    return _made_of(reading, family, whole) or (len(family) <= 2 * fits and reach_all(family)) or (fits > 0 and all_near(family, whole))


def _made_of(reading: Reading, family: list[Pair], whole: Statement) -> bool:
    """Whether the parts add up to the whole, and not by chance."""
    telling = whole.quantity.value >= _PRECISE * whole.quantity.ulp or _grammatical(reading, family[0], whole)
    telling = telling or any(p.share.quantity.shows(_PRECISE) and holds(share_of(reading, p, whole)) for p in family)
    return telling and len(family) > 1 and holds(_sum(reading, whole, tuple(pair.part for pair in family)))


def _judged(reading: Reading, family: list[Pair], whole: Statement, fits: int) -> Iterator[Claim]:
    """Judge all shares of a family whose whole is known."""
    certain = fits > 2 or fits == len(family) or _grammatical(reading, family[0], whole) or _made_of(reading, family, whole)
    own = [p for p in family if fits == len(family) or _is_of(reading, p, whole)]
    found = [share_of(reading, p, whole, likely=not certain or p.part.quantity.size()[0] > whole.quantity.size()[0] / _FLOAT) for p in own]
    if fits == 1:
        found = [claim if holds(claim) else _of_another_level(reading, family, claim) for claim in found]
    yield from found
    yield from _whole_family(reading, family, whole, sound=all(outcome(claim) is not Outcome.FAILS for claim in found))


def _of_another_level(reading: Reading, family: list[Pair], claim: Share) -> Share:
    """Return a share as one of another figure before that gives it: 签约219个，落地159个。其中甲签约58个、占26.5%，落地41个、占25.8%."""
    others = (replace(claim, whole=operand(reading, whole)) for whole in wholes_of(reading, family))
    return next((other for other in others if holds(other)), claim)


def _whole_family(reading: Reading, family: list[Pair], whole: Statement, *, sound: bool) -> Iterator[Claim]:
    """Yield that the parts make the whole and the shares reach 100 %, where they are all there is.

    Args:
        sound: no share by itself is wrong; one that is makes the sum wrong too, and is one fault.
    """
    parts = tuple(pair.part for pair in family)
    everything = _with_silent(reading, family)
    total = _sum(reading, whole, everything)
    listed = ends_with_rest(everything) and _gapless(reading, everything) and not has_share_before(reading, family[0])
    if len(everything) > 1 and (adds_up := holds(total) or listed):
        if not is_part(reading, parts[0]) and not _PART_MARK.match(reading.between(whole.end - 1, whole.end + 1)):
            yield total
        if adds_up and sound and len(everything) == len(parts):
            hundred = together(reading, [pair.share for pair in family])
            every = tuple(operand(reading, p.share) for p in family)
            yield hundred if holds(hundred) else Shares(every, operand(reading, whole), True, place(reading, *_all(family)))


def _gapless(reading: Reading, parts: tuple[Statement, ...]) -> bool:
    """Whether no figure that has no share stands between the parts: 质量问题7563件，占80.8%；安全问题275件，…其他667件，占7.1%."""
    between = reading.statements[parts[0].index : parts[-1].index + 1]
    return sum(s.like(parts[0]) and s.is_level and s.depth == parts[0].depth for s in between) == len(parts)


def _with_silent(reading: Reading, family: list[Pair]) -> tuple[Statement, ...]:
    """Return the parts of the sentence with those whose share is left out: 其他1件 at the end."""
    first, last = family[0].part, family[-1].share
    following = [
        s for s in reading.statements[last.index + 1 : last.index + 4]
        if s.sentence == last.sentence and s.like(first) and s.role in LEVELS and s.depth == first.depth and s.index - last.index == 1
    ]  # fmt: skip
    return (*(pair.part for pair in family), *following)


def _believable(reading: Reading, family: list[Pair], whole: Statement, fitting: list[Share]) -> bool:
    """Whether a single share fits its whole by more than chance: by its words, by grammar, or by its digits."""
    if not fitting:
        return False
    pair = family[0]
    if names(pair.share, whole) or _grammatical(reading, pair, whole):
        return True
    if whole.segment == pair.part.segment and _plainly_of(reading, pair, whole):
        return True
    return all(p.share.quantity.value >= _PRECISE * p.share.quantity.ulp for p in family) and not is_of_another(pair.share, whole)


def _alone(reading: Reading, family: list[Pair]) -> Iterator[Claim]:
    """Accuse a share whose whole only grammar can give: T，其中A，占P%, or 占 with the whole's own name."""
    pair = family[0]
    if pair.part.quantity.is_hedged or _ends_row(reading, pair):
        return
    for whole in wholes_of(reading, family):
        if _has_the_same(reading, pair.share, whole):
            return
        if _grammatical(reading, pair, whole) and _is_of(reading, pair, whole) and not says_another(pair.part, pair.share, whole):
            if other := _precise_beside(reading, pair, whole):
                yield other
                return
            yield share_of(reading, pair, whole, likely=whole.sentence != pair.part.sentence)
            return
        if names(pair.share, whole, exact=True) and whole.paragraph == pair.part.paragraph:
            yield share_of(reading, pair, whole, likely=True)
            return
        if _plainly_of(reading, pair, whole) and (words.OF_ALL.search(pair.share.lead) or _kind_of(pair.part, whole)):
            yield share_of(reading, pair, whole, likely=True)
            return
    if words.OF_ALL.search(pair.share.lead) and (head := head_before(reading, pair.part)) is not None:
        if head.quantity.size()[0] >= pair.part.quantity.size()[0]:
            yield share_of(reading, pair, head, likely=True)
        return
    named = [s for s in wholes_of(reading, family) if names(pair.share, s) and s.paragraph == pair.part.paragraph and not s.depth]
    if len(named) == 1 and len(family) == 1 and named[0].sentence >= pair.part.sentence - 1 and not is_part(reading, named[0]):
        yield share_of(reading, pair, named[0], likely=True)


def _has_the_same(reading: Reading, share: Statement, whole: Statement) -> bool:
    """Whether a figure is a part of the same whole: 火灾229起，占总数57.8%。其中住宅98起，占总数24.7%."""
    behind = reading.statements[whole.index + 1]
    return behind.role is Role.SHARE and len(share.lead.strip(" ,")) > _WORD and behind.lead == share.lead and behind is not share


def _ends_row(reading: Reading, pair: Pair) -> bool:
    """Whether a share of all there is may be that of a list together: 甲783件、乙580件，占总量的43%."""
    before = reading.statements[pair.part.index - 1] if pair.part.index else None
    row = before is not None and before.like(pair.part) and in_row(reading, before, pair.part)
    return row and not pair.share.respective and words.OF_ALL.search(pair.share.lead) is not None


def _precise_beside(reading: Reading, pair: Pair, whole: Statement) -> Claim | None:
    """Return the share of the figure before the whole, where it is that: 用车462辆，未超编制478辆，其中新能源车139辆，占30.1%."""
    first = reading.statements[whole.index - 1] if whole.index else None
    if first is None or first.sentence != whole.sentence or not first.like(whole) or first.role not in LEVELS or first.depth != whole.depth:
        return None
    claim = share_of(reading, pair, first)
    return claim if first.quantity.value > pair.part.quantity.value and holds(claim) else None


def _plainly_of(reading: Reading, pair: Pair, whole: Statement) -> bool:
    """Whether whole, part and a 占 that names nothing follow each other in one sentence: 收到A件，采纳B件，占总数的P."""
    if whole.sentence != pair.part.sentence or whole.depth != pair.part.depth or pair.share.index - pair.part.index != 1:
        return False
    plain = PLAIN_SHARE.search(pair.share.lead) is not None or words.OF_ALL.search(pair.share.lead) is not None
    if in_row(reading, whole, pair.part):
        return False  # 甲783件、乙580件，占总量的43%
    first = whole.index + 1
    between = [s for s in reading.statements[first : pair.part.index] if s.like(pair.part)]
    return plain and not between and not any(s.role is Role.SHARE for s in reading.statements[first : pair.part.index])


def _kind_of(part: Statement, whole: Statement) -> bool:
    """Whether the name of a part is that of the whole with something before it: 女党员 of 党员."""
    name = whole.subject.removeprefix("有").removeprefix("共有")
    return len(name) > 1 and part.subject != name and part.subject.endswith(name)


def _grammatical(reading: Reading, pair: Pair, whole: Statement) -> bool:
    """Whether 其中, or 中 right behind the whole, makes it the whole of the part that stands next to it."""
    part = pair.part
    behind = [s for s in reading.statements[part.index + 1 : pair.share.index] if s.depth <= part.depth]
    if whole.depth != part.depth or len(behind) > 1:
        return False
    if whole.paragraph != part.paragraph and not _NEXT_LINE.match(reading.between(whole.end, part.start)):
        return False
    between = [s for s in reading.statements[whole.index + 1 : part.index] if s.like(part) and s.role in LEVELS and s.depth <= part.depth]
    gap = reading.between(whole.end, part.start)
    return not between and len(gap) < 80 and _PART_MARK.search(reading.between(whole.end - 1, part.start)) is not None


def _is_of(reading: Reading, pair: Pair, whole: Statement) -> bool:
    """Whether a share is of this whole and of this part alone: not 占全市的, and not of 甲3个、乙5个 together."""
    if is_of_another(pair.share, whole):
        return False
    row = [s for s in reading.statements[whole.index + 1 : pair.part.index] if s.like(pair.part) and s.clause >= pair.part.clause - _ROW]
    if not row or any(s.role is Role.SHARE for s in reading.statements[whole.index + 1 : pair.part.index]):
        return True
    together = add(s.quantity for s in (*row, pair.part))
    return not holds(Share(operand(reading, pair.share), Operand(together), operand(reading, whole)))


def _all(family: list[Pair]) -> list[Statement]:
    return [s for pair in family for s in (pair.part, pair.share)]


def share_of(reading: Reading, pair: Pair, whole: Statement, *, likely: bool = False) -> Share:
    """Return the claim that a share is of this whole."""
    return Share(
        operand(reading, pair.share), operand(reading, pair.part), operand(reading, whole),
        _place(reading, pair, whole), likely,
    )  # fmt: skip


def _place(reading: Reading, pair: Pair, whole: Statement) -> Place:
    near = abs(max(pair.part.end, pair.share.end) - whole.start) <= _FAR
    return place(reading, whole, pair.part, pair.share) if near else place(reading, pair.part, pair.share)


def _sum(reading: Reading, whole: Statement, parts: tuple[Statement, ...]) -> Sum:
    return Sum(operand(reading, whole), tuple(operand(reading, p) for p in parts), True, False, place(reading, whole, *parts))
