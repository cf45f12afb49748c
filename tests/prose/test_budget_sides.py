"""One side of a budget with its total, what a congress approved, and a budget that was revised. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

from summarizer.findings import Severity

SIDES = (
    "本级一般公共预算收入36.4亿元，上级补助收入52亿元，债务转贷收入8.6亿元，上年结转收入4.1亿元，调入资金2.9亿元，总收入{}亿元。",
    "政府性基金支出81.5亿元，上解上级支出0.8亿元，调出资金2.7亿元，债务还本支出4.7亿元，结转下年支出14.3亿元，总支出{}亿元。",
    "一般公共预算支出98.2亿元，上解上级支出-1.4亿元，还本支出5.1亿元，安排预算稳定调节基金2.1亿元，支出总额{}亿元。",
)


@pytest.mark.parametrize("side", SIDES)
def test_the_entries_of_a_side_make_its_total(side: str) -> None:
    assert stands(side.format(104), "sum")
    assert accused(side.format(142.6), "sum") == [Severity.WARNING]


def test_a_part_of_an_entry_is_not_added() -> None:
    assert silent("财政收入36.4亿元，上级补助收入52亿元，其中专项补助8.6亿元，上年结转收入4.1亿元，调入资金2.9亿元，总收入142.6亿元。")


def test_two_figures_are_no_side() -> None:
    assert silent("门票收入36.4亿元，接受补助52亿元，旅游总收入142.6亿元。")


@pytest.mark.parametrize(
    "text",
    [
        "县人大批准的2025年一般公共预算收入为5.3亿元，实际完成5.5亿元，为年初预算的{}。",
        "大会批准的政府性基金支出5.3亿元，执行结果为5.5亿元，占预算的{}。",
    ],
)
def test_what_a_congress_approved_is_the_budget(text: str) -> None:
    assert stands(text.format("104%"), "rate")
    assert accused(text.format("118%"), "rate") == [Severity.ERROR]


def test_a_revision_is_told_by_its_amount() -> None:
    text = "大会批准的支出预算为73.2亿元，执行中作了调整，调整后的支出预算为75.9亿元，增加{}亿元。"
    assert stands(text.format("2.7"), "difference")
    assert accused(text.format("3.7"), "difference") == [Severity.WARNING]
    assert silent("年初预算为73.2亿元，调整后的预算为75.9亿元，比上年增加8.6亿元。")
