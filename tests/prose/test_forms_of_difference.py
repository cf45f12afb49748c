"""The forms in which offices say what lies between two figures: each read where it holds, and noticed where its result is altered."""

from __future__ import annotations

import pytest
from judging import accused, claims_of, silent

from summarizer.claims.base import Settings
from summarizer.prose import read_claims

BEFORE = ("", "全年各项工作有序推进。", "召开调度会12次，印发简报35期。")
KINDS = ("difference", "growth", "sum")
"""The three kinds of claim that one figure less another may be: 由A增至B，增加D; 其余D."""

OF_WORK = [
    "应修缮校舍{a}栋，已修缮{b}栋，未修缮{d}栋",
    "修缮校舍{a}栋，已完工{b}栋（剩余{d}栋）",
    "修缮校舍{a}栋（含上年结转9栋），已完工{b}栋，剩余{d}栋",
    "修缮校舍{a}栋，惠及师生7462人，已完工{b}栋，剩余{d}栋",
    "修缮校舍{a}栋，已完工{b}栋，没完工的{d}栋",
    "已完工{b}栋，占应修缮{a}栋的大半，惠及师生9714人，剩余{d}栋",
    "修缮校舍{a}栋 ，完工{b}栋 ，余 {d}栋",
    "修缮校舍{a}栋，已完工{b}栋，结转下年{d}栋",
    "年度任务{a}栋，已完工{b}栋，欠{d}栋",
    "年度任务{a}栋，已完工{b}栋，比任务少{d}栋",
    "年度任务{a}栋，已完工{b}栋，低于目标{d}栋",
    "年度任务{a}栋。截至11月底完工{b}栋，还差{d}栋",
    "完工{b}栋，较年度任务还差{d}栋，年度任务{a}栋",
    "计划修缮校舍{b}栋，实际修缮{a}栋，超额完成{d}栋",
    "任务{b}栋，完成{a}栋（超额{d}栋）",
    "完成{a}栋，超年初计划的{b}栋{d}栋",
    "完成{a}栋，高于目标任务{b}栋，多出{d}栋",
    "甲镇{a}栋，乙镇{b}栋，相差{d}栋",
    "甲镇修缮{a}栋，乙镇修缮{b}栋，甲镇多{d}栋",
    "最多的甲镇{a}栋，最少的乙镇{b}栋，相差{d}栋",
    "我县修缮{a}栋，全市平均{b}栋，比全市平均多{d}栋",
]
OF_TIMES = [
    "2021年接待{b}批，2022年接待{a}批，增加{d}批",
    "年初{b}批，年末{a}批，增加{d}批",
    "接待{a}批（2021年为{b}批），增加{d}批",
    "接待{a}批，比上年多{d}批（2021年{b}批）",
    "接待{a}批，超过上年（{b}批）{d}批",
    "接待团队增加{d}批，达到{a}批，上年为{b}批",
    "较2021年底的{b}批，净增{d}批，达到{a}批",
    "接待团队由{b}批增至{a}批（增加{d}批）",
    "接待团队增加{d}批，由{b}批增至{a}批",
    "接待团队由{a}批精简到{b}批，少接{d}批",
    "整治前接待{b}批，整治后{a}批，增加{d}批",
    "一季度接待{b}批，二季度{a}批，环比增加{d}批",
]
OF_MONEY = [
    "慈善款入账{a}万元，支出{b}万元，结存{d}万元",
    "经费总收入{a}万元，总支出{b}万元，收支相抵，结转下年支出{d}万元",
    "收入总计{a}万元。本级支出312.4万元，上解500万元，支出总计{b}万元。收支相抵，年终结转{d}万元",
    "工程送审{a}万元，核减{d}万元，审定{b}万元",
    "集中采购{b}万元，比分散采购估算的{a}万元省下{d}万元",
    "支出{b}万元，控制在限额{a}万元以内，低{d}万元",
    "外贸出口{a}万元、进口{b}万元，净出口{d}万元",
    "累计登记{a}万元，累计注销{b}万元，现有{d}万元",
]
OF_POINTS = [
    "支出进度{a}%，高于序时进度{d}个百分点（序时进度{b}%）",
    "序时进度{b}%，支出进度{a}%，超序时{d}个百分点",
    "知晓率{a}%，高出全市{d}个百分点，全市为{b}%",
    "知晓率{a}%，超全省平均水平{d}个百分点（{b}%）",
    "空置率{b}%，控制在{a}%以内，低{d}个百分点",
    "昼间达标率{a}%、夜间达标率{b}%，昼夜相差{d}个百分点",
    "男生及格率{a}%，女生及格率{b}%，男生高{d}个百分点",
    "能耗下降{a}%，比目标任务{b}%多降{d}个百分点",
    "工业增加值增长{a}%，快于经济增速{d}个百分点，经济增速为{b}%",
]
OF_BALANCE = [
    "基金收入875.3万元，同比增长5.2%，其中保费收入612.1万元、补贴收入201.4万元；支出812.4万元，其中待遇支出700.8万元；当年收支结余{d}万元。",
    "当年财力812.4万元，支出需求875.3万元，收支缺口{d}万元。",
    "债务限额875.3万元，年末余额812.4万元，余额低于限额{d}万元。",
    "年初预算812.4万元，调整后预算875.3万元，调增{d}万元。",
]
OF_STRUCTURE = [
    "三次产业结构由上年的20.4:39.5:40.1调整为18.2:40.6:41.2，第三产业占比提高{d}个百分点。",
    "三次产业结构为18.2:40.6:41.2，与上年20.4:39.5:40.1相比，第二产业提高{d}个百分点。",
    "一产占比下降2.2个百分点，二产、三产占比分别提高1.1个、{d}个百分点。",
]


