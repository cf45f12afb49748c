"""What is for one person, kinds of townships, totals of accounts, the month before, and shares of cases. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

FORMS = (
    ("sum", "全州有重点项目{}个，其中新建项目75项、续建项目61项。", "136", "186"),
    ("sum", "居民医保财政补助标准{}元/人，其中中央488元/人、省级85.4元/人、州级7.32元/人、县级29.28元/人。", "610", "384"),
    ("sum", "财政补助标准提高到每人每年640元，其中中央补助356元，省级补助{}元，市县补助56.8元。", "227.2", "277.2"),
    ("sum", "每人每年补助670元，其中：中央财政每人每年412元，省财政每人每年129元，市县财政每人每年{}元。", "129", "119"),
    ("sum", "全县辖6镇1乡，共{}个乡镇。", "7", "8"),
    ("sum", "全区辖3个街道办事处、5个镇和2个乡，共计{}个乡镇（街道）。", "10", "12"),
    ("sum", "全市支出完成70.27亿元，加上解上级支出、债务还本支出及结转下年支出等71.17亿元，总支出累计{}亿元。", "141.44", "193.77"),
    ("growth", "7月份受理举报90宗，6月为70宗，增长{}%。", "28.57", "39.14"),
    ("growth", "二季度完成贷款45亿元，一季度为36亿元，增长{}%。", "25", "35"),
    ("growth", "抽检量达到5.36批次/千人，较2023年的3.23批次/千人增加{}批次/千人。", "2.13", "2.92"),
    ("share", "接待来访762批1368人次，其中局领导接访63批233人次，占总批次的{}%。", "8.27", "11.33"),
    ("share", "接待来访762批1368人次，其中局领导接访63批233人次，占总人次的{}%。", "17.03", "11.27"),
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
        "接待来访762批1368人次，其中局领导接访63批233人次，分别占总批次、总人次的8.27%和17.03%。",
    ],
)
def test_nothing_is_said_of_what_need_not_be(text: str) -> None:
    assert silent(text)
