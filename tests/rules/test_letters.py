"""Letters in the place of digits, and what a scan makes of % and ‰."""

from __future__ import annotations

import pytest

from summarizer.rules import Context, run


def told(text: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in run(Context(text=text, path="a.txt"), ("numeral",))]


@pytest.mark.parametrize("form", ["全年新建水渠{}，供水充足。", "受理来信{}。", "闸门共有{}（含备用）。"])
@pytest.mark.parametrize(
    "figure",
    [
        "l69件", "l6个", "2l万吨", "LIl万吨", "L17亿元", "l.2万人次", "I2万元", "1l盏", "5l%", "l5%", "8.S%", "Z3万元",
        "I0公里",
    ],
)  # fmt: skip
def test_letters(form: str, figure: str) -> None:
    text = form.format(figure)
    assert [quote for quote in told(text) if quote in figure] == [figure.rstrip("件个万吨亿元人次盏%公里")]


@pytest.mark.parametrize("ring", ["o", "O", "〇"])
@pytest.mark.parametrize("form", ["供水任务完成40%{}", "水费收入增长29.2%{}电费收入持平。", "完成预算的98%{}，进度较快。"])
def test_ring(form: str, ring: str) -> None:
    text = form.format(ring)
    assert [quote[-2:] for quote in told(text)] == [f"%{ring}"]


@pytest.mark.parametrize(("text", "quote"), [("水费回收率0/0。", "0/0"), ("供水量增长5 0/0。", "0/0"), ("建设期至20l8年。", "20l8")])
def test_other_slips(text: str, quote: str) -> None:
    assert told(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "水质达到Ⅱ类，I级响应启动2次。", "5S管理覆盖3个站。", "采购B型泵3台、L型支架6套。", "推行O2O服务，惠及30户。",
        "每人每日供水2l，共3万人。",
        "A、B座共12层。", "水温20℃，流量5L/s。", "增长5%；其中农业用水增长3%。", "S223线3公里。", "完成10/0.5的配比。",
        "增长30%0.5个百分点。",
    ],
)  # fmt: skip
def test_right_letters(text: str) -> None:
    assert told(text) == []
