"""Released files: built as final, for the public, and looked through in their bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

from ..document import Document
from ..facts.factset import FactSet
from ..manifest import digest
from ..pdf_process import load_pdf_writer
from ..resources import Resources
from ..writers import FORMATS
from ..writers.base import Job, Unrendered
from .model import Attachment
from .traces import TRACES, Allowed, Trace

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: What hangs on the page: format → media type and what a citizen reads.
OFFERED = {"docx": (_WORD, "Word 文档"), "pdf": ("application/pdf", "PDF 文档")}


@dataclass(frozen=True, slots=True)
class Released:
    """A finished file.

    Args:
        unrendered: what its writer could not put into it.
    """

    format: str
    name: str
    data: bytes
    pages: int = 0
    unrendered: tuple[Unrendered, ...] = ()

    @property
    def attachment(self) -> Attachment:
        """What the page says of it."""
        media_type, label = OFFERED[self.format]
        return Attachment(self.name, label, media_type, len(self.data), digest(self.data), self.pages)


def allowed(facts: FactSet, document: Document) -> Allowed:
    """Return what the released files may say of themselves."""
    report = facts.report
    names = (document.metadata.publisher, report.bureau, report.short, *report.signature)
    return Allowed(tuple(dict.fromkeys(name for name in names if name)), document.title_text, document.metadata.date)


def preload() -> Thread:
    """Begin to load what writes PDF files, in a thread."""
    thread = Thread(target=load_pdf_writer, daemon=True)
    thread.start()
    return thread


def release(facts: FactSet, document: Document, content: Path) -> tuple[Released, ...]:
    """Return the finished files that go out with ``document``.

    Raises:
        SummarizerError: a template or writer that failed.
    """
    made = []
    for name in OFFERED:
        format = FORMATS[name]
        job = Job(Resources(content / "templates"), facts, draft=False, public=True, **facts.report.setting)
        output = format.writer()(document, job)
        pages = page_count(output.data) if name == "pdf" else 0
        made.append(Released(name, format.filename(False), output.data, pages, output.unrendered))
    return tuple(made)


def page_count(data: bytes) -> int:
    """Return how many pages a PDF has; 0 if nothing is installed that can tell."""
    try:
        pdfium: Any = import_module("pypdfium2")
    except ImportError:
        return 0
    with pdfium.PdfDocument(data) as document:
        return len(document)


def traces(files: Iterable[Released], allow: Allowed) -> list[tuple[str, Trace]]:
    """Return what is found in ``files`` and must not go out, with the file's name."""
    return [(file.name, trace) for file in files for trace in TRACES[file.format](file.data, allow).found()]
