"""A new report: the shipped ``templates/new`` with the bureau's name and the year put in."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from .errors import FactError, OutputError, Position, reason_of
from .facts.source import PRIVATE
from .i18n import gettext as _
from .resources import shipped
from .saving import replace_files

_FOLDER = "new"


def scaffold(folder: Path, bureau: str, year: int | None = None) -> list[Path]:
    """Write a commented report into ``folder`` and return its files.

    Raises:
        FactError: the bureau's name is empty or not one line of text.
        OutputError: the folder holds something already, or cannot be written.
    """
    if not bureau.strip() or not bureau.isprintable() or PRIVATE.search(bureau):
        raise FactError(_("the bureau's name must be one line of text"), written=ascii(bureau)[:80])
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(_("this folder is not empty"), where=Position(str(folder)), hint=_("name a new one; nothing is overwritten"))
    year = year or datetime.date.today().year - 1
    words = {"@BUREAU@": bureau.strip(), "@YEAR@": str(year), "@NEXT@": str(year + 1)}
    files: dict[str, bytes] = {}
    for path in sorted((shipped("templates") / _FOLDER).glob("*.yaml")):
        lines = path.read_text(encoding="utf-8").split("\n")
        files[path.name] = "\n".join(_filled(line, words) for line in lines).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_files(folder, files)
    except OSError as error:
        raise OutputError(_("cannot be written: {reason}").format(reason=reason_of(error)), where=Position(str(folder))) from None
    return [folder / name for name in files]


def _filled(line: str, words: dict[str, str]) -> str:
    """Put the words in; a name that YAML would misread stands between quotes."""
    comment = line.lstrip().startswith("#")
    quoted = {mark: word if comment or word.isalnum() else "'" + word.replace("'", "''") + "'" for mark, word in words.items()}
    return re.sub("|".join(words), lambda match: quoted[match.group()], line)
