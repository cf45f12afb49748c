"""Where a text has any of many thousand stretches of two or three characters: all of it is tested at once against a set of numbers.

Two characters side by side are one number of 32 bits. Of three, the second is crossed with both others into such a number; different
stretches may have one number in common, so that what is found is looked at again. Figures are all alike there, and marks whose upper
byte is the same.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from itertools import chain, compress, count
from typing import Any

from ..memos import of_text
from ..prefilter import FIRST

_FEW = 12
"""Pairs of a text that are so few are found one by one."""
_ALIKE = bytes.maketrans(b"123456789\x01\x02\x09\x0a\x1a\x1b", 9 * b"0" + 6 * b"\x0c")
"""Lower bytes of figures and of marks, and what stands for all of them; no Chinese character has one of these as its upper byte."""
_LANE, _SHIFT = 4, 13
"""Bytes of two characters; bits by which a text is moved against itself, so that few stretches have one number in common."""


def _encoded(text: str) -> bytes:
    """Return a text in two bytes a character; one beyond the first plane is a space."""
    plain = text.encode("utf-16-le", "surrogatepass")
    if len(plain) == 2 * len(text):
        return plain
    return "".join([character if character <= "\uffff" else " " for character in text]).encode("utf-16-le", "surrogatepass")


units = of_text(_encoded)
"""The same of a text that several look at."""


def _crossed(plain: bytes) -> bytes:
    """Return the same number of bytes, of which two characters' stand for three of the text."""
    whole = int.from_bytes(plain.translate(_ALIKE), "little")
    return (whole ^ (whole >> _SHIFT)).to_bytes(len(plain), "little")


class Stretches:
    """Stretches of two and of three characters that are looked for together.

    Args:
        pairs: those of two. triples: texts of those of three, with one character between two of them.
    """

    def __init__(self, pairs: Iterable[str], triples: Iterable[str]) -> None:
        self._lists = tuple(triples)
        self._pairs = frozenset(_lanes(_encoded("".join(pairs)))[0])
        self._triples = frozenset(set(chain.from_iterable(_lanes(_crossed(_encoded(f"{each} ")))[0][::2] for each in self._lists)))
        self._texts = 0
        self._search: Any = None

    def places(self, text: str) -> tuple[list[int], list[int]]:
        """Return where one of two characters stands, and where one of three may stand, in the order of the text."""
        self._texts += 1
        if self._texts == FIRST:
            self._search = self._together()
        plain = units(text)
        if self._search is None:
            return _places(plain, self._pairs), _places(_crossed(plain), self._triples)
        pairs: list[int] = []
        triples: list[int] = []
        for _number, start, end in self._search.find_matches_as_indexes(plain.translate(_ALIKE), overlapping=True):
            if not start % 2:
                if end - start > _LANE:
                    triples.append(start // 2)
                elif int.from_bytes(plain[start:end], sys.byteorder) in self._pairs:
                    pairs.append(start // 2)
        return pairs, triples

    def _together(self) -> Any:
        """Return what finds all in one pass; it takes longer to make than to look into a few texts."""
        from ahocorasick_rs import BytesAhoCorasick  # a short command needs none

        triples = (each[at : at + 3] for each in self._lists for at in range(0, len(each), 4))
        plain = (*(number.to_bytes(_LANE, sys.byteorder) for number in self._pairs), *map(_encoded, triples))
        return BytesAhoCorasick(dict.fromkeys(each.translate(_ALIKE) for each in plain))


def _lanes(plain: bytes) -> list[array[int]]:
    """Return the pairs that begin at the first, third, … character, and those that begin at the second, fourth, …, as numbers."""
    return [array("I", plain[begin : begin + (len(plain) - begin) // _LANE * _LANE]) for begin in (0, 2)]


def _places(plain: bytes, wanted: frozenset[int]) -> list[int]:
    lanes = _lanes(plain)
    found = wanted.intersection(lanes[0]) | wanted.intersection(lanes[1])
    if len(found) <= _FEW:
        return sorted(at for number in found for at in _places_of(plain, number.to_bytes(_LANE, sys.byteorder)))
    return sorted(chain.from_iterable(compress(count(begin, 2), map(wanted.__contains__, each)) for begin, each in enumerate(lanes)))


def _places_of(plain: bytes, pair: bytes) -> Iterator[int]:
    at = plain.find(pair)
    while at >= 0:
        if at % 2 == 0:
            yield at // 2
        at = plain.find(pair, at + 1)
