"""JUnit XML, parsed again."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from summarizer.check import Report
from summarizer.findings import Severity
from summarizer.reporters import ReportOptions, write


def parsed(report: Report, fail_on: Severity | None = Severity.ERROR) -> ET.Element:
    return ET.fromstring(write("junit", report, ReportOptions(fail_on=fail_on)))


def counts(element: ET.Element) -> dict[str, int]:
    return {key: int(element.attrib[key]) for key in ("tests", "failures", "errors", "skipped")}


def test_a_suite_for_each_source(report: Report) -> None:
    root = parsed(report)
    suites = {suite.attrib["name"]: counts(suite) for suite in root.iter("testsuite")}
    # Four findings; of six claims two are findings already.
    assert suites == {
        "reports/shuili": {"tests": 8, "failures": 1, "errors": 0, "skipped": 2},
        "reports/anquan": {"tests": 1, "failures": 0, "errors": 0, "skipped": 0},
        "reports/weidu": {"tests": 1, "failures": 0, "errors": 1, "skipped": 0},
    }
    assert counts(root) == {"tests": 10, "failures": 1, "errors": 1, "skipped": 2}


def test_a_failure_shows_place_and_working(report: Report) -> None:
    (case,) = [case for case in parsed(report).iter("testcase") if case.find("failure") is not None]
    assert case.attrib["name"] == "RATE002 impossible-rate reports/shuili/works.yaml:7:12"
    assert (case.attrib["file"], case.attrib["line"]) == ("reports/shuili/works.yaml", "7")
    failure = case.find("failure")
    assert failure is not None
    assert failure.attrib["type"] == "RATE002"
    assert "working: 60 ÷ 145.45% = 41.25" in (failure.text or "")


@pytest.mark.parametrize(("fail_on", "failures"), [(None, 0), (Severity.ERROR, 1), (Severity.WARNING, 3), (Severity.INFO, 4)])
def test_what_fails_follows_fail_on(report: Report, fail_on: Severity | None, failures: int) -> None:
    assert counts(parsed(report, fail_on))["failures"] == failures


def test_acknowledged_and_undecided_are_skipped_with_the_reason(report: Report) -> None:
    reasons = {element.attrib["message"] for element in parsed(report).iter("skipped")}
    assert reasons == {"acknowledged: 按原文保留", "cannot tell: 60 ÷ 145.45% = 41.25"}


def test_characters_that_xml_cannot_hold_are_replaced(report: Report) -> None:
    bad = replace(report.findings[1], message="\x00\x1b<&>\ufffe", path="elsewhere/\x0b.yaml")
    root = parsed(replace(report, findings=(bad,)))
    (failure,) = root.iter("failure")
    assert failure.attrib["message"] == "\ufffd\ufffd<&>\ufffd"
    assert [suite.attrib["name"] for suite in root][-1] == "elsewhere"
