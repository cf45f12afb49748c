"""Two directions in one breath, and names of offices whose words have changed places. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import told

OPPOSED = [
    # text with a gap for the second direction, what it is, what it is not
    ("完成税收2360万元，同比减118万元，{}4.8%。", "降幅", "增幅"),
    ("完成税收2360万元，比上年少118万元，{}4.8%。", "减", "增"),
    ("完成税收2360万元，同比多118万元，{}5.3%。", "增幅", "降幅"),
    ("完成税收2360万元，同比增118万元、{}5.3%。", "增", "降"),
    ("立案84件，较去年减12件，{}12.5%。", "降", "增"),
]


@pytest.mark.parametrize(("form", "right", "wrong"), OPPOSED)
def test_short_words_go_one_way(form: str, right: str, wrong: str) -> None:
    assert not told(form.format(right), "unit")
    assert [found.code for found in told(form.format(wrong), "unit")] == ["UNIT012"]


@pytest.mark.parametrize(
    "text", ["税收2360万元，同比少增118万元，增幅5.3%。", "支出860万元，多减20万元，增长2.1%。", "贷款少降30万元，增4.1%。"]
)
def test_less_of_a_rise_is_none(text: str) -> None:
    assert not told(text, "unit")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("农业农村局", "农村农业局"),
        ("人力资源和社会保障局", "人力社会资源和保障局"),
        ("市场监督管理局", "市场管理监督局"),
        ("退役军人事务局", "退役事务军人局"),
        ("自然资源和规划局", "自然规划和资源局"),
        ("住房和城乡建设局", "住房和建设城乡局"),
        ("发展和改革局", "发展改革和局"),
    ],
)
@pytest.mark.parametrize("form", ["由县{}组织检查6次。", "{}：", "会同{}、县财政局验收。"])
def test_offices(form: str, right: str, wrong: str) -> None:
    assert not told(form.format(right), "wording")
    assert [found.code for found in told(form.format(wrong), "wording")] == ["WORD001"]
