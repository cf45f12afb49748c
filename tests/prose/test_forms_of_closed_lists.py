"""Lists that are all there is, by what they end with, by names, by what is still to do, true and altered. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

LONG = (
    "全市共有各类平台{}家，其中省重点实验室6家、省技术创新中心32家、市技术创新中心19家；省级科普基地24家、市级科普基地40家；"
    "国家级孵化器1家、省级孵化器1家；国家级众创空间3家、省级众创空间8家；省级中试平台5家；省级研发机构4家。"
)

PLANNED = (
    "项目230项，总投资3624.9亿元，年度计划投资{}亿元，其中新开工100项，总投资1144亿元，年度计划投资312.9亿元；"
    "续建130项，总投资2480.9亿元，年度计划投资527.6亿元。"
)


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("投入资金{}万元，其中省投480万元，市投130万元，县财政160万元（路150万元，渠10万元），群众自筹40万元。", 810, 858),
        ("总投资{}万元，其中中央补助1140万元、省级补助760万元、企业自筹480万元。", 2380, 2560),
        ("分布有重点保护植物{}种，一级保护植物26种，二级保护植物90种。", 116, 159),
        ("检查企业8家，发现一般隐患{}条、已整改30条，限期整改3条。", 33, 45),
        ("发现隐患{}处，当场整改41处，限期整改6处。", 47, 64),
        (PLANNED, 840.5, 529.5),
        (LONG, 143, 139),
    ],
)
def test_a_list_that_is_all_there_is(form: str, right: float, wrong: float) -> None:
    assert stands(form.format(right), "sum")
    assert accused(form.format(wrong), "sum")


@pytest.mark.parametrize(
    "text",
    [
        "一期总投资1660万元，其中中央820万元、省级180万元、县乡自筹30万元、农民自筹19万元、整合资金611万元。",
        "总投资900万元，其中企业自筹300万元。",
        "全市有学校70所，其中小学40所、中学20所；幼儿园30所、培训机构20所。",
    ],
)
def test_a_list_that_leaves_things_out(text: str) -> None:
    assert silent(text)


@pytest.mark.parametrize(
    "text",
    [
        "春播进度(单位:亩) 东河 计划8200 完成7950;西山 计划6400 完成6120;南坪 计划9100 完成{}。合计 计划23700 完成22940,完成96.8%。",
        "清淤进度（单位：米）：东渠任务8200，完成7950；西渠任务6400，完成6120；南渠任务9100，完成{}。合计任务23700，完成22940。",
    ],
)
def test_rows_of_bare_numbers(text: str) -> None:
    assert stands(text.format("8870"), "sum")
    assert accused(text.format("8780"), "sum")
