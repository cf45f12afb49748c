"""Measures of one event, of people, and of one total by aspect after aspect, true and altered. All sentences are made up."""

from __future__ import annotations

import itertools

import pytest
from judging import accused, silent, stands

from summarizer.findings import Severity

EVENTS = [
    "全县发生事故48起、死亡12人、受伤30人。",
    "全县发生事故48起、死亡12人、受伤30人、直接经济损失316.5万元。",
    "全县发生事故48起，死亡12人，受伤30人，直接经济损失约316万元。",
]
COMPARED = ["同比", "与上年同期相比，", "相比2023年同期", "比上年"]
CHANGES = [
    "分别减少16起、3人、10人，分别下降25.0%、{second}%、25.0%。",
    "分别减少16起、减少3人、减少10人，分别下降25%、下降{second}%、下降25%。",
    "分别减少16起、3人和10人，降幅分别为25.0%、{second}%和25.0%。",
]


@pytest.mark.parametrize(("event", "compared", "change"), list(itertools.product(EVENTS, COMPARED, CHANGES)))
def test_each_measure_of_an_event_has_its_change_and_its_rate(event: str, compared: str, change: str) -> None:
    assert stands(event + compared + change.format(second="20"), "growth")
    assert accused(event + compared + change.format(second="27"), "growth")


INCOME = [
    "城镇居民人均可支配收入{t}元，增长5.3%。其中：人均工资性收入{a}元，增长6.5%；人均经营净收入3420元；人均财产净收入787元；人均转移净收入3604元。",
    "城镇居民人均可支配收入{t}元，其中人均工资性收入{a}元，人均经营净收入3420元，人均财产净收入787元，人均转移净收入3604元。",
    "城镇居民人均可支配收入{t}元。按来源分，人均工资性收入{a}元，人均经营净收入3420元，人均财产净收入787元，人均转移净收入3604元。",
    "城镇居民人均可支配收入{t}元，增长5.6%。其中，工资性收入{a}元，增长6.5%；经营净收入3420元；财产净收入787元；转移净收入3604元。",
]


@pytest.mark.parametrize("form", INCOME)
def test_what_people_have_is_what_they_earn_of_each_kind(form: str) -> None:
    assert stands(form.format(t=19119, a=11308), "sum")
    assert accused(form.format(t=19919, a=11308), "sum")
    assert accused(form.format(t=19119, a=11380), "sum")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("辖区总面积120平方公里，耕地5.4万亩。年末人口总数为36000人，人口密度每平方公里{}人。", 300, 360),
        ("辖区总面积120平方公里，耕地5.4万亩。年末总人数36000人，人口密度为{}人/平方公里。", 300, 360),
        ("年末总人口36000人。气候温和。全镇医院编制床位108张，每千人拥有床位{}张。", 3, 4.2),
        ("全镇人口36000人。年降雨量1100毫米。全镇耕地54000亩，其中水田34000亩；旱地20000亩；人均占有耕地{}亩。", 1.5, 1.8),
    ],
)
def test_land_and_people(form: str, right: float, wrong: float) -> None:
    assert stands(form.format(right), "average")
    assert accused(form.format(wrong), "average")


ASPECTS = [
    "全年收到来信63件。按目的分，投诉40件、申诉3件、建议19件、其他1件。按内容分，城建{n}件、教育14件、交通10件、其他18件。",
    "全年收到来信63件，比上年增加5件。从目的看，投诉40件、申诉3件、建议19件、其他1件。从内容看，城建{n}件、教育14件、交通10件、医疗18件。",
]


@pytest.mark.parametrize("form", ASPECTS)
def test_a_total_is_divided_by_one_aspect_after_the_other(form: str) -> None:
    assert stands(form.format(n=21), "sum")
    assert accused(form.format(n=16), "sum")


def test_a_part_is_not_the_total_of_the_next_aspect() -> None:
    first = (
        "全部工业实现增加值13.02亿元，增长6%。从企业规模看：大型企业1.33亿元，增长14.9%；中型企业9.26亿元，下降2%；"
        "小型企业2.43亿元，增长1%。"
    )
    assert stands(first + "从轻重工业看，轻工业4.92亿元，增长5%；重工业8.10亿元，增长7%。", "sum")
    assert accused(first + "从轻重工业看，轻工业4.92亿元，增长5%；重工业12.53亿元，增长7%。", "sum")
    assert silent(first + "从中型企业内部看，轻工业4.92亿元，增长5%；重工业3.10亿元，增长7%。")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("产值居前的是甲县80亿元、乙县60亿元和丙县40亿元，三县产值占全市400亿元的{}%。", 45, 54),
        ("产值居前的是甲县80亿元、乙县60亿元和丙县40亿元，三个县合计占全市400亿元的{}%。", 45, 54),
        ("甲县投资12亿元、乙县投资9亿元，两县投资额占全市60亿元的{}%。", 35, 53),
    ],
)
def test_several_places_and_their_share_of_all(form: str, right: int, wrong: int) -> None:
    assert stands(form.format(right), "share")
    assert silent(form.format(right))
    assert accused(form.format(wrong), "share")


def test_one_month_lies_in_the_range_of_all() -> None:
    assert silent("各月增速在8.8%-10.6%之间，9月份回升到9.8%，总体平稳。")
    assert accused("各月增速在8.8%-10.6%之间，8月份回落至7.5%，总体平稳。", "bound")
    assert accused("各月增速保持在8.8-10.6%区间，最高达到11.2%。", "bound")
    assert silent("各月增速在8.8%-10.6%之间，比上年提高1.2%。")


def test_who_took_part_is_a_share_of_a_whole_number() -> None:
    assert silent("共有131位委员提出提案，委员参与率达87.33%。")
    assert accused("共有131位委员提出提案，委员参与率达87.04%。", "rate")
    assert silent("新增就业35人，全镇总体就业率为96.50%。")


