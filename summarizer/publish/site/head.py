"""What a report's page says of itself to machines: the head tags of government sites, and schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from ..model import Entry, Version
from .addresses import absolute, address, attachment_folder, column_of
from .model import Site
from .page import Tag
from .words import cleaned, description, heading, moment


def head_tags(site: Site, entry: Entry, version: Version) -> tuple[Tag, ...]:
    """Return the head tags of a version's page; what is not known is left out."""
    document, column = version.document, column_of(site, entry)
    publisher, source = document.metadata.publisher, document.metadata.source
    tags = (
        ("ColumnName", column.name),
        ("ColumnType", column.kind),
        ("ColumnDescription", column.description),
        ("ColumnKeywords", ",".join(column.keywords)),
        ("ArticleTitle", heading(document)),
        ("PubDate", moment(entry.versions[0].published)),
        ("ContentSource", cleaned(source or publisher)),
        ("Keywords", ",".join(keywords(site, entry, version))),
        ("Author", cleaned(publisher)),
        ("Description", description(document)),
        ("Url", absolute(site, page_address(site, entry, version)) if site.url else ""),
    )
    return tuple((name, content) for name, content in tags if content)


def page_address(site: Site, entry: Entry, version: Version) -> str:
    """Return where the page of ``version`` stands: the stable address if it is the current one."""
    return address(site, entry, 0 if version is entry.current else version.number)


def keywords(site: Site, entry: Entry, version: Version) -> tuple[str, ...]:
    """Return the report's own keywords, else those of its column and site."""
    fields = dict(version.document.metadata.fields)
    own = fields.get("关键词") or fields.get("主题词")
    if own:
        found = re.split("[,，;；、]", own)
    else:
        column = column_of(site, entry)
        found = [version.document.metadata.publisher, column.name, *column.keywords, *site.keywords]
    return tuple(dict.fromkeys(word for word in map(cleaned, found) if word))


def linked_data(site: Site, entry: Entry, version: Version) -> list[Markup]:
    """Return the JSON-LD objects of a version's page, harmless inside ``<script>``."""
    here = page_address(site, entry, version)
    return [embedded(_report(site, entry, version, here)), embedded(_breadcrumb(version, here, site))]


def embedded(value: Any) -> Markup:
    """Return ``value`` as JSON that no HTML parser takes for the end of its script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate({ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}))


def index_number(version: Version) -> str:
    """Return the 索引号 of a version; empty if it has none."""
    return cleaned(dict(version.document.metadata.fields).get("索引号", ""))


def _report(site: Site, entry: Entry, version: Version, here: str) -> dict[str, Any]:
    document = version.document
    publisher = {"@type": "GovernmentOrganization", "name": cleaned(document.metadata.publisher)}
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": heading(document),
        "headline": heading(document),
        "inLanguage": "zh-CN",
        "identifier": index_number(version),
        "reportNumber": document.letterhead.document_number if document.letterhead and document.form == "issued" else "",
        "description": description(document),
        "keywords": list(keywords(site, entry, version)),
        "dateCreated": document.metadata.date,
        "datePublished": entry.versions[0].published,
        "dateModified": version.published,
        "version": version.number,
        "isAccessibleForFree": True,
        "publisher": publisher,
        "author": publisher,
        "url": absolute(site, here) if site.url else "",
        "correction": cleaned(version.correction.reason) if version.correction else "",
        "encoding": list(_encodings(site, entry, version)),
    }
    return {key: value for key, value in made.items() if value not in ("", [])}


def _encodings(site: Site, entry: Entry, version: Version) -> Iterator[dict[str, Any]]:
    folder = attachment_folder(site, entry, version.number)
    for attachment in version.attachments:
        yield {
            "@type": "MediaObject",
            "name": attachment.label,
            "encodingFormat": attachment.media_type,
            "contentUrl": absolute(site, f"{folder}/{attachment.name}"),
            "contentSize": str(attachment.size),
            "sha256": attachment.sha256,
        }


def _breadcrumb(version: Version, here: str, site: Site) -> dict[str, Any]:
    steps: Sequence[str] = (*version.document.metadata.breadcrumb, heading(version.document))
    items: list[dict[str, Any]] = [{"@type": "ListItem", "position": n, "name": cleaned(step)} for n, step in enumerate(steps, 1)]
    if site.url:
        items[-1]["item"] = absolute(site, here)
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}
