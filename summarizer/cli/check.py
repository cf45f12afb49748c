"""``summarizer check``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..batch import Executor, Progress
from ..batch.auditing import check_all
from ..i18n import gettext as _
from .batching import batching
from .judging import EXIT_STATUS, Choices, judging, leave


@click.command(help=_("Judge what the facts in CONTENT claim, and show the working.") + "\n\n" + EXIT_STATUS)
@click.argument("content", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--prose", is_flag=True, help=_("Read the finished text as well, as audit does; a build always does."))
@judging
@batching
def check(content: tuple[Path, ...], prose: bool, choices: Choices, executor: Executor) -> None:
    """Judge reports."""
    if not prose and choices.format_ == "text" and sys.stdout.isatty():
        click.echo(_("facts only; `--prose` reads the finished text as well, as a build does"), err=True)
    progress = Progress()
    leave(check_all(content, choices.day, executor, progress, prose=prose, brief=choices.brief), choices, progress)
