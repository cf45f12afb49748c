"""Rates in ‰ that move by points of %, and rates that are more than all there is."""

from __future__ import annotations

import pytest

from summarizer.rules.rates import rates
from summarizer.rules.unit import in_text


def told(text: str) -> list[tuple[str, str]]:
    return [(hit.code, text[hit.start : hit.end]) for hit in in_text(text)]


@pytest.mark.parametrize("move", ["下降0.3个百分点", "比上年提高0.3个百分点", "同比上升了0.3个百分点"])
@pytest.mark.parametrize("rate", ["人口自然增长率4.2‰，", "新生儿死亡率", "人口出生率", "5岁以下儿童死亡率", "婴儿死亡率3.1‰，"])
def test_per_mille(rate: str, move: str) -> None:
    text = f"{rate}{move}，供水人口36万人。"
    assert told(text) == [("UNIT009", "0.3个百分点")]
    assert told(text.replace("百分点", "千分点")) == []


@pytest.mark.parametrize("figure", ["8.9", "12.36", "4.2"])
@pytest.mark.parametrize(
    "rate", ["库区人口出生率", "移民自然增长率控制在", "库区婴儿死亡率为", "出生率9.6‰，死亡率", "死亡率5.1‰，出生率为", "库区儿童死亡率"]
)
def test_births_in_percent(rate: str, figure: str) -> None:
    text = f"{rate}{figure}%，供水人口36万人。"
    assert ("UNIT009", f"{figure}%") in told(text)
    assert told(text.replace("%", "‰")) == []


@pytest.mark.parametrize("mark", ["，", "。", "；", ",2023年"])
@pytest.mark.parametrize(("rate", "figure"), [("贫困发生率", "3458"), ("自来水普及率达到", "964"), ("水质合格率为", "9875")])
def test_more_than_all(rate: str, figure: str, mark: str) -> None:
    assert ("UNIT005", figure) in told(f"全县{rate}{figure}{mark}供水稳定。")


@pytest.mark.parametrize(
    "text",
    [
        "入学率3.2‰。", "城镇登记失业率3.1%，下降0.3个百分点。", "水质合格率100。", "供水普及率964户。",
        "死亡率4.2‰，失业率下降0.3个百分点。",
        "合格率1,234户。", "自然增长率0.48%。", "仔猪死亡率3.5%，奶牛出生率96%。", "出生缺陷率3.1%。", "死亡率12%的鱼病。",
    ],
)  # fmt: skip
def test_right_rates(text: str) -> None:
    assert not list(rates(text))


@pytest.mark.parametrize("word", ["纠错", "办结", "合格", "覆盖"])
def test_a_rate_that_lost_its_last_character(word: str) -> None:
    text = f"全年供水投诉{word}为98.4%，比上年好。"
    assert [text[hit.start : hit.end] for hit in rates(text)] == [word]
    assert not list(rates(text.replace("为", "率为")))
