"""What a citizen sees of the site: every page and data file, from the entries alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ...writers import html
from ...writers.base import Job
from ..model import Entry
from .addresses import address, attachment_folder
from .model import Site

__all__ = ["Site", "address", "attachment_folder", "load_site", "render_site"]


def load_site(path: Path | None) -> Site:
    """Return what ``site.yaml`` at ``path`` says; the defaults without one."""
    return Site()


def render_site(site: Site, entries: Sequence[Entry], built: datetime) -> dict[str, bytes]:
    """Return every generated file of the site by its relative path."""
    files: dict[str, bytes] = {}
    job = Job(site.resources, draft=False)
    for entry in entries:
        files[address(site, entry)] = html.write(entry.current.document, job).data
        for version in entry.versions[:-1]:
            files[address(site, entry, version.number)] = html.write(version.document, job).data
    return files
