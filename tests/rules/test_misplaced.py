"""Marks that cut a clause, the odd mark of a list, and points that became another sign. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.rules import Context, run
from summarizer.rules.punctuation import marks


def told(text: str) -> list[tuple[str, str]]:
    findings = run(Context(text=text, path="a.txt"), ("punctuation", "numeral"))
    return [(finding.code, text[finding.start : finding.end]) for finding in findings]


def touched(text: str, quote: str, code: str) -> bool:
    start = text.index(quote)
    findings = run(Context(text=text, path="a.txt"), ("punctuation", "numeral"))
    return any(found.code == code and found.start < start + len(quote) and start < found.end for found in findings)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("今年，以来新建水闸12座。", "，以来"),
        ("渔业产值36万元，同比，增加4%。", "同比，"),
        ("供水量比去年，增长6%，水费收入持平。", "比去年，"),
        ("截至，12月底接入管网3公里。", "截至，"),
        ("镇里加强渠道管护，工作。水质稳定。", "，工作"),
        ("提升灌溉保障。能力，水费收入持平。", "。能力"),
        ("全面掌握水库、情况，及时清淤。", "、情况"),
        ("对新址进行了。地质勘探和测量。", "了。"),
        ("水费收入增长，3.6%，高于全县。", "增长，"),
        ("水费收入比上年，增收36万元，电费持平。", "上年，"),
        ("累计入库达到、9341个，床位充足。", "达到、"),
        ("全年收入完成，28,583万元，支出持平。", "完成，"),
        ("水费收入62万元。同比增长4%，电费持平。", "元。同比"),
        ("占总面积的，36%由镇里管护。", "的，"),
        ("收入15556万元。增长80.5%，烟叶税1499万元。", "元。增长"),
        ("完成资金105万元（其中初中55.4万元，小学。50.4万元）。", "小学。"),
        ("拖拉机4202台、（其中手扶265台）。", "、（"),
        ("总体情况\n1保障供水安全。全年供水12万吨。\n2.加强管护。", "1保障"),
    ],
)
def test_a_mark_cuts_a_clause(text: str, quote: str) -> None:
    assert touched(text, quote, "PUNCT013")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("申报项目15项，其中国家级1项、省级2项、市级7项，县级5项。", "，县级"),
        ("公务接待费、公车购置费，公车运行费（三公经费）下降。", "，公车运行费"),
        ("解决了长虹村三组、吴家沟一组，向家河二组600余人饮水困难。", "，向家河"),
        ("水毁处数和受灾户数分别下降28.1%、31.0%、受益户数增加20%；管护到位。", "、受益"),
        ("奶产量2吨，同比增长3%；肉产量5吨，同比增长2%；蛋产量1吨，同比下降1%；鱼产量8吨、同比下降4%。", "、同比"),
    ],
)
def test_the_odd_mark_of_a_list(text: str, at: str) -> None:
    assert touched(text, at, "PUNCT012")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("新增绿地12、6519公顷，补植乔木481株。", "12、6519"),
        ("绿化率比去年增长0、56%。", "0、56%"),
        ("绿化覆盖率42、29%，居全市第二。", "42、29%"),
        ("自治区资金29 6万元，县级配套8万元。", "29 6万"),
        ("收案数上升14 54%，结案数持平。", "14 54%"),
        ("亩均成本下降51,1%，收入持平。", "51,1"),
        ("人均2..84卷次，略有增加。", "2..8"),
        ("结案率75.28.%，居全市第三。", "75.28."),
        ("费用率增长O.05%，减少开支3万元。", "O.05"),
        ("农机总动力比上年增长89/6。", "89/6"),
    ],
)
def test_a_point_became_another_sign(text: str, quote: str) -> None:
    assert touched(text, quote, "NUM007")


@pytest.mark.parametrize(
    "text",
    [
        "这种观点认为，21世纪水更珍贵。素质有了提高；74.5%的企业得到加强。大有可为，2024年开工。",
        "近年来，供水稳定。任务已经完成，3个项目正在收尾。与去年同期相比，增长6%。",
        "分别增长3、5%，两年为12.5%、13%，1、2月供水3万吨，各镇为3、6%。",
        "建成水闸3座、泵站2座、水池5座，合计10座。小学3所、初中2所、高中1所，新增教师12人。",
        "办结申请86件，其中同意52件、部分同意9件、退回11件、其他处理14件，结转下年3件。",
        "接到报修90件，分为水管46件、水表21件、阀门16件、其他7件，夜间处理12件。",
        "排查渠道31条，其中主干渠6条、支渠9条、斗渠16条，尚未整治4条。用水户共300户，其中居民210户、商铺50户、学校40户，剩余8户待接水。",
        "一期（含泵站）完工。投资12万元。其中镇级3万元。",
        "涉及东村、西村，南村、北村5个村。收入12 345万元，产量1 098.8万吨。",
        "总体情况\n1月供水3万吨。\n2023年供水36万吨。",
    ],
)
def test_silent(text: str) -> None:
    assert not [found for found in told(text) if found[0] in ("PUNCT012", "PUNCT013", "NUM007")]


@pytest.mark.parametrize(
    "text",
    [
        "水费收入862万元：比上年增加36万元。",
        "新建泵站3座：同比少2座，投资持平。",
        "粮食产量2万吨，增长3%；水产品产量1万吨，增长5%：蔬菜产量6万吨，下降2%；生猪2万头，持平。",
        "东片12公里，占36%；西片8公里，占24%：南片13公里，占40%。",
        "投资206.7亿元。为年度计划的50.4%，进度较快。",
        "人口自然增长率3.19‰。比上年下降0.18个千分点。",
    ],
)
def test_a_mark_before_what_belongs_to_a_figure(text: str) -> None:
    assert any(found.severity == "warning" for found in run(Context(text=text, path="a.txt"), ("punctuation",)))


@pytest.mark.parametrize(
    "text",
    [
        "完成投资36亿元，同比增长5%：水利20亿元，增长3%；交通16亿元，增长8%。",
        "水费收入862万元：其中镇级12万元，占1.4%。",
        "工作抓得实，受理36件，增长5%：一是定期会商；二是限时办结。",
    ],
)
def test_a_colon_before_a_list(text: str) -> None:
    assert not any(found.severity == "warning" for found in run(Context(text=text, path="a.txt"), ("punctuation",)))


@pytest.mark.parametrize("number", ["一", "1", "１", "十二"])
def test_the_number_of_an_item_has_its_pause(number: str) -> None:
    assert not [hit for hit in marks(f"供水情况\n{number}、目前供水情况良好，水质达标。") if hit.code == "PUNCT012"]
