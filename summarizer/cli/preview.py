"""``summarizer preview``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from ..errors import Position, SummarizerError
from ..facts import reports_in
from ..i18n import enumerated
from ..i18n import gettext as _


@click.command(help=_("Show a report in the browser while it is written: it follows every save, with findings and sources of figures."))
@click.argument("content", type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(1, 65535), default=None, help=_("This port and no other; if left out, the first free one."))
@click.option(
    "--open/--no-open",
    "browser",
    default=None,
    help=_("Open the browser, or only print the address. Opened where there is a screen."),
)
def preview(content: Path, port: int | None, browser: bool | None) -> None:
    """Serve the preview."""
    reports = reports_in(content)
    if len(reports) > 1:
        raise SummarizerError(
            _("the preview shows one report, and there are {n} in this folder").format(n=len(reports)),
            where=Position(str(content)),
            hint=_("name one of them: {names}").format(names=enumerated(str(path) for path in reports[:8])),
        )
    try:
        from ..preview.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("sse_starlette", "starlette", "uvicorn", "watchfiles"):
            raise
        raise SummarizerError(
            _("the preview needs the package {name}, which is not installed").format(name=error.name),
            hint=_("install it with: pip install 'summarizer[preview]'"),
        ) from None
    serve(reports[0], port, browser=_screen() if browser is None else browser, say=click.echo)


def _screen() -> bool:
    """Whether somebody sits before a screen on which a browser may open."""
    graphical = sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return graphical and sys.stdout.isatty()
