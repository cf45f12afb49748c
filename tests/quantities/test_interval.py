"""The algebra of intervals."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from summarizer.quantities import Interval

F = Fraction
values = st.fractions(-50, 50, max_denominator=12)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(values), draw(values)))
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    if low == high:
        low_open = high_open = False
    kind = draw(st.integers(0, 7))
    return Interval(None if kind in (0, 1) else low, None if kind in (1, 2) else high, low_open, high_open)


@st.composite
def with_member(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    interval = draw(intervals())
    low = interval.low if interval.low is not None else (interval.high or F(0)) - 100
    high = interval.high if interval.high is not None else (interval.low or F(0)) + 100
    value = low + (high - low) * draw(st.fractions(0, 1, max_denominator=16))
    assume(interval.contains(value))
    return interval, value


@given(with_member(), with_member())
def test_results_hold_the_results_of_members(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]) -> None:
    (a, x), (b, y) = one, other
    assert (a + b).contains(x + y)
    assert (a - b).contains(x - y)
    assert (a * b).contains(x * y)
    assert a.hull(b).contains(x)
    assert a.hull(b).contains(y)
    if y:
        assert (a / b).contains(x / y)


@given(intervals(), intervals())
def test_commutative_operations(a: Interval, b: Interval) -> None:
    assert a + b == b + a
    assert a * b == b * a
    assert a.hull(b) == b.hull(a)
    assert a.intersection(b) == b.intersection(a)
    assert a.meets(b) is b.meets(a)


@given(intervals(), intervals(), intervals())
def test_associative_operations(a: Interval, b: Interval, c: Interval) -> None:
    assert (a + b) + c == a + (b + c)
    assert (a * b) * c == a * (b * c)


@given(intervals(), intervals(), values)
def test_scale_invariance(a: Interval, b: Interval, factor: Fraction) -> None:
    assume(factor)
    assert (a + b).scale(factor) == a.scale(factor) + b.scale(factor)
    assert a.scale(factor).scale(1 / factor) == a
    assert a.meets(b) is a.scale(factor).meets(b.scale(factor))
    assert a.scale(-1) == -a
    if not b.contains(0):
        assert a.scale(factor) / b.scale(factor) == a / b


@given(with_member(), intervals())
def test_an_intersection_holds_what_both_hold(one: tuple[Interval, Fraction], b: Interval) -> None:
    a, x = one
    common = a.intersection(b)
    assert (common is not None and common.contains(x)) is b.contains(x)
    if common is not None:
        assert a.contains(common)
        assert b.contains(common)


@given(intervals(), intervals())
def test_containment_of_intervals(a: Interval, b: Interval) -> None:
    assert a.contains(b) is (a.intersection(b) == b)


@given(intervals())
def test_integers_are_exactly_those_inside(a: Interval) -> None:
    whole = a.integers()
    if whole is None:
        assert a.width is None
        return
    assert list(whole) == [n for n in range(-60, 60) if n in a]


def test_ends() -> None:
    assert Interval(F(0), F(1), high_open=True) * Interval(F(1), F(2)) == Interval(F(0), F(2), high_open=True)
    assert Interval(F(0), F(1), low_open=True) * Interval(F(1), None) == Interval(F(0), None, low_open=True)
    assert Interval.point(0) * Interval.whole() == Interval.point(0)
    assert Interval(F(1), F(2)) / Interval(F(4), None) == Interval(F(0), F(1, 2), low_open=True)
    assert Interval.point(1) / Interval(F(0), F(2), low_open=True) == Interval(F(1, 2), None)
    assert Interval.point(1) / Interval(F(-1), F(2)) == Interval.whole()
    assert Interval.point(1) / Interval.point(0) == Interval.whole()


def test_touching_ends_meet_only_if_closed() -> None:
    assert Interval(F(0), F(1)).meets(Interval(F(1), F(2)))
    assert not Interval(F(0), F(1), high_open=True).meets(Interval(F(1), F(2)))
    assert Interval(F(0), None).intersection(Interval(None, F(0))) == Interval.point(0)


def test_plain_numbers_take_part() -> None:
    a = Interval(F(1), F(2))
    assert a + 1 == 1 + a == Interval(F(2), F(3))
    assert 1 - a == Interval(F(-1), F(0))
    assert 2 * a == a * 2 == a.scale(2)
    assert 1 / a == Interval(F(1, 2), F(1))
    assert a.width == 1
    assert Interval.whole().width is None
    assert not Interval(1, 2).is_point  # type: ignore[arg-type]
    assert isinstance((1 / Interval(1, 2)).low, Fraction)  # type: ignore[arg-type]


@pytest.mark.parametrize(("low", "high", "low_open"), [(F(2), F(1), False), (F(1), F(1), True)])
def test_nothing_is_no_interval(low: Fraction, high: Fraction, low_open: bool) -> None:
    with pytest.raises(ValueError, match="nothing"):
        Interval(low, high, low_open)


def test_written() -> None:
    assert str(Interval(F(1, 2), F(3), high_open=True)) == "[1/2, 3)"
    assert str(Interval(None, F(3))) == "(-∞, 3]"
    assert str(Interval(F(3), None, low_open=True)) == "(3, ∞)"
