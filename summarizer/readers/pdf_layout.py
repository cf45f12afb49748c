"""Characters with places → lines; drawn lines → grids of tables. Lengths are in points, y grows upwards."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from .base import superscript, without_references

_WIDE = re.compile("[\u2e80-\u9fff\uff00-\uffef]")
#: A rule is thin, and longer than a fraction bar.
_THIN, _SHORTEST = 1.5, 6.0
_NEAR = 3.0
_MOST_RULES = 600
#: Raised signs are that much smaller than the line, and stand in it with that share of their height.
_SMALL, _OVERLAP = 0.8, 0.05


class Char(NamedTuple):
    """A character and its box."""

    x0: float
    y0: float
    x1: float
    y1: float
    sign: str


class Segment(NamedTuple):
    """A drawn line."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page; ``unmapped`` counts the characters that the font does not name."""

    number: int
    width: float
    height: float
    chars: list[Char]
    segments: list[Segment]
    unmapped: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; parts far apart are separated by tabs. ``em`` is the width of a Chinese character."""

    text: str
    x0: float
    x1: float
    y: float
    em: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: edges of rows from the top down and of columns, and the rules between them."""

    tops: tuple[float, ...]
    lefts: tuple[float, ...]
    level: tuple[Segment, ...]
    upright: tuple[Segment, ...]

    def holds(self, char: Char) -> bool:
        """Whether a character stands in the table."""
        x, y = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
        return self.lefts[0] < x < self.lefts[-1] and self.tops[-1] < y < self.tops[0]

    def cell(self, char: Char) -> tuple[int, int]:
        """Return row and column of a character; merged cells count as the first of them."""
        x, y = (char.x0 + char.x1) / 2, (char.y0 + char.y1) / 2
        row = max(bisect_right([-top for top in self.tops], -y) - 1, 0)
        while row and not any(s.x0 - _NEAR <= x <= s.x1 + _NEAR and abs(s.y0 - self.tops[row]) <= _NEAR for s in self.level):
            row -= 1
        walls = [s.x0 for s in self.upright if s.y0 - _NEAR <= y <= s.y1 + _NEAR and s.x0 <= x]
        wall = max(walls, default=self.lefts[0])
        return row, max(bisect_right(self.lefts, wall + _NEAR) - 1, 0)


def lines(chars: Iterable[Char]) -> list[Line]:
    """Return the lines that characters stand in, from the top down."""
    ordered = sorted(chars, key=lambda c: -(c.y0 + c.y1))
    found: list[list[Char]] = []
    middle = reach = 0.0
    for char in ordered:
        centre = (char.y0 + char.y1) / 2
        if found and middle - centre < reach:
            found[-1].append(char)
            continue
        found.append([char])
        middle, reach = centre, max(char.y1 - char.y0, 1.0) * 0.5
    return [_line(group) for group in _with_raised(found)]


def _with_raised(groups: list[list[Char]]) -> list[list[Char]]:
    """Put raised and lowered signs, which have a height of their own, into the line that they overlap."""
    heights = [median(c.y1 - c.y0 for c in group) for group in groups]
    kept: list[list[Char]] = []
    waiting: list[Char] = []
    for index, group in enumerate(groups):
        low, high = min(c.y0 for c in group), max(c.y1 for c in group)
        inside = _OVERLAP * heights[index]
        if index + 1 < len(groups) and _is_small(heights, index, index + 1) and max(c.y1 for c in groups[index + 1]) - low > inside:
            waiting.extend(group)
        elif kept and _is_small(heights, index, index - 1) and high - min(c.y0 for c in kept[-1]) > inside:
            kept[-1].extend(group)
        else:
            kept.append([*waiting, *group])
            waiting = []
    return kept


def _is_small(heights: list[float], one: int, other: int) -> bool:
    return heights[one] < _SMALL * heights[other]


