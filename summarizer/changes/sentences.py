"""The sentences that are not what they were, and what about them changed: a figure alone, or the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from ..document import Origin
from .redline import Merged, Op, Stretch
from .words import Token, text_of

#: ``figures`` where nothing but figures changed, ``numbering`` where nothing but generated numbers did.
Change = Literal["same", "figures", "numbering", "wording", "new", "gone", "moved"]

_ENDS = frozenset("。！？")
_CLOSING = frozenset("”’）》」』】")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a heading, a row of a table, with what became of it.

    Args:
        part: the number of its part in the redline, from 0.
        under: the heading above it. row: of a table, from 1; else 0.
        origin: where its words are written; None for what nobody wrote.
    """

    part: int
    stretches: tuple[Stretch, ...]
    under: str = ""
    row: int = 0
    origin: Origin | None = None
    moved: bool = False

    @property
    def before(self) -> str:
        """As it was; empty for a new one."""
        return "".join(text_of(stretch.tokens) for stretch in self.stretches if stretch.op != "new")

    @property
    def after(self) -> str:
        """As it is; empty for one that is gone."""
        return "".join(text_of(stretch.tokens) for stretch in self.stretches if stretch.op != "gone")

    @property
    def facts(self) -> tuple[str, ...]:
        """Ids and formulas of its figures, before and after, each once."""
        return tuple(dict.fromkeys(token.fact for stretch in self.stretches for token in stretch.tokens if token.fact))

    @property
    def change(self) -> Change:
        """What about it changed."""
        ops = {stretch.op for stretch in self.stretches}
        if self.moved:
            return "moved"
        if ops <= {"same"}:
            return "same"
        if len(ops) == 1:
            return "gone" if "gone" in ops else "new"
        return _about([token for stretch in self.stretches if stretch.op != "same" for token in stretch.tokens])


def _about(tokens: list[Token]) -> Change:
    kinds = {token.kind for token in tokens}
    if kinds <= {"figure"}:
        return "figures"
    return "numbering" if kinds <= {"number"} else "wording"


def sentences(merged: Iterable[Merged]) -> tuple[Sentence, ...]:
    """Return every sentence of a redline in reading order; one that is gone here and new there has moved."""
    found = [sentence for number, item in enumerate(merged) for sentence in _of_part(number, item)]
    moved = {one.before for one in found if one.change == "gone"} & {one.after for one in found if one.change == "new"}
    return tuple(replace(one, moved=one.change in ("gone", "new") and (one.before or one.after) in moved) for one in found)


def _of_part(number: int, merged: Merged) -> Iterator[Sentence]:
    part = merged.part
    if part.role in ("row", "head"):
        yield Sentence(number, _row(merged), part.under, part.number, part.origin(0))
        return
    at = 0
    for group in _cut(merged.cells[0]):
        yield Sentence(number, group, part.under, 0, part.origin(at))
        shown = (stretch for stretch in group if stretch.op != "gone" or merged.after is None)
        at += sum(len(text_of(stretch.tokens)) for stretch in shown)


def _row(merged: Merged) -> tuple[Stretch, ...]:
    """Return the cells of a row with lines between them."""
    between: Op = "new" if merged.before is None else "gone" if merged.after is None else "same"
    flat: list[tuple[Op, Token]] = []
    for number, cell in enumerate(merged.cells):
        flat += [(between, Token(" | "))] if number else []
        flat += [(stretch.op, token) for stretch in cell for token in stretch.tokens]
    return _grouped(flat)


def _cut(cell: Iterable[Stretch]) -> Iterator[tuple[Stretch, ...]]:
    """Cut a paragraph behind the sentences that stand in it now, and behind those that are gone as a whole."""
    flat = [(stretch.op, token) for stretch in cell for token in stretch.tokens]
    start = 0
    for end, (op, token) in enumerate(flat, 1):
        if token.text[-1:] not in _ENDS or (end < len(flat) and flat[end][1].text[:1] in _CLOSING):
            continue
        if op != "gone" or all(fate == "gone" for fate, _token in flat[start:end]):
            yield _grouped(flat[start:end])
            start = end
    if start < len(flat):
        yield _grouped(flat[start:])


def _grouped(flat: list[tuple[Op, Token]]) -> tuple[Stretch, ...]:
    return tuple(Stretch(op, tuple(token for _op, token in group)) for op, group in groupby(flat, key=lambda pair: pair[0]))
