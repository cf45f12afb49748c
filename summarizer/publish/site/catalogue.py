"""``catalog.jsonld``: the site as a catalogue of data (DCAT 3), with every file's size and checksum."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ...manifest import digest
from ..model import Entry, Version
from .addresses import absolute, address, attachment_folder, column_of
from .data import CSV_NAME, JSON_NAME, facts_csv, facts_json
from .head import index_number, keywords
from .lists import standing
from .model import Site
from .words import cleaned, description, encoded, heading

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue(site: Site, entries: Sequence[Entry]) -> bytes:
    """Return the catalogue of what stands on the site."""
    made = {
        "@context": _CONTEXT,
        "@id": absolute(site, "catalog.jsonld"),
        "@type": "dcat:Catalog",
        "dct:title": _chinese(site.name),
        "dct:description": _chinese(site.description or f"{site.name}数据目录"),
        "dct:language": "zh-CN",
        "dct:publisher": _agent(site.owner or site.footer.organizer or site.name),
        "dcat:dataset": [_dataset(site, entry) for entry in standing(entries)],
    }
    return encoded(json.dumps(made, ensure_ascii=False, indent=1) + "\n")


def _dataset(site: Site, entry: Entry) -> dict[str, Any]:
    version = entry.current
    page = absolute(site, address(site, entry))
    made = {
        "@id": f"{page}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _chinese(heading(version.document)),
        "dct:description": _chinese(description(version.document)),
        "dct:identifier": index_number(version),
        "dct:issued": _time(entry.versions[0].published),
        "dct:modified": _time(version.published),
        "dct:language": "zh-CN",
        "dct:publisher": _agent(version.document.metadata.publisher),
        "dcat:version": str(version.number),
        "dcat:theme": column_of(site, entry).name,
        "dcat:keyword": list(keywords(site, entry, version)),
        "dcat:landingPage": {"@id": page},
        "dcat:distribution": list(_distributions(site, entry, version)),
    }
    return {key: value for key, value in made.items() if value not in ("", [])}


def _distributions(site: Site, entry: Entry, version: Version) -> Iterator[dict[str, Any]]:
    folder = attachment_folder(site, entry, version.number)
    for one in version.attachments:
        yield _file(absolute(site, f"{folder}/{one.name}"), one.label, one.media_type, one.size, one.sha256)
    for name, label, media_type, content in (
        (JSON_NAME, "数据（JSON）", "application/json", facts_json(entry, version)),
        (CSV_NAME, "数据（CSV）", "text/csv", facts_csv(version)),
    ):
        yield _file(absolute(site, f"{folder}/{name}"), label, media_type, len(content), digest(content))


def _file(url: str, label: str, media_type: str, size: int, sha256: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dct:title": _chinese(label),
        "dcat:downloadURL": {"@id": url},
        "dcat:mediaType": media_type,
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(size)},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": sha256},
        },
    }


def _chinese(text: str) -> dict[str, str]:
    return {"@language": "zh-CN", "@value": cleaned(text)}


def _agent(name: str) -> dict[str, str]:
    return {"@type": "foaf:Agent", "foaf:name": cleaned(name)}


def _time(iso: str) -> dict[str, str]:
    return {"@type": "xsd:dateTime", "@value": iso}
