"""Elementary sentences of reports in many wordings: rates, shares, growth and differences. All sentences are made up.

Each form is tried with several nouns, units and marks: true, when nothing may be told, and with its result altered, when something must be.
"""

from __future__ import annotations

from itertools import cycle, product

import pytest
from judging import silent, stands

HALF = str.maketrans("，；：（）", ",;:()")


def check(form: str, kinds: str, right: str, wrong: str) -> None:
    for marks in ({}, HALF):
        text, other = (form.replace("{}", result).translate(marks) for result in (right, wrong))
        assert any(stands(text, kind) for kind in kinds.split()), text
        assert not silent(other), other


# Rates

NAMES = (
    ("地方级税收", "万元"), ("一般公共预算地方收入", "万元"), ("河岸绿化", "亩"), ("公厕改造", "座"), ("就业培训", "人次"),
    ("地方一般预算收入", "万元"),
)  # fmt: skip
PLANS = ("年计划", "年初预算", "年度目标任务", "全年任务", "调整预算", "市下达任务")
RATES = (
    "{n}完成4320{u}，占{w}4800{u}的{}。",
    "{n}完成4320{u}，为{w}4800{u}的{}，高于预期。",
    "{n}4320{u}，占{w}的{}（{w}4800{u}）。",
    "{n}{w}4800{u}，完成4320{u}，占{w}的{}。",
    "{n}{w}为4800{u}，实际完成4320{u}，完成{w}的{}。",
    "{n}完成4320{u}（{w}4800{u}），完成率{}。",
    "{n}{w}4800{u}。截至十月底，完成4320{u}，完成{w}的{}。",
    "完成{n}4320{u}，完成了{w}（4800{u}）的{}。",
    "{n}{w}4800{u}，完成4320{u}（{}）。",
    "{n}{w}4800{u}，完成{w}的{}，达4320{u}。",
)


@pytest.mark.parametrize("form", RATES)
def test_what_was_done_of_a_plan(form: str) -> None:
    for (name, unit), plan in zip(NAMES, PLANS, strict=True):
        check(form.replace("{n}", name).replace("{u}", unit).replace("{w}", plan), "rate share", "90%", "61.3%")


# Shares of what the parts are together

PLACES = ("东片", "西片", "南片", "北片")
COUNTS, SHARES = (9, 12, 6, 3), ("30%", "40%", "20%", "10%")
PARTS = (
    "{a}{v}{u}，占{p}", "{a}{v}{u}（次），占{p}", "{a}{v}{u}，占比{p}", "{a}{v}{u}（占{p}）", "{a}的{v}{u}，占{p}",
    "涉及{a}{v}{u}（次），占{p}", "{a}{v}{u}占{p}",
)  # fmt: skip
LEADS = ("", "从来源看，", "按区域分，", "问题线索30件，其中", "其中：")


@pytest.mark.parametrize(("part", "mark"), [(part, mark) for part, mark in product(PARTS, "；，、") if "，" not in part or mark != "、"])
def test_a_family_of_shares_needs_no_total(part: str, mark: str) -> None:
    for lead, unit in zip(LEADS, cycle("件起个"), strict=False):
        if lead.startswith("问题") and unit != "件":
            continue
        members = [part.format(a=a, v=v, u=unit, p=p) for a, v, p in zip(PLACES, COUNTS, SHARES, strict=True)]
        members[1] = members[1].replace("40%", "{}")
        check(lead + mark.join(members) + "。", "share sum", "40%", "54%")


def test_a_family_that_is_not_all() -> None:
    text = "信访事项按类别分：城建1512件，占25.2%；社保1062件，占17.7%；教育738件，占12.3%；交通{}。"
    check(text, "share", "420件，占7.0%", "420件，占9.6%")


def test_shares_beside_a_total_are_no_sum() -> None:
    assert silent("共有藏书3000册。文学类900册，占30%；历史类600册，占20%。")
    assert silent("共有藏书3000册，有文学类900册，占藏书总数的30%，历史类600册，占藏书的20%。")
    assert not silent("全镇3700人，男性1800人，占60%；女性1200人，占40%。")


def test_the_measure_that_a_share_names() -> None:
    assert silent("帮扶对象200户、640人。东片50户、128人，占帮扶对象户数的25%、人数的20%。")


# Growth

