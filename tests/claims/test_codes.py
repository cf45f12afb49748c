"""Every code of a claim: one claim that fails with it, one that it passes, and its page."""

from __future__ import annotations

import re

import pytest

from summarizer.claims.average import Average
from summarizer.claims.base import EXPLANATIONS, Claim, Operand, Outcome, Settings
from summarizer.claims.bound import Bound
from summarizer.claims.count import Count
from summarizer.claims.difference import Difference
from summarizer.claims.enumeration import Enumeration
from summarizer.claims.growth import Growth
from summarizer.claims.range import Range
from summarizer.claims.rank import Rank, RankMove
from summarizer.claims.rate import Rate
from summarizer.claims.repeat import Repeat
from summarizer.claims.share import Share, Shares
from summarizer.claims.sum import Sum
from summarizer.findings import Severity
from summarizer.quantities import Quantity, parse, parse_date, unit

FAMILIES = (Average, Bound, Count, Difference, Enumeration, Growth, Range, Rank, Rate, Repeat, Share, Shares, Sum)
PREFIXES = ("AVERAGE", "BOUND", "COUNT", "DIFF", "ENUM", "GROWTH", "RANGE", "RANK", "RATE", "REPEAT", "SHARE", "SUM")
KINDS = {"rate", "sum", "share", "growth", "difference", "average", "count", "rank", "range", "bound", "repeat", "enumeration"}


def o(text: str, label: str = "", *, exact: bool = False) -> Operand:
    return Operand(parse(text), label, exact=exact)


def many(*texts: str) -> tuple[Operand, ...]:
    return tuple(o(text) for text in texts)


NO_PLACE = Operand(Quantity("第0", parse("0").value, unit=unit("第")))

# code: what fails with it, what passes it. The texts of the explanations, as claims.
CASES: dict[str, tuple[Claim, Claim]] = {
    "RATE001": (Rate(o("93.25%"), o("58.4公里"), o("64公里")), Rate(o("91.25%"), o("58.4公里"), o("64公里"))),
    "RATE002": (Rate(o("145.45%"), o("60张")), Rate(o("145.45%"), o("64张"))),
    "RATE003": (Rate(o("95.66%"), o("287户"), o("300户")), Rate(o("95.67%"), o("287户"), o("300户"))),
    "SUM001": (Sum(o("4800万元"), many("3000万元", "1900万元")), Sum(o("4900万元"), many("3000万元", "1900万元"))),
    "SUM002": (Sum(o("120人"), many("90人", "45人"), False), Sum(o("140人"), many("90人", "45人"), False)),
    "SUM003": (Sum(o("9.67公里"), many("6.002公里", "3.659公里")), Sum(o("9.66公里"), many("6.002公里", "3.659公里"))),
    "SHARE001": (Share(o("35%"), o("12家"), o("48家")), Share(o("25%"), o("12家"), o("48家"))),
    "SHARE002": (Shares(many("62.5%", "21.3%", "13.2%")), Shares(many("62.5%", "24.3%", "13.2%"))),
    "SHARE003": (Share(o("95.66%"), o("287批次"), o("300批次")), Share(o("95.67%"), o("287批次"), o("300批次"))),
    "SHARE004": (Share(o("37.2%"), o("18人")), Share(o("37.5%"), o("18人"))),
    "SHARE005": (Shares(many("58%", "49%"), exhaustive=False), Shares(many("48%", "39%"), exhaustive=False)),
    "GROWTH001": (Growth(o("250家"), o("265家"), percent=o("16%")), Growth(o("250家"), o("265家"), percent=o("6%"))),
    "GROWTH002": (Growth(o("0件"), o("18件"), percent=o("100%")), Growth(o("0件"), o("18件"), o("18件"))),
    "GROWTH003": (Growth(o("85%"), o("88%"), percent=o("3%")), Growth(o("85%"), o("88%"), points=o("3个百分点"))),
    "GROWTH004": (Growth(None, o("137人"), percent=o("3.9%")), Growth(None, o("133人"), percent=o("3.9%"))),
    "GROWTH005": (Growth(o("1200张"), o("1280张"), percent=o("6.66%")), Growth(o("1200张"), o("1280张"), percent=o("6.67%"))),
    "DIFF001": (Difference(o("860万元"), o("815万元"), o("55万元")), Difference(o("860万元"), o("815万元"), o("45万元"))),
    "DIFF002": (Difference(o("87%"), o("75%"), o("12%")), Difference(o("87%"), o("75%"), o("12个百分点"))),
    "DIFF003": (
        Difference(o("3.2642亿元"), o("3.0181亿元"), o("0.24亿元")),
        Difference(o("3.2642亿元"), o("3.0181亿元"), o("0.25亿元")),
    ),
    "AVERAGE001": (Average(o("人均2600元"), o("36万元"), o("150人")), Average(o("人均2400元"), o("36万元"), o("150人"))),
    "AVERAGE002": (Average(o("3.25次"), None, o("7组")), Average(o("3.25次"), None, o("8组"))),
    "AVERAGE003": (Average(o("17.18户"), o("275户"), o("16组")), Average(o("17.19户"), o("275户"), o("16组"))),
    "COUNT001": (Count(o("4个"), names=("东街", "南桥", "北苑")), Count(o("3个"), names=("东街", "南桥", "北苑"))),
    "COUNT002": (Count(o("6项"), parts=many("3项", "2项", "2项")), Count(o("7项"), parts=many("3项", "2项", "2项"))),
    "RANK001": (Rank(o("第12"), o("11个"), "全市"), Rank(o("第10"), o("11个"), "全市")),
    "RANK002": (Rank(NO_PLACE, o("11个")), Rank(o("第2"), o("11个"))),
    "RANK003": (RankMove(o("第4"), o("第2"), o("3位")), RankMove(o("第4"), o("第2"), o("2位"))),
    "RANGE001": (Range(o("30%"), o("15%")), Range(o("15%"), o("30%"))),
    "RANGE002": (
        Range(parse_date("2024年5月"), parse_date("2023年11月")),
        Range(parse_date("2023年5月"), parse_date("2024年11月")),
    ),
    "BOUND001": (Bound(o("85%以上"), many("91.2%", "82.4%")), Bound(o("80%以上"), many("91.2%", "82.4%"))),
    "BOUND002": (Bound(o("41.7万元"), many("36.2万元"), "持平"), Bound(o("41.7万元"), many("41.7万元"), "持平")),
    "BOUND003": (Bound(o("41.73万元"), many("41.72万元"), "持平"), Bound(o("41.73万元"), many("41.73万元"), "持平")),
    "REPEAT001": (Repeat(o("1.26亿元"), o("12800万元")), Repeat(o("1.26亿元"), o("12600万元"))),
    "REPEAT002": (Repeat(o("269.85万元"), o("269.86万元")), Repeat(o("269.86万元"), o("269.86万元"))),
    "ENUM001": (Enumeration(("一是", "二是", "四是")), Enumeration(("一是", "二是", "三是"))),
    "ENUM002": (Enumeration(("一是", "二是", "二是")), Enumeration(("一是", "二是", "三是"))),
    "ENUM003": (Enumeration(("一是", "三是", "二是")), Enumeration(("一是", "二是", "三是"))),
    "ENUM004": (Enumeration(("首先", "第二，", "三是")), Enumeration(("首先", "其次", "最后"))),
}


