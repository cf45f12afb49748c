"""Glyphs → lines, and what stands in the margins or in a ruled table taken out first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ..official import TYPE_AREA_HEIGHT, TYPE_AREA_TOP
from ..readers.pdf_layout import Char, Grid, Segment, grids
from .cascade import joined, script_of
from .pdf_glyphs import Glyph, PageSeen
from .sheet import MM, Line, Stretch

PAGE_NUMBER = re.compile(r"^\D{0,4}(\d{1,4})\D{0,4}$")
#: Of a 字: baselines closer than this make one line; a gap wider than this is a blank.
_SAME_LINE, _BLANK = 0.35, 0.45
#: Closing marks are printed in the left half of their box.
_CLOSING = frozenset("，。、；：！？）》〉】〕」』”’")
_HEADER_BELOW = 33.0
_RULE = 2.0


@dataclass(slots=True)
class TableArea:
    """A ruled table of a page: its glyphs and the text of its first row."""

    grid: Grid
    glyphs: list[Glyph]
    head: str


@dataclass(slots=True)
class PageLines:
    """A page taken apart.

    Args:
        number: the line of the page's number, or None. header: lines above the 版心.
    """

    page: PageSeen
    lines: list[Line]
    tables: list[TableArea]
    number: Line | None
    header: list[Line]


def take_apart(page: PageSeen) -> PageLines:
    """Return tables, text lines, page number and header of one page."""
    upright = [glyph for glyph in page.glyphs if glyph.angle == 0]
    tables = []
    for grid in grids([_segment(stroke, page.height) for stroke in page.strokes if stroke.weight < _RULE]):
        inside = [glyph for glyph in upright if grid.holds(_char(glyph, page.height))]
        if inside:
            taken = set(inside)
            upright = [glyph for glyph in upright if glyph not in taken]
            tables.append(TableArea(grid, inside, _head(grid, inside, page.height)))
    found = lines_of(upright, page.number)
    number = _number(found, page)
    kept = [line for line in found if line is not number]
    header = [line for line in kept if line.base < _HEADER_BELOW * MM]
    return PageLines(page, [line for line in kept if line not in header], tables, number, header)


def _segment(stroke: object, height: float) -> Segment:
    left, top, right, bottom = stroke[:4]  # type: ignore[index]
    return Segment(left, height - bottom, right, height - top)


def _char(glyph: Glyph, height: float) -> Char:
    return Char(glyph.left, height - glyph.bottom, glyph.right, height - glyph.top, glyph.sign)


def _head(grid: Grid, glyphs: list[Glyph], height: float) -> str:
    first = [glyph for glyph in glyphs if grid.cell(_char(glyph, height))[0] == 0]
    return "".join(glyph.sign for glyph in sorted(first, key=lambda glyph: (round(glyph.left), glyph.base)))


def _number(lines: list[Line], page: PageSeen) -> Line | None:
    """Return the lowest line, if it is a page number below the text."""
    if not lines:
        return None
    last = max(lines, key=lambda line: line.base)
    below = page.height * (TYPE_AREA_TOP + TYPE_AREA_HEIGHT - 12) / 297
    return last if last.base > below and PAGE_NUMBER.match(last.text.replace(" ", "")) and len(last.text) < 16 else None


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Return the lines that glyphs stand in, from the top down."""
    groups: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if groups and glyph.base - groups[-1][0].base < _SAME_LINE * max(glyph.size, groups[-1][0].size):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    return [_line(sorted(group, key=lambda glyph: glyph.left), page, number) for number, group in enumerate(groups, 1)]


def _line(glyphs: list[Glyph], page: int, number: int) -> Line:
    size = Counter(glyph.size for glyph in glyphs).most_common(1)[0][0]
    han = [glyph for glyph in glyphs if script_of(glyph.sign) == "han"]
    steps = [b.left - a.left for a, b in pairwise(han) if b.left - a.left < 1.6 * size]
    em = median(steps) if steps else size
    last = glyphs[-1]
    hang = max(last.right - last.left - (_ink_right(last) - last.left), 0.0) if last.sign in _CLOSING else 0.0
    return Line(
        page, number, _text(glyphs, em), stretches_of(glyphs), glyphs[0].left, last.right, median(g.base for g in glyphs),
        min(glyph.top for glyph in glyphs), max(glyph.bottom for glyph in glyphs), em, size, hang,
    )  # fmt: skip


def _ink_right(glyph: Glyph) -> float:
    return glyph.left + glyph.size * 0.5


def _text(glyphs: list[Glyph], em: float) -> str:
    parts = []
    before: Glyph | None = None
    for glyph in glyphs:
        if before is not None and glyph.left - before.right > _BLANK * em and glyph.left - before.right > _BLANK * glyph.size:
            parts.append(" ")
        parts.append(glyph.sign)
        before = glyph
    return "".join(parts)


def stretches_of(glyphs: Iterable[Glyph]) -> tuple[Stretch, ...]:
    """Return the glyphs by their type."""
    return joined(Stretch(g.sign, script_of(g.sign), g.font, round(g.size, 1), g.bold, g.colour) for g in glyphs)
