"""What CSS cannot say of finished pages: the 版记 at the foot, the number that a page does not bear, the mark's place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..official import ISSUER_BELOW, TYPE_AREA_HEIGHT, TYPE_AREA_TOP

#: CSS pixels in a millimetre, in which WeasyPrint lays out.
_MM = 96 / 25.4
#: How high the characters of the 发文机关标志 stand above their baseline, in parts of the size: so do 小标宋 faces.
_ISSUER_RISE = 0.8


def imprint_page(pages: Any) -> int:
    """Return the number of the page that the 版记 stands on, from 1; 0 if there is none."""
    return next((number for number, page in enumerate(pages, 1) if _find(page, "imprint")), 0)


def finish(pages: Any) -> None:
    """Bring 版记 and 发文机关标志 to their places on laid-out ``pages``.

    The last rule of the 版记 ends the 版心 (GB/T 9704-2012 7.4); a page that holds nothing else is not
    numbered (7.5). The top of the 发文机关标志 stands 35 mm below the 版心's (7.2.4), whatever its font.
    """
    for page in pages:
        for box in _find(page, "imprint"):
            box.translate(0, (TYPE_AREA_TOP + TYPE_AREA_HEIGHT) * _MM - (box.position_y + box.margin_height()))
            if all(_inside(text, box) for text in _texts(_content(page))):
                _unnumber(page)
        for box in _find(page, "issuers"):
            first = next(_texts(box), None)
            if first is not None:
                baseline = first.position_y + first.baseline
                rise = first.style["font_size"] * _ISSUER_RISE
                box.translate(0, (TYPE_AREA_TOP + ISSUER_BELOW) * _MM + rise - baseline)


def _content(page: Any) -> Any:
    return page._page_box.children[0]


def _find(page: Any, name: str) -> list[Any]:
    """Return the box of the element of this class, if it stands on ``page``."""
    found: list[Any] = []
    waiting = [_content(page)]
    while waiting and not found:
        box = waiting.pop()
        if box.element is not None and name in (box.element.get("class") or "").split():
            found.append(box)
        # Deeper than body, main and its parts nothing is looked for: pages have thousands of boxes.
        elif box.element_tag in ("html", "body", "main", "section"):
            waiting += box.children
    return found


def _texts(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure import boxes

    return (one for one in box.descendants() if isinstance(one, boxes.TextBox) and one.text.strip())


def _inside(text: Any, box: Any) -> bool:
    return any(text is one for one in _texts(box))


def _unnumber(page: Any) -> None:
    from weasyprint.formatting_structure import boxes

    page._page_box.children = [
        child for child in page._page_box.children if not (isinstance(child, boxes.MarginBox) and child.at_keyword.startswith("@bottom"))
    ]