def _read(text: str) -> bool:
    """Whether a claim of what lies between is recognised, and nothing in the text fails."""
    claims, _figures = read_claims(text)
    holding = any(claim.verdict(Settings()).outcome.value.startswith("holds") for claim in claims if claim.kind in KINDS)
    return holding and silent(text)


def _noticed(text: str) -> bool:
    return any(accused(text, kind) for kind in KINDS)


@pytest.mark.parametrize("form", [*OF_WORK, *OF_TIMES])
@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(("a", "b", "d", "wrong"), [("284", "156", "128", "175"), ("1,563", "1,380", "183", "251")])
def test_counts(form: str, before: str, a: str, b: str, d: str, wrong: str) -> None:
    assert _read(before + form.format(a=a, b=b, d=d) + "。")
    assert _noticed(before + form.format(a=a, b=b, d=wrong) + "。")


@pytest.mark.parametrize("form", OF_MONEY)
@pytest.mark.parametrize("before", BEFORE)
def test_money(form: str, before: str) -> None:
    assert _read(before + form.format(a="875.3", b="812.4", d="62.9") + "。")
    assert _noticed(before + form.format(a="875.3", b="812.4", d="86.2") + "。")


@pytest.mark.parametrize("form", OF_POINTS)
@pytest.mark.parametrize("before", BEFORE)
def test_points(form: str, before: str) -> None:
    assert _read(before + form.format(a="8.6", b="6.1", d="2.5") + "。")
    assert _noticed(before + form.format(a="8.6", b="6.1", d="3.4") + "。")


@pytest.mark.parametrize("form", OF_BALANCE)
def test_balances(form: str) -> None:
    assert _read(form.format(d="62.9"))
    assert _noticed(form.format(d="86.2"))


@pytest.mark.parametrize("form", OF_STRUCTURE)
def test_structure(form: str) -> None:
    assert _read(form.format(d="1.1"))
    assert _noticed(form.format(d="1.6"))


