"""The part of ``unit`` about nouns and the units that can measure them: no pipe is so many 公顷 long, no area so many 公里."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..findings import Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import each, in_order, lazy, places_of
from .base import Hit, around

_NUMBER = r"(?<![0-9.,，])[0-9][0-9,]{0,11}(?:\.[0-9]{1,4})?[余多]?[百千万亿]{0,2}"
_LINK = (
    r"(?:总量|总数|总额|合计|累计|共计|已经?|达到?|约|近|逾|超过?|为|共|计|完成|新增|增加到?|减少到?|提高到|扩大到|仅|的"
    r"|浓度|年均|平均|均值|[：: ]){0,3}"
)
_AREA, _LENGTH = "平方公里|平方千米|平方米|公顷|亩", "公里|千米|米"
_PEOPLE = "农民|农户|职工|学生|学员|游客|群众|患者|病人|旅客|党员|干部|老年人|居民|儿童|妇女|人员|骨干|教师"
#: Nouns, and units that cannot be theirs. What may be counted or measured in several ways is not here: 绿化 goes by 公里, 亩 and 株.
_PAIRS = (
    (
        "管网|管道|管线|光缆|电缆|铁路|高速公路|农村公路|硬化路|里程|堤防|绿道|防火隔离带|输电线路",
        f"{_AREA}|吨|立方米|千瓦时|元",
    ),
    ("公路", "平方公里|平方千米|吨|立方米|千瓦时"),
    ("面积|绿地|耕地|湿地|建设用地|高标准农田", f"{_LENGTH}|吨|立方米|千瓦时|元|人|人次|户"),
    ("建筑面积|房屋面积|住房面积|销售面积|校舍|厂房|办公用房", "平方公里|平方千米|公里|千米|吨|元"),
    ("公路|道路|水泥路|砂石路|产业路|河道|渠道|护岸|林带|国道|省道|县道|乡道|村道|步道", "平方公里|平方千米"),
    ("占地|幅员|校舍", _LENGTH),
    ("供水量|用水量|取水量|库容|蓄水量", f"千瓦时|{_AREA}|{_LENGTH}"),
    ("蓄积|蓄积量", f"{_AREA}|{_LENGTH}|吨"),
    ("实缴职工|参保人员|参保职工|从业人员|在校生|在校学生|在册党员|受训人员|受益群众", "元|吨|亩|公里"),
    ("电量", "千瓦|兆瓦|吨|立方米|公里"),
    ("装机容量|装机规模|负荷", "千瓦时|兆瓦时|吨|立方米"),
    ("人口|人数", "元|吨|亩|公里|平方公里|公顷"),
    ("户数", "元|吨|亩|人|人次|公里"),
    (
        "收入|产值|生产总值|税收|利润|销售额|成交额|交易额|营业额|零售额|零售总额|进出口总额|固定资产投资|存款余额|贷款余额",
        "吨|亩|公顷|人次|公里|平方米|立方米|千瓦时|辆|头",
    ),
    ("产量|总产", f"{_AREA}|{_LENGTH}|元|人|人次|户"),
    ("客运量|旅客吞吐量|客流量|游客|旅客|门诊量|门急诊量", "吨|标箱|亩|公里|元人次"),
    ("货运量|货物吞吐量|货邮吞吐量", "人|人次|户|亩"),
    ("降水量|降雨量|雨量", "公里|米|公顷|立方米|ml|mL|ML|毫升"),
    ("投资目标|投资任务|投资计划", f"{_AREA}|{_LENGTH}|吨|人|人次|户|立方米"), ("案件", "人"),
    ("人均住房面积|人均居住面积|人均住房建筑面积", "平方公里|公顷|亩|立方米"),
    ("PM2.5|PM10", "毫克"),
    ("出圃苗木|出圃各类苗木|出圃合格苗木|出圃优质苗木|调运苗木|补植苗木|四旁植树|零星植树|栽植绿化树", f"{_AREA}|{_LENGTH}|吨"),
    (
        "出栏生猪|存栏生猪|生猪出栏|生猪存栏|能繁母猪|能繁母猪存栏|出栏肉牛|出栏肉羊|出栏家禽|家禽出栏|家禽存栏|牛存栏|羊存栏|牛出栏|羊出栏",
        f"{_AREA}|{_LENGTH}|吨|立方米|千瓦时|人|人次|户",
    ),
    ("机动车保有量|汽车保有量|公交车|出租车|校车|消防车", f"{_AREA}|吨|立方米|千瓦时"),
    ("养老床位|医疗床位|护理床位|病床|实有床位|编制床位|开放床位", f"{_AREA}|{_LENGTH}|吨|立方米|千瓦时|户"),
    ("馆藏图书|藏书|图书藏量|藏书量", f"{_AREA}|{_LENGTH}|吨|立方米|人"), ("粗钢|钢材|生铁|原煤", f"{_AREA}|{_LENGTH}|人|户|辆|头"),
    (
        "覆盖率|普及率|合格率|优良率|绿化率|城镇化率|入学率|巩固率|办结率|结案率|满意率|完成率|开工率|达标率|参保率|就业率|利用率|入住率|治愈率",
        f"{_AREA}|{_LENGTH}|吨|立方米|元|人|人次|户|天|件",
    ),
    ("人均公园绿地面积|人均住房面积|人均耕地面积", "%|％"), ("供水能力|处理能力", f"{_AREA}|{_LENGTH}|元|户"),
    ("新增就业|城镇就业|转移就业|带动就业|吸纳就业|实现就业", "元|吨|亩|公里|平方米"),
    ("造林|退耕还林", "公里|吨|立方米"), ("公厕|厕所|充电桩|危房", "公里|公顷|吨|立方米"), ("卫生室|泵站|提灌站", "公顷|吨"),
    ("出栏|存栏", "亩|公里|平方米|立方米|人"), ("隐患|纠纷", "人|吨|亩|公里"), ("来信|信件", "人|公里|亩"),
    ("宣传资料|宣传单|宣传册|传单", "人次|人|亩|公里|起"), ("检查企业|走访企业|服务企业|帮扶企业", "人次|人|公里|亩|起"),
    ("嫌疑人", "起|件|元|亩"), ("执法人员|出动警力", "家次|户次|车次|辆次|件|起|公里"), ("气温|水温", "%|％|毫米|米|公里"),
)  # fmt: skip
_NOUNS: dict[str, frozenset[str]] = {}
for _nouns, _units in _PAIRS:
    _NOUNS |= {noun: _NOUNS.get(noun, frozenset()).union(_units.split("|")) for noun in _nouns.split("|")}
#: What stands before some of them and makes another word: 低收入人口.
_OTHER_WORD = {"收入": ("低收入", "无收入"), "面积": ("横截面积", "横断面积", "断面面积")}
_UNITS = "|".join(sorted({unit for units in _NOUNS.values() for unit in units}, key=lambda unit: (-len(unit), unit)))
_FIGURE = rf"(?P<figure>(?:[0-9.]{{1,6}}[-—–~～至])?{_NUMBER}(?P<unit>{_UNITS})(?!时|小时))(?:/立方米)?(?=[，。；、,;）)（(]|的[0-9]|$)"
#: The last character of each, before a figure: to try every noun everywhere would cost as much as all other rules of units.
_ENDS = {last: tuple(noun for noun in _NOUNS if noun[-1] == last) for last in {noun[-1] for noun in _NOUNS}}
_BEFORE_LAST = "".join(sorted({noun[-2] for noun in _NOUNS}))
_ENDING = lazy(
    rf"[{''.join(sorted(_ENDS))}](?<=[{_BEFORE_LAST}].)(?=[0-9总合累共已达约近逾超为计完新增减提扩仅的浓年平均：: ])(?={_LINK}[0-9])"
)
_BEHIND = lazy(rf"{_LINK}{_FIGURE}", re.M)
_TRAINED = tuple(
    lazy(rf"{act}(?P<noun>{_PEOPLE}){_LINK}{_FIGURE}", re.M) for act in ("培训", "接待", "接诊", "走访", "体检", "筛查", "惠及", "服务")
)
_NO_PEOPLE = frozenset(("元", "吨", "亩", "公里"))
#: The ends of names of amounts; those of rates go by points.
_AMOUNTS = (
    "量|额|产值|总值|收入|支出|投资|人数|人次|件数|起数|户数|面积|产量|贷款|存款|税收|利润|里程|出口|进口|游客|案件|警情|事故|用电"
    "|产出|销售|贸易"
)
_BY_POINTS = lazy(
    rf"(?:{_AMOUNTS})(?:总数|总量|余额)?[，,]?(?:同比|环比|(?:比|较)(?:上年|去年|上年同期|去年同期|年初))?"
    r"(?:增长|下降|上升|减少|增加|提高)了?(?P<figure>[0-9]{1,3}(?:\.[0-9]{1,2})?个百分点)"
)
_FAR, _POINTS, _NAME = 40, 4, 14
_CLAUSE = lazy("[，。；,;\n]")
#: Water in metres, of which nothing says that they are the length of what leads it.
_METRES = lazy("m(?<=[0-9][万亿]m)(?=[ ]?[，。；、,;])")
_WATER = lazy(
    r"(?:水|库容|土方|石方|方量|混凝土|砌石|开挖|回填|浇筑)(?!管|渠|沟|线|网|道|库)"
    r"[^，。；、管渠沟线长路坝堤深位道\n]{0,8}?(?P<figure>[0-9.]{1,9}[万亿]m)"
)
_SPENT = lazy("投资|资金|经费|预算|[0-9][万亿]元[，、]")
_RATE_LIKE = lazy("率|比重|占|增速|增幅|份额|比例|涨幅|降幅|面|指数|贡献|[拉带推]动|影响|[快慢高低]于|均")


def measures(text: str) -> Iterator[Hit]:
    """Yield figures in a unit that does not measure their noun, and amounts that grow by points."""
    for ending in _ENDING.finditer(text):
        end = ending.end()
        known = _ENDS[ending.group()]
        match = _BEHIND.match(text, end) if text.endswith(known, 0, end) else None
        if match is None or (match["unit"] == "元" and _SPENT.search(text, max(0, end - _FAR), end)):
            continue  # 投资1120亿元，其中国道812亿元、农村公路197亿元: what was spent on them
        for noun in known:
            wrong = match["unit"] in _NOUNS[noun] and text.endswith(noun, 0, end)
            if wrong and not text[max(0, end - 4) : end].endswith(_OTHER_WORD.get(noun, ("\n",))):
                yield _wrong(match, noun)
                break
    for match in in_order(text, _TRAINED):
        if match["unit"] in _NO_PEOPLE:
            yield _wrong(match, match["noun"])
    for sign in each(text, _METRES):
        if water := _WATER.search(text, *around(text, sign.start(), 24, 1)):
            message = _("{noun} is not measured in {unit}: {quote}").format(noun="水", unit="m", quote=water.group())
            yield Hit("UNIT009", *water.span("figure"), message, _("look up the unit"))
    for at in places_of(text, "个百分点"):
        start, end = around(text, at, _FAR, _POINTS)
        found = _BY_POINTS.search(text, start, end)
        if found is not None and not _RATE_LIKE.search(_sentence(text, start, found)):
            message = _("an amount grows by %, not by 个百分点: {quote}").format(quote=found["figure"])
            yield Hit("UNIT009", *found.span("figure"), message, _("write % instead of 个百分点, or look up what grew"))


def _sentence(text: str, start: int, found: re.Match[str]) -> str:
    """Return what stands in the sentence before the figure that an amount has changed by, not far from it."""
    clause = _CLAUSE.split(text[max(start, found.start() - _NAME) : found.start()])[-1]
    return re.split("[。；;]", text[max(start, found.start() - len(clause) - 8) : found.start("figure")])[-1]


def _wrong(match: re.Match[str], noun: str) -> Hit:
    quote = noun + match.group().removeprefix(noun)
    message = _("{noun} is not measured in {unit}: {quote}").format(noun=noun, unit=match["unit"], quote=quote)
    return Hit("UNIT009", *match.span("figure"), message, _("look up the unit"))


explained(
    Explanation(
        "UNIT009",
        "unit-of-something-else",
        "unit",
        Severity.WARNING,
        N_(
            "A figure stands in a unit that can measure its noun: a pipe has 公里, an area 亩 or 平方米; an amount grows by %, "
            "a share or a rate moves by 个百分点, one in ‰ by 个千分点."
        ),
        N_("The unit was taken from the neighbouring figure; the reader cannot tell which of noun, number and unit is wrong."),
        "铺设供水管网32公顷。",
        "铺设供水管网32公里。",
        N_("Look up the unit."),
    ),
)
