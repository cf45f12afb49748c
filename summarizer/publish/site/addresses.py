"""Where everything stands on the site: addresses from a pattern, relative links between them.

Nothing that a person wrote goes into an address: only dates, numbers, and the column ids of ``site.yaml``.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import PurePosixPath
from posixpath import relpath

from ...i18n import enumerated
from ...i18n import gettext as _
from ..model import Entry
from .model import Column, Site
from .words import cleaned

#: First folders and files that the site itself needs.
RESERVED = frozenset(
    ("assets", "col", "index.html", "search.html", "sitemap.html", "sitemap.xml", "feed.xml", "catalog.jsonld", "ledger.jsonl", "store")
)
_PLACES = ("year", "month", "day", "column", "serial")
_SAFE = re.compile(r"[0-9A-Za-z_-]+(?:\.[0-9A-Za-z_-]+)*(?:/[0-9A-Za-z_-]+(?:\.[0-9A-Za-z_-]+)*)*\.html")
#: A column for reports that name none.
NO_COLUMN = "其他"


def address(site: Site, entry: Entry, version: int = 0) -> str:
    """Return where the page of ``entry`` stands, relative to the site's root.

    Args:
        version: an older version's own page; 0 for the address that always shows the current one.

    Raises:
        ValueError: ``entry.address`` is none that this function could have given.
    """
    current = entry.address or _made(site, entry)
    if not is_address(current):
        raise ValueError(f"not an address: {current}")
    return f"{current.removesuffix('.html')}_v{version}.html" if version else current


def attachment_folder(site: Site, entry: Entry, version: int = 0) -> str:
    """Return the folder of the attachments and data files of a version, relative to the site's root; 0 for the current."""
    return f"{address(site, entry).removesuffix('.html')}_files/v{version or entry.current.number}"


def is_address(text: str) -> bool:
    """Whether ``text`` stays inside the site, and away from what else stands there."""
    return bool(_SAFE.fullmatch(text)) and text.split("/")[0] not in RESERVED and len(text) < 200


def pattern_mistake(pattern: str) -> str:
    """Return what is wrong with a pattern of addresses; empty if nothing is.

    The serial number must stand apart from other digits: else 1/11 and 11/1 could make one address.
    """
    names = re.findall(r"\{(.*?)\}", pattern)
    if unknown := [name for name in names if name not in _PLACES]:
        return _("{name} is no part of an address; there are {names}").format(name="{" + unknown[0] + "}", names=enumerated(_PLACES))
    if not is_address(re.sub(r"\{(\w+)\}", "1", pattern)):
        words = _("an address is made of ASCII letters, digits, - and _, in folders; it ends with .html and begins with none of {names}")
        return words.format(names=enumerated(sorted(RESERVED)))
    if not re.search(r"(?:^|[^0-9}])\{serial\}(?:[^0-9{]|$)", pattern):
        return _("{serial} must be in the address, apart from other numbers, else two reports could get the same one")
    return ""


def _made(site: Site, entry: Entry) -> str:
    first = entry.versions[0]
    when = datetime.fromisoformat(first.published)
    column = site.column(column_name(first.document.metadata.breadcrumb))
    return site.address.format(year=when.year, month=when.month, day=when.day, column=column.id, serial=entry.serial)


def column_name(breadcrumb: tuple[str, ...]) -> str:
    """Return the last step of a breadcrumb, the column that the report stands in."""
    return (cleaned(breadcrumb[-1]) if breadcrumb else "") or NO_COLUMN


def column_of(site: Site, entry: Entry) -> Column:
    """Return the column that ``entry`` stands in now."""
    return site.column(column_name(entry.current.document.metadata.breadcrumb))


def column_folder(column: Column) -> str:
    """Return the folder of a column's lists."""
    return f"col/col{column.id}"


def relative(here: str, there: str) -> str:
    """Return a link from page ``here`` to ``there``, both relative to the site's root."""
    return relpath(there, PurePosixPath(here).parent.as_posix())


def absolute(site: Site, there: str) -> str:
    """Return the full address of ``there``; relative to the root where the site's is not known."""
    return site.url + there
