"""Names and numbers that were to be filled in. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import told

FORMS = [
    ("印发《关于{}的通知》，整改问题26个。", "做好防汛备汛工作"),
    ("印发《关于{}的实施意见》。", "加强农村供水管理"),
    ("印发《关于{}的方案》。", "印发改厕三年行动"),
    ("成立专班，由{}同志任组长。", "分管副县长李明"),
    ("第{}次常务会议研究通过。", "26"),
    ("召开县人大常委会第{}次会议。", "三十二"),
    ("于{}年6月3日召开推进会。", "2024"),
    ("考核得分{}分，居全市第4位。", "96.8"),
    ("细颗粒物平均浓度为{}微克/立方米。", "31"),
    ("三产比例为12.4：{}：43.5。", "44.1"),
    ("有A级景区{}家，接待游客86万人次。", "6"),
]


@pytest.mark.parametrize(("form", "name"), FORMS)
def test_what_is_gone(form: str, name: str) -> None:
    assert not told(form.format(name), "blank")
    assert told(form.format("").replace("于年6月3日", "于年月日"), "blank")


@pytest.mark.parametrize(
    "text",
    [
        "出生年月日：1986年3月。",
        "有关于此的通知。",
        "由同志们推选。",
        "按名次、届次排列，第二次会议。",
        "精确到微克/立方米。",
        "满分100分，得分率92%。",
    ],
)
def test_what_is_whole(text: str) -> None:
    assert not told(text, "blank")
