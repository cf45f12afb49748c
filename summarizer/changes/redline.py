"""Two documents as one: what stayed, what is gone, what is new, part by part and word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..document import Document
from .align import Item, align
from .parts import Part, parts
from .words import Token, comparable, compare

Op = Literal["same", "gone", "new"]

#: Who makes the changes of a redline, unless the user names another office.
AUTHOR = "办公室"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words with one fate.

    Args:
        tokens: of what is the same, those of the document after.
    """

    op: Op
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """A part of either document, or one that belongs to both.

    Args:
        before, after: None where there is none.
        cells: the words of both, cell by cell.
    """

    before: Part | None
    after: Part | None
    cells: tuple[tuple[Stretch, ...], ...]

    @property
    def part(self) -> Part:
        """The part as it is now, or as it was last."""
        part = self.after or self.before
        assert part is not None
        return part

    @property
    def op(self) -> Op | Literal["changed"]:
        """What became of it as a whole."""
        if self.after is None:
            return "gone"
        if self.before is None:
            return "new"
        return "same" if all(stretch.op == "same" for cell in self.cells for stretch in cell) else "changed"


def redline(before: Document, after: Document) -> tuple[Merged, ...]:
    """Return the parts of both documents in one row."""
    mine, its = parts(before), parts(after)
    pairs = align([_item(part) for part in mine], [_item(part) for part in its])
    return tuple(
        _merged(mine[one] if one is not None else None, its[other] if other is not None else None) for one, other in pairs
    )


def _item(part: Part) -> Item:
    return (part.role, part.level, len(part.cells)), "\t".join(map(comparable, part.cells))


def _merged(before: Part | None, after: Part | None) -> Merged:
    if before is not None and after is not None:
        return Merged(before, after, tuple(tuple(stretches(a, b)) for a, b in zip(before.cells, after.cells, strict=True)))
    op: Op = "new" if before is None else "gone"
    part = before or after
    assert part is not None
    return Merged(before, after, tuple((Stretch(op, cell),) if cell else () for cell in part.cells))


def stretches(before: tuple[Token, ...], after: tuple[Token, ...]) -> Iterator[Stretch]:
    """Yield the words of two texts with their fates: what is gone stands before what came in its place."""
    if before == after:
        if after:
            yield Stretch("same", after)
        return
    for edit in compare(before, after):
        gone, new = before[slice(*edit.before)], after[slice(*edit.after)]
        if edit.same:
            yield Stretch("same", new)
            continue
        if gone:
            yield Stretch("gone", gone)
        if new:
            yield Stretch("new", new)
