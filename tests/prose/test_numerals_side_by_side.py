"""Two numerals side by side (三三, 一一) are no figure: the prose passes over them, and nothing is raised."""

from __future__ import annotations

import re

import pytest
from judging import silent

TEXTS = [
    "彝族、苗族、白族三个少数民族。",
    "全县辖九个乡镇：五镇四乡。",
    "全县辖五镇四乡，共九个乡镇。",
    "三年间，产值由2021年的100亿元增加到2024年的133亿元，年均增长10%。",
    "五年来，2016年产值100亿元，年均增长10%，增加到2021年的161亿元。",
    "第一批16户、第二批23户、第三批9户。",
    "整治渠道第一批16公里、第二批23公里、第三批9公里。",
    "即第一、二、三项任务，共三项。",
    "整改任务2项（第一、第二项）。",
    "一季度供水16万吨，二季度供水23万吨，三季度供水9万吨。",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_numeral_written_twice_is_no_figure(text: str) -> None:
    assert silent(text)
    assert silent(re.sub("[一二三四五六七八九]", lambda numeral: numeral.group() * 2, text))
    for numeral in re.finditer("[一二三四五六七八九]", text):
        assert silent(text[: numeral.end()] + text[numeral.start() :])
