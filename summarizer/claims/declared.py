"""A report's own checks: ``total``/``parts`` and ``expect``."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..errors import FactError
from ..facts.factset import Fact, FactSet
from ..facts.problems import Problems
from ..facts.source import Node, Scalar
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..quantities import Interval
from .base import Claim, Explanation, Operand, Outcome, Place, Settings, Verdict, compare, digits, explained
from .expression import Comparison, Value, evaluate, operand
from .sum import Sum

_KEYS = {"name": "名称", "total": "合计", "parts": "分项", "exhaustive": "穷尽", "expect": "应有"}
_NAMES = {**{name: name for name in _KEYS}, **{alias: name for name, alias in _KEYS.items()}}
_YES = {"true": True, "是": True, "yes": True, "false": False, "否": False, "no": False}


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
        left = _like(self.comparison.left, self.comparison.right)
        right = _like(self.comparison.right, self.comparison.left)
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
    if left.point == right.point:
        return Outcome.HOLDS
    for stated, other in ((left.single, right), (right.single, left)):
        if stated is not None:
            return compare(stated, other.interval, other.point, settings)
    return Outcome.WITHIN if left.interval.meets(right.interval) else Outcome.FAILS


def _ordered(left: Value, right: Value, sign: str) -> Outcome:
    a, b = left.point, right.point
    if {">=": a >= b, "<=": a <= b, ">": a > b, "<": a < b, "!=": a != b}[sign]:
        return Outcome.HOLDS
    if sign == "!=":
        return Outcome.FAILS
    apart: Interval = left.interval - right.interval
    reaches = apart.high is None or apart.high > 0 or (sign == ">=" and apart.high == 0 and not apart.high_open)
    if sign in ("<=", "<"):
        reaches = apart.low is None or apart.low < 0 or (sign == "<=" and apart.low == 0 and not apart.low_open)
    return Outcome.WITHIN if reaches else Outcome.FAILS


def _like(value: Value, other: Value) -> Value:
    """A bare quotient beside a percentage is meant in percent."""
    if value.unit.name or value.counted >= 0 or other.unit.dimension != "ratio":
        return value
    factor = 100 / other.unit.factor
    return dataclasses.replace(value, point=value.point * factor, interval=value.interval * factor, unit=other.unit)


def _shown(value: Value) -> str:
    return f"{digits(value.point)}{value.unit.name}"


def declared(facts: FactSet, settings: Settings) -> Iterator[Claim]:
    """Yield the claims of every ``checks:`` of the report.

    Raises:
        FactError, ErrorGroup: a check that cannot be read, with its place.
    """
    problems = Problems()
    found: list[Claim] = []
    for node in _check_nodes(facts):
        for item in problems.items(node, "checks"):
            try:
                found.append(_claim(item, facts, settings, problems))
            except FactError as error:
                problems.add(error)
    problems.raise_any()
    yield from found


def _check_nodes(facts: FactSet) -> Iterator[Node]:
    if facts.report.checks is not None:
        yield facts.report.checks
    for source in facts.sources.values():
        if not source.name.endswith("report.yaml"):
            yield from (node for written, node in source.root if written.text in ("checks", "校验"))


def _claim(node: Node, facts: FactSet, settings: Settings, problems: Problems) -> Claim:
    fields: dict[str, Node] = {}
    for written, value in problems.mapping(node, "checks") or ():
        if written.text in _NAMES:
            fields[_NAMES[written.text]] = value
        else:
            problems.unknown(written, _NAMES, _(" in a check"))
    name = problems.text(fields["name"], "name") or "" if "name" in fields else ""
    if "expect" in fields:
        return _expectation(fields["expect"], name, facts, settings)
    if "total" in fields and "parts" in fields:
        return _total(fields, facts, problems)
    raise FactError(
        _("a check needs `expect`, or `total` and `parts`"), where=node.where, hint=_("for example: expect: services.aid.paid >= 300万元")
    )


def _expectation(node: Node, name: str, facts: FactSet, settings: Settings) -> Expectation:
    if not isinstance(node, Scalar):
        raise FactError(_("`expect` must be one line of text"), where=node.where)
    comparison = evaluate(node.text, facts, settings, node.where)
    counts = comparison.left.counted >= 0 or comparison.right.counted >= 0
    return (CountExpectation if counts else Expectation)(comparison, node.text, name, _place(node))


def _place(node: Scalar) -> Place:
    return Place(node.where.path, node.where.line, node.where.column, node.start, node.end)


def _total(fields: dict[str, Node], facts: FactSet, problems: Problems) -> Sum:
    total_node = fields["total"]
    text = problems.text(total_node, "total") or ""
    total = facts.fact(text, total_node.where)
    parts: list[Fact] = []
    for node in problems.items(fields["parts"], "parts"):
        pattern = problems.text(node, "parts") or ""
        hits = [fact for fact in facts.match(pattern) if fact.quantity is not None and fact.id != total.id]
        if not hits:
            facts.fact(pattern, node.where)
        parts += hits
    exhaustive = True
    if "exhaustive" in fields:
        written = (problems.text(fields["exhaustive"], "exhaustive") or "").lower()
        if written not in _YES:
            raise FactError(_("`exhaustive` must be true or false"), where=fields["exhaustive"].where, written=written)
        exhaustive = _YES[written]
    place = _place(total_node) if isinstance(total_node, Scalar) else Place()
    return Sum(operand(total), tuple(operand(part) for part in parts), exhaustive=exhaustive, place=place)


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
