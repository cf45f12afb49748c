"""The widths of Chinese characters in a font, as Pango gives them.

Chinese characters and the commonest of their marks neither join nor move each other, so a text of them is as wide as they are
together. That a font keeps to this is looked at before it is relied on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

#: Pango's units in a pixel.
UNITS = 1024
#: A line never begins with one of the first, and never ends with one of the second.
CLOSING, OPENING = "，。、；：！？）》", "（《"
#: Shaped once in each font: marks beside each other and between characters.
_PROBE = "".join(f"{one}{other}" for one, other in product(CLOSING + OPENING, repeat=2)) + "".join(
    f"永{mark}一{mark}龙" for mark in CLOSING + OPENING
)


class Measures:
    """What is known of a font.

    Args:
        style: one that asks for this font.
    """

    def __init__(self, style: Any) -> None:
        #: Of each character, in Pango's units; ``None`` if the font lacks it or moves it.
        self.widths: dict[str, int | None] = {}
        #: The least of them.
        self.narrowest = 1
        #: Of a line, in pixels.
        self.height = self.baseline = 0.0
        #: Whether characters have these widths whatever stands beside them.
        self.steady = self._probe(style) and self._counts(style)

    def of(self, text: str, style: Any) -> list[int] | None:
        """Return the width of each character of ``text``; ``None`` if one of them is not that simple."""
        widths = self.widths
        try:
            found = [widths[char] for char in text]
        except KeyError:
            self._learn("".join(dict.fromkeys(char for char in text if char not in widths)), style)
            found = [widths[char] for char in text]
        return None if None in found else found  # type: ignore[return-value]

    def _probe(self, style: Any) -> bool:
        from weasyprint.text.ffi import pango
        from weasyprint.text.line_break import line_size

        layout, line = _shape(_PROBE, style)
        glyphs = list(_glyphs(line))
        self._face = glyphs[0][0] if glyphs else None
        # As long as the layout lives no other font can come to stand at this address.
        self._layout = layout
        self.height, self.baseline = line_size(line, style)[1], pango.pango_layout_get_baseline(layout.layout) / UNITS
        if len(glyphs) != len(_PROBE) or any(face != self._face or moved for face, _glyph, _width, moved in glyphs):
            return False
        known: dict[str, tuple[int, int]] = {}
        return all(known.setdefault(char, (glyph, width)) == (glyph, width) for char, (_, glyph, width, _) in zip(_PROBE, glyphs, strict=True))

    def _counts(self, style: Any) -> bool:
        """Whether Pango breaks a line where its characters, each with the spacing behind it, are wider than the room there is."""
        known = style.font_config.__dict__
        if "counts" not in known:
            text = "永一龙永一龙"
            widths = self.of(text, style) or [0]
            known["counts"] = all(
                _first(text, style, spacing, sum(widths[:fit]) + fit * spacing - short) == (fit - short) % len(text)
                for spacing in (300, 0, -300)
                for fit in (2, 3, len(text))
                for short in (0, 1)
            ) and all(_width(text, style, spacing) == sum(widths) + (len(text) - 1) * spacing for spacing in (300, -300))
        return bool(known["counts"])

    def _learn(self, text: str, style: Any) -> None:
        _layout, line = _shape(text, style)
        glyphs = list(_glyphs(line))
        for place, char in enumerate(text):
            face, _glyph, width, moved = glyphs[place] if len(glyphs) == len(text) else (None, 0, 0, True)
            self.widths[char] = None if moved or face != self._face else width
        self.narrowest = min(filter(None, self.widths.values()), default=1)


def _shape(text: str, style: Any, spacing: float = 0, width: float | None = None) -> tuple[Any, Any]:
    """Return the layout of ``text`` with this letter spacing, and its first line, which lives no longer."""
    from weasyprint.text.line_break import create_layout

    style = style.copy()
    style["letter_spacing"] = spacing or "normal"
    layout = create_layout(text, style, None, width, 0)
    return layout, layout.get_first_line()[0]


def _first(text: str, style: Any, spacing: int, room: int) -> int:
    """Return how many characters Pango puts into a line with so much room, in its units; 0 if all."""
    layout, _line = _shape(text, style, spacing / UNITS, room / UNITS)
    return (layout.get_first_line()[1] or 0) // 3


def _width(text: str, style: Any, spacing: int) -> int:
    from weasyprint.text.line_break import line_size

    return round((line_size(_shape(text, style, spacing / UNITS)[1], {"letter_spacing": "normal"})[0]) * UNITS)


def _glyphs(line: Any) -> Iterator[tuple[Any, int, int, bool]]:
    """Return font, glyph and width of each glyph in a line, and whether it is missing or moved."""
    from weasyprint.text.ffi import ffi, pango

    run = line.runs[0]
    while run != ffi.NULL:
        face, glyphs = run.data.item.analysis.font, run.data.glyphs
        for glyph in glyphs.glyphs[0 : glyphs.num_glyphs]:
            place = glyph.geometry
            moved = place.x_offset or place.y_offset or glyph.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG
            yield face, glyph.glyph, place.width, bool(moved)
        run = run.next
