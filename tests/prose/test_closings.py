"""Totals, bounds and lists without the usual words, and one slip that makes figures fit. All sentences are made up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import accused, silent, stands

from summarizer.findings import Severity


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        # a list that closes its sentence and lacks what one digit gives
        ("sum", "全年查处各类案件186件，其中食品类72件、药品类53件、设备类51件。"),
        ("sum", "有职工286人，其中在编152人、合同制124人。"),
        ("sum", "全区有景区15家，其中5A级1家，4A级4家，3A级8家。"),
        ("sum", "编制总数320名（行政编制86名，事业编制224名）。"),
        ("sum", "税费收入28.76亿元，增长8%。其中：税收17.42亿元，社保费9.86亿元，行政收费1.38亿元。"),
        ("sum", "全县有医疗机构412家，其中医院12所、卫生院18所、村卫生室352个。"),
        ("sum", "办理复议案件86件，维持62件、撤销12件、终止15件。"),
        # totals behind their parts
        ("sum", "上半年接待游客126万人次，下半年接待游客158万人次，全年共接待游客248万人次。"),
        ("sum", "一季度完成投资3.2亿元、二季度4.6亿元、三季度5.1亿元、四季度6.3亿元，全年完成投资19.6亿元。"),
        ("sum", "税收收入8.6亿元，非税收入3.2亿元，财政收入12.8亿元。"),
        ("sum", "男生6812人，女生6534人，在校生总数13446人。"),
        ("sum", "评出先进集体12个、先进个人36名，共表彰集体和个人46个。"),
        ("sum", "专任教师6832人，其中小学3216人，初中2134人，高中1382人，合计6832人。"),
        ("sum", "审核拨付3批资金，第一批1260万元、第二批860万元、第三批430万元，累计拨付2650万元。"),
        ("sum", "税费收入合计36.8亿元，税收收入24.6亿元，社保费10.8亿元，非税收入2.4亿元。"),
        # bounds
        ("bound", "空气优良率92.3%，高于省定94%的目标。"),
        ("bound", "失业率3.6%，低于3.2%的控制目标。"),
        ("bound", "物价涨幅2.6%，控制在2.5%以内的目标全面实现。"),
        ("bound", "各项目完成率均在90%以上，其中道路项目完成率86.5%、管网项目完成率95.2%。"),
        ("bound", "各项指标增速均超过8%：工业9.2%、投资7.6%、消费8.5%。"),
        ("bound", "超额完成全年目标，完成率96.3%。"),
        ("bound", "税收收入12.3亿元，与上年12.9亿元持平。"),
        # lists
        ("count", "坚持“三个到位”，即认识到位、责任到位、措施到位、落实到位。"),
        ("count", "开展“五进”活动：进机关、进企业、进社区、进学校。"),
        ("count", "建立“四张清单”（问题清单、任务清单、责任清单）。"),
        ("count", "实施六大工程：强基工程、提质工程、增效工程、惠民工程、安居工程。"),
        ("count", "培育三大产业：新材料、新能源、生物医药、电子信息。"),
        ("count", "抓住“人、地、钱、技”三个要素。"),
        ("count", "获得“卫生县城”“园林县城”“文明县城”4项荣誉。"),
        ("count", "东城、西城、南城三个街道和城关、河西、三合、丰源等3个乡镇开展试点。"),
        ("count", "排前五位的依次为住房、交通、供水、供热，共占七成。"),
        # the same thing again
        ("repeat", "实施旧厂房改造12处，完成投资3.17亿元。全年旧厂房改造3.71亿元投资已全部支付。"),
        ("repeat", "我局全年办理提案36件。在提案办理方面，共办理提案63件。"),
        ("repeat", "发放救助资金1.86亿元，增长5%。据统计，发放救助资金18600元。"),
        ("difference", "10项民生实事已完成8项，剩余3项正在推进。"),
        ("growth", "满意度96.4%，较上年提升1.1%。"),
    ],
)
def test_a_slip_is_told_as_likely(kind: str, text: str) -> None:
    assert accused(text, kind) == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "全年查处案件186件，其中食品类72件、药品类53件。",
        "新建学校7所，新增学位4860个，其中小学3240个、初中1620个。",
        "引进项目32个，其中亿元以上项目18个、十亿元以上项目3个。",
        "卫生技术人员1362人，其中执业医师516人、注册护士612人。",
        "落实资金2.4亿元，其中稳岗返还1.1亿元、社保补贴0.8亿元等。",
        "党员12603人，其中女党员3126人、少数民族党员560人、大专以上学历8125人。",
        "走访企业126家、商户236家，共发放资料1.2万份。",
        "召开会议12次、开展调研26次，共解决问题86个。",
        "东片新增8个、西片新增6个，全年共新增网点23个，累计86个。",
        "上半年新开工项目18个，全年共实施项目56个。",
        "美术馆3个，文化馆6个，公共图书馆4个。",
        "空气优良率94.3%，高于省定94%的目标。",
        "物价涨幅2.3%，控制在2.5%以内。",
        "利润率5.2%，低于目标3%。",
        "各项目完成率均在85%以上，其中道路项目完成率86.5%。",
        "坚持“三个到位”，即认识到位、责任到位、措施到位。",
        "签订教育、医疗、文化等多项合作协议。",
        "全县6个乡镇（东镇、西镇等）完成整治。",
        "排前五位的依次为住房、交通等。",
        "在校生2.5万人。中职学校招生5.2万人。",
        "本级完成投资3.17亿元，上年完成投资3.71亿元。",
        "抽查样品860批次，合格836批次，不合格24批次。",
        "20件大事中4件已完成，有2件正在推进。",
        "整治水渠：东片16公里、西片23公里、南片9公里、北片4公里，全部完工。",
        "清淤量东渠26万方、西渠48万方、南渠9万方、北渠9万方。",
    ],
)
def test_what_need_not_fit_stays_silent(text: str) -> None:
    assert silent(text)


def test_the_total_that_fits_is_the_one() -> None:
    text = "购销总额63.2亿元，其中购进29.4亿元、销售总额33.8亿元。销售额中，农资8.3亿元，百货11.1亿元，其他14.4亿元。"
    assert stands(text, "sum") > 1


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("sum", "上半年接待游客126万人次，下半年接待游客158万人次，全年共接待游客284万人次。"),
        ("sum", "男生6812人，女生6534人，在校生总数13346人。"),
        ("sum", "税费收入合计37.8亿元，税收收入24.6亿元，社保费10.8亿元，非税收入2.4亿元。"),
        ("bound", "空气优良率94.3%，高于省定94%的目标。"),
        ("bound", "各项目完成率均在85%以上，其中道路项目完成率86.5%。"),
        ("count", "抓住“人、地、钱、技”四个要素。"),
        ("count", "实施三大工程：强基工程、提质工程、增效工程。"),
        ("count", "排前三位的依次为住房、交通、供水，共占七成。"),
    ],
)
def test_what_fits_holds(kind: str, text: str) -> None:
    assert stands(text, kind)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(100, 900), min_size=2, max_size=5), st.sampled_from((1, 3, 7, 10, 20, 40)))
def test_a_list_holds_and_one_digit_less_is_noticed(parts: list[int], less: int) -> None:
    names = ("东片", "西片", "南片", "北片", "中片")
    text = "新建车位{}个，其中" + "、".join(f"{name}{part}个" for name, part in zip(names, parts, strict=False)) + "。"
    assert stands(text.format(sum(parts)), "sum")
    whole = sum(parts) + less
    one, other = str(whole), str(sum(parts))
    if 7 * less <= whole and len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1:
        assert accused(text.format(whole), "sum")


@pytest.mark.parametrize(
    "text", ["甲、乙三个到位，即", "“甲”“乙”", "上半年3个，", "三大工程：甲、乙、", "率9%，高于8%的目标，", "投资3.17亿元。投资3.71亿元。"]
)
def test_many_of_them_are_read_in_time(text: str) -> None:
    assert accused(text * 2_000, "rank") == []
