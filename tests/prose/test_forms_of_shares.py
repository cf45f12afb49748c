"""Forms in which shares stand behind rows, ratios, changes and families. All sentences are made up.

Each is read as it stands, and noticed once a figure of it is another; half-width marks say the same.
"""

from __future__ import annotations

import pytest
from judging import accused, claims_of, outcomes, silent, stands

from summarizer.findings import Severity

HALF = str.maketrans("，；：（）", ",;:()")

FORMS = [
    # text, how many shares of it stand, what another figure makes of it
    (
        ("全市共有民宿2000家。分布在城区、镇区、乡村的民宿分别是300家、500家和1200家，分别比上年增长5%、8%和12%，"
        "分别占总数的15%、25%和60%。"),
        3, ("25%和", "35%和"),
    ),
    (
        ("全市共有民宿2000家。城区、镇区、乡村的民宿分别为300家、500家、1200家，分别比上年增加20家、40家、130家，增长7.1%、8.7%、12.1%，"
        "分别占民宿总数的15%、25%、60%。"),
        3, ("60%。", "48%。"),
    ),
    (
        "甲、乙、丙三县民宿分别是300家、500家、1200家，分别比上年增长5%、8%和12%，分别占民宿总数的15%、25%和60%。",
        3, ("60%。", "48%。"),
    ),
    (
        ("全县完成固定资产投资80亿元。第一产业完成投资4亿元，增长3.1%；第二产业完成投资28亿元，增长6.4%。第三产业完成投资48亿元，增长8%。"
        "三个产业投资的比重由上年同期的6.0∶36.0∶58.0调整为5.0∶35.0∶60.0。"),
        3, ("28亿元", "38亿元"),
    ),
    (
        "全县第一产业完成投资4亿元，第二产业完成投资28亿元，第三产业完成投资48亿元，三次产业投资结构为5.0：35.0：60.0。",
        3, ("35.0", "53.0"),
    ),
    (
        "年末从业人员中第一产业12万人、第二产业18万人、第三产业30万人。三次产业从业人员比例由21:31:48变为20:30:50。",
        3, ("20:30:50", "20:40:50"),
    ),
    (
        ("全县生产总值160亿元。第一产业增加值16亿元，增长3%。第二产业增加值56亿元，增长5%。第三产业增加值88亿元，增长7%。"
        "三次产业结构由上年的11.0:35.5:53.5调整为10.0:35.0:55.0。"),
        3, ("56亿元", "65亿元"),
    ),
    (
        "全县生产总值160亿元。第一、二、三产业增加值分别为16亿元、56亿元和88亿元。三次产业结构为10.0:35.0:55.0。",
        3, ("35.0:55.0", "53.0:55.0"),
    ),
    ("全县完成固定资产投资64亿元，增长8%。技改项目完成投资16亿元，增长9%，投资比重也由上年同期的23.1%提高到25%。", 1, ("到25%", "到52%")),
    ("全县完成固定资产投资64亿元，增长8%。技改项目完成投资16亿元，占固定资产投资的比重从上年的23.1%升至25%。", 1, ("16亿元", "26亿元")),
    ("从渠道看，窗口16件（次），占32%；电话20件（次），占40%；网站14件（次），占28%。窗口、电话占总量的72%。", 4, ("的72%", "的27%")),
    ("全年收到建议50件。窗口16件，占32%；电话20件，占40%；网站14件，占28%。窗口和电话合计占总数的72%。", 4, ("的72%", "的27%")),
]  # fmt: skip


@pytest.mark.parametrize("text", [form[0] for form in FORMS])
def test_a_form_is_read_as_it_stands(text: str) -> None:
    wanted = next(count for said, count, _ in FORMS if said == text)
    assert stands(text, "share") >= wanted
    assert stands(text.translate(HALF), "share") >= wanted


@pytest.mark.parametrize(("text", "one", "other"), [(form[0], *form[2]) for form in FORMS])
def test_another_figure_is_noticed(text: str, one: str, other: str) -> None:
    assert text.count(one) == 1
    changed = text.replace(one, other)
    assert accused(changed, "share")
    assert accused(changed.translate(HALF), "share")


