"""Forms of the language that one sentence shows: what stands, what is accused, and what only looks like it."""

from __future__ import annotations

import pytest
from judging import accused, outcomes, silent, stands

from summarizer.claims.base import Outcome
from summarizer.prose import read, read_claims

STANDING = {
    "average": (
        "累计保障238600人次，支出救助金3340万元，月人均补助水平139.98元。",
        "小麦面积43万亩，单产341公斤，总产14.7万吨。",
        "惠及农户2000户，发放补贴400万元，户均2000元。",
        "分红400万元，户均2000元，惠及2000户。",
        "种植水稻2万亩，亩产500公斤，总产量1万吨。",
    ),
    "difference": (
        "全市增长19.8%，高于全省平均增幅（11%）8.8个百分点，高于周边平均增幅（14.5%）5.3个百分点。",
        "增长9.8%，分别高于全国（5.2%）、全省（6.1%）4.6个、3.7个百分点。",
        "合格率98.6%，去年同期为97.1%，提高1.5个百分点。",
        "完成年度目标的105%，超目标任务5个百分点。",
        "共27项，已完成19项。剩余8项正在推进。",
        "收入预算14.04亿元，执行中经批准调减0.08亿元，调整后收入预算为13.96亿元。",
        "预算收入年初预算617万元，实际完成675万元。支出预算566万元，实际完成615万元。年度收支结余60万元。",
        "失业率4.8%，低于控制目标（5.5%）0.7个百分点。",
    ),
    "sum": (
        "共30项实事，不设目标的3项，其余27项。",
        "支出预算为462.3亿元，执行中加上上级补助等事项187亿元，调整后支出预算为649.3亿元。",
        "省级示范村12个、市级示范村20个，共32个。",
        "渠道全长68.99km，其中干渠21.66km、支渠3.84km、斗渠43.49km。",
        "检举控告401件中，初次举报362件，重复举报39件。",
    ),
    "rate": (
        "12个养老机构已完成6个（50%），15个幸福院已完成8个（53%）。",
        "计划新开工630万套，基本建成470万套。截至6月底，已开工441万套，基本建成235万套，分别达到年度目标任务的70%和50%。",
        "下达资金5000万元，实际支出4750万元，执行率95%。",
        "专利由40件增加到100件，是2015年的2.5倍。",
        "全市授权专利1200件，是上年（480件）的2.5倍。",
        "新增床位450张，是目标数300张的1.5倍。",
        "收入由20亿元增加到41亿元，翻了一番。",
        "收入由20亿元增加到81亿元，翻了两番。",
    ),
    "share": (
        "民生支出80亿元，占一般公共预算支出100亿元的80%。",
        "全县耕地50.5万亩，高标准农田30.3万亩，占耕地面积的60%。",
        "共有党员200名，女党员60名，占30%。",
        "收到建议200件，采纳120件，占总数的60%。",
        "收到诉求400件，其中来信300件，占75%，来访60件，占15%。网络反映40件，占10%。",
    ),
    "count": (
        "南京、苏州、无锡、常州四市投资增长。",
        "甲工程正在施工（75%）、乙工程正在施工（93%）、丙工程正在验收（99%），这3项预计年底完成。",
    ),
    "growth": ("共受理各类案件1803件，结案894件。与上年同比，受案增加167件，上升10.21%，结案增加34件，上升3.95%。",),
    "range": ("为6—9岁儿童接种。",),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in STANDING.items() for text in texts])