def test_every_code_of_a_claim_has_a_failing_and_a_passing_fixture() -> None:
    assert {code for code in EXPLANATIONS if code.rstrip("0123456789") in PREFIXES} == set(CASES)


def test_every_kind_of_the_contract_is_a_family() -> None:
    assert {family.kind for family in FAMILIES} == KINDS


@pytest.mark.parametrize("code", CASES)
def test_what_fails(code: str) -> None:
    claim, page = CASES[code][0], EXPLANATIONS[code]
    verdict = claim.judge(Settings())
    off = "last digit" in page.name.replace("-", " ")
    assert (verdict.code, verdict.outcome) == (code, Outcome.OFF if off else Outcome.FAILS)
    assert (verdict.severity, claim.kind) == (page.severity, page.kind)
    assert verdict.message
    assert verdict.hint
    assert verdict.working


@pytest.mark.parametrize("code", CASES)
def test_what_passes(code: str) -> None:
    verdict = CASES[code][1].judge(Settings())
    assert verdict.outcome in (Outcome.HOLDS, Outcome.WITHIN)
    assert verdict.working
    assert not verdict.message


@pytest.mark.parametrize("code", CASES)
def test_a_likely_reading_is_a_warning_at_most(code: str) -> None:
    claim = CASES[code][0]
    fields = {name: getattr(claim, name) for name in claim.__slots__}  # type: ignore[attr-defined]
    verdict = type(claim)(**fields | {"likely": True}).judge(Settings())
    assert verdict.severity is not Severity.ERROR
    assert verdict.code == code


@pytest.mark.parametrize("code", CASES)
def test_the_page(code: str) -> None:
    page = EXPLANATIONS[code]
    assert re.fullmatch("[a-z]+(-[a-z]+)+", page.name)
    assert all((page.checks, page.why, page.mend))
    for text in (page.fails, page.passes):
        assert text.endswith("。")
    assert page.fails != page.passes


def test_names_are_unique() -> None:
    names = [page.name for page in EXPLANATIONS.values()]
    assert len(names) == len(set(names))
