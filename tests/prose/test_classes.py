"""What several classes get, each its own rate, and what it makes together. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

FORMS = (
    ("加固水塘90口，其中大型40口、小型50口，补助资金{}万元（大型每口6000元、小型每口3000元）。", "39", "93"),
    ("对甲类户24户、乙类户75户发放水费补贴{}万元，其中甲类户每户2000元、乙类户每户1200元。", "13.8", "18.3"),
    ("资助旱地农户36户、水田农户48户，标准为旱地农户每户1500元、水田农户每户900元，共发放{}万元。", "9.72", "7.92"),
    ("奖励30名优秀渠长、50名合格渠长，优秀渠长每人1600元、合格渠长每人800元，合计{}万元。", "8.8", "88"),
    ("创建省级灌区6个、市级灌区14个，按省级灌区每个8万元、市级灌区每个3万元的标准发放奖补资金{}万元。", "90", "900"),
)


@pytest.mark.parametrize(("text", "true", "altered"), FORMS)
def test_standards_of_classes_make_the_total(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "sum")
    assert accused(text.format(altered), "sum")
    assert not accused(text.format(altered), "average")


@pytest.mark.parametrize(
    "text",
    [
        "加固山塘90座，其中大型40座、小型50座，补助资金39万元（大型座均6000元、小型座均3000元），年内完工。",
        "改造水表280户，其中甲类217户、乙类63户，剩余6户待改；补助514.5万元（甲类户均1.5万元、乙类户均3万元）。",
        "为用水困难户155户发放补贴26万元，其中特困户每户3000元、低保户每户1500元。",
        "救助学生460人，发放资金62万元，一类每人2000元、二类每人1000元。",
        "发放奖补资金86万元，惠及合作社30家，省级社每家5万元、县级社每家2万元。",
        "为86户发放水费补贴27.52万元，户均3200元，其中最高一户每户6000元、最低每户800元。",
        "修缮水窖36口，支出10.8万元，最多的每口补助5000元，最少的每口1200元。",
        "参加培训62人，其中站长28人、渠长34人，发放补贴21.8万元（站长人均4200元、渠长人均2900元）。",
    ],
)
def test_what_all_get_is_not_held_against_the_rate_of_a_class(text: str) -> None:
    assert silent(text)


def test_a_mean_alone_is_still_of_all() -> None:
    assert accused("改造水表280户，补助资金56万元，户均3000元。", "average")
    assert accused("水站职工年平均工资52800元，月平均工资4040元。", "average")
    assert accused("改造水表280户，补助资金56万元，实际户均3000元，计划户均2200元。", "average")
