"""Publish a report onto a site, correct it, take it down: one change, one line of the ledger, one swap."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from ..errors import OutputError, Position
from ..i18n import enumerated, strung
from ..i18n import gettext as _
from ..manifest import digest
from ..rules.privacy import personal
from .correction import correction
from .folder import SiteFolder
from .ledger import NAME, Ledger, read_ledger
from .model import Correction, Entry, Version, Withdrawal
from .pages import Pages
from .prepare import Prepared
from .public import fingerprint, public_document
from .readback import no_private_words, read_back_document, read_back_facts, read_back_page
from .secrecy import marks
from .state import State, attachment_paths, not_back, placed, read_state
from .store import FOLDER, dump_entry, emptied, store_path
from .traces import TRACES

#: One time zone for all of China, and no summer time: what a machine's own says does not matter.
CHINA = timezone(timedelta(hours=8))
_LONGEST_REASON = 300
_FACTS = "facts.json"
#: Files for machines, beside the page.
_DATA = (_FACTS, "facts.csv")


def now() -> datetime:
    """Return the time by the clock, with its offset."""
    return datetime.now(CHINA)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a site.

    Args:
        action: as in the ledger; empty where there was nothing to do.
        address: of the page, relative to the site's root. head: hash of the ledger's last line.
    """

    action: str
    address: str
    version: int
    head: str
    change: Correction | None = None

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return asdict(self)


class Publisher:
    """Changes one site.

    Args:
        site: its folder. pages: write its pages. clock: tells the time; for tests.
    """

    def __init__(self, site: Path | SiteFolder, pages: Pages, clock: Callable[[], datetime] = now) -> None:
        self.folder = site if isinstance(site, SiteFolder) else SiteFolder(site)
        self.pages = pages
        self.clock = clock

    def needs_reason(self, prepared: Prepared) -> bool:
        """Whether publishing ``prepared`` changes what was published before."""
        entry = self._glance().entry(prepared.id)
        return entry is not None and (entry.withdrawal is not None or not _unchanged(entry, prepared))

    def head(self) -> str:
        """Return the hash of the ledger's last line."""
        return self._glance().ledger.head

    def published(self, report: str) -> date | None:
        """Return the day on which the current version of a report went out, None if there is none."""
        entry = self._glance().entry(report)
        return datetime.fromisoformat(entry.current.published).date() if entry else None

    def publish(self, prepared: Prepared, reason: str = "") -> Done:
        """Publish a report that the gate has let through; one that was published before becomes a new version.

        Args:
            reason: why a published report is changed.

        Raises:
            OutputError: the reason is missing, what was written does not read back, or the disk does not take it; the site stands.
        """
        with self._locked():
            state = read_state(self.folder, self.pages)
            entry = state.entry(prepared.id)
            if entry is not None and entry.withdrawal is None and _unchanged(entry, prepared):
                return self._rebuild(state, entry)
            when = self._time(state)
            made = self._next(state, entry, prepared, reason, when)
            action = "publish" if entry is None else "republish" if entry.withdrawal else "correct"
            files = self._files(state, made, when, {item.name: item.data for item in prepared.files})
            return self._swap(state, made, files, when, action, reason, lambda staged: self._read_back(staged, made, prepared))

    def withdraw(self, report: str, reason: str) -> Done:
        """Take a report down: a notice stands in its place, its text, figures and attachments are gone from the site.

        Raises:
            OutputError: no such report, it was taken down already, the reason is missing, or the disk does not take it.
        """
        with self._locked():
            state = read_state(self.folder, self.pages)
            entry = state.entry(report)
            if entry is None or entry.withdrawal:
                there = enumerated(item.id for item in state.entries if not item.withdrawal) or "—"
                message = _("{report} was taken down already") if entry else _("no such report on this site: {report}")
                hint = _("there are: {names}").format(names=there)
                raise OutputError(message.format(report=report), where=self.folder.shown, hint=hint)
            when = self._time(state)
            made = replace(emptied(entry), withdrawal=Withdrawal(_minutes(when), sound_reason(reason)))
            files = self._files(state, made, when, {})
            return self._swap(state, made, files, when, "withdraw", reason, lambda staged: None, forget=True)

    # The new state

    def _locked(self) -> AbstractContextManager[None]:
        return self.folder.locked()

    def _glance(self) -> State:
        """Return what stands there for those who only ask: where nothing is, nothing is made."""
        if not self.folder.begun():
            return State()
        with self._locked():
            return read_state(self.folder, self.pages)

    def _time(self, state: State) -> datetime:
        when = self.clock().replace(microsecond=0)
        not_back(when, state.ledger, self.folder.shown)
        return when

    def _next(self, state: State, entry: Entry | None, prepared: Prepared, reason: str, when: datetime) -> Entry:
        """Return the entry with its new version."""
        document = public_document(prepared.document, when.date())
        attachments = tuple(item.attachment for item in prepared.files)
        if entry is None:
            version = Version(1, _minutes(when), document, prepared.published, attachments)
            return placed(Entry(prepared.id, state.next_serial, (version,)), self.pages)
        text, number = sound_reason(reason), entry.current.number + 1
        note = Correction(text) if entry.withdrawal else correction(entry.current, document, prepared.published, text)
        version = Version(number, _minutes(when), document, prepared.published, attachments, _without_personal(note))
        versions = (version,) if entry.withdrawal else (*entry.versions, version)
        return replace(entry, versions=versions, withdrawal=None)

    def _files(self, state: State, made: Entry, when: datetime, new: Mapping[str, bytes]) -> dict[str, bytes | Path]:
        """Return all files of the site but the ledger.

        Args:
            new: the attachments of the newest version of ``made``, by name.
        """
        entries = state.with_entry(made)
        files: dict[str, bytes | Path] = dict(self._rendered(entries, when))
        own = self.pages.folder(made, made.current.number)
        for entry in entries:
            stored = store_path(entry.serial)
            # The others' files are what the ledger says: `read_state` has looked.
            files[stored] = dump_entry(entry) if entry is made or state.release is None else state.release / stored
            for path, attachment in attachment_paths(self.pages, entry).items():
                fresh = new.get(attachment.name) if path == f"{own}/{attachment.name}" else None
                if fresh is None and state.release is None:
                    raise ValueError(f"an attachment that nobody has: {path}")
                files[path] = fresh if fresh is not None else (state.release or Path()) / path
        return files

    def _rendered(self, entries: tuple[Entry, ...], when: datetime) -> dict[str, bytes]:
        files = self.pages.render(entries, when)
        for path in files:
            parts = path.split("/")
            if path == NAME or parts[0] == FOLDER or not all(part and part not in (".", "..") and "\\" not in part for part in parts):
                raise ValueError(f"a page in a place that is not its own: {path}")
        return files

    def _rebuild(self, state: State, entry: Entry) -> Done:
        """Nothing new to say; but pages may look otherwise now, or somebody has touched them."""
        last = state.ledger.last
        if state.release is None or last is None:
            raise ValueError("an entry without a release")
        done = Done("", entry.address, entry.current.number, state.ledger.head)
        if _agree(state.release, state.ledger, self._files(state, entry, last, {})):
            return done
        when = self._time(state)
        return self._swap(state, entry, self._files(state, entry, when, {}), when, "rebuild", "", lambda staged: None)

    def _swap(
        self, state: State, made: Entry, files: Mapping[str, bytes | Path], when: datetime, action: str, reason: str,
        check: Callable[[Path], None], *, forget: bool = False,
    ) -> Done:  # fmt: skip
        hashes = {path: state.ledger.files[path] if isinstance(data, Path) else digest(data) for path, data in files.items()}
        report, version = ("", 0) if action == "rebuild" else (made.id, made.current.number)
        data = state.ledger.written(hashes, when, action, report, version, sound_reason(reason) if reason else "")
        self.folder.replace({**files, NAME: data}, check, forget=forget)
        # Only now: settings with which nothing was published must not be taken for the site's.
        self.folder.remember(self.pages.settings)
        change = made.current.correction if report else None
        return Done(action, made.address, made.current.number, read_ledger(data).head, change)

    # Reading back

    def _read_back(self, staged: Path, made: Entry, prepared: Prepared) -> None:
        """Read what is on disk now, before it becomes the site."""
        version, folder = made.current, self.pages.folder(made, made.current.number)
        page = self.pages.address(made)
        data = (staged / page).read_bytes()
        read_back_page(data, page, version.document, version.facts)
        for trace in TRACES["page"](data, prepared.allow).found():
            raise OutputError(_("{name} must not go out: {what}").format(name=page, what=trace.text), where=Position(page))
        for item in version.attachments:
            path = staged / folder / item.name
            if digest(path.read_bytes()) != item.sha256:
                raise OutputError(_("what was written is not what is on the disk"), where=Position(str(path)))
            read_back_document(path, item.name, version.document)
        facts = staged / folder / _FACTS
        read_back_facts(facts.read_bytes() if facts.is_file() else b"", f"{folder}/{_FACTS}", version.facts)
        told = [f"{folder}/{name}" for name in _DATA] + [store_path(made.serial)]
        no_private_words(((name, (staged / name).read_bytes()) for name in told if (staged / name).is_file()), prepared.private)


