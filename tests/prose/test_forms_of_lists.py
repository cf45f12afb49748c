"""Numbers of things in many wordings: before and behind the list, true and altered, and steps of every style. All sentences are made up."""

from __future__ import annotations

import itertools

import pytest
from judging import accused, silent, stands

BEHIND = [
    "全县确定{n}个{noun}，即{list}。",
    "抓好“{n}个{noun}”，即{list}。",
    "全县{n}个{noun}，分别为：{list}。",
    "共有{n}个{noun}，分别是{list}。",
    "全县共有{n}个{noun}：{list}。",
    "全县共有{n}个{noun}：{list}，均已通过验收。",
    "整治{n}个{noun}（{list}），投入320万元。",
    "整治{n}个{noun}（即{list}），投入320万元。",
    "确定{n}个{noun}——{list}。",
    "建成{noun}{n}个，即{list}。",
    "{list}{n}个{noun}已完成整治。",
    "由原来的2个扩大到{list}{n}个{noun}。",
    "{list}这{n}个{noun}已完成整治。",
]
NAMES = [
    ("乡镇", ["石坪镇", "龙湾镇", "平坝乡", "云岭乡"]),
    ("科室", ["秘书科（档案科）", "综合科", "财务与资产管理科", "人事科", "督查科"]),
    ("水库", ["红岩水库", "龙潭水库", "石门水库"]),
]
LAST = ["、", "和", "以及"]


@pytest.mark.parametrize(("noun", "names"), NAMES)
@pytest.mark.parametrize("form", BEHIND)
def test_a_number_and_its_list(form: str, noun: str, names: list[str]) -> None:
    for last, off in itertools.product(LAST, (1, -1)):
        row = "、".join(names[:-1]) + last + names[-1]
        assert stands(form.format(n=len(names), noun=noun, list=row), "count"), f"{last} not read"
        assert accused(form.format(n=len(names) + off, noun=noun, list=row), "count"), f"{last} {off} not noticed"


@pytest.mark.parametrize(
    ("form", "number", "other"),
    [
        ("建成公厕{n}座，即东村1座、南村1座、西村1座、北村1座。", "4", "6"),
        ("建成公厕{n}座：东村、南村、西村、北村各1座。", "4", "6"),
        ("馆内设{n}个部室办公室、财务部、陈列部、书画院。", "4", "5"),
        ("苏南、浙西、赣东{n}省客商到会。", "3", "5"),
        ("沿江{n}市：江安、江宁、江平、江北。", "四", "五"),
        ("粮油、果蔬、畜禽{n}大产业产值过亿。", "三", "四"),
        ("粮油加工、冷链物流、包装印刷{n}大产业产值过亿。", "3", "5"),
        ("东坝、西坝、南坝、北坝{n}个村受灾。", "4", "6"),
        ("7、8、9{n}个月雨量偏多。", "三", "四"),
        ("7月、8月和9月{n}个月雨量偏多。", "三", "两"),
        ("火情起数上升3%，过火面积下降6%，伤亡人数下降5%，呈“一升{n}降”。", "两", "三"),
        ("火情呈“{n}降一升一无”，即起数、面积、伤亡下降，投入上升，无大火。", "三", "四"),
        ("八个行业“{n}升两降”：烤烟业增长3%，制茶、制糖业增长4%，酿酒业下降2%，造纸业下降1%。", "两", "四"),
        ("沿河{n}个县（市），即岳、丘、泽、原、川，全年受灾面积之和比常年略有减少，成灾、绝收面积也有减少。", "五", "七"),
        ("位居前{n}位的是：物业类78件、供水类57件、交通类32件。", "三", "五"),
        ("受理物业纠纷、劳动纠纷、邻里纠纷、合同纠纷{n}类。", "4", "6"),
        ("“{n}大蔬菜基地”，即东坝村蔬菜基地、西坝村蔬菜基地及600亩河滩蔬菜基地。", "三", "四"),
    ],
)
def test_other_ways_to_count(form: str, number: str, other: str) -> None:
    assert stands(form.format(n=number), "count"), "not read"
    assert accused(form.format(n=other), "count"), "not noticed"


