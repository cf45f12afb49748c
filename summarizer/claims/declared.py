"""A report's own checks: ``total``/``parts`` and ``expect``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import PurePath
from typing import ClassVar

from ..errors import FactError, Position
from ..facts.factset import Fact, FactSet
from ..facts.problems import Problems, spoken
from ..facts.source import Node, Scalar
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..quantities import SCALES, Hedge, Interval
from .base import Claim, Explanation, Operand, Outcome, Place, Settings, Verdict, compare, explained
from .expression import Comparison, Value, evaluate, operand
from .sum import Sum
from .working import number

_KEYS = {"name": "名称", "total": "合计", "parts": "分项", "exhaustive": "穷尽", "expect": "应有"}
_YES = {"true": True, "是": True, "yes": True, "false": False, "否": False, "no": False}
_SCALE_NAMES = {factor: name for name, factor in SCALES.items()}
_FLOORS, _CEILINGS = (Hedge.AT_LEAST, Hedge.ABOVE), (Hedge.AT_MOST, Hedge.BELOW)


@dataclass(frozen=True, slots=True)
class Expectation(Claim):
    """What a report's ``expect:`` says of two values.

    Args:
        text: as the user wrote it. name: what the user calls the check.
    """

    kind: ClassVar[str] = "bound"
    comparison: Comparison
    text: str
    name: str = ""
    place: Place = Place()
    likely: bool = False

    def operands(self) -> tuple[Operand, ...]:
        """The figures on both sides."""
        return self.comparison.left.operands + self.comparison.right.operands

    def judge(self, settings: Settings) -> Verdict:
        """Compare the two sides as written, and if that fails as far as their rounding allows."""
        sign = self.comparison.sign
        right = self.comparison.right.like(self.comparison.left)
        left = self.comparison.left.like(right)
        if not all(item.usable for item in self.operands()):
            return Verdict(Outcome.CANNOT_TELL, "CHECK001", _("a figure is blank"))
        if left.unit.name and right.unit.name and left.unit.dimension != right.unit.dimension:
            return Verdict(Outcome.CANNOT_TELL, "CHECK001", _("{a} and {b} are of different kinds").format(a=left.text, b=right.text))
        outcome = _equal(left, right, settings) if sign == "==" else _ordered(left, right, sign)
        working = _("{left} = {a}, {right} = {b}; expected {left} {sign} {right}").format(
            left=left.text, a=_shown(left), right=right.text, b=_shown(right), sign=sign
        )
        if outcome in (Outcome.HOLDS, Outcome.WITHIN):
            return Verdict(outcome, "CHECK001", working)
        message = _("the report's own check fails: {check}").format(check=self.name or self.text)
        severity = Severity.WARNING if outcome is Outcome.OFF else Severity.ERROR
        return Verdict(outcome, "CHECK001", working, message, _("look up the figures named in it, or mend the check"), severity=severity)


class CountExpectation(Expectation):
    """An expectation that counts entries: six promised, and so many listed."""

    __slots__ = ()
    kind: ClassVar[str] = "count"


def _equal(left: Value, right: Value, settings: Settings) -> Outcome:
    if left.point == right.point and not (left.hedged or right.hedged):
        return Outcome.HOLDS
    stated, other = left.single, right.single
    if stated is not None and other is not None and _neighbours(left, right) and not (left.hedged or right.hedged):
        return Outcome.OFF
    for value, beside in ((right, left), (left, right)) if right.hedged and not left.hedged else ((left, right), (right, left)):
        if value.single is not None and value.single.quantity.unit == value.unit:
            beside = beside.like(value)
            return compare(value.single, beside.interval, beside.point, settings)
    if not left.interval.meets(right.interval):
        return Outcome.FAILS
    closed = None not in (left.interval.width, right.interval.width)
    return Outcome.WITHIN if closed else Outcome.CANNOT_TELL


def _neighbours(left: Value, right: Value) -> bool:
    """Two figures such as 269.85 and 269.86 have one end in common; no one figure is written both ways."""
    common = left.interval.intersection(right.interval)
    return common is not None and common.is_point and not left.interval.is_point and not right.interval.is_point


def _ordered(left: Value, right: Value, sign: str) -> Outcome:
    a, b = left.point, right.point
    keeps = {">=": a >= b, "<=": a <= b, ">": a > b, "<": a < b, "!=": a != b}[sign]
    if sign == "!=":
        return _unlike(left, right, keeps)
    less, more = (left, right) if sign in ("<=", "<") else (right, left)
    less_than, more_than = _limit(less, more, _FLOORS), _limit(more, less, _CEILINGS)
    apart = (more_than or more.interval) - (less_than or less.interval)
    room = Interval(Fraction(0), None, low_open=sign in ("<", ">"))
    if (less.hedged and less_than is None) or (more.hedged and more_than is None):
        return Outcome.HOLDS if room.contains(apart) else Outcome.CANNOT_TELL if room.meets(apart) else Outcome.FAILS
    return Outcome.HOLDS if keeps else Outcome.WITHIN if room.meets(apart) else Outcome.FAILS


def _unlike(left: Value, right: Value, keeps: bool) -> Outcome:
    if left.hedged or right.hedged:
        apart = left.interval - right.interval
        return Outcome.HOLDS if not apart.contains(0) else Outcome.FAILS if apart.is_point else Outcome.CANNOT_TELL
    return Outcome.HOLDS if keeps else Outcome.FAILS


def _limit(value: Value, other: Value, hedges: tuple[Hedge, ...]) -> Interval | None:
    """The x of x以上 that stands as the limit of another figure; None where the words say how large the figure itself is."""
    figure = value.single
    if figure is None or figure.quantity.hedge not in hedges or not any(item.fact for item in other.operands):
        return None
    return Interval.point(value.point)


def _shown(value: Value) -> str:
    """The result in the largest scale that one of its figures is written in: 200万元 rather than 2000000元."""
    scale = max((item.quantity.scale for item in value.operands if item.quantity.unit == value.unit), default=1)
    return f"{number(value.point, 2, scale)}{_SCALE_NAMES.get(scale, '')}{value.unit.name}"


def declared(facts: FactSet, settings: Settings) -> Iterator[Claim]:
    """Yield the claims of every ``checks:`` of the report.

    Raises:
        FactError, ErrorGroup: a check that cannot be read, with its place.
    """
    problems = Problems()
    found: list[Claim] = []
    for written, node in _check_nodes(facts):
        for item in problems.items(node, written):
            try:
                found.append(_claim(item, written, facts, settings, problems))
            except FactError as error:
                problems.add(error)
    problems.raise_any()
    yield from found


def _check_nodes(facts: FactSet) -> Iterator[tuple[str, Node]]:
    """Every list of checks, with its key as it is written."""
    for source in sorted(facts.sources.values(), key=lambda source: PurePath(source.name).name != "report.yaml"):
        yield from ((written.text, node) for written, node in source.root if written.text in ("checks", "校验"))


def _claim(node: Node, parent: str, facts: FactSet, settings: Settings, problems: Problems) -> Claim:
    fields = {name: (written, value) for name, written, value in problems.group(node, parent, _KEYS)}
    words = spoken(node, _KEYS)
    name = problems.text(fields["name"][1], fields["name"][0]) or "" if "name" in fields else ""
    if "expect" in fields and "total" in fields:
        message = _("a check has `{expect}`, or `{total}` and `{parts}`").format(**words)
        raise FactError(message, where=node.where, hint=_("write two checks"))
    if "expect" in fields:
        return _expectation(*fields["expect"], name, facts, settings)
    if "total" in fields and "parts" in fields:
        return _total(fields, facts, problems)
    raise FactError(
        _("a check needs `{expect}`, or `{total}` and `{parts}`").format(**words),
        where=node.where,
        hint=_("for example: {expect}: services.aid.paid >= 300万元").format(**words),
    )


def _expectation(written: str, node: Node, name: str, facts: FactSet, settings: Settings) -> Expectation:
    if not isinstance(node, Scalar):
        raise FactError(_("`{key}` must be one line of text").format(key=written), where=node.where)
    comparison = evaluate(node.text, facts, settings, _first_character(node))
    counts = comparison.left.counted >= 0 or comparison.right.counted >= 0
    return (CountExpectation if counts else Expectation)(comparison, node.text.strip(), name, _place(node))


def _first_character(node: Scalar) -> Position:
    """Where the text itself begins: after the quote, or in the line below a ``|``."""
    if node.style in ("|", ">"):
        return Position(node.where.path, node.first_line, node.indent + 1)
    return Position(node.where.path, node.where.line, node.where.column + len(node.style))


def _place(node: Scalar) -> Place:
    return Place(node.where.path, node.where.line, node.where.column, node.start, node.end)


def _total(fields: dict[str, tuple[str, Node]], facts: FactSet, problems: Problems) -> Sum:
    key, total_node = fields["total"]
    total = _figure(problems.text(total_node, key) or "", facts, total_node)
    parts: dict[str, Fact] = {}
    key, listed = fields["parts"]
    for node in problems.items(listed, key):
        pattern = problems.text(node, key) or ""
        hits = [fact for fact in facts.match(pattern) if fact.quantity is not None and fact.id != total.id]
        if "*" not in pattern and not hits:
            raise FactError(
                _("{id} cannot be a part of itself").format(id=_figure(pattern, facts, node).id), where=node.where, written=pattern
            )
        if not hits:
            facts.fact(pattern, node.where)
        parts |= {fact.id: fact for fact in hits}
    if not parts:
        raise FactError(_("no parts are given"), where=listed.where, hint=_("write ids, or patterns such as projects.*.total"))
    exhaustive = True
    if "exhaustive" in fields:
        key, node = fields["exhaustive"]
        written = (problems.text(node, key) or "").lower()
        if written not in _YES:
            raise FactError(_("{key} must be true or false").format(key=key), where=node.where, written=written)
        exhaustive = _YES[written]
    place = _place(total_node) if isinstance(total_node, Scalar) else Place()
    return Sum(operand(total), tuple(operand(part) for part in parts.values()), exhaustive=exhaustive, place=place)


def _figure(fact_id: str, facts: FactSet, node: Node) -> Fact:
    fact = facts.fact(fact_id, node.where)
    if fact.quantity is None:
        raise FactError(
            _("{id} is a date").format(id=fact_id), where=node.where, written=fact_id, hint=_("only figures can be compared here")
        )
    return fact


explained(
    Explanation(
        "CHECK001",
        "declared-check",
        "bound",
        Severity.ERROR,
        N_("A check that the report itself declares under `checks:` with `expect:`."),
        N_("Some relations only the bureau knows: a floor that was promised, a list that must have so many entries."),
        "expect: services.aid.paid >= 300万元（而发放 286万元）",
        "expect: services.aid.paid >= 300万元（发放 312万元）",
        N_("Look up the figures named in the check; if the check itself is out of date, mend it."),
    ),
)
