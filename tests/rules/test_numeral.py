from __future__ import annotations

import pytest

from summarizer.rules.numeral import forms


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.code, text[hit.start : hit.end]) for hit in forms(text)]


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("受益3千户。", "NUM001", "3千户"),
        ("投资5百万元。", "NUM001", "5百万"),
        ("种树2千余株。", "NUM001", "2千余株"),
        ("落实资金3亿4500万元。", "NUM002", "3亿4500万"),
        ("发放补助1万2000元。", "NUM002", "1万2000"),
        ("发放补助2万5千元。", "NUM002", "2万5千"),
        ("每村有三、四个泵站。", "NUM003", "三、四个"),
        ("平均二、三十户一组。", "NUM003", "二、三十"),
        ("编制2021-2035年规划。", "NUM004", "2021-2035"),
        ("《水网规划（2021-2035）》", "NUM004", "2021-2035"),
        ("投资9～16亿元。", "NUM005", "9～16亿"),
        ("节水15-30%。", "NUM005", "15-30%"),
        ("新建3所、改建两所、扩建1所。", "NUM006", "新建3所、改建两所、扩建1所"),
        ("增长3%、5%、8%，利润增长百分之五，", "NUM006", "百分之五"),
    ],
)
def test_found(text: str, code: str, quote: str) -> None:
    assert found(text) == [(code, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "3千瓦，5千米，2千公顷，9千克，589.2千人，110千伏，1千瓦以上5座。",
        "投资3.45亿元，受益3000户，3千万千瓦。",
        "2023百强企业，第3百货商店。",
        "3亿元4500万股，共3亿，4500万。",
        "第三、四个，一、二产业，三、四级，二、三期工程，一、二季度，三四个。",
        "三、四个全面。",
        "（三、四年级）",
        "编号2023-2024-05，/2024-104569，2307-331000-04-01，电话0576-2023，2021—2035年。",
        "9亿～16亿元，15%～30%，2021—2023年，5—6月，3-5人，1:2。",
        "第16-9%，5-3%，Q1-3%",
        "新建3所、改建2所、扩建1所，第二所学校。",
        "新建两所、改建三所、扩建一所。",
        "新建3所、改建两座、扩建1所。",
        "百分之百落实，增长3%、5%、8%。",
        "利润增长百分之五，",
    ],
)
def test_silent(text: str) -> None:
    assert found(text) == []


def test_what_runs_through_a_text_is_one_note() -> None:
    (hit,) = forms("编制2021-2035年规划。" * 20)
    assert (hit.code, hit.start) == ("NUM004", 2)
    assert "20" in hit.message
