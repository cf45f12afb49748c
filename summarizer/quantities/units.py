"""Units: a closed table of those that convert, and an open one of measure words.

A unit never holds a scale: in 万元 the unit is 元. Factors are exact and relative to a base unit that no
one needs to know. 亩 is 10000/15 平方米. Percentages and percentage points are dimensions of their own, as
are years and days: no number of days makes a year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from ..errors import FigureError
from ..i18n import gettext as _
from ..patterns import lazy
from .numerals import NUMERAL_CHARACTERS, half_width

SCALES: dict[str, int] = {
    "": 1, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip
"""Scale words and their factors."""
SCALE_WORDS = {factor: word for word, factor in SCALES.items()}

PERCENT = "%"
PERMILLE = "‰"
POINTS = "个百分点"
ORDINAL = "第"


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure counts or measures.

    Args:
        name: as written, without scale: ``元``, ``平方米``, ``人次``. Empty for a bare number.
        dimension: figures convert within it. A measure word is a dimension of its own.
        factor: how many base units of the dimension one of these is.
        counting: a measure word: whole numbers of it are counts.
    """

    name: str
    dimension: str
    factor: Fraction = Fraction(1)
    counting: bool = False

    def __str__(self) -> str:
        return self.name


_CLOSED: dict[str, dict[str, Fraction | int]] = {
    "money": {"元": 1, "元人民币": 1},
    "US dollars": {"美元": 1},
    "euros": {"欧元": 1},
    "Hong Kong dollars": {"港元": 1, "港币": 1},
    "yen": {"日元": 1},
    "area": {
        "平方米": 1, "㎡": 1, "平米": 1, "公顷": 10**4, "平方公里": 10**6, "平方千米": 10**6, "km2": 10**6, "km²": 10**6,
        "亩": Fraction(10**4, 15),
    },
    "volume": {"立方米": 1, "m³": 1, "升": Fraction(1, 1000), "毫升": Fraction(1, 10**6)},
    "length": {
        "米": 1, "公里": 1000, "千米": 1000, "里": 500, "厘米": Fraction(1, 100), "毫米": Fraction(1, 1000), "海里": 1852,
    },
    "mass": {
        "克": 1, "公斤": 1000, "千克": 1000, "斤": 500, "吨": 10**6, "毫克": Fraction(1, 1000), "微克": Fraction(1, 10**6),
    },
    "standard coal": {"吨标准煤": 1, "吨标煤": 1, "千克标准煤": Fraction(1, 1000)},
    "months": {"年": 12, "个月": 1, "月": 1, "季度": 3, "个季度": 3},
    "days": {
        "天": 1, "日": 1, "周": 7, "星期": 7, "个星期": 7, "小时": Fraction(1, 24), "个小时": Fraction(1, 24),
        "分钟": Fraction(1, 1440), "秒": Fraction(1, 86400),
    },
    "working days": {"工作日": 1, "个工作日": 1},
    "ratio": {PERCENT: 1, "成": 10, PERMILLE: Fraction(1, 10)},
    "points": {POINTS: 1, "百分点": 1, "个千分点": Fraction(1, 10)},
    "score": {"分": 1},
    "times": {"倍": 1},
    "power": {"瓦": 1, "千瓦": 1000, "兆瓦": 10**6},
    "energy": {"瓦时": 1, "千瓦时": 1000, "千瓦小时": 1000, "度": 1000},
    "voltage": {"伏": 1, "千伏": 1000},
    "sound": {"分贝": 1},
    "temperature": {"摄氏度": 1, "℃": 1},
    "freight": {"吨公里": 1},
    "travel": {"人公里": 1},
    "age": {"岁": 1, "周岁": 1},
}  # fmt: skip

_WORDS = (
    "个 张 人 户 家 处 名 项 件 所 座 条 套 头 位 种 支 场 次 部 株 辆 届 枚 只 笔 轮 级 本 篇 幢 栋 款 例 线 批 份 起 期 台 艘 架 "
    "片 块 间 层 门 口 根 棵 盏 组 队 班 节 堂 课 站 宗 封 套次 台次 场次 班次 车次 架次 艘次 人次 户次 件次 家次 项次 批次 频次 "
    "例次 门次 床 床位 孔 眼 尾 羽 匹 箱 袋 瓶 盒 桶 卷 册 幅 副 双 对 把 面 顶 股 道 版 集 首 幕 类 样 款次 遍 趟 "
    "台套 台（套） 台(套) 件套 件（套） 件(套) 人（次） 人(次) 户（人） 亩次 标段 席 尊 具 颗 粒 团 "
    "周年 年次 公里次 人天 人日 工日 车位 学位 铺 网 码 点位 点 剂次 剂 辆次 票 学时 课时 延米 页 桩 盆 机位 泊位 岗位 "
    "台件 卷件 标箱 断面次 担 字 通 标准箱 载重吨 单位 TEU 扇 樘 榀 杆 基 则 帧 罐 捆 峰 朵 航次 标台 蹲位 厕位 工位 摊位 席位 "
    "皮长公里 芯公里"
)
COUNTING_WORDS = tuple(_WORDS.split())
"""Measure words that prose is searched for. Any other may stand in a figure of its own."""

