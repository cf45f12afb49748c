"""What holds for the judges whatever the figures are."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import settings as given_with
from hypothesis import strategies as st

from summarizer.claims.average import Average
from summarizer.claims.base import Claim, Operand, Outcome, Settings
from summarizer.claims.bound import Bound
from summarizer.claims.difference import Difference
from summarizer.claims.growth import Growth
from summarizer.claims.rate import Rate
from summarizer.claims.repeat import Repeat
from summarizer.claims.share import Share, Shares
from summarizer.claims.sum import Sum
from summarizer.quantities import Interval, format_number, parse, round_to

PLAIN = Settings(repairs=False)
TRUNCATED = Settings(rounding="truncate", repairs=False)
TRUE = (Outcome.HOLDS, Outcome.WITHIN)

decimals = st.integers(0, 3)
amounts = st.fractions(1, 5000, max_denominator=997)
roundings = st.sampled_from((PLAIN, TRUNCATED))
quick = given_with(max_examples=40, deadline=None)


def figure(value: Fraction, places: int, unit: str = "万元", rule: Settings = PLAIN) -> Operand:
    """``value`` as a careful writer would show it."""
    return Operand(parse(f"{format_number(value, places, rule.rounding)}{unit}"))


def outcome(claim: Claim, rule: Settings = PLAIN) -> Outcome:
    return claim.judge(rule).outcome


@quick
@given(st.lists(st.tuples(amounts, decimals), min_size=1, max_size=6), decimals, roundings)
def test_true_sums_are_never_refused(parts: list[tuple[Fraction, int]], places: int, rule: Settings) -> None:
    shown = tuple(figure(value, digits, rule=rule) for value, digits in parts)
    total = figure(sum((value for value, _ in parts), Fraction(0)), places, rule=rule)
    assert outcome(Sum(total, shown), rule) in TRUE
    assert outcome(Sum(total, shown[:-1] or shown, False), rule) in TRUE
    assert outcome(Sum(total, shown, None), rule) in TRUE


@quick
@given(amounts, amounts, decimals, decimals, decimals, roundings)
def test_true_quotients_are_never_refused(a: Fraction, b: Fraction, da: int, db: int, dq: int, rule: Settings) -> None:
    above, below = figure(a, da, rule=rule), figure(b, db, rule=rule)
    assume(below.value)
    percent = figure(100 * a / b, dq, "%", rule)
    assert outcome(Rate(percent, above, below), rule) in (*TRUE, Outcome.CANNOT_TELL)
    assert outcome(Share(percent, above, below), rule) in (*TRUE, Outcome.CANNOT_TELL)
    assert outcome(Average(figure(a / b, dq, rule=rule), above, figure(b, db, "人", rule)), rule) in (*TRUE, Outcome.CANNOT_TELL) or not db


@quick
@given(amounts, amounts, decimals, decimals, decimals, roundings)
def test_true_growth_is_never_refused(a: Fraction, b: Fraction, da: int, db: int, dp: int, rule: Settings) -> None:
    before, after = figure(a, da, rule=rule), figure(b, db, rule=rule)
    assume(before.value)
    up = 1 if b >= a else -1
    percent, change = figure(abs(b - a) / a * 100, dp, "%", rule), figure(abs(b - a), dp, rule=rule)
    for claim in (
        Growth(before, after, change, percent, direction=up),
        Growth(before, None, change, percent, direction=up),
        Growth(None, after, change, percent, direction=up),
        Growth(before, after, change, percent, direction=0),
    ):
        verdict = claim.judge(rule)
        assert verdict.outcome in (*TRUE, Outcome.CANNOT_TELL) or verdict.code == "GROWTH002", verdict
    assert outcome(Difference(after, before, change, up), rule) in TRUE
    assert outcome(Difference(before, after, change, 0), rule) in TRUE


@quick
@given(st.lists(st.integers(1, 900), min_size=2, max_size=7), decimals, roundings)
def test_true_shares_reach_the_whole(parts: list[int], places: int, rule: Settings) -> None:
    shares = tuple(figure(Fraction(100 * part, sum(parts)), places, "%", rule) for part in parts)
    assert outcome(Shares(shares), rule) in TRUE
    assert outcome(Shares(shares[1:], exhaustive=False), rule) in (*TRUE, Outcome.CANNOT_TELL)


@quick
@given(st.integers(1, 2000), st.integers(1, 2000), decimals, roundings)
def test_a_rate_of_two_whole_numbers_is_possible_from_one_of_them(n: int, m: int, places: int, rule: Settings) -> None:
    percent = figure(Fraction(100 * n, m), places, "%", rule)
    actual, target = Operand(parse(f"{n}人")), Operand(parse(f"{m}人"))
    for claim in (Rate(percent, actual), Rate(percent, None, target), Share(percent, actual), Share(percent, None, target)):
        assert outcome(claim, rule) in (Outcome.WITHIN, Outcome.CANNOT_TELL)
    grown = figure(abs(Fraction(100 * (n - m), m)), places, "%", rule)
    up = 1 if n >= m else -1
    for growth in (Growth(None, actual, percent=grown, direction=up), Growth(target, None, percent=grown, direction=up)):
        assert outcome(growth, rule) in (Outcome.WITHIN, Outcome.CANNOT_TELL)


def test_the_search_has_power() -> None:
    impossible = [n for n in range(20, 80) if outcome(Rate(Operand(parse("145.45%")), Operand(parse(f"{n}张")))) is Outcome.FAILS]
    assert 60 in impossible
    assert len(impossible) > 40


@quick
@given(st.lists(st.tuples(amounts, decimals), min_size=2, max_size=5), decimals, st.integers(-4, 4))
def test_another_scale_leaves_the_verdict(parts: list[tuple[Fraction, int]], places: int, miss: int) -> None:
    total = round_to(sum((value for value, _ in parts), Fraction(0)), places) + Fraction(miss, 10**places)
    assume(total > 0)

    def claims(unit: str) -> list[Claim]:
        shown = tuple(figure(value, digits, unit) for value, digits in parts)
        whole = figure(total, places, unit)
        percent = figure(100 * total / parts[0][0], 1, "%")
        return [
            Sum(whole, shown), Sum(whole, shown, False), Repeat(whole, shown[0]), Difference(whole, shown[0], shown[1], 0),
            Rate(percent, whole, shown[0]), Growth(shown[0], whole, percent=percent, direction=0), Bound(whole, shown, "以上"),
            Bound(whole, shown, "持平"),
        ]  # fmt: skip

    def judged(unit: str) -> list[tuple[Outcome, str]]:
        return [(verdict.outcome, verdict.code) for verdict in (claim.judge(PLAIN) for claim in claims(unit))]

    assert judged("元") == judged("万元") == judged("亿元")


@quick
@given(st.lists(st.tuples(amounts, decimals), min_size=2, max_size=6), decimals, st.integers(-3, 3), st.randoms())
def test_the_order_of_parts_does_not_matter(parts: list[tuple[Fraction, int]], places: int, miss: int, random: object) -> None:
    shown = [figure(value, digits) for value, digits in parts]
    total = figure(sum((part.value for part in shown), Fraction(0)) / 10**4 + Fraction(miss, 10**places), places)
    shares = [figure(value / 60, digits, "%") for value, digits in parts]
    mixed, mixed_shares = list(shown), list(shares)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    random.shuffle(mixed_shares)  # type: ignore[attr-defined]
    for exhaustive in (True, False, None):
        assert outcome(Sum(total, tuple(shown), exhaustive)) is outcome(Sum(total, tuple(mixed), exhaustive))
        assert outcome(Shares(tuple(shares), exhaustive=exhaustive)) is outcome(Shares(tuple(mixed_shares), exhaustive=exhaustive))
    assert outcome(Bound(total, tuple(shown), "以下")) is outcome(Bound(total, tuple(mixed), "以下"))


@quick
@given(amounts, amounts, decimals, decimals, decimals)
def test_inside_holds_and_two_units_outside_fails(a: Fraction, b: Fraction, da: int, db: int, dq: int) -> None:
    above, below = figure(a, da), figure(b, db)
    assume(below.value)
    computed = above.interval(PLAIN) / below.interval(PLAIN) * 100
    assume(computed.low is not None and computed.high is not None)
    assert computed.low is not None
    assert computed.high is not None
    ulp = Fraction(1, 10**dq)
    inside = figure((computed.low + computed.high) / 2, dq, "%")
    outside = figure(computed.high + 2 * ulp + ulp / 2, dq, "%")
    assert outcome(Rate(inside, above, below)) in TRUE
    assert outcome(Rate(outside, above, below)) is Outcome.FAILS
    assert outcome(Share(outside, above, below)) is Outcome.FAILS


@quick
@given(st.lists(st.integers(1, 500), min_size=1, max_size=6), st.integers(-9, 9))
def test_exact_counts_that_miss_by_one_fail(parts: list[int], miss: int) -> None:
    assume(sum(parts) + miss >= 0)
    total, shown = Operand(parse(f"{sum(parts) + miss}人")), tuple(Operand(parse(f"{part}人")) for part in parts)
    assert outcome(Sum(total, shown)) is (Outcome.FAILS if miss else Outcome.HOLDS)
    assert outcome(Sum(total, shown, False)) is (Outcome.FAILS if miss < 0 else Outcome.HOLDS)
    assert outcome(Repeat(total, Operand(parse(f"{sum(parts)}人")))) is (Outcome.FAILS if miss else Outcome.HOLDS)
    assert outcome(Difference(total, shown[0], Operand(parse(f"{abs(sum(parts[1:]))}人")), 0)) is not Outcome.OFF


@quick
@given(st.integers(0, 10**6), st.integers(0, 10**6), decimals, decimals, roundings)
def test_equal_digits_with_other_values_do_not_pass(one: int, two: int, places: int, zeros: int, rule: Settings) -> None:
    first, second = Fraction(one, 10**places), Fraction(two, 10**places)
    verdict = Repeat(figure(first, places), figure(second, places)).judge(rule)
    assert (verdict.outcome in TRUE) is (one == two)
    # 12.5 and 12.50: another form of one value passes, of another value not.
    longer = Repeat(figure(first, places), figure(second, places + zeros)).judge(rule)
    assert longer.outcome in TRUE if one == two else longer.outcome not in TRUE or zeros


@quick
@given(amounts, decimals, decimals, roundings)
def test_one_value_to_different_digits_is_no_fight(value: Fraction, one: int, two: int, rule: Settings) -> None:
    assert outcome(Repeat(figure(value, one, rule=rule), figure(value, two, rule=rule)), rule) in TRUE
    assert outcome(Repeat(figure(value, one, rule=rule), figure(value * 10**4, two, "元", rule)), rule) in TRUE
    assert outcome(Bound(figure(value, one, rule=rule), (figure(value, two, rule=rule),), "持平"), rule) in TRUE


_TOKEN = re.compile(r"[^\s()÷×+−]+")
_WORKING = re.compile(r"(?P<formula>.+?) = (?P<result>[^;,]+?)(?:, with rounding [^;]+)?; stated (?P<stated>[^:]+)(?::.*)?")


def recomputed(working: str) -> Outcome:
    """The verdict that a reader comes to who knows nothing but the working."""
    found = _WORKING.fullmatch(working)
    assert found is not None, working
    stated = parse(found["stated"])
    figures = [parse(token) for token in _TOKEN.findall(found["formula"])]
    scale = 100 if stated.unit.name == "%" and figures[0].unit.name != "%" else 1

    def value(ask: str) -> object:
        names = iter(f"x[{n}]" for n in range(len(figures)))
        code = _TOKEN.sub(lambda _match: next(names), found["formula"]).replace("÷", "/").replace("−", "-")
        operands = [quantity.interval() if ask == "interval" else quantity.value for quantity in figures]
        return eval(code, {"x": operands})

    point = value("point") * scale  # type: ignore[operator]
    interval = value("interval") * scale  # type: ignore[operator]
    assert isinstance(interval, Interval)
    assert isinstance(point, Fraction)
    own = stated.interval()
    assert round_to(parse(found["result"]).value / stated.scale, stated.decimals) == round_to(point / stated.scale, stated.decimals)
    if round_to(point / stated.scale, stated.decimals) * stated.scale == stated.value:
        return Outcome.HOLDS
    if own.meets(interval):
        return Outcome.WITHIN
    near = Interval.around(stated.value, stated.ulp).meets(interval)
    return Outcome.OFF if near and not own.is_point else Outcome.FAILS


@quick
@given(amounts, amounts, decimals, decimals, decimals, st.fractions(-4, 4, max_denominator=10))
def test_verdict_and_working_agree(a: Fraction, b: Fraction, da: int, db: int, dr: int, miss: Fraction) -> None:
    first, second = figure(a, da), figure(b, db)
    assume(second.value and first.value)
    shift = miss / 10**dr
    n, m = Operand(parse(f"{int(a) + 1}人")), Operand(parse(f"{int(b) + 1}人"))
    up = 1 if m.value > n.value else -1
    for claim in (
        Sum(figure(a + b + shift, dr), (first, second)),
        Rate(figure(abs(100 * a / b + shift), dr, "%"), first, second),
        Share(figure(abs(100 * a / b + shift), dr, "%"), first, second),
        Difference(first, second, figure(abs(abs(a - b) + shift), dr), 0),
        Growth(n, m, percent=figure(abs(abs(m.value - n.value) / n.value * 100 + shift), dr, "%"), direction=up),
        Sum(Operand(parse(f"{abs(int(n.value + m.value + miss))}人")), (n, m)),
    ):
        verdict = claim.judge(PLAIN)
        if verdict.outcome is not Outcome.CANNOT_TELL:
            assert recomputed(verdict.working) is verdict.outcome, verdict.working


@quick
@given(amounts, amounts, decimals)
def test_hedges_do_not_fail_what_they_allow(a: Fraction, b: Fraction, places: int) -> None:
    total, first = figure(a + b, places), figure(a, places)
    for text in (f"约{format_number(b, places)}万元", f"{format_number(b, places)}万元左右"):
        assert outcome(Sum(total, (first, Operand(parse(text))))) in TRUE
    low = format_number(b, places, "truncate")
    assert outcome(Sum(total, (first, Operand(parse(f"{low}万元以上"))))) in (*TRUE, Outcome.CANNOT_TELL)
    assert outcome(Sum(Operand(parse(f"{low}万元以上")), (figure(b + 1, places),))) in TRUE


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("37310万元", "16180万元 6842万元 13998万元 290万元"),
        ("9.66亿元", "2.69亿元 3.8亿元 3.17亿元"),
        ("1260582", "89755 482589 688238"),
    ],
)
def test_sums_that_real_reports_print(total: str, parts: str) -> None:
    claim = Sum(Operand(parse(total)), tuple(Operand(parse(part)) for part in parts.split()))
    assert outcome(claim) is Outcome.HOLDS
    swapped = replace(claim, parts=claim.parts[1:])
    assert outcome(swapped) is Outcome.FAILS


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [("2842户", "4600户", "61.78%"), ("826户", "1200户", "68.83%"), ("14242亩", "15000亩", "94.95%"), ("190872", "6997389", "2.73%")],
)
def test_rates_that_real_reports_print(part: str, whole: str, percent: str) -> None:
    operands = Operand(parse(percent)), Operand(parse(part)), Operand(parse(whole))
    assert outcome(Rate(*operands)) is Outcome.HOLDS
    assert outcome(Share(*operands)) is Outcome.HOLDS


def test_a_yield_inside_its_interval() -> None:
    average = Average(Operand(parse("252.14公斤/亩")), Operand(parse("15.01万吨")), Operand(parse("59.52万亩")))
    verdict = average.judge(PLAIN)
    assert verdict.outcome is Outcome.WITHIN
    assert "252.18" in verdict.working
