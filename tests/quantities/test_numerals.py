"""Chinese numerals, both ways."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.errors import FigureError
from summarizer.quantities import from_chinese, half_width, is_chinese_numeral, to_chinese


@given(st.integers(0, 99_999_999))
@example(10)
@example(10_000_010)
@example(20_000_000)
@example(99_999_999)
def test_round_trip(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number


@given(st.integers(10**8, 10**16 - 1))
def test_round_trip_of_large_numbers(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number


def test_round_trip_of_all_small_numbers() -> None:
    written = [to_chinese(number) for number in range(12_000)]
    assert len(set(written)) == len(written)
    assert all(from_chinese(text) == number for number, text in enumerate(written))


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "零"), (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (105, "一百零五"), (110, "一百一十"),
     (1010, "一千零一十"), (12000, "一万二千"), (10001, "一万零一"), (100000, "十万"), (34560000, "三千四百五十六万"),
     (10**8, "一亿"), (10**8 + 5, "一亿零五"),
     (12 * 10**11, "一万二千亿")],
)  # fmt: skip
def test_written_form(number: int, written: str) -> None:
    assert to_chinese(number) == written


@pytest.mark.parametrize(
    ("written", "value"),
    [("两", 2), ("〇", 0), ("二〇二四", 2024), ("一点五", Fraction(3, 2)), ("一点二五亿", 125_000_000), ("两万零三", 20003),
     ("一万亿", 10**12), ("一千零十五", 1015), ("零点零五", Fraction(1, 20)), ("两百", 200)],
)  # fmt: skip
def test_reading(written: str, value: Fraction) -> None:
    assert from_chinese(written) == value


@pytest.mark.parametrize(
    "written",
    ["", "三四", "二三十", "一百二", "两万三", "十百", "万", "亿五", "一点", "点五", "一点十", "五元", "百十"],
)
def test_refused(written: str) -> None:
    assert not is_chinese_numeral(written)
    with pytest.raises(FigureError) as caught:
        from_chinese(written)
    assert caught.value.hint


def test_out_of_range() -> None:
    for number in (-1, 10**16):
        with pytest.raises(FigureError):
            to_chinese(number)


def test_half_width() -> None:
    assert half_width("１２，３４５．６％－") == "12,345.6%-"
