"""Tables as HTML: caption, scoped heads, decimal points under each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..document import Table, plain

if TYPE_CHECKING:
    from .html_body import Body

_NUMBER = re.compile(r"[-+－]?\d[\d,]*(?:\.(\d+))?")
#: A cell of up to this many characters is short: left to itself it would be squeezed by its neighbours.
SHORT = 8
#: How many characters a row of a table has room for on paper.
ROOM = 36
#: More missing decimals than this are not padded.
MOST = 6


def table(block: Table, body: Body) -> Markup:
    """Return a table; the first cell of a row is its head, the last row may be the total."""
    from .html_body import column_head

    names = [column_head(column) for column in block.columns]
    whole = _whole(names, block)
    heads = Markup("").join(
        Markup('<th scope="col" class="{}">{}</th>').format(_also_short(column.align, name, whole), body.words(name))
        for column, name in zip(block.columns, names, strict=True)
    )
    classes = _classes(block)
    rows = [
        Markup('<tr class="total">{}</tr>' if block.total and number == len(block.rows) - 1 else "<tr>{}</tr>").format(
            Markup("").join(
                Markup('<th scope="row" class="{}">{}</th>' if not place else '<td class="{}">{}</td>').format(
                    _also_short(kind, plain(cell), whole), body.inlines(cell)
                )
                for place, (cell, kind) in enumerate(zip(row, classes[number], strict=False))
            )
        )
        for number, row in enumerate(block.rows)
    ]
    caption = Markup("<caption>{}</caption>").format(body.words(block.caption)) if block.caption else Markup("")
    inside = Markup("{}\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>").format(caption, heads, Markup("\n").join(rows))
    label = block.caption or "表格"
    return Markup('<div class="scroll" role="region" aria-label="{}" tabindex="0"><table>{}</table></div>').format(label, inside)


def _whole(names: list[str], block: Table) -> bool:
    """Return whether all short cells fit on one line each without making the table too wide for paper."""
    columns = [[name, *(plain(row[place]) for row in block.rows if place < len(row))] for place, name in enumerate(names)]
    return sum(1 + max((len(text) for text in column if len(text) <= SHORT), default=2) for column in columns) <= ROOM


def _also_short(kind: str, text: str, whole: bool) -> str:
    return f"{kind} short" if whole and len(text) <= SHORT else kind


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
