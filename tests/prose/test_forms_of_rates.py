"""Forms in which means over a year and rates of two figures before them are written. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

from summarizer.findings import Severity

MEANS = [
    # text with a gap for the mean, what it is, what it is not
    ("2023年全镇职工年人均收入43200元，月均{}元。", "3600", "6300"),
    ("2023年全镇职工年人均收入43200元,月均{}元,比上年增长7.4%。", "3600", "6300"),
    ("职工年平均工资52800元，比上年增长6.2%，月均{}元。", "4400", "4040"),
    ("职工年平均工资52800元，月平均工资{}元。", "4400", "4040"),
    ("职工年平均工资52800元（月均{}元）。", "4400", "4040"),
    ("渔民人均年收入31200元，人均月收入{}元。", "2600", "6200"),
    ("茶农户均年收入7.2万元；果农年人均收入28800元，月均{}元。", "2400", "4200"),
    ("全年缴纳电费960万元，季均{}万元。", "240", "420"),
    ("全年完成产值640亿元，每季度平均{}亿元。", "160", "610"),
    ("全年完成产值640亿元，平均每季度完成{}亿元。", "160", "610"),
]

RATES = [
    # text with a gap for the rate, what it is, what it is not
    ("入榨甜菜840万吨。生产食糖105万吨。平均产糖率{}%。", "12.5", "15.2"),
    ("入榨甜菜840万吨(上年同期入榨甜菜800万吨)。生产食糖105万吨(上年同期产糖96万吨)。产糖率{}%(上年同期产糖率12.0%)。", "12.5", "15.2"),
    ("入榨甜菜840万吨（上年同期800万吨）。生产食糖105万吨（上年同期产糖96万吨）。产糖率12.5%（上年同期产糖率{}%）。", "12.0", "21.0"),
    ("入榨甜菜840万（上年同期入榨甜菜800万吨）。生产食糖105万吨（上年同期产糖96万吨）。产糖率12.5%（上年同期产糖率{}%）。", "12.0", "21.0"),
    ("全市生产化肥250万吨，销售化肥235万吨，产销率{}%。", "94.0", "49.0"),
    ("生产食糖105万吨（上年同期96万吨）。产糖率12.5%。销售食糖63万吨（上年同期48万吨），食糖产销率{}%（上年同期50.0%）。", "60.0", "76.0"),
    ("应收租金640万元（去年同期600万元），实收608万元（去年同期552万元），收缴率95.0%（去年同期{}%）。", "92.0", "79.2"),
    ("受理信件250件(上年同期240件)，办结245件(上年同期228件)，办结率98.0%(上年同期{}%)。", "95.0", "59.0"),
    ("其中改造的为9亿元，比上年减少2亿元；施工项目60个，比上年增加4个，新开工22个，建成投产42个，建成投产率{}%。", "70.0", "47.0"),
]

TRUE = [
    "渔民人均年收入31200元，其中月均工资性收入800元。",
    "职工年人均收入52800元，月均消费支出2300元。",
    "全年工资总额5280万元，月平均工资4400元。",
    "前三季度用电6亿千瓦时，季均2亿千瓦时。",
    "四季均衡供水1200万吨，四季均有瓜果3万吨。",
    "全年开展活动48场，每季度平均举办讲座3场。",
    "工业总产值384亿元，主营业务销售收入352亿元，产销率98.6%。",
    "处理污水2100万吨，产出污泥3.1万吨，污泥含水率79.2%。",
    "受理信件250件（上年同期240件），办结245件（上年同期228件），办结率98.0%（上年同期提高3.1个百分点）。",
    "受理信件250件（上年同期240件），办结245件（上年同期228件），办结率98.0%（全省平均93.1%）。",
]


@pytest.mark.parametrize(("text", "right", "wrong"), MEANS)
def test_a_mean_of_each_month_or_quarter_is_a_part_of_the_mean_or_total_of_the_year(text: str, right: str, wrong: str) -> None:
    assert stands(text.format(right), "average") == 1
    assert accused(text.format(wrong), "average") == [Severity.WARNING]


@pytest.mark.parametrize(("text", "right", "wrong"), RATES)
def test_a_rate_is_of_the_two_figures_that_have_its_name_and_that_of_the_year_before_of_those_in_their_brackets(
    text: str, right: str, wrong: str
) -> None:
    assert stands(text.format(right), "rate")
    assert accused(text.format(wrong), "rate") == [Severity.WARNING]


@pytest.mark.parametrize("text", TRUE)
def test_what_is_of_another_thing_is_left_alone(text: str) -> None:
    assert silent(text)
