"""The terminal that a command prints to."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from ..i18n import gettext as _


def in_colour() -> bool:
    """Whether it shows colours, and is wanted to."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Return how wide lines may be, within what can be read."""
    return max(60, min(shutil.get_terminal_size((100, 24)).columns, 160))


def tell_written(path: Path, kept: Path | None = None) -> None:
    """Say on standard error that a file was written, and what became of another one that was there."""
    tell_kept(path, kept)
    click.echo(_("wrote {path}").format(path=path), err=True)


def tell_kept(path: Path, kept: Path | None) -> None:
    """Say under which name the file that was there is kept, if there was one."""
    if kept is not None:
        click.echo(_("{path} was there already; it is now {kept}").format(path=path, kept=kept), err=True)
