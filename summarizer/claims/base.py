"""What a claim is: figures in roles, a judge, a verdict that carries its working, and a page of explanation."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar, Literal

from ..findings import Severity
from ..i18n import Wording
from ..quantities import Interval, Quantity, Rounding, format_number
from ..records import record

Text = str | Wording | Callable[[], Wording]
"""Words, or what gives them when they are read."""


class Outcome(StrEnum):
    """How a claim stands up."""

    HOLDS = "holds"
    WITHIN = "holds-within-rounding"
    OFF = "off-in-last-digit"
    FAILS = "fails"
    CANNOT_TELL = "cannot-tell"


@record(frozen=True, slots=True)
class Place:
    """Where something was read: offsets into the text of ``path``, and exactly that slice."""

    path: str = ""
    line: int = 0
    column: int = 0
    start: int = 0
    end: int = 0
    quote: str = ""


NOWHERE = Place()
"""The place of what was read nowhere."""


def stretch(start: int, end: int) -> Place:
    """Return a place in a text of prose; path, line and quote are added to those that a report shows."""
    return Place("", 0, 0, start, end)


@record(frozen=True, slots=True)
class Operand:
    """A figure in a role.

    Args:
        label: what it is, in Chinese, for messages. fact: its id, if it comes from facts.
        exact: a stated target: its interval is the point.
    """

    quantity: Quantity
    label: str = ""
    fact: str = ""
    place: Place = NOWHERE
    exact: bool = False

    @property
    def value(self) -> Fraction:
        """The exact value in its unit, scale applied."""
        return self.quantity.value

    def interval(self, settings: Settings) -> Interval:
        """All values that the figure allows."""
        return self.quantity.interval(settings.rounding, self.exact)

    @property
    def usable(self) -> bool:
        """Whether it says anything: a blank does not."""
        return not self.quantity.is_blank

    def __str__(self) -> str:
        return self.quantity.text


def usable(operands: Iterable[Operand]) -> bool:
    """Whether all operands say anything; in one go, since every judge asks first."""
    return "" not in [operand.quantity.text for operand in operands]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a report may set for the judges.

    Args:
        rounding: how the bureau shortens digits.
        limits: bounds by name, such as ``rate_max``.
        repairs: whether a failing claim looks for the single repair that would make it exact.
        exactly: a trial that asks only what holds; by how much the rest misses is not looked into.
    """

    rounding: Rounding = "nearest"
    repairs: bool = True
    exactly: bool = False
    limits: Mapping[str, Fraction] = field(default_factory=dict)


@record(frozen=True, slots=True)
class Verdict:
    """What the judge found, with the arithmetic that decided it; put into words when they are read.

    Args:
        code: of the explanation that fits, for every outcome.
        strength: ``weak`` for a match found by searching; it never fails.
        severity: of a finding made from it.
    """

    outcome: Outcome
    code: str
    _working: Text
    _message: Text = ""
    _hint: Text = ""
    strength: Literal["strong", "weak"] = "strong"
    severity: Severity = Severity.ERROR

    @property
    def working(self) -> str:
        """The arithmetic in words, for every outcome but ``cannot-tell`` (there: why not)."""
        return _read(self._working)

    @property
    def message(self) -> str:
        """One sentence that says what is wrong; empty where nothing is."""
        return _read(self._message)

    @property
    def hint(self) -> str:
        """What to do, or the one repair that would make all exact."""
        return _read(self._hint)

    def __reduce__(self) -> tuple[type[Verdict], tuple[object, ...]]:
        """Functions do not travel to another process; words do."""
        return Verdict, (self.outcome, self.code, self.working, self.message, self.hint, self.strength, self.severity)


def _read(text: Text) -> str:
    return str(text() if callable(text) else text)


