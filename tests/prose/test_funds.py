"""What a fund had, what came and went, and what it has: with lists, rates and the balance of the year between."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

FORMS = [
    (
        (
            "企业养老基金上年结余3215.40万元，本年收入6120.80万元（单位4100.30万元，个人1820.50万元，利息200.00万元），"
            "支出5870.20万元，当年结余250.60万元，年末滚存结余{}万元。"
        ),
        "3466.00",
        "3646.00",
    ),
    (
        "县红十字会上年结余资金31.20万元，本年接受捐款86.40万元，全年支出79.50万元，用于救灾40.10万元、助困39.40万元，年末余额{}万元。",
        "38.10",
        "83.10",
    ),
    (
        (
            "教育基金会上年结余善款58.20万元，本年接收捐赠96.40万元（定向60.00万元、其他36.40万元），全年支出121.50万元，"
            "用于助学80.10万元、奖教41.40万元，年末善款余额{}万元。"
        ),
        "33.10",
        "25.10",
    ),
    (
        (
            "失业保险基金上年滚存结余812.5万元。全年收入423.6万元，其中保费收入401.2万元、利息收入22.4万元；支出398.1万元，"
            "其中失业金支出255.3万元、稳岗返还142.8万元。年末累计结余{}万元。"
        ),
        "838.0",
        "883.0",
    ),
    (
        "工伤基金年初结余612.5万元，1-9月收入423.6万元，完成预算410万元的103.3%；支出398.1万元，完成预算402万元的99.0%。9月底滚存结余{}万元。",
        "638.0",
        "683.0",
    ),
]


@pytest.mark.parametrize(("text", "true", "altered"), FORMS)
def test_a_fund_over_a_year(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "difference")
    assert len(accused(text.format(altered), "difference")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "工会经费年初结存45.3万元，拨入120.6万元，上解48.2万元，支出60.1万元，年末结存57.6万元。",
        "维修资金上年结余412万元。本年收入96万元，支出58万元。年末余额463万元（含利息13万元）。",
        "医保基金本年收入42360万元，支出39810万元，当年结余2550万元，累计结余18650万元（上年结余16100万元）。",
    ],
)
def test_true_funds(text: str) -> None:
    assert silent(text)


def test_one_fault_is_told_once() -> None:
    text = "工伤基金上年结余612.5万元，本年收入423.6万元，支出398.1万元，当年结余52.5万元，年末滚存结余638.0万元。"
    assert len(accused(text, "difference")) == 1


def test_what_is_carried_on() -> None:
    text = "村级账户年初结转126万元，当年收入843万元，当年支出912万元，年末结转{}万元。"
    assert stands(text.format(57), "difference")
    assert accused(text.format(75), "difference")


def test_what_was_handed_in() -> None:
    text = "工会经费年初结存45.3万元，当年拨入120.6万元，支出108.1万元，年末结存{}万元。"
    assert stands(text.format("57.8"), "difference")
    assert accused(text.format("75.8"), "difference")
