"""What stands around the body: letterhead, title, addressee; signature, note, attachments, imprint.

The issued form (``document.form``) shows all of them, the plain form title, attachments and signature only.
"""

from __future__ import annotations

from docx.oxml.ns import qn

from ...document import Attachment, Document
from ..title import broken, title_lines
from ..widths import ems
from ..wording import attachment_labels, attachment_list
from .blocks import add_blocks
from .comments import range_ends, range_starts
from .elements import Element, character, el, paragraph, spacing
from .imprint import imprint_elements
from .inlines import Scribe
from .letterhead import letterhead_elements
from .sections import Start, section
from .signature import signature_elements

#: Up to so many lines a last paragraph goes along with the signature.
_SHORT = 3


def front_elements(scribe: Scribe, document: Document, opinions: tuple[int, ...] = ()) -> list[Element]:
    """Return letterhead, title and addressee; ``opinions`` are comments on the title."""
    made: list[Element] = []
    issued = document.form == "issued"
    if issued and document.letterhead:
        made += letterhead_elements(scribe, document.letterhead)
    if document.title or opinions:
        text = "\n".join(title_lines(document, scribe.profile))
        made.append(paragraph("Title", [*range_starts(opinions), scribe.run(text), *range_ends(opinions)]))
    if issued and document.addressee:
        made.append(paragraph("Addressee", [scribe.run(document.addressee.rstrip("：:") + "：")]))
    return made


def add_back(made: list[Element], scribe: Scribe, document: Document) -> None:
    """Put what follows the body behind it: 附件说明, 署名, 附注, then the attachments on pages of their own."""
    issued = document.form == "issued"
    made += _attachment_list(scribe, document.attachments)
    if document.signature and (signed := signature_elements(scribe, document.signature)):
        _keep_with_next(made, scribe)
        made += signed
    if issued and document.note:
        note = document.note if document.note.startswith("（") else f"（{document.note}）"
        made.append(paragraph("Note", [scribe.run(note)]))
    first = len(document.body)
    for label, attachment in zip(attachment_labels(document.attachments), document.attachments, strict=True):
        made.append(paragraph("AttachmentLabel", [scribe.run(label)]))
        lines = broken((attachment.title,), scribe.profile)
        made.append(paragraph("AttachmentTitle", [scribe.run("\n".join(lines))]))
        add_blocks(made, scribe, attachment.body, first)
        first += len(attachment.body)


def add_end(made: list[Element], scribe: Scribe, document: Document, *, even: bool = False) -> Element:
    """Put the 版记 at the very end, and return the properties of the last section.

    Args:
        even: whether the 版记 stands on an even page, for printing on both sides.
    """
    block = document.imprint_block if document.form == "issued" else None
    imprint = imprint_elements(scribe, block) if block else []
    if not imprint:
        return section(scribe.profile, "portrait", draft=scribe.draft)
    made += [section(scribe.profile, "portrait", draft=scribe.draft), *imprint]
    start: Start = "evenPage" if even else "continuous"
    return section(scribe.profile, "imprint", draft=scribe.draft, start=start)


def _keep_with_next(made: list[Element], scribe: Scribe) -> None:
    """Keep the last of the text on the page of the signature: none stands alone (7.3.5).

    The 附件说明 between them goes along. Of the text only a short paragraph: LibreOffice would take a long
    one to the next page whole.
    """
    for element in reversed(made):
        properties = element.find(qn("w:pPr")) if element.tag == qn("w:p") else None
        text = "".join(t.text or "" for t in element.iter(qn("w:t")))
        if properties is None or ems(text) > _SHORT * scribe.profile.characters:
            return
        if properties.find(qn("w:keepNext")) is None:
            properties.insert(1, el("keepNext"))
        if getattr(element, "style", None) != "AttachmentList":
            return


def _attachment_list(scribe: Scribe, attachments: tuple[Attachment, ...]) -> list[Element]:
    """Return 附件说明 (7.3.4): one blank line below, two 字 in, turns under the name."""
    one, made = character(scribe.profile), []
    for number, text in enumerate(attachment_list(attachments), 1):
        first = "附件：" if number == 1 else ""
        mark = f"{number}." if len(attachments) > 1 else ""
        hanging = round((3 if first else 0) * one + len(mark) * one * 0.375)  # a digit and a dot take 0.75 字
        left = 5 * one + round(len(mark) * one * 0.375)
        above, indent = spacing(scribe.profile, before=number == 1), el("ind", {"left": left, "hanging": hanging})
        made.append(paragraph("AttachmentList", [scribe.run(text)], above, indent))
    return made
