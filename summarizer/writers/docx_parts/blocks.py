"""The blocks of the body: headings, paragraphs, run-in headings.

A run-in heading wears the character style that is linked to its level's heading style. Word's table
of contents takes exactly that text; the navigation pane, which lists whole paragraphs only, does not.
The two ways to get it there were left aside: an outline level on the paragraph would list its full
text, and a style separator splits it into two paragraphs, which LibreOffice and WPS show as two.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...document import Block, Heading, Inlines, Paragraph, Table, Text, plain
from ...official import LEVEL_FONTS
from .elements import Element, paragraph
from .inlines import Scribe
from .tables import table_elements

_END_MARKS = tuple("。！？：；…")


def block_elements(scribe: Scribe, blocks: Iterable[Block]) -> list[Element]:
    """Return the elements of ``blocks`` in order."""
    made: list[Element] = []
    for block in blocks:
        if isinstance(block, Table):
            made += table_elements(scribe, block)
        elif isinstance(block, Heading):
            content = (Text(block.number), *block.content)
            made.append(paragraph(f"Heading{_level(block.level)}", scribe.inlines(content)))
        else:
            made.append(_paragraph(scribe, block))
    return made


def _level(level: int) -> int:
    return min(max(level, 1), max(LEVEL_FONTS))


def _paragraph(scribe: Scribe, block: Paragraph) -> Element:
    lead: Inlines = (Text(block.number), *block.lead)
    if not block.lead:
        return paragraph("OfficialBody", scribe.inlines((*lead, *block.content)))
    if not plain(block.lead).rstrip().endswith(_END_MARKS):
        lead = (*lead, Text("。"))
    dress = f"Heading{_level(block.level)}Char" if block.level else ""
    return paragraph("OfficialBody", [*scribe.inlines(lead, dress), *scribe.inlines(block.content)])
