"""The part of ``punctuation`` about a clause or a sentence that stands twice in a row, as pasting leaves it, and a name twice in a list.

检修水泵12台，检修水泵12台; 改造东街小区、西苑小区、东街小区等3个小区.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, count, islice
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
_KINDS = "村镇乡道区院校学园司厂局委办站所桥库河渠湖县市州旗组山场行社馆楼苑府坝塘寨屯堡庄港矿"
#: A name of a place or an office, and one of a place that may have its figure; and what tells of a way or of an order.
_NAME, _PLACE = lazy(f"[\u4e00-\u9fff]{{2,11}}[{_KINDS}]"), lazy("[\u4e00-\u9fff]{1,8}(?:[镇乡村]|街道|社区|小区)")
_WITH_FIGURE, _LAST_END = lazy("(?<=[\u4e00-\u9fff])[0-9][^、]*"), lazy("[等0-9（）()和及共][^、]*\\Z")
_IN_ORDER = lazy("分别|依次|先后|途[经径]|线路?|路线|往返|起点|轮流|循环|对调")
#: Two villages of two townships may have one name: 东镇新民村、河西村、西镇红旗村、河西村.
_OF_ANOTHER = lazy("(?:[镇乡县市]|街道)(?!场)[\u4e00-\u9fff]")
_LED = "的在对含括有施造建设为及到了于：:（(“"
"""What may stand right before the first of a list."""
_LONG, _MOST = 3, 40
"""Characters of a name that is found at the end of what leads to a list, and names of the longest one."""


def said_twice(text: str) -> Iterator[Hit]:
    """Yield clauses and sentences that follow themselves."""
    sentences, clauses = text.replace("。\n", "\n。"), text.replace("；", "，").replace("。", "，")
    pieces = clauses.split("，")
    searches = (_again(sentences.split("。"), _SENTENCE, _NEAR), _again(pieces, _CLAUSE, 1), _ending(pieces), _in_lists(pieces))
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


def _in_lists(pieces: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where a name stands that the list between two marks has had before."""
    start = 0
    for piece in pieces:
        line = piece if "\n" not in piece else piece[piece.rindex("\n") + 1 :]
        if 1 < line.count("、") < _MOST and (name := _named_twice(line)):
            at = start + piece.rindex(name)
            yield at, at + len(name)
        start += len(piece) + 1


def _named_twice(listed: str) -> str:
    """Return the name that stands twice in a list; nothing if none does, or what is listed comes in an order of its own."""
    first, *names, last = _WITH_FIGURE.sub("", listed).split("、")
    last = _LAST_END.sub("", last)
    every = [*names, last]
    twice = [name for name in every if name and (every.count(name) > 1 or first.endswith(name))]
    if not twice or _IN_ORDER.search(listed) or any(map(_OF_ANOTHER.search, every)):
        return ""
    kind = _PLACE if _FIGURE.search(listed.rpartition("、")[0]) else _NAME
    found = (name for name in twice if kind.fullmatch(name) and (every.count(name) > 1 or _begins(first, name)))
    return next(found, "")


def _begins(first: str, name: str) -> bool:
    """Whether a name is the first of a list: 今年改造的东街小区, but 县人民医院 is not 人民医院."""
    return first == name or (len(name) >= _LONG and first[-len(name) - 1] in _LED)


def _where(told: Iterable[bool]) -> Iterator[int]:
    """Return the places of what is true."""
    return compress(count(), told)
