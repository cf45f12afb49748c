"""Growth over several years, by multiples, amounts, rates and rows, true and altered. All sentences are made up."""

from __future__ import annotations

import itertools

import pytest
from judging import accused, silent, stands

from summarizer.findings import Severity

MEANS = ["年均增长{}%", "年均递增{}%", "年平均增长{}%", "年均增速为{}%", "年均增幅达{}%", "平均每年增长{}%", "五年年均增长{}%"]
SINCE = [
    "2020年产值达18.62亿元，是2015年11.56亿元的1.61倍，{}。",
    "2020年，全市产值达到18.62亿元，为2015年（11.56亿元）的1.61倍，{}。",
    "2020年产值18.62亿元，比2015年的11.56亿元增加7.06亿元，{}。",
    "2020年产值18.62亿元，比2015年的11.56亿元增加7.06亿元，增长61.1%，{}。",
    "2020年产值18.62亿元，较“十二五”末净增7.06亿元，{}。",
    "到“十三五”末，产值达18.62亿元，比“十二五”末增加7.06亿元，{}。",
    "产值由2015年的11.56亿元增加到2020年的18.62亿元，{}。",
    "产值由2015年的11.56亿元增加到2020年的18.62亿元（{}）。",
    "产值由“十二五”末的11.56亿元增加到“十三五”末的18.62亿元，{}。",
    "2015—2020年，产值从11.56亿元增长到18.62亿元，{}。",
    "“十三五”期间，产值由11.56亿元提高到18.62亿元，{}。",
    "2020年产值18.62亿元，比2015年增长61.1%，{}。",
    "2020年产值18.62亿元，是“十二五”末的1.61倍，{}。",
    "2015年产值11.56亿元，2020年达到18.62亿元，{}。",
]


@pytest.mark.parametrize(("form", "mean"), list(itertools.product(SINCE, MEANS)))
def test_a_yearly_mean_gives_the_growth_of_all_years(form: str, mean: str) -> None:
    assert stands(form.format(mean.format("10.0")), "growth")
    assert accused(form.format(mean.format("13.7")), "growth")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("2020年以来，全市外贸较快增长。出口86亿元，比2019年同期增长13.5%，两年平均增长{}%。", 6.5, 8.5),
        ("五年来产值累计增长61%，年均增长{}%。", 10.0, 13.7),
        ("粉尘排放由2015年的120吨下降到2020年的60吨，年均下降{}%。", 12.9, 14.9),
        ("产值由2015年的11.56亿元增加到2020年的18.62亿元，年均增加{}亿元。", 1.41, 1.93),
        ("2020年产值18.62亿元，比2015年的11.56亿元增长61.1%，年均净增{}亿元。", 1.41, 1.93),
        ("从2016年到2019年，产值分别为12.0亿元、13.4亿元、14.8亿元、16.8亿元，增长{}%。", 40, 54),
        ("2016—2019年产值分别为12.0亿元、13.4亿元、14.8亿元、16.8亿元，年均增长{}%。", 11.9, 16.3),
        ("2010年产值12.0亿元，2020年产值60.0亿元，增长{}倍。", 4, 5),
        ("2020年产值60.0亿元，2010年为12.0亿元，增长{}%。", 400, 548),
    ],
)
def test_growth_over_several_years(form: str, right: float, wrong: float) -> None:
    assert stands(form.format(right), "growth")
    assert accused(form.format(wrong), "growth")


@pytest.mark.parametrize(
    ("form", "kind", "right", "wrong"),
    [
        ("城镇化率由2015年的45.2%提高到2020年的52.7%，年均提高{}个百分点。", "growth", 1.5, 2.1),
        ("2020年城镇化率达到52.7%，比2015年提高7.5个百分点，年均提高{}个百分点。", "average", 1.5, 2.1),
        ("2020年藏书320万册，比2015年增加34万册，年均增加{}万册。", "average", 6.8, 9.3),
        ("2010年人均纯收入1200元，2020年达到6000元，是2010年的{}倍。", "rate", 5, 7),
        ("2010年产值12.0亿元，2020年60.0亿元，是原来的{}倍。", "rate", 5, 7),
        ("产值由2010年的12.0亿元增加到2020年的60.0亿元，十年增长{}倍。", "growth", 4, 7),
        ("2019年人均纯收入12340元，是1980年（160元）的{}倍。", "rate", 77.1, 67.1),
    ],
)
def test_what_each_year_adds_and_multiples_of_the_first(form: str, kind: str, right: float, wrong: float) -> None:
    assert stands(form.format(right), kind)
    assert accused(form.format(wrong), kind)


@pytest.mark.parametrize(
    "form",
    [
        "2019年人均纯收入12340元，是1980年160元的{}倍。",
        "2019年人均纯收入12340元，相当于1980年160元的{}倍。",
        "2019年，人均纯收入达到12340元，为改革开放初期160元的{}倍。",
        "人均纯收入12340元，是“六五”末160元的{}倍。",
    ],
)
def test_a_multiple_of_a_dated_figure(form: str) -> None:
    assert stands(form.format("77.1"), "rate")
    assert accused(form.format("67.1"), "rate")


def test_so_many_times_as_much_is_not_growth_by_so_many_times() -> None:
    assert accused("人均纯收入12340元，比1980年的160元增长77.1倍。", "growth")
    assert stands("人均纯收入12340元，比1980年的160元增长76.1倍。", "growth")
    assert stands("储蓄余额48亿元，比1980年的12亿元翻了两番。", "rate")


@pytest.mark.parametrize(
    "text",
    [
        "2023年完成13.2亿元，2022年完成12亿元，增长10%。",
        "产值同比增长8%，两年平均增长5.1%。",
        "2002年生产总值517亿元，为1998年的1.9倍，年均增长12.5%。",
        "五年累计完成税收374亿元，年均增长29%。",
        "生产总值由2015年的11.56亿元增加到2020年的18.62亿元，年均增长7.5%。",
        "2021年至2023年累计投入6.8亿元，年均增长12.3%，其中2023年2.6亿元。",
        "2015—2020年产值分别为11.56、12.7、14.0、15.4、16.9、18.62亿元，年均增长10.0%。",
    ],
)
def test_what_no_yearly_mean_is_of(text: str) -> None:
    assert silent(text)


@pytest.mark.parametrize(
    "said", ["近{}年（2021—2023年）", "过去{}年来（2021-2023年）", "“十四五”前{}年（2021年—2023年）", "最近{}年（2021—2023）"]
)
def test_years_of_a_stretch_in_a_bracket(said: str) -> None:
    form = f"{said}，新建驿站52处。"
    assert stands(form.format("三"), "count") == 1
    assert stands(form.format("两"), "count") == 0
    assert accused(form.format("四"), "count") == accused(form.format("五"), "count") == [Severity.WARNING]
