"""Days without 日, months without 月, and dates that are one number."""

from __future__ import annotations

import pytest

from summarizer.rules import Context, run


def told(text: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in run(Context(text=text, path="a.txt"), ("date", "wording"))]


@pytest.mark.parametrize("day", ["6月20", "12月1", "1月31"])
@pytest.mark.parametrize("form", ["截至{}，供水36户。", "水闸于{}召开验收会。", "2023年{}前完成清淤。", "自{}起供水。", "{}，水闸开工。"])
def test_no_day(form: str, day: str) -> None:
    assert told(form.format(day)) == [day]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("截至12底，接入管网36公里。", "12底"), ("到2023年9底完成清淤。", "9底"), ("截至2023年6末，共供水36户。", "6末"),
        ("2023年1-6份，发放补贴36万元。", "1-6份"), ("水费从2022年3份起调整。", "3份"), ("公开日期：2023926。", "2023926"),
        ("比204年末增加3户。", "204年"), ("截至204年末，供水36户。", "204年"),
    ],
)  # fmt: skip
def test_no_month(text: str, quote: str) -> None:
    assert told(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "5月16日，供水。3月15晚会。", "每月20前缴费。", "1—9月12个泵站停用。", "8月10至17日停水。",
        "共12份，已归档。", "印发2023年年报3份。",
        "年底前完成。", "公开日期：20230926。", "建闸至今200年。", "打到井底，出水。", "水深12米至底部。",
    ],
)  # fmt: skip
def test_right_dates(text: str) -> None:
    assert told(text) == []
