"""Text for the terminal: the place marked, the working, the hint, and the counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..claims.base import Outcome
from ..findings import Finding, Severity
from ..i18n import enumerated, ngettext, strung
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
from .excerpt import clean, excerpts_of

if TYPE_CHECKING:
    from ..check import Report

_STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_OUTCOME_STYLES = {Outcome.HOLDS: "32", Outcome.WITHIN: "32", Outcome.OFF: "33", Outcome.FAILS: "31", Outcome.CANNOT_TELL: "2"}
_BOLD, _DIM = "1", "2"


def write(report: Report, options: ReportOptions) -> str:
    """Return the report as lines for a terminal or a file."""
    return "\n".join(_Text(report, options).lines()) + "\n"


class _Text:
    def __init__(self, report: Report, options: ReportOptions) -> None:
        self.report = report
        self.options = options
        self.findings = in_file_order(report)

    def lines(self) -> Iterator[str]:
        for _severity, group in by_severity(self.findings):
            for finding in group:
                yield from self._finding(finding)
                yield ""
        for part in (self._acknowledged, self._claims, self._uncovered, self._unread, self._notes):
            if lines := list(part()):
                yield from (*lines, "")
        yield from self._summary()

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.options.colour else text

    def _finding(self, finding: Finding) -> Iterator[str]:
        style = _STYLES[finding.severity]
        severity = self._styled(_(SEVERITY_WORDS[finding.severity]), style)
        where = self._styled(_spot(finding), _BOLD)
        yield f"{where}: {severity} {finding.code} {finding.name}" if finding.path else f"{severity} {finding.code} {finding.name}"
        yield from self._words("{words}", finding.message)
        yield from self._source(finding, style)
        yield from self._words(_("working: {words}"), finding.working)
        yield from self._words(_("hint: {words}"), finding.hint)
        # The first id is the one that an acknowledgement names under `at`.
        yield from self._words(_("facts: {words}"), enumerated(finding.facts))

    def _words(self, frame: str, words: str) -> Iterator[str]:
        if words:
            first, *others = frame.format(words=words).split("\n")
            yield f"  {clean(first)}"
            # What goes on is set in, unless there is no label that it could be told from.
            yield from (f"{'  ' if frame == '{words}' else '    '}{clean(line)}" for line in others)

    def _source(self, finding: Finding, style: str) -> Iterator[str]:
        """The lines of the source with marks below the place."""
        gutter = len(str(finding.line + finding.quote.count("\n")))
        shown = list(excerpts_of(finding, self.report.texts, max(self.options.width - gutter - 5, 30)))
        if not shown and finding.quote:
            yield f"    {clean(finding.quote)}"
        for excerpt in shown:
            yield f"  {self._styled(f'{excerpt.line:>{gutter}} |', _DIM)} {excerpt.text}".rstrip()
            if excerpt.place:
                yield f"  {' ' * gutter} {self._styled('|', _DIM)} {self._styled_marks(excerpt.marks, style)}"
            if excerpt.more:
                yield f"  {' ' * gutter} {self._styled('|', _DIM)} …"

    def _styled_marks(self, marks: str, style: str) -> str:
        bare = marks.lstrip()
        return marks[: len(marks) - len(bare)] + self._styled(bare, style)

    def _acknowledged(self) -> Iterator[str]:
        found = [finding for finding in self.findings if finding.acknowledged]
        if not found:
            return
        yield self._styled(_("Faults found, acknowledged: {n}").format(n=len(found)), _BOLD)
        for finding in found:
            place = f"{_spot(finding)}: " if finding.path else ""
            yield f"  {place}{finding.code} {clean(finding.message)} {self._styled(f'({clean(finding.acknowledged)})', _DIM)}"

    def _claims(self) -> Iterator[str]:
        if not self.options.claims:
            return
        yield self._styled(_("Claims judged: {n}").format(n=len(self.report.judged)), _BOLD)
        for item in self.report.judged:
            verdict = item.verdict
            word = self._styled(_(OUTCOME_WORDS[verdict.outcome]), _OUTCOME_STYLES[verdict.outcome])
            if verdict.strength == "weak":
                word = _("{verdict} (weak)").format(verdict=word)
            yield f"  {_spot(item.place)}: {word} {verdict.code} {name_of(verdict.code)}"
            yield from (f"    {clean(line)}" for line in verdict.working.split("\n") if line)

    def _uncovered(self) -> Iterator[str]:
        if not self.options.uncovered:
            return
        left = [figure for source in self.report.sources for figure in source.uncovered]
        yield self._styled(_("Figures that no judged claim uses: {n}").format(n=len(left)), _BOLD)
        for figure in left:
            words = "  ".join(part for part in (figure.text or _("(blank)"), figure.label, figure.id) if part)
            yield f"  {_spot(figure.place)}: {clean(words)}"

    def _unread(self) -> Iterator[str]:
        if not self.options.unread:
            return
        for source in self.report.sources:
            if source.error is not None:
                yield self._styled(_("{path}: could not be read").format(path=clean(source.path)), _STYLES[Severity.ERROR])
                yield from self._words("{words}", source.error)

    def _notes(self) -> Iterator[str]:
        for source in self.report.sources:
            for note in source.notes:
                yield clean(_("{path}: note: {words}").format(path=source.path, words=note))

    def _summary(self) -> Iterator[str]:
        yield counted(self.report)
        claims = strung(f"{_(OUTCOME_WORDS[outcome])} {count}" for outcome, count in outcome_counts(self.report.judged).items())
        yield _("claims: {counts}").format(counts=claims)
        total, checked = figures(self.report)
        yield _("figures {total}, checked {checked}").format(total=total, checked=checked)


def counted(report: Report) -> str:
    """Return how many findings there are, in one line."""
    counts = severity_counts(report.findings)
    parts = []
    if n := counts[Severity.ERROR]:
        parts.append(ngettext("{n} error", "{n} errors", n).format(n=n))
    if n := counts[Severity.WARNING]:
        parts.append(ngettext("{n} warning", "{n} warnings", n).format(n=n))
    if n := counts[Severity.INFO]:
        parts.append(_("{n} for information").format(n=n))
    if n := sum(1 for finding in report.findings if finding.acknowledged):
        parts.append(_("{n} acknowledged").format(n=n))
    if n := sum(1 for source in report.sources if source.error is not None):
        parts.append(ngettext("{n} source could not be read", "{n} sources could not be read", n).format(n=n))
    return strung(parts) or _("no findings")


def _spot(place: Any) -> str:
    return clean(spot(place.path, place.line, place.column))