@pytest.mark.parametrize(
    "text",
    [
        "改造S318省道、G237国道、东环大道等3个路段。",
        "起数和伤亡人数实现“双下降”。",
        "连续三个月（9月、10月、11月）偏多。",
        "种植豆角和莴苣两个品种。",
        "抓好三路（东环公路、西环公路、北横线）。",
        "水渠共有2条，包括东环渠及西环渠。",
        "辖东风、下黄、七里界、朝阳等4个居委会。",
    ],
)
def test_lists_that_are_read_where_they_hold(text: str) -> None:
    assert stands(text, "count")


@pytest.mark.parametrize(
    "text",
    [
        "改造2个小区：更换管网、粉刷外墙、铺设路面。",
        "建立5项制度：例会、督查、通报、考核等。",
        "共有5条道路，包括东环路及西环路。",
        "2个项目为农户、商户、村民增收。",
        "落实省委、市委三大部署。",
        "在东街、西街、南街5个小区试点。",
        "教育、卫生、文化5个项目完工。",
        "东坪县、西坪县、南坪县5个乡镇受灾。",
        "3个组分别是教育组、财政组、人力资源和社会保障组。",
        "打造三个示范园：东坝百亩示范园、西坝百亩示范园和甲村、乙村、丙村百亩示范园。",
        "二、落实好县里确定的三大任务。",
    ],
)
def test_lists_that_may_be_right(text: str) -> None:
    assert silent(text)


STYLES = {
    "是": [f"{n}是" for n in "一二三四"],
    "bracket": [f"（{n}）" for n in "一二三四"],
    "dot": [f"{n}. " for n in "1234"],
    "comma": [f"{n}、" for n in "1234"],
    "round": [f"（{n}）" for n in "1234"],
    "right": [f"{n}）" for n in "1234"],
    "circled": list("①②③④"),
    "paren": list("⑴⑵⑶⑷"),
    "nth": [f"第{n}，" for n in "一二三四"],
    "nth is": [f"第{n}是" for n in "一二三四"],
    "its": [f"其{n}，" for n in "一二三四"],
}
STEPS = ["修渠12条", "清淤3.2公里", "绿化86亩", "培训4次"]
LAYOUTS = ["全年工作如下。{}。", "全年做了以下工作：{}。"]
WRONG = [(1, 2, 2, 3), (1, 2, 2, 4), (1, 2, 4, 3), (1, 3, 4), (1, 2, 4), (1, 2, 3, 3)]
FAINT = ("circled", "paren", "nth", "nth is", "its")


def chain(marks: list[str], order: tuple[int, ...], between: str) -> str:
    return between.join(marks[n - 1] + text for n, text in zip(order, STEPS, strict=False))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("style", STYLES)
def test_steps_of_each_style(style: str, layout: str) -> None:
    for between in ("；", "。"):
        right = layout.format(chain(STYLES[style], (1, 2, 3, 4), between))
        assert stands(right, "enumeration")
        assert silent(right)
        first = () if style in FAINT else ((1, 1, 2, 3), (2, 3, 4), (3, 4))
        for order in (*WRONG, *first):
            assert accused(layout.format(chain(STYLES[style], order, between)), "enumeration"), (between, order)


@pytest.mark.parametrize("order", WRONG)
def test_a_chain_whose_first_step_no_mark_leads(order: tuple[int, ...]) -> None:
    assert accused(f"遇灾之后，我们{chain(STYLES['是'], order, '；')}。", "enumeration")


@pytest.mark.parametrize(
    "text",
    [
        "遇灾之后，我们一是修渠；二是清淤；三是绿化。",
        "短板之一是水源。一是水源不足。",
        "一是修渠。组长由局长担任。一是很要紧的事。",
        "第二、第三产业增加值增长5%。",
        "二是清淤。三是绿化。",  # a slice of a text
        "①修渠。②清淤。③绿化。",
    ],
)
def test_steps_that_may_be_right(text: str) -> None:
    assert silent(text)
