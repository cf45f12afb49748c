"""The print page is read by expat where it reads the same as an HTML parser, which takes twenty times as long."""

from __future__ import annotations

import re
from functools import lru_cache
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
    from weasyprint import HTML

    tree = tree_of(html, resources) if places.known() else None
    return HTML(string=html, **options) if tree is None else _read()(tree, **options)


@lru_cache(maxsize=1)
def _read() -> Any:
    """Return the class of pages that are trees already."""
    from cssselect2 import ElementWrapper
    from cssselect2.compiler import split_whitespace
    from weasyprint import HTML

    class Wrapper(ElementWrapper):  # type: ignore[misc]  # untyped library
        """An element as selectors see it; what they ask of every element is there at once."""

        def __init__(self, element: Any, parent: Any, index: int, previous: Any, **options: Any) -> None:
            self.etree_children = list(element)
            super().__init__(element, parent, index, previous, options.pop("in_html_document", True), **options)
            self.local_name, self.namespace_url, self.id = element.tag, "", element.get("id")
            self.classes = set(split_whitespace(element.get("class", "")))

        def query_all(self, *selectors: str) -> Any:
            """Return the elements of these names. So WeasyPrint looks for metadata and style sheets."""
            if not all(isinstance(name, str) and name.isalpha() for name in selectors):
                return super().query_all(*selectors)
            found = (element for element in self.etree_element.iter() if element.tag in selectors)
            return (Wrapper(element, None, 0, None) for element in found)

    class Read(HTML):  # type: ignore[misc]
        def __init__(self, tree: Any, base_url: str | None, url_fetcher: Any) -> None:
            self.base_url, self.url_fetcher, self.media_type = base_url, url_fetcher, "print"
            self.wrapper_element = Wrapper(tree, None, 0, None)
            self.etree_element = tree

    return Read
