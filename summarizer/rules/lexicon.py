"""Fixed words and phrases of official reports, and the ways in which a slip damages one of them.

The lists stand in ``lexicon/``: phrases of three to nine characters, words of two, words of two with a character that sounds the same
or with both swapped (``mistaken``, right/wrong), what else is wrong wherever it stands (``wrong``), and what sounds or looks the same
(``alike``, right/wrong). ``scripts/damaged_forms.py`` derives the others: ``signs``, of each damaged phrase two or three characters that
no right text has side by side, and the pairs of characters that only something alike makes, within phrases (``pairs``) and as words
(``mistyped``). Only that script reads ``sure``, damaged forms that are slips even where texts have them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("lexicon")
_FORM = 4
"""Characters of the shortest phrase of which one may be lost: two that are left are found in other words."""
_LONG = 5
"""Characters from which on a phrase is told by signs that a shorter one would not be enough for."""
_LONGEST = 9
_FIGURES = "0123456789"
_BEFORE, _BEHIND = "，。；：、）\n", "，。；、"
"""Marks before a phrase that has lost its first character, and behind one that has lost its last."""
_BEGINS = re.compile(
    "[，。；：]\\Z|[一二三四五六七八九十0-9]、\\Z|(?:\\A|[。；：！？\n])\n\\Z|(?:\\A|[，。；：\n 　])（[一二三四五六七八九十0-9]{1,3}）\\Z"
)
"""A mark behind which a clause begins: 、 and ） only behind the number of an item, a new line only if the last one has ended."""
_NUMBERED = 6
_TO_FIGURES = "自从由到至达约近超比为占第"
"""Characters that lead to a figure by themselves."""
_LOOSE = "的和与及为占达在对将由比较等约近共"
"""Characters that are words of their own beside a phrase."""
_OPENING = ("“", "‘", "《", "【", "（")
_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Damage:
    """A phrase that stands in a text with one slip.

    Args:
        start, end: what of the text it is. right: the phrase.
        kind: ``lost``, ``begun`` (without its first character), ``ended`` (without its last one), ``twice``, ``swapped`` or ``wrong``
            (one character or one word of two is another).
    """

    start: int
    end: int
    right: str
    kind: str


def words_of(name: str) -> list[str]:
    """Return the entries of one of the lists."""
    return (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split()


def pairs_of(name: str) -> list[str]:
    """Return the pairs of characters of a list that has nothing between them."""
    joined = "".join(words_of(name))
    return [joined[at : at + 2] for at in range(0, len(joined), 2)]


@lru_cache(maxsize=1)
def signs() -> dict[str, str]:
    """Return what damaged phrases are told by, one blank between two entries.

    ``within`` has three characters each, ``begun`` the first two of a phrase without its first one, ``ended`` and ``counted`` the
    last two of one without its last before a mark and before a figure; with ``long`` behind the name those of long phrases only.
    ``other`` has three characters in which a word stands that sounds like that of a phrase.
    """
    parts = (_FOLDER / "signs.txt").read_text(encoding="utf-8").split("[")[1:]
    return {name: entries.strip().replace("\n", " ") for name, _bracket, entries in (part.partition("]") for part in parts)}


def triples() -> Iterator[str]:
    """Yield all signs as lists of three characters with one between two of them: a mark or figure that is like others stands for them."""
    for name, entries in signs().items():
        if name.startswith("begun"):
            yield from (f"{mark}{entries.replace(' ', ' ' + mark)}" for mark in "，。\n")
        elif name.startswith(("within", "other")):
            yield entries
        else:
            yield from (entries.replace(" ", f"{mark} ") + mark for mark in ("，。" if name.startswith("ended") else "0"))


@lru_cache(maxsize=1)
def alike() -> dict[str, Sequence[str]]:
    """Return the characters that are written in place of one, as one text, and the words in place of one of two characters."""
    found: dict[str, Sequence[str]] = {}
    for right, _slash, wrong in (entry.partition("/") for entry in words_of("alike")):
        found[right] = wrong if len(right) == 1 else (*found.get(right, ()), wrong)
    return found


class Lexicon:
    """The phrases and words, to be asked where a sign of damage stands."""

    def __init__(self) -> None:
        phrases, words = words_of("phrases"), words_of("words")
        self._heads: dict[str, list[str]] = defaultdict(list)
        self._tails: dict[str, list[str]] = defaultdict(list)
        for phrase in (*sorted(phrases, key=len, reverse=True), *words):
            self._heads[phrase[:2]].append(phrase)
            self._tails[phrase[-2:]].append(phrase)
        self._words: dict[str, list[str]] = defaultdict(list)
        for word in words:
            self._words[word[0]].append(word)
            self._words[word[1]].append(word)
        self._mistyped = frozenset(pairs_of("mistyped"))
        self._threes = frozenset(phrase for phrase in phrases if len(phrase) == 3)

    @cached_property
    def _short(self) -> dict[str, frozenset[str]]:
        """The signs that are enough for a short phrase, and under the same names with ``long`` those for others."""
        return {name: frozenset(entries.split()) for name, entries in signs().items()}

    def damaged(self, text: str, at: int) -> Damage | None:
        """Return the longest phrase that stands damaged where the sign at ``at`` is, if it is bounded by marks, figures or words."""
        sign = text[at : at + 3]
        if sign[0] in _BEFORE:
            name, entry, search = "begun", sign[1:], self._begun
        elif _HAN.match(sign[2]):
            name, entry, search = "within", sign, self._within
        else:
            name, entry, search = "counted" if sign[2] in _FIGURES else "ended", sign[:2], self._ended
        least = 2 if entry in self._short[name] else _LONG if entry in self._short[f"{name} long"] else 0
        if not least or (name == "ended" and sign[2] not in _BEHIND):
            return self._longest(text, self._around(text, at, self._other)) if sign in self._short["other"] else None
        return self._longest(text, (each for each in search(text, at) if len(each.right) >= least))

    def miswritten(self, text: str, at: int) -> Damage | None:
        """Return the longest phrase that stands at ``at`` with a character or word that sounds or looks like another, else the word."""
        return self._longest(text, self._around(text, at, self._other)) or self._longest(text, self._word(text, at))

    def _word(self, text: str, at: int) -> Iterator[Damage]:
        """Yield the words of two characters one of which is another at ``at``."""
        first, second = text[at], text[at + 1]
        if first + second not in self._mistyped or text[at - 1 : at] in _OPENING:  # “民声留言板” is a name
            return
        for word in (*self._words[first], *self._words[second]):
            at_first = word[0] == first
            if (second if at_first else first) in alike().get(word[1] if at_first else word[0], ()):
                yield Damage(at, at + 2, word, "wrong")

    def _longest(self, text: str, found: Iterator[Damage]) -> Damage | None:
        return max((each for each in found if self.bounded(text, each)), key=lambda each: len(each.right), default=None)

    def _begun(self, text: str, at: int) -> Iterator[Damage]:
        if not _BEGINS.search(text[max(0, at - _NUMBERED) : at + 1]):
            return
        for end in range(at + _FORM, at + _LONGEST + 1):
            for phrase in self._tails.get(text[end - 2 : end], ()):
                if len(phrase) == end - at and text.startswith(phrase[1:], at + 1):
                    yield Damage(at + 1, end, phrase, "begun")

    def _ended(self, text: str, at: int) -> Iterator[Damage]:
        end = at + 2
        if text[end - 1] in _TO_FIGURES and text[end : end + 1] in _FIGURES:  # 生产自2010年以来
            return
        for start in range(max(0, end + 1 - _LONGEST), end + 2 - _FORM):
            for phrase in self._heads.get(text[start : start + 2], ()):
                if len(phrase) == end + 1 - start and text.startswith(phrase[:-1], start):
                    yield Damage(start, end, phrase, "ended")

    def _within(self, text: str, at: int) -> Iterator[Damage]:
        return self._around(text, at, self._slip)

    def _around(self, text: str, at: int, slip: Callable[[str, int, str, int, int], Iterator[Damage]]) -> Iterator[Damage]:
        """Yield phrases with a slip behind their first two characters, then those with one before their last two."""
        for start in range(max(0, at - _LONGEST + 1), at + 3):
            known = text[start : at - 1] if at - 1 > start else ""
            for phrase in self._heads.get(text[start : start + 2], ()):
                if phrase.startswith(known):
                    same = next((n for n, character in enumerate(phrase) if text[start + n : start + n + 1] != character), len(phrase))
                    yield from slip(text, start, phrase, same, at)
        for end in range(at + 2, min(len(text), at + _LONGEST + 3) + 1):
            known = text[at + 4 : end]
            for phrase in self._tails.get(text[end - 2 : end], ()):
                for start in range(end - len(phrase) - 1, end - len(phrase) + 2) if phrase.endswith(known) else ():
                    if max(0, at - 2) <= start <= at + 1:
                        for same in (0, 1) if text[start] == phrase[0] else (0,):
                            yield from (each for each in slip(text, start, phrase, same, at) if each.end == end)

    def _other(self, text: str, start: int, phrase: str, same: int, at: int) -> Iterator[Damage]:
        """Yield a phrase of which one character, or a word of two, is another near the pair at ``at``."""
        here, end = start + same, start + len(phrase)
        if end > len(text) or len(phrase) < _FORM:
            return
        for size in (1, 2):
            right, wrong = phrase[same : same + size], text[here : here + size]
            if at - size < here <= at + 1 and wrong in alike().get(right, ()) and text.startswith(phrase[same + size :], here + size):
                yield Damage(start, end, phrase, "wrong")

    def _slip(self, text: str, start: int, phrase: str, same: int, at: int) -> Iterator[Damage]:
        """Yield what slip makes a phrase of what begins at ``start``, of which ``same`` characters are right, near the sign at ``at``."""
        size, here = len(phrase), start + same
        if same + 1 < size and same and size >= _FORM and at < here <= at + 2 and text.startswith(phrase[same + 1 :], here):
            yield Damage(start, start + size - 1, phrase, "lost")
        if same and at < here <= at + 2 and text.startswith(phrase[same - 1 :], here):
            end = start + size + 1
            if text[end : end + 1] != phrase[-1]:  # 普普通通 is a word
                yield Damage(start, end, phrase, "twice")
        swapped = phrase[:same] + phrase[same : same + 2][::-1] + phrase[same + 2 :]
        if swapped != phrase and at - 1 <= here <= at + 2 and text.startswith(swapped, start):
            yield Damage(start, start + size, phrase, "swapped")

    def bounded(self, text: str, damage: Damage) -> bool:
        """Whether no character of what is left may belong to the words beside it: in 支持打造 nothing is lost from 持续打造."""
        start, end, right = damage.start, damage.end, damage.right
        strict = damage.kind == "lost" and len(right) == _FORM  # 人饮工程, 惠民实事: three characters are easily a name of their own
        if damage.kind != "ended":
            whole, behind = text[end - 2 : end] == right[-2:] or (not strict and text[end : end + 1] in _LOOSE), text[end : end + 2]
            if not whole and behind[:1] in _OPENING:  # 乡村设“小厨”: what is left may be a verb
                return False
            if _HAN.match(behind) and (self._is_word(text[end - 1 : end + 1]) or not (whole or (not strict and self._is_word(behind)))):
                return False
        if damage.kind != "begun" and start:
            whole, before = text[start : start + 2] == right[:2], text[max(0, start - 2) : start]
            ends = damage.kind == "lost" and text[max(0, start - 2) : start + 1] in self._threes  # 保险业原保险收入
            if _HAN.match(before[-1]) and (
                ends or self._is_word(text[start - 1 : start + 1]) or not (whole or (not strict and self._is_word(before)))
            ):
                return False
        return True

    def _is_word(self, pair: str) -> bool:
        return pair in self._heads or pair in self._tails
