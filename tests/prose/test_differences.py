from __future__ import annotations

import pytest
from judging import accused, silent, stands

from summarizer.findings import Severity


@pytest.mark.parametrize(
    "text",
    [
        "基金收入12.4亿元，支出10.8亿元，当期结余1.6亿元。",
        "基金收入12.4亿元，其中缴费收入9亿元。支出10.8亿元，其中待遇支出10亿元。当年结余1.6亿元。",
        "水费基金收入6.25亿元（用户缴费2.05亿元、财政补贴4.2亿元），支出5.93亿元，当期结余0.32亿元。",
        "收入完成34.6亿元；支出完成35.0亿元。当年收支赤字4000万元，加上上年结余5.2亿元，年末滚存结余4.8亿元。",
        "受理947件，办结702件，尚有未结案245件。",
        "送审金额4.6亿元，审定金额4.2亿元，核减0.4亿元。",
        "计划招聘120人，实际招聘104人，少16人。",
        "失业率控制在3.1%，比年度目标4%低0.9个百分点。",
        "1—10月完成投资52亿元，占年度计划的97.2%，超过时间进度13.9个百分点。",
        "上半年完成年度计划的46%，欠进度4%。",
        "前三季度完成年度计划的80%，快于序时进度5个百分点。",
    ],
)
def test_differences_are_found(text: str) -> None:
    assert stands(text, "difference")


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("失业率控制在3.1%，比年度目标4%低1.2个百分点。", Severity.ERROR),
        ("一季度完成年度计划的30%，超序时进度8个百分点。", Severity.ERROR),
        ("基金收入12.4亿元，支出10.8亿元，当期结余2.6亿元。", Severity.WARNING),
        ("受理947件，办结702件，剩余260件。", Severity.WARNING),
        ("水费基金收入6.25亿元（用户缴费2.05亿元、财政补贴4.2亿元），支出5.93亿元，当期结余0.32万元。", Severity.WARNING),
        ("水费收入3280万元（含罚款60万元），支出3095万元（含管护900万元、检修460万元），结余158万元。", Severity.WARNING),
    ],
)
def test_wrong_differences(text: str, severity: Severity) -> None:
    assert accused(text, "difference") == [severity]


@pytest.mark.parametrize(
    "text",
    [
        "水费收入3280万元（另收罚款20万元），支出3095万元，结余205万元。",
        "水费收入3280万元（用户2100万元、财政1180万元），支出3095万元（不含检修60万元），结余125万元。",
        "周转天数341.6天，比上年末减少28.4天；存货周转8.3天，比上年减少1.2天。",
        "保险基金收入5亿元，支出4亿元，滚存结余30亿元。",
        "工作进展顺利，占年度计划的30%，超序时进度8个百分点。",
    ],
)
def test_what_must_stay_silent(text: str) -> None:
    assert silent(text)


def test_ahead_of_a_pace_that_is_stated() -> None:
    assert accused("完成率87%，序时进度75%，超序时进度21个百分点。", "difference") == [Severity.WARNING]
    assert accused("完成率87%，序时进度75%，超序时进度12%。", "difference") == [Severity.WARNING]
    assert stands("完成率87%，序时进度75%，超序时进度12个百分点。", "difference") == 1
