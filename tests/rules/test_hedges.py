"""Two hedges on one figure, in the orders and with the words that they come in; one alone is right."""

from __future__ import annotations

import pytest

from summarizer.rules.hedges import hedges

UNITS = ("人", "万元", "亩", "户", "个百分点", "平方米", "%")


def quotes(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in hedges(text)]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "form",
    ["约{}左右", "大约{}上下", "约占{}左右", "近{}以上", "将近{}左右", "超过{}以上", "超{}以内", "逾{}左右", "至少{}以上", "不低于{}左右",
     "不超过{}以上", "最多{}左右", "不足{}以上", "不到{}左右", "约{}以上"],
)  # fmt: skip
def test_before_and_behind(form: str, unit: str) -> None:
    figure = form.format(f"350{unit}")
    assert quotes(f"全县参加灌溉管护的{figure}，同比持平。") == [figure]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("投入资金近十万余元。", "近十万余"),
        ("受益群众不足300余人。", "不足300余"),
        ("年税收达近约9000万元。", "近约9000"),
        ("培训大约近450户。", "约近450"),
        ("接待超过约36.5万人次。", "超过约36.5"),
        ("慰问老党员300余人左右。", "300余人左右"),
        ("栽植苗木五十多亩以上，成活率高。", "五十多亩以上"),
        ("转移安置5600多余人。", "5600多余"),
        ("发放宣传资料两万余多份。", "两万余多"),
    ],
)
def test_two_words_on_one_side(text: str, quote: str) -> None:
    assert quotes(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "近30多年来共建水库3座。", "近5年以上的管护记录。", "约300人参加，200人左右到会。",
        "签约30个以上。", "靠近30多户人家。", "赶超300余家企业。",
        "覆盖率达到90%以上。", "控制在5%以内。", "不超过300人。", "参训300余人，占80%左右。", "附近50余户受益。", "至少新建20个以上。",
        "精简3多余人员。", "清理20多余下的材料。",
    ],
)  # fmt: skip
def test_one_hedge_is_right(text: str) -> None:
    assert not quotes(text)
