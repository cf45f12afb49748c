"""What is found by its name, sentences before: levels, growth, lists and totals, true and altered. All sentences are made up."""

from __future__ import annotations

import itertools

import pytest
from judging import accused, silent, stands

COMPARED = ["举报与去年同期相比增加{d}件，同比增长{p}%", "举报比去年同期增加{d}件，增长{p}%", "举报量较上年增加{d}件，增幅{p}%"]
AGAIN = ["；与上月相比增加27件，环比增长{q}%。", "；比上月增加27件，增长{q}%。"]


@pytest.mark.parametrize(("first", "again"), list(itertools.product(COMPARED, AGAIN)))
def test_changes_of_what_a_sentence_before_counts(first: str, again: str) -> None:
    text = "受理举报270件，办结率96.3%。咨询内容涉及面广，群众关注度高。"
    assert stands(text + first.format(d=33, p=13.9) + again.format(q=11.1), "growth") == 2
    assert accused(text + first.format(d=33, p=19.3) + again.format(q=11.1), "growth")
    assert accused(text + first.format(d=33, p=13.9) + again.format(q=6.7), "growth")


@pytest.mark.parametrize("than", ["高于全市规上工业增速{}个百分点", "比全市规上工业增速快{}个百分点", "快于全市规上工业{}个百分点"])
def test_growth_beside_that_of_a_name(than: str) -> None:
    text = "一季度，全市规上工业增加值增长6.5%，保持平稳。实现营业收入80亿元，增长12%。高新技术产业增加值增长8.1%，"
    assert stands(text + than.format(1.6) + "。", "difference")
    assert accused(text + than.format(2.4) + "。", "difference")


@pytest.mark.parametrize("than", ["低于全市规上工业增速{}个百分点", "比全市规上工业增速低{}个百分点", "慢于全市规上工业平均增速{}个百分点"])
def test_growth_below_that_of_a_name(than: str) -> None:
    text = "一季度，全市规上工业增加值增长6.5%，保持平稳。六大高耗能行业增加值增长4.4%，"
    assert stands(text + than.format(2.1) + "。", "difference")
    assert accused(text + than.format(2.4) + "。", "difference")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("接待群众来访57批173人次，同比批次下降{}%，人次上升20.98%。", "14.93", "15.20"),
        ("初访57批173人次，同比批次上升14%、人次上升20.98%；集体访21批286人次，同比批次下降{}%，人次下降31.08%。", "47.50", "47.83"),
        ("全年发生火灾30起，死亡2人，受伤4人。火灾形势总体平稳。与上年相比，起数上升7.1%，受伤人数上升了{}%。", "100", "150"),
        ("全年发生事故30起，死亡11人。与上年相比，死亡人数下降{}%。", "8.3", "7.2"),
    ],
)
def test_growth_of_a_count_that_is_called_by_its_measure(form: str, right: str, wrong: str) -> None:
    assert silent(form.format(right))
    assert accused(form.format(wrong), "growth")


@pytest.mark.parametrize("unit", ["名老人", "人", "位老人"])
def test_people_of_a_rate_counted_in_two_words(unit: str) -> None:
    text = "辖区共有老人23662人。近两年已为{n}{unit}建立健康档案，建档率为{p}%。"
    assert stands(text.format(n=19459, unit=unit, p=82.2), "rate")
    assert accused(text.format(n=19459, unit=unit, p=85.2), "rate")


LISTS = (
    "水产品总产量1200吨，其中海洋捕捞200吨，海水养殖700吨，淡水产品300吨；"
    "渔业总产值{t}亿元，其中海洋捕捞1.9亿元，海水养殖7.99亿元，淡水产品1.08亿元。"
)


def test_two_lists_of_the_same_names_are_both_of_all() -> None:
    assert stands(LISTS.format(t="10.97"), "sum") == 2
    assert accused(LISTS.format(t="11.97"), "sum")


@pytest.mark.parametrize("rest", ["剩下占{p}%的", "其余占{p}%的", "剩余的"])
def test_what_is_left_makes_all(rest: str) -> None:
    text = "26200起警情中，指派民警到场处置10000起，占38.2%，" + rest.format(p=61.8) + "为非警务警情，共{n}起。"
    assert stands(text.format(n=16200), "sum")
    assert accused(text.format(n=15200), "sum")


