"""Tables in plain text: lines that stand one below the other with as many tabs, bars or wide gaps in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..patterns import lazy
from .base import BlockSpan, Cell, trimmed

_MARKS = (lazy("\t"), lazy("\t+"), lazy(r"(?<!\\)[|｜│]"), lazy("[ \u3000\xa0]{2,}"))
"""What stands between cells; the first that divides all lines into as many is it."""
_FIRST_LOOK = lazy("[\t|｜│ \u3000\xa0](?:(?<=[\t|｜│])|[ \u3000\xa0](?<=[ \u3000\xa0]{2}))")
#: The same for a whole text, one character after the other: that is many times faster.
_DIVIDERS, _GAPS = "\t|｜│", {blank: lazy(f"{blank}[ \u3000\xa0]") for blank in " \u3000\xa0"}
_LEAST = 3
"""Lines of a table, with its head."""
_LONGEST = 60
_NUMBER = lazy(r"[-−+±]?[0-9][0-9,，.\s]*(?:%|％|‰)?|[-—–/－]{1,2}|")
_SENTENCE = ("。", "；", "！", "？")


def with_tables(text: str, blocks: Sequence[BlockSpan]) -> list[BlockSpan]:
    """Return the lines of a text with the cells of those that make a table."""
    if not any(mark in text for mark in _DIVIDERS) and not any(blank in text and gap.search(text) for blank, gap in _GAPS.items()):
        return list(blocks)
    found: list[BlockSpan] = []
    tables = 1 + max((block.cell.table for block in blocks if block.cell is not None), default=-1)
    for run in _runs(text, blocks):
        rows = _rows(text, run)
        if rows is None:
            found += run
            continue
        for number, (block, cells) in enumerate(zip(run, rows, strict=True)):
            found.append(BlockSpan(block.start, block.end, "table-row", cell=Cell(tables, number)))
            found += (BlockSpan(*cell, "table-cell", cell=Cell(tables, number, column)) for column, cell in enumerate(cells))
        tables += 1
    return found


def _runs(text: str, blocks: Sequence[BlockSpan]) -> Iterator[list[BlockSpan]]:
    """Yield lines that follow each other and may be rows, together; each other line by itself."""
    run: list[BlockSpan] = []
    for block in blocks:
        line = text[block.start : block.end]
        may_be = block.kind == "paragraph" and _FIRST_LOOK.search(line) is not None and not any(mark in line for mark in _SENTENCE)
        if run and (not may_be or not _adjacent(text, run[-1], block)):
            yield from [run] if len(run) >= _LEAST else [[one] for one in run]
            run = []
        if may_be:
            run.append(block)
        else:
            yield [block]
    yield from [run] if len(run) >= _LEAST else [[one] for one in run]


def _adjacent(text: str, one: BlockSpan, other: BlockSpan) -> bool:
    return len(re.findall("\r\n|\r|\n", text[one.end : other.start])) == 1


def _rows(text: str, run: list[BlockSpan]) -> list[list[tuple[int, int]]] | None:
    """Return where the cells of each line stand; None where they make no table."""
    if len(run) < _LEAST:
        return None
    for mark in _MARKS:
        if mark.search(text, run[0].start, run[0].end) is None:
            continue
        rows = [_cells(text, block, mark) for block in run]
        even = len(rows[0]) > 1 and all(len(row) == len(rows[0]) for row in rows)
        if even and all(any(start < end for start, end in column) for column in zip(*rows, strict=True)) and _has_figures(text, rows):
            return rows
    return None


def _cells(text: str, block: BlockSpan, mark: re.Pattern[str]) -> list[tuple[int, int]]:
    bars = [match.span() for match in mark.finditer(text, block.start, block.end)]
    edges = [(block.start, block.start), *bars, (block.end, block.end)]
    if bars and bars[0][0] == block.start and text[block.start] in "|｜│":
        edges.pop(0)
    if bars and bars[-1][1] == block.end and text[block.end - 1] in "|｜│":
        edges.pop()
    return [trimmed(text, left[1], right[0]) for left, right in pairwise(edges)]


def _has_figures(text: str, rows: list[list[tuple[int, int]]]) -> bool:
    """Whether all lines below the head have a name first and numbers behind it, but for one word in three."""
    body = [[text[start:end] for start, end in row] for row in rows[1:]]
    cells = [cell for row in body for cell in row[1:]]
    numbers = [cell for cell in cells if _NUMBER.fullmatch(cell)]
    head = [text[start:end] for start, end in rows[0]]
    short = all(len(cell) <= _LONGEST for row in body for cell in row)
    named = sum(bool(cell) and not _NUMBER.fullmatch(cell) for cell in head) > 1
    return short and named and any(any(c.isdigit() for c in cell) for cell in numbers) and 3 * len(numbers) >= 2 * len(cells)
