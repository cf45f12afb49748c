"""A report as it stands in a revision of a git repository; the working tree is left alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from .errors import ErrorGroup, Position, ReadError, SummarizerError
from .i18n import gettext as _

#: What a report is read from.
_SUFFIXES = frozenset((".yaml", ".yml", ".j2"))
_FILES = ("100644", "100755")


@contextmanager
def taken_out(revision: str, path: str | Path) -> Iterator[tuple[Path, str]]:
    """Give the report at ``path`` in ``revision`` as a folder for a while, and what the user calls it.

    Errors that are raised meanwhile name the places as the user knows them.

    Args:
        path: from the top of the repository, as git has it after a colon, else from here.

    Raises:
        ReadError: git is missing, this is no repository, or there is no such revision or report in it.
    """
    git = _Git(Path(path) if Path(path).is_absolute() else Path())
    inside, files = git.files(revision, git.tree(revision), Path(path))
    name = f"{revision}:{inside}"
    with tempfile.TemporaryDirectory(prefix="summarizer-") as temporary:
        folder = Path(temporary) / (inside.name or git.top.name)
        for file, data in git.contents(files):
            target = folder / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        try:
            yield folder, name
        except SummarizerError as error:
            raise _named(error, str(folder), name) from None


class _Git:
    """Reads a repository: the one that ``near`` lies in."""

    def __init__(self, near: Path) -> None:
        if shutil.which("git") is None:
            raise ReadError(_("git is not installed here"), hint=_("install git, or compare with a copy of the folder as it was"))
        self.near = next(folder for folder in (near, *near.absolute().parents) if folder.is_dir())
        top = self._run("rev-parse", "--show-toplevel")
        if top is None:
            raise ReadError(
                _("not in a git repository"),
                where=Position(str(self.near)),
                hint=_("go into the repository of the report, or compare with a copy of the folder as it was"),
            )
        self.top = Path(os.fsdecode(top.rstrip(b"\n")))

    def _run(self, *words: str, given: bytes = b"") -> bytes | None:
        """Return what git says; None if it refuses."""
        # No protocol: a repository that was cloned in part would fetch the rest from its server.
        command = ["git", "-c", "protocol.allow=never", "-C", str(self.near), *words]
        ran = subprocess.run(command, input=given, capture_output=True, check=False)
        return ran.stdout if ran.returncode == 0 else None

    def tree(self, revision: str) -> str:
        """Return the name of the tree of ``revision``."""
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}")
        if not found:
            raise ReadError(
                _("no such revision in {folder}").format(folder=self.top),
                written=revision,
                hint=_("`git log` lists them; HEAD~1 is the one before the last"),
            )
        return found.decode().strip()

    def files(self, revision: str, tree: str, path: Path) -> tuple[PurePosixPath, list[tuple[PurePosixPath, str]]]:
        """Return the report's path from the top, and its files with the names of their contents."""
        for inside in self._inside(path):
            listed = self._run("ls-tree", "-r", "-z", "--full-tree", f"{tree}:{inside}") or b""
            files = [
                (PurePosixPath(os.fsdecode(name)), head.split()[2].decode())
                for head, tab, name in (row.partition(b"\t") for row in listed.split(b"\0"))
                if tab and head.split()[0].decode() in _FILES and PurePosixPath(os.fsdecode(name)).suffix in _SUFFIXES
            ]
            if any(str(name) == "report.yaml" for name, _blob in files):
                return PurePosixPath(inside), files
        raise ReadError(
            _("there was no report in this folder then"),
            where=Position(f"{revision}:{path}"),
            hint=_("name the folder with its report.yaml, seen from {folder}").format(folder=self.top),
        )

    def _inside(self, path: Path) -> Iterator[str]:
        """The path from the top of the repository; a relative one may begin there or here."""
        if not path.is_absolute() and ".." not in path.parts:
            yield path.as_posix().removeprefix("./").rstrip("/") if path != Path() else ""
        here = Path(os.path.normpath(Path(self.near).absolute() / path))
        for place in (here, here.resolve()):
            if place.is_relative_to(self.top):
                yield "" if place == self.top else place.relative_to(self.top).as_posix()

    def contents(self, files: list[tuple[PurePosixPath, str]]) -> Iterator[tuple[PurePosixPath, bytes]]:
        """Yield each file with its bytes as they are kept, whatever the settings for line ends."""
        data = self._run("cat-file", "--batch", given="".join(f"{blob}\n" for _name, blob in files).encode()) or b""
        at = 0
        for name, blob in files:
            head, line, _rest = data[at:].partition(b"\n")
            if not line or head.split()[1:2] != [b"blob"]:
                hint = _("`git fetch` brings it")
                raise ReadError(_("git does not have this file of the revision"), written=f"{name} ({blob})", hint=hint)
            size = int(head.split()[2])
            at += len(head) + 1
            yield name, data[at : at + size]
            at += size + 1


def _named(error: SummarizerError, folder: str, name: str) -> SummarizerError:
    """Return ``error`` with the places that the user knows."""
    if isinstance(error, ErrorGroup):
        return ErrorGroup(error.message, errors=tuple(_named(one, folder, name) for one in error.errors))
    where = error.where
    if where is not None and where.path.startswith(folder):
        where = Position(name + where.path.removeprefix(folder), where.line, where.column)
    return type(error)(error.message, where=where, written=error.written, hint=error.hint)
