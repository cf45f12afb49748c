"""Boxes without background, border or outline, as nearly all are, are passed by at one look at their style."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .places import memo, replace

_CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")
_SIDES = ("top", "right", "bottom", "left")
_SQUARE = {f"border_{corner}_radius": (0, 0) for corner in _CORNERS}


def install() -> None:
    """Put what looks first in the place of what draws and lays out."""
    _backgrounds()
    _edges()
    _stream()


def _known(style: Any, name: str, holds: Callable[[Any], bool]) -> bool:
    """Whether something holds for a style, remembered under ``name``."""
    known = memo(style)
    found: bool | None = known.get(name)
    if found is None:
        found = known[name] = bool(holds(style))
    return found


def _square(style: Any) -> bool:
    return all((0, "px") in style[name] for name in _SQUARE)


def _bare(style: Any) -> bool:
    """Whether there is nothing behind a box nor in its border but lines."""
    from weasyprint.draw.color import get_color

    return bool(
        style["border_image_source"][0] == "none"
        and style["mask_border_source"][0] == "none"
        and style["visibility"] != "hidden"
        and all(kind == "none" for kind, _image in style["background_image"])
        and not style["box_shadow"]
        and get_color(style, "background_color").alpha == 0
    )


def _open(style: Any) -> bool:
    """Whether nothing but the border's width decides that there is no border."""
    return bool(style["column_width"] == style["column_count"] == "auto" and style["border_image_source"][0] == "none")


def _unlined(style: Any) -> bool:
    from weasyprint.draw.color import get_color

    return not (style["visibility"] == "visible" and style["outline_width"] and get_color(style, "outline_color").alpha)


def _backgrounds() -> None:
    from weasyprint.layout.background import layout_box_backgrounds
    from weasyprint.layout.percent import resolve_radii_percentages

    def radii(box: Any) -> None:
        if _known(box.style, "square", _square):
            box.__dict__.update(_SQUARE)
        else:
            resolve_radii_percentages(box)

    def backgrounds(page: Any, box: Any, get_image_from_uri: Any, layout_children: bool = True, style: Any = None) -> None:
        if style is not None or not layout_children or box is page or not _known(box.style, "bare", _bare):
            layout_box_backgrounds(page, box, get_image_from_uri, layout_children, style)
            return
        radii(box)
        for child in box.all_children():
            backgrounds(page, child, get_image_from_uri)
        box.background = None

    replace(resolve_radii_percentages, radii)
    replace(layout_box_backgrounds, backgrounds)


def _edges() -> None:
    from weasyprint.draw.border import draw_border, draw_outline
    from weasyprint.formatting_structure.boxes import Box

    def border(stream: Any, box: Any) -> None:
        wide = box.border_top_width or box.border_right_width or box.border_bottom_width or box.border_left_width
        if wide or not _known(box.style, "open", _open):
            draw_border(stream, box)

    def outline(stream: Any, box: Any) -> None:
        if not _known(box.style, "unlined", _unlined):
            draw_outline(stream, box)
            return
        for child in box.children:
            if isinstance(child, Box):
                outline(stream, child)

    replace(draw_border, border)
    replace(draw_outline, outline)


class _Marked:
    """Marked content that begins and ends with a ``with`` statement."""

    __slots__ = ("_end",)

    def __init__(self, end: Callable[[], None] | None) -> None:
        self._end = end

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_error: object) -> None:
        if self._end:
            self._end()


def _stream() -> None:
    """Set a colour only if it is another one, and do without generators for what is opened and closed."""
    import pydyf
    from weasyprint.pdf.stream import Stream

    set_color = Stream.set_color

    def colour(self: Any, color: Any, stroke: bool = False) -> None:
        if stroke or color is not self.__dict__.get("last_color") or self._current_color is None or self._current_alpha != self.last_alpha:
            set_color(self, color, stroke)
            if not stroke:
                self.last_color, self.last_alpha = color, self._current_alpha

    def stacked(self: Any) -> _Marked:
        self.push_state()
        return _Marked(self.pop_state)

    def marked(self: Any, box: Any, tag: str) -> _Marked:
        tags = self._tags
        if tags is None:
            return _Marked(None)
        assert box not in tags
        tags[box] = {"tag": tag, "mcid": len(tags)}
        self.begin_marked_content(tag, pydyf.Dictionary({"MCID": len(tags) - 1}))
        return _Marked(self.end_marked_content)

    def artifact(self: Any) -> _Marked:
        if self._tags is None:
            return _Marked(None)
        self.begin_marked_content("Artifact")
        return _Marked(self.end_marked_content)

    Stream.set_color, Stream.stacked, Stream.marked, Stream.artifact = colour, stacked, marked, artifact
