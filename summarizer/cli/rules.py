"""``summarizer rules`` and ``summarizer explain``."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from ..i18n import gettext as _
from ..reporters.base import SEVERITY_WORDS
from ..reporters.catalogue import catalogue, kind_word, one_line, page_of, sections
from .columns import table

if TYPE_CHECKING:
    from ..claims.base import Explanation


@click.command(help=_("List everything that is checked: code, name, kind, severity, and what is checked."))
@click.option("--json", "as_json", is_flag=True, help=_("Print all pages as JSON."))
def rules(as_json: bool) -> None:
    """List all codes."""
    pages = catalogue().values()
    if as_json:
        click.echo(json.dumps([_translated(page) for page in pages], ensure_ascii=False, indent=2))
        return
    head = (_("code"), _("name"), _("kind"), _("severity"), _("what is checked"))
    rows = [(page.code, page.name, kind_word(page.kind), _(SEVERITY_WORDS[page.severity]), one_line(page)) for page in pages]
    for line in table([head, *rows]):
        click.echo(line)


@click.command(help=_("Explain a finding's code: what is checked, why, examples, and how to mend it."))
@click.argument("code")
def explain(code: str) -> None:
    """Print the page about a code or name."""
    page = page_of(code)
    severity = _(SEVERITY_WORDS[page.severity])
    words = _("{code} {name} ({kind}, {severity})")
    click.echo(words.format(code=page.code, name=page.name, kind=kind_word(page.kind), severity=severity))
    for head, text in sections(page):
        click.echo(f"\n{head}")
        for line in text.split("\n"):
            click.echo(f"  {line}".rstrip())


def _translated(page: Explanation) -> dict[str, Any]:
    return asdict(page) | {"severity": page.severity.value, "checks": _(page.checks), "why": _(page.why), "mend": _(page.mend)}
