"""The claims that known shapes make for nothing: rates, totals over groups, ranks, floors, dates."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.factset import Entry, Fact, FactSet
from ..facts.shapes import SHAPES, Kind
from ..quantities import Hedge, Quantity
from .base import Claim, Operand
from .bound import Bound, Relation
from .expression import operand
from .range import Range
from .rank import Rank
from .rate import Rate
from .sum import Sum

#: Keys whose figures add up over the entries of a group; rates, scores and ranks do not.
_ADDITIVE = frozenset({"total", "annual_plan", "invested", "target", "actual", "amount", "paid", "raised", "people", "households"})
#: A free fact of a group that states the sum over its entries: ``total_sum``, 总投资合计.
_SUM_WORDS = ("_sum", "_total", "合计", "总计", "总和", "共计", "小计", "总数", "总额", "总量")
_FLOORS = (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.ABOVE, Hedge.BELOW)


def from_facts(facts: FactSet) -> Iterator[Claim]:
    """Yield every claim that the shapes of ``facts`` imply, in file order."""
    limits = facts.report.limits
    owners = {period.id: entry for entry in facts.walk() for period in entry.periods.values()}
    for entry in facts.walk():
        yield from _rate(entry)
        yield from _rank(entry, owners.get(entry.id, entry))
        yield from _dates(entry)
        yield from _totals(entry)
        yield from _floors(entry)
        for key, (quantity, _scalar) in limits.items():
            if _figure(entry.facts.get(key)):
                yield _limit(entry.facts[key], quantity)


def _limit(fact: Fact, limit: Quantity) -> Bound:
    """What a report sets for all figures under a key; without a word it is the most that they may be."""
    value = operand(fact)
    relation: Relation | None = None if limit.hedge in _FLOORS else "at-most"
    return Bound(Operand(limit), (value,), word=limit.text, relation=relation, place=value.place, likely=True)


def _figure(fact: Fact | None) -> bool:
    return fact is not None and fact.quantity is not None and not fact.quantity.is_blank


def _rate(entry: Entry) -> Iterator[Claim]:
    keys = SHAPES[entry.shape].rate
    if keys is None:
        return
    rate, part, base = (entry.facts.get(key) for key in keys)
    if rate is None or rate.derivation or not _figure(rate) or not (_figure(part) or _figure(base)):
        return
    one = operand(part) if part is not None and _figure(part) else None
    whole = operand(base) if base is not None and _figure(base) else None
    if one is not None and whole is not None and not one.quantity.same_dimension(whole.quantity):
        whole = None  # 15处 of 15个: another word, so only one of them can be tested
    yield Rate(operand(rate), actual=one, target=whole, place=operand(rate).place)


def _rank(entry: Entry, owner: Entry) -> Iterator[Claim]:
    """A period's rank is among as many as its entry says."""
    rank = entry.facts.get("rank")
    if rank is None or not _figure(rank):
        return
    among = entry.facts.get("of") or owner.facts.get("of")
    scope = operand(among) if among is not None and _figure(among) else None
    yield Rank(operand(rank), of=scope, scope=entry.names.get("scope", ""), place=operand(rank).place)


def _dates(entry: Entry) -> Iterator[Claim]:
    start = entry.facts.get("start")
    end = entry.facts.get("finish") or entry.facts.get("deadline")
    if start is not None and end is not None and start.date is not None and end.date is not None:
        yield Range.of_dates(start.date, end.date, label=entry.name, facts=(start.id, end.id), place=operand(end).place)


def _totals(entry: Entry) -> Iterator[Claim]:
    """A group's figure against those of its entries; its own key, or a free fact called so."""
    for key in SHAPES[entry.shape].keys:
        if key.name not in _ADDITIVE or key.kind is not Kind.FIGURE:
            continue
        parts = [child.facts[key.name] for child in entry.children.values() if _figure(child.facts.get(key.name))]
        if len(parts) < 2:
            continue
        exhaustive = len(parts) == len(entry.children)
        names = (key.name, *(f"{word}{suffix}" for word in (key.name, key.alias) for suffix in _SUM_WORDS))
        for total in (entry.facts[name] for name in names if _figure(entry.facts.get(name))):
            yield Sum(operand(total), tuple(operand(part) for part in parts), exhaustive=exhaustive, place=operand(total).place)


def _floors(entry: Entry) -> Iterator[Claim]:
    """A group's hedged rate or score (均在85%以上) is a bound for its entries."""
    for key in ("rate", "score"):
        limit = entry.facts.get(key)
        if limit is None or limit.quantity is None or limit.quantity.hedge not in _FLOORS:
            continue
        values = [child.facts[key] for child in entry.children.values() if _figure(child.facts.get(key))]
        if values:
            yield Bound(operand(limit), tuple(operand(value) for value in values), word=limit.text, place=operand(limit).place)
