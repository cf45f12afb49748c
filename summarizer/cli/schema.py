"""``summarizer schema``."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from ..i18n import gettext as _
from .columns import table


@click.command(help=_("Print the JSON Schema of the YAML files; editors complete keys with it."))
@click.option("--keys", is_flag=True, help=_("A list to read instead: every key, its Chinese name, what stands under it."))
def schema(keys: bool) -> None:
    """Print the schema, or the list of keys."""
    if keys:
        click.echo("\n".join(_list()))
        return
    from ..facts.jsonschema import schema as build_schema

    click.echo(json.dumps(build_schema(), ensure_ascii=False, indent=1))


def _list() -> Iterator[str]:
    from ..facts.report import GROUPS, KEYS
    from ..facts.shapes import COMMON, FILE_ONLY, SHAPES, Kind
    from ..publish.site import config

    yield _("Both names of a key mean the same; write either.")
    sections = [("report.yaml", KEYS)]
    sections += [(f"{shape.stem}.yaml — {shape.alias}", shape.keys) for shape in SHAPES.values() if shape.keys]
    sections += [(_("in every entry"), COMMON), (_("at the head of a file of entries"), FILE_ONLY), ("site.yaml", config.KEYS)]
    groups = {"report.yaml": GROUPS, "site.yaml": config.GROUPS}
    kinds = {
        Kind.FIGURE: _("figure"),
        Kind.DATE: _("date"),
        Kind.NAME: _("one line"),
        Kind.PROSE: _("prose"),
        Kind.CHOICE: _("choice"),
        Kind.GROUP: _("group"),
        Kind.LIST: _("list"),
    }
    for title, keys in sections:
        rows = []
        for key in keys:
            chosen = ": " + " / ".join(f"{name} {alias}" if name != alias else name for name, alias in key.choices) if key.choices else ""
            rows.append((f"  {key.name}", key.alias, kinds[key.kind], _(key.doc) + chosen))
            group = groups.get(title, {}).get(key.name, {})
            rows += [(f"    {name}", alias, "", "") for name, alias in group.items()]
        yield ""
        yield title
        yield from table(rows)
