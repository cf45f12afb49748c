"""The ground that reading stands on: the text in one width, cut into paragraphs, sentences, segments and clauses.

Nothing here changes a length: an offset into :attr:`Ground.plain` is an offset into the text as it was given.
A paragraph ends with its line, a sentence with 。！？, a segment with ；, a clause with ， or with a 、 that
follows a figure (国税八百万元、地税九百万元 are two statements; 养老、殡葬 are none).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from ..patterns import lazy

_PAIRS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20, 0xA0: 0x20, 0x09: 0x20, ord("﹪"): ord("%"), ord("｡"): ord("。"), ord("〔"): ord("["), ord("〕"): ord("]"),
    ord("【"): ord("["), ord("】"): ord("]"), ord("︰"): ord(":"), ord("﹐"): ord(","), ord("﹑"): ord("、"), ord("\r"): ord("\n"),
}  # fmt: skip

_WIDE = lazy("[" + "".join(re.escape(chr(code)) for code in _PAIRS) + "]")

_LATIN = {
    "km": "公里", "kg": "公斤", "mm": "毫米", "cm": "厘米", "mw": "兆瓦", "kw": "千瓦", "kv": "千伏", "kwh": "千瓦时",
    "m2": "平米", "m²": "平米", "ha": "公顷", "t": "吨", "m": "米", "db": "分贝",
}  # fmt: skip
#: Latin signs of units behind a figure, each with a word of the same length.
_LATIN_UNIT = lazy(
    rf"(?<=[0-9万亿])(?:(?i:{'|'.join(sorted((name for name in _LATIN if len(name) > 1), key=len, reverse=True))})|t|m)(?![A-Za-z0-9²³2/·])"
)

#: Where one may begin: few texts have any.
_LATIN_BEGINS = lazy(f"[{''.join(sorted({letter for name in _LATIN for letter in (name[0], name[0].upper())}))}](?<=[0-9万亿].)")

#: A 、 ends a statement only right behind a figure.
_NEAR_FIGURE = r"[^0-9年月日、,;。!?\n]"
_BEHIND_FIGURE = "|".join(f"(?<=[0-9]{_NEAR_FIGURE * size}、)" for size in range(7))
_MARK = lazy(rf"[,;。!?\n、()\[\]](?:(?<!、)|{_BEHIND_FIGURE})")
#: （一） and (1) number a heading; what they hold is no aside.
_NUMBER_BRACKET = lazy(r"\([一二三四五六七八九十0-9]{1,3}\)")
#: A comma between three digits and three digits groups one number: 3, 156,077.
_GROUPING = lazy(r",(?<=[0-9],) ?(?=[0-9]{3}(?![0-9]))")
_DIGITS = frozenset("0123456789")
_MAX_DEPTH = 250
_BRACKETS = frozenset("()[]")
_SEGMENT_ENDS = frozenset(";。!?\n")


class Clause(NamedTuple):
    """A stretch between two marks; a tuple, since a long text has tens of thousands.

    The numbers of what it stands in count from the beginning of the text.

    Args:
        end: before the mark. depth: of brackets at its beginning.
    """

    start: int
    end: int
    segment: int
    sentence: int
    paragraph: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Ground:
    """A text, normalised and cut.

    Args:
        text: as given. plain: the same length, half width.
        brackets: where brackets open and close: offset, depth behind it, and the offset of the innermost one open (-1 for none).
    """

    text: str
    plain: str
    clauses: tuple[Clause, ...]
    brackets: tuple[tuple[int, int, int], ...]
    _starts: list[int] = field(repr=False)
    _turns: list[int] = field(repr=False)

    def clause_at(self, offset: int, least: int = 0) -> int:
        """Return the number of the clause that holds ``offset``; it is known to be at least ``least``."""
        return bisect_right(self._starts, offset, least) - 1

    def bracket_at(self, offset: int) -> tuple[int, int]:
        """Return how many brackets are open at ``offset``, and where the innermost opened (-1 for none)."""
        found = bisect_right(self._turns, offset)
        return self.brackets[found - 1][1:] if found else (0, -1)


def lay(text: str) -> Ground:
    """Normalise and cut ``text``."""
    plain = text
    for wide in set(_WIDE.findall(text)):  # several times faster than str.translate, since a text has few different ones
        plain = plain.replace(wide, chr(_PAIRS[ord(wide)]))
    if _LATIN_BEGINS.search(plain):
        plain = _LATIN_UNIT.sub(lambda match: _LATIN[match[0].lower()], plain)
    clauses, brackets = _cut(plain)
    starts, turns = [clause[0] for clause in clauses], [bracket[0] for bracket in brackets]
    return Ground(text, plain, tuple(clauses), tuple(brackets), starts, turns)


def _cut(plain: str) -> tuple[list[Clause], list[tuple[int, int, int]]]:
    """Walk the marks once."""
    clauses: list[Clause] = []
    brackets: list[tuple[int, int, int]] = []
    headings = {n for match in _NUMBER_BRACKET.finditer(plain) if _opens_heading(plain, match) for n in (match.start(), match.end() - 1)}
    groups = _GROUPING.match
    open_at: list[int] = []
    clause = tuple.__new__  # half the cost of the call that takes the fields apart, and there are hundreds
    start = segment = sentence = paragraph = depth_at_start = 0
    for match in _MARK.finditer(plain):
        offset = match.start()
        mark = plain[offset]
        if mark in _BRACKETS:
            if offset not in headings and _turn(mark, offset, open_at):
                brackets.append((offset, len(open_at), open_at[-1] if open_at else -1))
            continue
        if mark == "," and plain[offset - 1] in _DIGITS and groups(plain, offset):
            continue
        clauses.append(clause(Clause, (start, offset, segment, sentence, paragraph, depth_at_start)))
        start = offset + 1
        if mark in _SEGMENT_ENDS:
            segment += 1
            if mark != ";":
                sentence += 1
            if mark == "\n":
                paragraph += 1
                if open_at:  # a bracket that was forgotten does not swallow the rest of the text
                    open_at.clear()
                    brackets.append((offset, 0, -1))
        depth_at_start = len(open_at)
    clauses.append(Clause(start, len(plain), segment, sentence, paragraph, depth_at_start))
    return clauses, brackets


def _turn(mark: str, offset: int, open_at: list[int]) -> bool:
    """Open or close a bracket; False where nothing changes."""
    if mark in "([":
        if len(open_at) == _MAX_DEPTH:
            return False
        open_at.append(offset)
        return True
    if open_at:
        open_at.pop()
        return True
    return False


def _opens_heading(plain: str, match: re.Match[str]) -> bool:
    """Whether a numbered bracket stands where a clause begins: (二) numbers, but 综合楼(二) names."""
    before = plain[match.start() - 1] if match.start() else "\n"
    return before in "\n。;:!? "
