"""Facts as a template sees them: objects that stay references when they are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ..document import FigureRef
from ..errors import FigureError
from ..facts.exact import exact
from ..facts.factset import Derivation, Entry, Fact, FactSet
from ..facts.shapes import keys_of
from ..i18n import gettext as _
from ..quantities import Quantity, Rounding, add, ratio, scale_by, subtract
from . import marks

if TYPE_CHECKING:
    from ..errors import Position


@dataclass(slots=True)
class Ledger:
    """Every figure issued to a template, and every origin, by index."""

    figures: list[FigureRef] = field(default_factory=list)
    derived: dict[str, Fact] = field(default_factory=dict)
    _index: dict[FigureRef, int] = field(default_factory=dict)

    def issue(self, ref: FigureRef) -> str:
        """Return the marked text of ``ref``."""
        n = self._index.get(ref)
        if n is None:
            n = self._index[ref] = len(self.figures)
            self.figures.append(ref)
        return marks.figure(n, ref.text)


class NameView:
    """A text that is no figure; digits in it are its own. Compares like the text it is."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return marks.name(self.text)

    def __html__(self) -> str:
        return str(self)

    def __eq__(self, other: object) -> bool:
        return self.text == (other.text if isinstance(other, NameView) else other)

    def __lt__(self, other: Any) -> bool:
        return self.text < str(getattr(other, "text", other))

    def __hash__(self) -> int:
        return hash(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)

    def __contains__(self, part: object) -> bool:
        return str(getattr(part, "text", part)) in self.text


class FigureView:
    """A figure in a template: prints as a reference, and calculates exactly."""

    __slots__ = ("fact", "ledger", "shown")

    def __init__(self, fact: Fact, ledger: Ledger, shown: Quantity | None = None) -> None:
        self.fact = fact
        self.ledger = ledger
        self.shown = shown if shown is not None else fact.quantity

    def __str__(self) -> str:
        return self.ledger.issue(self.ref)

    @property
    def ref(self) -> FigureRef:
        """The reference that a document keeps."""
        text = self.fact.text if self.shown is None else self.shown.text
        return FigureRef(self.fact.id, text, *exact(self.fact))

    def __html__(self) -> str:
        return str(self)

    @property
    def quantity(self) -> Quantity:
        """The quantity that calculates.

        Raises:
            FigureError: a date, or a figure published blank.
        """
        if self.fact.quantity is None or self.fact.quantity.is_blank:
            raise FigureError(_("{id} is blank or a date; nothing can be computed from it").format(id=self.fact.id), where=self.fact.where)
        return self.fact.quantity

    def __bool__(self) -> bool:
        return bool(self.fact.text)

    def __eq__(self, other: object) -> bool:
        return self._compare(other, lambda a, b: a == b)

    def __hash__(self) -> int:
        return hash(self.fact.id)

    def __lt__(self, other: object) -> bool:
        return self._compare(other, lambda a, b: a < b)

    def __gt__(self, other: object) -> bool:
        return self._compare(other, lambda a, b: a > b)

    def __le__(self, other: object) -> bool:
        return self._compare(other, lambda a, b: a <= b)

    def __ge__(self, other: object) -> bool:
        return self._compare(other, lambda a, b: a >= b)

    def _compare(self, other: object, test: Callable[[Any, Any], Any]) -> bool:
        if isinstance(other, FigureView):
            if not self.quantity.same_dimension(other.quantity):
                raise FigureError(_("{a} and {b} are of different kinds and cannot be compared").format(a=self.fact.id, b=other.fact.id))
            return bool(test(self.quantity.value, other.quantity.value))
        if isinstance(other, (str, NameView)):
            return bool(test(self.fact.text, str(getattr(other, "text", other))))
        if isinstance(other, (int, float)):
            return bool(test(self.quantity.value, Fraction(str(other))))
        raise FigureError(_("{id} cannot be compared with {other}").format(id=self.fact.id, other=other))

    def __add__(self, other: object) -> FigureView:
        if other == 0 and isinstance(other, int):  # so that the sum filter can start
            return self
        return self._derive("+", other, lambda a, b: add([a, b]))

    __radd__ = __add__

    def __sub__(self, other: object) -> FigureView:
        return self._derive("−", other, subtract)

    def __mul__(self, other: object) -> FigureView:
        if not isinstance(other, int) or isinstance(other, bool):
            raise FigureError(_("a figure can only be multiplied by a whole number"))
        return self._made(f"{self.fact.id} × {other}", (self.fact.id,), scale_by(self.quantity, other))

    __rmul__ = __mul__

    def percent_of(self, whole: FigureView, decimals: int, rounding: Rounding) -> FigureView:
        """Return this figure in percent of ``whole``."""
        return self._derive("÷", whole, lambda a, b: ratio(a, b, decimals, rounding), rounding)

    def to(self, unit: str) -> FigureView:
        """Return the same figure displayed in another unit of its dimension."""
        return FigureView(self.fact, self.ledger, self.quantity.convert(unit))

    def _derive(self, sign: str, other: object, compute: Callable[[Quantity, Quantity], Quantity], rounding: str = "nearest") -> FigureView:
        if not isinstance(other, FigureView):
            raise FigureError(
                _("figures calculate only with figures of the facts: {id} {sign} {other}").format(id=self.fact.id, sign=sign, other=other),
                where=self.fact.where,
            )
        operands = (*self._operands(), *other._operands())
        return self._made(f"{self.fact.id} {sign} {other.fact.id}", operands, compute(self.quantity, other.quantity), rounding)

    def _operands(self) -> tuple[str, ...]:
        derived = self.fact.id in self.ledger.derived and self.fact.derivation
        return derived.operands if derived else (self.fact.id,)

    def _made(self, formula: str, operands: tuple[str, ...], quantity: Quantity, rounding: str = "nearest") -> FigureView:
        fact = self.ledger.derived.get(formula)
        if fact is None:
            fact = Fact(formula, "", formula, "", "none", self.fact.where, quantity, derivation=Derivation(formula, operands, rounding))
            self.ledger.derived[formula] = fact
        return FigureView(fact, self.ledger)


