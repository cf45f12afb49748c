"""``summarizer build``."""

from __future__ import annotations

import shlex
from collections import Counter
from contextlib import ExitStack, closing
from pathlib import Path

import click

from ..batch import Executor, Progress
from ..batch.building import Outcome, Settings, build_all
from ..batch.results import line, lines_into, status
from ..build import Built
from ..errors import SummarizerError
from ..facts import reports_in
from ..i18n import enumerated, ngettext, strung
from ..i18n import gettext as _
from ..writers import FORMATS
from .batching import batching


@click.command(help=_("Build one report, several, or a folder of them into OUTPUT/<id>/."))
@click.argument("content", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), default=Path("output"), show_default=True, help=_("The folder to write into.")
)
@click.option("--format", "-f", "formats", multiple=True, type=click.Choice(list(FORMATS)), help=_("Only these formats; may be repeated."))
@click.option("--final", is_flag=True, help=_("A document to hand out: no draft marks; refused while an error stands."))
@click.option(
    "--form",
    type=click.Choice(["plain", "issued"]),
    default=None,
    help=_("Another form than the report's own; goes to OUTPUT/<id>-<form>/."),
)
@click.option(
    "--results",
    metavar="FILE",
    type=click.Path(dir_okay=False, allow_dash=True),
    help=_("Write what became of each report into this file, a JSON object on each line; - for standard output and nothing else."),
)
@batching
def build(
    content: tuple[Path, ...],
    output: Path,
    formats: tuple[str, ...],
    final: bool,
    form: str | None,
    results: str | None,
    executor: Executor,
) -> None:
    """Build reports; the worst report decides the exit status."""
    reports = _reports(content)
    progress = Progress()
    tally = _Tally()
    with ExitStack() as stack:
        stream = stack.enter_context(lines_into(results)) if results else None
        running = build_all(reports, Settings(output, formats, final, form or ""), executor, progress)
        for outcome in stack.enter_context(closing(running)):
            tally.add(outcome)
            with progress.aside():
                _tell(outcome, quiet=results == "-")
            if stream is not None:
                stream.write(line(outcome))
                stream.flush()
    if len(reports) > 1:
        tally.tell()
    raise SystemExit(tally.worst)


class _Tally:
    """How many reports came out how."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.failed: list[Path] = []
        self.worst = 0

    def add(self, outcome: Outcome) -> None:
        """Count one."""
        self.counts[status(outcome)] += 1
        if outcome.error is not None:
            self.failed.append(outcome.content)
            self.worst = max(self.worst, outcome.error.exit_code)

    def tell(self) -> None:
        """Say it, and name what failed: its message may have scrolled away."""
        words = {"written": _("{n} written"), "unchanged": _("{n} up to date"), "failed": _("{n} failed")}
        counts = strung(text.format(n=self.counts[name]) for name, text in words.items() if self.counts[name])
        n = self.counts.total()
        click.echo(ngettext("{n} report: {counts}", "{n} reports: {counts}", n).format(n=n, counts=counts), err=True)
        for content in self.failed:
            click.echo(_("  failed: {path}").format(path=content), err=True)


def _reports(content: tuple[Path, ...]) -> list[Path]:
    found: dict[str, Path] = {}
    for folder in content:
        for report in reports_in(folder):
            other = found.setdefault(report.resolve().name, report)
            if other.resolve() != report.resolve():
                raise SummarizerError(
                    _("two reports would be written into the same folder: {a} and {b}").format(a=other, b=report),
                    hint=_("give one of the two folders another name"),
                )
    return list(found.values())


def _tell(outcome: Outcome, *, quiet: bool) -> None:
    if outcome.error is not None:
        click.echo(_("Error: {error}").format(error=outcome.error), err=True)
    elif outcome.built is not None and not quiet:
        _tell_built(outcome.built, outcome.content)


def _tell_built(built: Built, content: Path) -> None:
    for old, new in built.moved:
        click.echo(
            _("{folder}: {old} had been edited since it was built; your copy is now {new}").format(folder=built.folder, old=old, new=new)
        )
    if built.written:
        click.echo(_("{folder}: wrote {names}").format(folder=built.folder, names=enumerated(built.written)))
    else:
        click.echo(_("{folder}: up to date").format(folder=built.folder))
    for note in dict.fromkeys(built.notes):
        click.echo(_("  note: {note}").format(note=note))
    open_findings = [finding for finding in built.findings if not finding.acknowledged and finding.severity != "info"]
    for finding in open_findings[:5]:
        place = f"{finding.path}:{finding.line}: " if finding.line else ""
        words = _("  {severity}: {place}{message} [{code}]")
        click.echo(words.format(severity=_(finding.severity.value), place=place, message=finding.message, code=finding.code))
    if len(open_findings) > 5:
        more = len(open_findings) - 5
        click.echo(
            "  "
            + ngettext(
                "and {n} more finding; `summarizer check --prose {content}` shows it",
                "and {n} more findings; `summarizer check --prose {content}` shows them",
                more,
            ).format(n=more, content=shlex.quote(str(content)))
        )
