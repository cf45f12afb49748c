"""What changed inside a paragraph: its words, with figures, names and generated numbers whole.

Chinese has no blanks between its words, and a difference by characters reads as soup: 推动 → 推进 would be half a
word. So text is cut into words by a segmenter, clauses are paired first, and only what a pair has in common stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Literal
from zlib import crc32

from ..document import FigureRef, Generated, Inline, Name
from ..quantities import scan
from .align import Item, align

#: ``word`` for what somebody wrote, ``other`` for what is no text.
Kind = Literal["word", "figure", "name", "number", "other"]

_CLAUSE_ENDS = frozenset("，。！？；：\n")
_MARKS = _CLAUSE_ENDS | {"、"}
#: How far a change may be slid along the same words, in tokens.
_FARTHEST = 40
_LATIN = re.compile(r"[A-Za-z0-9０-９][A-Za-z0-9０-９.,:/_%％-]*[A-Za-z0-9０-９%％]|\s+")
#: Dates, 发文字号 and numbers of headings: what no one would change half of.
_DOCUMENT_NUMBER = re.compile(r"〔[0-9０-９]{4}〕第?[0-9０-９]+号")
_DATE = re.compile(r"[0-9０-９]{4}年(?:[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?)?|[0-9０-９]{1,2}月[0-9０-９]{1,2}日")
_HEADING = re.compile(r"(?:（[一二三四五六七八九十百]{1,4}）|^[一二三四五六七八九十百]{1,4}(?:、|是)|^（?[0-9０-９]{1,3}[.．）])")
#: Typed numbers with what they count that are no figures: 第12届.
_NUMBER = re.compile(r"第?[0-9０-９][0-9０-９.,，%％‰/]*(?:[—–~～至-]+[0-9０-９][0-9０-９.,%％‰]*)*(?:年度|[年月日号届期次章条个位名])?")
#: The most tokens that two clauses are compared by; longer ones are taken as they stand.
_MOST = 2000


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a text that changes as a whole.

    Args:
        fact: of a figure, its fact's id or formula: two figures of one fact belong together.
        anchor: of a figure, its name in the document.
    """

    text: str
    kind: Kind = "word"
    fact: str = ""
    anchor: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Equal for tokens that belong together."""
        return (self.kind, self.fact) if self.fact else ("", self.text)


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of two rows of tokens: the same in both, or exchanged; one side of an exchange may be empty.

    Args:
        before, after: from which token to which.
    """

    same: bool
    before: tuple[int, int]
    after: tuple[int, int]


def kind_of(inline: Inline) -> Kind:
    """Return what the words of ``inline`` are."""
    match inline:
        case FigureRef():
            return "figure"
        case Name():
            return "name"
        case Generated():
            return "number"
    return "word"


def tokens_of(inlines: Iterable[Inline]) -> Iterator[Token]:
    """Yield the tokens of a row of inlines; joined, their texts are its text."""
    for inline in inlines:
        kind = kind_of(inline)
        if isinstance(inline, FigureRef):
            yield Token(inline.text, kind, inline.fact, inline.anchor)
        elif kind == "word":
            yield from words(inline.text)
        elif inline.text:
            yield Token(inline.text, kind)


@lru_cache(maxsize=2048)
def words(text: str) -> tuple[Token, ...]:
    """Return the words of a text as somebody wrote it; numbers with their units are whole."""
    made: list[str] = []
    at = 0
    for start, end in _whole(text):
        made += [*_cut(text[at:start]), text[start:end]]
        at = end
    return tuple(Token(word) for word in [*made, *_cut(text[at:])])


def _cut(text: str) -> list[str]:
    """Return the words of ``text``; without the segmenter, its characters."""
    try:
        import rjieba
    except ImportError:
        return list(text)
    found: list[str] = rjieba.cut(text)
    return found


