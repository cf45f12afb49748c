"""``sum``: parts that exhaust a total add up to it; parts that need not stay below it."""

from __future__ import annotations

from typing import ClassVar

from ..findings import Severity
from ..i18n import N_
from ..i18n import later as _
from ..quantities import Interval
from ..records import record
from .base import NOWHERE, Claim, Explanation, Operand, Outcome, Place, Settings, Verdict, explained, finding, unknown, usable
from .repair import single_repair
from .working import Reckoning, added, amount, first_mixed, interval_in, named, reckon, total, value_in


@record(frozen=True, slots=True)
class Sum(Claim):
    """The parts make the total.

    Args:
        total, parts: of one dimension.
        exhaustive: the parts are all there is (合计, a trailing 其他); ``False`` for 其中, which may leave some out;
            ``None`` where the text does not say: then it may hold, and never fails.
        searched: the parts were found by looking for numbers that add up. It never fails, and what holds is weak.
    """

    kind: ClassVar[str] = "sum"
    total: Operand
    parts: tuple[Operand, ...]
    exhaustive: bool | None = True
    searched: bool = False
    place: Place = NOWHERE
    likely: bool = False

    def operands(self) -> tuple[Operand, ...]:
        """Total, then the parts."""
        return (self.total, *self.parts)

    def judge(self, settings: Settings) -> Verdict:
        """Add the parts up."""
        if not self.parts:
            return unknown("SUM001", _("no parts are given"))
        operands = self.operands()
        if not usable(operands):
            return unknown("SUM001", _("a figure is blank"))
        if mixed := first_mixed(operands):
            return unknown("SUM001", _("{a} and {b} are of different kinds").format(a=mixed[0], b=mixed[1]))
        found = self._add(settings)
        if self.searched or self.exhaustive is None:
            return self._maybe(found)
        return self._all(found, settings) if self.exhaustive else self._some(found, settings)

    def _add(self, settings: Settings) -> Reckoning:
        unit = self.total.quantity.unit
        point = total([value_in(part, unit) for part in self.parts])
        return reckon(self._formula, point, lambda: self._interval(settings), self.total, settings)

    def _formula(self) -> str:
        return " + ".join(str(part) for part in self.parts)

    def _interval(self, settings: Settings) -> Interval:
        unit = self.total.quantity.unit
        return added(interval_in(part, unit, settings) for part in self.parts)

    def _maybe(self, found: Reckoning) -> Verdict:
        if found.outcome not in (Outcome.HOLDS, Outcome.WITHIN):
            return unknown("SUM001", _("{formula} = {result}: the parts need not be all of {total}").format(
                formula=found.formula, result=found.result, total=self.total))  # fmt: skip
        return found.stands("SUM001", "weak" if self.searched else "strong")

    def _all(self, found: Reckoning, settings: Settings) -> Verdict:
        if found.outcome not in (Outcome.OFF, Outcome.FAILS):
            return found.stands("SUM001")
        words: dict[str, object] = {"total": named(self.total), "result": found.result}
        if found.outcome is Outcome.OFF:
            message = _("the parts of {total} add up to {result}: off in the last digit").format(**words)
            return finding(self, Outcome.OFF, "SUM003", found.working, message, _("add up the unrounded figures, then round the total"))
        message = _("the parts of {total} add up to {result}").format(**words)
        hint = single_repair(self, settings) or _("look up the total and each part; a part may be missing or counted twice")
        return finding(self, Outcome.FAILS, "SUM001", found.working, message, hint)

    def _some(self, found: Reckoning, settings: Settings) -> Verdict:
        """Parts that need not be all may be less."""
        outcome = self._room(found, settings)
        words: dict[str, object] = {"formula": found.formula, "result": found.result, "total": self.total}
        if outcome is Outcome.HOLDS:
            return Verdict(outcome, "SUM002", _("{formula} = {result}, not more than {total}").format(**words))
        if outcome is Outcome.WITHIN:
            return Verdict(outcome, "SUM002", _("{formula} = {result}, within rounding not more than {total}").format(**words))
        if outcome is Outcome.CANNOT_TELL:
            return unknown("SUM002", _("{formula} = {result}: {total} leaves it open").format(**words))
        excess = amount(found.point - self.total.value, self.total.quantity)
        working = _("{formula} = {result}: {excess} more than {total}").format(excess=excess, **words)
        message = _("the parts of {total} add up to {result}: more than the whole").format(total=named(self.total), result=found.result)
        if outcome is Outcome.OFF:
            return finding(self, outcome, "SUM003", working, message, _("add up the unrounded figures, then round the total"))
        return finding(self, outcome, "SUM002", working, message, _("look up the total and each part; does one part lie in another?"))

    def _room(self, found: Reckoning, settings: Settings) -> Outcome:
        """How parts that need not be all stand to the total."""
        whole = self.total.quantity
        if not whole.is_hedged and not any(part.quantity.is_hedged for part in self.parts) and found.point <= whole.value:
            return Outcome.HOLDS
        own, parts = self.total.interval(settings), found.computed or self._interval(settings)
        if parts.high is not None and own.low is not None and parts.high <= own.low:
            return Outcome.HOLDS
        if Interval(None, own.high, high_open=own.high_open).meets(parts):
            return Outcome.CANNOT_TELL if own.width is None or parts.width is None else Outcome.WITHIN
        near = parts.low is not None and parts.low - whole.value <= whole.ulp
        return Outcome.OFF if near and not own.is_point and not whole.is_hedged else Outcome.FAILS


explained(
    Explanation(
        "SUM001",
        "sum-mismatch",
        "sum",
        Severity.ERROR,
        N_("Parts that are all of a total (合计, 税收 and 非税, a trailing 其他, the list in a bracket) add up to it, within rounding."),
        N_("A total that misses its own parts is the first thing that a reader with a pencil finds."),
        "上级补助3000万元、本级配套1900万元，合计4800万元。",
        "上级补助3000万元、本级配套1900万元，合计4900万元。",
        N_("Look up the total and each part. If there are more parts than are named, write 其中, or set `exhaustive: false`."),
    ),
    Explanation(
        "SUM002",
        "parts-exceed-total",
        "sum",
        Severity.ERROR,
        N_("Parts that need not be all of a total (其中) are together not more than it."),
        N_("A part cannot be more than its whole; often one part is contained in another, or the total is an old one."),
        "全年培训120人次，其中消防培训90人次、急救培训45人次。",
        "全年培训180人次，其中消防培训90人次、急救培训45人次。",
        N_("Look up the total and the parts; if the parts overlap, say so and leave them out of the check."),
    ),
    Explanation(
        "SUM003",
        "sum-off-in-last-digit",
        "sum",
        Severity.WARNING,
        N_("The parts miss the total by no more than one unit of its last digit, more than rounding explains."),
        N_("Small, but whoever adds up finds it; a table that was cut off instead of rounded shows it in many rows."),
        "改造管网东片6.002公里、西片3.659公里，共计9.67公里。",
        "改造管网东片6.002公里、西片3.659公里，共计9.66公里。",
        N_("Add up the unrounded figures and round the total once, or set `rounding: truncate` in report.yaml."),
    ),
)
