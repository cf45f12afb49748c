"""Scale words and signs that were lost or doubled. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.rules.date import misfit
from summarizer.rules.lost import lost
from summarizer.rules.numeral import forms
from summarizer.rules.scale import scales


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("全年出栏肉牛29.45头，增长6%。", "UNIT006", "29.45头"),
        ("出栏12.94头（只）。", "UNIT006", "12.94头（只）"),
        ("常住人口32.46人，增加0.2万人。", "UNIT006", "32.46人"),
        ("安排教室1200万元、宿舍860万元、食堂580元。", "UNIT007", "580元"),
        ("新建1.96亿元、改建8220万元、食堂580元。", "UNIT007", "580元"),
        ("道路3200元、桥梁860万元、绿化240万元。", "UNIT007", "3200元"),
        ("工业8.2亿千瓦时、农业1.1千瓦时、居民3.3亿千瓦时。", "UNIT007", "1.1千瓦时"),
        ("农村居民人均可支配收入21360万元，增长7%。", "UNIT007", "21360万元"),
        ("小麦12万亩、玉米8万公顷、大豆3万亩。", "UNIT002", "12万亩、玉米8万公顷、大豆3万亩"),
        ("全年存栏4.2头只，出栏12.6万头只。", "UNIT006", "4.2头只"), ("用水人口36.2万人，比上年增加0.8人。", "UNIT006", "0.8人"),
        ("旱地灌溉52.6亩，水田灌溉41.4万亩。", "UNIT007", "52.6亩"), ("供水36.5万吨，占计划40.2吨的91%。", "UNIT007", "40.2吨"),
        ("全年到位资金320万万元。", "UNIT008", "万万元"),
        ("增收120.5%个百分点。", "UNIT008", "%个百分点"),
        ("税收239.2万元万，持平。", "UNIT008", "元万"),
        ("占比下降2.1个百分点%。", "UNIT008", "点%"),
        ("在校生36名人，持平。", "UNIT008", "名人"),
        ("合格率达98.6，同比提高1.2%，增长5%。", "UNIT005", "98.6"),
        ("分别增长3.2%、5.6、7.1%。", "UNIT005", "5.6"),
        ("分别增长3.2%、5.6%、7.1，", "UNIT005", "7.1"),
    ],
)
def test_a_scale_or_a_sign_is_missing_or_twice(text: str, code: str, quote: str) -> None:
    assert [(hit.code, text[hit.start : hit.end]) for hit in scales(text)] == [(code, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "灌溉36.5万亩，比上年减少663.2亩。", "灌溉36.5万亩，户均3.2亩。", "供水36.5万吨，每户12.5吨。", "每万人拥有水井3.2口。",
        "户均3.2人，平均每万人拥有医生28.6人，亿元产值死亡0.02人。",
        "投资1200万元、补助800万元、人均奖励500元。",
        "门票收入12万元、停车收入8万元、每晚300元。",
        "城镇12.3万人、乡村8.6万人、外籍320人。",
        "种稻12.3万亩、种菜8.6万亩、育苗320亩。",
        "人均可支配收入2.14万元，人均支出21,360元。",
        "容积率2.5，生育率1.3，指数103.2，增长3%，下降2%，得分98.6，",
        "小麦12万亩、玉米8万亩、大豆3万亩。",
        "件件有着落，个个百分百。",
        "增长5.2、6.1和7.3个百分点，占5%、6%。",
    ],
)
def test_silent(text: str) -> None:
    assert list(scales(text)) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("支出增加542,62万元。", "542,62万元"),
        ("支出1,234,56元。", "1,234,56"),
        ("税收12.3.5万元。", "12.3.5"),
        ("投资12..5亿元。", "12..5"),
        ("新建厂房1O万元。", "1O"),
        ("2O23年完成。", "2O23"),
        ("投资3500.万元。", "3500."),
    ],
)
def test_a_number_that_is_none(text: str, quote: str) -> None:
    assert [text[hit.start : hit.end] for hit in forms(text) if hit.code == "NUM007"] == [quote]


@pytest.mark.parametrize(
    "text", ["投资2,345,678.90万元，3, 156,077万元。", "1,2,3号楼，2021,2022年。", "第1.2.3节，2023.05.06。", "34, 026万元"]
)
def test_a_number_that_is_one(text: str) -> None:
    assert not [hit for hit in forms(text) if hit.code == "NUM007"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年接待游客万人次，增长12%。", "接待游客万人次"),
        ("全县森林覆盖率%，居前列。", "%"),
        ("失业率控制在%以内。", "%"),
        ("流通人次同比增长个百分点。", "增长个百分点"),
        ("2024年月日召开大会。", "2024年月日"),
        ("项目已于12月日完工。", "12月日"),
        ("共出动执法人员人次，检查320家。", "出动执法人员人次"),
        ("共解决群众诉求余件。", "余件"),
        ("建成服务中心 个，新增床位120张。", " 个"),
        ("渠系32座(取水坝5座、背水桥17座、人行桥 座)。", " 座"),
        ("5月1日全部完工，完成任务的 0%。", " 0%"),
        ("预算执行率，同比提高3个百分点。", "预算执行率，同比提高3"),
        ("完成投资【】亿元。", "【】"),
    ],
)
def test_a_figure_fell_out(text: str, quote: str) -> None:
    assert quote in [text[hit.start : hit.end] for hit in lost(text)]


@pytest.mark.parametrize(
    "text",
    [
        "产值超亿元，带动就业；投资上亿元，收入过万元，近百余户。",
        "提高几个百分点，提高两个百分点，百分之五。",
        "由纪委监督检查处、建设期、项目培训处、投资户，",
        "新增个体户，完成个人申报，建成个性化专区。",
        "2024年月均发放120万元，年月报表。",
        "单位 万元，粮食 吨，面积 亩，",
        "多余件，不断提高入学率，同比提高3个百分点。",
    ],
)
def test_nothing_fell_out(text: str) -> None:
    assert [text[hit.start : hit.end] for hit in lost(text)] == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("施工期为2024年8月至2024年3月。", "2024年8月至2024年3月"),
        ("项目于2025年开工，2024年竣工。", "2025年开工，2024年竣工"),
        ("“十四五”期间（2021—2026年）", "“十四五”期间（2021—2026年）"),
        ("2023年1-13月完成税收3亿元。", "1-13月"),
        ("3月5日25时召开。", "25时"),
        ("从2023年秋至2023年春未下达资金。", "2023年秋至2023年春"),
    ],
)
def test_times_that_do_not_fit(text: str, quote: str) -> None:
    assert [text[hit.start : hit.end] for hit in misfit(text)] == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "2023年9月至2024年3月施工。",
        "2023年秋季至2024年春季，2023年春至2023年秋。",
        "“十四五”规划（2021—2025年）",
        "“十四五”期间（2021—2035年）",
        "2023年开工，2024年竣工。",
        "晚20时，1—12月。",
    ],
)
def test_times_that_fit(text: str) -> None:
    assert list(misfit(text)) == []
