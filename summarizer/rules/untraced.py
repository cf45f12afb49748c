"""``untraced``: a number in the finished prose that no fact stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..claims.base import Explanation, explained
from ..document import Document, Generated, Heading, Text
from ..facts.factset import FactSet
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import lazy
from .base import Context, Hit, over
from .passages import Passage

_D = "[0-9０-９]"

#: Digits in prose; first those that may be typed: dates, years, titles, document numbers, names of things, numbering.
_ARABIC = lazy(
    rf"""
    {_D}{{4}}年?[ ]?[-—–~～至][—]?[ ]?{_D}{{4}}年?
    | {_D}{{4}}年(?:{_D}{{1,2}}月(?:{_D}{{1,2}}[日号])?)? | {_D}{{1,2}}(?:月份?)?[-—–~～至]{{1,2}}{_D}{{1,2}}(?:月份?|日)
    | {_D}{{1,2}}月份?(?:{_D}{{1,2}}[日号])? | {_D}{{1,2}}日 | {_D}{{1,2}}[:：时]{_D}{{2}}分? | {_D}{{1,2}}时
    | {_D}{{1,2}}世纪(?:{_D}{{2}}年代)? | {_D}{{2,4}}年代 | 第{_D}{{1,4}}[条款章届次批期号]
    | [〔\[]{_D}{{4}}[〕\]]{_D}{{1,6}}号 | 《[^》\n]{{0,100}}》
    | (?<![A-Za-z])[A-Za-z]{{1,12}}[-]?{_D}{{1,8}}(?:[.．]{_D})? | {_D}{{1,3}}[ADGHKSZN]级?(?![A-Za-z])
    | {_D}{{1,3}}(?:[+＋·•][0-9A-Za-zＮXｘ]{{1,4}}){{1,6}}
    | {_D}{{3,6}}(?=[”]?(?:政务|便民|服务)?(?:服务)?(?:便民)?(?:热线|专线|平台)) | (?:7[×xX*])?24小时
    | (?:(?<=^)|(?<=[。；\n]))(?:{_D}{{1,2}}[.．、](?!{_D})|（{_D}{{1,2}}）)
    | (?P<number>{_D}+(?:[,，.．]{_D}+)*)
    """,
    re.X,
)
#: After a number and 个: durations, ways to divide a text, set phrases.
_NO_COUNT = (
    "多?月|多?小时|星期|工作日|年头|一|“|方面|环节|层面|维度|角度|阶段|"
    "意识|自信|维护|确立|全面|服从|统一|坚持|毫不动摇|健康|结合|务必|大局|"
    "代表|文明|先行|标志性|注重|聚焦|强化|突出|到位|不变|不减|转变"
)
_MEASURE = "个项件家处张人户名次所座条篇亩套台辆场间栋幢"
#: Chinese numerals before a measure word; first the set phrases and what is no count: 一个, 第三次, 三个月, 五位一体, 八项规定.
_CHINESE = lazy(
    rf"""
    “[^”\n]{{0,30}}” | 《[^》\n]{{0,100}}》 | 第[零一二三四五六七八九十百千]+
    | [零一二两三四五六七八九十百千万亿]+(?:是|大|位一体)
    | [二三](?:次|个)(?:供水|分配|污染|产业|创业|元|能源|利用|开发|加工)
    | [两三四五六七八九十]+个(?:{_NO_COUNT})
    | [三四五六七八九十]+项(?:规定|纪律|机制|基本原则|原则|制度|改革) | [两三四五六七八]+条(?:主线|红线|底线|控制线|战线|腿|例)
    | [二三四五六七八九十]+次(?:会议|全会|全体) | [两四五六]+套班子
    | 两张皮 | [两三]张网 | [两三]座(?:大山|山) | [两三四五]+(?:家人|家店|人行|人转|名单|处理|处罚|次性)
    | [一](?=[{_MEASURE}]) | [十百千万亿]*[百千万亿](?=[{_MEASURE}])
    | (?<![数第零〇○一二两三四五六七八九十百千万亿])
      (?P<number>[二两三四五六七八九十][零一二三四五六七八九十百千万亿]{{0,12}})
      (?=[{_MEASURE}](?![字体格性式]))
    | [零一二两三四五六七八九十百千万亿]+
    """,
    re.X,
)


#: What a typed number may look like.
_SIGN = lazy(rf"[0-9０-９二两三四五六七八九十](?:(?<=[0-9０-９])|[零一二三四五六七八九十百千万亿]{{0,12}}(?:[{_MEASURE}]|$))")

#: A step at the head of a sentence or clause.
_STEP = lazy(r"(?:(?<![^。；：！？\n ])|(?<=\A))[一二三四五六七八九十]{1,2}是")


def untraced(document: Document, facts: FactSet) -> Iterator[Finding]:
    """Yield a finding for each number in prose that is no figure, name, date or generated number."""
    return untraced_numbers(Context(facts, document))


def untraced_numbers(context: Context) -> Iterator[Finding]:
    """The same for the registry; a text that we did not write has no facts behind it, so the rule is silent there."""
    if context.document is not None:
        typed = [passage for passage in context.prose.passages if _typed(passage)]
        yield from over(context, typed_numbers, _put_in, typed)
        yield from over(context, _steps, _put_in, list(_beside_generated(context.document, context.prose.passages)))


def typed_numbers(text: str) -> Iterator[Hit]:
    """Yield the numbers of a text that a fact should stand behind."""
    for code, pattern in (("UNTRACED001", _ARABIC), ("UNTRACED002", _CHINESE)):
        for match in pattern.finditer(text):
            if quote := match["number"]:
                message = _("{quote} was typed into the prose; no fact stands behind it").format(quote=quote)
                yield Hit(code, *match.span("number"), message, _("put it into the facts and write {{{{ its id }}}} here").format())


def _steps(text: str) -> Iterator[Hit]:
    for match in _STEP.finditer(text):
        message = _("{quote} was typed where the other steps are numbered by the program").format(quote=match.group())
        hint = _("write {{{{ step() }}}} in its place, so that all are counted together").format()
        yield Hit("UNTRACED003", *match.span(), message, hint)


def _beside_generated(document: Document, passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages under a heading that has generated steps under it; the program counts anew after each heading."""
    blocks = list(document.blocks())
    stretch: list[Passage] = []
    for passage in (*passages, None):
        if passage is None or (passage.block >= 0 and isinstance(blocks[passage.block], Heading)):
            if any(isinstance(inline, Generated) and _STEP.fullmatch(inline.text) for each in stretch for inline in each.inlines):
                yield from stretch
            stretch = []
        elif passage.block >= 0:
            stretch.append(passage)


