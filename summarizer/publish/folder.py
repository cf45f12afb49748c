"""The folder of a site, and how a new state takes the place of the old one in a single step.

``DIR`` is a symbolic link. It leads to a release: a whole folder in ``.DIR.releases`` beside it, which nobody changes once it is there. A
new state is written into a folder of its own, read back, and then the link is replaced (``rename`` of a link is one step on every file
system). A crash before that leaves the old site and a folder that the next run removes; a crash after it leaves the new one. The release
before the last is kept, for visitors who are just loading a page and for going back by hand.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from ..errors import OutputError, Position, reason_of
from ..i18n import gettext as _
from . import disk
from .ledger import NAME as LEDGER

#: How long one publisher waits for another, in seconds.
PATIENCE = 120.0
_NEW = "new-"
_SETTINGS = "settings"


class SiteFolder:
    """A site on disk.

    Args:
        path: the folder as the user names it, which a web server may serve.
    """

    def __init__(self, path: Path) -> None:
        self.shown = Position(str(path))
        self.path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the link
        self.home = self.path.parent / f".{self.path.name}.releases"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep others from publishing here; a publisher that was killed leaves no lock.

        Raises:
            OutputError: another one is at work for too long, the folder is not a site's, or it cannot be written.
        """
        self._refuse_foreign()
        with self._told():
            disk.make_folder(self.home)
            lock = FileLock(self.home / "lock", timeout=PATIENCE)
            try:
                lock.acquire()
            except Timeout:
                hint = _("wait until it is done, then repeat")
                raise OutputError(_("another publisher is at work on this site"), where=self.shown, hint=hint) from None
        try:
            with self._told():
                self._mend()
            yield
        finally:
            lock.release()

    def begun(self) -> bool:
        """Whether anybody has published here, or tried to.

        Raises:
            OutputError: the folder holds something that is not a site of this program.
        """
        self._refuse_foreign()
        return self.home.is_dir()

    def current(self) -> Path | None:
        """Return the release that is the site now, None if there is none yet.

        Raises:
            OutputError: the folder holds something that is not a site of this program.
        """
        self._refuse_foreign()
        return self.home / self.path.readlink().name if self.path.is_symlink() else None

    def replace(self, files: Mapping[str, bytes | Path], check: Callable[[Path], None], *, forget: bool = False) -> None:
        """Let ``files`` be the site, whole or not at all.

        Args:
            files: by path relative to the root: bytes, or a file of the current release that goes on.
            check: reads the finished folder back before it becomes the site; what it raises leaves the old one.
            forget: keep no earlier release.

        Raises:
            OutputError: it cannot be written; the old site stands.
        """
        current = self.current()
        staged = self.home / f"{_NEW}{os.getpid()}"
        try:
            with self._told():
                disk.remove(staged)
                self._write(staged, files, current)
            check(staged)
            with self._told():
                release = self.home / f"{self._last() + 1:08}"
                disk.rename(staged, release)
                if not self.path.is_symlink() and self.path.is_dir():
                    self.path.rmdir()  # an empty one; a link cannot take its place
                disk.point(self.path, f"{self.home.name}/{release.name}")
        finally:
            disk.remove(staged)
        self._prune(1 if forget else 2)

    def meets(self, other: Path) -> bool:
        """Whether ``other`` lies on the site or among its releases, or holds the site."""
        places = {self.path, self.path.resolve(), self.home, self.home.resolve()}
        others = {Path(os.path.abspath(other)), other.resolve()}  # noqa: PTH100 - also where a link stands
        return any(one.is_relative_to(place) or place.is_relative_to(one) for one in others for place in places)

    def remember(self, settings: Path | None) -> None:
        """Note with which settings the site was written, for commands that are not told; the note is not public.

        Raises:
            OutputError: it cannot be written.
        """
        note = self.home / _SETTINGS
        beside = note.with_suffix(".new")
        try:
            if settings is not None and self.remembered() != settings.resolve():
                disk.remove_file(beside)
                disk.write(beside, str(settings.resolve()).encode("utf-8", "surrogateescape"))
                disk.rename(beside, note)
        except OSError as error:
            raise OutputError(
                _("the site has been changed, but it could not be noted with which settings: {reason}").format(reason=reason_of(error)),
                where=self.shown,
                hint=_("name them with --config the next time"),
            ) from None

    def remembered(self) -> Path | None:
        """Return the settings that the site was written with last."""
        note = self.home / _SETTINGS
        return Path(note.read_bytes().decode("utf-8", "surrogateescape")) if note.is_file() else None

    def _write(self, staged: Path, files: Mapping[str, bytes | Path], current: Path | None) -> None:
        disk.make_folder(staged)
        folders = {staged}
        for name, content in sorted(files.items()):
            path = staged / name
            disk.make_folder(path.parent)
            folders |= {parent for parent in path.parents if parent.is_relative_to(staged)}
            before = content if isinstance(content, Path) else _same(current, name, content)
            if before is not None:
                disk.link(before, path)
            elif isinstance(content, bytes):
                disk.write(path, content)
        for folder in sorted(folders, reverse=True):
            disk.sync(folder)

    def _mend(self) -> None:
        """Remove what a crash has left; a link that was lost leads to the newest release again."""
        for path in self.home.glob(f"{_NEW}*"):
            disk.remove(path)
        if not self.path.is_symlink() and (last := self._last()):
            if self.path.is_dir():
                self.path.rmdir()
            disk.point(self.path, f"{self.home.name}/{last:08}")
        self._prune(2)

    def _prune(self, keep: int) -> None:
        """Keep the current release and those before it, ``keep`` in all; one that never became the site goes."""
        current = self.path.readlink().name if self.path.is_symlink() else ""
        older = [number for number in self._numbers() if f"{number:08}" <= current]
        for number in self._numbers():
            if number not in older[-keep:]:
                disk.remove(self.home / f"{number:08}")

    def _numbers(self) -> list[int]:
        found = self.home.iterdir() if self.home.is_dir() else ()
        return sorted(int(path.name) for path in found if path.name.isdigit())

    def _last(self) -> int:
        return max(self._numbers(), default=0)

    def _refuse_foreign(self) -> None:
        path, hint = self.path, _("name a new folder; nothing is overwritten")
        if path.is_symlink():
            target = path.readlink()
            if target.parent.as_posix() != self.home.name or not (self.home / target.name).is_dir():
                raise OutputError(_("this link leads to something that is no release of this site"), where=self.shown, hint=hint)
        elif path.is_dir() and any(path.iterdir()):
            if (path / LEDGER).is_file():
                move = f"mkdir -p {self.home} && mv {path} {self.home}/00000001 && ln -s {self.home.name}/00000001 {path}"
                raise OutputError(
                    _("this is a copy of a site; publishing needs a link to a release in its place"),
                    where=self.shown,
                    hint=_("run once: {command}").format(command=move),
                )
            raise OutputError(_("this folder is not empty and not a site of this program"), where=self.shown, hint=hint)
        elif path.exists() and not path.is_dir():
            raise OutputError(_("this is no folder"), where=self.shown, hint=hint)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say what went wrong with the disk in the user's words."""
        try:
            yield
        except OSError as error:
            raise OutputError(
                _("cannot be written: {reason}").format(reason=reason_of(error)),
                where=self.shown,
                hint=_("the site stands as it was; make room or ask for the right to write there, then repeat"),
            ) from None


def _same(current: Path | None, name: str, content: bytes) -> Path | None:
    """Return the file of that name in the current release if it holds the same."""
    path = current / name if current else None
    try:
        return path if path and path.is_file() and not path.is_symlink() and path.read_bytes() == content else None
    except OSError:
        return None


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield everything in ``folder`` that is no folder, with its path relative to it; links are not followed."""
    for root, folders, names in os.walk(folder):
        for name in (*names, *(item for item in folders if (Path(root) / item).is_symlink())):
            path = Path(root) / name
            yield path.relative_to(folder).as_posix(), path


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as stream:
        hashed = sha256()
        while part := stream.read(1 << 20):
            hashed.update(part)
    return hashed.hexdigest()
