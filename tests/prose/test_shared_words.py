"""Names that share the word they are counted by. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.claims.base import Outcome, Settings
from summarizer.prose import read
from summarizer.prose.shared_words import claims


def outcomes(text: str) -> list[Outcome]:
    return [claim.judge(Settings()).outcome for claim in claims(read(text))]


@pytest.mark.parametrize(
    ("row", "noun"), [("护水、护渠、护堤、护林", "护"), ("进村、进户、进校、进社", "进"), ("节水、治水、护水、管水", "水")]
)
@pytest.mark.parametrize("form", ["开展“{row}”等“{n}{noun}”活动。", "开展“{row}”“{n}{noun}”活动。", "做到“{row}”的“{n}{noun}”。"])
def test_quoted(form: str, row: str, noun: str) -> None:
    assert outcomes(form.format(row=row, noun=noun, n="四")) == [Outcome.HOLDS]
    assert outcomes(form.format(row=row, noun=noun, n="五")) == [Outcome.FAILS]
    assert outcomes(form.format(row=row, noun=noun, n="三")) == [Outcome.FAILS]


@pytest.mark.parametrize("mark", ["，", "；"])
@pytest.mark.parametrize("head", ["用水呈现“{}增”：", "实现“{}个增”目标："])
def test_behind_a_colon(head: str, mark: str) -> None:
    row = mark.join(("农业用水量增", "工业用水量增", "生活用水量略增", "生态用水量大增"))
    if mark == "；":
        row = row.replace("；", "，", 1)
    assert outcomes(f"{head.format('四')}{row}。") == [Outcome.HOLDS]
    assert outcomes(f"{head.format('五')}{row}。") == [Outcome.FAILS]


@pytest.mark.parametrize(
    "text",
    [
        "落实“四不两直”，开展检查。", "开展“护水、护渠”等“六护”活动。", "完成“护水、治渠、修堤”“四护”活动。",
        "实现“三增”：农业用水量增，工业用水量增，生活用水量增，生态用水量减，总量持平，效率提高。",
    ],
)  # fmt: skip
def test_no_list_of_them(text: str) -> None:
    assert outcomes(text) == []
