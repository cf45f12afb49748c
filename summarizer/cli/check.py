"""``summarizer check``."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date, datetime
from pathlib import Path

import click

from ..check import check as judge
from ..findings import Severity
from ..i18n import gettext as _
from ..reporters import REPORTERS, ReportOptions, exit_status
from ..reporters import write as report_as
from ..reporters.catalogue import chosen, codes_of

_FAIL_ON = [*(severity.value for severity in Severity), "never"]


@click.command(
    help=_("Judge what the facts in CONTENT claim, and show the working.")
    + "\n\n"
    + _("Leaves with 0 if nothing was found at or above --fail-on, with 1 if something was, with 2 if a source could not be read.")
)
@click.argument("content", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "-f", "format_", type=click.Choice(list(REPORTERS)), default="text", show_default=True, help=_("How to report."))
@click.option("--fail-on", type=click.Choice(_FAIL_ON), default="error", show_default=True, help=_("The least severity that fails."))
@click.option("--select", multiple=True, metavar="WORDS", help=_("Only these codes, names or kinds; commas between, may be repeated."))
@click.option("--ignore", multiple=True, metavar="WORDS", help=_("Without these codes, names or kinds."))
@click.option("--claims", is_flag=True, help=_("List every claim that was judged, also those that hold."))
@click.option("--uncovered", is_flag=True, help=_("List the figures that no judged claim uses."))
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help=_("Judge as of this day instead of by the clock."))
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help=_("Write the report into this file."))
def check(
    content: tuple[Path, ...],
    format_: str,
    fail_on: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    claims: bool,
    uncovered: bool,
    today: datetime | None,
    output: Path | None,
) -> None:
    """Judge reports; a source that cannot be read decides the exit status before all findings do."""
    # A misspelt word is said before anything is judged.
    codes_of((*select, *ignore))
    day = today.date() if today else date.today()
    report = chosen(judge(list(content), today=day), select, ignore)
    colour = output is None and _colour()
    options = ReportOptions(
        claims=claims,
        uncovered=uncovered,
        fail_on=None if fail_on == "never" else Severity(fail_on),
        today=day,
        colour=colour,
        width=max(60, min(shutil.get_terminal_size((100, 24)).columns, 160)),
    )
    text = report_as(format_, report, options)
    if output is None:
        click.echo(text, nl=False, color=colour)
    else:
        from ..reporters.saving import save

        save(output, text)
    # On a terminal the text has just said it.
    if format_ != "text" or output is not None or not sys.stdout.isatty():
        for source in report.sources:
            if source.error is not None:
                click.echo(_("Error: {error}").format(error=source.error), err=True)
    raise SystemExit(exit_status(report, options.fail_on))


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
