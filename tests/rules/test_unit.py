from __future__ import annotations

import pytest

from summarizer.findings import Severity
from summarizer.rules import run
from summarizer.rules.unit import in_text


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.code, text[hit.start : hit.end]) for hit in in_text(text)]


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("年度计划投资4500万，", "UNIT001", "4500万"),
        ("争取补助资金约1.2亿。", "UNIT001", "1.2亿"),
        ("计划投资600万,7月开工", "UNIT001", "600万"),
        ("旅游总收入达到69.5亿，", "UNIT001", "69.5亿"),
        ("争取到4500万资金用于改水。", "UNIT001", "4500万"),
        ("新增供水点12个，目前完成9处。", "UNIT002", "新增供水点12个，目前完成9处"),
        ("预计年收入35万元/年。", "UNIT003", "年收入35万元/年"),
        ("每年可收租金3.5万元/年。", "UNIT003", "每年可收租金3.5万元/年"),
        ("月租金800元/月。", "UNIT003", "月租金800元/月"),
        ("约300人左右参加。", "UNIT004", "约300人左右"),
        ("近500余户受益。", "UNIT004", "近500余"),
        ("至少20个以上。", "UNIT004", "至少20个以上"),
        ("超过3万人左右。", "UNIT004", "超过3万人左右"),
        ("城区占41.5%，东片占35.2，西片占23.3%。", "UNIT005", "35.2"),
    ],
)
def test_found(text: str, code: str, quote: str) -> None:
    assert found(text) == [(code, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "投资4500万元，补助1.2亿元，资金3万多元。",
        "总人口35万，惠及农户1.2万，粮食3.5万吨。",
        "投资覆盖人口12万人，贷款惠及3万户。",
        "低收入人口20万，补助对象3.5万，费用减免惠及企业3万，收入监测户2万。",
        "投资5000万、6000万元，20万补助对象，3万贷款户，2万投资者。",
        "新增供水点12个，目前完成9个；新增供水点12个，完成管网3处改造；建设泵站3座，完成投资5万元。",
        "收入80万元/年，2023年收入80万元/年，今年收入5万元，年收入5万元。",
        "节约30万元左右，附近300米以上，签约20个以上，最近5年左右。",
        "约300人，300人左右，近3年多来，近300亩，超过500人。",
        "约30个多元化项目，近20个多层住宅。",
        "占地35.2亩，占41.5%，占23.3%，占用3.5，",
        "占41.5%，占35.2万亩，占23.3%。",
        "至少20个，20个以上。",
    ],
)
def test_silent(text: str) -> None:
    assert found(text) == []


def test_a_money_key_without_yuan_is_told_once(report) -> None:
    plans = "dam:\n  name: 水库\n  amount: 4500万\n  text: |\n    水库计划投资{{ amount }}。\n"
    (finding,) = run(report(plans=plans))
    assert (finding.code, finding.severity, finding.line, finding.quote) == ("UNIT001", Severity.WARNING, 3, "4500万")
    assert finding.anchors[0].figures
    assert not list(run(report(plans=plans.replace("4500万", "4500万元"))))


def test_a_free_fact_without_yuan_is_found_through_its_sentence(report) -> None:
    (finding,) = run(report(works="facts:\n  cost: 800万\ntext: |\n  全部投资{{ cost }}，已完工。\n"))
    assert (finding.code, finding.line, finding.quote, finding.facts) == ("UNIT001", 2, "800万", ("works.cost",))


def test_target_and_actual_in_two_units(report) -> None:
    ponds = "ponds:\n  name: 山塘\n  target: 6处\n  actual: {actual}\n  text: |\n    目标{{{{ target }}}}，完成{{{{ actual }}}}。\n"
    (finding,) = run(report(indicators=ponds.format(actual="6个")))
    assert (finding.code, finding.severity, finding.quote) == ("UNIT002", Severity.WARNING, "6个")
    assert finding.facts == ("indicators.ponds.actual", "indicators.ponds.target")
    assert not list(run(report(indicators=ponds.format(actual="7处"))))


def test_a_series_in_two_units(report) -> None:
    text = "water:\n  name: 水质\n  periods:\n    q1: {{name: 一季度, actual: 30亩}}\n    q2: {{name: 二季度, actual: {second}}}\n"
    text += "  text: |\n    {{{{ q1.actual }}}}，{{{{ q2.actual }}}}。\n"
    (finding,) = run(report(indicators=text.format(second="2公顷")))
    assert (finding.code, finding.quote) == ("UNIT002", "2公顷")
    assert not list(run(report(indicators=text.format(second="1.2万亩"))))


def test_one_unit_under_two_names_is_silent(report) -> None:
    assert not list(run(report(indicators="r:\n  target: 30公里\n  actual: 29千米\n  text: |\n    完成{{ actual }}，目标{{ target }}。\n")))


def test_two_hedges_in_a_fact_are_told_once(report) -> None:
    (finding,) = run(report(works="facts:\n  people: 约300人左右\ntext: |\n  参加的有{{ people }}。\n"))
    assert (finding.code, finding.line, finding.quote) == ("UNIT004", 2, "约300人左右")


@pytest.mark.parametrize("text", ["全年断流天数为0，供水正常。", "人渠比14.5:1，较上年下降0.3，管护到位。"])
def test_figures_that_need_no_unit(text: str) -> None:
    assert not list(in_text(text))


def test_a_unit_of_percentages_is_none_of_people() -> None:
    assert [hit.code for hit in in_text("图2 灌区用水结构 单位：% 年末全县用水人口766579，比上年末增加2028人。")] == ["UNIT011"]
