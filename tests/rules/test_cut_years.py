from __future__ import annotations

import pytest

from summarizer.rules import Context, run
from summarizer.rules.cut_years import cut_years


def found(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in cut_years(text)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("实施助学行动026年方案。", "026年"),
        ("图3 2021—205年粮食产量。", "205年"),
        ("（一）206年预算执行。", "206年"),
        ("2025年修路35公里。对照225年目标还差2公里。", "225年"),
        ("2024年修路35公里，20244年修路28公里。", "20244年"),
    ],
)
def test_a_year_with_another_number_of_digits_is_told(text: str, quote: str) -> None:
    assert found(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "2025年村里的银杏有225年历史。",
        "建党100年，建县305年。",
        "2025年累计工作18250年。",
        "历时2年，编号12025年版。",
        "距今3205年前，2025年发掘。",
        "完成投资1,205年内到位。",
    ],
)
def test_a_number_of_years_is_not(text: str) -> None:
    assert not found(text)


def test_the_rule_for_dates_tells_it_once() -> None:
    findings = list(run(Context(text="实施助学行动026年方案。2025年修路35公里，较204年增加3公里。\n"), ("date",)))
    assert sorted((finding.code, finding.quote) for finding in findings) == [("DATE001", "026年"), ("DATE001", "204年")]
