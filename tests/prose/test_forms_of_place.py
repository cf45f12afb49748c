"""Operands that stand in brackets, in the calendar, or sentences away: read where they hold, noticed where the result is altered."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

IN_BRACKETS = [
    ("growth", "{s}较上月下降{x}%（152/190）。", "20", "28"),
    ("growth", "{s}较上年同期上升{x}%（68/17），与上月持平。", "300", "130"),
    ("rate", "{s}合格率{x}%（38/40）。", "95", "85"),
    ("difference", "{s}出生436人，比去年同期（429）多生{x}人。", "7", "12"),
    ("growth", "{s}死亡410人，较上年同期（429）少{x}人。", "19", "12"),
    ("growth", "{s}462件，比上年（420）增长{x}%。", "10", "16"),
]
OF_THE_CALENDAR = [
    ("difference", "1-6月{s}完成年度投资60.5%，超任务进度{x}个百分点。", "10.5", "14.5"),
    ("difference", "1-8月，{s}完成54.24%，与时序进度差{x}个百分点。", "12.43", "17.03"),
    ("difference", "1-9月，{s}完成71.5%，距序时进度还差{x}个百分点。", "3.5", "6.5"),
    ("average", "第一季度{s}受理20693件，日均{x}件。", "230", "315"),
    ("average", "本周{s}受理7105件，日均{x}件。", "1015", "1390"),
    ("average", "2023年第12周，{s}受理7105件，日均{x}件。", "1015", "1390"),
    ("average", "上半年{s}接待36200人次，日均{x}人次。", "200", "320"),
    ("rate", "2022年，{s}优良天数292天（其中优79天、良213天），优良率为{x}%。", "80", "60"),
]
FAR_AWAY = [
    ("rate", "下达{s}造林任务2.5万亩，其中山上造林1.7万亩，山下绿化0.8万亩。山下绿化完成栽植0.84万亩，占方案任务的{x}%。", "105", "140"),
    ("rate", "{s}实际开工6163套，开工率{x}%。任务分解后，目标任务为新开工保障性住房11613套；分配入住7016套。", "53.07", "72.71"),
    ("rate", "省上计划下达改造任务6000户，市上实事任务为5000户。{s}已改造4000户，占市计划任务的{x}%。", "80", "50"),
    ("rate", "{s}完成栽植10832亩，为年度任务662亩的16.4倍，为总任务1654亩的{x}倍。", "6.5", "8.9"),
    ("average", "{s}项目77个，总投资139.4亿元，平均投资规模{x}亿元。", "1.8", "2.5"),
]


@pytest.mark.parametrize("name", ["全县", "我局共", "北片"])
@pytest.mark.parametrize(("kind", "form", "true", "altered"), IN_BRACKETS + OF_THE_CALENDAR + FAR_AWAY)
def test_operand_is_found(kind: str, form: str, true: str, altered: str, name: str) -> None:
    assert stands(form.format(s=name, x=true), kind), "not read"
    assert accused(form.format(s=name, x=altered), kind), "not noticed"


@pytest.mark.parametrize(
    "text",
    [
        "一季度受理15000件，日均250件（按工作日计）。",
        "全县受理投诉430件，比上年（0）增加430件。",
        "合格率95%（0/0）。",
        "发病数下降16.2%（0/12）。",
        "距离时序进度要求还有差距，完成投资60%。",
        "任务0套。开工12套，开工率93%。",
    ],
)
def test_nothing_is_accused(text: str) -> None:
    assert silent(text)