def test_a_form_is_read(kind: str, text: str) -> None:
    assert stands(text, kind)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("average", "累计保障238600人次，支出救助金3340万元，月人均补助水平193.98元。"),
        ("average", "小麦面积43万亩，单产341公斤，总产20.1万吨。"),
        ("difference", "全市增长19.8%，高于全省平均增幅（11%）12.8个百分点。"),
        ("difference", "增长9.8%，分别高于全国（5.2%）、全省（6.1%）4.6个、5.7个百分点。"),
        ("difference", "共27项，已完成19项。剩余11项正在推进。"),
        ("difference", "预算收入年初预算617万元，实际完成675万元。支出预算566万元，实际完成615万元。年度收支结余90万元。"),
        ("sum", "省级示范村12个、市级示范村20个，共42个。"),
        ("sum", "检举控告449件中，初次举报362件，重复举报39件。"),
        ("rate", "12个养老机构已完成6个（50%），15个幸福院已完成8个（63%）。"),
        ("rate", "下达资金5000万元，实际支出4750万元，执行率85%。"),
        ("rate", "全市授权专利1200件，是上年（480件）的3.5倍。"),
        ("rate", "收入由20亿元增加到81亿元，翻了一番。"),
        ("share", "民生支出80亿元，占一般公共预算支出100亿元的88%。"),
        ("share", "收到建议200件，采纳120件，占总数的80%。"),
        ("count", "南京、苏州、无锡、常州五市投资增长。"),
        ("count", "甲工程正在施工（75%）、乙工程正在施工（93%）、丙工程正在验收（99%），这5项预计年底完成。"),
        ("growth", "收入完成3.9亿元，增加2.4亿元，增加4610万元，增长13.4%。"),
        ("growth", "过夜游客116.8万人次，同比增长2.5%，较2019年同期增长34.5个百分点。"),
        ("range", "已为7516-9岁儿童做窝沟封闭。"),
    ],
)
def test_a_slip_in_a_form_is_told(kind: str, text: str) -> None:
    assert accused(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "全市增长19.8%，高于全省平均水平3.1个百分点。",
        "全市增长19.8%，高于去年（入选10个县）平均水平3.1个百分点。",
        "下降2.5%，降幅低于全省（3.1%）0.9个百分点。",
        "剩余8项正在推进。",
        "新收6520件，旧存430件，审结6580件，执行率94.68%。",
        "全县有乡镇12个、社区20个，共320个村民小组。",
        "专利由40件增加到100件，是全省平均水平的1.2倍。",
        "十年间收入翻了一番多。",
        "收到建议200件，答复150件，采纳建议100件，占同类建议的80%。",
        "加强与东三省合作，与长三角、珠三角、东三省交流。",
        "在甲镇、乙镇、丙镇5个村开展试点。",
        "非税收入366万元。其中：专项收入112万元，罚没收入45万元，捐赠收入159万元，其他收入16万元。",
        "游客116.8万人次，同比增长2.5%，增速较上年提高3.5个百分点。",
        "百兆宽带由50M提高到100M。",
        "发放5000万元，人均500元，惠及全县。",
        "总投资2023-12亿元。",
    ],
)
def test_what_only_looks_like_it_stays_silent(text: str) -> None:
    kinds = ("average", "difference", "rate", "share", "count", "growth", "range")
    assert not [severity for kind in kinds for severity in accused(text, kind)]


def test_a_budget_line_called_other_revenue_is_no_certain_rest() -> None:
    text = "非税收入366万元。其中：专项收入112万元，罚没收入45万元，捐赠收入159万元，其他收入16万元。"
    assert all(severity.value == "warning" for severity in accused(text, "sum"))


def test_a_mean_does_not_go_on_with_the_list_before_it() -> None:
    mean = read("发放补贴400万元，户均2000元。").statements[1]
    assert (mean.role, mean.listed) == ("average", False)


def test_latin_units_keep_their_place() -> None:
    text = "道路全长12.5km，管网8.3KM。"
    found = [text[s.start : s.end] for s in read(text).statements]
    assert found == ["12.5km", "8.3KM"]


def test_a_small_total_is_not_made_of_some_of_its_parts_by_rounding() -> None:
    text = "总投资8亿元，其中中央资金3亿元、省级资金4亿元、县级配套5亿元。"
    assert Outcome.FAILS in outcomes(text, "sum")


@pytest.mark.parametrize(
    "piece", ["财政收入1234万元，占支出的5%。", "1,", "剩余5项，", "甲（5%）、这5项", "甲乙收入5亿元，占一般公共预算支出的5%。"]
)
def test_the_work_grows_with_the_length(piece: str) -> None:
    """Ten times the text makes about ten times the claims looked at; a quadratic search would not come back."""
    small, large = piece * 100, piece * 1000  # a sentence of thousands of figures is no prose
    assert len(read(large).statements) == 10 * len(read(small).statements)
    read_claims(large)


def test_a_form_inside_other_text_is_still_silent_where_right() -> None:
    assert silent("全年12个点位已完成6个（50%）。专利由40件增加到100件，是2015年的2.5倍。")
