"""Signs, marks and ends of lines between figures that belong together, and what is money without 元."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

from summarizer.findings import Severity
from summarizer.prose import read
from summarizer.prose.known import is_sibling

FORMS = (
    ("全县受理案件1803件，比上年增加167件、{}。", "10.21%", "20.21%"),
    ("全县受理案件1803件，同比增加167件，{}。", "10.21%", "20.21%"),
    ("全县受理案件1803件，比上年增加167件，即增长{}。", "10.21%", "20.21%"),
    ("全县受理案件1803件，比上年增加167件，{}。", "+10.21%", "+20.21%"),
    ("全县受理案件262件，同比增长{}，减少7件。", "-2.6%", "-6.2%"),
    ("全县受理案件262件，比上年减少7件，增长{}。", "-2.6%", "-6.2%"),
    ("全县受理案件262件，比上年减少7件，增幅为{}。", "-2.6%", "-6.2%"),
    ("税收收入138.4亿，为预算的102%，比上年增加11.4亿，增长{}。", "9%", "19%"),
    ("外贸进出口40.9亿，比上年增加1.6亿，增长{}。", "4.1%", "14.1%"),
    ("完成投资30亿元.其中道路12亿元、桥梁18亿元.争取资金6.5亿元，比上年增加1.3亿元，增长{}。", "25%", "65%"),
)


@pytest.mark.parametrize(("form", "right", "wrong"), FORMS)
def test_amount_and_percentage_of_a_change_agree(form: str, right: str, wrong: str) -> None:
    assert stands(form.format(right), "growth") == 1
    assert accused(form.format(wrong), "growth")


@pytest.mark.parametrize("text", [
    "同比减少3件、2人，其中死亡事故下降30%。",
    "新增就业3200人，比上年增加150人，完成80%。",
    "税收9亿元，增长-2.4%。",
])  # fmt: skip
def test_what_says_no_change_twice_is_not_accused(text: str) -> None:
    assert silent(text)


BY_LINES = (
    ("全县财政支出1.2亿元，其中：\n教育0.5亿元；\n卫生0.3亿元；\n农林水{}。", "0.4亿元", "0.9亿元"),
    ("登记经营主体6000户，其中：企业1500户，占25%；\n个体工商户4200户，占70%；\n合作社300户，占{}。", "5%", "15%"),
)


@pytest.mark.parametrize(("form", "right", "wrong"), BY_LINES)
def test_a_line_that_ends_with_a_semicolon_goes_on(form: str, right: str, wrong: str) -> None:
    assert silent(form.format(right))
    assert not silent(form.format(wrong))


@pytest.mark.parametrize("text", ["一.概况：全县8个乡镇，面积20.5平方公里.2023年人口3万人。", "见第No.1号。", "完成3.5亿元，占15.5%。"])
def test_a_point_is_no_full_stop(text: str) -> None:
    assert silent(text)


PARAGRAPHS = (
    ("收入预算612450万元，实际完成672915万元。\n支出预算561240万元，实际完成672471万元。\n年度收支结余{}万元。", "444", "644"),
    ("全年任务27项，已完成19项。\n剩余{}项正在推进。", "8", "9"),
    ("全县危房改造任务12534户。\n截至7月底，开工11362户，开工率{}。", "90.65%", "80.65%"),
)


@pytest.mark.parametrize(("form", "right", "wrong"), PARAGRAPHS)
def test_what_belongs_together_may_stand_in_paragraphs_of_its_own(form: str, right: str, wrong: str) -> None:
    assert stands(form.format(right), "difference") or stands(form.format(right), "rate")
    assert not silent(form.format(wrong))


def test_of_cases_taken_in_none_is_a_part_of_those_done_with() -> None:
    assert silent("全年共受理案件879件，结案700件，结案率79.64%；其中民事案件受理755件，结案601件。")
    assert accused("全年共受理案件879件，结案700件，其中民事受理980件。", "sum")


def test_targets_in_a_series_each_with_its_rate() -> None:
    text = "城镇新增就业6688人、失业再就业2030人、困难人员就业1045人，分别完成目标任务6400人的104.5%、2000人的{}、1000人的104.5%。"
    assert stands(text.format("101.5%"), "rate") == 3
    assert len(accused(text.format("121.5%"), "rate")) == 1


def test_what_has_no_word_of_the_total_in_the_sentence_before_may_be_of_another() -> None:
    apart = "检出不合格样品325批次，总体不合格率2.36%。其中，市局本级完成3950批次。"
    assert accused(apart, "sum") == [Severity.WARNING]
    assert accused("受理投诉347件。其中，网上受理投诉4068件。", "sum") == [Severity.ERROR]


STEPS = (
    "项目共10个，其中{}1.计划开工项目6个；2.力争开工项目1个；3.续建项目3个。",
    "项目共10个，其中{}（1）计划开工项目6个；（2）力争开工项目1个；（3）续建项目3个。",
    "主要做法是{}1、加强领导；2、强化督查；3、狠抓落实。",
)


@pytest.mark.parametrize("form", STEPS)
@pytest.mark.parametrize("mark", ["", "，", "："])
def test_a_first_step_need_not_be_parted_from_its_sentence(form: str, mark: str) -> None:
    text = form.format(mark)
    assert silent(text)
    third = "（3）" if "（3）" in text else "3、" if "3、" in text else "3."
    assert accused(text.replace(third, third.replace("3", "4")), "enumeration")


OF_THE_WHOLE = (
    ("年末资产总额388.11亿元，增长2%；净资产172亿元，增长1%；资产负债率{}。", "rate", "55.68%"),
    ("收入186.42亿元，其中税收91.35亿元，增长2%。非税收入95.07亿元，增长1.07%。加上上级补助455.28亿元，收入合计{}亿元。", "sum", "641.7"),
    ("全市完成收入1284.52亿元，上年为1252.36亿元，增长2.57%；加上上级补助收入354.28亿元，收入合计{}亿元。", "sum", "1638.8"),
    ("全年扫描档案47560页。其中文书27480页、婚姻20080页，为年初计划44000页的{}。", "rate", "108.1%"),
    ("全县完成20.86万亩。其中粮豆10.24万亩、经济作物9.87万亩、饲料作物0.75万亩，比上年增加0.80万亩，增长{}。", "growth", "4%"),
)


@pytest.mark.parametrize(("form", "kind", "right"), OF_THE_WHOLE)
def test_what_ends_a_list_of_parts_may_be_of_their_whole(form: str, kind: str, right: str) -> None:
    assert stands(form.format(right), kind) > 0


@pytest.mark.parametrize("text", [
    "12月共受理案件1032件，立案978件，应结案950件，结案893件，结案率94%，按期结案716件。",
    "新建加工企业三家、应急网点34个、配送中心两家、储运企业1家，共计40家。",
    "一般公共预算收入完成264380万元，预算完成率100.6%，同比增长3.92%。",
    "发生事故4起、死亡26人，同比减少2起、增加1人，分别增长-33.3%和4%。",
    "年末户籍总人口564.8万人。其中城镇人口206.3万人，乡村人口358.5万人，男性人口286.9万人，女性人口277.9万人。",
    "受理审查起诉5820人，起诉5230人，起诉率83.81%。不起诉1010人，不诉率16.19%。",
    "国有投资完成186.6亿元；非国有投资完成60.8亿元。非国有投资占全市固定资产投资比重是24.6%。",
])  # fmt: skip
def test_true_sentences_that_were_accused(text: str) -> None:
    assert silent(text)


ALTERED = (
    ("慰问困难职工455人，每人补助{}元，计9.1万元。", "200", "274", "average"),
    ("1190名精神残疾人每人每年发放{}元补助，补贴资金119万元。", "1000", "1370", "average"),
    ("基金收入974万元，其中土地使用权出让收入872万元，基础设施配套费收入36万元，污水处理费收入{}万元。", "66", "166", "sum"),
    ("社会保障支出71,840万元，减少2,284万元，下降3.1%；农林水支出65,230万元，增加5,815万元，增长{}。", "9.8%", "8.9%", "growth"),
)


@pytest.mark.parametrize(("form", "right", "wrong", "kind"), ALTERED)
def test_an_altered_result_is_noticed(form: str, right: str, wrong: str, kind: str) -> None:
    assert silent(form.format(right))
    assert not silent(form.format(wrong))
    assert stands(form.format(right), kind)


def test_lists_by_two_aspects_without_a_total_raise_nothing() -> None:
    assert silent("常住272万，增长6%。分性别看，男130万，女142万。分县市看，甲市62万，增长1%；乙县108万；丙县101万。")


def test_a_list_between_semicolons_that_never_ends_raises_nothing() -> None:
    assert silent("重点抓好两件大事：修通山路；" + "并请各村各组早作安排" * 60)


def test_the_last_figure_of_a_text_has_no_share_behind_it() -> None:
    reading = read("甲类94件，占53.7%。乙类36件。")
    assert not is_sibling(reading, reading.statements[-1], reading.statements[0])
