"""Writers: one file per format, one line here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from .base import Job, Output, Unrendered, Write


@dataclass(frozen=True, slots=True)
class Format:
    """A format that a build can write.

    Args:
        module: imported only when the format is written; it has ``write(document, job)``.
        final, draft: the file's name.
        libraries: distributions whose version shapes the bytes.
    """

    name: str
    module: str
    final: str
    draft: str
    libraries: tuple[str, ...] = ()

    def filename(self, draft: bool) -> str:
        """The file's name."""
        return self.draft if draft else self.final

    def writer(self) -> Write:
        """Import the writer."""
        write: Write = import_module(f"summarizer.writers.{self.module}").write
        return write


FORMATS = {
    format.name: format
    for format in (
        Format("docx", "docx", "report.docx", "report-draft.docx", ("python-docx", "lxml")),
        Format("pdf", "pdf", "report.pdf", "report-draft.pdf", ("weasyprint", "pydyf", "fonttools")),
        Format("html", "html", "index.html", "index-draft.html", ("jinja2",)),
        Format("text", "text", "report.txt", "report-draft.txt"),
        Format("facts", "facts_json", "facts.json", "facts-draft.json"),
    )
}

__all__ = ["FORMATS", "Format", "Job", "Output", "Unrendered", "Write"]
