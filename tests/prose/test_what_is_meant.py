"""Which of several figures is meant: totals beside their parts, increases, ranks in brackets, rows of two years; made-up sentences."""

from __future__ import annotations

import pytest
from judging import accused, claims_of, silent, stands


@pytest.mark.parametrize("word", ["增量", "增加额", "新增额", "净增额"])
def test_a_share_of_an_increase(word: str) -> None:
    text = f"灌区水费余额163.4万元，较年初增加17.8万元，同比多增2.6万元，{word}占全部增量（21.3万元）的{{}}%。"
    assert stands(text.format("83.6"), "share") == 1
    assert accused(text.format("86.3"), "share")


@pytest.mark.parametrize("parts", ["其中上半年191处、下半年137处", "其中干渠191处，支渠137处"])
def test_a_rate_behind_parts_is_of_their_total(parts: str) -> None:
    text = f"计划修缮渗漏点345处，已修328处，{parts}，完成率{{}}%，剩余17处明年修缮。"
    assert stands(text.format("95.07"), "rate") == 1
    assert accused(text.format("95.70"), "rate")
    assert silent(f"参加管护共328人，{parts.replace('处', '人')}，参加率98.6%。")


def test_one_list_of_two_totals() -> None:
    text = "用水户建议86件、护渠员提案112件全部办复，按结果分，甲类137件，占69.2%；乙类48件，占24.2%；丙类13件，占6.6%。"
    assert silent(text)
    assert stands(text, "share") == 3


def test_points_behind_a_share_and_an_amount_are_of_the_share() -> None:
    assert silent("监测334天，达标302天，达标天数比例90.42%，同比增加9天、提高2.69个百分点。")


@pytest.mark.parametrize("before", ["一季度", "上半年", "上月", "2023年", "年初"])
def test_ranks_in_brackets_are_compared_with_the_one_before_them(before: str) -> None:
    text = f"灌区考核居全市第4位，比前三季度（第9位）前移5位，比{before}（第6位）前移{{}}位。"
    assert stands(text.format(2), "rank") == 2
    assert len(accused(text.format(3), "rank")) == 1


@pytest.mark.parametrize(("wrong", "right"), [("扩大", "收窄"), ("收窄", "扩大")])
def test_a_fall_that_narrows(wrong: str, right: str) -> None:
    now, then = ("2.6", "5.1") if right == "收窄" else ("5.1", "2.6")
    text = f"用水量同比下降{now}%，降幅比上半年（下降{then}%）{{}}2.5个百分点。"
    assert stands(text.format(right), "difference") == 1
    assert accused(text.format(wrong), "difference")


def test_a_row_of_the_year_before_in_a_bracket() -> None:
    text = "查处盗水387起、毁渠126起，同比上升13.8%、下降{}%（去年同期分别为340起、138起）。"
    assert silent(text.format("8.7"))
    assert accused(text.format("7.8"), "growth")


@pytest.mark.parametrize("days", ["5月6日—5月12日", "5月6日至12日", "5月6日-12日"])
def test_a_mean_over_the_days_between_two_dates(days: str) -> None:
    text = f"第19周（{days}），调度中心接听来电5978个，日均{{}}个。"
    assert stands(text.format(854), "average") == 1
    assert accused(text.format(1196), "average")
    assert claims_of("12月26日至1月1日，调度中心接听来电5978个，日均854个。", "average") == []


@pytest.mark.parametrize("share", ["", "占85.96%，"])
def test_what_is_left_of_a_task_whose_parts_stand_between(share: str) -> None:
    text = f"衬砌任务5.2万米，其中干渠3.6万米、支渠1.6万米。目前已完成4.47万米，{share}剩余{{}}万米。"
    assert stands(text.format("0.73"), "difference") == 1
    assert accused(text.format("0.93"), "difference")


def test_days_are_of_those_that_were_watched() -> None:
    text = "有效监测334天，达标天数302天，达标天数比例{}%。"
    assert stands(text.format("90.42"), "rate") == 1
    assert accused(text.format("82.74"), "rate")


@pytest.mark.parametrize("word", ["调整后为", "提标后达到", "上调后"])
def test_what_a_change_comes_to_by_its_name(word: str) -> None:
    text = f"管护补助标准增加112元，{word}2684元，增幅{{}}%。"
    assert stands(text.format("4.35"), "growth") == 1
    assert accused(text.format("4.17"), "growth")


def test_levels_and_those_of_one_time_before_in_one_bracket() -> None:
    text = "通水率87.5%，达标率85.1%，分别比上周（81.2%、80.3%）提高6.3、{}个百分点。"
    assert stands(text.format("4.8"), "difference") == 2
    assert len(accused(text.format("8.4"), "difference")) == 1
    assert silent("用水增长8.5%，分别比全省（5.2%）、全国（6.1%）高3.3个百分点和2.4个百分点。")


def test_a_target_in_a_bracket_is_of_its_own_points() -> None:
    assert silent("通水率提高到93.8%，增加2.5个百分点，距规划目标（95%）还差1.2个百分点。")


def test_means_over_weeks_and_working_days() -> None:
    text = "全年发布水情1463条，平均每周{}条。"
    assert stands(text.format(28), "average") == 1
    assert accused(text.format(122), "average")
    text = "2023年（实际工作日250天），大厅共受理用水事项18.63万件，日均{}件。"
    assert stands(text.format(745), "average") == 1
    assert accused(text.format(510), "average")


def test_a_mean_over_the_number_that_it_is_reckoned_by() -> None:
    assert silent("年末用水人口38.62万人，按年平均人口38.94万人计算，全年用水量152.7亿升，人均用水39214升。")


@pytest.mark.parametrize("out", ["办结", "答复", "本年度办结"])
@pytest.mark.parametrize("carried", ["上年结转3件", "加上上年结转3件"])
def test_what_came_in_and_what_is_carried_over(out: str, carried: str) -> None:
    text = f"全年收到用水申请46件，{carried}，{out}{{}}件，结转下年度2件。"
    assert stands(text.format(47), "difference") == 1
    assert accused(text.format(46), "difference")


@pytest.mark.parametrize("each", ["人均每月", "平均每人每月"])
def test_what_is_paid_each_month_is_no_part_of_a_year_only_once(each: str) -> None:
    text = f"全年发放护渠补助1.86亿元，惠及护渠员9.74万人，{each}{{}}元。"
    assert stands(text.format("159.1"), "average") == 1
    assert accused(text.format("1909.7"), "average")


@pytest.mark.parametrize("came", ["年末余额降至", "余额降到", "目前存量为", "降至"])
def test_a_level_behind_its_change(came: str) -> None:
    text = f"灌区欠费比年初压减2871元，降幅{{}}%，{came}4.27万元。"
    assert stands(text.format("6.3"), "growth") == 1
    assert accused(text.format("6.7"), "growth")


def test_a_level_of_another_name_behind_a_change() -> None:
    assert silent("灌区欠费比年初压减2871元，降幅6.7%，水费收入达到4.27万元。")
