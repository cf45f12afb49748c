"""A year or a number that is gone before the word that it belongs to. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import told, touches


@pytest.mark.parametrize("begin", ["", "管护到位。", "工作总结\n", "一是修渠；", "安排如下："])
@pytest.mark.parametrize("rest", ["年全县新建水闸36座", "年县政府安排修渠", "年我县新建水闸3座", "年上半年新建水闸3座",
"年1—5月新建水闸3座"])
def test_a_sentence_that_begins_with_its_year(begin: str, rest: str) -> None:
    text = f"{begin}{rest}，增长4%。"
    assert touches(told(text, "blank"), text, rest[:2])
    assert not touches(told(f"{begin}2023{rest}，增长4%。", "blank"), f"{begin}2023{rest}", "2023")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("水费收入比年增加36万元。", "比年"),
        ("2021—年水费收入逐年增长。", "年水费"),
        ("我局被评为临河市年脱贫攻坚先进集体。", "年脱贫"),
        ("水费收入减少134元，下降 ；用水持平。", "下降 ；"),
        ("用水户36户，增长　　，居前列。", "增长　　，"),
        ("灌区覆盖13个村和个企业。", "个企业"),
        ("管护13处渠道、个泵站。", "个泵站"),
        ("1—月，管护渠道36公里。", "月，"),
        ("1月至月，供水36户。", "月，"),
        ("连续两个月（9月、月）供水超计划。", "月）"),
        ("水费收入比年的36万元增加4万元。", "年的"),
        ("2.年全市水费预算安排情况", "年全"),
    ],
)
def test_other_places(text: str, quote: str) -> None:
    assert touches(told(text, "blank"), text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "年末，全县有水库3座。", "年初安排水费36万元。", "比年初增加3座，与年度预算持平，比年目标多3座。",
        "3个村和个体户，5家农户、个别用户。", "县市年平均气温15度。",
        "月统计、季通报、年考核。", "今年全县新建水闸3座。", "年轻干部3人。", "市年度计划、县年产值。",
    ],
)  # fmt: skip
def test_silent(text: str) -> None:
    assert not told(text, "blank")
