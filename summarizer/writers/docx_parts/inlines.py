"""Runs of text and figures: a figure is a content control and a bookmark around the same run.

LibreOffice drops content controls when it saves DOCX but keeps bookmarks; Word keeps both. A control
without a type is rich text, the only kind that LibreOffice does not repeat or empty on the way.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...document import Block, FigureRef
from ...i18n import gettext as _
from ...official import Profile
from ..base import Unrendered
from ..marking import Piece, Stretch, pieces
from ..wording import BLANK
from .comments import range_ends, range_starts
from .elements import Element, el, text_element
from .numbering import HeadingNumbers

if TYPE_CHECKING:
    from ...facts.factset import FactSet

#: What XML 1.0 forbids, whatever the escaping.
_ILLEGAL = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEWLINE = re.compile(r"\r\n?|[\u2028\u2029]")
_TAG_LIMIT = 64
_BOOKMARK_LIMIT = 40


def shortened(text: str, limit: int) -> str:
    """Return ``text`` in at most ``limit`` characters, a longer one told apart by its hash."""
    if len(text) <= limit:
        return text
    return f"{text[: limit - 9]}_{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"


def bookmark_name(anchor: str) -> str:
    """Return ``anchor`` as a name that Word keeps: a letter or _ first, then letters, digits, _; 40 at most.

    An anchor of that form is its own name.
    """
    name = re.sub(r"\W", "_", anchor)
    if name != anchor:  # two anchors must not meet in one name
        name = f"{name[: _BOOKMARK_LIMIT - 9]}_{hashlib.sha256(anchor.encode('utf-8', 'replace')).hexdigest()[:8]}"
    if not name[:1].isalpha() and name[:1] != "_":
        name = f"_{name}"
    return shortened(name, _BOOKMARK_LIMIT)


@dataclass(slots=True)
class Scribe:
    """Writes text into one document: keeps ids apart and notes what could not be written.

    Args:
        profile: the format profile. facts: where labels of figures come from.
        ranges: by block, where comments stand. draft: whether its headers say so.
        unrendered: what was left out, by character. numbers: what the headings have been numbered so far.
    """

    profile: Profile
    facts: FactSet | None = None
    ranges: Mapping[int, tuple[Stretch, ...]] = field(default_factory=dict)
    draft: bool = False
    unrendered: dict[str, Unrendered] = field(default_factory=dict)
    numbers: HeadingNumbers = field(default_factory=HeadingNumbers)
    _controls: set[int] = field(default_factory=set)
    _bookmarks: set[str] = field(default_factory=set)

    def clean(self, text: str) -> str:
        """Return ``text`` without what XML cannot hold; each such character is reported once."""
        for character in _ILLEGAL.findall(text):
            message = _("the character U+{code:04X} cannot stand in a Word file and was left out").format(code=ord(character))
            self.unrendered.setdefault(character, Unrendered(message, character))
        return _NEWLINE.sub("\n", _ILLEGAL.sub("", text))

    def run(self, text: str, style: str = "") -> Element:
        """Return a run; its hint keeps “ ” — … in the Chinese face."""
        dress = [el("rStyle", {"val": style})] if style else []
        made = el("r", None, el("rPr", None, *dress, el("rFonts", {"hint": "eastAsia"})))
        for piece in re.split(r"([\t\n])", self.clean(text)):
            if piece == "\t":
                made.append(el("tab"))
            elif piece == "\n":
                made.append(el("br"))
            elif piece:
                made.append(text_element("t", piece))
        return made

    def rows(self, block: Block, number: int) -> list[list[Piece]]:
        """Return the rows of ``block``, which is the ``number``-th, cut where comments begin and end."""
        return pieces(block, self.ranges.get(number, ()))

    def pieces(self, row: Iterable[Piece], style: str = "") -> list[Element]:
        """Return the elements of ``row``: neighbouring text in one run, each figure in a control."""
        made: list[Element] = []
        for group in _groups(row):
            inline = group[0].inline
            if isinstance(inline, FigureRef):
                inside = self.figure(inline, self._figure_runs(group, style), shown=any(piece.inside for piece in group))
            else:
                inside = self.text_runs(group, style)
            made += [*range_starts(group[0].opens), *inside, *range_ends(group[-1].closes)]
        return made

    def number(self, row: Iterable[Piece]) -> list[Element]:
        """Return what is left of a row whose text Word's numbering makes: where comments begin and end."""
        return [mark for piece in row for mark in (*range_starts(piece.opens), *range_ends(piece.closes))]

    def text_runs(self, parts: list[Piece], style: str) -> list[Element]:
        """Return neighbouring text in one run."""
        text = "".join(piece.text for piece in parts)
        return [self.run(text, style)] if text else []

    def _figure_runs(self, parts: list[Piece], style: str) -> list[Element]:
        """Return the runs of a figure; comments on a part of it begin and end among them."""
        runs: list[Element] = []
        for number, piece in enumerate(parts, 1):
            runs += range_starts(piece.opens if number > 1 else ())
            runs.append(self.run(piece.text or (BLANK if piece.inside else ""), style))
            runs += range_ends(piece.closes if number < len(parts) else ())
        return runs

    def figure(self, figure: FigureRef, runs: list[Element], *, shown: bool = False) -> list[Element]:
        """Return the control of ``figure`` in its bookmark.

        A figure published blank keeps both around an empty run: nothing shows, and the place can
        still be found and filled. ``shown`` for a comment, its run is a placeholder, which is no
        content: Word puts the first words typed in its place.
        """
        if not figure.text and not shown:
            runs[0].append(el("t"))
        tag = shortened(self.clean(figure.fact), _TAG_LIMIT)
        fact = self.facts.facts.get(figure.fact) if self.facts else None
        alias = shortened(self.clean(fact.label), _TAG_LIMIT) if fact and fact.label else tag
        properties = el("sdtPr", None, el("alias", {"val": alias}), el("tag", {"val": tag}), el("id", {"val": self._control_id(figure)}))
        if not figure.text and shown:
            properties.append(el("showingPlcHdr"))
        control = el("sdt", None, properties, el("sdtContent", None, *runs))
        bookmark = bookmark_name(self.clean(figure.anchor)) if figure.anchor else ""
        if not bookmark or bookmark in self._bookmarks:
            return [control]
        self._bookmarks.add(bookmark)
        number = len(self._bookmarks)
        return [el("bookmarkStart", {"id": number, "name": bookmark}), control, el("bookmarkEnd", {"id": number})]

    def _control_id(self, figure: FigureRef) -> int:
        """Return an id drawn from the anchor, so that a new figure does not renumber the others."""
        number = zlib.crc32(f"{figure.anchor}\n{figure.fact}".encode("utf-8", "replace")) & 0x7FFFFFFF
        while not number or number in self._controls:
            number = (number + 1) & 0x7FFFFFFF
        self._controls.add(number)
        return number


def _groups(row: Iterable[Piece]) -> list[list[Piece]]:
    """Return ``row`` as figures and as stretches of text that no comment divides."""
    groups: list[list[Piece]] = []
    before: Piece | None = None
    for piece in row:
        if before is None:
            apart = True
        elif isinstance(before.inline, FigureRef) or isinstance(piece.inline, FigureRef):
            apart = piece.first
        else:
            apart = bool(before.closes or piece.opens)
        if apart:
            groups.append([])
        groups[-1].append(piece)
        before = piece
    return groups
