"""``range``: from is not after to, in figures and in dates."""

from __future__ import annotations

from typing import ClassVar

from ..findings import Severity
from ..i18n import N_
from ..i18n import later as _
from ..quantities import DateText
from ..records import record
from .base import NOWHERE, Claim, Explanation, Operand, Outcome, Place, Settings, Text, Verdict, explained, finding, unknown
from .working import interval_in, value_in


@record(frozen=True, slots=True)
class Range(Claim):
    """From ``low`` to ``high``.

    Args:
        low, high: two figures or two dates. The unit of the first figure may be left out: 15～30%.
        label: what has this range, for the message. facts: ids of the dates.
    """

    kind: ClassVar[str] = "range"
    low: Operand | DateText
    high: Operand | DateText
    label: str = ""
    facts: tuple[str, ...] = ()
    place: Place = NOWHERE
    likely: bool = False

    @classmethod
    def of_dates(cls, start: DateText, end: DateText, *, label: str = "", facts: tuple[str, ...] = (), place: Place = NOWHERE) -> Range:
        """Return the claim that a period ends no earlier than it begins."""
        return cls(start, end, label, facts, place)

    def operands(self) -> tuple[Operand, ...]:
        """The figures; no dates."""
        return tuple(end for end in (self.low, self.high) if isinstance(end, Operand))

    def judge(self, settings: Settings) -> Verdict:
        """Ask which of the two comes first."""
        if isinstance(self.low, Operand) and isinstance(self.high, Operand):
            return self._figures(self.low, self.high, settings)
        if isinstance(self.low, DateText) and isinstance(self.high, DateText):
            return self._dates(self.low, self.high)
        return unknown("RANGE001", _("{a} and {b} are of different kinds").format(a=self.low, b=self.high))

    def _figures(self, low: Operand, high: Operand, settings: Settings) -> Verdict:
        if not low.usable or not high.usable:
            return unknown("RANGE001", _("a figure is blank"))
        words = {"low": low, "high": high}
        in_order = _("{low} is not more than {high}").format(**words)
        if not low.quantity.same_dimension(high.quantity):
            return self._unit_left_out(low, high, in_order)
        own = low.quantity.unit
        high_value = value_in(high, own)
        if low.value <= high_value:
            return Verdict(Outcome.HOLDS, "RANGE001", in_order)
        first, last = low.interval(settings), interval_in(high, own, settings)
        if first.low is None or last.high is None or first.low <= last.high:
            return Verdict(Outcome.WITHIN, "RANGE001", _("{low} and {high} are the same within rounding").format(**words))
        return self._reversed(low, high)

    def _unit_left_out(self, low: Operand, high: Operand, in_order: Text) -> Verdict:
        """15～30%: the first figure has the unit of the second, and its scale where that makes a range."""
        if low.quantity.unit.name or low.quantity.per:
            return unknown("RANGE001", _("{a} and {b} are of different kinds").format(a=low, b=high))
        last = high.value / high.quantity.scale
        if low.value <= last:
            return Verdict(Outcome.HOLDS, "RANGE001", in_order)
        if high.quantity.scale != 1:
            return unknown("RANGE001", _("the scale of {a} is not written").format(a=low))
        return self._reversed(low, high)

    def _reversed(self, low: Operand, high: Operand) -> Verdict:
        words = {"low": low, "high": high}
        working = _("{low} is more than {high}").format(**words)
        message = _("the range runs backwards: {low} to {high}").format(**words)
        if self.label:
            message = _("{label}: the range runs backwards: {low} to {high}").format(label=self.label, **words)
        hint = _("write {high} to {low}, or look up both").format(**words)
        return finding(self, Outcome.FAILS, "RANGE001", working, message, hint)

    def _dates(self, start: DateText, end: DateText) -> Verdict:
        first, last = start.first, end.last
        words = {"start": start, "end": end}
        if start.year is not None and end.year is None and last is None:
            # 2023年7月至9月: the year is not repeated. 2023年11月至3月 may end in the next one.
            last = end.in_year(start.year).last if end.month != 2 or end.day != 29 else None
            if first is not None and last is not None and first > last:
                return unknown("RANGE002", _("{end} has no year").format(**words))
        if first is None or last is None:
            return unknown("RANGE002", _("{start} or {end} has no year").format(**words))
        if first <= last:
            return Verdict(Outcome.HOLDS, "RANGE002", _("{start} is not after {end}").format(**words))
        working = _("{start} is after {end}").format(**words)
        message = _("the period runs backwards: {start} to {end}").format(**words)
        if self.label:
            message = _("{label}: the period runs backwards: {start} to {end}").format(label=self.label, **words)
        return finding(self, Outcome.FAILS, "RANGE002", working, message, _("look up both dates; is one year the old one?"))


explained(
    Explanation(
        "RANGE001",
        "range-reversed",
        "range",
        Severity.ERROR,
        N_("A range of figures begins with the smaller one."),
        N_("A range that runs backwards holds nothing; mostly two figures were swapped, or one lacks a digit."),
        "补贴标准提高30%～15%。",
        "补贴标准提高15%～30%。",
        N_("Swap the two figures, or look them up."),
    ),
    Explanation(
        "RANGE002",
        "period-reversed",
        "range",
        Severity.ERROR,
        N_("A period ends no earlier than it begins."),
        N_("A project that was finished before it was begun has a year that was not looked at when the text was copied."),
        "工期为2024年5月至2023年11月。",
        "工期为2023年5月至2024年11月。",
        N_("Look up both dates; mostly one year is the old one."),
    ),
)
