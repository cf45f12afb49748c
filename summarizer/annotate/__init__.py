"""Findings as Word comments in a copy of the user's own DOCX.

Only what a comment needs is added, as bytes between the bytes that are there: the marks in the main part, the
comments, and the two lists that name their part. All other members of the package stay as they lie in the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..errors import OutputError, Position
from ..findings import Finding
from ..i18n import gettext as _
from ..readers import Reading
from ..readers.docx import read_docx
from ..readers.docx_package import Package
from .archive import rewritten
from .markup import Part
from .parts import Comment, Comments
from .places import Places

__all__ = ["annotate"]

_MAIN = "word/document.xml"


def annotate(data: bytes, reading: Reading, findings: Iterable[Finding], day: date) -> bytes:
    """Return the DOCX with a comment for each finding, at the exact words.

    What stands in a note or a text box, and what the file does not hold as text (an automatic number), is
    commented at the paragraph that carries it; so is a finding about the whole file, at its first paragraph.

    Args:
        data: the file as it was read. reading: what was read of it; the findings count in its text.
        day: of the comments.

    Raises:
        ReadError: the file is no sound DOCX. OutputError: the copy would not have the same text.
    """
    package = Package(data, reading.path)
    name = package.relations("").get("officeDocument", _MAIN)
    xml = package.read(name)
    if reading.format != "docx" or xml is None:
        raise OutputError(
            _("only a DOCX can be annotated"), where=Position(reading.path), hint=_("open it in Word or WPS and save it as DOCX")
        )
    ordered = sorted(findings, key=lambda finding: (finding.start, finding.end))
    if not ordered:
        return data
    main = Part(xml)
    comments = Comments(package, main, name)
    made = _mark(ordered, Places(reading, package, main, name), comments)
    copy = rewritten(data, {name: main.edited(), **comments.members(made, day)}, beside=name)
    if read_docx(data, reading.path).text != reading.text or read_docx(copy, reading.path).text != reading.text:
        raise OutputError(
            _("the comments would change the text of the document; nothing was written"),
            where=Position(reading.path),
            hint=_("open it in Word or WPS, save it anew and try that copy"),
        )
    return copy


def _mark(findings: Iterable[Finding], places: Places, comments: Comments) -> list[Comment]:
    """Put the marks into the main part."""
    made: list[Comment] = []
    edits = comments.main.edits
    id = comments.first_id
    for finding in findings:
        found = places.of(finding.start, finding.end)
        if found is None:
            continue
        start, end, exact = found
        # A comment ends before the next one begins, where both meet.
        edits.insert(end, comments.range_end(id), rank=0)
        edits.insert(start, comments.range_start(id), rank=1)
        made.append(Comment(id, finding, exact))
        id += 1
    return made
