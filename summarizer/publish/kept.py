"""Pages of reports that need not be made again, because whatever they are made from is as it was: report, settings, templates, program.

The note of what they were made from lies beside the releases, where nothing is served. It is believed only as far as the release bears
it out: each file must have the hash that note and ledger say. Without the note pages are made anew, and are the same bytes.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from ..jsons import read_json
from ..manifest import digest
from ..versions import program
from . import disk
from .folder import SiteFolder
from .ledger import NAME, read_ledger
from .model import Entry
from .site import Site
from .site.page import Page
from .site.report import Files, report_files

_NOTE = "pages"


class Kept:
    """What the release that is the site now has of each report.

    Args:
        folder: of the site, which is locked. site: its settings.
    """

    def __init__(self, folder: SiteFolder, site: Site) -> None:
        self._note = folder.home / _NOTE
        self._release = folder.current()
        self._common = _common(site)
        self._known: dict[str, dict[str, str]] = {}
        self._now: dict[str, dict[str, str]] = {}
        self._hashes: dict[str, str] = {}
        # What cannot be read is made anew.
        with suppress(OSError, ValueError, TypeError, AttributeError):
            self._known = {key: dict(hashes) for key, hashes in read_json(self._note.read_bytes()).items()}
        if self._release is not None and self._known:
            with suppress(OSError):
                self._hashes = dict(read_ledger((self._release / NAME).read_bytes()).files)

    def files(self, page: Page, entry: Entry) -> Files:
        """Yield every file of ``entry`` with its address, as :func:`report_files` does."""
        key = digest(self._common + repr(entry).encode("utf-8", "surrogatepass"))
        files = self._kept(self._known.get(key, {}))
        if not files:
            files = dict(report_files(page, entry))
        self._now[key] = {path: digest(data) for path, data in files.items()}
        yield from files.items()

    def save(self) -> None:
        """Note what the pages were made from."""
        if self._now != self._known:
            beside = self._note.with_suffix(".new")
            with suppress(OSError):  # then they are made anew the next time
                disk.remove_file(beside)
                disk.write(beside, json.dumps(self._now, ensure_ascii=False).encode())
                disk.rename(beside, self._note)

    def _kept(self, hashes: dict[str, str]) -> dict[str, bytes]:
        """Return the files of the release; empty if one of them is not what note and ledger say."""
        files = {}
        for path, hashed in hashes.items():
            place = (self._release or Path()) / path
            if self._hashes.get(path) != hashed or place.is_symlink() or not place.is_file():
                return {}
            files[path] = place.read_bytes()
            if digest(files[path]) != hashed:
                return {}
        return files


def _common(site: Site) -> bytes:
    """What all pages are made from."""
    own = sorted(site.templates.rglob("*.j2")) if site.templates else []
    parts = [repr(site), program(), *(f"{path} {digest(path.read_bytes())}" for path in own)]
    return digest("\0".join(parts).encode("utf-8", "surrogatepass")).encode()
