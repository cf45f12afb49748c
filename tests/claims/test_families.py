"""What each family does beyond its fixtures."""

from __future__ import annotations

import time

import pytest

from summarizer.claims.average import Average
from summarizer.claims.base import Claim, Operand, Outcome, Settings
from summarizer.claims.bound import Bound
from summarizer.claims.count import Count
from summarizer.claims.difference import Difference
from summarizer.claims.enumeration import Enumeration
from summarizer.claims.growth import Growth
from summarizer.claims.range import Range
from summarizer.claims.rank import Rank
from summarizer.claims.rate import Rate
from summarizer.claims.repeat import Repeat
from summarizer.claims.share import Share, Shares
from summarizer.claims.sum import Sum
from summarizer.findings import Severity
from summarizer.quantities import Quantity, parse, parse_date

HOLDS, WITHIN, OFF, FAILS, UNKNOWN = Outcome.HOLDS, Outcome.WITHIN, Outcome.OFF, Outcome.FAILS, Outcome.CANNOT_TELL
BLANK = Operand(Quantity.blank())


def o(text: str, label: str = "", *, exact: bool = False) -> Operand:
    return Operand(parse(text), label, exact=exact)


def many(*texts: str) -> tuple[Operand, ...]:
    return tuple(o(text) for text in texts)


def judged(claim: Claim, rule: Settings | None = None) -> tuple[Outcome, str]:
    verdict = claim.judge(rule or Settings())
    assert verdict.working
    return verdict.outcome, verdict.code


@pytest.mark.parametrize(
    "claim",
    [
        Rate(BLANK, o("3个"), o("4个")), Sum(o("3个"), (o("1个"), BLANK)), Share(o("3%"), BLANK), Shares((o("30%"), BLANK)),
        Growth(o("3个"), BLANK, percent=o("4%")), Difference(o("3个"), o("2个"), BLANK), Average(o("3元"), BLANK, o("2人")),
        Count(BLANK, 3), Rank(BLANK), Rank(o("第3"), BLANK), Range(BLANK, o("3个")), Bound(o("85%以上"), (BLANK,)), Repeat(o("3个"), BLANK),
    ],
)  # fmt: skip
def test_a_blank_is_never_judged(claim: Claim) -> None:
    assert judged(claim)[0] is UNKNOWN


@pytest.mark.parametrize(
    "claim",
    [
        Rate(o("50%"), o("3人"), o("6户")), Rate(o("50个百分点"), o("3人"), o("6人")), Sum(o("5人"), many("3人", "2户")),
        Sum(o("80%"), many("50%", "30个百分点")), Share(o("50%"), o("3万元"), o("6万亩")), Shares(many("30%", "70个百分点")),
        Growth(o("3人"), o("4户"), percent=o("33%")), Difference(o("3人"), o("2户"), o("1人")), Average(o("3元"), o("6人"), o("2人")),
        Average(o("3元/亩"), o("6元"), o("2人")), Count(o("3个"), parts=many("1个", "2家")), Range(o("3人"), o("2户")),
        Range(parse_date("2023年"), o("3人")), Bound(o("85%以上"), many("70分")), Repeat(o("3人"), o("5户")), Rank(o("第3"), o("2%")),
    ],
)  # fmt: skip
def test_nothing_is_judged_across_dimensions(claim: Claim) -> None:
    assert judged(claim)[0] is UNKNOWN


def test_units_convert_inside_a_dimension() -> None:
    assert judged(Sum(o("1.2亿元"), many("7000万元", "5000万元"))) == (HOLDS, "SUM001")
    assert judged(Rate(o("50%"), o("7.5亩"), o("1公顷"))) == (HOLDS, "RATE001")
    assert judged(Repeat(o("15亩"), o("1公顷"))) == (HOLDS, "REPEAT001")
    assert judged(Repeat(o("15亩"), o("3公顷"))) == (FAILS, "REPEAT001")
    assert judged(Difference(o("1亿元"), o("9000万元"), o("1000万元"))) == (HOLDS, "DIFF001")
    assert judged(Bound(o("1亿元以上"), many("9800万元"))) == (FAILS, "BOUND001")


