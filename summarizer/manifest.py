"""``manifest.json``: what a build read, wrote and found, in hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from .findings import Finding, Severity
from .jsons import read_json

#: Raised when a field changes its meaning or goes; a new field with a default does not raise it. Older ones are still read.
MANIFEST_VERSION = 1


def digest(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Written:
    """A file that a build wrote.

    Args:
        sha256: of its bytes. key: of all it was made from.
        templates: the writer's templates with their hashes.
    """

    sha256: str
    size: int
    key: str
    templates: dict[str, str] = field(default_factory=dict)
    unrendered: tuple[dict[str, str], ...] = ()


@dataclass(slots=True)
class Manifest:
    """One build of one report, a draft or a final.

    Args:
        versions: of the program and the libraries that shape the output.
        content: hash of every content file by name. templates: likewise, those of the body.
        written: by file name. findings: as JSON.
        facts: as JSON, for telling what changed since; empty in manifests of versions that did not keep them.
        setting: how it was set, by the names that a writer's job has for it; likewise.
    """

    id: str
    state: str
    versions: dict[str, str] = field(default_factory=dict)
    content: dict[str, str] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)
    written: dict[str, Written] = field(default_factory=dict)
    findings: list[dict[str, Any]] = field(default_factory=list)
    facts: list[dict[str, Any]] = field(default_factory=list)
    setting: dict[str, Any] = field(default_factory=dict)

    def dumps(self) -> str:
        """Return the manifest as JSON, the same text for the same build."""
        return json.dumps({"version": MANIFEST_VERSION, **asdict(self)}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def load_manifest(path: Path) -> Manifest | None:
    """Return the manifest at ``path``, or None if there is none that can be read.

    A manifest that cannot be read only costs a rebuild: every output file then counts as edited.
    """
    try:
        raw = read_json(path.read_text(encoding="utf-8"))
        if not 1 <= raw.pop("version") <= MANIFEST_VERSION:
            return None
        raw["written"] = {
            name: Written(**_known(Written, {**item, "unrendered": tuple(item.get("unrendered", ()))}))
            for name, item in raw["written"].items()
        }
        return Manifest(**_known(Manifest, raw))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _known(kind: type, values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what a later release of the same version has added."""
    names = {item.name for item in fields(kind)}
    return {name: value for name, value in values.items() if name in names}


def packed(finding: Finding) -> dict[str, Any]:
    """Return ``finding`` as a manifest keeps it."""
    return {key: value for key, value in asdict(finding).items() if value not in ("", (), 0)}


def unpacked(rows: Iterable[dict[str, Any]]) -> tuple[Finding, ...]:
    """Return the findings that a manifest keeps, without their places in the document."""
    names = [known.name for known in fields(Finding) if known.name not in ("severity", "facts", "anchors")]
    return tuple(
        Finding(
            severity=Severity(row["severity"]), facts=tuple(row.get("facts", ())), **{name: row[name] for name in names if name in row}
        )
        for row in rows
    )
