"""The part of ``blank`` about one sign in the place of a figure: 投资*万元, 增长**%, 共N个, 累计—亿元, 医师□人."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Severity
from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit, line_of

_HAN = "\u4e00-\u9fff"
_SURE = "[万亿](?:元|吨|亩|人|户|千瓦)|[%％]|个百分点|公里|平方米|立方米|公顷|人次|元(?![旦首])|亩|吨"
"""Units that begin no word."""
_WEAK = rf"(?:个|件|项|户|人|名|家|起|处|所|座|辆|台|套|次|场|张|头|株)(?![{_HAN}*＊])"
#: A sign behind a word, or behind the mark of a list.
_SIGN = (
    *beginning("*＊□○◯_×xXＸｘ", rf"(?<=[{_HAN}，、：].)(?=[*＊□○◯_×xXＸｘ]{{0,5}}[{_HAN}%％])"),
    *beginning("NＮ", rf"(?<=[{_HAN}，、].)(?=[{_HAN}%％])"),
    *beginning("—…?", rf"(?<=[{_HAN}].)(?=[—…?]?[万亿个公人平立元亩吨%％件家户])"),
)  # fmt: skip
_FILLED = lazy(
    rf"(?:[*＊□○◯_×xXＸｘ]{{1,6}}|[NＮ])(?:{_SURE}|{_WEAK})"
    r"|[—?](?:[万亿]元|[%％]|公里|人次|亩(?![产均])|[件家户](?=[，。；、]))|…{1,2}(?:[万亿]元|[%％])"
)
#: Stars alone in their line are no bold type, and then any word may stand behind the unit.
_STARRED = lazy(r"[*＊]{2,8}(?:[万亿]?元|[%％]|[万亿]|[人户个家项件名次场亩座处起])")
#: What makes another thing of the sign: a name of a person, the nth; a product of two sizes.
_NO_FILLER = frozenset("第某每张王李刘陈杨黄赵吴周徐孙朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢")
_SIZES = frozenset("长宽高乘")
_DOUBTFUL = "NＮ—…?"
"""Signs that might be something else."""


def fillers(text: str) -> Iterator[Hit]:
    """Yield signs that stand for a figure which nobody filled in; none where bold type is marked with them."""
    for sign in in_order(text, _SIGN):
        start = sign.start()
        if text[start - 1] in _NO_FILLER or (text[start - 1] in _SIZES and text[start] in "×xXＸｘ"):
            continue
        found = _FILLED.match(text, start)
        if text[start] in "*＊":
            bold = text.count("**", *line_of(text, start, start)) % 2 == 0 and "**" in text
            found = None if bold else found or _STARRED.match(text, start)
        if found is not None:
            severity = Severity.WARNING if text[start] in _DOUBTFUL else None
            message = _("“{quote}” was never filled in").format(quote=found.group())
            yield Hit("BLANK002", *found.span(), message, _("write the figure"), severity)
