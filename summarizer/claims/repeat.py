"""``repeat``: one fact stated twice has one value."""

from __future__ import annotations

from typing import ClassVar

from ..findings import Severity
from ..i18n import N_
from ..i18n import later as _
from ..records import record
from .base import NOWHERE, Claim, Explanation, Operand, Outcome, Place, Settings, Verdict, explained, finding, unknown
from .repair import single_repair
from .working import gap, interval_in, value_in


@record(frozen=True, slots=True)
class Repeat(Claim):
    """The same fact in two places, perhaps in two units or to different digits."""

    kind: ClassVar[str] = "repeat"
    first: Operand
    second: Operand
    place: Place = NOWHERE
    likely: bool = False

    def operands(self) -> tuple[Operand, ...]:
        """First, second."""
        return self.first, self.second

    def judge(self, settings: Settings) -> Verdict:
        """Ask whether one value can be behind both."""
        first, second = self.first, self.second
        if not first.usable or not second.usable:
            return unknown("REPEAT001", _("a figure is blank"))
        words = {"first": first, "second": second, "label": first.label or second.label}
        if not first.quantity.same_dimension(second.quantity):
            return unknown("REPEAT001", _("{a} and {b} are of different kinds").format(a=first, b=second))
        outcome = self._outcome(settings)
        if outcome is Outcome.HOLDS:
            return Verdict(outcome, "REPEAT001", _("{first} and {second} are the same").format(**words))
        if outcome is Outcome.WITHIN:
            return Verdict(outcome, "REPEAT001", _("{first} and {second} are the same within rounding").format(**words))
        if outcome is Outcome.CANNOT_TELL:
            return unknown("REPEAT001", _("{first} and {second} may be the same").format(**words))
        unit = first.quantity.unit
        apart = gap(abs(first.value - value_in(second, unit)), first.quantity)
        working = _("{first} and {second} are {gap} apart").format(gap=apart, **words)
        if outcome is Outcome.OFF:
            message = _("{label}: {first} here, {second} there; the last digit differs").format(**words)
            if not words["label"]:
                message = _("{first} here, {second} there; the last digit differs").format(**words)
            return finding(self, outcome, "REPEAT002", working, message, _("write it the same way in both places"))
        message = _("{label}: {first} here, {second} there").format(**words)
        if not words["label"]:
            message = _("{first} here, {second} there").format(**words)
        hint = single_repair(self, settings) or _("look up which one is right; nobody can tell from the text")
        return finding(self, outcome, "REPEAT001", working, message, hint)

    def _outcome(self, settings: Settings) -> Outcome:
        first, second = self.first, self.second
        unit = first.quantity.unit
        other = value_in(second, unit)
        hedged = first.quantity.is_hedged or second.quantity.is_hedged
        if first.value == other and not hedged:
            return Outcome.HOLDS
        one, two = first.interval(settings), interval_in(second, unit, settings)
        common = one.intersection(two)
        if common is None or (common.is_point and not one.is_point and not two.is_point):
            # Neighbours such as 269.85 and 269.86 have one end in common; no one fact is written both ways.
            ulp = max(first.quantity.ulp, second.quantity.ulp * second.quantity.unit.factor / unit.factor)
            near = not hedged and not one.is_point and not two.is_point and abs(first.value - other) <= ulp
            return Outcome.OFF if near else Outcome.FAILS
        if first.value == other or (hedged and (one.contains(two) or two.contains(one))):
            return Outcome.HOLDS
        return Outcome.CANNOT_TELL if one.width is None or two.width is None else Outcome.WITHIN


explained(
    Explanation(
        "REPEAT001",
        "figures-fight",
        "repeat",
        Severity.ERROR,
        N_("One fact that is stated twice (in another place, another unit, in text and table) has one value, within rounding."),
        N_("Two values for one thing: whoever finds them believes neither."),
        "社会救助资金支出1.26亿元。到年底统计，社会救助资金支出1.62亿元。",
        "社会救助资金支出1.26亿元。到年底统计，社会救助资金支出12600万元。",
        N_("Look up which one is right; keep the fact once in the YAML and refer to it."),
    ),
    Explanation(
        "REPEAT002",
        "figures-differ-in-last-digit",
        "repeat",
        Severity.INFO,
        N_("One fact that is stated twice differs by no more than one unit of the last digit."),
        N_("No error, mostly: one was rounded and the other cut off. A tidy text has one form."),
        "正文写269.85万元，附表写269.86万元。",
        "正文写269.86万元，附表写269.86万元。",
        N_("Write it the same way in both places."),
    ),
)
