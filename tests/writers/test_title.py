"""The title's lines: broken by sense, balanced, never inside a word."""

from __future__ import annotations

import builtins
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import Document, Metadata
from summarizer.official import PROFILES
from summarizer.writers import title as module
from summarizer.writers.title import broken, capacity, title_lines, words_of
from summarizer.writers.widths import ems

PROFILE = PROFILES["gbt9704"]


def lines(*given: str, publisher: str = "") -> tuple[str, ...]:
    return title_lines(Document("t", given, (), Metadata(publisher=publisher)), PROFILE)


@pytest.mark.parametrize(
    "expected",
    [
        # The best place there is: before 及, 暨 and 和.
        ("示例县林业局2023年重点工作总结", "及2024年工作思路"),
        ("示例县退役军人事务局2023年工作总结", "暨2024年重点工作安排"),
        ("关于示例县2023年财政预算执行情况", "和2024年财政预算草案的报告"),
        # A long name stands on a line of its own, and is not broken at its 和.
        ("示例市人力资源和社会保障局", "2023年工作总结及2024年工作思路"),
        # A verb and its object.
        ("示例县人民政府办公室关于印发", "示例县养老服务体系建设三年行动方案的通知"),
        # What stands in book-title marks is whole, and 的通知 does not stand alone.
        ("示例县林业局关于印发", "《林区道路三年建设方案》的通知"),
        # A number keeps its unit, a span of years its ends.
        ("示例县农业农村局2021—2025年", "高标准农田建设规划实施情况中期评估报告"),
        ("示例县卫生健康局“十四五”规划中期评估", "及2024年工作思路"),
        ("示例县水务局2023年工作总结", "及2024年工作计划（示例）"),
    ],
)
def test_a_title_is_broken_where_a_reader_would(expected: tuple[str, ...]) -> None:
    assert lines("".join(expected)) == expected


def test_a_title_that_fits_is_one_line() -> None:
    assert lines("示例县林业局2023年工作总结") == ("示例县林业局2023年工作总结",)


def test_lines_given_are_kept() -> None:
    given = ("示例县林业局", "2023年工作总结", "及打算")
    assert lines(*given) == given
    assert lines("总结\n及打算") == ("总结", "及打算")
    assert lines() == ()


def test_a_given_line_that_is_too_long_is_broken() -> None:
    assert lines("示例县林业局2023年重点工作总结及2024年工作思路", "（征求意见稿）") == (
        "示例县林业局2023年重点工作总结",
        "及2024年工作思路",
        "（征求意见稿）",
    )


def test_a_name_that_the_document_knows_is_not_broken() -> None:
    name = "示例经济开发和对外合作区管理委员会"
    made = lines(f"{name}2023年重点工作总结及2024年重点工作打算", publisher=name)
    assert any(name in line for line in made)


def test_three_lines_make_no_hourglass() -> None:
    made = lines("示例县发展和改革局关于2023年国民经济和社会发展计划执行情况及2024年国民经济和社会发展计划草案的报告")
    widths = [ems(line) for line in made]
    assert len(made) == 3
    assert widths[1] >= min(widths[0], widths[2])


def test_words_are_whole() -> None:
    assert "工作思路" in words_of("县林业局2024年工作思路")
    assert "2024年" in words_of("县林业局2024年工作思路")
    assert words_of("农业农村局") == ["农业", "农村局"]


def test_without_the_segmenter_only_sure_places_are_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **named: Any) -> Any:
        if name == "rjieba":
            raise ImportError(name)
        return real(name, *rest, **named)

    module._broken.cache_clear()
    monkeypatch.setattr(builtins, "__import__", missing)
    try:
        assert lines("示例县林业局2023年重点工作总结及2024年工作思路") == ("示例县林业局2023年重点工作总结", "及2024年工作思路")
        long = "示例县林业局林区道路建设情况和森林公园运行情况汇报材料"
        assert "".join(lines(long)) == long
        assert all(ems(line) <= capacity(PROFILE) for line in lines(long))
    finally:
        module._broken.cache_clear()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("县民政局工作总结及和的《》“”（）、，2023年—AB 思路报告通知"), max_size=70))
def test_nothing_is_lost_and_every_line_fits(text: str) -> None:
    made = broken((text,), PROFILE)
    assert "".join(made) == text
    assert all(ems(line) <= capacity(PROFILE) + 0.01 for line in made)
