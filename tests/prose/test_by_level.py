"""Revenue by level of government is all of it, also behind a sentence with its kinds."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

FORMS = [
    ("财政总收入完成52360万元，增长6.1%。从级次看，上划中央收入21450万元，县级收入{}万元。", "30910", "39010"),
    ("财政总收入完成52360万元，其中税收40120万元，非税12240万元。分级次完成情况：中央级21450万元，县级{}万元。", "30910", "30190"),
    (
        (
            "财政总收入完成52360万元，占年初预算98000万元的53.4%。其中：税收收入40120万元，占年初预算80000万元的50.2%；"
            "非税收入12240万元，占年初预算18000万元的68.0%。按级次分：上划中央收入21450万元，县级收入{}万元。"
        ),
        "30910",
        "39010",
    ),
    (
        "一般公共预算收入完成30910万元，增长6.1%。其中：税收收入20120万元，占65.1%。分部门看：税务部门完成20120万元，财政部门完成{}万元。",
        "10790",
        "17090",
    ),
]


@pytest.mark.parametrize(("text", "true", "altered"), FORMS)
def test_by_level(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "sum")
    assert accused(text.format(altered), "sum")


def test_a_level_of_a_part() -> None:
    assert silent("财政总收入完成52360万元。其中：税收收入40120万元，增长3%。分级次看：中央级21450万元，县级18670万元。")
