"""Structures: 三次产业结构为a:b:c. They reach 100 %, and each is the share of a figure given before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, takewhile

from ..claims.base import Claim, Operand, Outcome, Place
from ..claims.difference import Difference
from ..claims.share import Share, Shares
from ..claims.sum import Sum
from ..patterns import lazy
from ..quantities import add, unit
from .hundred import ALL, all_ages
from .joining import holds, operand, outcome, place
from .roles import LEVELS, Role
from .statements import Reading, Statement

_NAMED = lazy(r"结构|比重|构成|占比|比例|产业?(?:之)?比")
_CONTRIBUTION = lazy(r"贡献率|占比|比重")
_INDUSTRIES = lazy("三次产业|三大产业|三个产业|产业结构|第?一(?:次?产业?)?、第?二(?:次?产业?)?[、和及]第?三次?产业?")
_OF_INDUSTRIES = lazy("三次产业|三大产业|三个产业|三产业?比|一二三产")
_MEMBERS = ("第一产业", "第二产业", "第三产业")
_WHOLE = lazy(r"生产总值|GDP")
_STRUCTURE = lazy("产业(?:增加值)?(?:结构|构成|比重|比例)")
_OTHER_THING = lazy(r"投资|用电|就业|从业|税|贷款")
"""A structure of something else than of output."""
_EARLIER = lazy(r"(?:上年|去年|20[0-9]{2}年|由|从(?!业))[^,:∶]{0,12}$")
_BECAME = lazy("调整|变化|优化|演变|转变|变|[到至]")
_COMPARED = lazy("[与比较][^,;。]{0,8}(?:上年|去年|20[0-9]{2}年)")
_INDUSTRY = lazy("(?:第|(?<![一二三]))([一二三])(?:次?产|(?=[、和]第?[一二三]次?产))")
_SHARE = lazy("比重|占比|比例")
_CLASSES = 3
"""Classes of age that a census tells apart."""
_LEAD = 20
_AHEAD = 6
_BACK, _BEFORE = 60, 60
_PARAGRAPHS = 3
_THREE = lazy("、第?二(?:次?产业)?[、和及]第?三次?产业[^,;。]{0,12}分别")
"""第一、二、三产业投资分别为: three figures in the order of the industries."""
_LEAST, _TWICE = 50, 200
_NEAR = 5
"""Points by which a structure may miss 100 and still be meant to be shares: 3:5:2 is a proportion."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of every structure, and of 三次产业…贡献率分别为a、b和c."""
    runs = [*_runs(reading), *_rows(reading)]
    for first, second in pairwise(runs):
        yield from _moved(reading, first, second)
    yield from _balanced(reading)
    yield from _of_ages(reading)
    for run in runs:
        before = reading.between(max(0, run[0].start - 40), run[0].start)
        if not _NAMED.search(before):
            continue
        members = list(_industries(reading, run))
        yield from members
        if any(outcome(claim) is Outcome.FAILS for claim in members):
            continue  # one fault, one finding: the sum is wrong because the member is
        made = sum((s.quantity.value for s in run), Fraction(0))
        exact = all(s.quantity.decimals for s in run) and _LEAST < made < _TWICE  # 比重为31.3:68.7 is no proportion as 3:7 is
        sure = _OF_INDUSTRIES.search(before) is not None or abs(made - 100) <= _NEAR
        if sure or exact:
            found = _full(tuple(_percent(reading, s) for s in run), place(reading, *run))
            yield from found if sure else (replace(claim, likely=True) if isinstance(claim, Shares) else claim for claim in found)
    yield from _respective(reading)
    for run in _each(reading):
        yield from _of_output(reading, run)


def _full(parts: tuple[Operand, ...], where: Place) -> Iterator[Claim]:
    """Yield that shares are all there is, and where they are that they make 100 %."""
    shares = Shares(parts, None, True, where)
    yield shares
    if outcome(shares) is Outcome.HOLDS:
        yield Sum(ALL, parts, True, False, where)


def _runs(reading: Reading) -> Iterator[tuple[Statement, ...]]:
    """Yield the bare numbers that stand with colons between them."""
    run: list[Statement] = []
    plain = reading.ground.plain
    for s in reading.of_dimension("number"):
        bare = s.quantity.scale == 1
        if run and bare and plain[run[-1].end : s.start].strip() in (":", "∶", "比"):
            run.append(s)
            continue
        if len(run) > 1:
            yield tuple(run)
        run = [s] if bare else []
    if len(run) > 1:
        yield tuple(run)


