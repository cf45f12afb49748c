"""Kinds and names before their number that 和 or one 、 parts, and figures called 三者, in many wordings. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("果园分为采摘和加工{}类，共810亩。", "两", "三"),
        ("本次招标分为勘察、设计和监理{}个标段。", "三", "四"),
        ("整改工作分成自查自纠、集中整治{}个阶段。", "两", "三"),
        ("行动分为动员部署和排查整治以及总结提升{}个阶段。", "三", "四"),
        ("全区划分为东部和西部{}个片区。", "2", "3"),
        ("救助对象分为低保户与特困户{}种。", "两", "四"),
        ("预算分为基本支出和项目支出{}部分。", "两", "三"),
        ("镇内流经青石河和白沙河以及柳树河{}条大河。", "三", "四"),
        ("任务落在东山村与西岭村以及北坡村{}个村。", "三", "五"),
        ("工程监理、工程检测{}类服务占比最高。", "两", "三"),
        ("居民用气、工业用气{}类价格下调。", "两", "三"),
        ("对东区、西区和北区供水分别增长4.1%、6.3%和9%，{}者合计占全市投资的41%。", "三", "五"),
        ("税收连续跨越50亿、60亿、70亿元{}个台阶。", "三", "四"),
        ("客流量接连突破300万、400万{}个大关。", "两", "三"),
        ("水利、交通、教育、其他等{}类项目超额完成计划。", 4, 6),
    ],
)
def test_kinds_are_as_many_as_said(form: str, right: int | str, wrong: int | str) -> None:
    assert stands(form.format(right), "count")
    assert accused(form.format(wrong), "count")


@pytest.mark.parametrize(
    "text",
    [
        "水质分为一、二、三类。",
        "岗位分为管理岗和专业技术岗等三类。",
        "案件分为民事和刑事，三类案件已审结。",
        "全镇分为南北两片，建成粮食、蔬菜三类基地。",
        "上半年完成12亿元，下半年完成8亿元，三者均达标。",
        "分别完成12%、8%，三者结合，成效明显。",
        "产值突破100亿元，迈上三个新台阶。",
        "甲河和乙河以及两岸三个乡镇。",
    ],
)
def test_what_is_no_list_of_kinds(text: str) -> None:
    assert silent(text)