def _whole(text: str) -> list[tuple[int, int]]:
    """Return the stretches that are never divided, in order."""
    found: list[tuple[int, int]] = []
    spans = [match.span() for pattern in (_HEADING, _DATE, _DOCUMENT_NUMBER) for match in pattern.finditer(text)]
    spans += [(match.start, match.end) for match in scan(text)]
    spans += [match.span() for pattern in (_NUMBER, _LATIN) for match in pattern.finditer(text)]
    for start, end in spans:
        at = bisect_left(found, (start, end))
        if (not at or found[at - 1][1] <= start) and (at == len(found) or end <= found[at][0]):
            found.insert(at, (start, end))
    return found


def text_of(tokens: Iterable[Token]) -> str:
    """Return the characters of ``tokens``."""
    return "".join([token.text for token in tokens])


def comparable(tokens: Iterable[Token]) -> str:
    """Return ``tokens`` as a text that is alike where they say the same: a figure stands for its fact, whatever its value."""
    return "".join([_sign(token.fact) if token.fact else token.text for token in tokens])


def compare(before: Sequence[Token], after: Sequence[Token]) -> list[Edit]:
    """Return what became of ``before``, in stretches that cover both rows."""
    mine, its = _clauses(before), _clauses(after)
    made: list[Edit] = []
    for one, other in align(_items(before, mine), _items(after, its)):
        here = mine[one] if one is not None else _none(made, 0)
        there = its[other] if other is not None else _none(made, 1)
        if one is None or other is None:
            made.append(Edit(False, here, there))
        else:
            made += _differences(before, after, here, there)
    return list(_tidy(made, before, after))


def _none(made: list[Edit], side: int) -> tuple[int, int]:
    """The empty stretch behind what was compared so far."""
    end = (made[-1].after if side else made[-1].before)[1] if made else 0
    return end, end


