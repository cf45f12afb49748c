"""``difference``: one figure less the other gives what is stated (多, 少, 节约, 超序时进度)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar, Literal

from ..findings import Severity
from ..i18n import N_
from ..i18n import later as _
from ..quantities import unit
from ..records import record
from .base import NOWHERE, Claim, Explanation, Operand, Outcome, Place, Settings, Text, Verdict, explained, finding, unknown, usable
from .repair import single_repair
from .working import Reckoning, interval_in, named, reckon, value_in


@record(frozen=True, slots=True)
class Difference(Claim):
    """``a`` is more than ``b`` by ``difference``.

    Args:
        a, b: of one dimension. difference: of the same, or in 个百分点 for two percentages.
        direction: 1 for 多, −1 for 少 (the difference as written, without sign), 0 for 相差.
    """

    kind: ClassVar[str] = "difference"
    a: Operand
    b: Operand
    difference: Operand
    direction: Literal[-1, 0, 1] = 1
    place: Place = NOWHERE
    likely: bool = False

    def operands(self) -> tuple[Operand, ...]:
        """Minuend, subtrahend, difference."""
        return self.a, self.b, self.difference

    def variants(self) -> Iterator[tuple[Text, Claim]]:
        """The other direction."""
        if self.direction > 0:
            yield _("less instead of more (少 for 多, 减 for 增) would make it exact"), replace(self, direction=-1)
        elif self.direction < 0:
            yield _("more instead of less (多 for 少, 增 for 减) would make it exact"), replace(self, direction=1)

    def judge(self, settings: Settings) -> Verdict:
        """Subtract."""
        if not usable(self.operands()):
            return unknown("DIFF001", _("a figure is blank"))
        if not self.a.quantity.same_dimension(self.b.quantity):
            return unknown("DIFF001", _("{a} and {b} are of different kinds").format(a=self.a, b=self.b))
        of_percentages = self.a.quantity.unit.dimension == "ratio"
        if of_percentages and self.difference.quantity.unit.name == "%":
            return self._in_percent(settings)
        if not of_percentages and self.difference.quantity.unit.dimension == "points":
            words = {"a": self.a, "b": self.b, "difference": self.difference}
            message = _("{difference}: amounts differ by amounts or %, percentages by 个百分点").format(difference=named(self.difference))
            working = _("{a} and {b} are no percentages, so they are not {difference} apart").format(**words)
            return finding(self, Outcome.FAILS, "DIFF002", working, message, _("write the amount, or % of the smaller figure"))
        if not of_percentages and not self.a.quantity.same_dimension(self.difference.quantity):
            return unknown("DIFF001", _("{a} and {b} are of different kinds").format(a=self.a, b=self.difference))
        if of_percentages and self.difference.quantity.unit.dimension != "points":
            return unknown("DIFF001", _("percentages differ by 个百分点"))
        found = self._subtract(self.difference, settings)
        if self.direction == 0 and found.outcome in (Outcome.OFF, Outcome.FAILS):
            # Cut off to few digits, the larger one may be written as the smaller: 1.0万元 and 1万元.
            turned = self._subtract(self.difference, settings, turned=True)
            found = turned if turned.outcome in (Outcome.HOLDS, Outcome.WITHIN) else found
        return self._decide(found, settings)

    def _subtract(self, stated: Operand, settings: Settings, *, turned: bool = False) -> Reckoning:
        falls = self.direction < 0 or (self.direction == 0 and value_in(self.b, self.a.quantity.unit) > self.a.value)
        falls = falls != turned
        high, low = (self.b, self.a) if falls else (self.a, self.b)
        # Two percentages differ by points: a number of the same size in a dimension of its own.
        target = unit("%") if stated.quantity.unit.dimension == "points" else stated.quantity.unit
        size = None if target is stated.quantity.unit else target.factor / stated.quantity.unit.factor
        point = value_in(high, target) - value_in(low, target)
        return reckon(
            lambda: f"{high} − {low}", point if size is None else point * size,
            lambda: (interval_in(high, target, settings) - interval_in(low, target, settings)).scale(size or 1), stated, settings,
        )  # fmt: skip

    def _in_percent(self, settings: Settings) -> Verdict:
        """% between two percentages: wrong if it is their difference; else it may be one percentage in terms of the other."""
        meant = replace(self.difference, quantity=replace(self.difference.quantity, unit=unit("个百分点")))
        found = self._subtract(meant, settings)
        if found.outcome not in (Outcome.HOLDS, Outcome.WITHIN):
            words: dict[str, object] = {"formula": found.formula, "result": found.result}
            return unknown("DIFF002", _("percentages differ by 个百分点; {formula} is {result}").format(**words))
        words = {"formula": found.formula, "result": found.result, "stated": str(self.difference), "points": found.rounded}
        working = _("{formula} = {result}; stated {stated}").format(**words)
        message = _("{stated} is the difference of two percentages: 个百分点, not %").format(stated=named(self.difference))
        return finding(self, Outcome.FAILS, "DIFF002", working, message, _("write {points} instead of {stated}").format(**words))

    def _decide(self, found: Reckoning, settings: Settings) -> Verdict:
        if found.outcome not in (Outcome.OFF, Outcome.FAILS):
            return found.stands("DIFF001")
        words: dict[str, object] = {
            "stated": named(self.difference), "a": named(self.a), "b": named(self.b), "result": found.result, "rounded": found.rounded,
        }  # fmt: skip
        if found.outcome is Outcome.OFF:
            message = _("{stated} is off in its last digit: {a} and {b}").format(**words)
            hint: Text = _("cut off instead of rounded? It would be {rounded}").format(**words)
            return finding(self, found.outcome, "DIFF003", found.working, message, hint)
        message = _("{stated} is not what lies between {a} and {b}: {result}").format(**words)
        hint = single_repair(self, settings) or _("look up all three figures")
        return finding(self, found.outcome, "DIFF001", found.working, message, hint)


explained(
    Explanation(
        "DIFF001",
        "difference-mismatch",
        "difference",
        Severity.ERROR,
        N_("One figure less the other gives the difference that is stated (多, 少, 节约, 超序时进度), within the rounding of all three."),
        N_("Whoever reads two figures and their difference subtracts them."),
        "概算860万元，决算815万元，节约55万元。",
        "概算860万元，决算815万元，节约45万元。",
        N_("Look up all three figures and subtract again."),
    ),
    Explanation(
        "DIFF002",
        "percent-for-points-in-difference",
        "difference",
        Severity.ERROR,
        N_("Two percentages differ by 个百分点, two amounts by an amount."),
        N_("Ahead by 12 % and ahead by 12个百分点 are different things; the second is what subtracting gives."),
        "完成率87%，序时进度75%，超序时进度12%。",
        "完成率87%，序时进度75%，超序时进度12个百分点。",
        N_("Write 个百分点 for the difference of two percentages."),
    ),
    Explanation(
        "DIFF003",
        "difference-off-in-last-digit",
        "difference",
        Severity.WARNING,
        N_("The stated difference misses by no more than one unit of its last digit, more than rounding explains."),
        N_("Small, but a reader who subtracts finds it."),
        "收入3.2642亿元，支出3.0181亿元，收支相抵，结余0.24亿元。",
        "收入3.2642亿元，支出3.0181亿元，收支相抵，结余0.25亿元。",
        N_("Subtract the unrounded figures and round once, or set `rounding: truncate` in report.yaml."),
    ),
)
