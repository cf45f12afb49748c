"""A document as it is measured: one neutral layer that both extractors fill and all checks read.

Lengths are in points unless a name says millimetres; heights count from the paper's top, distances to
the left and right from the edges of the 版心.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from ..i18n import N_

MM = 72 / 25.4

Align = Literal["left", "center", "right", "both", ""]


class Role(StrEnum):
    """What a paragraph is. The values are the keys of :data:`summarizer.official.ELEMENTS`."""

    COPY_NUMBER = "copy-number"
    SECRECY = "secrecy"
    URGENCY = "urgency"
    ISSUER = "issuer"
    DOCUMENT_NUMBER = "document-number"
    TITLE = "title"
    ADDRESSEE = "addressee"
    LEVEL_1 = "level-1"
    LEVEL_2 = "level-2"
    LEVEL_3 = "level-3"
    LEVEL_4 = "level-4"
    BODY = "body"
    ATTACHMENT_LIST = "attachment-list"
    SIGNATURE = "signature"
    DATE = "date"
    NOTE = "note"
    ATTACHMENT_LABEL = "attachment-label"
    ATTACHMENT_TITLE = "attachment-title"
    CAPTION = "caption"
    TABLE = "table"
    COPIES = "copies"
    PRINTED = "printed"


#: Roles as a person reads them.
ROLE_WORDS = {
    Role.COPY_NUMBER: N_("copy number (份号)"),
    Role.SECRECY: N_("secrecy (密级)"),
    Role.URGENCY: N_("urgency (紧急程度)"),
    Role.ISSUER: N_("issuer's name (发文机关标志)"),
    Role.DOCUMENT_NUMBER: N_("document number (发文字号)"),
    Role.TITLE: N_("title (标题)"),
    Role.ADDRESSEE: N_("addressee (主送机关)"),
    Role.LEVEL_1: N_("level 1 (一、)"),
    Role.LEVEL_2: N_("level 2 (（一）)"),
    Role.LEVEL_3: N_("level 3 (1.)"),
    Role.LEVEL_4: N_("level 4 (（1）)"),
    Role.BODY: N_("body (正文)"),
    Role.ATTACHMENT_LIST: N_("list of attachments (附件说明)"),
    Role.SIGNATURE: N_("signature (署名)"),
    Role.DATE: N_("date (成文日期)"),
    Role.NOTE: N_("note (附注)"),
    Role.ATTACHMENT_LABEL: N_("attachment's label (附件)"),
    Role.ATTACHMENT_TITLE: N_("attachment's title (附件标题)"),
    Role.CAPTION: N_("caption (表题)"),
    Role.TABLE: N_("table (表格)"),
    Role.COPIES: N_("copies to (抄送)"),
    Role.PRINTED: N_("printed by (印发机关)"),
}

LEVELS = (Role.LEVEL_1, Role.LEVEL_2, Role.LEVEL_3, Role.LEVEL_4)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters in one type.

    Args:
        script: ``han`` for 汉字 and full-width marks, ``mark`` for “ ” ‘ ’ — … ·, which a wrong slot turns Latin, ``latin`` for the rest.
        font: the face's name as the file has it. size: in points.
        colour: six hexadecimal digits, empty for black. theme: whether the face comes from the Word theme.
    """

    text: str
    script: Literal["han", "mark", "latin"]
    font: str
    size: float
    bold: bool = False
    colour: str = ""
    theme: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a page, or as wide as a page would have it.

    Args:
        left, right: of its characters' boxes, from the paper's left edge. base: the baseline. top, bottom: of its ink.
        em: the width of a Chinese character, its spacing included. size: the font size of most characters.
        hang: how much of the last character is the empty half of a punctuation mark.
    """

    page: int
    number: int
    text: str
    stretches: tuple[Stretch, ...]
    left: float
    right: float
    base: float
    top: float
    bottom: float
    em: float
    size: float
    hang: float = 0.0


@dataclass(frozen=True, slots=True)
class Pitch:
    """The distance from line to line.

    Args:
        rule: ``exact``; ``grid``: the document grid gives it; ``least`` or ``multiple``: the font has a say; ``measured``.
        written: as a person would name it, such as ``1.5``.
    """

    points: float
    rule: Literal["exact", "grid", "least", "multiple", "measured"]
    written: str = ""


@dataclass(slots=True)
class Para:
    """A paragraph with all that styles and direct formatting make of it.

    Args:
        number: counted from 1 in the file. page: counted from 1, 0 if not known.
        generated: characters at the start that automatic numbering makes; listing: its id and level from 0.
        indent: where the first line begins; turn: where the others do (None if there is no other).
        inset: from the end of the text to the right edge (of the last line, if it is known).
        gap: blank lines above; None at a page's top. top: of the first line, from the 版心's top; None if unknown.
        new_page: whether it begins a page; begun: by a break before it, not by itself. width: of the text in one line.
        lead: characters of a run-in heading. runs_on: whether the next paragraph stands in the same line.
    """

    text: str
    stretches: tuple[Stretch, ...]
    number: int
    page: int = 0
    style: str = ""
    outline: int = 0
    generated: int = 0
    listing: tuple[str, int] | None = None
    align: Align = ""
    indent: float = 0.0
    turn: float | None = None
    inset: float = 0.0
    gap: float | None = None
    top: float | None = None
    pitch: Pitch | None = None
    new_page: bool = False
    begun: bool = False
    width: float = 0.0
    lines: tuple[Line, ...] = ()
    broken: tuple[str, ...] = ()
    table: int = -1
    size: float = 16.0
    font: str = ""
    role: Role | None = None
    lead: int = 0
    runs_on: bool = False
    element: object = None

    def colour_red(self) -> bool:
        """Whether most of it is red."""
        red = sum(len(one.text) for one in self.stretches if is_red(one.colour))
        return red * 2 > len(self.text)


def is_red(colour: str) -> bool:
    """Whether six hexadecimal digits are a red."""
    try:
        red, green, blue = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    except ValueError:
        return False
    return red > 150 and green < 90 and blue < 90


@dataclass(frozen=True, slots=True)
class Setup:
    """A page, or a section of pages that are alike; millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    page: int = 0

    @property
    def landscape(self) -> bool:
        """Whether it lies on its side."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page's number, or that of a Word file's odd or even pages.

    Args:
        page: counted from 1; 0 in a Word file. even: whether it is that of an even page.
        text: with the page's number in it. expected: what the text should be.
        side: where it stands; inset: how far from that side's edge of the 版心. dash: of the dash's centre, mm from the paper's top.
    """

    page: int
    even: bool
    text: str
    side: Align
    inset: float
    dash: float | None
    stretches: tuple[Stretch, ...]
    expected: str = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class TableSeen:
    """A table: on which pages, whether its head repeats, whether rows may break, how wide it is in mm.

    ``repeats`` is None where it cannot be told: the table stands on one page of a PDF.
    """

    number: int
    rows: int
    page: int = 0
    repeats: bool | None = None
    breaks: bool | None = None
    width: float = 0.0
    layout: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn level line: ``part`` is ``letterhead`` or ``imprint``; width and weight in mm, below in mm under the text above."""

    part: Literal["letterhead", "imprint"]
    page: int
    width: float
    weight: float
    colour: str
    y: float | None = None
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that work has left in the file: ``kind`` names it, ``text`` shows it."""

    kind: Literal["tracked", "comments", "hidden", "author", "draft", "fonts"]
    text: str


