"""The report on paper: what ``print.html.j2`` lays out, in pieces that can be replaced one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from lxml import html as lxml_html
from markupsafe import Markup

from ..document import Document
from ..fonts import FACES
from ..official import SIZES, Profile
from ..resources import Resources
from ..writers.base import Job
from ..writers.html_template import render
from ..writers.marking import Marking
from ..writers.print_page import print_page

STYLE = "preview/paper.css.j2"


def sheet(document: Document, job: Job, marked: Marking | None) -> Iterator[str]:
    """Yield the pieces of the page, from title to imprint.

    Args:
        document: in its form. marked: its findings.

    Raises:
        TemplateError: ``print.html.j2`` is missing or broken. OutputError: there is no such format profile.
    """
    main = lxml_html.document_fromstring(print_page(document, job, marked)).find(".//main")
    for element in main if main is not None else ():
        if isinstance(element.tag, str):
            _adapt(element)
            yield lxml_html.tostring(element, encoding="unicode", with_tail=False)


def _adapt(element: lxml_html.HtmlElement) -> None:
    """Widths of columns become attributes: the page's policy lets no style attribute through. On paper no table scrolls."""
    for region in element.iter("div"):
        if region.get("role") == "region":
            for name in ("role", "aria-label", "tabindex"):
                region.attrib.pop(name, None)
    for styled in element.iter():
        name, _colon, value = styled.attrib.pop("style", "").partition(":")
        if styled.tag == "col" and name.strip() == "width":
            styled.set("width", value.strip(" ;"))


@lru_cache(maxsize=4)
def style(page: Profile) -> str:
    """Return the style sheet for paper set as ``page`` says; it grows and shrinks with the window."""
    families = {face.role: (getattr(page.fonts, face.role), *face.real, face.stand_in, face.rare) for face in FACES}
    return render(
        Resources(),
        STYLE,
        p=page,
        sizes=SIZES,
        family={role: Markup(", ").join(_quoted(dict.fromkeys(names))) for role, names in families.items()},
    )


def _quoted(names: Iterable[str]) -> list[Markup]:
    return [Markup('"{}"').format(name) for name in names]
