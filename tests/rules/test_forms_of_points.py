"""% and 个百分点 taken for each other: rates and amounts, times the words that say since when, verbs and marks. All are made up."""

from __future__ import annotations

import pytest

from summarizer.rules.unit import in_text

RATES = ("水费收缴率", "渠道完好率", "管护满意度", "节水灌溉占比")
FORMS_OF_RATES = (
    "{n}97.5%，同比提高{d}", "{n}为97.5%，下降{d}", "{n}达到97.5%，比去年同期上升了{d}", "{n}由上年的96%提高到97.5%，提高{d}",
    "{n}97.5%（比上年提高{d}）",
    "{n}97.5%，高于全县平均{d}", "{n}从96%提升至97.5%，提升了{d}", "{n}97.5%、较上年回落{d}", "{n}97.5%，与去年同期相比，下降{d}",
)  # fmt: skip
AMOUNTS = (("水费收入", "860万元"), ("供水量", "36.5万立方米"), ("受训人数", "862人"), ("灌溉面积", "12万亩"), ("用电量",
"97万千瓦时"), ("接待游客", "3万人次"))
FORMS_OF_AMOUNTS = (
    "{n}{x}，同比增长{d}", "{n}达到{x}，减少{d}", "{n}{x}（比上年末增加{d}）", "完成{n}{x}，与去年同期相比，下降{d}",
    "{n}由3{u}增加到{x}，增加{d}",
    "{n}{x}、较年初增长{d}", "{n}{x}，比上年3{u}增长{d}",
)  # fmt: skip


def told(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in in_text(text) if hit.code == "UNIT009"]


@pytest.mark.parametrize("form", FORMS_OF_RATES)
@pytest.mark.parametrize("noun", RATES)
def test_rates_move_by_points(noun: str, form: str) -> None:
    assert any(quote.endswith("1.5%") for quote in told(f"全县{form.format(n=noun, d='1.5%')}。"))
    assert not told(f"全县{form.format(n=noun, d='1.5个百分点')}。")


@pytest.mark.parametrize("move", ["提高", "比上年提升", "同比回落", "较去年提高了"])
@pytest.mark.parametrize("share", ["农业用水占全部的36%", "达标天数占98.4%", "东片占供水量的12.5%"])
def test_shares_move_by_points(share: str, move: str) -> None:
    text = f"{share}、{move}1.5%，供水稳定。"
    assert any(quote.endswith("1.5%") for quote in told(text))
    assert not told(text.replace("1.5%", "1.5个百分点"))


@pytest.mark.parametrize("form", FORMS_OF_AMOUNTS)
@pytest.mark.parametrize(("noun", "amount"), AMOUNTS)
def test_amounts_move_by_percent(noun: str, amount: str, form: str) -> None:
    unit = amount.lstrip("0123456789.")
    text = "全县" + form.format(n=noun, x=amount, u=unit, d="11.5{}") + "。"
    assert any("个百分点" in quote for quote in told(text.format("个百分点")))
    assert not told(text.format("%"))


@pytest.mark.parametrize(
    "text",
    [
        "水费收入36万元，占比提高5个百分点。", "参保3万人，参保率98%，提高2个百分点。", "水价位列第3位，上升5个百分点。",
        "供水3万吨，增速提高5个百分点。",
        "完成预算的98%（同比增长5%）。", "水费增长12%（比上年提高3%的电价）。",
    ],
)  # fmt: skip
def test_silent(text: str) -> None:
    assert not told(text)
