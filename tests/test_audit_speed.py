"""What an audit costs: it grows with the length of a text and not faster, whatever stands in it."""

from __future__ import annotations

import re
import time

import pytest

from summarizer.audit import audit_reading
from summarizer.patterns import places_in
from summarizer.readers import Reading
from summarizer.readers.base import line_starts
from summarizer.rules.base import lines_with

MEGABYTE = 1_000_000
#: One sentence each of what reports are made of; the places take other numbers each time.
SENTENCES = (
    "全年计划改造管网{a}公里，完成{b}公里，完成率{c}%。",
    "一般公共预算收入{a}万元，同比增加{b}万元，增长{c}%，其中税收收入{b}万元、非税收入{c}万元。",
    "新建水闸{b}座（甲闸、乙闸、丙闸），排名第{c}，较上年提高{c}个百分点。",
    "一是清理河道{a}公里；二是加固堤防{b}处；三是更新泵站{c}座。\n",
    "（一）项目{a}个，总投资{b}.{c}亿元，其中在建{c}个，占{c}.5%；截至{b}月底完成投资{a}万元，为年度计划的{c}.1%。",
    "脱贫户人均收入由{a}元提高到{b}元，户均增收{c}元；支出{a}万元，收入{b}万元，当年结余{c}万元。\n",
)
# fmt: off
PIECES = (
    "1、", "1.", "（一）", "(1)", "1）", "1:", "1,", "1-", "1--", "-0.", "0.5.", "1月", "2023年", "20%", "3千", "12亿34",
    "一是", "首先，", "第一", "一", "十", "约", "每", "人均", "占5%", "共3项：", "其中，", "（其中5%", "增长5%、", "增长5%，",
    "由5万元增加到6万元，", "分别为1、2、", "A、B、等", "和", "“", "《", "[", "。。", "__", "XX", "××", "{{", "工程", "项目，",
    "13800000000,", "km", "5km", "截至6月底", "，其中水稻5亩", "（5%）", "新建3所、", "名：", "是上年的2倍，", "100人，占",
    "甲（5%）、这5项", "增长%", "年月", "推出个", "产值，", "刑事件、", "，二是", "元5%", "5。5", "\n【", "万亩，", "5个百分点",
    "单产5万元，", "1-5月分别为", "两项合计占", "6 4.72亿", "完5", "合格5批次。合格率5%。", "。其中，完成5万元", "起数占5%，",
    "每人5元，其中省级5元、", "6镇1乡，共7个乡镇", "由3人、5人构成，", "用于3万元、", "扣除5万元后，剩余3万元，",
    "甲5户、乙3户等2个村8户，",
    "除甲外，其余5个", "县、乡两级", "死亡5人，分别下降5%、6%，", "从甲看，乙5万元；", "由2:1降为3:1",
)
# fmt: on


def audit(text: str) -> float:
    """Return the seconds of CPU that an audit takes."""
    reading = Reading("a.txt", "txt", text, line_starts=line_starts(text))
    begun = time.process_time()
    audit_reading(reading)
    return time.process_time() - begun


def report(length: int) -> str:
    numbers = ({"a": 100 + n * 37 % 900, "b": 10 + n * 13 % 90, "c": 1 + n * 7 % 9} for n in range(length))
    return "".join(SENTENCES[n % len(SENTENCES)].format(**given) for n, given in enumerate(numbers))


@pytest.mark.parametrize("piece", ["1", "（", "(", "()", "其中", "、", "同比增长5%", "（其中1个、", "增长%", "年月"])
def test_a_line_of_a_megabyte_takes_less_than_two_seconds(piece: str) -> None:
    audit(piece)
    assert any(audit(piece * (MEGABYTE // len(piece.encode()))) < 2 for _ in range(3))


@pytest.mark.parametrize("piece", ["**万元", "\n1全面加强建设工作", "收入5万元=。"])
def test_faults_by_the_thousand_take_less_than_three_seconds(piece: str) -> None:
    audit(piece)
    assert any(audit(piece * (100_000 // len(piece))) < 3 for _ in range(3))


def test_four_times_the_text_takes_four_times_as_long() -> None:
    audit(report(60))
    short, long = (min(audit(report(n)) for _ in range(3)) for n in (200, 800))
    assert long < 7 * short


def test_four_times_the_figures_take_four_times_as_long() -> None:
    """A relation that asks for the row at each figure may not copy the figures behind."""
    piece, length = "。共即10:20", 3_000
    short = min(audit(piece * length) for _ in range(2))
    assert any(audit(piece * 4 * length) < 7 * short for _ in range(2))


def test_a_long_line_is_walked_once() -> None:
    """However often a sign stands in it."""
    text, comma = "1," * 300_000, re.compile(",")
    places_in(text).told[comma] = list(range(1, len(text), 2))
    begun = time.process_time()
    assert list(lines_with(comma, text)) == [(0, len(text))]
    assert time.process_time() - begun < 1


def test_no_form_makes_the_cost_grow_faster_than_the_text() -> None:
    """A form that is a fault each time may cost more, but twice the text only twice as much."""
    once = [piece for piece in PIECES if audit(piece * (10_000 // len(piece))) > 0.7]
    # On a machine that does other work anything may take long, but hardly each time.
    slow = {piece: seconds for piece in once if (seconds := _quickest(piece * (10_000 // len(piece)))) > 0.7}
    assert not [piece for piece, seconds in slow.items() if seconds > 3 or seconds > 3 * _quickest(piece * (5_000 // len(piece)))], slow


def _quickest(text: str) -> float:
    return min(audit(text) for _ in range(3))
