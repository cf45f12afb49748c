"""Which files are meant: files, folders and patterns."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

#: What is taken from a folder; a file named by itself is read whatever its name.
SUFFIXES = frozenset({".txt", ".md", ".markdown", ".docx", ".docm", ".pdf", ".html", ".htm", ".doc", ".wps", ".rtf", ".odt"})


def discover(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    """Return the documents that are meant, each once, in the order named; those of a folder are sorted.

    A folder gives the readable documents in it and below it; hidden files and folders and the lock files of
    office programs (``~$…``, ``.~lock…``) are passed over. A name that exists is never taken for a pattern.
    What stands for nothing (a missing file, a pattern or folder without a match) is handed back as it is, and
    :func:`summarizer.readers.read` says so: one wrong name does not keep the others from being read.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for document in _expand(Path(path)):
            found.setdefault(os.path.realpath(document), document)
    return tuple(found.values())


def _expand(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(_folder(path)) or [path]
    if not path.exists() and glob.has_magic(str(path)):
        matches = (Path(match) for match in sorted(glob.glob(str(path), recursive=True)))  # noqa: PTH207 - absolute patterns
        return [match for match in matches if match.is_file() and not _passed_over(match.name)] or [path]
    return [path]


def _folder(path: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not _passed_over(name)]
        for name in files:
            if Path(name).suffix.lower() in SUFFIXES and not _passed_over(name):
                yield Path(folder, name)


def _passed_over(name: str) -> bool:
    return name.startswith((".", "~$", "~WRL"))
