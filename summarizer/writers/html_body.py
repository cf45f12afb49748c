"""The body of a document as HTML fragments, for the page and for print.

Everything a person wrote is escaped here; what comes out is :class:`markupsafe.Markup`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from ..document import Block, Document, FigureRef, Heading, Paragraph, Table
from ..official import LEVEL_FONTS, PROFILES, Profile
from .columns import shape
from .html_marks import Atom, glued, joined, references
from .html_table import table
from .kinsoku import apart
from .marking import Marking, Piece, pieces
from .title import broken
from .widths import ems
from .wording import BLANK, attachment_labels, lead_end

#: A number or Latin word of up to this many characters is not broken over two lines, and no figure of so many 字.
SHORT, _CLOSE = 8, 2.5
#: A unit behind its number: a line may end between the two, not inside either (GB/T 15835-2011 5.1).
_UNIT = re.compile(r"(?<=</span>)([\u4e00-\u9fff]{2,3})$")
#: The end of a paragraph: at least two 字 with their marks, or a number with one, go on to the last line together.
_MARKS, _NUMBER = "[，。、；：！？…）》”’]*", '<span class="latin short">[^<]*</span>'
_TAIL = re.compile(rf"((?:[\u4e00-\u9fff]|{_NUMBER})[\u4e00-\u9fff]{_MARKS})((?:</(?:span|data|mark)>{_MARKS})*)$")
_LATIN = re.compile(r"[\u0021-\u007e](?:[\u0020-\u007e\u2030\u2103]*[\u0021-\u007e\u2030\u2103])?")


@dataclass(frozen=True, slots=True)
class Body:
    """Turns blocks into HTML.

    Args:
        draft: show a mark where a figure is published blank.
        keep: for print: numbers and Latin words are wrapped so that they get their own face and lines
            neither break nor spread inside them, and each paragraph's text once more, so that it can have a line height of its own: a
            character from another font must not push the lines apart.
        marking: the findings of a draft, and where they stand.
        profile: the page set-up, which decides what table is too wide for it.
    """

    draft: bool
    keep: bool = False
    marking: Marking | None = None
    profile: Profile = PROFILES["gbt9704"]
    _seen: set[int] = field(default_factory=set)
    _named: Counter[str] = field(default_factory=Counter)

    def blocks(self, blocks: Iterable[Block], below: int = 1, first: int = 0, title: str = "") -> Markup:
        """Return ``blocks``; a heading of level 1 becomes ``h2`` if ``below`` is 1.

        The first of them is the ``first``-th of the document. A table without a caption is named after ``title``. In print a wide
        table stands on turned pages, and its headings with it.
        """
        return _joined(self._groups(blocks, below, first, title))

    def _groups(self, blocks: Iterable[Block], below: int, first: int, title: str) -> list[tuple[bool, Markup]]:
        """Return the blocks each by itself, but a wide table together with the headings before it, and whether it is one."""
        groups: list[tuple[bool, Markup]] = []
        headings = 0
        for number, block in enumerate(blocks, first):
            groups.append((False, self.block(block, below, number, title)))
            if self.keep and isinstance(block, Table) and shape(block).wide(self.profile):
                along = [inside for _turned, inside in groups[-1 - headings :]]
                groups[-1 - headings :] = [(True, Markup("\n").join(along))]
            headings = headings + 1 if isinstance(block, Heading) else 0
        return groups

    def name(self, wanted: str) -> str:
        """Return a name that no table of the document has had: a screen reader tells them apart by it."""
        self._named[wanted] += 1
        return wanted if self._named[wanted] == 1 else f"{wanted}（{self._named[wanted]}）"

    def attachments(self, document: Document) -> list[dict[str, Any]]:
        """Return each attachment as the templates take it: label, title in one and in several lines, body.

        If it begins with a wide table, that is ``turned``, on whose page label and title stand, too.
        """
        made, first = [], len(document.body)
        for label, attachment in zip(attachment_labels(document.attachments), document.attachments, strict=True):
            groups = self._groups(attachment.body, 2, first, attachment.title)
            turned = groups.pop(0)[1] if groups and groups[0][0] else Markup("")
            inside = _joined(groups)
            lines = [self.line(line) for line in broken((attachment.title,), self.profile)]
            made.append({"label": label, "title": attachment.title, "lines": lines, "body": inside, "turned": turned})
            first += len(attachment.body)
        return made

    def block(self, block: Block, below: int = 1, number: int = 0, title: str = "") -> Markup:
        """Return one block, the ``number``-th of the document; a table without a caption is named after ``title``."""
        rows = pieces(block, self.marking.marks.get(number, ()) if self.marking else ())
        match block:
            case Heading():
                rank = min(6, _level(block.level) + below)
                inside = self._line(self.pieces([*rows[0], *rows[1]]))
                return Markup('<h{0} class="level{1}">{2}</h{0}>').format(rank, _level(block.level), inside)
            case Table():
                return table(block, self, rows, title)
            case Paragraph():
                return Markup(f"<p>{self._line(self.together(self._lead(block, rows[:-1]) + self.pieces(rows[-1])))}</p>")

    def title(self, lines: Iterable[str]) -> list[Markup]:
        """Return the lines of the title, the last with the numbers of the opinions about the whole document."""
        made = [self.line(line) for line in lines]
        if self.marking and self.marking.title:
            made = made or [Markup("")]
            made[-1] += references(self.marking.title, self._seen)
        return made

    def line(self, text: str) -> Markup:
        """Return plain text as the text of a whole paragraph."""
        return self._line(self.words(text))

    def together(self, inside: Markup) -> Markup:
        """Return the text of a paragraph or cell; in print no single 字 is left for its last line."""
        return Markup(_TAIL.sub(r'<span class="short">\1</span>\2', str(inside))) if self.keep else inside

    def _line(self, inside: Markup) -> Markup:
        return Markup(f"<span>{inside}</span>") if self.keep else inside

    def _lead(self, paragraph: Paragraph, rows: list[list[Piece]]) -> Markup:
        inside = self.pieces(piece for row in rows for piece in row)
        if not paragraph.lead:
            return inside
        inside += Markup(lead_end(paragraph))
        return Markup('<strong class="lead level{}">{}</strong>').format(_level(paragraph.level), inside)

    def pieces(self, row: Iterable[Piece]) -> Markup:
        """Return a row: what an opinion stands on in a mark, the number behind its end."""
        atoms: list[Atom] = []
        figure: list[Piece] = []
        for piece in row:
            if not isinstance(piece.inline, FigureRef):
                atoms.append(Atom(self.words(piece.text), piece.inside, piece.closes))
                continue
            figure.append(piece)
            if piece.last:
                atoms.append(self._figure(piece.inline, figure))
                figure = []
        return joined(atoms, self.marking, self._seen)

    def _figure(self, figure: FigureRef, parts: list[Piece]) -> Atom:
        attributes = [("value", figure.value), ("data-fact", figure.fact)]
        attributes += [(name, value) for name, value in (("data-unit", figure.unit), ("id", figure.anchor)) if value]
        under = parts[0].inside if len(parts) == 1 else ()
        if not figure.text:
            attributes.append(("class", "blank"))
            blank = Markup("{}" if under else "<mark>{}</mark>").format(BLANK)
            inside = blank if self.draft else Markup("")
        else:
            # An opinion about a part of a figure marks it inside, and its number waits for the figure's end.
            atoms = [Atom(self.words(piece.text), piece.inside if len(parts) > 1 else ()) for piece in parts]
            inside = joined(atoms, self.marking, self._seen)
            if len(figure.text) <= SHORT and (not self.keep or ems(figure.text) <= _CLOSE):
                attributes.append(("class", "short"))
            elif self.keep:
                inside = Markup(_UNIT.sub(r'<span class="short">\1</span>', str(inside)))
        written = "".join(f' {name}="{escape(value)}"' for name, value in attributes)
        closes = tuple(number for piece in parts for number in piece.closes)
        return Atom(Markup(f"<data{written}>{inside}</data>"), under, closes)

    def words(self, text: str) -> Markup:
        """Return plain text escaped; in print, numbers and Latin words each in a ``span``."""
        if not self.keep:
            return escape(text)
        return glued(Markup(f"<span>{_latin(part)}</span>") if own else _latin(part) for part, own in apart(text))


def _joined(groups: Iterable[tuple[bool, Markup]]) -> Markup:
    frame = Markup('<div class="turned">{}</div>')
    return Markup("\n").join(frame.format(inside) if turned else inside for turned, inside in groups)


def _latin(text: str) -> Markup:
    parts: list[Markup] = []
    at = 0
    for match in _LATIN.finditer(text):
        parts += [escape(text[at : match.start()]), _kept(match[0])]
        at = match.end()
    return glued((*parts, escape(text[at:]))) if parts else escape(text)


def _level(level: int) -> int:
    return min(max(level, 1), max(LEVEL_FONTS))


def _kept(text: str) -> Markup:
    return Markup(f'<span class="latin{" short" if len(text) <= SHORT else ""}">{escape(text)}</span>')
