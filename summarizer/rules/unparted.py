"""The part of ``punctuation`` about what runs together where no figure with its unit stands right before the next word.

1个牧场（向阳牧场）36个村, 排第5位（下同）按不变价格计算, 形势依然严峻为确保安全, 分别受理 98人 66人.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..i18n import gettext as _
from ..patterns import beginning, each, in_order, lazy
from .base import Hit, around, line_of
from .clauses import ACT_WORDS
from .odd import behind, line_end

_HAN = "\u4e00-\u9fff"
_COUNTS = "个家户处座所名件起条项辆台套间栋"
#: A bracket, and behind it the next item of a list or a clause that says something else of the figure before it.
_BEHIND = (
    *beginning("）)", rf"(?P<count>[0-9][0-9,]{{0,6}}[余多]?[{_COUNTS}])(?=[{_HAN}])"),
    *beginning("）)", rf"(?P<act>(?:{ACT_WORDS})[{_HAN}]{{0,8}}[0-9])"),
    *beginning("）)", "(?:增[长加]|下降|减少|上升|提高|降低)了?[0-9]"),
    *beginning(
        "）)", "(?:同比|环比|[比较](?:上年|去年|年初|计划|预算)|与(?:上年|去年)|按(?:不变|可比|现行)价|其中|占(?:全|总|同期|[0-9]))"
    ),
)
_ITEM = lazy(rf"(?P<number>(?<![0-9])[0-9]{{1,6}})[余多]?[{_COUNTS}](?P<noun>[{_HAN}]{{1,8}})[（(](?P<inside>[^（）()\n]{{1,80}})\Z")
_WORKS = lazy(rf"[0-9](?:[座条处台口眼栋亩]|公里|平方米)(?:[{_HAN}]{{1,8}})?[（(][^（）()\n]{{0,40}}[0-9][^（）()\n]{{0,40}}\Z")
_FIGURE = lazy(
    rf"[0-9][余多]?(?:[万亿]?[元吨亩人户头只册张羽株㎡]|[%％‰{_COUNTS}位名次倍]|人次|公里|公顷|平方米|立方米|个百分点|[万亿]?千瓦时?)[（(][^（）()\n]{{1,60}}\Z"
)
#: The next noun with its figure, behind a figure and its bracket; what goes on with that figure; and who may do it.
_GOES_ON = "的和与及或至到以之中内上等由从被为给用进受均都也已并参共联相资未不需应正按分因后左"
_NEXT = beginning("）)", rf"(?P<word>(?![{_GOES_ON}]|{ACT_WORDS})[{_HAN}]{{2,9}})(?=[0-9])")
_SENT = lazy("[对为给向由从用以把让在将使请]")
_CLAUSE = lazy("[，。；、：\n]")
_TOLD = lazy("[0-9含、]|.{4}")
#: What divides them; a bracket may call them by another word only: （街道）, （市、区）.
_DIVIDES = lazy("含|其中|包括|[0-9]")
#: Predicates that take no object, before what begins a sentence.
_PREDICATES = (
    "严峻|严重|突出|繁重|艰巨|受灾|受损|成灾|好转|向好|平稳|有序|顺利|良好|滞后|不足|薄弱|频发|多发|达标|见效|完工|竣工|就绪|明显|显著"
    "|到位|紧张|繁忙|复杂|困难|投产"
)
_ENDS = "".join(sorted({word[-1] for word in _PREDICATES.split("|")}))
_OPENS = {
    "为": "了|确保|进一步|切实|深入|贯彻|落实|加强|加快|推动|推进|做好|有效|全面|此[，我]|保障|解决|提高|防止|防范",
    "全": "[县市州区省镇乡](?!首|第|最|唯|各|性|域)", "我": "[县市州区局镇乡省](?!首|第)", "截": "[至止][0-9今目本]",
    "据": "统计", "由": "于", "因": "此", "但": "是",
}  # fmt: skip
_OPENED = tuple(pattern for first, rest in _OPENS.items() for pattern in beginning(first, behind(_ENDS, rest)))
_PREDICATE = lazy(rf"[{_HAN}]{{2}}(?:{_PREDICATES})\Z")
#: What makes a noun or an object of such words: 促进困难群众, 针对薄弱环节.
_NO_PREDICATE = lazy("(?:促进|推动|实现|确保|防止|保持|推进|[的在于对])[^，。；]{0,6}\\Z")
#: 施工同时由监理检查; but 与乡镇同时由县里检查.
_MEANWHILE = beginning("同", f"时(?<=[{_HAN}]..)(?<![的与和并也还在是上下].{{2}})(?=[由要还])")
_WITH = lazy("[与和跟同][^，。；、\n]{0,12}\\Z")
#: Names of one kind that touch each other in a list of them.
_NAMES = (
    *beginning("族", rf"(?:{'|'.join(f'(?<=、[{_HAN}]{{{size}}}.)' for size in (1, 2, 3))})[{_HAN}]{{1,3}}族(?=[、，。,和等])"),
    *(pattern for kind in "局站村乡组班" for pattern in beginning(kind, rf"(?<=、[{_HAN}]{{2}}.)[{_HAN}]{{2}}{kind}(?=[、，。,和等])")),
)  # fmt: skip
#: The number of a paragraph without its 、, which other numbers have; and who does it in a bracket, without a colon.
_NO_NUMBER = "是要般些方个次等级年月项季至到定旦起路线体带大改农中届产类百千万十氧道里河岭桥家棵"
_NUMBER = rf"(?P<number>[一二三四五六七八九])(?![{_NO_NUMBER}])(?=[{_HAN}]{{2}})"
_HEAD = (line_end(rf"[ \u3000]*{_NUMBER}"), *beginning("。", _NUMBER))
#: The same in a bracket of which only the second half is left, where others have both.
_HALF_NUMBER = line_end("(?<![（(]\n)[ \u3000]*(?P<number>[一二三四五六七八九十]{1,3})[）)]")
_HALF_FIRST = lazy("[ \u3000]*[一二三四五六七八九十]{1,3}[）)]")
_WHOLE_NUMBER = lazy("\\n[ \u3000]*[（(][一二三四五六七八九十]{1,3}[）)]")
#: The number of the next paragraph right behind a figure: 增长5%（一）农业.
_NUMBERED = beginning("（(", rf"(?<=[%％元亩吨人户].)[一二三四五六七八九十]{{1,2}}[）)](?=[{_HAN}]{{2}})")
_FIGURED = lazy(r"[0-9](?:[%％]|[万亿]?[元亩吨人户])\Z")
_BY = beginning("（(", rf"(?P<word>(?:牵头|责任|承办|主办|协办|配合)(?:单位|部门|科室|领导))(?=[{_HAN}]{{2}})")
_DIGITS = "一二三四五六七八九"
_UNITS = "人次|平方米|立方米|公里|公顷|[万亿]?[元人户亩吨头只]|[%％件起个家次宗辆台名所座条项处]"
#: A figure behind a space, and one of the same unit before it; in a text that puts spaces there they are its style.
_SPACED = beginning(
    " \u3000",
    behind(
        "次米里顷元人户亩吨头只%％件起个家宗辆台名所座条项处",
        rf"[ \u3000]{{0,3}}(?P<second>[0-9][0-9.,]{{0,9}}(?P<unit>{_UNITS}))(?=[，。；、,;）)和与的]|以上|[ \u3000][0-9])",
    ),
)
_FIRST = lazy(rf"(?P<all>[0-9][0-9.,]{{0,9}}(?P<unit>{_UNITS}))\Z")
_SPACE = lazy("[ \u3000][0-9]")
_BACK, _FEW = 90, 2


def unparted(text: str) -> Iterator[Hit]:
    """Yield items and sentences with no mark between them: behind a bracket, behind a predicate, around a space."""
    for sign in in_order(text, _BEHIND):
        before = text[around(text, sign.start(), _BACK, 0)[0] : sign.start()]
        if _is_item(before) if sign.lastgroup == "count" else (_WORKS if sign.lastgroup == "act" else _FIGURE).search(before):
            yield _unmarked(text, sign.start() - 4, sign.end() + 2, sign.start() + 1)
    for sign in in_order(text, _NEXT):
        before = text[around(text, sign.start(), _BACK, 0)[0] : sign.start()]
        if _FIGURE.search(before) and _goes_apart(*before.rsplit("（" if "（" in before else "(", 1)):
            yield _unmarked(text, sign.start() - 4, sign.end(), sign.start() + 1)
    for sign in in_order(text, _OPENED):
        before = text[around(text, sign.start(), 16, 0)[0] : sign.start()]
        if _PREDICATE.search(before) and not _NO_PREDICATE.search(before[:-2]):
            yield _unmarked(text, sign.start() - 4, sign.end() + 1, sign.start())
    for sign in in_order(text, _MEANWHILE):
        if not _WITH.search(text[max(0, sign.start() - 14) : sign.start()]):
            yield _unmarked(text, sign.start() - 4, sign.end() + 1, sign.start())
    for sign in in_order(text, _NAMES):
        yield _unmarked(text, sign.start() - 3, sign.end(), sign.start() + 1)
    yield from _leads(text)
    spaced = [(sign, first) for sign in in_order(text, _SPACED) if (first := _before_space(text, sign))]
    for sign, first in spaced if len(spaced) <= _FEW else ():
        yield _unmarked(text, sign.start() - len(first["all"]), sign.end(), sign.start("second"))


def _leads(text: str) -> Iterator[Hit]:
    """Yield what leads to a paragraph or to names and has lost the mark that the others of its kind have."""
    heads = in_order(text, _HEAD)
    marked = {digit for digit in _DIGITS if f"\n{digit}、" in text or f"。{digit}、" in text} if heads else set()
    for sign in heads:
        at = _DIGITS.index(sign["number"])
        if sign["number"] not in marked and not marked.isdisjoint(_DIGITS[max(0, at - 1) : at + 2]):
            yield _unmarked(text, sign.end() - 1, sign.end() + 2, sign.end())
    halves = list(each(text, _HALF_NUMBER))
    alone = len(halves) == 1 and not _HALF_FIRST.match(text) and _WHOLE_NUMBER.search(f"\n{text}")
    for sign in halves if alone else ():
        start = sign.start("number")
        message = _("{mark} has no partner: {quote}").format(mark="）", quote=text[start : sign.end() + 4])
        yield Hit("PUNCT008", start, sign.end(), message, _("write {right}").format(right=f"（{sign['number']}）"))
    for sign in in_order(text, _NUMBERED):
        if _FIGURED.search(text[max(0, sign.start() - 4) : sign.start()]):
            yield _unmarked(text, sign.start() - 4, sign.end() + 2, sign.start())
    led = in_order(text, _BY)
    with_colon = {word for word in {sign["word"] for sign in led} if f"{word}：" in text or f"{word}:" in text}
    for sign in led:
        if sign["word"] in with_colon:
            yield _unmarked(text, sign.start(), sign.end() + 2, sign.end())


def _goes_apart(before: str, inside: str) -> bool:
    """Whether a figure with its bracket is no money for what follows, of nobody who does it, and of nothing that it is done to."""
    return before[-1] not in "元人户家名个所" and _TOLD.search(inside) is not None and _SENT.search(_CLAUSE.split(before)[-1]) is None


def _is_item(before: str) -> bool:
    """Whether so many things stand before a bracket that names each of them, or divides them."""
    item = _ITEM.search(before)
    if item is None:
        return False
    inside = item["inside"]
    named = 1 < inside.count("、") + 1 == int(item["number"]) or inside.endswith(item["noun"])
    return named or _DIVIDES.search(inside) is not None


def _before_space(text: str, sign: re.Match[str]) -> re.Match[str] | None:
    """Return the figure before a space that another one follows, if the line has hardly any such spaces."""
    first = _FIRST.search(text[max(0, sign.start() - 16) : sign.start()])
    if first is None:
        return None
    spaces = islice(_SPACE.finditer(text, *line_of(text, sign.start(), sign.end())), _FEW + 1)
    return first if len(list(spaces)) <= (_FEW if first["unit"] == sign["unit"] else 1) else None


def _unmarked(text: str, start: int, end: int, at: int) -> Hit:
    """Return that no mark stands before what begins at ``at``."""
    start = around(text, at, at - start, 0)[0]
    message = _("no mark before {number}: {quote}").format(number=text[at : at + 4].split("\n")[0], quote=text[start:end])
    return Hit("PUNCT005", start, min(end, len(text)), message, _("end the clause before it"))
