"""A rate that stands before its two figures, or between them. All sentences are made up."""

from __future__ import annotations

import pytest
from judging import accused, silent, stands

from summarizer.findings import Severity

FORMS = (
    "锅炉定检率{}，应检250台，已检235台。",
    "高考一批次上线235人，上线率{}，参考人数250人。",
    "五类案件破案率{}，共发五类案件250起，破获235起。",
    "垃圾分类覆盖率为{}，全区共有小区250个，覆盖小区235个。",
    "群众满意率达到{}，参评群众250人，满意235人。",
    "初中毕业生升学率为{}，初中毕业生250人，升入高中235人。",
)


@pytest.mark.parametrize("form", FORMS)
def test_the_rate_is_held_against_the_two(form: str) -> None:
    assert silent(form.format("94%"))
    assert stands(form.format("94%"), "rate")
    assert accused(form.format("97.5%"), "rate") == [Severity.WARNING]


def test_without_a_word_for_all_nothing_is_told() -> None:
    assert silent("垃圾分类覆盖率97.5%，新覆盖小区250个，提升小区235个。")
    assert silent("续保率97.5%，续保235家。全年新开保单250份。")
    assert silent("设备定检率97.5%，应检250台，其中锅炉定检率为92%，已检235台。")
