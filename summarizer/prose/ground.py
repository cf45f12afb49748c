"""The ground that reading stands on: the text in one width, cut into paragraphs, sentences, segments and clauses.

Nothing here changes a length: an offset into :attr:`Ground.plain` is an offset into the text as it was given.
A paragraph ends with its line, unless that ends with ； or ：, a sentence with 。！？, a segment with ；, a clause with ， or with
a 、 that follows a figure (国税八百万元、地税九百万元 are two statements; 养老、殡葬 are none).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from ..patterns import lazy, places_of

_PAIRS = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    "\u3000": " ", "\u00a0": " ", "\t": " ", "﹪": "%", "｡": "。", "〔": "[", "〕": "]", "【": "[", "】": "]", "︰": ":", "﹐": ",",
    "﹑": "、", "\r": "\n",
}  # fmt: skip

_LATIN = {
    "km": "公里", "kg": "公斤", "mm": "毫米", "cm": "厘米", "mw": "兆瓦", "kw": "千瓦", "kv": "千伏", "kwh": "千瓦时",
    "m2": "平米", "m²": "平米", "m3": "m³", "km2": "km2", "km²": "km²", "ha": "公顷", "t": "吨", "m": "米", "db": "分贝",
}  # fmt: skip
#: Latin signs of units behind a figure, each with a word of the same length.
_LATIN_UNIT = lazy(
    rf"(?<=[0-9万亿])(?:(?i:{'|'.join(sorted((name for name in _LATIN if len(name) > 1), key=len, reverse=True))})|t|m)(?![A-Za-z0-9²³2/·])"
)

_POINT = lazy(
    "(?<=[0-9])·(?:(?<=[0-9]{3}·)(?=[0-9])|(?=[0-9]{1,4}(?:[%万亿元吨亩米倍点]|公里|公顷|公斤|千[克瓦米]|个百分|平方|立方)))"
)
"""A decimal point in the middle of the line: 1343·3亿, but 5·12地震."""

_STOP = lazy(r"\.(?<=[一-鿿%)”].)(?<![一二三四五六七八九十]\.)(?:(?=[一-鿿“(\n])|(?<=[%)]\.)(?=[0-9])|(?<=[一-鿿]\.)(?=20[0-9]{2}年)|\Z)")
"""A full stop in half width: 完成投资3亿元.其中, but 3.5, 一.概况 and No.1."""

_WIDE = "".join(map(re.escape, _PAIRS))
_LATIN_BEGINS = "".join(sorted({letter for name in _LATIN for letter in (name[0], name[0].upper())}))
#: What is to be written otherwise: a character in full width, and where a Latin sign may begin.
_ODD = lazy(f"[{_WIDE}{_LATIN_BEGINS}](?:(?<=[{_WIDE}])|(?<=[0-9万亿].))")

_GOES_ON = lazy("\n(?<=[;:]\n)[ \n]*")
"""The end of a line that goes on in the next: 其中：↵教育5亿元；↵卫生3亿元。."""
_NEAR_FIGURE = r"[^0-9年月日、,;。!?\n]"
_BEHIND_FIGURE = "|".join(f"(?<=[0-9]{_NEAR_FIGURE * size}、)" for size in range(7))
#: A 、 ends a statement only right behind a figure.
_PAUSE = lazy(rf"、(?:{_BEHIND_FIGURE})")
#: A comma between three digits and three digits groups one number (3, 156,077), and ends nothing.
_GROUPING = lazy(r",(?<=[0-9],) ?[0-9]{3}(?![0-9])")
_BRACKETS = "()[]"
#: （一） and (1) number a heading; what they hold is no aside.
_NUMBER_BRACKET = lazy(r"\([一二三四五六七八九十0-9]{1,3}\)")
_BEFORE_HEADING = frozenset("\n。;:!? ")
_MAX_DEPTH = 250


def _ones(marks: bytes) -> bytes:
    """Return the table for ``bytes.translate`` that makes 1 of some marks, and 0 of all others."""
    return bytes(byte in marks for byte in range(256))


_SEGMENT_ENDS, _SENTENCE_ENDS, _PARAGRAPH_ENDS = _ones(b";!\n"), _ones(b"!\n"), _ones(b"\n")
"""``!`` stands for all marks that end a sentence."""
_AS_LINES = bytes.maketrans(b",;!\r", b"\n\n\n\n")
"""What ends a clause wherever it stands, as the end of a line does."""


class Clause(NamedTuple):
    """A stretch between two marks. The numbers of what it stands in count from the beginning of the text.

    Args:
        end: before the mark.
    """

    start: int
    end: int
    segment: int
    sentence: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a text as columns: there are hundreds, of which few are asked for.

    Args:
        starts: with one more at the end, where another would begin; a clause ends one before the next begins, at its mark.
    """

    starts: list[int]
    segments: list[int]
    sentences: list[int]
    paragraphs: list[int]

    def __len__(self) -> int:
        return len(self.segments)

    def __iter__(self) -> Iterator[Clause]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, n: int) -> Clause:
        n = range(len(self.segments))[n]
        return Clause(self.starts[n], self.starts[n + 1] - 1, self.segments[n], self.sentences[n], self.paragraphs[n])


