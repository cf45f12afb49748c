"""What programs follow: the Atom feed (RFC 4287) and the map for search engines."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime

from lxml import etree

from ..model import Entry, Version
from .addresses import absolute, address, column_folder, column_of
from .lists import columns, standing, years
from .model import Site
from .words import cleaned, day, description, heading, stated

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
#: Entries in the feed.
LONGEST = 50


def atom(site: Site, entries: Sequence[Entry], built: datetime) -> bytes:
    """Return the feed: what was published, corrected and withdrawn, the latest change first.

    An entry's id never changes, its ``updated`` with every version. ``built`` is only used by a feed without entries.
    """
    latest = sorted(entries, key=lambda entry: (datetime.fromisoformat(_updated(entry)), entry.serial), reverse=True)[:LONGEST]
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})  # type: ignore[dict-item]
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "zh-CN")
    _put(root, "id", site.url or f"urn:uuid:{_uuid(site.name)}")
    _put(root, "title", cleaned(site.name))
    _put(root, "updated", _seconds(_updated(latest[0])) if latest else _seconds(built.isoformat()))
    _put(_sub(root, "author"), "name", cleaned(site.owner or site.footer.organizer or site.name))
    _sub(root, "link", rel="self", type="application/atom+xml", href=absolute(site, "feed.xml"))
    _sub(root, "link", rel="alternate", type="text/html", href=absolute(site, "index.html"))
    for entry in latest:
        _atom_entry(root, site, entry)
    return _bytes(root)


def _atom_entry(root: etree._Element, site: Site, entry: Entry) -> None:
    document = entry.current.document
    made = _sub(root, "entry")
    mark = "【已撤回】" if entry.withdrawal else "【更正】" if entry.current.correction else ""
    _put(made, "id", f"urn:uuid:{_uuid(f'{entry.serial} {entry.id} {address(site, entry)}')}")
    _put(made, "title", mark + heading(document))
    _put(made, "published", _seconds(entry.versions[0].published))
    _put(made, "updated", _seconds(_updated(entry)))
    _put(_sub(made, "author"), "name", cleaned(document.metadata.publisher) or cleaned(site.name))
    _sub(made, "category", term=column_of(site, entry).name)
    _sub(made, "link", rel="alternate", type="text/html", href=absolute(site, address(site, entry)))
    if entry.withdrawal is None and entry.current.correction is not None:
        for version in entry.versions[:-1]:
            there = absolute(site, address(site, entry, version.number))
            _sub(made, "link", rel="related", type="text/html", href=there, title=f"第{version.number}版")
    _put(made, "summary", _summary(entry))


def _summary(entry: Entry) -> str:
    if entry.withdrawal is not None:
        return f"撤回原因：{cleaned(entry.withdrawal.reason)}"
    version: Version = entry.current
    if version.correction is None:
        return description(version.document)
    changes = (f"{cleaned(one.label or one.fact)}：{_figure(one.before)}→{_figure(one.after)}" for one in version.correction.changes)
    return f"更正原因：{cleaned(version.correction.reason)}。" + "；".join(changes)


def _figure(text: str | None) -> str:
    return cleaned(stated(text))


def _updated(entry: Entry) -> str:
    return entry.withdrawal.when if entry.withdrawal else entry.current.published


def sitemap(site: Site, entries: Sequence[Entry]) -> bytes:
    """Return the map for search engines; its addresses are relative where the site's own is not known."""
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap={None: _SITEMAP})  # type: ignore[dict-item]
    for path, changed in _pages(site, entries):
        made = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        etree.SubElement(made, f"{{{_SITEMAP}}}loc").text = absolute(site, path)
        if changed:
            etree.SubElement(made, f"{{{_SITEMAP}}}lastmod").text = changed
    return _bytes(root)


def _pages(site: Site, entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    yield from (("index.html", ""), ("search.html", ""), ("sitemap.html", ""))
    for column, held in columns(site, entries):
        yield f"{column_folder(column)}/index.html", ""
        yield from ((f"{column_folder(column)}/{year}/index.html", "") for year, _group in years(held))
    for entry in standing(entries):
        yield address(site, entry), day(_updated(entry))


def _uuid(text: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, cleaned(text))


def _seconds(iso: str) -> str:
    """Return a time with seconds, which RFC 3339 asks for."""
    when = datetime.fromisoformat(iso)
    return (when if when.tzinfo else when.astimezone()).isoformat(timespec="seconds")


def _sub(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)


def _put(parent: etree._Element, name: str, text: str) -> None:
    _sub(parent, name).text = text


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