@pytest.mark.parametrize(
    "text",
    [
        "城镇化率由2020年的61.2%提高到2023年的64.2%，年均提高1个百分点。",
        "藏书由2020年的286箱增加到2023年的320箱，净增34箱，年均增长3.8%。",
        "与去年286件相比，今年办结320件，净增34件。",
        "年初在馆286件，年末320件，净增34件。",
        "支出安排118.36亿元，加上上解等转移性支出74.61亿元、结转下年支出27.4亿元，支出合计220.37亿元。",
        "收入完成18.63亿元，为年初预算17.2亿元的108.3%，超收1.43亿元，比上年15.94亿元增长16.9%。",
        "空置率8.6%，与全省平均相差3.1个百分点，投诉率6.2%。",
        "任务120公里，完成135公里，同比增加40公里。",
        "降幅2.5%，降幅低于全省（3.1%）0.9个百分点。",
    ],
)
def test_another_reading_is_possible(text: str) -> None:
    assert silent(text)


def test_net_of_changes() -> None:
    text = "决算数比上年减少0.24万元，具体为接待费增加0.05万元，车辆费减少{d}万元。"
    assert claims_of(text.format(d="0.29"), "difference")
    assert silent(text.format(d="0.29"))
    assert accused(text.format(d="0.92"), "difference")


@pytest.mark.parametrize(
    "form",
    [
        "考核排名由{b}位升至{a}位，前进{d}位。",
        "考核排名第{a}位，上年第{b}位，前移{d}位。",
        "考核居全省第{a}位，同比上升{d}位，上年为第{b}位。",
        "考核由全市第{b}位提升{d}位至第{a}位。",
        "考核排名较上年第{b}位提升{d}位，居第{a}位。",
        "考核2021年列第{b}位，2022年列第{a}位，上升{d}位。",
    ],
)
def test_places(form: str) -> None:
    assert silent(form.format(a=4, b=11, d=7))
    assert accused(form.format(a=4, b=11, d=9), "rank")


@pytest.mark.parametrize("gaps", ["{a}、{b}个百分点", "{a}个、{b}个百分点", "{a}和{b}个百分点", "{a}个百分点和{b}个百分点"])
@pytest.mark.parametrize(
    "than",
    [
        "比全省（{p}%）、全国（{q}%）分别高",
        "较全省平均水平（{p}%）和全国（{q}%）分别高出",
        "增速比全省（{p}%）及全国（{q}%）平均水平分别快",
        "分别比全省（{p}%）、全国（{q}%）高",
        "比全省{p}%、全国{q}%分别高",
    ],
)
def test_several_at_once(than: str, gaps: str) -> None:
    form = "技改投资同比增长19.8%，增速同比提高0.8个百分点，" + than + gaps + "。"
    for a, b, holds in (("4.6", "3.7", True), ("6.4", "3.7", False), ("4.6", "7.3", False)):
        text = form.format(p="15.2", q="16.1", a=a, b=b)
        assert silent(text) if holds else accused(text, "difference")
        assert len(claims_of(text, "difference")) > 1


@pytest.mark.parametrize(
    "left", ["收入总量减去支出总量后，县级结转资金", "收支相抵后，结转结余资金", "收入减支出，年终结余", "收入总量扣除支出总量后，滚存结余"]
)
@pytest.mark.parametrize(
    "sides",
    [
        "收入总量为62005万元。一般公共预算支出51230万元，支出总量为55542万元。",
        "一般公共预算收入40125万元，加上补助收入21880万元，收入总量为62005万元，支出总量55542万元。",
        "县级收入40125万元、返还性收入21880万元，收入合计62005万元；支出合计55542万元。",
    ],
)
def test_what_is_left_of_both_totals(sides: str, left: str) -> None:
    assert claims_of(sides + left + "6463万元。", "difference")
    assert silent(sides + left + "6463万元。")
    assert accused(sides + left + "8854万元。", "difference")
