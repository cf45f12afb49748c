"""Names that stand twice in one list. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import told

FORMS = [
    "改厕2860户，其中东岭1240户、西沟860户、{}760户。",
    "硬化道路：东岭镇12.4公里、西沟镇8.6公里、南坪镇3公里、{}镇2公里。",
    "投资合计：东岭1.2亿元、西沟0.8亿元、{}0.6亿元。",
    "整治东岭、西沟、{}等易涝点。",
    "今年，东岭、西沟、南坪、{}等乡镇试点。",
    "（东岭、西沟、{}等）试点。",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_name_comes_again(form: str) -> None:
    first = "东岭"
    assert not told(form.format("北川"), "wording")
    assert [found.code for found in told(form.format(first), "wording")] == ["WORD002"]


@pytest.mark.parametrize(
    "text",
    [
        "分别增长5%、下降3%、增长2%。",
        "完成投资12亿元、完成税收2亿元、完成投资9亿元。",
        "男生12人、女生9人、男生6人。",
        "红、绿、红等颜色；东岭、西沟、东岭。",
        "经东岭路、西沟路、东岭路。",
        "一类12个、二类9个、一类6人。",
    ],
)
def test_what_may_come_again(text: str) -> None:
    assert not told(text, "wording")


def test_a_name_of_a_counted_list_is_told_once() -> None:
    assert not told("在东岭、西沟、南坪、西沟等4个乡镇试点，会同东岭、西沟、南坪、西沟等 4 个镇验收。", "wording")