def _typed(passage: Passage) -> bool:
    return any(isinstance(inline, Text) and _SIGN.search(inline.text) for inline in passage.inlines)


def _put_in(passage: Passage, hit: Hit) -> bool:
    """Whether no digit of it was typed: all came from figures, names and generated numbers."""
    parts = passage.parts(hit.start, hit.end)
    return not any(
        isinstance(inline, Text) and any(char not in ",，.．" for char in inline.text[low:high]) for inline, _offset, low, high in parts
    )


explained(
    Explanation(
        "UNTRACED001",
        "untraced-number",
        "untraced",
        Severity.WARNING,
        N_("An arabic number in the finished prose is a figure of the facts, part of a name or a date, or generated numbering."),
        N_("A typed number is checked by nobody, and stays behind when the fact changes."),
        "正文：全年培训12场",
        "正文：全年培训{{ drills }}，数据：drills: 12场",
        N_("Put the number into the facts, and its id in double braces into the prose."),
    ),
    Explanation(
        "UNTRACED002",
        "untraced-chinese-number",
        "untraced",
        Severity.INFO,
        N_(
            "A Chinese numeral before a measure word that clearly counts something is a figure of the facts. Set phrases "
            "(两个维护, 八项规定), durations and 一个 are left alone."
        ),
        N_("三家 is a figure as much as 3家; written as a fact it is checked with the others."),
        "正文：新建三所养老院",
        "正文：新建{{ homes }}养老院，数据：homes: 三所",
        N_("Put it into the facts if it counts something; they take Chinese numerals as well."),
    ),
)
explained(
    Explanation(
        "UNTRACED003",
        "typed-step",
        "untraced",
        Severity.WARNING,
        N_("Where one step of an enumeration is numbered by the program, all of them are."),
        N_("A typed 一是 is not counted: the next one becomes 一是 again, and nobody sees it before the leader does."),
        "正文：一是抓项目。{{ step() }}抓服务。",
        "正文：{{ step() }}抓项目。{{ step() }}抓服务。",
        N_("Write {{ step() }} for each of them."),
    )
)
