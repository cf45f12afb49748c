"""A fact's exact value as text, for machines."""

from __future__ import annotations

from fractions import Fraction

from .factset import Fact


def exact(fact: Fact) -> tuple[str, str]:
    """Return value and base unit of ``fact``: ``("38000000", "元")``, ``("2024-07", "date")``, or two blanks."""
    if fact.date is not None:
        return fact.date.iso, "date"
    if fact.quantity is None or fact.quantity.is_blank:
        return "", ""
    return decimal(fact.quantity.value), fact.quantity.unit.name


def decimal(value: Fraction) -> str:
    """Return ``value`` exactly: as a decimal where it ends, else as a fraction."""
    denominator = value.denominator
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    if denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    if not places:
        return str(value.numerator)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"
