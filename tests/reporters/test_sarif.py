"""SARIF, against the essentials of its schema."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema

from summarizer import __version__
from summarizer.check import Report
from summarizer.reporters import ReportOptions, write
from summarizer.reporters.catalogue import catalogue

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
ARTIFACT = {"type": "object", "properties": {"uri": {"type": "string", "pattern": "^[!-~]+$"}}, "required": ["uri"]}
REGION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        **{key: {"type": "integer", "minimum": 1} for key in ("startLine", "startColumn", "endLine", "endColumn")},
        **{key: {"type": "integer", "minimum": 0} for key in ("charOffset", "charLength")},
        "snippet": TEXT,
    },
}
PLACE = {"required": ["artifactLocation"], "properties": {"artifactLocation": ARTIFACT, "region": REGION}}
RULE = {
    "type": "object",
    "required": ["id", "name", "shortDescription", "fullDescription", "help"],
    "properties": {
        "shortDescription": TEXT,
        "help": TEXT | {"properties": {"markdown": {"type": "string"}}},
        "defaultConfiguration": {"properties": {"level": LEVEL}},
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "level", "message", "locations"],
    "properties": {
        "level": LEVEL,
        "message": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "locations": {"items": {"properties": {"physicalLocation": PLACE}}},
        "suppressions": {"items": {"required": ["kind"], "properties": {"kind": {"enum": ["inSource", "external"]}}}},
        "partialFingerprints": {"additionalProperties": {"type": "string"}},
    },
}
DRIVER = {"required": ["name", "version", "rules"], "properties": {"rules": {"items": RULE, "uniqueItems": True}}}
RUN = {
    "required": ["tool", "results"],
    "properties": {
        "tool": {"required": ["driver"], "properties": {"driver": DRIVER}},
        "columnKind": {"const": "unicodeCodePoints"},
        "results": {"items": RESULT},
        "invocations": {"items": {"required": ["executionSuccessful"]}},
    },
}
SCHEMA = {
    "required": ["version", "$schema", "runs"],
    "properties": {"version": {"const": "2.1.0"}, "runs": {"minItems": 1, "items": RUN}},
}


def run_of(report: Report) -> dict[str, Any]:
    shape = json.loads(write("sarif", report, ReportOptions()))
    jsonschema.validate(shape, SCHEMA)
    (run,) = shape["runs"]
    assert isinstance(run, dict)
    return run


def test_the_driver_explains_every_code(report: Report) -> None:
    driver = run_of(report)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("summarizer", __version__)
    assert [rule["id"] for rule in driver["rules"]] == list(catalogue())
    rule = next(rule for rule in driver["rules"] if rule["id"] == "RATE002")
    assert rule["name"] == "impossible-rate"
    assert catalogue()["RATE002"].fails in rule["help"]["text"]


def test_a_result_points_at_its_rule_and_place(report: Report) -> None:
    run = run_of(report)
    result = next(result for result in run["results"] if result["ruleId"] == "RATE002")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "RATE002"
    assert result["level"] == "error"
    assert result["message"]["text"].startswith("the rate cannot be 145.45%")
    assert "60 ÷ 145.45% = 41.25" in result["message"]["text"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "reports/shuili/works.yaml"
    text = report.texts["reports/shuili/works.yaml"]
    region = location["physicalLocation"]["region"]
    assert text[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"] == "60处，完成率为145.45%"
    line = text.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
    assert [place["fullyQualifiedName"] for place in location["logicalLocations"]] == ["works.reservoir.actual", "works.reservoir.rate"]


def test_levels(report: Report) -> None:
    levels = {result["ruleId"]: result["level"] for result in run_of(report)["results"]}
    assert levels == {"RATE002": "error", "RATE001": "error", "GLYPH001": "warning", "UNIT001": "warning", "UNTRACED001": "note"}


def test_a_finding_about_a_whole_file_has_no_region(report: Report) -> None:
    result = next(result for result in run_of(report)["results"] if result["ruleId"] == "GLYPH001")
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_what_is_acknowledged_is_suppressed_with_the_reason(report: Report) -> None:
    suppressed = [result for result in run_of(report)["results"] if "suppressions" in result]
    assert [result["ruleId"] for result in suppressed] == ["RATE001"]
    assert suppressed[0]["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "按原文保留"}]


def test_a_source_that_could_not_be_read_is_a_failed_run(report: Report, readable: Report) -> None:
    (invocation,) = run_of(report)["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("reports/weidu: cannot be read")
    assert run_of(readable)["invocations"] == [{"executionSuccessful": True}]


def test_fingerprints_stay_when_lines_above_change_and_never_clash(report: Report) -> None:
    def prints(changed: Report) -> list[str]:
        return [result["partialFingerprints"]["place/v1"] for result in run_of(changed)["results"]]

    before = prints(report)
    assert len(set(before)) == len(before)
    moved = replace(report, findings=tuple(replace(f, line=f.line + 3, start=f.start + 9, end=f.end + 9) for f in report.findings))
    assert set(prints(moved)) == set(before)
    twice = prints(replace(report, findings=(report.findings[1], report.findings[1])))
    assert len(set(twice)) == 2


def test_a_path_becomes_a_uri(report: Report) -> None:
    finding = replace(report.findings[1], path="汇报 1/a#b.yaml")
    (result,) = run_of(replace(report, findings=(finding,)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%E6%B1%87%E6%8A%A5%201/a%23b.yaml"
