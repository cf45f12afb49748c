"""Put a report into a file: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from ..errors import OutputError, Position
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
        # mkstemp hides the file from everybody else; a report is for all who may read the folder.
        mask = os.umask(0)
        os.umask(mask)
        Path(beside).chmod(0o666 & ~mask)
        Path(beside).replace(path)
    except OSError as error:
        if beside:
            with contextlib.suppress(OSError):
                Path(beside).unlink()
        message = _("cannot be written: {reason}").format(reason=error.strerror or error)
        hint = _("name a file in a folder that is there and may be written")
        raise OutputError(message, where=Position(str(path)), hint=hint) from None
