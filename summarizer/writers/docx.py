"""The DOCX writer: a Word file in the form of GB/T 9704, editable, with its figures marked.

python-docx carries the package, lxml the text. The file depends on the document and the job alone:
no clock, no random id, fixed ZIP entries.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, date, datetime

import docx
from docx.document import Document as WordDocument

from ..document import Document
from .base import Job, Output
from .docx_parts.base import base_package
from .docx_parts.blocks import add_blocks
from .docx_parts.comments import add_comments
from .docx_parts.elements import Element
from .docx_parts.frame import add_back, add_end, front_elements
from .docx_parts.inlines import Scribe
from .docx_parts.letterhead import mark_of
from .docx_parts.sections import assembled, drop_unused
from .marking import marking

#: The earliest time that ZIP knows: a file made twice is the same twice.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
#: Longer properties are refused by the format's own tools.
_PROPERTY_LIMIT = 255


def write(document: Document, job: Job) -> Output:
    """Return ``document`` as DOCX.

    A draft says so in its header and carries the findings as comments; a final file does neither. Characters that XML cannot hold are left
    out and reported.
    """
    marked = marking(document, job)
    scribe = Scribe(job.page.in_word(), job.facts, marked.ranges if marked else {}, job.draft)
    elements = body(document, job, scribe, marked.title if marked else ())
    word = package(document, scribe, elements)
    if marked:
        add_comments(word, marked, scribe, moment(document))
    return Output(packed(word), tuple(scribe.unrendered.values()))


def body(document: Document, job: Job, scribe: Scribe, opinions: tuple[int, ...] = ()) -> list[Element]:
    """Return what stands in the body of the file; ``opinions`` are comments on the title."""
    flow = front_elements(scribe, document, opinions)
    add_blocks(flow, scribe, document.body)
    add_back(flow, scribe, document)
    last = add_end(flow, scribe, document, even=job.both_sides)
    return assembled(flow, last)


def package(document: Document, scribe: Scribe, elements: Iterable[Element]) -> WordDocument:
    """Return a file of ``document`` with ``elements`` for its body."""
    mark = mark_of(document.letterhead if document.form == "issued" else None, scribe.profile)
    word = docx.Document(io.BytesIO(base_package(scribe.profile, scribe.draft, mark)))
    word.element.body.extend(elements)
    drop_unused(word)
    word.part.numbering_part.element.extend(scribe.numbers.lists())
    _properties(word, document, scribe)
    return word


def _properties(word: WordDocument, document: Document, scribe: Scribe) -> None:
    """Set the core properties from the document itself, the dates from its own date."""
    properties = word.core_properties
    properties.title = scribe.clean(document.title_text)[:_PROPERTY_LIMIT]
    properties.author = scribe.clean(document.metadata.publisher)[:_PROPERTY_LIMIT]
    properties.language = "zh-CN"
    if scribe.draft:
        properties.content_status = "草稿"
    if day := moment(document):
        properties.created = properties.modified = day


def moment(document: Document) -> datetime | None:
    """Return the document's own date, the only time that its file knows."""
    try:
        day = date.fromisoformat(document.metadata.date)
    except ValueError:
        return None
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def packed(word: WordDocument) -> bytes:
    """Return the package with entries in order and without a clock."""
    saved = io.BytesIO()
    word.save(saved)
    stream = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(stream, "w") as target:
        # The content types come first: readers that stream need them so.
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return stream.getvalue()
