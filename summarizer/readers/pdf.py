"""PDF → text, by PDFium: characters with their places, from which lines, paragraphs and tables are put together.

Why PDFium (package ``pypdfium2``, extra ``audit``) and not pypdf, pdfminer.six or pdfplumber: it is the engine of a
browser, fuzzed and released every few weeks, four to thirty times as fast on the same reports, and the
package needs no other. It gives characters, boxes and drawn lines; the layout of Chinese text is done here.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from ..errors import Position, ReadError
from ..i18n import enumerated
from ..i18n import gettext as _
from .base import Content
from .outline import guess
from .page_metadata import mark
from .pdf_blocks import assemble
from .pdf_layout import Char, Page, Segment

MAX_PAGES = 3000
_MAX_CHARS = 200_000
_MAX_SEGMENTS = 20_000
_MAX_OBJECTS = 50_000
#: The end of a PDF may be followed by some garbage of the way, not by more (ISO 32000-1, 7.5.5 and annex H).
_TAIL = 2048


def read_pdf(data: bytes, name: str) -> Content:
    """Read a PDF with text in it.

    Raises:
        ReadError: damaged, encrypted, pictures of pages only, or the package that reads it is not installed.
    """
    where = Position(name)
    try:
        pdfium: Any = import_module("pypdfium2")
    except ImportError:
        raise ReadError(
            _("reading PDF needs the package pypdfium2"), where=where, hint=_("install it with: pip install 'summarizer[audit]'")
        ) from None
    if b"%%EOF" not in data[-_TAIL:]:
        raise _damaged(where)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise ReadError(
                _("the file is encrypted"), where=where, hint=_("open it with its password and save or print a copy without one")
            ) from None
        raise _damaged(where) from None
    try:
        if not 0 < len(document) <= MAX_PAGES:
            raise ReadError(_("{n} pages; up to {most} are read").format(n=len(document), most=MAX_PAGES), where=where)
        pages = [_page(document, index, pdfium) for index in range(len(document))]
        metadata = _metadata(document)
    except pdfium.PdfiumError:
        raise _damaged(where) from None
    finally:
        document.close()
    return _content(pages, metadata, where)


def _content(pages: list[Page], metadata: dict[str, str], where: Position) -> Content:
    unread = [page.number for page in pages if not page.chars]
    if len(unread) == len(pages):
        raise ReadError(
            _("the pages hold pictures but no text"),
            where=where,
            hint=_("have the text recognised (OCR), or audit the file that it was made from"),
        )
    strange = sum(page.unmapped for page in pages)
    if strange * 4 > sum(len(page.chars) for page in pages):
        raise ReadError(
            _("the fonts of this PDF do not say which characters they show"),
            where=where,
            hint=_("audit the file that it was made from, or have the text recognised (OCR)"),
        )
    notes = (_("no text on page {pages}").format(pages=enumerated(map(str, unread))),) if unread else ()
    text, blocks, anchors = assemble(pages)
    marked, values = mark(text, blocks)
    return Content(text, guess(text, marked), anchors, notes, {**metadata, **values})


def _damaged(where: Position) -> ReadError:
    return ReadError(_("the PDF is cut off or damaged"), where=where, hint=_("copy or download it again, or print it to a new PDF"))


def _metadata(document: Any) -> dict[str, str]:
    title = str(document.get_metadata_value("Title") or "").strip()
    return {"title": title} if title and not title.lower().endswith((".doc", ".docx", ".wps")) else {}


def _page(document: Any, index: int, pdfium: Any) -> Page:
    raw = pdfium.raw
    page = document[index]
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        chars, unmapped = _chars(textpage, raw)
        segments = list(_segments(page, raw))
    finally:
        textpage.close()
        page.close()
    return _upright(Page(index + 1, width, height, [char for char, _angle in chars], segments, unmapped), [angle for _char, angle in chars])


def _chars(textpage: Any, raw: Any) -> tuple[list[tuple[Char, int]], int]:
    """Return the visible characters with their direction in quarter turns, and how many have no known meaning."""
    found: list[tuple[Char, int]] = []
    unmapped = high = 0
    box = raw.FS_RECTF()
    for index in range(min(raw.FPDFText_CountChars(textpage), _MAX_CHARS)):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        sign = _sign(code)
        if sign is None or not raw.FPDFText_GetLooseCharBox(textpage, index, box):
            continue
        angle = raw.FPDFText_GetCharAngle(textpage, index) / (math.pi / 2)
        if abs(angle - round(angle)) > 0.1:
            continue  # a watermark across the page
        unmapped += sign == "\ufffd" or 0xE000 <= code < 0xF900
        found.append((Char(box.left, box.bottom, box.right, box.top, sign), round(angle) % 4))
    return found, unmapped


def _sign(code: int) -> str | None:
    """Return the character of a code, None for blanks, which are concluded from gaps instead."""
    if code < 0x20 or code in (0x7F, 0xAD, 0xFFFE, 0xFFFF, 0x200B, 0xFEFF) or code > 0x10FFFF:
        return None
    sign = chr(code)
    if sign.isspace():
        return None
    # Many fonts name 用 as the radical ⽤, which looks the same and is another character.
    return unicodedata.normalize("NFKC", sign)[:1] if 0x2E80 <= code < 0x2FE0 or 0xF900 <= code < 0xFB00 else sign


def _upright(page: Page, turns: list[int]) -> Page:
    """Return the page turned so that most of its text runs from left to right; other text is left out."""
    if not turns:
        return page
    most = Counter(turns).most_common(1)[0][0]
    chars = [char for char, turn in zip(page.chars, turns, strict=True) if turn == most]
    if most == 0:
        return Page(page.number, page.width, page.height, chars, page.segments, page.unmapped)

    def turned(x: float, y: float) -> tuple[float, float]:
        # PDFium counts quarter turns clockwise: 3 runs upwards.
        return {1: (page.height - y, x), 2: (page.width - x, page.height - y), 3: (y, page.width - x)}[most]

    def box(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float, float, float]:
        return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])

    turned_chars = [Char(*box(turned(c.x0, c.y0), turned(c.x1, c.y1)), c.sign) for c in chars]
    segments = [Segment(*box(turned(s.x0, s.y0), turned(s.x1, s.y1))) for s in page.segments]
    width, height = (page.height, page.width) if most % 2 else (page.width, page.height)
    return Page(page.number, width, height, turned_chars, segments, page.unmapped)


def _segments(page: Any, raw: Any) -> Iterator[Segment]:
    """Yield the straight lines that are drawn level or upright: the rules of tables."""
    count = 0
    for index in range(min(raw.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        for segment in _path(item, raw):
            yield segment
            count += 1
            if count > _MAX_SEGMENTS:
                return


def _path(item: Any, raw: Any) -> Iterator[Segment]:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    before = start = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(item), _MAX_SEGMENTS)):
        part = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(part, x, y)
        here = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        type = raw.FPDFPathSegment_GetType(part)
        if type == raw.FPDF_SEGMENT_MOVETO:
            start = here
        elif type == raw.FPDF_SEGMENT_LINETO:
            yield Segment(*sorted_box(before, here))
        before = here
        if raw.FPDFPathSegment_GetClose(part):
            yield Segment(*sorted_box(before, start))


def sorted_box(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float, float, float]:
    """Return left, bottom, right, top of two points."""
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])