@dataclass(frozen=True, slots=True)
class Count:
    """Something counted or measured at a place: lines of a page, characters of a line, an edge."""

    value: float
    page: int = 0
    text: str = ""


@dataclass(slots=True)
class Sheet:
    """A whole document, measured.

    Args:
        profile: the format profile that it follows or comes nearest to.
        lines: of full pages. characters: of full lines of pure Chinese. edges: right edges of full lines in mm.
        first_ink, last_ink: of full pages in mm from the paper's top.
        colours: text that is not black, with its place. imprint_pages: pages that hold the 版记 alone.
        hyphenated: headings that end a page.
    """

    path: str
    format: Literal["docx", "pdf"]
    profile: str = "gbt9704"
    pages: int = 0
    setups: tuple[Setup, ...] = ()
    paras: list[Para] = field(default_factory=list)
    numbers: tuple[PageNumber, ...] = ()
    unnumbered: tuple[int, ...] = ()
    tables: tuple[TableSeen, ...] = ()
    rules: tuple[Rule, ...] = ()
    traces: tuple[Trace, ...] = ()
    lines: tuple[Count, ...] = ()
    characters: tuple[Count, ...] = ()
    edges: tuple[Count, ...] = ()
    first_ink: tuple[Count, ...] = ()
    last_ink: tuple[Count, ...] = ()
    last_lines: tuple[Count, ...] = ()

    def of(self, *roles: Role) -> list[Para]:
        """Return the paragraphs of these roles in order."""
        return [para for para in self.paras if para.role in roles]
