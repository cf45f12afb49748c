"""``summarizer audit``."""

from __future__ import annotations

from pathlib import Path

import click

from ..audit import audit as judge
from ..i18n import gettext as _
from .judging import EXIT_STATUS, Choices, judging, leave


@click.command(
    help=_("Read the claims in any document, judge them, and show the working. A folder means the documents in it.") + "\n\n" + EXIT_STATUS
)
@click.argument("files", metavar="FILE|DIR|GLOB…", nargs=-1, required=True, type=click.Path(path_type=Path))
@judging
def audit(files: tuple[Path, ...], choices: Choices) -> None:
    """Audit documents."""
    leave(judge(list(files), today=choices.day), choices)
