"""A mean over days before the total of its period."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

FORMS = [
    ("全县日均清运生活垃圾180吨（县城95吨，乡镇85吨），全年累计清运{}万吨，处理率100%。", "6.57", "5.67"),
    ("污水厂平均每天处理污水2.41万吨，上半年共处理{}万吨，出水达标率100%。", "436.2", "463.2"),
    ("政务大厅日均受理事项1240件，全年受理{}万件，办结率99%。", "45.26", "54.26"),
]


@pytest.mark.parametrize(("text", "true", "altered"), FORMS)
def test_the_total_behind(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "average")
    assert accused(text.format(altered), "average")


@pytest.mark.parametrize(
    "text",
    [
        "假日期间日均接待游客3200人次，全年接待58.4万人次。",
        "厂区日均处理能力3.2万吨，全年处理污水826万吨。",
        "日均供水3.2万吨，全年供电1268万千瓦时。",
    ],
)
def test_true_means(text: str) -> None:
    assert silent(text)
