"""The part of ``punctuation`` about brackets and quotation marks: each has its partner, and none stands in one of its own form."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import lazy
from .base import Hit, line_of

_MARK = lazy("[（()）“”《》〈〉【】〔〕]")
_FORMS = (("（", "）"), ("“", "”"), ("《", "》"), ("〈", "〉"), ("【", "】"), ("〔", "〕"))
_OPENS = {"（": "）", "(": "）", "“": "”", "《": "》", "〈": "〉", "【": "】", "〔": "〕"}
_CLOSES = {")": "）"} | {close: close for close in _OPENS.values()}
#: Numbering such as 1） or a), whose bracket has no partner, before it.
_NUMBER = lazy(r"(?:^|[\s。；;，,、：:])(?:[0-9]{1,2}|[a-zA-Z]|(?P<of>[一二三四五六七八九十]{1,3}))$")
_BARE = lazy(r"(?:\n|\A)[ \t\u3000]*[一二三四五六七八九十]{1,3}）[^）]*\n[ \t\u3000]*[一二三四五六七八九十]{1,3}）")
_DECORATION = lazy("》》|《《|【【|】】|〔〔|〈〈")
#: What a web page says of itself: 浏览次数：326 【字体：大 中 小】.
_PAGE = lazy("字[体号]|浏览|打印|阅读|点击|关闭|来源[:：]")
#: A line that ends so is a paragraph's last; others may have been broken by the page.
_ENDED = lazy(r"[。！？!?][”）)]?[ \t\u3000\r]*$")
#: Deeper than this, or more often than this, it is no prose.
_DEEP, _MANY = 5, 5
_LONG = 600
_QUOTED = 3000
"""Characters of a quotation in which it closes."""


def pairs(text: str) -> Iterator[Hit]:
    """Yield marks that have no partner, and the first pair that stands inside one of the same form."""
    if _are_whole(text):
        return
    single: list[list[tuple[int, str]]] = []
    nested: list[tuple[int, int]] = []
    for start, end in _paragraphs(text):
        if found := _unpaired(text, start, end, nested):
            single.append(found)
    if len(single) <= _MANY:
        for at, mark in chain.from_iterable(single):
            if mark in "【】" and _PAGE.search(text, *line_of(text, at, at)):
                continue
            low, high = max(text.rfind("\n", 0, at) + 1, at - 4), min(at + 9, len(text))
            quote = text[low:high].split("\n", 1)[0]
            message = _("{mark} has no partner: {quote}").format(mark=mark, quote=quote)
            yield Hit("PUNCT008", at, at + 1, message, _("close it where the words end, or take it out"))
    if nested:
        start, end = nested[0]
        message = _("brackets within brackets of the same form ({n} in all)").format(n=len(nested))
        yield Hit("PUNCT009", start, end, message, _("write 〔 〕 or 〈 〉 for the inner ones, or make it two sentences"))


def _are_whole(text: str) -> bool:
    """Whether what opens in a line closes there, crosses nothing and has none of its own form in it; most texts are so."""
    spans: list[tuple[int, int]] = []
    if "(" in text or ")" in text:
        text = text.replace("(", "（").replace(")", "）")
    for opens, closes in _FORMS:
        if opens not in text:
            if closes in text:
                return False
            continue
        first, *pieces = text.split(opens)
        if closes in first:
            return False
        at = len(first)
        for piece in pieces:
            inside, closed, behind = piece.partition(closes)
            if not closed or "\n" in inside or closes in behind:
                return False
            spans.append((at, at + 1 + len(inside)))
            at += 1 + len(piece)
    return not _cross(sorted(spans))


def _cross(spans: list[tuple[int, int]]) -> bool:
    """Whether one of some spans, in the order of their beginnings, ends in another that it does not begin in."""
    around: list[int] = []
    for start, end in spans:
        while around and around[-1] < start:
            around.pop()
        if around and around[-1] < end:
            return True
        around.append(end)
    return False


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches at whose end every bracket should be closed; a page breaks lines anywhere."""
    start = position = 0
    for line in text.splitlines(keepends=True):
        position += len(line)
        if _ENDED.search(line[-8:].rstrip("\n")) or not line.strip() or position - start > _LONG:
            yield start, position
            start = position
    if start < position:
        yield start, position


def _unpaired(text: str, start: int, end: int, nested: list[tuple[int, int]]) -> list[tuple[int, str]]:
    stack: list[tuple[int, str]] = []
    single: list[tuple[int, str]] = []
    if _DECORATION.search(text, start, end):
        return []
    inner: list[tuple[int, int]] = []
    for match in _MARK.finditer(text, start, end):
        if len(single) > _MANY and not stack and not inner:
            break  # the first one is told
        mark, at = match.group(), match.start()
        if mark in _OPENS:
            stack.append((at, _OPENS[mark]))
            if len(stack) > _DEEP:
                return []
            continue
        wanted = _CLOSES[mark]
        level = next((n for n in range(len(stack) - 1, -1, -1) if stack[n][1] == wanted), -1)
        if level >= 0:
            single += [(place, text[place]) for place, _close in stack[level + 1 :]]
            if any(close == wanted for _place, close in stack[:level]):
                inner.append((stack[level][0], at + 1))
            del stack[level:]
        elif len(single) <= _MANY and (not single or not stack) and not (wanted == "）" and _is_number(text, max(start, at - 4), at)):
            single.append((at, mark))
            if len(single) > _MANY:
                return single[:1]
    single += [(place, text[place]) for place, _close in stack if not _continues(text, start, end, place)]
    if not single:
        nested += inner
    return [found for found in single if found[1] == single[0][1]] if len(single) <= _MANY else single[:1]


def _is_number(text: str, start: int, at: int) -> bool:
    """Whether 一） numbers what follows, in a text whose other numbers are not （二）."""
    number = _NUMBER.search(text[start:at])
    if number is None:
        return False
    return number["of"] is None or text.find("\n（二）") < 0 or _BARE.search(text) is not None


def _continues(text: str, start: int, end: int, place: int) -> bool:
    """Whether a quotation of several paragraphs opens here; each of them opens, and only the last one closes."""
    if text[place] != "“" or text[start:place].strip():
        return False
    behind = text[end : end + _QUOTED]
    closes, opens = behind.find("”"), behind.find("“")
    return closes >= 0 and (not 0 <= opens < closes or not behind[:opens].strip())


explained(
    Explanation(
        "PUNCT008",
        "without-partner",
        "punctuation",
        Severity.WARNING,
        N_("Every bracket, quotation mark and title mark that opens in a paragraph closes in it."),
        N_("The reader cannot tell where the remark, the name or the title ends; often words were lost with the mark."),
        "水闸（含启闭机房已完工，并通过验收。",
        "水闸（含启闭机房）已完工，并通过验收。",
        N_("Close it where the words end, or take it out."),
    ),
    Explanation(
        "PUNCT009",
        "brackets-in-brackets",
        "punctuation",
        Severity.INFO,
        N_("No bracket stands inside one of the same form, nor 《》 inside 《》. One finding for a document."),
        N_("GB/T 15834 wants another form inside: 〔〕 in （）, 〈〉 in 《》; the reader cannot tell which one closes."),
        "泵站（含配电房（一期））已完工。",
        "泵站（含配电房〔一期〕）已完工。",
        N_("Write the inner ones in another form, or make it two sentences."),
    ),
)