def test_no_year_invests_more_than_all_years() -> None:
    form = "实施重点项目26个，总投资{t}亿元，其中续建9个、新建17个；年内完成投资{d}亿元。"
    assert silent(form.format(t="64.83", d="52.1"))
    assert accused(form.format(t="4.83", d="52.1"), "bound")
    assert silent("实施项目26个，总投资4.83亿元。全县固定资产投资累计完成投资52.1亿元。")


@pytest.mark.parametrize(("percent", "fails"), [("11.9", False), ("13.5", True)])
def test_a_change_on_one_basis_is_of_what_was_before(percent: str, fails: bool) -> None:
    text = f"养老保险基金收入完成24493万元，占年初预算的101%，同口径比上年减少3308万元，下降{percent}%。"
    assert bool(accused(text, "growth")) is fails


def test_cubic_metres_in_one_word() -> None:
    assert stands("供水1.32亿方，上年1.20亿方，增长10%。", "growth")
    assert accused("供水1.32亿方，上年1.20亿方，增长12.0%。", "growth")
    assert stands("完成土石方80万方，其中土方50万方、石方30万方。", "sum")


@pytest.mark.parametrize("verb", ["缩小到", "下降为", "收窄至"])
def test_a_ratio_falls_to_less(verb: str) -> None:
    assert silent(f"城乡收入比由上年的2.25:1{verb}2.20:1。")
    assert accused(f"城乡收入比由上年的2.05：1{verb}2.20：1。", "bound")


@pytest.mark.parametrize(
    "form",
    [
        "化学需氧量削减84吨；氨氮削减36吨；两项合计削减{}吨。",
        "甲厂削减SO2排放84吨；乙厂削减SO2排放36吨；两项合计削减SO2排放{}吨。",
        "甲厂减少排放84吨，乙厂减少排放36吨，合计减少{}吨。",
        "甲厂减少84吨，乙厂减少36吨，两厂共计减少{}吨。",
    ],
)
def test_what_several_took_away_together(form: str) -> None:
    assert stands(form.format(120), "sum")
    assert accused(form.format(130), "sum")


def test_what_a_bracket_says_of_a_part_is_not_its_name() -> None:
    form = "下达计划{}户，已分解到各县区，其中：东县2000户（贫困残疾人160户）、西县500户（贫困残疾人60户）、南县800户（贫困残疾人90户）。"
    assert silent(form.format(3300))
    assert accused(form.format(3200), "sum")


EVENTS = ["全市发生火灾45起，死亡12人，受伤25人，直接财产损失316.5万元", "火灾45起、亡12人、伤25人"]
THEN = ["，与上年同期相比，", "。与上年同期相比，", "。同比", "，同比"]
FALLS = [
    "火灾起数下降{}%，死亡人数下降20%，受伤人数上升25%。",
    "起数、亡人、伤人分别下降{}%、20%、16.7%。",
    "火灾起数、死亡人数和受伤人数分别下降{}%、20%和16.7%。",
    "分别下降{}%、20%、16.7%。",
    "起数减少5起、下降{}%，亡人减少3人、下降20%。",
]


@pytest.mark.parametrize(("event", "then", "falls"), list(itertools.product(EVENTS, THEN, FALLS)))
def test_growth_of_each_measure_of_an_event(event: str, then: str, falls: str) -> None:
    assert stands(event + then + falls.format("10"), "growth")
    assert accused(event + then + falls.format("10.9"), "growth")


def test_growth_of_all_that_a_sentence_counts() -> None:
    form = "全市发生火灾45起、死亡12人、受伤25人、损失316.5万元。与上年相比，四项指标分别下降{}%、20%、16.7%、3.5%。"
    assert silent(form.format("10"))
    assert accused(form.format("10.9"), "growth")


def test_growth_is_not_of_the_sentence_before_where_its_own_has_counts() -> None:
    assert silent("12月发生事故23起、死亡20人。全年共发生事故301起、死亡279人，同比分别下降14.0%、6.4%。")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("2021年至2023年建成20所，今年又建成8所，累计建成{}所。", "28", "38"),
        ("投入1773万元新建15栋1.8万平方米；投入1025万元维修9处；投入801万元建设80间，三年累计投资{}万元。", "3599", "3959"),
    ],
)
def test_what_years_made_together(form: str, right: str, wrong: str) -> None:
    assert stands(form.format(right), "sum")
    assert accused(form.format(wrong), "sum")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("城区抽检2425批次，合格2408批次。合格率{}%。", "99.3", "98.3"),
        ("城区抽检2425批次，其中合格2408批次，不合格17批次。合格率{}%，不合格率0.7%。", "99.3", "98.3"),
        ("全年受理案件2425件，结案2308件。结案率{}%，比上年提高2个百分点。", "95.2", "98.2"),
        ("出生2425人，其中：一孩1408人，减少218人；二孩965人；多孩52人。一孩率58.06%，二孩率39.79%；多孩率{}%。", "2.14", "3.15"),
    ],
)
def test_rates_of_the_figures_of_the_sentence_before(form: str, right: str, wrong: str) -> None:
    assert stands(form.format(right), "rate")
    assert accused(form.format(wrong), "rate")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("共收到提案{}件，经审查立案268件，其中委员提案164件。", 290, 190),
        ("征集建议{}条，采纳268条。", 290, 190),
        ("收到举报线索{}件，已立案268件。", 290, 190),
    ],
)
def test_no_more_is_filed_than_came_in(form: str, right: int, wrong: int) -> None:
    assert silent(form.format(right))
    assert accused(form.format(wrong), "bound")


