"""Rates whose whole does not stand beside: of both of two opposites, named in a row, of a part of a task, of people of an age."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

OPPOSITES = [
    ("审查逮捕35人，不捕14人，批捕率{x}%。", "71.43", "41.43"),
    ("逮捕35人，不捕14人，不捕率28.57%，批捕率{x}%。", "71.43", "41.43"),
    ("起诉各类犯罪273件407人，不起诉108人，起诉率{x}%，同比减少1.4个百分点。", "79.03", "70.39"),
    ("提起公诉412人，不起诉103人，不诉率20.0%，起诉率{x}%。", "80.0", "50.0"),
    ("决定起诉268人，不起诉67人，起诉率（按人数）{x}%。", "80.0", "70.0"),
    ("赞成182票，反对18票，赞成率{x}%。", "91.0", "81.0"),
    ("参保的1860人，未参保140人，参保率{x}%。", "93.0", "83.0"),
    ("住院患者3260人，治愈2915人、好转298人、未愈31人、死亡16人，治愈好转率{x}%。", "98.6", "89.6"),
]
NAMED = [
    ("新引进项目42个，其中外资17个、内资25个，签约率、开工率分别为{x}%和61.9%，即签约36个、开工26个。", "85.7", "58.7"),
    ("受理案件620件，结案率、调解率分别达{x}%、40%，其中结案589件、调解248件。", "95.0", "59.0"),
    ("排查隐患420处，整改405处、销号390处，整改率和销号率分别达到{x}%、92.9%。", "96.4", "64.9"),
    ("新引进项目42个，签约率、开工率分别为{x}%和61.9%。其中签约36个、开工26个。", "85.7", "58.7"),
]
TASKS = [
    ("全年任务3250套，其中实物建房3100套，租赁补贴150套。共分解落实3162套，为实物建房任务的{x}%。", "102", "120"),
    ("早稻面积54.00万亩，较上年增加1.02万亩，增率1.9%，为省厅下达1.0万亩扩面任务的{x}%。", "102", "120"),
    ("年度建成任务1000套，已基本建成827套、69264平方米，完成任务{x}%。", "82.7", "28.7"),
    (
        "任务4600套，其中廉租房1800套，公租房2800套。开工4820套，开工率104.8%（其中，廉租房开工1900套，开工率105.6%；公租房开工2920套，开工率{x}%）。",
        "104.3",
        "143.0",
    ),
    ("新建日间照料中心12个，累计建成68个，应建80个，覆盖率{x}%。", "85", "58"),
    ("为全区41268名65岁以上老年人体检，体检率达{x}%（65岁以上常住老年人57000人）。", "72.4", "47.2"),
    ("结案7320件，结案率94.9%。其中调解结案2443件、撤诉结案655件，调撤率{x}%。", "42.32", "32.42"),
]
SHARES = [
    ("移送问题线索52起，已查结44件，占{x}%，处理12人。", "84.6", "48.6"),
    (
        "客运量96.5万人次。其中道路18.5万人次，铁路54.1万人次，民航18.8万人次，水路5.1万人次。铁路、民航居前两位，占总量的{x}%。",
        "75.5",
        "57.5",
    ),
]
MEANS = [
    ("下达处罚决定书87份，罚款730.8万元，案均{x}万元。", "8.4", "4.8"),
    ("行政处罚案件64件，罚没金额128.6万元，平均每案{x}万元。", "2.01", "2.91"),
    ("新增床位260张，每床补助2万元，共补助{x}万元。", "520", "720"),
    ("敬老院新增床位500张，补助资金1.66万元/床位，共需补助{x}万元。", "830", "380"),
]


@pytest.mark.parametrize(("text", "true", "other"), [*OPPOSITES, *NAMED, *TASKS])
@pytest.mark.parametrize("comma", ["，", ","])
def test_rates(text: str, true: str, other: str, comma: str) -> None:
    text = text.replace("，", comma)
    assert stands(text.format(x=true), "rate")
    assert accused(text.format(x=other), "rate")


@pytest.mark.parametrize(("text", "true", "other"), SHARES)
def test_shares(text: str, true: str, other: str) -> None:
    assert stands(text.format(x=true), "share")
    assert accused(text.format(x=other), "share")


@pytest.mark.parametrize(("text", "true", "other"), MEANS)
def test_means(text: str, true: str, other: str) -> None:
    assert stands(text.format(x=true), "average")
    assert accused(text.format(x=other), "average")


@pytest.mark.parametrize(
    "text",
    [
        "农村低保612户1138人，上半年发放低保金51.21万元，月人均75元。",
        "低保对象852人，1-6月发放低保金153.36万元，月人均300元。",
        "特困供养对象120人，三季度发放供养金25.2万元，人均每月700元。",
    ],
)
def test_means_of_some_months(text: str) -> None:
    assert stands(text, "average")


def test_a_share_leaves_out_no_noun() -> None:
    text = "全年用水总量5.62亿立方米，其中农业3.48亿立方米、工业0.93亿立方米、其他1.21亿立方米，农业用水占61.9%。"
    assert stands(text, "share")


@pytest.mark.parametrize(
    "text",
    [
        "全县落实项目80个，开工60个、竣工32个，开工率、竣工率分别为75%、40%。",
        "省下达任务2600套，其中廉租房600套、公租房800套、棚改1200套。目前廉租房开工630套，开工率105%；公租房开工760套，开工率95%；棚改开工1260套，开工率105%。",
        "受理审查逮捕210人，批捕120人，不捕80人，批捕率60%。",
        "接听来电12000个，接通率和满意率分别为98%和97%。",
    ],
)
def test_no_sum_of_what_is_done(text: str) -> None:
    assert silent(text)
