"""Dates and periods."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import FigureError, Position
from summarizer.quantities import parse_date


@pytest.mark.parametrize(
    ("text", "display", "first", "last", "iso"),
    [
        ("2024", "2024年", "2024-01-01", "2024-12-31", "2024"),
        ("2024-07", "2024年7月", "2024-07-01", "2024-07-31", "2024-07"),
        ("2024-07-31", "2024年7月31日", "2024-07-31", "2024-07-31", "2024-07-31"),
        ("2024/7/5", "2024年7月5日", "2024-07-05", "2024-07-05", "2024-07-05"),
        ("2024年", "2024年", "2024-01-01", "2024-12-31", "2024"),
        ("2024年2月", "2024年2月", "2024-02-01", "2024-02-29", "2024-02"),
        ("2024年7月份", "2024年7月份", "2024-07-01", "2024-07-31", "2024-07"),
        ("2024年7月31日", "2024年7月31日", "2024-07-31", "2024-07-31", "2024-07-31"),
        ("二〇二四年七月三十一日", "二〇二四年七月三十一日", "2024-07-31", "2024-07-31", "2024-07-31"),
        ("２０２４年７月", "２０２４年７月", "2024-07-01", "2024-07-31", "2024-07"),
        ("2023年三季度", "2023年三季度", "2023-07-01", "2023-09-30", ""),
        ("2023年第2季度", "2023年第2季度", "2023-04-01", "2023-06-30", ""),
        ("2023年前三季度", "2023年前三季度", "2023-01-01", "2023-09-30", ""),
        ("2023年三季度末", "2023年三季度末", "2023-09-01", "2023-09-30", ""),
        ("2023年上半年", "2023年上半年", "2023-01-01", "2023-06-30", ""),
        ("2023年下半年", "2023年下半年", "2023-07-01", "2023-12-31", ""),
        ("2024年底", "2024年底", "2024-12-01", "2024-12-31", ""),
        ("2024年末", "2024年末", "2024-12-01", "2024-12-31", ""),
        ("2024年内", "2024年内", "2024-01-01", "2024-12-31", ""),
        ("2024年7月上旬", "2024年7月上旬", "2024-07-01", "2024-07-10", ""),
        ("2024年7月中旬", "2024年7月中旬", "2024-07-11", "2024-07-20", ""),
        ("2023年2月下旬", "2023年2月下旬", "2023-02-21", "2023-02-28", ""),
        ("2024年7月底", "2024年7月底", "2024-07-21", "2024-07-31", ""),
        ("2024年1—7月", "2024年1—7月", "2024-01-01", "2024-07-31", ""),
        ("2024年1-11月份", "2024年1-11月份", "2024-01-01", "2024-11-30", ""),
    ],
)
def test_with_a_year(text: str, display: str, first: str, last: str, iso: str) -> None:
    found = parse_date(text)
    assert (found.text, found.display, str(found), found.iso) == (text, display, display, iso)
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "last"),
    [("7月", "2024-07-31"), ("7月份", "2024-07-31"), ("2月29日", "2024-02-29"), ("三季度", "2024-09-30"), ("第三季度", "2024-09-30"),
     ("上半年", "2024-06-30"), ("下半年", "2024-12-31"), ("年底", "2024-12-31"), ("年末", "2024-12-31"), ("年内", "2024-12-31"),
     ("全年", "2024-12-31"), ("11月下旬", "2024-11-30"), ("前三季度", "2024-09-30"), ("1至9月", "2024-09-30")],
)  # fmt: skip
def test_without_a_year(text: str, last: str) -> None:
    found = parse_date(text)
    assert found.year is found.first is found.last is None
    assert found.iso == ""
    assert str(found.in_year(2024).last) == last
    assert found.in_year(2024).in_year(2020).year == 2024


@pytest.mark.parametrize(
    "text", ["13月", "111月份", "0月", "2月30日", "2023年2月29日", "2023-13", "2023-02-30", "2023-00", "0000", "4月31日", "一三月"]
)
def test_impossible(text: str) -> None:
    with pytest.raises(FigureError, match="impossible") as caught:
        parse_date(text, Position("a.yaml", 2))
    assert caught.value.written == text
    assert caught.value.hint
    assert caught.value.where == Position("a.yaml", 2)


def test_a_leap_day_needs_its_year() -> None:
    with pytest.raises(FigureError):
        parse_date("2月29日").in_year(2023)


@pytest.mark.parametrize("text", ["", "去年", "24年7月", "2024年7", "五季度", "2024-07-31-01", "2024-07/31", "12.5", "1" * 10**6, "٢٠٢٤"])
def test_not_a_date(text: str) -> None:
    with pytest.raises(FigureError) as caught:
        parse_date(text)
    assert len(caught.value.written or "") <= 40
    assert caught.value.hint


@given(st.dates(date(1000, 1, 1)))
def test_every_day(day: date) -> None:
    for text in (day.isoformat(), f"{day.year}年{day.month}月{day.day}日"):
        found = parse_date(text)
        assert found.first == found.last == day
        assert found.iso == day.isoformat()


@given(st.integers(1000, 9998), st.integers(1, 12))
def test_periods_leave_no_gap(year: int, month: int) -> None:
    last = parse_date(f"{year}年{month}月").last
    following = parse_date(f"{year + month // 12}年{month % 12 + 1}月").first
    assert last is not None
    assert last + timedelta(days=1) == following
