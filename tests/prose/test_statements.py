from __future__ import annotations

import pytest

from summarizer.prose import Role, read


def roles(text: str) -> list[Role]:
    return [statement.role for statement in read(text).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入52亿元，同比增长6%", [Role.LEVEL, Role.GROWTH]),
        ("年度目标80户，已完成76户，完成率95%", [Role.TARGET, Role.ACTUAL, Role.RATE]),
        ("完成76户，占目标任务80户的95%", [Role.ACTUAL, Role.TARGET, Role.RATE]),
        ("完成6亿元，为全年5亿目标任务的120%", [Role.ACTUAL, Role.TARGET, Role.RATE]),
        ("标准由650元提高到702元", [Role.FROM, Role.TO]),
        ("比上年同期80件增加6件", [Role.BASE, Role.CHANGE]),
        ("发案86起，上年同期80起", [Role.LEVEL, Role.PRIOR]),
        ("当年结余3亿元，占收入的6%", [Role.BALANCE, Role.SHARE]),
        ("人均120元，满意率96%", [Role.AVERAGE, Role.NAMED_RATE]),
        ("列全省第3位，超序时进度5个百分点", [Role.RANK, Role.PACE]),
        ("按计划完成投资5亿元", [Role.ACTUAL]),
        ("一般公共预算收入5亿元", [Role.LEVEL]),
        ("新增床位60张", [Role.LEVEL]),
        ("亿元以上项目12个，500万元以上项目30个", [Role.LEVEL, Role.OTHER, Role.LEVEL]),
        ("拉动经济增长2.1个百分点", [Role.OTHER]),
    ],
)
def test_roles(text: str, expected: list[Role]) -> None:
    assert roles(text) == expected


def test_a_list_takes_the_role_of_its_first_figure() -> None:
    first, second = read("分别下降12.5%、20%").statements
    assert second.role is Role.GROWTH
    assert second.direction == first.direction == -1
    assert second.listed
    assert second.respective


def test_a_change_beside_a_comparison_names_nothing_of_its_own() -> None:
    own, none = read("其中教育支出比上年增加5亿元；收入较上年增加3亿元").statements[0], read("，较上年支出增加3亿元").statements[0]
    assert own.subject
    assert not none.subject


def test_value_added_is_no_change() -> None:
    assert roles("第一产业增加值12亿元") == [Role.LEVEL]


def test_the_year_of_a_figure_is_not_the_one_compared_with() -> None:
    reading = read("2023年受理86件，比2022年增加6件。2022年受理80件。")
    assert [reading.year_of(statement) for statement in reading.statements] == [2023, 2023, 2022]
