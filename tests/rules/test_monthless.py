"""Days with their month in one number, years and months without 年, and times that no clock shows."""

from __future__ import annotations

import pytest

from summarizer.rules import Context, run


def told(text: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in run(Context(text=text, path="a.txt"), ("date",))]


@pytest.mark.parametrize(
    "form",
    [
        "于{}召开防汛会议。", "今年供水充足。{}，召开防汛会议。", "截至{}，新建水渠36公里。",
        "2023年{}新建水渠36公里。", "自{}起供水。",
    ],
)  # fmt: skip
@pytest.mark.parametrize("day", ["94日", "726日", "1130日", "46日", "131日"])
def test_no_month(form: str, day: str) -> None:
    assert told(form.format(day)) == [day]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("中心成立于20075月，供水至今。", "20075月"),
        ("截至1215日6个泵站开工。", "1215日"), ("分别于78日、9月23日供水。", "78日"),
        ("201310月开始供水。", "201310月"),
        ("上午8时75分停水。", "8时75分"),
        ("当晚25时30分停水。", "25时"),
        ("26日12:85停水。", "12:85"),
        ("验收日期：2022.2.30。", "2022.2.30"),
        ("验收日期：2022/13/01。", "2022/13/01"),
        ("验收日期：2022/6/31。", "2022/6/31"),
    ],
)
def test_no_calendar(text: str, quote: str) -> None:
    assert told(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "验收后，45日内付款。", "开展“百日攻坚”，120日完成。", "工期自开工之日起，94日后竣工。", "日产726日用品。",
        "12000月饼券。", "供水365日，无一停水。",
        "三次产业比为8:75:17。", "比分为25:98。", "用时25时30分。", "验收日期：2022.2.28。", "2024.2.29供水。",
        "8时45分停水，19:30恢复。",
    ],
)  # fmt: skip
def test_right_days(text: str) -> None:
    assert told(text) == []
