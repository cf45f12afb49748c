"""Scores are what their points make, without what was taken off."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

TAKEN = [
    ("柳林镇年度考核综合得分{}分：基础分46.0分（满分50分），业务分38.5分（满分40分），加分项8.0分，因信息漏报扣1.0分。", "91.5", "92.5"),
    ("经评定，水务局得分{}分，其中共性指标得分38.2分、个性指标得分47.6分，减分项2.0分。", "83.8", "87.8"),
    ("考核总分{}分（党建28.5分、业务56.0分、加分6.0分、扣分1.5分）。", "89.0", "98.0"),
]
GIVEN = [
    ("绩效自评得分{}分，其中：项目决策19.0分，过程管理18.6分，产出指标39.2分，效益指标19.6分。", "96.4", "94.6"),
    ("自评总分{}分（决策20分、过程19分、产出29分、效益29分）。", "97", "79"),
]


@pytest.mark.parametrize(("text", "true", "altered"), TAKEN)
def test_what_is_taken_off(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "difference")
    assert len(accused(text.format(altered), "difference")) == 1


@pytest.mark.parametrize(("text", "true", "altered"), GIVEN)
def test_what_is_given(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "sum")
    assert len(accused(text.format(altered), "sum")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "考核得分92.3分，比上年提高1.5分，列全市第3位。",
        "测评得分88.6分，其中城区得分90.2分，乡镇得分87.1分。",
        "年度考核得分86.5分，其中党建18.5分，安全生产9.6分，加分项3.0分。",
        "综合得分91分，平均分86分，最高分95分。",
    ],
)
def test_true_scores(text: str) -> None:
    assert silent(text)
