"""The part of ``punctuation`` about a clause or a sentence that stands twice in a row, as pasting leaves it: 检修水泵12台，检修水泵12台.

A name that stands twice in a list is looked for in the same pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, count, islice
from operator import eq

from ..i18n import gettext as _
from ..patterns import lazy
from .base import Hit
from .named_twice import in_lists

_HAN, _FIGURE = lazy("[\u4e00-\u9fff]{2}"), lazy("[0-9]")
_CLAUSE, _SENTENCE = 5, 8
"""The fewest characters that stand twice by mistake: 合格，合格 may be a table."""
_FEW = 2
"""What has more repeats itself: a form, a poem."""
_NEAR = 3
"""So many sentences further the same one is a slip, if it has figures."""
_SHOWN = 12


def said_twice(text: str) -> Iterator[Hit]:
    """Yield clauses and sentences that follow themselves."""
    sentences, clauses = text.replace("。\n", "\n。"), text.replace("；", "，").replace("。", "，")
    pieces = clauses.split("，")
    searches = (_again(sentences.split("。"), _SENTENCE, _NEAR), _again(pieces, _CLAUSE, 1), _ending(pieces), in_lists(pieces))
    found = sorted({span for search in searches for span in islice(search, _FEW + 1)})
    for start, end in found if len(found) <= _FEW else ():
        quote = (text[start:end] if end - start <= _SHOWN else f"{text[start:start + _SHOWN]}…").replace("\n", "")
        message = _("“{words}” stands twice: {quote}").format(words=quote, quote=quote)
        yield Hit("WORD002", start, end, message, _("keep one of the two, and look at the figure beside them"))


def _again(pieces: list[str], fewest: int, near: int) -> Iterator[tuple[int, int]]:
    """Yield where a piece between two marks stands that is one of the ``near`` before it; if not the last one, it must have figures."""
    for apart in range(1, near + 1):
        for number in _where(map(eq, pieces, pieces[apart:])):
            one = pieces[number]
            if len(one) >= fewest * min(apart, 2) and _HAN.search(one) and (apart == 1 or _FIGURE.search(one)):
                start = sum(map(len, pieces[: number + apart])) + number + apart
                yield start, start + len(one.rstrip("\n"))


def _ending(pieces: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where a clause stands with which the one before it ends, and that has figures."""
    for number in [before + 1 for before in _where(map(str.endswith, pieces, pieces[1:]))]:
        words = pieces[number]
        if len(words) > _CLAUSE and len(words) < len(pieces[number - 1]) and _HAN.search(words) and _FIGURE.search(words):
            start = sum(map(len, pieces[:number])) + number
            yield start, start + len(words)


def _where(told: Iterable[bool]) -> Iterator[int]:
    """Return the places of what is true."""
    return compress(count(), told)
