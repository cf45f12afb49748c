"""``share``: part and whole give the share; shares that are all there is reach 100 %."""

from __future__ import annotations

from dataclasses import replace
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
from .working import Quotient, added, amount, first_mixed, gap, interval_in, named, number, over, to_whole, total, value_in

_HUNDRED = Fraction(100)
_REST = Fraction(1, 20)
"""In %, what a list of shares may leave out and a reader does not miss."""


@record(frozen=True, slots=True)
class Share(Claim):
    """The part is ``share`` of the whole.

    Args:
        share: in % (or ‰, 成).
        part, whole: of one dimension; either may be missing. Then, for a count, some whole number must stand there.
    """

    kind: ClassVar[str] = "share"
    share: Operand
    part: Operand | None = None
    whole: Operand | None = None
    place: Place = NOWHERE
    likely: bool = False

    def operands(self) -> tuple[Operand, ...]:
        """Whole, part, share."""
        return tuple(operand for operand in (self.whole, self.part, self.share) if operand is not None)

    def judge(self, settings: Settings) -> Verdict:
        """Divide, or look for the whole number that is missing."""
        if not usable(self.operands()):
            return unknown("SHARE001", _("a figure is blank"))
        parts = to_whole(self.share.quantity)
        if parts is None:
            return unknown("SHARE001", _("{share} is no share").format(share=self.share))
        if self.part is not None and self.whole is not None:
            return self._divide(Quotient(self.part, self.whole, parts), settings)
        known = self.part or self.whole
        if known is None or not known.quantity.is_count:
            return unknown("SHARE004", _("part or whole is not given, and what is given is no count"))
        return self._search(known, parts, settings)

    def _divide(self, quotient: Quotient, settings: Settings) -> Verdict:
        if why := quotient.obstacle():
            return unknown("SHARE001", why)
        found = quotient.reckon(self.share, settings)
        if found.outcome not in (Outcome.OFF, Outcome.FAILS):
            return found.stands("SHARE001")
        words: dict[str, object] = {
            "part": named(quotient.above), "whole": named(quotient.below), "share": named(self.share), "result": found.result,
        }  # fmt: skip
        if found.outcome is Outcome.OFF:
            message = _("{share} is off in its last digit: {part} of {whole}").format(**words)
            hint: Text = _("cut off instead of rounded? It would be {rounded}").format(rounded=found.rounded)
            return finding(self, found.outcome, "SHARE003", found.working, message, hint)
        message = _("{part} of {whole} is {result}, not {share}").format(**words)
        hint = single_repair(self, settings) or _("look up part and whole; of what is it the share?")
        return finding(self, found.outcome, "SHARE001", found.working, message, hint)

    def _search(self, known: Operand, parts: Fraction, settings: Settings) -> Verdict:
        """Ask whether any whole number could be the operand that is missing."""
        share = self.share.interval(settings)
        if self.share.quantity.is_hedged or share.low is None or share.low <= 0:
            return unknown("SHARE004", _("{share} leaves it open").format(share=self.share))
        count = known.value
        if self.part is not None:
            full = Interval.point(count * parts)
            outcome, whole = fitting(over(full, share), lambda: over(full, widened(self.share)))
            formula, missing = f"{known} ÷ {self.share}", count * parts / self.share.value
        else:
            outcome, whole = fitting(share * (count / parts), lambda: widened(self.share) * (count / parts))
            formula, missing = f"{known} × {self.share}", self.share.value * count / parts
        words: dict[str, object] = {
            "formula": formula, "result": lambda: number(missing), "known": named(known), "share": self.share, "n": whole,
        }  # fmt: skip
        if outcome is Outcome.CANNOT_TELL:
            return unknown("SHARE004", _("{formula} = {result}: many whole numbers would fit").format(**words))
        if outcome is Outcome.WITHIN:
            return Verdict(outcome, "SHARE004", _("{formula} = {result}: {n} fits").format(**words))
        if outcome is Outcome.OFF:
            made = known.value / whole if self.part is not None else whole / known.value
            words["gives"] = lambda: amount(made * parts, self.share.quantity)
            working = _("{formula} = {result}; {n} would give {gives}").format(**words)
            message = _("{share} beside {known} is off in its last digit").format(**words)
            hint = _("look up the other figure; {n} would give {gives}").format(**words)
            return finding(self, outcome, "SHARE003", working, message, hint)
        working = _("{formula} = {result}: no whole number is near enough").format(**words)
        if self.part is not None:
            message = _("{known} cannot be {share} of any whole number").format(**words)
        else:
            message = _("{share} of {known} is no whole number").format(**words)
        hint = _("look up the figure that the text leaves out, and divide")
        if near := enumerated(pairs(share / parts, int(known.value), part=self.part is not None)):
            hint = _("pairs that would give {share}: {pairs}").format(share=self.share, pairs=near)
        return finding(self, outcome, "SHARE004", working, message, hint)


