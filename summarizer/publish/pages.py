"""What publishing asks of those who write the pages of a site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from .folder import SiteFolder
from .kept import Kept
from .model import Entry
from .site import Site, address, attachment_folder, load_site, render_site

#: The site's settings, where they lie if nobody says so: beside the report's folder.
SETTINGS = "site.yaml"


class Pages(Protocol):
    """Writes the pages of one site."""

    @property
    def settings(self) -> Path | None:
        """The file that the settings came from."""

    @property
    def required(self) -> tuple[str, ...]:
        """The metadata fields that a report must have filled in."""

    def address(self, entry: Entry, version: int = 0) -> str:
        """Return where a page stands, relative to the site's root; 0 for the current version."""

    def folder(self, entry: Entry, version: int) -> str:
        """Return where a version's attachments lie."""

    def render(self, entries: Sequence[Entry], built: datetime) -> dict[str, bytes]:
        """Return every page and data file, the same bytes for the same entries and time."""


@dataclass(frozen=True, slots=True)
class SitePages:
    """The pages of :mod:`summarizer.publish.site`.

    Args:
        standing: where the site stands; what is there and would come out the same is not made again.
    """

    site: Site
    settings: Path | None = None
    standing: SiteFolder | None = None

    @property
    def required(self) -> tuple[str, ...]:
        """The metadata fields that the site's settings ask for."""
        return self.site.required

    def address(self, entry: Entry, version: int = 0) -> str:
        """Return where a page stands."""
        return address(self.site, entry, version)

    def folder(self, entry: Entry, version: int) -> str:
        """Return where a version's attachments lie."""
        return attachment_folder(self.site, entry, version)

    def render(self, entries: Sequence[Entry], built: datetime) -> dict[str, bytes]:
        """Return every page and data file."""
        if self.standing is None:
            return render_site(self.site, entries, built)
        kept = Kept(self.standing, self.site)
        files = render_site(self.site, entries, built, kept.files)
        kept.save()
        return files


def load_pages(settings: Path | None, folder: SiteFolder | None = None, content: Path | None = None) -> SitePages:
    """Return the pages as ``settings`` want them.

    If left out: as the ``site.yaml`` beside the report does; else as the file does that the site in ``folder`` was written with last.

    Raises:
        SummarizerError: the settings cannot be read.
    """
    if settings is None and content is not None and (beside := content.resolve().parent / SETTINGS).is_file():
        # As the user would name it.
        settings = content.parent / SETTINGS if (content.parent / SETTINGS).is_file() else beside
    if settings is None and folder is not None:
        settings = folder.remembered()
    return SitePages(load_site(settings), settings, folder)
