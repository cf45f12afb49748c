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
        "全年计划加固水库5座，整治河道8公里，改造泵站4座。\n至11月底，完成水库加固5座、河道整治10公里、泵站改造5座，分别为全年计划的100%、125%和125%。"
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


MORE_QUIET = (
    "参与社会救助85.8万起、安保勤务14.3万起；其中全年共处置虚假警16.4万起。",
    "对146件提案，满意率达100%（满意144件，基本满意2件）。",
    (
        "共提交提案原件187件，其中会后17件，经审查立案175件，立案率93.6%。\n"
        "经济方面提出提案94件，占53.7%。文化方面提出提案36件，占20.6%。社会方面提出提案45件，占25.7%。"
    ),
    "共提交大会提案950件，平时提案24件。经审查，立案824件，立案率84.6%。",
    "优良天数比例达到了92.8%，有效监测天数总计304天，其中优良天数282天。",
    "全省共收各类案件321 146件，其中基层法院271 997件，占84.7%；中级法院43 891件，占13.7%；高级法院5 258件，占1.6%。",
)


@pytest.mark.parametrize("text", MORE_QUIET)
def test_silence_beside_figures_of_others(text: str) -> None:
    assert silent(text)


def test_a_paragraph_of_shares_is_of_the_total_that_others_before_are_of() -> None:
    text = (
        "一季度接报火灾17.6万起。\n农村7.5万起，占总数的42.6%；县城5.5万起，占总数的31.3%；城市3.8万起，占总数的21.6%。\n"
        "建筑物火灾7.2万起，占总数的40.9%，非建筑物火灾6.6万起，占总数的37.5%。"
    )
    assert silent(text)
    assert accused(text.replace("37.5%", "39.5%"), "share")


def test_the_plan_of_all_is_not_that_of_some() -> None:
    text = (
        "2022年，安排项目72宗，年度投资计划190.7亿元。1至5月，累计完成投资88.4亿元，完成年度计划投资的46.4%。"
        "（省、市项目29宗，完成投资69.9亿元，完成年度计划的54.4%，高于序时进度4.4个百分点；"
        "县项目43宗，完成投资18.5亿元，完成年度计划的29.7%，低于序时进度20.3个百分点。）"
    )
    assert silent(text)
    assert accused(text.replace("46.4%", "64.4%"), "rate")


YET_QUIET = (
    "全国党员总数8956.4万名。2017年，发展党员198.2万名，其中女党员90.6万名。党员队伍中，大专及以上学历党员4328.6万名，占48.3%。",
    "全区共设立基层党委188个、总支部218个、支部3249个。",
    "22名同学分别获得4000元的国家奖学金，65位同学获得每人2500元的省政府奖学金。",
    "全市成交930套，均价53060元/㎡；上周成交1325套，均价52774元/㎡；成交套数下跌29.81%。",
)


@pytest.mark.parametrize("text", YET_QUIET)
def test_silence_beside_larger_figures(text: str) -> None:
    assert silent(text)


def test_a_total_called_as_its_parts_are_beside_a_column_that_adds_up() -> None:
    text = (
        "签订合同112个，协议引资7.92亿元，到位资金8.45亿元，同比增长48.37%。其中工业项目36个，到位资金6.25亿元，同比增长59.46%；"
        "基础设施项目19个，到位资金8600万元；其它项目57个，到位资金1.34亿元。"
    )
    assert silent(text)
    assert accused(text.replace("8600", "9120"), "sum")


def test_tasks_that_exceed_as_well() -> None:
    text = (
        "州外到位资金120.44亿元，完成下达任务数132.63亿元的90.8%。其中，省外到位资金60.4亿元，完成下达任务数65.85亿元的91.7%；"
        "产业项目到位资金87.88亿元，完成下达任务数69.75亿元的126%。"
    )
    assert silent(text)
