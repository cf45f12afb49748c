"""Names that stand twice in one list. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import told, touches

NAMES = (
    ("东渠村", "西渠村", "北渠村", "南渠村"), ("河湾社区", "桥头社区", "新塘社区", "柳林社区"),
    ("石桥水库", "三岔水库", "枫林水库", "白云水库"),
    ("水利局", "林业局", "气象局", "应急局"), ("第一中学", "石桥小学", "枫林小学", "实验学校"), ("石桥镇", "枫林镇", "白云乡", "三岔镇"),
)  # fmt: skip
FORMS = (
    "今年检修的{}、{}、{}、{}等4处供水点，惠及360户。", "涉及{}、{}、{}、{}，惠及360户。", "供水点（{}、{}、{}、{}）水质达标。",
    "全部完成验收：{}、{}、{}、{}。",
)  # fmt: skip


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("one", "again"), [(0, 2), (1, 2), (1, 3), (0, 3)])
def test_a_name_stands_once_in_a_list(names: tuple[str, ...], form: str, one: int, again: int) -> None:
    twice = list(names)
    twice[again] = names[one]
    text = form.format(*twice)
    found = [one for one in told(text) if one.code == "WORD002"]
    assert [one.quote for one in found] == [names[one]]
    assert touches(found, text[text.index(names[one]) + 1 :], names[one]) or found[0].start == text.rindex(names[one])
    assert not told(form.format(*names))


def test_places_with_their_figures() -> None:
    assert [one.code for one in told("改厕任务为石桥镇36户、枫林镇52户、石桥镇9户，均已验收。")] == ["WORD002"]
    assert not told("改厕任务为石桥镇36户、枫林镇52户、三岔镇9户，均已验收。")


@pytest.mark.parametrize(
    "text",
    [
        "先后到石桥镇、枫林镇、石桥镇调研水库3座。", "供水线路经石桥镇、枫林镇、石桥镇，全长12公里。",
        "涉及石桥镇新民村、河西村、枫林镇红旗村、河西村等4个村。", "检修县人民医院、中医医院、人民医院水表36块。",
        "分别获优秀水站、合格水站、优秀水站称号3个。", "评为优秀、良好、优秀3个等次。", "建成幼儿园2所、小学3所、幼儿园1所。",
    ],
)  # fmt: skip
def test_names_that_come_again(text: str) -> None:
    assert not [one for one in told(text) if one.code == "WORD002"]
