"""Clauses without the figure that the words around them lead to expect. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import touches

from summarizer.rules.blank import blanks
from summarizer.rules.unit import in_text


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("受理仲裁申请86件，其中工资类42件、社保类件、其他12件。", "社保类件"),
        ("发生火情9起，烧毁草场3处、死亡人，上年死亡2人。", "死亡人"),
        ("新建便民驿站个，改造公厕6座。", "驿站个"),
        ("白菜价格上涨4.2%，土豆价格上涨，萝卜价格上涨1.1%。", "土豆价格上涨"),
        ("客房收入增长6%、餐饮收入增长、会展收入增长2%。", "餐饮收入增长"),
        ("门票收入下降1.9%；停车场收入增长。", "停车场收入增长"),
        ("全市批发业销售额，增长7.2%；住宿业营业额3.1亿元，增长2%。", "批发业销售额"),
        ("其中商业贷款，占总贷款的42%。", "商业贷款"),
        ("港口建设投资1200万元、航道建设投资800万元、锚地建设投资。", "锚地建设投资"),
        ("新建厂房4栋，建筑面积，年底投产2条生产线。", "建筑面积"),
        ("夜市开街。全年完成营业收入，上缴税金320万元。", "完成营业收入"),
        ("受理复议申请46件，审结，审结率95.7%。", "审结"),
        ("救助标准由每月640元提高到，惠及2100人。", "提高到"),
        ("基金收入3.2亿元，比上年增收，增长6%。", "比上年增收"),
        ("全县发生水事纠纷，同比下降3%，调处36起。", "水事纠纷"), ("受理36件。其中信访案件,比上年减少6件。", "信访案件"),
        ("为全年任务万元的96%。", "任务万元"),
        ("完成目标座的104%。", "目标座"),
        ("低保对象户4620人，", "户"),
        ("其中烈属3人，元；伤残军人9人，4.1万元。", "，元"),
        ("全市注册商标总量件。", "总量件"),
    ],
)
def test_a_figure_is_awaited(text: str, quote: str) -> None:
    assert touches(blanks(text), text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "查办民事案件、刑事案件、行政案件110件。",
        "带领全市的环卫工人，环卫车辆42台，清扫保洁员860人。",
        "粮食产量增长2%，蔬菜产量稳步增长，水果产量增长3%，效益持续增长。",
        "收入增长5%，增加的主要原因是投入增加；下降3%，主要是成交量下降。",
        "扩大有效投资，完成投资3亿元，拉动投资增长。",
        "实现跨年度平衡的资金，不得突破限额，落实配套资金，涵盖种粮补贴。",
        "人口、就业和收入。投资、消费、出口三驾马车。",
        "目标任务全面完成，完成率100%；全部办结，办结率98%。",
        "供水36万吨，按可比口径计算，同比增长3%。东片未发生纠纷，同比减少3起。水质创新高，比上年提高2%。水费、电费，同比增长3%。",
        "由个人申报，按元计算，万元以上的户，千家万户，千万亩良田。",
        "达到挤占市场的目的，占主导地位的，占多数的。",
    ],
)
def test_no_figure_is_awaited(text: str) -> None:
    assert [text[hit.start : hit.end] for hit in blanks(text)] == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("其中基本支出868.42元，项目支出120万元。", "868.42元"),
        ("增值税完成1.6元，为预算的88%。", "1.6元"),
        ("进口36.5元，增长2.4%。", "36.5元"),
        ("省级资金1900万、市级资金860万元。", "1900万"),
        ("直接损失减少0.82亿、下降14%。", "0.82亿"),
        ("上年结转664，", "664"),
    ],
)
def test_a_scale_or_a_unit_is_lost(text: str, quote: str) -> None:
    start = text.index(quote)
    assert [(hit.start, hit.end) for hit in in_text(text)] == [(start, start + len(quote))]


@pytest.mark.parametrize(
    "text",
    ["农民纯收入达到1986元，", "停车费收入3元，人均支出420元，", "单价12.5元，月工资3200元，", "职工收入5200元，老人补助资金120元，"],
)
def test_what_a_person_has_is_small(text: str) -> None:
    assert [hit.code for hit in in_text(text) if hit.code == "UNIT010" and "人均" not in text] == []
