"""Figures that run into each other, and what was left over or lost between two. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.rules.punctuation import marks


def touched(text: str, quote: str) -> bool:
    start = text.index(quote)
    return any(hit.start < start + len(quote) and start < hit.end for hit in marks(text))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("泵站、水闸、渠道分别完成年度计划的91.5%88%和76.2%。", "91.5%88%"),
        ("三条干渠分别占总长的38.5%41%其余为支渠。", "38.5%41%"),
        ("18岁以下占21.3%19—40岁占33.8%。", "21.3%19—"),
        ("水费、电费分别支出35.2万元18.7万元和9万元。", "35.2万元18.7万元"),
        ("入学率提高3个百分点2.5个百分点。", "3个百分点2.5个百分点"),
        ("生活污水占总量的61.5%.工业废水次之。", "%.工业"),
        ("灌溉用水占72.4%.3、从来源看以水库水为主。", "%.3、"),
        ("2018年7月?2019年3月完成勘测。", "?2019"),
        ("水位控制在12?15公里范围。", "12?15"),
        ("全年共走访商户共320户。", "共走访商户共"),
        ("下半年年完成管网改造12公里。", "半年年"),
        ("渔业产值860万元，同比7.3%，居全县前列。", "同比7.3%"),
        ("投诉最多的是餐饮（31%）、（家电维修）12%、物业（8%）。", "（家电维修）12%"),
        ("合格率97%新增检测点6处。", "%新增"),
        ("肉羊养殖户120户新增圈舍3万平方米。", "户新增"),
        ("全年粮食产量8.6万吨增长2.1%。", "增长2.1"),
        ("水利3件农业5件、林业2件。", "3件农业5件"),
        ("全年检修泵站36座其中大型2座。", "座其中"),
    ],
)
def test_found(text: str, quote: str) -> None:
    assert touched(text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "分别完成年度计划的91.5%、88%和76.2%。",
        "网址http://www.example.cn/a%20b%E4%B8%AD%E6%96%87.html可查。",
        "每本定价5元8角，100元3箱。",
        "10亿元以上2个、5亿元至10亿元5个。",
        "较上年的2,915万元增加245万元，比计划46处减少3处。",
        "为1045户2331人发放救助金114万元，投入30万元新建泵站2座。",
        "全年共青团员新增12人，共同出资3万元，共计走访320户。",
        "去年年底完成8处，上半年年均增长，全年年报已报送。",
        "餐饮（31%）、家电维修（12%）、物业（8%）。",
        "12人中5人通过，从3个增加到5个，1个村2个组。",
        "何时完工?2019年见分晓。",
    ],
)
def test_silent(text: str) -> None:
    assert [text[hit.start : hit.end] for hit in marks(text) if hit.code != "PUNCT001"] == []
