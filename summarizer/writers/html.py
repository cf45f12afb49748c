"""The readable page: one self-contained HTML file without scripts and without outside requests."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

from markupsafe import Markup, escape

from ..document import Document
from ..errors import Position, TemplateError
from ..i18n import gettext as _
from .base import Job, Output
from .forms import in_form
from .html_body import Body
from .html_marks import opinion_rows
from .html_template import render
from .marking import marking
from .title import title_lines
from .wording import OPINIONS, attachment_list

_LOADING = re.compile(r"<(?:script|link|img|style|iframe|object|embed|svg|body|base)\b", re.I)
_LEADING = re.compile(r"http-equiv\s*=\s*[\"']?refresh|\brel\s*=\s*[\"']?[^\"'>]*(?:prefetch|preconnect|prerender)", re.I)
PAGE = "page.html.j2"
STYLE = "page.css.j2"


def write(document: Document, job: Job) -> Output:
    """Return ``document`` as a web page in UTF-8.

    A figure stands in ``<data>`` with its exact value, its unit, its fact and its anchor. The look
    comes from ``page.html.j2`` and ``page.css.j2``; a report may have its own.

    A draft marks what findings stand on and lists them at its end.

    Raises:
        TemplateError: one of the templates is missing or broken.
    """
    document = in_form(document)
    marked = marking(document, job)
    body = Body(draft=job.draft, marking=marked)
    style = render(job.resources, STYLE, review=marked is not None)
    policy = _policy(style)
    page = render(
        job.resources,
        PAGE,
        **article(document, body),
        draft=job.draft,
        review=OPINIONS,
        opinions=opinion_rows(marked, escape),
        style=Markup(style),
        policy=policy,
    )
    _refuse_loading(page, policy, job)
    return Output(page.encode())


def article(document: Document, body: Body) -> dict[str, Any]:
    """Return what ``article.html.j2`` and ``letterhead.html.j2`` show of ``document``, which is in its form already."""
    return {
        "document": document,
        "title": body.title(title_lines(document, body.profile)),
        "body": body.blocks(document.body),
        "attachments": body.attachments(document),
        "attachment_list": attachment_list(document.attachments),
    }


def _refuse_loading(page: str, policy: str, job: Job) -> None:
    """The policy keeps a browser from loading anything, if it comes first; what it does not cover is refused."""
    before, line, _rest = page.partition(f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">')
    if line and not _LOADING.search(before) and not _LEADING.search(page):
        return
    raise TemplateError(
        _("the page would let a browser load something from elsewhere"),
        where=Position(str(job.resources.find(PAGE))),
        hint=_("keep the line with Content-Security-Policy at the top of the head; no refresh, no prefetch"),
    )


def _policy(style: str) -> str:
    """Return a content security policy that allows this one style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
