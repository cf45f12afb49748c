"""The official PDF: GB/T 9704-2012 on A4, tagged, archival (PDF/A-3a), the same bytes on every run."""

from __future__ import annotations

import hashlib
import re
import threading
from datetime import UTC, date, datetime, time
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from logging import LogRecord
from typing import Any

from .. import fonts
from ..document import Document
from ..i18n import gettext as _
from ..resources import Resources
from . import justify, kinsoku, pdf_library, pdf_speed
from .base import Job, Output, Unrendered
from .forms import in_form
from .marking import Marking, marking
from .pdf_log import Log
from .pdf_pages import finish, imprint_page
from .pdf_style import style
from .print_page import day_of, print_page
from .title import words_of

#: Pango, fontconfig and WeasyPrint's logger are shared by the whole process.
_LOCK = threading.Lock()
#: Any address in a style sheet; a backslash may hide one.
_NAMES_FILES = re.compile(r"url|@import|\\", re.IGNORECASE)
_PRODUCER = re.compile(rb' pdf:Producer="[^"]*"')
#: The colour space that PDF/A must name.
_COLOURS = "--srgb"
#: The date of an attached file when the document has none: the first that a ZIP file knows.
_EPOCH = date(1980, 1, 1)


def preload() -> None:
    """Do early what every PDF needs: import WeasyPrint, find the fonts, read the shipped style sheet and the words for its title."""
    with _LOCK, Log():
        _prepare()
        _sheet(style(Document("", (), ()), Job(Resources(), draft=False)), None)
    words_of("标题", (), 1)


def write(document: Document, job: Job) -> Output:
    """Return ``document`` as PDF, with its facts attached as ``facts.json`` if ``job`` has them.

    A draft marks what findings stand on, without moving a line, and lists them on pages of their own.
    A character that no font has becomes an :class:`Unrendered` of the kind ``glyph``.

    Raises:
        TemplateError: ``print.html.j2`` or ``official.css.j2`` is missing or broken.
        OutputError: the WeasyPrint installed is not one that this writer knows.
    """
    document = in_form(document)
    marked = marking(document, job)
    sheet = style(document, job, review=marked is not None)
    with _LOCK, Log() as log, pdf_speed.no_collection():
        _prepare()
        data = _made(document, job, marked, sheet, log)
    return Output(data, (*log.unrendered(document), *_other_fonts(job)))


def _made(document: Document, job: Job, marked: Marking | None, sheet: str, log: Log) -> bytes:
    """Return the PDF; pages and page trees are gone when this returns, before the collector looks for what they leave behind."""
    html = print_page(document, job, marked)
    laid_out = _lay_out(html, sheet, job, log)
    if job.both_sides and imprint_page(laid_out.pages) % 2:
        html = print_page(document, job, marked, even=True)
        laid_out = _lay_out(html, sheet, job, log)
    finish(laid_out.pages)
    return _written(laid_out, html + sheet, _attached(document, job), public=job.public)


def _other_fonts(job: Job) -> tuple[Unrendered, ...]:
    """Return the fonts that the report asks for and this machine lacks; the style sheet then takes the usual one of the role."""
    names = dict.fromkeys(name for _role, name in job.fonts)
    message = _("the font {name} is not on this machine: the usual one stands in for it")
    return tuple(Unrendered(message.format(name=name), name, "font") for name in names if fonts.missing(name))


def _attached(document: Document, job: Job) -> list[tuple[bytes, Any]]:
    """Return the facts and the attachment that holds them; WeasyPrint uses an attachment up."""
    if job.facts is None:
        return []
    from weasyprint import Attachment

    from . import facts_json

    data = facts_json.write(document, job).data
    moment = datetime.combine(day_of(document) or _EPOCH, time(), UTC)
    about = {"name": "facts.json", "description": "本文数据", "relationship": "Data"}
    return [(data, Attachment(string=data, created=moment, modified=moment, **about))]


def _prepare() -> None:
    fonts.prepare()
    with pdf_speed.lighter():
        pdf_library.load()
    justify.install()
    kinsoku.install()
    pdf_speed.install()


def _sheet(text: str, base: str | None) -> tuple[Any, Any, tuple[LogRecord, ...]]:
    """Return the style sheet, its fonts, and what WeasyPrint said about it.

    Made once for a text, but not if it brings fonts of its own: those are temporary files that WeasyPrint
    takes away when the last user of the configuration has gone. Reports have a folder each, which a sheet only
    depends on if it names files; each configuration costs a quarter of a megabyte that Pango never gives back.
    """
    return _read_sheet(text, base) if "@font-face" in text else _known_sheet(text, base if _NAMES_FILES.search(text) else None)


def _read_sheet(text: str, base: str | None) -> tuple[Any, Any, tuple[LogRecord, ...]]:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    from .pdf_fetch import fetcher

    configuration = FontConfiguration()
    pdf_speed.keep(configuration, text)
    with Log() as log:
        css = CSS(string=text, font_config=configuration, url_fetcher=fetcher(None), base_url=base)
    return css, configuration, tuple(log.records)


_known_sheet = lru_cache(maxsize=4)(_read_sheet)


def _lay_out(html: str, sheet: str, job: Job, log: Log) -> Any:
    """Return the pages of ``html`` as WeasyPrint's document, not yet drawn."""
    from .pdf_fetch import fetcher

    own = job.resources.own
    base = f"{own.resolve().as_uri()}/" if own else None
    css, configuration, said = _sheet(sheet, base)
    log.records.extend(said)
    return pdf_speed.parsed(html, job.resources, url_fetcher=fetcher(job.resources), base_url=base).render(
        font_config=configuration,
        stylesheets=[css],
        pdf_variant="pdf/a-3a",
        color_profiles={_COLOURS: _colours()},
        output_intent=_COLOURS,
    )


def _written(laid_out: Any, source: str, attached: list[tuple[bytes, Any]], *, public: bool) -> bytes:
    """Draw the pages; what they were made from is the file's identifier."""
    contents = source.encode() + b"".join(one for one, _attachment in attached)

    def finisher(document: Any, pdf: Any) -> None:
        _list_once(document, pdf)
        if public:
            _unsigned(pdf)
        pdf_speed.once(pdf)

    data: bytes = laid_out.write_pdf(
        attachments=[attachment for _one, attachment in attached] or None,
        pdf_variant="pdf/a-3a",
        output_intent=_COLOURS,
        pdf_identifier=hashlib.sha256(contents).digest()[:16],
        finisher=finisher,
    )
    return data


def _colours() -> Any:
    """Return the sRGB profile that ships with WeasyPrint, which itself would leave the file open."""
    from weasyprint.css import ColorProfile

    data = files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes()
    return ColorProfile(BytesIO(data), "sRGB2014.icc", "relative-colorimetric", (["r"], ["g"], ["b"]))


def _list_once(_document: Any, pdf: Any) -> None:
    """Name each attached file once in ``/AF``: WeasyPrint 70 does it twice."""
    if listed := pdf.catalog.get("AF"):
        listed[:] = dict.fromkeys(listed)


def _unsigned(pdf: Any) -> None:
    """Take out which program and version wrote the file: nobody outside needs it, and it tells what to attack."""
    pdf.info.pop("Producer", None)
    for item in pdf.objects:
        if getattr(item, "extra", {}).get("Type") == "/Metadata":
            item.stream = [_PRODUCER.sub(b"", part) for part in item.stream]
