"""One story of a DOCX (the body, the footnotes): XML → paragraphs and tables made of pieces that know their run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from ..errors import Position, ReadError
from ..i18n import gettext as _
from .base import Kind, superscript
from .docx_styles import Numbering, Style, Styles, child, is_on, local, number, numbering_of, outline_level, runs_on, value

#: libxml2 itself stops at 256; a page of tables in tables is not ten deep.
_DEEPEST = 120
_LONGEST_HEADING = 80

_TRANSPARENT = frozenset({"ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo", "sdtContent"})
_DROPPED = frozenset({"del", "moveFrom"})
_BREAKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: Stands for a sign of a symbol font, whose code says nothing.
_SYMBOL = "•"
_PRIVATE = range(0xE000, 0xF900)


class Piece(NamedTuple):
    """Text of one element of one run; ``run`` is -1 for what does not stand in the file."""

    text: str
    paragraph: int = -1
    run: int = -1
    child: int = -1
    offset: int = 0


@dataclass(slots=True)
class Para:
    """A paragraph.

    Args:
        generated: automatic number, not among the pieces.
        after: what hangs on it: text boxes as elements, notes as (kind of reference, id).
    """

    pieces: list[Piece]
    kind: Kind = "paragraph"
    level: int = 0
    generated: str = ""
    after: list[etree._Element | tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class TableCell:
    """A cell, with what stands in it."""

    content: list[Para | Table]
    column: int
    span: int


@dataclass(slots=True)
class Table:
    """Rows of cells; ``head`` counts the rows that Word repeats on each page."""

    rows: list[list[TableCell]]
    head: int


@dataclass(slots=True)
class Seen:
    """What a person should know about the reading."""

    hidden: int = 0
    tracked: bool = False
    foreign: bool = False


class Story:
    """Walk over one part.

    Args:
        root: of the part.
        styles, numbering: of the package; the numbering counts on, so stories are walked once.
        seen: filled while walking.
    """

    def __init__(self, root: etree._Element, name: str, styles: Styles, numbering: Numbering, seen: Seen) -> None:
        self.name = name
        self.styles = styles
        self.numbering = numbering
        self.seen = seen
        namespace = str(root.tag).rpartition("}")[0] + "}"
        # The lists keep lxml's proxies alive, without which their identity would change.
        self._paragraphs = {element: index for index, element in enumerate(root.iter(f"{namespace}p"))}
        self._runs = {element: index for index, element in enumerate(root.iter(f"{namespace}r"))}
        self._fields: list[str] = []
        self._depth = 0

    def walk(self, container: etree._Element, kind: Kind = "paragraph") -> Iterator[Para | Table]:
        """Yield paragraphs and tables in their order, tracked changes accepted."""
        carried: Para | None = None
        for item in self._blocks(container, kind):
            if isinstance(item, Table):
                if carried:
                    yield carried
                carried = None
                yield item
                continue
            element, para = item
            if carried:
                para.pieces[:0] = carried.pieces
                para.after[:0] = carried.after
                para.generated = carried.generated or para.generated
                carried = None
            if self._mark_deleted(element) or runs_on(element):
                carried = para
            else:
                yield para
        if carried:
            yield carried

    def _blocks(self, container: etree._Element, kind: Kind) -> Iterator[tuple[etree._Element, Para] | Table]:
        self._enter()
        for element in container:
            name = local(element)
            if name == "p":
                yield element, self._paragraph(element, kind)
            elif name == "tbl":
                yield self._table(element, kind)
            elif name in _TRANSPARENT or name == "AlternateContent" or name == "sdt":
                self.seen.tracked |= name in ("ins", "moveTo")
                inside = kind
                if name == "sdt" and (value(child(element, "sdtPr", "docPartObj", "docPartGallery")) or "").startswith("Table of Contents"):
                    inside = "contents"
                for inner in self._inside(element):
                    yield from self._blocks(inner, inside)
            elif name in _DROPPED:
                self.seen.tracked = True
            elif name == "altChunk":
                self.seen.foreign = True
        self._depth -= 1

    def _enter(self) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ReadError(
                _("nested deeper than any document is"),
                where=Position(self.name),
                hint=_("open the document in Word or WPS and save it anew"),
            )

    @staticmethod
    def _inside(element: etree._Element) -> list[etree._Element]:
        """Return what to read of a wrapper: of a content control its content, of alternatives the first."""
        name = local(element)
        if name == "sdt":
            content = child(element, "sdtContent")
            return [] if content is None else [content]
        if name == "AlternateContent":
            choices = [item for item in element if local(item) in ("Choice", "Fallback")]
            return choices[:1]
        return [element]

    @staticmethod
    def _mark_deleted(paragraph: etree._Element) -> bool:
        mark = child(paragraph, "pPr", "rPr")
        return mark is not None and any(local(item) in _DROPPED for item in mark)

    def _paragraph(self, element: etree._Element, kind: Kind) -> Para:
        properties = child(element, "pPr")
        style = self.styles.get(value(child(properties, "pStyle")) or self.styles.default)
        para = Para([], kind)
        hidden = bool(style.hidden)
        self._inline(element, para, self._paragraphs.get(element, -1), hidden)
        # A field whose codes run over the end of a paragraph is damaged; it must not swallow the rest.
        while self._fields and self._fields[-1] == "code":
            self._fields.pop()
        if not hidden and not self._mark_deleted(element):
            self._number(para, style, numbering_of(properties))
        if kind == "paragraph":
            self._name(para, style, outline_level(properties))
        return para

    def _number(self, para: Para, style: Style, own: tuple[str, int | None] | None) -> None:
        """Count a numbered paragraph; number 0 takes it out of the list of its style."""
        inherited, inherited_level = style.numbering or ("", None)
        id = own[0] if own and own[0] else inherited
        level = own[1] if own and own[1] is not None else inherited_level
        if id and id != "0":
            para.generated = self.numbering.next(id, level, style.id)
            if para.kind == "paragraph":
                para.kind, para.level = "list", (level or 0) + 1

    @staticmethod
    def _name(para: Para, style: Style, own_outline: int | None) -> None:
        """Say what the style makes of a paragraph."""
        outline = style.outline if own_outline is None else own_outline
        if style.name in ("title", "标题") or style.id == "Title":
            para.kind, para.level = "title", 0
        elif style.name.startswith("toc ") or style.name == "toc heading":
            para.kind, para.level = "contents", 0
        elif style.name == "caption":
            para.kind, para.level = "caption", 0
        elif outline:
            text = "".join(piece.text for piece in para.pieces)
            # A run-in heading is styled as one but goes on as a paragraph.
            para.kind = "paragraph" if len(text) > _LONGEST_HEADING and "。" in text else "heading"
            para.level = outline

    def _inline(self, container: etree._Element, para: Para, index: int, hidden: bool) -> None:
        self._enter()
        for element in container:
            name = local(element)
            if name == "r":
                self._run(element, para, index, hidden)
            elif name in _TRANSPARENT or name in ("sdt", "AlternateContent", "Choice", "Fallback"):
                self.seen.tracked |= name in ("ins", "moveTo")
                for inner in self._inside(element):
                    self._inline(inner, para, index, hidden)
            elif name in _DROPPED:
                self.seen.tracked = True
            elif name in ("oMath", "oMathPara"):
                para.pieces.extend(Piece(item.text) for item in element.iter() if local(item) == "t" and item.text)
        self._depth -= 1

    def _run(self, run: etree._Element, para: Para, index: int, hidden: bool) -> None:
        properties = child(run, "rPr")
        own = is_on(child(properties, "vanish"))
        if own is None:
            own = self.styles.get(value(child(properties, "rStyle"))).hidden
        hidden = hidden if own is None else own
        raised = value(child(properties, "vertAlign")) == "superscript"
        place = self._runs.get(run, -1)
        for position, element in enumerate(run):
            name = local(element)
            if name == "fldChar":
                self._field(value(element, "fldCharType"))
                continue
            if name in ("footnoteReference", "endnoteReference"):
                if not hidden and value(element, "id"):
                    para.after.append((name, value(element, "id") or ""))
                continue
            if name in ("drawing", "pict", "object", "AlternateContent"):
                if not hidden:
                    para.after.extend(self._boxes(element))
                continue
            if name == "ruby":
                if (base := child(element, "rubyBase")) is not None:
                    self._inline(base, para, index, hidden)
                continue
            text, offset = _text(element, name)
            if not text or "code" in self._fields:
                continue
            if hidden:
                self.seen.hidden += len(text)
                continue
            para.pieces.append(Piece(superscript(text) if raised else text, index, place, position, offset))

    def _field(self, type: str | None) -> None:
        if type == "begin":
            self._fields.append("code")
        elif type == "separate" and self._fields:
            self._fields[-1] = "result"
        elif type == "end" and self._fields:
            self._fields.pop()

    def _boxes(self, element: etree._Element) -> list[etree._Element]:
        """Return the text boxes of a drawing, each once: Word writes them twice, for new and for old programs."""
        self._enter()
        found: list[etree._Element] = []
        if local(element) == "txbxContent":
            found.append(element)
        elif local(element) == "AlternateContent":
            branches = (self._boxes(item) for item in element if local(item) in ("Choice", "Fallback"))
            found.extend(next((boxes for boxes in branches if boxes), []))
        else:
            for item in element:
                found.extend(self._boxes(item))
        self._depth -= 1
        return found

    def _table(self, table: etree._Element, kind: Kind) -> Table:
        rows: list[list[TableCell]] = []
        head = 0
        for row in _wrapped(table, "tr"):
            properties = child(row, "trPr")
            if properties is not None and any(local(item) in _DROPPED for item in properties):
                self.seen.tracked = True
                continue
            if head == len(rows) and is_on(child(properties, "tblHeader")):
                head += 1
            rows.append(self._row(row, number(value(child(properties, "gridBefore"))), kind))
        return Table(rows, head)

    def _row(self, row: etree._Element, column: int, kind: Kind) -> list[TableCell]:
        cells: list[TableCell] = []
        for cell in _wrapped(row, "tc"):
            properties = child(cell, "tcPr")
            if child(properties, "cellDel") is not None:
                continue
            span = min(max(number(value(child(properties, "gridSpan")), 1), 1), 1000)
            cells.append(TableCell(list(self.walk(cell, kind)), column, span))
            column += span
        return cells


def _wrapped(container: etree._Element, name: str, depth: int = 0) -> Iterator[etree._Element]:
    """Yield rows or cells, also those inside content controls and insertions."""
    for element in container:
        if local(element) == name:
            yield element
        elif depth < _DEEPEST and (local(element) in _TRANSPARENT or local(element) == "sdt"):
            yield from _wrapped(element, name, depth + 1)


def _text(element: etree._Element, name: str) -> tuple[str, int]:
    """Return the characters that an element of a run stands for, and where in its text they begin."""
    if name == "t":
        text = (element.text or "").translate({10: " ", 13: " "})
        if element.get(_XML_SPACE) == "preserve":
            return text, 0
        return text.strip(" \t"), len(text) - len(text.lstrip(" \t"))
    if name == "br":
        return ("", 0) if value(element, "type") in ("page", "column") else ("\n", 0)
    if name == "sym":
        try:
            code = int(value(element, "char") or "", 16)
        except ValueError:
            return "", 0
        return (_SYMBOL if code in _PRIVATE or not 0x20 <= code < 0xD800 else chr(code)), 0
    return _BREAKS.get(name, ""), 0
