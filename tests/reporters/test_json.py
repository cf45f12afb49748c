"""The JSON object, to the letter."""

from __future__ import annotations

import json
from typing import Any

from summarizer.check import Report
from summarizer.reporters import ReportOptions, write


def load(report: Report, *, claims: bool = False, uncovered: bool = False) -> dict[str, Any]:
    shape = json.loads(write("json", report, ReportOptions(claims=claims, uncovered=uncovered)))
    assert isinstance(shape, dict)
    return shape


def test_the_object(report: Report) -> None:
    shape = load(report)
    assert list(shape) == ["version", "sources", "claims", "findings", "judged"]
    assert shape["version"] == 1
    assert shape["sources"][0] == {"path": "reports/shuili", "figures": 3, "figures_checked": 2, "error": None}
    assert shape["sources"][2]["error"] == "reports/weidu: cannot be read\n  to mend: close it"
    assert shape["claims"] == {"holds": 2, "holds-within-rounding": 1, "off-in-last-digit": 1, "fails": 1, "cannot-tell": 1}
    assert shape["judged"] == []


def test_a_finding(report: Report) -> None:
    found = {finding["code"]: finding for finding in load(report)["findings"]}
    start = report.texts["reports/shuili/works.yaml"].index("60处，完")
    assert list(found["RATE002"].items()) == [
        ("code", "RATE002"),
        ("name", "impossible-rate"),
        ("kind", "rate"),
        ("severity", "error"),
        ("message", "the rate cannot be 145.45%: no whole number makes it from 60处"),
        ("working", "60 ÷ 145.45% = 41.25\nno whole number lies between 41.24 and 41.26"),
        ("hint", "pairs that would give 145.45%: 64/44"),
        ("path", "reports/shuili/works.yaml"),
        ("line", 7),
        ("column", 12),
        ("start", start),
        ("end", start + 15),
        ("quote", "60处，完成率为145.45%"),
        ("facts", ["works.reservoir.actual", "works.reservoir.rate"]),
    ]
    assert [found["GLYPH001"][key] for key in ("line", "start", "end", "quote")] == [0, 0, 0, ""]


def test_only_an_acknowledged_finding_has_a_reason(report: Report) -> None:
    reasons = {finding["code"]: finding.get("acknowledged") for finding in load(report)["findings"]}
    assert {code for code, reason in reasons.items() if reason is not None} == {"RATE001"}
    assert reasons["RATE001"] == "按原文保留"


def test_quotes_are_the_slices_they_say(report: Report) -> None:
    for finding in load(report)["findings"]:
        if finding["line"]:
            assert report.texts[finding["path"]][finding["start"] : finding["end"]] == finding["quote"]


def test_judged_claims_have_verdict_and_strength_in_place_of_severity(report: Report) -> None:
    shape = load(report, claims=True)
    assert len(shape["judged"]) == 6
    finding, claim = shape["findings"][0], shape["judged"][0]
    assert set(claim) == set(finding) - {"severity", "acknowledged"} | {"verdict", "strength"}
    assert claim["verdict"] == "holds"
    assert claim["strength"] == "weak"
    assert claim["name"] == "impossible-rate"
    assert (claim["path"], claim["line"], claim["quote"]) == ("reports/shuili/works.yaml", 5, "145.45%")
    assert sorted(claim["facts"]) == ["works.reservoir.actual", "works.reservoir.rate"]


def test_uncovered_figures_only_on_request(report: Report) -> None:
    place = {"path": "reports/shuili/works.yaml", "line": 3, "column": 9, "start": 24, "end": 26, "quote": "一期"}
    assert load(report, uncovered=True)["uncovered"] == [{"fact": "works.phase", "label": "建设期", **place}]
    assert "uncovered" not in load(report)


def test_chinese_stays_readable(report: Report) -> None:
    assert "60处，完成率为145.45%" in write("json", report, ReportOptions())
