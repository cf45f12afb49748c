"""What the head of a column, or the label of a row, says: role, period, unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ...patterns import lazy
from .cells import as_unit, half


class Role(StrEnum):
    """What the figures under a head are."""

    LEVEL = "level"
    TARGET = "target"
    ACTUAL = "actual"
    RATE = "rate"
    BEFORE = "before"
    AFTER = "after"
    CHANGE = "change"
    GROWTH = "growth"
    SHARE = "share"
    TOTAL = "total"
    PART = "part"
    AVERAGE = "average"
    GAP = "gap"
    OTHER = "other"


ADDITIVE = frozenset((Role.LEVEL, Role.TARGET, Role.ACTUAL, Role.BEFORE, Role.AFTER, Role.CHANGE, Role.TOTAL, Role.PART, Role.GAP))
"""Roles of figures that can be added up from row to row."""

_NO_FIGURE = lazy(
    r"序号|编号|代码|编码|电话|手机|号码|邮编|年份|日期|时间|排名|排序|位次|名次|等级|级别|备注|说明|联系|文号|证号|账号|学号|届次|^序$|^行次$|^栏次$|^年度$|^年$"
)
_SINGLE = lazy(
    r"均|单价|价格|标准|得分|分值|评分|考核分|指数|系数|浓度|温度|密度|年龄|比例|强度|周期|期限|工期|最高|最低|最大|最小|容积率|率|水平|面值|限额|占|天数|比"
)
_RATE = lazy(
    r"(?:完成|执行|达成|到位|支付|支出)(?:率|比例|百分比|进度|%)|完成(?:年度|全年|年初)?(?:计划|预算|目标|任务)(?:数)?的?(?:%|比例|比重|百分比|进度)"
    r"|(?:占|为|达)(?:年度|年初|全年|调整)?(?:计划|预算|目标|任务)(?:数)?的?(?:%|比例|比重|百分比)?$|预算执行率|目标完成率"
)
_SHARE = lazy(
    r"(?:所?占(?:总数|总量|总额|合计|总计|全部|总人数|总投资|总支出|总收入)?的?(?:比重|比例|比率|百分比|比|%)|比重|构成比?|百分比|占总(?:数|量|额)的?)(?:%)?"
)
_CHANGE = lazy(
    r"(?:增减|增加|增长|减少|变动|变化|新增)(?:额|数|量|值|情况)?$|^增量$|(?:同比|比上年|较上年|比去年|较去年|与上年比)(?:增减|增加|增长|变动|变化|±)?(?:额|数|量|值)?$"
)
_GROWTH = lazy(
    r"(?:增长|增减|变动|增|降)(?:率|幅度|幅|速|%|比例|百分比)|(?:同比|比上年|较上年|比去年|较去年)(?:增长|增减|±)?(?:率|幅|幅度)?(?:%)?$|增幅|增速|^增减?%$|^增长$|^同比$"
)
_REAL = lazy("可比|不变价|同口径|环比|名义|实际增|两年平均|年均|累计增")
_FALL = lazy(r"(?:下降|减少|降幅|降低)(?!.*增)")
_BEFORE = lazy("上年|去年|上期|期初|年初(?!预算|计划|目标|任务|安排)|同期|基期|前值")
_AFTER = lazy("本年|今年|当年|本期|期末|年末|年底")
_TARGET = lazy("计划|目标|任务|预算|概算|指标数")
_DONE = lazy("完成|实际|执行|决算|实绩|实现|已")
_DONE_FIRST = lazy("^(?:累计|年度|全年|本年)?(?:实际|已)?完成|^实际|^决算")
_TOTAL = lazy(r"^(?:合计|总计|小计|共计|总和)(?:数|额|金额|人数)?$")
_YEAR = lazy(r"(?<![0-9])(20[0-9]{2}|19[0-9]{2})(?:年度|年(?!前|内累)|$)")
_SPAN = lazy(r"[0-9]{1,2}月|季度|上半年|下半年|十[二三四]五|[0-9]{4}\s?[-—–~至]\s?[0-9]{2,4}|累计|本月|当月|截至|前三")
_BRACKET = lazy(r"\(([^()]{1,16})\)")
_UNIT_BEHIND = lazy(r"[/、,:]\s?([^/、,:]{1,6})$")
_COUNTS = lazy(r"(?P<people>人数|人员数|职工数|党员数)|(?P<homes>户数)|(?P<many>数量|个数|件数|家数|处数|场数|次数|台数)$")


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says.

    Args:
        text: without unit, brackets and blanks. unit: with its scale; empty where the head gives none.
        year: 0 for none. span: a month or another stretch that is no whole year.
        falls: the figures are of a decrease. real: a rate that nominal amounts say nothing about.
    """

    text: str
    role: Role = Role.LEVEL
    unit: str = ""
    year: int = 0
    span: bool = False
    falls: bool = False
    real: bool = False

    @property
    def stem(self) -> str:
        """What is left without year and words of time."""
        return re.sub(r"20[0-9]{2}年?度?|本年|今年|当年|上年|去年", "", self.text)


