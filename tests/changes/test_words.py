"""Differences inside a paragraph: they read well, cover both texts, and never divide a figure or a name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.changes.redline import stretches
from summarizer.changes.words import Token, compare, text_of, tokens_of, words
from summarizer.document import FigureRef, Generated, Inline, Name, Text


def row(*items: str | Inline) -> tuple[Token, ...]:
    return tuple(tokens_of(Text(item) if isinstance(item, str) else item for item in items))


def figure(text: str, fact: str = "projects.a.invested") -> FigureRef:
    return FigureRef(fact, text)


def marked(before: tuple[Token, ...], after: tuple[Token, ...]) -> str:
    signs = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(signs[stretch.op].format(text_of(stretch.tokens)) for stretch in stretches(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("集体经济大为改善。", "集体经济明显改善。", "集体经济[-大为改善-]{+明显改善+}。"),
        ("前期工作正在展开。", "前期工作正在有序展开。", "前期工作正在{+有序+}展开。"),
        (
            "推动慈善事业融入婚俗改革，建成登记颁证中心。",
            "促进慈善工作融入婚俗改革，建成登记颁证中心。",
            "[-推动慈善事业-]{+促进慈善工作+}融入婚俗改革，建成登记颁证中心。",
        ),
        # What goes is taken from mark to mark.
        ("做到早发现、早报告、早处置。", "做到早发现、早处置。", "做到早发现、[-早报告、-]早处置。"),
        ("在白塔、下各、田市、朱溪兴建养老院。", "在白塔、下各、朱溪新建养老院。", "在白塔、下各、[-田市、-]朱溪[-兴建-]{+新建+}养老院。"),
        # Whole sentences come and go as such.
        ("甲村通水。乙村通路。", "甲村通水。丙镇办起食堂三家。乙村通路。", "甲村通水。{+丙镇办起食堂三家。+}乙村通路。"),
        ("排出262名儿童，均签约。", "排出271名儿童，其中12名返校；均签约。", "排出[-262名-]{+271名+}儿童，{+其中12名返校；+}均签约。"),
        # A date is one thing.
        ("2024年1月5日印发。", "2024年1月12日印发。", "[-2024年1月5日-]{+2024年1月12日+}印发。"),
        ("（一）抓项目", "（二）抓项目", "[-（一）-]{+（二）+}抓项目"),
        ("规划（2023—2035）", "规划（2024—2035）", "规划（[-2023-]{+2024+}—2035）"),
    ],
)
def test_words_read_well(before: str, after: str, expected: str) -> None:
    assert marked(row(before), row(after)) == expected


def test_a_figure_is_exchanged_as_a_whole_and_alone() -> None:
    before = row(Name("殡仪馆"), "同期投资额为", figure("3800万元"), "，占", figure("95%", "r"), "。")
    after = row(Name("殡仪馆"), "投资额达到", figure("3900万元"), "，占年度计划的", figure("95%", "r"), "。")
    assert marked(before, after) == "殡仪馆[-同期-]投资额[-为-]{+达到+}[-3800万元-]{+3900万元+}，占{+年度计划的+}95%。"


def test_neighbouring_figures_stay_apart() -> None:
    before, after = (row("投入", figure(one, "a"), figure(two, "b"), "。") for one, two in (("1万元", "2万元"), ("3万元", "4万元")))
    assert marked(before, after) == "投入[-1万元-]{+3万元+}[-2万元-]{+4万元+}。"


def test_a_figure_keeps_its_clause_even_where_the_words_change() -> None:
    before, after = row("平均每场", figure("130人次"), "。"), row("场均", figure("130人次"), "，覆盖所有乡镇。")
    assert "[-平均每场-]{+场均+}130人次" in marked(before, after)


def test_a_blank_that_is_filled() -> None:
    assert marked(row("排名", figure(""), "。"), row("排名", figure("第三"), "。")) == "排名[--]{+第三+}。"


def test_a_name_is_whole() -> None:
    before, after = row(Name("下各养老服务中心"), "结顶"), row(Name("下各镇养老服务中心"), "结顶")
    assert marked(before, after) == "[-下各养老服务中心-]{+下各镇养老服务中心+}结顶"


def test_the_same_text_is_no_change_whatever_it_is_made_of() -> None:
    assert marked(row("投入3800万元。"), row("投入", figure("3800万元"), "。")) == "投入3800万元。"


@given(st.text("一二三县市投资12.5%万元亿，。（）《》“”2024年a—", max_size=40))
def test_words_joined_are_the_text(text: str) -> None:
    assert text_of(words(text)) == text


pieces = st.one_of(
    st.sampled_from(["全县", "投资", "，", "。", "推进", "的", "3项", "养老服务", "、"]),
    st.builds(figure, st.sampled_from(["1万元", "2万元", ""]), st.sampled_from(["a", "b"])),
    st.builds(Name, st.sampled_from(["甲镇养老中心", "乙镇养老中心"])),
    st.builds(Generated, st.sampled_from(["一是", "二是"])),
)
rows = st.lists(pieces, max_size=14).map(lambda items: row(*items))


@given(rows, rows)
@settings(max_examples=300)
def test_edits_cover_both_texts_and_divide_nothing(before: tuple[Token, ...], after: tuple[Token, ...]) -> None:
    at, to = 0, 0
    for edit in compare(before, after):
        assert (edit.before[0], edit.after[0]) == (at, to)
        at, to = edit.before[1], edit.after[1]
        if edit.same:
            assert text_of(before[slice(*edit.before)]) == text_of(after[slice(*edit.after)])
    assert (at, to) == (len(before), len(after))


@given(rows)
def test_a_text_beside_itself_has_no_change(tokens: tuple[Token, ...]) -> None:
    assert all(edit.same for edit in compare(tokens, list(tokens)))
