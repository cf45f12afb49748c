"""``rate`` of which a sentence before gives both figures: 抽检2425批次，合格2408批次。合格率99.3%; 一孩1408人、二孩965人。一孩率58%."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.rate import Rate
from ..patterns import lazy
from .joining import holds, is_part, operand, place
from .known import lists_before
from .quotients import stem
from .roles import PRESENT, Role
from .statements import Reading, Statement
from .words import NEGATED

_SENTENCES, _WORD, _BACK, _ALL = 2, 2, 10, 100
_OVERALL = lazy("累计|总|平均|综合|全[市县省区年]")
_ROLES = frozenset((Role.NAMED_RATE, Role.LEVEL, Role.RATE))


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each rate that is the result of none yet, and is called as one part of a list that adds up."""
    rates = [s for s in reading.of_dimension("ratio") if s.role in _ROLES and s.start not in results and "率" in s.lead]
    rates = [s for s in rates if s.quantity.unit.name == "%" and not s.listed and not s.quantity.is_hedged]
    found: list[tuple[Rate, bool]] = []
    for rate in rates:
        name = stem(rate)
        if pair := _pair(reading, rate, name) or _of_sentence_before(reading, rate, name):
            part, total, exact = pair
            claim = Rate(operand(reading, rate), operand(reading, part), operand(reading, total), place(reading, part, rate), True)
            found.append((claim, exact))
    sound = any(holds(claim) for claim, _ in found)
    yield from (claim for claim, exact in found if exact or sound)


def _pair(reading: Reading, rate: Statement, name: str) -> tuple[Statement, Statement, bool] | None:
    """Return the one part of a list just before that has the name of a rate, its total, and whether the part is called so and no more."""
    if len(name) < _WORD or rate.quantity.size()[0] > _ALL:
        return None
    beside = next((s.index for s in reading.so_far(rate) if s.is_level and s.is_amount), None)
    for total, parts in lists_before(reading, rate, _SENTENCES):
        named = [p for p in parts if _is_named(p, name)]
        if len(named) == 1 and beside in (None, total.index, *(p.index for p in parts)):  # 满意7件…。咨询289件、满意率93%: of these
            return named[0], total, named[0].subject == name
    return None


def _of_sentence_before(reading: Reading, rate: Statement, name: str) -> tuple[Statement, Statement, bool] | None:
    """Return part and whole of 受理2425件，结案2308件。结案率95.2%, where no other figure could be either."""
    if len(name) < _WORD or any(s.is_level and s.is_amount for s in reading.so_far(rate)) or rate.quantity.size()[0] > _ALL:
        return None
    near = [s for s in reading.before(rate, _BACK) if s.sentence == rate.sentence - 1 and s.paragraph == rate.paragraph and not s.depth]
    near = [s for s in near if s.role in PRESENT and s.is_amount and not s.quantity.is_hedged][::-1]
    plain = [s for s in near if NEGATED.search(s.subject) is None and not is_part(reading, s)]
    called = [s for s in plain if s.subject.endswith(name)]
    named = called or [s for s in plain if any(c in s.subject[-_WORD:] for c in name[-_WORD:])][-1:]  # 审结 of 结案率
    if len(named) != 1 or _OVERALL.search(rate.lead):
        return None
    wholes = [s for s in near if s.index < named[0].index and s.like(named[0])]
    roomy = len(wholes) == 1 and wholes[0].quantity.size()[0] >= named[0].quantity.size()[0] and wholes[0].segment == named[0].segment
    return (named[0], wholes[0], bool(called)) if roomy else None


def _is_named(part: Statement, name: str) -> bool:
    """Whether a part begins or ends with a name, and neither is the other's opposite."""
    own = part.subject
    return (own.startswith(name) or own.endswith(name)) and (NEGATED.search(own) is None) == (NEGATED.search(name) is None)
