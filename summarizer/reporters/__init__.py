"""Reporters: what a person or another program reads of a check. One file per format, one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .base import ReportOptions, Write, exit_status

if TYPE_CHECKING:
    from ..check import Report

#: Format → module, imported only when the format is asked for; it has ``write(report, options)``.
REPORTERS = {
    "text": "text",
    "json": "json_object",
    "jsonl": "json_lines",
    "sarif": "sarif",
    "github": "github",
    "junit": "junit",
    "html": "html",
}

#: Formats that can be written source by source, with nothing around them: what comes is written at once.
STREAMED = frozenset({"jsonl"})

#: Formats that show every claim, whether asked to or not.
SHOW_CLAIMS = frozenset({"junit"})


def reporter(name: str) -> Write:
    """Import the reporter of a format named in :data:`REPORTERS`."""
    write: Write = import_module(f"summarizer.reporters.{REPORTERS[name]}").write
    return write


def write(name: str, report: Report, options: ReportOptions) -> str:
    """Return ``report`` in the format ``name``; the text ends with a line end."""
    return reporter(name)(report, options)


__all__ = ["REPORTERS", "SHOW_CLAIMS", "STREAMED", "ReportOptions", "Write", "exit_status", "reporter", "write"]
