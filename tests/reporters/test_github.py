"""Commands for a workflow's log."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from summarizer.check import Report
from summarizer.reporters import ReportOptions, write


def commands(report: Report) -> list[str]:
    return [line for line in write("github", report, ReportOptions()).split("\n") if line.startswith("::")]


def test_each_open_finding_is_one_line(report: Report) -> None:
    found = [re.match(r"::(error|warning|notice) file=([^,:]+)", line) for line in commands(report)]
    assert [match.groups() for match in found if match] == [
        ("error", "reports/weidu"),
        ("error", "reports/shuili/works.yaml"),
        ("warning", "reports/shuili/works.yaml"),
        ("warning", "reports/anquan/safety.yaml"),
        ("notice", "reports/shuili/works.yaml"),
    ]


def test_properties_and_message(report: Report) -> None:
    line = next(line for line in commands(report) if "RATE002" in line)
    properties, message = re.fullmatch(r"::error (.*?)::(.*)", line).groups()  # type: ignore[union-attr]
    assert properties == "file=reports/shuili/works.yaml,line=7,endLine=7,col=12,endColumn=26,title=RATE002 impossible-rate"
    assert "145.45%25" in message
    lines = unquote(message).split("\n")
    assert lines[1] == "working: 60 ÷ 145.45% = 41.25"
    assert lines[-1] == "hint: pairs that would give 145.45%: 64/44"


def test_nothing_can_break_out_of_a_command(report: Report) -> None:
    bad = replace(report.findings[1], path="a,line=9::b%.yaml", name="x\r\n::error::y", message="z\n::stop-commands::t")
    text = write("github", replace(report, sources=(), findings=(bad,)), ReportOptions())
    assert sum(line.startswith("::") for line in text.splitlines()) == 1
    assert "file=a%2Cline=9%3A%3Ab%25.yaml,line=7" in text
    assert "title=RATE002 x%0D%0A%3A%3Aerror%3A%3Ay::z%0A::stop-commands" in text


def test_the_log_ends_with_the_counts(report: Report) -> None:
    assert "1 error, 2 warnings" in write("github", report, ReportOptions()).split("\n")[-2]