def test_sum_says_what_is_short_in_the_unit_of_the_total() -> None:
    verdict = Sum(o("4800万元", "总投资"), many("3000万元", "0.19亿元")).judge(Settings())
    assert verdict.working.startswith("3000万元 + 0.19亿元 = 4900万元")
    assert verdict.working.endswith("stated 4800万元: 100万元 short")
    assert "总投资4800万元" in verdict.message
    assert Sum(o("6人"), many("3人", "2人")).judge(Settings()).working == "3人 + 2人 = 5人; stated 6人: 1人 too much"


def test_sum_of_parts_that_are_not_said_to_be_all() -> None:
    assert judged(Sum(o("5人"), many("3人", "2人"), None)) == (HOLDS, "SUM001")
    for parts in (many("3人", "1人"), many("3人", "9人")):
        assert judged(Sum(o("5人"), parts, None)) == (UNKNOWN, "SUM001")
    assert judged(Sum(o("5人"), many("3人", "1人"), False)) == (HOLDS, "SUM002")
    assert judged(Sum(o("5人"), (), True))[0] is UNKNOWN
    assert judged(Sum(o("9.66公里"), many("6.004公里", "3.661公里"), False)) == (WITHIN, "SUM002")
    assert judged(Sum(o("9.66公里"), many("6.004公里", "3.664公里"), False)) == (OFF, "SUM003")
    assert judged(Sum(o("9.66公里"), many("6.004公里", "3.678公里"), False)) == (FAILS, "SUM002")


def test_sum_found_by_searching_is_weak_and_never_fails() -> None:
    verdict = Sum(o("5人"), many("3人", "2人"), searched=True).judge(Settings())
    assert (verdict.outcome, verdict.strength) == (HOLDS, "weak")
    assert judged(Sum(o("5人"), many("3人", "3人"), searched=True))[0] is UNKNOWN


def test_open_hedges_decide_only_what_they_exclude() -> None:
    assert judged(Sum(o("4800万元"), many("超3000万元", "1900万元")))[0] is FAILS
    assert judged(Sum(o("5800万元"), many("超3000万元", "1900万元")))[0] is UNKNOWN
    assert judged(Sum(o("超4800万元"), many("3000万元", "1900万元")))[0] is HOLDS
    assert judged(Sum(o("120人"), many("90人", "超45人"), False))[0] is FAILS
    assert judged(Sum(o("120人"), many("90人", "超4人"), False))[0] is UNKNOWN
    assert judged(Sum(o("超120人"), many("90人", "4人"), False))[0] is HOLDS
    assert judged(Rate(o("85%以上"), o("90户"), o("100户")))[0] is HOLDS
    assert judged(Rate(o("85%以上"), o("80户"), o("100户")))[0] is FAILS
    assert judged(Repeat(o("超300人"), o("320人")))[0] is HOLDS
    assert judged(Repeat(o("超300人"), o("280人")))[0] is FAILS
    assert judged(Repeat(o("超300人"), o("超200人")))[0] is HOLDS
    assert judged(Repeat(o("近50个"), o("48个")))[0] is HOLDS
    assert judged(Repeat(o("近50个"), o("52个")))[0] is FAILS


def test_truncation_is_no_fault_where_the_report_truncates() -> None:
    claim = Rate(o("95.66%"), o("287户"), o("300户"))
    assert judged(claim) == (OFF, "RATE003")
    assert judged(claim, Settings(rounding="truncate")) == (HOLDS, "RATE001")


def test_an_exact_target_narrows_the_rate() -> None:
    loose, exact = Rate(o("90.6%"), o("58公里"), o("64公里")), Rate(o("97.6%"), o("58.0公里"), o("64公里", exact=True))
    assert judged(loose)[0] is HOLDS
    assert judged(exact)[0] is FAILS


def test_impossible_rate_names_pairs_that_would_do() -> None:
    verdict = Rate(o("145.45%", "完成率"), o("60张")).judge(Settings())
    assert "41.25" in verdict.working
    assert "64/44" in verdict.hint
    assert judged(Rate(o("145%"), o("600张")))[0] is UNKNOWN
    assert judged(Rate(o("93.8%"), None, o("16处"))) == (WITHIN, "RATE002")
    assert judged(Rate(o("93.1%"), None, o("16处"))) == (FAILS, "RATE002")
    assert judged(Rate(o("约93.1%"), None, o("16处")))[0] is UNKNOWN
    assert judged(Rate(o("93.1%"), None, o("16公里")))[0] is UNKNOWN


