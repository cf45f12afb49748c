"""Rates and shares above all of their whole, and years in their place. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.claims.base import Outcome, Settings
from summarizer.prose import read
from summarizer.prose.limits import claims


def outcomes(text: str) -> list[Outcome]:
    return [claim.judge(Settings()).outcome for claim in claims(read(text))]


@pytest.mark.parametrize("verb", ["到达", "达到", "为", "达", ""])
@pytest.mark.parametrize(
    ("noun", "figure"), [("供水合格率", "105%"), ("节水农业占农业的比重", "2023%"), ("水费收缴率", "2022%"), ("满意度", "980%")]
)
def test_more_than_all(noun: str, verb: str, figure: str) -> None:
    assert outcomes(f"今年{noun}{verb}{figure}，供水稳定。") == [Outcome.FAILS]


@pytest.mark.parametrize(
    "text", ["用水量增长2021%。", "供水合格率达到100%。", "完成率为105%。", "节水农业占比23%。", "债务占收入的比重为120%。"]
)
def test_within_limits(text: str) -> None:
    assert Outcome.FAILS not in outcomes(text)
