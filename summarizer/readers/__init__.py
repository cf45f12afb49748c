"""Readers: any document → its text, with blocks and the way back into the file.

A format is one module and one line in :data:`READERS`; its libraries are imported when it is first read.
"""

from __future__ import annotations

import stat
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from ..errors import Position, ReadError, reason_of
from ..i18n import gettext as _
from .base import Anchor, BlockSpan, Cell, Content, ElementAnchor, Kind, PageAnchor, Reading, RunAnchor, line_starts
from .discover import SUFFIXES, discover
from .sniff import sniff

__all__ = [
    "READERS",
    "SUFFIXES",
    "Anchor",
    "BlockSpan",
    "Cell",
    "ElementAnchor",
    "Kind",
    "PageAnchor",
    "Reading",
    "RunAnchor",
    "discover",
    "read",
]

#: Larger than any report that people write; a film with a wrong name is refused before it fills the memory.
MAX_BYTES = 64 * 1024 * 1024
#: Of text; a thousand pages hold some seven hundred thousand.
MAX_CHARACTERS = 2_000_000

#: Format → module and function of the reader.
READERS = {
    "txt": ("plain", "read_text"),
    "md": ("plain", "read_markdown"),
    "docx": ("docx", "read_docx"),
    "pdf": ("pdf", "read_pdf"),
    "html": ("html", "read_html"),
    "doc": ("office", "read_doc"),
    "wps": ("office", "read_wps"),
}

_ALIASES = {"markdown": "md", "htm": "html", "xhtml": "html", "shtml": "html", "docm": "docx", "rtf": "doc", "odt": "doc", "text": "txt"}


class _Reader(Protocol):
    def __call__(self, data: bytes, name: str) -> Content: ...


def read(path: str | Path, name: str | None = None) -> Reading:
    """Read one document.

    Args:
        path: the file.
        name: as the user would name it; the path if left out.

    Raises:
        ReadError: it cannot be read; the message says why and the hint what to do.
    """
    name = name or str(path)
    data = _load(Path(path), name)
    suffix = Path(path).suffix.lower().removeprefix(".")
    suffix = _ALIASES.get(suffix, suffix)
    format = sniff(data, suffix, name)
    content = _reader(format)(data, name)
    if len(content.text) > MAX_CHARACTERS:
        raise ReadError(
            _("the document holds {n} characters; up to {most} are judged").format(n=len(content.text), most=MAX_CHARACTERS),
            where=Position(name),
            hint=_("is this the right file?"),
        )
    notes = list(content.notes)
    if suffix in READERS and suffix != format:
        notes.insert(0, _("named .{suffix}, but read as what it is: {format}").format(suffix=suffix, format=format))
    return Reading(
        name, format, content.text, content.blocks, content.anchors, line_starts(content.text), "\n".join(notes), content.metadata
    )


def _reader(format: str) -> _Reader:
    module, function = READERS[format]
    return cast(_Reader, getattr(import_module(f"{__name__}.{module}"), function))


def _load(path: Path, name: str) -> bytes:
    where = Position(name)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadError(_("the folder holds no document that can be read"), where=where)
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(_("this is no file"), where=where)
        if status.st_size > MAX_BYTES:
            raise ReadError(
                _("the file is larger than {n} MB").format(n=MAX_BYTES // 2**20), where=where, hint=_("is this the right file?")
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise ReadError(_("cannot be read: {reason}").format(reason=reason), where=where) from None