@record(frozen=True, slots=True)
class Shares(Claim):
    """Shares of one whole reach 100 %.

    Args:
        shares: in % (or ‰, 成).
        whole: what they are shares of (it only stands beside them); or, itself in %, what they must reach instead of 100 %.
        exhaustive: they are all there is; ``False``: some may be left out; ``None``: not said, and it never fails.
    """

    kind: ClassVar[str] = "share"
    shares: tuple[Operand, ...]
    whole: Operand | None = None
    exhaustive: bool | None = True
    place: Place = NOWHERE
    likely: bool = False

    def operands(self) -> tuple[Operand, ...]:
        """Whole, then the shares."""
        return self.shares if self.whole is None else (self.whole, *self.shares)

    def judge(self, settings: Settings) -> Verdict:
        """Add the shares up."""
        if len(self.shares) < 2:
            return unknown("SHARE002", _("fewer than two shares are given"))
        if not usable(self.shares):
            return unknown("SHARE002", _("a figure is blank"))
        first = self.shares[0].quantity
        if to_whole(first) is None or first.unit.dimension != "ratio":
            return unknown("SHARE002", _("{share} is no share").format(share=first))
        if mixed := first_mixed(self.shares):
            return unknown("SHARE002", _("{a} and {b} are of different kinds").format(a=mixed[0], b=mixed[1]))
        return self._add(settings)

    def _add(self, settings: Settings) -> Verdict:
        unit = self.shares[0].quantity.unit
        stated = self.whole if self.whole is not None and self.whole.usable and self.whole.quantity.unit.dimension == "ratio" else None
        full = value_in(stated, unit) if stated else _HUNDRED / unit.factor
        aim = interval_in(stated, unit, settings) if stated else Interval.point(full)
        point = total(value_in(share, unit) for share in self.shares)
        sum_ = added(interval_in(share, unit, settings) for share in self.shares)
        outcome = self._outcome(point, sum_, full, aim)
        like = self.shares[0].quantity
        words: dict[str, object] = {
            "formula": lambda: " + ".join(str(share) for share in self.shares),
            "result": lambda: amount(point, like),
            "full": lambda: stated or amount(full, like),
            "gap": lambda: gap(abs(point - full), like),
        }  # fmt: skip
        if outcome in (Outcome.HOLDS, Outcome.WITHIN):
            if outcome is Outcome.HOLDS:
                return Verdict(outcome, "SHARE002", _("{formula} = {result}; whole {full}").format(**words))
            return Verdict(outcome, "SHARE002", _("{formula} = {result}; whole {full}: within rounding").format(**words))
        if outcome is Outcome.CANNOT_TELL:
            return unknown("SHARE002", _("{formula} = {result}; whole {full}: the shares need not be all").format(**words))
        if point < full:
            working = _("{formula} = {result}; whole {full}: {gap} short").format(**words)
        else:
            working = _("{formula} = {result}; whole {full}: {gap} too much").format(**words)
        return self._miss(outcome, working, words, settings, short=0 < full - point <= _REST / unit.factor)

    def _outcome(self, point: Fraction, sum_: Interval, full: Fraction, aim: Interval) -> Outcome:
        """How the sum of the shares stands to the whole."""
        room = aim if self.exhaustive is not False else Interval(None, aim.high, high_open=aim.high_open)
        if room.contains(point):
            return Outcome.HOLDS
        if room.meets(sum_):
            return Outcome.CANNOT_TELL if sum_.width is None else Outcome.WITHIN
        if self.exhaustive is None:
            return Outcome.CANNOT_TELL
        # One share may have been forced so that they reach the whole, or one cut off: one unit more.
        ulp = max(share.quantity.ulp * share.quantity.unit.factor for share in self.shares) / self.shares[0].quantity.unit.factor
        near = room.meets(sum_ + Interval.around(0, ulp / 2))
        return Outcome.OFF if near else Outcome.FAILS

    def _miss(self, outcome: Outcome, working: Text, words: dict[str, object], settings: Settings, *, short: bool) -> Verdict:
        if outcome is Outcome.OFF:
            message = _("the shares add up to {result}: off in the last digit").format(**words)
            return finding(self, outcome, "SHARE003", working, message, _("round each share from its own figures"))
        if self.exhaustive is False:
            message = _("the shares add up to {result}: more than {full}").format(**words)
            hint = _("look up the shares; does one lie in another, or has one another base?")
            return finding(self, outcome, "SHARE005", working, message, hint)
        message = _("the shares add up to {result}, not to {full}").format(**words)
        repair: Text = single_repair(self, settings) or _("look up each share; one may be missing or counted twice")
        claim = replace(self, likely=True) if short else self  # so little may have been left out
        return finding(claim, outcome, "SHARE002", working, message, repair)


