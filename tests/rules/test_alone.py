"""Figures that alone lack the unit which those around them have, and units that stand twice. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import touches

from summarizer.rules.date import impossible
from summarizer.rules.numeral import forms
from summarizer.rules.unit import in_text
from summarizer.rules.wording import slips


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("检修水闸12座、泵站9、渡槽7座。", "9"),
        ("一级预警3期，二级预警21，三级预警96期。", "21"),
        ("省级资金1.5亿元、市级2.3、县级1.1亿元。", "2.3"),
        ("新建水窖46口（甲乡20口、乙乡16口、丙乡10）。", "10"),
        ("取缔河边的8家饭店、3网吧。", "3"),
        ("批准立项62件75，办结率91%。", "75"),
        ("水库蓄水比上年增加1730，增长6%。", "1730"),
        ("受理举报同比减少84，下降38%。", "84"),
        ("新增床位260，完成任务。", "260"),
        ("发生险情2起，死亡3，受伤5人。", "死亡3"),
        ("完成率快于均衡进度1.8。", "1.8"),
        ("三项支出分别下降了8、9和12；", "8、9和12"),
        ("自来水入户率达到了82以上。", "82"),
        ("调解成功率98.3，涉及金额6万元。", "98.3"),
        ("优良天数比例达70，比上年的68%、67%高。", "70"),
        ("上半年出生率为5.21，死亡率为4.13，", "4.13"),
        ("中央水利资金860万元（含监测设备12万）。", "12万"),
        ("县级专项资金420万建设泵站。", "420万"),
        ("完成投资占预算3200万的45%。", "3200万"),
        ("水泵单价2.4万，购置3台。", "2.4万"),
        ("较上年7.26亿增长8%。", "7.26亿"),
        ("共投入资金86万万。", "万万"),
        ("新增护林员36名名，", "名名"),
        ("水价调整惠及31个个乡镇。", "个个"),
        ("合格率由91%%提高到95%。", "%%"),
        ("补助8200人次人次发放完毕。", "人次人次"),
    ],
)
def test_found(text: str, quote: str) -> None:
    assert touches(in_text(text), text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "检修水闸、泵站、渡槽分别为12、9和7座。",
        "新建水窖46口（甲乡20口、乙乡16口、丙乡10口），建于2019、2020年。",
        "扶持5个个体户、12家家电商场、18人人均增收、7件件均时长。",
        "百万吨死亡率0.042，道路交通万车死亡率1.3。",
        "比例为1:2:3，得分98，位列第2。",
        "投资3亿元以上的项目，资金用于建设泵站。",
        "比上年增加1730万元，快于均衡进度1.8个百分点。",
        "分别下降了8%、9%和12%。",
        "交通投资112亿元，其中国道81亿元、农村公路19亿元、其他专项6亿元。",
    ],
)
def test_silent(text: str) -> None:
    assert [text[hit.start : hit.end] for hit in in_text(text)] == []


@pytest.mark.parametrize(("text", "quote"), [("投入3.。5万元。", "3.。5万"), ("增长1,.5%。", "1,.5%"), ("增长8..1个百分点。", "8..1个")])
def test_two_marks_in_one_number(text: str, quote: str) -> None:
    assert [text[hit.start : hit.end] for hit in forms(text)] == [quote[:-1]]


@pytest.mark.parametrize("text", ["202223年工作情况", "自20223年5月起"])
def test_a_year_of_too_many_digits(text: str) -> None:
    assert [hit.code for hit in impossible(text)] == ["DATE001"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("到6月底己有8户搬迁。", "己"),
        ("两期工程己全面完成。", "己"),
        ("活动内容非富多彩。", "非富"),
        ("印放宣传单2000份。", "印放"),
        ("渠系灌溉保证率底，损耗大。", "底"),
        ("管护32个村的农家书。", "农家书"),
        ("涉及全县9各乡镇。", "各"),
        ("本外币存贷余额320亿元，其中各项贷款余额210亿元。", "存贷余额"),
    ],
)
def test_a_wrong_character(text: str, quote: str) -> None:
    start = text.index(quote)
    assert any(hit.start <= start < hit.end for hit in slips(text))


@pytest.mark.parametrize(
    "text", ["自己有12户亲戚，利己达人。", "守住保证率底线。", "农家书屋、农家书香。", "存贷余额320亿元。", "2023各项工作，复印放大。"]
)
def test_right_characters(text: str) -> None:
    assert list(slips(text)) == []
