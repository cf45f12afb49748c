"""Tables as HTML: caption, scoped heads, decimal points under each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from ..document import Column, Table, plain
from ..official import SIZES, Profile
from .columns import NOTHING, Shape, shape
from .html_marks import glued
from .widths import ems
from .wording import column_head

if TYPE_CHECKING:
    from .html_body import Body
    from .marking import Piece

_NUMBER = re.compile(r"[-+－]?\d[\d,]*(?:\.(\d+))?")
#: A cell of up to this many characters is short: left to itself it would be squeezed by its neighbours.
#: The second number is for tables of many columns.
SHORT = (8, 4)
#: More missing decimals than this are not padded.
MOST = 6


def table(block: Table, body: Body, pieces: list[list[Piece]], title: str = "") -> Markup:
    """Return a table; the first cell of a row is its head, the last row may be the total.

    Args:
        pieces: the caption, or the first head of a table without one; then every cell.
        title: of the attachment it stands in: names a table without a caption.
    """
    made = shape(block)
    texts = [[made.shown(plain(cell), place) for place, cell in enumerate(row)] for row in block.rows]
    turned = body.keep and made.wide(body.profile)
    small = body.keep and made.size(body.profile) != "小四"
    room = _room(body.profile, "五号" if small else "小四", turned=turned)
    # On paper the columns have the widths of the Word file, in which whatever is short fits.
    columns = _columns(made.shares(room)) if body.keep else Markup("")
    limit = 0 if body.keep else _limit(made, texts, room)
    caption = Markup("<caption>{}</caption>").format(body.pieces(pieces[0])) if block.caption else Markup("")
    heads = Markup("").join(
        Markup('<th scope="col" class="{}">{}</th>').format(
            _also_short(column.align, column_head(column), 0 if column.unit else limit),
            _head(column, body) if place or block.caption or column.unit else body.pieces(pieces[0]),
        )
        for place, column in enumerate(made.columns)
    )
    classes = _classes(made, texts)
    starts = [*accumulate((len(row) for row in block.rows), initial=1)]
    rows = [
        Markup('<tr class="total">{}</tr>' if block.total and number == len(block.rows) - 1 else "<tr>{}</tr>").format(
            glued(
                _cell(place, _also_short(kind, text, limit), body, _trimmed(pieces[starts[number] + place], made.cut[place]))
                for place, (text, kind) in enumerate(zip(row, classes[number], strict=True))
            )
        )
        for number, row in enumerate(texts)
    ]
    inside = Markup("{}{}\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>").format(caption, columns, heads, Markup("\n").join(rows))
    frame = Markup('<div class="scroll" role="region" aria-label="{}" tabindex="0"><table{}>{}</table></div>')
    return frame.format(body.name(block.caption or title or "表格"), Markup(' class="small"') if small else "", inside)


def _cell(place: int, kind: str, body: Body, pieces: list[Piece]) -> Markup:
    """Return a cell; the first of a row is its head."""
    inside = body.together(body.pieces(pieces))
    return Markup(f'<td class="{escape(kind)}">{inside}</td>' if place else f'<th scope="row" class="{escape(kind)}">{inside}</th>')


def _room(profile: Profile, size: str, *, turned: bool) -> float:
    """Return how many 字 of a table's text go into the 版心."""
    width = profile.page_height - profile.top - profile.bottom if turned else profile.page_width - profile.left - profile.right
    return width / 25.4 * 72 / SIZES[size]


def _columns(widths: Sequence[float]) -> Markup:
    cols = Markup("").join(Markup('<col style="width: {}%">').format(round(100 * width / sum(widths), 3)) for width in widths)
    return Markup("<colgroup>{}</colgroup>").format(cols)


def _lines(column: Column) -> tuple[str, ...]:
    """Return a head and its unit apart, which may stand on a line of its own."""
    return (column.head, f"（{column.unit}）") if column.unit else (column.head,)


def _head(column: Column, body: Body) -> Markup:
    """Return a column's head; it turns before its unit if it must."""
    if not column.unit:
        return body.words(column.head)
    # On paper the columns are narrow, and a long name turns, too.
    name = Markup("{}" if body.keep else '<span class="short">{}</span>').format(body.words(column.head))
    return Markup('{}<span class="short">（{}）</span>').format(name, body.words(column.unit))


def _trimmed(cell: Sequence[Piece], unit: str) -> list[Piece]:
    """Return the pieces of a cell without the unit that its head shows; opinions stay on what is left."""
    left = len(unit) if unit and "".join(piece.text for piece in cell).endswith(unit) else 0
    made: list[Piece] = []
    for piece in reversed(cell):
        gone = min(left, len(piece.text))
        left -= gone
        made.append(replace(piece, text=piece.text[: len(piece.text) - gone]))
    return made[::-1]


def _limit(made: Shape, texts: list[list[str]], room: float) -> float:
    """Return up to which width cells stay on one line so that the table is not too wide for paper."""
    held = [[*_lines(column), *(row[place] for row in texts if place < len(row))] for place, column in enumerate(made.columns)]
    for limit in SHORT:
        if sum(1 + max((ems(text) for text in column if ems(text) <= limit), default=2) for column in held) <= room:
            return limit
    return 0


def _also_short(kind: str, text: str, limit: float) -> str:
    return f"{kind} short" if limit and ems(text) <= limit else kind


def _classes(made: Shape, texts: list[list[str]]) -> list[list[str]]:
    """Return a class for each cell; ``miss2`` says that two decimals are missing. What says nothing stands in the middle."""
    classes: list[list[str]] = [[column.align for column, _text in zip(made.columns, row, strict=False)] for row in texts]
    for place, column in enumerate(made.columns):
        if column.align != "decimal":
            continue
        found = [_NUMBER.search(row[place]) if place < len(row) else None for row in texts]
        digits = [len(match[1] or "") if match else 0 for match in found]
        widest = max(digits, default=0)
        for number, match in enumerate(found):
            if match and 0 < widest - digits[number] <= MOST:
                point = "" if digits[number] else " nopoint"
                classes[number][place] = f"decimal miss{widest - digits[number]}{point}"
    return [
        ["center" if text in NOTHING else kind for kind, text in zip(kinds, row, strict=False)]
        for kinds, row in zip(classes, texts, strict=True)
    ]
