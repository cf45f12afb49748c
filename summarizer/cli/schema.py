"""``summarizer schema``."""

from __future__ import annotations

import json

import click

from ..i18n import gettext as _


@click.command(help=_("Print the JSON Schema of the YAML files; editors complete keys with it."))
def schema() -> None:
    """Print the schema."""
    from ..facts.jsonschema import schema as build_schema

    click.echo(json.dumps(build_schema(), ensure_ascii=False, indent=1))
