"""HTML: one file that needs nothing else, to read on a phone, to print, to hand round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..claims.base import EXPLANATIONS
from ..findings import Finding, Severity
from ..i18n import N_, enumerated, language
from ..i18n import gettext as _
from .base import (
    OUTCOME_WORDS,
    SEVERITY_WORDS,
    ReportOptions,
    by_severity,
    figures,
    in_file_order,
    name_of,
    outcome_counts,
    severity_counts,
    spot,
)
from .excerpt import Excerpt, clean, excerpts_of
from .html_text import full_texts

if TYPE_CHECKING:
    from ..check import CheckedSource, Report

TEMPLATE = "findings.html.j2"
#: Columns of a quoted line: the place with the clause around it.
_COLUMNS = 160
_COUNTED = {Severity.ERROR: N_("errors"), Severity.WARNING: N_("warnings"), Severity.INFO: N_("for information")}
_HEADS = {Severity.ERROR: N_("Must be mended"), Severity.WARNING: N_("To be looked at"), Severity.INFO: N_("For information")}


def write(report: Report, options: ReportOptions) -> str:
    """Return the report as one page."""
    # Jinja takes longer to import than a report to judge.
    from ..resources import Resources
    from ..writers.html_template import render

    findings = in_file_order(report)
    acknowledged = [finding for finding in findings if finding.acknowledged]
    texts = full_texts(report, findings)
    paths = {text.path for text in texts}
    numbers = {id(finding): number for number, finding in enumerate(findings, 1) if clean(finding.path) in paths}
    return render(
        Resources(),
        TEMPLATE,
        lang="zh-CN" if language() == "zh_CN" else "en",
        words=_words(),
        title=_title(report),
        conclusion=_conclusion(report),
        day=options.today.isoformat() if options.today else "",
        tiles=list(_tiles(report)),
        sources=[_source(source) for source in report.sources],
        groups=[
            (severity.value, _(_HEADS[severity]), [_finding(f, report, numbers) for f in group])
            for severity, group in by_severity(findings)
        ],
        acknowledged=[_finding(finding, report, numbers) for finding in acknowledged],
        outcomes=[(outcome.value, _(OUTCOME_WORDS[outcome]), count) for outcome, count in outcome_counts(report.judged).items()],
        judged=list(_judged(report)) if options.claims else None,
        uncovered=_uncovered(report) if options.uncovered else None,
        pages=list(_pages(findings)),
        texts=texts,
    )


def _words() -> dict[str, str]:
    return {
        "acknowledged": _("Faults found, acknowledged"),
        "reason": _("reason"),
        "claims": _("Claims judged"),
        "verdict": _("verdict"),
        "count": _("number"),
        "every": _("Every claim"),
        "figures": _("figures"),
        "checked": _("checked"),
        "source": _("source"),
        "sources": _("What was read"),
        "working": _("working"),
        "hint": _("hint"),
        "facts": _("facts"),
        "codes": _("What the codes mean"),
        "checks": _("what is checked"),
        "why": _("why"),
        "fails": _("fails"),
        "passes": _("passes"),
        "mend": _("to mend"),
        "label": _("label"),
        "uncovered": _("Figures that no judged claim uses"),
        "place": _("place"),
        "code": _("code"),
        "weak": _("weak"),
        "unread": _("could not be read"),
        "texts": _("The text with its findings"),
        "whole": _("about the whole file"),
        "shown": _("in the text"),
    }


def _title(report: Report) -> str:
    names = enumerated(source.path.rstrip("/").rsplit("/", 1)[-1] for source in report.sources[:3])
    if len(report.sources) > 3:
        names = _("{names} and {n} more").format(names=names, n=len(report.sources) - 3)
    return clean(_("Findings: {names}").format(names=names)) if names else _("Findings")


def _conclusion(report: Report) -> str:
    counts = severity_counts(report.findings)
    if any(source.error is not None for source in report.sources):
        return _("Not everything could be read; what was read is judged.")
    if counts[Severity.ERROR]:
        return _("This must be mended before it goes out.")
    if counts[Severity.WARNING]:
        return _("Nothing is certainly wrong; somebody should look at the places below.")
    if any(finding.acknowledged for finding in report.findings):
        return _("Nothing is open; the faults found are acknowledged.")
    return _("Nothing was found. What could not be judged is counted below.")


def _tiles(report: Report) -> Iterator[tuple[str, str, str]]:
    """Class, label and number of each count at the top."""
    for severity, count in sorted(severity_counts(report.findings).items(), key=lambda item: -item[0].rank):
        yield severity.value, _(_COUNTED[severity]), str(count)
    yield "known", _("acknowledged"), str(sum(1 for finding in report.findings if finding.acknowledged))
    total, checked = figures(report)
    yield "figures", _("figures checked"), f"{checked} / {total}"


def _source(source: CheckedSource) -> dict[str, Any]:
    return {
        "path": clean(source.path),
        "figures": source.figures,
        "checked": source.figures_checked,
        "percent": round(100 * source.figures_checked / source.figures) if source.figures else 0,
        "error": source.error,
    }


def _finding(finding: Finding, report: Report, numbers: dict[int, int]) -> dict[str, Any]:
    shown = list(excerpts_of(finding, report.texts, _COLUMNS))
    if not shown and finding.quote:
        shown = [Excerpt(0, "", clean(finding.quote), "")]
    return {
        "number": numbers.get(id(finding), 0),
        "severity": finding.severity.value,
        "word": _(SEVERITY_WORDS[finding.severity]),
        "code": finding.code,
        "name": finding.name,
        "explained": finding.code in EXPLANATIONS,
        "spot": _spot(finding),
        "message": finding.message,
        "excerpts": shown,
        "working": finding.working,
        "hint": finding.hint,
        "facts": finding.facts,
        "acknowledged": finding.acknowledged,
    }


def _judged(report: Report) -> Iterator[dict[str, Any]]:
    for item in report.judged:
        verdict = item.verdict
        place = item.place
        yield {
            "outcome": verdict.outcome.value,
            "word": _(OUTCOME_WORDS[verdict.outcome]),
            "weak": verdict.strength == "weak",
            "code": verdict.code,
            "name": name_of(verdict.code),
            "spot": _spot(place),
            "quote": clean(place.quote),
            "working": verdict.working,
        }


def _uncovered(report: Report) -> list[dict[str, str]]:
    return [
        {"text": figure.text or _("(blank)"), "label": figure.label, "fact": figure.id, "spot": _spot(figure.place)}
        for source in report.sources
        for figure in source.uncovered
    ]


def _pages(findings: list[Finding]) -> Iterator[dict[str, str]]:
    for code in sorted({finding.code for finding in findings}):
        if page := EXPLANATIONS.get(code):
            texts = {"checks": _(page.checks), "why": _(page.why), "fails": page.fails, "passes": page.passes, "mend": _(page.mend)}
            yield {"code": page.code, "name": page.name, **texts}


def _spot(place: Any) -> str:
    return clean(spot(place.path, place.line, place.column))
