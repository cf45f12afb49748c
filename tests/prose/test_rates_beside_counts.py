"""Rates of money behind what was built, and of a task that stands sentences before."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands


@pytest.mark.parametrize("text", [
    "今年共实施以工代赈项目60个，已完工48个，支出进度91.3%，高于序时进度8个百分点。",
    "全县安排到户项目214个，完工196个，资金拨付率88.4%。",
    "下达专项债券资金3.2亿元，实施项目18个，开工17个，资金支付进度76.5%。",
    "落实以奖代补项目96个，已验收81个，资金兑付率为79.2%。",
])  # fmt: skip
def test_a_rate_of_money_is_not_of_what_was_built(text: str) -> None:
    assert silent(text)


def test_what_was_paid_out_is_counted() -> None:
    assert accused("应支付租赁补贴80户，已支付72户，支付率96%。", "rate")


@pytest.mark.parametrize(("text", "true", "altered"), [
    ("今年承担公厕新建任务900座，分解到三个镇。截至目前，已开工860座，完工792座，完工率{}%。", "88", "68"),
    ("全年渠道衬砌任务250公里。截至10月底，已开工240公里，建成205公里，建成率{}%。", "82", "28"),
    ("承担农房抗震改造任务640户。目前已开工620户，竣工512户，竣工率{}%。", "80", "60"),
])  # fmt: skip
def test_a_rate_of_the_task_before(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "rate")
    assert accused(text.format(altered), "rate")
