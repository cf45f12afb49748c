"""Totals, rates and remainders where names stand behind figures, or what is meant is told elsewhere."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

DONE_TO = [
    ("修订制度5个，对2人给予警告处分，对3人进行批评教育，共处理{x}人。", "5", "6"),
    ("对4人立案审查、对6人谈话提醒，共问责{x}人。", "10", "11"),
    ("为18户加固房屋，为26户接通自来水，共帮扶{x}户。", "44", "54"),
    ("310名乡村医生、240名护士参加轮训，共计{x}人。", "550", "650"),
    ("推文42篇、短片13个、简讯61篇，各类稿件共计{x}篇。", "116", "126"),
    ("城市特困312户、365人；农村特困1204户、1391人，城乡合计{x}户、1756人。", "1516", "1816"),
    ("全县现辖8镇5乡共{x}个乡镇。", "13", "16"),
    ("为15人配发的助听器和21人配发的轮椅于9月25日前发放完毕，共{x}人。", "36", "46"),
]
LEFT = [
    ("排查疑似图斑130个，核实合法92个、违法38个，已整改到位31个，整改率81.6%，剩余的{x}个年底前整改完毕。", "7", "9"),
    ("鉴定房屋240栋，安全房屋186栋、危险房屋54栋，已拆除40栋，剩余{x}栋正在组织搬迁。", "14", "16"),
    ("3次专项检查发现的58个问题，除6个尚在整改外，其余{x}个均已销号。", "52", "62"),
]
RATES = [
    ("新建农家书屋154个，覆盖全县210个行政村的{x}%。", "73.3", "83.3"),
    ("建成便民驿站66个，惠及88个社区的{x}%。", "75", "85"),
    ("完成甲项筛查4160人、乙项筛查3920人，分别完成目标任务4000人的104%和{x}%。", "98", "108"),
    ("三项税收年计划分别为150万元、60万元和240万元，截至目前分别完成96万元、33万元和120万元，占年计划的64%、55%和{x}%。", "50", "60"),
]
MEANS = [
    ("核心区玉米单产612公斤，超全县平均单产86公斤，最高单产760公斤，带动全县18万亩玉米平均单产达{x}公斤。", "526", "556"),
    ("全省规上工业增速5.4%。我市规上工业增速7.1%，高于全省{x}个百分点。", "1.7", "2.7"),
    ("全县平均亩产406公斤。示范方亩产471公斤，比全县平均亩产高{x}公斤。", "65", "95"),
]
DUE = [
    ("1—9月入库税收7430万元，占全年任务9600万元的77.4%，超序时进度{x}万元。", "230", "330"),
    ("上半年国税入库4812万元，完成目标8900万元的54.1%，比均衡进度超收{x}万元。", "362", "462"),
    ("上半年地税入库3126万元，完成任务6700万元的46.7%，距均衡进度差{x}万元。", "224", "324"),
]
HALVES = [
    "基本支出318.6万元，占支出总额的79.65%，增长3.2%。其中人员经费280万元。项目支出81.4万元，占支出总额的{x}%。",
    "城镇人口15.1万人，占总人口的79.65%，比上年增加0.2万人；农村人口3.9万人，占总人口的{x}%。",
]
STATES = [
    ("{x}项乡镇街道重点民生实事项目中，2项已完成，6项推进顺利，4项推进滞后。", "12", "17"),
    ("{x}个省市重点工程建设项目中，11个进展顺利，3个进展缓慢。", "14", "19"),
]


@pytest.mark.parametrize(("form", "true", "altered"), DONE_TO + STATES)
def test_total_of_what_is_named_behind(form: str, true: str, altered: str) -> None:
    assert stands(form.format(x=true), "sum")
    assert accused(form.format(x=altered), "sum")


@pytest.mark.parametrize(("form", "true", "altered"), LEFT + MEANS + DUE)
def test_what_is_left_or_lies_between(form: str, true: str, altered: str) -> None:
    kind = "sum" if "其余" in form else "difference"
    assert stands(form.format(x=true), kind)
    assert accused(form.format(x=altered), kind)


@pytest.mark.parametrize(("form", "true", "altered"), RATES)
def test_rate_of_what_is_covered_or_of_one_target(form: str, true: str, altered: str) -> None:
    assert stands(form.format(x=true), "rate")
    assert accused(form.format(x=altered), "rate")


@pytest.mark.parametrize("form", HALVES)
def test_halves_make_all(form: str) -> None:
    assert stands(form.format(x="20.35"), "sum")
    assert accused(form.format(x="24.35"), "sum")


@pytest.mark.parametrize(
    "text",
    [
        "建成区域服务中心4个，覆盖全县210个行政村的73.3%。",
        "全省规上工业增速5.4%。我市规上工业增速7.1%，固定资产投资增速4.2%，高于全省0.6个百分点。",
        "入库税收4812万元，完成目标8900万元的54.1%，比均衡进度超收462万元。",
        "8600起警情中，处置3200起，其余为咨询，共5400起。",
    ],
)
def test_other_things_accuse_nothing(text: str) -> None:
    assert silent(text)


def test_day_before_is_a_date() -> None:
    assert stands("6月30日前完成甲段12公里、乙段15公里，两段共27公里。", "sum")


@pytest.mark.parametrize("noun", ["县", "县（市、区）"])
@pytest.mark.parametrize("rest", ["。", "；丁县70.9%、戊县54.8%，低于全市平均。"])
def test_named_with_figures_up_to_what_is_otherwise(noun: str, rest: str) -> None:
    form = "有{x}个" + noun + "进度快于全市平均水平，分别是甲县80.2%、乙县79.6%、丙县77.5%" + rest
    assert stands(form.format(x=3), "count")
    assert accused(form.format(x=4), "count")
