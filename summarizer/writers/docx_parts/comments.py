"""Findings as Word comments: the part that holds them, and the marks that tie them to the text.

python-docx would date them by the clock; here they are dated by the document, so that the same draft
is the same file.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from .elements import Element, el, paragraph

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from ..marking import Marking, Opinion
    from .inlines import Scribe

AUTHOR, INITIALS = "校核", "核"


def add_comments(word: WordDocument, marking: Marking, scribe: Scribe, moment: datetime | None) -> None:
    """Give ``word`` the comments of ``marking``, dated ``moment``; none has a date without it."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.parts.comments import CommentsPart

    comments = el("comments", None, *(_comment(opinion, scribe, moment) for opinion in marking.opinions))
    part = CommentsPart(PackURI("/word/comments.xml"), CONTENT_TYPE.WML_COMMENTS, comments, word.part.package)  # type: ignore[arg-type]
    word.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)


def _comment(opinion: Opinion, scribe: Scribe, moment: datetime | None) -> Element:
    attributes: dict[str, str | int] = {"id": opinion.number - 1, "author": AUTHOR, "initials": INITIALS}
    if moment:
        attributes["date"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    reference = el("r", None, el("rPr", None, el("rStyle", {"val": "CommentReference"})), el("annotationRef"))
    first = paragraph("CommentText", [reference, scribe.run(f"{opinion.verdict}：{opinion.finding.message}")])
    rest = (paragraph("CommentText", [scribe.run(f"{label}：{text}")]) for label, text in opinion.details)
    return el("comment", attributes, first, *rest)


def range_starts(numbers: Iterable[int]) -> list[Element]:
    """Return where the comments on these opinions begin."""
    return [el("commentRangeStart", {"id": number - 1}) for number in numbers]


def range_ends(numbers: Iterable[int]) -> list[Element]:
    """Return where the comments on these opinions end, each with the run that ties it to the text."""
    made: list[Element] = []
    for number in numbers:
        reference = el("r", None, el("rPr", None, el("rStyle", {"val": "CommentReference"})), el("commentReference", {"id": number - 1}))
        made += [el("commentRangeEnd", {"id": number - 1}), reference]
    return made
