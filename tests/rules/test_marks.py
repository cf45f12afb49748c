"""Marks that were lost, that cut a sentence, that stand for others or where none belongs. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import told, touches

WHOLE = "全年供水平稳，水质达标。\n渠道清淤完成，沿线满意。\n泵站检修结束，汛期安全。\n管护经费到位，账目公开。\n"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("受理来信462封。增长9.5%，来访持平。", "。增长"),
        ("新建水闸63处。占全部任务的58.6%。", "。占全部"),
        ("水费入账969万元。为年初预算的44.4%。", "。为年初"),
        ("蓄水3.47亿立方米。比上年多0.3亿立方米。", "。比上年"),
        ("灌溉用水3.2亿立方米，同比增长5%；排涝用电96万度、同比下降1%。", "、同比"),
        ("检修泵站36座、其中大型2座。", "、其中"),
        ("水费收入862万元：增长5.2%，高于全县。", "：增长"),
        ("全镇水费收入862万元；占全部收入的5.2%。", "；占"),
        ("渠道清淤基本完成、目前正在验收。", "、目前"),
        (f"{WHOLE}水费收入36万元，增长6.6%.\n来年继续。", "%."),
        ("供水水质合格率达到99%.2023年将继续巩固。", "."),
        (f"{WHOLE}水库全部完成安全鉴定。三处隐患均已消除，水质达标率98.5%\n来年继续开展检测。", "%"),
        ("落实“三到位，”要求，检修泵站6座。", "，”"),
        ("投入水毁修复资金5936.4万.元，惠及农户1.8万户。", ".元"),
        ("查处违章573件，（其中涉水231件、涉河84件）。", "，（"),
        ("渠道清淤完成#，沿线群众满意。", "#"),
        ("一是抓检修二是抓清淤，全部完成。", "二是"),
        ("一是修堤防；二是清淤泥，完成36公里，三是新建泵站，完成3座。", "，三是"),
        ("管护到位率97.9%（二）水费收缴情况良好。", "（二）"),
    ],
)
def test_found(text: str, quote: str) -> None:
    assert touches(told(text, "punctuation"), text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "水费收入36万元。其中镇级12万元。同比来看，收缴率有所提高。增幅较大的为北片。",
        "水费收入36万元、同比增长5%，电费12万元、同比增长3%，租金8万元，同比下降1%。",
        "水费收入862万元：其中镇级12万元；增长较快的是北片。占比较大的有：增长5%的3个村。",
        "二〇二三年\n一、目前情况\n1、目前供水情况良好，水质达标。",
        "通则第（二）项规定，小（二）型水库3座，其二是检修，周三是例会，第二是清淤。",
        "他说：“好，”老站长点头，“都修好了。”落实“长制久治、常抓常管”。",
        "一是修堤防，二是清淤泥，三是建泵站，均已完成，效果良好。",
        "全年供水平稳\n渠道清淤完成\n泵站检修结束",
        "增加3万、5万元，沿（东）渠、（西）渠布设，水位（黄海）稳定。",
    ],
)
def test_silent(text: str) -> None:
    assert not told(text, "punctuation")


@pytest.mark.parametrize("number", ["一", "十二", "3"])
@pytest.mark.parametrize("marks", ["、.", "、．", ".、"])
def test_a_number_with_two_marks(number: str, marks: str) -> None:
    text = f"{number}{marks}清淤工作按期完成。"
    assert touches(told(text, "punctuation"), text, marks)
    assert told(f"{number}、清淤工作按期完成。", "punctuation") == []
    assert told("分别增长3.5、4.6和5.7个百分点。", "punctuation") == []
