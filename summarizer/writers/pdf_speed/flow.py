"""Boxes in the normal flow, and lines beside which nothing floats, are the rule: asked for first, and answered at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .places import replace

_FLOWING = frozenset({"static", "relative"})


def install() -> None:
    """Put shorter ways in the place of WeasyPrint's."""
    from weasyprint.formatting_structure.boxes import Box

    original = Box.is_in_normal_flow

    def in_normal_flow(self: Any) -> bool:
        style = self.style
        return (style["float"] == "none" and style["position"] in _FLOWING) or original(self)

    Box.is_in_normal_flow, Box.descendants = in_normal_flow, _descendants
    _room()


def _descendants(self: Any, placeholders: bool = False) -> Iterator[Any]:
    """Return a box and all that lies in it, in their order; with ``placeholders`` also what lies behind these."""
    from weasyprint.formatting_structure.boxes import Box

    waiting = [self]
    while waiting:
        box = waiting.pop()
        if isinstance(box, Box):
            yield box
            waiting.extend(reversed(box.children))
        elif placeholders:
            waiting.append(box._box)
        else:
            yield box


def _room() -> None:
    from weasyprint.formatting_structure.boxes import LineBox
    from weasyprint.layout.float import avoid_collisions

    def room(context: Any, box: Any, containing_block: Any, outer: bool = True) -> Any:
        if context.excluded_shapes or outer or not isinstance(box, LineBox) or containing_block.style["direction"] != "ltr":
            return avoid_collisions(context, box, containing_block, outer)
        # The same sums as there, which keeps the last bit of each number.
        left = containing_block.content_box_x()
        right = left + containing_block.width - box.margin_right
        left += box.margin_left
        return left - box.margin_left, box.border_box_y() - box.margin_top, right - left

    replace(avoid_collisions, room)
