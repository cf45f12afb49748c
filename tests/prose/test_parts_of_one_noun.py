"""Parts in later clauses and sentences that end in the noun of their total. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.claims.base import Outcome, Settings
from summarizer.claims.sum import Sum
from summarizer.prose import read_claims

HEAD = "全县实现{}8432.6万元{}同比增长11.2%。从业人员1530人，较年初增加95人。"
ROWS = (
    "东片经营稳定，实现{0}2621.3万元，增长15.8%{1}西片企稳回升，实现{0}4589.4万元，增长6.8%{1}南片实现{0}857.5万元{1}北片实现{0}364.4万元。",
    "一是东片平稳增长，实现{0}2621.3万元。二是西片回升，实现{0}4589.4万元。三是南片和北片较快增长，分别实现{0}857.5万元和364.4万元。",
)
NOUNS = ("门票收入", "茶叶销售收入", "花卉交易额度", "代理保费收入")


def outcomes(text: str) -> dict[str, Outcome]:
    found = [claim for claim in read_claims(text)[0] if isinstance(claim, Sum)]
    return {claim.total.quantity.text: claim.judge(Settings()).outcome for claim in found}


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("marks", ["，；", ",;"])
def test_parts_far_from_their_total(row: str, noun: str, marks: str) -> None:
    text = HEAD.format(noun, marks[0]) + row.format(noun, marks[1])
    assert outcomes(text) == {"8432.6万元": Outcome.HOLDS}
    slipped = outcomes(text.replace("857.5", "875.5"))
    assert slipped == {"8432.6万元": Outcome.FAILS}
    assert not outcomes(text.replace("857.5", "691.3"))  # others may be left out


def test_parts_by_the_words_of_a_division() -> None:
    text = (
        "原保费收入2744.58万元，同比下降0.74%。甲公司原保费收入781.26万元，增长3%；乙公司原保费收入963.27万元，下降5%。财产险业务原保费收入710.07万元；"
        "寿险业务原保费收入1583.26万元；健康险业务原保费收入379.74万元；意外险业务原保费收入71.51万元。"
    )
    assert outcomes(text)["2744.58万元"] is Outcome.HOLDS
    assert outcomes(text.replace("2744.58", "3760.92"))["3760.92万元"] is Outcome.FAILS


def test_silence_where_months_are_named() -> None:
    text = "实现门票收入8432.6万元。一月门票收入621.3万元；二月门票收入589.4万元；三月门票收入857.5万元；四月门票收入364.4万元。"
    assert Outcome.FAILS not in outcomes(text).values()


def test_each_has_its_own_total() -> None:
    text = "全县完成进出口总额4570.9万元。甲镇进出口总额797.5万元，乙镇进出口总额1721.8万元，丙镇进出口总额2051.6万元。"
    assert Outcome.FAILS not in outcomes(text).values()
