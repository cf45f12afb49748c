from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import SETTINGS

from summarizer.claims.base import NOWHERE
from summarizer.prose import read_claims

# fmt: off
PIECES = st.sampled_from([
    "全年完成", "计划", "目标", "收入", "支出", "结余", "其中", "同比增长", "比上年增加", "下降", "占", "的",
    "为预算的", "完成率", "分别", "由", "提高到", "人均", "均在", "排名第", "5", "12.5", "3,156,077", "万元",
    "亿元", "%", "个百分点", "件", "人", "以上", "，", "；", "。", "、", "（", "）",
    "一", "三",
    "\n", "3, 156,077",
])
# fmt: on


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_place_is_a_slice_of_the_text(text: str) -> None:
    claims, figures = read_claims(text)
    for claim in claims:
        claim.judge(SETTINGS)
        assert text[claim.place.start : claim.place.end]
        for operand in claim.operands():
            assert text[operand.place.start : operand.place.end] or operand.place is NOWHERE
    for figure in figures:
        assert text[figure.start : figure.end]


def test_claims_come_in_the_order_of_their_places() -> None:
    claims, _figures = read_claims("目标80户，完成76户，完成率95%。收入52亿元，增收3.2亿元，增长6.6%。")
    starts = [claim.place.start for claim in claims]
    assert starts == sorted(starts)
    assert len(claims) >= 2


@pytest.mark.parametrize("text", ["甲县（东镇、西镇、南镇）居前三位。", "（东镇、西镇），共2个镇。", "（东区、西区、南区）等三大工程。"])
def test_a_list_in_brackets_is_no_list_outside_of_them(text: str) -> None:
    assert not [claim for claim in read_claims(text)[0] if claim.verdict(SETTINGS).outcome.name == "FAILS"]


@pytest.mark.parametrize(
    "text",
    [
        "经费2771万元。出国120万元、接待1033万元、用车1618万元。",
        "成交约28元；溢价2元，溢价率7.7%。住房800套，售出500套，去化率62.5%。",
        "受理50件-其中投诉12件占24%。受理50件，投诉12件，占24%。",
        "全年计划绿化50亩。绿化完成45亩，占任务的90%，完成率90%，超目标5个百分点。",
        "收入9万元，支出7万元，结余2万元。收入9万元=本级5万元+上级4万元。",
        "甲县30件，乙县20件，相差10件，比上年的15件增加5件，增长33.3%，增速高于全省平均（7%）2.8个百分点。",
        "项目3个，总投资60万元，平均每个20万元。户均由2000元提高到3000元，突破2500元。",
        "由5万元增加到10万元，翻了一番，是上年的2倍，年均增长7%，占比由5%提高到8%，提高3个百分点。",
        "2023年冬春火灾12起、死亡6人，2024年冬春火灾6起、死亡3人，分别占全年的50%、50%。",
    ],
)
def test_a_zero_in_the_place_of_any_figure_is_read(text: str) -> None:
    places = [match.span() for match in re.finditer(r"(?<![0-9.])[0-9.]+", text)]
    for changed in (*((place,) for place in places), *pairwise(places), places):
        zeros = text
        for start, end in sorted(changed, reverse=True):
            zeros = f"{zeros[:start]}0{zeros[end:]}"
        claims, figures = read_claims(zeros)
        assert len(figures) >= len(places) // 2
        assert all(claim.judge(SETTINGS).working or not claim.operands() for claim in claims)
