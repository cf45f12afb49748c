"""The single repair that would make all exact."""

from __future__ import annotations

import time

import pytest

from summarizer.claims.base import Claim, Operand, Outcome, Settings
from summarizer.claims.difference import Difference
from summarizer.claims.growth import Growth
from summarizer.claims.rate import Rate
from summarizer.claims.repair import single_repair
from summarizer.claims.repeat import Repeat
from summarizer.claims.sum import Sum
from summarizer.quantities import parse


def o(text: str) -> Operand:
    return Operand(parse(text))


def many(*texts: str) -> tuple[Operand, ...]:
    return tuple(o(text) for text in texts)


@pytest.mark.parametrize(
    ("claim", "repaired", "written"),
    [
        (Sum(o("4900万元"), many("3000万元", "1900元")), "1900万元", "1900元"),
        (Sum(o("4837万元"), many("3012万元", "1285万元", "504万元")), "540万元", "504万元"),
        (Sum(o("4837万元"), many("3012万元", "1285万元", "533万元")), "", ""),
        (Sum(o("374人"), many("123人", "215人")), "251人", "215人"),
        (Rate(o("94.15%"), o("584户"), o("640户")), "", ""),
        (Rate(o("92.15%"), o("584户"), o("640户")), "91.25%", "92.15%"),
        (Rate(o("91.52%"), o("584户"), o("640户")), "91.25%", "91.52%"),
        (Repeat(o("1260万元"), o("1260元")), "", ""),
    ],
)
def test_one_repair_or_none(claim: Claim, repaired: str, written: str) -> None:
    verdict = claim.judge(Settings())
    assert verdict.outcome is Outcome.FAILS
    sentence = single_repair(claim, Settings())
    assert sentence == (f"{repaired} instead of {written} would make it exact" if repaired else "")
    assert verdict.hint == sentence or not sentence


def test_the_other_direction_is_a_repair() -> None:
    assert "减 for 增" in single_repair(Growth(o("320人"), o("305人"), o("15人")), Settings())
    assert "增 for 减" in single_repair(Growth(o("305人"), o("320人"), o("15人"), direction=-1), Settings())
    assert "多 for 少" in single_repair(Difference(o("320人"), o("305人"), o("15人"), -1), Settings())
    assert single_repair(Growth(o("305人"), o("330人"), o("15人"), direction=-1), Settings()) == ""


def test_no_repairs_where_the_report_wants_none() -> None:
    claim = Rate(o("91.52%"), o("584户"), o("640户"))
    assert single_repair(claim, Settings(repairs=False)) == ""
    assert claim.judge(Settings(repairs=False)).hint


def test_a_long_table_is_repaired_in_time() -> None:
    claim = Sum(o("99999万元"), tuple(o(f"{1000 + 37 * n}.{n % 10}万元") for n in range(40)))
    start = time.process_time()
    assert claim.judge(Settings()).outcome is Outcome.FAILS
    assert time.process_time() - start < 2
