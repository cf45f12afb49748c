"""Forms of budgets, final accounts and bulletins, true and with the result altered. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

from summarizer.findings import Severity
from summarizer.prose.figures import find_figures
from summarizer.prose.ground import lay

BOTH = (
    "全区一般公共预算收入36.4亿元，上级补助收入12亿元，上年结余2.6亿元，调入资金300万元。一般公共预算支出30.1亿元，上解上级支出11.3亿元，"
    "安排预算稳定调节基金4.2亿元。收入合计{}亿元，支出合计{}亿元，年终结余5.43亿元。"
)


def test_totals_of_both_sides_behind_both() -> None:
    assert stands(BOTH.format(51.03, 45.6), "sum") >= 2
    assert accused(BOTH.format(69.91, 45.6), "sum") == [Severity.WARNING]
    assert accused(BOTH.format(51.03, 62.47), "sum") == [Severity.WARNING]


@pytest.mark.parametrize(
    "account",
    [
        "国有资本经营预算收入229万元，上级补助收入86万元，调出资金129万元。年终结余{}万元。",
        "基金上年结余129万元，上级补助收入86万元，调入资金100万元；政府性基金支出129万元，年终结余{}万元。",
        "可用资金为315万元。\n一般公共预算支出129万元，为调整预算的99%。结余{}万元。",
    ],
)
def test_the_balance_of_an_account(account: str) -> None:
    assert stands(account.format(186), "difference")
    assert accused(account.format(254), "difference") == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "可用资金为2317.2万元。加上上年结余172.9万元，全年可用资金为{}万元。",
        "本级收入预计完成2317.2万元，增长9%。其中：税收收入1317.2万元；非税收入1000万元。加上结转资金172.9万元后，全口径收入为{}万元。",
    ],
)
def test_what_there_is_with_more_added(text: str) -> None:
    assert stands(text.format(2490.1), "sum")
    assert accused(text.format(3411.4), "sum") == [Severity.WARNING]


@pytest.mark.parametrize("verb", ["较年初预算减收{}万元", "比年初预算减少{}万元", "较原预算调减{}万元", "与年初预算相比减少{}万元"])
def test_a_revised_budget_beside_the_first(verb: str) -> None:
    text = "大会批准的一般公共预算收入为81250万元，根据执行情况调整为79475万元，"
    assert stands(text + verb.format(1775) + "。", "difference")
    assert accused(text + verb.format(2432) + "。", "difference") == [Severity.WARNING]


def test_less_than_last_year_is_no_rate_of_the_budget() -> None:
    assert silent("企业所得税完成5.87亿元，为预算的79.3%，减收5611万元，下降8.7%。")
    assert accused("企业所得税完成5.87亿元，为预算的79.3%，短收5611万元。", "rate")


def test_reasons_of_a_revision_add_up() -> None:
    text = "转移性收入调整为443105万元，调增102620万元，主要是调增上级补助收入{}万元、债务转贷收入19000万元。"
    assert stands(text.format(83620), "sum")
    assert silent(text.format(33620))


CONTRIBUTIONS = (
    "地区生产总值125.9亿元，增长3.6%。第一产业对经济增长的贡献率为6.6%，拉动GDP增长0.2个百分点；"
    "第二产业贡献率为{}%，拉动GDP增长2.5个百分点；第三产业贡献率为23%，拉动GDP增长0.8个百分点。"
)


def test_contributions_are_shares_of_the_growth() -> None:
    assert stands(CONTRIBUTIONS.format(70.4), "share") >= 3
    assert accused(CONTRIBUTIONS.format(44.4), "share") == [Severity.WARNING]


def test_points_of_one_industry_are_not_of_the_economy() -> None:
    assert silent("地区生产总值增长7.5%。规上工业增长9%，汽车行业贡献率为40%，拉动规上工业增长3.6个百分点。")


@pytest.mark.parametrize("name", ["实现税收比重", "税收占比", "税收占比为", "税收收入占比"])
def test_a_share_that_names_its_part_alone(name: str) -> None:
    text = "完成一般公共预算收入1261314万元，增长1.2%，其中：税收收入1054686万元；非税收入206628万元。"
    assert stands(f"{text}{name}83.62%。", "share")
    assert accused(f"{text}{name}93.62%。", "share") == [Severity.WARNING]


def test_a_share_of_a_total_told_in_a_section_before() -> None:
    text = (
        "本年支出合计4021.94万元，其中：基本支出2719.24万元；项目支出1302.70万元。\n财政拨款收入总计1614.63万元。\n"
        "一般公共预算财政拨款支出1264.92万元，占本年支出合计的{}%。"
    )
    assert stands(text.format(31.45), "share")
    assert accused(text.format(43.09), "share")


def test_shares_of_a_kind_of_spending() -> None:
    text = "项目支出469500元，增长17.55%。其中：\n工资支出12000元，占项目支出预算{}%。\n商品支出426000元，占项目支出预算90.73%。"
    assert stands(text.format(2.56), "share") == 2
    assert accused(text.format(6.56), "share") == [Severity.WARNING]


def test_shares_of_spending_by_its_many_names() -> None:
    text = "全区公共财政预算支出2365.93亿元，增长12%。\n全区民生支出1814.61亿元，占财政支出的{}%。"
    assert stands(text.format(76.7), "share")
    assert accused(text.format(48.3), "share") == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "2017年度基本支出279万元，2016年度基本支出230万元，2017年比上年基本支出增加{}万元。",
        "2017年项目支出279万元，2016年项目支出230万元，与上年相比增了{}万元。",
        "2017年收入279万元，2016年收入230万元，2017年比2016年增加{}万元。",
    ],
)
def test_two_years_and_what_lies_between(text: str) -> None:
    assert silent(text.format(49))
    assert accused(text.format(67), "difference") == [Severity.WARNING]


def test_public_expenses_over_sentences() -> None:
    text = (
        "“三公”经费决算支出数为{}万元，同比减少63.96万元，下降5.2%。其中：因公出国（境）费支出0万元。公务用车购置费支出204.78万元；"
        "公务用车运行维护费支出664.60万元。公务接待费支出295.70万元。"
    )
    assert stands(text.format(1165.08), "sum")
    assert Severity.WARNING in accused(text.format(1596.16), "sum")


@pytest.mark.parametrize(
    "ages",
    ["18岁以下25.76万人，18-34岁22.88万人，35-59岁38.82万人，60岁以上13.71万人", "0-17岁48.64万人，18-60岁38.82万人，60岁以上13.71万人"],
)
def test_classes_of_age_without_a_gap_are_all(ages: str) -> None:
    assert stands(f"户籍人口101.17万人。按年龄构成分，{ages}。", "sum")
    assert accused(f"户籍人口138.62万人。按年龄构成分，{ages}。", "sum") == [Severity.WARNING]


def test_vital_rates_over_other_figures() -> None:
    text = "出生16096人，出生率13.51‰。其中，男性8470人，女性7626人；死亡人口7256人，死亡率6.09‰；人口自然增长率{}‰。"
    assert stands(text.format(7.42), "difference")
    assert accused(text.format(10.17), "difference") == [Severity.WARNING]


def test_what_banks_took_in_and_gave_out() -> None:
    cash = "金融机构现金收入1281904万元，现金支出1287690万元，投放货币{}万元。"
    assert stands(cash.format(5786), "difference")
    assert accused(cash.format(7927), "difference") == [Severity.WARNING]
    apart = "存贷款差额为{}万元。年末各项存款余额107937万元，增长18%；贷款余额38535万元，增长2%。"
    assert stands(apart.format(69402), "difference")
    assert accused(apart.format(95081), "difference") == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "存款余额590271万元，其中：储蓄存款506702万元；年末金融机构贷款余额147143万元。",
        "财政总收入178625万元，增长44%。其中：地方一般预算收入123307万元，增长57%；税收总收入104717万元，增长60%。",
        "全年肉类总产量8536万吨。其中，猪肉产量5493万吨；牛肉产量673万吨；羊肉产量408万吨；禽肉产量1798万吨。",
        "农林牧渔业总产值2081.8亿元。其中，农业产值562.5亿元；林业产值147.3亿元；牧业产值432.9亿元；渔业产值854亿元。",
    ],
)
def test_what_a_list_leaves_out_or_is_no_part_of(text: str) -> None:
    assert silent(text)


def test_a_sex_ratio_behind_what_it_was() -> None:
    text = "男性人口为276626人；女性人口为302475人。常住人口性别比（以女性为100，男性对女性的比例）由2010年的97.45下降为{}。"
    assert stands(text.format(91.45), "rate")
    assert accused(text.format(95.45), "rate") == [Severity.WARNING]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("货物周转量1 228.3亿吨公里，增长4%", ["1 228.3亿吨公里", "4%"]),
        ("全市224 443人，占18%", ["224 443人", "18%"]),
        ("见图1 300万元", ["300万元"]),
        ("人口12 345 678人", ["12 345 678人"]),
    ],
)
def test_groups_of_three_digits_set_apart_by_a_blank(text: str, figures: list[str]) -> None:
    assert [figure.quantity.text for figure in find_figures(lay(text))] == figures


def test_lines_with_shares_of_what_they_are_together() -> None:
    lines = ("教育支出580.6万元，占支出总预算82.26%，增长154%", "卫生支出55.8万元，占支出总预算7.9%", "住房支出69.4万元，占支出总预算9.83%")
    assert stands("".join(f"（{'一二三'[n]}）{line}。\n" for n, line in enumerate(lines)), "share") == 3


def test_contributions_named_by_their_industries() -> None:
    text = (
        "地区生产总值1013.4亿元，增长11.5%。其中：第一产业19.4亿元，下降4%，对GDP增长的贡献率为-0.8%；"
        "第二产业475.6亿元，增长10.5%，贡献率为42.8%；第三产业518.4亿元，增长13.2%，贡献率为{}%。"
    )
    assert stands(text.format("58.0"), "sum") >= 2
    assert accused(text.format("79.5"), "sum") == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "粮食种植面积76.6万亩。其中，水稻种植面积24.6万亩；玉米种植面积52万亩；油料种植面积0.7万亩；蔬菜种植面积8万亩。",
        "收入合计519.07万元；包括拨款500.12万元（其中，基金0万元），占收入合计96.35%；事业收入0万元，占0%；其他收入18.95万元，占收入合计3.65%。",
        "年初预算安排384万元，其中：甲局310万元计划购车14辆：乙局24万元计划购车1辆：丙队50万元计划购车2辆。",
    ],
)
def test_lists_that_go_on_or_begin_before(text: str) -> None:
    assert not accused(text, "share")
    assert Severity.ERROR not in accused(text, "sum")
