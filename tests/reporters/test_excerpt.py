"""The place of a finding in its line: columns right for Chinese characters, long lines cut around it."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from summarizer.findings import Finding, Severity
from summarizer.reporters.excerpt import LINES, clean, excerpts, excerpts_of, width

LINE = "全市共完成投资3800万元，占年度计划的96.2%，比上年增加。"


def columns(text: str) -> int:
    """Counted another way than the code does."""
    return len(text) + sum(1 for char in text if unicodedata.east_asian_width(char) in ("W", "F"))


def test_marks_stand_below_a_place_behind_chinese_characters() -> None:
    start = LINE.index("96.2%")
    (shown,) = excerpts(LINE, start, start + 5, 100)
    assert shown.text == LINE
    assert len(shown.marks) - len(shown.marks.lstrip()) == columns(LINE[:start]) == 36
    assert shown.marks.strip() == "^" * 5


def test_a_chinese_place_has_two_marks_a_character() -> None:
    (shown,) = excerpts("在建，投资", 3, 5, 100)
    assert shown.marks == " " * 6 + "^^^^"


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "上" * 200 + "96.2%" + "下" * 200
    (shown,) = excerpts(line, 200, 205, 60)
    assert shown.place == "96.2%"
    assert shown.before.startswith("…上")
    assert shown.after.endswith("下…")
    assert 57 <= columns(shown.text) <= 60
    assert abs(len(shown.before) - len(shown.after)) <= 1


def test_what_one_side_does_not_need_the_other_gets() -> None:
    (shown,) = excerpts("96.2%" + "下" * 200, 0, 5, 60)
    assert shown.before == ""
    assert columns(shown.text) >= 58


def test_a_place_wider_than_the_terminal_keeps_its_beginning() -> None:
    (shown,) = excerpts("前" * 30 + "位" * 100 + "后" * 30, 30, 130, 60)
    assert shown.place.startswith("位")
    assert shown.after == "…"
    assert columns(shown.text) <= 60


def test_a_place_over_several_lines_is_marked_in_each_but_not_in_the_indentation() -> None:
    text = "a: 1\n  actual: 60处\n  rate: 145%\nb: 2\n"
    start, end = text.index("60处"), text.index("145%") + 4
    first, second = excerpts(text, start, end, 80)
    assert (first.line, first.place) == (2, "60处")
    assert (second.line, second.before, second.place) == (3, "  ", "rate: 145%")


def test_of_a_place_over_very_many_lines_the_first_are_shown() -> None:
    text = "行\n" * 20
    shown = list(excerpts(text, 0, len(text), 80))
    assert len(shown) == LINES
    assert shown[-1].more
    assert not shown[0].more


def test_a_finding_without_a_slice_shows_its_line_unmarked() -> None:
    finding = Finding("X", "x", "date", Severity.INFO, "m", path="a.yaml", line=2, column=3)
    (shown,) = excerpts_of(finding, {"a.yaml": "一\n二二二\n三"}, 80)
    assert (shown.line, shown.text, shown.marks.strip()) == (2, "二二二", "")


def test_carriage_returns_are_not_shown() -> None:
    (shown,) = excerpts("甲乙\r\n丙\r\n", 0, 2, 80)
    assert shown.text == "甲乙"


def test_nothing_can_command_the_terminal() -> None:
    assert clean("a\x1b[31m\tb\x07\u202ec\x9b") == "a\ufffd[31m b\ufffd\ufffdc\ufffd"
    assert clean("水利“工程”") == "水利“工程”"


def test_combining_marks_take_no_column() -> None:
    assert width("e\u0301中") == 3


@given(st.text(st.sampled_from("ab中１，…\t6\n"), max_size=300), st.data())
def test_shown_text_is_the_source_and_fits(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = text.split("\n")
    for shown in excerpts(text, start, end, 40):
        assert columns(shown.text) <= 40
        assert shown.text.strip("…") in clean(lines[shown.line - 1])
        assert shown.place in clean(text[start:end])
        assert len(shown.marks) == columns(shown.before) + columns(shown.place)
