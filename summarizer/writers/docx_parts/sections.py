"""Sections: upright pages, landscape pages for wide tables, and the end of the document with its 版记.

A section's properties stand in its last paragraph, those of the last one at the end of the body. Here
they are put between the elements where a section ends, and :func:`assembled` brings them to their place.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from docx.oxml.ns import qn

from ...official import PROFILES, SIZES, Profile, twips
from .elements import Attributes, Element, el, paragraph
from .styles import TABLE_PITCH

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

Kind = Literal["portrait", "landscape", "imprint"]
Start = Literal["nextPage", "continuous", "evenPage"]

#: Headers and footers: part of the package, kind of section, pages.
FOOTERS: dict[str, tuple[Kind, str]] = {
    "footer1": ("portrait", "default"),
    "footer2": ("portrait", "even"),
    "footer3": ("landscape", "default"),
    "footer4": ("landscape", "even"),
    "footer5": ("imprint", "default"),
    "footer6": ("imprint", "even"),
}
HEADERS = {"header1": "default", "header2": "even"}

#: Centre of a dash above the baseline, in parts of the font size (宋体).
_DASH_RISE = 0.34
#: Where Word and LibreOffice put the baseline in a line of exact height.
_BASELINE = 0.8
_HEADER_MM = 15.0


def section(profile: Profile, kind: Kind, *, draft: bool, start: Start = "nextPage") -> Element:
    """Return the properties of a section: A4, the margins, headers and footers, the line grid.

    A landscape page is an upright one turned to the left: its left edge is bound where the foot was.
    """
    width, height = twips(profile.page_width), twips(profile.page_height)
    top, right, bottom, left = (twips(side) for side in (profile.top, profile.right, profile.bottom, profile.left))
    size: Attributes = {"w": width, "h": height}
    if kind == "landscape":
        size = {"w": height, "h": width, "orient": "landscape"}
        top, right, bottom, left = left, top, right, bottom
    margins = {"top": top, "right": right, "bottom": bottom, "left": left}
    distances = {"header": twips(_HEADER_MM), "footer": _footer_distance(profile), "gutter": 0}
    made = el("sectPr", None, *_references(kind, draft=draft), el("type", {"val": start}), el("pgSz", size))
    # On a landscape page LibreOffice would bring the grid to the middle of what its lines leave, 4 mm below the margin.
    grid: dict[str, str | int] = {} if kind == "landscape" else {"type": "lines"}
    made.extend((el("pgMar", margins | distances), el("docGrid", grid | {"linePitch": profile.pitch_twips})))
    return made


def _references(kind: Kind, *, draft: bool) -> list[Element]:
    made = [("headerReference", pages, part) for part, pages in HEADERS.items() if draft]
    made += [("footerReference", pages, part) for part, (of, pages) in FOOTERS.items() if of == kind]
    references = []
    for tag, pages, part in made:
        reference = el(tag, {"type": pages})
        reference.set(qn("r:id"), part)
        references.append(reference)
    return references


def _footer_distance(profile: Profile) -> int:
    """Return the footer's distance from the paper's edge that puts the dash 7 mm below the 版心 (7.5).

    The 版心 ends where the standard says, also in a profile that moves the margins to fill it.
    """
    centre = twips(PROFILES["gbt9704"].bottom - profile.page_number_below)
    below = (1 - _BASELINE) * TABLE_PITCH + _DASH_RISE * SIZES["四号"] * 20
    return round(centre - below)


def assembled(elements: Iterable[Element], last: Element) -> list[Element]:
    """Return ``elements`` with each section's properties in its last paragraph, ``last`` at the very end.

    A section without content is left out; after a landscape one at the end, ``last`` begins a new page
    if it has content, and else is left out itself.
    """
    made: list[Element] = []
    ends: list[tuple[int, Element]] = []
    for element in elements:
        if element.tag != qn("w:sectPr"):
            made.append(element)
        elif made and len(made) != (ends[-1][0] if ends else 0):
            ends.append((len(made), element))
    if ends and ends[-1][0] == len(made):
        last = ends.pop()[1]
    if ends and _is_landscape(ends[-1][1]):
        for start in last.iter(qn("w:type")):  # nothing shares a page with what lies across it
            start.set(qn("w:val"), "nextPage")
    for number, (_place, end) in zip((place - 1 for place, _ in ends), ends, strict=True):
        holder = made[number]
        if holder.tag != qn("w:p"):
            raise AssertionError("a section ends with a paragraph")
        properties = holder.find(qn("w:pPr"))
        assert properties is not None
        properties.append(end)
    return [*(made or [paragraph("Normal")]), last]


def _is_landscape(end: Element) -> bool:
    return any(size.get(qn("w:orient")) == "landscape" for size in end.iter(qn("w:pgSz")))


def drop_unused(word: WordDocument) -> None:
    """Leave out the footers that no section of ``word`` refers to."""
    used = {reference.get(qn("r:id")) for reference in word.element.body.iter(qn("w:footerReference"))}
    for name in FOOTERS:
        if name not in used:
            del word.part.rels[name]
