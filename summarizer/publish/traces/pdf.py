"""Traces in a PDF: its properties, notes on its pages, files and scripts inside, text that nobody sees, earlier states."""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

from ...errors import Position, ReadError
from ...i18n import enumerated, ngettext
from ...i18n import gettext as _
from ...jsons import read_json
from .base import Trace, Traces, quoted

_AUTHORS = ("Author",)
_DATES = ("CreationDate", "ModDate")
_TOOLS = ("Producer", "Creator", "Subject", "Keywords", "Trapped")
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
#: The one file that may be inside, and what it may say.
_FACTS = "facts.json"
_FACT_KEYS = frozenset(("id", "label", "text", "value", "unit", "hedge", "as_of", "derived", "uses"))
_LINK = 2
_INVISIBLE = 3
_STREAM = re.compile(rb"\bstream\r?\n(.*?)\bendstream", re.S)
#: The dictionary of a stream stands just before it.
_PACKED, _DICTIONARY, _LARGEST = re.compile(rb"/ObjStm|/Metadata"), 400, 64 * 1024 * 1024
_XMP_TOOLS = re.compile(rb"(?:pdf:Producer|xmp:CreatorTool|xmpMM:[A-Za-z]+)\s*(?:=\s*\"([^\"]*)\"|>([^<]*)<)")
_ACTIVE = {
    b"/JavaScript": "JavaScript",
    b"/Launch": "Launch",
    b"/OpenAction": "OpenAction",
    b"/AA": "AA",
    b"/AcroForm": "AcroForm",
    b"/OCProperties": "OCProperties",
    b"/RichMedia": "RichMedia",
    b"/SubmitForm": "SubmitForm",
}


class PdfTraces(Traces):
    """Looks through a PDF with PDFium, and through its bytes."""

    def _look(self) -> Iterator[Trace]:
        pdfium = _pdfium()
        yield from self._bytes()
        try:
            document = pdfium.PdfDocument(self.data)
        except pdfium.PdfiumError:
            raise ReadError(_("the PDF is cut off, damaged or encrypted"), where=Position("PDF")) from None
        try:
            yield from self._properties(document)
            yield from self._files(document)
            for number in range(len(document)):
                yield from _page(document, number, pdfium.raw)
        finally:
            document.close()

    def _bytes(self) -> Iterator[Trace]:
        plain = b"".join(_plain(self.data))
        states = plain.count(b"%%EOF")
        if states > 1:
            yield Trace("tracked", _("it was changed after it was made: {n} states of it are inside").format(n=states))
        for sign, name in _ACTIVE.items():
            if re.search(re.escape(sign) + rb"(?![A-Za-z])", plain):
                yield Trace("active", _("it holds {name}, which a report does not need").format(name=name))
        for match in _XMP_TOOLS.finditer(plain):
            if text := (match[1] or match[2] or b"").decode("utf-8", "replace").strip():
                yield Trace("tool", _("its metadata names a program: {text}").format(text=quoted(text)))

    def _properties(self, document: Any) -> Iterator[Trace]:
        for name in _AUTHORS:
            yield from self._author(name, document.get_metadata_value(name))
        for name in _TOOLS:
            if text := document.get_metadata_value(name):
                yield Trace("tool", _("property {name}: {text}").format(name=name, text=quoted(text)))
        for name in _DATES:
            text = document.get_metadata_value(name)
            match = _DATE.match(text)
            yield from self._day(name, "-".join(match.groups()) if match else text)

    def _files(self, document: Any) -> Iterator[Trace]:
        for number in range(document.count_attachments()):
            attachment = document.get_attachment(number)
            name = attachment.get_name()
            if name != _FACTS:
                yield Trace("outside", _("a file inside it: {name}").format(name=quoted(name)))
                continue
            try:
                rows = read_json(bytes(attachment.get_data()))["facts"]
                keys = {key for row in rows for key in row} - _FACT_KEYS
            except (ValueError, KeyError, TypeError):
                yield Trace("broken", _("the facts inside it cannot be read"))
                continue
            if keys:
                told = enumerated(sorted(keys))
                yield Trace("hidden", _("the facts inside it say what is known in the house only: {keys}").format(keys=told))


def _plain(data: bytes) -> Iterator[bytes]:
    """Yield what is no page, font or picture: dictionaries, objects packed in streams, and the metadata."""
    at = 0
    for match in _STREAM.finditer(data):
        before = data[at : match.start()]
        yield before
        if _PACKED.search(before[-_DICTIONARY:]):
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(match[1], _LARGEST)
            yield match[1] if match[1].lstrip().startswith(b"<") else b""
        at = match.end()
    yield data[at:]


def _pdfium() -> Any:
    try:
        return import_module("pypdfium2")
    except ImportError:
        raise ReadError(
            _("looking through a PDF needs the package pypdfium2"), hint=_("install it with: pip install 'summarizer[audit]'")
        ) from None


def _page(document: Any, number: int, raw: Any) -> Iterator[Trace]:
    page = document[number]
    try:
        notes = sum(1 for index in range(raw.FPDFPage_GetAnnotCount(page)) if _subtype(page, index, raw) != _LINK)
        if notes:
            yield Trace("comment", ngettext("{n} note on page {page}", "{n} notes on page {page}", notes).format(n=notes, page=number + 1))
        text = page.get_textpage()
        try:
            hidden = "".join(_unseen(page, text, raw))
        finally:
            text.close()
        if hidden.strip():
            yield Trace("hidden", _("text on page {page} that nobody sees: {text}").format(page=number + 1, text=quoted(hidden)))
    finally:
        page.close()


def _subtype(page: Any, index: int, raw: Any) -> int:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    try:
        return int(raw.FPDFAnnot_GetSubtype(annotation))
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _unseen(page: Any, text: Any, raw: Any) -> Iterator[str]:
    """Yield the text of objects that are drawn in no colour, in white, or beside the page."""
    width, height = page.get_size()
    for index in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT and (
            raw.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE or _white(item, raw) or _beside(item, width, height, raw)
        ):
            size = raw.FPDFTextObj_GetText(item, text, None, 0)
            buffer = ctypes.create_string_buffer(size)
            raw.FPDFTextObj_GetText(item, text, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
            yield buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _white(item: Any, raw: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _n in range(4))
    if not raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return False
    return alpha.value == 0 or min(red.value, green.value, blue.value) >= 0xF0


def _beside(item: Any, width: float, height: float, raw: Any) -> bool:
    left, bottom, right, top = (ctypes.c_float() for _n in range(4))
    if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return False
    return right.value < 0 or top.value < 0 or left.value > width or bottom.value > height
