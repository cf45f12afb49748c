"""A report or a document on its way to another machine: its files as bytes, since the machines may share no disk."""

from __future__ import annotations

import dataclasses
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from ..errors import ErrorGroup, SummarizerError

#: More than any report has; a folder with films in it would fill the memory of the scheduler.
MAX_BYTES = 64 * 1024 * 1024

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Parcel:
    """Files by name.

    Args:
        id: the folder's own name. shown: the path as the user wrote it.
    """

    id: str
    shown: str
    files: dict[str, bytes]


def packed(folder: Path) -> Parcel | None:
    """Return the content folder of a report as a parcel, without hidden files; None if it cannot be read or is far too large."""
    files: dict[str, bytes] = {}
    try:
        paths = sorted(_files(folder))
        if sum(path.stat().st_size for path in paths) > MAX_BYTES:
            return None
        files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    except OSError:
        return None
    return Parcel(folder.resolve().name, os.fspath(folder).rstrip("/") or "/", files) if files else None


def _files(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (path for name in files if not name.startswith(".") and (path := Path(here, name)).is_file())


@contextmanager
def unpacked(parcel: Parcel) -> Iterator[Path]:
    """Give the parcel's folder, in a temporary one of its own, while the block runs."""
    with tempfile.TemporaryDirectory(prefix="summarizer-") as temporary:
        folder = Path(temporary).resolve() / parcel.id
        folder.mkdir()
        for name, data in parcel.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        yield folder


def reworded(value: Value, old: str, new: str) -> Value:
    """Return ``value`` with the path ``old`` written as ``new`` in every text in it: what the user knows."""
    return cast(Value, _reworded(value, old, new))


def _reworded(value: Any, old: str, new: str) -> Any:
    found = value
    if isinstance(value, str):
        found = value.replace(old, new)
    elif isinstance(value, (list, tuple)):
        found = type(value)(_reworded(item, old, new) for item in value)
    elif isinstance(value, dict):
        found = {_reworded(key, old, new): _reworded(item, old, new) for key, item in value.items()}
    elif isinstance(value, ErrorGroup):
        found = ErrorGroup(_reworded(value.message, old, new), errors=_reworded(value.errors, old, new))
    elif isinstance(value, SummarizerError):
        where = _reworded(value.where, old, new)
        written = _reworded(value.written, old, new)
        found = type(value)(_reworded(value.message, old, new), where=where, written=written, hint=_reworded(value.hint, old, new))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {item.name: _reworded(getattr(value, item.name), old, new) for item in dataclasses.fields(value) if item.init}
        found = dataclasses.replace(value, **changes)
    return found
