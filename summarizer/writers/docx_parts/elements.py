"""WordprocessingML elements in one line each, and the lengths they are given in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from lxml import etree

from ...official import SIZES, Profile, twips

Element = etree._Element
Attributes = Mapping[str, str | int]

_NSMAP = {"w": nsmap["w"]}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def el(tag: str, attributes: Attributes | None = None, *children: Element) -> Element:
    """Return ``<w:tag>`` with attributes of the same namespace, as python-docx's own class."""
    pairs = {qn(f"w:{name}"): str(value) for name, value in (attributes or {}).items()}
    made: Element = oxml_parser.makeelement(qn(f"w:{tag}"), pairs, _NSMAP)
    made.extend(children)
    return made


def text_element(tag: str, text: str) -> Element:
    """Return ``<w:t>`` or ``<w:instrText>`` that keeps its spaces."""
    made = el(tag)
    made.set(_SPACE, "preserve")
    made.text = text
    return made


def paragraph(style: str, children: Iterable[Element] = (), *properties: Element) -> Element:
    """Return ``<w:p>`` in ``style``; ``properties`` in the order of the schema."""
    return el("p", None, el("pPr", None, el("pStyle", {"val": style}), *properties), *children)


def spacing(profile: Profile, before: float = 0, after: float = 0) -> Element:
    """Return paragraph spacing in lines of the profile, the pitch itself left to the style."""
    return el("spacing", {"before": round(before * profile.pitch_twips), "after": round(after * profile.pitch_twips)})


def character(profile: Profile, size: str = "三号") -> int:
    """Return the width of one 字 in twips; only 三号 is tightened to get 28 into a line."""
    return round(SIZES[size] * 20 + (profile.spacing_twips if size == "三号" else 0))


def measure(profile: Profile) -> int:
    """Return the width of the 版心 in twips."""
    return twips(profile.page_width) - twips(profile.left) - twips(profile.right)
