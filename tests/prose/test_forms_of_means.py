"""Means of several measures, of crops over their land, and of deaths, true and altered. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("临时救助5.2万户次、7.8万人次，户次均{}元、人次均820元，支出资金6396万元。", 1230, 1685),
        ("临时救助5.2万户次、7.8万人次，户次均1230元、人次均{}元，支出资金6396万元。", 820, 1123),
        ("临时救助5.2万户次、7.8万人次，支出资金6396万元，户次均{}元、人次均820元。", 1230, 1685),
        ("慰问困难户300户、职工500人，户均1000元、人均{}元，发放慰问金30万元。", 600, 822),
    ],
)
def test_two_means_of_one_total(form: str, right: int, wrong: int) -> None:
    assert stands(form.format(right), "average") == 2
    assert accused(form.format(wrong), "average")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("粮食总产量为36.2亿公斤，增产4.7%；亩产为{}公斤。夏粮总产量7.5亿公斤。粮食播种面积1206万亩，下降1.4%。", 300.2, 411.3),
        ("粮食总产36.2万吨。其中稻谷总产量30.1万吨，其他粮食总产量6.1万吨。粮食播种面积80.4千公顷，粮食单产为{}公斤/亩。", 300.2, 411.3),
        ("粮食播种面积804千公顷，增长0.7%。粮食单位面积产量{}公斤/公顷，增长1.2%。粮食总产量362万吨。", 4502, 6168),
        ("早稻播种面积31.2万亩，增长2%。\n早稻亩产{}公斤，增长1%。\n早稻总产量12.85万吨，增长3%。", 412, 564),
    ],
)
def test_a_crop_over_its_land(form: str, right: float, wrong: float) -> None:
    assert stands(form.format(right), "average")
    assert accused(form.format(wrong), "average")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("全省煤矿生产原煤8600万吨，发生事故12起、死亡18人，百万吨死亡率为{}。", 0.209, 0.286),
        ("原煤产量8600万吨。全年发生事故12起，死亡18人，百万吨死亡率{}，同比下降12%。", 0.209, 0.286),
        ("省属煤矿产煤5200万吨，地方煤矿产煤3400万吨，死亡18人。地方煤矿百万吨死亡率{}。", 0.529, 0.725),
        ("发生事故184起，死亡37人；万车死亡率{}（机动车24.8万辆）。", 1.49, 2.04),
        ("机动车保有量24.8万辆。发生事故184起，死亡37人，万车死亡率{}人。", 1.49, 2.04),
        ("地区生产总值1286亿元。全年死亡37人，亿元GDP死亡率为{}。", 0.029, 0.04),
    ],
)
def test_deaths_over_what_they_happened_with(form: str, right: float, wrong: float) -> None:
    assert stands(form.format(right), "average")
    assert accused(form.format(wrong), "average")


@pytest.mark.parametrize(
    "text",
    [
        "示范区平均单产达526.1公斤，最高单产达705公斤，带动全市198.6万亩玉米平均单产达431.5公斤，总产达85.7万吨。",
        "粮食总产量362万吨，粮食播种面积804千公顷。夏粮亩产352公斤。",
        "粮食总产量14582万吨。粮食播种面积26438千公顷。粮食单位面积产量5515.0公斤/公顷。",
        "粮食产量8600万吨，死亡18人，百万吨死亡率为0.5。",
    ],
)
def test_means_of_something_else(text: str) -> None:
    assert silent(text)
