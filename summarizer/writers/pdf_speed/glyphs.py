"""A line's glyphs are written out together where WeasyPrint looks at each number of each of them.

A line of which :mod:`measures` knows everything is written without Pango. What Pango says of others is read as one piece of memory, and
the same distance makes the same words.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from .measures import UNITS, Measures, spread
from .places import replace

#: How many numbers a glyph is in Pango's list: glyph, width, two offsets, flags.
_FIELDS = 5
#: Font, its size, and Pango's name for it; Pango's run; glyphs, widths, offsets.
Run = tuple[Any, float, Any, Any, list[int], list[int], list[int]]
#: Distances remembered for a size.
_MOST = 8192
_words: defaultdict[float, dict[tuple[float, int, int], tuple[str, str]]] = defaultdict(dict)


def install() -> None:
    """Put :func:`draw` in WeasyPrint's place."""
    from weasyprint.draw.text import draw_first_line
    from weasyprint.text.ffi import ffi, pango

    # An older Pango does not know a font's size.
    if ffi.sizeof("PangoGlyphInfo") != _FIELDS * 4 or pango.pango_version() < 14802:
        return

    def draw(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> Any:
        layout = textbox.pango_layout
        measures = layout.__dict__.get("measures")
        whole = text_overflow != "ellipsis" and block_ellipsis == "none" and textbox.style["font_size"] > 0.01
        if whole and measures is not None:
            _show_plain(stream, layout, measures, textbox.style["letter_spacing"], matrix)
            return []
        if measures is not None:
            layout.make()
        if whole and textbox.text.strip():
            pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
            runs = _runs(stream, layout)
            if runs:
                _show(stream, runs, layout.text, matrix)
                return []
        return draw_first_line(stream, textbox, text_overflow, block_ellipsis, matrix)

    replace(draw_first_line, draw)


def _runs(stream: Any, layout: Any) -> list[Run] | None:
    """Return the runs of a line; ``None`` if a glyph is missing, a picture, raised, or written from the right."""
    from weasyprint.text.ffi import ffi, pango

    line, _next = layout.get_first_line()
    runs: list[Run] = []
    run = line.runs[0]
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        numbers = memoryview(ffi.buffer(glyphs.glyphs, glyphs.num_glyphs * _FIELDS * 4)).cast("i").tolist()
        ids = numbers[0::_FIELDS]
        if not ids or max(ids) >= pango.PANGO_GLYPH_EMPTY or any(numbers[3::_FIELDS]) or item.analysis.level % 2:
            return None
        font, size = _font(stream, item.analysis.font, layout.layout)
        if font.bitmap or font.png or font.svg or font.colr:
            return None
        runs.append((font, size, item.analysis.font, run.data, ids, numbers[1::_FIELDS], numbers[2::_FIELDS]))
        run = run.next
    return runs


def _font(stream: Any, pango_font: Any, layout: Any) -> tuple[Any, float]:
    """Return a font as the file has it, and its size."""
    from weasyprint.text.ffi import ffi

    address = int(ffi.cast("uintptr_t", pango_font))
    known = stream.__dict__.setdefault("fonts_at", {})
    if address not in known:
        # With the layout the font lives on, so that no other can come to stand at its address.
        known[address] = stream.add_font(pango_font), layout
    found: tuple[Any, float] = known[address][0]
    return found


def _show(stream: Any, runs: list[Run], text: str, matrix: Any) -> None:
    stream.set_text_matrix(*matrix.values)
    shown = ""
    before = None
    for font, size, pango_font, run, ids, widths, offsets in runs:
        if pango_font != before:
            before = pango_font
            if shown:
                stream.show_text(shown)
            shown = ""
            stream.set_font_size(font.hash, size)
        for place, glyph in enumerate(ids):
            if glyph not in font.to_unicode:
                _know(font, glyph, place, run, text)
            if glyph not in font.widths:
                font.widths[glyph] = _width(stream, pango_font, glyph, size)
        shown += _written(size, font.widths, ids, widths, offsets)
    stream.show_text(shown)


def _show_plain(stream: Any, layout: Any, measures: Measures, spacing: Any, matrix: Any) -> None:
    """Show a line of which all glyphs and their places are known."""
    text = layout.text
    font, size = _font(stream, measures.face, measures.layout.layout)
    ids = [measures.glyphs[char] for char in text]
    for char, glyph in zip(text, ids, strict=True):
        if glyph not in font.to_unicode:
            font.to_unicode[glyph] = char
        if glyph not in font.widths:
            if glyph not in measures.own:
                measures.own[glyph] = _width(stream, measures.face, glyph, size)
            font.widths[glyph] = measures.own[glyph]
    stream.set_text_matrix(*matrix.values)
    stream.set_font_size(font.hash, size)
    extra = 0 if spacing == "normal" else int(spacing * UNITS)
    widths, offsets = spread([measures.widths[char] or 0 for char in text], extra)
    stream.show_text(_written(size, font.widths, ids, widths, offsets))


def _know(font: Any, glyph: int, place: int, run: Any, text: str) -> None:
    """Remember which characters a glyph stands for."""
    item, clusters = run.item, run.glyphs.log_clusters
    end = item.length if place == run.glyphs.num_glyphs - 1 else clusters[place + 1]
    font.to_unicode[glyph] = text.encode()[item.offset + clusters[place] : item.offset + end].decode()


def _width(stream: Any, pango_font: Any, glyph: int, size: float) -> int:
    from weasyprint.text.ffi import FROM_UNITS, pango

    pango.pango_font_get_glyph_extents(pango_font, glyph, stream.ink_rect, stream.logical_rect)
    width: int = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
    return width


def _written(size: float, own: dict[int, int], ids: list[int], widths: list[int], offsets: list[int]) -> str:
    """Return glyphs as PDF shows them: numbers in angle brackets, and between brackets how far the next one is moved to the left.

    Args:
        size: of the font. own: the width of each glyph by itself, in thousandths of that. widths, offsets: as Pango has set it.
    """
    words = _words[size]
    if len(words) > _MOST:
        words.clear()
    parts = ["<"]
    for glyph, width, offset in zip(ids, widths, offsets, strict=True):
        distance = own[glyph], width, offset
        around = words.get(distance)
        if around is None:
            around = words[distance] = _distance(size, *distance)
        parts.append(f"{around[0]}{glyph:04x}{around[1]}")
    made = "".join(parts)
    return made[:-1] if made[-1] == "<" else f"{made}>"


def _distance(size: float, own: int, width: int, offset: int) -> tuple[str, str]:
    """Return what stands before and behind a glyph so that it and the next one get to their places."""
    from weasyprint.text.ffi import FROM_UNITS

    moved = offset / size
    kerning = own + moved - width * 1000 * FROM_UNITS / size
    return f">{-moved}<" if moved else "", f">{int(kerning)}<" if kerning else ""
