"""The report for a terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from summarizer.check import Report
from summarizer.reporters import ReportOptions, write

PLAIN = ReportOptions()


def test_a_finding_shows_place_line_working_and_hint(report: Report) -> None:
    lines = write("text", report, PLAIN).split("\n")
    at = lines.index("reports/shuili/works.yaml:7:12: error RATE002 impossible-rate")
    assert lines[at + 1] == "  the rate cannot be 145.45%: no whole number makes it from 60处"
    assert lines[at + 2] == "  7 |     全年新建蓄水池60处，完成率为145.45%，位列全市第二。"
    # Four blanks and seven characters of two columns before it, then 2+2+2+8+7 columns.
    assert lines[at + 3] == "    | " + " " * 18 + "^" * 21
    assert lines[at + 4 : at + 7] == [
        "  working: 60 ÷ 145.45% = 41.25",
        "    no whole number lies between 41.24 and 41.26",
        "  hint: pairs that would give 145.45%: 64/44",
    ]


def test_errors_come_first_then_by_file(report: Report) -> None:
    heads = re.findall(r"^(\S+): (error|warning|info) (\S+)", write("text", report, PLAIN), re.MULTILINE)
    assert heads == [
        ("reports/shuili/works.yaml:7:12", "error", "RATE002"),
        ("reports/shuili/works.yaml", "warning", "GLYPH001"),
        ("reports/anquan/safety.yaml:2:32", "warning", "UNIT001"),
        ("reports/shuili/works.yaml:4:3", "info", "UNTRACED001"),
    ]


def test_acknowledged_findings_are_named_with_their_reason(report: Report) -> None:
    lines = write("text", report, PLAIN).split("\n")
    at = lines.index("Faults found, acknowledged: 1")
    assert lines[at + 1] == "  reports/shuili/works.yaml:3:9: RATE001 misses (按原文保留)"


def test_counts_verdicts_and_coverage_end_the_report(report: Report) -> None:
    assert write("text", report, PLAIN).split("\n")[-4:] == [
        "1 error, 2 warnings, 1 for information, 1 acknowledged, 1 source could not be read",
        "claims: holds 2, holds within rounding 1, off in the last digit 1, fails 1, cannot tell 1",
        "figures 4, checked 2",
        "",
    ]


def test_what_could_not_be_read_says_why(report: Report) -> None:
    assert "reports/weidu: could not be read\n  reports/weidu: cannot be read\n    to mend: close it\n" in write("text", report, PLAIN)


def test_nothing_found_is_said(report: Report) -> None:
    text = write("text", Report(report.sources[:1], (), (), {}), PLAIN)
    assert text.startswith("no findings\n")


def test_claims_and_uncovered_figures_are_listed_on_request(report: Report) -> None:
    bare = write("text", report, PLAIN)
    assert "Claims judged" not in bare
    assert "Figures that no judged claim uses" not in bare
    text = write("text", report, ReportOptions(claims=True, uncovered=True))
    assert "Claims judged: 6\n  reports/shuili/works.yaml:5:9: holds (weak) RATE002 impossible-rate\n    60 ÷ 145.45% = 41.25\n" in text
    assert "Figures that no judged claim uses: 1\n  reports/shuili/works.yaml:3:9: 1期  建设期  works.phase\n" in text


def test_colour_only_on_request_and_only_around_the_same_text(report: Report) -> None:
    plain = write("text", report, ReportOptions(claims=True))
    coloured = write("text", report, ReportOptions(claims=True, colour=True))
    assert "\x1b" not in plain
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_a_source_cannot_colour_the_terminal(report: Report) -> None:
    bad = replace(report.findings[0], message="a\x1b]0;x\x07", hint="\x1b[31m", path="p\x1b[0m", quote="\x1b[2J", acknowledged="")
    assert "\x1b" not in write("text", replace(report, findings=(bad,), texts={}), PLAIN)


def test_a_narrow_terminal_gets_narrow_lines(report: Report) -> None:
    text = write("text", report, ReportOptions(width=40))
    line = next(line for line in text.split("\n") if "145.45%" in line and "|" in line)
    assert "…" in line
    # In this encoding a wide character has two bytes; so would the dots have.
    assert len(line.replace("…", ".").encode("gb18030")) <= 40


@pytest.mark.parametrize("quote", ["", "被引用的话"])
def test_a_finding_in_a_text_that_is_not_there_shows_its_quote(report: Report, quote: str) -> None:
    text = write("text", replace(report, findings=(replace(report.findings[1], quote=quote),), texts={}), PLAIN)
    assert " | " not in text
    assert ("\n    被引用的话\n" in text) == bool(quote)