def _unchanged(entry: Entry, prepared: Prepared) -> bool:
    return fingerprint(entry.current.document, entry.current.facts) == prepared.fingerprint


def _agree(release: Path, ledger: Ledger, files: Mapping[str, bytes | Path]) -> bool:
    """Whether the site is, byte for byte, what would be made of it now."""
    if {*files, NAME} != {*ledger.files, NAME}:
        return False
    for path, data in files.items():
        if isinstance(data, bytes):
            there = release / path
            if not there.is_file() or there.is_symlink() or there.read_bytes() != data:
                return False
    return True


def _minutes(when: datetime) -> str:
    return when.isoformat(timespec="minutes")


def sound_reason(reason: str) -> str:
    """Return a reason as the page may show it: one line, no marks that turn it around.

    Raises:
        OutputError: it is empty or too long, or says what must not be published.
    """
    text = " ".join("".join(char if char.isprintable() else " " for char in reason).split())
    if not text:
        hint = _("say it with --reason; the page shows it")
        raise OutputError(_("a published report is changed or taken down with a reason only"), hint=hint)
    if len(text) > _LONGEST_REASON:
        message = _("the reason is longer than {n} characters").format(n=_LONGEST_REASON)
        raise OutputError(message, written=f"{text[:40]}…", hint=_("say it in one sentence"))
    hits = [hit.message for hit in personal(text)]
    hits += [_("a mark that bars publication: {text}").format(text=text[start:end]) for start, end in marks(text, alone=True)]
    if hits:
        raise OutputError(_("the reason is published, and it holds {what}").format(what=strung(hits, ";")), hint=_("say it without"))
    return text


def _without_personal(note: Correction) -> Correction:
    """What a correction takes out because it is personal is not told once more in its note."""
    changes = tuple(item for item in note.changes if not any(personal(f"{item.before or ''}")))
    wording = tuple((before, after) for before, after in note.wording if not any(personal(before)))
    return replace(note, changes=changes, wording=wording)
