"""The part of ``punctuation`` about words that need a neighbour and have a mark there: 城市和，农村; 3万元，的补助; 由。"""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, in_order
from .base import Hit

#: Words that no clause ends with, and what makes another word of them: 参与，; 所以，.
_NO_END = {
    "和": "温缓饱共总中随谐平柔调祥媾不附应违掺暖义敏永之太泰兴仁人清瑞嘉丰安康德元正致协众亲谦维言讲求成和",
    "与": "参赠给授施相允干",
    "及": "普涉以危顾波触埃论遍惠累殃力不来可企必冲莫所提",
    "被": "植棉泽覆毛衣捐少",
    "由": "自理缘事任经案因来根为原",
    "将": "大小干上中少武主名即健虎强老飞闯麻",
    "较": "比计相",
    "于": "由关对大小低高等位在至利属处基终过",
    "且": "而并尚况暂姑苟",
    "或": "抑",
    "以": "可所予得加难足用是何借据赖致",
    "占": "侵抢挤独霸强攻多",
    "其": "与尤及极使任何耳",
    "每": "",
}
_IN_NAMES = frozenset("和其")
"""With these end names of people, which stand in lists."""
_LED = beginning("，。；、", f"(?<=[{''.join(_NO_END)}].)")
#: What no clause begins with.
_FOLLOWED = beginning("，。；、", "(?=的(?!确|士|话)|了(?![解却不结然])|们|左右(?![逢岸两开])|之(?![后前间所一中时外内]))")
#: Words that are no clause by themselves.
_ALONE = beginning(
    "，。；", "(?=(?:对|向|在|按|把|由|从|使|让|经|按照|根据|通过|关于|由于|对于|随着|以及|其中有?)[，。；])(?!其中，)"
)
_FEW = 4
"""More than so many are no slips: a poem, a list of words."""


def dangling(text: str) -> Iterator[Hit]:
    """Yield marks behind a word that leads to another, before one that follows another, and around one that is no clause."""
    sure = {sign.start() for sign in in_order(text, (*_FOLLOWED, *_ALONE))}
    led = {sign.start() for sign in in_order(text, _LED) if not _of_a_word(text, sign.start())}
    found = sorted(sure | led)
    for at in found if len(found) <= _FEW else ():
        quote = text[max(0, at - 6) : at + 6].replace("\n", " ")
        message = _("a word beside this mark needs a neighbour: {quote}").format(quote=quote)
        yield Hit("PUNCT014", max(0, at - 2), min(len(text), at + 3), message, _("take the mark out, or write the words that were lost"))


def _of_a_word(text: str, mark: int) -> bool:
    """Whether the character before a mark ends a longer word or a name, or stands in quotation marks or a list of such words."""
    before, word = text[mark - 2 : mark - 1], text[mark - 1]
    if word in _IN_NAMES and text[mark] == "、":
        return True
    return not "一" <= before <= "鿿" or before in _NO_END[word]


explained(
    Explanation(
        "PUNCT014",
        "word-without-neighbour",
        "punctuation",
        Severity.WARNING,
        N_("No mark stands behind 和, 与, 由 or 将, before 的 or 左右: such words need what they join or belong to."),
        N_("The mark cuts a phrase in two, or the words beside it were lost, and a figure with them."),
        "新建泵站3座，改造泵站2座和，清淤渠道5公里。",
        "新建泵站3座，改造泵站2座，清淤渠道5公里。",
        N_("Take the mark out, or write the words that were lost."),
    ),
)
