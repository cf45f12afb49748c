"""The local page on which a report is seen while its YAML is written: text, findings, figures, printed pages.

``server`` runs it, ``app`` answers the browser, ``guard`` keeps everybody else out. ``follow`` reads the report
again after every save and puts it on the ``board``, from where every open page gets what changed. Whatever is slow or
comes from a stranger (PDF pages, a document dropped onto the page) happens in a process of its own, ``aside``.

Needs the extra ``summarizer[preview]``.
"""

from __future__ import annotations
