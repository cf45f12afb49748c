"""The glyphs of Chinese characters in a font and their widths, as Pango gives them.

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
#: Lines to see where Pango breaks and where it puts the spacing, and spacings to see it with.
_COUNTED, _SPACED = "永一龙永一龙", "永，一（龙）"
_SPACINGS = (301, 0, -301)


class Measures:
    """What is known of a font.

    Args:
        style: one that asks for this font.
    """

    def __init__(self, style: Any) -> None:
        #: Of each character, in Pango's units; ``None`` if the font lacks it or moves it.
        self.widths: dict[str, int | None] = {}
        #: Of each character that has a width.
        self.glyphs: dict[str, int] = {}
        #: Of each glyph, in thousandths of the font's size, as the file will have it.
        self.own: dict[int, int] = {}
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
        #: Pango's font, and a layout with it: as long as that lives no other font can come to stand at this address.
        self.face, self.layout = glyphs[0][0] if glyphs else None, layout
        self.height, self.baseline = line_size(line, style)[1], pango.pango_layout_get_baseline(layout.layout) / UNITS
        if len(glyphs) != len(_PROBE) or any(face != self.face or moved for face, _glyph, _width, moved in glyphs):
            return False
        known: dict[str, tuple[int, int]] = {}
        shaped = [(char, (glyph, width)) for char, (_face, glyph, width, _moved) in zip(_PROBE, glyphs, strict=True)]
        return all(known.setdefault(char, one) == one for char, one in shaped)

    def _counts(self, style: Any) -> bool:
        """Whether Pango does as `lines` and `glyphs` do.

        It breaks a line where its characters, each with the spacing behind it, are wider than the room there is, and puts half of the
        spacing before a character, but neither before the first nor behind the last.
        """
        known = style.font_config.__dict__
        if "counts" not in known:
            widths, spaced = self.of(_COUNTED, style) or [0], self.of(_SPACED, style) or [0]
            known["counts"] = all(
                _first(style, spacing, sum(widths[:fit]) + fit * spacing - short) == (fit - short) % len(_COUNTED)
                for spacing in _SPACINGS
                for fit in (2, 3, len(_COUNTED))
                for short in (0, 1)
            ) and all(_spread(style, spacing) == spread(spaced, spacing) for spacing in _SPACINGS)
        return bool(known["counts"])

    def _learn(self, text: str, style: Any) -> None:
        _layout, line = _shape(text, style)
        glyphs = list(_glyphs(line))
        for place, char in enumerate(text):
            face, glyph, width, moved = glyphs[place] if len(glyphs) == len(text) else (None, 0, 0, True)
            self.widths[char] = None if moved or face != self.face else width
            self.glyphs[char] = glyph
        self.narrowest = min(filter(None, self.widths.values()), default=1)


def spread(widths: list[int], spacing: int) -> tuple[list[int], list[int]]:
    """Return the widths of glyphs with letter spacing, and how far each is moved in its own, all in Pango's units."""
    before = int(spacing / 2)
    spaced = [width + spacing for width in widths]
    spaced[0] -= before
    spaced[-1] -= spacing - before
    return spaced, [0, *[before] * (len(widths) - 1)]


def _shape(text: str, style: Any, spacing: float = 0, width: float | None = None) -> tuple[Any, Any]:
    """Return the layout of ``text`` with this letter spacing, and its first line, which lives as long."""
    from weasyprint.text.line_break import create_layout

    style = style.copy()
    style["letter_spacing"], style["white_space"] = spacing or "normal", "normal"
    layout = create_layout(text, style, None, width, 0)
    return layout, layout.get_first_line()[0]


def _first(style: Any, spacing: int, room: int) -> int:
    """Return how many characters Pango puts into a line with so much room, in its units; 0 if all."""
    layout, _line = _shape(_COUNTED, style, spacing / UNITS, room / UNITS)
    return (layout.get_first_line()[1] or 0) // len(_COUNTED[0].encode())


def _spread(style: Any, spacing: int) -> tuple[list[int], list[int]]:
    from weasyprint.text.ffi import ffi

    _layout, line = _shape(_SPACED, style, spacing / UNITS)
    widths, offsets = [], []
    run = line.runs[0]
    while run != ffi.NULL:
        glyphs = run.data.glyphs
        for glyph in glyphs.glyphs[0 : glyphs.num_glyphs]:
            widths.append(glyph.geometry.width)
            offsets.append(glyph.geometry.x_offset)
        run = run.next
    return widths, offsets


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
