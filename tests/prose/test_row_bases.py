"""A rate among others that are all of one figure, or each of the figure of its own name. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent

from summarizer.findings import Severity

RIGHT = (
    "全年活产3205人；系统管理2750人，系统管理率85.80%；产后访视2834人，访视率88.42%；住院分娩3086人，住院分娩率96.29%。",
    "任务为廉租住房1860套、公租住房7850套、改造4900套，当年开工。目前廉租住房2170套，开工率116.67%；公租住房8190套，开工率104.33%；改造5140套，开工率104.90%。",
    "年末总人口71293人。全年出生836人，出生率11.73‰；死亡224人，死亡率3.14‰。",
    "全县出生婴儿3126人，死亡婴儿9人，婴儿死亡率2.88‰。",
)
WRONG = (
    "全年活产3205人；系统管理2750人，系统管理率58.80%；产后访视2834人，访视率88.42%；住院分娩3086人，住院分娩率96.29%。",
    "任务为廉租住房1860套、公租住房7850套、改造4900套，当年开工。目前廉租住房2170套，开工率116.67%；公租住房8190套，开工率140.33%；改造5140套，开工率104.90%。",
    "年末总人口71293人。全年出生836人，出生率16.07‰；死亡224人，死亡率3.14‰。",
    "全县出生婴儿3126人，死亡婴儿9人，婴儿死亡率3.88‰。",
)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_stands(text: str) -> None:
    assert silent(text)


@pytest.mark.parametrize("text", WRONG)
def test_the_one_that_does_not_fit_is_told(text: str) -> None:
    assert accused(text, "rate") == [Severity.WARNING]


def test_two_wholes_tell_nothing_of_a_third() -> None:
    assert silent("应检3205人，实检2750人，受检率85.80%；应访2834人，已访2500人，访视率88.21%；排查隐患36处，治理率58.8%。")
