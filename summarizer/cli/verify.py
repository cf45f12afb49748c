"""``summarizer verify``."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from ..i18n import gettext as _
from ..i18n import ngettext
from ..publish.verify import verify as verify_site


@click.command(
    help=_("Hold every file of a published site against its ledger, and say each fault.")
    + "\n\n"
    + _("Leaves with 0 if all agrees, with 1 if something does not, with 2 if there is no site.")
)
@click.option("--site", required=True, type=click.Path(path_type=Path), help=_("The folder of the site, or of a copy of it."))
@click.option("--head", default="", help=_("A head hash as it was printed: it must be one of the ledger's."))
@click.option("--format", "-f", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True, help=_("How to report."))
def verify(site: Path, head: str, format_: str) -> None:
    """Verify a site."""
    found = verify_site(site, head)
    if format_ == "json":
        click.echo(json.dumps({"version": 1, "site": str(site), **asdict(found)}, ensure_ascii=False, indent=1))
        raise SystemExit(bool(found.faults))
    for fault in found.faults:
        click.echo(f"{site}/{fault}")
        if fault.hint:
            click.echo(_("  to mend: {text}").format(text=fault.hint))
    if found.faults:
        click.echo(ngettext("{site}: {n} fault", "{site}: {n} faults", len(found.faults)).format(site=site, n=len(found.faults)))
    else:
        click.echo(
            _("{site}: {files} files and {lines} lines of the ledger agree").format(site=site, files=found.files, lines=found.lines)
        )
    if found.seen:
        click.echo(_("  the hash given is that of line {seen} of {lines}").format(seen=found.seen, lines=found.lines))
    click.echo(_("  ledger head: {head}").format(head=found.head))
    raise SystemExit(bool(found.faults))
