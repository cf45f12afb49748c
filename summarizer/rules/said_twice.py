"""The part of ``punctuation`` about a clause or a sentence that stands twice in a row, as pasting leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from operator import eq

from ..i18n import gettext as _
from ..patterns import lazy
from .base import Hit

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
    searches = (_again(sentences, "。", _SENTENCE, _NEAR), _again(clauses, "，", _CLAUSE, 1), _ending(clauses))
    found = sorted({span for search in searches for span in islice(search, _FEW + 1)})
    for start, end in found if len(found) <= _FEW else ():
        quote = (text[start:end] if end - start <= _SHOWN else f"{text[start:start + _SHOWN]}…").replace("\n", "")
        message = _("“{words}” stands twice: {quote}").format(words=quote, quote=quote)
        yield Hit("WORD002", start, end, message, _("keep one of the two, and look at the figure beside them"))


def _again(text: str, mark: str, fewest: int, near: int) -> Iterator[tuple[int, int]]:
    """Yield where a piece between two marks stands that is one of the ``near`` before it; if not the last one, it must have figures."""
    pieces = text.split(mark)
    for apart in range(1, near + 1 if len(set(pieces)) < len(pieces) else 1):
        alike = list(map(eq, pieces, pieces[apart:]))
        for number in [number for number, both in enumerate(alike) if both] if True in alike else ():
            one = pieces[number]
            if len(one) >= fewest * min(apart, 2) and _HAN.search(one) and (apart == 1 or _FIGURE.search(one)):
                start = sum(map(len, pieces[: number + apart])) + number + apart
                yield start, start + len(one.rstrip("\n"))


def _ending(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a clause stands with which the one before it ends, and that has figures."""
    pieces = text.split("，")
    for number in [number for number, both in enumerate(map(str.endswith, pieces, pieces[1:]), 1) if both]:
        words = pieces[number]
        if len(words) > _CLAUSE and len(words) < len(pieces[number - 1]) and _HAN.search(words) and _FIGURE.search(words):
            start = sum(map(len, pieces[:number])) + number
            yield start, start + len(words)
