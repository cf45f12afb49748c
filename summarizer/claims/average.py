"""``average``: a total over a number gives the average (人均, 每亩)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import ClassVar

from ..errors import FigureError
from ..findings import Severity
from ..i18n import N_
from ..i18n import later as _
from ..quantities import Interval, unit
from ..records import record
from .base import NOWHERE, Claim, Explanation, Operand, Outcome, Place, Settings, Text, Verdict, explained, finding, unknown, usable
from .repair import single_repair
from .whole import fitting, widened
from .working import Reckoning, divided, interval_in, named, number, over, reckon, value_in

_PEOPLE = frozenset(("人", "名", "口", "位"))


@record(frozen=True, slots=True)
class Average(Claim):
    """The total divided by the number gives the average.

    Args:
        average: over the number's unit (``元/人``, ``每亩…``) or plain.
        total: of the average's dimension. number: what it is divided by.
            Either may be missing; where all is counted, some whole number must stand there.
    """

    kind: ClassVar[str] = "average"
    average: Operand
    total: Operand | None = None
    number: Operand | None = None
    place: Place = NOWHERE
    likely: bool = False

    def operands(self) -> tuple[Operand, ...]:
        """Total, number, average."""
        return tuple(operand for operand in (self.total, self.number, self.average) if operand is not None)

    def judge(self, settings: Settings) -> Verdict:
        """Divide, or look for the whole number that is missing."""
        if not usable(self.operands()):
            return unknown("AVERAGE001", _("a figure is blank"))
        total = self.total
        if total is not None and (total.quantity.per or total.quantity.unit.dimension != self.average.quantity.unit.dimension):
            return unknown("AVERAGE001", _("{a} and {b} are of different kinds").format(a=total, b=self.average))
        if total is None or self.number is None:
            return self._search(settings)
        base = self._base(self.number)
        if base is None:
            return unknown("AVERAGE001", _("{average} is not over {number}").format(average=self.average, number=self.number))
        if not self.number.value:
            return unknown("AVERAGE001", _("{b} cannot divide").format(b=self.number))
        return self._divide(total, self.number, base, settings)

    def _base(self, number_: Operand) -> Fraction | None:
        """How many of what the average is over one of the number's units is; None where it is over something else."""
        per, own = self.average.quantity.per, number_.quantity.unit
        if number_.quantity.per:
            return None
        if not per or per == own.name or (per in _PEOPLE and own.name in _PEOPLE) or not own.name:
            return Fraction(1)
        try:
            over = unit(per)
        except FigureError:
            return None
        return own.factor / over.factor if over.dimension == own.dimension else None

    def _divide(self, total: Operand, number_: Operand, base: Fraction, settings: Settings) -> Verdict:
        own = self.average.quantity.unit
        point = divided(value_in(total, own), number_.value, 1 / base)
        found = reckon(
            lambda: f"{total} ÷ {number_}", point,
            lambda: over(interval_in(total, own, settings), number_.interval(settings), 1 / base), self._rounded(), settings,
        )  # fmt: skip
        return self._decide(found, total, number_, settings)

    def _rounded(self) -> Operand:
        """The average as a fraction that was rounded: 场均140人 is no count to the unit."""
        quantity = self.average.quantity
        if not quantity.is_count:
            return self.average
        return replace(self.average, quantity=replace(quantity, unit=replace(quantity.unit, counting=False)))

    def _decide(self, found: Reckoning, total: Operand, number_: Operand, settings: Settings) -> Verdict:
        if found.outcome not in (Outcome.OFF, Outcome.FAILS):
            return found.stands("AVERAGE001")
        words: dict[str, object] = {
            "total": named(total), "number": named(number_), "average": named(self.average), "result": found.result,
        }  # fmt: skip
        if found.outcome is Outcome.OFF:
            message = _("{average} is off in its last digit: {total} over {number}").format(**words)
            hint: Text = _("cut off instead of rounded? It would be {rounded}").format(rounded=found.rounded)
            return finding(self, found.outcome, "AVERAGE003", found.working, message, hint)
        message = _("{total} over {number} is {result}, not {average}").format(**words)
        hint = single_repair(self, settings) or _("look up total and number; over what is it the average?")
        return finding(self, found.outcome, "AVERAGE001", found.working, message, hint)

    def _search(self, settings: Settings) -> Verdict:
        """Ask whether any whole number could be the operand that is missing; only where all is counted."""
        known, average = self.total or self.number, self.average.quantity
        if known is None or not known.quantity.is_count or not average.unit.counting or average.is_hedged:
            return unknown("AVERAGE002", _("total or number is not given, and not all is counted"))
        if self.number is not None and self._base(self.number) != 1:
            return unknown("AVERAGE002", _("{average} is not over {number}").format(average=self.average, number=self.number))
        # An average of counts is a fraction, also where it is written without decimals.
        size = Interval.around(average.value, average.ulp / 2)
        if size.low is None or size.low <= 0:
            return unknown("AVERAGE002", _("{average} leaves it open").format(average=self.average))
        value = known.value
        if self.number is not None:
            outcome, n = fitting(size * value, lambda: widened(self.average) * value)
            words = {"formula": f"{known} × {self.average}", "result": number(average.value * value)}
        else:
            whole = Interval.point(value)
            outcome, n = fitting(over(whole, size), lambda: over(whole, widened(self.average)))
            words = {"formula": f"{known} ÷ {self.average}", "result": number(value / average.value)}
        return self._sought(outcome, words | {"n": str(n), "known": named(known), "average": named(self.average)})

    def _sought(self, outcome: Outcome, words: dict[str, str]) -> Verdict:
        if outcome is Outcome.CANNOT_TELL:
            return unknown("AVERAGE002", _("{formula} = {result}: many whole numbers would fit").format(**words))
        if outcome is Outcome.WITHIN:
            return Verdict(outcome, "AVERAGE002", _("{formula} = {result}: {n} fits").format(**words))
        if outcome is Outcome.OFF:
            working = _("{formula} = {result}: {n} would fit, but for the last digit").format(**words)
            message = _("{average} beside {known} is off in its last digit").format(**words)
            return finding(self, outcome, "AVERAGE003", working, message, _("cut off instead of rounded?"))
        working = _("{formula} = {result}: no whole number is near enough").format(**words)
        message = _("{average} cannot be the average beside {known}: no whole number makes it so").format(**words)
        return finding(self, outcome, "AVERAGE002", working, message, _("look up the figure that the text leaves out, and divide"))


