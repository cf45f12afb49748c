"""Findings that stay: acknowledged by fact, by entry, by quotation; idle and expired ones are told."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.acknowledgements import Acknowledgement, acknowledge, acknowledgements
from summarizer.build import build
from summarizer.check import check
from summarizer.errors import ErrorGroup, GateError, Position, SummarizerError
from summarizer.findings import Finding, Severity
from tests.conftest import Folder

REPORT = """\
bureau: 示例县林业局
year: 2023
date: 2024-01-08
outline:
  - heading: 今年工作
    sections: [indicators]
"""
INDICATORS = """\
text: |
  任务如下，详见附件XX页。

trees:
  name: 植树
  target: 64处
  actual: 58处
  rate: 95.63%
  text: |
    植树{{ actual }}，完成率{{ rate }}。
guards:
  name: 护林
  periods:
    q1: {actual: 60人, rate: 145.45%}
    q2: {actual: 43人, rate: 189.74%}
road:
  name: 林道
  facts: {dates: 3条}
"""
TODAY = datetime.date(2024, 1, 11)

Make = Callable[[str], Folder]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(acknowledged: str) -> Folder:
        text = REPORT + (f"acknowledged:\n{acknowledged}\n" if acknowledged else "")
        return Folder(tmp_path / "content").write("report.yaml", text).write("indicators.yaml", INDICATORS)

    return made


def findings(folder: Folder, today: datetime.date = TODAY) -> dict[str, list[Finding]]:
    report = check([folder.path], today)
    assert report.sources[0].error is None, report.sources[0].error
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.code, []).append(finding)
    return found


def mistakes(folder: Folder) -> list[SummarizerError]:
    with pytest.raises(SummarizerError) as caught:
        acknowledgements(folder.load())
    return list(caught.value.errors) if isinstance(caught.value, ErrorGroup) else [caught.value]


def test_without_any_nothing_is_acknowledged(make: Make) -> None:
    found = findings(make(""))
    assert {code: len(items) for code, items in found.items()} == {"RATE001": 1, "RATE002": 2, "BLANK002": 1}
    assert not any(item.acknowledged for items in found.values() for item in items)


@pytest.mark.parametrize("at", ["indicators.trees.rate", "indicators.trees.actual", "indicators.trees", "indicators"])
def test_by_a_fact_or_by_an_entry_above_it(at: str, make: Make) -> None:
    found = findings(make(f"  - {{code: RATE001, at: {at}, reason: 照登, by: 办公室}}"))
    assert found["RATE001"][0].acknowledged == "照登"
    assert not any(item.acknowledged for item in found["RATE002"])
    assert "ACK001" not in found


def test_an_entry_is_no_prefix_of_letters(make: Make) -> None:
    found = findings(make("  - {code: RATE001, at: indicators.tree, reason: 照登}"))
    assert found["RATE001"][0].acknowledged == ""
    assert "ACK001" in found


def test_one_period_alone(make: Make) -> None:
    found = findings(make("  - {code: RATE002, at: indicators.guards.q1, reason: 照登}"))
    assert [(item.facts[0], item.acknowledged) for item in found["RATE002"]] == [
        ("indicators.guards.q1.rate", "照登"),
        ("indicators.guards.q2.rate", ""),
    ]


def test_one_entry_may_stand_for_several_findings(make: Make) -> None:
    found = findings(make("  - {code: RATE002, at: indicators.guards, reason: 照登}"))
    assert [item.acknowledged for item in found["RATE002"]] == ["照登", "照登"]


@pytest.mark.parametrize(
    "at",
    [
        "{file: indicators.yaml, quote: XX页}",
        "{文件: indicators.yaml, 原文: XX}",
        "{quote: 详见附件XX页}",
    ],
)
def test_by_file_and_quote(at: str, make: Make) -> None:
    (finding,) = findings(make(f"  - {{code: BLANK002, at: {at}, reason: 照登}}"))["BLANK002"]
    assert finding.acknowledged == "照登"


@pytest.mark.parametrize(
    "at", ["{file: report.yaml, quote: XX页}", "{file: indicators.yaml, quote: YY页}", "{file: indicators.yaml}", "indicators"]
)
def test_another_file_or_another_quote_does_not_fit(at: str, make: Make) -> None:
    found = findings(make(f"  - {{code: BLANK002, at: {at}, reason: 照登}}"))
    assert found["BLANK002"][0].acknowledged == ""
    assert len(found["ACK001"]) == 1


def test_chinese_keys(make: Make) -> None:
    entry = "  - {代码: RATE001, 位置: indicators.trees, 理由: 照登, 确认人: 办公室, 有效期: 2030年}"
    (known,) = acknowledgements(make(entry).load())
    assert (known.code, known.fact, known.reason, known.by, known.until) == (
        "RATE001", "indicators.trees", "照登", "办公室", datetime.date(2030, 12, 31),
    )  # fmt: skip


def test_an_idle_one_is_told_where_it_is_written(make: Make) -> None:
    folder = make("  - {code: RATE003, at: indicators.trees, reason: 照登}")
    (idle,) = findings(folder)["ACK001"]
    assert (idle.severity, idle.kind) == (Severity.WARNING, "acknowledgement")
    assert (idle.path, idle.line, idle.column) == (str(folder.path / "report.yaml"), 8, 5)
    assert "RATE003" in idle.message
    assert "indicators.trees" in idle.message


@pytest.mark.parametrize(("today", "stands"), [("2024-01-30", True), ("2024-01-31", True), ("2024-02-01", False)])
def test_one_that_ends(today: str, stands: bool, make: Make) -> None:
    folder = make("  - {code: RATE001, at: indicators.trees, reason: 照登, until: 2024年1月}")
    found = findings(folder, datetime.date.fromisoformat(today))
    assert found["RATE001"][0].acknowledged == ("照登" if stands else "")
    assert ("ACK002" in found) is not stands
    assert "ACK001" not in found


def test_an_expired_one_beside_one_that_stands(make: Make) -> None:
    old = "  - {code: RATE001, at: indicators.trees, reason: 旧, until: 2023-12-31}\n"
    found = findings(make(old + "  - {code: RATE001, at: indicators.trees, reason: 新}"))
    assert found["RATE001"][0].acknowledged == "新"
    assert len(found["ACK002"]) == 1


def test_a_build_has_no_today(make: Make, tmp_path: Path) -> None:
    rest = "  - {code: RATE002, at: indicators, reason: 照登}\n  - {code: BLANK002, at: {quote: XX}, reason: 照登}"
    folder = make(f"  - {{code: RATE001, at: indicators.trees, reason: 照登, until: 1999-12-31}}\n{rest}")
    built = build(folder.path, tmp_path / "out", formats=["text"], final=True)
    assert {finding.code for finding in built.findings} == {"RATE001", "RATE002", "BLANK002"}
    assert all(finding.acknowledged for finding in built.findings)
    with pytest.raises(GateError):
        build(make(rest).path, tmp_path / "other", formats=["text"], final=True)


@pytest.mark.parametrize(
    ("entry", "words", "column"),
    [
        ("{at: indicators.trees, reason: 照登}", "an acknowledgement lacks code", 5),
        ("{code: RATE001, reason: 照登}", "an acknowledgement lacks at", 5),
        ("{code: RATE001, at: indicators.trees}", "an acknowledgement lacks reason", 5),
        ("{by: 办公室}", "an acknowledgement lacks code, at, reason", 5),
        ("{确认人: 办公室}", "an acknowledgement lacks 代码, 位置, 理由", 5),
        ("{代码: RATE001, 位置: {原文: ''}, 理由: 照登}", "`位置` needs a fact's id, or a `原文`", 23),
        ("{代码: RATE001, 位置: indicators, 理由: 照登, 有效期: 改好为止}", "有效期: this is not a date", 48),
        ("{code: RATE001, at: indicators.trees, reason: ''}", "an acknowledgement needs a reason", 51),
        ("{code: RATE001, at: indicators.trees, reason: }", "nothing stands under reason", 51),
        ("{code: RATE01, at: indicators.trees, reason: 照登}", "no finding has the code RATE01", 12),
        ("{code: impossible-rate, at: indicators.trees, reason: 照登}", "no finding has the code impossible-rate", 12),
        ("{code: RATE001, att: indicators.trees, reason: 照登}", "unknown key att under acknowledged", 21),
        ("{code: RATE001, 代码: RATE002, at: indicators.trees, reason: 照登}", "代码 says the same as code", 21),
        ("{code: RATE001, at: '', reason: 照登}", "`at` needs a fact's id, or a `quote`", 25),
        ("{code: RATE001, at: {quote: ''}, reason: 照登}", "`at` needs a fact's id, or a `quote`", 25),
        ("{code: RATE001, at: {quot: 甲}, reason: 照登}", "unknown key quot under at", 26),
        ("{code: RATE001, at: [indicators.trees], reason: 照登}", "at must be text", 25),
        ("{code: RATE001, at: indicators, reason: 照登, until: 改好为止}", "this is not a date", 56),
        ("{code: RATE001, at: indicators, reason: 照登, until: 12月31日}", "until needs a year", 56),
        ("RATE001", "acknowledged must be", 5),
        ("代码：RATE001", "acknowledged must be", 5),
    ],
)
def test_mistakes_and_their_place(entry: str, words: str, column: int, make: Make) -> None:
    folder = make(f"  - {entry}")
    found = {(error.where, error.message): error for error in mistakes(folder)}
    assert any(words in message and where == Position(f"{folder.path}/report.yaml", 8, column) for where, message in found), found
    assert check([folder.path], TODAY).sources[0].error is not None


def test_what_to_do_about_entries_of_the_wrong_kind(make: Make) -> None:
    (error,) = mistakes(make("  - 代码：RATE001"))
    assert "half-width colon" in error.hint
    (error,) = mistakes(make("  code: RATE001"))
    assert error.hint == "begin each item with `- `"


def test_the_nearest_code_is_named(make: Make) -> None:
    (error,) = mistakes(make("  - {code: RATE01, at: indicators, reason: 照登}"))
    assert "RATE0" in error.hint


def test_a_code_that_only_prose_can_trip_is_known_and_idle(make: Make) -> None:
    assert len(findings(make("  - {code: GROWTH001, at: indicators, reason: 照登}"))["ACK001"]) == 1


def test_a_finding_about_a_whole_file_is_acknowledged_by_its_file() -> None:
    finding = Finding("GLYPH001", "missing-glyph", "glyph", Severity.ERROR, "", path="a/summary.md.j2")
    known = Acknowledgement("GLYPH001", "照登", Position("report.yaml"), file="summary.md.j2")
    assert known.fits(finding)
    assert replace(known, file="a/summary.md.j2").fits(finding)
    assert not replace(known, file="other.md.j2").fits(finding)
    assert not replace(known, file="", quote="甲").fits(finding)
    assert not known.fits(replace(finding, quote="甲"))


def test_without_a_day_none_ends() -> None:
    finding = Finding("RATE001", "rate-mismatch", "rate", Severity.ERROR, "", facts=("a.b",))
    known = (Acknowledgement("RATE001", "照登", Position("report.yaml"), fact="a", until=datetime.date(1990, 1, 1)),)
    assert [item.acknowledged for item in acknowledge([finding], known, None)] == ["照登"]
    assert [item.code for item in acknowledge([finding], known, TODAY)] == ["RATE001", "ACK002"]
