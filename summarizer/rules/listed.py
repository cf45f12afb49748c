"""The part of ``punctuation`` about one mark in the place of another.

占58%:65岁以上, 藏、土、壮，朝鲜4个民族, 行政,军事、邮驿.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, each, in_order, lazy, places_of
from .base import Hit, around
from .odd import comma

_HAN = "\u4e00-\u9fff"
_SHARE = r"占(?:比|[^，。；：:\n0-9]{0,8})[0-9]{1,3}(?:\.[0-9]{1,3})?[%％]"
#: A colon between two clauses of one form; what follows a colon is mostly a list of what stands before it.
_COLON = beginning(":：", rf"(?<=[%％].)(?=[^，,。；;：:\n]{{1,20}}[0-9][^，,。；;：:\n]{{0,6}}[，,]{_SHARE})")
_SHARE_END = lazy(rf"{_SHARE}\Z")
_COUNTED = lazy(rf"(?<=[{_HAN}])(?P<number>[0-9]{{1,2}})[个种条项家座处所类]")
_COUNTED_SIGN = beginning("个种条项家座处所类", "(?<=[0-9].)")
_EDGE = lazy(r"[，,。；;：:！？\n（）()“”]")
_SHORT = 6
_REACH = 120
_HALF = comma(rf"(?<=[{_HAN}]{{2}}.)(?=[{_HAN}]{{1,4}}、[{_HAN}])")
_ANY_HALF = lazy(rf",(?<=[{_HAN}].)(?=[{_HAN}])")
#: One comma among names that 、 divides, before 等 or the last of them; no names are what begins with a verb.
_VERBS = (
    "改善|加强|推进|提高|完善|建设|发展|促进|保障|做好|开展|实施|强化|打造|支持|推动|解决|落实|优化|提升|涉及|包括|覆盖|主要|用于|重点|以及|其中|有效|切实|全面|统筹"
    "|协调|引导|组织|增强|确保|加大|加快|建立|健全|整合|结合|按照|通过|围绕|坚持|实现|形成|取得|完成|严格|严厉|培育|引进|鼓励|扩大|创新|深化|依托|立足|做到|突出"
)
_AMONG = lazy(rf"、[{_HAN}]{{2,3}}(?P<mark>，)(?!{_VERBS})[{_HAN}]{{2,4}}(?<![等了的是])(?:、[{_HAN}]{{2,4}})+\Z")
_ROW = 48
_FEW = 2
#: The last name of a bracket behind a comma, and the names before it, between 、.
_LAST = beginning("）)", f"(?:{'|'.join(f'(?<=[{_HAN}][,，][{_HAN}]{{{size}}}.)' for size in range(2, 9))})")
_AFTER = lazy("[,，](?P<last>[^,，]+)\\Z")
_FIRST = lazy(rf"(?:(?P<number>[0-9]{{1,2}})[{_HAN}]{{1,6}})?[（(：:](?P<names>[{_HAN}]{{2,10}}(?:、[{_HAN}]{{2,10}})+)\Z")
#: So many things, and their names in a bracket, with one comma among them.
_NAMED = beginning("（(", rf"(?<=[个种类家项座处所条].)(?P<names>[{_HAN}]{{2,8}}(?:[、，,][{_HAN}]{{2,8}})+)[）)]")
_NUMBER = lazy("(?P<number>(?<![0-9])[0-9]{1,2})[个种类家项座处所条]\\Z")
_NO_NAME = lazy("下同|以下|不含|含|其中|等|包括|另|共|均|分别|简称")


def listed(text: str) -> Iterator[Hit]:
    """Yield marks that stand in a list where another one belongs."""
    for match in in_order(text, _COLON):
        if _SHARE_END.search(text[max(0, match.start() - 20) : match.start()]):
            yield wrong_mark(text, match.start(), "；")
    for sign in in_order(text, _COUNTED_SIGN) if "，" in text or "," in text else ():
        if counted := _COUNTED.search(text, max(0, sign.start() - 3), sign.end()):
            yield from _one_list(text, counted.start(), int(counted["number"]))
    for at in places_of(text, "等"):
        names = text[max(0, at - _ROW) : at]
        if "、" in names[-5:] and (among := _AMONG.search(names)):
            yield wrong_mark(text, at - len(names) + among.start("mark"), "、")
    for at in half_pauses(text):
        yield wrong_mark(text, at, "、")
    for sign in in_order(text, _LAST):
        start = around(text, sign.start(), _REACH, 0)[0]
        last = _AFTER.search(text[start : sign.start()])
        first = _FIRST.search(text[start : start + last.start()]) if last else None
        if last and first and not _NO_NAME.match(last["last"]) and _are_alike(first, last["last"]):
            yield wrong_mark(text, start + last.start(), "、")
    for sign in in_order(text, _NAMED):
        number = _NUMBER.search(text[max(0, sign.start() - 4) : sign.start()])
        commas = [at for at in range(sign.start("names"), sign.end("names")) if text[at] in "，,"]
        if number is not None and len(commas) == 1 and sign["names"].count("、") + 2 == int(number["number"]) > 2:
            yield wrong_mark(text, commas[0], "、")


def _are_alike(first: re.Match[str], last: str) -> bool:
    """Whether a name ends as those do that it stands behind, or makes them as many as the number before their bracket says."""
    names = first["names"].split("、")
    return all(name[-1] == last[-1] for name in names) or (first["number"] is not None and len(names) + 1 == int(first["number"]))


def half_pauses(text: str) -> list[int]:
    """Return where a half-width comma stands for 、 in a text that has hardly any other."""
    if "," not in text or "，" not in text:
        return []
    found = [match.start() for match in each(text, _HALF)]
    return found if len(found) <= _FEW and len(_ANY_HALF.findall(text)) <= _FEW else []


def _one_list(text: str, end: int, number: int) -> Iterator[Hit]:
    """Names with one comma between their 、, that are with it as many as the number behind them says."""
    begin = max(0, end - _REACH)
    comma_at = max(text.rfind("，", begin, end), text.rfind(",", begin, end))
    if comma_at < 0 or text.find("、", comma_at, end) < 0 or text.count("、", begin, end) < 2:
        return
    edges = [begin - 1, *(match.start() for match in _EDGE.finditer(text, begin, end))]
    if len(edges) < 2 or text[edges[-1]] not in "，,":
        return
    left, right = text[edges[-2] + 1 : edges[-1]].split("、"), text[edges[-1] + 1 : end].split("、")
    short = all(0 < len(name) <= _SHORT for name in (*left[1:], *right))
    if len(left) > 1 and len(right) > 1 and short and len(left) + len(right) == number:
        yield wrong_mark(text, edges[-1], "、")


def wrong_mark(text: str, at: int, right: str) -> Hit:
    """Return that another mark belongs in the place of the one at ``at``."""
    start, end = around(text, at, 6, 7)
    message = _("{mark} where {right} belongs: {quote}").format(mark=text[at], right=right, quote=text[start:end])
    return Hit("PUNCT012", at, at + 1, message, _("write {right}").format(right=right))


explained(
    Explanation(
        "PUNCT012",
        "mark-for-another",
        "punctuation",
        Severity.WARNING,
        N_(
            "In one list stands one mark: 、 between all names, ； between all clauses. "
            "A comma stands behind words that lead into a sentence (截至目前，), a full stop at its end."
        ),
        N_("A colon or a comma in the place of another mark breaks the list in two; the reader takes its rest for something else."),
        "建有东湖、西山、南苑，北郊、中心5个公园。",
        "建有东湖、西山、南苑、北郊、中心5个公园。",
        N_("Write the mark that the other places of the list have."),
    ),
)
