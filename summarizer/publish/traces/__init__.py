"""What must not leave the house in a finished file, looked for in its bytes: a format is one module and one line here."""

from __future__ import annotations

from .base import Allowed, Trace, Traces
from .docx import DocxTraces
from .html import FragmentTraces, PageTraces
from .pdf import PdfTraces

#: Format → who looks through it.
TRACES: dict[str, type[Traces]] = {"docx": DocxTraces, "pdf": PdfTraces, "fragment": FragmentTraces, "page": PageTraces}

__all__ = ["TRACES", "Allowed", "Trace", "Traces"]
