"""Which figures are not what they were, by how much, and why."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from ..errors import FigureError
from ..quantities import Quantity, format_number, round_to, subtract

#: ``written`` where the value is the same and only the way it is written changed; ``renamed`` where only the id did.
How = Literal["changed", "written", "new", "gone", "renamed"]

#: Digits of a percentage behind the point, and how many at most until one shows.
_DECIMALS, _MOST_DECIMALS = 2, 9
#: Figures that are parts of something: of them, only the points between two make sense.
_PARTS = frozenset(("ratio", "points", "place"))
#: Words of a formula that name no fact.
_SIGNS = frozenset("÷×+-−()")


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that is not what it was.

    Args:
        fact: the fact's id. label: in Chinese, as a reader knows it.
        before, after: as displayed; None where the fact did not exist, empty where it was published blank.
    """

    fact: str
    label: str
    before: str | None
    after: str | None


def figures_changed(
    before: Mapping[str, tuple[str, str]], after: Mapping[str, tuple[str, str]]
) -> tuple[FigureChange, ...]:
    """Return which figures differ, in the order of ``after``, those that are gone last.

    Args:
        before, after: id → (label, text as displayed).
    """
    changed = [
        FigureChange(fact, label, before[fact][1] if fact in before else None, text)
        for fact, (label, text) in after.items()
        if fact not in before or before[fact][1] != text
    ]
    gone = [FigureChange(fact, label, text, None) for fact, (label, text) in before.items() if fact not in after]
    return (*changed, *gone)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure or a date of one state of a report.

    Args:
        fact: the fact's id, or the formula of a figure that a template computes. label: empty for such a one.
        text: as displayed; empty if published blank.
        quantity: None for a date, a blank, and what cannot be read.
        place: ``file:line`` where it is written, for a derived one where its first operand is; empty if not known.
        formula: of a derived or computed figure, in ids.
    """

    fact: str
    label: str
    text: str
    quantity: Quantity | None = None
    place: str = ""
    formula: str = ""

    @property
    def operands(self) -> tuple[str, ...]:
        """The ids of the figures that it is computed from."""
        return tuple(dict.fromkeys(word for word in self.formula.split() if not set(word) <= _SIGNS))


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure in both states.

    Args:
        how: what changed about it. before, after: None where it did not exist.
        amount: how much more or less, such as ``+500万元``; empty where that makes no sense.
        percent: the same in parts of what it was, such as ``+13.16%``; likewise.
        because: ids of the changed figures that a derived one is computed from.
    """

    how: How
    before: Figure | None
    after: Figure | None
    amount: str = ""
    percent: str = ""
    because: tuple[str, ...] = ()

    @property
    def figure(self) -> Figure:
        """The figure as it is, or as it was last."""
        figure = self.after or self.before
        assert figure is not None
        return figure


def differences(before: Mapping[str, Figure], after: Mapping[str, Figure]) -> tuple[Difference, ...]:
    """Return which figures differ, in the order of ``after``, those that are gone last.

    A figure whose id changed is recognised by its label, or by its value under a key of the same name in the same file.
    """
    was = _Matching(before, after).run()
    moved = {fact for fact, old in was.items() if before[old].text != after[fact].text} | {fact for fact in after if fact not in was}
    made = []
    for fact, figure in after.items():
        old = before[was[fact]] if fact in was else None
        if old is None:
            made.append(Difference("new", None, figure))
        elif old.text != figure.text:
            made.append(_changed(old, figure, tuple(operand for operand in figure.operands if operand in moved)))
        elif old.fact != fact:
            made.append(Difference("renamed", old, figure))
    known = set(was.values())
    return (*made, *(Difference("gone", figure, None) for fact, figure in before.items() if fact not in known))


def _changed(before: Figure, after: Figure, because: tuple[str, ...]) -> Difference:
    """Return how two values of a figure differ, and by how much."""
    plain = Difference("changed", before, after, because=because)
    old, new = before.quantity, after.quantity
    if old is None or new is None:
        return plain
    try:
        gap = subtract(*((new, old) if _base(new) >= _base(old) else (old, new)))
    except FigureError:
        return plain
    if not gap.value:
        same = (old.hedge, old.also, old.per) == (new.hedge, new.also, new.per)
        return replace(plain, how="written") if same else plain
    about = "约" if gap.is_hedged else ""
    sign = f"{about}{'+' if _base(new) > _base(old) else '-'}"
    percent = _percent(old, new)
    return replace(plain, amount=f"{sign}{gap.text.removeprefix(about)}", percent=f"{sign}{percent}" if percent else "")


def _base(quantity: Quantity) -> Fraction:
    return quantity.value * quantity.unit.factor


def _percent(old: Quantity, new: Quantity) -> str:
    """Return the difference in parts of what was, without a sign; nothing for percentages and points, and from nothing."""
    if not old.value or old.unit.dimension in _PARTS:
        return ""
    value = abs((_base(new) - _base(old)) / _base(old)) * 100
    decimals = next((n for n in range(_DECIMALS, _MOST_DECIMALS) if round_to(value, n)), _MOST_DECIMALS)
    text = format_number(value, decimals)
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


class _Matching:
    """Which figure of the state before each one of the state after was."""

    def __init__(self, before: Mapping[str, Figure], after: Mapping[str, Figure]) -> None:
        self.before = before
        self.after = after
        self.was = {fact: fact for fact in after if fact in before}

    def run(self) -> dict[str, str]:
        """Return the id that each figure had, of those that were there; the surest sign decides first."""
        self._pair(lambda figure: (figure.label, figure.text) if figure.label else None)
        self._pair(lambda figure: figure.label or None)
        self._pair(lambda figure: (*_ends(figure.fact), figure.text) if figure.text and not figure.formula else None)
        self._pair_computed()
        return self.was

    def _pair(self, sign: Callable[[Figure], Hashable]) -> None:
        """Pair the figures left over that have a sign in common, and share it with no other."""
        taken = set(self.was.values())
        old = _single((sign(figure), fact) for fact, figure in self.before.items() if fact not in taken)
        new = _single((sign(figure), fact) for fact, figure in self.after.items() if fact not in self.was)
        self.was |= {fact: old[key] for key, fact in new.items() if key in old}

    def _pair_computed(self) -> None:
        """Pair what templates compute: the same formula over figures whose ids changed."""
        taken = set(self.was.values())
        for fact, figure in self.after.items():
            old = " ".join(self.was.get(word, word) for word in figure.formula.split())
            if fact == figure.formula and fact not in self.was and old in self.before and old not in taken:
                self.was[fact] = old


def _ends(fact: str) -> tuple[str, str]:
    """The file and the key of a fact's id."""
    return fact.partition(".")[0], fact.rpartition(".")[2]


def _single(signs: Iterable[tuple[Hashable, str]]) -> dict[Hashable, str]:
    """Return the facts by their sign; none of a sign that several have."""
    found: dict[Hashable, list[str]] = {}
    for sign, fact in signs:
        if sign is not None:
            found.setdefault(sign, []).append(fact)
    return {sign: facts[0] for sign, facts in found.items() if len(facts) == 1}
