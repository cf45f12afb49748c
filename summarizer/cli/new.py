"""``summarizer new``."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from ..i18n import gettext as _
from ..scaffold import scaffold


@click.command(help=_("Make a commented report in DIR that builds at once and is ready to fill in."))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--bureau", default="某某县某某局", help=_("The bureau's full name."))
@click.option("--year", type=click.IntRange(1949, 2999), default=None, help=_("The year reported; the last one if left out."))
def new(folder: Path, bureau: str, year: int | None) -> None:
    """Make a report."""
    for path in scaffold(folder, bureau, year):
        click.echo(_("wrote {path}").format(path=path))
    click.echo(_("now fill it in, and run: summarizer build {folder}").format(folder=shlex.quote(str(folder))))
