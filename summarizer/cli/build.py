"""``summarizer build``."""

from __future__ import annotations

from pathlib import Path

import click

from ..build import Built
from ..build import build as build_report
from ..errors import SummarizerError
from ..facts import reports_in
from ..i18n import gettext as _
from ..i18n import ngettext
from ..pdf_process import PdfProcess
from ..writers import FORMATS


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
def build(content: tuple[Path, ...], output: Path, formats: tuple[str, ...], final: bool, form: str | None) -> None:
    """Build reports; the worst report decides the exit status."""
    worst = 0
    pdf = PdfProcess()
    for folder in _reports(content):
        try:
            _tell(build_report(folder, output, formats=formats, final=final, form=form or "", pdf=pdf), final)
        except SummarizerError as error:
            click.echo(_("Error: {error}").format(error=error), err=True)
            worst = max(worst, error.exit_code)
    pdf.close()
    raise SystemExit(worst)


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


def _tell(built: Built, final: bool) -> None:
    for old, new in built.moved:
        click.echo(
            _("{folder}: {old} had been edited since it was built; your copy is now {new}").format(folder=built.folder, old=old, new=new)
        )
    if built.written:
        click.echo(_("{folder}: wrote {names}").format(folder=built.folder, names=", ".join(built.written)))
    else:
        click.echo(_("{folder}: up to date").format(folder=built.folder))
    for note in dict.fromkeys(built.notes):
        click.echo(_("  note: {note}").format(note=note))
    open_findings = [finding for finding in built.findings if not finding.acknowledged and finding.severity != "info"]
    for finding in open_findings[:5]:
        place = f"{finding.path}:{finding.line}: " if finding.line else ""
        click.echo(f"  {_(finding.severity.value)}: {place}{finding.message} [{finding.code}]")
    if len(open_findings) > 5:
        more = len(open_findings) - 5
        click.echo(
            "  "
            + ngettext(
                "and {n} more finding; `summarizer check --prose` shows it",
                "and {n} more findings; `summarizer check --prose` shows them",
                more,
            ).format(n=more)
        )
