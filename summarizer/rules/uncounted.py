"""The part of ``blank`` about measure words that lost their number where a verb or an average stands before them, or their parts behind.

比上年末增加人, 缩短个月, 户均元, 超序时进度个百分点, 示范场家（国家级3家、省级16家）, 金寨县（%）、霍山县（15.3%）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import beginning, in_order, lazy
from .awaited import WORD
from .base import Hit
from .compounds import BEGUN
from .endings import Endings
from .gone import gone
from .odd import percent

_HAN = "\u4e00-\u9fff"
_VERBS = ("增加", "减少", "净增", "净减", "新增", "提高", "下降", "上升", "增至", "降至", "达到", "缩短", "延长", "提前")
_UNITS = "人元户件起家个处条名亩吨天例辆次所座台只头宗批期篇项"
_ENDS = Endings(_UNITS)
#: Looked back from a mark: a unit behind a verb of change or behind so many others, behind what it turned to, 元 behind what is money.
_LACKS = lazy(
    rf"(?:(?=[，。；（,;])|(?=、[上下增减提降同]))"
    rf"(?:{'|'.join(f'(?<={verb}[{_UNITS}])' for verb in _VERBS)}|(?<=[0-9][{_UNITS}][多少][{_UNITS}]))"
    r"(?<!新增户)(?<![项篇期])"
    rf"|(?=[，。；,;])(?:(?<=[降加大高少升增短展][到至][{_UNITS}])|(?<=[户人亩件例次床株案头宗项台辆校生]均元)"
    "|(?<=[值入出费款金额资价贴助准润税息租]元)|(?<=每[件个人户名亩例次套台]元)"
    "|(?<=(?:历时|耗时|工期|为期|连续|长达|停工|停产|停运)天))"
    "|(?=[，,](?:已|实际|目前|累计)?(?:完成|签订|开工|建成)[0-9])"
    "(?:(?<=计划[户亩个条处座台])|(?<=任务[户亩个条处座台])|(?<=目标[户亩个条处座台]))"
)
_PENALTIES = (
    "提醒谈话|诫勉|批评教育|通报批评|书面检查|警告|记过|记大过|降级|降职|撤职|开除|党[纪内]|政[务纪]|组织处理|立案|问责|约谈|追责|处分|谈话提醒|行政"
)
"""What is done to so many people: 对3人予以诫勉谈话, 给予2人党纪处分."""
_NUMBER = "一二三四五六七八九十百千万亿零〇两几半多余数每整单双满各某这那哪首近上超过破约逾达成第"
#: Verbs behind which no measure word makes a noun, and those that make one of 件 unless 共 stands before them.
_CASES = "代理|服务|调解|查处|审结|化解|侦破|破获|移送|起诉|调处|理中"
_OTHERS = (
    "查获|打掉|抓获|没收|收缴|关闭|取缔|引进|签约|检查|排查|走访|抽查|整治|新建|改建|建成|开展|组织|举办|召开|发放|印发|张贴|悬挂|接待|受理|办理|办结|答复|立案|结案"
)
_OF_CASES = frozenset(_CASES.split("|"))
_WORK = _OF_CASES | frozenset(_OTHERS.split("|"))
_OF_WORK = "起宗例家份次辆座"
_POINTS = lazy(rf"个(?=百分点)(?<=[{_HAN}]个)(?<![{_NUMBER}以按用个若干]个)")
_MONTHS = lazy("个(?=月[，。；])(?<=(?:缩短|延长|提前|推迟|增加|减少|[短长后前]至|达到|约为)个)")
#: Within a clause: 等个县区, 由家增至21家, 上年起减少8起, 79件人; and at the beginning of one: 家定点机构.
_WITHIN = (
    lazy("个(?<=[等了为辖对在共向给含其县市区省陆国]个)(?=乡[镇（(]|县[区市，、]|省[、，份区级]|行政村|自然村|社区|街道|部门|单位|(?:重点|主要|大中|设区)?城市|地级|国家|居委会|村委会|镇街)"),
    lazy(f"个(?=民族[，。；、,;）])(?<=[{_HAN}]个)(?<![{_NUMBER}个]个)"),
    *beginning(
        "由从",
        rf"(?:[{_UNITS}]|公里|[万亿]元)(?=增[加至到长]|减[少至]|降[至到低]|升[至到]|扩[大展]|提[高升]|拓展|整合|压[减缩]|精简|缩[短减小])",
    ),
    *beginning("续", "(?<=连.)(?:个(?=月|季度)|年(?=[居位获]|保持|稳居|增长|实现|超|荣|高于))"),
    *beginning("第", f"(?<![及门次落等宅府].)[个家座](?=[{_HAN}])"),
    *beginning("中", "(?<=其.)(?:(?:[个项家件户处座条])(?=[为是被])|人(?=[是被]))"),
    *beginning(
        "元吨",
        "(?<=[破过到至达为超算].)"
        "(?:(?<=(?:突破|超过|达到|增至|降至|高达|升至).)(?=[，。；、,;]|大关|以上)|(?<=[为达超].)(?=[，。；,;])|(?<=[预决]算.)(?=[，。；,;]))",
    ),
    *beginning("平", "方米(?<=[超达近]平方米)(?=[，。；,;])"), *beginning("公", "[里顷](?<=[超达]公.)(?=[，。；,;])"),
    *beginning("所家个座条处项户件亩", "(?<=[过到）区村镇校馆院线渠企田][达超].)(?=[，。；,;])(?<![达到]到达.)"),
    *beginning("期年", "的?(?:[起件人个家户宗]|[万亿]元)(?=(?:减少|增加|下降|上升|增长|少|多)[0-9])(?<![万亿]人)"),
    *beginning("天", "(?:(?<=(?:历时|经过|为期|历经|提前|连续|用时|耗时|持续).)(?=[的完超实建竣通投未无])|(?<=[在于].)(?=内))"),
    *beginning("头", f"(?<=[{_HAN}].)(?<![{_NUMBER}].)(?=[（(]只)"),
    lazy("人(?<=[0-9][件起户]人)(?=[，。；,;])"), lazy("由个(?=工作日|[一-鿿]{0,3}月)"),
    *beginning(
        "家", "(?<=[，。；,;].)"
        "(?=定点|企业|单位|规上|合作社|公司|银行|医院|学校|门店|商户|机构|餐饮|超市|民营|国有|小微|重点|药店|示范)",
    ),
    *beginning("宗", "(?<=[，。；,;]宗)(?![旨教地族祠派师庙均亲主室法子社人])(?=[\u4e00-\u9fff])"),
    *beginning("辆", "(?<=[，。；,;]辆)(?=[\u4e00-\u9fff])"),
    *beginning(
        "对", "(?<=[，。；、,;].)(?:人|名[一-鿿]{0,6}?|[个家](?:单位|企业|公司|部门|乡镇|责任单位))"
        f"(?=(?:予以|给予|作出|进行|实施)了?(?:{_PENALTIES}))",
    ),
    *beginning("给", f"予(?:人|名[一-鿿]{{0,6}}?)(?=(?:{_PENALTIES}))"),
)  # fmt: skip
_SPOKEN = "个上下前有是当做搞给了过点找打着种样回让像要想成逐首干"
#: Before what they count, behind any other word; with what they begin another word with, and what ends one with them.
_COUNTING = {
    "个": (BEGUN["个"] + "个中月百均转贷险", _SPOKEN), "座": (BEGUN["座"], "讲底基星就入宝卖插"), "辆": ("次均", "车"), "艘": ("次", ""),
    "株": ("潭距行高均", "长植菌母幼"), "盏": ("", ""), "幢": ("", "经石"), "栋": ("梁", "楼汽画"), "枚": ("举", "猜条"),
    "吨": (BEGUN["吨"] + "级公粮钢煤", "重"), "亩": (BEGUN["亩"], "田"), "公里": ("数处", "方吨人"), "公顷": ("", ""), "平方米": ("", ""),
    "立方米": ("", ""), "平方公里": ("", ""), "万吨": ("级", "个"), "万亩": ("方良示高特标", "个"), "千瓦": ("", "兆"),
}
_ANYWHERE = tuple(
    pattern
    for unit, (begun, ended) in _COUNTING.items()
    for pattern in beginning(unit[0], f"{unit[1:]}(?<=[{_HAN}]{unit})(?<![{_NUMBER}{ended}]{unit})(?=[{_HAN}])(?![{begun}一])")
)
_PERCENT = percent(
    f"(?:(?<=[{_HAN}].)(?<![百点].)(?=的)|(?<=[，。；,;].)(?=[，。；的{_HAN},;])"
    "|(?<=的.)(?=[，。；（,;])|(?<=(?:上涨|增加|减少|回落|提升).)(?=[，。；、和（,;])"
    "|(?<=(?:增长|下降|提高|上升|降低).)(?=和))",
)  # fmt: skip
_OF_LIST = beginning("（(", "(?:[%％件人户个起家]|[万亿]元)(?=[）)])")
_SHARES = r"[（(][0-9][0-9.,]{{0,8}}{unit}[）)]"
#: 东村61户247人, 西村户299人.
_HOUSEHOLDS = beginning("户", rf"(?=、?[0-9][0-9,]*人)(?<=[{_HAN}].)(?<![困保农住商用大个贫致供优居牧渔佃租账客门散专养种难稳{_NUMBER}].)")
_WITH_PEOPLE = lazy("[0-9]户、?[0-9][0-9,]*人")
_REACH, _SHORT, _FAR = 30, 6, 60


def uncounted(text: str) -> Iterator[Hit]:
    """Yield measure words and % whose number is missing."""
    for at in _ENDS.places(text):
        lacks = text[at - 2] not in _NUMBER and (_LACKS.match(text, at) or _has_parts(text, at) or _is_done(text, at))
        if lacks or _is_sum(text, at) or _has_rate(text, at):
            yield gone(text, at - 3, at)
    for match in in_order(text, (_POINTS, _MONTHS)):
        end = match.start() + (4 if text.startswith("百", match.end()) else 2)
        yield gone(text, match.start() - 2, end)
    for match in in_order(text, (*_WITHIN, *_ANYWHERE)):
        yield gone(text, match.start() - 2, match.end())
    for match in in_order(text, _PERCENT):
        yield gone(text, match.start() - 2, match.end())
    for match in in_order(text, _OF_LIST):
        sibling = re.compile(_SHARES.format(unit=match.group()[1:]))
        around = text[max(0, match.start() - _REACH) : match.start()], text[match.end() : match.end() + _REACH]
        if any(map(sibling.search, around)):
            yield gone(text, match.start(), match.end() + 1)
    yield from _of_households(text)


def _of_households(text: str) -> Iterator[Hit]:
    """Yield 户 without its number before that of people, where the places beside it have theirs."""
    for match in in_order(text, _HOUSEHOLDS):
        if _WITH_PEOPLE.search(re.split("[。\n]", text[max(0, match.start() - _FAR) : match.start()])[-1]):
            yield gone(text, match.start() - 2, match.end())


def _is_sum(text: str, at: int) -> bool:
    """Whether a unit stands behind the number of it: 优良天数为天, 户数达到户."""
    return text[max(0, at - _SHORT) : at - 1].rstrip("为达到约共计").endswith(f"{text[at - 1]}数")


def _has_rate(text: str, at: int) -> bool:
    """Whether the rate of what was done follows: 已通水户，通水率96%."""
    return text[at] in "，," and text[at + 3 : at + 4] == "率" and text[at + 1 : at + 3] == text[at - 3 : at - 1]


def _is_done(text: str, at: int) -> bool:
    """Whether what was done has a measure word and no number: 共代理件, 查处起."""
    verb, unit = text[at - 3 : at - 1], text[at - 1]
    if verb not in _WORK or text[at] not in "，。；,":
        return False
    return unit in _OF_WORK or (unit == "件" and (verb in _OF_CASES or text[at - 4] == "共"))


def _has_parts(text: str, at: int) -> bool:
    """Whether a bracket follows that tells how many of them are what."""
    if text[at] not in "（(" or text[at - 1] == "人" or text.endswith("企业家", 0, at) or WORD.search(text[at - 2 : at]):
        return False
    inside = text[at + 1 : at + _REACH].partition("）")[0]
    return re.match(rf"[^0-9，。；、（]{{1,10}}[0-9]{{1,6}}{text[at - 1]}(?:[，、；）]|$)", inside) is not None
