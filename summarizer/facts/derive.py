"""Figures that nobody needs to write, because others give them."""

from __future__ import annotations

from ..quantities import Hedge, Quantity, Rounding, decimals_needed, ratio
from .factset import Derivation, Entry, Fact, FactSet
from .shapes import SHAPES


def derive_rates(facts: FactSet) -> None:
    """Add the rate of every entry that states both operands and no rate.

    A hedged or blank operand gives no rate: the result would claim more than is known.
    """
    for entry in list(facts.walk()):
        rate = SHAPES[entry.shape].rate
        if rate and rate[0] not in entry.facts:
            _derive(facts, entry, *rate)


def _derive(facts: FactSet, entry: Entry, result: str, part_key: str, base_key: str) -> None:
    part, base = entry.facts.get(part_key), entry.facts.get(base_key)
    if part is None or base is None or part.quantity is None or base.quantity is None:
        return
    for quantity in (part.quantity, base.quantity):
        if quantity.is_blank or quantity.hedge is not Hedge.NONE or not quantity.value:
            return
    if not part.quantity.same_dimension(base.quantity):
        return
    report = facts.report
    alias = next(key.alias for key in SHAPES[entry.shape].keys if key.name == result)
    fact = Fact(
        id=f"{entry.id}.{result}",
        key=result,
        label=f"{entry.owner}{entry.name}{alias}",
        entry=entry.id,
        shape=entry.shape,
        where=part.where,
        quantity=_rate(part.quantity, base.quantity, report.decimals, report.rounding),
        provenance=part.provenance,
        derivation=Derivation(f"{part.id} ÷ {base.id}", (part.id, base.id), report.rounding),
    )
    entry.facts[result] = facts.facts[fact.id] = fact


def _rate(part: Quantity, base: Quantity, decimals: int, rounding: Rounding) -> Quantity:
    """The rate with as many digits as asked for, or fewer where those show it exactly: 102.5%, not 102.50%."""
    needed = decimals_needed(part.value * 100 / base.value)
    return ratio(part, base, decimals if needed is None else min(needed, decimals), rounding)
