"""What a table says, relation by relation, and where it must not be accused. All tables are made up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import Rows, as_markdown

from summarizer.claims.base import Claim, Outcome, Settings
from summarizer.prose import read_claims
from summarizer.readers.plain import read_markdown

MISSES = (Outcome.FAILS, Outcome.OFF)
JUDGE = Settings(repairs=False)


def claims_of(text: str) -> list[Claim]:
    return read_claims(text, read_markdown(text.encode(), "a.md").blocks)[0]


def table(text: str) -> Rows:
    """A table written with a blank or more between its cells; · is an empty cell."""
    return [["" if cell == "·" else cell for cell in line.split()] for line in text.strip().splitlines()]


def accused(text: str, before: str = "", after: str = "") -> list[tuple[str, str]]:
    """Kind and cell of what fails."""
    written = as_markdown(table(text), before, after)
    missed = [claim for claim in claims_of(written) if claim.judge(JUDGE).outcome in MISSES]
    return [(claim.kind, written[claim.place.start : claim.place.end]) for claim in missed]


def standing(text: str, before: str = "") -> list[str]:
    """Kinds of what holds."""
    claims = claims_of(as_markdown(table(text), before))
    return [claim.kind for claim in claims if claim.judge(JUDGE).outcome in (Outcome.HOLDS, Outcome.WITHIN)]


FAULTS = {
    "rate": ("项目 计划（张） 完成（张） 完成率\n甲 60 87 155%\n乙 40 40 100%", ("rate", "155%")),
    "rate without target": ("项目 目标 完成 完成率\n甲 — 60张 145.45%\n乙 15处 15处 100%", ("rate", "145.45%")),
    "rate in another unit": ("项目 预算（万元） 支出（元） 执行率\n甲 1.50 14,000.00 83.3%\n乙 2.00 20,000.00 100%", ("rate", "83.3%")),
    "rate by row": ("· 床位（张） 培训（人次）\n计划 100 50\n完成 90 55\n完成率（%） 90 101", ("rate", "101")),
    "unit of the row": ("指标 单位 计划 完成 完成率\n床位 张 60 87 145%\n投资 万元 3,000 2,900 95.67%", ("rate", "95.67%")),
    "growth": ("项目 2022年 2023年 增长（%）\n床位（张） 120 150 52\n站点（个） 10 11 10", ("growth", "52")),
    "growth from last year": ("项目 上年同期 本年完成 增减额\n甲（万元） 120.0 150.0 13.0\n乙（万元） 10.0 11.0 1.0", ("growth", "13.0")),
    "fall without its sign": ("项目 2022年 2023年 增减\n甲（件） 120 100 20\n乙（件） 10 11 1", ("growth", "20")),
    "fall under its name": ("项目 2022年 2023年 下降（%）\n甲（件） 200 100 40\n乙（件） 10 9 10", ("growth", "40")),
    "points": ("项目 2022年 2023年 增减\n满意率 85.0% 88.0% 5.0个百分点\n办结率 90.0% 91.0% 1.0个百分点", ("growth", "5.0个百分点")),
    "share": ("项目 人数 占比\n甲 120 40.0%\n乙 180 50.0%\n合计 300 100.0%", ("share", "50.0%")),
    "hundred": ("项目 占比（%）\n甲 40.0\n乙 50.0\n合计 100.0", ("share", "100.0")),
    "sum below": ("项目 人数\n甲 120\n乙 180\n合计 310", ("sum", "310")),
    "sum above": ("项目 人数\n合计 310\n甲 120\n乙 180", ("sum", "310")),
    "subtotals": ("项目 户数\n甲 10\n乙 20\n小计 30\n丙 5\n丁 6\n小计 11\n总计 42", ("sum", "42")),
    "subtotal": ("类别 项目 户数\n救助 甲 10\n· 乙 20\n· 小计 31\n养老 丙 5\n· 丁 6\n· 小计 11\n合计 · 42", ("sum", "31")),
    "across": ("单位 一季度 二季度 合计\n甲 10 20 30\n乙 30 41 81\n丙 1 2 3", ("sum", "81")),
    "part": ("项目 人数\n救助 100\n其中：低保 120\n养老 50", ("sum", "120")),
    "average": ("乡镇 人数（人） 金额（元） 人均（元）\n甲 100 5000 50\n乙 200 8000 45", ("average", "45")),
    "gap": ("项目 预算（万元） 决算（万元） 差额（万元）\n甲 860.0 815.0 55.0\n乙 10.0 8.0 2.0", ("gap", "55.0")),
    "negative in brackets": ("项目 金额（万元）\n甲 120.0\n乙 （20.0）\n合计 140.0", ("sum", "140.0")),
    "footnotes": ("项目 金额（万元）\n甲 1,120.0①\n乙 200.0*\n合计 1,220.0", ("sum", "1,220.0")),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_at_its_cell(name: str) -> None:
    text, (kind, cell) = FAULTS[name]
    assert accused(text) == [("difference" if kind == "gap" else kind, cell)]


def test_the_caption_gives_the_unit_and_the_year() -> None:
    text = "项目 金额\n甲村 1.20\n乙村 1.80\n合计 3.10"
    assert accused(text, "表2 2023年补助（单位：万元）") == [("sum", "3.10")]
    text, caption = "项目 金额\n甲村补助 1.20\n乙村补助 1.80", "表2 2023年补助（单位：万元）"
    assert accused(text, caption, "2023年，甲村补助12500元。") == [("repeat", "12500元")]
    assert accused(text, caption, "2023年，甲村补助12000元。") == []


SILENT = {
    "years, codes and places": (
        "序号 单位 电话 邮编 排名 成立年份\n1 甲镇 87771233 317300 1 2012\n2 乙镇 87771234 317301 2 2015\n3 合计 2 3 4 2020"
    ),
    "several units": "指标 单位 2023年\n产值 亿元 300\n人口 万人 43.5\n合计 · 1",
    "a blank is no zero": "项目 合计（万元） 中央（万元） 省级（万元）\n甲 100.0 20.0 —\n乙 60.0 10.0 50.0\n合计 160.0 30.0 130.0",
    "a dash is no zero": "项目 人数\n甲 120\n乙 -\n丙 —\n合计 200",
    "plan of another year": "项目 2024年计划 2023年完成 完成率\n甲（张） 100 120 98%",
    "a real rate": "项目 2022年 2023年 增长（%，可比价）\n甲（万元） 100.0 120.0 9.0",
    "a real rate by custom": "指标 2022年 2023年 增长（%）\n生产总值（亿元） 300.0 320.0 5.5",
    "three years": "项目 2021年 2022年 2023年 增长（%）\n甲（张） 100 120 150 50",
    "parts that may go on": "项目 人数\n救助 100\n其中：女性 60\n残疾 50\n养老 30\n合计 130",
    "no head": "甲 120\n乙 180\n合计 310",
    "rates are not added": "项目 完成率\n甲 90%\n乙 80%\n合计 85%",
    "means are not added": "项目 人均补助（元） 平均年龄\n甲 100 60\n乙 200 70\n合计 150 65",
    "a month and its sum": "项目 1-11月 12月 同比增长（%）\n甲（万元） 100.0 10.0 20.0",
    "share of something else": "项目 人数 占全县比重（%）\n甲 120 4.0\n乙 180 6.0\n合计 300 10.0",
    "a name that ends so": "项目 人数\n合计划生育协会 120\n乙 180\n丙 310",
    "within rounding": "项目 金额（万元）\n甲 1.2\n乙 1.3\n丙 1.4\n合计 4.0",
}


@pytest.mark.parametrize("name", SILENT)
def test_silence_where_the_heads_do_not_make_it_certain(name: str) -> None:
    assert accused(SILENT[name]) == []


def test_a_note_that_rates_are_real_silences_them() -> None:
    text = "项目 2022年 2023年 增长（%）\n农业产值（万元） 100.0 120.0 9.0"
    assert accused(text) == [("growth", "9.0")]
    assert accused(text, after="注：增速按可比价计算。") == []


@pytest.mark.parametrize(
    "said", ["2022年，低保对象1050人。", "截至6月底，低保对象1050人。", "2023年，低保对象约1400人。", "2023年，低保对象年均1050人。"]
)
def test_another_time_is_another_fact(said: str) -> None:
    assert accused("项目 2023年\n低保对象（人） 1350\n特困对象（人） 200", after=said) == []


def test_two_rows_of_heads() -> None:
    text = "项目 2023年 · · 2022年 ·\n· 计划 完成 完成率 计划 完成\n床位（张） 100 90 80% 50 60\n站点（个） 10 10 100% 5 6"
    assert accused(text) == [("rate", "80%")]
    assert standing(text) == ["rate"]


COUNTS = st.integers(min_value=1, max_value=99999)


@st.composite
def tables(draw: st.DrawFn) -> list[list[int]]:
    width, height = draw(st.integers(2, 4)), draw(st.integers(2, 8))
    body = [[draw(COUNTS) for _ in range(width)] for _ in range(height)]
    lines = [[*row, sum(row)] for row in body]
    return [*lines, [sum(column) for column in zip(*lines, strict=True)]]


def text_of(figures: list[list[int]]) -> str:
    heads = ["单位", *(f"{name}（人）" for name in "甲乙丙丁"[: len(figures[0]) - 1]), "合计（人）"]
    names = [*(f"第{n}片区" for n in "一二三四五六七八"[: len(figures) - 1]), "合计"]
    return as_markdown([heads, *([name, *(f"{n:,}" for n in row)] for name, row in zip(names, figures, strict=True))])


@settings(max_examples=60, deadline=None)
@given(tables())
def test_totals_of_rows_and_columns_hold(figures: list[list[int]]) -> None:
    outcomes = [claim.judge(JUDGE).outcome for claim in claims_of(text_of(figures)) if claim.kind == "sum"]
    assert outcomes == [Outcome.HOLDS] * (len(figures) + len(figures[0]))


@settings(max_examples=60, deadline=None)
@given(tables(), st.data())
def test_one_changed_cell_is_noticed(figures: list[list[int]], data: st.DataObject) -> None:
    row, column = data.draw(st.integers(0, len(figures) - 1)), data.draw(st.integers(0, len(figures[0]) - 1))
    figures[row][column] += data.draw(st.integers(1, 1000))
    assert any(claim.judge(JUDGE).outcome is Outcome.FAILS for claim in claims_of(text_of(figures)))


def test_the_work_grows_with_the_length() -> None:
    """A table of three thousand rows is read; a quadratic search would not come back."""
    figures = [[n, 2 * n, 3 * n] for n in range(1, 2500)]
    figures.append([sum(column) for column in zip(*figures, strict=True)])
    rows = [["单位", "甲（人）", "乙（人）", "合计（人）"], *([f"其中：片区{n}", *map(str, row)] for n, row in enumerate(figures))]
    rows[-1][0] = "合计"
    assert len(claims_of(as_markdown(rows))) >= len(figures)
