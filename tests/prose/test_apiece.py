"""Medals, what each one gets, targets beside what is beyond them, what was done and is left behind brackets, short lists of places."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

FORMS = (
    ("sum", "我区共获12金、9银、15铜，奖牌总数{}枚，列第三位。", "36", "49"),
    ("sum", "我区共获12金9银15铜，合计{}枚。", "36", "49"),
    ("sum", "获得奖牌{}枚（12金9银15铜）。", "36", "49"),
    ("average", "为120家书屋各补充图书60册，合计{}册。", "7200", "9864"),
    ("average", "120个站点各安装座椅4套，共安装{}套。", "480", "640"),
    ("difference", "新建面积18.5万平方米，超出目标14万平方米{}万平方米。", "4.5", "5.9"),
    ("rate", "建成24个，比目标18个多6个，完成率{}%。", "133.3", "182.6"),
    ("rate", "建成站点30个，比年度计划25个多5个，完成率{}%。", "120", "150"),
    ("growth", "共接警900起，其中有效警情330起，无效警情570起。有效警情较上周的300起环比上升{}%。", "10", "14"),
    ("growth", "共受理信访举报460件，受理量与去年同期相比增加60件，同比增长{}%。", "15", "24"),
    ("rate", "立案990件，应结案970件，结案911件，结案率93.9%，按期结案740件，按期结案率{}%。", "76.3", "47.8"),
    ("rate", "受理案件100件，办结90件，一次办结80件，一次办结率为{}%。", "80", "70"),
    ("sum", "总人口9.2万人，其中农村8.1万人，困难户{}户6075人，发生率38.5%。其中已脱贫1120户4460人，未脱贫460户1615人。", "1580", "1080"),
    ("bound", "城乡收入比由2.25缩小到{}。", "2.19", "3.00"),
    ("sum", "生产总值126亿元，增长4.0%。三次产业的贡献率分别为7.5%、{}%和22.5%，分别拉动GDP增长0.3、2.8和0.9个百分点。", "70.0", "49.2"),
    ("count", "储备帐篷、棉被、马灯、折叠床{}大类9760件。", "4", "6"),
    ("count", "1.改造前山村、后溪村{}个村农田9700亩。", "2", "4"),
    ("count", "扶持前山村、后溪村{}个村。", "2", "4"),
    ("sum", "三次产业对生产总值的贡献率分别为7.5%、{}%和22.5%，分别拉动GDP增长0.3、2.8和0.9个百分点。", "70.0", "49.2"),
)


@pytest.mark.parametrize(("kind", "text", "true", "altered"), FORMS)
def test_it_is_read_and_noticed(kind: str, text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), kind)
    kinds = (kind, "share") if kind == "sum" else (kind,)
    assert any(accused(text.format(altered), one) for one in kinds)


def test_what_was_done_and_is_left_is_read_past_brackets() -> None:
    text = (
        "监测总数为160户540人（甲类50户180人、乙类48户170人、丙类62户190人）；累计消除风险70户270人（甲类26户100人、乙类29户115人、"
        "丙类15户55人），按人口计风险消除率50%；未消除风险90户270人（甲类24户80人、乙类19户55人、丙类47户135人）。"
    )
    assert stands(text, "sum") > 6


def test_a_heading_with_percent_for_points() -> None:
    text = "上半年完成投资19.6亿元，超序时进度24.9{}\n1至6月完成投资19.6亿元，完成年度计划的74.9%，超序时进度24.9个百分点。"
    assert accused(text.format("%"), "growth")
    assert silent(text.format("个百分点"))


@pytest.mark.parametrize("text", [
    "115个小项中，完成目标任务的有48项，正在推进的有62项，尚未下达任务的有5项。",
    "我区共获12金9银15铜，金牌总数12枚。",
    "站点120个，各级图书馆藏书60册，另有90册。",
    "为120家书屋各补充图书60册、桌椅4套，合计投入90万元。",
    "回收意见800件，其中对过程满意的792件，对结果满意的784件。",
    "全市新村、老村6个乡镇。",
])  # fmt: skip
def test_nothing_is_accused(text: str) -> None:
    assert silent(text)