# In prose, a measure word before these characters is the beginning of another word: 3分别, 30家具.
NOT_BEFORE: dict[str, str] = {
    "元": "旦宵素", "分": "别之析配类布为期公局中管析享解级批", "人": "民均员才社大力", "位": "于置居列", "所": "有以在属需得",
    "次": "日年月要生性", "处": "理置于罚分在级长", "场": "所地", "道": "路德", "条": "件例", "本": "级市县区次年月地项报单位省部身",
    "对": "口应标照比接象全", "批": "准复示评发", "期": "间末望限货初", "天": "然津气", "种": "植子养粮业", "面": "对向临积",
    "支": "出持付部撑", "台": "账州湾风阶", "站": "在点式", "座": "谈位", "部": "门分署长级委", "起": "草来到步点始诉", "间": "接隔断距",
    "口": "径岸头", "组": "织建成长", "队": "伍员", "班": "子", "节": "约能省假日点目", "门": "诊户口店峡", "份": "额", "轮": "流",
    "届": "时满", "宗": "教旨", "例": "如行会", "封": "闭", "团": "队结", "米": "饭", "克": "服", "里": "程面", "升": "级至到高幅",
    "级": "别", "成": "立员功果为效本交都就长年人", "点": "位", "线": "上下", "网": "络格上", "码": "头", "集": "中体团",
    "首": "次创批届个家", "股": "份权东", "课": "程题堂", "床": "位", "户": "籍外口型", "家": "具庭长属", "件": "套", "度": "过假",
    "月": "饼", "日": "常均益", "年": "度级代货龄", "版": "权", "样": "本", "类": "型似", "层": "面次级", "片": "区", "块": "头",
    "把": "握关手", "双": "方重向", "名": "称单", "遍": "布", "铺": "设", "席": "位", "具": "有体", "周": "边期", "倍": "增", "篇": "章",
    "只": "有", "剂": "量型", "票": "据价房", "页": "面岩", "学时": "间", "课时": "间",
    "扇": "形", "杆": "菌件线", "基": "地本础数金层建因点准期站尼", "则": "需应要须可为是按由不", "罐": "头车区", "捆": "绑",
    "峰": "值会时期谷平段",
    "担": "任当保负忧心子", "字": "样体形号幅架方眼", "通": "过知报道车信讯航用",
}  # fmt: skip

_TABLE: dict[str, Unit] = {
    name: Unit(name, dimension, Fraction(factor)) for dimension, names in _CLOSED.items() for name, factor in names.items()
}
_TABLE |= {word: Unit(word, f"count:{word}", counting=True) for word in COUNTING_WORDS}
_TABLE["件次"] = Unit("件次", "count:件", counting=True)  # a letter and a visit are one of each
_TABLE["名"] = Unit("名", "count:人", counting=True)  # of people only
_TABLE["口人"] = Unit("口人", "count:人", counting=True)
BARE = Unit("", "number")
_TABLE[""] = BARE
_TABLE[ORDINAL] = Unit(ORDINAL, "place")

_OPEN = lazy(r"[㐀-䶿一-鿿]{1,4}")
_NOT_IN_OPEN = lazy(rf"[{NUMERAL_CHARACTERS}余几约近超逾数第每均以的了和与及是为在等元]|左右|不[足到]|至少|最多")


def known_units() -> tuple[str, ...]:
    """Return all names of the closed table and the measure words that prose is searched for, longest first."""
    return tuple(sorted((n for n in _TABLE if n and n != ORDINAL), key=lambda n: (-len(n), n)))


_SECOND_WORDS = ("次", "天", "日", "月", "年", "小时", "公里", "套")  # 人月, 车公里: with these a unit is a compound, not a noun


def _begins_with_known(name: str) -> str:
    for size in range(min(3, len(name) - 1), 0, -1):
        if name[:size] in _TABLE:
            return name[:size]
    return ""


@lru_cache(maxsize=2048)
def unit(name: str) -> Unit:
    """Return the unit called ``name``: from the closed table, or a measure word of any name.

    ``％`` is ``%``. A measure word with its noun (``张床位``) is refused: the noun belongs to the label.

    Raises:
        FigureError: if ``name`` cannot be a unit.
    """
    name = half_width(name)
    if (found := _TABLE.get(name)) is not None:
        return found
    if not _OPEN.fullmatch(name) or _NOT_IN_OPEN.search(name):
        raise FigureError(
            _("“{unit}” is not a unit").format(unit=name),
            written=name,
            hint=_("write a number, a scale (万, 亿) and a unit or measure word: 12.5万元, 60张"),
        )
    head = _begins_with_known(name)
    if head and name[len(head) :] not in _SECOND_WORDS:
        raise FigureError(
            _("“{unit}” is a unit with a noun").format(unit=name),
            written=name,
            hint=_("write “{head}” alone; “{noun}” belongs to the label or the sentence").format(head=head, noun=name[len(head) :]),
        )
    return Unit(name, f"count:{name}", counting=True)


_SCALED = lazy(r"(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![米克瓦伏])|百(?!分))?(.*)", re.S)


def split_scale(written: str) -> tuple[str, Unit]:
    """Split ``亿元`` into the scale word and the unit.

    Raises:
        FigureError: if what follows the scale cannot be a unit.
    """
    match = _SCALED.fullmatch(written)
    assert match is not None
    return match[1] or "", unit(match[2])


def convert_factor(source: Unit, target: Unit) -> Fraction:
    """Return how many ``target`` one ``source`` is, exactly.

    Raises:
        FigureError: if they belong to different dimensions.
    """
    if source.dimension != target.dimension:
        hint = _("units convert only inside a dimension, such as 亿元 and 元, or 公顷 and 亩")
        if {source.dimension, target.dimension} == {"ratio", "points"}:
            hint = _("a percentage and a difference of percentages (个百分点) never mix")
        raise FigureError(
            _("{source} cannot become {target}").format(source=source.name or _("a bare number"), target=target.name or _("a bare number")),
            hint=hint,
        )
    return source.factor / target.factor