explained(
    Explanation(
        "AVERAGE001",
        "average-mismatch",
        "average",
        Severity.ERROR,
        N_("A total divided by its number gives the average that is stated (人均, 每亩), within the rounding of all three."),
        N_("An average that does not follow from its own two figures shows that one of the three is wrong, or of another scope."),
        "发放补贴36万元，惠及150人，人均2600元。",
        "发放补贴36万元，惠及150人，人均2400元。",
        N_("Look up total and number, and divide again; mind 元 and 万元."),
    ),
    Explanation(
        "AVERAGE002",
        "impossible-average",
        "average",
        Severity.ERROR,
        N_("Where total or number is not given and all is counted, some whole number must stand there."
           " Judged only where the average is precise enough that not every number fits."),
        N_("Homes and visits are whole: seven teams cannot have made 3.25 visits each."),
        "7个小组，平均每组走访3.25次。",
        "8个小组，平均每组走访3.25次。",
        N_("Find the figure that the text leaves out, and divide."),
    ),
    Explanation(
        "AVERAGE003",
        "average-off-in-last-digit",
        "average",
        Severity.WARNING,
        N_("The stated average differs from the computed one by no more than one unit of its last digit."),
        N_("Small, but a reader with a calculator finds it; a report that cuts off throughout says so with `rounding: truncate`."),
        "走访275户，组成16个小组，平均每个小组走访17.18户。",
        "走访275户，组成16个小组，平均每个小组走访17.19户。",
        N_("Round half up, or set `rounding: truncate` in report.yaml."),
    ),
)  # fmt: skip
