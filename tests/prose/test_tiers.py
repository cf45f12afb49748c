"""Tiers of government and their number, true and altered. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands


@pytest.mark.parametrize(
    "text",
    [
        "建立县、乡镇、村三级调解网络。", "健全省市县三级网络。", "市、县（市、区）、乡镇三级联动。", "争取省、市两级资金。",
        "健全区、街道、社区三级体系。", "盟市、旗县两级财政投入。", "县（区）、乡两级政府。",
    ],
)  # fmt: skip
def test_tiers_and_their_number(text: str) -> None:
    assert stands(text, "count")


@pytest.mark.parametrize("text", ["建立县、乡镇、村两级调解网络。", "健全区、街道、社区四级体系。"])
def test_one_tier_too_many_or_too_few(text: str) -> None:
    assert accused(text, "count")


@pytest.mark.parametrize("text", ["全市县乡两级干部参加培训。", "我市两级法院受理案件。", "县级以上三级医院2所。", "旗县三级联动。"])
def test_words_that_list_no_tiers(text: str) -> None:
    assert silent(text)