class EntryView:
    """An entry in a template: ``entry.invested``, ``entry.name``, ``entry.text``; iterates its children."""

    __slots__ = ("_entry", "_world")

    def __init__(self, entry: Entry, world: World) -> None:
        self._entry = entry
        self._world = world

    def __str__(self) -> str:
        return marks.name(self._entry.name)

    def __html__(self) -> str:
        return str(self)

    def __iter__(self) -> Iterator[EntryView]:
        return (self._world.entry(child) for child in self._entry.children.values())

    def __len__(self) -> int:
        return len(self._entry.children)

    def __bool__(self) -> bool:
        return True

    def known(self) -> list[str]:
        """The words that :meth:`lookup` finds; for error messages."""
        return sorted(self.words())

    def words(self) -> set[str]:
        """The same, in no order."""
        entry = self._entry
        words = {*entry.names, *entry.prose, *entry.facts, *entry.children, *entry.periods, "name", "children", "periods", "id", "shape"}
        return words | {alias for alias, key in keys_of(entry.shape).items() if key.name in words and alias != key.name}

    def lookup(self, word: str) -> Any:
        """Return what ``entry.word`` means, or None if nothing; a key's Chinese alias will do."""
        entry = self._entry
        if word not in entry.facts and not word.isascii():
            key = keys_of(entry.shape).get(word)
            word = key.name if key is not None and word not in entry.children else word
        if word in entry.facts:
            return FigureView(entry.facts[word], self._world.ledger)
        if word in entry.prose:
            return self._world.prose(entry, word)
        if word in entry.periods:
            return self._world.entry(entry.periods[word])
        if word in entry.children:
            return self._world.entry(entry.children[word])
        if word in entry.names:
            return NameView(entry.names[word])
        return self._general(word)

    def _general(self, word: str) -> Any:
        entry = self._entry
        if word == "name":
            return NameView(entry.name)
        if word == "children":
            return list(self)
        if word == "periods":
            return [self._world.entry(period) for period in entry.periods.values()]
        if word in ("id", "shape", "key"):
            return str(getattr(entry, word))
        if word == "flow":
            return entry.flow
        if word == "as_of" and entry.provenance.as_of is not None:
            return NameView(entry.provenance.as_of.display)
        if word in ("text", "heading", "label", "progress", "scope"):
            return NameView("")  # a text that may be left out is empty, not unknown
        return None


class World:
    """The facts of one report as a template sees them."""

    def __init__(self, facts: FactSet, ledger: Ledger, prose: Callable[[Entry, str], str]) -> None:
        self.facts = facts
        self.ledger = ledger
        self.prose = prose
        self._views: dict[str, EntryView] = {}

    def entry(self, entry: Entry) -> EntryView:
        """Return the view of ``entry``, always the same one."""
        view = self._views.get(entry.id)
        if view is None:
            view = self._views[entry.id] = EntryView(entry, self)
        return view

    def at(self, path: str, where: Position | None = None) -> EntryView:
        """Return the view of the entry at ``path``."""
        return self.entry(self.facts.entry(path, where))
