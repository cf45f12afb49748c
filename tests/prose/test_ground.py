from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.prose import read_claims
from summarizer.prose.ground import lay

MARKS = st.text(alphabet="增长５5%％，,。；;、（）()一元万\n 　～—", max_size=80)


@given(MARKS)
def test_laying_never_changes_a_length(text: str) -> None:
    ground = lay(text)
    assert len(ground.plain) == len(text)
    assert ground.clauses[0].start == 0
    assert ground.clauses[-1].end == len(text)


@given(MARKS)
def test_clauses_follow_each_other_and_every_offset_has_one(text: str) -> None:
    ground = lay(text)
    for one, other in pairwise(ground.clauses):
        assert one.end < other.start <= one.end + 1
        assert one.segment <= other.segment
        assert one.sentence <= other.sentence
    for offset in range(len(text)):
        clause = ground.clauses[ground.clause_at(offset)]
        assert clause.start <= offset <= clause.end


def cut(text: str) -> list[str]:
    ground = lay(text)
    return [ground.plain[clause.start : clause.end] for clause in ground.clauses if clause.end > clause.start]


def test_full_and_half_width_marks_both_split() -> None:
    assert cut("到位５万元，其中省级3万元,市级2万元。") == ["到位5万元", "其中省级3万元", "市级2万元"]


def test_an_enumeration_comma_splits_after_a_figure_only() -> None:
    assert cut("养老、殡葬项目9个、社区项目4个") == ["养老、殡葬项目9个", "社区项目4个"]
    assert cut("2024年养老、殡葬项目9个") == ["2024年养老、殡葬项目9个"]


def test_a_grouped_number_is_not_cut() -> None:
    assert cut("收入3, 156,077元,支出2元") == ["收入3, 156,077元", "支出2元"]


def test_numbers_of_headings_are_no_brackets() -> None:
    ground = lay("（一）养老服务（含托养）全年5万元")
    assert ground.bracket_at(1) == (0, -1)
    assert ground.bracket_at(9)[0] == 1
    assert ground.bracket_at(14) == (0, -1)


def test_a_forgotten_bracket_ends_with_its_line() -> None:
    assert lay("完成（含托养\n全年5万元").bracket_at(9) == (0, -1)


@pytest.mark.parametrize(
    "text",
    [
        "全年投入6万元（省级3万元、县级2万元）。",
        "救助人员1200人（男800人，女300人），比上年增长20%（上年1000人）。",
        "完成投资3亿元（占年度计划4亿元的85%）。",
        "设备12台（套），完成率120%（计划11台（套））。",
    ],
)
@pytest.mark.parametrize("pair", ["(）", "（)", "()"])
def test_brackets_of_two_widths_are_a_pair(text: str, pair: str) -> None:
    """Half of a pair in the other width changes nothing that is read."""
    other = text.replace("（", pair[0]).replace("）", pair[1])
    read = [[(claim.kind, claim.place.start, claim.place.end) for claim in read_claims(each)[0]] for each in (text, other)]
    assert read[0] == read[1] != []
