"""Forms in which shares, rates, averages, bounds, places and repeats are written. All sentences are made up.

Each is read as it stands, and noticed once its result is another.
"""

from __future__ import annotations

import pytest
from judging import accused, claims_of, silent

from summarizer.claims.base import Outcome, Settings
from summarizer.prose import read_claims

HOLDING = (Outcome.HOLDS, Outcome.WITHIN)


def outcomes(text: str) -> list[tuple[Outcome, set[str]]]:
    return [(claim.verdict(Settings()).outcome, {str(operand) for operand in claim.operands()}) for claim in read_claims(text)[0]]


FORMS = [
    # text with a gap for the result, what it is, what it is not
    ("文艺演出240场，其中下乡84场（{}）、进校园60场（25.00%）、进社区96场（40.00%）。", "35.00%", "53.00%"),
    ("参加义诊3200人，老年人1184人，占义诊人数的{}。", "37%", "58%"),
    ("全年办讲座40场，听众3000人。夏季讲座24场，听众2010人，分别占全年的60.0%、{}。", "67.0%", "51.0%"),
    ("参加义诊3200人，老年人1184人，所占比例为{}。", "37%", "58%"),
    ("全年借阅图书64000册。其中少儿类20480册，同比增长6.1%，占借阅总量的{}。", "32.0%", "43.8%"),
    ("本年收入合计1250.4万元，其中：财政拨款收入1000.32万元，占{}。", "80%", "50%"),
    ("支出总预算960.5万元，其中：基本支出预算768.4万元，占支出总预算的{}。", "80%", "50%"),
    ("共征集意见800条。\n其中：教育类320条，占40%。\n交通类264条，占{}。\n住房类216条，占27%。", "33%", "45%"),
    ("全年咨询9600人次。线上咨询占比{}，共6048人次。", "63%", "40%"),
    ("全年咨询9600人次。线上咨询占{}（6048人次），线下咨询占37%（3552人次）。", "63%", "40%"),
    ("受理诉求5000件。\n（一）噪声类。噪声类2100件，占诉求总量的42%。\n（二）油烟类。油烟类1150件，占诉求总量的{}。", "23%", "32%"),
    ("消费品零售额96亿元。乡村零售额24亿元，增长8%。乡村占零售额的{}。", "25%", "36%"),
    ("共检修管网640公里，其中供水管网352公里，供气管网288公里。更换老旧阀门段160公里，占总量的{}。", "25%", "39%"),
    ("年度计划投资48亿元，完成36亿元，占{}。", "75%", "57%"),
    ("年度计划投资48亿元，完成36亿元，达到{}。", "75%", "57%"),
    ("年内新增床位720张，占目标任务（800张）的{}。", "90%", "56.7%"),
    ("安装路灯720盏，占目标任务（800）{}。", "90%", "56.7%"),
    ("完成绿道63公里、步道48公里，分别占年度目标（60公里、64公里）的105%、{}。", "75%", "103%"),
    ("退役军人156人就业，完成200人年计划的{}。", "78%", "49%"),
    ("市下达640户厕所改造任务，已开工640户，开工率100%；完工544户，完工率{}。", "85%", "53.5%"),
    ("应开工320户，已开工320户，开工率100%；竣工272户，竣工率{}。", "85%", "53.5%"),
    ("参加考核500人，合格450人，合格率90%；优秀120人，优秀率{}。", "24%", "32.9%"),
    ("待售商铺640间，售出448间，去化率{}。", "70.0%", "95.9%"),
    ("全县250个行政村中，215个通了燃气，覆盖率达{}。", "86%", "54%"),
    ("全年办理户籍5200件。其中迁入1300件，占25%。共办结4940件，办结率{}。", "95%", "60%"),
    ("一季度空气优良天数72天，优良率{}。", "80.0%", "50.4%"),
    ("入户率为{}，高于全省平均水平（64.2%）。", "71.5%", "51.5%"),
    ("城镇登记失业率3.1%，低于控制目标（{}）。", "4.5%", "2.5%"),
    ("慰问困难职工240户，每户800元，慰问资金{}。", "19.2万元", "26.3万元"),
    ("按照每人600元的标准，为350名老人发放补贴{}。", "21万元", "28.8万元"),
    ("对75个村进行奖励，每村奖励2万元，共计{}。", "150万元", "206万元"),
    ("农机补贴预算12.5万元，人均补贴标准为200元，享受人数为380人，共计{}，结余4.9万元。", "7.6万元", "10.4万元"),
    ("为95名孤儿每人每月发放1200元，全年共发放{}。", "136.8万元", "420万元"),
    ("新建驿站48座，目前{}驿站全部投用。", "48座", "52座"),
    ("确定攻坚项目36个。这{}项目总投资52亿元。", "36个", "38个"),
    ("综合评分列全省第{}，比上年（第14位）前移5位。", "9位", "11位"),
    ("综合评分列全省第9位，较上年前移{}（上年第14位）。", "5位", "7位"),
    ("收缴3000元、退回2400元，收缴与退回之比{}∶1。", "1.25", "1.71"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "result", "other"), FORMS)
