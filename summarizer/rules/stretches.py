"""Where a text has any of many thousand stretches of two or three characters: all of it is tested at once against a set of numbers.

Two characters side by side are one number of 32 bits. Of three, the second is crossed with both others into such a number; different
stretches may have one number in common, so that what is found is looked at again. Figures are all alike there, and marks whose upper
byte is the same.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, compress, count

_FEW = 12
"""Pairs of a text that are so few are found one by one."""
_ALIKE = bytes.maketrans(b"123456789\x01\x02\x09\x0a\x1a\x1b", 9 * b"0" + 6 * b"\x0c")
"""Lower bytes of figures and of marks, and what stands for all of them; no Chinese character has one of these as its upper byte."""
_LANE, _SHIFT = 4, 13
"""Bytes of two characters; bits by which a text is moved against itself, so that few stretches have one number in common."""


@lru_cache(maxsize=1)
def units(text: str) -> bytes:
    """Return a text in two bytes a character; one beyond the first plane is a space."""
    plain = text.encode("utf-16-le", "surrogatepass")
    if len(plain) == 2 * len(text):
        return plain
    return "".join([character if character <= "\uffff" else " " for character in text]).encode("utf-16-le", "surrogatepass")


def _crossed(plain: bytes) -> bytes:
    """Return the same number of bytes, of which two characters' stand for three of the text."""
    whole = int.from_bytes(plain.translate(_ALIKE), "little")
    return (whole ^ (whole >> _SHIFT)).to_bytes(len(plain), "little")


class Pairs:
    """Stretches of two characters that are looked for together."""

    def __init__(self, pairs: Iterable[str]) -> None:
        self._wanted = frozenset(_lanes(units("".join(pairs)))[0])

    def places(self, text: str) -> list[int]:
        """Return where one of them stands, in the order of the text."""
        return _places(units(text), self._wanted)


class Triples:
    """Stretches of three characters that are looked for together; what is found may be another one now and then.

    Args:
        lists: texts of such stretches with one character between two of them.
    """

    def __init__(self, lists: Iterable[str]) -> None:
        self._wanted = frozenset(set(chain.from_iterable(_lanes(_crossed(units(f"{triples} ")))[0][::2] for triples in lists)))

    def places(self, text: str) -> list[int]:
        """Return where one of them may stand, in the order of the text."""
        return _places(_crossed(units(text)), self._wanted)


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
