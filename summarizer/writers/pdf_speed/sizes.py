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
_FLOWING = frozenset({"static", "relative"})
#: Containing blocks of different sizes that are remembered of a style.
_MOST = 64


def install() -> None:
    """Keep used sizes and struts with the style that they come from."""
    from weasyprint.formatting_structure.boxes import Box, PageBox
    from weasyprint.layout.percent import resolve_percentages
    from weasyprint.text.line_break import strut

    def resolve(box: Any, containing_block: Any) -> None:
        style = box.style
        if isinstance(containing_block, Box):
            width, height = containing_block.width, containing_block.height
        else:
            width, height = containing_block
        known = memo(style).setdefault("sizes", {})
        key = width, height, isinstance(box, PageBox)
        sizes = known.get(key)
        if sizes is None:
            resolve_percentages(box, containing_block)
            if style["box_sizing"] == "content-box":
                if len(known) >= _MOST:
                    known.clear()
                sizes = {name: box.__dict__[name] for name in _SIZES}
                known[key] = sizes, {name: style[name] for name in _BORDERS}
            return
        plain, borders = sizes
        attributes = box.__dict__
        attributes.update(plain)
        # In a table with collapsed borders a box keeps what was decided between it and its neighbours.
        if style["border_collapse"] != "collapse":
            attributes.update(borders)
        else:
            for name in _BORDERS:
                if not hasattr(box, name):
                    attributes[name] = borders[name]

    def strut_of(style: Any) -> Any:
        known = memo(style)
        if "strut" not in known:
            known["strut"] = strut(style)
        return known["strut"]

    def in_normal_flow(self: Any) -> bool:
        style = self.style
        return (style["float"] == "none" and style["position"] in _FLOWING) or in_flow(self)

    in_flow = Box.is_in_normal_flow
    Box.is_in_normal_flow = in_normal_flow
    resolve.__name__, strut_of.__name__ = resolve_percentages.__name__, strut.__name__
    replace(resolve_percentages, resolve)
    replace(strut, strut_of)
