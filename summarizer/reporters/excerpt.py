"""The place of a finding in its line, in columns that are right for Chinese characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..findings import Finding

#: A place that runs over more lines than these is shown by its first ones.
LINES = 4
#: Characters that turn the order of a line round, or end it: they would falsify what a terminal shows.
_HIDDEN = frozenset("\u200e\u200f\u061c\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of the source, cut around the place.

    Args:
        line: counted from 1.
        before, place, after: what is shown; ``…`` stands where the line was cut.
        more: whether the place goes on in lines that are not shown.
    """

    line: int
    before: str
    place: str
    after: str
    more: bool = False

    @property
    def text(self) -> str:
        """The line as shown."""
        return self.before + self.place + self.after

    @property
    def marks(self) -> str:
        """Blanks and ``^`` for the line below."""
        return " " * width(self.before) + "^" * width(self.place)


def width(text: str) -> int:
    """Return the columns that ``text`` takes in a terminal: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


@lru_cache(maxsize=8192)
def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clean(text: str) -> str:
    """Return ``text`` of the same length without control characters, which could command a terminal."""
    if text.isprintable():
        return text
    return "".join(" " if char == "\t" else "\ufffd" if unicodedata.category(char) == "Cc" or char in _HIDDEN else char for char in text)


def excerpts_of(finding: Finding, texts: Mapping[str, str], columns: int) -> Iterator[Excerpt]:
    """Yield the lines in which ``finding`` stands; none if it stands nowhere in a text that was read.

    Args:
        texts: path → text read.
        columns: no line is wider.
    """
    text = texts.get(finding.path)
    if text is None or not finding.line:
        return
    start, end = finding.start, finding.end
    if end <= start:
        line = text.split("\n", finding.line)[: finding.line]
        start = end = sum(len(words) + 1 for words in line[:-1])
    yield from excerpts(text, start, end, columns)


def excerpts(text: str, start: int, end: int, columns: int) -> Iterator[Excerpt]:
    """Yield the lines of ``text`` in which the characters ``start`` to ``end`` stand.

    Args:
        start, end: an empty slice marks nothing in its line.
        columns: no line is wider.
    """
    begin = text.rfind("\n", 0, start) + 1
    number = text.count("\n", 0, begin) + 1
    for shown in range(1, LINES + 1):
        stop = text.find("\n", begin)
        stop = len(text) if stop < 0 else stop
        line = text[begin:stop].rstrip("\r")
        left, right = max(start - begin, 0), min(end - begin, len(line))
        if start < begin:
            left = min(len(line) - len(line.lstrip()), right)
        going_on = stop + 1 < end
        yield _cut(number, clean(line), left, max(left, right), columns, going_on and shown == LINES)
        if not going_on:
            return
        begin, number = stop + 1, number + 1


def _cut(number: int, line: str, left: int, right: int, columns: int, more: bool) -> Excerpt:
    if width(line) <= columns:
        return Excerpt(number, line[:left], line[left:right], line[right:], more)
    room = columns - 2
    last = right
    while last > left + 1 and width(line[left:last]) > room:
        last -= 1
    room -= width(line[left:last])
    first, stop = left, last
    # A place that was itself cut needs no words behind it.
    grow_right = last == right
    while first > 0 or (grow_right and stop < len(line)):
        taken = room
        if first > 0 and width(line[first - 1]) <= room:
            first -= 1
            room -= width(line[first])
        if grow_right and stop < len(line) and width(line[stop]) <= room:
            room -= width(line[stop])
            stop += 1
        if taken == room:
            break
    before = ("…" if first else "") + line[first:left]
    after = line[last:stop] + ("…" if stop < len(line) else "")
    return Excerpt(number, before, line[left:last], after, more)
