"""What a citizen sees of the site: every page and data file, from the entries alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from ...errors import OutputError, Position
from ...i18n import gettext as _
from ...writers.html_template import render
from ..model import Entry
from .addresses import address, attachment_folder
from .catalogue import catalogue
from .config import load_site
from .feeds import atom, sitemap
from .lists import list_files
from .model import Image, Site
from .page import Page
from .report import report_files
from .search import search_files

__all__ = ["Site", "address", "attachment_folder", "load_site", "render_site"]

#: Assets made from templates: name on the site → template.
ASSETS = {"site.css": "site/site.css.j2", "site.js": "site/site.js.j2", "search.js": "site/search.js.j2", "icon.svg": "site/icon.svg.j2"}


def render_site(
    site: Site, entries: Sequence[Entry], built: datetime, report: Callable[[Page, Entry], Iterable[tuple[str, bytes]]] = report_files
) -> dict[str, bytes]:
    """Return every generated file of the site by its relative path; the same bytes for the same entries.

    Attachments are not among them: they belong into :func:`attachment_folder`.

    Args:
        entries: all of the site, the withdrawn ones too: they keep their notices.
        built: the time to name where there is no other: the feed of an empty site.
        report: gives the files of an entry.

    Raises:
        TemplateError: a template is missing or broken.
        OutputError: two files would have one address.
    """
    page = Page(site, site.resources, "index.html")
    files: dict[str, bytes] = {}
    for entry in entries:
        _add(files, report(page, entry))
    _add(files, list_files(page, entries))
    _add(files, search_files(page, entries))
    _add(files, (("feed.xml", atom(site, entries, built)), ("sitemap.xml", sitemap(site, entries))))
    _add(files, [("catalog.jsonld", catalogue(site, entries))])
    _add(files, ((f"assets/{name}", render(page.resources, template).encode()) for name, template in ASSETS.items()))
    for image in {image.name: image for image in _images(site)}.values():
        files[f"assets/{image.name}"] = image.data
    return files


def _images(site: Site) -> list[Image]:
    links = (*site.links, *site.footer.badges, *site.footer.links, *(link for link in (site.footer.icp, site.footer.police) if link))
    return [image for image in (site.logo, *(link.image for link in links)) if image is not None]


def _add(files: dict[str, bytes], made: Iterable[tuple[str, bytes]]) -> None:
    for path, data in made:
        if path in files:
            raise OutputError(
                _("two files of the site would have one address"),
                where=Position(path),
                hint=_("give the columns in site.yaml different ids, or the addresses another pattern"),
            )
        files[path] = data
