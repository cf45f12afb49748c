"""A text whose lines were broken at a width, as it flows: what e-mail, old editors and ``pdftotext`` leave of paragraphs.

A line was broken there if what the next one begins with had no more room in it. Figures and words of Latin letters are not parted,
so that lines differ in width; a mark never begins one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, pairwise

from .claims.base import Claim, Place
from .patterns import lazy
from .prose import FoundFigure
from .readers import BlockSpan

_LONGEST = 120
"""Characters of a line on average in a text whose lines are broken at most."""
_LEAST, _PART = 3, 8
"""Broken lines that tell, and one in how many lines must be."""
_NARROW, _RAGGED = 30, 4
"""Columns of the narrowest page, and by how many most of its lines differ."""
_HANGING = 2
"""Columns of a mark that stands beyond the edge."""
_SURE, _FEW = 0.6, 0.1
"""How many of the broken lines must look like it, and how many lines may be wider than the page."""
_ENDS = tuple("。！？；：!?;:")
_MARK = lazy("[，。、；,;]")
_STOP = lazy("[。；;]|\\.(?![0-9])")
_SENTENCE = 20
"""A sentence ends inside of one in so many lines at least."""
_TOKEN = lazy(r"[“‘《（(\[【]*(?:[0-9A-Za-z０-９.,:/%％+\-]+|[^，。、；：！？）》”’】\s])[，。、；：！？）》”’】%％,;:)\]]*")
"""What is not parted from each other at the beginning of a line."""
_INDENTED = ("  ", "\t", "\u3000")
_STEP = lazy(r"[ ]?(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、是]|[0-9]{1,2}[、.．](?![0-9])|[#>*|-])")


class Flow:
    """A text without the breaks inside of its paragraphs, and the way back.

    Args:
        text: as it was read. breaks: where those line ends begin and end that are left out.
    """

    def __init__(self, text: str, breaks: list[tuple[int, int]]) -> None:
        self._origins = [0, *(end for _start, end in breaks)]
        stretches = [text[begin:end] for begin, end in zip(self._origins, [*(start for start, _end in breaks), len(text)], strict=True)]
        self._starts = [0, *accumulate(map(len, stretches[:-1]))]
        self.text = "".join(stretches)

    def blocks(self, blocks: Iterable[BlockSpan]) -> list[BlockSpan]:
        """Return blocks of the text as it was read as those of the text as it flows."""
        return [replace(block, start=self._ahead(block.start), end=self._ahead(block.end)) for block in blocks]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch stands in the text as it was read."""
        return self._back(start), self._back(end - 1) + 1 if end > start else self._back(end)

    def figures(self, figures: Iterable[FoundFigure]) -> list[FoundFigure]:
        """Return figures where they stand in the text as it was read."""
        return [FoundFigure(figure.quantity, *self.back(figure.start, figure.end)) for figure in figures]

    def put_back(self, claims: Iterable[Claim]) -> None:
        """Let claims and their figures stand where they do in the text as it was read; figures share places."""
        places = {id(place): place for claim in claims for place in _places(claim) if place.end}
        for place in places.values():
            start, end = self.back(place.start, place.end)
            object.__setattr__(place, "start", start)
            object.__setattr__(place, "end", end)

    def _back(self, at: int) -> int:
        stretch = bisect_right(self._starts, at) - 1
        return self._origins[stretch] + at - self._starts[stretch]

    def _ahead(self, at: int) -> int:
        stretch = bisect_right(self._origins, at) - 1
        end = self._starts[stretch + 1] if stretch + 1 < len(self._starts) else len(self.text)
        return min(self._starts[stretch] + at - self._origins[stretch], end)


def flow_of(text: str) -> Flow | None:
    """Return a text as it flows; None where its lines are paragraphs, as in nearly every file."""
    if (count := text.count("\n")) < _LEAST or len(text) > _LONGEST * count:
        return None
    lines = text.split("\n")
    widths = [_width(line) for line in lines]
    page = _page(widths)
    if page is None:
        return None
    broken = [number for number in _broken(lines, widths, page) if "\t" not in lines[number] and "|" not in lines[number]]
    open_ended = [number for number in broken if not lines[number].rstrip().endswith(_ENDS)]
    prose = [number for number in broken if _MARK.search(lines[number])]
    enough = max(_LEAST, sum(map(bool, widths)) // _PART)
    if len(broken) < enough or min(len(open_ended), len(prose)) < _SURE * len(broken):
        return None
    if _SENTENCE * sum(1 for number in broken if _STOP.search(lines[number].rstrip()[:-1])) < len(broken):
        return None  # a list of items of one length
    ends = list(accumulate(len(line) + 1 for line in lines))
    return Flow(text, [(ends[number] - 1 - lines[number].endswith("\r"), ends[number]) for number in broken])


def _width(line: str) -> int:
    """Return the columns of a line, of which a Chinese character takes two."""
    return len(line.rstrip().encode("gb18030", "replace"))


def _page(widths: list[int]) -> int | None:
    """Return how wide the page is that lines were broken at: several end there, and hardly one goes beyond."""
    order = sorted(width for width in widths if width >= _NARROW)
    best, page = _LEAST - 1, None
    for above, width in enumerate(reversed(order)):
        if above > _FEW * len(widths):
            break
        near = len(order) - above - bisect_left(order, width - _RAGGED)
        if near > best:
            best, page = near, width
    return page


def _broken(lines: list[str], widths: list[int], page: int) -> Iterator[int]:
    """Yield the lines behind which the next one goes on."""
    for number, (line, after) in enumerate(pairwise(lines)):
        if not page // 2 < widths[number] <= page + _HANGING or after.startswith(_INDENTED):
            continue
        token = _TOKEN.match(after.removeprefix(" "))
        if token is None or widths[number] + _width(token[0]) < page:
            continue
        if not (line.rstrip().endswith(_ENDS) and _STEP.match(after)):
            yield number


def _places(claim: Claim) -> Iterator[Place]:
    yield claim.place
    for operand in claim.operands():
        yield operand.place