def _rows(reading: Reading) -> Iterator[tuple[Statement, ...]]:
    """Yield the three percentages of 产业结构由22%、28%和50%调整为21%、28%和51%."""
    if not _STRUCTURE.search(reading.ground.plain):
        return
    shares = [s for s in reading.of_dimension("ratio") if s.quantity.unit.name == "%" and not s.respective]
    for row in zip(shares, shares[1:], shares[2:], strict=False):
        joined = [reading.between(one.end, other.start).strip() for one, other in pairwise(row)]
        if joined[0] in ("、", ",") and joined[1] in ("、", ",", "和") and _STRUCTURE.search(_named(reading, row)):
            yield row


def _each(reading: Reading) -> Iterator[tuple[Statement, ...]]:
    """Yield the shares of 第一产业占生产总值的22%，第二产业占28%，第三产业占50%."""
    shares = [s for s in reading.of_role(Role.SHARE) if "产业" in s.lead]
    for row in zip(shares, shares[1:], shares[2:], strict=False):
        named = all(name in s.lead for s, name in zip(row, _MEMBERS, strict=True))
        of_output = _WHOLE.search(row[0].lead) and not any(_OTHER_THING.search(s.lead) for s in row)
        if named and of_output and row[0].sentence == row[2].sentence:
            yield row


def _industries(reading: Reading, run: tuple[Statement, ...]) -> Iterator[Claim]:
    """Join 三次产业结构 to the figures of the three industries before it; not last year's structure beside this year's."""
    name = _named(reading, run)
    if len(run) != len(_MEMBERS) or not _INDUSTRIES.search(name) or _EARLIER.search(name):
        return
    thing = _OTHER_THING.search(name)
    yield from _of_thing(reading, run, thing[0]) if thing else _of_output(reading, run)


def _named(reading: Reading, run: tuple[Statement, ...]) -> str:
    """Return what stands before a structure in its clause; 、 between percentages and what they were before begin none."""
    first = run[0]
    if first.figure.bare:
        return reading.between(reading.ground.clauses.starts[first.clause], first.start)
    return re.split("[,;。:\n]", reading.between(max(0, first.start - _BEFORE), first.start))[-1]


def _of_output(reading: Reading, run: tuple[Statement, ...]) -> Iterator[Claim]:
    """Join three shares to the figures of the three industries before them and to the output that these make up."""
    parts = _members(reading, run[0])
    if parts is None:
        return
    behind = reading.statements[parts[-1].index + 1 : run[0].index]
    whole = next((s for s in (*reading.before(parts[0], 12), *behind) if _is_whole(s, parts)), None)
    if whole is None:
        return
    found = [Share(_percent(reading, share), operand(reading, part), operand(reading, whole), place(reading, part, *run))
             for share, part in zip(run, parts, strict=True)]  # fmt: skip
    if any(holds(claim) for claim in found):
        sure = sum(outcome(claim) is not Outcome.FAILS for claim in found) > 1
        yield from (claim if sure else replace(claim, likely=True) for claim in found)


def _of_thing(reading: Reading, run: tuple[Statement, ...], thing: str) -> Iterator[Claim]:
    """Join a structure of 投资 or 就业 to the figures of the three industries, of their total before them or of what they are together."""
    parts = _members(reading, run[0], thing)
    if parts is None:
        return
    largest = max(p.quantity.size()[0] for p in parts)
    near = [s for s in reading.before(parts[0], _BACK) if s.like(parts[0]) and s.role in LEVELS and not s.depth and thing in s.lead]
    told = [operand(reading, s) for s in near if s.quantity.size()[0] > largest and s.paragraph >= parts[0].paragraph - _PARAGRAPHS]
    best: list[Claim] = []
    for whole in (*told, Operand(add(p.quantity for p in parts))):
        found: list[Claim] = [Share(_percent(reading, share), operand(reading, part), whole, place(reading, part, *run), True)
                              for share, part in zip(run, parts, strict=True)]  # fmt: skip
        if sum(map(holds, found)) > max(1, sum(map(holds, best))):
            best = found
    yield from best


def _moved(reading: Reading, first: tuple[Statement, ...], second: tuple[Statement, ...]) -> Iterator[Claim]:
    """Read 结构由a:b:c调整为d:e:f，第三产业占比提高p个百分点: what lies between the two members."""
    if len(first) != len(_MEMBERS) or len(second) != len(_MEMBERS) or second[0].sentence != first[0].sentence:
        return
    between = reading.between(first[-1].end, second[0].start)
    if not (_BECAME.search(between) or _COMPARED.search(between)):
        return
    before, after = (second, first) if _COMPARED.search(between) else (first, second)
    for points in reading.statements[second[-1].index + 1 : second[-1].index + 1 + _AHEAD]:
        named = _INDUSTRY.findall(points.lead)
        if points.sentence - second[0].sentence > 1 or points.role is not Role.POINTS or len(named) != 1 or not points.direction:
            continue
        n = "一二三".index(named[0])
        parts = _percent(reading, after[n]), _percent(reading, before[n]), operand(reading, points)
        yield Difference(*parts, points.direction, place(reading, *first, *second, points), True)


