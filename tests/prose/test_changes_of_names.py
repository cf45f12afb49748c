"""Changes whose figure is named: by the change before in the row, or by its own name behind 其中."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

NAMED = [
    (
        "当月，税务完成1989万元，财政完成115万元，合计2104万元。"
        "预算收入898万元。分部门看，税务较上月增收755万元，增长61.2%；财政较上月增收15万元，增长15%，较上年同月增收45万元，增长{x}%。"
    ),
    "床位1020张，其中康复床位408张，占40%，康复床位较年初增加158张，增长{x}%。",
]


@pytest.mark.parametrize("text", NAMED)
@pytest.mark.parametrize("comma", ["，", ","])
def test_growth_of_what_is_named(text: str, comma: str) -> None:
    own = "64.3" if "64" not in text and "财政" in text else "63.2"
    assert stands(text.replace("，", comma).format(x=own), "growth")
    assert accused(text.replace("，", comma).format(x="36.4"), "growth")


def test_another_figure_is_not_meant() -> None:
    assert silent("一般公共预算收入898万元。分部门看，税务较上月增收755万元，增长61.2%，较上年同月减收446万元，下降18.3%。")


def test_shares_of_a_list_below_its_total() -> None:
    text = "收入42.50亿元，增长9%。\n分部门看，国税14.20亿元；地税19.10亿元；财政9.20亿元。国税、地税、财政分别占{}、44.9%和21.6%。"
    assert stands(text.format("33.4%"), "share") > 2
    assert accused(text.format("43.4%"), "share")


@pytest.mark.parametrize(
    ("text", "true", "other"),
    [
        ("污水处理费由每吨2.8元调整为3.2元，每吨提高{x}元。", "0.4", "0.8"),
        ("补助标准由每月620元提高到680元，月增加{x}元，增幅9.7%。", "60", "90"),
        ("补助标准由每月620元提高到680元，月增加60元，增幅{x}%。", "9.7", "7.9"),
        ("财政补助由610元提高到640元，人均增加{x}元。", "30", "50"),
    ],
)
def test_a_change_for_one(text: str, true: str, other: str) -> None:
    assert stands(text.format(x=true), "growth")
    assert accused(text.format(x=other), "growth")


@pytest.mark.parametrize(
    ("text", "true", "other"),
    [
        ("上年同期进口12.5亿美元，今年进口13.75亿美元，同比增长{x}%。", "10", "15"),
        ("7月份投诉186件，8月份投诉152件，环比下降{x}%。", "18.3", "13.8"),
        ("2021年接待游客260万人次，2022年接待游客286万人次，增长{x}%。", "10", "15"),
        ("整治前每月投诉126件，整治后每月投诉84件，下降{x}%。", "33.3", "43.3"),
    ],
)
def test_growth_from_then_to_now(text: str, true: str, other: str) -> None:
    assert stands(text.format(x=true), "growth")
    assert accused(text.format(x=other), "growth")


@pytest.mark.parametrize(
    "text",
    [
        "7月份投诉186件，8月份投诉152件，同比下降8.3%。",
        "一季度完成投资8.2亿元，二季度完成投资10.5亿元，同比增长12.1%。",
        "8月份接诉1260件，9月份接诉1185件，同比减少20件。",
        "2021年生产总值260亿元，2022年生产总值286亿元，增长5.1%。",
    ],
)
def test_growth_since_another_time(text: str) -> None:
    assert silent(text)
