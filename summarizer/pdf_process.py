"""PDF files from a second process, so that WeasyPrint loads and lays out while the first one does the rest."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import TYPE_CHECKING

from .second_core import SecondCore, possible
from .writers import FORMATS

if TYPE_CHECKING:
    from .document import Document
    from .writers.base import Job, Output


class PdfProcess:
    """A second process for PDF files, started when the first report needs it."""

    def __init__(self) -> None:
        self._core: SecondCore | None = None

    def start(self) -> bool:
        """Start the process where that is possible, and say whether it runs."""
        if self._core is None and possible():
            self._core = SecondCore(settle, _write_pdf)
        return self._core is not None

    def send(self, document: Document, job: Job) -> None:
        """Ask for a PDF."""
        if self._core is not None:
            self._core.send((document, job))

    def receive(self) -> tuple[Output, dict[str, str]]:
        """Return the PDF asked for, and the templates it was made with.

        Raises:
            EOFError: there is no such process, or it has died.
        """
        if self._core is None:
            raise EOFError
        try:
            answer: tuple[Output, dict[str, str]] = self._core.receive()
        except EOFError:
            self.close()
            raise
        return answer

    def close(self) -> None:
        """End the process."""
        if self._core is not None:
            self._core.close()
            self._core = None


def load_pdf_writer() -> None:
    """Import what is slow to import."""
    import_module("summarizer.writers.pdf").preload()


def settle() -> None:
    """Make ready a process that will write many PDF files: what is loaded stays, so the collector need not look at it again."""
    load_pdf_writer()
    gc.collect()
    gc.freeze()


def _write_pdf(request: tuple[Document, Job]) -> tuple[Output, dict[str, str]]:
    document, job = request
    return FORMATS["pdf"].writer()(document, job), job.resources.read
