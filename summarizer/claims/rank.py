"""``rank``: a place exists in its scope."""

from __future__ import annotations

from typing import ClassVar, Literal

from ..findings import Severity
from ..i18n import N_
from ..i18n import later as _
from ..records import record
from .base import NOWHERE, Claim, Explanation, Operand, Outcome, Place, Settings, Verdict, digits, explained, finding, unknown
from .working import named


@record(frozen=True, slots=True)
class Rank(Claim):
    """A place among so many.

    Args:
        standing: the place: 第3, 并列第2, 前10, or a plain number. (``place`` is where it is written.)
        of: how many take part: 18个县区.
        scope: among whom, for the message: 全省.
    """

    kind: ClassVar[str] = "rank"
    standing: Operand
    of: Operand | None = None
    scope: str = ""
    place: Place = NOWHERE
    likely: bool = False

    def operands(self) -> tuple[Operand, ...]:
        """Place, number of places."""
        return (self.standing,) if self.of is None else (self.standing, self.of)

    def judge(self, settings: Settings) -> Verdict:
        """Ask whether there is such a place."""
        standing, of = self.standing, self.of
        if not standing.usable:
            return unknown("RANK001", _("a figure is blank"))
        words = {"standing": named(standing), "of": of, "scope": self.scope}
        if standing.value < 1 or standing.value.denominator != 1:
            working = _("places are 1, 2, 3 and so on; stated {standing}").format(standing=standing)
            message = _("there is no place {standing}").format(**words)
            return finding(self, Outcome.FAILS, "RANK002", working, message, _("look up the place"))
        if of is None or not of.usable:
            return unknown("RANK001", _("how many take part is not said"))
        if not of.quantity.unit.counting and of.quantity.unit.name:
            return unknown("RANK001", _("{of} is no number of participants").format(**words))
        high = of.interval(settings).high
        if high is None:
            return unknown("RANK001", _("{of} leaves it open").format(**words))
        if standing.value <= high:
            return Verdict(Outcome.HOLDS, "RANK001", _("{standing}: {n} is not more than {of}").format(n=standing.value, **words))
        if standing.quantity.is_hedged:
            return unknown("RANK001", _("{standing} is wider than {of}").format(**words))
        working = _("{standing}: {n} is more than {of}").format(n=standing.value, **words)
        if self.scope:
            message = _("there is no place {standing} among {of} ({scope})").format(**words)
        else:
            message = _("there is no place {standing} among {of}").format(**words)
        return finding(self, Outcome.FAILS, "RANK001", working, message, _("look up the place and how many took part"))


@record(frozen=True, slots=True)
class RankMove(Claim):
    """A place moved from one to another, perhaps by so many places.

    Args:
        before, after: the two places. by: how many places, as a count. direction: 1 for up, −1 for down.
    """

    kind: ClassVar[str] = "rank"
    before: Operand
    after: Operand
    by: Operand | None = None
    direction: Literal[-1, 1] = 1
    place: Place = NOWHERE
    likely: bool = False

    def operands(self) -> tuple[Operand, ...]:
        """Earlier place, later place, number of places."""
        return tuple(operand for operand in (self.before, self.after, self.by) if operand is not None)

    def judge(self, settings: Settings) -> Verdict:
        """Subtract the places; a smaller one is higher."""
        before, after, by = self.before, self.after, self.by
        if not all(operand.usable and not operand.quantity.is_hedged for operand in self.operands()):
            return unknown("RANK003", _("a figure is blank"))
        moved = (before.value - after.value) * self.direction
        words: dict[str, object] = {"before": before, "after": after, "by": by, "moved": digits(abs(moved))}
        working = _("{before} to {after}: {moved} places").format(**words)
        if moved < 0 or (moved == 0 and by is None):
            message = _("from {before} to {after} is the other direction").format(**words)
            return finding(self, Outcome.FAILS, "RANK003", working, message, _("look up both places"))
        if by is not None and by.value != moved:
            message = _("from {before} to {after} are {moved} places, not {by}").format(**words)
            return finding(self, Outcome.FAILS, "RANK003", working, message, _("look up both places"))
        return Verdict(Outcome.HOLDS, "RANK003", working)


explained(
    Explanation(
        "RANK001",
        "place-beyond-scope",
        "rank",
        Severity.ERROR,
        N_("A place is not lower than the number of those who take part. Shared places (并列) are fine."),
        N_("Twelfth of eleven cannot be: the place or the scope is of another ranking."),
        "在全市11个县区中排名第12。",
        "在全市11个县区中排名第10。",
        N_("Look up the place and how many took part; name scope and period of the ranking."),
    ),
    Explanation(
        "RANK002",
        "no-such-place",
        "rank",
        Severity.ERROR,
        N_("A place is a whole number from 1."),
        N_("Place 0 is what an empty cell becomes; it says that the ranking was not looked up."),
        "考核排名：0。",
        "考核排名：2。",
        N_("Look up the place; leave it out if there is none yet."),
    ),
    Explanation(
        "RANK003",
        "places-moved",
        "rank",
        Severity.ERROR,
        N_("Two places and the number of places between them fit together, and so does the direction: a smaller number is higher."),
        N_("From fourth to second are two places; whoever counts on the fingers finds it."),
        "由全省第4位升至第2位，前进3位。",
        "由全省第4位升至第2位，前进2位。",
        N_("Look up both places and count again."),
    ),
)
