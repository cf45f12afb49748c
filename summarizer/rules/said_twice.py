"""The part of ``punctuation`` about a clause or a sentence that stands twice in a row, as pasting leaves it."""

from __future__ import annotations

from collections.abc import Iterator

from ..i18n import gettext as _
from ..patterns import lazy
from .base import Hit

_HAN = lazy("[\u4e00-\u9fff]{2}")
_CLAUSE, _SENTENCE = 5, 8
"""The fewest characters that stand twice by mistake: 合格，合格 may be a table."""
_FEW = 4
"""What has more repeats itself: a form, a poem."""
_NEAR = 3
"""So many sentences further the same one is a slip, if it has figures."""
_SHOWN = 12


def said_twice(text: str) -> Iterator[Hit]:
    """Yield clauses and sentences that follow themselves."""
    one = text.replace("\n", "。")
    found = [*_twice(one, "。", _SENTENCE, _NEAR), *_twice(one.replace("；", "，").replace("。", "，"), "，", _CLAUSE, 1)]
    for start, end in found if len(found) <= _FEW else ():
        quote = text[start:end] if end - start <= _SHOWN else f"{text[start:start + _SHOWN]}…"
        message = _("“{words}” stands twice: {quote}").format(words=quote, quote=quote)
        yield Hit("WORD002", start, end, message, _("keep one of the two, and look at the figure beside them"))


def _twice(text: str, mark: str, fewest: int, kept: int) -> Iterator[tuple[int, int]]:
    """Yield where a piece between two marks stands that is one of the ``kept`` before it."""
    pieces = text.split(mark)
    if len(set(pieces)) == len(pieces):
        return
    start, before = 0, list[str]()
    for piece in pieces:
        words = piece.strip(" \t\u3000")
        if len(words) >= fewest:
            last = before[-1:] == [words]
            far = words in before and len(words) > 2 * fewest and any(map(str.isdecimal, words))
            if (last or far) and _HAN.search(words):
                yield start, start + len(piece)
            before = [*before[1 - kept :], words] if kept > 1 else [words]
        elif words and kept == 1:
            before = []
        start += len(piece) + 1
