"""Figures that nobody needs to write, because others give them."""

from __future__ import annotations

from ..errors import FactError
from ..i18n import enumerated, strung
from ..i18n import gettext as _
from ..quantities import Hedge, Quantity, Rounding, decimals_needed, ratio
from .factset import Derivation, Entry, Fact, FactSet, node_at
from .problems import spoken
from .shapes import SHAPES, keys_of


def derive_rates(facts: FactSet) -> None:
    """Add the rate of every entry that states both operands and no rate.

    A hedged or blank operand gives no rate: the result would claim more than is known.
    """
    for entry in list(facts.walk()):
        rate = SHAPES[entry.shape].rate
        if rate and rate[0] not in entry.facts:
            _derive(facts, entry, *rate)


def why_no_rate(facts: FactSet, path: str) -> FactError | None:
    """Return why the rate that a template names at ``path`` was not derived; None if it is no rate of a known entry."""
    owner, _dot, word = path.rpartition(".")
    entry = next((entry for entry in facts.walk() if entry.id == owner), None)
    rate = SHAPES[entry.shape].rate if entry else None
    keys = {name: key.name for key in SHAPES[entry.shape].keys for name in (key.name, key.alias)} if entry else {}
    if entry is None or rate is None or keys.get(word) != rate[0]:
        return None
    names = spoken(node_at(facts, entry.id), {key.name: key.alias for key in keys_of(entry.shape).values()})
    missing = [names[key] for key in rate[1:] if key not in entry.facts]
    message = _("{name} has no {rate}, and it cannot be computed").format(name=entry.name, rate=word)
    if missing:
        hint = _("write {keys} as well, or {rate} itself").format(keys=enumerated(missing), rate=word)
        return FactError(message, where=entry.where, hint=hint)
    part, base = (entry.facts[key] for key in rate[1:])
    written = strung(f"{names[fact.key]}: {fact.text}" for fact in (part, base))
    return FactError(message, where=part.where, written=written, hint=_obstacle(part, base, names))


def _obstacle(part: Fact, base: Fact, names: dict[str, str]) -> str:
    for fact, other in ((part, base), (base, part)):
        if fact.quantity is None or fact.quantity.is_blank:
            return _("{key} is blank").format(key=names[fact.key])
        if fact.quantity.hedge is not Hedge.NONE:
            return _("{key} is only about right; write the rate that the bureau states").format(key=names[fact.key])
        if other.quantity is not None and other.quantity.unit.name and not fact.quantity.unit.name:
            return _("{text} has no unit; write {text}{unit}, if that is meant").format(text=fact.text, unit=_scaled(other.quantity))
        if not fact.quantity.value:
            return _("{key} is zero").format(key=names[fact.key])
    return _("the two are in different units")


def _scaled(quantity: Quantity) -> str:
    """The unit with its scale as written: 万元 of 4100万元."""
    return quantity.text.lstrip("约近超过逾0123456789.,０１２３４５６７８９")


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
