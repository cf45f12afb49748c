"""A new report: the shipped ``content/.new`` with the bureau's name and the year put in."""

from __future__ import annotations

import datetime
from pathlib import Path

from .build import replace_files
from .errors import OutputError, Position
from .i18n import gettext as _
from .resources import shipped

_FOLDER = "new"


def scaffold(folder: Path, bureau: str, year: int | None = None) -> list[Path]:
    """Write a commented report into ``folder`` and return its files.

    Raises:
        OutputError: the folder holds something already, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(_("this folder is not empty"), where=Position(str(folder)), hint=_("name a new one; nothing is overwritten"))
    year = year or datetime.date.today().year - 1
    words = {"@BUREAU@": bureau, "@YEAR@": str(year), "@NEXT@": str(year + 1)}
    files: dict[str, bytes] = {}
    for path in sorted((shipped("templates") / _FOLDER).glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for mark, word in words.items():
            text = text.replace(mark, word)
        files[path.name] = text.encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_files(folder, files)
    except OSError as error:
        raise OutputError(_("cannot be written: {reason}").format(reason=error.strerror or error), where=Position(str(folder))) from None
    return [folder / name for name in files]
