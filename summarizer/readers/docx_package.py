"""The parts of an OPC package, read with care: the file may come from anywhere.

A ZIP bomb, a DTD or an entity is refused before it can cost anything. What is read is never written back from here.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from ..errors import Position, ReadError
from ..i18n import gettext as _

#: A part of 64 MB is some fifty thousand pages of text.
MAX_PART = 64 * 1024 * 1024
MAX_TOTAL = 1024 * 1024 * 1024
MAX_MEMBERS = 10_000
#: XML of office programs shrinks thirty- to sixtyfold; two hundred is only reached on purpose.
MAX_RATIO = 200
_RATIO_FROM = 4 * 1024 * 1024

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DTD = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)


def xml_parser() -> etree.XMLParser:
    """Return a parser that resolves nothing and fetches nothing."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False)


class Package:
    """An open package.

    Raises:
        ReadError: damaged, encrypted, or made to exhaust the machine.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.where = Position(name)
        try:
            self.zip = ZipFile(BytesIO(data))
            members = self.zip.infolist()
        except (BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise self._damaged(error) from None
        if len(members) > MAX_MEMBERS or sum(m.file_size for m in members) > MAX_TOTAL:
            raise self._bomb()
        self.names = {member.filename: member for member in members}

    def read(self, part: str) -> bytes | None:
        """Return the bytes of a part, or None if there is none."""
        member = self.names.get(part)
        if member is None:
            return None
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > MAX_PART or (member.file_size > _RATIO_FROM and ratio > MAX_RATIO):
            raise self._bomb()
        if member.flag_bits & 1:
            raise ReadError(_("the file is encrypted"), where=self.where, hint=_("remove the password and save a copy"))
        try:
            with self.zip.open(member) as stream:
                # The size in the directory may be a lie; the stream is read no further than it says.
                data = stream.read(member.file_size + 1)
        except (BadZipFile, NotImplementedError, OSError, EOFError, RuntimeError, ValueError, zlib.error) as error:
            raise self._damaged(error) from None
        if len(data) > member.file_size:
            raise self._bomb()
        return data

    def xml(self, part: str) -> etree._Element | None:
        """Return the root of an XML part, or None if there is none."""
        data = self.read(part)
        if data is None:
            return None
        try:
            if _DTD.search(data[:4096]):
                raise self._dtd(part)
            root = etree.fromstring(data, xml_parser())
        except etree.XMLSyntaxError as error:
            raise ReadError(
                _("the part {part} is no sound XML: {reason}").format(part=part, reason=error.msg or error),
                where=self.where,
                hint=_("open the document in Word or WPS and save it anew"),
            ) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._dtd(part)
        return root

    def relations(self, part: str) -> dict[str, str]:
        """Return the last word of each relation's type with the part it leads to; of several the first."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, str] = {}
        for relation in () if root is None else root.iter(_RELATIONS):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
                found.setdefault(relation.get("Type", "").rpartition("/")[2], target)
        return found

    def _damaged(self, error: object) -> ReadError:
        return ReadError(
            _("the file is cut off or damaged: {reason}").format(reason=error),
            where=self.where,
            hint=_("copy or download it again; a DOCX can be opened in Word or WPS and saved anew"),
        )

    def _bomb(self) -> ReadError:
        return ReadError(
            _("the package unpacks to more than any document holds; it is not read"),
            where=self.where,
            hint=_("if it is a real document, save it as PDF or without its pictures"),
        )

    def _dtd(self, part: str) -> ReadError:
        return ReadError(
            _("the part {part} declares a DTD or entities, which no office program writes; it is not read").format(part=part),
            where=self.where,
            hint=_("open the document in Word or WPS and save it anew"),
        )
