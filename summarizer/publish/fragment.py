"""The report as an HTML fragment for the county's content system: inline styles, no ids, no classes, no scripts.

The page's own body is written first (there is one HTML writer), then put into the few elements that every rich-text editor keeps.
"""

from __future__ import annotations

import lxml.html
from lxml import etree

from ..document import Document
from ..official import PROFILES
from ..writers.forms import in_form
from ..writers.html_body import Body
from ..writers.wording import attachment_list

_TEXT = "text-indent: 2em; line-height: 1.75; margin: 0 0 0.5em;"
_BORDER = "border: 1px solid #666666; padding: 4px 8px;"
#: Element → style. Sizes are left to the page it is pasted into.
_STYLES = {
    "p": _TEXT,
    "h2": "font-size: 1.125em; font-weight: bold; line-height: 1.75; margin: 1em 0 0.5em; text-indent: 2em;",
    "h3": "font-size: 1em; font-weight: bold; line-height: 1.75; margin: 1em 0 0.5em; text-indent: 2em;",
    **dict.fromkeys(("h4", "h5", "h6"), "font-size: 1em; font-weight: bold; line-height: 1.75; margin: 0.5em 0; text-indent: 2em;"),
    "table": "border-collapse: collapse; width: 100%; margin: 0.5em 0 1em;",
    "caption": "font-weight: bold; text-align: center; padding: 4px;",
    "th": f"{_BORDER} font-weight: bold; text-align: center;",
    "td": f"{_BORDER} text-align: left;",
}
_ALIGNED = {"right": "right", "decimal": "right", "center": "center"}
#: Attributes that say what a cell is to those who listen to the page.
_KEPT = frozenset(("scope", "colspan", "rowspan"))
_UNWRAPPED = ("data", "span", "div", "section", "colgroup")
#: Editors take the mark for the encoding, and so do browsers that open the file.
_MARK = b"\xef\xbb\xbf"


def fragment(document: Document) -> bytes:
    """Return the text of ``document``, without its title, as a fragment in UTF-8 with a byte-order mark."""
    document = in_form(document)
    body = Body(draft=False, profile=PROFILES["gbt9704"])
    parts: list[str] = [body.blocks(document.body)]
    if document.addressee:
        parts.insert(0, _paragraph(document.addressee.rstrip("：:") + "：", "margin: 0 0 0.5em;"))
    parts += [_paragraph(line, _TEXT) for line in attachment_list(document.attachments)]
    if document.signature:
        right = "text-align: right; margin: 0; padding-right: 2em;"
        parts += [_paragraph(line, right) for line in (*document.signature.names, document.signature.date) if line]
    if document.note:
        parts.append(_paragraph(f"（{document.note.strip('（）')}）", _TEXT))
    for attachment in body.attachments(document):
        parts.append(_paragraph(attachment["label"], "font-weight: bold; margin: 2em 0 0.5em;"))
        parts.append(_paragraph(attachment["title"], "font-weight: bold; text-align: center; margin: 0 0 0.5em;"))
        parts.append(attachment["body"])
    root = lxml.html.fragment_fromstring("\n".join(map(str, parts)), create_parent="div")
    _dress(root)
    inside = (root.text or "") + "".join(lxml.html.tostring(child, encoding="unicode") for child in root)
    return _MARK + inside.strip().encode() + b"\n"


def _paragraph(text: str, style: str) -> str:
    made = etree.Element("p", style=style)
    made.text = text
    return str(lxml.html.tostring(made, encoding="unicode"))


def _dress(root: etree._Element) -> None:
    """Put styles into the elements, take everything else out of them."""
    for item in list(root.iter()):
        tag = str(item.tag)
        if item is root:
            continue
        if tag in _UNWRAPPED:
            item.drop_tag()  # type: ignore[attr-defined]
            continue
        aligned = next((_ALIGNED[name] for name in (item.get("class") or "").split() if name in _ALIGNED), "")
        style = item.get("style") or _STYLES.get(tag, "")
        if tag == "td" and aligned:
            style = style.replace("text-align: left", f"text-align: {aligned}")
        for name in [name for name in map(str, item.attrib) if name not in _KEPT]:
            del item.attrib[name]
        if style:
            item.set("style", style)
        if tag == "table":
            item.set("border", "1")
