"""The little language of ``expect:``: facts, figures, + − × ÷, sum() and count(), one comparison.

It is read by hand, evaluated exactly on intervals, and can reach nothing but the facts.

    services.stipends.paid >= 300万元
    sum(projects.*.total) == projects.bond_total
    indicators.province + indicators.city == count(indicators.a, indicators.b)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from ..errors import FactError, FigureError, Position
from ..facts.factset import Fact, FactSet
from ..i18n import gettext as _
from ..quantities import Interval, Quantity, Unit, match_at, unit
from ..quantities.units import POINTS
from .base import Operand, Place, Settings

_PATH = re.compile(r"[^\W\d]\w*(?:\.(?:\w+|\*))*")
_BLANK = re.compile(r"\s*")
_COMPARE = re.compile(r"==|>=|<=|!=|＝＝|≥|≤|≠|=|>|<")
_SAME = {"＝＝": "==", "=": "==", "≥": ">=", "≤": "<=", "≠": "!="}
_FUNCTIONS = ("sum", "count", "max", "min")
_MAX_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression comes to.

    Args:
        point: of the figures as written. interval: of all they allow.
        unit: of the result. text: the arithmetic as a person would write it.
        operands: the figures in it. counted: entries or facts that ``count()`` found, else -1.
    """

    point: Fraction
    interval: Interval
    unit: Unit
    text: str
    operands: tuple[Operand, ...] = ()
    counted: int = -1

    @property
    def single(self) -> Operand | None:
        """The figure that the expression is, if it is just one."""
        return self.operands[0] if len(self.operands) == 1 and self.text == str(self.operands[0]) else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides and what is said of them: ``==``, ``>=``, ``<=``, ``>``, ``<`` or ``!=``."""

    left: Value
    sign: str
    right: Value


def evaluate(text: str, facts: FactSet, settings: Settings, where: Position) -> Comparison:
    """Read and compute an expectation.

    Raises:
        FactError: it cannot be read, or names something unknown; placed at ``where`` plus the column.
    """
    return _Reader(text, facts, settings, where).comparison()


def operand(fact: Fact) -> Operand:
    """Return a fact as an operand; a stated target is exact."""
    place = Place(fact.where.path, fact.where.line, fact.where.column, fact.start, fact.end)
    return Operand(fact.quantity or Quantity.blank(), fact.label, fact.id, place, exact=fact.key in ("target", "annual_plan"))


class _Reader:
    def __init__(self, text: str, facts: FactSet, settings: Settings, where: Position) -> None:
        self.text = text
        self.facts = facts
        self.settings = settings
        self.where = where
        self.at = 0
        self.depth = 0

    def comparison(self) -> Comparison:
        left = self._sum()
        self._skip()
        match = _COMPARE.match(self.text, self.at)
        if not match:
            raise self._error(_("a comparison is missing"), _("write == or >= or <= between the two sides"))
        self.at = match.end()
        right = self._sum()
        self._skip()
        if self.at < len(self.text):
            raise self._error(_("this cannot be read"), _("one comparison a line; + - * / ( ) sum() count() max() min() are understood"))
        return Comparison(left, _SAME.get(match.group(), match.group()), right)

    def _sum(self) -> Value:
        value = self._product()
        while sign := self._sign("+-＋－−"):
            other = self._product()
            plus = sign in "+＋"
            self._same_kind(value, other)
            interval = value.interval + other.interval if plus else value.interval - other.interval
            point = value.point + other.point if plus else value.point - other.point
            result = value.unit if value.unit.name else other.unit
            if not plus and value.unit.dimension == other.unit.dimension == "ratio":
                result = unit(POINTS)  # the difference of two percentages is in percentage points
            value = Value(point, interval, result, f"{value.text} {'+' if plus else '−'} {other.text}", value.operands + other.operands)
        return value

    def _product(self) -> Value:
        value = self._primary()
        while sign := self._sign("*/×÷"):
            other = self._primary()
            times = sign in "*×"
            if times and value.unit.name and other.unit.name:
                raise self._error(_("two figures with units cannot be multiplied"), _("divide them, or multiply by a bare number"))
            if not times and not other.point:
                raise self._error(_("division by zero"), _("look at the figure behind the sign"))
            interval = value.interval * other.interval if times else value.interval / other.interval
            point = value.point * other.point if times else value.point / other.point
            result = (value.unit if value.unit.name else other.unit) if times else self._quotient(value, other)
            value = Value(point, interval, result, f"{value.text} {'×' if times else '÷'} {other.text}", value.operands + other.operands)
        return value

    def _quotient(self, value: Value, other: Value) -> Unit:
        if not other.unit.name:
            return value.unit
        if value.unit.dimension == other.unit.dimension:
            return unit("")
        return value.unit

    def _primary(self) -> Value:
        self._skip()
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise self._error(_("this is nested too deeply"), _("write several checks"))
        try:
            if self.text.startswith(("(", "（"), self.at):
                self.at += 1
                value = self._sum()
                self._expect(")）")
                return Value(value.point, value.interval, value.unit, f"({value.text})", value.operands, value.counted)
            return self._word()
        finally:
            self.depth -= 1

    def _word(self) -> Value:
        match = _PATH.match(self.text, self.at)
        name = match.group() if match else ""
        if match and name in _FUNCTIONS and self.text[match.end() :].lstrip().startswith(("(", "（")):
            self.at = match.end()
            return self._function(name)
        if match and (name.split(".")[0] in self.facts.entries or name in self.facts.facts):
            self.at = match.end()
            return self._one(name)
        figure = match_at(self.text, self.at)
        if figure:
            self.at = figure.end
            return self._value(Operand(figure.quantity))
        if match:
            self.facts.fact(name, self._here())
        raise self._error(_("a fact or a figure is missing"), _("write the id of a fact, such as projects.bridge.total, or a figure"))

    def _one(self, name: str) -> Value:
        if "*" in name:
            raise self._error(
                _("{pattern} means several facts").format(pattern=name), _("write sum({pattern}) or count({pattern})").format(pattern=name)
            )
        fact = self.facts.fact(name, self._here())
        if fact.quantity is None:
            raise self._error(_("{id} is a date").format(id=name), _("only figures can be compared here"))
        return self._value(operand(fact))

    def _value(self, item: Operand) -> Value:
        return Value(item.value, item.interval(self.settings), item.quantity.unit, str(item) or _("(blank)"), (item,))

    def _function(self, name: str) -> Value:
        self._skip()
        self.at += 1
        patterns: list[str] = []
        while True:
            self._skip()
            match = _PATH.match(self.text, self.at)
            if not match:
                raise self._error(
                    _("a fact is missing in {name}()").format(name=name), _("write ids, or patterns such as projects.*.total")
                )
            patterns.append(match.group())
            self.at = match.end()
            if not self._sign(",，、"):
                break
        self._expect(")）")
        return self._count(patterns) if name == "count" else self._fold(name, patterns)

    def _count(self, patterns: list[str]) -> Value:
        """Count entries, or facts where a pattern means facts."""
        found: set[str] = set()
        ids = [entry.id for entry in self.facts.walk()]
        for pattern in patterns:
            regex = re.compile("[^.]+".join(re.escape(part) for part in pattern.split("*")))
            hits = {entry for entry in ids if regex.fullmatch(entry)} or {fact.id for fact in self.facts.match(pattern)}
            if not hits and "*" not in pattern:
                self.facts.entry(pattern, self._here())
            found |= hits
        n = Fraction(len(found))
        return Value(n, Interval.point(n), unit(""), str(len(found)), counted=len(found))

    def _fold(self, name: str, patterns: list[str]) -> Value:
        values = [self._value(operand(fact)) for pattern in patterns for fact in self._figures(pattern)]
        if not values:
            raise self._error(_("{name}() finds no figure").format(name=name), _("`summarizer facts list` shows the ids"))
        for other in values[1:]:
            self._same_kind(values[0], other)
        operands = tuple(item for value in values for item in value.operands)
        if name == "sum":
            total, point = values[0].interval, values[0].point
            for value in values[1:]:
                total, point = total + value.interval, point + value.point
            return Value(point, total, values[0].unit, " + ".join(value.text for value in values), operands)
        pick: Callable[..., Value] = max if name == "max" else min
        chosen = pick(values, key=lambda value: value.point)
        return Value(chosen.point, chosen.interval, chosen.unit, f"{name}({', '.join(value.text for value in values)})", operands)

    def _figures(self, pattern: str) -> list[Fact]:
        if "*" not in pattern:
            return [self.facts.fact(pattern, self._here())]
        return [fact for fact in self.facts.match(pattern) if fact.quantity is not None and not fact.quantity.is_blank]

    def _same_kind(self, one: Value, other: Value) -> None:
        if one.unit.name and other.unit.name and one.unit.dimension != other.unit.dimension:
            raise self._error(
                _("{a} and {b} are of different kinds and cannot be added").format(a=one.text, b=other.text),
                _("compare money with money, people with people"),
            )

    def _sign(self, signs: str) -> str:
        self._skip()
        char = self.text[self.at : self.at + 1]
        if char and char in signs:
            self.at += 1
            return char
        return ""

    def _expect(self, signs: str) -> None:
        if not self._sign(signs):
            raise self._error(_("a closing bracket is missing"), _("close it with )"))

    def _skip(self) -> None:
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _here(self) -> Position:
        return Position(self.where.path, self.where.line, self.where.column + self.at)

    def _error(self, message: str, hint: str) -> FactError | FigureError:
        return FactError(message, where=self._here(), written=f"{self.text[: self.at]}▸{self.text[self.at :]}", hint=hint)