def _clauses(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    ends = [n for n, token in enumerate(tokens, 1) if token.text[-1:] in _CLAUSE_ENDS]
    edges = [0, *ends, *([len(tokens)] if not ends or ends[-1] < len(tokens) else [])]
    return [(start, end) for start, end in pairwise(edges) if end > start]


def _items(tokens: Sequence[Token], spans: Iterable[tuple[int, int]]) -> list[Item]:
    return [(None, comparable(tokens[slice(*span)])) for span in spans]


def _sign(fact: str) -> str:
    """Some characters that no text has, for a fact: the strongest sign that two clauses say the same."""
    number = crc32(fact.encode("utf-8", "replace"))
    return "".join([chr(0xF0000 + (number >> shift & 0xFF00) + shift) for shift in range(6)])


def _differences(before: Sequence[Token], after: Sequence[Token], here: tuple[int, int], there: tuple[int, int]) -> Iterator[Edit]:
    """Compare two clauses by their tokens; a figure whose value changed is an exchange of its own."""
    one, other = before[slice(*here)], after[slice(*there)]
    if len(one) + len(other) > _MOST:
        yield Edit(text_of(one) == text_of(other), here, there)
        return
    matcher = SequenceMatcher(None, [token.key for token in one], [token.key for token in other], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        low, to = here[0] + a, there[0] + c
        if tag != "equal":
            yield Edit(False, (low, here[0] + b), (to, there[0] + d))
            continue
        for n in range(b - a):
            same = one[a + n].text == other[c + n].text
            yield Edit(same, (low + n, low + n + 1), (to + n, to + n + 1))


def _tidy(edits: Iterable[Edit], before: Sequence[Token], after: Sequence[Token]) -> Iterator[Edit]:
    """Join neighbours, take up single words left standing between changes, and forget exchanges that exchange nothing."""
    joined = _slid(list(_joined(edits, before, after)), before, after)
    again = [_Measured.of(edit, before, after) for edit in joined]
    for number in range(1, len(again) - 1):
        left, middle, right = again[number - 1 : number + 2]
        if middle.edit.same and left.rewritten and right.rewritten and middle.small_beside(left, right):
            again[number] = _Measured(Edit(False, middle.edit.before, middle.edit.after), middle.length, middle.length, rewritten=True)
    for edit in _joined((measured.edit for measured in again), before, after):
        mine, its = text_of(before[slice(*edit.before)]), text_of(after[slice(*edit.after)])
        yield Edit(True, edit.before, edit.after) if mine and mine == its else edit


def _slid(edits: list[Edit], before: Sequence[Token], after: Sequence[Token]) -> list[Edit]:
    """Let what comes or goes between marks begin behind one: 早发现、[早报告、]早处置, not 早发现、早[报告、早]处置."""
    for number in range(1, len(edits) - 1):
        last, edit, following = edits[number - 1 : number + 2]
        alone = edit.before if edit.after[0] == edit.after[1] else edit.after if edit.before[0] == edit.before[1] else None
        if edit.same or alone is None or not (last.same and following.same):
            continue
        tokens = before if alone is edit.before else after
        start, end = alone
        room = min(last.after[1] - last.after[0], _FARTHEST)
        slides = [0]
        while len(slides) <= room and tokens[start - len(slides)] == tokens[end - len(slides)]:
            slides.append(len(slides))
        by = max(slides, key=lambda n: (_neat(tokens, start - n, end - n), -n))
        edits[number - 1] = Edit(True, (last.before[0], last.before[1] - by), (last.after[0], last.after[1] - by))
        edits[number] = Edit(False, *((low - by, high - by) for low, high in (edit.before, edit.after)))
        edits[number + 1] = Edit(True, (following.before[0] - by, following.before[1]), (following.after[0] - by, following.after[1]))
    return edits


def _neat(tokens: Sequence[Token], start: int, end: int) -> int:
    """How well a stretch can be taken out: from behind a mark, to a mark."""
    return 2 * (start == 0 or tokens[start - 1].text[-1:] in _MARKS) + (tokens[end - 1].text[-1:] in _MARKS)


@dataclass(frozen=True, slots=True)
class _Measured:
    """An edit with its length in characters; ``rewritten`` where words change, and not a figure alone."""

    edit: Edit
    length: int
    gone: int
    rewritten: bool = False

    @classmethod
    def of(cls, edit: Edit, before: Sequence[Token], after: Sequence[Token]) -> _Measured:
        mine, its = before[slice(*edit.before)], after[slice(*edit.after)]
        own = any(token.kind == "word" for token in (*mine, *its))
        fixed = edit.same and any(token.kind != "word" or token.text[-1:] in _CLAUSE_ENDS for token in its)
        return cls(edit, len(text_of(its)) + (99 if fixed else 0), len(text_of(mine)), not edit.same and own)

    def small_beside(self, left: _Measured, right: _Measured) -> bool:
        """Whether it is so short between two changes that it would only disturb the reading; two characters, between two exchanges."""
        exchanged = all(side.length and side.gone for side in (left, right))
        return self.length <= min(1 + exchanged, *(max(side.length, side.gone) for side in (left, right)))


def _joined(edits: Iterable[Edit], before: Sequence[Token], after: Sequence[Token]) -> Iterator[Edit]:
    """Join neighbouring edits of one sort; an exchanged figure stays apart."""
    last: Edit | None = None
    for edit in edits:
        if edit.before[0] == edit.before[1] and edit.after[0] == edit.after[1]:
            continue
        if last is None:
            last = edit
        elif last.same == edit.same and not (_is_figure(last, before, after) or _is_figure(edit, before, after)):
            last = Edit(edit.same, (last.before[0], edit.before[1]), (last.after[0], edit.after[1]))
        else:
            yield last
            last = edit
    if last is not None:
        yield last


def _is_figure(edit: Edit, before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a figure is exchanged for its new value, and nothing else."""
    mine, its = before[slice(*edit.before)], after[slice(*edit.after)]
    return not edit.same and len(mine) == len(its) == 1 and mine[0].kind == its[0].kind == "figure"
