"""Find the state of a report that a user names: a content folder, a build, a manifest, a revision in git."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from .changes.comparison import State, quantity_of
from .changes.figures import Figure
from .document import loads
from .errors import OutputError, Position, ReadError
from .i18n import gettext as _
from .jsons import read_json
from .manifest import Manifest, load_manifest, unpacked

_MANIFESTS = ("manifest.json", "manifest-draft.json")


def state(named: str) -> State:
    """Return the state that ``named`` means.

    Args:
        named: a content folder, the folder of a build, a manifest, or ``REV:PATH``.

    Raises:
        SummarizerError: there is nothing of that name, or it cannot be read.
    """
    path = Path(named)
    if path.is_file():
        return of_manifest(path)
    if (path / "report.yaml").is_file():
        return of_content(path)
    if manifests := _manifests(path):
        return of_manifest(manifests[-1])
    revision, colon, inside = named.partition(":")
    if colon and not path.exists():
        return of_revision(revision, inside)
    raise ReadError(
        _("neither a report nor a build"),
        where=Position(named),
        hint=_("name a folder with report.yaml, a folder in the output, a manifest.json, or a revision such as HEAD~1:{path}").format(
            path=named
        ),
    )


def last_build(content: Path, output: Path) -> State:
    """Return the state that was built last from the report in ``content``, a draft or a final.

    Raises:
        OutputError: there is none.
    """
    folder = output / content.resolve().name
    if manifests := _manifests(folder):
        return of_manifest(manifests[-1])
    raise OutputError(
        _("there is no build of this report to compare with"),
        where=Position(str(folder)),
        hint=_(
            "`summarizer build {content}` makes one; or name what to compare with, a folder or a revision such as HEAD~1:{content}"
        ).format(content=content),
    )


def _manifests(folder: Path) -> list[Path]:
    """Return the manifests of a folder, the latest last; a final is later than a draft of the same moment."""
    found = [folder / name for name in _MANIFESTS if (folder / name).is_file()]
    return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name == _MANIFESTS[0]))


def of_revision(revision: str, path: str | Path) -> State:
    """Return the state of the report at ``path`` in a revision of the git repository around it.

    Raises:
        ReadError: no git, no repository, no such revision, no such report in it.
        SummarizerError: a mistake in the content as it was.
    """
    from .revisions import taken_out

    with taken_out(revision, path) as (folder, name):
        return of_content(folder, name, "revision")


def of_content(folder: Path, name: str = "", kind: Literal["content", "revision"] = "content") -> State:
    """Return the state of a content folder as it is now.

    Args:
        name: what the user calls it; the folder's own if left out.

    Raises:
        SummarizerError: a mistake in the content.
    """
    from .check import check_facts
    from .facts import load
    from .render import render
    from .resources import Resources

    facts = load(folder)
    document = render(facts, Resources(folder / "templates")).document
    findings = check_facts(facts, document, None, prose=True).findings
    prefix = f"{facts.folder}/"
    figures = {
        fact.id: Figure(
            fact.id,
            fact.label,
            fact.text,
            None if fact.quantity is None or fact.quantity.is_blank else fact.quantity,
            f"{fact.where.path.removeprefix(prefix)}:{fact.where.line}",
            fact.derivation.formula if fact.derivation else "",
        )
        for fact in facts.facts.values()
    }
    return State(
        name or facts.folder,
        kind,
        document,
        figures,
        tuple(replace(finding, path=finding.path.removeprefix(prefix)) for finding in findings),
        prefix if kind == "content" else "",
        setting=facts.report.setting,
        facts=facts,
    )


def of_manifest(path: Path) -> State:
    """Return the state that a build kept beside its files.

    Raises:
        ReadError: not a manifest, or the model beside it is gone or cannot be read.
    """
    manifest = load_manifest(path)
    if manifest is None:
        raise ReadError(
            _("not a manifest of a build"), where=Position(str(path)), hint=_("name the folder of a build, or the manifest.json in it")
        )
    draft = manifest.state == "draft"
    model = path.parent / f"model{'-draft' if draft else ''}.json"
    try:
        document = loads(model.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        raise ReadError(
            _("the document that was kept with the build is missing or damaged"),
            where=Position(str(model)),
            hint=_("build the report again"),
        ) from None
    name = (_("draft built into {folder}") if draft else _("final built into {folder}")).format(folder=path.parent)
    try:
        figures = {row["id"]: _figure(row) for row in manifest.facts or _facts_beside(path.parent, manifest)}
        findings = unpacked(manifest.findings)
        setting = manifest.setting | {"fonts": tuple((str(role), str(font)) for role, font in manifest.setting.get("fonts", ()))}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ReadError(_("the manifest is damaged"), where=Position(str(path)), hint=_("build the report again")) from None
    return State(name, "build", document, figures, findings, complete=bool(figures), setting=setting)


def _facts_beside(folder: Path, manifest: Manifest) -> list[dict[str, Any]]:
    """Return the facts of a build whose manifest does not keep them: those of its facts.json, if it wrote one."""
    name = "facts-draft.json" if manifest.state == "draft" else "facts.json"
    try:
        rows: list[dict[str, Any]] = read_json((folder / name).read_text(encoding="utf-8"))["facts"]
        return rows if name in manifest.written else []
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _figure(row: Mapping[str, Any]) -> Figure:
    quantity = None if row.get("unit") == "date" else quantity_of(row["text"])
    return Figure(row["id"], row["label"], row["text"], quantity, row.get("source", ""), row.get("derived", ""))


