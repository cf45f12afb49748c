"""One slip is told once, by the rule that has the best advice, whichever rules look at the place."""

from __future__ import annotations

import pytest
from touching import told

from summarizer.rules import Context, run

#: Sentence, and code and quote of the only finding.
# fmt: off
ONCE = (
    ("本月报告病例12例，与去年同期相比325%。", "BLANK003", "相比325%"),
    ("水费收入与上年相比，5.2%，其中镇级12万元。", "BLANK003", "相比，5.2%"),
    ("新增护林员36名名，清理河道3公里。", "UNIT008", "名名"), ("新建护林队6支支，清理河道3公里。", "UNIT008", "支支"),
    ("到会36人人，收到建议6条。", "UNIT008", "人人"), ("共投入资金86万万。", "UNIT008", "万万"),
    ("全年到位资金320万万元。", "UNIT008", "万万元"),
    ("植树36亩亩，育苗3亩。", "UNIT008", "亩亩"), ("外运36吨吨，堆存3吨。", "UNIT008", "吨吨"),

    ("合格率由91%%提高到95%。", "UNIT008", "%%"),
    ("截至11底，完成投资3亿元。", "DATE001", "11底"), ("截至11末，全县完成投资3亿元。", "DATE001", "11末"),
    ("3岁以下2XX人，5岁以下358人。", "NUM007", "2XX"),
    ("改造2XX座，更新12座。", "NUM007", "2XX"),
    ("惠及XX1亩。", "BLANK002", "XX1"),
    ("水费支出2.05万元，较上年2.08减少0.03万元。", "UNIT011", "2.08"), ("水费收入较上年7.26亿增长8%。", "UNIT001", "7.26亿"),
    ("检查单位86家，现火灾隐患12处。", "BLANK004", "现火灾隐患"), ("检查86家现问题12处。", "BLANK004", "现问题"),
    ("合格率较上年提高3个百分。", "BLANK004", "3个百分"),
    ("水费收入同比下降-5.2%，电费增长-3%。", "UNIT012", "下降-5.2%"), ("用水量比上年减少-12万吨。", "UNIT012", "减少-12万"),
    ("参训农民126人，其中男，女86人。", "BLANK003", "其中男，"), ("搬迁农户380户，其中：城镇，农村260户。", "BLANK003", "其中：城镇，"),
    ("绿化率比去年增长0、56%。", "NUM007", "0、56%"), ("绿化覆盖率42、29%，居全市第二。", "NUM007", "42、29%"),
    ("用水量下降12，5%。", "NUM007", "12，5"), ("用水量下降3。5%。", "NUM007", "3。5"), ("总蓄水量.万立方米。", "BLANK003", ".万"),
    ("地下车位640个640个、路内车位380个。", "WORD002", "640个640个"), ("目前还?家小区尚未完成整改，整改12家。", "BLANK003", "?"),
    ("各镇上报及时，东镇最低，为。", "BLANK003", "为"), ("水费收入增长，3.6%，高于全县。", "PUNCT013", "增长，"),
    ("水库管理?防汛调度两个系统已建成。", "PUNCT015", "?"), ("本站最早兼有行政,军事、邮驿性质，已修复。", "PUNCT012", ","),
    ("水费同比比增长3%。", "WORD004", "同比比增长"), ("水费比比上年增长3%。", "PUNCT011", "比比"),
)
# fmt: on


@pytest.mark.parametrize(("text", "code", "quote"), ONCE)
def test_a_slip_is_one_finding(text: str, code: str, quote: str) -> None:
    assert [(found.code, found.quote) for found in told(text)] == [(code, quote)]


def test_a_half_width_mark_that_is_told_by_itself_is_not_counted_with_the_others() -> None:
    found = list(run(Context(text="水库管理?防汛调度两个系统已建成，渠道完工,水质达标;沿线完工:验收通过。", path="a.txt")))
    assert [(each.code, each.message[0]) for each in found if each.code == "PUNCT001"] == [("PUNCT001", "3")]
    assert [each.quote for each in found if each.code == "PUNCT015"] == ["?"]


@pytest.mark.parametrize(
    "text",
    [
        "全年新建泵站3座。\n库区?防汛两个系统已建成。\n", "全年投资\n务万元的96%，完成水库除险。", "完工。年县\n政府安排修渠。",
        "水费分别\n增长36.8、25%、33.3%和11.2%。", "渠道清淤完\n成#，沿线群众满意。", "商铺均价476\n4元/㎡厂房5370元/㎡。",
        "全镇实现工业产\n值亿元，带动就业12人。",
        "覆\n盖率达98.2万元，管护到位。", "费用率增长O.05\n%，减少开支3万元。",
        "新建泵站3座：同比少2座\n投资持平。", "完成任务的125%水质\n监测新增3处。",
        "新\n建水闸12、泵站3座；检修渠道36公里。",
        "收取水费62万元\n增长4%。\n收取水费62万元\n增长4%。\n电费持平。",
    ],
)  # fmt: skip
def test_a_message_has_one_line(text: str) -> None:
    """Whatever a rule shows of the words around the slip ends with their line."""
    messages = [found.message for found in told(text)]
    assert messages
    assert not any("\n" in message for message in messages)


@pytest.mark.parametrize(
    ("text", "word"),
    [("划完成2400户。", "计划"), ("年内划完成12处加固。", "计划"), ("全年收入完36万元。", "完成"), ("水费较上增长3%。", "比上年")],
)
def test_the_word_that_is_meant_is_the_one_of_which_half_is_left(text: str, word: str) -> None:
    found = [each for each in told(text) if each.code == "BLANK004"]
    assert [each.quote in text and each.start >= 0 and each.message.endswith(f"probably {word}") for each in found] == [True]
