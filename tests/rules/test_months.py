"""Months of which a sign was lost, spans of months that run backwards, and one year in the place of two."""

from __future__ import annotations

import pytest

from summarizer.rules import Context, run


def told(text: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in run(Context(text=text, path="a.txt"), ("date",))]


@pytest.mark.parametrize("form", ["{}，全县新建水渠36公里。", "今年{}新建水渠36公里。", "截至{}，新建水渠36公里。",
"2023年{}新建水渠36公里。"])
@pytest.mark.parametrize("month", ["13月", "15月", "16月份", "19月", "110月", "112月"])
def test_no_such_month(form: str, month: str) -> None:
    assert any(quote in form.format(month) and month[:2] in quote for quote in told(form.format(month)))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("5—3月新建水渠36公里。", "5—3月"),
        ("今年6月至4月供水36万吨。", "6月至4月"),
        ("9-7月供水36万吨。", "9-7月"),
        ("2019、2019年水费收入分别为3万元、4万元。", "2019、2019年"),
        ("2021年和2021年分别新建水闸3座、4座。", "2021年和2021年"),
    ],
)
def test_turned_or_twice(text: str, quote: str) -> None:
    assert told(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "1—12月供水36万吨。", "11—3月为枯水期。", "工程历时18月。", "第36月龄羔羊。", "试点期15月。", "租金按24月租期计。",
        "2021年、2022年各修1座。",
        "2021年和2021年上半年水费持平。", "12月，1月，10月。",
    ],
)  # fmt: skip
def test_right_months(text: str) -> None:
    assert not told(text)
