"""Sentences of one shape below the totals of their columns. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.claims.base import Outcome, Settings
from summarizer.claims.sum import Sum
from summarizer.prose import read_claims


def sums(text: str) -> dict[str, Outcome]:
    """How the sums of a text stand, by their totals."""
    found = [claim for claim in read_claims(text)[0] if isinstance(claim, Sum)]
    return {claim.total.quantity.text: claim.judge(Settings()).outcome for claim in found}


SECTIONS = (
    "发生事故14起、受伤9人、经济损失4.65万元。道路交通：事故9起、受伤7人，经济损失2.1万元，同比下降52%。消防：事故5起，受伤2人，经济损失2.55万元。",
    "开展培训14期，培训9人，支出4.65万元。\n（一）育苗：培训9期，培训7人，支出2.1万元。\n（二）嫁接：培训5期，培训2人，支出2.55万元。",
)


@pytest.mark.parametrize("text", SECTIONS)
def test_columns_of_sections_add_up(text: str) -> None:
    found = sums(text)
    assert found["9人"] is found["4.65万元"] is Outcome.HOLDS
    assert sums(text.replace("4.65万元", "4.56万元", 1))["4.56万元"] is Outcome.FAILS


def test_silence_where_no_column_bears_it_out() -> None:
    text = "发生事故24起、受伤19人。道路交通：事故9起、受伤7人。消防：事故5起，受伤2人。"
    assert Outcome.FAILS not in sums(text).values()
