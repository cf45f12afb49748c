"""JSON: one object, the shape that other programs rely on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..claims.base import Place
from ..findings import Finding
from .base import ReportOptions, in_file_order, judged_facts, name_of, outcome_counts

if TYPE_CHECKING:
    from ..check import CheckedSource, Judged, Report, Uncovered

#: Raised when a field changes its meaning or goes; a new field does not raise it.
VERSION = 1


def write(report: Report, options: ReportOptions) -> str:
    """Return the report as JSON."""
    shape = {"version": VERSION, "sources": [source_shape(source) for source in report.sources], **found_shape(report, options)}
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def source_shape(source: CheckedSource) -> dict[str, Any]:
    """Return what is said of one source."""
    return {"path": source.path, "figures": source.figures, "figures_checked": source.figures_checked, "error": source.error}


def found_shape(report: Report, options: ReportOptions) -> dict[str, Any]:
    """Return what was found in all sources of ``report``."""
    shape: dict[str, Any] = {
        "claims": {str(outcome): count for outcome, count in outcome_counts(report.judged).items()},
        "findings": [_finding(finding) for finding in in_file_order(report)],
        "judged": [_judged(item) for item in report.judged] if options.claims else [],
    }
    if options.uncovered:
        shape["uncovered"] = [_uncovered(figure) for source in report.sources for figure in source.uncovered]
    return shape


def _finding(finding: Finding) -> dict[str, Any]:
    shape = {
        "code": finding.code,
        "name": finding.name,
        "kind": finding.kind,
        "severity": str(finding.severity),
        "message": finding.message,
        "working": finding.working,
        "hint": finding.hint,
        **_place(finding),
        "facts": list(finding.facts),
    }
    return shape | {"acknowledged": finding.acknowledged} if finding.acknowledged else shape


def _judged(item: Judged) -> dict[str, Any]:
    verdict = item.verdict
    return {
        "code": verdict.code,
        "name": name_of(verdict.code),
        "kind": item.claim.kind,
        "verdict": str(verdict.outcome),
        "strength": verdict.strength,
        "message": verdict.message,
        "working": verdict.working,
        "hint": verdict.hint,
        **_place(item.place),
        "facts": list(judged_facts(item)),
    }


def _uncovered(figure: Uncovered) -> dict[str, Any]:
    return {"fact": figure.id, "label": figure.label, **_place(figure.place)}


def _place(place: Finding | Place) -> dict[str, Any]:
    return {key: getattr(place, key) for key in ("path", "line", "column", "start", "end", "quote")}
