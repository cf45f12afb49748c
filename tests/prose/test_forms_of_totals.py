"""Totals and their parts, both sides of an account, and numbers of what is listed, in every order and with every mark."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

NOUNS = [("残疾患者", "名"), ("老旧小区改造项目", "个"), ("新能源公交车", "辆"), ("水泥", "吨")]
PARTS = ("城东片", "城西片", "山区片"), (41, 26, 17)
ORDERS = ["共有{n}{x}{u}", "新增{x}{u}{n}", "{n}达{x}{u}", "{n}总数{x}{u}"]
ANNOUNCED = ["（{p}）。", "：{p}。", "，分别是{p}。", "，即{p}。", "，具体为：{p}。", "（其中：{p}）。", "。其中，{p}。"]
CLOSED = ["{p}，共{x}{u}{n}。", "{p}，合计{x}{u}。", "{p}，{n}共{x}{u}。", "{n}：{p}，总计{x}{u}。"]
HEADS = ["贫困户{x}户{y}人", "共有贫困户{x}户、{y}人", "贫困户共{x}户（{y}人）"]
TABLES = ["，{r}。", "，其中{r}。", "（{r}）。", "，分别为{r}。", "：{r}。", "。其中：{r}。"]
ACCOUNTS = [
    ("本级收入{a}万元，加上上级补助收入900万元、调入资金140万元，总收入{x}万元。", "4040", "5535"),
    ("收入合计4040万元。\n本级支出2800万元，加上上解支出60万元，支出合计2860万元。\n上述收支相抵，年终结余{x}万元。", "1180", "1617"),
    ("收入总计4040万元，支出总计2860万元，收支相抵，年终滚存结余{x}万元。", "1180", "1617"),
    ("基金收入1867万元，上年结余638万元，基金支出938万元。\n上述收支相抵，年终结余{x}万元。", "1567", "2147"),
]
LISTED = [
    ("抓好以下{x}项工作：修订章程；清理档案；核对台账；公开结果。", "四", "五"),
    ("完善制度{x}项，具体为：值班制度、例会制度、会签制度。", "3", "4"),
    ("抓好{x}项工作。一是修订章程；二是清理档案；三是公开结果。", "三", "四"),
    ("建成{x}个平台：调度平台、预警平台、监测平台，以及面向企业的服务平台。", "4", "6"),
]


def _parts(unit: str, mark: str, behind: str = "") -> str:
    return mark.join(f"{name}{number}{unit}{behind}" for name, number in zip(*PARTS, strict=True))


@pytest.mark.parametrize(("noun", "unit"), NOUNS)
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("ending", ANNOUNCED)
def test_a_list_behind_its_total(noun: str, unit: str, order: str, ending: str) -> None:
    for mark in ("、", "；"):
        text = (order + ending).format(n=noun, u=unit, x="{x}", p=_parts(unit, mark))
        assert stands(text.format(x=84), "sum"), "not read"
        assert not silent(text.format(x=53)), "not noticed"


@pytest.mark.parametrize(("noun", "unit"), NOUNS)
@pytest.mark.parametrize("text", CLOSED)
@pytest.mark.parametrize("mark", ["、", "，"])
def test_a_total_behind_its_list(noun: str, unit: str, text: str, mark: str) -> None:
    text = text.format(n=noun, u=unit, x="{x}", p=_parts(unit, mark))
    assert stands(text.format(x=84), "sum"), "not read"
    assert accused(text.format(x=115), "sum"), "not noticed"


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("ending", TABLES)
@pytest.mark.parametrize("mark", ["，", "；"])
def test_rows_of_two_measures_prove_each_other(head: str, ending: str, mark: str) -> None:
    rows = mark.join(("一般户178户745人", "低保户20户54人", "五保户5户5人"))
    text = (head + ending).format(x="{x}", y="{y}", r=rows)
    assert stands(text.format(x=203, y=804), "sum") > 1, "not read"
    assert accused(text.format(x=128, y=804), "sum"), "households not noticed"
    assert accused(text.format(x=203, y=507), "sum"), "people not noticed"


@pytest.mark.parametrize(("text", "right", "wrong"), ACCOUNTS)
def test_what_comes_in_and_goes_out(text: str, right: str, wrong: str) -> None:
    assert stands(text.format(a=3000, x=right), "sum" if "总收入" in text else "difference"), "not read"
    assert not silent(text.format(a=3000, x=wrong)), "not noticed"


@pytest.mark.parametrize(("text", "right", "wrong"), LISTED)
def test_numbers_of_what_is_listed(text: str, right: str, wrong: str) -> None:
    assert stands(text.format(x=right), "count"), "not read"
    assert accused(text.format(x=wrong), "count"), "not noticed"


@pytest.mark.parametrize(
    "text",
    [
        "农机18台：已办结4台；正在办理6台；不予受理8台。",
        "路灯84盏。其中，已办结41盏，正在办理26盏，不予受理17盏。",
        "车辆15辆。其中，已完工共3辆，在建共5辆，未开工共7辆。",
        "已完工23公里，在建10公里，未开工14公里。合计47公里。",
        "社会组织共19家，分别是甲镇8个、乙镇7个、丙镇4个。",
        "建成三个站点：东站；西站；南站；以及配套管网。",
        "新增22项改革任务（东片8项、西片6项、南片4项、北片4项）。",
        "改革任务省级18项、市级28项、县级23项，共计69项改革任务。",
        "其中，经济适用房84万平方米9863套；公租房72万平方米14484套；廉租房12万平方米2418套；棚户区93万平方米8661套。",
        "审结案件326件364人，下降17.5%。起诉257件292人，另有60件66人退回补充侦查。",
        "收入总计9000万元，包括本级收入3000万元、转移性收入3100万元、专项转移支付1850万元、一般性转移支付1050万元。",
    ],
)
def test_true_sentences_of_these_forms(text: str) -> None:
    assert silent(text)
