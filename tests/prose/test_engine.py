from __future__ import annotations

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
