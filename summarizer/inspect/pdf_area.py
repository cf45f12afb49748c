"""The 版心 of a PDF, as its lines and rules show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from copy import copy
from itertools import pairwise
from statistics import median

from ..official import PROFILES, TYPE_AREA_TOP, TYPE_AREA_WIDTH
from .pdf_lines import PageLines
from .sheet import MM, Line, Setup, is_red

#: The middle of a 字 above its baseline, in parts of its size.
MIDDLE = 0.38
#: Fewer full lines than this may all be first lines: then the rules of letterhead and 版记 tell the edges better.
_FEW = 3


def turned(page: PageLines) -> bool:
    """Whether a page lies on its side."""
    return page.page.width > page.page.height


def _ruled(pages: Sequence[PageLines]) -> tuple[float, float] | None:
    """Return where level rules as wide as the 版心 begin and end."""
    wide = [
        (stroke.left, stroke.right)
        for page in pages
        for stroke in page.page.strokes
        if not turned(page) and not page.tables and abs(stroke.right - stroke.left - TYPE_AREA_WIDTH * MM) < 2 * MM
    ]
    return wide[0] if wide else None


def _marked(page: PageLines) -> bool:
    """Whether a page begins with the 发文机关标志, which stands where no text begins."""
    return any(is_red(stretch.colour) for stretch in page.lines[0].stretches)


class Area:
    """The 版心 as the lines show it; points from the paper's left and top."""

    def __init__(self, pages: Sequence[PageLines]) -> None:
        lines = [line for page in pages for line in page.lines if page.page.width < page.page.height] or [
            line for page in pages for line in page.lines
        ]
        self.turned = False
        self.across: dict[int, Area] = {}
        long = [line for line in lines if len(line.text) > 10] or lines
        self.size = Counter(round(line.size, 1) for line in long).most_common(1)[0][0] if long else 16.0
        body = [line for line in long if abs(line.size - self.size) < 0.3]
        wide = [line for line in body if line.right - line.left > (TYPE_AREA_WIDTH - 30) * MM]
        if len(wide) < _FEW and (edges := _ruled(pages)) is not None:
            self.left, self.right = edges
        else:
            self.left = _commonest((line.left for line in body), min) if body else 28 * MM
            self.right = _commonest((line.right for line in wide), max) if wide else self.left + TYPE_AREA_WIDTH * MM
        steps = [b.base - a.base for page in pages for a, b in pairwise(page.lines) if abs(a.size - b.size) < 0.3 and b.size == self.size]
        close = [step for step in steps if step < 2.2 * self.size]
        self.pitch = median(close) if close else 0.0
        self.top = self._top(pages)
        # Half a line's gap lies above the first line: the two profiles differ by it, and by the pitch.
        pitches = {name: abs(profile.pitch_pt - self.pitch) for name, profile in PROFILES.items()}
        tops = {name: abs(profile.top * MM - self.top) for name, profile in PROFILES.items()}
        ink = pitches["gbt9704-ink"] < 0.15 or (tops["gbt9704-ink"] < 2 and pitches["gbt9704-ink"] < pitches["gbt9704"])
        self.profile = "gbt9704-ink" if ink else "gbt9704"
        self.across = {page.page.number: self._across(page) for page in pages if turned(page)}

    def _across(self, page: PageLines) -> Area:
        """Return the area of a page on its side: what is above and below on upright pages is right and left here."""
        made = copy(self)
        profile = PROFILES[self.profile]
        made.turned, made.left, made.right = True, profile.bottom * MM, page.page.width - profile.top * MM
        return made

    def on(self, line: Line) -> Area:
        """Return the area of the page that a line stands on."""
        return self.across.get(line.page, self)

    def _top(self, pages: Sequence[PageLines]) -> float:
        """Return where the first line's share of the page begins, on the page where that is highest."""
        pitch = self.pitch or PROFILES["gbt9704"].pitch_pt
        tops = [
            page.lines[0].base - MIDDLE * page.lines[0].size - pitch / 2
            for page in pages
            if page.lines and page.page.width < page.page.height and not _table_above(page) and not _marked(page)
        ]
        return min(tops) if tops else TYPE_AREA_TOP * MM

    def setup(self, page: PageLines) -> Setup:
        """Return a page's measures; margins of the whole document, since one page may be short."""
        width, height = page.page.width, page.page.height
        return Setup(
            width / MM, height / MM, self.top / MM, 0.0, self.left / MM, (min(page.page.width, page.page.height) - self.right) / MM,
            page.page.number,
        )  # fmt: skip


def _table_above(page: PageLines) -> bool:
    return any(page.page.height - table.grid.tops[0] < page.lines[0].base for table in page.tables)


def _commonest(values: Iterable[float], edge: object) -> float:
    """Return the outermost of the values that are common."""
    exact = list(values)
    rounded = Counter(round(value) for value in exact)
    most = max(rounded.values())
    common = [value for value, count in rounded.items() if count * 6 >= most]
    chosen = edge(common)  # type: ignore[operator]
    return median(value for value in exact if abs(value - chosen) <= 1)
