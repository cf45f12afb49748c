"""``summarizer withdraw``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..errors import ReadError
from ..i18n import gettext as _
from ..publish.folder import SiteFolder
from ..publish.pages import load_pages
from ..publish.publisher import Publisher


@click.command(
    help=_("Take the published report ID down: its text, figures and attachments leave the site, old versions too.")
    + "\n\n"
    + _("A notice with the reason stands at its address from then on. ID is the name of its content folder.")
)
@click.argument("id")
@click.option("--site", required=True, type=click.Path(path_type=Path), help=_("The folder of the site."))
@click.option("--reason", default="", help=_("Why it is taken down; shown in the notice. Asked for at a terminal."))
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help=_("The site's settings; those used last if left out."))
def withdraw(id: str, site: Path, reason: str, config: Path | None) -> None:
    """Take a report down."""
    folder = SiteFolder(site)
    if folder.current() is None:
        hint = _("name the folder that was given to `summarizer publish --site`")
        raise ReadError(_("there is no site in this folder"), where=folder.shown, hint=hint)
    if not reason and sys.stdin.isatty():
        reason = str(click.prompt(_("Why is the report taken down? (shown in the notice)"), err=True))
    done = Publisher(folder, load_pages(config, folder)).withdraw(id.rstrip("/"), reason)
    click.echo(_("{site}: took down {address}; a notice stands in its place").format(site=site, address=done.address))
    click.echo(_("  ledger head: {head}").format(head=done.head))