def test_shares_may_be_off_by_their_rounding_and_no_more() -> None:
    assert judged(Shares(many("33.3%", "33.3%", "33.3%")))[0] is WITHIN
    assert judged(Shares(many("33.3%", "33.3%", "33.2%"))) == (OFF, "SHARE003")
    assert judged(Shares(many("33.3%", "33.3%", "33.1%"))) == (FAILS, "SHARE002")
    assert judged(Shares(many("58%", "49%"), exhaustive=None))[0] is UNKNOWN
    assert judged(Shares(many("30%", "32%"), o("62%"))) == (HOLDS, "SHARE002")
    assert judged(Shares(many("30%", "32%"), o("72%"))) == (FAILS, "SHARE002")
    assert judged(Shares(many("六成", "四成")))[0] is HOLDS


def test_growth_judges_each_relation_and_tells_the_worst() -> None:
    assert judged(Growth(o("250家"), o("265家"), o("15家"), o("6%"))) == (HOLDS, "GROWTH001")
    assert judged(Growth(o("250家"), o("265家"), o("51家"), o("6%"))) == (FAILS, "GROWTH001")
    assert judged(Growth(o("250家"), o("265家"), o("15家"), o("9%"))) == (FAILS, "GROWTH001")
    assert judged(Growth(None, o("146405人"), o("8348人"), o("6%"))) == (HOLDS, "GROWTH001")
    assert judged(Growth(o("250家")))[0] is UNKNOWN


def test_growth_knows_up_from_down() -> None:
    down = Growth(o("1200张"), o("1120张"), percent=o("6.67%"), direction=-1)
    assert judged(down) == (HOLDS, "GROWTH001")
    assert judged(Growth(o("1200张"), o("1120张"), percent=o("6.67%"), direction=0)) == (HOLDS, "GROWTH001")
    assert judged(Growth(o("1200张"), o("1120张"), percent=o("-6.67%"))) == (HOLDS, "GROWTH001")
    verdict = Growth(o("1200张"), o("1120张"), percent=o("6.67%")).judge(Settings())
    assert verdict.outcome is FAILS
    assert "减 for 增" in verdict.hint


def test_a_real_rate_is_never_judged() -> None:
    assert judged(Growth(o("250亿元"), o("265亿元"), percent=o("9%"), real=True))[0] is UNKNOWN


def test_growth_from_zero() -> None:
    assert judged(Growth(None, o("18件"), o("18件"), o("100%"))) == (FAILS, "GROWTH002")
    assert judged(Growth(o("0件"), o("0件"), percent=o("0%")))[0] is UNKNOWN
    rounded = Growth(o("0.00万元"), o("18.00万元"), percent=o("100%")).judge(Settings())
    assert (rounded.outcome, rounded.severity) == (FAILS, Severity.WARNING)


def test_points_and_percent() -> None:
    assert judged(Growth(o("850家"), o("880家"), points=o("3.5个百分点"))) == (FAILS, "GROWTH003")
    assert judged(Growth(o("85%"), o("88%"), percent=o("3.5%"))) == (HOLDS, "GROWTH001")
    assert judged(Growth(o("85.2%"), o("88.1%"), percent=o("2.9%"))) == (FAILS, "GROWTH003")
    assert judged(Growth(o("85.2%"), o("88.1%"), points=o("3.9个百分点"))) == (FAILS, "GROWTH001")
    assert judged(Growth(o("85%"), o("88%"), percent=o("3个百分点"))) == (HOLDS, "GROWTH001")
    assert judged(Difference(o("87%"), o("75%"), o("14%")))[0] is UNKNOWN
    assert judged(Difference(o("870家"), o("750家"), o("12个百分点"))) == (FAILS, "DIFF002")
    assert "12个百分点" in Difference(o("87%"), o("75%"), o("12%")).judge(Settings()).hint


def test_growth_without_a_base() -> None:
    verdict = Growth(None, o("137人"), percent=o("3.9%")).judge(Settings())
    assert "131 (4.5802%), 132 (3.7879%)" in verdict.hint
    # 130 people would make it 3.85 %: off in the last digit, not impossible.
    assert judged(Growth(None, o("135人"), percent=o("3.9%"))) == (OFF, "GROWTH005")
    assert judged(Growth(o("133人"), None, percent=o("3.9%"), direction=-1)) == (FAILS, "GROWTH004")
    assert judged(Growth(None, None, o("13人"), o("38.1%"))) == (FAILS, "GROWTH004")
    assert judged(Growth(None, None, o("8人"), o("38.1%"))) == (WITHIN, "GROWTH004")
    assert judged(Growth(None, o("135万人"), percent=o("3.9%")))[0] is UNKNOWN
    assert judged(Growth(None, o("13500人"), percent=o("3.9%")))[0] is UNKNOWN
    assert judged(Growth(None, o("5人"), percent=o("100%"), direction=-1))[0] is UNKNOWN


