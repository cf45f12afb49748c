"""``store/``: the entries of a site with all their versions as JSON, a file for each, from which every page can be made again.

The store is public, as part of the site: it holds nothing but what the pages show.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from ..changes import FigureChange
from ..document import Document, dumps, loads
from ..errors import Position, ReadError
from ..i18n import gettext as _
from ..jsons import read_json
from .model import Attachment, Correction, Entry, PublishedFact, Version, Withdrawal

FOLDER = "store"
_FORMAT = 1


def store_path(serial: int) -> str:
    """Return the file of the entry with that number, relative to the site's root."""
    return f"{FOLDER}/{serial:04}.json"


def dump_entry(entry: Entry) -> bytes:
    """Return ``entry`` as JSON, the same bytes for the same entry."""
    packed = {
        "format": _FORMAT,
        "id": entry.id,
        "serial": entry.serial,
        "address": entry.address,
        "versions": [_pack(version) for version in entry.versions],
        "withdrawal": asdict(entry.withdrawal) if entry.withdrawal else None,
    }
    return (json.dumps(packed, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def load_entries(files: Mapping[str, bytes]) -> tuple[Entry, ...]:
    """Return the entries in ``files`` (path → bytes), in the order of their numbers.

    Raises:
        ReadError: a file that is none of this program's.
    """
    return tuple(sorted((_entry(data, path) for path, data in files.items()), key=lambda entry: entry.serial))


def emptied(entry: Entry) -> Entry:
    """Return ``entry`` as it may stand after it was taken down: what it was, and nothing of what it said."""
    return replace(entry, versions=tuple(_emptied(version) for version in entry.versions))


def _emptied(version: Version) -> Version:
    kept = Document(version.document.id, version.document.title, (), metadata=version.document.metadata, form=version.document.form)
    return Version(version.number, version.published, kept, (), ())


def _pack(version: Version) -> dict[str, Any]:
    return {
        "number": version.number,
        "published": version.published,
        "document": json.loads(dumps(version.document)),
        "facts": [asdict(fact) for fact in version.facts],
        "attachments": [asdict(attachment) for attachment in version.attachments],
        "correction": asdict(version.correction) if version.correction else None,
    }


def _entry(data: bytes, path: str) -> Entry:
    try:
        raw = read_json(data)
        if raw["format"] != _FORMAT:
            raise ValueError
        return Entry(
            raw["id"],
            raw["serial"],
            tuple(_version(item) for item in raw["versions"]),
            Withdrawal(**raw["withdrawal"]) if raw["withdrawal"] else None,
            raw["address"],
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ReadError(
            _("this file of the site's store cannot be read"),
            where=Position(path),
            hint=_("`summarizer verify --site DIR` tells what is wrong; bring the site back from a copy"),
        ) from None


def _version(raw: dict[str, Any]) -> Version:
    return Version(
        raw["number"],
        raw["published"],
        loads(json.dumps(raw["document"])),
        tuple(PublishedFact(**item) for item in raw["facts"]),
        tuple(Attachment(**item) for item in raw["attachments"]),
        _correction(raw["correction"]) if raw["correction"] else None,
    )


def _correction(raw: dict[str, Any]) -> Correction:
    changes = tuple(FigureChange(**item) for item in raw["changes"])
    return Correction(raw["reason"], changes, tuple((before, after) for before, after in raw["wording"]))
