"""Where in the XML of a document a stretch of its text begins and ends.

A comment may stand in the body only. What is said of a note or a text box stands on the paragraph that carries it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ..readers import Reading, RunAnchor
from ..readers.docx_package import Package
from ..readers.docx_styles import child, local, value
from .markup import XML_SPACE, Part, Spot

_NOTES = {"footnote": "footnoteReference", "endnote": "endnoteReference"}
#: Content controls that hold one run and nothing else.
_PLAIN = frozenset({"text", "date", "dropDownList", "comboBox"})
_BLANK = " \t\r\n"

Range = tuple[Spot, Spot, bool]
"""Where a comment begins and ends, and whether it stands on the very words."""


class Places:
    """The way from the text that was read to the bytes of the main part.

    Args:
        main: the part that is commented, named ``name``.
    """

    def __init__(self, reading: Reading, package: Package, main: Part, name: str) -> None:
        self.reading = reading
        self.package = package
        self.main = main
        self.name = name
        space = main.namespace
        self._p, self._r = f"{{{space}}}p", f"{{{space}}}r"
        self._runs = list(main.root.iter(self._r))
        self._paragraphs = list(main.root.iter(self._p))
        self._foreign: dict[str, list[etree._Element]] = {}

    def of(self, start: int, end: int) -> Range | None:
        """Return where a comment on ``text[start:end]`` stands: in a table in one cell; None in a document without paragraphs."""
        stretches = [(a, i, j) for a, i, j in self.reading.stretches(start, end) if isinstance(a, RunAnchor)] if start < end else []
        body = [stretch for stretch in stretches if self._in_body(stretch[0])]
        if body:
            cell = self._cell(body[0][0])
            end_of_cell = next((n for n, stretch in enumerate(body) if self._cell(stretch[0]) is not cell), len(body))
            (first, i, _j), (last, _i, j) = body[0], body[end_of_cell - 1]
            begin, stop = self._before(first, i), self._behind(last, j)
            if begin.at < stop.at:
                return begin, stop, end_of_cell == len(stretches)
        anchor = stretches[0][0] if stretches else self._nearest(start)
        paragraph = self._carrier(anchor) if anchor is not None else None
        if paragraph is None:
            paragraph = next((item for item in self._paragraphs if len(item)), None)
        return None if paragraph is None else (*self._around(paragraph), False)

    def _in_body(self, anchor: RunAnchor) -> bool:
        return anchor.part == self.name and len(list(self._runs[anchor.run].iterancestors(self._p))) == 1

    def _cell(self, anchor: RunAnchor) -> etree._Element | None:
        return next((item for item in self._runs[anchor.run].iterancestors() if local(item) == "tc"), None)

    def _nearest(self, start: int) -> RunAnchor | None:
        """The first piece of the file from ``start`` on, else the last one."""
        anchors = [anchor for anchor in self.reading.anchors if isinstance(anchor, RunAnchor)]
        return next((anchor for anchor in anchors if anchor.end > start), anchors[-1] if anchors else None)

    # Paragraphs that carry something

    def _carrier(self, anchor: RunAnchor) -> etree._Element | None:
        """The paragraph of the body that the words stand in, or hang on."""
        if anchor.part == self.name:
            inner: etree._Element | None = self._runs[anchor.run]
        else:
            inner = self._reference(anchor)
        return next(iter(list(inner.iterancestors(self._p))[::-1]), None) if inner is not None else None

    def _reference(self, anchor: RunAnchor) -> etree._Element | None:
        """The mark in the body that leads to a note."""
        paragraphs = self._foreign.get(anchor.part)
        if paragraphs is None:
            root = self.package.xml(anchor.part)
            paragraphs = self._foreign[anchor.part] = [] if root is None else list(root.iter(self._p))
        note = next((item for item in paragraphs[anchor.paragraph].iterancestors() if local(item) in _NOTES), None)
        if note is None:
            return None
        wanted = (_NOTES[local(note)], value(note, "id"))
        return next((item for item in self.main.root.iter("*") if (local(item), value(item, "id")) == wanted), None)

    def _around(self, paragraph: etree._Element) -> tuple[Spot, Spot]:
        main = self.main
        properties = child(paragraph, "pPr")
        start = main.inside(paragraph) if properties is None else main.end(properties)
        return Spot(start), Spot(main.close(paragraph))

    # Places in runs

    def _before(self, anchor: RunAnchor, skipped: int) -> Spot:
        run = self._runs[anchor.run]
        if (whole := self._whole(run)) is not None:
            return Spot(self.main.start(self._edge(whole, first=True)))
        item = run[anchor.child]
        if (spot := self._cut(run, item, anchor.offset + skipped)) is not None:
            return spot
        if all(local(sibling) == "rPr" for sibling in item.itersiblings("*", preceding=True)):
            return Spot(self.main.start(self._edge(run, first=True)))
        return self._split(run, self.main.start(item))

    def _behind(self, anchor: RunAnchor, length: int) -> Spot:
        run = self._runs[anchor.run]
        if (whole := self._whole(run)) is not None:
            return Spot(self.main.end(self._edge(whole, first=False)))
        item = run[anchor.child]
        if (spot := self._cut(run, item, anchor.offset + length)) is not None:
            return spot
        if next(item.itersiblings("*"), None) is None:
            return Spot(self.main.end(self._edge(run, first=False)))
        return self._split(run, self.main.end(item))

    def _whole(self, run: etree._Element) -> etree._Element | None:
        """The outermost thing around a run that cannot be cut: a plain control, a field, a reading aid, a choice of contents."""
        found = None
        for item in run.iterancestors():
            if item.tag == self._p:
                break
            name = local(item)
            plain = name == "sdt" and any(local(setting) in _PLAIN for setting in _children(child(item, "sdtPr")))
            if item.tag == self._r or plain or name in ("fldSimple", "AlternateContent"):
                found = item
        return found

    def _edge(self, item: etree._Element, *, first: bool) -> etree._Element:
        """The outermost element of the paragraph that begins (ends) where ``item`` does: marks stand outside of links and controls."""
        while (parent := item.getparent()) is not None and parent.tag != self._p:
            beside = item.itersiblings("*", preceding=first)
            if local(item) != "sdtContent" and any(not local(sibling).endswith("Pr") for sibling in beside):
                break
            item = parent
        return item

    def _cut(self, run: etree._Element, item: etree._Element, number: int) -> Spot | None:
        """A place inside the text of a ``w:t``; None at its ends, and where it cannot be cut."""
        if local(item) != "t":
            return None
        text = item.text or ""
        kept = item.get(XML_SPACE) == "preserve"
        low, high = (0, len(text)) if kept else (len(text) - len(text.lstrip(_BLANK)), len(text.rstrip(_BLANK)))
        if not low < number < high or (at := self.main.character(item, number)) is None:
            return None
        opening = self.main.keep_blanks(item)
        around = self._split(run, at)
        return Spot(at, self.main.tags(item)[1] + around.shut, around.reopen + opening)

    def _split(self, run: etree._Element, at: int) -> Spot:
        """A place between two things of a run, whose properties both halves have."""
        opening, closing = self.main.tags(run)
        properties = child(run, "rPr")
        return Spot(at, closing, opening + (b"" if properties is None else self.main.raw(properties)))


def _children(element: etree._Element | None) -> Iterator[etree._Element]:
    yield from () if element is None else element.iterchildren("*")
