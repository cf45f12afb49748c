"""Places: of facts and values in YAML files, of offsets in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from ..claims.base import Place
from ..facts.factset import Fact, FactSet
from ..facts.source import Node, Scalar, Sequence, Source
from ..patterns import lazy

_LINE_END = lazy("\r\n|\r|\n")


def fact_place(facts: FactSet, fact: Fact) -> Place:
    """Return where the value of ``fact`` is written; of a derived one, where its first operand is."""
    if not fact.end and fact.derivation is not None:
        fact = facts.facts.get(fact.derivation.operands[0], fact)
    source = source_of(facts, fact.where.path)
    if source is None or not fact.end:
        return Place(fact.where.path, fact.where.line, fact.where.column)
    return Place(fact.where.path, fact.where.line, fact.where.column, fact.start, fact.end, source.text[fact.start : fact.end])


def scalar_place(facts: FactSet, scalar: Scalar, start: int = 0, end: int | None = None) -> Place:
    """Return where ``scalar`` is written, or the characters from ``start`` to ``end`` of its text if they stand there as they are."""
    source = source_of(facts, scalar.where.path)
    if source is None:
        return Place(scalar.where.path, scalar.where.line, scalar.where.column)
    written = source.text[scalar.start : scalar.end]
    low, high = scalar.start, scalar.end
    if end is not None and (at := written.find(scalar.text)) >= 0:
        low, high = low + at + start, low + at + end
    where = source.place(low)
    return Place(source.name, where.line, where.column, low, high, source.text[low:high])


def source_of(facts: FactSet, path: str) -> Source | None:
    """Return the file of the report that ``path`` names, with or without its folder."""
    return facts.sources.get(path.rsplit("/", 1)[-1])


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every value below ``node`` in file order; keys are left out."""
    if isinstance(node, Scalar):
        yield node
    else:
        for item in node.items if isinstance(node, Sequence) else node.items.values():
            yield from scalars(item)


class Lines:
    """Lines and columns of a text, by offset."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._starts: list[int] = []

    def place(self, start: int, end: int) -> Place:
        """Return the place of ``text[start:end]``."""
        if not self._starts:
            self._starts = self._line_starts()
        line = bisect_right(self._starts, start)
        return Place(self._path, line, start - self._starts[line - 1] + 1, start, end, self._text[start:end])

    def _line_starts(self) -> list[int]:
        if "\r" in self._text:
            return [0, *(match.end() for match in _LINE_END.finditer(self._text))]
        return [0, *accumulate([len(line) + 1 for line in self._text.split("\n")[:-1]])]
