"""``count``: a list is as long as the number in front of it says."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from ..findings import Severity
from ..i18n import N_
from ..i18n import later as _
from ..records import record
from .base import NOWHERE, Claim, Explanation, Operand, Outcome, Place, Settings, Verdict, explained, finding, unknown, usable
from .working import number


@record(frozen=True, slots=True)
class Count(Claim):
    """So many are stated, and so many are listed.

    Args:
        stated: 7家, 以上三个.
        listed: how many the list has; by default as many as there are ``names``.
        names: what is listed, as written, for the message.
        parts: the stated number split up (共6项:省3项、市2项、县1项); it adds up to the number and to the list.
        open: the list ends with 等: it may be shorter.
    """

    kind: ClassVar[str] = "count"
    stated: Operand
    listed: int | None = None
    names: tuple[str, ...] = ()
    parts: tuple[Operand, ...] = ()
    open: bool = False
    place: Place = NOWHERE
    likely: bool = False

    def operands(self) -> tuple[Operand, ...]:
        """The number, then its parts."""
        return (self.stated, *self.parts)

    def judge(self, settings: Settings) -> Verdict:
        """Count, and add the parts up."""
        if not usable(self.operands()):
            return unknown("COUNT001", _("a figure is blank"))
        if self.parts:
            split = self._split(settings)
            if split.outcome is not Outcome.HOLDS or self._length is None:
                return split
        return self._count(settings)

    @property
    def _length(self) -> int | None:
        return self.listed if self.listed is not None else len(self.names) or None

    def _count(self, settings: Settings) -> Verdict:
        length = self._length
        if length is None:
            return unknown("COUNT001", _("no list is given"))
        stated = self.stated.interval(settings)
        listed = "、".join(self.names)
        words = {"stated": self.stated, "n": length, "label": self.stated.label, "listed": listed}
        working = _("listed {n}: {listed}; stated {stated}").format(**words) if listed else _("listed {n}; stated {stated}").format(**words)
        if stated.contains(length):
            if self.open and stated.low == length:
                return Verdict(Outcome.WITHIN, "COUNT001", working)
            return Verdict(Outcome.HOLDS, "COUNT001", working)
        short = stated.low is not None and length <= stated.low
        if short and self.open:
            return Verdict(Outcome.WITHIN, "COUNT001", _("listed {n}, and 等 stands for more; stated {stated}").format(**words))
        if self.stated.label:
            message = _("{label}: {stated} are stated, {n} are listed").format(**words)
        else:
            message = _("{stated} are stated, {n} are listed").format(**words)
        names = [name.strip() for name in self.names]
        twice = "、".join(dict.fromkeys(name for name in names[1:] if names.count(name) > 1))
        if twice:
            hint = _("listed twice: {names}").format(names=twice)
        elif short:
            hint = _("look up the list: what is left out, or is the number an old one?")
        else:
            hint = _("look up the list: is one too many, or is the number an old one?")
        return finding(self, Outcome.FAILS, "COUNT001", working, message, hint)

    def _split(self, settings: Settings) -> Verdict:
        for part in self.parts:
            if not part.quantity.same_dimension(self.stated.quantity):
                return unknown("COUNT002", _("{a} and {b} are of different kinds").format(a=self.stated, b=part))
        formula, point = " + ".join(str(part) for part in self.parts), sum((part.value for part in self.parts), Fraction(0))
        words = {"formula": formula, "result": number(point), "stated": self.stated}
        if any(not operand.quantity.is_count for operand in self.operands()):
            return unknown("COUNT002", _("{formula} and {stated} are not all counts").format(**words))
        working = _("{formula} = {result}; stated {stated}").format(**words)
        if point == self.stated.value:
            return Verdict(Outcome.HOLDS, "COUNT002", working)
        message = _("{stated} are stated, their parts make {result}").format(**words)
        return finding(self, Outcome.FAILS, "COUNT002", working, message, _("look up the number and each part"))


explained(
    Explanation(
        "COUNT001",
        "list-length",
        "count",
        Severity.ERROR,
        N_("A list is as long as the number in front of it (or behind it: 以上三个) says; one that ends with 等 may be shorter."),
        N_("Seven are announced and six are named: the reader asks which one is kept from him."),
        "建成示范站点4个（东街、南桥、北苑）。",
        "建成示范站点3个（东街、南桥、北苑）。",
        N_("Add what is missing, or mend the number; write 等 where the list is a choice."),
    ),
    Explanation(
        "COUNT002",
        "count-split",
        "count",
        Severity.ERROR,
        N_("A number that is split up in front of a list (共6项：省级3项、市级2项、县级1项) is the sum of its parts."),
        N_("The number, its parts and the list are three counts of the same things."),
        "获得表彰6项：省级3项、市级2项、县级2项。",
        "获得表彰7项：省级3项、市级2项、县级2项。",
        N_("Count again; mend the number or the part."),
    ),
)