def _balanced(reading: Reading) -> Iterator[Claim]:
    """Read 一产占比提高0.9个百分点，二产、三产分别下降0.7个、0.2个百分点: what one gains the others lose."""
    for last in reading.of_dimension("points"):
        row = [s for s in reading.statements[max(0, last.index - 4) : last.index + 1] if s.dimension != "place"][-3:]
        if "产" not in row[0].lead or len(row) < len(_MEMBERS) or row[0].sentence != last.sentence:
            continue
        if any(s.quantity.unit.name not in ("", "个", "个百分点") for s in row):
            continue
        said = reading.between(max(0, row[0].start - _LEAD), last.start)
        ways = [s.direction or (row[n - 1].direction if n and not s.lead else 0) for n, s in enumerate(row)]
        if sorted(_INDUSTRY.findall(said)) != sorted("一二三") or not _SHARE.search(said) or not all(ways):
            continue
        total = next((s for s, way in zip(row, ways, strict=True) if way != (1 if sum(ways) > 0 else -1)), None)
        if total is not None:
            parts = tuple(_points(reading, s) for s in row if s is not total)
            yield Sum(_points(reading, total), parts, True, False, place(reading, *row), True)


def _of_ages(reading: Reading) -> Iterator[Claim]:
    """Read 0-14岁比重提高2个百分点，15-59岁…下降5…，60岁及以上…提高3…: what one gains the others lose."""
    points = [s for s in reading.of_dimension("points") if s.direction] if "岁" in reading.ground.plain else []
    for n in range(len(points) - _CLASSES + 1):
        row = points[n : n + _CLASSES]
        ways = sum(s.direction for s in row)
        if row[0].sentence == row[-1].sentence and abs(ways) < _CLASSES and all_ages(reading, row):
            total = next(s for s in row if s.direction != (1 if ways > 0 else -1))
            parts = tuple(_points(reading, s) for s in row if s is not total)
            yield Sum(_points(reading, total), parts, True, False, place(reading, *row), True)


def _members(reading: Reading, first: Statement, thing: str = "") -> tuple[Statement, ...] | None:
    """Return the nearest figures of the three industries, in their order, from three sentences at most."""
    found: dict[str, Statement] = {}
    for s in reading.before(first, _BACK):
        if s.paragraph < first.paragraph - _PARAGRAPHS:
            break
        if s.respective and not s.listed and s.is_amount and s.role in LEVELS and (thing or "增加值") in s.lead and _THREE.search(s.lead):
            row = reading.statements[s.index : s.index + len(_MEMBERS)]
            return row if len(row) == len(_MEMBERS) and all(t.listed and t.like(s) for t in row[1:]) else None
        for name in _MEMBERS:
            said = name in s.lead and thing in reading.between(reading.begin(s), s.start) if thing else s.subject.startswith(name)
            if said and s.role in LEVELS and s.is_amount and not s.depth:
                found.setdefault(name, s)
        if len(found) == len(_MEMBERS):
            parts = tuple(found[name] for name in _MEMBERS)
            near = parts[-1].sentence - parts[0].sentence < len(parts)
            return parts if near and all(p.like(parts[0]) for p in parts) else None
    return None


def _is_whole(statement: Statement, parts: tuple[Statement, ...]) -> bool:
    return statement.like(parts[0]) and statement.role in LEVELS and not statement.depth and _WHOLE.search(statement.lead) is not None


def _respective(reading: Reading) -> Iterator[Claim]:
    """Read 三次产业…贡献率分别为a、b和c: the three reach 100 %."""
    for s in reading.of_dimension("ratio"):
        if not s.respective or s.listed or not _CONTRIBUTION.search(s.lead):
            continue
        run = [s, *takewhile(lambda t: t.listed, reading.statements[s.index + 1 : s.index + 5])]
        named = _INDUSTRIES.search(reading.between(max(0, s.start - _BEFORE), s.start)) is not None
        if len(run) == len(_MEMBERS) and named and all(t.dimension == "ratio" for t in run):
            yield from _full(tuple(operand(reading, t) for t in run), place(reading, *run))
            if _SHARE.search(s.lead):
                yield from _industries(reading, tuple(run))


def _points(reading: Reading, statement: Statement) -> Operand:
    """Return 0.7个 before 0.2个百分点 as what it is."""
    return Operand(replace(statement.quantity, unit=unit("个百分点")), place=place(reading, statement))


def _percent(reading: Reading, statement: Statement) -> Operand:
    """Return a bare number of a structure as a percentage."""
    return Operand(replace(statement.quantity, unit=unit("%")), place=place(reading, statement))
