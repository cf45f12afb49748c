"""What is counted by a measure word of its own stands in none that measures. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import told


@pytest.mark.parametrize(
    ("noun", "right", "wrong"),
    [
        ("出圃苗木", "万株", "万亩"), ("四旁植树", "万株", "公里"), ("生猪出栏", "万头", "万亩"),
        ("存栏生猪", "头", "户"), ("家禽存栏", "万只", "万吨"),
        ("新增公交车", "辆", "吨"), ("养老床位", "张", "户"), ("馆藏图书", "万册", "万亩"), ("生产粗钢", "万吨", "万公里"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("link", ["", "共", "达"])
def test_its_own_measure(noun: str, right: str, wrong: str, link: str) -> None:
    text = "清淤渠道12公里，{}{}36{}，受益户数86户。"
    assert not told(text.format(noun, link, right))
    assert [one.code for one in told(text.format(noun, link, wrong))] == ["UNIT009"]


@pytest.mark.parametrize(
    "text",
    [
        "花卉苗木基地360亩，义务植树86亩。", "更新公交车投资1200万元，运送旅客36万人。", "水泥路12公里，水泥渠36公里，减施化肥8万亩。",
        "病床使用率86%，藏书楼2座，接送校车学生360人，牛存栏2万头，羊出栏3万只。",
    ],
)  # fmt: skip
def test_what_goes_by_several(text: str) -> None:
    assert not [one for one in told(text) if one.code == "UNIT009"]