@pytest.mark.parametrize("marks", [{}, HALF])
def test_a_family_that_misses_its_total_is_warned_of_once(marks: dict[int, int]) -> None:
    right = "收到线索90件，立案80件。办理情况如下。办结24件，占30.0%；在办42件，占52.5%；缓办8件，占10.0%。".translate(marks)
    assert stands(right, "share") >= 3
    of_another = "收到线索90件，立案80件。办理情况如下。办结24件，占31.6%；在办42件，占55.3%；缓办8件，占10.5%。".translate(marks)
    assert accused(of_another, "share") == [Severity.WARNING]


def test_a_family_that_is_far_from_every_total_is_let_be() -> None:
    assert silent("收到线索90件，立案80件。办理情况如下。办结24件，占12.0%；在办42件，占21.0%；缓办8件，占4.0%。")


def test_a_part_with_a_share_is_no_total_of_the_next_family() -> None:
    text = "受理诉求80件，其中转来60件，占总数的75%；自收20件，占总数的25%。从渠道看，窗口16件，占32%；电话20件，占40%；网站14件，占28%。"
    assert not [claim for claim in claims_of(text, "sum") if str(claim.operands()[0]) == "20件"]
    assert len(outcomes(text, "share")) >= 5


@pytest.mark.parametrize(
    "text",
    [
        "全县工业投资60亿元。技改完成工业投资16亿元，工业投资比重由上年同期的40%提高到45%。",
        "女职工25人，占25%。其中一线10人，占40%；二线15人，占60%。",
        "第一产业增加值16亿元，第二产业增加值56亿元，第三产业增加值88亿元。三次产业投资结构由6.0∶36.0∶58.0调整为5.0∶45.0∶50.0。",
    ],
)
def test_what_is_of_another_whole_is_let_be(text: str) -> None:
    assert silent(text)
    assert silent(text.translate(HALF))


def test_a_part_that_is_divided_by_its_own_words_is_still_their_total() -> None:
    assert accused("女职工25人，占25%。其中一线12人，占40%；二线18人，占60%。", "sum")


TRADE = (
    "前三季度，全市货物贸易进出口总值212.6亿元，增长6.3%。其中，出口128.4亿元，增长8.2%；进口84.2亿元，增长3.5%。\n"
    "贸易方式更优。一般贸易进出口146.3亿元，增长9.1%，占全市进出口总值的68.8%。\n"
    "民营企业更活。民营企业进出口135.9亿元，增长7.7%，占全市进出口总值的63.9%。其中，出口88.2亿元，增长9.4%，占出口总值的68.7%。\n"
    "市场更广。对新兴市场进出口91.5亿元，增长10.2%。\n"
    "产品更新。机电产品出口61.7亿元，增长12.5%，占全市出口总值的48.1%；家具等产品合计出口30.5亿元，下降2.2%，占出口总值的23.8%。"
)


def test_exports_are_no_part_of_the_word_for_trade() -> None:
    assert stands(TRADE, "share") == 5
    for share in ("68.8%", "63.9%", "68.7%", "48.1%", "23.8%"):
        assert accused(TRADE.replace(share, "55.5%"), "share"), share


def test_the_scale_of_a_year_ago_is_that_of_today() -> None:
    text = "全国货物贸易进出口总值4.83万亿元，比去年同期增长6.7%。其中，出口2.91万亿元，增长7.4%；进口1.92万亿元，增长5.6%。"
    growths = claims_of(text, "growth")
    assert [str(growth.operands()[0]) for growth in growths] == ["4.53万亿元"]


def test_shares_that_may_leave_out_a_little() -> None:
    assert accused("话务接入占73.38%，网上填写占25.87%，窗口录入占0.71%。", "share") in ([], [Severity.WARNING])
    text = "接收诉求6.42万件。从三大来源看，话务接入4.71万件，占比73.38%；网上填写1.66万件，占比25.87%；窗口录入456件，占比0.71%。"
    assert accused(text, "share") == [Severity.WARNING]
