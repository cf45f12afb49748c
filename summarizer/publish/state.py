"""What stands on a site now: its ledger, its entries, and whether they can be built upon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from ..errors import ErrorGroup, OutputError, Position
from ..i18n import gettext as _
from .folder import SiteFolder, hash_of
from .ledger import NAME, Ledger, read_ledger
from .model import Attachment, Entry, Version
from .pages import Pages
from .store import FOLDER, load_entries


@dataclass(frozen=True, slots=True)
class State:
    """A site as it stands.

    Args:
        release: its folder; None before the first publication.
    """

    release: Path | None = None
    ledger: Ledger = field(default_factory=Ledger)
    entries: tuple[Entry, ...] = ()

    def entry(self, report: str) -> Entry | None:
        """Return the entry of a report."""
        return next((entry for entry in self.entries if entry.id == report), None)

    def with_entry(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the entries with ``entry`` in its place, a new one last."""
        kept = [entry if old.serial == entry.serial else old for old in self.entries]
        return tuple(kept) if entry in kept else (*kept, entry)

    @property
    def next_serial(self) -> int:
        """A number that no entry has had."""
        return max((entry.serial for entry in self.entries), default=0) + 1


def read_state(folder: SiteFolder, pages: Pages) -> State:
    """Return what stands in ``folder``.

    Raises:
        OutputError, ErrorGroup: the ledger is broken, or what pages are made from is not what the ledger says.
    """
    release = folder.current()
    if release is None:
        return State()
    path = release / NAME
    ledger = read_ledger(path.read_bytes() if path.is_file() else b"")
    stored = {name: release / name for name in ledger.files if name.startswith(f"{FOLDER}/")}
    wrong = [OutputError(fault.message, where=Position(fault.path, fault.line), hint=fault.hint) for fault in ledger.faults]
    wrong += _altered(stored, ledger)
    if not wrong:
        entries = load_entries({name: file.read_bytes() for name, file in stored.items()})
        kept = {name: release / name for entry in entries for name in attachment_paths(pages, entry)}
        wrong += _altered(kept, ledger)
        if not wrong:
            return State(release, ledger, entries)
    raise wrong[0] if len(wrong) == 1 else ErrorGroup(_("{n} mistakes").format(n=len(wrong)), errors=tuple(wrong))


def _altered(files: dict[str, Path], ledger: Ledger) -> list[OutputError]:
    """What cannot be made anew must be what the ledger says."""
    hint = _("bring the file back from a copy of the site, then repeat; `summarizer verify --site DIR` lists all that differs")
    return [
        OutputError(_("it is missing, or not what was published"), where=Position(name), hint=hint)
        for name, path in files.items()
        if not path.is_file() or path.is_symlink() or ledger.files.get(name) != hash_of(path)
    ]


def attachment_paths(pages: Pages, entry: Entry) -> dict[str, Attachment]:
    """Return the attachments of all versions of ``entry`` by their paths; of one that was taken down there are none."""
    versions: Sequence[Version] = () if entry.withdrawal else entry.versions
    return {f"{pages.folder(entry, version.number)}/{item.name}": item for version in versions for item in version.attachments}


def placed(entry: Entry, pages: Pages) -> Entry:
    """Return ``entry`` with the address that it is given once and for all."""
    return entry if entry.address else replace(entry, address=pages.address(entry))


def not_back(now: datetime, ledger: Ledger, site: Position) -> None:
    """Refuse to publish before the last time something was.

    Raises:
        OutputError: the clock says an earlier time than the ledger's last line.
    """
    if ledger.last is not None and now < ledger.last:
        raise OutputError(
            _("the clock says {now}, but the site changed last on {last}").format(
                now=now.isoformat(timespec="seconds"), last=ledger.last.isoformat(timespec="seconds")
            ),
            where=site,
            hint=_("set the machine's clock right; nothing is ever dated back"),
        )
