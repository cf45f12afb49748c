"""The print page is read by expat where it reads the same as an HTML parser, which takes twenty times as long."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

from ...resources import Resources
from ..pdf_style import PRINT
from . import places

_DOCTYPE = "<!doctype html>\n"
#: The elements of ``print.html.j2`` and of the body that have no end.
_VOID = re.compile(r"<((?:meta|col)\b[^<>]*)>")
#: XML makes blanks of these in an attribute. Outside tags a quotation mark is always escaped.
_FOLDED = re.compile('="[^"]*[\t\n\r]')


def tree_of(html: str, resources: Resources) -> ElementTree.Element | None:
    """Return the tree of a page that the shipped template made; ``None`` if only an HTML parser knows it.

    Whatever a report says in that template is escaped and every element closed, so that XML and HTML differ in nothing but the
    blanks around head and body. A report's own template may hold anything, and a text characters that XML has no place for.
    """
    if resources.find(PRINT).parent != resources.folders()[-1] or not html.startswith(_DOCTYPE) or _FOLDED.search(html):
        return None
    try:
        root = ElementTree.fromstring(_VOID.sub(r"<\1/>", html[len(_DOCTYPE) :]))
    except ElementTree.ParseError:
        return None
    _head, body = root
    last = body[-1]
    root.text, last.tail, body.tail = None, f"{last.tail or ''}{body.tail or ''}\n", None
    return root


def parsed(html: str, resources: Resources, **options: Any) -> Any:
    """Return ``html`` as WeasyPrint's ``HTML``.

    Args:
        options: ``base_url`` and ``url_fetcher``.
    """
    from cssselect2 import ElementWrapper
    from weasyprint import HTML

    tree = tree_of(html, resources) if places.known() else None
    if tree is None:
        return HTML(string=html, **options)

    class Read(HTML):  # type: ignore[misc]  # untyped library
        def __init__(self, base_url: str | None, url_fetcher: Any) -> None:
            self.base_url, self.url_fetcher, self.media_type = base_url, url_fetcher, "print"
            self.wrapper_element = ElementWrapper.from_html_root(tree)
            self.etree_element = self.wrapper_element.etree_element

    return Read(**options)
