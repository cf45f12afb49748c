"""Rows that count in two measures at once, whose two totals stand apart from each other."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

FORMS = [
    ("今年下达水利资金310万元，改造泵站26座：城关镇9座110万元，石桥镇12座140万元，柳林乡{}座60万元。", "5", "8"),
    ("今年下达水利资金310万元，改造泵站26座：城关镇9座110万元，石桥镇12座{}万元，柳林乡5座60万元。", "140", "410"),
    ("落实经费486.5万元，对全县38处渠道进行清淤，干渠6处212.4万元、支渠{}处164.3万元、斗渠18处109.8万元。", "14", "41"),
    ("本次下达资金1526万元（中央960万元、省级566万元），实施项目12个，其中道路5个{}万元，饮水4个520万元，环境3个220万元。", "786", "768"),
    ("开展培训42期，培训农民3860人次：种植类18期1640人次，养殖类15期{}人次，电商类9期850人次。", "1370", "1730"),
]


@pytest.mark.parametrize(("text", "true", "altered"), FORMS)
def test_both_columns(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "sum")
    assert len(accused(text.format(altered), "sum")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "全年争取资金5000万元，实施项目24个，其中产业类11个2456万元，基建类9个1512万元，其他类4个400万元。",
        "投入资金860万元，修建泵站14座：东片4座210万元，西片6座340万元，北片4座190万元，另有监测设备120万元。",
        "筹资640万元，改造水塘18口，山上7口240万元，山下11口310万元，另购置抽水机90万元。",
    ],
)
def test_money_for_more_than_the_rows(text: str) -> None:
    assert silent(text)
