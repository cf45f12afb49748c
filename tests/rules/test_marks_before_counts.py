"""Marks that stand between what was done and its count, and ratios that lack one. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import told

CUT = [
    "修建便民桥{}6座；硬化村道12公里。",
    "全年疏浚支渠{}14.6公里。",
    "今年成效明显。购置环卫车{}8辆；新招保洁员26人。",
    "整治小散乱污点位{}32处。",
]


@pytest.mark.parametrize("form", CUT)
@pytest.mark.parametrize("mark", "；，、")
def test_a_mark_before_a_count(form: str, mark: str) -> None:
    assert not told(form.format(""), "punctuation")
    assert [found.code for found in told(form.format(mark), "punctuation")] == ["PUNCT013"]


@pytest.mark.parametrize(
    "text",
    [
        "修建便民桥；6座水库除险加固。",
        "修建便民桥，6座已通车；硬化村道。",
        "全县有便民桥，6座；",
        "新建便民桥，6座。新建码头，2处。",
        "修建便民桥2座；6座已通车。",
    ],
)
def test_other_counts_behind_marks(text: str) -> None:
    assert not told(text, "punctuation")


@pytest.mark.parametrize("form", ["三次产业结构为{}。", "三次产业比由12.4:44.1:43.5变为{}，二产占比上升。", "三产比例达{}，"])
@pytest.mark.parametrize("colon", ":：∶")
def test_ratios_that_lack_a_colon(form: str, colon: str) -> None:
    assert not told(form.format("11.8:45.3:42.9".replace(":", colon)))
    for wrong in ("11.8:45.342.9", "11.845.3:42.9", "11.8:45.3 42.9"):
        assert told(form.format(wrong.replace(":", colon)), "punctuation")
