"""The search: its page, and the index as a script, since a page opened from a folder may load no data file."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ...writers.base import Job
from ...writers.text import write
from ..model import Entry
from .addresses import address, column_of
from .head import index_number
from .lists import standing
from .page import Page, first_step
from .report import Files
from .words import cleaned, day, heading


def search_files(page: Page, entries: Sequence[Entry]) -> Files:
    """Yield the search page and its index."""
    here = Page(page.site, page.resources, "search.html")
    yield here.here, here.render("site/search.html.j2", "信息检索", crumbs=[first_step(page.site), ("信息检索", "")])
    rows = [_row(here, entry) for entry in standing(entries)]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    # JSON is a script, but for two line ends that old engines take for the end of a statement.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("<", "\\u003c")
    yield "assets/search-index.js", f"window.searchIndex = {text};\n".encode()


def _row(page: Page, entry: Entry) -> dict[str, object]:
    document = entry.current.document
    text = write(document, Job(page.resources, draft=False)).data.decode()
    return {
        "link": page.to(address(page.site, entry)),
        "title": heading(document),
        "text": cleaned(text),
        "index": index_number(entry.current),
        "column": column_of(page.site, entry).name,
        "date": day(entry.versions[0].published),
        "corrected": entry.current.correction is not None,
    }
