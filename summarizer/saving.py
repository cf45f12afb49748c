"""Put the files of one build into their folder: all or none, even if the program is killed or the disk is full.

Everything is written beside its place first. The manifest comes last and gets its own name there
(``.manifest.json.new``) only when all else is on the disk: from then on the build counts as saved, and whoever
comes next finishes the renaming (:func:`recover`). Before that, what lies beside is thrown away.
"""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from .errors import OutputError, Position
from .i18n import gettext as _
from .manifest import Manifest, digest, load_manifest

#: Seconds to wait for another build that is saving; it takes a fraction of one.
PATIENCE = 60.0
_NEW = ".new"
_PART = ".part"


class Overtaken(Exception):
    """Another build has saved into the folder since this one looked at it."""


class _FolderLock(BaseFileLock):
    """A lock on the folder itself: no file is left behind, and a killed process holds nothing."""

    def _acquire(self) -> None:
        import fcntl

        handle = os.open(self.lock_file, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # Network folders know no lock on a folder: there only the look at the manifest tells that another was faster.
            if error.errno not in (errno.EBADF, errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP):
                os.close(handle)
                return
        self._context.lock_file_fd = handle

    def _release(self) -> None:
        handle, self._context.lock_file_fd = self._context.lock_file_fd, None
        if handle is not None:
            os.close(handle)


def _lock(folder: Path) -> BaseFileLock:
    if os.name == "posix":
        return _FolderLock(folder, timeout=PATIENCE)
    return FileLock(folder / ".lock", timeout=PATIENCE)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other builds and packages from being saved into ``folder``, which must be there.

    Raises:
        OutputError: another one does not let go.
    """
    try:
        with _lock(folder):
            yield
    except Timeout:
        raise OutputError(
            _("another build or publication is writing into this folder"),
            where=Position(str(folder)),
            hint=_("wait until it has ended, then repeat"),
        ) from None


def save_files(folder: Path, files: dict[str, bytes], manifest: str, text: str, earlier: Manifest | None) -> list[tuple[str, str]]:
    """Write ``files`` and, last of all, the manifest ``text`` into ``folder``, and return who was moved aside.

    Args:
        manifest: the manifest's file name.
        earlier: what the manifest was when this build began; files that are not as it says were edited by somebody.

    Raises:
        Overtaken: the manifest is another one by now; nothing was done.
        OSError: it cannot be written; files that stand there are as before, or the next build finishes this one.
    """
    with locked(folder), _undisturbed():
        _recover(folder)
        if load_manifest(folder / manifest) != earlier:
            raise Overtaken
        try:
            for name, data in files.items():
                _write(_beside(folder, name), data)
            part = folder / f".{manifest}{_PART}"
            _write(part, text.encode())
        except BaseException:
            _sweep(folder)
            raise
        part.replace(_beside(folder, manifest))
        sync(folder)
        return _settle(folder, list(files), manifest, earlier)


def recover(folder: Path) -> None:
    """Finish what a killed build had saved but not renamed, and remove what it had not finished.

    Raises:
        OSError: the folder cannot be written.
    """
    if _left(folder):
        with locked(folder), _undisturbed():
            _recover(folder)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let whoever breaks the program off wait until the files are in their places, which takes a fraction of a second."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def untouched(folder: Path, name: str, earlier: Manifest | None) -> bool:
    """Whether the file is there, and is what the manifest says."""
    written = earlier.written.get(name) if earlier else None
    path = folder / name
    return written is not None and path.is_file() and digest(path.read_bytes()) == written.sha256


def replace_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write all ``files`` beside their places, then rename them: each is old or new, never half."""
    try:
        for name, data in files.items():
            _write(_beside(folder, name), data)
        for name in files:
            _beside(folder, name).replace(folder / name)
    finally:
        for name in files:
            _beside(folder, name).unlink(missing_ok=True)


def _recover(folder: Path) -> None:
    for commit in sorted(folder.glob(f".manifest*.json{_NEW}")):
        manifest = load_manifest(commit)
        name = commit.name[1 : -len(_NEW)]
        if manifest is not None:
            _settle(folder, [item for item, written in manifest.written.items() if _whole(folder, item, written.sha256)], name)
    _sweep(folder)


def _whole(folder: Path, name: str, sha256: str) -> bool:
    path = _beside(folder, name)
    return Path(name).name == name and path.is_file() and digest(path.read_bytes()) == sha256


def _settle(folder: Path, names: list[str], manifest: str, earlier: Manifest | None = None) -> list[tuple[str, str]]:
    """Give the files their names, the manifest last; what somebody edited is moved aside."""
    earlier = earlier or load_manifest(folder / manifest)
    moved = []
    for name in names:
        if os.path.lexists(folder / name) and not untouched(folder, name, earlier):
            moved.append((name, _set_aside(folder, name)))
        _beside(folder, name).replace(folder / name)
    _beside(folder, manifest).replace(folder / manifest)
    return moved


def _set_aside(folder: Path, name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    number = next(n for n in range(1, 10_000) if not os.path.lexists(folder / f"{stem}.{n}{dot}{suffix}"))
    kept = f"{stem}.{number}{dot}{suffix}"
    (folder / name).rename(folder / kept)
    return kept


def _beside(folder: Path, name: str) -> Path:
    return folder / f".{name}{_NEW}"


def _left(folder: Path) -> list[Path]:
    return [*folder.glob(f".*{_NEW}"), *folder.glob(f".manifest*{_PART}")]


def _sweep(folder: Path) -> None:
    for path in _left(folder):
        path.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    """Write a file that outlasts a power failure; a link that lies in its place is not followed."""
    path.unlink(missing_ok=True)
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def sync(folder: Path) -> None:
    """Make sure that the names in a folder outlast a power failure (Windows does so by itself)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
