"""DOCX → text in the order of reading, each character with its run in the XML.

The text is that of the accepted document: insertions are kept, deletions dropped, hidden text passed over,
fields give their results. Notes and text boxes follow the paragraph they hang on. Automatic numbers are
written out (ECMA-376 part 1, 17.9). Headers and footers are not read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from ..errors import Position, ReadError
from ..i18n import gettext as _
from .base import BlockSpan, Cell, Content, Kind, RunAnchor, trimmed
from .docx_package import Package
from .docx_story import Para, Piece, Seen, Story, Table, TableCell
from .docx_styles import Numbering, Styles, child, local, value
from .outline import guess

_MAIN = "word/document.xml"
_NOTES = {"footnoteReference": ("footnotes", "footnote"), "endnoteReference": ("endnotes", "endnote")}
#: A cell with more than that in several paragraphs is a form with prose in it, not a figure in a table.
_LONGEST_CELL = 80


def read_docx(data: bytes, name: str) -> Content:
    """Read a Word document.

    Raises:
        ReadError: damaged, encrypted, no Word document, made to exhaust the machine, or without text.
    """
    package = Package(data, name)
    main = package.relations("").get("officeDocument", _MAIN)
    root = package.xml(main)
    body = child(root, "body")
    if root is None or body is None:
        raise ReadError(_("the package holds no Word document"), where=Position(name), hint=_("open it in Word or WPS and save it as DOCX"))
    parts = package.relations(main)
    seen = Seen()
    styles = Styles(package.xml(parts.get("styles", "")))
    numbering = Numbering(package.xml(parts.get("numbering", "")))
    writer = _Writer()
    writer.part, writer.story = main, Story(root, name, styles, numbering, seen)
    for reference, (relation, element) in _NOTES.items():
        if relation in parts and (notes := package.xml(parts[relation])) is not None:
            by_id = {value(item, "id") or "": item for item in notes if local(item) == element and value(item, "type") in (None, "normal")}
            writer.notes[reference] = (parts[relation], Story(notes, name, styles, numbering, seen), by_id)
    writer.write(writer.story.walk(body))
    text = "".join(writer.text)
    if not text.strip():
        raise ReadError(
            _("the document holds no text"), where=Position(name), hint=_("if its pages are pictures, have their text recognised first")
        )
    return Content(text, guess(text, writer.blocks), tuple(writer.anchors), _notes(seen), _metadata(package))


def _notes(seen: Seen) -> tuple[str, ...]:
    notes = []
    if seen.tracked:
        notes.append(_("tracked changes are read as accepted"))
    if seen.hidden:
        notes.append(_("{n} characters of hidden text are not read").format(n=seen.hidden))
    if seen.foreign:
        notes.append(_("an embedded document is not read"))
    return tuple(notes)


def _metadata(package: Package) -> dict[str, str]:
    root = package.xml(package.relations("").get("core-properties", ""))
    title = child(root, "title")
    text = (title.text or "").strip() if title is not None else ""
    return {"title": text} if text else {}


class _Writer:
    """Put paragraphs and tables one after the other and keep count of the characters."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.length = 0
        self.blocks: list[BlockSpan] = []
        self.anchors: list[RunAnchor] = []
        self.tables = 0
        self.part = ""
        self.story: Story
        self.notes: dict[str, tuple[str, Story, dict[str, etree._Element]]] = {}
        self._noted: set[tuple[str, str]] = set()

    def write(self, items: Iterable[Para | Table], cell: Cell | None = None) -> None:
        """Write paragraphs, each on its own line, and tables."""
        for item in items:
            if isinstance(item, Table):
                self._table(item)
            else:
                self._paragraph(item, cell)
                self._hanging([item])

    def _paragraph(self, para: Para, cell: Cell | None) -> None:
        start = self.length
        generated = len(para.generated)
        self._put(para.generated)
        for piece in para.pieces:
            if piece.text == "\n":
                self._block(start, para.kind, para.level, generated, cell)
                self._piece(piece)
                start, generated = self.length, 0
            else:
                self._piece(piece)
        self._block(start, para.kind, para.level, generated, cell)
        if self.length > start:
            self._put("\n")

    def _block(self, start: int, kind: Kind, level: int, generated: int, cell: Cell | None) -> None:
        text = "".join(self._since(start))
        left, right = trimmed(text, 0, len(text))
        if left < right:
            self.blocks.append(BlockSpan(start + left, start + right, kind, level, max(generated - left, 0), cell=cell))

    def _since(self, start: int) -> list[str]:
        parts: list[str] = []
        length = self.length
        for text in reversed(self.text):
            if length <= start:
                break
            parts.append(text)
            length -= len(text)
        return parts[::-1]

    def _put(self, text: str) -> None:
        if text:
            self.text.append(text)
            self.length += len(text)

    def _piece(self, piece: Piece) -> None:
        if piece.run >= 0:
            end = self.length + len(piece.text)
            self.anchors.append(RunAnchor(self.length, end, self.part, piece.paragraph, piece.run, piece.child, piece.offset))
        self._put(piece.text)

    def _hanging(self, paras: Iterable[Para]) -> None:
        """Write the text boxes and notes of paragraphs that have just been written."""
        for para in paras:
            for thing in para.after:
                if isinstance(thing, tuple):
                    self._note(*thing)
                else:
                    self.write(self.story.walk(thing, "text-box"))

    def _note(self, reference: str, id: str) -> None:
        part, story, by_id = self.notes.get(reference, ("", self.story, {}))
        if id not in by_id or (reference, id) in self._noted:
            return
        self._noted.add((reference, id))
        before = self.part, self.story
        self.part, self.story = part, story
        self.write(story.walk(by_id[id], "footnote"))
        self.part, self.story = before

    def _table(self, table: Table) -> None:
        index = self.tables
        self.tables += 1
        for number, row in enumerate(table.rows):
            place = Cell(index, number, head=number < table.head)
            if any(_is_prose(cell) for cell in row):
                for cell in row:
                    self.write(cell.content, replace(place, column=cell.column, span=cell.span))
            elif row:
                self._row(row, place)

    def _row(self, row: list[TableCell], place: Cell) -> None:
        start, at = self.length, len(self.blocks)
        paras = [para for cell in row for para in cell.content if isinstance(para, Para)]
        for position, cell in enumerate(row):
            if position:
                self._put("\t")
            self._cell(cell, replace(place, column=cell.column, span=cell.span))
        self.blocks.insert(at, BlockSpan(start, self.length, "table-row", cell=place))
        self._put("\n")
        self._hanging(paras)

    def _cell(self, cell: TableCell, place: Cell) -> None:
        start, generated, filled = self.length, 0, False
        for para in cell.content:
            if not isinstance(para, Para) or not (para.pieces or para.generated):
                continue
            if filled:
                self._put(" ")
            generated = generated or (0 if filled else len(para.generated))
            filled = True
            self._put(para.generated)
            for piece in para.pieces:
                self._piece(piece._replace(text=piece.text.translate({9: " ", 10: " "})))
        text = "".join(self._since(start))
        left, right = trimmed(text, 0, len(text))
        self.blocks.append(BlockSpan(start + left, start + right, "table-cell", 0, generated, cell=place))


def _is_prose(cell: TableCell) -> bool:
    """Whether a cell holds a table, or several paragraphs that together are long."""
    if any(isinstance(item, Table) for item in cell.content):
        return True
    lengths = [sum(len(piece.text) for piece in item.pieces) for item in cell.content if isinstance(item, Para)]
    return sum(1 for n in lengths if n) > 1 and sum(lengths) > _LONGEST_CELL
