"""What all reporters share: options, order, counts, and which source a finding belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..claims.base import EXPLANATIONS, Outcome
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _

if TYPE_CHECKING:
    from datetime import date

    from ..check import Judged, Report

#: Severities as a person reads them.
SEVERITY_WORDS = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.INFO: N_("info")}
#: Verdicts as a person reads them.
OUTCOME_WORDS = {
    Outcome.HOLDS: N_("holds"),
    Outcome.WITHIN: N_("holds within rounding"),
    Outcome.OFF: N_("off in the last digit"),
    Outcome.FAILS: N_("fails"),
    Outcome.CANNOT_TELL: N_("cannot tell"),
}


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a reader wants to see.

    Args:
        claims: list every judged claim. uncovered: list the figures that no judged claim uses.
        fail_on: the least severity that fails; ``None`` if none does.
        today: the day for which the report was judged.
        colour: whether a terminal shows colours. width: its columns.
        unread: list the sources that could not be read; not where standard error says it beside the text.
    """

    claims: bool = False
    uncovered: bool = False
    fail_on: Severity | None = Severity.ERROR
    today: date | None = None
    colour: bool = False
    width: int = 100
    unread: bool = True


Write = Callable[["Report", ReportOptions], str]


def exit_status(report: Report, fail_on: Severity | None) -> int:
    """Return 2 if a source could not be read, 1 if a finding counts as a failure, else 0."""
    if any(source.error is not None for source in report.sources):
        return 2
    return int(any(fails(finding, fail_on) for finding in report.findings))


def fails(finding: Finding, fail_on: Severity | None) -> bool:
    """Whether ``finding`` decides the exit status; an acknowledged one never does."""
    return fail_on is not None and not finding.acknowledged and finding.severity.rank >= fail_on.rank


def in_file_order(report: Report) -> list[Finding]:
    """Return the findings source by source, from the top of each file down."""
    number = source_numbers(report)
    return sorted(report.findings, key=lambda f: (number(f.path), f.path, f.line, f.column, f.start, f.code))


def by_severity(findings: Iterable[Finding]) -> Iterator[tuple[Severity, list[Finding]]]:
    """Yield the open findings of each severity that has any, errors first, each in the given order."""
    still_open = [finding for finding in findings if not finding.acknowledged]
    for severity in Severity:
        if group := [finding for finding in still_open if finding.severity is severity]:
            yield severity, group


def source_numbers(report: Report) -> Callable[[str], int]:
    """Return what gives the number of the source that a file belongs to; one past the last if there is none."""
    numbers: dict[str, int] = {}
    for n, source in enumerate(report.sources):
        numbers.setdefault(source.path.rstrip("/"), n)
    none = 0 if len(report.sources) == 1 else len(report.sources)

    def number(path: str) -> int:
        while path and path not in numbers:
            path = path.rpartition("/")[0]
        return numbers.get(path, none)

    return number


def severity_counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Count the open findings by severity."""
    counts = Counter(finding.severity for finding in findings if not finding.acknowledged)
    return {severity: counts[severity] for severity in Severity}


def outcome_counts(judged: Iterable[Judged]) -> dict[Outcome, int]:
    """Count the judged claims by verdict; every verdict has its line, also with 0."""
    counts = Counter(item.verdict.outcome for item in judged)
    return {outcome: counts[outcome] for outcome in Outcome}


def judged_facts(item: Judged) -> tuple[str, ...]:
    """Return the ids of the facts in a claim, each once, in front the one that it is placed at."""
    operands = sorted(item.claim.operands(), key=lambda operand: operand.place.start != item.place.start)
    return tuple(dict.fromkeys(operand.fact for operand in operands if operand.fact))


def name_of(code: str) -> str:
    """Return the readable name of a code, or the code itself if nothing explains it."""
    page = EXPLANATIONS.get(code)
    return page.name if page else code


def spot(path: str, line: int, column: int) -> str:
    """Return ``path:line:column`` without the parts that are not known."""
    return ":".join([path, *(str(number) for number in (line, column) if number)])


def end_of(start: int, end: int, text: str | None) -> tuple[int, int]:
    """Return line and column just behind the slice ``start`` to ``end``, from 1; 0, 0 if the text is not there."""
    if text is None or end <= start:
        return 0, 0
    return text.count("\n", 0, end) + 1, end - (text.rfind("\n", 0, end) + 1) + 1


def detail(finding: Finding) -> str:
    """Return message, working and hint as lines of plain text."""
    lines = [finding.message]
    if finding.working:
        lines.append(_("working: {working}").format(working=finding.working))
    if finding.hint:
        lines.append(_("hint: {hint}").format(hint=finding.hint))
    return "\n".join(lines)


def figures(report: Report) -> tuple[int, int]:
    """Return how many figures there are in all sources, and how many a judged claim uses."""
    return sum(source.figures for source in report.sources), sum(source.figures_checked for source in report.sources)
