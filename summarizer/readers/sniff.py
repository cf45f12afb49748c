"""What a file is, by its first bytes: names lie, and a ``.doc`` may be a web page."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from ..errors import Position, ReadError
from ..i18n import gettext as _

_HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b", re.I | re.S)
_HEAD = 4096


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def sniff(data: bytes, suffix: str, name: str) -> str:
    """Return the name of the reader for these bytes; ``suffix`` decides only where the bytes do not.

    Raises:
        ReadError: it is something that no reader knows, encrypted, or empty.
    """
    where = Position(name)
    if not data:
        raise ReadError(_("the file is empty"), where=where, hint=_("was it saved, and copied whole?"))
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK"):
        return _zip(data, where)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(data, suffix, where)
    if head.startswith(b"{\\rtf"):
        return "doc"
    if suffix in ("docx", "pdf", "wps"):
        raise ReadError(
            _("this is no {format} file, or it is damaged at the start").format(format=suffix.upper()),
            where=where,
            hint=_("open it in the program it was written with and save it anew"),
        )
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if suffix in ("txt", "md"):
        return suffix
    if suffix == "html" or _HTML.match(plain):
        return "html"
    if suffix == "doc":
        raise ReadError(_("this is no Word file"), where=where, hint=_("open it in the program it was written with and save it as DOCX"))
    return "txt"


def _zip(data: bytes, where: Position) -> str:
    try:
        with ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except (BadZipFile, NotImplementedError, ValueError, OSError, UnicodeDecodeError):
        raise ReadError(
            _("the file is cut off or damaged: it is no whole ZIP package"),
            where=where,
            hint=_("copy or download it again; a DOCX can be opened in Word or WPS and saved anew"),
        ) from None
    if "[Content_Types].xml" in names:
        if any(n.startswith("xl/") for n in names):
            raise _unknown(_("a spreadsheet (XLSX)"), where)
        if any(n.startswith("ppt/") for n in names):
            raise _unknown(_("a presentation (PPTX)"), where)
        return "docx"
    if "OFD.xml" in names:
        raise _unknown(_("an OFD file"), where)
    if "content.xml" in names:
        return "doc"
    raise _unknown(_("a ZIP archive"), where, _("unpack it and name the documents in it"))


def _compound(data: bytes, suffix: str, where: Position) -> str:
    """Tell apart what stands in an OLE container: old Word, WPS, or an encrypted DOCX."""
    if _utf16("EncryptedPackage") in data:
        raise ReadError(_("the file is encrypted"), where=where, hint=_("open it with its password, remove the password, and save a copy"))
    if _utf16("Workbook") in data and _utf16("WordDocument") not in data:
        raise _unknown(_("a spreadsheet (XLS)"), where)
    return "wps" if suffix == "wps" else "doc"


def _unknown(what: str, where: Position, hint: str = "") -> ReadError:
    return ReadError(_("this is {what}, which is not read here").format(what=what), where=where, hint=hint or _("export it as PDF or DOCX"))
