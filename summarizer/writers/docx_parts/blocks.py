"""The blocks of the body: headings, paragraphs, run-in headings.

A run-in heading wears the character style that is linked to its level's heading style. Word's table
of contents takes exactly that text; the navigation pane, which lists whole paragraphs only, does not.
The two ways to get it there were left aside: an outline level on the paragraph would list its full
text, and LibreOffice 7.4 shows a style separator as what it is without Word, two paragraphs: each such
heading a line more, its text two 字 in again, and the separator gone when the file is saved.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...document import Block, Heading, Paragraph, Table, Text
from ...official import LEVEL_FONTS
from ..columns import shape
from ..marking import Piece
from ..wording import lead_end
from .elements import Element, paragraph
from .inlines import Scribe
from .sections import section
from .styles import STYLES
from .tables import table_elements

#: Styles of paragraphs that stay with what follows.
_KEPT = frozenset(style.id for style in STYLES if style.keep)


def add_blocks(made: list[Element], scribe: Scribe, blocks: Iterable[Block], first: int = 0) -> None:
    """Put the elements of ``blocks`` behind ``made``; the first is the ``first``-th block of the document.

    A wide table has a landscape section of its own, to which its headings come along.
    """
    for number, block in enumerate(blocks, first):
        rows = scribe.rows(block, number)
        if isinstance(block, Table):
            layout = shape(block)
            if not layout.wide(scribe.profile):
                made += table_elements(scribe, block, layout, rows)
                continue
            at = len(made)
            while at and getattr(made[at - 1], "style", None) in _KEPT:
                at -= 1
            made.insert(at, section(scribe.profile, "portrait", draft=scribe.draft))
            made += table_elements(scribe, block, layout, rows, landscape=True)
            made.append(section(scribe.profile, "landscape", draft=scribe.draft))
        elif isinstance(block, Heading):
            made.append(_heading(scribe, block, rows))
        else:
            made.append(_paragraph(scribe, block, rows))


def _level(level: int) -> int:
    return min(max(level, 1), max(LEVEL_FONTS))


def _heading(scribe: Scribe, block: Heading, rows: list[list[Piece]]) -> Element:
    level = _level(block.level)
    properties, numbered = scribe.numbers.properties(level, block.number, styled=True)
    inside = [*scribe.number(rows[0]), *scribe.pieces(rows[1])] if numbered else scribe.pieces([*rows[0], *rows[1]])
    return paragraph(f"Heading{level}", inside, *properties)


def _paragraph(scribe: Scribe, block: Paragraph, rows: list[list[Piece]]) -> Element:
    if not block.lead:
        return paragraph("OfficialBody", scribe.pieces([*rows[0], *rows[1]]))
    number, lead, content = rows
    end = lead_end(block)
    if end:
        lead = [*lead, Piece(Text(end), end)]
    dress = f"Heading{_level(block.level)}Char" if block.level else ""
    properties, numbered = scribe.numbers.properties(block.level, block.number, styled=False)
    before = [*scribe.number(number), *scribe.pieces(lead, dress)] if numbered else scribe.pieces([*number, *lead], dress)
    return paragraph("OfficialBody", [*before, *scribe.pieces(content)], *properties)
