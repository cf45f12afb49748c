"""Signs in the place of a figure, points without their digits, letters among digits, percentages that run into the next clause."""

from __future__ import annotations

import pytest

from summarizer.rules import Context, run


def codes(text: str) -> list[tuple[str, str]]:
    return [(finding.code, text[finding.start : finding.end]) for finding in run(Context(text=text, path="a.txt"))]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年完成投资*万元，增长5%。", "*万元"),
        ("较年初增加3100元，增长**%。", "**%"),
        ("同比减少N万元，下降12.4%。", "N万元"),
        ("新建行政村健身点x个，受益3000人。", "x个"),
        ("进出口总额—亿元，比上年增长5%。", "—亿元"),
        ("其中医师□人，护士347人。", "□人"),
        ("共发生火灾×起，同比下降12%。", "×"),
        ("除险加固水库共开工X座，完工3座。", "X座"),
    ],
)
def test_a_sign_was_never_filled_in(text: str, quote: str) -> None:
    assert ("BLANK002", quote) in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "支持**重点**项目3个，投资5万元。",
        "发展——个体工商户新增38户。",
        "长3×宽2米的展板12块。",
        "张×人名从略，1+N个文件已印发。",
        "“十四五”规划…个别项目推迟。",
        "第N次会议之后，办理12件。",
        "办得怎么样?个人如何申请，见附件2。",
    ],
)
def test_no_figure_is_missing(text: str) -> None:
    assert not [found for found in codes(text) if found[0] == "BLANK002"]


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("种植面积9.万亩，产量3吨。", "NUM007", "9."),
        ("非税收入占73.，税收占27%。", "NUM007", "73."),
        ("室内占0.97.室外占99.03%。", "NUM007", "0.97."),
        ("到期档案41,87o件，已整理。", "NUM007", "41,87o"),
        ("总收入1O.33亿元。", "NUM007", "1O.33"),
        ("完成植树1.2万株.室外活动3场。", "PUNCT012", "."),
        ("占省下达计划的107%积极创建森林城市。", "PUNCT005", "占省下达计划的107%积极"),
        ("零售53.7亿元，增长4.3%餐饮收入9.4亿元。", "PUNCT005", "增长4.3%餐饮"),
    ],
)
def test_a_mark_or_digit_is_wrong(text: str, code: str, quote: str) -> None:
    assert (code, quote) in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "1.个人所得税增长3%；2.户籍改革完成。",
        "城镇人口占60%以上，乡村占40%左右，增长5%的目标已达到。",
        "覆盖率达到100%全覆盖，参保率99.4%和上年持平。",
        "一.加强领导。二.落实责任。",
        "比上年增长12%由3家扩大到9家。",
    ],
)
def test_neither_mark_nor_digit_is_wrong(text: str) -> None:
    assert not [found for found in codes(text) if found[0] in ("PUNCT005", "PUNCT012", "NUM007")]
