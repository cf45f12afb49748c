"""The part of ``blank`` about signs in the place of a figure, a date or a name: 投资*万元, 约x.x万亩, xx0.9%, 20**年, x月底, **镇."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ..findings import Severity
from ..i18n import gettext as _
from ..memos import of_text
from ..patterns import beginning, in_order, lazy
from .base import Hit

_HAN = "\u4e00-\u9fff"
_MASKS = "*＊□○◯_＿×xXＸｘ△▲※"
_SURE = (
    "[万亿](?:元|吨|亩|人|户|千瓦|担|头|只|株|件|次|羽|平方|立方|公里|斤)|[%％‰]|个[百千]分点|公里|平方|立方|公顷|公斤|微克|人次|人份|元(?![旦首])|亩|吨|千瓦|小时"
)
"""Units that begin no word."""
_WEAK = f"[个件项户人名家起处所座辆台套次场张头株条例份对位篇期批册幅块间棵只羽口支艘栋盏天](?![{_HAN}*＊])"
_WORDED = f"[个件项户人名家起处所座辆台套次场条例份对篇]次?(?=[{_HAN}])"
"""Measure words with what they count behind them: told of a sign that no name has."""
#: A sign behind a word or a mark, or at the beginning of a line.
_SIGN = (
    *beginning(_MASKS, rf"(?<![A-Za-z0-9%％.+{re.escape(_MASKS)}].)(?=[.{_MASKS}]{{0,12}}[ ]?(?:[0-9][0-9.]*)?[{_HAN}%％‰])"),
    *beginning("_＿", rf"(?<=[0-9.].)[_＿]{{0,3}}(?=[{_HAN}%％])"), *beginning("×", "(?<=[对有为共计约向给].)(?=[名个户家人件项处])"),
    *beginning("NＮ", rf"(?<=[{_HAN}，、,].)(?=[{_HAN}%％])"),
    *beginning("—…?", rf"(?<=[{_HAN}].)(?=[—…?]?[万亿个公人平立元亩吨%％件家户名项])"),
)  # fmt: skip
_FILLED = lazy(
    rf"(?:[{_MASKS}]{{1,13}}(?:[.．][{_MASKS}]{{1,3}})?[余多]?|[NＮ])(?:[百千万亿]{{1,2}}[余多]?)?(?:{_SURE}|{_WEAK})"
    rf"|×(?=[名个户家人件项处])|[*＊xX_＿]{{1,4}}[余多]?{_WORDED}|[xXＸｘ]{{2,4}}[.]?[0-9][0-9.]{{0,6}}(?:{_SURE}|{_WEAK})"
    r"|[—?](?:[万亿][元人亩吨户]|[%％]|公里|人次|个百分点|亩(?![产均])|[件家户人个名项](?=[，。；、（,;]))"
    r"|…{1,2}(?:[万亿][元人亩吨户]|[%％]|个百分点|公里|亩|吨|人次|[件家户人个名项](?=[，。；、（,;]))"
)
#: Stars alone in their line are no bold type, and then any word may stand behind the unit.
_STARRED = lazy(r"[*＊]{2,8}(?:[万亿]?元|[%％]|[万亿]|[人户个家项件名次场亩座处起])")
#: No name ends so, whatever stands before: 总里程**公里, 提高*万元; but 王*元.
_SURELY = lazy(rf"[*＊_＿]{{1,8}}[余多]?(?!元)(?:{_SURE})")
#: What makes another thing of the sign: a name of a person, the nth; a product of two sizes.
_NO_FILLER = frozenset("第某每张王李刘陈杨黄赵吴周徐孙朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢")
_SIZES = frozenset("长宽高乘")
_DOUBTFUL = "NＮ—…?"
"""Signs that might be something else."""
_DATE_SIGNS = "xXＸｘ×*＊_＿"
_DATE = lazy(
    rf"[{_DATE_SIGNS}]{{1,4}}[ ]?年(?!级|龄|代)(?:[{_DATE_SIGNS}]{{1,2}}月)?"
    rf"|[{_DATE_SIGNS}]{{1,4}}[ ]?月(?:[ ]?[{_DATE_SIGNS}]{{1,4}}[ ]?日|[份底初末中上下前至起，、]|(?=[{_HAN}]))"
)
#: A year or month of which some digits are masked, and the number of a paper.
_MASKED_DATE = (
    *beginning("2", rf"(?<![0-9A-Za-z].)0[0-9]?[{_DATE_SIGNS}]{{1,4}}(?=[ ]?[年—\-〕）\]】])"),
    *beginning("2", rf"(?<![0-9A-Za-z].)0[{_DATE_SIGNS}]{{1,4}}(?=[0-9]{{1,4}}号)"),
    *beginning("—－", "[—－]{0,3}月[ ]?[—－]{1,4}日"),
    *beginning("〔（(【[", rf"[{_DATE_SIGNS}]{{2,4}}(?=[〕）)】\]][0-9{_DATE_SIGNS}]{{0,4}}号)"),
)  # fmt: skip
#: A name that was not filled in, or that a filter has eaten.
_NAME = lazy("[*＊]{2,4}(?:[县市区镇乡村州省局]|办事处|街道|社区|公司|集团|同志|水库|中学|小学)")
_EATEN = lazy(rf"(?<=[{_HAN}“])[*＊]{{3,6}}(?=[{_HAN}—])")
#: Type that is bold: no sentence ends in it.
_BOLD = lazy(r"[*]{2}[^*\n。；，]{1,40}[*]{2}")
#: A question in the place of a figure.
_ASKED = lazy(
    "(?:共|计|投资|资金|收入|支出|完成|增长|下降|达到?|占|新增|补助|产值)多少(?:[百千万亿]{0,2}(?:元|亩|吨|人次?|户)|[%％]|[个项件名家起处座场]|公里)"
    "(?=[，。；、）,;])"
)


def fillers(text: str) -> Iterator[Hit]:
    """Yield signs that stand for a figure which nobody filled in; none where bold type is marked with them."""
    for sign in in_order(text, _SIGN):
        start = sign.start()
        before = text[start - 1 : start]
        sizes = before in _SIZES and not text.endswith("增长", 0, start)
        named = before in _NO_FILLER and not text.endswith(("其余", "结余"), 0, start)
        named = named and (before == "第" or not _SURELY.match(text, start))
        if named or (sizes and text[start] in "×xXＸｘ"):
            continue
        found = _FILLED.match(text, start) or (_DATE.match(text, start) if text[start] in _DATE_SIGNS else None)
        bold = text[start] in "*＊" and _is_bold(text, start, start + 1)
        if text[start] in "*＊":
            found = None if bold else found or _STARRED.match(text, start)
        if found is not None:
            yield _hit(found, Severity.WARNING if text[start] in _DOUBTFUL else None)
        elif (name := _NAME.match(text, start)) and not (text[start] in "*＊" and bold):
            yield _hit(name, Severity.WARNING)
    for found in (*in_order(text, _MASKED_DATE), *(_ASKED.finditer(text) if "多少" in text else ())):
        yield _hit(found, Severity.WARNING)
    for found in _EATEN.finditer(text) if "***" in text or "＊＊＊" in text else ():
        if not _is_bold(text, *found.span()):
            yield _hit(found, Severity.WARNING)


def _is_bold(text: str, start: int, end: int) -> bool:
    """Whether stars belong to type that is bold."""
    spans = _bold(text)
    n = bisect_left(spans, (end, end)) - 1
    return n >= 0 and start < spans[n][1]


@of_text
def _bold(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _BOLD.finditer(text)]


def _hit(found: re.Match[str], severity: Severity | None) -> Hit:
    message = _("“{quote}” was never filled in").format(quote=found.group())
    return Hit("BLANK002", *found.span(), message, _("write the figure"), severity)
