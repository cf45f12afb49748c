"""The forms in which parts make a whole: together, of several kinds, in states, by months, and the words before a result.

Each sentence is read as it stands, and noticed once its result is another. All sentences are made up.
"""

from __future__ import annotations

import pytest
from judging import accused, outcomes, silent, stands

FIGURES = (
    # a true one, one that is not, and the kind
    ("展馆接待读者8640人次，其中少儿2520人次、成人3900人次、老人2220人次，少儿与老人合计占{}%。", "54.9", "74.9", "share"),
    ("展馆接待读者8640人次，其中少儿2520人次、成人3900人次、老人2220人次，前两类占{}%。", "74.3", "54.3", "share"),
    ("发布风险提示164期，其中红色9期、橙色31期、黄色84期、蓝色40期，橙色及以上占{}%。", "24.4", "42.4", "share"),
    ("展馆接待读者8640人次，其中少儿2520人次、老人2220人次，两项合占{}%。", "54.9", "84.9", "share"),
    ("展馆接待读者8640人次。其中，少儿占{}%（2520人次）。", "29.2", "49.2", "share"),
    ("展馆接待读者8640人次，其中少儿2520人次，占比高达{}%。", "29.2", "49.2", "share"),
    ("工程投资6.3亿元，完成总概算7.2亿元的{}%。", "87.5", "57.5", "share"),
    ("累计完成投资63000万元，仅为总投资（72000万元）的{}%。", "87.5", "57.5", "share"),
    ("完成维修{}户，已完工186户，在建23户。", "209", "290", "sum"),
    ("受理留言{}条，前台办结170条，网络转办41条。", "211", "291", "sum"),
    ("重点事项{}件，186件已完成，23件正在推进。", "209", "290", "difference|sum"),
    ("全年播出{}小时，自办节目3260小时、转播14200小时。", "17460", "23920", "sum"),
    ("关区进出口{}亿元，为历年同期最高。出口31.5亿元、进口12.2亿元。", "43.7", "59.7", "sum"),
    ("客运量{}万人，其中内河417万人，沿海1985万人。", "2402", "2502", "sum"),
    ("工作机构{}个，其中省级32个、市级466个、县级2203个。", "2701", "2801", "sum"),
    ("主动公开信息{}条，其中动态1305条、公告264条、解读58条、征集19期、其他1120条。", "2766", "2876", "sum"),
    ("共办理证照{}本，其中东片1370本；西片2410本；南片1130本；北片860本。", "5770", "3635", "sum"),
    ("受理咨询{}件，其中甲片371、乙片178、丙片324。", "873", "550", "sum"),
    ("受理咨询{}件。分别是：甲片371件、乙片178件、丙片324件。", "873", "1196", "sum"),
    ("居民人均可支配收入{}元。其中，工资性收入11800元；经营净收入4100元；财产净收入900元；转移净收入3300元。", "20100", "27537", "sum"),
    ("全县实现生产总值{}亿元，增长4.1%。第一产业31.2亿元，增长3%；第二产业96.4亿元，增长5%；第三产业88.9亿元，增长4%。",
     "216.5", "296.6", "sum"),
    ("总体不合格率2.3%，合格率为{}%。", "97.7", "98.7", "sum"),
    ("一产占比上升3.62个百分点，二产、三产比重回落2.06、{}个百分点。", "1.56", "2.14", "sum"),
    ("0-14岁比重提高2.41个百分点，15-59岁比重下降4.08个百分点，60岁及以上比重提高{}个百分点。", "1.67", "2.29", "sum"),
    ("前三季度外贸总值28.4亿元，增长3.1%。民营企业增长9.8%，比外贸总体增速高{}个百分点。", "6.7", "9.2", "difference"),
    ("全区公用经费支出3.15万元，年初预算为3.95万元，差值为{}万元。", "0.8", "1.1", "difference"),
    ("客运量246万人次，旅客周转量1.48亿人公里，平均运距{}公里。", "60.2", "82.5", "average"),
    ("快递业务量3860万件，快递收入2.7亿元，单票收入{}元。", "6.99", "9.58", "average"),
    ("办理退税318户次、3.42亿元，户次均{}万元。", "107.5", "147.3", "average"),
    ("收购烟叶14.3万担，上等烟9.2万担、中等烟5.1万担，上等烟比例{}%。", "64.3", "40.5", "rate"),
)  # fmt: skip
BETWEEN = ("为", "达到了", "高达", "已达", "已达到", "只有", "则为", "也达到", "仅为")
RESULTS = (
    ("计划采购4860件，到货3719件，到货率{}{}%。", "76.5", "48.2", "rate"),
    ("受理报修4860起，其中水管3719起，占比{}{}%。", "76.5", "48.2", "share"),
    ("接待读者5340人次，比上年增加612人次，增幅{}{}%。", "12.9", "17.7", "growth"),
)
COUNTS = (
    ("水位降幅3—6月分别为8.4%、8%、7.6%、7.1%，逐月收窄。", "水位降幅3—6月分别为8.4%、8%、7.6%、7.1%、6%，逐月收窄。"),
    ("2019—2022年产值分别为12亿元、13亿元、14亿元、15亿元。", "2019—2022年产值分别为12亿元、13亿元、14亿元。"),
    ("做到了“四个率先”，一是大厅率先建成；二是平台率先开通；三是窗口率先入驻；四是收费率先取消。",
     "做到了“五个率先”，一是大厅率先建成；二是平台率先开通；三是窗口率先入驻；四是收费率先取消。"),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "true", "false", "kind"), FIGURES)
