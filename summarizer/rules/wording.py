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
#: What is written, and what is meant; each is no word of the language where it stands.
_SLIPS = {
    r"下拔|划拔|拔付|拔款(?!机)": "拨",
    r"(?<=[0-9万])公[项倾颂](?=[，。；、,;）)]|$)": "公顷",
    r"(?<=[0-9万亿])平方未": "平方米",
    r"(?<=[0-9])[万亿]无(?=[，。；、,;）)])": "元",
    r"(?<=[0-9万])人此(?=[，。；、,;）)])": "人次",
    r"(?<=[0-9万])公理(?=[，。；、,;）)])": "公里",
    r"(?<=[0-9万])顿(?=[，。；、,;）)])": "吨",
    r"(?<=[0-9万])干[米瓦克伏]": "千",
    r"(?<=[，。；、,;：:（(\n])基中(?=[一-鿿])": "其中",
    r"翻了?[一两]翻": "番",
    r"大至(?=如下|相当|分为|相同|可分)": "大致",
    rf"累积(?=(?:{_DONE}|投资|检查|培训|救助|接待|查处)[^，。；]{{0,12}}[0-9])": "累计",
    rf"(?<![自知克律异利舍])己(?=(?:{_DONE}|经(?![营济历])))": "已",
    rf"(?<![年月期周季世岁本始粉微尾])末(?=(?:{_DONE}|发生|按期|发现))": "未",
    r"(?<![战护兵卫博])士地": "土地",
    "布署": "部署",
    "贯切": "贯彻",
    "增涨": "增长",
    "幅射": "辐射",
    "迁徒": "迁徙",
    "竟争": "竞争",
    "防犯": "防范",
    "再接再励": "再接再厉",
    r"同期相此|年相此": "相比",
    r"审记(?=局|项目|报告|署|机关)": "审计",
    r"统记(?=局|数据|公报|调查)": "统计",
    r"项日(?=[0-9一-鿿])(?<=[个大点设目]项日)": "项目",
    r"(?:计划|完成|到位|总)资(?=[0-9])": "投资",
    r"按计(?=应|于|完)": "按计划",
    r"[存贷]款余(?=[0-9])": "余额",
    r"(?<=[0-9])[个]白分点": "百分点",
}
_SLIP = lazy("|".join(f"(?P<s{n}>{written})" for n, written in enumerate(_SLIPS)))
_MEANT = tuple(_SLIPS.values())
#: A first look: the odd character itself, which few texts have.
_ODD = lazy("[拔项倾颂未无此理顿干基翻至积己末士署切涨幅徒竟犯励记日资计余白]")
_TWICE = lazy(
    r"(?P<long>[一-鿿0-9]{0,6}[一-鿿]{3}[一-鿿0-9]{1,6})(?P=long)|(?P<short>同比|增长|下降|完成|实现|其中|累计|达到|新增|全年|投资|我县|我市|全县|全市)(?P=short)"
    r"|的的(?!确|士)"
)
_MANY = 6


def wording(context: Context) -> Iterator[Finding]:
    """Yield slips of characters and words that stand twice."""
    yield from over(context, slips)


def slips(text: str) -> Iterator[Hit]:
    """Yield what no dictionary has."""
    for match in _SLIP.finditer(text):
        meant = _MEANT[int(str(match.lastgroup)[1:])]
        message = _("{quote}: was {meant} meant?").format(quote=match.group(), meant=meant)
        yield Hit("WORD001", *match.span(), message, _("write the right character"))
    twice = [match for match in _TWICE.finditer(text) if not match.group().isdigit()]
    for match in twice if len(twice) <= _MANY else ():
        message = _("words stand twice: {quote}").format(quote=match.group())
        yield Hit("WORD002", *match.span(), message, _("take one of the two out"))


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
        N_("No word of four characters or more stands twice in a row, and no 同比同比 or 完成完成."),
        N_("Something was pasted twice, or the words between got lost."),
        "全年完成完成投资320万元。",
        "全年完成投资320万元。",
        N_("Take one of the two out."),
    ),
)
