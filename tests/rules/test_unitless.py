"""Figures that do not say what they count, and amounts whose unit cannot be meant. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.rules.unit import in_text


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.code, text[hit.start : hit.end]) for hit in in_text(text)]


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("行政处罚立案18起，罚没款36.8，", "UNIT001", "36.8"),
        ("实施技改项目6个，投资2,450。", "UNIT001", "2,450"),
        ("追回被拖欠的工资128.6，", "UNIT001", "128.6"),
        ("为农户垫付保险费约42.5；", "UNIT001", "42.5"),
        ("水库供水面积12.6，", "UNIT011", "12.6"),
        ("清淤沟渠46公里，土方21.4万。", "UNIT011", "21.4万"),
        ("发放创业贷款86户2150万，", "UNIT011", "2150万"),
        ("全年兑付3,126.5万。", "UNIT011", "3,126.5万"),
        ("为群众避免损失418万，", "UNIT001", "418万"),
        ("新开网点8家，完成任务的80。", "UNIT005", "80"),
        ("实现增加值12亿元，占总收入的43.2，", "UNIT005", "43.2"),
        ("城区占41%，东片占33%，西片占25.8。", "UNIT005", "25.8"),
        ("增长3%、下降2%，用户签约率为96，", "UNIT005", "96"),
        ("增长3%、下降2%，办结率100。", "UNIT005", "100"),
        ("增长3%、下降2%，货物进出口同比增长12，", "UNIT005", "12"),
        ("省级专项资金到位3.25元，", "UNIT010", "3.25元"),
        ("年末债券余额18.6元。", "UNIT010", "18.6元"),
        ("渠道改造工程年度计划完成24000元，完成投资21800万元；", "UNIT010", "24000元"),
        ("全年完成荒山造林0.4126亩，占任务的103%。", "UNIT010", "0.4126亩"),
        ("从干渠调水合计1.8亿m，", "UNIT009", "1.8亿m"),
        ("公交客运量比上年增长6.4个百分点。", "UNIT009", "6.4个百分点"),
        ("全市餐饮收入同比下降2个百分点，", "UNIT009", "2个百分点"),
    ],
)
def test_found(text: str, code: str, quote: str) -> None:
    assert found(text) == [(code, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "人口32.6万，网络用户达48万，技能人才总量超69万，点击50多万，粉丝12.5万，藏书86万。",
        "人均支出12.6元，每吨成本3.5元，户均收入928元，门票收入每张60元，单件收入7.4元。",
        "预算2024，截至2023，收入、支出分别为3.2、5.6和7.1万元。",
        "投资3200万元，面积12万亩，占地3.5，得分92.1，指数103.2，比值为1.55。",
        "增长3%、下降2%，容积率2，死亡率0.12，生育率1，满意度分别为96、97、98%。",
        "投资增速比上年提高3个百分点，收入占比下降2个百分点，带动投资增长3个百分点，指数下降2个百分点。",
        "拉动产值增长3.2个百分点，生态投资占比增加2.1个百分点。",
        "投入资金1.2亿元、0.8亿元，捐款20万、30万元。",
        "收入34, 203万元、支出124, 731万元。",
        "奖励12.5元，票价3.5元，支出标准2.5元，费用同比下降6.3元。",
    ],
)
def test_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("其中税收占62.4个百分点。", "占62.4个百分点"),
        ("完成全年任务的84个百分点，", "任务的84个百分点"),
        ("病床使用率达76.2个百分点。", "用率达76.2个百分点"),
        ("工业投资占比提高2.6%。", "占比提高2.6%"),
        ("群众满意度96.1%，提升1.2%。", "满意度96.1%，提升1.2%"),
    ],
)
def test_percent_and_points_are_taken_for_each_other(text: str, quote: str) -> None:
    start = text.index(quote)
    assert any(hit.start < start + len(quote) and start < hit.end for hit in in_text(text) if hit.code == "UNIT009")


@pytest.mark.parametrize(
    "text",
    [
        "占比提高2.6个百分点，使用率比上年提高1.2个百分点，占比上升后达到38%。",
        "高于计划进度3个百分点，拉动增长0.4个百分点，完成率超任务5个百分点。",
        "发病率下降12%，收入占比38%，支出下降3%，劳动生产率提高5%。",
    ],
)
def test_percent_and_points_in_their_places(text: str) -> None:
    assert found(text) == []
