"""What was done and is to do of a whole with money between, and 5升13降. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.claims.base import Outcome, Settings
from summarizer.claims.sum import Sum
from summarizer.prose import read_claims

HEADS = ("检查发现问题{}", "报告反映3个方面共计{}具体问题", "共排查隐患{}")
DONE = ("已整改{}", "报告日已整改{}", "已完成整改{}", "已整改到位{}")
REST = ("正在整改{}", "尚未整改{}", "未整改到位{}")
BETWEEN = ("涉及资金3512.5万元", "涉及9家单位")


def told(text: str) -> list[str]:
    found = [claim for claim in read_claims(text)[0] if claim.judge(Settings()).outcome in (Outcome.FAILS, Outcome.OFF)]
    return [claim.kind for claim in found]


def held(text: str) -> list[str]:
    found = [claim for claim in read_claims(text)[0] if isinstance(claim, Sum)]
    return [claim.total.quantity.text for claim in found if claim.judge(Settings()).outcome is Outcome.HOLDS]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("done", DONE)
@pytest.mark.parametrize("rest", REST)
@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("mark", ["，", ","])
def test_states_with_others_between(head: str, done: str, rest: str, between: str, mark: str) -> None:
    text = mark.join((head.format("54项"), between, done.format("43项"), "收回资金210.3万元", rest.format("11项"))) + "。"
    assert held(text) == ["54项"]
    assert not told(text)
    assert told(text.replace("54项", "55项"))
    assert told(text.replace("11项", "10项"))


@pytest.mark.parametrize("mark", ["，", ","])
def test_three_states(mark: str) -> None:
    text = mark.join(("发现问题86个", "涉及资金3200.5万元", "已整改71个", "整改金额2900万元", "部分整改5个", "未整改10个")) + "。"
    assert held(text) == ["86个"]
    assert not told(text)
    assert told(text.replace("86个", "88个"))
    close = mark.join(("排查隐患45处", "已解决23处", "收回资金210.3万元", "部分整改4处", "正在整改18处")) + "。"
    assert held(close) == ["45处"]
    assert not told(close)


def test_money_of_states() -> None:
    text = "发现问题资金3024.5万元，已整改40项，整改到位资金2611.3万元，正在整改10项，未整改资金413.2万元。"
    assert "3024.5万元" in held(text)
    assert not told(text)
    assert told(text.replace("3024.5", "2034.5"))


def test_partly_and_wholly() -> None:
    text = "预算执行问题9项，涉及金额237.4万元，部分整改6项，已整改3项。"
    assert held(text) == ["9项"]
    assert not told(text)
    assert not told(text.replace("9项", "12项"))  # what was not begun may be left out
    assert told(text.replace("9项", "8项"))


@pytest.mark.parametrize("name", ["“8升5降”", "8增5减", "“8涨5跌”", "“7升5降1平”", "7升、5降、1平"])
@pytest.mark.parametrize("head", ["全市{}限上商品零售额实现", "{}主要产品产量呈现", "监测的{}产品价格"])
def test_directions_in_digits(name: str, head: str) -> None:
    text = f"{head.format('13类')}{name}。"
    assert held(text) == ["13类"]
    assert not told(text)
    assert told(text.replace("13类", "15类"))


@pytest.mark.parametrize(
    "text", ["全市20个行业中有8个回升，13类产品“8升4降”，1类持平。", "前13类商品中，5类实现“2升3降”。", "13类产品实现“8升4降”、1类持平。"]
)
def test_silence_beside_directions(text: str) -> None:
    assert not told(text)
