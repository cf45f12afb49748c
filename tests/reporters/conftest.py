"""A report made by hand: two files read, one that could not be, findings of every severity, claims of every verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from summarizer.check import CheckedSource, Judged, Report, Uncovered
from summarizer.claims.base import Operand, Outcome, Place, Verdict
from summarizer.claims.rate import Rate
from summarizer.findings import Finding, Severity
from summarizer.quantities import parse

WORKS = """name: 水利工程
reservoir:
  name: 新建“清源”水库——一期
  actual: 60处
  rate: 145.45%
  text: |
    全年新建蓄水池60处，完成率为145.45%，位列全市第二。
"""
SAFETY = """facts:
  patrols: {value: 12次, label: <b>汛前</b>巡查 & “督查”}
"""
PATHS = ("reports/shuili/works.yaml", "reports/anquan/safety.yaml")


def at(path: str, text: str, quote: str, **fields: object) -> Finding:
    start = text.index(quote)
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    finding = Finding("RATE002", "impossible-rate", "rate", Severity.ERROR, "", path=path, line=line, column=column)
    return replace(finding, start=start, end=start + len(quote), quote=quote, **fields)  # type: ignore[arg-type]


FINDINGS = (
    at(
        PATHS[1],
        SAFETY,
        "<b>汛前</b>巡查 & “督查”",
        code="UNIT001",
        name="bare-scale",
        kind="unit",
        severity=Severity.WARNING,
        message="<script>alert(1)</script> & 50%",
        hint="look: a,b",
    ),
    at(
        PATHS[0],
        WORKS,
        "60处，完成率为145.45%",
        message="the rate cannot be 145.45%: no whole number makes it from 60处",
        working="60 ÷ 145.45% = 41.25\nno whole number lies between 41.24 and 41.26",
        hint="pairs that would give 145.45%: 64/44",
        facts=("works.reservoir.actual", "works.reservoir.rate"),
    ),
    at(PATHS[0], WORKS, "actual: 60处", code="UNTRACED001", name="untraced", kind="untraced", severity=Severity.INFO, message="typed"),
    at(PATHS[0], WORKS, "新建“清源”水库——一期", code="RATE001", name="rate-mismatch", message="misses", acknowledged="按原文保留"),
    Finding("GLYPH001", "no-glyph", "glyph", Severity.WARNING, "about the whole file", path=PATHS[0]),
)


def judged(outcome: Outcome, strength: str = "strong") -> Judged:
    start = WORKS.index("145.45%")
    place = Place(PATHS[0], 5, 9, start, start + 7, "145.45%")
    claim = Rate(Operand(parse("145.45%"), "完成率", "works.reservoir.rate"), Operand(parse("60处"), "", "works.reservoir.actual"))
    message = "wrong" if outcome in (Outcome.FAILS, Outcome.OFF) else ""
    return Judged(claim, Verdict(outcome, "RATE002", "60 ÷ 145.45% = 41.25", message, "", strength), place)  # type: ignore[arg-type]


REPORT = Report(
    sources=(
        CheckedSource("reports/shuili", 3, 2, None, (Uncovered("works.phase", "1期", "建设期", Place(PATHS[0], 3, 9, 24, 26, "一期")),)),
        CheckedSource("reports/anquan", 1, 0, None, ()),
        CheckedSource("reports/weidu", 0, 0, "reports/weidu: cannot be read\n  to mend: close it", ()),
    ),
    findings=FINDINGS,
    judged=(
        judged(Outcome.HOLDS, "weak"),
        judged(Outcome.HOLDS),
        judged(Outcome.WITHIN),
        judged(Outcome.OFF),
        judged(Outcome.FAILS),
        judged(Outcome.CANNOT_TELL),
    ),
    texts={PATHS[0]: WORKS, PATHS[1]: SAFETY},
)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_LANG", "en")


@pytest.fixture
def report() -> Report:
    return REPORT


@pytest.fixture
def readable() -> Report:
    return replace(REPORT, sources=REPORT.sources[:2])


@pytest.fixture
def finding() -> Callable[..., Finding]:
    return at