def test_a_share_calls_its_part_by_another_word() -> None:
    form = "筹集11265万元，其中财政补助3798万元，镇级补助5070万元，个人缴纳2397万元（人均85元），个人缴费占{}%。"
    assert stands(form.format(21.3), "share")
    assert accused(form.format(31.3), "share")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("全省14个市州，除嘉峪关市外，其余{}个市州均已完成。", 13, 12),
        ("全县共有20个乡镇。除东镇和西镇外，其他{}个乡镇全部达标。", 18, 17),
        ("全省14个市州，除甲市、乙市和丙州外，其余{}个市州均已完成。", 11, 18),
    ],
)
def test_all_but_those_that_are_named(form: str, right: int, wrong: int) -> None:
    assert stands(form.format(right), "difference")
    assert accused(form.format(wrong), "difference")


def test_stages_of_a_plan_that_no_figure_gives() -> None:
    form = (
        "已启动272个村、20506户，分别占计划的81.4%、80.2%；完成10个村、1229户，分别占计划的3%、4.8%；"
        "未启动的52个村、3835户，分别占计划的{}%、15%。"
    )
    assert stands(form.format("15.6"), "share") == 6
    assert accused(form.format("18.6"), "share")


FASTER = [
    "农村居民收入增速快于城镇居民{}个百分点。",
    "农村居民收入增速比城镇居民收入增速快{}个百分点。",
    "增速快于城镇居民{}个百分点。",
    "高于城镇居民收入增速{}个百分点。",
    "比城镇居民高{}个百分点。",
]


@pytest.mark.parametrize(("mark", "said"), list(itertools.product("，；。", FASTER)))
def test_which_of_two_grew_faster(mark: str, said: str) -> None:
    text = f"城镇居民人均可支配收入37997元，增长5.8%{mark}农村居民人均可支配收入12408元，增长6.8%，"
    assert stands(text + said.format("1.0"), "difference")
    assert accused(text + said.format("1.6"), "difference")


def test_steps_behind_their_number_and_a_comma() -> None:
    form = "督办项目共{}项，一是东城二期项目；二是基地建设项目；三是打通科技路。"
    assert silent(form.format(3))
    assert accused(form.format(5), "count")


@pytest.mark.parametrize(
    "form",
    [
        "财政收入62.50亿元，增长14%。分部门看，国税完成20.50亿元；地税完成27.50亿元；财政入库14.50亿元。三部门分别占总量的32.8%、44.0%和{}%。",
        "财政收入62.50亿元，其中国税20.50亿元，地税27.50亿元，财政14.50亿元。分别占32.8%、44.0%、{}%。",
    ],
)
def test_shares_of_the_list_of_the_sentence_before(form: str) -> None:
    assert stands(form.format("23.2"), "share")
    assert accused(form.format("32.2"), "share")


@pytest.mark.parametrize("said", ["比预算节约{}万元", "决算数比预算数减少{}万元"])
def test_a_budget_and_what_was_spent_sentences_before(said: str) -> None:
    text = "“三公”经费预算为44.52万元，决算为22.62万元。其中公务接待费20.10万元；公务用车费2.52万元。"
    assert stands(text + said.format("21.90") + "。", "difference")
    assert accused(text + said.format("19.90") + "。", "difference")


def test_shares_of_a_list_of_the_sentence_before_by_its_number() -> None:
    form = "受理478件，其中消费类326件，质量类98件，其他54件。三类投诉占比分别为68.2%、{}%、11.3%。"
    assert stands(form.format("20.5"), "share") == 3
    assert accused(form.format("21.5"), "share")
