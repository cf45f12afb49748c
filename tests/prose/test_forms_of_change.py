"""The forms in which offices say by how much something changed: each read where it holds, and noticed where its result is altered."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

NAMES = (("全年共办理法律援助案件{a}件", "件"), ("其中来信{a}件", "件"), ("，用电量达{a}万千瓦时", "万千瓦时"), ("发放贷款{a}笔", "笔"))

OF_AMOUNT_AND_PERCENT = [
    "{s}，与2020年相比增加{c}{u}，增幅为{p}%。",
    "{s}，增加{c}{u}，增长幅度为{p}%。",
    "{s}，同比增加{c}{u}（增长{p}%）。",
    "{s}，比上年上升{p}%（增加{c}{u}）。",
    "{s}（同比增加{c}{u}，增长{p}%）。",
    "{s}（较去年净增{c}{u}、增速{p}%）。",
    "{s}，较上年同期增加{c}{u}（{p}%）。",
    "{s}，比去年同期的{b}{u}增加{c}{u}，增长{p}%。",
    "{s}，与去年同期的{b}{u}相比增加{c}{u}，增长{p}%。",
    "{s}，与2020年的{b}{u}相比增长{p}%。",
    "{s}，同比增长{p}%（去年同期{b}{u}）。",
]
OF_WHAT_WAS_NAMED = [
    "共受理消费者举报{a}件，办结率97.0%。与去年同期相比，举报量增加{c}件，增长{p}%。",
    "全年共受理投诉{a}件，其中电话投诉83件。投诉量同比增加{c}件，增长{p}%。",
    "本年度支出决算{a}万元，完成预算的92.3%。决算数比2019年增加{c}万元，增长{p}%。",
    "本年收入合计{a}万元，其中财政拨款83万元。本年收入合计比上年增加{c}万元，增长{p}%。",
    "2023年收、支总计均为{a}万元，与2022年相比，收、支总计各增加{c}万元，增长{p}%。",
    "发放贷款3笔、金额{a}万元，金额同比增加{c}万元，增长{p}%。",
    "全县企业数在上年{b}户的基础上增长{p}%，达到{a}户。",
    "全县企业数同比增长{p}%，达到{a}户，净增{c}户。",
    "全县企业数同比增长{p}%，达到{a}户（上年同期{b}户）。",
    "2021年、2022年受理分别为{b}件、{a}件，增长{p}%。",
]
OF_POINTS = [
    "群众满意度{a}%（上年{b}%），提高{c}个百分点。",
    "抽检合格率达{a}%，高于全省平均水平{c}个百分点（全省为{b}%）。",
    "政策符合率{a}%，较去年{b}%的政策符合率高出{c}个百分点。",
    "参保率{a}%，目标值{b}%，超{c}个百分点。",
    "入园率{a}%，与上年{b}%相比，提高{c}个百分点。",
    "城镇化率在上年{b}%的基础上提高{c}个百分点，达到{a}%。",
    "就业率提高{c}个百分点，由{b}%提高到{a}%。",
    "2021年入学率{b}%，2022年入学率{a}%，提高{c}个百分点。",
    "全县森林覆盖率{a}%、全市森林覆盖率{b}%，高于全市{c}个百分点。",
    "知晓率{a}%，比全省{b}%的平均水平高{c}个百分点。",
    "办理率目标{b}%，实际{a}%，高出{c}个百分点。",
]
OF_SEVERAL = [
    "全县发生事故156起、死亡48人、受伤215人，同比分别上升19.1%、17.1%和{p}%（去年同期事故131起、死亡41人、受伤188人）。",
    "全县发生事故156起、死亡48人、受伤215人，三项指标同比（事故131起、死亡41人、受伤188人）分别上升19.1%、上升17.1%、上升{p}%。",
    "全县发生事故156起，死亡48人，受伤215人。与去年同期相比，事故起数增加25起，上升19.1%；受伤人数增加27人，上升{p}%。",
    "全县发生事故156起，死亡48人，受伤215人。同比，事故起数、死亡人数和受伤人数分别增加25起、7人、27人，分别上升19.1%、17.1%、{p}%。",
    "事故起数由131起增加到156起，死亡人数由41人增加到48人，受伤人数由188人增加到215人，分别上升19.1%、17.1%和{p}%。",
]


@pytest.mark.parametrize("form", OF_AMOUNT_AND_PERCENT)
@pytest.mark.parametrize(("name", "unit"), NAMES)
def test_amount_and_percent(form: str, name: str, unit: str) -> None:
    given = {"s": name.format(a=2560), "u": unit, "b": 2371, "c": 189}
    assert stands(form.format(**given, p=7.97), "growth")
    assert accused(form.format(**given, p=13.92), "growth")


@pytest.mark.parametrize("form", OF_WHAT_WAS_NAMED)
def test_what_was_named_before(form: str) -> None:
    given = {"a": 861, "b": 702, "c": 159}
    assert stands(form.format(**given, p=22.65), "growth")
    assert accused(form.format(**given, p=31.03), "growth")


@pytest.mark.parametrize("form", OF_POINTS)
def test_points_between_two_percentages(form: str) -> None:
    assert stands(form.format(a=96.35, b=92.1, c=4.25), "difference")
    assert accused(form.format(a=96.35, b=92.1, c=6.82), "difference")


@pytest.mark.parametrize("form", OF_SEVERAL)
def test_several_at_once(form: str) -> None:
    assert stands(form.format(p=14.4), "growth") >= 2
    assert accused(form.format(p=19.7), "growth")


@pytest.mark.parametrize(
    "text",
    [
        "全年受理投诉861件，其中网络投诉503件。举报量同比增加159件，增长40.2%。",
        "合格率96.35%，其中一等品率92.1%，比上年提高3个百分点。",
        "全县共有三个园区、14个项目。产值和税收分别增长12.6%、10.9%。",
        "全市增速9.6%，全省增速8.1%，比上年回落0.3个百分点。",
        "就业率96.35%，目标92.1%，同比提高1.3个百分点。",
    ],
)
def test_another_base_is_possible(text: str) -> None:
    assert not accused(text, "growth")
    assert not accused(text, "difference")


@pytest.mark.parametrize("told", ["，减少{}户", "，净减少{}户", "，共减少{}户"])
@pytest.mark.parametrize("start", ["由2020年的1414户", "从2020年1414户", "从1414户"])
@pytest.mark.parametrize("end", ["，减少到2025年的1273户", "，下降至目前的1273户", "减少到1273户"])
def test_from_and_to_with_a_mark_between(start: str, end: str, told: str) -> None:
    form = "危旧住房" + start + end + told + "。"
    assert silent(form.format(141))
    assert accused(form.format(193), "growth")
