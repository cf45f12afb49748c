"""Tables as HTML: caption, scoped heads, decimal points under each other."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..document import Table, plain
from .wording import column_head

if TYPE_CHECKING:
    from .html_body import Body
    from .marking import Piece

_NUMBER = re.compile(r"[-+－]?\d[\d,]*(?:\.(\d+))?")
#: A cell of up to this many characters is short: left to itself it would be squeezed by its neighbours.
#: The second number is for tables of many columns.
SHORT = (8, 4)
#: How many characters a row of a table has room for on paper.
ROOM = 36
#: More missing decimals than this are not padded.
MOST = 6


def table(block: Table, body: Body, pieces: list[list[Piece]]) -> Markup:
    """Return a table; the first cell of a row is its head, the last row may be the total.

    Args:
        pieces: the caption, or the first head of a table without one; then every cell.
    """
    names = [column_head(column) for column in block.columns]
    limit = _limit(names, block)
    caption = Markup("<caption>{}</caption>").format(body.pieces(pieces[0])) if block.caption else Markup("")
    heads = Markup("").join(
        Markup('<th scope="col" class="{}">{}</th>').format(
            _also_short(column.align, name, limit), body.words(name) if place or block.caption else body.pieces(pieces[0])
        )
        for place, (column, name) in enumerate(zip(block.columns, names, strict=True))
    )
    classes = _classes(block)
    starts = [*accumulate((len(row) for row in block.rows), initial=1)]
    rows = [
        Markup('<tr class="total">{}</tr>' if block.total and number == len(block.rows) - 1 else "<tr>{}</tr>").format(
            Markup("").join(
                Markup('<th scope="row" class="{}">{}</th>' if not place else '<td class="{}">{}</td>').format(
                    _also_short(kind, plain(cell), limit), body.pieces(pieces[starts[number] + place])
                )
                for place, (cell, kind) in enumerate(zip(row, classes[number], strict=False))
            )
        )
        for number, row in enumerate(block.rows)
    ]
    inside = Markup("{}\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>").format(caption, heads, Markup("\n").join(rows))
    label = block.caption or "表格"
    return Markup('<div class="scroll" role="region" aria-label="{}" tabindex="0"><table>{}</table></div>').format(label, inside)


def _limit(names: list[str], block: Table) -> float:
    """Return up to which width cells stay on one line so that the table is not too wide for paper."""
    columns = [[name, *(plain(row[place]) for row in block.rows if place < len(row))] for place, name in enumerate(names)]
    for limit in SHORT:
        if sum(1 + max((_width(text) for text in column if _width(text) <= limit), default=2) for column in columns) <= ROOM:
            return limit
    return 0


def _width(text: str) -> float:
    """Return the width of ``text`` in Chinese characters."""
    return sum(0.5 if char < "\u2000" else 1 for char in text)


def _also_short(kind: str, text: str, limit: float) -> str:
    return f"{kind} short" if _width(text) <= limit else kind


def _classes(block: Table) -> list[list[str]]:
    """Return a class for each cell; in a decimal column ``miss2`` says that two decimals are missing."""
    classes: list[list[str]] = [[column.align for column in block.columns] for _row in block.rows]
    for place, column in enumerate(block.columns):
        if column.align != "decimal":
            continue
        found = [_NUMBER.search(plain(row[place])) if place < len(row) else None for row in block.rows]
        digits = [len(match[1] or "") if match else 0 for match in found]
        widest = max(digits, default=0)
        for number, match in enumerate(found):
            if match and 0 < widest - digits[number] <= MOST:
                point = "" if digits[number] else " nopoint"
                classes[number][place] = f"decimal miss{widest - digits[number]}{point}"
    return classes