@dataclass(frozen=True, slots=True)
class Ground:
    """A text, normalised and cut.

    Args:
        text: as given. plain: the same length, half width.
        brackets: where brackets open and close: offset, depth behind it, and the offset of the innermost one open (-1 for none).
        turns: the offsets alone.
    """

    text: str
    plain: str
    clauses: Clauses
    brackets: tuple[tuple[int, int, int], ...]
    turns: list[int] = field(repr=False)

    def clause_at(self, offset: int) -> int:
        """Return the number of the clause that holds ``offset``."""
        return bisect_right(self.clauses.starts, offset, 0, len(self.clauses.segments)) - 1

    def bracket_at(self, offset: int) -> tuple[int, int]:
        """Return how many brackets are open at ``offset``, and where the innermost opened (-1 for none)."""
        found = bisect_right(self.turns, offset)
        return self.brackets[found - 1][1:] if found else (0, -1)


def lay(text: str) -> Ground:
    """Normalise and cut ``text``."""
    plain = _narrow(text)
    if "·" in plain:
        plain = _POINT.sub(".", plain)
    if "." in plain:
        plain = _STOP.sub("。", plain)
    brackets = tuple(_brackets(plain)) if "(" in plain or "[" in plain else ()
    return Ground(text, plain, _cut(plain), brackets, [bracket[0] for bracket in brackets])


def _narrow(text: str) -> str:
    """Return the text in half width, with Latin signs of units as words.

    A text has few different wide characters: to replace each everywhere when it is first met takes a fraction of ``str.translate``.
    """
    at, latin = 0, False
    while found := _ODD.search(text, at):
        if narrow := _PAIRS.get(found[0]):
            text = text.replace(found[0], narrow)
        else:
            latin = True
        at = found.end()
    return _LATIN_UNIT.sub(lambda match: _LATIN[match[0].lower()], text) if latin else text


def _cut(plain: str) -> Clauses:
    """Cut the text at its marks, all at once and column by column: a loop over them would cost several times as much."""
    marked = _PAUSE.sub("\r", plain)  # which ends no line any more
    marked = _GROUPING.sub(lambda match: " " + match[0][1:], marked)
    marked = _GOES_ON.sub(lambda match: match[0].replace("\n", ","), marked)
    # As bytes, which are cut twice as fast, and know no other ends of lines such as a new page; what is not ASCII is one "?" each.
    marks = f"{marked}\n".replace("?", "!").replace("。", "!").encode("ascii", "replace")
    starts = list(accumulate(map(len, marks.translate(_AS_LINES).splitlines(keepends=True)), initial=0))
    kinds = bytes(itemgetter(*starts)(b"," + marks))[:-1]  # what stands before each clause
    segments, sentences, paragraphs = [list(accumulate(kinds.translate(ends))) for ends in (_SEGMENT_ENDS, _SENTENCE_ENDS, _PARAGRAPH_ENDS)]
    return Clauses(starts, segments, sentences, paragraphs)


def _brackets(plain: str) -> Iterator[tuple[int, int, int]]:
    """Yield the turns of brackets; one that was forgotten ends with its line, and does not swallow the rest of the text."""
    open_at: list[int] = []
    line = -1  # where the line ends that the last bracket stands in
    heading_ends = -1
    for offset in sorted(places_of(plain, *_BRACKETS)):
        if open_at and line < offset:
            open_at.clear()
            yield line, 0, -1
        # (二) numbers where a clause begins; 综合楼(二) names.
        if (plain[offset - 1] if offset else "\n") in _BEFORE_HEADING and (heading := _NUMBER_BRACKET.match(plain, offset)) is not None:
            heading_ends = heading.end() - 1
        elif plain[offset] in "([":
            if len(open_at) < _MAX_DEPTH:
                open_at.append(offset)
                yield offset, len(open_at), offset
        elif open_at and offset != heading_ends:
            open_at.pop()
            yield offset, len(open_at), open_at[-1] if open_at else -1
        if line < offset:
            line = plain.find("\n", offset)
            line = line if line >= 0 else len(plain)
    if open_at and line < len(plain):
        yield line, 0, -1
