"""``summarizer publish``."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from ..i18n import gettext as _
from ..i18n import ngettext
from ..publish.gate import Refused
from ..publish.run import Outcome, Targets
from ..publish.run import publish as publish_report
from .terminal import tell_written

_DONE = {
    "": _("{site}: nothing to publish, {address} is up to date"),
    "publish": _("{site}: published {address}"),
    "correct": _("{site}: published version {version} of {address}, with a note of what was corrected"),
    "republish": _("{site}: published {address} again, as version {version}"),
    "rebuild": _("{site}: nothing new to publish in {address}; pages that looked otherwise were made anew"),
}


@click.command(
    help=_("Publish the report in CONTENT, if nothing stands against it; else list all that does.")
    + "\n\n"
    + _("Without --site and --package it only says whether it could be published. Leaves with 1 if it is refused.")
)
@click.argument("content", type=click.Path(path_type=Path))
@click.option("--site", type=click.Path(path_type=Path), help=_("The folder of the disclosure site, a link to its current release."))
@click.option("--package", type=click.Path(path_type=Path), help=_("A folder for what is pasted into the county's content system."))
@click.option(
    "--review-sheet", "sheet", type=click.Path(path_type=Path, dir_okay=False), help=_("Write the sheet to sign (.docx, .pdf, .html).")
)
@click.option(
    "--config", type=click.Path(path_type=Path, dir_okay=False), help=_("The site's settings; site.yaml beside CONTENT if left out.")
)
@click.option("--reason", default="", help=_("Why a published report is changed; shown on the page. Asked for at a terminal."))
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help=_("Judge as of this day; not with --site or --package: there the clock tells.")
)
@click.option("--format", "-f", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True, help=_("How to report."))
def publish(
    content: Path, site: Path | None, package: Path | None, sheet: Path | None, config: Path | None, reason: str, today: datetime | None,
    format_: str,
) -> None:  # fmt: skip
    """Publish a report."""
    targets = Targets(site, package, sheet, config)
    try:
        outcome = publish_report(content, targets, today.date() if today else None, reason, _ask, tell_written)
    except Refused as refused:
        if format_ == "text":
            raise
        click.echo(_json(content, {"refused": True, "reasons": [item.as_json() for item in refused.reasons]}))
        raise SystemExit(refused.exit_code) from None
    if format_ == "json":
        done = outcome.site.as_json() if outcome.site else None
        more = {"refused": False, "reasons": [], "fingerprint": outcome.fingerprint, "site": done, "notes": outcome.notes}
        click.echo(_json(content, more))
    else:
        _tell(content, targets, outcome)


def _ask() -> str:
    """Ask for the reason where there is somebody to ask."""
    if not sys.stdin.isatty():
        return ""
    return str(click.prompt(_("Why is the published report changed? (shown on the page)"), err=True))


def _json(content: Path, values: dict[str, Any]) -> str:
    return json.dumps({"version": 1, "content": str(content), **values}, ensure_ascii=False, indent=1)


def _tell(content: Path, targets: Targets, outcome: Outcome) -> None:
    if not targets.site and not targets.package:
        click.echo(_("{content}: nothing stands against publishing it").format(content=content))
    if done := outcome.site:
        click.echo(_DONE[done.action].format(site=targets.site, address=done.address, version=done.version))
        for item in done.change.changes if done.change else ():
            click.echo(_("  {label}: {before} → {after}").format(label=item.label, before=_shown(item.before), after=_shown(item.after)))
        if done.change and (n := len(done.change.wording)):
            click.echo(ngettext("  {n} sentence reads differently", "  {n} sentences read differently", n).format(n=n))
    if outcome.kept:
        click.echo(_("{folder}: somebody had changed it; what was there is now {kept}").format(folder=targets.package, kept=outcome.kept))
    if targets.package:
        click.echo(_("{folder}: wrote the package").format(folder=targets.package))
    for note in outcome.notes:
        click.echo(_("  note: {note}").format(note=note))
    click.echo(_("  fingerprint: {fingerprint}").format(fingerprint=outcome.fingerprint))
    if outcome.site:
        click.echo(_("  ledger head: {head}").format(head=outcome.site.head))


def _shown(text: str | None) -> str:
    return _("(none)") if text is None else text or _("(blank)")