BASES = (
    "上年{b}", "去年同期的{b}", "2019年{b}", "年初{b}", "第六次全国人口普查{b}",
    "2010年11月1日零时的{b}", "上届{b}", "前一年{b}", "上月{b}",
)  # fmt: skip
GROWTHS = (
    "{n}5520{u}，比{B}增加720{u}，增长{}。",
    "{n}5520{u}，与{B}相比，增加720{u}，增长{}。",
    "{n}5520{u}。同{B}相比，增加720{u}，增长{}。",
    "{n}5520{u}，相比{B}，增长{}。",
    "{n}5520{u}，较{B}增长{}。",
    "与{B}相比，{n}5520{u}，增加720{u}，增长{}。",
    "{n}由{B}增加到5520{u}，增长{}。",
)


@pytest.mark.parametrize("form", GROWTHS)
def test_growth_from_any_base(form: str) -> None:
    for base, (name, unit) in zip(BASES, cycle((("登记企业", "家"), ("参保人数", "人"), ("税收收入", "万元"))), strict=False):
        text = form.replace("{n}", name).replace("{B}", base.format(b=f"4800{unit}")).replace("{u}", unit)
        check(text, "growth", "15%", "20.6%")


@pytest.mark.parametrize("base", ["（年初{b}）", "，2019年为{b}", "，上届为{b}", "（上月{b}）", "，前一年为{b}"])
def test_growth_with_its_base_between(base: str) -> None:
    check(f"登记企业5520家{base.format(b='4800家')}，增长{{}}。", "growth", "15%", "20.6%")


ROWS = ("，去年同期为{b}", "，去年同期{b}", "（上年同期{b}）", "；去年同期{b}", "，与去年同期的{b}相比")
MOVED = (
    "，件数和人数同比分别下降{}、25%。",
    "，同比分别下降{}和25%。",
    "，同比件数下降{}、人数下降25%。",
    "，件数下降{}，人数下降25%。",
    "，件数同比下降{}，人数同比下降25%。",
    "，同比分别减少20件、40人，分别下降{}、25%。",
)


@pytest.mark.parametrize(("row", "moved"), list(product(ROWS, MOVED)))
def test_two_measures_of_this_year_and_last(row: str, moved: str) -> None:
    check(f"受理投诉60件120人{row.format(b='80件160人')}{moved}", "growth", "25%", "34.3%")


@pytest.mark.parametrize("form", [
    "货物吞吐量5200万吨，增长{}。其中，沿海港口3600万吨，增长5.0%；内河港口1600万吨，增长2.0%。",
    "零售额52000万元，同比增长{}，其中城镇36000万元，同比增长5.0%；乡村16000万元，同比增长2.0%。",
    "保费5200万元（增长{}），其中财产险3600万元（增长5.0%）、人身险1600万元（增长2.0%）。",
])  # fmt: skip
def test_a_total_grows_as_its_parts_do(form: str) -> None:
    check(form, "growth", "4.1%", "7.6%")


def test_a_change_beside_what_it_comes_to() -> None:
    check("登记企业增加720家，达到5520家，增长{}。", "growth", "15%", "20.6%")
    check("登记企业增加720家（由4800家增加到5520家），增长{}。", "growth", "15%", "20.6%")
    check("登记企业5520家，相比上年增加720家，增长{}。", "growth", "15%", "20.6%")


# Differences

@pytest.mark.parametrize(("plan", "verb"), list(product(("年初预算", "预算", "调整预算"), ("短收", "少收", "欠收", "减收"))))
def test_what_a_budget_lacks(plan: str, verb: str) -> None:
    for form in ("公共预算收入4320万元，较{w}4800万元，{v}{}万元。", "税收收入4320万元，比{w}4800万元{v}{}万元。"):
        check(form.replace("{w}", plan).replace("{v}", verb), "difference growth", "480", "658")


def test_what_is_done_is_not_what_something_is_left_of() -> None:
    assert silent("已完工14个，在建9个，未开工6个。")
    assert silent("受理26件：已办结5件；正在办理9件；不予受理12件。")
    assert not silent("受理26件，已办结5件，正在办理9件。")


# Structures

@pytest.mark.parametrize("names", ["三次产业", "第一、第二、第三产业", "第一、二、三产业", "一、二、三产业"])
def test_the_three_industries(names: str) -> None:
    output = "地区生产总值250.0亿元，其中第一产业增加值25.0亿元，第二产业增加值100.0亿元，第三产业增加值125.0亿元。"
    check(f"{output}{names}增加值占生产总值的比重分别为10.0%、{{}}、50.0%。", "share sum", "40.0%", "54.8%")


def test_a_sibling_is_no_whole() -> None:
    assert silent("重点工作中，东片3612名，占45%；西片2646名，占33%；南片376名，占5%。")
    assert silent("全年咨询1834次。其中，已办结710次，占39%，正在办理396次，占22%。")
