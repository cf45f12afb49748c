"""Runs of a paragraph that is mended: what they wear, and where they are cut."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from ..readers.docx_styles import child, local, value
from .fix_styles import W

#: What a style serves of a run's properties.
_CLEARED = frozenset(
    {
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "color",
        "spacing",
        "w",
        "kern",
        "position",
        "sz",
        "szCs",
        "highlight",
        "shd",
        "fitText",
        "snapToGrid",
    }
)


def tag(name: str) -> str:
    """Return the name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def paragraph_of(run: etree._Element) -> etree._Element | None:
    """Return the paragraph that a run stands in."""
    return next((item for item in run.iterancestors() if local(item) == "p"), None)


def clear(properties: etree._Element) -> None:
    """Take what a style serves off run properties."""
    for item in list(properties):
        if local(item) in _CLEARED or (local(item) == "u" and value(item) in ("none", None)):
            properties.remove(item)


def hint(run: etree._Element) -> None:
    """Keep “ ” — … in the Chinese face."""
    properties = child(run, "rPr")
    if properties is None:
        properties = etree.Element(tag("rPr"))
        run.insert(0, properties)
    fonts = etree.Element(tag("rFonts"))
    fonts.set(tag("hint"), "eastAsia")
    properties.insert(1 if len(properties) and local(properties[0]) == "rStyle" else 0, fonts)


def wear(run: etree._Element, id: str) -> None:
    """Give a run a character style."""
    properties = child(run, "rPr")
    if properties is None:
        properties = etree.Element(tag("rPr"))
        run.insert(0, properties)
    style = etree.Element(tag("rStyle"))
    style.set(tag("val"), id)
    properties.insert(0, style)


def cut(run: etree._Element, at: int) -> None:
    """Cut a run behind its ``at``-th character; what follows becomes a run of its own with the same properties."""
    rest = etree.Element(tag("r"))
    if (properties := child(run, "rPr")) is not None:
        rest.append(deepcopy(properties))
    moving = False
    for item in [part for part in run if local(part) != "rPr"]:
        if moving:
            rest.append(item)
        elif local(item) == "t":
            text = item.text or ""
            if len(text) > at:
                second = deepcopy(item)
                item.text, second.text = text[:at], text[at:]
                for part in (item, second):
                    part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                rest.append(second)
                moving = True
            at -= len(text)
            moving = moving or at == 0
    run.addnext(rest)
