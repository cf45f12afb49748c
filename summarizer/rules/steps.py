"""The part of ``punctuation`` about steps whose number stands alone, ways with no mark between them, and names with no verb before them.

。二着力提高待遇, 通过听汇报查资料看现场三种方式, 居前五位的分别东湖、西湖.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..claims import enumeration  # noqa: F401  for the explanation of ENUM001
from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, each, in_order, lazy
from ..quantities import to_chinese
from .base import Hit, line_of
from .odd import line_end

_NUMBERS = "二三四五六七"
#: What a step is about, as reports begin them; 四坚持四强化 names four things.
_VERBS = (
    "着力|积极|大力|扎实|深入|持续|全面|切实|努力|认真|严格|不断|加强|加快|加大|强化|深化|推进|推动|开展|完善|健全|落实|抓好|狠抓|突出|优化|统筹|创新|坚持|做好|提升|提高|规范"
    "|注重|紧盯|聚焦|围绕|组织|建立|严把|严厉|有效|充分|进一步"
)
_STEP = beginning(_NUMBERS, rf"(?<=[。；\n].)(?:{_VERBS})(?![^。；，]{{0,6}}[{_NUMBERS}])")
_WAYS = beginning("种项", "(?:方[式法]|形式|办法|措施|途径|手段)(?<=[二两三四五六].{3})")
_NAMES = lazy("(?:通过|采[取用]|运用)(?P<names>[^，。；、：“”0-9的和与及等了\\n]{6,20})(?P<many>[二两三四五六])\\Z")
_LONGEST = 24
#: What is named by its rank, with no verb: 居前五位的分别东湖、西湖.
_NAMED = beginning(
    "别", "(?<=[位名二三四五六七八九十多高低]的分.)(?![为是由有达占比较高实超在位从减上升降提对就各来同给按承负担获取完增下到与设])"
)
_MANY = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_SIZES = (3, 4)


#: The title of a report; a text that begins with it was not cut off before its first part. Of headings at the beginnings of lines the
#: second, third or later one is the first; a part may be numbered in the run of a line.
_TITLE = lazy(
    r"[ \u3000\n]*(?:关于)?[^\n。，；：、（(]{4,50}(?:通报|报告|总结|汇报|简报|公报|小结|综述|分析|情况|要点|公告|通知|方案|意见|计划|说明)"
    r"[ \u3000]*\n"
)
_HEADING = line_end("[ \u3000]*(?P<number>[一二三四五六七八九])、(?=[\u4e00-\u9fff“])(?![一二三四五六七八九十]、)")
_FIRST = lazy("(?:(?<![\u4e00-\u9fff0-9])一|壹|第一(?:部分)?)[、，：是 \u3000]|[（(]一[）)]、|Ⅰ")
#: 是 where a step begins, and the steps around it.
_IS = beginning("是", "(?<=[。；\n].)(?![否的不以非啊吧吗谁什这那他她它我你日年月夜时故则])(?=[\u4e00-\u9fff]{3})")
_STEPS = lazy("(?:(?<=[。；，：:\n])|\\A)(?P<step>[一二三四五六七八])是")
_ORDER = "一二三四五六七八"
_FEW = 2
_LEAST = 20
"""Characters between title and heading that are a part of their own."""


def headless(text: str) -> Iterator[Hit]:
    """Yield the heading 二、 of a text that begins with its title and has no 一、 before it."""
    heading = next(iter(each(text, _HEADING)), None)
    if heading is None or heading["number"] not in "二三":
        return
    title = _TITLE.match(text)
    if title is None or heading.start() - title.end() < _LEAST or _FIRST.search(text, 0, heading.start()):
        return
    start, missing = heading.start("number"), "、".join("一二"[: "一二三".index(heading["number"])])
    message = _("{missing} is missing in the enumeration").format(missing=f"{missing}、")
    yield Hit("ENUM001", start, start + 2, message, _("was a step left out, or only its number?"), Severity.WARNING)


def _numberless(text: str) -> Iterator[Hit]:
    """Yield 是 at the beginning of a sentence behind the last step; where others follow, the gap is told with them."""
    found = in_order(text, _IS)
    for sign in found if len(found) <= _FEW else ():
        start, end = line_of(text, sign.start(), sign.end())
        begun = _STEPS.findall(text, start, sign.start())
        if not begun or begun[-1] == _ORDER[-1] or _STEPS.search(text, sign.end(), end):
            continue
        message = _("{missing} is missing in the enumeration").format(missing=f"{_ORDER[_ORDER.index(begun[-1]) + 1]}是")
        hint = _("was a step left out, or only its number?")
        yield Hit("ENUM001", sign.start(), sign.start() + 4, message, hint, Severity.WARNING)


def steps(text: str) -> Iterator[Hit]:
    """Yield the first step whose number has neither 是 nor 、, ways that stand without 、 in a row, and 分别 before names."""
    for step in in_order(text, _STEP):
        number = _NUMBERS.index(step.group()[0]) + 2
        if f"{to_chinese(number)}是" in text or (f"{to_chinese(number - 1)}是" in text and f"{to_chinese(number + 1)}是" in text):
            continue  # the gap is told with the steps around it
        message = _("neither 是 nor 、 behind the number of a step: {quote}").format(quote=step.group())
        yield Hit("WORD005", *step.span(), message, _("write {right}").format(right=f"{step.group()[0]}是{step.group()[1:]}"))
        break
    yield from headless(text)
    yield from _numberless(text)
    for sign in in_order(text, _WAYS):
        start = max(0, sign.start() - _LONGEST)
        ways = _NAMES.search(text[start : sign.start()])
        if ways is not None and len(ways["names"]) in [size * _MANY[ways["many"]] for size in _SIZES]:
            message = _("no 、 between what is listed: {quote}").format(quote=ways["names"])
            yield Hit("PUNCT005", start + ways.start("names"), start + ways.end("names"), message, _("write 、 between the items"))
    for named in in_order(text, _NAMED):
        message = _("“{wrong}” has lost a character; probably {right} is meant").format(wrong="分别", right="分别为")
        yield Hit("WORD003", named.start() - 1, named.end(), message, _("write {right}").format(right="分别为"))


explained(
    Explanation(
        "WORD005",
        "step-without-sign",
        "enumeration",
        Severity.WARNING,
        N_("Behind the number of a step stands 是 or 、: 二是着力提高, not 二着力提高."),
        N_("The number runs into the words, and the reader misses the step."),
        "一是供水达标。二着力提高水质。",
        "一是供水达标。二是着力提高水质。",
        N_("Write 是 or 、 behind the number."),
    ),
)
