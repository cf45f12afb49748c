"""Intervals line by line, conversion and arithmetic."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from summarizer.errors import FigureError
from summarizer.quantities import Hedge, Interval, Quantity, add, format_quantity, parse, ratio, round_to, scale_by, subtract
from summarizer.quantities.units import _CLOSED, convert_factor, unit

F = Fraction


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("81%", Interval(F(161, 2), F(163, 2))),
        ("11.95亿元", Interval(F(1194500000), F(1195500000))),
        ("12.50万元", Interval(F(124950), F(125050))),
        ("60张", Interval.point(60)),
        ("6万张", Interval(F(55000), F(65000))),
        ("第3名", Interval.point(3)),
        ("约4116万元", Interval(F(39102000), F(43218000))),
        ("4116万元左右", Interval(F(39102000), F(43218000))),
        ("约4%", Interval(F(7, 2), F(9, 2))),
        ("356万余元", Interval(F(3560000), F(3570000), low_open=True)),
        ("16000多平方米", Interval(F(16000), F(17000), low_open=True)),
        ("二十余家", Interval(F(20), F(30), low_open=True)),
        ("20余万元", Interval(F(200000), F(300000), low_open=True)),
        ("1.50余万元", Interval(F(15000), F(16000), low_open=True)),
        ("超50个", Interval(F(50), None, low_open=True)),
        ("超过50个", Interval(F(50), None, low_open=True)),
        ("逾50个", Interval(F(50), None, low_open=True)),
        ("近50个", Interval(F(40), F(50), high_open=True)),
        ("近4520户", Interval(F(4510), F(4520), high_open=True)),
        ("不足50个", Interval(None, F(50), high_open=True)),
        ("不到50个", Interval(None, F(50), high_open=True)),
        ("85%以上", Interval(F(85), None)),
        ("不少于85%", Interval(F(85), None)),
        ("至少85%", Interval(F(85), None)),
        ("85%以下", Interval(None, F(85))),
        ("85%以内", Interval(None, F(85))),
        ("最多85%", Interval(None, F(85))),
        ("-3%", Interval(F(-7, 2), F(-5, 2))),
    ],
)
def test_the_table_of_intervals(text: str, interval: Interval) -> None:
    assert parse(text).interval() == interval


def test_truncation_and_targets() -> None:
    assert parse("81%").interval("truncate") == Interval(F(81), F(82), high_open=True)
    assert parse("-81%").interval("truncate") == Interval(F(-82), F(-81), low_open=True)
    assert parse("60张").interval("truncate") == Interval.point(60)
    assert parse("1.2亿元").interval(exact=True) == Interval.point(120000000)
    assert parse("60张以上").interval(exact=True) == Interval(F(60), None)


@pytest.mark.parametrize(
    ("text", "target", "result"),
    [
        ("11.95亿元", "万元", "119500万元"),
        ("119500万元", "亿元", "11.95亿元"),
        ("3000元", "万元", "0.3万元"),
        ("2公顷", "亩", "30亩"),
        ("30亩", "公顷", "2公顷"),
        ("1亩", "平方米", "666.67平方米"),
        ("3平方公里", "公顷", "300公顷"),
        ("1.5公里", "米", "1500米"),
        ("2吨", "公斤", "2000公斤"),
        ("5‰", "%", "0.5%"),
        ("2年", "个月", "24个月"),
        ("36小时", "天", "1.5天"),
        ("约30万元/年", "元", "约300000元/年"),
        ("356万余元", "元", "3560000余元"),
    ],
)
def test_conversion(text: str, target: str, result: str) -> None:
    converted = parse(text).convert(target)
    assert converted.text == result
    assert converted.hedge is parse(text).hedge


def test_conversion_keeps_value_and_interval_exact() -> None:
    mu = parse("1亩").convert("平方米")
    assert mu.value == F(2000, 3)
    assert mu.interval() == parse("1亩").interval().scale(F(2000, 3))
    people = parse("1.5万人").convert("人")
    assert people.text == "15000人"
    assert not people.is_count
    assert people.interval() == parse("1.5万人").interval()
    assert parse("356万余元").convert("亿元").interval() == parse("356万余元").interval()


def test_conversion_with_decimals_rounds_the_figure() -> None:
    rounded = parse("11.956亿元").convert("亿元", 1)
    assert (rounded.text, rounded.value) == ("12.0亿元", 1200000000)
    assert rounded.interval() == parse("12.0亿元").interval()


@pytest.mark.parametrize(
    ("text", "target"),
    [("5%", "个百分点"), ("1.5个百分点", "%"), ("3元", "平方米"), ("2年", "天"), ("60张", "人"), ("3美元", "元"), ("第1名", "名")],
)
def test_nothing_converts_across_dimensions(text: str, target: str) -> None:
    with pytest.raises(FigureError) as caught:
        parse(text).convert(target)
    assert caught.value.written == text
    assert caught.value.hint


@given(st.sampled_from(sorted(_CLOSED)), st.data())
def test_every_unit_converts_there_and_back_exactly(dimension: str, data: st.DataObject) -> None:
    names = st.sampled_from(sorted(_CLOSED[dimension]))
    one, other = unit(data.draw(names)), unit(data.draw(names))
    figure = parse(f"{data.draw(st.integers(1, 10**6))}{one.name}" if one.name[0] != "千" else f"7{one.name}")
    there = figure.convert(other.name)
    assert there.convert(one.name).value == figure.value
    assert there.interval() == figure.interval().scale(convert_factor(one, other))


@pytest.mark.parametrize(
    ("texts", "result"),
    [
        (["3000万元", "1900万元"], "4900万元"),
        (["1.2亿元", "300万元"], "1.23亿元"),
        (["9000元", "1.5万元"], "2.4万元"),
        (["1.50亿元", "2.50亿元"], "4.00亿元"),
        (["60张", "40张"], "100张"),
        (["1公顷", "1亩"], "16亩"),
        (["约300万元", "200万元"], "约500万元"),
        (["5亿元", "3元"], "500000003元"),
        (["12%", "1.5%"], "13.5%"),
        (["20万元/年", "每年10万元"], "30万元/年"),
    ],
)
def test_sums(texts: list[str], result: str) -> None:
    total = add(parse(text) for text in texts)
    assert total.text == result
    assert total.value == parse(result).value
    assert total.interval() == parse(result).interval()


def test_a_sum_is_the_figure_its_text_says() -> None:
    assert add([parse("3000万元"), parse("1900万元")]) == parse("4900万元")


def test_differences() -> None:
    assert subtract(parse("5亿元"), parse("3.2亿元")).text == "1.8亿元"
    assert subtract(parse("300万元"), parse("500万元")).text == "-200万元"
    assert subtract(parse("85%"), parse("80.5%")).text == "4.5个百分点"
    assert subtract(parse("1.2亿元"), parse("约3000万元")).hedge is Hedge.ABOUT


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "result"),
    [("60张", "55张", 2, "109.09%"), ("1亿元", "8000万元", 0, "125%"), ("1户", "8户", 2, "12.50%"), ("1户", "8户", 1, "12.5%"),
     ("45件", "1000件", 0, "5%"), ("约50万元", "200万元", 0, "约25%"), ("1公顷", "30亩", 1, "50.0%")],
)  # fmt: skip
def test_ratios_round_half_up(part: str, whole: str, decimals: int, result: str) -> None:
    assert ratio(parse(part), parse(whole), decimals).text == result


def test_ratio_truncates_on_request() -> None:
    assert ratio(parse("2户"), parse("3户"), 1, "truncate").text == "66.6%"
    assert ratio(parse("2户"), parse("3户"), 1).text == "66.7%"


def test_scale_by() -> None:
    assert scale_by(parse("1.50亿元"), 2).text == "3.00亿元"
    assert scale_by(parse("约5万人"), F(1, 4)).text == "约1.25万人"
    assert scale_by(parse("10元"), F(1, 3), 2).text == "3.33元"
    with pytest.raises(FigureError, match="exact"):
        scale_by(parse("10元"), F(1, 3))


@pytest.mark.parametrize(
    ("one", "other"), [("5%", "1个百分点"), ("5元", "5亩"), ("5元", "第1名"), ("5元", "5元/年"), ("60张", "60人"), ("3", "3元")]
)
def test_arithmetic_never_mixes(one: str, other: str) -> None:
    a, b = parse(one), parse(other)
    for operation in (lambda: add([a, b]), lambda: subtract(a, b), lambda: ratio(a, b)):
        with pytest.raises(FigureError) as caught:
            operation()
        assert caught.value.hint
    assert not a.same_dimension(b)


def test_arithmetic_refuses_blanks_zero_and_nothing() -> None:
    for operation in (
        lambda: add([]),
        lambda: add([parse("5元"), Quantity.blank()]),
        lambda: ratio(parse("5元"), parse("0元")),
        lambda: Quantity.blank().convert("元"),
    ):
        with pytest.raises(FigureError):
            operation()


def test_format_quantity() -> None:
    assert format_quantity(F(1195000000), "元", "亿", 2) == "11.95亿元"
    assert format_quantity(F(25, 10), "%", decimals=0) == "3%"
    assert format_quantity(F(-25, 10), "%", decimals=0) == "-3%"
    assert format_quantity(F(29, 10), "%", decimals=0, rounding="truncate") == "2%"
    assert format_quantity(F(-1, 100), "%", decimals=1) == "0.0%"


@given(st.fractions(), st.integers(0, 5))
def test_rounding_is_within_half_a_unit(value: Fraction, decimals: int) -> None:
    assert abs(round_to(value, decimals) - value) <= F(1, 2 * 10**decimals)
    cut = round_to(value, decimals, "truncate")
    assert abs(cut) <= abs(value) < abs(cut) + F(1, 10**decimals)


money = st.builds(lambda n, d, s: parse(f"{n}.{d}{s}元"), st.integers(0, 10**5), st.integers(0, 99), st.sampled_from(["", "万", "亿"]))


@given(st.lists(money, min_size=1, max_size=4))
def test_sums_are_exact_and_commute(operands: list[Quantity]) -> None:
    total = add(operands)
    assert total.value == sum(q.value for q in operands) == parse(total.text).value
    assert all(add(order).text == total.text for order in permutations(operands))


@given(money, money)
def test_subtraction_undoes_addition(a: Quantity, b: Quantity) -> None:
    assert subtract(add([a, b]), b).value == a.value


@given(money, money, st.integers(0, 4))
def test_a_ratio_lies_in_the_interval_of_its_operands(a: Quantity, b: Quantity, decimals: int) -> None:
    assume(b.value)
    assert ratio(a, b, decimals).interval().meets((a.interval() / b.interval()).scale(100))
