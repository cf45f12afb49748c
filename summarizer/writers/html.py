"""The readable page: one self-contained HTML file without scripts and without outside requests."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from ..document import Document
from .base import Job, Output
from .html_body import Body, attachment_labels, attachment_list
from .html_template import render

PAGE = "page.html.j2"
STYLE = "page.css.j2"


def write(document: Document, job: Job) -> Output:
    """Return ``document`` as a web page in UTF-8.

    A figure stands in ``<data>`` with its exact value, its unit, its fact and its anchor. The look
    comes from ``page.html.j2`` and ``page.css.j2``; a report may have its own.

    Raises:
        TemplateError: one of the templates is missing or broken.
    """
    body = Body(draft=job.draft)
    style = render(job.resources, STYLE)
    attachments = [
        {"label": label, "title": attachment.title, "body": body.blocks(attachment.body, below=2)}
        for label, attachment in zip(attachment_labels(document.attachments), document.attachments, strict=True)
    ]
    page = render(
        job.resources,
        PAGE,
        document=document,
        draft=job.draft,
        body=body.blocks(document.body),
        attachments=attachments,
        attachment_list=attachment_list(document.attachments) if attachments else [],
        style=Markup(style),
        policy=_policy(style),
    )
    return Output(page.encode())


def _policy(style: str) -> str:
    """Return a content security policy that allows this one style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