def test_what_grew_by_three_times_is_four_times_as_much() -> None:
    assert judged(Growth(o("12家"), o("36家"), percent=o("2倍")))[0] is HOLDS
    for times in ("3倍", "3.0倍"):
        verdict = Growth(o("12家"), o("36家"), percent=o(times)).judge(Settings())
        assert (verdict.outcome, verdict.severity) == (FAILS, Severity.WARNING)
        assert "是…倍" in verdict.hint
    assert judged(Growth(o("36家"), o("12家"), percent=o("3倍"), direction=-1))[0] is UNKNOWN


def test_difference_by_its_direction() -> None:
    assert judged(Difference(o("815万元"), o("860万元"), o("45万元"), -1))[0] is HOLDS
    assert judged(Difference(o("815万元"), o("860万元"), o("45万元"), 0))[0] is HOLDS
    verdict = Difference(o("815万元"), o("860万元"), o("45万元")).judge(Settings())
    assert verdict.outcome is FAILS
    assert "少 for 多" in verdict.hint


def test_average_over_the_base_that_is_written() -> None:
    assert judged(Average(o("1500元/亩"), o("225万元"), o("100公顷")))[0] is HOLDS
    assert judged(Average(o("人均1500元"), o("15万元"), o("100名")))[0] is HOLDS
    assert judged(Average(o("户均1500元"), o("15万元"), o("100人")))[0] is UNKNOWN
    assert judged(Average(o("1500元"), o("15万元"), o("0人")))[0] is UNKNOWN
    assert judged(Average(o("3.25次"), o("26次"), None))[0] is WITHIN
    assert judged(Average(o("3.25次"), o("27次"), None)) == (FAILS, "AVERAGE002")


def test_count_of_a_list() -> None:
    assert judged(Count(o("三个"), 3)) == (HOLDS, "COUNT001")
    assert judged(Count(o("三个"), 2)) == (FAILS, "COUNT001")
    assert judged(Count(o("7家"), 3, open=True)) == (WITHIN, "COUNT001")
    assert judged(Count(o("7家"), 8, open=True)) == (FAILS, "COUNT001")
    assert judged(Count(o("十余家"), 12)) == (HOLDS, "COUNT001")
    assert judged(Count(o("6项"), 5, parts=many("3项", "2项", "1项"))) == (FAILS, "COUNT001")
    assert judged(Count(o("6项"), 6, parts=many("3项", "2项", "1项"))) == (HOLDS, "COUNT001")
    assert judged(Count(o("6项")))[0] is UNKNOWN
    twice = Count(o("3个"), names=("东街", "南桥", "东街", "北苑")).judge(Settings())
    assert "东街" in twice.hint


def test_rank_in_its_scope() -> None:
    assert judged(Rank(o("并列第3"), o("3个")))[0] is HOLDS
    assert judged(Rank(o("前10"), o("8个")))[0] is UNKNOWN
    assert judged(Rank(o("第5")))[0] is UNKNOWN
    assert judged(Rank(o("第5"), o("5")))[0] is HOLDS
    assert "全市" in Rank(o("第6"), o("5个"), "全市").judge(Settings()).message


def test_ranges_with_a_unit_left_out() -> None:
    assert judged(Range(o("15"), o("30%")))[0] is HOLDS
    assert judged(Range(o("30"), o("15%"))) == (FAILS, "RANGE001")
    assert judged(Range(o("9"), o("16亿元")))[0] is HOLDS
    assert judged(Range(o("5000"), o("1.2万元")))[0] is UNKNOWN
    assert judged(Range(o("9000万元"), o("1.6亿元")))[0] is HOLDS


def test_periods() -> None:
    def period(start: str, end: str) -> tuple[Outcome, str]:
        return judged(Range.of_dates(parse_date(start), parse_date(end), label="管网改造"))

    assert period("2023-05", "2023-05") == (HOLDS, "RANGE002")
    assert period("2024年7月1日", "2024年6月30日") == (FAILS, "RANGE002")
    assert period("2023年7月", "9月") == (HOLDS, "RANGE002")
    assert period("2023年11月", "3月")[0] is UNKNOWN
    assert period("11月", "3月")[0] is UNKNOWN
    assert "管网改造" in Range.of_dates(parse_date("2024"), parse_date("2023"), label="管网改造").judge(Settings()).message


