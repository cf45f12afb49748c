"""``summarizer facts list | where | why``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..document import Document
from ..facts import Fact, FactSet, load
from ..i18n import enumerated
from ..i18n import gettext as _
from ..listing import known, matching, uses
from .columns import table

_CONTENT = click.option(
    "--content",
    "-c",
    type=click.Path(path_type=Path),
    default=None,
    help=_("The report's folder; if left out, the only report in ./content or this folder."),
)


@click.group(help=_("List figures, where they are used, and why they are so."))
def facts() -> None:
    """The group itself does nothing."""


@facts.command("list", help=_("List every figure with its source; with words, only those that match."))
@click.argument("words", nargs=-1)
@_CONTENT
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))
def list_(words: tuple[str, ...], content: Path | None, as_json: bool) -> None:
    """List facts."""
    factset, words = _load(content, words)
    chosen = _chosen(factset, words)
    if as_json:
        from ..writers.facts_json import describe

        click.echo(json.dumps([describe(fact) for fact in chosen], ensure_ascii=False, indent=1))
        return
    head = (_("id"), _("figure"), _("label"), _("source"), _("as of"))
    rows = [(fact.id, fact.text or _("(blank)"), fact.label, _source(fact), _state(fact)) for fact in chosen]
    for line in table([head, *rows]):
        click.echo(line)
    click.echo(_("{n} figures").format(n=len(chosen)))


@facts.command(help=_("Show where figures stand in the YAML and in the document; all of them without an id."))
@click.argument("ids", nargs=-1)
@_CONTENT
def where(ids: tuple[str, ...], content: Path | None) -> None:
    """Show the uses of facts."""
    factset, ids = _load(content, ids)
    chosen = _chosen(factset, ids)
    document = _render(factset)
    for fact in chosen:
        click.echo(f"{fact.id}  {fact.text or _('(blank)')}  {fact.label}")
        click.echo(
            "  " + _("written in {place}").format(place=fact.where)
            if not fact.derivation
            else "  " + _("derived: {formula}").format(formula=fact.derivation.formula)
        )
        found = list(uses(document, fact.id))
        for use in found:
            click.echo(f"  {use.heading}")
            click.echo(f"    {use.quote}  ({use.origin})")
        if not found:
            click.echo("  " + _("not used in the document"))


@facts.command(help=_("Show what is known of figures: source, date, section, basis, how derived; of all of them without an id."))
@click.argument("ids", nargs=-1)
@_CONTENT
def why(ids: tuple[str, ...], content: Path | None) -> None:
    """Show the provenance of facts."""
    factset, ids = _load(content, ids)
    for fact in _chosen(factset, ids):
        click.echo(f"{fact.id}  {fact.text or _('(blank)')}  {fact.label}")
        for label, value in _provenance(fact, factset):
            click.echo(_("  {label}: {value}").format(label=label, value=value))


def _provenance(fact: Fact, factset: FactSet) -> list[tuple[str, str]]:
    rows = [(_("written in"), str(fact.where))] if not fact.derivation else []
    if fact.derivation:
        operands = enumerated(
            f"{operand} = {factset.facts[operand].text}" for operand in fact.derivation.operands if operand in factset.facts
        )
        rounding = _("rounded half up") if fact.derivation.rounding == "nearest" else _("truncated")
        words = _("{formula} ({operands}; {rounding})")
        rows.append((_("derived"), words.format(formula=fact.derivation.formula, operands=operands, rounding=rounding)))
    rows += known(fact)
    return rows + [(_("feeds"), other.id) for other in factset.facts.values() if other.derivation and fact.id in other.derivation.operands]


def _source(fact: Fact) -> str:
    place = f"{fact.where.path.rsplit('/', 1)[-1]}:{fact.where.line}"
    return _("derived") if fact.derivation else place


def _state(fact: Fact) -> str:
    as_of = fact.provenance.as_of.display if fact.provenance.as_of else ""
    return " ".join(part for part in (as_of, fact.provenance.status, fact.provenance.section) if part)


def _chosen(factset: FactSet, words: tuple[str, ...]) -> list[Fact]:
    return matching(factset, words) if words else list(factset.facts.values())


def _render(factset: FactSet) -> Document:
    from ..render import render
    from ..resources import Resources

    return render(factset, Resources(Path(factset.folder) / "templates")).document


def _load(content: Path | None, words: tuple[str, ...]) -> tuple[FactSet, tuple[str, ...]]:
    """Find the report: the option, a word that is a folder, or the only report around."""
    if content is None and words and (Path(words[0]) / "report.yaml").is_file():
        return load(words[0]), words[1:]
    if content is not None:
        return load(content), words
    return load(_only_report(words)), words


def _only_report(words: tuple[str, ...]) -> Path:
    here = Path()
    if (here / "report.yaml").is_file():
        return here
    found = sorted(path.parent for path in here.glob("content/*/report.yaml"))
    if len(found) == 1:
        return found[0]
    if words and found:
        from ..errors import FactError

        hits = []
        for folder in found:
            try:
                matching(load(folder), words)
            except FactError:
                continue
            hits.append(folder)
        if len(hits) == 1:
            return hits[0]
    names = enumerated(str(path) for path in found)
    raise click.UsageError(
        _("say which report: put its folder first, or use --content. There are: {names}").format(names=names or _("none in ./content"))
    )
