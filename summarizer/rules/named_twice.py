"""The part of ``wording`` and ``punctuation`` about names that stand twice in a list: 东岭12户、西沟9户、东岭6户; 东岭、西沟、东岭等镇."""

from __future__ import annotations

from collections.abc import Iterator

from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy, places_of
from .base import Hit

_HAN = "\u4e00-\u9fff"
#: What a clause begins with that tells how much something is, and no name.
_NO_NAME = (
    "(?!增|减|下|上|提|降|回|占|达|完成|实现|投资|收入|支出|补助|新增|新建|改建|同比|其|共|合计|累计|分别|约|近|各|每|第|总|平均|人均|其他|另|及|和|含|男|女)"
)
_MEMBER = rf"[{_HAN}]{{2,8}}[0-9][0-9.,]*(?P=unit)"
#: A row of names with a figure each, all in one unit, of which one comes again behind another.
_ROW = beginning(
    "、：中",
    rf"{_NO_NAME}(?P<name>[{_HAN}]{{2,8}})[0-9][0-9.,]*(?P<unit>[万亿]?[{_HAN}]{{1,2}})"
    rf"(?:、{_MEMBER}){{1,12}}、(?P<again>(?P=name))[0-9][0-9.,]*(?P=unit)",
)
_NAME = lazy(rf"[{_HAN}]{{2,8}}")
_LEADS = ("由", "在", "对", "将", "以", "整治", "改造", "建设", "涉及", "包括", "覆盖", "会同")
_REACH, _LEAST = 90, 3
_KINDS = "村镇乡道区院校学园司厂局委办站所桥库河渠湖县市州旗组山场行社馆楼苑府坝塘寨屯堡庄港矿"
#: A name of a place or an office, and one of a place that may have its figure; and what tells of a way or of an order.
_OF_KIND, _PLACE = lazy(f"[\u4e00-\u9fff]{{2,11}}[{_KINDS}]"), lazy("[\u4e00-\u9fff]{1,8}(?:[镇乡村]|街道|社区|小区)")
_FIGURE = lazy("[0-9]")
_WITH_FIGURE, _LAST_END = lazy("(?<=[\u4e00-\u9fff])[0-9][^、]*"), lazy("[等0-9（）()和及共][^、]*\\Z")
_IN_ORDER = lazy("分别|依次|先后|途[经径]|线路?|路线|往返|起点|轮流|循环|对调")
#: Two villages of two townships may have one name: 东镇新民村、河西村、西镇红旗村、河西村.
_OF_ANOTHER = lazy("(?:[镇乡县市]|街道)(?!场)[\u4e00-\u9fff]")
_LED = "的在对含括有施造建设为及到了于：:（(“"
"""What may stand right before the first of a list."""
_LONG, _MOST = 3, 40
"""Characters of a name that is found at the end of what leads to a list, and names of the longest one."""


def named_twice(text: str) -> Iterator[Hit]:
    """Yield names that come again in a list with figures, or in one that 等 ends; of one with its number the count tells."""
    for row in in_order(text, _ROW):
        yield _twice(text, row.start("again"), row.end("again"))
    for at in places_of(text, "等"):
        names = _names(text, at)
        again = len(names) >= _LEAST and (names[-1] in names[:-1] or (names[0].endswith(names[-1]) and names[0].startswith(_LEADS)))
        if again and not text[at + 1 : at + 3].strip()[:1].isdigit():
            yield _twice(text, at - len(names[-1]), at)


def _names(text: str, end: int) -> list[str]:
    """Return the names of the list that ends here, the first one only if it stands behind a mark; none if one is no name."""
    start = max(0, end - _REACH)
    if "、" not in text[start:end]:
        return []
    begin = max(text.rfind(mark, start, end) for mark in "，。；：\n（）“”") + 1
    names = text[begin:end].split("、") if begin or not start else []
    return names if all(_NAME.fullmatch(name) for name in names) else []


def _twice(text: str, start: int, end: int) -> Hit:
    words = text[start:end]
    message = _("“{words}” stands twice: {quote}").format(words=words, quote=text[max(0, start - 8) : end])
    return Hit("WORD002", start, end, message, _("keep one of the two, and look at the figure beside them"))


def in_lists(pieces: list[str]) -> Iterator[tuple[int, int]]:
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
    kind = _PLACE if _FIGURE.search(listed.rpartition("、")[0]) else _OF_KIND
    found = (name for name in twice if kind.fullmatch(name) and (every.count(name) > 1 or _begins(first, name)))
    return next(found, "")


def _begins(first: str, name: str) -> bool:
    """Whether a name is the first of a list: 今年改造的东街小区, but 县人民医院 is not 人民医院."""
    return first == name or (len(name) >= _LONG and first[-len(name) - 1] in _LED)
