"""Put a report or a document into a file: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from ..errors import OutputError, Position, reason_of
from ..i18n import gettext as _


def save(path: Path, content: str | bytes) -> None:
    """Write ``content`` beside ``path`` and put it in its place; a reader never sees half of it.

    Raises:
        OutputError: the folder is missing, or cannot be written.
    """
    beside = ""
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content)
        place(Path(beside), path)
    except OSError as error:
        if beside:
            with contextlib.suppress(OSError):
                Path(beside).unlink()
        raise _unwritable(path, error) from None


def save_document(path: Path, content: bytes) -> Path | None:
    """Write a document that people sign or edit; return under which name the other file that was there is kept, if one was.

    A file with the very same bytes is left alone.

    Raises:
        OutputError: as :func:`save`; what was there has its name then.
    """
    try:
        if not os.path.lexists(path) or path.is_dir():
            kept = None
        elif path.is_file() and path.read_bytes() == content:
            return None
        else:
            kept = _numbered(path)
            path.rename(kept)
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        save(path, content)
    except OutputError:
        if kept is not None:
            kept.rename(path)
        raise
    return kept


def need_docx(path: Path, option: str) -> None:
    """Refuse a name that would hide what the file is.

    Args:
        option: after which the name was given.

    Raises:
        OutputError: the name does not end in ``.docx``.
    """
    if path.suffix.lower() != ".docx":
        hint = _("give a name that ends in .docx after {option}").format(option=option)
        raise OutputError(_("what {option} writes is a DOCX").format(option=option), where=Position(str(path)), hint=hint)


def _numbered(path: Path) -> Path:
    names = (path.with_name(f"{path.stem}.{number}{path.suffix}") for number in range(1, 10_000))
    return next(name for name in names if not os.path.lexists(name))


def _unwritable(path: Path, error: OSError) -> OutputError:
    message = _("cannot be written: {reason}").format(reason=reason_of(error))
    hint = _("name a file in a folder that is there and may be written")
    return OutputError(message, where=Position(str(path)), hint=hint)


def place(beside: Path, path: Path) -> None:
    """Let a finished file of ``mkstemp``, which hides it from everybody else, take its place, for all who may read the folder."""
    mask = os.umask(0)
    os.umask(mask)
    beside.chmod(0o666 & ~mask)
    beside.replace(path)
