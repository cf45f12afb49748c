"""Distances between levels in %, rates in other units, and percentages without their sign. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.rules.levels import levels
from summarizer.rules.unit import in_text

LEVELS = ("渠系水利用率61.3%", "优质水占比72.4%", "上等鱼64.8%", "管护满意度为96.2%")
DISTANCES = (
    "同比提高1.5{}", "比上年下降0.8{}", "较上年末上升1.2{}", "比全省平均高出2.4{}", "比邻县低1.3{}", "超省定目标3.2{}",
    "与第一名的差距缩小到0.5{}",
)  # fmt: skip


def quotes(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in levels(text)]


@pytest.mark.parametrize("distance", DISTANCES)
@pytest.mark.parametrize("level", LEVELS)
def test_a_level_and_its_distance_from_another(level: str, distance: str) -> None:
    figure = distance.format("%").lstrip("同比较上年末全省邻县平均提高出下降升低超定目标与第一名的差距缩小到")
    text = f"全县{level}，{distance.format('%')}，居全市第三。"
    assert any(text[hit.start : hit.end].endswith(figure) for hit in in_text(text) if hit.code == "UNIT009")
    assert not quotes(f"全县{level}，{distance.format('个百分点')}，居全市第三。")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("灌溉用水占比全市的36%低8.7%，潜力大。", "低8.7%"),
        ("合格率比去年同期（98.3%）上升1.2%，创新高。", "）上升1.2%"),
        ("水费收缴率同比上升3.9%，居首位。", "3.9%"),
        ("工程完成率较上年提高4.3%；管护有序。", "4.3%"),
        ("东片比重上调1.1个百分点，西片下调0.6%，南片下调0.5个百分点。", "0.6%"),
        ("三片水费分别增长9.7、15.3%。", "9.7"),
        ("占比分别为6.8、40.1%、53.1%。", "6.8"),
        ("水质合格率（东片99.4、西片97.6%、南片96.8%）。", "99.4"),
        ("覆盖率达98.2万元，管护到位。", "率达98.2万元"),
        ("水费收入28万元，增长1.24，其中东片增长4%，西片下降3%。", "1.24"),
        ("全县设管护站128、配水管员36名，管护到位。", "128"),
        ("新建水闸12、泵站3座；检修渠道36公里。", "12"),
        ("进展缓慢的有3（东片水闸、西片泵站、南片渠道）。", "3"),
        ("比时间进度快3.76。东片增长4%，西片下降3%。", "3.76"),
    ],
)
def test_found(text: str, quote: str) -> None:
    assert quote in quotes(text)


@pytest.mark.parametrize(
    "text",
    [
        "完成年度预算102.8%，同比下降1.7%。", "为调整预算的97.8%，同比下降7.4%。", "水费收入增长5.2%，同比提高1.3%。",
        "事故率同比下降13.9%。",
        "比上年的86.5%提高到91%。", "提高2个百分点、下降1.5%的电价。", "第1、3%的客户。", "2、5%以上的用水户。",
        "性别比由105.2下降为105.02，增长5%，占8%。",
        "增长5%、8.2%和3%。", "汇率为7.12，利率3.5元。", "死亡率4.40，增长5%，占8%。", "景气指数为50.2，比上月上升0.3，增长5%，占8%。",
        "占全县第3，增长5%，占8%。",
        "效率提高36%，居全县前列。", "大病保险报销比例提高5个百分点，起付线降低50%。", "受理率提高3个百分点，办理费用下降12%。",
    ],
)  # fmt: skip
def test_silent(text: str) -> None:
    assert not quotes(text)


def test_things_come_whole() -> None:
    text = "完成增加值8.5个，新建水闸3.2座，安装水表12.6台。"
    assert [text[hit.start : hit.end] for hit in in_text(text) if hit.code == "UNIT006"] == ["8.5个", "3.2座", "12.6台"]
    assert not [hit for hit in in_text("户均3.5个，增速分别高于全国、全省1.2个、0.5个百分点，历时8.5个月。") if hit.code == "UNIT006"]


@pytest.mark.parametrize("text", ["受益群众27208亿人，其中老人3万人。", "人均水费支出110517亿元，增长4%。",
"供水人口1126350万人，增加3万人。"])
def test_more_than_there_can_be(text: str) -> None:
    assert [hit.code for hit in in_text(text)] == ["UNIT010"]


@pytest.mark.parametrize("text", ["全国人口13.7亿人，游客60亿人次，旅客周转量101051万人公里。", "人均水费86.5元，人均产值18.6万元。"])
def test_what_there_can_be(text: str) -> None:
    assert not list(in_text(text))


RATES = ("办结率", "渠道完好率已达", "水价满意度为", "东片占全县", "水费占全部收入的比重为", "完成年度任务的")
ENDS = ("，居前列。", "。", "；同比持平。", "、居全县首位。", "以上，居前列。", "左右，持平。", "（全县第三），")


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("rate", RATES)
def test_a_rate_without_its_sign(rate: str, end: str) -> None:
    for figure in ("97.5", "86"):
        text = f"水费收入增长5.2%，用水占比36%。新建水闸3座，{rate}{figure}{end}"
        assert any(text[hit.start : hit.end].startswith(figure) for hit in in_text(text))
        assert not list(in_text(text.replace(figure, f"{figure}%")))


NOUNS = ("总投资", "到位资金", "水价补贴", "贷款", "罚款", "挽回损失", "增收", "土地出让金", "水费结余", "节支", "集体经济收入", "信贷",
"兑付", "融资", "合同额")


@pytest.mark.parametrize("end", ["，增长5%。", "。", "（县级自筹30%），", "、惠及300户，", "，占总额的20%。", "用于修渠。",
"以上，居前列。", "左右，持平。"])
@pytest.mark.parametrize("noun", NOUNS)
def test_money_without_its_unit(noun: str, end: str) -> None:
    for figure in ("3200万", "1.2亿", "3,200万"):
        text = f"新建水闸3座，{noun}达{figure}{end}"
        assert any(figure in text[hit.start : hit.end] for hit in in_text(text)), text
        assert not list(in_text(text.replace(figure, f"{figure}元")))


@pytest.mark.parametrize("who", ["365户849人", "849人"])
def test_too_little_for_so_many(who: str) -> None:
    text = "全年救助{}，发放救助资金{}元；低保1122户，发放低保金954.25万元。"
    assert "UNIT010" in [hit.code for hit in in_text(text.format(who, "137"))]
    assert "UNIT010" not in [hit.code for hit in in_text(text.format(who, "137万"))]
