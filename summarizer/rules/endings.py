"""Where clauses end with certain characters: several rules look at the same marks, so a text is searched for them once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ..memos import of_text
from ..patterns import compiled

#: Chinese characters but 万 and 亿, which belong to the figure before them.
_UNIT = "\u4e00-\u4e06\u4e08-\u4ebe\u4ec0-\u9fff"
_KNOWN: set[str] = set()


class Endings:
    """The places of marks behind one of some characters that belong to no figure.

    Behind a figure (12个，5万元。) nothing is lost; a digit itself, or 万 and 亿 behind one, may be asked for, too.
    """

    def __init__(self, characters: str) -> None:
        self._characters = frozenset(characters)
        _KNOWN.update(characters)

    def places(self, text: str) -> Sequence[int]:
        """Return where the marks stand, in the order of the text."""
        marks = _marks(text, len(_KNOWN))
        return sorted([at for character in marks.keys() & self._characters for at in marks[character]])


@of_text
def _marks(text: str, known: int) -> Mapping[str, Sequence[int]]:
    """Return the marks of a text by the character before them."""
    found: dict[str, list[int]] = defaultdict(list)
    for match in _pattern(known).finditer(text):
        at = match.start()
        found[text[at - 1]].append(at)
    return found


@lru_cache(maxsize=1)
def _pattern(_known: int) -> re.Pattern[str]:
    return compiled(f"[，。；、,;（(）)\n](?<=[{''.join(sorted(_KNOWN))}].)(?<![0-9][{_UNIT}].)(?<![0-9][余多万亿][{_UNIT}].)")
