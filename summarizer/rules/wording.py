"""``wording``: characters that look or sound like the right ones, and words that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import lazy
from .base import Context, Hit, over

_DONE = "完成|建成|投入|全部|办结|开工|竣工|达到|实现|发放|整改|落实|签约|投产|投用|通车|启动|实施|收缴|下达|拨付"
_FIGURE = r"(?<=[0-9万亿])"
_END = r"(?=[，。；、,;）)]|$)"
#: The characters that a look finds first, the pattern around them (counted from where they stand), and what is meant.
_SLIPS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("下拔", "划拔", "拔付"), "", "拨"),
    (("公项", "公倾", "公颂"), rf"{_FIGURE}..{_END}", "公顷"),
    (("平方未",), rf"{_FIGURE}...", "平方米"),
    (("万无", "亿无"), rf"(?<=[0-9])..{_END}", "元"),
    (("人此",), rf"{_FIGURE}..{_END}", "人次"),
    (("公理",), rf"{_FIGURE}..{_END}", "公里"),
    (("顿",), rf"{_FIGURE}.{_END}", "吨"),
    (("干米", "干瓦", "干克", "干伏"), rf"{_FIGURE}..", "千"),
    (("基中",), r"(?<=[，。；、,;：:（(\n])..(?=[一-鿿])", "其中"),
    (("翻一翻", "翻两翻", "翻了一翻", "翻了两翻"), "", "番"),
    (("大至",), "..(?=如下|相当|分为|相同|可分)", "大致"),
    (("累积",), rf"..(?=(?:{_DONE}|投资|检查|培训|救助|接待|查处)[^，。；]{{0,12}}[0-9])", "累计"),
    (("己",), rf"(?<![自知克律异利舍]).(?=(?:{_DONE}|经(?![营济历])))", "已"),
    (("末",), rf"(?<![年月期周季世岁本始粉微尾]).(?=(?:{_DONE}|发生|按期|发现))", "未"),
    (("士地",), "(?<![战护兵卫博])..", "土地"),
    (("布署",), "", "部署"),
    (("贯切",), "", "贯彻"),
    (("增涨",), "", "增长"),
    (("幅射",), "", "辐射"),
    (("迁徒",), "", "迁徙"),
    (("竟争",), "", "竞争"),
    (("防犯",), "", "防范"),
    (("再接再励",), "", "再接再厉"),
    (("同期相此", "年相此"), "", "相比"),
    (("审记",), "..(?=局|项目|报告|署|机关)", "审计"),
    (("统记",), "..(?=局|数据|公报|调查)", "统计"),
    (("计划资", "完成资", "到位资", "总资"), ".{2,3}(?<=资)(?=[0-9])", "投资"),
    (("按计",), "..(?=应|于|完)", "按计划"),
    (("存款余", "贷款余"), "...(?=[0-9])", "余额"),
    (("个白分点",), "", "百分点"),
)
_TRIED = {word: (lazy(pattern) if pattern else None, meant) for words, pattern, meant in _SLIPS for word in words}
_ANY = lazy("|".join(_TRIED))
#: What stands twice is looked for at the beginning of a line or a quotation; there are too many other places.
_TWICE = lazy(r"[\n【《“](?:(?<=\n)[ ]*|(?<!\n))(?P<long>[0-9一-鿿]{0,6}[一-鿿]{3}[0-9一-鿿]{1,6})(?P=long)")
_MANY = 6


def wording(context: Context) -> Iterator[Finding]:
    """Yield slips of characters and words that stand twice."""
    yield from over(context, slips)


def slips(text: str) -> Iterator[Hit]:
    """Yield what no dictionary has."""
    for match in _ANY.finditer(text):
        word, (pattern, meant) = match.group(), _TRIED[match.group()]
        if pattern is None or pattern.match(text, match.start()):
            message = _("{quote}: was {meant} meant?").format(quote=word, meant=meant)
            yield Hit("WORD001", *match.span(), message, _("write the right character"))
    twice = [(match.start("long") - 1, match.end() - 1) for match in _TWICE.finditer(f"\n{text}")]
    for start, end in twice if len(twice) <= _MANY else ():
        message = _("words stand twice: {quote}").format(quote=text[start:end])
        yield Hit("WORD002", start, end, message, _("take one of the two out"))


explained(
    Explanation(
        "WORD001",
        "slip-of-a-character",
        "wording",
        Severity.WARNING,
        N_("Characters that look or sound alike are not confused: 下拔 for 下拨, 公项 for 公顷, 翻一翻 for 翻一番."),
        N_("A wrong character in a published report is what readers remember; beside a figure it may change its unit."),
        "下拔资金68万元。",
        "下拨资金68万元。",
        N_("Write the right character."),
    ),
    Explanation(
        "WORD002",
        "said-twice",
        "wording",
        Severity.WARNING,
        N_("No words of four characters or more stand twice in a row at the beginning of a line, a quotation or a title."),
        N_("Something was pasted twice, or the words between got lost."),
        "【社会保障社会保障】参保率98%。",
        "【社会保障】参保率98%。",
        N_("Take one of the two out."),
    ),
)