@lru_cache(maxsize=2048)
def read_head(written: str) -> Head:
    """Read one head."""
    plain = re.sub(r"\s|\*\*", "", half(written)).strip("*:")
    text, unit = _without_unit(plain)
    percent = unit in ("%", "‰", "个百分点") or text.endswith("%")
    year = _YEAR.search(plain)
    return Head(
        text,
        _role(text, percent),
        unit or ("%" if text.endswith("%") else ""),
        int(year[1]) if year else 0,
        bool(_SPAN.search(plain)),
        bool(_FALL.search(text)),
        bool(_REAL.search(plain)),
    )


def _without_unit(plain: str) -> tuple[str, str]:
    unit = ""
    for found in _BRACKET.finditer(plain):
        unit = unit or as_unit(found[1].removeprefix("单位:"))
    text = _BRACKET.sub("", plain)
    if not unit and (found_behind := _UNIT_BEHIND.search(text)) and as_unit(found_behind[1]):
        unit, text = as_unit(found_behind[1]), text[: found_behind.start()]
    return text, unit


def _role(text: str, percent: bool) -> Role:
    if _NO_FIGURE.search(text):
        return Role.OTHER
    if _RATE.search(text):
        return Role.RATE
    if _SHARE.fullmatch(text):
        return Role.SHARE
    if _TOTAL.fullmatch(text):
        return Role.TOTAL
    if text.startswith("其中"):
        return Role.PART
    if moved := _moved(text, percent):
        return moved
    if text.startswith(("人均", "户均", "平均每")):
        return Role.AVERAGE
    if percent or _SINGLE.search(text):
        return Role.OTHER
    if text in ("差额", "相差", "差异", "差值"):
        return Role.GAP
    return _amount(text)


def _moved(text: str, percent: bool) -> Role | None:
    """Whether figures are of a change; 同比 alone may be either, and its unit or cells tell."""
    if percent and (_GROWTH.search(text) or _CHANGE.search(text)):
        return Role.GROWTH
    if re.search(r"率|幅|速", text) and _GROWTH.search(text):
        return Role.GROWTH
    if text in ("同比", "增长", "同比增长", "比上年增长", "较上年增长", "同比增减", "下降", "同比下降"):
        return Role.GROWTH
    return Role.CHANGE if _CHANGE.search(text) and not text.startswith("新增") else None


def _amount(text: str) -> Role:
    target = _TARGET.search(text)
    if _DONE_FIRST.search(text) and not (target and re.search(r"完成(?:计划|预算|目标|任务)", text)):
        return Role.ACTUAL
    if target:
        return Role.TARGET
    if _BEFORE.search(text):
        return Role.BEFORE
    if _DONE.search(text):
        return Role.ACTUAL
    return Role.AFTER if _AFTER.search(text) else Role.LEVEL


def count_unit(text: str) -> str:
    """Return what a head without a unit counts: 人数 are 人; empty if it counts nothing for certain."""
    found = _COUNTS.search(text)
    if found is None:
        return ""
    return "人" if found["people"] else "户" if found["homes"] else "个"
