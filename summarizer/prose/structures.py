"""Structures: 三次产业结构为a:b:c. They reach 100 %, and each is the share of a figure given before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from ..claims.base import Claim, Operand, Outcome
from ..claims.share import Share, Shares
from ..patterns import lazy
from ..quantities import unit
from .joining import holds, operand, outcome, place
from .roles import LEVELS
from .statements import Reading, Statement

_NAMED = lazy(r"结构|比重|构成|占比|比例|产业(?:之)?比")
_CONTRIBUTION = lazy(r"贡献率|占比|比重")
_INDUSTRIES = "三次产业"
_MEMBERS = ("第一产业", "第二产业", "第三产业")
_WHOLE = lazy(r"生产总值|GDP")
_OTHER_THING = lazy(r"投资|用电|就业|税|贷款")
"""A structure of something else than of output."""
_EARLIER = lazy(r"(?:上年|去年|20[0-9]{2}年|由|从)[^,:]{0,12}$")
_BACK = 60
_NEAR = 5
"""Points by which a structure may miss 100 and still be meant to be shares: 3:5:2 is a proportion."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every structure, and of 三次产业…贡献率分别为a、b和c."""
    for run in _runs(reading):
        before = reading.between(max(0, run[0].start - 40), run[0].start)
        if not _NAMED.search(before):
            continue
        members = list(_industries(reading, run))
        yield from members
        if any(outcome(claim) is Outcome.FAILS for claim in members):
            continue  # one fault, one finding: the sum is wrong because the member is
        if _INDUSTRIES in before or abs(sum((s.quantity.value for s in run), Fraction(0)) - 100) <= _NEAR:
            yield Shares(tuple(_percent(reading, s) for s in run), None, True, place(reading, *run))
    yield from _respective(reading)


def _runs(reading: Reading) -> Iterator[tuple[Statement, ...]]:
    """Yield the bare numbers that stand with colons between them."""
    run: list[Statement] = []
    for s in reading.of_dimension("number"):
        if run and s.figure.bare and reading.between(run[-1].end, s.start).strip() in (":", "∶", "比"):
            run.append(s)
            continue
        if len(run) > 1:
            yield tuple(run)
        run = [s] if s.figure.bare else []
    if len(run) > 1:
        yield tuple(run)


def _industries(reading: Reading, run: tuple[Statement, ...]) -> Iterator[Claim]:
    """Join 三次产业结构 to the figures of the three industries before it; not last year's structure beside this year's."""
    clause = reading.between(reading.ground.clauses[run[0].clause].start, run[0].start)
    if len(run) != len(_MEMBERS) or _INDUSTRIES not in clause or _OTHER_THING.search(clause) or _EARLIER.search(clause):
        return
    parts = _members(reading, run[0])
    if parts is None:
        return
    behind = reading.statements[parts[-1].index + 1 : run[0].index]
    whole = next((s for s in (*reading.before(parts[0], 12), *behind) if _is_whole(s, parts)), None)
    if whole is None:
        return
    found = [Share(_percent(reading, share), operand(reading, part), operand(reading, whole), place(reading, *run))
             for share, part in zip(run, parts, strict=True)]  # fmt: skip
    if any(holds(claim) for claim in found):
        sure = sum(outcome(claim) is not Outcome.FAILS for claim in found) > 1
        yield from (claim if sure else replace(claim, likely=True) for claim in found)


def _members(reading: Reading, first: Statement) -> tuple[Statement, ...] | None:
    """Return the nearest figures of the three industries, in their order, from one sentence or two."""
    found: dict[str, Statement] = {}
    for s in reading.before(first, _BACK):
        if s.paragraph < first.paragraph - 3:
            break
        for name in _MEMBERS:
            if s.subject.startswith(name) and s.role in LEVELS and s.is_amount and not s.depth:
                found.setdefault(name, s)
        if len(found) == len(_MEMBERS):
            parts = tuple(found[name] for name in _MEMBERS)
            near = parts[-1].sentence - parts[0].sentence <= 1
            return parts if near and all(p.like(parts[0]) for p in parts) else None
    return None


def _is_whole(statement: Statement, parts: tuple[Statement, ...]) -> bool:
    return statement.like(parts[0]) and statement.role in LEVELS and not statement.depth and _WHOLE.search(statement.lead) is not None


def _respective(reading: Reading) -> Iterator[Claim]:
    """Read 三次产业…贡献率分别为a、b和c: the three reach 100 %."""
    for s in reading.of_dimension("ratio"):
        if not s.respective or s.listed or not _CONTRIBUTION.search(s.lead):
            continue
        run = [s, *(t for t in reading.statements[s.index + 1 : s.index + 5] if t.listed and t.sentence == s.sentence)]
        named = any(word in reading.between(max(0, s.start - 60), s.start) for word in (_INDUSTRIES, "、".join(_MEMBERS)))
        if len(run) == len(_MEMBERS) and named and all(t.dimension == "ratio" for t in run):
            yield Shares(tuple(operand(reading, t) for t in run), None, True, place(reading, *run))


def _percent(reading: Reading, statement: Statement) -> Operand:
    """Return a bare number of a structure as a percentage."""
    return Operand(replace(statement.quantity, unit=unit("%")), place=place(reading, statement))
