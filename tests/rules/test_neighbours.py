"""Figures whose neighbour is missing or wrong. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.rules import Context, run


def touched(text: str, quote: str) -> bool:
    start = text.index(quote)
    findings = run(Context(text=text, path="a.txt"))
    return any(found.severity != "info" and found.start < start + len(quote) and start < found.end for found in findings)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("饮水工程覆盖12个乡镇、148行政村，受益群众8万人。", "148行政村"),
        ("全年主动公开水情信息160余。", "160余"),
        ("灌溉收入2.3亿元，同比增加1个亿；水费持平。", "1个亿"),
        ("送达整改通知书16分，已办结。", "16分"),
        ("接待费支出2.05万元，较上年2.08减少0.03万元。", "上年2.08"),
        ("蓄水157万方，去年同期增6万方；放水26万方。", "去年同期增"),
        ("水费收入86万元，比去年同期的增8万元。", "的增"),
        ("水费收入86万元，增24万元，增为7.95%；电费持平。", "增为7.95%"),
        ("抽水量4091万吨，与去年同期相比分别增长9.91%；蓄水量持平。", "分别增长"),
        ("开展巡库950次起，发现险情3处。", "次起"),
        ("新建水闸36个座，投资120万元。", "个座"),
        ("水费收入62.3万元，10.6%。", "，10.6%"),
        ("节水率达到62.3%，1.6个百分点。", "，1.6个百分点"),
        ("受益农户3146户，同比增长12.4个百分点。", "12.4个百分点"),
        ("两渠分别占总量的0.6%和0.7个百分点。", "0.6%和"),
        ("节水率由82.7%提高到83.3%，提高0.6%。", "提高0.6%"),
        ("实现水产品销售额169 . 3万元。", "169 . 3"),
        ("水费收入由2020年的146元提高到2020年的164元。", "2020年的164"),
        ("2022年上半年，水库接待游客13万人，比2022年同期增长6%。", "比2022年"),
        ("新增护渠员1_人，投资2._万元。", "1_人"),
        ("对×名护渠员进行培训。", "×名"),
        ("对部分停水企业企业逐户上门，减免水费3万元。", "企业企业"),
        ("落实'四水“要求，检修渠道。", "'四水“"),
        ("（一）、供水情况。全年供水36万吨。", "（一）、"),
    ],
)
def test_found(text: str, quote: str) -> None:
    assert touched(text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "2023乡镇排名，第3行政村级河长，“108乡镇”工程。",
        "清淤86万方，比去年同期增6万方，去年同期增幅为3%，增至7%。",
        "灌溉面积和用水量分别增长9.9%、3.1%。两项分别达96%，3.6万吨。",
        "接待6238人次，抽检286批次，巡查台班12台次，储备物资40件套，资料26人份。",
        "占比提高2.6个百分点，增幅提高1.2个百分点，节水率提高到83.3%，提高0.6个百分点。",
        "2022年，水费比2021年增长6%，由2021年的3万元提高到2022年的5万元，比2022年初增加1万元。",
        "1. 36座水闸完工。\n2. 8万亩农田灌溉。",
        "一个一个地看，很多很多村，年年年底检修，减免水费3万元。",
    ],
)
def test_silent(text: str) -> None:
    findings = run(Context(text=text, path="a.txt"), ("blank", "unit", "numeral", "date", "punctuation"))
    assert not [(found.code, found.quote) for found in findings if found.severity != "info"]
