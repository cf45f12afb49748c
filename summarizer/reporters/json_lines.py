"""JSON lines: one object for each source, written as soon as it is judged; for thousands of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from .base import ReportOptions, source_numbers
from .json_object import VERSION, found_shape, source_shape

if TYPE_CHECKING:
    from ..check import Judged, Report
    from ..findings import Finding


def write(report: Report, options: ReportOptions) -> str:
    """Return a line for each source; that of several reports is theirs, one after the other."""
    return "".join(_line(part, options) for part in _by_source(report))


def _line(report: Report, options: ReportOptions) -> str:
    shape = {"version": VERSION, **source_shape(report.sources[0]), **found_shape(report, options)}
    return json.dumps(shape, ensure_ascii=False) + "\n"


def _by_source(report: Report) -> Iterator[Report]:
    if len(report.sources) == 1:
        yield report
        return
    number = source_numbers(report)
    findings: dict[int, list[Finding]] = defaultdict(list)
    judged: dict[int, list[Judged]] = defaultdict(list)
    for finding in report.findings:
        findings[number(finding.path)].append(finding)
    for item in report.judged:
        judged[number(item.place.path)].append(item)
    for n, source in enumerate(report.sources):
        yield replace(report, sources=(source,), findings=tuple(findings[n]), judged=tuple(judged[n]))
