"""Forms in which the base, the target or the total does not stand where it mostly does."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

from summarizer.findings import Severity


def test_a_rate_behind_a_breakdown_is_that_of_the_whole() -> None:
    text = "全年植树8.4万株，其中乔木3.1万株、灌木2.9万株、其他2.4万株，完成年目标任务8万株的{}。"
    assert stands(text.format("105%"), "rate") == 1
    assert accused(text.format("150%"), "rate") == [Severity.WARNING]
    own = "植树8.4万株，其中：乔木3.1万株，占目标任务4万株的77.5%；灌木2.9万株，占目标任务3万株的69.7%。"
    assert accused(own, "rate") == [Severity.ERROR]


@pytest.mark.parametrize("opening", ["上年末贷款余额", "年初存款余额", "期初余额"])
def test_a_level_of_the_beginning_is_the_base_itself(opening: str) -> None:
    text = opening + "40亿元，本年增加5亿元，增长{}。"
    assert stands(text.format("12.5%"), "growth") == 1
    assert accused(text.format("14.3%"), "growth") == [Severity.ERROR]


def test_a_level_compared_with_the_beginning_is_no_opening() -> None:
    assert stands("贷款余额45亿元，比上年末增加5亿元，增长12.5%。", "growth") == 1


def test_a_share_is_of_the_part_that_it_names() -> None:
    text = "全年收入50亿元。其中：工资收入32.5亿元，其他收入17.5亿元，工资占全年收入的比重为{}。"
    assert silent(text.format("65%"))
    assert silent("全年收入50亿元。其中：工资收入32.5亿元，其他收入17.5亿元，劳务占全部报酬的比重为20%。")


def test_the_revised_budget_is_the_base_of_its_own_rate() -> None:
    text = "收入预算为80000万元。支出预算由70000万元调整为76000万元，实际完成72000万元，完成调整预算的{}。"
    assert stands(text.format("94.7%"), "rate") == 1
    assert Severity.ERROR in accused(text.format("90.0%"), "rate")


@pytest.mark.parametrize(
    ("text", "right", "wrong", "kind"),
    [
        ("检出率96.5%，高于目标值{}个百分点（目标为95%）。", "1.5", "2.5", "difference"),
        ("失业率3.1%，低于控制目标{}个百分点，控制目标为4%。", "0.9", "1.9", "difference"),
        ("研发投入占销售收入的4.2%，比上年提高{}个百分点，上年为3.5%。", "0.7", "0.9", "difference"),
        ("用水量18亿立方米，是上年的{}倍，上年为12亿立方米。", "1.5", "2.5", "rate"),
        ("二季度客流30万人次，环比增长{}%，一季度为24万人次。", "25", "35", "growth"),
        ("任务150盏，建成180盏，超额{}%。", "20", "30", "growth"),
        ("新建书屋9个，目标为6个，完成率{}%。", "150", "190", "rate"),
        ("为460名老人提供护理服务，服务率{}%，任务数500名。", "92", "72", "rate"),
        ("重点工程18个，占年计划投资20亿元的{}%，完成投资15亿元。", "75", "95", "rate"),
    ],
)
def test_base_or_target_behind_the_rate(text: str, right: str, wrong: str, kind: str) -> None:
    assert stands(text.format(right), kind) == 1
    assert accused(text.format(wrong), kind)


@pytest.mark.parametrize(
    "text",
    [
        "合格率96.5%，高于全省2.5个百分点，目标为95%。",
        "失业率3.1%，比上年提高0.2个百分点，控制目标为4%。",
        "用水量18亿立方米，是上年的2.5倍，全省为12亿立方米。",
        "二季度客流30万人次，同比增长35%，一季度为24万人次。",
        "任务150盏，涉及街道8条，超额30%。",
    ],
)
def test_what_follows_and_is_of_something_else_stays_silent(text: str) -> None:
    assert silent(text)


@pytest.mark.parametrize(
    "text",
    [
        "救助80例，发放救助金40万元，例均0.5万元。",
        "执结案件200件，到位资金600万元，案均3万元。",
        "支持项目25个、资金1亿元，个均400万元。",
        "立案50起，罚款总额150万元，平均每起案件罚款3万元。",
        "在册低保对象600人。全年发放低保金360万元，月人均补差500元。",
    ],
)
def test_averages_over_many_things(text: str) -> None:
    assert stands(text, "average") == 1


def test_an_average_that_is_off() -> None:
    assert accused("救助80例，发放救助金40万元，例均0.8万元。", "average")
    assert silent("救助80例，发放救助金40万元，其中3例均为0.8万元。")


def test_a_total_called_so_by_its_name() -> None:
    text = "第一批下放6项、第二批下放8项、第三批下放5项，累计下放{}项。"
    assert stands(text.format(19), "sum") == 1
    assert accused(text.format(21), "sum") == [Severity.WARNING]
    assert accused("获一等奖3个、二等奖5个、三等奖9个，获奖总数19个。", "sum") == [Severity.WARNING]
    assert silent("本月办理6项、上月办理8项，累计办理90项。")
    assert silent("第一批下放6项、第二批取消8项、第三批调整5项，累计下放40项。")


def test_an_open_list_may_be_longer_but_not_shorter() -> None:
    assert silent("对甲河、乙溪、丙湾、丁塘等9个村开展回访。")
    assert accused("对甲河、乙溪、丙湾、丁塘等3个村开展回访。", "count") == [Severity.WARNING]
