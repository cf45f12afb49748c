"""Runs of text and figures: a figure is a content control and a bookmark around the same run.

LibreOffice drops content controls when it saves DOCX but keeps bookmarks; Word keeps both. A control
without a type is rich text, the only kind that LibreOffice does not repeat or empty on the way.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from ...document import FigureRef, Inlines, plain
from ...i18n import gettext as _
from ...official import Profile
from ..base import Unrendered
from .elements import Element, el, text_element

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
        unrendered: what was left out, by character.
    """

    profile: Profile
    facts: FactSet | None = None
    unrendered: dict[str, Unrendered] = field(default_factory=dict)
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

    def inlines(self, content: Inlines, style: str = "") -> list[Element]:
        """Return the elements of ``content``: neighbouring text in one run, each figure in a control."""
        made: list[Element] = []
        for is_figure, group in groupby(content, lambda inline: isinstance(inline, FigureRef)):
            if not is_figure:
                text = plain(tuple(group))
                made += [self.run(text, style)] if text else []
                continue
            for inline in group:
                assert isinstance(inline, FigureRef)
                made += self.figure(inline, style)
        return made

    def figure(self, figure: FigureRef, style: str = "") -> list[Element]:
        """Return the control of ``figure`` in its bookmark.

        A figure published blank keeps both around an empty run: nothing shows, and the place can
        still be found and filled.
        """
        run = self.run(figure.text, style)
        if not figure.text:
            run.append(el("t"))
        tag = shortened(self.clean(figure.fact), _TAG_LIMIT)
        fact = self.facts.facts.get(figure.fact) if self.facts else None
        alias = shortened(self.clean(fact.label), _TAG_LIMIT) if fact and fact.label else tag
        properties = el("sdtPr", None, el("alias", {"val": alias}), el("tag", {"val": tag}), el("id", {"val": self._control_id(figure)}))
        control = el("sdt", None, properties, el("sdtContent", None, run))
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
