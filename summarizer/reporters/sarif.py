"""SARIF 2.1.0: for code review tools and editors."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .. import __version__
from ..claims.base import Explanation
from ..findings import Finding, Severity
from ..i18n import gettext as _
from ..i18n import language
from .base import ReportOptions, detail, end_of, in_file_order
from .catalogue import catalogue, one_line, sections

if TYPE_CHECKING:
    from ..check import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(report: Report, options: ReportOptions) -> str:
    """Return the report as one SARIF run; acknowledged findings are suppressed results."""
    pages = catalogue()
    numbers = {code: number for number, code in enumerate(pages)}
    seen: dict[str, int] = {}
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "summarizer",
                "version": __version__,
                "language": "zh-CN" if language() == "zh_CN" else "en",
                "rules": [_rule(page) for page in pages.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "artifacts": [{"location": {"uri": uri}} for uri in dict.fromkeys(_uri(f.path) for f in in_file_order(report) if f.path)],
        "results": [_result(finding, report, numbers, seen) for finding in in_file_order(report)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(page: Explanation) -> dict[str, Any]:
    parts = sections(page)
    return {
        "id": page.code,
        "name": page.name,
        "shortDescription": {"text": one_line(page)},
        "fullDescription": {"text": _(page.checks)},
        "help": {
            "text": "\n".join(f"{head}: {text}" for head, text in parts),
            "markdown": "\n\n".join(f"**{head}**\n\n{text}" for head, text in parts),
        },
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
        "properties": {"tags": [page.kind]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    unread = [source for source in report.sources if source.error is not None]
    shape: dict[str, Any] = {"executionSuccessful": not unread}
    if unread:
        shape["toolExecutionNotifications"] = [
            {"level": "error", "message": {"text": source.error}, "locations": [_file(source.path)]} for source in unread
        ]
    return shape


def _result(finding: Finding, report: Report, numbers: dict[str, int], seen: dict[str, int]) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": detail(finding)},
        "locations": _locations(finding, report),
        "partialFingerprints": {"place/v1": _fingerprint(finding, seen)},
        "properties": {"kind": finding.kind, "facts": list(finding.facts)},
    }
    if finding.code in numbers:
        shape["ruleIndex"] = numbers[finding.code]
    if finding.acknowledged:
        shape["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.acknowledged}]
    return shape


def _locations(finding: Finding, report: Report) -> list[dict[str, Any]]:
    if not finding.path:
        return []
    location = _file(finding.path)
    if finding.line:
        location["physicalLocation"]["region"] = _region(finding, report.texts.get(finding.path))
    if finding.facts:
        location["logicalLocations"] = [{"fullyQualifiedName": fact, "kind": "member"} for fact in finding.facts]
    return [location]


def _file(path: str) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}


def _region(finding: Finding, text: str | None) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": finding.line}
    if finding.column:
        region["startColumn"] = finding.column
    end_line, end_column = end_of(finding.start, finding.end, text)
    if end_line:
        region |= {"endLine": end_line, "endColumn": end_column}
    if finding.quote:
        region |= {"charOffset": finding.start, "charLength": finding.end - finding.start, "snippet": {"text": finding.quote}}
    return region


def _fingerprint(finding: Finding, seen: dict[str, int]) -> str:
    """The same while only lines above it change; equal findings in one file are numbered."""
    parts: Iterable[str] = (finding.code, finding.path, finding.quote or finding.message, *finding.facts)
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    seen[digest] = seen.get(digest, 0) + 1
    return f"{digest}:{seen[digest]}"


def _uri(path: str) -> str:
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(path)
