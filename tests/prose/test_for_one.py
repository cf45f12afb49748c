"""What is for one person, kinds of townships, totals of accounts, the month before, and shares of cases. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

FORMS = (
    ("sum", "全区有水利项目{}个，其中新建项目57项、续建项目41项。", "98", "134"),
    ("sum", "居民用水补贴标准{}元/人，其中中央512元/人、省级89.6元/人、州级7.68元/人、县级30.72元/人。", "640", "402"),
    ("sum", "财政补助标准提高到每人每年640元，其中中央补助356元，省级补助{}元，市县补助56.8元。", "227.2", "277.2"),
    ("sum", "每人每年补助670元，其中：中央财政每人每年412元，省财政每人每年129元，市县财政每人每年{}元。", "129", "119"),
    ("sum", "全县辖6镇1乡，共{}个乡镇。", "7", "8"),
    ("sum", "全区辖3个街道办事处、5个镇和2个乡，共计{}个乡镇（街道）。", "10", "12"),
    ("sum", "全区支出完成36.42亿元，加上解支出、债券还本和结转下年等12.71亿元，总支出累计{}亿元。", "49.13", "67.31"),
    ("growth", "7月份受理举报90宗，6月为70宗，增长{}%。", "28.57", "39.14"),
    ("growth", "二季度完成贷款45亿元，一季度为36亿元，增长{}%。", "25", "35"),
    ("growth", "水质检测量达到4.82批次/千人，较2023年的3.15批次/千人增加{}批次/千人。", "1.67", "2.29"),
    ("share", "接待来访540批1120人次，其中站长接访45批180人次，占总批次的{}%。", "8.33", "11.41"),
    ("share", "接待来访540批1120人次，其中站长接访45批180人次，占总人次的{}%。", "16.07", "10.63"),
)


@pytest.mark.parametrize(("kind", "text", "true", "altered"), FORMS)
def test_it_is_read_and_noticed(kind: str, text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), kind)
    assert accused(text.format(altered), kind)


@pytest.mark.parametrize(
    "text",
    [
        "低保标准每人每月650元，其中A类每人每月650元、B类每人每月520元、C类每人每月390元。",
        "低保标准每人每月650元，其中市级补助每人每月300元。",
        "全州辖1市7县，共106个乡镇。",
        "现有鹿场2个，其中东山鹿场120头、西山鹿场80头。",
        "慰问6个镇、1个乡的困难户，共有12个村。",
        "7月份受理举报90宗，6月为70宗，1至7月增长3%。",
        "接待来访540批1120人次，其中站长接访45批180人次，分别占总批次、总人次的8.33%和16.07%。",
    ],
)
def test_nothing_is_said_of_what_need_not_be(text: str) -> None:
    assert silent(text)
