"""``bound``: the words 均在…以上, 超额完成 and 持平 are borne out by the figures."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, Literal

from ..findings import Severity
from ..i18n import N_, strung
from ..i18n import later as _
from ..quantities import Hedge, Interval, Unit
from ..records import record
from .base import NOWHERE, Claim, Explanation, Operand, Outcome, Place, Settings, Verdict, explained, finding, unknown
from .repair import single_repair
from .working import gap, interval_in, named, value_in

Relation = Literal["above", "at-least", "below", "at-most", "equal"]

WORDS: dict[str, Relation] = {
    **dict.fromkeys(("超额完成", "超额", "超过", "超", "逾", "高于", "多于", "大于", "突破", "好于", "优于"), "above"),
    **dict.fromkeys(("以上", "达到", "完成", "不低于", "不少于", "不小于", "至少", "全面完成", "如期完成"), "at-least"),
    **dict.fromkeys(("不足", "不到", "低于", "少于", "小于", "未完成", "未达到", "不满"), "below"),
    **dict.fromkeys(("以下", "以内", "不超过", "不高于", "不多于", "不大于", "控制在", "至多", "最多"), "at-most"),
    **dict.fromkeys(("持平", "相同", "一致", "相等", "不变"), "equal"),
}  # fmt: skip
"""What the words say of each value, beside the limit."""

_HEDGES: dict[Hedge, Relation] = {
    Hedge.ABOVE: "above", Hedge.AT_LEAST: "at-least", Hedge.BELOW: "below", Hedge.AT_MOST: "at-most",
}  # fmt: skip


@record(frozen=True, slots=True)
class Bound(Claim):
    """Each value keeps the bound.

    Args:
        limit: what the values are beside: 85%以上, a target, last year's figure.
        values: the figures given for it; each is judged.
        word: as written: 超额完成, 持平. Where it is unknown, the limit's own hedge says what is meant.
        relation: what is meant, if the reader knows better than ``word``.
    """

    kind: ClassVar[str] = "bound"
    limit: Operand
    values: tuple[Operand, ...]
    word: str = ""
    relation: Relation | None = None
    place: Place = NOWHERE
    likely: bool = False

    def operands(self) -> tuple[Operand, ...]:
        """Limit, then the values."""
        return (self.limit, *self.values)

    def judge(self, settings: Settings) -> Verdict:
        """Hold every value against the limit; the worst decides."""
        relation = self.relation or WORDS.get(self.word) or _HEDGES.get(self.limit.quantity.hedge)
        if relation is None:
            return unknown("BOUND001", _("what {word} says of {limit} is not known").format(word=self.word, limit=self.limit))
        if not self.values or not all(operand.usable for operand in self.operands()):
            return unknown("BOUND001", _("a figure is blank"))
        for value in self.values:
            if not value.quantity.same_dimension(self.limit.quantity):
                return unknown("BOUND001", _("{a} and {b} are of different kinds").format(a=self.limit, b=value))
        judged = list(self._judged(relation, settings))
        for outcome in (Outcome.FAILS, Outcome.OFF):
            if broken := [value for value, found in judged if found is outcome]:
                return self._broken(outcome, broken, relation, settings)
        outcomes = {outcome for _value, outcome in judged}
        outcome = next(found for found in (Outcome.CANNOT_TELL, Outcome.WITHIN, Outcome.HOLDS) if found in outcomes)
        shown, code = self._shown(list(self.values), relation), "BOUND002" if relation == "equal" else "BOUND001"
        if outcome is Outcome.CANNOT_TELL:
            return unknown(code, _("{values}: that may be or not").format(values=shown))
        if outcome is Outcome.WITHIN:
            return Verdict(outcome, code, _("{values}: so within rounding").format(values=shown))
        return Verdict(outcome, code, _("{values}: so it is").format(values=shown))

    def _judged(self, relation: Relation, settings: Settings) -> Iterator[tuple[Operand, Outcome]]:
        unit = self.limit.quantity.unit
        for value in self.values:
            written = value_in(value, unit)
            if not value.quantity.is_hedged and _keeps(written, self.limit.value, relation):
                yield value, Outcome.HOLDS
            else:
                yield value, self._one(value, written, relation, settings)

    def _one(self, value: Operand, written: Fraction, relation: Relation, settings: Settings) -> Outcome:
        """How one value stands that does not keep the bound as written, or is hedged."""
        unit, base, room = self.limit.quantity.unit, self._base(settings), self._room(relation, settings)
        own = interval_in(value, unit, settings)
        if value.quantity.is_hedged:
            return Outcome.HOLDS if room.contains(own) else Outcome.CANNOT_TELL if room.meets(own) else Outcome.FAILS
        if room.meets(own):
            return self._touching(own, base, relation)
        # What is level but for the last digit is said so; a target is missed or not.
        ulp = max(value.quantity.ulp * value.quantity.unit.factor / unit.factor, self.limit.quantity.ulp)
        near = relation == "equal" and not own.is_point and not base.is_point and abs(written - self.limit.value) <= ulp
        return Outcome.OFF if near else Outcome.FAILS

    def _touching(self, own: Interval, base: Interval, relation: Relation) -> Outcome:
        """Neighbours such as 269.85 and 269.86 have one end in common; that does not make them level."""
        common = own.intersection(base) if relation == "equal" else None
        apart = common is not None and common.is_point and not own.is_point and not base.is_point
        return Outcome.OFF if apart else Outcome.WITHIN

    def _base(self, settings: Settings) -> Interval:
        """The limit without the words that make it one: the x of x以上 is exact."""
        hedged = self.limit.quantity.hedge in _HEDGES
        return Interval.point(self.limit.value) if hedged else self.limit.interval(settings)

    def _room(self, relation: Relation, settings: Settings) -> Interval:
        base = self._base(settings)
        match relation:
            case "above":
                return Interval(base.low, None, low_open=True)
            case "at-least":
                return Interval(base.low, None, low_open=base.low_open)
            case "below":
                return Interval(None, base.high, high_open=True)
            case "at-most":
                return Interval(None, base.high, high_open=base.high_open)
            case "equal":
                return base

    def _shown(self, values: list[Operand], relation: Relation) -> str:
        """The values beside the limit, as signs: 84% < 85%."""
        unit = self.limit.quantity.unit
        return strung(f"{value} {_sign(value, self.limit, unit)} {self.limit}" for value in values)

    def _broken(self, outcome: Outcome, values: list[Operand], relation: Relation, settings: Settings) -> Verdict:
        unit, like = self.limit.quantity.unit, self.limit.quantity
        missed = strung(gap(abs(value_in(value, unit) - self.limit.value), like) for value in values)
        words = {"shown": self._shown(values, relation), "missed": missed, "word": self.word or str(self.limit), "limit": named(self.limit)}
        words["values"] = "、".join(named(value) for value in values)
        working = _("{shown}: {missed} apart").format(**words)
        if relation != "equal":
            message = _("{values} does not bear out {word} beside {limit}").format(**words)
            return finding(self, outcome, "BOUND001", working, message, _("look up the figure, or write what it says"))
        if outcome is Outcome.OFF:
            message = _("{values} and {limit} are level but for the last digit").format(**words)
            return finding(self, outcome, "BOUND003", working, message, _("write both with the same rounding"))
        message = _("{values} is not level with {limit}").format(**words)
        hint = single_repair(self, settings) or _("look up both figures, or write by how much they differ")
        return finding(self, outcome, "BOUND002", working, message, hint)


def _keeps(value: Fraction, limit: Fraction, relation: Relation) -> bool:
    """Whether a figure as written keeps the bound as written."""
    match relation:
        case "above":
            return value > limit
        case "at-least":
            return value >= limit
        case "below":
            return value < limit
        case "at-most":
            return value <= limit
        case "equal":
            return value == limit


def _sign(value: Operand, limit: Operand, unit: Unit) -> str:
    written = value_in(value, unit)
    return "<" if written < limit.value else ">" if written > limit.value else "="


explained(
    Explanation(
        "BOUND001",
        "bound-broken",
        "bound",
        Severity.ERROR,
        N_("Words that set a bound (均在85%以上, 超额完成, 控制在…以内) are borne out by each figure that is given for it."),
        N_("A text that says all are above and then shows one below contradicts itself in one breath."),
        "培训、救助完成率分别为82.4%、91.2%，均在85%以上。",
        "培训、救助完成率分别为82.4%、91.2%，均在80%以上。",
        N_("Mend the figure, or write 除…外."),
    ),
    Explanation(
        "BOUND002",
        "not-level",
        "bound",
        Severity.ERROR,
        N_("Figures that are said to be level (持平, 相同, 不变) are the same within their rounding."),
        N_("“Level with last year” beside two different figures makes the reader doubt both."),
        "支出36.2万元，上年41.7万元，持平。",
        "支出41.7万元，上年41.7万元，持平。",
        N_("Look up both figures, or write by how much they differ."),
    ),
    Explanation(
        "BOUND003",
        "level-but-for-last-digit",
        "bound",
        Severity.WARNING,
        N_("Figures that are said to be level differ by no more than one unit of the last digit."),
        N_("Small, but one of them was rounded in another way."),
        "支出41.72万元，上年41.73万元，持平。",
        "支出41.73万元，上年41.73万元，持平。",
        N_("Write both with the same rounding, or 基本持平."),
    ),
)
