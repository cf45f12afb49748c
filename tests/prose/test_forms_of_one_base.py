"""Points above or below one base that is told nowhere, wholes in other measure words, and balances. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, claims_of, silent, stands

ROWS = [
    (
        ("青山县增长9.2%，高于全市平均{}个百分点；"
        "白河县增长8.4%，高于全市平均0.9个百分点；石门县增长6.9%，低于全市平均0.6个百分点。"), "1.7", "2.9",
    ),
    (
        ("东区12街道投资增速为17.8%，超过全市增速{}个百分点；"
        "西区6街道投资增速为13.2%，超过全市增速5.3个百分点；南区投资增速为8.8%，超过全市增速0.9个百分点。"), "9.9", "13.6",
    ),
    (
        ("甲镇参保率96.4%，比全县高出{}个百分点，"
        "乙镇参保率95.2%，比全县高出0.9个百分点，丙镇参保率93.9%，比全县低0.4个百分点。"), "2.1", "1.2",
    ),
    (
        ("甲校升学率91.5%、高于全区平均水平{}个百分点，"
        "乙校升学率90.1%、高于全区平均水平2.6个百分点，丙校升学率85%、低于全区平均水平2.5个百分点。"), "4.0", "6.0",
    ),
    (
        ("北部地区用电量下降1.3%，低于全省平均{}个百分点；"
        "中部地区用电量增长8.1%，高于全省平均0.6个百分点；南部地区用电量增长9%，高于全省平均1.5个百分点。"), "8.8", "5.5",
    ),
]


@pytest.mark.parametrize(("form", "right", "wrong"), ROWS)
def test_all_of_a_row_have_one_base(form: str, right: str, wrong: str) -> None:
    assert stands(form.format(right), "difference") == 3
    assert accused(form.format(wrong), "difference")


def test_two_digits_that_changed_places() -> None:
    form = "青山县外贸增长9.2%，高于全市1.7个百分点；白河县外贸增长8.4%，高于全市0.9个百分点。\n"
    form += "新区出口增长14.3%，高出全市整体增速{}个百分点。"
    assert stands(form.format("6.8"), "difference") == 3
    assert accused(form.format("8.6"), "difference")
    assert silent(form.format("5.1"))


@pytest.mark.parametrize(
    "text",
    [
        "工业增加值增长9.1%，高于全国2.6个百分点；固定资产投资增长12%，高于全国4个百分点；消费增长8.3%，高于全国1.1个百分点。",
        "甲县增长9.2%，高于全市1.7个百分点；乙县增长8.4%，高于全市1.9个百分点。",
        "甲县增长9.2%，高于全市1.7个百分点；乙县增长8.4%，高于全省0.9个百分点；丙县增长8%，高于全市3个百分点。",
    ],
)
def test_bases_that_need_not_agree(text: str) -> None:
    assert silent(text)


@pytest.mark.parametrize(
    ("form", "whole"),
    [
        ("全市{}个重点工程年度投资12.6亿元，其中新建工程75项、续建工程61项。", 136),
        ("共有饮水工程{}处，其中打井34眼、引泉7处。", 41),
        ("全镇有水利设施{}处，其中塘坝21座、机井30眼、泵站7座。", 58),
        ("气象观测站点{}个，其中测风雷达12部，自动站30座。", 42),
        ("{}名选手在全国大赛夺牌，其中金牌5人、银牌1人，铜牌19人。", 25),
    ],
)
def test_wholes_in_another_measure_word(form: str, whole: int) -> None:
    assert stands(form.format(whole), "sum")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("全市{}个重点工程年度投资12.6亿元，其中新建工程75项、续建工程61项。", 136, 86),
        ("{}名选手在全国大赛夺冠，其中世界冠军5人、亚洲冠军1人，全国冠军19人。", 25, 16),
        ("水利债券{}亿元中，市级使用12.48亿元，区县级使用8.25亿元。", 20.73, 28.40),
        ("新增债券{}亿元，其中市本级9.4亿元，转贷县区12.3亿元。", 21.7, 31.7),
    ],
)
def test_wholes_and_their_two_sides(form: str, right: float, wrong: float) -> None:
    assert stands(form.format(right), "sum")
    assert accused(form.format(wrong), "sum")


def test_one_work_may_have_several() -> None:
    assert silent("建设项目3个，其中学校2所、宿舍8栋。")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("出口18.36亿美元，增长12.4%；进口1.52亿美元，下降8.3%。贸易顺差（出口减进口）{}亿美元。", 16.84, 23.07),
        ("加上上年结余，总收入预计81.6亿元。医保基金预算支出预计完成34.9亿元，年末结余预计{}亿元。", 46.7, 64.0),
        ("医保基金总收入为48.6亿元。医保基金支出完成31.2亿元，年末滚存结余{}亿元。", 17.4, 27.4),
    ],
)
def test_what_is_left_by_its_name(form: str, right: float, wrong: float) -> None:
    assert claims_of(form.format(right), "difference")
    assert silent(form.format(right))
    assert accused(form.format(wrong), "difference")


@pytest.mark.parametrize(("share", "holds"), [(16, True), (22, False)])
def test_people_by_the_mouth(share: int, holds: bool) -> None:
    text = f"全镇有8250户、26000人。回族1140户，4160口人，占总人口的{share}%。"
    assert bool(stands(text, "share")) if holds else accused(text, "share")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("核心区平均单产达526.4公斤，超全市平均单产{}公斤，最高单产达705公斤，带动全市202万亩玉米平均单产达428.3公斤。", "98.1", "61.6"),
        ("全县水稻平均亩产452.6公斤。核心区平均亩产550.3公斤，比全县平均亩产高{}公斤。", "97.7", "79.7"),
        ("全镇户均收入5.2万元，养殖大户均收入6.8万元，高于全镇户均收入{}万元。", "1.6", "2.6"),
        ("合作社社员人均收入18650元，高于全县人均收入{}元；全县农民人均收入16120元。", "2530", "2350"),
        ("边远村人均收入9650元，比全县人均收入低{}元。全县农民人均收入16120元。", "6470", "4670"),
    ],
)
def test_so_much_above_the_mean_of_all(form: str, right: str, wrong: str) -> None:
    assert stands(form.format(right), "difference")
    assert accused(form.format(wrong), "difference")


def test_the_mean_itself() -> None:
    assert silent("社员人均收入18650元，高于全县人均收入16120元；全县农民人均收入16120元。")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("一般公共预算收入46.2亿元，增长3.1%。其中，税收收入38.7亿元，增长5.4%；税收占比{}%。", 83.8, 52.8),
        ("接到投诉1200件，其中商品类投诉720件，增长4.2%；商品类占比{}%。", 60, 50.5),
        ("贷款余额900亿元，其中住户贷款300亿元；住户贷款占比{}%。", 33.3, 53.3),
    ],
)
def test_a_share_by_name_behind_a_semicolon(form: str, right: float, wrong: float) -> None:
    assert stands(form.format(right), "share")
    assert accused(form.format(wrong), "share")
