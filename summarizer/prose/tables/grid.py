"""From the cells that a reader found to tables: which rows are heads, which columns labels, what holds for the whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...patterns import lazy
from ..ground import Ground
from .cells import Cell, as_unit, half
from .heads import Role, read_head
from .table import Column, Row, Table

_CAPTION = 80
"""Characters of the longest line that can be a caption or give the unit."""
_AROUND = 3
"""Paragraphs before and behind a table that may speak of it."""
_HEADS = 5
"""Rows of the tallest head."""
_UNIT = lazy(r"单位:\s*(?:人民币)?([^\s);。]{1,24})")
_MANY = lazy("[、，,/]")
_YEAR = lazy(r"(?<![0-9])(20[0-9]{2})(?:年度|年)")
_REAL = lazy("可比价|不变价|可比口径|同口径|按可比|剔除")
_BARE_YEAR = lazy(r"(?:19|20)[0-9]{2}")
_ORDER = lazy("序号|^序$|编号|行次|栏次|代码|编码")
_TOTAL = lazy(r"^(?:合计|总计|共计|总和|.{0,6}(?:合计|总计))$")
_PART = lazy("^(?:其中|#):?")
_LEVELS = (
    r"[一二三四五六七八九十]{1,3}[、.]", r"\([一二三四五六七八九十]{1,3}\)", r"[0-9]{1,2}[.、](?![0-9])", r"\([0-9]{1,2}\)", r"[①-⑳]",
)  # fmt: skip
_LEVEL = lazy("|".join(f"(?P<n{n}>{pattern})" for n, pattern in enumerate(_LEVELS, 1)))


def tables_of(ground: Ground, blocks: Sequence[object]) -> list[Table]:
    """Return the tables of a text that have a head and figures.

    Args:
        blocks: as the readers give them (``readers.base.BlockSpan``), in the order of the text.
    """
    found = []
    for first, last in _stretches(blocks):
        cells = [_cell(ground, block) for block in blocks[first:last] if block.kind == "table-cell"]  # type: ignore[attr-defined]
        before = _lines(ground, blocks, range(first - 1, -1, -1))
        behind = _lines(ground, blocks, range(last, len(blocks)))
        table = _table(ground, cells, before, behind)
        if table is not None:
            found.append(table)
    return found


def numbers_of(blocks: Iterable[object], text: str) -> list[tuple[int, int]]:
    """Return the cells that hold a number and no prose: what reads sentences leaves them out."""
    spans = [(b.start, b.end) for b in blocks if b.kind == "table-cell"]  # type: ignore[attr-defined]
    return [(start, end) for start, end in spans if end > start and _is_number(text[start:end])]


def _is_number(text: str) -> bool:
    return len(text) <= _CAPTION and Cell(0, 0, text, 0, 0).quantity is not None


def _stretches(blocks: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield where each table begins and ends among the blocks."""
    first = number = -1
    for n, block in enumerate(blocks):
        cell = getattr(block, "cell", None)
        here = cell.table if cell is not None else -1
        if here != number:
            if number >= 0:
                yield first, n
            first, number = n, here
    if number >= 0:
        yield first, len(blocks)


def _lines(ground: Ground, blocks: Sequence[object], numbers: Iterable[int]) -> list[str]:
    """Return the nearest short paragraphs beside a table."""
    lines: list[str] = []
    for n in numbers:
        block = blocks[n]
        if getattr(block, "cell", None) is not None or len(lines) == _AROUND:
            break
        lines.append(ground.text[block.start : min(block.end, block.start + 4 * _CAPTION)])  # type: ignore[attr-defined]
    return lines


def _cell(ground: Ground, block: object) -> Cell:
    start, end, at = block.start, block.end, block.cell  # type: ignore[attr-defined]
    indent = 0
    while start - indent > 0 and ground.text[start - indent - 1] in "\u3000\xa0 " and indent < 32:
        indent += 1
    wide = ground.text.count("\u3000", start - indent, start)
    return Cell(start, end, ground.text[start:end].strip("* "), at.row, at.column, at.span, at.head, indent + wide)


def _table(ground: Ground, cells: list[Cell], before: list[str], behind: list[str]) -> Table | None:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    lines = [rows[n] for n in sorted(rows)]
    caption = [line for line in before if len(line) <= _CAPTION]
    while lines and len(filled := [cell.text for cell in lines[0].values() if cell.text]) <= 1 and len(lines) > 1:
        caption = [*filled, *caption]
        lines = lines[1:]
    height = _height(lines)
    heads, body = lines[:height], [line for line in lines[height:] if not _again(line, lines[:height])]
    if not heads or not body:
        return None
    paths = _paths(heads)
    labels, units = _label_columns(paths, body)
    if not labels:
        return None
    columns = [_column(n, path) for n, path in sorted(paths.items()) if n > max(labels) and n != units and path]
    columns = [column for column in columns if column.role is not Role.OTHER or column.unit]
    made = [row for line in body if (row := _row(line, labels, units))]
    _carry_groups(made)
    text = "\n".join(caption)
    year = _YEAR.findall(text)
    real = bool(_REAL.search("\n".join([*caption, *behind])))
    return Table(ground, columns, made, _caption_unit(text), int(year[0]) if len(set(year)) == 1 else 0, real)


def _height(lines: Sequence[dict[int, Cell]]) -> int:
    """Return how many rows are heads: those before the first with a figure, but for years and numbers of columns."""
    for n, line in enumerate(lines[: _HEADS + 1]):
        texts = [cell.text for cell in line.values() if cell.text]
        if all(cell.head for cell in line.values()) and n + 1 < len(lines):
            continue
        figures = any(cell.quantity is not None and not _BARE_YEAR.fullmatch(cell.text) for cell in line.values())
        if (figures and not (n and _is_numbering(line))) or (n and len(texts) == 1):
            return n
    return 0