def test_a_figure_that_others_give(sentence: str, true: str, false: str, kind: str) -> None:
    kinds = kind.split("|")
    assert any(stands(sentence.format(true), one) for one in kinds)
    assert any(accused(sentence.format(false), one) for one in kinds)


@pytest.mark.parametrize("word", BETWEEN)
@pytest.mark.parametrize(("sentence", "true", "false", "kind"), RESULTS)
def test_words_before_a_result(sentence: str, true: str, false: str, kind: str, word: str) -> None:
    assert stands(sentence.format(word, true), kind)
    assert accused(sentence.format(word, false), kind)


@pytest.mark.parametrize(("true", "false"), COUNTS)
def test_as_many_as_are_said(true: str, false: str) -> None:
    assert stands(true, "count")
    assert accused(false, "count")


@pytest.mark.parametrize(
    "sentence",
    [
        "审结720件，其中调解430件，判决260件。",
        "培训干部300人，选派教师120人、医生150人、农技员90人。",
        "目前开工158个，竣工135个，正在开展前期工作12个。",
        "处置警情393起：火灾174起、救援104起，两项合占70.7%。",
        "收入、支出1—3月分别为12亿元、13亿元。",
        "2019至2021年来电来信分别为64件、31件，72件、38件，85件、47件。",
        "居民人均存款8150元，其中城镇11240元，农村5630元。",
        "工资性收入9000元，经营净收入5000元，财产净收入1000元，转移净收入3000元。",
        "采收春茶30万亩；补种绿肥29.5万亩，其中紫云英22.6万亩、苕子1.5万亩、豌豆3万亩、油菜2.4万亩。",
        "受理咨询5820件，分别为东片674、西片1269、南片1804、其他2073。",
    ],
)
def test_what_may_be_so_stays_silent(sentence: str) -> None:
    assert silent(sentence)


def test_a_figure_before_is_not_taken_for_the_total() -> None:
    text = "采收春茶30万亩，全部完成；补种绿肥27.5万亩，占84%，其中紫云英22.6万亩、苕子0.5万亩、豌豆1.9万亩、油菜4.0万亩。"
    assert accused(text, "sum")
    assert len(outcomes(text, "sum")) == 1
