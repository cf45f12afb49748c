"""What a hand leaves behind: words and marks twice, one half-width mark, a comma at the end. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.findings import Severity
from summarizer.rules.lost import lost
from summarizer.rules.numeral import forms
from summarizer.rules.punctuation import marks

LONG = "灌区渠系全部疏通，灌溉水利用系数提高。新建泵站三座，改造水闸两座，沿线村组用水有了保障"
WIDE = "一，二，三，四，五，六，七，八，九，十，"


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("用水量同比同比下降3%。", "PUNCT011", "同比同比"),
        ("提前完成完成任务。", "PUNCT011", "完成完成"),
        ("水费收入减少少36万元。", "PUNCT011", "少少"),
        ("农民人均收入纯收入3600元。", "PUNCT011", "收入纯收入"),
        ("超额的的部分。", "PUNCT011", "的的"),
        ("进展如何？。明年再看。", "PUNCT004", "？。"),
        ("水闸（，含启闭机）完工。", "PUNCT004", "（，"),
        ("水闸（含启闭机、）完工。", "PUNCT004", "、）"),
        ("甲闸、乙闸、等工程完工。", "PUNCT004", "、等"),
        ("偏多3成、6成、和19毫米。", "PUNCT004", "、和"),
        ("落实“、河长制”责任。", "PUNCT004", "“、"),
        ("落实“河长制、”责任。", "PUNCT004", "、”"),
        ("完成投资3200万元其中省级资金800万元。", "PUNCT005", "万元其中"),
        ("税收占比76%同比提高。", "PUNCT005", "%同比"),
        (f"{LONG}，", "PUNCT010", "，"),
        (f"{LONG}、\n{LONG}。\n{LONG}。\n{LONG}。\n", "PUNCT010", "、"),
    ],
)
def test_found(text: str, code: str, quote: str) -> None:
    assert [(hit.code, text[hit.start : hit.end]) for hit in marks(text)] == [(code, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "目的的确认，自然而然，行为为准，作为为民办实事，达标，比比皆是，年年有余。",
        "“何处去？”“这里。”他说。等级、等外公路、公开、等价、互利。",
        "亩均产出12万元，同比增长；元其中。",
        "".join(f"灌区{name}渠系全部疏通，灌溉水利用系数提高。新建泵站三座，改造水闸，{name}片用水有了保障，\n" for name in "甲乙丙丁戊己"),
        f"第一行短，\n{LONG}。\n{LONG}。",
        "件件有着落，事事有回音，项目化管理全面推行。",
        "1 新增托育机构 已建成城东、城西两所托育机构。 完成任务 卫健局\n2 新增托位 新增托位36个，其中普惠托位20个。 完成任务 卫健局\n",
    ],
)
def test_silent(text: str) -> None:
    assert [text[hit.start : hit.end] for hit in marks(text)] == []


def test_a_half_width_mark_among_full_width_ones_is_a_slip() -> None:
    one = [(hit.severity, hit.start) for hit in marks(f"{WIDE}新增床位120张,其中护理床位80张。")]
    assert one == [(Severity.WARNING, 28)]
    many = marks(f"{WIDE}甲张,乙张,丙张,丁张,")
    assert [hit.severity for hit in many if hit.code == "PUNCT001"] == [None]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("提高2.3个百分，", "3个百分"),
        ("提高0.8百分点。", "8百分点"),
        ("满意率提高3.5个，", "提高3.5个"),
        ("占总的35%，", "占总的3"),
        ("截2024年10月底，", "截"),
        ("计完成投资12亿元。", "计完成投资1"),
        ("绿化3.2万平，", "3.2万平"),
        ("检查36处，检36个取水口", "检"), ("全年培36名管水员", "培"), ("民事纠纷3件、刑12件", "刑"),
        ("比年增长5%，", "比年"), ("建化粪池460立、", "0立"), ("容积800方米，", "0方米"), ("库区1200平方公，", "0平方公"),
        ("装机3.6万千。", "6万千"),
        ("降雨36毫；", "6毫"), ("发电3亿瓦时。", "亿瓦时"), ("渠长12.36里，", "6里"), ("水价前三位的分别东片、西片、南片。", "的分别"),
    ],
)
def test_half_a_word(text: str, quote: str) -> None:
    hits = [text[hit.start : hit.end] for hit in lost(text) if hit.code == "BLANK004"]
    assert hits == [quote]


@pytest.mark.parametrize(
    "text", ["比分打到20平，", "每千人口拥有托位4.1个，", "累计完成3项，", "截至10月底，", "增至4.8个。", "对违规的分别给予处分。"]
)
def test_a_whole_word(text: str) -> None:
    assert not [hit for hit in lost(text) if hit.code == "BLANK004"]


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("增长3。5%，", "NUM007", "3。5"),
        ("到位12，345万元。", "NUM007", "12，345"),
        ("下降12，5%。", "NUM007", "12，5"),
        ("增长3．5%。", "NUM007", "3．5"),
        ("新增２３家，累计120家。", "NUM007", "２３"),
        ("印发宣传册5千余万册。", "NUM001", "5千余万"),
        ("联系企业37余家。", "NUM008", "37余"),
        ("走访群众126多户。", "NUM008", "126多"),
    ],
)
def test_a_number_that_is_none(text: str, code: str, quote: str) -> None:
    assert [(hit.code, text[hit.start : hit.end]) for hit in forms(text)] == [(code, quote)]


@pytest.mark.parametrize(
    "text",
    ["走访40余家、120多户、2023余人、5万余人、13余万人。", "得分92，排名5。", "共3类，12个。2024年1月。2个", "２０２３年全部为全角数字"],
)
def test_a_number_that_is_one(text: str) -> None:
    assert [hit for hit in forms(text) if hit.code in ("NUM001", "NUM007", "NUM008")] == []