def test_a_form_is_read_and_a_changed_result_is_noticed(form: str, result: str, other: str) -> None:
    sound, changed = outcomes(form.format(result)), outcomes(form.format(other))
    assert any(outcome in HOLDING and any(result in figure for figure in figures) for outcome, figures in sound)
    assert not any(outcome is Outcome.FAILS for outcome, _ in sound)
    assert any(outcome is Outcome.FAILS for outcome, _ in changed)


@pytest.mark.parametrize(
    "text",
    [
        "建成驿站48座，52座旧亭同时拆除。",
        "排查隐患46处，44处隐患均已整改到位。",
        "确定项目36个。上述企业5家参与建设。",
        "考核位次由9位升至5位，上升4位。",
        "合格率91%，不低于全省平均水平（95%）的要求还有差距。",
        "产值下降3%，低于全省平均水平（5%）。",
        "住房800套，售出500套，满意率97.5%。",
        "农村小学32所，在校生5600人（增长12%）。",
        "救助320人，每人每月650元，全年发放238万元。",
        "共有教师860人，其中女教师（含代课）510人，研究生（38人）占比另计。",
        "空气优良天数72天，重污染3天。",
        "入围项目（第3位）比上年多。",
    ],
)
def test_what_is_said_of_other_things_is_left_alone(text: str) -> None:
    assert not [figures for outcome, figures in outcomes(text) if outcome is Outcome.FAILS]


def test_shares_of_a_row_are_of_the_row_of_wholes_before() -> None:
    text = "全年讲座24场，听众900人、讲师600人。夏季讲座12场，听众630人、讲师330人，分别占50%、70%、55%。"
    found = outcomes(text)
    assert all(outcome in HOLDING for outcome, _ in found)
    assert {"600人", "330人", "55%"} in [operands for _, operands in found]


@pytest.mark.parametrize(
    ("reached", "target", "rate"),
    [
        ("护理床位占比达33%", "40%", "82.5"),
        ("户均补贴2460元", "2000元", "123.0"),
        ("平均亩产452公斤", "430公斤", "105.1"),
        ("户均增收860元", "800元", "107.5"),
    ],
)
@pytest.mark.parametrize(
    "of", ["完成{t}目标任务的", "完成年度{t}目标任务的", "完成全年目标{t}的", "为年度计划{t}的", "完成年度目标任务（{t}）的"]
)
def test_percentage_and_mean_of_their_targets(of: str, reached: str, target: str, rate: str) -> None:
    form = "召开调度会12次，印发简报35期，" + reached + "，" + of.format(t=target) + "{}%。"
    assert claims_of(form.format(rate), "rate")
    assert silent(form.format(rate))
    assert accused(form.format(float(rate) - 21), "rate")


@pytest.mark.parametrize("rate", ["，为预算的{}%", "，完成年初预算的{}%", "，为年初预算的{}%，增长9.1%"])
@pytest.mark.parametrize(
    ("beyond", "percent"),
    [("较年初预算超收", "108.7"), ("比预算超收", "108.7"), ("超收", "108.7"), ("较年初预算短收", "92.6"), ("短收", "92.6")],
)
def test_rate_told_by_what_is_beyond_the_budget(beyond: str, percent: str, rate: str) -> None:
    form = "县级收入完成14.67亿元" + rate.format(percent) + "，" + beyond + "{}亿元，全部用于平衡预算。"
    assert claims_of(form.format("1.17"), "rate")
    assert silent(form.format("1.17"))
    assert accused(form.format("1.71"), "rate")


def test_two_shares_of_a_pair() -> None:
    form = "入园儿童中，男童为3209人，占{}%；女童为3220人，占{}%。"
    assert silent(form.format("49.91", "50.09"))
    assert accused(form.format("49.91", "68.51"), "share")
    assert accused(form.format("94.19", "50.09"), "share")


@pytest.mark.parametrize("between", ["。", "。\n", "。\n截至目前，全县重点工程进展顺利，", "；"])
@pytest.mark.parametrize("done", ["1—11月份，完成投资55.74亿元，投资完成率{}%。", "实际完成投资55.74亿元，占年度计划的{}%。"])
def test_rate_of_the_plan_a_line_before(done: str, between: str) -> None:
    form = "重点工程概算投资465.80亿元，当年计划投资61.25亿元" + between + done
    assert claims_of(form.format("91.0"), "rate")
    assert silent(form.format("91.0"))
    assert accused(form.format("57.3"), "rate")
