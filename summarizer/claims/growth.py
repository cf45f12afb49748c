"""``growth``: before, after, change and percentage fit each other, and % is not 百分点."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import ClassVar, Literal

from ..findings import Severity
from ..i18n import N_, enumerated
from ..i18n import later as _
from ..quantities import Interval, unit
from ..records import record
from .base import NOWHERE, Claim, Explanation, Operand, Outcome, Place, Settings, Text, Verdict, explained, finding, unknown, usable
from .repair import single_repair
from .whole import fitting, widened
from .working import Reckoning, amount, divided, interval_in, named, number, over, reckon, to_whole, value_in

_RANK = (Outcome.CANNOT_TELL, Outcome.HOLDS, Outcome.WITHIN, Outcome.OFF, Outcome.FAILS)
_DOUBLED = 100
"""A growth in %, from which on what was added is more than the base, and may be more than one figure near it."""


@record(frozen=True, slots=True)
class Growth(Claim):
    """From ``before`` to ``after`` by ``change``, which is ``percent`` of ``before``.

    Any two of them may be judged; with a percentage and one count, some whole number must stand where the other is.

    Args:
        before, after, change: amounts of one dimension. Two percentages differ by ``points``.
        percent: in % (or ‰, 成, 倍). points: in 个百分点. A figure in the wrong one of the two is judged by its unit.
        direction: 1 for 增, −1 for 减 (change and percentage as written, without sign), 0 where the text does not say.
        real: a real rate (可比价): beside nominal amounts it is never judged.
    """

    kind: ClassVar[str] = "growth"
    before: Operand | None = None
    after: Operand | None = None
    change: Operand | None = None
    percent: Operand | None = None
    points: Operand | None = None
    direction: Literal[-1, 0, 1] = 1
    real: bool = False
    place: Place = NOWHERE
    likely: bool = False

    def operands(self) -> tuple[Operand, ...]:
        """Before, after, change, percentage, points."""
        given = (self.before, self.after, self.change, self.percent, self.points)
        return tuple(operand for operand in given if operand is not None)

    def variants(self) -> Iterator[tuple[Text, Claim]]:
        """The other direction; and 是…倍 taken for 增长…倍."""
        if self.direction > 0:
            yield _("a decrease instead of an increase (减 for 增) would make it exact"), replace(self, direction=-1)
        elif self.direction < 0:
            yield _("an increase instead of a decrease (增 for 减) would make it exact"), replace(self, direction=1)
        if self.percent is not None and self.percent.quantity.unit.dimension == "times" and self.percent.value > 1:
            added = replace(self.percent.quantity, value=self.percent.value - 1)
            said = _("it is so many times as much as before (是…倍); it has grown by one less")
            yield said, replace(self, percent=replace(self.percent, quantity=added))

    def judge(self, settings: Settings) -> Verdict:
        """Judge every relation that the given roles allow; the worst decides."""
        if self.real:
            return unknown("GROWTH001", _("a real rate says nothing about nominal amounts"))
        if not usable(self.operands()):
            return unknown("GROWTH001", _("a figure is blank"))
        if not self.direction:
            return self._either(settings)
        found = list(self._relations(settings))
        if not found:
            return unknown("GROWTH001", _("too few figures are given"))
        return found[0] if len(found) == 1 else max(found, key=lambda verdict: _RANK.index(verdict.outcome))

    def _either(self, settings: Settings) -> Verdict:
        """Up or down, whichever fits; if neither does, the way that before and after go."""
        falls = self.before is not None and self.after is not None and self.after.value < self.before.value
        ways: tuple[Literal[-1, 1], Literal[-1, 1]] = (-1, 1) if falls else (1, -1)
        verdicts = [replace(self, direction=way).judge(settings) for way in ways]
        if verdicts[0].outcome is Outcome.CANNOT_TELL:
            return verdicts[1] if verdicts[1].outcome in (Outcome.HOLDS, Outcome.WITHIN) else verdicts[0]
        return min(verdicts, key=lambda verdict: _RANK.index(verdict.outcome))

    def _relations(self, settings: Settings) -> Iterator[Verdict]:
        before, after, change = self.before, self.after, self.change
        for operand in (self.percent, self.points):
            if operand is None:
                continue
            if operand.quantity.unit.dimension == "points":
                yield self._by_points(operand, settings)
            else:
                yield self._by_percent(operand, settings)
        if before is not None and after is not None and change is not None:
            if change.quantity.unit.dimension == "points":
                yield self._by_points(change, settings)
            else:
                yield self._by_change(before, after, change, settings)

    def _by_change(self, before: Operand, after: Operand, change: Operand, settings: Settings) -> Verdict:
        for other in (after, change):
            if not before.quantity.same_dimension(other.quantity):
                return unknown("GROWTH001", _("{a} and {b} are of different kinds").format(a=before, b=other))
        if before.quantity.unit.dimension == "ratio":
            return self._confused(before, after, change, settings) or unknown("GROWTH001", _("percentages differ by 个百分点"))
        return self._decide(self._difference(before, after, change, settings), settings)

    def _difference(self, before: Operand, after: Operand, stated: Operand, settings: Settings) -> Reckoning:
        """After less before, or the other way round for a decrease, in the unit of ``stated``."""
        high, low = (after, before) if self.direction > 0 else (before, after)
        # Two percentages differ by points: a number of the same size in a dimension of its own.
        target = unit("%") if stated.quantity.unit.dimension == "points" else stated.quantity.unit
        size = None if target is stated.quantity.unit else target.factor / stated.quantity.unit.factor
        point = value_in(high, target) - value_in(low, target)
        return reckon(
            lambda: f"{high} − {low}", point if size is None else point * size,
            lambda: (interval_in(high, target, settings) - interval_in(low, target, settings)).scale(size or 1), stated, settings,
        )  # fmt: skip

    def _by_points(self, points: Operand, settings: Settings) -> Verdict:
        before, after = self.before, self.after
        known = before or after or self.change
        if known is None:
            return unknown("GROWTH001", _("too few figures are given"))
        if known.quantity.unit.dimension != "ratio":
            words = {"known": named(known), "points": named(points)}
            message = _("{points} beside {known}: amounts grow by %, percentages by 个百分点").format(**words)
            working = _("{known} is no percentage, so it cannot change by {points}").format(known=known, points=points)
            return finding(self, Outcome.FAILS, "GROWTH003", working, message, _("write % instead of 个百分点, or look up what grew"))
        if before is None or after is None or not before.quantity.same_dimension(after.quantity):
            return unknown("GROWTH001", _("too few figures are given"))
        return self._decide(self._difference(before, after, points, settings), settings)

    def _confused(self, before: Operand, after: Operand, stated: Operand, settings: Settings, *, sure: bool = False) -> Verdict | None:
        """The finding that % is written where 个百分点 is meant; None where that would not fit either.

        Args:
            sure: the figure might be a growth in %, too, so the difference must be exactly what is stated.
        """
        if before.quantity.unit.dimension != "ratio" or stated.quantity.unit.name != "%":
            return None
        meant = replace(stated, quantity=replace(stated.quantity, unit=unit("个百分点")))
        found = self._difference(before, after, meant, settings)
        if found.outcome is not Outcome.HOLDS and (sure or found.outcome is not Outcome.WITHIN):
            return None
        working = _("{formula} = {result}; stated {stated}").format(formula=found.formula, result=found.result, stated=stated)
        message = _("{stated} is the difference of two percentages: 个百分点, not %").format(stated=named(stated))
        hint = _("write {points} instead of {stated}").format(points=found.rounded, stated=stated)
        return finding(self, Outcome.FAILS, "GROWTH003", working, message, hint)

    def _by_percent(self, percent: Operand, settings: Settings) -> Verdict:
        whole = to_whole(percent.quantity)
        if whole is None:
            return unknown("GROWTH001", _("{percent} is no rate of growth").format(percent=percent))
        amounts = [operand for operand in (self.before, self.after, self.change) if operand is not None]
        if not amounts:
            return unknown("GROWTH004", _("too few figures are given"))
        if len(amounts) < 2:
            return self._beside_one(amounts[0], percent, whole, settings)
        for other in amounts[1:]:
            if not amounts[0].quantity.same_dimension(other.quantity):
                return unknown("GROWTH001", _("{a} and {b} are of different kinds").format(a=amounts[0], b=other))
        base, gain = self._base_and_gain()
        if not base:
            return self._from_zero(gain, percent, settings)
        if base.numerator < 0:
            return self._below_zero(percent, settings) or unknown("GROWTH001", _("the base is below zero"))
        found = reckon(self._division, divided(gain, base, whole), lambda: self._relative(settings) * whole, percent, settings)
        failed = found.outcome in (Outcome.OFF, Outcome.FAILS)
        if found.outcome is not Outcome.HOLDS and self.before is not None and self.after is not None:
            confused = self._confused(self.before, self.after, percent, settings, sure=not failed)
            if confused is not None:
                return confused
        if failed and percent.quantity.unit.dimension == "times":
            if self.direction < 0:
                return unknown("GROWTH001", _("增长几倍 is read in two ways"))
            return self._by_times(found, percent, settings)
        return self._decide(found, settings)

    def _by_times(self, found: Reckoning, percent: Operand, settings: Settings) -> Verdict:
        """What does not fit in 倍 may be meant otherwise, and is a warning; five times as much is four times more, and not rounded."""
        if found.outcome is Outcome.OFF and percent.value > 1:
            added = replace(percent, quantity=replace(percent.quantity, value=percent.value - 1))
            if reckon(self._division, found.point, lambda: self._relative(settings), added, settings).outcome is Outcome.HOLDS:
                found = found._replace(outcome=Outcome.FAILS)
        verdict = self._decide(found, settings)
        return replace(verdict, severity=Severity.WARNING) if verdict.outcome is Outcome.FAILS else verdict

    def _beside_one(self, known: Operand, percent: Operand, whole: Fraction, settings: Settings) -> Verdict:
        of_a_rate = self.likely and known.quantity.unit.dimension == "ratio"
        return self._of_a_rate(known, percent) if of_a_rate else self._search(known, percent, whole, settings)

    def _of_a_rate(self, known: Operand, percent: Operand) -> Verdict:
        """A rate that rose by %: 合格率97.2%，比上年提升0.8% leaves it open whether it rose from 96.4 % or from 96.43 %."""
        words = {"known": named(known), "percent": named(percent)}
        working = _("{known} is a percentage: a change of {percent} may be 个百分点 or a part of the rate before").format(**words)
        message = _("{percent} beside {known}: amounts grow by %, percentages by 个百分点").format(**words)
        return finding(self, Outcome.FAILS, "GROWTH003", working, message, _("write 个百分点 instead of %, or say what grew"))

    def _base_and_gain(self) -> tuple[Fraction, Fraction]:
        """What is divided by what: base, and gain in the direction."""
        before, after, change = self.before, self.after, self.change
        if before is not None and after is not None:
            gain = value_in(after, before.quantity.unit) - before.value
            return before.value, gain if self.direction > 0 else -gain
        assert change is not None
        if before is not None:
            return before.value, value_in(change, before.quantity.unit)
        assert after is not None
        gain = value_in(change, after.quantity.unit)
        return after.value - gain * self.direction, gain

    def _division(self) -> str:
        """The formula of the same."""
        before, after, change = self.before, self.after, self.change
        if before is not None and after is not None:
            return f"({after} − {before}) ÷ {before}" if self.direction > 0 else f"({before} − {after}) ÷ {before}"
        if before is not None:
            return f"{change} ÷ {before}"
        return f"{change} ÷ ({after} {'−' if self.direction > 0 else '+'} {change})"

    def _relative(self, settings: Settings) -> Interval:
        """The gain as a fraction of the base, with each operand once, so that the interval is no wider than it must be."""
        before, after, change = self.before, self.after, self.change
        if before is not None:
            own, base = before.quantity.unit, before.interval(settings)
            if after is not None:
                gain = over(interval_in(after, own, settings), base) - 1
                return gain if self.direction > 0 else -gain
            assert change is not None
            return over(interval_in(change, own, settings), base)
        assert after is not None
        assert change is not None
        return 1 / (over(after.interval(settings), interval_in(change, after.quantity.unit, settings)) - self.direction)

    def _from_zero(self, gain: Fraction, percent: Operand, settings: Settings) -> Verdict:
        if not gain:
            return unknown("GROWTH002", _("from zero to zero nothing grows"))
        known = [operand for operand in (self.after, self.change) if operand is not None]
        if self.before is None and not all(operand.interval(settings).is_point for operand in known):
            return unknown("GROWTH002", _("the base is small, and rounding hides it"))
        working = _("{formula}: the base is 0, and nothing can be divided by it").format(formula=self._division)
        message = _("{percent} from a base of zero").format(percent=named(percent))
        verdict = finding(self, Outcome.FAILS, "GROWTH002", working, message, _("write the amount without a percentage"))
        exact = self.before is None or self.before.interval(settings).is_point
        return verdict if exact else replace(verdict, severity=Severity.WARNING)

    def _below_zero(self, percent: Operand, settings: Settings) -> Verdict | None:
        """The finding that more was added than there is afterwards, and still no doubling; None where the figures leave it open."""
        after, change = self.after, self.change
        if self.before is not None or after is None or change is None or percent.quantity.unit.name != "%" or percent.value >= _DOUBLED:
            return None
        most, least = after.interval(settings).high, interval_in(change, after.quantity.unit, settings).low
        if most is None or least is None or least <= most:
            return None
        words = {"after": named(after), "change": named(change)}
        working = _("{after} − {change} is below zero").format(after=after, change=change)
        message = _("{change} more than before cannot make {after}: before, it would have been below zero").format(**words)
        hint = single_repair(self, settings) or _("look up both amounts and their units")
        return replace(finding(self, Outcome.FAILS, "GROWTH001", working, message, hint), severity=Severity.WARNING)

    def _search(self, known: Operand, percent: Operand, whole: Fraction, settings: Settings) -> Verdict:
        """Ask whether any whole number could be the base, or what came of it."""
        rate = percent.interval(settings)
        # An 增长 of 倍 is read in two ways, and a hedge or a rate of a hundred percent down leaves the base open.
        low = Fraction(0) if known is self.change else whole if self.direction < 0 else -whole
        closed = rate.low is not None and rate.high is not None and (rate.high < low if low > 0 else rate.low > low)
        if not known.quantity.is_count or percent.quantity.is_hedged or percent.quantity.unit.dimension == "times" or not closed:
            return unknown("GROWTH004", _("{known} and {percent} leave the rest open").format(known=known, percent=percent))
        outcome, n = fitting(self._missing(known, rate / whole), lambda: self._missing(known, widened(percent) / whole))
        words: dict[str, object] = {
            "formula": lambda: self._sought(known, percent), "result": lambda: number(self._point(known, percent, whole)), "n": n,
        }  # fmt: skip
        words |= {"known": named(known), "percent": named(percent)}
        if outcome is Outcome.CANNOT_TELL:
            return unknown("GROWTH004", _("{formula} = {result}: many whole numbers would fit").format(**words))
        if outcome is Outcome.WITHIN:
            return Verdict(outcome, "GROWTH004", _("{formula} = {result}: {n} fits").format(**words))
        if outcome is Outcome.OFF:
            words["gives"] = lambda: self._gives(known, percent, whole, n)
            working = _("{formula} = {result}; {n} would give {gives}").format(**words)
            message = _("{percent} beside {known} is off in its last digit").format(**words)
            hint = _("look up the other figure; {n} would give {gives}").format(**words)
            return finding(self, outcome, "GROWTH005", working, message, hint)
        working = _("{formula} = {result}: no whole number is near enough").format(**words)
        message = _("{known} cannot have changed by {percent}: no whole number makes it so").format(**words)
        point = int(self._point(known, percent, whole))
        sides = [n for n in (point, point + 1) if n > 0]
        near = enumerated(f"{n} ({self._gives(known, percent, whole, n)})" for n in sides)
        return finding(self, outcome, "GROWTH004", working, message, _("the nearest whole numbers would give: {near}").format(near=near))

    def _missing(self, known: Operand, rate: Interval) -> Interval:
        """What the missing count would be: the base, or what came of it."""
        if known is self.change:
            return known.value / rate
        factor = 1 + rate * self.direction
        return known.value / factor if known is self.after else known.value * factor

    def _point(self, known: Operand, percent: Operand, whole: Fraction) -> Fraction:
        """The same for the percentage as written."""
        return self._missing(known, Interval.point(percent.value / whole)).low or Fraction(0)

    def _sought(self, known: Operand, percent: Operand) -> str:
        if known is self.change:
            return f"{known} ÷ {percent}"
        sign = "+" if self.direction > 0 else "−"
        return f"{known} {'÷' if known is self.after else '×'} (1 {sign} {percent})"

    def _gives(self, known: Operand, percent: Operand, whole: Fraction, n: int) -> str:
        """The percentage that a whole number would give."""
        base, gain = (known.value, n - known.value) if known is self.before else (Fraction(n), known.value - n)
        gain = known.value if known is self.change else gain * self.direction
        return amount(gain / base * whole, percent.quantity)

    def _decide(self, found: Reckoning, settings: Settings) -> Verdict:
        if found.outcome not in (Outcome.OFF, Outcome.FAILS):
            return found.stands("GROWTH001")
        words: dict[str, object] = {
            "stated": named(found.stated), "formula": found.formula, "result": found.result, "rounded": found.rounded,
        }  # fmt: skip
        if found.outcome is Outcome.OFF:
            message = _("{stated} is off in its last digit: {formula}").format(**words)
            hint: Text = _("cut off instead of rounded? It would be {rounded}").format(**words)
            return finding(self, found.outcome, "GROWTH005", found.working, message, hint)
        message = _("{stated} does not fit: {formula} is {result}").format(**words)
        hint = single_repair(self, settings) or _("look up the figures of both periods")
        return finding(self, found.outcome, "GROWTH001", found.working, message, hint)


explained(
    Explanation(
        "GROWTH001",
        "growth-mismatch",
        "growth",
        Severity.ERROR,
        N_("The figures before and after give the change and the percentage that are stated, within the rounding of all of them."
           " A real rate (可比价) beside nominal amounts is not judged."),
        N_("A growth that does not follow from its own figures is the first thing that an inspector recomputes."),
        "社会组织由250家增至265家，增长16%。",
        "社会组织由250家增至265家，增长6%。",
        N_("Look up the figures of both periods; say so if the rate is a real one or of another scope."),
    ),
    Explanation(
        "GROWTH002",
        "growth-from-zero",
        "growth",
        Severity.ERROR,
        N_("A percentage of growth has a base other than zero."),
        N_("From nothing to something there is no percentage; “100 %” is what a formula in a table shows by mistake."),
        "受理投诉由0件增至18件，增长100%。",
        "受理投诉由0件增至18件，增加18件。",
        N_("Write the amount without a percentage, or 上年无此项."),
    ),
    Explanation(
        "GROWTH003",
        "percent-for-points",
        "growth",
        Severity.ERROR,
        N_("The difference of two percentages is in 个百分点; the growth of an amount is in %."),
        N_("From 85 % to 88 % is 3个百分点, but 3.5 %: one for the other changes what is said."),
        "满意率由85%升至88%，提高3%。",
        "满意率由85%升至88%，提高3个百分点。",
        N_("Write 个百分点 for the difference of two percentages, and % for the growth of an amount."),
    ),
    Explanation(
        "GROWTH004",
        "impossible-growth",
        "growth",
        Severity.ERROR,
        N_("Where only one count and a percentage are given, some whole number must stand where the other is."
           " Judged only where the percentage is precise enough that not every number fits."),
        N_("People are whole: if no number of them becomes 137 by growing 3.9 %, one of the two is wrong, whatever the base was."),
        "持证人员达到137人，增长3.9%。",
        "持证人员达到133人，增长3.9%。",
        N_("Find the figure of the year before and divide; the finding names the nearest ones."),
    ),
    Explanation(
        "GROWTH005",
        "growth-off-in-last-digit",
        "growth",
        Severity.WARNING,
        N_("The stated growth differs from the computed one by no more than one unit of its last digit."),
        N_("Small, but a reader with a calculator finds it; a report that cuts off throughout says so with `rounding: truncate`."),
        "床位由1200张增至1280张，增长6.66%。",
        "床位由1200张增至1280张，增长6.67%。",
        N_("Round half up, or set `rounding: truncate` in report.yaml."),
    ),
)  # fmt: skip
