"""Names and how many they are said to be, in more wordings, true and altered. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("全县分了{}个灌区，有清水河、石门沟、白杨渡，任务1.6万亩。", "三", "五"),
        ("沿江{}县市（清溪县、云台县、石门市、白河县）完成春播任务的98%。", "四", "五"),
        ("西片{}地州（东岭地区、白山地区、清河地区、云台自治州）完成春播。", "四", "五"),
        ("辖{}个苏木（白音苏木、红山苏木、乌兰苏木，江岸苏木），2个镇。", 4, 6),
        ("巡逻组在205、102、清石线{}条省道开展整治。", "三", "五"),
        ("实施以“老旧小区改造、农村道路提升、污水管网建设、文化宫建设”为主要内容的{}项民生工程。", 4, 6),
        ("形成以食品加工、装备制造、生物医药为重点的{}大产业。", "三", "四"),
        ("{}个国考断面中，石门断面和清溪断面为Ⅰ类水体，白河断面为Ⅱ类，东岭断面和云台断面为Ⅳ类。", 5, 7),
        ("完善县乡村{}级服务网络。", "三", "四"),
        ("建立县、乡镇、村{}级服务网络。", "三", "五"),
        ("落实省市县乡{}级责任。", "四", "五"),
        ("受理量前{}位的单位：公安局、工商局、质监局、交通运输局、地税局。", 5, 6),
        ("督办项目共{}项，一是东汇城项目；二是旭日基地项目；三是科技路项目。", 3, 4),
        ("{}大行业中医药、食品、化工、建材分别增长11.8%、20.6%、6.4%和5.3%，装备、钢铁、纺织分别下降10%、1.2%和1.8%。", 7, 8),
        ("其中火灾扑救66万起，抢险救援30万起，社会救助51.5万起，这{}类警情增长较快。", "三", "四"),
        ("{}个监测点位中，石门点位、清溪点位属Ⅱ类；白河点位属Ⅲ类。", 3, 4),
    ],
)
def test_names_are_as_many_as_said(form: str, right: int | str, wrong: int | str) -> None:
    assert stands(form.format(right), "count")
    assert accused(form.format(wrong), "count")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("5个国考断面中，石门断面和清溪断面为Ⅰ类水体，白河断面为Ⅲ类，东岭断面和云台断面为Ⅳ类。国考断面水质优良率{}%。", 60.0, 82.2),
        ("河流考核断面8个，优良水质比例达{}%，优于75%的要求。", 87.5, 55.1),
        ("全市8个考核断面水质达标率为{}%。", 62.5, 85.6),
    ],
)
def test_the_rate_of_so_many_places_is_that_of_a_whole_number(form: str, right: float, wrong: float) -> None:
    assert stands(form.format(right), "rate")
    assert accused(form.format(wrong), "rate")


@pytest.mark.parametrize(
    "text",
    [
        "全镇有5个村，有学校、医院、养老院。",
        "分别处置104、205、308件。",
        "5个乡（东片、西片，含两个农场）。",
        "清溪县乡村两级干部，全市市县两级部门，杭州市三级医院，市县三级甲等医院。",
        "8大行业中，医药、食品、化工、建材、纺织分别增长11%、20%、6%、5%和3%。",
        "8个断面中，石门断面水质最好，清溪断面次之。",
        "全市19个断面，绿化覆盖率41.3%。",
    ],
)
def test_names_of_something_else(text: str) -> None:
    assert silent(text)
