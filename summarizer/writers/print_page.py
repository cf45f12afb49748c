"""The official page as HTML: what the PDF is laid out from, and what the preview shows as a sheet of paper."""

from __future__ import annotations

from datetime import date

from ..document import Document
from .base import Job
from .html_body import Body
from .html_marks import opinion_rows
from .html_template import render
from .marking import Marking
from .pdf_style import PRINT, issuer_lines, signature_rows
from .title import title_lines
from .wording import OPINIONS, attachment_list, printed


def print_page(document: Document, job: Job, marked: Marking | None, *, even: bool = False) -> str:
    """Return ``document``, already in its form, as ``print.html.j2`` lays it out.

    Args:
        marked: the findings of a draft.
        even: whether the 版记 stands on an even page.

    Raises:
        TemplateError: the template is missing or broken. OutputError: there is no such format profile.
    """
    profile = job.page
    body = Body(draft=job.draft, keep=True, marking=marked, profile=profile)
    title, content = body.title(title_lines(document, profile)), body.blocks(document.body)
    issuers, file_word = issuer_lines(document)
    return render(
        job.resources,
        PRINT,
        document=document,
        body=body,
        title=title,
        content=content,
        listed=attachment_list(document.attachments),
        attachments=body.attachments(document),
        review=OPINIONS,
        opinions=opinion_rows(marked, body.words),
        issuers=issuers,
        file_word=file_word,
        signed=signature_rows(document),
        printed_on=printed(document.imprint_block) if document.imprint_block else "",
        even=even,
        date=day.isoformat() if (day := day_of(document)) else "",
    )


def day_of(document: Document) -> date | None:
    """Return the document's date, if it is one."""
    try:
        return date.fromisoformat(document.metadata.date)
    except ValueError:
        return None
