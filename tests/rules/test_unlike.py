"""Figures in the unit of what stands beside them. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import told

FORMS = [
    # text with a gap for the figure, what it is, what it is not
    ("共发生溺水事故4起、死亡{}，比上年减少1起。", "3人", "3起"),
    ("发生工矿事故6起，死亡2人，受伤{}。", "5人", "5起"),
    ("发生工矿事故6起,死亡{},受伤5人。", "2人", "2起"),
    ("农民收入增长7.4%，增速快于城镇居民{}，", "1.6个百分点", "1.6元"),
    ("增速比全市平均水平高{}。", "1.6个百分点", "1.6亿元"),
    ("高技术产业占比高于全省{}；", "2.4个百分点", "2.4户"),
    ("群众满意率高出上年平均{}。", "2.4个百分点", "2.4人"),
    ("平均结案天数{}，比上年减少3.1天。", "36.4天", "36.4%"),
    ("事项平均办理时长为{}。", "2.6小时", "2.6%"),
    ("驻村干部平均年龄{}。", "38.5岁", "38.5%"),
    ("孤儿养育标准由每人每{}提高到21600元（折合每月1800元）。", "年20400元", "月20400元"),
    ("低保标准为每人每{}（折合每人每月620元）。", "年 7440 元", "月 7440 元"),
]

TRUE = [
    "道路交通事故42起，其中死亡3起、受伤9起。",
    "办理人身损害案86起，其中死亡案件3起。",
    "增速高于全市，人均多增1.6元。",
    "劳动生产率高于全省2.4万元。",
    "平均办理天数压缩12%，优良天数92.3%。",
    "低保标准为每人每月820元（折合每年9840元）。",
    "补助每人每年1200元，折合每月100元。",
]


@pytest.mark.parametrize(("form", "right", "wrong"), FORMS)
def test_units_of_others(form: str, right: str, wrong: str) -> None:
    assert not told(form.format(right), "unit")
    assert len(told(form.format(wrong), "unit")) == 1


@pytest.mark.parametrize("text", TRUE)
def test_right_units(text: str) -> None:
    assert not told(text, "unit")
