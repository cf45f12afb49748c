from __future__ import annotations

import pytest
from judging import accused, outcomes, silent, stands

from summarizer.claims.base import Outcome
from summarizer.findings import Severity


@pytest.mark.parametrize(
    "text",
    [
        "全年计划投资12.5亿元，实际完成10.9亿元，占年计划的87.2%。",
        "完成改造198公里，占目标任务240公里的82.5%。",
        "到位资金6.3亿元，完成全年5亿目标任务的126%。",
        "开工45项，完成年度目标任务（60项）的75%。",
        "年初下达任务5000户。截至11月底，已改厕4500户，完成任务的90%。",
        "共受理投诉860件，办结845件，办结率98.26%。",
        "46个新建项目已开工44个，开工率95.65%。",
        "收入预算为118亿元，支出预算为106.5亿元。实际完成收入117.3亿元，为年初预算的99.4%；实际完成支出111.4亿元，为年初预算的104.6%。",
        "支出预算由86亿元调整为92亿元。支出完成90亿元，为预算的97.8%。",
        "年初预算86亿元，调整预算92亿元，完成90亿元，为年初预算的104.7%。",
        "目标任务5000户，已改厕4500户，其中无害化3000户，完成率90%。",
        "改厕4500户（年任务5000户），完成率90%。",
        "预算收入50亿元，实际完成52.4亿元，超收2.4亿元，为预算的104.8%。",
        "抽检食品1200批次，合格1176批次，合格率98%。",
        "城镇人口30.2万人，常住人口50万人。其中：城镇人口30.2万人。城镇化率60.4%。",
    ],
)
def test_a_rate_finds_its_actual_and_its_target(text: str) -> None:
    assert stands(text, "rate")


def test_districts_alternate_target_and_actual() -> None:
    assert stands("各地情况：东区目标800人完成880人（110%），西区600人完成540人（90%），南区500人完成650人（130%）。", "rate") == 3
    assert accused("各地情况：东区目标800人完成880人（110%），西区600人完成540人（70%）。", "rate") == [Severity.ERROR]
    assert stands("东区计划800个，开工760个，开工率95%；西区600个，开工540个，开工率90%。", "rate") == 2


def test_a_clean_mismatch_is_an_error() -> None:
    assert accused("年度目标80户，已完成76户，完成率90%。", "rate") == [Severity.ERROR]


def test_a_target_from_an_earlier_sentence_is_only_a_likely_one() -> None:
    assert accused("年度计划投资60亿元。1—8月完成投资45亿元，占年度计划的65%。", "rate") == [Severity.WARNING]


def test_the_part_of_a_total_has_a_plan_of_its_own() -> None:
    text = "年度计划投资60亿元。完成投资45亿元，占年度计划的75%。其中30个续建项目完成投资20亿元，占年度计划的80%。"
    assert outcomes(text, "rate") == [Outcome.HOLDS]


def test_whole_numbers_decide_where_the_target_is_not_given() -> None:
    assert accused("新增护理床位60张，完成率145.45%。", "rate") == [Severity.ERROR]
    assert stands("新增护理床位64张，完成率145.45%。", "rate")


def test_a_count_before_a_rate_may_be_the_target() -> None:
    assert silent("受理诉求40件，办结率97.5%。")


@pytest.mark.parametrize(
    "text",
    [
        "计划总投资50亿元，今年完成投资10亿元，占年度计划的95%。",
        "一季度目标完成10亿元，实际完成11亿元，占全年目标的22%。",
        "改造小区48个、惠及6213户，完成年度计划的96.35%。",
        "民生支出24亿元，占一般公共预算支出的80%。",
        "三个项目完成投资3000万元、1900万元、3800万元，分别完成年度计划的81%、95%、95%。",
        "新收案件6520件，旧存430件，审结6580件，结案率94.68%。",
        "全年任务3200套，已开工3100套，开工率96.9%，基本建成2400套，基本建成率120%。",
    ],
)
def test_what_must_stay_silent(text: str) -> None:
    assert silent(text)


def test_series_of_targets_actuals_and_rates() -> None:
    assert stands("东西两区目标分别为800人、600人，实际完成880人、540人，完成率分别为110%、90%。", "rate") == 2
    assert accused("东西两区目标分别为800人、600人，实际完成880人、540人，完成率分别为110%、70%。", "rate") == [Severity.WARNING]


def test_the_last_figure_of_a_text_may_be_what_a_rate_is_of() -> None:
    assert stands("安全利用面积1.96万亩，安全利用率98%，涉及总面积2万亩", "rate") == 1