def _is_numbering(line: dict[int, Cell]) -> bool:
    """Whether a row numbers the columns: 甲, 1, 2, 3 or 栏次, 1, 2, 3=2/1."""
    texts = [cell.text for _, cell in sorted(line.items()) if cell.text]
    numbers = [text for text in texts if text[0].isdigit()]
    names = [text for text in texts if text not in numbers]
    return all(len(text) == 1 or text in ("栏次", "行次") for text in names) and len(numbers) > 1 and all(
        text == str(n) or text.startswith(f"{n}=") for n, text in enumerate(numbers, 1)
    )


def _again(line: dict[int, Cell], heads: Sequence[dict[int, Cell]]) -> bool:
    """Whether a row is the head again, at the top of another page."""
    texts = [cell.text for cell in line.values()]
    return any(texts == [cell.text for cell in head.values()] for head in heads)


def _paths(heads: Sequence[dict[int, Cell]]) -> dict[int, tuple[str, ...]]:
    """Return the heads over each column, from the top."""
    paths: dict[int, list[str]] = {}
    for n, line in enumerate(heads):
        if _is_numbering(line):
            continue
        for cell in _spread(line, heads[n + 1]) if n + 1 < len(heads) else line.values():
            for number in range(cell.column, cell.column + min(cell.span, 200)):
                path = paths.setdefault(number, [])
                if cell.text and cell.text not in path[-1:]:
                    path.append(cell.text)
    return {number: tuple(path) for number, path in paths.items()}


def _spread(line: dict[int, Cell], below: dict[int, Cell]) -> Iterator[Cell]:
    """Yield the cells of a row of heads; a blank one over a head of its own goes on with the one before it."""
    before = None
    for number, cell in sorted(line.items()):
        if cell.text or number not in below or not below[number].text:
            before = cell
        elif before is not None and before.text:
            cell = replace(cell, text=before.text)
        yield cell


def _label_columns(paths: dict[int, tuple[str, ...]], body: Sequence[dict[int, Cell]]) -> tuple[list[int], int]:
    """Return the columns that name the rows, and the one that gives their units (-1 for none)."""
    labels: list[int] = []
    units = -1
    for number in sorted(paths):
        texts = [line[number].text for line in body if number in line and line[number].text]
        name = re.sub(r"\s", "", "".join(paths[number]))
        if _ORDER.search(name) and not labels:
            continue
        if "单位" in name and texts and 2 * sum(bool(as_unit(text)) for text in texts) >= len(texts):
            units = number
            continue
        figures = sum(line[number].quantity is not None for line in body if number in line)
        if figures or not texts or _is_figures(name):
            break
        labels.append(number)
    return labels, units


def _is_figures(name: str) -> bool:
    """Whether a head is one of figures, all of which may be missing."""
    head = read_head(name)
    return bool(head.unit or head.year) or head.role not in (Role.LEVEL, Role.OTHER)


def _column(number: int, path: tuple[str, ...]) -> Column:
    heads = [read_head(text) for text in path]
    own, above = heads[-1], heads[:-1]
    texts = tuple(head.text for head in above)
    over = next((head for head in reversed(above) if head.role is not Role.LEVEL), None)
    role, group = own.role, texts
    if own.role is Role.LEVEL and over is not None and over.role is not Role.OTHER:
        role, group = over.role, (own.text,)
    unit = next((head.unit for head in reversed(heads) if head.unit), "")
    year = next((head.year for head in reversed(heads) if head.year), 0)
    return Column(number, own, role, year, texts, group, unit, own.text)


def _row(line: dict[int, Cell], labels: Sequence[int], units: int) -> Row | None:
    """Return a row of the body; None for one with nothing in it. One without label may still be part of a total."""
    named = [line[n] for n in labels if n in line and line[n].text]
    if not named:
        return Row("", read_head(""), line) if any(cell.quantity for cell in line.values()) else None
    cell = named[-1]
    written = re.sub(r"\s", "", half(cell.text))
    part = bool(_PART.match(written))
    written = _PART.sub("", written)
    numbering = _LEVEL.match(written)
    rank = int(numbering.lastgroup[1:]) if numbering and numbering.lastgroup else 0
    head = read_head(written[numbering.end() :] if numbering else written)
    unit = as_unit(line[units].text) if units in line else head.unit
    group = named[0].text if len(named) > 1 else ""
    label = re.sub(r"[*＊①-⑳]+$", "", head.text)
    return Row(
        label, head, line, unit, group, cell.indent, rank, part, bool(_TOTAL.match(label)), bool(re.fullmatch(".{0,8}小计", label))
    )


def _carry_groups(rows: Sequence[Row]) -> None:
    """Give rows under a merged cell its label."""
    group = ""
    grouped = Counter(bool(row.group) for row in rows)[True] > 0
    for row in rows:
        if row.total:
            group = ""
        elif grouped:
            group = row.group = row.group or group


def _caption_unit(caption: str) -> str:
    """Return the one unit that the caption gives; empty where it gives several."""
    found = {name for match in _UNIT.finditer(half(caption)) for name in _MANY.split(match[1])}
    amounts = {unit for name in found if (unit := as_unit(name)) and unit != "%"}
    return amounts.pop() if len(amounts) == 1 and len(found - {"%"}) == 1 else ""
