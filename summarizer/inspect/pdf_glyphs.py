"""A PDF's glyphs with face, size, colour and exact boxes, and the level and upright rules drawn, by PDFium.

Why PDFium (``pypdfium2``, BSD-3-Clause and Apache-2.0, the extra ``audit``) and not pdfminer.six or pdfplumber
(both MIT, both kept up): audit reads with it, so one engine serves both; it gives the box of the ink besides
that of the type, which those conclude from the font's ascent; and it is four to seven times as fast as pdfplumber.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from itertools import pairwise
from typing import Any, NamedTuple

from ..errors import Position, ReadError
from ..i18n import gettext as _

MAX_PAGES = 1000
_MAX_CHARS, _MAX_OBJECTS, _MAX_SEGMENTS = 100_000, 50_000, 20_000
_NAME = 256
#: FPDF_TEXTRENDERMODE: filled and outlined, which makes a face look bold.
_OUTLINED = 2
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_DARK = 48
#: Rules are thinner than this and longer than that, in points.
_THIN, _SHORTEST = 4.0, 6.0
_SAME = 0.05
_SMALLEST = 0.5


class Glyph(NamedTuple):
    """A character; lengths from the page's left and top. left to right is its box, with what spacing the file adds left out."""

    sign: str
    left: float
    right: float
    base: float
    top: float
    bottom: float
    font: str
    size: float
    bold: bool
    colour: str
    angle: int


class Stroke(NamedTuple):
    """A drawn rule: level if wider than high."""

    left: float
    top: float
    right: float
    bottom: float
    weight: float
    colour: str


@dataclass(slots=True)
class PageSeen:
    """A page; ``number`` counts from 1, ``comments`` its annotations that are remarks."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    comments: int = 0


@dataclass(slots=True)
class Seen:
    """All pages, the file's own words about itself, and the faces that are not embedded."""

    pages: list[PageSeen]
    author: str = ""
    unembedded: tuple[str, ...] = ()


class _Type(NamedTuple):
    font: str
    scale: float
    bold: bool
    colour: str


def see(data: bytes, name: str) -> Seen:
    """Read a PDF.

    Raises:
        ReadError: damaged, encrypted, without text, or PDFium is not installed.
    """
    where = Position(name)
    try:
        pdfium: Any = import_module("pypdfium2")
    except ImportError:
        raise ReadError(
            _("measuring a PDF needs the package pypdfium2"), where=where, hint=_("install it with: pip install 'summarizer[audit]'")
        ) from None
    damaged = ReadError(_("the PDF is cut off or damaged"), where=where, hint=_("copy or download it again, or print it to a new PDF"))
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            hint = _("open it with its password and save or print a copy without one")
            raise ReadError(_("the file is encrypted"), where=where, hint=hint) from None
        raise damaged from None
    try:
        if not 0 < len(document) <= MAX_PAGES:
            raise ReadError(_("{n} pages; up to {most} are read").format(n=len(document), most=MAX_PAGES), where=where)
        reader = _Reader(pdfium.raw)
        pages = [reader.page(document[index], index + 1) for index in range(len(document))]
        author = str(document.get_metadata_value("Author") or "").strip()
    except pdfium.PdfiumError:
        raise damaged from None
    finally:
        document.close()
    if not any(page.glyphs for page in pages):
        raise ReadError(_("the pages hold pictures but no text"), where=where, hint=_("measure the file that it was made from"))
    return Seen(pages, author, tuple(sorted(reader.unembedded)))


