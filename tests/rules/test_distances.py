"""Distances from what is named beside them, and growths and levels in points. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import told, touches


@pytest.mark.parametrize("distance", ["高于全市平均水平1.4{}", "低于灌区增速2.6{}", "快于用水增速1.8{}", "与邻县相差3.6{}"])
@pytest.mark.parametrize("before", ["供水量增长6.4%，", "", "水费收入增速由负转正，"])
def test_how_far_it_is_from_another(before: str, distance: str) -> None:
    wrong, right = (f"{before}{distance.format(unit)}。" for unit in ("%", "个百分点"))
    assert touches(told(wrong, "unit"), wrong, "%。")
    assert told(right, "unit") == []


@pytest.mark.parametrize("change", ["增速比上月回落2.1{}", "降幅收窄1.3{}", "涨幅较年初扩大0.6{}", "用水占比上调0.7{}"])
def test_a_change_of_a_change(change: str) -> None:
    wrong, right = (f"{change.format(unit)}，居全市第三。" for unit in ("%", "个百分点"))
    assert touches(told(wrong, "unit"), wrong, "%，")
    assert told(right, "unit") == []


@pytest.mark.parametrize("form", ["供水量年均增长7.8{}。", "完成全年目标数64.3{}。", "达到计划1.8亿元的90.6{}。", "供水增速8.6{}。"])
def test_levels_and_growths_in_points(form: str) -> None:
    wrong, right = form.format("个百分点"), form.format("%")
    assert touches(told(wrong, "unit"), wrong, "个百分点")
    assert told(right, "unit") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("水质达标率提高3.1个百分点，比2019年提高5.4%，居全市第三。", "5.4%"), ("全县5000万以上项目36个。", "5000万"),
        ("拨付36万用于清淤。", "36万"), ("年降雨量850-950ml。", "950ml"), ("审结盗水案件36人。", "36人"),
        ("浇筑混凝土7.26万m 。", "7.26万m"), ("占年度投资任务600公里的91.8%。", "600公里"), ("占地面积3600公里。", "3600公里"),
        ("硬化道路36平方公里。", "36平方公里"), ("供水36万吨，增长14﹒5。", "14﹒5"),
        ("2023年全县清淤。2023年新建水闸3座，其中大型202312座。", "202312"), ("2023年全县清淤，2023年拆除违建42023处。", "42023"),
    ],
)  # fmt: skip
def test_other_units(text: str, quote: str) -> None:
    assert touches(told(text, "unit"), text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "不低于总投资的20%，不高于总额3%。", "高于全市（18.6%）20.9个百分点。", "4项快于序时,占19.1%。", "拉动供水增长2.3个百分点。",
        "高于全市增速1.1个百分点。森林覆盖率年均增长0.5个百分点。", "审结盗水案件36件42人。", "20万以上人口的县。",
        "2023年供水20236吨。", "污水管铺设1.2万m。",
    ],
)  # fmt: skip
def test_right_units(text: str) -> None:
    assert told(text, "unit") == []


@pytest.mark.parametrize(
    "above", ["超出省定任务（70{s}）", "超过年度目标(70{s})", "高于邻县平均（70{s}）", "高出全市平均水平", "超过年度目标"]
)
def test_how_far_it_is_beyond_another(above: str) -> None:
    wrong, right = (f"渠道完好率74.36%，{above.format(s='%')}4.36{unit}；水质达标率92%。" for unit in ("%", "个百分点"))
    assert touches(told(wrong, "unit"), wrong, "4.36%；")
    assert told(right, "unit") == []


@pytest.mark.parametrize("other", ["高于年度目标70%", "超过年度目标70%", "低于省定标准80%", "高于全市平均71.5%", "超出任务（70%）要求"])
def test_another_percentage_is_no_distance(other: str) -> None:
    assert told(f"渠道完好率74.36%，{other}。", "unit") == []


@pytest.mark.parametrize("amount", ["36公里", "*公里", "**万元"])
def test_an_amount_that_moves_by_points(amount: str) -> None:
    text = f"衬砌干渠{amount}，较上年增长4.8个百分点。"
    assert any(one.code == "UNIT009" for one in told(text, "unit"))
    assert not any(one.code == "UNIT009" for one in told(text.replace("个百分点", "%"), "unit"))
