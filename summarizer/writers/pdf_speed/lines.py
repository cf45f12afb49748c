"""Where a line of Chinese ends is reckoned from the widths of its characters; Pango is not asked for every line.

What Pango says of a short text, a number or a word, is remembered. Everything else goes to WeasyPrint.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate
from math import inf
from typing import Any

from .measures import CLOSING, OPENING, UNITS, Measures
from .places import memo, replace
from .shaping import font_of

_PLAIN = re.compile(f"[\u4e00-\u9fff{CLOSING}{OPENING}]+")
#: Each of them takes so many bytes in UTF-8.
_BYTES = 3
#: Texts of up to so many characters are remembered, this many for a style.
_SHORT, _MOST = 16, 1024
#: A place to break a word, which Pango does not know of.
_HYPHEN = "\u00ad"
_UNBROKEN = re.compile("[^\n\t\f\u00ad\u0085\u2028\u2029]+")


@dataclass(slots=True)
class Setting:
    """How a style sets text.

    Args:
        measures: of its font. spacing: behind each character, in pixels.
        wraps: whether lines may end in it. breaks: whether they may even within a word that is too long.
    """

    measures: Measures
    spacing: float
    wraps: bool
    breaks: bool
    short: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    def fit(self, text: str, style: Any, room: float) -> tuple[int, int | None, float] | None:
        """Return how many characters go into the first line, where the next one begins, if there is one, and the width in pixels.

        ``None`` if that is not for this class to say.
        """
        plain = _PLAIN.match(text)
        if plain is None or not self.measures.steady or _HYPHEN in text:
            return None
        end, extra = plain.end(), int(self.spacing * UNITS)
        if not self.wraps or room == inf:
            widths = self.measures.of(text, style) if end == len(text) else None
            return None if widths is None else (end, None, self._width(widths, extra))
        units = int(max(0, room) * UNITS)
        # No more than what could stand in the line, and the character behind it.
        most = min(end, int(units / max(1, self.measures.narrowest + extra)) + 2)
        widths = self.measures.of(text[:most], style)
        if widths is None:
            return None
        fits = _fitting(widths, extra, units)
        if fits == len(text):
            return fits, None, self._width(widths, extra)
        if fits == most:
            return None  # what comes behind is not plain
        at = next((at for at in range(fits, 0, -1) if _ends(text, at)), 0)
        if not at:  # even the first piece is too wide
            at = next((at for at in range(1, end) if _ends(text, at)), end)
            widths = self.measures.of(text[:at], style)
            if widths is None or at == end < len(text):
                return None
        width = self._width(widths[:at], extra)
        if width > room and self.breaks:
            return None
        return at, at if at < len(text) else None, width

    def _width(self, widths: list[int], extra: int) -> float:
        return (sum(widths) + (len(widths) - 1) * extra) / UNITS + self.spacing


def _ends(text: str, at: int) -> bool:
    return text[at] not in CLOSING and text[at - 1] not in OPENING


def _fitting(widths: list[int], extra: int, room: int) -> int:
    """Return how many characters, each with its spacing, go into so much room, all in Pango's units."""
    count = len(widths)
    if widths.count(widths[0]) == count:
        return max(0, min(count, room // (widths[0] + extra))) if widths[0] + extra > 0 else count
    return next((place for place, width in enumerate(accumulate(widths)) if width + (place + 1) * extra > room), count)


def setting_of(style: Any) -> Setting | None:
    """Return how ``style`` sets text; ``None`` if it asks for more than is known here.

    Justified lines have styles of their own that differ in the letter spacing and remember the rest together.
    """
    known, name = memo(style), ("setting", style["letter_spacing"])
    if name not in known:
        known[name] = _setting(style)
    found: Setting | None = known[name]
    return found


def _setting(style: Any) -> Setting | None:
    font, spacing = font_of(style), style["letter_spacing"]
    simple = style["word_spacing"] == 0 and style["word_break"] == "normal" and style["hyphens"] != "auto"
    if font is None or not simple or style["direction"] != "ltr" or not style["font_size"]:
        return None
    fonts = style.font_config.__dict__.setdefault("measures", {})
    if font not in fonts:
        fonts[font] = Measures(style)
    spacing = 0 if spacing == "normal" else spacing
    wraps = style["white_space"] in ("normal", "pre-wrap", "pre-line")
    return Setting(fonts[font], spacing, wraps, style["overflow_wrap"] != "normal")


def later_layout() -> Any:
    """Return the class of layouts that are made when they are drawn, if then."""
    from weasyprint.text.line_break import Layout

    class Later(Layout):  # type: ignore[misc]  # untyped library
        """Stands for a line that is known without Pango.

        Args:
            direction: of the text, as Pango counts. measures: if they are enough to draw it.
        """

        def __init__(self, text: str, max_width: float | None, direction: int, measures: Measures | None = None) -> None:
            self.text, self.max_width, self.first_line_direction, self.measures = text, max_width, direction, measures
            self.justification_spacing = 0
            self.ascent = self.underline_position = self.strikethrough_position = None

        def reactivate(self, style: Any) -> None:
            self.style = style
            if self.measures is None:
                self.make()

        def make(self) -> None:
            """Have Pango lay it out after all."""
            super().reactivate(self.style)

        def deactivate(self) -> None:
            if "layout" in self.__dict__:
                super().deactivate()

    return Later


def install() -> None:
    """Put :func:`split` in WeasyPrint's place."""
    from weasyprint.text.line_break import split_first_line

    later = later_layout()

    def split(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Any:
        setting = setting_of(style) if not justification_spacing else None
        if setting is None:
            return split_first_line(text, style, context, max_width, justification_spacing, is_line_start, minimum)
        room = inf if max_width is None else max_width
        if found := setting.fit(text, style, room):
            length, then, width = found
            measures = setting.measures
            following = None if then is None else then * _BYTES
            return later(text[:length], max_width, 0, measures), length * _BYTES, following, width, measures.height, measures.baseline
        if not setting.wraps:
            room = inf
        known = setting.short.get(text)
        if known and known[1] + abs(setting.spacing) + 1 <= room:
            length, width, height, baseline, shown, direction = known
            return later(shown, max_width, direction), length, None, width, height, baseline
        made = split_first_line(text, style, context, max_width, justification_spacing, is_line_start, minimum)
        layout, length, following, width, height, baseline = made
        if following is None and width <= room and len(text) <= _SHORT and _UNBROKEN.fullmatch(text):
            if len(setting.short) >= _MOST:
                setting.short.clear()
            setting.short[text] = length, width, height, baseline, layout.text, layout.first_line_direction
        return made

    replace(split_first_line, split)
