"""Slips of a clerk or of a converter, each in many sentences, and the same sentences as they should be. All are made up."""

from __future__ import annotations

import pytest
from touching import told, touches

BEFORE_DISTANCE = (
    "", "清淤工程上半年完成投资3.6亿元，", "水利投资完成率74.6%，", "1—6月全县补坝进度较快，其中东片",
)


@pytest.mark.parametrize("before", BEFORE_DISTANCE)
@pytest.mark.parametrize("beyond", ["超序时进度", "超过时序进度", "快于序时进度", "落后序时进度", "高于均衡进度", "滞后于全年序时进度"])
@pytest.mark.parametrize("behind", ["。", "，水费足额征收。", "\n渠道全线贯通。", ""])
def test_a_distance_from_a_pace(before: str, beyond: str, behind: str) -> None:
    wrong, right = (f"{before}{beyond}{by}{behind}" for by in ("24.6%", "24.6个百分点"))
    assert touches(told(wrong, "unit"), wrong, "24.6%")
    assert not told(right, "unit")


@pytest.mark.parametrize("pace", ["25%", "33.3%", "41.67%", "50%", "58.3%", "67%", "75%", "91.7%"])
def test_a_pace_named_by_itself(pace: str) -> None:
    assert not told(f"清淤工程进展较快，超过序时进度{pace}。", "unit")


ROWS = (
    ("东片灌溉率93.5%", "西片灌溉率87.4%", "北片灌溉率78.1%"), ("水稻3.5万亩", "玉米2.1万亩", "大豆0.8万亩"),
    ("管护站36个", "观测站12个", "抽水站8个"),
    ("水稻面积3公顷", "玉米面积12公顷", "棉花面积8公顷"), ("水闸12座", "渠道36公里", "泵站4座"),
    ("职工36人", "临时工12人", "志愿者8人", "河长3人"),
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("form", ["{}。", "全县水利有了新发展，{}，水费足额征收。", "灌区情况：{}；水费足额。", "其中{}，均已达标。"])
def test_items_without_marks(row: tuple[str, ...], form: str) -> None:
    wrong = form.format("".join(row))
    assert touches(told(wrong, "punctuation"), wrong, "".join(row)[6:])
    assert not told(form.format("、".join(row)), "punctuation")


@pytest.mark.parametrize(
    "text",
    [
        "在3个村2个社区5个单位开展清淤。", "水费由3万元提高到5万元增加2万元。", "每亩灌溉费按水稻30元玉米20元棉花10元的标准收取。",
        "向东片3个村西片5个村北片2个村送水。", "投资36万元用于清淤12公里补坝3处的灌区。",
    ],
)  # fmt: skip
def test_no_rows(text: str) -> None:
    assert not told(text, "punctuation")


@pytest.mark.parametrize("when", ["全年", "上半年", "累计", "预计", "全县", "圆满", "提前", "1—6月份"])
@pytest.mark.parametrize("what", ["渠道清淤36公里", "水利项目投资2.6亿元", "各项补坝任务", "东片水费征收工作", "文化下乡演出36场"])
def test_half_of_what_was_completed(when: str, what: str) -> None:
    wrong, right = f"灌区{when}完{what}，水质达标。", f"灌区{when}完成{what}，水质达标。"
    assert touches(told(wrong), wrong, "完")
    assert not told(right, "wording")


@pytest.mark.parametrize("text", ["各项任务完。", "东片完投资2亿元。", "灌区完造林36亩。", "超额完全部任务。"])
def test_half_of_what_was_completed_elsewhere(text: str) -> None:
    assert touches(told(text, "wording"), text, "完")


@pytest.mark.parametrize(
    "text",
    ["未完投资2亿元。", "全面完善制度，全县完小12所，基本完工。", "累计完税2.6亿元，提前完赛。", "全部完全部署到位。", "分完任务。"],
)
def test_whole_words_that_begin_so(text: str) -> None:
    assert not told(text, "wording", "blank")


TITLES = ("全县水利工作情况通报", "关于清淤工程进展的报告", "2023年灌区工作总结")


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("first", ["", "（一）渠道清淤。", "1.渠道清淤。"])
def test_a_second_part_without_a_first(title: str, first: str) -> None:
    body = f"{title}\n{{}}{first}今年以来，灌区清淤渠道36公里，补坝3处，水费征收率稳步提高。\n二、存在问题\n泵站老化。\n"
    wrong = body.format("")
    assert [found.code for found in told(wrong, "punctuation")] == ["ENUM001"]
    assert touches(told(wrong, "punctuation"), wrong, "二、")
    assert not told(body.format("一、主要做法\n"), "punctuation")


@pytest.mark.parametrize(
    "text",
    [
        "今年以来，灌区清淤渠道36公里，补坝3处。\n二、存在问题\n泵站老化。\n", "二、存在问题\n泵站老化。\n三、下步打算\n更新泵站。\n",
        "灌区工作总结\n第一部分 主要做法\n清淤渠道36公里，补坝3处，水费足额。\n二、存在问题\n泵站老化。\n",
    ],
)  # fmt: skip
def test_text_that_may_begin_anywhere(text: str) -> None:
    assert not told(text, "punctuation")
