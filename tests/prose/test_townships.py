"""Towns, townships and streets make the number of all, in digits or words, before it or behind it."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

FORMS = [
    ("全县辖八镇{}乡2个街道办事处，共15个乡级行政单位，行政村186个。", "五", "六"),
    ("全区辖12个乡镇（9镇{}乡），行政村132个。", "3", "4"),
    ("全县辖9镇{}乡13个乡镇、132个行政村。", "4", "3"),
    ("现辖6镇{}乡、2个街道办事处，11个乡级政区。", "3", "4"),
    ("全县辖十二镇{}乡，共18个乡镇，总面积2300平方公里。", "六", "七"),
    ("全县15个乡镇（街道），其中8个镇、5个乡、{}个街道，均已通水。", "2", "3"),
    ("全市共有16个乡级行政区划，包括9镇4乡{}街道。", "3", "2"),
]


@pytest.mark.parametrize(("text", "true", "altered"), FORMS)
def test_of_a_county(text: str, true: str, altered: str) -> None:
    assert stands(text.format(true), "sum")
    assert len(accused(text.format(altered), "sum")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "全县辖14个乡镇，8镇6乡2街道，132个村。",
        "全县15个乡镇（街道），其中8镇6乡，山区居多。",
        "全县辖8镇6乡、1个农场，15个乡镇级单位。",
        "督查组深入3镇2乡，走访5个村。",
        "全县辖9镇3乡13个乡镇场、132个行政村。",
        "新建3镇2乡供水站，12个乡镇实现通水。",
    ],
)
def test_true_counties(text: str) -> None:
    assert silent(text)
