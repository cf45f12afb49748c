"""``rate`` by its neighbours: where the rates beside it are all of one figure, or each of the figure of its own name, it is, too.

活产6411人；系统管理5503人，系统管理率85.84%；访视5669人，访视率88.43%. And births and deaths, whose rates are of all people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set

from ..claims.base import Claim
from ..claims.rate import Rate
from ..claims.share import Share
from ..patterns import lazy
from .joining import holds, operand, place
from .roles import LEVELS, Role
from .statements import Reading, Statement

_ROLES = (Role.RATE, Role.NAMED_RATE)
_PEERS = 2
"""So many rates beside it must have shown of what they are."""
_SENTENCES = 1
_BACK = 40
_APART = 1.7
"""A rate that is further off was not meant so."""
_YEARLY = 1.04
"""Births are of the people in the middle of the year, whom the text does not count."""
_NAME = 2
_VITAL = lazy("(?P<name>出生|死亡)率(?:为|达到?)?$")
_PEOPLE = lazy("总人口|(?:常住|户籍)人口|末人口")


def claims(reading: Reading, results: Set[int]) -> Iterator[Claim]:
    """Yield a claim for each rate that is the result of none yet, where its neighbours tell of what it is."""
    open_ = [s for s in reading.of_dimension("ratio") if s.index and s.role in _ROLES and s.start not in results]
    open_ = [s for s in open_ if _is_part(reading.statements[s.index - 1], s)]
    if not open_:
        return
    near = {s.paragraph for s in open_}
    at = {s.start: s for s in reading.statements if s.paragraph in near}
    told = _told(reading, at.keys())
    for s in open_:
        part = reading.statements[s.index - 1]
        peers = [(at[a], at[b]) for a, b, rate in told if a in at and b in at and rate in at and _beside(at[rate], s)]
        whole = _all_people(reading, part, s) or _common(peers, part) or _namesake(reading, peers, part)
        if whole is not None:
            claim = Rate(operand(reading, s), operand(reading, part), operand(reading, whole), place(reading, part, s), True)
            if _off(part, whole, s) < _APART and not holds(claim):
                yield claim


def _told(reading: Reading, near: Set[int]) -> list[tuple[int, int, int]]:
    """Return where part, whole and rate of each claim begin that holds, of those whose rate is near."""
    found: list[tuple[int, int, int]] = []
    for claim in reading.claims_found():
        if isinstance(claim, Rate):
            part, whole, rate = claim.actual, claim.target, claim.rate
        elif isinstance(claim, Share):
            part, whole, rate = claim.part, claim.whole, claim.share
        else:
            continue
        if part is not None and whole is not None and rate.place.start in near and holds(claim):
            found.append((part.place.start, whole.place.start, rate.place.start))
    return found


def _is_part(part: Statement, rate: Statement) -> bool:
    near = part.segment == rate.segment and rate.clause - part.clause <= 1 and part.depth == rate.depth
    exact = not part.quantity.is_hedged and not rate.quantity.is_hedged and not part.quantity.per and bool(part.quantity.value)
    return near and exact and part.role in LEVELS and part.role is not Role.TARGET and part.is_amount


def _beside(peer: Statement, rate: Statement) -> bool:
    return peer.paragraph == rate.paragraph and abs(peer.sentence - rate.sentence) <= _SENTENCES and peer is not rate


def _common(peers: list[tuple[Statement, Statement]], part: Statement) -> Statement | None:
    """Return the one figure that all rates beside this one are of."""
    wholes = Counter(whole.index for one, whole in peers if one.quantity.value)  # 0万元，完成预算的0%: of any
    if len(wholes) != 1 or wholes.total() < _PEERS:
        return None
    whole = peers[0][1]
    return whole if whole.like(part) and whole.index < part.index else None


def _namesake(reading: Reading, peers: list[tuple[Statement, Statement]], part: Statement) -> Statement | None:
    """Return the figure before that has the very name of the part, where the rates beside it are of figures of the names of theirs."""
    if sum(_is_called(whole, one) for one, whole in peers) < _PEERS:
        return None
    named = [s for s in reading.before(part, _BACK) if _is_called(s, part) and s.like(part) and s.role in LEVELS]
    return named[0] if len(named) == 1 and named[0].paragraph == part.paragraph else None


def _is_called(whole: Statement, part: Statement) -> bool:
    """Whether a figure has the name of another, also behind other words: 任务为廉租住房1852套."""
    name = part.subject.lstrip("年内其中, ")
    return len(name) >= _NAME and whole.subject.endswith(name)


def _all_people(reading: Reading, part: Statement, rate: Statement) -> Statement | None:
    """Return all people for 出生836人，出生率11.73‰, where the rate is further off than the middle of the year explains."""
    vital = _VITAL.search(rate.lead)
    if vital is None or rate.quantity.unit.name != "‰" or not part.subject.endswith(vital["name"]):
        return None
    before = [s for s in reading.before(part, _BACK) if s.paragraph == part.paragraph and _PEOPLE.search(s.lead) and s.like(part)]
    people = before[-1] if before else None
    return people if people is not None and _off(part, people, rate) > _YEARLY else None


def _off(part: Statement, whole: Statement, rate: Statement) -> float:
    """Return how many times a rate is what its figures give, or they are the rate."""
    upper, lower, stated = (s.quantity.size()[0] for s in (part, whole, rate))
    if min(upper, lower, stated) <= 0:
        return _BACK
    times = upper / lower * 100 / stated
    return max(times, 1 / times)
