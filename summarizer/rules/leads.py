"""The part of ``punctuation`` about words that lead into a sentence: a comma stands behind them, and no 。；、.

1—5月。全市完成投资3亿元, 分产业看、第一产业增长3%, 需要说明的是。, 办结2件、与上年相比，.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..i18n import gettext as _
from ..patterns import beginning, in_order, lazy
from .base import Hit
from .listed import wrong_mark

_HAN = "\u4e00-\u9fff"
_MONTH = "[0-9]{1,2}月"
_UNTIL = f"截[至止](?:目前|本?月底|年底|(?:20[0-9]{{2}}年)?{_MONTH}[底末份]?|(?:20[0-9]{{2}}年)?{_MONTH}[0-9]{{1,2}}日)"
_BESIDE = r"与(?:20[0-9]{2}年)?[^，。、；：\n0-9“”]{0,14}(?:相比较?|对比)"
_VIEW = r"按[^，。、；：\n0-9]{2,10}分|分[^，。、；：\n0-9从]{1,6}看|从[^，。、；：\n0-9]{2,12}来?看|总[的体]来?看"
_SINCE = "今年以来|去年以来|近年来|一年来|五年来|半年来|近[一两二三]年来|入[春夏秋冬汛]以来"
_LINK = (
    "此外|另外|同时|其中|据(?:不完全|初步)?统计|(?:需要|特别|值得)(?:说明|指出|注意|一提)的是|下一步|目前"
    "|今年|去年|全年|[上下]半年|前[0-9一二三四五六七八九十]{1,3}个?(?:月|季度)|第?[一二三四]季度"
)
#: Words that no sentence consists of, with what ends before them.
_LEAD = lazy(
    rf"(?:[，。；：\n]|^)[ \t\u3000]{{0,4}}"
    rf"(?:{_UNTIL}|(?:20[0-9]{{2}}年)?[0-9]{{1,2}}月?[-—–－~～至]{{1,2}}{_MONTH}份?|{_BESIDE}|{_VIEW}|{_SINCE}|{_LINK})\Z"
)
_SIGN = beginning("。；、", rf"(?<=[底末月份前年日比较分看来外时中计是步度至止].)(?=[{_HAN}“])")
#: Purpose, cause, ground, helpers and beginning of what the next sentence tells: 为进一步规范用水。县局印发办法.
_SAID = r"(?:(?![是即致成为])[^，。；：、\n“”0-9]){2,24}"
_ENDS = f"[。；](?=[{_HAN}]{{2}})"
_WHY = (
    *beginning("为", rf"(?<=[。\n].)(?:进一步|切实|深入|全面|有效|扎实|加快|加强|确保|规范|推动){_SAID}{_ENDS}"),
    *beginning("由随", rf"(?<=[。\n].)(?:(?<=由)于|(?<=随)着){_SAID}{_ENDS}"),
    *beginning("根按依", rf"(?<=[。\n].)[据照]{_SAID}(?:要求|规定|精神|部署|安排)》?{_ENDS}"),
    *beginning("在", rf"(?<=[。\n].){_SAID}(?:领导|指导|支持|帮助|关心|努力|推动|带动)下{_ENDS}"),
    *beginning("自", rf"(?<=[。\n].)(?:20[0-9]{{2}}年)?(?:[0-9]{{1,2}}月)?(?:{_SAID})?以来{_ENDS}"),
)  # fmt: skip
_YEAR = lazy(r"(?:[。；\n]|^)[ \t\u3000]{0,4}(?:20[0-9]{2}年(?:[0-9]{1,2}月份?)?|截[至止])\Z")
_LONGEST = 34
#: What stands behind a colon is told, and leads to nothing: 完成时限：1—5月；责任单位：财政局.
_VALUE = lazy("：[^，。；：]{1,16}\\Z")
#: Of two of them 、 makes a list: 按性别分、按年龄分; 据统计、测算，.
_MORE = lazy("[按分从与其截0-9明去今上下本当第一二三四前后]|全年|[^，。；、0-9]{1,7}[，、]")
#: The same behind 、, where what stands before it is no item of the same list.
_BEHIND = beginning(
    "、",
    rf"(?<=[{_HAN}0-9%％）].)(?=[与按从分近今截一总据])(?:{_UNTIL}|{_BESIDE}|(?:{_VIEW})(?=，)|(?:{_SINCE})(?=[，{_HAN}])|据(?:不完全|初步)?统计)"
    rf"(?<![一二三四五六七八九十][、].)",
)
#: The same right behind a word, with their comma: 有序推进截至目前，.
_RUN_INTO = (
    *beginning("截", rf"(?<=[{_HAN}].)(?<![到自从至的在将为是].)[至止]目前，"),
    *beginning("今近", rf"(?<=[{_HAN}].)(?<![自从是对在了的将至到据按较比].)年(?:以来|来)，"),
    *beginning("与", rf"(?<=[{_HAN}].)此同时，"), *beginning("总", rf"(?<=[{_HAN}].)[的体]来看，"),
)  # fmt: skip
#: What ends a clause; a subject may stand before them as well: 我县近年来，.
_CLOSED_WORDS = (
    "推进|开展|完成|实施|进行|提升|提高|增长|下降|落实|到位|见效|显著|明显|良好|平稳|稳定|加快|加强|有力|改善"
    "|好转|投产|开工|竣工|使用|验收|启动|销号|增强|优化|巩固|畅通|展开|就绪|充足|丰富|扎实|有序|进展|成效|向好"
)
_CLOSED = frozenset(_CLOSED_WORDS.split("|"))
_NUMBERING = lazy(r"(?:[\n。；：（]|^)[ \t\u3000]{0,4}[（(]?[一二三四五六七八九十0-9]{1,3}[）)]?\Z")
_FEW = 4


def leads(text: str) -> Iterator[Hit]:
    """Yield marks that part words that lead into a sentence from it; none where a text has many."""
    found = [sign.start() for sign in in_order(text, _SIGN) if _is_cut(text, sign.start())]
    found += [why.end() - 1 for why in in_order(text, _WHY)]
    for mark in in_order(text, _BEHIND):
        before = text[max(0, mark.start() - _LONGEST) : mark.start()]
        if not _NUMBERING.search(before[-8:]) and not _LEAD.search(before):  # 从总量看、从结构看，
            found.append(mark.start())
    for at in found if len(found) <= _FEW else ():
        yield wrong_mark(text, at, "，")
    for lead in in_order(text, _RUN_INTO):
        if text[max(0, lead.start() - 2) : lead.start()] not in _CLOSED:
            continue
        quote = text[max(0, lead.start() - 4) : lead.end()]
        message = _("no mark before {number}: {quote}").format(number=lead.group()[:-1], quote=quote)
        yield Hit("PUNCT005", lead.start(), lead.end() - 1, message, _("end the sentence before it"))


def _is_cut(text: str, at: int) -> bool:
    """Whether 。；、 stand at ``at`` behind words that lead into what follows."""
    before = text[max(0, at - _LONGEST) : at]
    if text[at] != "、" and _VALUE.search(before) is not None:
        return False
    if _LEAD.search(before) is None and (text[at] == "、" or _YEAR.search(before) is None):
        return False
    return text[at] != "、" or not _MORE.match(text, at + 1)