class Claim:
    """Arithmetic or logic over figures. Subclasses are frozen dataclasses whose fields are the roles.

    No ``ABC``: whether a claim is a sum is asked hundreds of times for a text, and of such classes that costs five times as much.
    """

    kind: ClassVar[str]
    #: Where the claim as a whole stands; the operands have places of their own.
    place: Place
    #: A likely reading only: what fails is a warning, not an error.
    likely: bool

    @abstractmethod
    def operands(self) -> tuple[Operand, ...]:
        """The figures in it, in reading order; missing roles left out."""

    @abstractmethod
    def judge(self, settings: Settings) -> Verdict:
        """Decide."""

    def verdict(self, settings: Settings) -> Verdict:
        """Judge, or return what a trial without repairs has found before; what fails is judged anew where repairs are wanted."""
        tried: tuple[Rounding, Verdict] | None = self.__dict__.get("_tried")
        if tried is not None and tried[0] == settings.rounding and not (settings.repairs and tried[1].outcome is Outcome.FAILS):
            return tried[1]
        verdict = self.judge(settings)
        if not settings.repairs:
            self.__dict__["_tried"] = settings.rounding, verdict
        return verdict

    def variants(self) -> Iterator[tuple[Text, Claim]]:
        """Yield what the writer may have meant besides another figure (减 for 增): a sentence, and the claim it would be."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """The page about one code: what ``summarizer explain`` prints.

    The five texts are English messages (``N_``) that the catalogue translates, but ``fails`` and
    ``passes`` are Chinese example texts and stand as they are.

    Args:
        code: stable. name: the same in words. kind: of the contract. severity: unless the report sets another.
        checks: what is checked. why: why it matters. mend: how to mend it.
        fails, passes: a text that fails, and one that passes.
    """

    code: str
    name: str
    kind: str
    severity: Severity
    checks: str
    why: str
    fails: str
    passes: str
    mend: str


EXPLANATIONS: dict[str, Explanation] = {}


def explained(*pages: Explanation) -> None:
    """Register explanations; a claim's or rule's file calls this once, beside what it explains."""
    for page in pages:
        if page.code in EXPLANATIONS:
            raise ValueError(f"code {page.code} is explained twice")
        EXPLANATIONS[page.code] = page


def finding(claim: Claim, outcome: Outcome, code: str, working: Text, message: Text, hint: Text = "") -> Verdict:
    """Return the verdict on a claim that does not stand up: as severe as its page says, less so for a likely reading."""
    severity = EXPLANATIONS[code].severity
    if claim.likely and severity is Severity.ERROR:
        severity = Severity.WARNING
    return Verdict(outcome, code, working, message, hint, severity=severity)


def unknown(code: str, why: Text) -> Verdict:
    """Return the verdict that nothing can be told, and why."""
    return Verdict(Outcome.CANNOT_TELL, code, why)


def compare(stated: Operand, computed: Interval, point: Fraction, settings: Settings) -> Outcome:
    """Return how a stated figure stands to what its operands give.

    Args:
        computed: all results that the operands' intervals allow. What is open to one side decides only where all of it fits,
            or none does: else ``CANNOT_TELL``.
        point: the result of the operands as written.
    """
    closed = computed.low is not None and computed.high is not None
    return Outcome.HOLDS if closed and agrees(stated, point, settings) else by_intervals(stated, computed, point, settings)


def by_intervals(stated: Operand, computed: Interval, point: Fraction, settings: Settings) -> Outcome:
    """Return the same for a result that is not what is stated, digit for digit."""
    quantity, own = stated.quantity, stated.interval(settings)
    exact = own.is_point
    if computed.low is None or computed.high is None:
        if own.contains(computed):
            return Outcome.HOLDS
        if meet(own, computed):
            return Outcome.CANNOT_TELL
    elif (exact or quantity.is_hedged) and own.contains(point):
        return Outcome.HOLDS
    elif meet(own, computed):
        return Outcome.WITHIN
    if not exact and not quantity.is_hedged:
        beside = Interval.between(quantity.value - quantity.ulp, quantity.value + quantity.ulp, low_open=False, high_open=False)
        return Outcome.OFF if meet(computed, beside) else Outcome.FAILS
    return Outcome.FAILS


def meet(one: Interval, other: Interval) -> bool:
    """Whether some number lies in both; ``Interval.meets`` without making the interval of all such numbers."""
    return not _below(one, other) and not _below(other, one)


def _below(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    (high, of_high), (low, of_low) = one.high.as_integer_ratio(), other.low.as_integer_ratio()
    gap = low * of_high - high * of_low  # fractions cost five times as much
    return gap > 0 or (not gap and (one.high_open or other.low_open))


def agrees(stated: Operand, point: Fraction, settings: Settings) -> bool:
    """Whether a result is what is stated, once shortened to the same digits; no interval is asked. False where only intervals can tell."""
    quantity = stated.quantity
    if quantity.is_hedged:
        return False
    if point.as_integer_ratio() == quantity.value.as_integer_ratio():
        return True
    return not (stated.exact or quantity.is_count or quantity.is_place) and _shortens_to(point, quantity, settings)


def _shortens_to(point: Fraction, quantity: Quantity, settings: Settings) -> bool:
    """Whether a result is the stated figure once it has as many digits."""
    # In whole numbers: fractions cost ten times as much, and every claim comes through here.
    (above, of_above), (value, of_value), (one, of_one) = (f.as_integer_ratio() for f in (point, quantity.value, quantity.ulp))
    units, of = abs(above) * of_one, of_above * one
    whole = (2 * units + of) // (2 * of) if settings.rounding == "nearest" else units // of
    return (whole if above >= 0 else -whole) * one * of_value == value * of_one


def digits(value: Fraction, decimals: int = 4) -> str:
    """Return ``value`` for a working: exactly if it is short, else with ``decimals`` places and no trailing zeros."""
    text = format_number(value, decimals)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if text not in ("-0", "") else "0"