explained(
    Explanation(
        "SHARE001",
        "share-mismatch",
        "share",
        Severity.ERROR,
        N_("A part divided by its whole gives the share that is stated, within the rounding of all three."),
        N_("A share that does not follow from its own two figures shows that one of the three is wrong, or that the whole is another one."),
        "全区养老机构48家，其中公办12家，占比35%。",
        "全区养老机构48家，其中公办12家，占比25%。",
        N_("Look up part and whole, and divide again; name the whole where it is not the nearest figure."),
    ),
    Explanation(
        "SHARE002",
        "shares-miss-whole",
        "share",
        Severity.ERROR,
        N_("Shares that are all of a whole reach 100 %, within what the rounding of each of them allows."),
        N_("Shares of 97 % leave the reader to ask what the rest was; usually one of them is an old figure."),
        "服务对象中，老年人占62.5%，残疾人占21.3%，其他占13.2%。",
        "服务对象中，老年人占62.5%，残疾人占24.3%，其他占13.2%。",
        N_("Compute every share from one table; if some are left out on purpose, write 其中, or set `exhaustive: false`."),
    ),
    Explanation(
        "SHARE003",
        "share-off-in-last-digit",
        "share",
        Severity.WARNING,
        N_("A share, or the sum of all shares, misses by no more than one unit of the last digit: cut off instead of rounded, or forced."),
        N_("Small, but a reader with a calculator finds it; a report that cuts off throughout says so with `rounding: truncate`."),
        "抽检样品300批次，合格287批次，占95.66%。",
        "抽检样品300批次，合格287批次，占95.67%。",
        N_("Round half up, or set `rounding: truncate` in report.yaml; say so if shares were forced to reach 100 %."),
    ),
    Explanation(
        "SHARE004",
        "impossible-share",
        "share",
        Severity.ERROR,
        N_("Where only the part (or only the whole) is given and it is a count, some whole number must give the stated share."
           " Judged only where the share is precise enough that not every number fits."),
        N_("People and homes are whole: if no whole number makes 18 be 37.2 %, one of the two is wrong."),
        "其中女干部18人，占比37.2%。",
        "其中女干部18人，占比37.5%。",
        N_("Find the figure that the text leaves out, and divide."),
    ),
    Explanation(
        "SHARE005",
        "shares-exceed-whole",
        "share",
        Severity.ERROR,
        N_("Shares that need not be all of a whole (其中) are together not more than 100 %."),
        N_("More than the whole cannot be had: one share lies in another, or they have different bases."),
        "其中助餐支出占58%，助医支出占49%，互不重复。",
        "其中助餐支出占48%，助医支出占39%，互不重复。",
        N_("Look up the shares and their base; leave shares that overlap out of the check."),
    ),
)  # fmt: skip
