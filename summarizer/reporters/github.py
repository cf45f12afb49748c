"""GitHub: workflow commands that put each finding beside its line in a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding, Severity
from ..i18n import gettext as _
from .base import ReportOptions, by_severity, detail, end_of, in_file_order
from .text import counted

if TYPE_CHECKING:
    from ..check import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(report: Report, options: ReportOptions) -> str:
    """Return a command for each source that could not be read and for each open finding, errors first, and the counts."""
    lines = [
        _command("error", source.error, file=source.path, title=_("could not be read"))
        for source in report.sources
        if source.error is not None
    ]
    lines += [_finding(finding, report) for _severity, group in by_severity(in_file_order(report)) for finding in group]
    return "\n".join([*lines, counted(report)]) + "\n"


def _finding(finding: Finding, report: Report) -> str:
    end_line, end_column = end_of(finding.start, finding.end, report.texts.get(finding.path))
    # The service ignores columns of a stretch over several lines, and shows the last character inclusively.
    same = end_line == finding.line
    return _command(
        _COMMANDS[finding.severity],
        detail(finding),
        file=finding.path,
        line=finding.line,
        endLine=end_line,
        col=finding.column,
        endColumn=end_column - 1 if same else 0,
        title=f"{finding.code} {finding.name}",
    )


def _command(name: str, message: str, **properties: str | int) -> str:
    return f"::{name} {','.join(_properties(properties))}::{_data(message)}"


def _properties(properties: dict[str, str | int]) -> Iterator[str]:
    for key, value in properties.items():
        if value:
            yield f"{key}={_data(str(value)).replace(':', '%3A').replace(',', '%2C')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