def _line(chars: list[Char]) -> Line:
    chars.sort(key=lambda c: c.x0)
    wide = [c for c in chars if _WIDE.match(c.sign)]
    # In a short line most signs may be raised, so the line is measured by its full-size ones.
    high = median(c.y1 - c.y0 for c in wide) if wide else max(c.y1 - c.y0 for c in chars)
    em = max(median(c.x1 - c.x0 for c in wide) if wide else high * 0.8, 1.0)
    middle = median((c.y0 + c.y1) / 2 for c in chars if c.y1 - c.y0 >= _SMALL * high)
    bottom = median(c.y0 for c in chars if c.y1 - c.y0 >= _SMALL * high)
    parts: list[str] = []
    before: Char | None = None
    for char in chars:
        if before is not None:
            if char.sign == before.sign and char.x0 - before.x0 < 0.2 * min(em, max(char.x1 - char.x0, 1.0)):
                continue  # bold type made by printing twice
            parts.append(_gap(before, char, em))
        raised = char.y1 - char.y0 < _SMALL * high and char.y0 > bottom + 0.2 * em
        parts.append(superscript(char.sign) if raised else char.sign)
        before = char
    return Line(without_references("".join(parts)), chars[0].x0, max(c.x1 for c in chars), middle, em)


def _gap(before: Char, after: Char, em: float) -> str:
    gap = after.x0 - before.x1
    if gap > 2.2 * em:
        return "\t"
    western = before.sign.isascii() and after.sign.isascii()
    return " " if gap > (0.18 if western else 0.8) * em else ""


def grids(segments: Sequence[Segment]) -> list[Grid]:
    """Return the ruled tables of a page, from the top down."""
    level = _merged([s for s in segments if s.y1 - s.y0 <= _THIN and s.x1 - s.x0 >= _SHORTEST])
    upright = [_flip(s) for s in _merged([_flip(s) for s in segments if s.x1 - s.x0 <= _THIN and s.y1 - s.y0 >= _SHORTEST])]
    if not level or not upright or len(level) + len(upright) > _MOST_RULES:
        return []
    found = [grid for group in _groups(level, upright) if (grid := _grid(*group))]
    return sorted(found, key=lambda g: -g.tops[0])


def _flip(segment: Segment) -> Segment:
    return Segment(segment.y0, segment.x0, segment.y1, segment.x1)


def _merged(level: list[Segment]) -> list[Segment]:
    """Join level lines that lie on or behind one another: cells draw their borders each on their own."""
    rows: list[list[Segment]] = []
    for segment in sorted(level, key=lambda s: s.y0):
        if rows and segment.y0 - rows[-1][0].y0 <= _NEAR:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    result: list[Segment] = []
    for row in rows:
        y = row[0].y0
        row.sort(key=lambda s: s.x0)
        left, right = row[0].x0, row[0].x1
        for segment in row[1:]:
            if segment.x0 > right + _NEAR:
                result.append(Segment(left, y, right, y))
                left, right = segment.x0, segment.x1
            right = max(right, segment.x1)
        result.append(Segment(left, y, right, y))
    return result


def _groups(level: list[Segment], upright: list[Segment]) -> list[tuple[list[Segment], list[Segment]]]:
    """Return lines that touch each other, group by group."""
    parent = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(level):
        for j, v in enumerate(upright, len(level)):
            if h.x0 - _NEAR <= v.x0 <= h.x1 + _NEAR and v.y0 - _NEAR <= h.y0 <= v.y1 + _NEAR:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Segment], list[Segment]]] = {}
    for i in range(len(parent)):
        group = groups.setdefault(root(i), ([], []))
        if i < len(level):
            group[0].append(level[i])
        else:
            group[1].append(upright[i - len(level)])
    return list(groups.values())


def _grid(level: list[Segment], upright: list[Segment]) -> Grid | None:
    if len(level) < 2 or not upright:
        return None
    tops = tuple(sorted({s.y0 for s in level}, reverse=True))
    lefts = sorted({s.x0 for s in upright})
    # Tables open at the sides: the level rules reach beyond the outer upright ones.
    left, right = min(s.x0 for s in level), max(s.x1 for s in level)
    lefts = [*([left] if left < lefts[0] - _NEAR else []), *lefts, *([right] if right > lefts[-1] + _NEAR else [])]
    if len(tops) < 2 or len(lefts) < 2 or (len(tops) - 1) * (len(lefts) - 1) < 2:
        return None
    return Grid(tops, tuple(lefts), tuple(level), tuple(upright))
