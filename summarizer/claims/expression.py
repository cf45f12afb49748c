"""The little language of ``expect:``: facts, figures, + − × ÷, sum() and count(), one comparison.

It is read by hand, evaluated exactly on intervals, and can reach nothing but the facts.

    services.stipends.paid >= 300万元
    sum(projects.*.total) == projects.bond_total
    indicators.province + indicators.city == count(indicators.a, indicators.b)

A figure typed into it is exact, hedges apart, except alone on a side of ``==``: there it is a figure as stated.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from ..errors import FactError, FigureError, Position
from ..facts.factset import Fact, FactSet
from ..i18n import gettext as _
from ..quantities import Interval, Quantity, Unit, convert_factor, match_at, parse, unit
from ..quantities.units import PERCENT, POINTS
from .base import Operand, Place, Settings

_RATIO, _POINTS = "ratio", "points"
_PATH = re.compile(r"[^\W\d]\w*(?:\.(?:\w+|\*))*")
_BLANK = re.compile(r"\s*")
_COMPARE = re.compile(r"[=＝><＞＜!！][=＝]|[≥≤≠=＝><＞＜⩾⩽]")
_SAME = {"=": "==", "≥": ">=", "≤": "<=", "≠": "!=", "⩾": ">=", "⩽": "<="}
_HALF_WIDTH = str.maketrans("＝＞＜！", "=><!")
_WORD = re.compile(r"[^\s+\-*/×÷()=<>≥≤≠!,＋－−＊／（）＝＞＜≥≤！，、]+")
_FUNCTIONS = ("sum", "count", "max", "min")
_MAX_DEPTH = 40
_MAX_LENGTH = 4000
_LONGEST_ID = 400
_SHOWN = 60
"""Characters shown on each side of a mistake."""


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression comes to.

    Args:
        point: of the figures as written. interval: of all they allow.
        unit: of the result. text: the arithmetic as a person would write it.
        operands: the figures in it. counted: entries or facts that ``count()`` found, else -1.
        rest: what is left of a whole (100% − …): a share, no percentage points.
    """

    point: Fraction
    interval: Interval
    unit: Unit
    text: str
    operands: tuple[Operand, ...] = ()
    counted: int = -1
    rest: bool = False

    @property
    def hedged(self) -> bool:
        """Whether a word makes one of its figures less than exact."""
        return any(operand.quantity.is_hedged for operand in self.operands)

    @property
    def blank(self) -> bool:
        """Whether one of its figures is blank; then nothing can be told of it."""
        return not all(operand.usable for operand in self.operands)

    def times(self, factor: Fraction, to: Unit) -> Value:
        """Return it in another unit, which is ``factor`` times as small."""
        if factor == 1 and to == self.unit:
            return self
        return dataclasses.replace(self, point=self.point * factor, interval=self.interval * factor, unit=to)

    def like(self, other: Value) -> Value:
        """Return it in the unit of ``other`` where it can be; a bare number beside a percentage is meant as its hundredfold."""
        if self.unit == other.unit:
            return self
        if self.unit.dimension == other.unit.dimension:
            return self.times(convert_factor(self.unit, other.unit), other.unit)
        if not self.unit.name and self.counted < 0 and other.unit.dimension == _RATIO:
            return self.times(100 / other.unit.factor, other.unit)
        return self

    def exactly(self, settings: Settings) -> Value:
        """Return a figure that was typed as the number it is: 12 is no 11.5. Hedges on it still count."""
        if len(self.operands) != 1 or self.operands[0].fact or self.counted >= 0:
            return self
        typed = self.operands[0].quantity
        if typed.value != self.point or typed.unit != self.unit:
            return self
        return dataclasses.replace(self, interval=typed.interval(settings.rounding, exact=True))

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
        if len(self.text) > _MAX_LENGTH:
            raise self._error(_("this is too long for one check"), _("write several checks"))
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
        written = match.group().translate(_HALF_WIDTH)
        sign = _SAME.get(written, written)
        if sign != "==":
            left, right = left.exactly(self.settings), right.exactly(self.settings)
        return Comparison(left, sign, right)

    def _sum(self) -> Value:
        value = self._product()
        while sign := self._sign("+-＋－−"):
            at = self.at
            other = self._product()
            value = self._added(value, other, plus=sign in "+＋", at=at)
        return value

    def _added(self, value: Value, other: Value, *, plus: bool, at: int) -> Value:
        value, other = value.exactly(self.settings), other.exactly(self.settings)
        other = other.like(value)
        value = value.like(other)
        kinds = (value.unit.dimension, other.unit.dimension)
        moved = kinds == (_RATIO, _POINTS) or (plus and kinds == (_POINTS, _RATIO))  # 88.9% and 2.7个百分点 more are 91.6%
        if not moved:
            self._same_kind(value, other, at)
        one, two = (value.point, value.interval), (other.point, other.interval)
        if moved:
            one, two = ((item.point * item.unit.factor, item.interval * item.unit.factor) for item in (value, other))
        point, interval = (one[0] + two[0], one[1] + two[1]) if plus else (one[0] - two[0], one[1] - two[1])
        result = unit(PERCENT) if moved else value.unit if value.unit.name else other.unit
        rest = False
        if not plus and kinds == (_RATIO, _RATIO):
            rest = value.rest or (value.point * value.unit.factor == 100 and not any(item.fact for item in value.operands))
            result = result if rest else _difference_of(result)
        text = f"{value.text} {'+' if plus else '−'} {other.text}"
        return Value(point, interval, result, text, value.operands + other.operands, rest=rest)

    def _product(self) -> Value:
        value = self._primary()
        while sign := self._sign("*/×÷＊／"):
            at = self.at
            other = self._primary()
            one, two = value.exactly(self.settings), other.exactly(self.settings)
            value = self._multiplied(one, two, at) if sign in "*×＊" else self._divided(one, two, at)
        return value

    def _multiplied(self, value: Value, other: Value, at: int) -> Value:
        text, operands = f"{value.text} × {other.text}", value.operands + other.operands
        if value.unit.name and other.unit.dimension == _RATIO:
            other = other.times(other.unit.factor / 100, unit(""))
        elif value.unit.dimension == _RATIO and other.unit.name:
            value = value.times(value.unit.factor / 100, unit(""))
        if value.unit.name and other.unit.name:
            raise self._error(_("two figures with units cannot be multiplied"), _("divide them, or multiply by a bare number"), at)
        result = value.unit if value.unit.name else other.unit
        return Value(value.point * other.point, value.interval * other.interval, result, text, operands)

    def _divided(self, value: Value, other: Value, at: int) -> Value:
        text, operands = f"{value.text} ÷ {other.text}", value.operands + other.operands
        result = value.unit
        if value.unit.dimension == other.unit.dimension:
            other, result = other.like(value), unit("")
        elif other.unit.dimension == _RATIO:
            other = other.times(other.unit.factor / 100, unit(""))
        if value.blank or other.blank:
            return Value(Fraction(0), Interval.whole(), result, text, operands)
        if not other.point:
            raise self._error(_("division by zero"), _("look at the figure behind the sign"), at)
        return Value(value.point / other.point, value.interval / other.interval, result, text, operands)

    def _primary(self) -> Value:
        self._skip()
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise self._error(_("this is nested too deeply"), _("write several checks"))
        try:
            if not self.text.startswith(("(", "（"), self.at):
                return self._word()
            self.at += 1
            value = self._sum()
            self._expect(")）")
            return value if value.single or not value.operands else dataclasses.replace(value, text=f"({value.text})")
        finally:
            self.depth -= 1

    def _word(self) -> Value:
        match = _PATH.match(self.text, self.at, self.at + _LONGEST_ID)
        name = match.group() if match else ""
        if match and name in _FUNCTIONS and self.text[match.end() :].lstrip().startswith(("(", "（")):
            self.at = match.end()
            return self._function(name)
        if match and (name.split(".")[0] in self.facts.entries or name in self.facts.facts):
            value = self._one(name)
            self.at = match.end()
            return value
        if (typed := self._typed()) is not None:
            return self._value(Operand(typed))
        if match:
            self.facts.fact(name, self._here())
        raise self._error(_("a fact or a figure is missing"), _("write the id of a fact, such as projects.bridge.total, or a figure"))

    def _typed(self) -> Quantity | None:
        """Read a figure. Prose ends it with a known unit; here any measure word does: 300盆."""
        figure, word = match_at(self.text, self.at), _WORD.match(self.text, self.at)
        if word and (figure is None or figure.end < word.end()):
            try:
                quantity = parse(word.group())
            except FigureError:
                pass
            else:
                self.at = word.end()
                return quantity
        if figure is None:
            return None
        self.at = figure.end
        return figure.quantity

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
        patterns: list[tuple[str, int]] = []
        while True:
            self._skip()
            match = _PATH.match(self.text, self.at)
            if not match:
                raise self._error(
                    _("a fact is missing in {name}()").format(name=name), _("write ids, or patterns such as projects.*.total")
                )
            patterns.append((match.group(), self.at))
            self.at = match.end()
            if not self._sign(",，、"):
                break
        self._expect(")）")
        return self._count(patterns) if name == "count" else self._fold(name, patterns)

    def _count(self, patterns: list[tuple[str, int]]) -> Value:
        """Count entries, or facts where a pattern means facts."""
        found: set[str] = set()
        ids = [entry.id for entry in self.facts.walk()]
        for pattern, at in patterns:
            regex = re.compile("[^.]+".join(re.escape(part) for part in pattern.split("*")))
            hits = {entry for entry in ids if regex.fullmatch(entry)} or {fact.id for fact in self.facts.match(pattern)}
            if not hits and "*" not in pattern:
                self.facts.entry(pattern, self._here(at))
            found |= hits
        n = Fraction(len(found))
        return Value(n, Interval.point(n), unit(""), str(len(found)), counted=len(found))

    def _fold(self, name: str, patterns: list[tuple[str, int]]) -> Value:
        found = {fact.id: (fact, at) for pattern, at in reversed(patterns) for fact in reversed(self._figures(pattern, at))}
        values = [(self._value(operand(fact)), at) for fact, at in reversed(found.values())]
        if not values:
            raise self._error(_("{name}() finds no figure").format(name=name), _("`summarizer facts list` shows the ids"), patterns[0][1])
        first = next((value for value, _at in values if not value.blank), values[0][0])
        for other, at in values:
            self._same_kind(first, other, at)
        alike = [value if value.blank else value.like(first) for value, _at in values]
        operands = tuple(item for value, _at in values for item in value.operands)
        if name == "sum":
            total, point = alike[0].interval, alike[0].point
            for value in alike[1:]:
                total, point = total + value.interval, point + value.point
            text = " + ".join(value.text for value in alike)
            return Value(point, total, first.unit, text if len(alike) == 1 else f"({text})", operands)
        pick: Callable[..., Value] = max if name == "max" else min
        chosen = pick(alike, key=lambda value: value.point)
        interval = reduce(_greatest, (value.interval if name == "max" else -value.interval for value in alike))
        interval = interval if name == "max" else -interval
        return Value(chosen.point, interval, chosen.unit, f"{name}({', '.join(value.text for value in alike)})", operands)

    def _figures(self, pattern: str, at: int) -> list[Fact]:
        if "*" in pattern:
            return [fact for fact in self.facts.match(pattern) if fact.quantity is not None]
        fact = self.facts.fact(pattern, self._here(at))
        if fact.quantity is None:
            raise self._error(_("{id} is a date").format(id=pattern), _("only figures can be compared here"), at)
        return [fact]

    def _same_kind(self, one: Value, other: Value, at: int) -> None:
        if one.unit.name and other.unit.name and one.unit.dimension != other.unit.dimension:
            raise self._error(
                _("{a} and {b} are of different kinds and cannot be added").format(a=one.text, b=other.text),
                _("compare money with money, people with people"),
                at,
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

    def _here(self, at: int | None = None) -> Position:
        """Where the character ``at`` stands; the line breaks of a ``|`` text are its own."""
        before = self.text[: self.at if at is None else at]
        lines = before.count("\n")
        return Position(self.where.path, self.where.line + lines, self.where.column + len(before) - before.rfind("\n") - 1)

    def _error(self, message: str, hint: str, at: int | None = None) -> FactError:
        """Return a mistake at ``at``, or where reading stands, with what is around it."""
        at = self.at if at is None else at
        blanks = _BLANK.match(self.text, at)
        at = blanks.end() if blanks else at
        before, after = self.text[max(at - _SHOWN, 0) : at], self.text[at : at + _SHOWN]
        written = f"{'…' * (at > _SHOWN)}{before}▸{after}{'…' * (len(self.text) > at + _SHOWN)}"
        return FactError(message, where=self._here(at), written=written, hint=hint)


def _difference_of(percent: Unit) -> Unit:
    """The unit of the difference of two percentages."""
    return unit("个千分点" if percent.name == "‰" else POINTS)


def _greatest(one: Interval, other: Interval) -> Interval:
    """What the greater of two figures may be."""
    common, both = one.intersection(other), one.hull(other)
    if common is None:
        return one if one.high == both.high and one.high_open == both.high_open else other
    return Interval(common.low, both.high, common.low_open, both.high_open)
