"""``summarizer inspect``."""

from __future__ import annotations

from pathlib import Path

import click

from ..i18n import gettext as _
from .terminal import in_colour, tell_written


@click.command(
    help=_("Measure a DOCX or PDF against the official format (GB/T 9704-2012): page, lines, fonts, headings, page numbers, imprint.")
    + "\n\n"
    + _("Leaves with 0 if it conforms, with 1 if something deviates, with 2 if it cannot be read.")
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=_("Print the checks as JSON."))
@click.option(
    "--fix",
    "out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT.docx",
    help=_("Write a copy of a DOCX in the official format, every character of its text kept, and measure that."),
)
@click.option(
    "--profile", type=click.Choice(["gbt9704", "gbt9704-ink"]), default="gbt9704", show_default=True, help=_("The profile for --fix.")
)
def inspect(file: Path, as_json: bool, out: Path | None, profile: str) -> None:
    """Measure a document, or mend a copy of it and measure that."""
    from .. import inspect as inspecting
    from ..inspect import report

    if out is not None:
        from ..inspect.fix import fix

        fixed = fix(file, out, profile)
        for note in fixed.notes:
            click.echo(_("note: {text}").format(text=note), err=True)
        tell_written(out, fixed.kept)
        file = out
    found = inspecting.inspect(file)
    colour = in_colour()
    click.echo(report.as_json(found) if as_json else report.as_text(found, colour=colour), nl=False, color=colour)
    raise SystemExit(0 if found.conforms else 1)
