"""The body of a document as HTML fragments, for the page and for print.

Everything a person wrote is escaped here; what comes out is :class:`markupsafe.Markup`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..document import Attachment, Block, Column, FigureRef, Heading, Inline, Inlines, Paragraph, Table, plain
from ..official import LEVEL_FONTS
from .html_table import table

#: What a draft shows in place of a figure published blank.
BLANK = "〔空白〕"
#: A figure of up to this many characters is not broken over two lines.
SHORT = 8
_ENDS = "。！？：；，、…．!?:;"
_LATIN = re.compile(r"[\u0021-\u007e](?:[\u0020-\u007e\u2030\u2103]*[\u0021-\u007e\u2030\u2103])?")


def lead_text(paragraph: Paragraph) -> str:
    """Return a run-in heading with its number and its end mark; the bare number without one."""
    lead = plain(paragraph.lead)
    return paragraph.number + lead + lead_end(paragraph)


def lead_end(paragraph: Paragraph) -> str:
    """Return the 。 that a run-in heading still lacks (GB/T 9704-2012 7.3.3)."""
    lead = plain(paragraph.lead).rstrip()
    return "。" if lead and lead[-1] not in _ENDS else ""


def column_head(column: Column) -> str:
    """Return a column's name with its unit."""
    return f"{column.head}（{column.unit}）" if column.unit else column.head


def attachment_labels(attachments: Sequence[Attachment]) -> list[str]:
    """Return 附件, or 附件1, 附件2, … if there are several."""
    return [f"附件{n}" if len(attachments) > 1 else "附件" for n in range(1, len(attachments) + 1)]


def attachment_list(attachments: Sequence[Attachment]) -> list[str]:
    """Return the lines of the 附件说明: the first begins with 附件：, numbers only if there are several."""
    if len(attachments) == 1:
        return [f"附件：{attachments[0].title}"]
    return [f"{'附件：' if n == 1 else ''}{n}.{attachment.title}" for n, attachment in enumerate(attachments, 1)]


@dataclass(frozen=True, slots=True)
class Body:
    """Turns blocks into HTML.

    Args:
        draft: show a mark where a figure is published blank.
        keep: for print: numbers and Latin words are wrapped so that they get their own face and lines
            neither break nor spread inside them, and each paragraph's text once more, so that it can have a line height of its own: a
            character from another font must not push the lines apart.
    """

    draft: bool
    keep: bool = False

    def blocks(self, blocks: Iterable[Block], below: int = 1) -> Markup:
        """Return ``blocks``; a heading of level 1 becomes ``h2`` if ``below`` is 1."""
        return Markup("\n").join(self.block(block, below) for block in blocks)

    def block(self, block: Block, below: int = 1) -> Markup:
        """Return one block."""
        match block:
            case Heading():
                rank = min(6, _level(block.level) + below)
                inside = self._line(self.words(block.number) + self.inlines(block.content))
                return Markup('<h{0} class="level{1}">{2}</h{0}>').format(rank, _level(block.level), inside)
            case Table():
                return table(block, self)
            case Paragraph():
                return Markup("<p>{}</p>").format(self._line(self._lead(block) + self.inlines(block.content)))

    def line(self, text: str) -> Markup:
        """Return plain text as the text of a whole paragraph."""
        return self._line(self.words(text))

    def _line(self, inside: Markup) -> Markup:
        return Markup("<span>{}</span>").format(inside) if self.keep else inside

    def _lead(self, paragraph: Paragraph) -> Markup:
        if not paragraph.lead:
            return self.words(paragraph.number)
        inside = self.words(paragraph.number) + self.inlines(paragraph.lead) + Markup(lead_end(paragraph))
        return Markup('<strong class="lead level{}">{}</strong>').format(_level(paragraph.level), inside)

    def inlines(self, content: Inlines) -> Markup:
        """Return a row of inlines."""
        return Markup("").join(self._inline(inline) for inline in content)

    def _inline(self, inline: Inline) -> Markup:
        return self._figure(inline) if isinstance(inline, FigureRef) else self.words(inline.text)

    def _figure(self, figure: FigureRef) -> Markup:
        attributes = [("value", figure.value), ("data-fact", figure.fact)]
        attributes += [(name, value) for name, value in (("data-unit", figure.unit), ("id", figure.anchor)) if value]
        inside = self.words(figure.text)
        if not figure.text:
            attributes.append(("class", "blank"))
            inside = Markup("<mark>{}</mark>").format(BLANK) if self.draft else Markup("")
        elif len(figure.text) <= SHORT:
            attributes.append(("class", "short"))
        written = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in attributes)
        return Markup("<data{}>{}</data>").format(written, inside)

    def words(self, text: str) -> Markup:
        """Return plain text escaped; in print, numbers and Latin words each in a ``span``."""
        if not self.keep:
            return escape(text)
        parts, at = [], 0
        for match in _LATIN.finditer(text):
            parts += [escape(text[at : match.start()]), _kept(match[0])]
            at = match.end()
        return Markup("").join((*parts, escape(text[at:])))


def _level(level: int) -> int:
    return min(max(level, 1), max(LEVEL_FONTS))


def _kept(text: str) -> Markup:
    return Markup('<span class="latin{}">{}</span>').format(" short" if len(text) <= SHORT else "", text)
