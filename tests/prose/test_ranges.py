"""Ranges in prose. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

from summarizer.findings import Severity


@pytest.mark.parametrize("text", ["工期为2024年5月至2023年11月。", "服务期2023年12月31日—2023年1月1日。", "2023年8月到2022年3月整治。"])
def test_a_period_that_ends_before_it_begins(text: str) -> None:
    assert accused(text, "range") == [Severity.ERROR]


@pytest.mark.parametrize("text", ["工期为2023年5月至2024年11月。", "工期为2023年5月至2023年5月。"])
def test_a_period_in_order(text: str) -> None:
    assert stands(text, "range") == 1


@pytest.mark.parametrize("text", ["工期为2023年11月至3月。", "工期为2023年13月至2023年11月。", "由2024年5月提前到2023年11月。"])
def test_no_period(text: str) -> None:
    assert silent(text)
