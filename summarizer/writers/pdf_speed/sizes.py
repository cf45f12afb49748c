"""What a style says of sizes is worked out once for a style and not for each of its boxes.

A paragraph's lines, and the boxes in them, share their styles; WeasyPrint resolves 23 properties of each anew.
"""

from __future__ import annotations

from typing import Any

from .places import memo, replace

_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_SIZES = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in ("left", "right", "top", "bottom")),
    *(f"{limit}{axis}" for axis in ("width", "height") for limit in ("", "min_", "max_")),
)
#: Containing blocks of different sizes that are remembered of a style.
_MOST = 64


def install() -> None:
    """Keep used sizes and struts with the style that they come from."""
    _percentages()
    _struts()


def _percentages() -> None:
    from weasyprint.formatting_structure.boxes import Box, PageBox
    from weasyprint.layout.percent import resolve_percentages

    def resolve(box: Any, containing_block: Any) -> None:
        style = box.style
        if isinstance(containing_block, Box):
            width, height = containing_block.width, containing_block.height
        else:
            width, height = containing_block
        known = memo(style).setdefault("sizes", {})
        key = width, height, isinstance(box, PageBox)
        if key in known:
            _give(box, *known[key])
            return
        resolve_percentages(box, containing_block)
        if style["box_sizing"] == "content-box":
            if len(known) >= _MOST:
                known.clear()
            known[key] = {name: box.__dict__[name] for name in _SIZES}, {name: style[name] for name in _BORDERS}

    replace(resolve_percentages, resolve)


def _give(box: Any, sizes: dict[str, Any], borders: dict[str, Any]) -> None:
    """Give ``box`` its sizes; in a table with collapsed borders it keeps those that were decided between it and its neighbours."""
    attributes = box.__dict__
    attributes.update(sizes)
    if box.style["border_collapse"] != "collapse":
        attributes.update(borders)
        return
    for name, width in borders.items():
        if not hasattr(box, name):
            attributes[name] = width


def _struts() -> None:
    from weasyprint.text.line_break import strut

    def strut_of(style: Any) -> Any:
        known = memo(style)
        if "strut" not in known:
            known["strut"] = strut(style)
        return known["strut"]

    replace(strut, strut_of)
