"""Justify Chinese lines in WeasyPrint by spreading the rest over their characters.

WeasyPrint 70 puts what is left of a justified line into its spaces. Chinese has none, so every line
would end where its last character happens to end, and GB/T 9704-2012 5.2.3 asks for lines that fill
the 版心. :func:`install` replaces ``weasyprint.layout.inline.justify_line``, the one place where this
is decided. Numbers and Latin words stand in boxes of their own and keep their shape; only the gap
behind them grows.
"""

from __future__ import annotations

import inspect
from typing import Any

from ..errors import OutputError
from ..i18n import gettext as _
from .pdf_speed.places import memo

_HOOK = "justify_line"
#: Signs behind a number that belong to it.
_LATIN = "‰℃"
_PARAMETERS = ["context", "line", "extra_width"]


def install() -> None:
    """Put :func:`justify_line` in WeasyPrint's place; a second call changes nothing.

    Raises:
        OutputError: this WeasyPrint justifies in another way, and the lines would stay ragged.
    """
    from weasyprint.layout import inline

    there = getattr(inline, _HOOK, None)
    if there is justify_line:
        return
    callers = getattr(inline, "text_align", None)
    known = callable(there) and list(inspect.signature(there).parameters) == _PARAMETERS
    if not known or callers is None or _HOOK not in callers.__code__.co_names:
        raise OutputError(
            _("this WeasyPrint cannot justify Chinese lines: {name} has gone").format(name=f"weasyprint.layout.inline.{_HOOK}"),
            hint=_("install WeasyPrint 70"),
        )
    setattr(inline, _HOOK, justify_line)


def justify_line(context: Any, line: Any, extra_width: float) -> None:
    """Widen ``line`` by ``extra_width`` pixels, shared evenly by the gaps between its characters."""
    boxes = list(_text_boxes(line))
    while boxes and not boxes[-1].text.strip():
        boxes.pop()
    gaps = sum(map(_gaps, boxes)) - 1
    if gaps > 0:
        # The spacing behind the last character is part of the width and must stay outside.
        spacing = boxes[-1].style["letter_spacing"]
        _spread(line, (extra_width + (0 if spacing == "normal" else spacing)) / gaps, 0.0)


def _text_boxes(box: Any) -> Any:
    from weasyprint.formatting_structure import boxes

    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox):
            yield from _text_boxes(child)


def _gaps(box: Any) -> int:
    """Return after how many characters of ``box`` space may grow: all if it is Chinese, else the last."""
    return len(box.text) if _chinese(box.text) else 1


def _chinese(text: str) -> bool:
    return any(char > "\u2000" and char not in _LATIN for char in text)


def _spread(box: Any, each: float, moved: float) -> float:
    """Move ``box`` right by ``moved``, add ``each`` to its gaps, and return what its follower moves."""
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        box.position_x += moved
        grown = each * _gaps(box)
        if _chinese(box.text):
            spacing = box.style["letter_spacing"]
            style = box.style
            box.style = style.copy()
            box.style.memo = memo(style)
            box.style["letter_spacing"] = (0 if spacing == "normal" else spacing) + each
        box.width += grown
        return moved + grown
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.position_x += moved
        start = moved
        for child in box.children:
            if child.is_in_normal_flow():
                moved = _spread(child, each, moved)
            elif child.is_absolutely_positioned():
                # Not laid out yet: it hangs on the place that it has in the line.
                child.translate(moved, 0)
        box.width += moved - start
        return moved
    box.translate(moved, 0)
    return moved