@pytest.mark.parametrize(
    ("limit", "value", "word", "wanted"),
    [
        ("100户", "100户", "超额完成", FAILS), ("100户", "101户", "超额完成", HOLDS), ("100.0万元", "100.0万元", "超额完成", WITHIN),
        ("100户", "100户", "完成", HOLDS), ("100户", "99户", "完成", FAILS), ("30万元", "31.2万元", "控制在", FAILS),
        ("85%以上", "84.6%", "", FAILS), ("85%以上", "85%", "", HOLDS), ("85%以上", "近90%", "", UNKNOWN), ("85%以上", "超90%", "", HOLDS),
        ("10%以内", "12%", "", FAILS), ("30万元", "31万元", "大约", UNKNOWN),
        ("12人", "13人", "持平", FAILS), ("12.0万元", "12.04万元", "持平", WITHIN), ("12.0万元", "12.3万元", "持平", FAILS),
    ],
)  # fmt: skip
def test_bounds(limit: str, value: str, word: str, wanted: Outcome) -> None:
    assert judged(Bound(o(limit), many(value), word))[0] is wanted


def test_a_bound_names_the_values_that_break_it() -> None:
    verdict = Bound(o("85%以上"), (o("91%", "培训完成率"), o("82.4%", "建设完成率"), o("70%", "验收率"))).judge(Settings())
    assert "建设完成率82.4%、验收率70%" in verdict.message
    assert "2.6个百分点, 15个百分点" in verdict.working


@pytest.mark.parametrize(
    ("steps", "wanted"),
    [
        (("（一）", "（二）", "（三）"), (HOLDS, "ENUM001")),
        (("1.", "2．", "3."), (HOLDS, "ENUM001")),
        (("1.", "2、"), (FAILS, "ENUM004")),
        (("二是", "三是"), (FAILS, "ENUM001")),
        (("首先", "最后"), (HOLDS, "ENUM001")),
        (("首先", "其次", "再次", "最后"), (HOLDS, "ENUM001")),
        (("其次", "最后"), (FAILS, "ENUM001")),
        (("首先", "最后", "其次"), (FAILS, "ENUM003")),
        (("首先", "其次", "其次"), (FAILS, "ENUM002")),
        (("第一，", "第二，", "第四，"), (FAILS, "ENUM001")),
        (("①", "②", "④"), (FAILS, "ENUM001")),
        (("一是",), (UNKNOWN, "ENUM001")),
        (("一是", "甲"), (UNKNOWN, "ENUM001")),
        ((*(f"{n}是" for n in "一二三四五六七八九"), "十是", "十一是", "十三是"), (FAILS, "ENUM001")),
    ],
)
def test_enumerations(steps: tuple[str, ...], wanted: tuple[Outcome, str]) -> None:
    assert judged(Enumeration(steps)) == wanted


def test_an_enumeration_names_the_step() -> None:
    assert "十二是" in Enumeration((*(f"{n}是" for n in "一二三四五六七八九"), "十是", "十一是", "十三是")).judge(Settings()).message
    assert "③" in Enumeration(("①", "②", "④")).judge(Settings()).message
    assert "（二）" in Enumeration(("（一）", "（三）")).judge(Settings()).message


def test_judging_is_fast() -> None:
    claims: tuple[Claim, ...] = (
        Sum(o("4900万元"), many("3000万元", "1800万元", "60万元", "40万元")), Rate(o("95.67%"), o("287户"), o("300户")),
        Rate(o("95.23%"), o("2190万元"), o("2300万元")), Growth(o("1200张"), o("1280张"), percent=o("6.67%")),
        Bound(o("85%以上"), many("87%", "91%", "85%")), Repeat(o("1.26亿元"), o("12600万元")), Rate(o("95.67%"), o("287户")),
        Count(o("3个"), names=("东街", "南桥", "北苑")),
    )  # fmt: skip
    start = time.process_time()
    for _ in range(125):
        for claim in claims:
            claim.judge(Settings())
    # A thousand claims; forty a report make 25 reports. Mostly a tenth of this.
    assert time.process_time() - start < 1.5