def test_households_and_firms_are_counted_in_one_list() -> None:
    assert accused("全镇有规模养殖场12家，其中包括养猪场6家，养牛场3家，养羊场1户，养鱼场9家。", "sum")
    assert silent("全镇有规模养殖场19家，其中包括养猪场6家，养牛场3家，养羊场1户，养鱼场9家。")


@pytest.mark.parametrize(
    "form",
    [
        "全市空气质量达标天数{}天，其中优79天，良225天。",
        "全市空气优良天数{}天（其中：优79天，良225天）。",
        "优良天数{}天，其中优级79天、良级225天。",
    ],
)
def test_days_of_good_air(form: str) -> None:
    assert stands(form.format(304), "sum")
    assert accused(form.format(314), "sum")


@pytest.mark.parametrize("said", ["占总数的", "分别占总数的", "占全部的"])
def test_rows_of_two_measures_and_their_shares(said: str) -> None:
    form = (
        f"农村火灾39.1万起、亡645人，{said}59.1%和{{p}}%；城市火灾25.3万起、亡620人，{said}38.3%和46.8%；"
        f"其他区域火灾1.7万起、亡59人，{said}2.6%和4.5%。"
    )
    assert stands(form.format(p=48.7), "share") == 6
    assert accused(form.format(p=58.7), "share")


def test_a_list_of_one_of_two_totals() -> None:
    form = "购进总额147.3亿元，增长2%；销售总额{}亿元，增长5%。分层级看，直属销售总额13.1亿元；社属销售总额25.4亿元；基层销售额62.7亿元。"
    assert silent(form.format("101.2"))
    assert accused(form.format("91.2"), "sum")


def test_an_aspect_opens_the_paragraph_behind_its_total() -> None:
    form = "全省共有矿山企业{}家，比上年减少30家。\n按经济类型划分5大类：即国有101家；集体501家；私营1160家；外资19家；其他类型333家。"
    assert stands(form.format(2114), "sum")
    assert accused(form.format(2113), "sum")


def test_machines_counted_in_two_words() -> None:
    form = "补贴机具{}台套，受益农户893户。其中拖拉机420台、收割机90台、插秧机267台。"
    assert silent(form.format(2201))
    assert accused(form.format(220), "sum")


def test_a_profit_after_a_loss() -> None:
    assert stands("净利润1.58亿元，上年为-0.42亿元，增盈2.00亿元。", "difference")
    assert accused("净利润1.58亿元，上年为-0.42亿元，增盈1.16亿元。", "difference")


def test_a_year_of_months_for_those_of_one_clause() -> None:
    form = "低保对象2395人，发放106万元；全镇特困人员41人，每月300元，全年拨款{}元；医疗救助18人，救助115089元。"
    assert stands(form.format(147600), "average")
    assert accused(form.format(453600), "average")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("全年发生火灾550起，死亡95人，受伤131人。其中住宅火灾167起、死亡68人，起数占{}%，亡人数占71.6%。", "30.4", "36.4"),
        ("全年发生火灾550起，死亡95人，受伤131人。住宅火灾167起、亡68人，起数占总数的30.4%，但亡人数占总数的{}%。", "71.6", "76.1"),
        ("共有贫困户550户、1950人，其中因病致贫167户、680人，户数占30.4%，人数占{}%。", "34.9", "39.4"),
        ("受理案件50件、金额120万元，其中追偿案件20件、45万元，件数占40%，金额占{}%。", "37.5", "35.7"),
    ],
)
def test_shares_that_name_their_measure(form: str, right: str, wrong: str) -> None:
    assert stands(form.format(right), "share") == 2
    assert accused(form.format(wrong), "share")


ROWS = (
    "重点水利项目已完成投资{d}亿元，占年度投资{t}亿元的61%。其中，东闸工程完成投资12200万元，占年度任务2亿元的61%。"
    "西坝工程完成投资2440万元，占年度任务4000万元的61%。引水工程铺设管道25公里，完成投资15060万元，占年度任务24700万元的61%。"
)


def test_columns_of_sentences_behind_their_total() -> None:
    assert stands(ROWS.format(d="2.97", t="4.87"), "sum") == 2
    assert accused(ROWS.format(d="3.27", t="4.87"), "sum")
    assert accused(ROWS.format(d="2.97", t="7.17"), "sum")


def test_a_crop_and_its_total_in_a_sentence_before() -> None:
    form = "粮食总产量{}万吨，增长0.2%。稻谷产量占九成。全年粮食播种面积502.24千公顷，粮食单产为441.46公斤/亩。"
    assert stands(form.format("332.57"), "average")
    assert accused(form.format("352.57"), "average")


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("铺设管道3条5360米，其中一号线{}、二号线1830米、三号线1公里。", "2530米", "2.53米"),
        ("铺设管道5.36公里，其中一号线2.53公里、二号线{}、三号线1公里。", "1.83公里", "1.83米"),
        ("收购青稞5360吨，其中东乡2530吨、西乡{}、南乡1000吨。", "1830吨", "1830公斤"),
    ],
)
@pytest.mark.parametrize("comma", ["，", ","])
def test_a_part_in_a_unit_a_thousand_times_smaller(form: str, right: str, wrong: str, comma: str) -> None:
    form = form.replace("，", comma)
    assert stands(form.format(right), "sum")
    assert accused(form.format(wrong), "sum") == [Severity.WARNING]


@pytest.mark.parametrize("text", ["铺设管道5360米，其中深埋2530米、架空1.83米。", "收购青稞5360吨，其中留种2.53吨、样品18公斤。"])
def test_parts_that_are_small(text: str) -> None:
    assert silent(text)
