"""Put a report into a file: whole or not at all."""

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
        message = _("cannot be written: {reason}").format(reason=reason_of(error))
        hint = _("name a file in a folder that is there and may be written")
        raise OutputError(message, where=Position(str(path)), hint=hint) from None


def place(beside: Path, path: Path) -> None:
    """Let a finished file of ``mkstemp``, which hides it from everybody else, take its place, for all who may read the folder."""
    mask = os.umask(0)
    os.umask(mask)
    beside.chmod(0o666 & ~mask)
    beside.replace(path)
