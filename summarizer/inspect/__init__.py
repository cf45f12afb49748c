"""Measure any official document, DOCX or PDF, against GB/T 9704-2012."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import Position, ReadError, reason_of
from ..i18n import gettext as _
from ..readers.sniff import sniff
from . import checks  # noqa: F401 - registers them
from .base import Check, run
from .sheet import Sheet

__all__ = ["Check", "Inspection", "inspect", "inspect_data"]

#: Larger than any report that people write.
MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Inspection:
    """A document held against the format.

    Args:
        checks: what was measured, by group.
    """

    path: str
    format: str
    profile: str
    checks: tuple[Check, ...]

    @property
    def deviations(self) -> tuple[Check, ...]:
        """The checks that do not conform; notes are not among them."""
        return tuple(one for one in self.checks if one.deviates)

    @property
    def conforms(self) -> bool:
        """Whether nothing deviates."""
        return not self.deviations


def inspect(path: str | Path) -> Inspection:
    """Measure a document.

    Raises:
        ReadError: it cannot be read, or is neither DOCX nor PDF.
    """
    return inspect_data(load(Path(path)), str(path))


def inspect_data(data: bytes, name: str) -> Inspection:
    """Measure the bytes of a document.

    Raises:
        ReadError: it cannot be read, or is neither DOCX nor PDF.
    """
    sheet = measure(data, name)
    return Inspection(name, sheet.format, sheet.profile, run(sheet))


def measure(data: bytes, name: str) -> Sheet:
    """Return what the extractor of the document's format sees.

    Raises:
        ReadError: it cannot be read, or is neither DOCX nor PDF.
    """
    kind = sniff(data, Path(name).suffix.lower().removeprefix("."), name)
    if kind == "docx":
        from . import docx_sheet

        return docx_sheet.measure(data, name)
    if kind == "pdf":
        from . import pdf_sheet

        return pdf_sheet.measure(data, name)
    raise ReadError(
        _("only DOCX and PDF can be measured"), where=Position(name), hint=_("save it as DOCX in Word or WPS, or print it to PDF")
    )


def load(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        ReadError: it is missing, no file, or too large.
    """
    where = Position(str(path))
    try:
        if not path.is_file():
            reason = _("this is no file") if path.exists() else _("there is no such file")
            raise ReadError(reason, where=where)
        if path.stat().st_size > MAX_BYTES:
            raise ReadError(
                _("the file is larger than {n} MB").format(n=MAX_BYTES // 2**20), where=where, hint=_("is this the right file?")
            )
        return path.read_bytes()
    except OSError as error:
        raise ReadError(_("cannot be read: {reason}").format(reason=reason_of(error)), where=where) from None
