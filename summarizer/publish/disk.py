"""The few things publishing does to a disk, each of them durable when it returns."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from ..saving import sync as sync


def make_folder(path: Path) -> None:
    """Make a folder, with those above it."""
    path.mkdir(parents=True, exist_ok=True)


def write(path: Path, data: bytes) -> None:
    """Write a new file."""
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def link(old: Path, new: Path) -> None:
    """Let ``new`` be the same file as ``old``; a copy where the file system knows no links."""
    try:
        os.link(old, new)
    except OSError:
        write(new, old.read_bytes())


def rename(old: Path, new: Path) -> None:
    """Give a file or folder another name, in one step; a file of that name is replaced."""
    old.rename(new)
    sync(new.parent)


def point(link: Path, target: str) -> None:
    """Let the symbolic link lead to ``target``, in one step, whether or not it led elsewhere before."""
    beside = link.with_name(f".{link.name}.link")
    beside.unlink(missing_ok=True)
    beside.symlink_to(target)
    beside.replace(link)
    sync(link.parent)


def remove_file(path: Path) -> None:
    """Remove a file, if it is there."""
    path.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Remove a folder with all in it, as far as that goes: what stays is removed the next time."""
    shutil.rmtree(path, ignore_errors=True)
