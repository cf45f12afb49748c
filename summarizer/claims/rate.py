"""``rate``: actual and target must give the completion rate; if one is missing, some whole number must."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from ..findings import Severity
from ..i18n import N_, enumerated
from ..i18n import later as _
from ..quantities import Interval
from ..records import record
from .base import NOWHERE, Claim, Explanation, Operand, Outcome, Place, Settings, Text, Verdict, explained, finding, unknown, usable
from .repair import single_repair
from .whole import fitting, pairs, widened
from .working import Quotient, amount, named, number, over, to_whole


@record(frozen=True, slots=True)
class Rate(Claim):
    """Actual is ``rate`` percent of target.

    Args:
        actual, target: in one dimension; either may be missing. Then, for a count, some whole number must stand there.
        rate: in % (or ‰, 成, 倍).
    """

    kind: ClassVar[str] = "rate"
    rate: Operand
    actual: Operand | None = None
    target: Operand | None = None
    place: Place = NOWHERE
    likely: bool = False

    def operands(self) -> tuple[Operand, ...]:
        """Target, actual, rate."""
        return tuple(operand for operand in (self.target, self.actual, self.rate) if operand is not None)

    def judge(self, settings: Settings) -> Verdict:
        """Divide, or look for the whole number that is missing."""
        if not usable(self.operands()):
            return unknown("RATE001", _("a figure is blank"))
        parts = to_whole(self.rate.quantity)
        if parts is None:
            return unknown("RATE001", _("{rate} is no completion rate").format(rate=self.rate))
        if self.actual is not None and self.target is not None:
            return self._divide(Quotient(self.actual, self.target, parts), settings)
        known = self.actual or self.target
        if known is None or not known.quantity.is_count:
            return unknown("RATE002", _("target or actual is not given, and what is given is no count"))
        return self._search(known, parts, settings)

    def _divide(self, quotient: Quotient, settings: Settings) -> Verdict:
        if why := quotient.obstacle():
            return unknown("RATE001", why)
        found = quotient.reckon(self.rate, settings)
        if found.outcome not in (Outcome.OFF, Outcome.FAILS):
            return found.stands("RATE001")
        words: dict[str, object] = {
            "rate": self._named, "actual": named(quotient.above), "target": named(quotient.below), "result": found.result,
        }  # fmt: skip
        if found.outcome is Outcome.OFF:
            message = _("{rate} is off in its last digit: {actual} of {target}").format(**words)
            hint: Text = _("cut off instead of rounded? It would be {rounded}").format(rounded=found.rounded)
            return finding(self, found.outcome, "RATE003", found.working, message, hint)
        message = _("{rate} cannot be: {actual} of {target} is {result}").format(**words)
        hint = single_repair(self, settings) or _("look up target and actual, and divide again")
        return finding(self, found.outcome, "RATE001", found.working, message, hint)

    def _search(self, known: Operand, parts: Fraction, settings: Settings) -> Verdict:
        """Ask whether any whole number could be the operand that is missing."""
        rate = self.rate.interval(settings)
        if self.rate.quantity.is_hedged or rate.low is None or rate.low <= 0:
            return unknown("RATE002", _("{rate} leaves it open").format(rate=self.rate))
        count = known.value
        if self.actual is not None:
            whole = Interval.point(count * parts)
            outcome, n = fitting(over(whole, rate), lambda: over(whole, widened(self.rate)))
            formula, missing = f"{known} ÷ {self.rate}", count * parts / self.rate.value
        else:
            outcome, n = fitting(rate * (count / parts), lambda: widened(self.rate) * (count / parts))
            formula, missing = f"{known} × {self.rate}", self.rate.value * count / parts
        words: dict[str, object] = {
            "formula": formula, "result": lambda: number(missing), "known": named(known), "rate": self._named, "n": n,
        }  # fmt: skip
        if self.actual is not None and not count:
            return self._impossible(words, [])  # nothing of any target is 0 %, and a target is not 0
        if outcome is Outcome.CANNOT_TELL:
            return unknown("RATE002", _("{formula} = {result}: many whole numbers would fit").format(**words))
        if outcome is Outcome.WITHIN:
            return Verdict(outcome, "RATE002", _("{formula} = {result}: {n} fits").format(**words))
        if outcome is Outcome.OFF:
            words["gives"] = lambda: self._gives(count, n, parts)
            working = _("{formula} = {result}; {n} would give {gives}").format(**words)
            message = _("{rate} beside {known} is off in its last digit").format(**words)
            hint = _("look up the other figure; {n} would give {gives}").format(**words)
            return finding(self, outcome, "RATE003", working, message, hint)
        return self._impossible(words, list(pairs(rate / parts, int(count), part=self.actual is not None)))

    def _gives(self, count: Fraction, n: int, parts: Fraction) -> str:
        """The rate that a whole number would give."""
        return amount((count / n if self.actual is not None else n / count) * parts, self.rate.quantity)

    def _impossible(self, words: dict[str, object], near: list[str]) -> Verdict:
        working = _("{formula} = {result}: no whole number is near enough").format(**words)
        if self.actual is not None:
            message = _("{rate} cannot be: no whole-number target makes it from {known}").format(**words)
            hint = _("look up the target")
        else:
            message = _("{rate} cannot be: no whole-number result makes it from {known}").format(**words)
            hint = _("look up the result")
        if near:
            hint = _("pairs that would give {rate}: {pairs}").format(rate=self.rate, pairs=enumerated(near))
        return finding(self, Outcome.FAILS, "RATE002", working, message, hint)

    def _named(self) -> str:
        return named(self.rate) if self.rate.label else str(_("the completion rate {rate}").format(rate=self.rate))


explained(
    Explanation(
        "RATE001",
        "rate-mismatch",
        "rate",
        Severity.ERROR,
        N_("Actual divided by target gives the completion rate that is stated, within the rounding of all three."),
        N_("A rate that does not follow from its own two figures shows every reader that one of the three is wrong."),
        "年度目标64公里，完成58.4公里，完成率93.25%。",
        "年度目标64公里，完成58.4公里，完成率91.25%。",
        N_("Look up target and actual again; leave `rate` out of the YAML, and it is derived."),
    ),
    Explanation(
        "RATE002",
        "impossible-rate",
        "rate",
        Severity.ERROR,
        N_("Where only the actual (or only the target) is given and it is a count, some whole number must give the stated rate."
           " Judged only where the rate is precise enough that not every number fits."),
        N_("Beds and people are whole: if no whole target turns 60 into 145.45 %, one of the two is wrong, whatever the target was."),
        "新增床位60张，完成率145.45%。",
        "新增床位64张，完成率145.45%。",
        N_("Find the target and divide; the finding names the nearest pairs that would give the rate."),
    ),
    Explanation(
        "RATE003",
        "rate-off-in-last-digit",
        "rate",
        Severity.WARNING,
        N_("The stated rate differs from the computed one by no more than one unit of its last digit: cut off instead of rounded,"
           " or mistyped."),
        N_("Small, but a reader with a calculator finds it; a report that truncates throughout says so with `rounding: truncate`."),
        "计划改造300户，完成287户，完成率95.66%。",
        "计划改造300户，完成287户，完成率95.67%。",
        N_("Round half up, or set `rounding: truncate` in report.yaml."),
    ),
)  # fmt: skip
