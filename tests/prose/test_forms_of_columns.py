"""Columns that are known by the names of their figures, lists by several aspects, and series of rates. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

ROWS = (
    ("全县校舍44.30万平方米，仪器9100.25万元，图书86.20万册。\n——小学。校舍25.18万平方米，仪器6000.15万元，图书45.10万册。\n"
    "——初中。校舍19.12万平方米，仪器3100.10万元，图书41.10万册。"),
    "全市教职工总数8443人，专任教师7215人。中学教职工总数5180人，增加2.1%；专任教师4464人。小学教职工总数3263人；专任教师2751人，增加1.2%。",
    (
        "全市教职工总数8443人，专任教师7215人，藏书26.45万册。中学教职工总数5180人，增加2.1%；专任教师4464人；藏书15.21万册。"
        "小学教职工总数3263人；专任教师2751人，增加1.2%；藏书11.24万册。"
    ),
)


@pytest.mark.parametrize(("text", "figure", "other"), [(ROWS[0], "86.20万册", "85.20万册"), (ROWS[2], "7215人", "7235人")])
def test_figures_of_one_name_make_the_total_of_that_name(text: str, figure: str, other: str) -> None:
    assert stands(text, "sum") >= 2
    assert text.count(figure) == 1
    assert accused(text.replace(figure, other), "sum")


def test_changes_beside_them_make_the_change_of_the_total() -> None:
    text = (
        "全县校舍44.30万平方米，比上年增加0.56万平方米；图书86.20万册，比上年增加1.34万册。\n——小学。校舍25.18万平方米，比上年增加0.44万平方米；"
        "图书45.10万册，比上年增加0.91万册。\n——初中。校舍19.12万平方米，比上年增加0.12万平方米；图书41.10万册，比上年增加0.43万册。"
    )
    assert stands(text, "sum") == 3
    assert accused(text.replace("1.34万册", "1.74万册"), "sum")


def test_columns_in_one_sentence_are_told_apart_by_their_whole_names() -> None:
    text = (
        "学校占地面积61200平方米，建筑面积30850平方米，其中小学占地面积40100平方米，建筑面积20750平方米，"
        "初中占地面积21100平方米，建筑面积10100平方米。"
    )
    assert stands(text, "sum") == 2


@pytest.mark.parametrize("second", ["二、分级次看：", "二、分征收级次完成情况为：", "地方收入按级次分："])
def test_a_total_is_divided_by_one_aspect_after_another(second: str) -> None:
    text = (
        f"完成收入84249万元，增长5.1%。\n一、分部门看：税务部门完成51653万元，财政部门完成32596万元。\n{second}"
        "上划部分完成12133万元，地方部分完成72116万元。"
    )
    assert stands(text, "sum") == 2
    assert accused(text.replace("72116", "72161"), "sum")


def test_a_series_of_rates_of_a_plan_told_before() -> None:
    text = (
        "全年计划加固水库5座，整治河道8公里，改造泵站4座。\n至11月底，完成水库加固5座、河道整治10公里、泵站改造5座，分别为年度计划任务的100%、125%和125%。"
    )
    assert stands(text, "rate") == 3
    assert accused(text.replace("和125%", "和152%"), "rate")


QUIET = (
    ("发生各类事故6048起，死亡365人，伤2917人，损失2059.3万元。其中，交通事故4846起，死亡344人，伤2911人，损失1631.1万元；"
    "火灾1179起，死亡2人，伤2人，损失234.1万元；工伤事故18起，死亡18人，伤4人，损失184.2万元。"),
    "全年支出供养资金14.5亿元。其中：集中供养18.3万人，集中供养年平均标准为4060.9元/人；分散供养36.3万人，分散供养年平均标准为3008.0元/人。",
    "总面积1233平方公里，水资源总量1.2亿立方米，亩均水资源量97立方米。",
    "三级标准水泥公路（河东路、河西路）贯穿全镇。",
)


@pytest.mark.parametrize("text", QUIET)
def test_silence(text: str) -> None:
    assert silent(text)


def test_a_share_of_what_is_called_by_name_is_at_least_so_much() -> None:
    text = "总人口75.6万人，其中农业人口68.8万人。饮水困难人数达64.5万人，占农业人口的92%以上。"
    assert silent(text)
    assert accused(text.replace("64.5", "62.6"), "share")
