"""JSON lines: a line for each source, and several reports are their lines one after the other."""

from __future__ import annotations

import json

from summarizer.check import Report, joined
from summarizer.reporters import ReportOptions, write


def test_a_line_for_each_source_with_what_was_found_there(report: Report) -> None:
    lines = write("jsonl", report, ReportOptions(claims=True, uncovered=True)).splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["path"] for row in rows] == [source.path for source in report.sources]
    assert {row["version"] for row in rows} == {1}
    assert sum(len(row["findings"]) for row in rows) == len([f for f in report.findings if f.path])
    for row in rows:
        assert all(finding["path"].startswith(row["path"]) for finding in row["findings"])


def test_joined_reports_are_written_as_one_after_the_other(report: Report) -> None:
    options = ReportOptions(claims=True)
    lines = write("jsonl", report, options).splitlines(keepends=True)
    first = Report(report.sources[:1], tuple(f for f in report.findings if f.path.startswith(report.sources[0].path)))
    rest = Report(report.sources[1:], ())
    together = write("jsonl", joined([first, rest]), options)
    assert together == write("jsonl", first, options) + write("jsonl", rest, options)
    assert len(lines) == len(report.sources)
