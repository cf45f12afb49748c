"""Texts that write half-width marks throughout: what is wrong besides is told as in others. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.rules import Context, run

BOTH = (
    ("完成造林7015亩,基中油茶5118亩,毛竹1897亩,长势良好,成活率高。", "WORD001"),
    ("收入较上年21012万元,主要是上级补助,其余与上年持平,没有变化,情况正常。", "BLANK003"),
)


@pytest.mark.parametrize(("text", "code"), BOTH)
def test_they_are_read_as_full_width(text: str, code: str) -> None:
    found = [finding for finding in run(Context(text=text, path="x.txt")) if finding.code == code]
    assert len(found) == 1
    assert text[found[0].start : found[0].end] == found[0].quote


def test_a_percentage_in_two_pieces() -> None:
    text = "审定为2246万元 ,净审减939万元 ,审减率29 5 % ,节约了资金。"
    assert "NUM007" in [finding.code for finding in run(Context(text=text, path="x.txt"))]


def test_a_label_of_a_template() -> None:
    assert "BLANK002" in [finding.code for finding in run(Context(text="贫困村54个，有的[标签:介绍]。", path="x.txt"))]


@pytest.mark.parametrize("text", ["公务接待费1033万元，与上年下降7.6%。", "税收收入与去年同期增加3.2%。"])
def test_compared_with_is_not_lost(text: str) -> None:
    assert "WORD003" in [finding.code for finding in run(Context(text=text, path="x.txt"))]


def test_fishers_are_a_word() -> None:
    assert "WORD003" not in [finding.code for finding in run(Context(text="党员中，农牧渔民116.35万名，学生17.70万名。", path="x.txt"))]


@pytest.mark.parametrize(("month", "told"), [("二月", True), ("2月份", True), ("三月", False), ("3月", False)])
def test_the_month_of_a_title_is_that_of_the_text(month: str, told: bool) -> None:
    text = f"服务热线{month}情况通报\n一、基本情况\n2017年3月，共办理工单2495件。\n"
    assert told == ("DATE003" in [finding.code for finding in run(Context(text=text, path="x.txt"))])