class _Reader:
    def __init__(self, raw: Any) -> None:
        self.raw = raw
        self.unembedded: set[str] = set()
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._floats = tuple(ctypes.c_float() for _n in range(4))
        self._doubles = tuple(ctypes.c_double() for _n in range(4))
        self._ints = tuple(ctypes.c_uint() for _n in range(4))
        self._buffer = ctypes.create_string_buffer(_NAME)

    def page(self, page: Any, number: int) -> PageSeen:
        """Read one page and close it."""
        width, height = page.get_size()
        # Places are those of the page before it is turned for the screen.
        if page.get_rotation() in (90, 270):
            width, height = height, width
        seen = PageSeen(number, width, height)
        text = page.get_textpage()
        try:
            seen.glyphs = list(self._glyphs(text, height))
            seen.strokes = list(dict.fromkeys(self._strokes(page, height)))
            seen.comments = self._comments(page)
        finally:
            text.close()
            page.close()
        return seen

    def _glyphs(self, text: Any, height: float) -> Iterator[Glyph]:
        raw, box = self.raw, self._box
        left, right, bottom, top = self._doubles
        types: dict[int, _Type] = {}
        for index in range(min(raw.FPDFText_CountChars(text), _MAX_CHARS)):
            code = raw.FPDFText_GetUnicode(text, index)
            if code <= 0x20 or code in (0xA0, 0x3000, 0xFFFE, 0xFFFF, 0xFEFF, 0xAD) or 0xD800 <= code < 0xE000:
                continue
            item = raw.FPDFText_GetTextObject(text, index)
            if not item or not raw.FPDFText_GetLooseCharBox(text, index, box):
                continue
            address = ctypes.cast(item, ctypes.c_void_p).value or 0
            if address not in types:
                types[address] = self._type(item)
            kind = types[address]
            raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
            ink_top, ink_bottom = height - top.value, height - bottom.value
            raw.FPDFText_GetCharOrigin(text, index, left, right)
            size = raw.FPDFText_GetFontSize(text, index) * kind.scale
            if size < _SMALLEST:
                continue
            angle = round(raw.FPDFText_GetCharAngle(text, index) / (math.pi / 2)) % 4
            base = height - right.value
            yield Glyph(chr(code), box.left, box.right, base, ink_top, ink_bottom, kind.font, round(size, 2), kind.bold, kind.colour, angle)

    def _type(self, item: Any) -> _Type:
        raw, matrix, buffer = self.raw, self._matrix, self._buffer
        font = raw.FPDFTextObj_GetFont(item)
        raw.FPDFFont_GetBaseFontName(font, buffer, _NAME)
        name = _name(buffer.value)
        if raw.FPDFFont_GetIsEmbedded(font) == 0:
            self.unembedded.add(name)
        raw.FPDFPageObj_GetMatrix(item, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        outlined = raw.FPDFTextObj_GetTextRenderMode(item) == _OUTLINED
        return _Type(name, scale, outlined or _is_bold(name), self._colour(item, raw.FPDFPageObj_GetFillColor))

    def _colour(self, item: Any, read: Any) -> str:
        red, green, blue, alpha = self._ints
        if not read(item, red, green, blue, alpha) or max(red.value, green.value, blue.value) < _DARK:
            return ""
        return f"{red.value:02x}{green.value:02x}{blue.value:02x}"

    def _strokes(self, page: Any, height: float) -> Iterator[Stroke]:
        raw = self.raw
        for index in range(min(raw.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
            item = raw.FPDFPage_GetObject(page, index)
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                yield from self._path(item, height)

    def _path(self, item: Any, height: float) -> Iterator[Stroke]:
        raw, matrix = self.raw, self._matrix
        fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        raw.FPDFPageObj_GetMatrix(item, matrix)
        points = list(self._points(item, matrix))
        if not points or not (fill.value or stroke.value):
            return
        if stroke.value:
            raw.FPDFPageObj_GetStrokeWidth(item, width)
            weight = width.value * math.hypot(matrix.c, matrix.d)
            colour = self._colour(item, raw.FPDFPageObj_GetStrokeColor)
            for (x0, y0, _moved), (x1, y1, moved) in pairwise(points):
                if not moved:
                    yield Stroke(min(x0, x1), height - max(y0, y1), max(x0, x1), height - min(y0, y1), weight, colour)
            return
        colour = self._colour(item, raw.FPDFPageObj_GetFillColor)
        for left, low, right, high in _bars([_bounds(part) for part in _parts(points)]):
            if min(right - left, high - low) <= _THIN and max(right - left, high - low) >= _SHORTEST:
                yield Stroke(left, height - high, right, height - low, min(right - left, high - low), colour)

    def _points(self, item: Any, matrix: Any) -> Iterator[tuple[float, float, bool]]:
        raw = self.raw
        x, y = self._floats[:2]
        for index in range(min(raw.FPDFPath_CountSegments(item), _MAX_SEGMENTS)):
            segment = raw.FPDFPath_GetPathSegment(item, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            moved = raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO
            yield matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f, moved

    def _comments(self, page: Any) -> int:
        raw = self.raw
        remarks = {raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STRIKEOUT}
        count = 0
        for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MAX_OBJECTS)):
            note = raw.FPDFPage_GetAnnot(page, index)
            count += raw.FPDFAnnot_GetSubtype(note) in remarks
            raw.FPDFPage_CloseAnnot(note)
        return count


def _parts(points: list[tuple[float, float, bool]]) -> Iterator[list[tuple[float, float, bool]]]:
    part: list[tuple[float, float, bool]] = []
    for point in points:
        if point[2] and part:
            yield part
            part = []
        part.append(point)
    if part:
        yield part


def _bounds(part: list[tuple[float, float, bool]]) -> tuple[float, float, float, float]:
    return min(p[0] for p in part), min(p[1] for p in part), max(p[0] for p in part), max(p[1] for p in part)


Box = tuple[float, float, float, float]


def _bars(boxes: list[Box]) -> Iterator[Box]:
    """Yield what is filled of boxes: of two, one in the other, as borders are drawn, the sides between them."""
    rest = list(boxes)
    while rest:
        outer = rest.pop(0)
        if rest and (_holds(outer, rest[0]) or _holds(rest[0], outer)):
            inner = rest.pop(0)
            if _holds(inner, outer):
                outer, inner = inner, outer
            yield from _sides(outer, inner)
        else:
            yield outer


def _holds(outer: Box, inner: Box) -> bool:
    low = outer[0] <= inner[0] + _SAME and outer[1] <= inner[1] + _SAME
    return low and outer[2] >= inner[2] - _SAME and outer[3] >= inner[3] - _SAME


def _sides(outer: Box, inner: Box) -> Iterator[Box]:
    left, low, right, high = outer
    sides = ((left, inner[3], right, high), (left, low, right, inner[1]), (left, low, inner[0], high), (inner[2], low, right, high))
    return (side for side in sides if side[2] - side[0] > _SAME and side[3] - side[1] > _SAME)


def _name(data: bytes) -> str:
    """Return the face's name without the mark of a subset; Word writes Chinese names in GBK."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    return _SUBSET.sub("", text)


def _is_bold(name: str) -> bool:
    # 小标宋's stand-in is called bold, and is not.
    return bool(re.search(r"[,-]bold|bold(?:italic)?$", name, re.I)) and not re.search(r"fandolsong|xiaobiaosong", name, re.I)
